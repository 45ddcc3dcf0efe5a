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
    const [found, by] = MUTATIONS.find(([begins]) => begins.test(word)) || [/^/, ""];
    return word.replace(found, by).replace(/^(.{4,}?)(iwch|wch|iau|iaid|oedd|ion|ydd|au|io|on|ol|u|o|i)$/, "$1");
  }

  /** Small words that Welsh joins to the word before: crynu'n, i'w, gyda'r. @param {string} text */
  const parted = (text) => text.replace(/['\u2018\u2019`](?=(?:ch|i|m|n|r|th|u|w)(?![\p{L}\p{N}]))/giu, " ");

  const { words, stem } = window.courseSearch;
  const language = document.documentElement.lang.slice(0, 2);
  window.courseSearch.englishStem = stem;
  if (language === "cy") {
    window.courseSearch.stem = welsh;
    window.courseSearch.words = (text) => words(parted(text));
  } else if (language !== "en") window.courseSearch.stem = (word) => word;
})();
