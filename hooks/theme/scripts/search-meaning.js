// What people mean by what they type: words for the same thing, slips of the finger, the nation they speak of.
(function () {
  "use strict";

  const { words, stem, sound, distance, slips } = window.courseSearch;
  // How near a way to say something is to what was typed.
  const SAME = 1, WEAK = 0.27, MEANT = 0.5, BEGINNING = 0.6, SLIP = [1, 0.7, 0.5], SOUND = 0.4;
  const OTHER_LETTER = 0.8;    // a slip in the first letter is rare
  const HEARD = 0.6;           // how much of a word that sounds the same may be spelt in another way
  const NEARLY = 0.15, MOST = 12; // of what was probably meant, only the nearest

  class Meaning {
    /** @param {SearchData} data @param {SearchPlaces} places */
    constructor(data, places) {
      this.places = places;
      this.small = new Set(data.small);
      this.weak = new Set(data.weak);
      this.home = 0; // the nation that the reader chose: it holds where the query names none
      /** @type {Map<string, Array<{stems: string[], ways: string[][]}>>} phrases by their first stem */
      this.phrases = new Map();
      this.nations = data.nation_words.map(({ names, bodies }) => ({ names: names.map(words), bodies: bodies.map(words) }));
      this.readGlossary(data.words);
      this.readEveryday(data.everyday);
    }

    /** The forms of a word stand for each other. @param {string[][]} glossary */
    readGlossary(glossary) {
      for (const forms of glossary) {
        const said = forms.map((one) => this.meaning(one));
        said.forEach((one, at) => this.addPhrase(one, said.filter((_, other) => other !== at)));
      }
    }

    /** An everyday word stands for what it means, and not the other way. @param {SearchData["everyday"]} everyday */
    readEveryday(everyday) {
      for (const [means, said] of everyday) {
        const ways = means.map((way) => this.meaning(way));
        for (const one of said) this.addPhrase(this.meaning(one), ways);
      }
    }

    /** @param {string[]} stems @param {string[][]} ways */
    addPhrase(stems, ways) {
      const known = this.phrases.get(stems[0]) || [];
      known.push({ stems, ways });
      this.phrases.set(stems[0], known);
    }

    /** @param {string} text @returns {string[]} stems without small words, or with them if there is nothing else */
    meaning(text) {
      return this.withoutSmall(words(text)).map((one) => this.places.learn(one));
    }

    /** @param {string[]} all */
    withoutSmall(all) {
      const said = all.filter((one) => !this.small.has(one));
      return said.length ? said : all;
    }

    /** For each word typed, the ways to say it, its own first. @param {string} query @returns {SearchWay[][]} */
    understand(query) {
      const terms = this.content(query).map((word) => this.nearest(word));
      const alone = terms.map((ways) => [...ways]);
      alone.forEach((ways, from) => {
        for (const { stems: [first], weight } of ways) {
          for (const phrase of this.phrases.get(first) || []) {
            const typed = alone.slice(from, from + phrase.stems.length);
            if (!phrase.stems.every((one, at) => typed[at] && typed[at].some((way) => way.stems[0] === one))) continue;
            const near = MEANT * (weight === WEAK ? SAME : weight); // a weak word is not weak in a phrase
            typed.forEach((_, at) => terms[from + at].push(...phrase.ways.map((stems) => ({ stems, weight: near }))));
          }
        }
      });
      return terms;
    }

    /** The word itself; if the course does not have it, its beginning or what was probably meant. @param {string} word @returns {SearchWay[]} */
    nearest(word) {
      const own = this.places.known.get(word) || stem(word);
      const itself = { stems: [own], weight: this.weak.has(word) ? WEAK : SAME };
      if (this.places.has(word) || this.phrases.has(own)) return [itself];
      /** @type {Map<string, number>} */ const found = new Map();
      for (const [other, made] of this.places.known) {
        const near = likeness(word, other);
        if (near > (found.get(made) || 0)) found.set(made, near);
      }
      if (!found.size && word.length > 4 && sound(word).length > 2) {
        for (const other of this.places.bySound.get(sound(word)) || []) {
          const most = Math.max(word.length, other.length) * HEARD;
          if (distance(word, other, most) <= most) found.set(this.places.learn(other), SOUND);
        }
      }
      const best = Math.max(0, ...found.values());
      const nearest = [...found].filter(([, near]) => near > best - NEARLY).slice(0, MOST);
      return [itself, ...nearest.map(([made, weight]) => ({ stems: [made], weight }))];
    }

    /** The nations a query names, or else the one that the reader chose, one bit each. @param {string} query */
    nationsIn(query) {
      const typed = words(query);
      let bits = 0;
      this.nations.forEach(({ names, bodies }, at) => {
        if ([...names, ...bodies].some((said) => runs(said, typed).length)) bits |= 1 << at;
      });
      return bits || this.home;
    }

    /** The words to look for: without small ones and names of nations, unless there is nothing else. @param {string} query */
    content(query) {
      const all = words(query);
      const named = new Set(this.nations.flatMap(({ names }) => names.flatMap((said) => runs(said, all))));
      const others = all.filter((_, at) => !named.has(at));
      return this.withoutSmall(others.some((one) => !this.small.has(one)) ? others : all);
    }
  }

  /** @param {string} word @param {string} other @returns {number} 0 where it is not like it */
  function likeness(word, other) {
    if (word.length > 2 && other.startsWith(word)) return BEGINNING;
    const most = slips(word);
    if (!most || (other[0] !== word[0] && word.length < 5)) return 0;
    const apart = distance(word, other, most);
    return apart > most ? 0 : SLIP[apart] * (other[0] === word[0] ? 1 : OTHER_LETTER);
  }

  /** Where words stand one after the other: all their places. @param {string[]} said @param {string[]} typed */
  function runs(said, typed) {
    return typed.flatMap((_, from) => (
      said.every((word, at) => typed[from + at] === word) ? said.map((_, at) => from + at) : []
    ));
  }

  window.courseSearch.Meaning = Meaning;
})();
