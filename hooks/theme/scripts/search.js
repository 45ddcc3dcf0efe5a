// The search page: what is typed, said or pasted into the box → results, and help first where there is danger.
// What it looks through is a script of its own, asked for at the first word, so that it works from a folder too.
(function () {
  "use strict";

  const { words, Engine, Danger } = window.courseSearch;
  const SHOWN = 10, SIGNS = 2, LETTERS = 220, PAUSE = 150, REST = 900;

  const form = element("[data-search]", HTMLFormElement);
  const box = element("[data-search] input", HTMLInputElement);
  const told = element("[data-search] [role=status]", HTMLElement);
  const help = element("[data-danger]", HTMLElement);
  const list = element("[data-results]", HTMLOListElement);
  const more = element("[data-more]", HTMLButtonElement);
  const root = (form.dataset.root || "").replace(/index\.html$/, "");
  /** @type {Promise<{engine: SearchEngine, danger: {find(text: string): string[]}, data: SearchData}> | undefined} */
  let ready;
  let pause = 0, rest = 0, limit = SHOWN, shown = "";

  element("[data-without-script]", HTMLElement).hidden = true;
  form.hidden = false;
  box.value = new URLSearchParams(location.search).get("q") || "";
  form.addEventListener("submit", function (event) { event.preventDefault(); soon(0); });
  // Not keyup: a word that was said, pasted or chosen has no key.
  form.addEventListener("input", function () { soon(PAUSE); });
  more.addEventListener("click", showMore);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
  window.addEventListener("pageshow", function () { if (box.value.trim() !== shown) soon(0); });
  box.focus({ preventScroll: true });
  if (box.value) soon(0);

  /** @template {HTMLElement} T @param {string} where @param {new () => T} kind @returns {T} */
  function element(where, kind) {
    const found = document.querySelector(where);
    if (!(found instanceof kind)) throw new Error(where);
    return found;
  }

  /** @param {string} id */
  function template(id) {
    return /** @type {HTMLTemplateElement} */ (document.getElementById(id)).content;
  }

  /** @param {number} wait */
  function soon(wait) {
    clearTimeout(pause);
    limit = SHOWN;
    pause = window.setTimeout(search, wait);
  }

  /** Escape leads back to the box; in the box it starts anew. */
  function close() {
    if (document.activeElement === box) box.value = "";
    box.focus();
    soon(0);
  }

  function load() {
    ready = ready || new Promise(function (done, failed) {
      const script = document.createElement("script");
      script.src = form.dataset.index || "";
      script.onerror = failed;
      script.onload = function () {
        const data = /** @type {SearchData} */ (window.courseSearch.data);
        const engine = new Engine(data), home = document.documentElement.dataset.nation;
        engine.home = home ? 1 << data.nations.findIndex(function (one) { return one.toLowerCase().replace(" ", "-") === home; }) : 0;
        done({ engine, data, danger: new Danger(data.safety, function (word) { return engine.places.has(word); }) });
      };
      document.head.append(script);
    });
    return ready;
  }

  async function search() {
    const query = box.value.trim();
    keep(query);
    if (!words(query).length) return clear();
    try {
      const { engine, danger, data } = await load();
      if (query !== box.value.trim()) return; // there was more to come while it loaded
      shown = query;
      const signs = danger.find(query).slice(0, SIGNS);
      const found = engine.find(query);
      help.replaceChildren(...signs.map(function (id) { return document.importNode(template("danger-" + id), true); }));
      if (!found.length && !signs.length) help.append(document.importNode(template("search-none"), true));
      show(engine, data, query, found);
      tell(found.length ? found.length === 1 ? "one" : "many" : "none", found.length, signs.length > 0);
    } catch {
      ready = undefined;
      tell("failed", 0, false);
    }
  }

  /** The words stand in the address, so that back, forward and a bookmark lead to the same results. @param {string} query */
  function keep(query) {
    const address = query ? "?q=" + encodeURIComponent(query) : location.pathname;
    try { history.replaceState(null, "", address); } catch { /* some browsers refuse it for files */ }
  }

  function clear() {
    shown = "";
    clearTimeout(rest);
    told.textContent = "";
    help.replaceChildren();
    list.replaceChildren();
    list.hidden = more.hidden = true;
  }

  /** Says the count once typing rests, so that nobody hears it after each letter. @param {string} which @param {number} count @param {boolean} danger */
  function tell(which, count, danger) {
    clearTimeout(rest);
    rest = window.setTimeout(function () {
      const said = (told.dataset[which] || "").replace("{count}", String(count));
      told.textContent = danger ? (told.dataset.first || "") + " " + (count ? said : "") : said;
    }, REST);
  }

  /** @param {SearchEngine} engine @param {SearchData} data @param {string} query @param {SearchFound[]} found */
  function show(engine, data, query, found) {
    const terms = engine.meaning.understand(query), nations = engine.meaning.nationsIn(query);
    const stems = new Set(terms.flat().flatMap(function (way) { return way.stems; }));
    list.replaceChildren(...found.slice(0, limit).map(function (one) {
      const passage = engine.best(one.section, terms, nations).text;
      const made = result(data.pages[one.page], one.section, passage, stems, engine);
      if ((data.english || []).includes(one.page)) made.querySelector("li")?.setAttribute("lang", "en");
      return made;
    }));
    list.hidden = !found.length;
    more.hidden = found.length <= limit;
  }

  async function showMore() {
    const from = limit, query = box.value.trim();
    const { engine, data } = await load();
    limit += SHOWN;
    show(engine, data, query, engine.find(query));
    const next = list.children[from];
    if (next) /** @type {HTMLElement} */ (next.querySelector("a")).focus();
  }

  /** @param {SearchData["pages"][0]} page @param {SearchSection} section @param {string} passage @param {Set<string>} stems @param {SearchEngine} engine */
  function result([address, title, place], section, passage, stems, engine) {
    const made = document.importNode(template("search-result"), true);
    const [link, where, text] = ["a", ".result-place", ".result-text"].map(function (one) {
      return /** @type {HTMLElement} */ (made.querySelector(one));
    });
    link.setAttribute("href", root + address + (section.anchor ? "#" + section.anchor : ""));
    link.append(...marked(title, stems, engine));
    const said = section.heading ? "search-part" : "search-place";
    where.append(...marked((template(said).textContent || "").replace("{place}", place).replace("{part}", section.heading).replace(/^\. /, "").replace(/([.?])\.$/, "$1"), stems, engine));
    const cited = passage || (section.passages[0] || { text: "" }).text;
    if (cited) text.append(...marked(cut(cited, stems, engine), stems, engine));
    else text.remove();
    return made;
  }

  /** @param {string} text @param {Set<string>} stems @param {SearchEngine} engine @returns {Array<string | Node>} the text with its found words marked */
  function marked(text, stems, engine) {
    return text.split(/([\p{L}\p{N}'\u2019]+)/u).map(function (piece, at) {
      if (at % 2 === 0 || !isFound(piece, stems, engine)) return piece;
      const mark = document.createElement("mark");
      mark.textContent = piece;
      return mark;
    });
  }

  /** @param {string} piece @param {Set<string>} stems @param {SearchEngine} engine */
  function isFound(piece, stems, engine) {
    return words(piece).some(function (word) { return stems.has(engine.places.known.get(word) || word); });
  }

  /** At most so many letters, from a little before the first word that was found. @param {string} text @param {Set<string>} stems @param {SearchEngine} engine */
  function cut(text, stems, engine) {
    if (text.length <= LETTERS) return text;
    const pieces = text.split(/(?<=\s)/);
    const first = pieces.findIndex(function (piece) { return isFound(piece, stems, engine); });
    let from = Math.max(0, first), size = pieces[from].length;
    while (from > 0 && size + pieces[from - 1].length < 60) size += pieces[--from].length;
    let to = from;
    for (size = 0; to < pieces.length && size + pieces[to].length <= LETTERS; to++) size += pieces[to].length;
    return (from ? "\u2026 " : "") + pieces.slice(from, to).join("").trim() + (to < pieces.length ? " \u2026" : "");
  }
})();
