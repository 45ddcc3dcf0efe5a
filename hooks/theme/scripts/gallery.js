// Finding posters on the gallery page: one field for words, one choice for each group of the link lists.
// The lists stay as they are where this does not run. The cards say what they are in data attributes; the
// form and all its words come from partials/gallery-form.html.
(function () {
  "use strict";

  const lists = document.querySelector(".filters");
  const cards = Array.from(document.querySelectorAll(".card[data-words]")).filter(isElement);
  const template = document.getElementById("gallery-form");
  if (!(lists instanceof HTMLElement) || !(template instanceof HTMLTemplateElement) || !cards.length) return;

  const form = /** @type {HTMLFormElement} */ (template.content.querySelector("form"));
  const words = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const told = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const blank = /** @type {HTMLElement} */ (form.querySelector("[data-choice]"));
  const choices = Array.from(lists.querySelectorAll("details[data-group]")).filter(isElement).map(choice);
  blank.remove();
  lists.before(form);
  lists.hidden = true;

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", show);
  // The fields are empty only after this event.
  form.addEventListener("reset", function () { setTimeout(function () { show(); words.focus(); }, 0); });
  show();

  /** @param {Element} one @returns {one is HTMLElement} */
  function isElement(one) {
    return one instanceof HTMLElement;
  }

  /**
   * A choice made of the links of one group: their texts, and their data-value as values.
   * @param {HTMLElement} group @returns {HTMLSelectElement}
   */
  function choice(group) {
    const field = /** @type {HTMLElement} */ (blank.cloneNode(true));
    const label = /** @type {HTMLLabelElement} */ (field.querySelector("label"));
    const select = /** @type {HTMLSelectElement} */ (field.querySelector("select"));
    select.dataset.group = group.dataset.group;
    select.id = label.htmlFor = "find-" + group.dataset.group;
    label.textContent = (group.querySelector("summary") || group).textContent;
    group.querySelectorAll("a").forEach(function (link) {
      select.append(new Option(link.textContent || "", link.dataset.value));
    });
    blank.before(field);
    return select;
  }

  /**
   * What a card is filed under in a group; `data-workstreams` and `data-topics` hold several.
   * @param {HTMLElement} card @param {string} group
   */
  function filed(card, group) {
    return (card.dataset[group] || card.dataset[group + "s"] || "").split(" ");
  }

  /** @param {HTMLElement} card @param {string[]} asked */
  function fits(card, asked) {
    return asked.every(function (word) { return (card.dataset.words || "").includes(word); })
      && choices.every(function (one) { return !one.value || filed(card, one.dataset.group || "").includes(one.value); });
  }

  function show() {
    const asked = words.value.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    cards.forEach(function (card) { card.hidden = !fits(card, asked); });
    Array.from(document.querySelectorAll(".cards")).filter(isElement).forEach(function (list) {
      list.hidden = !list.querySelector(".card:not([hidden])");
      const heading = list.previousElementSibling;
      if (heading instanceof HTMLElement) heading.hidden = list.hidden;
    });
    tell(cards.filter(function (card) { return !card.hidden; }).length);
  }

  /** @param {number} shown */
  function tell(shown) {
    const which = shown === cards.length ? "all" : shown > 1 ? "some" : shown ? "one" : "none";
    const text = (told.dataset[which] || "").replace("{shown}", String(shown)).replace("{all}", String(cards.length));
    if (told.textContent !== text) told.textContent = text;
  }
})();
