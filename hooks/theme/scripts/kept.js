// What this site keeps on the device, and the button that forgets all of it, on the page of reading settings.
(function () {
  "use strict";

  const box = document.getElementById("kept");
  if (!(box instanceof HTMLElement)) return;
  const told = /** @type {HTMLElement} */ (box.querySelector("[tabindex]"));

  box.hidden = false;
  tell();
  window.addEventListener("pageshow", tell);
  document.addEventListener("change", function () { setTimeout(tell, 0); });
  box.querySelector("button")?.addEventListener("click", function () {
    const form = document.getElementById("settings");
    if (form instanceof HTMLFormElement) form.reset();
    try {
      box.querySelectorAll("[data-key]").forEach(function (one) { localStorage.removeItem(key(one)); });
      told.textContent = told.dataset.forgotten || "";
    } catch {
      told.textContent = told.dataset.refused || "";
    }
    tell();
    told.focus();
  });

  function tell() {
    box?.querySelectorAll("[data-key]").forEach(function (one) {
      if (one instanceof HTMLElement) one.textContent = one.dataset[isKept(key(one)) ? "yes" : "no"] || "";
    });
  }

  /** @param {Element} one */
  function key(one) { return one.getAttribute("data-key") || ""; }

  /** @param {string} name */
  function isKept(name) {
    try { return localStorage.getItem(name) !== null; } catch { return false; }
  }
})();
