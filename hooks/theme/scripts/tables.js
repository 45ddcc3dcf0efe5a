// Some browsers no longer tell a table as one when its rows are shown as cards. Its roles, said again, keep it
// a table there. (HTML itself may not say them twice, so they are not in the page.)
(function () {
  "use strict";

  const roles = {
    table: ".cards-table",
    rowgroup: "thead, tbody",
    row: "tr",
    columnheader: "thead th",
    rowheader: "tbody th",
    cell: "td",
  };
  document.querySelectorAll(".cards-table").forEach(function (table) {
    Object.entries(roles).forEach(function ([role, selector]) {
      const parts = table.matches(selector) ? [table] : table.querySelectorAll(selector);
      parts.forEach(function (part) { part.setAttribute("role", role); });
    });
  });
})();
