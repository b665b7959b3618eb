
(function () {
  "use strict";
  var all = function (query, inside) { return Array.from((inside || document).querySelectorAll(query)); };

  // Ticks, by uid, network and turn. A browser may refuse to store: then they last until the page is closed.
  var stored = function (name) { try { return localStorage.getItem("housecall." + name); } catch (e) { return null; } };
  var store = function (name, value) {
    name = "housecall." + name;
    try { if (value) { localStorage.setItem(name, value); } else { localStorage.removeItem(name); } } catch (e) { /* see above */ }
  };
  var today = function () {
    var now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };
  var short = function (day) {
    return new Date(day + "T12:00").toLocaleDateString("en", { month: "short", day: "numeric" });
  };
  var keep = function (box, name, changed) {
    box.checked = Boolean(stored(name));
    changed(stored(name));
    box.addEventListener("change", function () {
      var when = box.checked ? today() : "";
      store(name, when);
      changed(when);
    });
  };

  // Posted by hand.
  var started = false;
  var progress = function (post) {
    var word = post.querySelector("[data-progress]");
    if (!word) { return; }
    var boxes = all(".share > header [data-tick]", post), given = all(".handed-over", post).length;
    var done = boxes.filter(function (box) { return box.checked; }).length;
    word.textContent = boxes.length ? done + " of " + boxes.length + (given ? " by hand" : " posted") : "";
    word.classList.toggle("all", boxes.length > 0 && done === boxes.length);
  };
  var chips = {};
  all("[data-ticked]").forEach(function (chip) {
    (chips[chip.dataset.ticked] = chips[chip.dataset.ticked] || []).push(chip);
  });
  var label = function (tick, posted) {
    (chips[tick] || []).forEach(function (chip) {
      var told = chip.querySelector(".unseen");
      chip.classList.toggle("ticked", posted);
      if (posted && !told) {
        told = document.createElement("span");
        told.className = "unseen";
        told.textContent = " (posted)";
        chip.appendChild(told);
      } else if (!posted && told) { told.remove(); }
    });
  };
  all("[data-tick]").forEach(function (box) {
    keep(box, "posted." + box.dataset.tick, function (day) {
      var share = box.closest(".share"), post = box.closest(".post");
      if (box.closest(".share > header")) { share.classList.toggle("posted", box.checked); }
      box.parentElement.querySelector(".tick-word").textContent = box.checked && day ? "Posted " + short(day) : "Posted";
      label(box.dataset.tick, box.checked);
      if (started) { progress(post); }
    });
  });
  all(".post").forEach(progress);
  started = true;

  // Taken down. What was posted by hand is known to this browser alone.
  all("[data-by-hand]").forEach(function (line) {
    var day = stored("posted." + line.dataset.byHand);
    line.hidden = !day;
    if (day) { line.querySelector(".copy-told").textContent = "Posted by hand " + short(day); }
  });
  var left = function (down) {
    var boxes = all(".copy-line:not([hidden]) [data-down]", down);
    var done = boxes.filter(function (box) { return box.checked; }).length;
    var gone = boxes.length > 0 && done === boxes.length;
    down.querySelector("[data-down-count]").textContent = boxes.length ? done + " of " + boxes.length + " taken down" : "";
    down.classList.toggle("all-down", gone);
    all("[data-down-line='" + down.dataset.downUid + "']").forEach(function (line) { line.classList.toggle("off", gone); });
    return gone;
  };
  all(".down").forEach(function (down) {
    all("[data-down]", down).forEach(function (box) {
      keep(box, "taken-down." + box.dataset.down, function () {
        box.closest(".copy-line").classList.toggle("is-down", box.checked);
        left(down);
      });
    });
    if (left(down)) { down.open = false; }
  });

  // A list of another day is not today's.
  var list = document.querySelector("[data-built]");
  if (list && list.dataset.built < today()) { document.getElementById("stale").hidden = false; }
}());
