// Reads a page aloud with the voices of the device. A voice from elsewhere would send the text away, so only
// those on the device are offered; where there is none, nothing of this is shown.
(function () {
  "use strict";

  const KEY = "ms-course-listening";
  const speech = window.speechSynthesis;
  const text = document.getElementById("page-text");
  const listen = document.querySelector("button[data-listen]");
  const tools = listen && listen.parentElement;
  if (!speech || !text || !(listen instanceof HTMLButtonElement) || !tools) return;
  const holder = document.createElement("template");
  holder.innerHTML = "@partials/player.html"; // the build puts the markup of that template here
  const player = /** @type {HTMLElement} */ (holder.content.firstElementChild);
  tools.after(player);
  const { sentences, mark, unmark, inView, bringIntoView } = window.courseListening;
  const [play, back, on, stop] = Array.from(player.querySelectorAll("button"));
  const [speed, voice] = Array.from(player.querySelectorAll("select"));
  const trouble = /** @type {HTMLElement} */ (player.querySelector("[role=alert]"));
  const pageLang = document.documentElement.lang;

  /** @type {CourseSentence[]} */
  let list = [];
  let at = 0;
  let playing = false;
  /** @type {SpeechSynthesisUtterance | null} Held, because Chromium forgets the events of one that nobody holds. */
  let said = null;
  let patience = 0;

  readKept();
  offer();
  if (speech.addEventListener) speech.addEventListener("voiceschanged", offer); // they may come late
  window.addEventListener("pagehide", pause);
  listen.addEventListener("click", open);
  play.addEventListener("click", function () { if (playing) pause(); else start(); });
  back.addEventListener("click", function () { step(-1); });
  on.addEventListener("click", function () { step(1); });
  stop.addEventListener("click", close);
  [speed, voice].forEach(function (choice) {
    choice.addEventListener("change", function () {
      keep();
      if (playing) say();
    });
  });

  // --- Voices -------------------------------------------------------------------------------------------

  /** @param {string} lang en-GB, en_GB or en */
  function language(lang) { return lang.toLowerCase().split(/[-_]/)[0]; }

  /** @param {string} lang @returns {SpeechSynthesisVoice[]} those on the device, of the same country first */
  function voices(lang) {
    const wanted = lang.toLowerCase();
    const rank = function (/** @type {SpeechSynthesisVoice} */ one) {
      return (one.lang.toLowerCase().replace("_", "-") === wanted ? 2 : 0) + (one.default ? 1 : 0);
    };
    return speech.getVoices()
      .filter(function (one) { return one.localService && language(one.lang) === language(lang); })
      .sort(function (a, b) { return rank(b) - rank(a); });
  }

  function offer() {
    const there = voices(pageLang);
    const chosen = voice.value || voice.dataset.kept || "";
    voice.replaceChildren(...there.map(function (one) { return new Option(one.name, one.voiceURI); }));
    if (there.some(function (one) { return one.voiceURI === chosen; })) voice.value = chosen;
    /** @type {HTMLButtonElement} */ (listen).hidden = !there.length || !player.hidden;
  }

  /** @param {string} lang */
  function voiceFor(lang) {
    const own = voices(pageLang).find(function (one) { return one.voiceURI === voice.value; }) || null;
    return language(lang) === language(pageLang) ? own : voices(lang)[0] || own;
  }

  // --- Pressing buttons -----------------------------------------------------------------------------------

  function open() {
    show(true);
    list = sentences(/** @type {Element} */ (text));
    at = first();
    play.focus();
    start();
  }

  /** Where the reader is: at a marked word, at the heading an address leads to, or at the beginning. */
  function first() {
    const chosen = getSelection();
    const place = (chosen && !chosen.isCollapsed && chosen.anchorNode) || document.querySelector(":target:not(main)");
    if (!place) return 0;
    const found = list.findIndex(function (one) {
      const way = place.compareDocumentPosition(one.pieces[0].node);
      return place.contains(one.pieces[0].node) || (way & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    });
    return Math.max(found, 0);
  }

  function close() {
    pause();
    unmark();
    show(false);
    /** @type {HTMLButtonElement} */ (listen).focus();
  }

  /** @param {boolean} opened */
  function show(opened) {
    player.hidden = !opened;
    /** @type {HTMLButtonElement} */ (listen).hidden = opened;
  }

  /** @param {number} by */
  function step(by) {
    at = Math.min(Math.max(at + by, 0), list.length - 1);
    if (playing) return say(true);
    mark(list[at]);
    bringIntoView(list[at], covered());
  }

  // --- Saying ---------------------------------------------------------------------------------------------

  function start() {
    setPlaying(true);
    say(true);
  }

  /** Stops, and remembers the sentence: the browsers' own pause does not work on every device. */
  function pause() {
    setPlaying(false);
    silence();
  }

  /** @param {boolean} now */
  function setPlaying(now) {
    playing = now;
    trouble.textContent = "";
    play.textContent = play.dataset[now ? "pause" : "play"] || "";
  }

  function silence() {
    clearTimeout(patience);
    said = null;
    speech.cancel();
  }

  /** Says one sentence: long texts end early in Chromium. @param {boolean} [asked] by the reader, just now */
  function say(asked) {
    silence();
    const sentence = list[at];
    if (!sentence) return finish();
    const follow = asked || !at || inView(list[at - 1], covered()); // not when the reader scrolled away
    mark(sentence);
    if (follow) bringIntoView(sentence, covered());
    const one = said = new SpeechSynthesisUtterance(sentence.text);
    one.voice = voiceFor(sentence.lang);
    one.lang = one.voice ? one.voice.lang : sentence.lang;
    one.rate = Number(speed.value);
    one.onend = function () { if (said === one) next(); };
    one.onerror = function () { if (said === one) fail(); };
    // Some browsers lose what follows a cancel at once.
    setTimeout(function () { if (said === one) speech.speak(one); }, 0);
    patience = setTimeout(fail, 8000 + 250 * sentence.text.length / one.rate);
  }

  function next() {
    at += 1;
    say();
  }

  function finish() {
    at = 0;
    pause();
    unmark();
  }

  function fail() {
    pause();
    trouble.textContent = trouble.dataset.stopped || "";
  }

  /** How much of the window the player covers, in pixels. */
  function covered() {
    return getComputedStyle(player).position === "sticky" ? player.offsetHeight : 0;
  }

  // --- On this device -------------------------------------------------------------------------------------

  function readKept() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "{}");
      speed.value = kept.speed;
      voice.dataset.kept = kept.voice;
    } catch { /* refused, or not ours */ }
    if (!speed.value) speed.value = "1";
  }

  function keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify({ speed: speed.value, voice: voice.value }));
    } catch { /* refused: it holds for this page */ }
  }
})();
