"use strict";
// Ties the items of the card to the words of the article. `data-e` names the places in the article on both sides.
(() => {
  const card = document.querySelector(".card");
  const article = document.querySelector(".article");
  const back = document.querySelector(".back");
  const marksAt = new Map();
  const itemsAt = new Map();
  const placesOf = (element) => element.dataset.e.split(" ");
  const index = (elements, map) => {
    for (const element of elements) {
      for (const place of placesOf(element)) {
        if (!map.has(place)) map.set(place, []);
        map.get(place).push(element);
      }
    }
  };
  index(article.querySelectorAll("mark"), marksAt);
  index(card.querySelectorAll(".item"), itemsAt);

  let lit = [];      // what is lit up now
  let pinned = null; // the item or mark that stays lit up when the pointer leaves
  let origin = null; // the item that the reader came to the article from
  let step = 0;      // which of its places comes next
  let timer = 0;

  const light = (element) => {
    for (const each of lit) each.classList.remove("lit");
    const others = element && (element.matches("mark") ? itemsAt : marksAt);
    lit = element ? [element, ...placesOf(element).flatMap((place) => others.get(place) || [])] : [];
    for (const each of lit) each.classList.add("lit");
  };
  const pin = (element) => { pinned = element; light(element); };

  // The article scrolls by itself when it stands beside the card; otherwise the page scrolls, and only when asked to.
  const beside = () => getComputedStyle(article).overflowY === "auto";
  const behavior = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
  const reveal = (element) => {
    const box = element.getBoundingClientRect();
    const pane = beside() && article.contains(element) ? article.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    if (box.top >= pane.top && box.bottom <= pane.bottom) return;
    const by = { top: box.top - pane.top - (pane.bottom - pane.top) / 3, behavior: behavior() };
    (beside() && article.contains(element) ? article : window).scrollBy(by);
  };
  const firstMark = (item, at = 0) => {
    const places = placesOf(item);
    return (marksAt.get(places[at % places.length]) || [])[0];
  };
  const visit = (element) => {
    element.tabIndex = element.matches("mark") ? -1 : 0;
    element.focus({ preventScroll: true });
    reveal(element);
  };
  const goTo = (item, at) => {
    const mark = firstMark(item, at);
    if (!mark) return;
    origin = item;
    step = at + 1;
    back.hidden = false;
    visit(mark);
    pin(item);
  };
  const goBack = () => {
    back.hidden = true;
    if (!origin) return;
    visit(origin);
    origin = null;
  };

  for (const item of card.querySelectorAll(".item")) {
    item.tabIndex = 0;
    for (const link of item.querySelectorAll(".refs a")) link.tabIndex = -1;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    clearTimeout(timer);
    const element = event.target.closest(".item, mark");
    light(element || pinned);
    // A pointer on its way elsewhere crosses items; the article does not jump for those.
    if (element && element.matches(".item") && beside()) timer = setTimeout(() => { const mark = firstMark(element); if (mark) reveal(mark); }, 120);
  });
  document.addEventListener("focusin", (event) => {
    const item = event.target.closest(".item");
    if (!item) return;
    step = 0;
    pin(item);
    const mark = firstMark(item);
    if (mark && beside()) reveal(mark);
  });
  card.addEventListener("click", (event) => {
    if (event.target.closest("summary")) return;
    const link = event.target.closest(".refs a");
    const item = event.target.closest(".item");
    if (!item || (!link && !getSelection().isCollapsed)) return;
    if (link) event.preventDefault();
    const at = link ? placesOf(item).indexOf(link.getAttribute("href").slice(3)) : 0;
    if (!beside()) return goTo(item, at);
    pin(item);
    const mark = firstMark(item, at);
    if (mark) reveal(mark);
  });
  article.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark || !getSelection().isCollapsed) return;
    const item = placesOf(mark).reverse().flatMap((place) => itemsAt.get(place) || [])[0];
    if (item) visit(item);
    back.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    if (event.key === "Enter" && at.matches(".item")) goTo(at, 0);
    else if (event.key === "Enter" && at.matches("mark") && origin) goTo(origin, step);
    else if (event.key === "Escape" && origin) goBack();
    else if (event.key === "Escape") { at.blur(); pin(null); }
    else return;
    event.preventDefault();
  });
  back.addEventListener("click", goBack);
  addEventListener("beforeprint", () => { for (const each of document.querySelectorAll("details")) each.open = true; });
  const arrived = () => {
    const place = location.hash.slice(3);
    if (marksAt.has(place)) { pin((itemsAt.get(place) || [])[0] || null); reveal(marksAt.get(place)[0]); }
  };
  addEventListener("hashchange", arrived);
  arrived();
})();
