(function () {
  "use strict";
  // The same check as confirms_care in care_check.py, with the same patterns. Nothing is stored or sent.
  var box = document.getElementById("own-answer"), told = document.getElementById("verdict"), list = document.getElementById("findings");
  if (!box) { return; }
  var rules = JSON.parse(document.getElementById("care-rules").textContent).map(function (rule) {
    return { why: rule.why, patterns: rule.patterns.map(function (pattern) { return new RegExp(pattern, "g"); }) };
  });
  var plain = function (text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, "").replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
      .replace(/[\s\u001c-\u001f\u0085]+/g, " ").toLowerCase().trim();
  };
  var findings = function (text) {
    var found = {}, words = plain(text);
    rules.forEach(function (rule) {
      rule.patterns.forEach(function (pattern) {
        (words.match(pattern) || []).forEach(function (phrase) { found[phrase.trim()] = rule.why; });
      });
    });
    return found;
  };
  var check = function () {
    var found = findings(box.value), phrases = Object.keys(found), empty = !box.value.trim();
    told.className = "verdict" + (empty ? "" : phrases.length ? " bad" : " fine");
    told.textContent = empty ? "Nothing to check yet." : phrases.length
      ? "Do not post this: it may tell that somebody is a patient."
      : "Nothing found. The check knows many wordings, not all: read it once more yourself.";
    list.replaceChildren.apply(list, phrases.map(function (phrase) {
      var item = document.createElement("li"), quote = document.createElement("q");
      quote.textContent = phrase;
      item.append(quote, " " + found[phrase]);
      return item;
    }));
  };
  box.addEventListener("input", check);
  Array.from(document.querySelectorAll("[data-change]")).forEach(function (button) {
    button.addEventListener("click", function () {
      box.value = document.getElementById(button.dataset.change).textContent;
      check();
      box.focus();
    });
  });
  check();
}());
