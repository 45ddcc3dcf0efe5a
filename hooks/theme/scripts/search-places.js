// Where each word of the course stands: in which sections, how heavily, and for which nations.
(function () {
  "use strict";

  const { words, stem, sound } = window.courseSearch;
  const TITLE = 10, HEADING = 3, TEXT = 1; // where a word stands; a title counts half for all but the first section
  const KINDS = [1, 0.6, 0.35];            // text, help box, something to do
  const ENOUGH = 1.8, LENGTH = 0.3, LONG = 60; // BM25's k and b, and the words of a usual section

  class Places {
    /** @param {SearchData} data */
    constructor(data) {
      this.pages = data.pages.length;
      /** @type {SearchSection[]} */ this.sections = [];
      /** @type {Map<string, Map<number, Array<[number, number]>>>} stem → section → [nations, weight] */
      this.places = new Map();
      /** @type {Map<string, Set<number>>} */ this.pagesWith = new Map();
      /** @type {Map<string, string>} word → stem */ this.known = new Map();
      /** @type {Map<string, string[]>} */ this.bySound = new Map();
      data.pages.forEach((page, number) => this.addPage(page, number));
    }

    /** @param {SearchData["pages"][0]} page @param {number} number */
    addPage([, title, , , nations, sections], number) {
      sections.forEach(([anchor, heading, kind, own, given], at) => {
        const passages = given.map((one) => (typeof one === "string" ? { text: one, nations: 0 } : { text: one[1], nations: one[0] }));
        const section = { page: number, anchor: anchor === 0 ? slug(heading) : anchor, heading, nations: own || nations, passages, length: 0 };
        const id = this.sections.push(section) - 1;
        this.addText(id, title, at ? TITLE / 2 : TITLE, 0);
        this.addText(id, heading, HEADING, 0);
        for (const one of passages) section.length += this.addText(id, one.text, TEXT * KINDS[kind], one.nations);
      });
    }

    /** @param {number} id @param {string} text @param {number} weight @param {number} nations @returns {number} how many words it has */
    addText(id, text, weight, nations) {
      const found = words(text);
      for (const word of found) {
        const made = this.learn(word);
        const at = part(this.places, made, () => new Map());
        /** @type {Array<[number, number]>} */ const there = part(at, id, () => []);
        const same = there.find((one) => one[0] === nations);
        if (same) same[1] += weight;
        else there.push([nations, weight]);
        part(this.pagesWith, made, () => new Set()).add(this.sections[id].page);
      }
      return found.length;
    }

    /** @param {string} word @returns {string} its stem */
    learn(word) {
      let made = this.known.get(word);
      if (made === undefined) {
        this.known.set(word, made = stem(word));
        part(this.bySound, sound(word), () => /** @type {string[]} */ ([])).push(word);
      }
      return made;
    }

    /** Whether a page has the word. @param {string} word */
    has(word) {
      return this.places.has(this.known.get(word) || stem(word));
    }

    /** How rare a stem is, 0 where it is on no page. @param {string} stem */
    rarity(stem) {
      const on = this.pagesWith.get(stem);
      return on ? Math.log(1 + (this.pages - on.size + 0.5) / (on.size + 0.5)) : 0;
    }

    /** How much it says about a page that it has this. @param {SearchWay} way */
    worth(way) {
      return way.weight * Math.max(...way.stems.map((one) => this.rarity(one)));
    }

    /**
     * How much each section has of one way to say something; it must have all its words. Text of other nations
     * than those asked for does not count, text of just these counts twice.
     * @param {SearchWay} way @param {number} nations @returns {Map<number, number>}
     */
    weigh(way, nations) {
      /** @type {Map<number, number>} */ let all = new Map();
      way.stems.forEach((stem, at) => {
        /** @type {Map<number, number>} */ const now = new Map();
        const most = this.rarity(stem) * way.weight / way.stems.length;
        for (const [id, there] of this.places.get(stem) || []) {
          const before = at ? all.get(id) : 0;
          const much = before === undefined ? 0 : heavy(there, nations);
          if (before === undefined || !much) continue;
          const long = 1 - LENGTH + LENGTH * this.sections[id].length / LONG;
          now.set(id, before + most * much / (much + ENOUGH * long));
        }
        all = now;
      });
      return all;
    }
  }

  /** @param {Array<[number, number]>} there @param {number} nations */
  function heavy(there, nations) {
    let much = 0;
    for (const [where, weight] of there) {
      if (!where || !nations) much += weight;
      else if (where & nations) much += 2 * weight;
    }
    return much;
  }

  /** A heading as Python-Markdown makes an anchor of it. @param {string} heading */
  function slug(heading) {
    const plain = heading.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").replace(/[^\w\s-]/g, "");
    return plain.trim().toLowerCase().replace(/[-\s]+/g, "-");
  }

  /** What a map has under a key, made where it has nothing. @template K, V @param {Map<K, V>} of @param {K} key @param {() => V} make @returns {V} */
  function part(of, key, make) {
    let found = of.get(key);
    if (found === undefined) of.set(key, found = make());
    return found;
  }

  window.courseSearch.Places = Places;
})();
