// Finding posters on the gallery page: one field for words, one choice for each group of the link lists.
// The lists stay as they are where this does not run. The cards say what they are in data attributes.
(function () {
  "use strict";

  const lists = document.querySelector(".filters");
  const cards = Array.from(document.querySelectorAll(".card[data-words]"));
  if (!lists || !cards.length) return;

  const groups = Array.from(lists.querySelectorAll("details[data-group]"));
  const form = make("form", { class: "gallery-search", "aria-label": "Posters and projects" });
  const words = field("Words", make("input", { type: "search", id: "find-words", autocomplete: "off" }));
  const choices = groups.map(choice);
  const all = make("button", { type: "button" }, "Show all");
  const told = make("p", { role: "status" });
  form.append(all, told);
  lists.before(form);
  lists.hidden = true;

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", show);
  all.addEventListener("click", function () { form.reset(); show(); words.focus(); });
  show();

  function make(tag, attributes, text) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(function (pair) { made.setAttribute(pair[0], pair[1]); });
    if (text) made.textContent = text;
    return made;
  }

  function field(name, control) {
    const box = make("p", { class: "field" });
    box.append(make("label", { for: control.id }, name), control);
    form.append(box);
    return control;
  }

  /** A choice made of the links of one group: their texts, and their data-value as values. */
  function choice(group) {
    const select = make("select", { id: "find-" + group.dataset.group, "data-group": group.dataset.group });
    select.append(make("option", { value: "" }, "All"));
    group.querySelectorAll("a[data-value]").forEach(function (link) {
      select.append(make("option", { value: link.dataset.value }, link.textContent));
    });
    return field(group.querySelector("summary").textContent, select);
  }

  /** What a card is filed under in a group; `data-workstreams` and `data-topics` hold several. */
  function filed(card, group) {
    return (card.dataset[group] || card.dataset[group + "s"] || "").split(" ");
  }

  function fits(card, asked) {
    return asked.every(function (word) { return card.dataset.words.includes(word); })
      && choices.every(function (one) { return !one.value || filed(card, one.dataset.group).includes(one.value); });
  }

  function show() {
    const asked = words.value.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    cards.forEach(function (card) { card.hidden = !fits(card, asked); });
    document.querySelectorAll(".cards").forEach(function (list) {
      list.hidden = !list.querySelector(".card:not([hidden])");
      list.previousElementSibling.hidden = list.hidden; // the heading of a list that is empty now
    });
    tell(cards.filter(function (card) { return !card.hidden; }).length);
  }

  function tell(count) {
    const text = count === cards.length ? "All " + count + " are shown."
      : count ? count + " of " + cards.length + (count === 1 ? " is shown." : " are shown.")
      : "None fits. Try fewer words, or press Show all.";
    if (told.textContent !== text) told.textContent = text;
  }
})();
