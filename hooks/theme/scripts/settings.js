// The page of reading settings: each choice holds at once, is kept on this device, and can be taken back.
(function () {
  "use strict";

  const form = document.getElementById("settings");
  if (!(form instanceof HTMLFormElement)) return;
  const told = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));

  const root = document.documentElement;
  const names = new Set(Array.from(form.querySelectorAll("input"), function (input) { return input.name; }));
  names.forEach(function (name) {
    const wanted = form.querySelector('input[name="' + name + '"][value="' + (root.dataset[name] || "") + '"]');
    if (wanted instanceof HTMLInputElement) wanted.checked = true;
  });
  form.hidden = false;

  form.addEventListener("change", function () { tell(keep() ? "saved" : "refused"); });
  // The choices go back only after this event.
  form.addEventListener("reset", function () { setTimeout(function () { tell(keep() ? "reset" : "refused"); }, 0); });

  /** Put the choices on the page and into storage. @returns {boolean} whether they could be kept */
  function keep() {
    /** @type {Record<string, string>} */
    const chosen = {};
    names.forEach(function (name) {
      const value = String(new FormData(/** @type {HTMLFormElement} */ (form)).get(name) || "");
      if (value) chosen[name] = root.dataset[name] = value;
      else delete root.dataset[name];
    });
    try {
      if (Object.keys(chosen).length) localStorage.setItem("ms-course-reading", JSON.stringify(chosen));
      else localStorage.removeItem("ms-course-reading");
      return true;
    } catch {
      return false;
    }
  }

  /** Empty first: the same words again would not be read out. @param {string} what */
  function tell(what) {
    told.textContent = "";
    setTimeout(function () { told.textContent = told.dataset[what] || ""; }, 50);
  }
})();
