"use strict";
// Keys of a reading room: from story to story, to the search, and the list of keys. They can be turned off, as speech input may press them.
(() => {
  const dialog = document.getElementById("keys");
  const switched = document.getElementById("keys-on");
  const opener = document.getElementById("show-keys");
  const NAME = "summarize-keys";
  const remembered = (value) => {
    try {
      if (value !== undefined) localStorage.setItem(NAME, value);
      return localStorage.getItem(NAME);
    } catch { return null; } // a browser that keeps nothing for this page
  };
  const stops = () => [...document.querySelectorAll("main > .story .stop, main > .telling .stop, .stories > .story > h3, #results a")];
  const step = (by) => {
    const all = stops();
    if (!all.length) return;
    const now = all.findIndex((each) => each === document.activeElement || each.contains(document.activeElement));
    const first = all.findIndex((each) => each.getBoundingClientRect().top > 8);
    const next = now >= 0 ? now + by : by > 0 ? Math.max(first, 0) : (first < 0 ? all.length : first) - 1;
    const target = all[Math.min(Math.max(next, 0), all.length - 1)];
    if (!target.matches("a")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  };
  const search = () => {
    const field = document.getElementById("query");
    if (field) field.focus(); else location.href = document.getElementById("to-search").href;
  };

  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
  document.getElementById("keys-close").addEventListener("click", () => dialog.close());
  switched.checked = remembered() !== "off";
  switched.addEventListener("change", () => remembered(switched.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const field = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "Escape" && field) { field.blur(); return; }
    if (field || dialog.open || !switched.checked) return;
    const act = { j: () => step(1), k: () => step(-1), "/": search, "?": () => dialog.showModal() }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
