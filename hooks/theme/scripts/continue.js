// "Continue where you stopped": the last session page and its part, kept on this device only.
(function () {
  "use strict";

  const KEY = "ms-course-place";
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const site = new URL("..", script.src).href; // so that another site at this host is not taken for ours
  const session = document.querySelector("main[data-session]");
  const box = document.querySelector("[data-continue]");

  if (session) {
    // A phone may end a page without a pagehide.
    document.addEventListener("visibilitychange", function () { if (document.hidden) keep(); });
    window.addEventListener("pagehide", keep);
  }
  if (box instanceof HTMLElement) {
    window.addEventListener("pageshow", function () { show(box); }); // also when the back button leads here
    box.querySelector("button")?.addEventListener("click", function () { forget(box); });
  }

  function keep() {
    const heading = stoppedAt();
    write({
      address: location.href.split(/[?#]/)[0] + (heading ? "#" + heading.id : ""),
      title: document.querySelector("h1")?.textContent || "",
      place: heading?.textContent || "",
    });
  }

  /** The part being read: its heading is the last above the middle. After a place to stop it is the next one. */
  function stoppedAt() {
    if (scrollY < 1) return null;
    const marks = Array.from(document.querySelectorAll("main :is(h2, h3)[id], main .box-stop"));
    const below = marks.findIndex(function (one) { return one.getBoundingClientRect().top > innerHeight / 2; });
    const passed = below < 0 ? marks.length : below;
    const isHeading = function (/** @type {Element} */ one) { return one.id !== ""; };
    const stopped = marks[passed - 1]?.matches(".box-stop");
    return (stopped && marks.slice(passed).find(isHeading)) || marks.slice(0, passed).reverse().find(isHeading) || null;
  }

  /** @param {HTMLElement} shown */
  function show(shown) {
    const kept = read();
    const link = shown.querySelector("a");
    const known = link && typeof kept.address === "string" && kept.address.startsWith(site) && kept.title;
    shown.hidden = !known;
    if (!known) return;
    const words = shown.dataset[kept.place ? "from" : "start"] || "";
    link.href = kept.address;
    link.textContent = words.replace(/\{(title|place)\}/g, function (_, name) { return kept[name]; });
  }

  /** @param {HTMLElement} shown */
  function forget(shown) {
    try { localStorage.removeItem(KEY); } catch { /* refused: nothing is kept */ }
    Array.from(shown.children).forEach(function (one) { one.toggleAttribute("hidden"); });
    /** @type {HTMLElement} */ (shown.querySelector("[tabindex]")).focus();
  }

  /** @param {Record<string, string>} kept */
  function write(kept) {
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch { /* refused: nothing is kept */ }
  }

  /** @returns {Record<string, string>} nothing where storage is refused or holds something else */
  function read() {
    try {
      return JSON.parse(localStorage.getItem(KEY) || "") || {};
    } catch {
      return {};
    }
  }
})();
