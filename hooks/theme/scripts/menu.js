// The menu of a narrow screen: the header's link to it becomes a button that opens and closes it.
(function () {
  "use strict";

  const link = document.querySelector("[data-menu]");
  const menu = document.getElementById("site-menu");
  if (!link || !menu) return;

  const button = document.createElement("button");
  button.type = "button";
  button.textContent = link.textContent;
  button.setAttribute("aria-controls", menu.id);
  link.replaceWith(button);

  /** @param {boolean} open */
  const show = function (open) {
    menu.dataset.open = String(open);
    button.setAttribute("aria-expanded", String(open));
  };
  show(location.hash === "#" + menu.id);

  button.addEventListener("click", function () { show(menu.dataset.open !== "true"); });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || menu.dataset.open !== "true" || !button.offsetParent) return;
    show(false);
    button.focus();
  });
})();
