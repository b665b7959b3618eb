
(function () {
  "use strict";
  var all = function (query, inside) { return Array.from((inside || document).querySelectorAll(query)); };
  var one = function (id) { return document.getElementById(id); };
  var posts = all(".post");

  // Filters. A card that is ticked while "not posted yet" is on stays until the filter is set anew.
  var network = one("network"), group = one("group"), openOnly = one("open-only");
  var isDone = function (share) { return share.classList.contains("posted") || share.classList.contains("handed-over"); };
  var filter = function () {
    var shown = 0, cards = 0;
    posts.forEach(function (post) {
      var left = all(".share", post).filter(function (share) {
        var fits = !network.value || share.dataset.network === network.value;
        var waits = !openOnly.checked || !isDone(share);
        share.classList.toggle("off", !(fits && waits));
        return fits && waits;
      }).length;
      var any = left || !(network.value || openOnly.checked);
      var visible = any && (!group.value || post.dataset.group === group.value);
      post.classList.toggle("off", !visible);
      shown += visible ? 1 : 0;
      cards += visible ? left : 0;
    });
    var filtered = network.value || group.value || openOnly.checked;
    all(".posts").forEach(function (section) {
      var own = all(".post", section);
      section.classList.toggle("off", own.length ? own.every(function (post) { return post.classList.contains("off"); }) : Boolean(filtered));
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

  // Links within the page: what is folded or filtered out is shown, and gets the keyboard.
  var go = function () {
    var target = location.hash.length > 1 && one(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    if (target.closest(".off")) {
      network.value = group.value = "";
      openOnly.checked = false;
      filter();
    }
    for (var folded = target.closest("details"); folded; folded = folded.parentElement.closest("details")) { folded.open = true; }
    var stop = target.matches("details") ? target.querySelector("summary") : target;
    if (!stop.matches("summary") && !stop.hasAttribute("tabindex")) { stop.tabIndex = -1; }
    stop.focus({ preventScroll: true });
    target.scrollIntoView();
  };
  all("a[href^='#']").forEach(function (link) {
    link.addEventListener("click", function () { setTimeout(go, 0); });
  });
  go();
}());
