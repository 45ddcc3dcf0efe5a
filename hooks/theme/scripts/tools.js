// What can be done with a page: buttons that only scripts could answer, so a script puts them there.
(function () {
  "use strict";

  document.querySelectorAll("div.tools:empty").forEach(function (place) {
    place.innerHTML = "@partials/tool-buttons.html"; // the build puts the markup of that template here
  });
})();
