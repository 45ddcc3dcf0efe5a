// Dates: leaves out what was past before today, by the reader's own clock. The page holds everything, so that
// nothing is lost where this does not run. Each meeting and each run says its last day in data-until.
(function () {
  "use strict";

  const NEXT = 3; // on the first page
  const today = day(new Date());
  const past = Array.from(document.querySelectorAll("[data-until]")).filter(isElement).filter(isPast);
  past.forEach(function (one) { one.hidden = true; });
  shorten();
  explain();

  /** @param {Date} date a day as the page writes it, by the clock on the wall */
  function day(date) {
    const two = /** @param {number} value */ function (value) { return String(value).padStart(2, "0"); };
    return date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate());
  }

  /** @param {Element} one @returns {one is HTMLElement} */
  function isElement(one) {
    return one instanceof HTMLElement;
  }

  /** A run that the address asks for is shown, whenever it was. @param {HTMLElement} one */
  function isPast(one) {
    const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return (one.dataset.until || "") < today && !(asked && one.contains(asked));
  }

  /** The list on the first page: the next few runs, or nothing. */
  function shorten() {
    const list = document.querySelector("[data-next-dates]");
    if (!(list instanceof HTMLElement)) return;
    const coming = Array.from(list.querySelectorAll("li:not([hidden])")).filter(isElement);
    coming.slice(NEXT).forEach(function (one) { one.hidden = true; });
    list.hidden = !coming.length;
  }

  /** The page of all dates: how many are left out, with a button that brings them back. */
  function explain() {
    const template = document.getElementById("dates-past");
    const lead = document.querySelector("main .lead");
    const count = document.querySelectorAll("li[data-until][hidden], [data-until][hidden] li[data-until]:not([hidden])").length;
    if (!(template instanceof HTMLTemplateElement) || !lead || !past.length) return;
    const box = /** @type {HTMLElement} */ (template.content.querySelector("div"));
    const told = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
    const button = /** @type {HTMLButtonElement} */ (box.querySelector("button"));
    const words = [button.textContent, button.dataset.less || ""];
    const none = /** @type {HTMLElement} */ (box.querySelector("[data-none]"));
    let shown = false;
    lead.after(box);
    none.hidden = Boolean(document.querySelector("section.run:not([hidden])"));
    tell();
    button.addEventListener("click", function () {
      shown = !shown;
      past.forEach(function (one) { one.hidden = !shown; });
      tell();
    });

    function tell() {
      const left = (count === 1 ? told.dataset.one : told.dataset.some) || "";
      told.textContent = shown ? told.dataset.shown || "" : left.replace("{count}", String(count));
      button.textContent = words[shown ? 1 : 0];
      // The list of the page's parts leads to nothing that is not there.
      document.querySelectorAll(".parts a").forEach(function (link) {
        const part = document.getElementById(decodeURIComponent((link.getAttribute("href") || "").split("#")[1] || ""));
        const item = link.closest("li");
        if (item) item.hidden = Boolean(part && part.closest("[hidden]"));
      });
      const summary = document.querySelector(".parts summary");
      const parts = document.querySelectorAll(".parts li:not([hidden])").length;
      if (summary) summary.textContent = (summary.textContent || "").replace(/\d+/, String(parts));
    }
  }
})();
