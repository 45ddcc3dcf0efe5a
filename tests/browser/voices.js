// In place of the browser's own speech, which a browser without a window does not have. Like the real one it
// brings its voices late, tells of each start and end by events, and tells those who are cut off of an error.
// A sentence ends when the test says so: window.speech.run(times).
(() => {
  const voice = (name, lang, localService, isDefault) =>
    ({ name, lang, localService, default: isDefault, voiceURI: `urn:${name}` });
  const known = [
    voice("Anna", "de-DE", true, false),
    voice("Online Olive", "en-GB", false, true),
    voice("Sam", "en-US", true, false),
    voice("Brenda", "en_GB", true, false),
  ];
  const all = known.filter((one) => !(window.speechWithout || []).includes(one.name));

  class Utterance extends EventTarget {
    constructor(text) {
      super();
      Object.assign(this, { text, voice: null, rate: 1, lang: "", onend: null, onerror: null, onstart: null });
    }
    tell(type, more) {
      const event = Object.assign(new Event(type), more);
      this.dispatchEvent(event);
      this[`on${type}`]?.(event);
    }
  }

  class Speech extends EventTarget {
    voices = [];
    queue = [];
    said = [];
    getVoices() { return this.voices; }
    get speaking() { return this.queue.length > 0; }
    speak(one) {
      this.queue.push(one);
      if (this.queue.length === 1) this.begin();
    }
    begin() {
      const one = this.queue[0];
      this.said.push({ text: one.text, voice: one.voice?.name, lang: one.lang, rate: one.rate });
      setTimeout(() => one.tell("start"));
      this.dispatchEvent(new Event("begun"));
    }
    /** Ends `times` sentences, or all; gives what is said after each, and what `look` then sees. */
    async run(times, look = () => null) {
      const seen = [];
      while (seen.length < times) {
        const begun = new Promise((done) => this.addEventListener("begun", () => done(true), { once: true }));
        const over = new Promise((done) => setTimeout(done, 500, false));
        this.finish();
        if (!(await Promise.race([begun, over]))) break;
        seen.push({ ...this.said.at(-1), seen: look() });
      }
      return seen;
    }
    finish() {
      const one = this.queue.shift();
      if (this.queue.length) this.begin();
      one?.tell("end");
    }
    fail() { this.queue.shift()?.tell("error", { error: "synthesis-failed" }); }
    cancel() {
      const cut = this.queue.splice(0);
      setTimeout(() => cut.forEach((one) => one.tell("error", { error: "interrupted" })));
    }
    pause() { throw new Error("pause() does not work on every device"); }
    resume() { throw new Error("resume() does not work on every device"); }
  }

  const speech = new Speech();
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = Utterance;
  window.speech = speech;
  setTimeout(() => {
    speech.voices = known.filter((one) => !(window.speechWithout || []).includes(one.name));
    speech.dispatchEvent(new Event("voiceschanged"));
  }, 50);
})();
