(function () {
  "use strict";
  var all = function (query, inside) { return Array.from((inside || document).querySelectorAll(query)); };
  var one = function (id) { return document.getElementById(id); };
  document.documentElement.classList.add("js");

  // Ticks, by uid and network. A browser may refuse to store: then they last until the page is closed.
  var key = function (box) { return "housecall.posted." + box.dataset.tick; };
  var stored = function (name) { try { return localStorage.getItem(name); } catch (e) { return null; } };
  var store = function (name, value) {
    try { if (value) { localStorage.setItem(name, value); } else { localStorage.removeItem(name); } } catch (e) { /* see above */ }
  };
  var today = function () {
    var now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };
  var short = function (day) {
    return new Date(day + "T12:00").toLocaleDateString("en", { month: "short", day: "numeric" });
  };
  var show = function (box, day) {
    box.closest(".share").classList.toggle("posted", box.checked);
    box.parentElement.querySelector(".tick-word").textContent = box.checked && day ? "Posted " + short(day) : "Posted";
  };
  var progress = function (post) {
    var boxes = all("[data-tick]", post), word = post.querySelector("[data-progress]");
    if (!word) { return; }
    var done = boxes.filter(function (box) { return box.checked; }).length;
    word.textContent = done + " of " + boxes.length + " posted";
    word.parentElement.classList.toggle("all", done === boxes.length);
  };
  all("[data-tick]").forEach(function (box) {
    var day = stored(key(box));
    box.checked = Boolean(day);
    show(box, day);
    box.addEventListener("change", function () {
      var when = box.checked ? today() : "";
      store(key(box), when);
      show(box, when);
      progress(box.closest(".post"));
    });
  });
  var posts = all(".post");
  posts.forEach(progress);

  // Filters. A card that is ticked while "not posted yet" is on stays until the filter is set anew.
  var network = one("network"), group = one("group"), openOnly = one("open-only");
  var filter = function () {
    var shown = 0, cards = 0;
    posts.forEach(function (post) {
      var left = all(".share", post).filter(function (share) {
        var fits = !network.value || share.dataset.network === network.value;
        var waits = !openOnly.checked || !share.classList.contains("posted");
        share.classList.toggle("off", !(fits && waits));
        return fits && waits;
      }).length;
      var any = left || !(network.value || openOnly.checked);
      var visible = any && (!group.value || post.dataset.group === group.value);
      post.classList.toggle("off", !visible);
      shown += visible ? 1 : 0;
      cards += visible ? left : 0;
    });
    all(".group").forEach(function (section) {
      var own = all(".post", section), bare = !own.length;
      var filtered = network.value || group.value || openOnly.checked;
      section.classList.toggle("off", bare ? Boolean(filtered) : own.every(function (post) { return post.classList.contains("off"); }));
    });
    document.body.classList.toggle("one-network", Boolean(network.value));
    one("none").hidden = shown > 0;
    one("found").textContent = shown + (shown === 1 ? " post, " : " posts, ") + cards + (cards === 1 ? " text" : " texts");
  };
  var fold = function (open) {
    posts.forEach(function (post) { post.open = open; });
    one("fold").textContent = open ? "Close all" : "Open all";
    one("fold").setAttribute("aria-pressed", String(open));
  };
  network.addEventListener("change", function () { filter(); fold(Boolean(network.value)); });
  group.addEventListener("change", filter);
  openOnly.addEventListener("change", filter);
  one("fold").addEventListener("click", function () { fold(one("fold").getAttribute("aria-pressed") !== "true"); });
  filter();

  // Copying. Where the browser does not let a page write to the clipboard, the text is selected.
  var timer;
  var say = function (words) {
    clearTimeout(timer);
    one("toast").textContent = words;
    timer = setTimeout(function () { one("toast").textContent = ""; }, 4000);
  };
  var select = function (source) {
    var range = document.createRange(), selection = getSelection(), folded = source.closest("details");
    if (folded) { folded.open = true; }
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
