// The print button, answers that open on paper, and a guard against letters pressed by accident.
(function () {
  "use strict";

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  // What is closed would be lost on paper. It closes again afterwards.
  let opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });

  // The theme leaves the page when one of these keys is pressed: with tremor or dictation that is a trap
  // (WCAG 2.1.4). Typing in a field and keys with Ctrl, Alt or Cmd go through.
  const TRAPS = ["f", "s", "/", "p", ",", "n", "."];
  window.addEventListener("keydown", function (event) {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const field = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
    if (plain && !field && TRAPS.includes(event.key.toLowerCase())) event.stopImmediatePropagation();
  }, true);
})();
