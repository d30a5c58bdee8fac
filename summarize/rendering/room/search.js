"use strict";
// Search in a reading room that is served: a page that is opened as a file may load neither a module nor an index.
(() => {
  const MOST = 20;
  const root = new URL("..", document.currentScript.src);
  const field = document.getElementById("query");
  const state = document.getElementById("found");
  const list = document.getElementById("results");
  if (location.protocol === "file:") {
    state.textContent = state.dataset.served;
    field.disabled = true;
    return;
  }
  state.textContent = "";
  let loaded = null;
  const index = () => loaded ??= import(new URL("pagefind/pagefind.js", root).href).then(async (found) => {
    await found.options({ baseUrl: root.pathname });
    return found;
  });
  // The words around a hit are text with marks in it. They are taken over as text and marks, and as nothing else.
  const excerpt = (html) => {
    const shown = document.createElement("p");
    for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
      const part = node.nodeName === "MARK" ? document.createElement("mark") : document.createTextNode("");
      part.textContent = node.textContent;
      shown.append(part);
    }
    return shown;
  };
  const item = (found) => {
    const row = document.createElement("li");
    const address = new URL(found.url, location.href);
    if (address.origin !== location.origin) return row;
    const link = document.createElement("a");
    link.href = address.href;
    link.textContent = new DOMParser().parseFromString(found.meta.title ?? "", "text/html").body.textContent || "Story";
    row.append(link, excerpt(found.excerpt));
    return row;
  };
  let asked = "";
  const look = async () => {
    const words = field.value.trim();
    if (words === asked) return;
    asked = words;
    if (!words) { list.replaceChildren(); state.textContent = ""; return; }
    try {
      const results = (await (await index()).search(words)).results;
      const rows = (await Promise.all(results.slice(0, MOST).map((each) => each.data()))).map(item);
      if (words !== asked) return; // another question was asked meanwhile
      list.replaceChildren(...rows);
      state.textContent = results.length === 1 ? state.dataset.one : `${results.length} ${state.dataset.more}${results.length > MOST ? ` (${MOST})` : ""}`;
    } catch (error) {
      state.textContent = `The index of words cannot be read: ${error.message}`;
    }
  };
  let timer = 0;
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 150); });
  field.focus();
})();
