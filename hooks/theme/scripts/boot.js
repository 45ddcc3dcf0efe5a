// Runs before the page is drawn, so that a reader's own settings are there from the first moment.
// Each setting is a data attribute of <html> that the styles know; settings.js writes them.
(function () {
  "use strict";

  const root = document.documentElement;
  root.dataset.script = "on";
  apply();
  // A page that comes back by the browser's back button is not loaded anew.
  window.addEventListener("pageshow", function (event) { if (event.persisted) apply(); });

  function apply() {
    const kept = read();
    ["size", "lines", "letters", "colours", "font", "view"].forEach(function (name) {
      if (typeof kept[name] === "string") root.dataset[name] = kept[name];
      else delete root.dataset[name];
    });
    const chosen = root.hasAttribute("data-four-nations") && nation(); // a centre's site speaks for one alone
    if (chosen) root.dataset.nation = chosen;
    else delete root.dataset.nation;
  }

  /** @returns {string | null | undefined} the nation whose advice alone the reader wants to see */
  function nation() {
    try {
      return /^(england|scotland|wales|northern-ireland)$/.exec(localStorage.getItem("ms-course-nation") || "")?.[0];
    } catch {
      return null;
    }
  }

  /** @returns {Record<string, unknown>} nothing where storage is refused or holds something else */
  function read() {
    try {
      return JSON.parse(localStorage.getItem("ms-course-reading") || "") || {};
    } catch {
      return {};
    }
  }
})();
