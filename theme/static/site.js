/* No request, no cookie, nothing kept. */
(() => {
  "use strict";

  const all = (selector) => document.querySelectorAll(selector);
  const language = document.documentElement.lang;
  const filled = (text, slots) => text.replace(/\{(\w+)\}/g, (_, name) => slots[name]);

  /* Open or closed, by the practice's wall clock: "2026-11-26T08:00". */

  const wallClock = (instant, zone) => // Swedes write dates as ISO 8601 does
    instant.toLocaleString("sv", { timeZone: zone }).slice(0, 16).replace(" ", "T");
  const dayAfter = (day, days) => {
    const moved = new Date(`${day}T12:00Z`);
    moved.setUTCDate(moved.getUTCDate() + days);
    return moved.toISOString().slice(0, 10);
  };
  const weekday = (day) => (new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7; // Monday is 0
  const two = (number) => String(number).padStart(2, "0");
  const at = (day, minutes) => `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  const spoken = (wall, options) =>
    new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options }).format(new Date(`${wall}Z`));
  const clock = (wall) => spoken(wall, { hour: "numeric", minute: "2-digit" });

  const spansOf = (day, week) =>
    week[weekday(day)].split(" ").filter(Boolean).map((span) => {
      const [from, to] = span.split("-").map(Number);
      return { from: at(day, from), to: to >= 1440 ? at(dayAfter(day, 1), to - 1440) : at(day, to) };
    });

  /* A notice about hours comes before the usual hours. */
  const statusOf = (now, week, changes) => {
    const today = now.slice(0, 10);
    const change = changes.find((c) => c.starts <= now && now <= c.ends);
    if (change) return { word: "changed", slots: { state: change.state }, url: change.url };
    const open = [...spansOf(dayAfter(today, -1), week), ...spansOf(today, week)]
      .find((span) => span.from <= now && now < span.to);
    if (open) {
      const next = changes.find((c) => now < c.starts && c.starts < open.to);
      const until = next ? next.starts : open.to;
      return { word: "open", slots: { time: clock(until) }, open: true, url: next && next.url };
    }
    for (let days = 0; days < 8; days += 1) {
      const day = dayAfter(today, days);
      const changed = changes.find((c) => c.ends > now && c.starts.slice(0, 10) <= day && day <= c.ends.slice(0, 10));
      const dayName = spoken(`${day}T12:00`, { weekday: "long" });
      if (changed) return { word: "differ", slots: { day: dayName }, url: changed.url };
      const next = spansOf(day, week).find((span) => span.from > now);
      if (next) {
        return { word: ["today", "tomorrow"][days] || "later", slots: { day: dayName, time: clock(next.from) } };
      }
    }
    return { word: "closed", slots: {} };
  };

  const now = new Date();
  for (const line of all(".open-line")) {
    const { zone, spans, changes, words } = line.dataset;
    const local = JSON.parse(changes).map((change) => ({
      ...change,
      starts: wallClock(new Date(change.starts), zone),
      ends: wallClock(new Date(change.ends), zone),
    }));
    const status = statusOf(wallClock(now, zone), spans.split("|"), local);
    const link = line.querySelector("a");
    link.textContent = filled(JSON.parse(words)[status.word], status.slots);
    if (status.url) link.href = status.url;
    line.classList.add(status.open ? "open-line--open" : "open-line--closed");
  }
  for (const table of all(".hours")) {
    const row = table.rows[weekday(wallClock(now, table.dataset.zone).slice(0, 10))];
    if (row) row.setAttribute("aria-current", "date");
  }

  /* A notice leaves when it is over, and its own page says so, however old the site is. */
  for (const item of all("[data-ends], [data-over]")) {
    const { ends, over } = item.dataset;
    if (new Date(ends || over) < now) item.hidden = !over;
  }

  /* Buttons that need a script are shown by it. */
  const status = document.querySelector("[data-status]");
  for (const button of navigator.clipboard ? all("[data-copy]") : []) {
    button.parentElement.hidden = false;
    button.onclick = async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.querySelector("span").textContent = status.textContent = button.dataset.done;
    };
  }
  for (const button of all("[data-print]")) {
    button.parentElement.hidden = false;
    button.onclick = () => print();
  }

  /* Behind a #, no server is told what people look for. */
  for (const form of all("[role=search]")) form.onsubmit = () => {
    location.href = `${form.action}#q=${encodeURIComponent(form[0].value)}`;
    return false;
  };

  /* Each word must begin a word of the entry; accents and case do not count. */
  const list = document.querySelector("[data-filter]");
  if (list) {
    const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
    const wordsOf = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const entries = [...list.children].map((item) => [item, ` ${wordsOf(item.dataset.text).join(" ")}`]);
    const box = document.getElementById("q");
    const found = document.querySelector("[data-found]");
    const words = JSON.parse(found.dataset.words);
    const filter = () => {
      const asked = wordsOf(box.value);
      let count = 0;
      for (const [item, text] of entries) {
        item.hidden = !asked.every((word) => text.includes(` ${word}`));
        count += item.hidden ? 0 : 1;
      }
      list.classList.toggle("a-to-z--found", asked.length > 0);
      const word = ["none", "one"][count] || "many";
      found.textContent = asked.length ? filled(words[word], { count, query: box.value.trim() }) : "";
    };
    const read = () => {
      box.value = decodeURIComponent(location.hash.slice(3));
      filter();
    };
    box.oninput = filter;
    onhashchange = read;
    read();
  }
})();
