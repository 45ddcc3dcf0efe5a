// Stems of languages other than English. A language without rules has words as they stand: slips of the finger
// and beginnings of words are understood in every language.
(function () {
  "use strict";

  /** How Welsh changes the beginning of a word: all forms of one sound. @type {Array<[RegExp, string]>} */
  const MUTATIONS = [
    [/^ff/, "ff"], [/^(ngh|ng|ch|c|g|h)/, ""], [/^(mh|ph|p|b|f|m)/, "b"], [/^(nh|th|t|dd|d|n)/, "d"], [/^ll?/, "l"], [/^rh?/, "r"],
  ];

  /** meddygfa, feddygfa → one; ffonio, ffoniwch → one. @param {string} word @returns {string} */
  function welsh(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    const plain = word.replace(/^(.{4,}?)(iwch|wch|iau|iaid|oedd|ion|ydd|au|io|on|ol|u|o|i)$/, "$1");
    const [found, by] = MUTATIONS.find(([begins]) => begins.test(plain)) || [/^/, ""];
    return plain.replace(found, by);
  }

  const language = document.documentElement.lang.slice(0, 2);
  if (language === "cy") window.courseSearch.stem = welsh;
  else if (language !== "en") window.courseSearch.stem = (word) => word;
})();
