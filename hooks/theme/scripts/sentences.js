// The text of a page as sentences to say aloud. What makes no sense to the ear is left out.
(function () {
  "use strict";

  const SILENT = [
    "nav, button, form, script, style, template, svg, pre, [hidden], [aria-hidden='true']",
    ".cite, .tools, .player, .continue, .on-screen, .page-edit, .origin, #sources-used, #sources-used ~ *",
  ].join();

  window.courseListening = Object.assign(window.courseListening || {}, { sentences });

  /** @param {Element} root @returns {CourseSentence[]} in reading order */
  function sentences(root) {
    /** @type {CourseSentence[]} */
    const found = [];
    /** @type {Text[]} The text nodes of one paragraph, cell or heading. */
    let run = [];
    let number = ""; // of an item in a list: the text may speak of "card 3"
    walk(root);
    end();
    return found;

    /** @param {Element} parent */
    function walk(parent) {
      parent.childNodes.forEach(function (node) {
        if (node instanceof Text) run.push(node);
        if (!(node instanceof Element) || node.matches(SILENT)) return;
        const display = getComputedStyle(node).display;
        if (display === "none") return;
        const apart = !/^(inline|contents|ruby)/.test(display) || node.tagName === "BR" || node.hasAttribute("lang");
        if (apart) end();
        if (node instanceof HTMLLIElement && node.parentElement?.tagName === "OL") number = ordinal(node) + ". ";
        // A closed answer stays closed. Words explained belong to the text, and open when they are read.
        const closed = node instanceof HTMLDetailsElement && !node.open && !node.matches(".box-words");
        const seen = closed ? node.querySelector("summary") : node;
        if (seen) walk(seen);
        if (apart) end();
      });
    }

    function end() {
      const said = cut(run);
      run = [];
      if (!said.length) return;
      said[0].text = number + said[0].text;
      number = "";
      found.push(...said);
    }
  }

  /** @param {HTMLLIElement} item */
  function ordinal(item) {
    const list = /** @type {HTMLOListElement} */ (item.parentElement);
    return list.start + Array.from(list.children).indexOf(item);
  }

  /** @param {Text[]} run @returns {CourseSentence[]} */
  function cut(run) {
    if (!run.length) return [];
    // A line of the source is no end of a sentence; each white space stays one letter, so that places hold.
    const text = run.map(function (node) { return node.data; }).join("").replace(/\s/g, " ");
    const lang = run[0].parentElement?.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang;
    /** @type {CourseSentence[]} */
    const found = [];
    let from = 0;
    segments(text, lang).forEach(function (said) {
      const start = from + said.length - said.trimStart().length;
      from += said.length;
      const words = said.trim();
      if (!/[\p{L}\p{N}]/u.test(words)) return;
      found.push({ text: words.replace(/ +/g, " "), lang, pieces: pieces(run, start, start + words.length) });
    });
    return found;
  }

  /** @param {string} text @param {string} lang @returns {string[]} which joined are the text */
  function segments(text, lang) {
    if (!("Segmenter" in Intl)) return text.match(/[^.!?]+(?:[.!?]+(?:["'”’)]*\s+|$)|[.!?]+|$)/g) || [];
    const cutter = new Intl.Segmenter(lang, { granularity: "sentence" });
    return Array.from(cutter.segment(text), function (one) { return one.segment; });
  }

  /** @param {Text[]} run @param {number} start @param {number} end @returns {CoursePiece[]} */
  function pieces(run, start, end) {
    /** @type {CoursePiece[]} */
    const found = [];
    let before = 0;
    run.forEach(function (node) {
      const from = Math.max(start - before, 0);
      const to = Math.min(end - before, node.length);
      if (from < to) found.push({ node, from, to });
      before += node.length;
    });
    return found;
  }
})();
