// Finds pages for what people type. A word counts by how rare it is, by where it stands (title, heading, text),
// and by how near it is to what was typed: the word itself, a word for the same thing, its beginning, a slip.
// A page with more of the words comes before one with fewer (BM25F, and the share of words that are there).
//
// The weights here and in search-places.js and search-meaning.js were chosen on the queries marked `tune` in
// tests/queries.tsv; those marked `held` were written afterwards and only measured.
(function () {
  "use strict";

  const { words, Places, Meaning } = window.courseSearch;
  const PAGES = [1, 0.6, 0.3, 0.35, 0.35, 0.05]; // session, list, words, plan and posters, makers, leaders
  const LEADERS = 5;
  const UNKNOWN = 3;    // how much a word weighs that the course does not have
  const ALL = 0.45;     // how much it matters that all words are there
  const AROUND = 2.8;   // the whole page, beside its best section
  const DEEP = 1.4;     // how fast a page has said enough about a word
  const ELSEWHERE = 0.3; // text of another nation than the one asked for
  const LIKELY = 60, TOGETHER = 0.15, PAIR = 0.8; // pages looked at closely: are the words in one passage, side by side
  const FEW = 0.1;      // a page with less than this share of the best is not shown,
  const SOME = 0.2;     // nor one that has less than this share of what was typed

  class Engine {
    /** @param {SearchData} data */
    constructor(data) {
      this.data = data;
      this.places = new Places(data);
      this.meaning = new Meaning(data, this.places);
      /** @type {Map<SearchPassage, string[]>} */ this.stems = new Map();
      for (const page of data.pages.slice(0, 5)) this.find(page[1]); // while it loads: a browser's first runs are slow
    }

    /** @param {number} nation the one that the reader chose, as a bit; 0 for none */
    set home(nation) { this.meaning.home = nation; }

    /** @param {string} query @returns {SearchFound[]} best first, each page once */
    find(query) {
      const terms = this.meaning.understand(query), nations = this.meaning.nationsIn(query);
      const sums = this.count(terms, nations);
      const likely = [...this.bestSections(sums, nations).values()].sort((a, b) => b.score - a.score).slice(0, LIKELY);
      for (const one of likely) one.score *= 1 + TOGETHER * this.best(one.section, terms, nations).share;
      const most = Math.max(0, ...likely.map((one) => one.score));
      return likely
        .filter((one) => one.score > FEW * most && (sums.pageShare.get(one.page) || 0) > SOME * sums.whole)
        .sort((a, b) => this.turn(a) - this.turn(b) || b.score - a.score);
    }

    /** Pages of another nation come after all others, and after them those for people who lead. @param {SearchFound} one */
    turn({ page, other }) {
      return (this.data.pages[page][3] === LEADERS ? 2 : 0) + (other ? 1 : 0);
    }

    /** How much each section and each page has of all terms, and of how many. @param {SearchWay[][]} terms @param {number} nations */
    count(terms, nations) {
      /** @type {Map<number, number>[]} */
      const [bySection, share, byPage, pageShare] = [new Map(), new Map(), new Map(), new Map()];
      let whole = 0;
      for (const ways of terms) {
        const worth = this.worth(ways);
        /** @type {Map<number, number>} */ const best = new Map();
        /** @type {Map<number, number>} */ const pages = new Map();
        for (const way of ways) {
          for (const [id, much] of this.places.weigh(way, nations)) best.set(id, Math.max(best.get(id) || 0, much));
        }
        for (const [id, much] of best) {
          add(bySection, id, much);
          add(share, id, worth);
          add(pages, this.places.sections[id].page, much);
        }
        for (const [page, much] of pages) {
          add(byPage, page, worth * much / (much + DEEP * worth));
          add(pageShare, page, worth);
        }
        whole += worth;
      }
      return { bySection, share, byPage, pageShare, whole };
    }

    /** @param {SearchWay[]} ways */
    worth(ways) {
      return Math.max(...ways.map((way) => this.places.worth(way))) || UNKNOWN;
    }

    /** @param {ReturnType<Engine["count"]>} sums @param {number} nations @returns {Map<number, SearchFound>} by page */
    bestSections({ bySection, share, byPage, pageShare, whole }, nations) {
      /** @type {Map<number, SearchFound>} */ const found = new Map();
      const all = (/** @type {Map<number, number>} */ much, /** @type {Map<number, number>} */ of, /** @type {number} */ id) => (
        (much.get(id) || 0) * (1 - ALL + ALL * (of.get(id) || 0) / whole)
      );
      for (const id of bySection.keys()) {
        const section = this.places.sections[id], page = section.page;
        const other = Boolean(nations && section.nations && !(section.nations & nations));
        const much = all(bySection, share, id) + AROUND * all(byPage, pageShare, page);
        const score = much * PAGES[this.data.pages[page][3]] * (other ? ELSEWHERE : 1);
        const known = found.get(page);
        if (!known || score > known.score) found.set(page, { page, section, score, other });
      }
      return found;
    }

    /**
     * The passage of a section that says most of what was typed, and which share of it.
     * @param {SearchSection} section @param {SearchWay[][]} terms @param {number} nations
     */
    best(section, terms, nations) {
      let found = { text: "", share: 0 };
      const whole = terms.reduce((sum, ways) => sum + this.worth(ways), 0);
      for (const passage of section.passages) {
        if (passage.nations && nations && !(passage.nations & nations)) continue;
        const order = this.stemsOf(passage), there = new Set(order);
        let much = passage.nations && nations ? 1 : 0;
        for (const ways of terms) {
          much += Math.max(0, ...ways.filter((way) => way.stems.every((one) => there.has(one))).map((way) => this.places.worth(way)));
        }
        const share = much && much / whole + PAIR * pairs(terms, order);
        if (share > found.share) found = { text: passage.text, share };
      }
      return found;
    }

    /** In their order; worked out when first asked for. @param {SearchPassage} passage @returns {string[]} */
    stemsOf(passage) {
      let there = this.stems.get(passage);
      if (!there) this.stems.set(passage, there = words(passage.text).map((word) => this.places.learn(word)));
      return there;
    }
  }

  /** Which share of the words typed stands beside its neighbour there too. @param {SearchWay[][]} terms @param {string[]} order */
  function pairs(terms, order) {
    let found = 0;
    for (let at = 1; at < terms.length; at++) {
      const first = terms[at - 1][0].stems[0], second = terms[at][0].stems[0];
      if (order.some((stem, place) => stem === first && order.slice(place + 1, place + 3).includes(second))) found++;
    }
    return terms.length > 1 ? found / (terms.length - 1) : 0;
  }

  /** @param {Map<number, number>} to @param {number} key @param {number} much */
  function add(to, key, much) { to.set(key, (to.get(key) || 0) + much); }

  window.courseSearch.Engine = Engine;
})();
