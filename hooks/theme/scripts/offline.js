// The page "Take the course with you": saving the site in this browser, and removing it again. Nothing is
// fetched or kept before the reader presses the button. Words are in partials/save-form.html.
(function () {
  "use strict";

  const form = document.getElementById("save-site");
  const keeper = navigator.serviceWorker;
  // A browser has these only on a safe connection, and in some private windows not at all.
  if (!(form instanceof HTMLFormElement) || !keeper || !("caches" in window)) return;
  const scope = new URL("./", new URL(form.dataset.worker || "", location.href)).href;
  const save = /** @type {HTMLButtonElement} */ (form.querySelector("[data-save]"));
  const remove = /** @type {HTMLButtonElement} */ (form.querySelector("[data-remove]"));
  const extra = form.querySelector("input");
  const count = /** @type {HTMLElement} */ (form.querySelector("[data-count]"));
  const told = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  let saving = false;

  save.addEventListener("click", start);
  remove.addEventListener("click", removeAll);
  keeper.addEventListener("message", function (event) { hear(event.data); });
  keeper.startMessages();
  look().then(function () { form.hidden = false; }, function () { /* storage is refused: the page says so */ });

  /** What is saved already. */
  async function look() {
    await caches.keys();
    const saved = await ours();
    show(Boolean(saved && saved.active));
    if (saved && saved.active) saved.update().catch(function () { /* offline, and the copy serves */ });
    if (extra && saved && saved.active) extra.checked = saved.active.scriptURL.endsWith("?extra");
  }

  /** Not the worker of a site whose folder holds this one. */
  async function ours() {
    const found = await keeper.getRegistration(scope);
    return found && found.scope === scope ? found : undefined;
  }

  /** @param {boolean} saved */
  function show(saved) {
    remove.hidden = !saved;
    save.hidden = saved && !extra;
    if (saved) tell("kept");
  }

  async function start() {
    if (saving) return;
    saving = true;
    save.setAttribute("aria-disabled", "true"); // and not `disabled`, which would drop the focus
    count.textContent = "";
    tell("begun");
    // A saved copy that is meant to stay is not cleared when space runs short.
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(function () { return false; });
    try {
      const address = form?.dataset.worker + (extra && extra.checked ? "?extra" : "");
      await finished(await keeper.register(address, { updateViaCache: "none" }));
    } catch {
      if (saving) stop("network");
    }
  }

  /** @param {ServiceWorkerRegistration} saved */
  function finished(saved) {
    const coming = saved.installing;
    if (!coming) return done(saved);
    coming.addEventListener("statechange", function () {
      // The reason comes as news of its own, and may come after this.
      if (coming.state === "redundant") setTimeout(function () { if (saving) stop("network"); }, 1000);
      if (coming.state === "installed" || coming.state === "activated") done(saved);
    });
  }

  /** @param {ServiceWorkerRegistration} saved */
  function done(saved) {
    if (!saving) return;
    if (saved.waiting) saved.waiting.postMessage("take over");
    stop("done");
    remove.hidden = false;
    hide(save, Boolean(extra), told);
  }

  /** @param {string} what */
  function stop(what) {
    saving = false;
    save.removeAttribute("aria-disabled");
    count.textContent = "";
    tell(what);
  }

  async function removeAll() {
    const saved = await ours();
    if (saved && saved.active) saved.active.postMessage("forget");
  }

  /** News of the worker. @param {{done?: number, all?: number, failed?: string, forgotten?: boolean}} news */
  function hear(news) {
    if (news.done && saving) {
      count.textContent = (count.dataset.count || "").replace("{done}", String(news.done)).replace("{all}", String(news.all));
    } else if (news.failed && saving) {
      stop(news.failed);
    } else if (news.forgotten) {
      save.hidden = false;
      hide(remove, false, save);
      tell("removed");
    }
  }

  /** Who pressed it by keyboard goes on from `next`. @param {HTMLElement} pressed @param {boolean} stays @param {HTMLElement} next */
  function hide(pressed, stays, next) {
    const had = document.activeElement === pressed;
    pressed.hidden = !stays;
    if (had && !stays) next.focus();
  }

  /** @param {string} what */
  function tell(what) {
    told.textContent = told.dataset[what] || "";
  }
})();
