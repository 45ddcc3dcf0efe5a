// Signs of danger in what people type. All words of a phrase must be there, in any order, with a few others
// between them at most; words that are alike count for each other, and long words may hold slips of the finger.
// English signs count in every language: people in danger use the words that come.
(function () {
  "use strict";

  const { words, stem, englishStem, distance } = window.courseSearch;
  const BETWEEN = 4;   // other words that may stand between those of a phrase
  const LONGEST = 120; // words looked at: a whole pasted letter is not a search

  const NOTHING = new Set();

  /** @typedef {string[][]} Part ways to say one part of a phrase, each as the words it has */
  /** @typedef {{id: string, phrases: Part[][], unless: string[][]}} Sign */

  /** @param {string} word @param {number} length of the word it is held against */
  const mostSlips = (word, length) => (Math.min(word.length, length) < 6 ? 0 : word.length < 9 ? 1 : 2);

  class Danger {
    /**
     * @param {SearchData["safety"]} data
     * @param {(word: string) => boolean} isKnown whether a page has a word: then it is no slip for another
     */
    constructor(data, isKnown) {
      this.isKnown = isKnown;
      this.fillers = new Set(data.fillers);
      this.alike = data.alike.map((line) => line.map(words));
      /** @type {Sign[]} */
      this.signs = data.signs.map(({ id, phrases, unless }) => ({
        id, unless: unless.map(words), phrases: phrases.map((one) => this.parts(words(one))),
      }));
      /** @type {Map<string, string[]>} words of all phrases by their stem, and by their first letter */
      this.alikes = new Map();
      for (const word of new Set(this.signs.flatMap((sign) => sign.phrases.flat(3)))) {
        for (const key of new Set(["=" + stem(word), "=" + englishStem(word), word[0]])) this.alikes.set(key, [...this.alikes.get(key) || [], word]);
      }
    }

    /** A phrase as parts, each with all words that are alike. @param {string[]} said @returns {Part[]} */
    parts(said) {
      /** @type {Part[]} */ const made = [];
      for (let from = 0; from < said.length;) {
        let longest = 1;
        /** @type {Part} */ let ways = [[said[from]]];
        for (const line of this.alike) {
          for (const way of line) {
            if (way.length >= longest && way.every((word, at) => said[from + at] === word)) {
              ways = way.length > longest ? line : ways.length > 1 ? [...ways, ...line] : line;
              longest = way.length;
            }
          }
        }
        made.push(ways);
        from += longest;
      }
      const needed = made.filter((ways) => !(ways.length === 1 && ways[0].length === 1 && this.fillers.has(ways[0][0])));
      return needed.length > 1 ? needed : made;
    }

    /** @param {string} text what was typed @returns {string[]} ids of the signs in it, in the order of the data */
    find(text) {
      const typed = words(text).slice(0, LONGEST);
      const meant = new Map(typed.map((word) => [word, this.meant(word)]));
      return this.signs.filter(({ phrases, unless }) => {
        const counted = without(typed, unless);
        const said = counted.map((word) => meant.get(word) || NOTHING);
        return phrases.some((parts) => fits(parts, said));
      }).map(({ id }) => id);
    }

    /** The words of phrases that this one may stand for. @param {string} typed @returns {Set<string>} */
    meant(typed) {
      const like = this.isKnown(typed) ? [] : (this.alikes.get(typed[0]) || []).filter((word) => {
        const most = mostSlips(word, typed.length);
        return most > 0 && distance(word, typed, most) <= most;
      });
      const same = [stem, englishStem].flatMap((one) => this.alikes.get("=" + one(typed)) || []);
      return new Set([typed, ...same, ...like]);
    }
  }

  /** @param {Part[]} parts @param {Set<string>[]} said */
  function fits(parts, said) {
    /** @type {Array<Array<[number, number]>>} from and to of every place where a part stands */
    const stand = [];
    for (const ways of parts) {
      const found = ways.flatMap((way) => places(way, said));
      if (!found.length) return false;
      stand.push(found);
    }
    return near(stand, 0, []);
  }

  /** @param {string[]} way @param {Set<string>[]} said @returns {Array<[number, number]>} */
  function places(way, said) {
    /** @type {Array<[number, number]>} */ const found = [];
    for (let from = 0; from + way.length <= said.length; from++) {
      if (way.every((word, at) => said[from + at].has(word))) found.push([from, from + way.length]);
    }
    return found;
  }

  /** Harmless words blanked out, so that the others can still tell of danger. @param {string[]} typed @param {string[][]} harmless */
  function without(typed, harmless) {
    const left = [...typed];
    for (const said of harmless) {
      typed.forEach((_, from) => {
        if (said.every((word, at) => typed[from + at] === word)) left.fill("", from, from + said.length);
      });
    }
    return left;
  }

  /**
   * Whether each part has a place of its own, all near each other.
   * @param {Array<Array<[number, number]>>} places @param {number} at @param {Array<[number, number]>} taken
   * @returns {boolean}
   */
  function near(places, at, taken) {
    if (at === places.length) {
      const inside = taken.reduce((sum, [from, to]) => sum + to - from, 0);
      return Math.max(...taken.map((one) => one[1])) - Math.min(...taken.map((one) => one[0])) <= inside + BETWEEN;
    }
    return places[at].some(([from, to]) => (
      taken.every((one) => to <= one[0] || from >= one[1]) && near(places, at + 1, [...taken, [from, to]])
    ));
  }

  window.courseSearch.Danger = Danger;
})();
