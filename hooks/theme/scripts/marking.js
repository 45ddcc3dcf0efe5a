// Marks the sentence that is heard, and keeps it in view. Text, links and listeners stay as they are.
(function () {
  "use strict";

  /** @type {Array<{node: Text, text: string, added: ChildNode[]}>} What to undo where there is no Highlight. */
  let wrapped = [];

  window.courseListening = Object.assign(window.courseListening || {}, { mark, unmark, inView, bringIntoView });

  /** @param {CourseSentence} sentence */
  function mark(sentence) {
    unmark();
    sentence.pieces.forEach(function (piece) {
      const box = piece.node.parentElement?.closest("details.box-words");
      if (box instanceof HTMLDetailsElement) box.open = true;
    });
    if (CSS.highlights) CSS.highlights.set("listening", new Highlight(...ranges(sentence)));
    else sentence.pieces.forEach(wrap);
  }

  function unmark() {
    if (CSS.highlights) CSS.highlights.delete("listening");
    wrapped.forEach(function (one) {
      one.added.forEach(function (node) { node.remove(); });
      one.node.data = one.text;
    });
    wrapped = [];
  }

  /** The text node keeps what stands before; undoing gives it all its text back. @param {CoursePiece} piece */
  function wrap(piece) {
    const text = piece.node.data;
    const marked = document.createElement("mark");
    marked.className = "listening";
    marked.textContent = text.slice(piece.from, piece.to);
    const rest = document.createTextNode(text.slice(piece.to));
    piece.node.after(marked, rest);
    piece.node.data = text.slice(0, piece.from);
    wrapped.push({ node: piece.node, text, added: [marked, rest] });
  }

  /** @param {CourseSentence} sentence */
  function ranges(sentence) {
    return sentence.pieces.map(function (piece) {
      const range = document.createRange();
      range.setStart(piece.node, Math.min(piece.from, piece.node.length));
      range.setEnd(piece.node, Math.min(piece.to, piece.node.length));
      return range;
    });
  }

  /** Where a sentence stands in the window; while it is wrapped, its own nodes do not tell. @param {CourseSentence} sentence */
  function edges(sentence) {
    const boxes = wrapped.length
      ? wrapped.map(function (one) { return /** @type {Element} */ (one.added[0]).getBoundingClientRect(); })
      : ranges(sentence).map(function (range) { return range.getBoundingClientRect(); });
    return { top: boxes[0].top, bottom: boxes[boxes.length - 1].bottom };
  }

  /** @param {CourseSentence} sentence @param {number} top what covers the top of the window, in pixels */
  function inView(sentence, top) {
    const at = edges(sentence);
    return at.bottom > top && at.top < innerHeight;
  }

  /** Turns the page, at once, when the sentence is not wholly there. @param {CourseSentence} sentence @param {number} top */
  function bringIntoView(sentence, top) {
    const at = edges(sentence);
    if (at.top < top || at.bottom > innerHeight) {
      scrollBy({ top: at.top - top - 0.1 * (innerHeight - top), behavior: "instant" });
    }
  }
})();
