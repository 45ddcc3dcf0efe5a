// A copy says that it is one, and how old it is: in a browser that saved the site, and in the zip, where the
// build has already taken `hidden` away. Words are in partials/copy.html and copy-age.html.
(function () {
  "use strict";

  const note = document.querySelector("[data-copy]");
  const keeper = navigator.serviceWorker;
  if (!(note instanceof HTMLElement) || (note.hidden && !(keeper && keeper.controller))) return;
  const more = document.createElement("template");
  more.innerHTML = "@partials/copy-age.html";
  note.append(more.content);
  note.hidden = false;
  tellAge(note, /** @type {HTMLElement} */ (note.querySelector("[data-age]")));
  if (keeper && keeper.controller) keeper.ready.then(watch);

  /** By the reader's own clock, in whole months. @param {HTMLElement} note @param {HTMLElement} place */
  function tellAge(note, place) {
    const [year, month, day] = (note.dataset.copy || "").split("-").map(Number);
    const now = new Date();
    const months = (now.getFullYear() - year) * 12 + now.getMonth() + 1 - month - (now.getDate() < day ? 1 : 0);
    if (!(months > 0)) return;
    const words = new Intl.RelativeTimeFormat(document.documentElement.lang);
    const age = months < 24 ? words.format(-months, "month") : words.format(-Math.floor(months / 12), "year");
    place.textContent = (place.dataset.age || "").replace("{age}", age);
  }

  /** A newer edition waits until the reader asks for it, or closes every page. @param {ServiceWorkerRegistration} saved */
  function watch(saved) {
    if (saved.waiting) return offer(saved.waiting);
    saved.addEventListener("updatefound", function () {
      const coming = saved.installing;
      if (coming) coming.addEventListener("statechange", function () { if (coming.state === "installed") offer(coming); });
    });
  }

  /** @param {ServiceWorker} newer */
  function offer(newer) {
    const offered = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (note).querySelector("[data-newer]"));
    offered.hidden = false;
    /** @type {HTMLElement} */ (offered.querySelector("button")).addEventListener("click", function () {
      keeper.addEventListener("controllerchange", function () { location.reload(); });
      newer.postMessage("take over");
    });
  }
})();
