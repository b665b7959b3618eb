(function () {
  "use strict";
  var all = function (query, inside) { return Array.from((inside || document).querySelectorAll(query)); };
  var one = function (id) { return document.getElementById(id); };
  document.documentElement.classList.add("js");

  // Copying. Where the browser does not let a page write to the clipboard, the text is selected.
  var timer;
  var say = function (words) {
    clearTimeout(timer);
    one("toast").textContent = words;
    timer = setTimeout(function () { one("toast").textContent = ""; }, 4000);
  };
  var select = function (source) {
    var range = document.createRange(), selection = getSelection();
    for (var folded = source.closest("details"); folded; folded = folded.parentElement.closest("details")) { folded.open = true; }
    source.hidden = false;
    range.selectNodeContents(source);
    selection.removeAllRanges();
    selection.addRange(range);
    say("The text is selected: press Ctrl+C or \u2318C, or hold it and choose Copy.");
  };
  var done = function (button) {
    var label = button.textContent;
    if (button.classList.contains("done")) { return; }
    button.classList.add("done");
    button.textContent = "Copied";
    say("Copied. Now paste it.");
    setTimeout(function () { button.classList.remove("done"); button.textContent = label; }, 2500);
  };
  all("[data-copy]").forEach(function (button) {
    button.addEventListener("click", function () {
      var source = one(button.dataset.copy);
      if (!navigator.clipboard) { select(source); return; }
      navigator.clipboard.writeText(source.textContent).then(function () { done(button); }, function () { select(source); });
    });
  });

  // On paper everything is open.
  var before = [];
  addEventListener("beforeprint", function () {
    before = all("details").filter(function (one) { return !one.open; });
    before.forEach(function (one) { one.open = true; });
  });
  addEventListener("afterprint", function () { before.forEach(function (one) { one.open = false; }); });
}());
