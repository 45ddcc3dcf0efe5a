// Readers of the shared site can choose their nation once: advice for the other three is then hidden by the
// styles. boot.js puts the choice on <html> before a page is drawn. Never on a centre's site, which has one nation.
(function () {
  "use strict";

  const root = document.documentElement, KEY = "ms-course-nation";
  if (!root.hasAttribute("data-four-nations")) return;
  const form = document.getElementById("nation-form");
  const told = form && form.querySelector("[role=status]");
  const note = noteOnPage();

  if (form instanceof HTMLFormElement) {
    form.hidden = false;
    form.addEventListener("change", function () {
      const kept = keep(String(new FormData(form).get("nation") || ""));
      tell(kept ? "saved" : "refused");
    });
    // What is kept can be forgotten on the same page, and boot.js then has to look again.
    document.getElementById("kept")?.addEventListener("click", function () { setTimeout(look, 0); });
  }
  window.addEventListener("pageshow", show);
  show();

  /** Above the first advice of one nation on the page. @returns {HTMLElement | null} */
  function noteOnPage() {
    const first = document.querySelector("main [data-nations]");
    const place = first && (first.matches("li, dt, dd") ? first.parentElement : first);
    if (!place || form) return null;
    const holder = document.createElement("template");
    holder.innerHTML = "@partials/nation-note.html";
    const made = /** @type {HTMLElement} */ (holder.content.firstElementChild);
    const link = /** @type {HTMLAnchorElement} */ (made.querySelector("a"));
    const settings = document.querySelector("a[data-settings]");
    link.href = (settings instanceof HTMLAnchorElement ? settings.href : "") + "#your-nation";
    made.querySelector("button")?.addEventListener("click", function () {
      keep("");
      made.focus();
    });
    place.before(made);
    return made;
  }

  function show() {
    const chosen = root.dataset.nation || "";
    note?.querySelectorAll("p").forEach(function (one) { one.hidden = one.dataset.when !== chosen; });
    const button = note?.querySelector("button");
    if (button) button.hidden = !chosen;
    const input = form?.querySelector('input[value="' + chosen + '"]');
    if (input instanceof HTMLInputElement) input.checked = true;
  }

  /** @param {string} nation @returns {boolean} whether the choice could be kept */
  function keep(nation) {
    if (nation) root.dataset.nation = nation;
    else delete root.dataset.nation;
    show();
    try {
      if (nation) localStorage.setItem(KEY, nation);
      else localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }

  function look() {
    try {
      if (localStorage.getItem(KEY) === null) delete root.dataset.nation;
    } catch { /* nothing was kept */ }
    show();
  }

  /** Empty first: the same words again would not be read out. @param {string} what */
  function tell(what) {
    if (!(told instanceof HTMLElement)) return;
    told.textContent = "";
    setTimeout(function () { told.textContent = told.dataset[what] || ""; }, 50);
  }
})();
