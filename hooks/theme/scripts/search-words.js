// How the search takes words: what counts as the same word, and what was probably meant.
(function () {
  "use strict";

  /** @type {Array<[RegExp, string]>} Endings, longest first. A stem need not be a word, only be the same. */
  const ENDINGS = [
    [/(ss)es$/, "$1"], [/ies$/, "y"], [/(ch|sh|x|z)es$/, "$1"], [/([^sui])s$/, "$1"],
    [/sis$/, "s"], [/([^aeiou])ied$/, "$1y"], [/^(.ee)d$/, "$1"],
  ];

  /** @param {string} text @returns {string[]} its words in small letters, without accents and apostrophes */
  function words(text) {
    const plain = text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'\u2019\u2018`]/g, "");
    return plain.match(/[\p{L}\p{N}]+/gu) || [];
  }

  /** @param {string} word @returns {string} the same for walk, walks, walked and walking, for -ise and -ize */
  function stem(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    let made = word;
    for (const [ending, by] of ENDINGS) {
      if (ending.test(made)) { made = made.replace(ending, by); break; }
    }
    const verb = /^(.*[aeiouy].*?)(ing|ed|ingly|edly)$/.exec(made);
    if (verb && verb[1].length > 2) made = verb[1].replace(/([^aeioulsz])\1$/, "$1");
    made = made.replace(/(.{4,})(ment|ness|ful|ly)$/, "$1").replace(/iz$|ise$|ize$/, "is");
    made = made.replace(/(.{4,})al$/, "$1").replace(/(.{4,})(?:at|it)?ion$/, "$1");
    made = made.replace(/(.{5,})(?:an|en)(?:t|ce|cy)$/, "$1");
    made = made.replace(/(.{5,})er$/, "$1");
    return made.length > 3 ? made.replace(/e$/, "").replace(/i$/, "y") : made;
  }

  /** Only the consonants, and by their sound: the same for fateeg and fatigue. @param {string} word */
  function sound(word) {
    const spelt = word.replace(/^[pkg]n/, "n").replace(/ph/g, "f").replace(/gh/g, "").replace(/x/g, "ks");
    const same = spelt.replace(/c(?=[eiy])/g, "s").replace(/[cq]/g, "k").replace(/z/g, "s");
    return same[0] + same.slice(1).replace(/[aeiouyhw]/g, "").replace(/(.)\1+/g, "$1");
  }

  /**
   * How many letters differ, where two that changed places count as one; more than `most` is all the same.
   * @param {string} a @param {string} b @param {number} most
   */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = /** @type {number[]} */ ([]);
    let last = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i++) {
      const now = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        const other = a[i - 1] === b[j - 1] ? 0 : 1;
        let cost = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + other);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        now.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      before = last;
      last = now;
    }
    return last[b.length];
  }

  /** How many slips of the finger a word of this length may hold and still be known. @param {string} word */
  function slips(word) {
    if (word.length < 4 || /\d/.test(word)) return 0;
    return word.length < 8 ? 1 : 2;
  }

  const shared = /** @type {any} */ ({ words, stem, sound, distance, slips });
  window.courseSearch = shared;
})();
