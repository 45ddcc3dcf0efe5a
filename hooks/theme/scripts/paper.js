// Paper: the print button, closed texts that open for printing, and the address of the page.
(function () {
  "use strict";

  document.querySelectorAll("button[data-print]").forEach(function (button) {
    button.removeAttribute("hidden");
    button.addEventListener("click", function () { window.print(); });
  });

  // A page opened from a folder has no address that would help anyone.
  document.querySelectorAll("[data-address]").forEach(function (place) {
    if (!place.textContent && location.protocol.startsWith("http")) place.textContent = location.href.split("#")[0];
  });

  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details")).filter(function (one) { return !one.open; });
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });
})();
