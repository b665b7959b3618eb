(function () {
  "use strict";
  // Ticks, by network and item. A browser may refuse to store: then they last until the page is closed.
  var boxes = Array.from(document.querySelectorAll("[data-done]"));
  var key = function (box) { return "housecall.profile." + box.dataset.done; };
  var progress = function (card) {
    var own = boxes.filter(function (box) { return card.contains(box); }), word = card.querySelector("[data-progress]");
    var done = own.filter(function (box) { return box.checked; }).length;
    if (word) { word.textContent = done + " of " + own.length + " done"; }
  };
  boxes.forEach(function (box) {
    try { box.checked = localStorage.getItem(key(box)) === "done"; } catch (e) { /* see above */ }
    box.addEventListener("change", function () {
      try { if (box.checked) { localStorage.setItem(key(box), "done"); } else { localStorage.removeItem(key(box)); } } catch (e) { /* see above */ }
      progress(box.closest("[data-card]"));
    });
  });
  Array.from(document.querySelectorAll("[data-card]")).forEach(progress);
}());
