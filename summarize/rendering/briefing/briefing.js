"use strict";
// Shows the words that a mark leads to beside it: on hover, on focus, on tap. Without this, a mark leads to them in the list of sources.
(() => {
  const box = document.getElementById("evidence");
  if (!box) return; // a page without evidence
  let shown = null;   // the mark whose words are shown
  let pinned = false; // they stay until they are closed
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    if (shown) { shown.removeAttribute("aria-describedby"); shown.removeAttribute("aria-expanded"); }
    shown = null;
    pinned = false;
    box.hidden = true;
  };
  const place = (mark) => {
    if (getComputedStyle(box).position === "fixed") { box.style.left = box.style.top = ""; return; }
    const at = mark.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    const left = Math.max(16, Math.min(at.left, width - box.offsetWidth - 16));
    const below = at.bottom + 6 + box.offsetHeight <= innerHeight || at.top < box.offsetHeight + 6;
    const top = below ? at.bottom + 6 : at.top - 6 - box.offsetHeight;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${top + scrollY}px`;
  };
  const show = (mark) => {
    if (mark === shown) return;
    const passage = document.getElementById(mark.getAttribute("href").slice(1));
    if (!passage) return;
    hide();
    const source = passage.closest("ol > li");
    const head = document.createElement("p");
    head.className = "facts";
    const title = source.querySelector(".title").textContent;
    const outlet = source.querySelector(".facts").textContent.split(" · ")[0];
    head.textContent = `${outlet} · ${title} · ${passage.firstElementChild.textContent}`;
    const words = document.createElement("p");
    words.append(...passage.lastElementChild.cloneNode(true).childNodes);
    box.replaceChildren(head, words);
    if (passage.firstElementChild.matches("a")) {
      const link = passage.firstElementChild.cloneNode();
      link.textContent = box.dataset.read;
      box.append(link);
    }
    box.hidden = false;
    shown = mark;
    mark.setAttribute("aria-describedby", "evidence");
    mark.setAttribute("aria-expanded", "true");
    box.scrollTop = 0;
    place(mark);
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(hide, 250); };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const mark = event.target.closest(".cite");
    if (mark && !pinned) { clearTimeout(timer); show(mark); }
    else if (event.target.closest("#evidence")) clearTimeout(timer);
    else if (shown && !pinned && document.activeElement !== shown) later();
  });
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest(".cite");
    if (mark) { pinned = false; clearTimeout(timer); show(mark); }
    else if (!event.target.closest("#evidence")) hide();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".cite");
    if (mark && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    if (mark) {
      event.preventDefault();
      show(mark);
      pinned = true;
      if (event.detail === 0) box.focus({ preventScroll: true }); // by the keyboard: into the words
    } else if (!event.target.closest("#evidence")) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    const mark = shown;
    const inside = box.contains(document.activeElement);
    hide();
    if (inside) { mark.focus({ preventScroll: true }); hide(); }
  });
  addEventListener("resize", () => { if (shown) place(shown); });

  // Beside the text there is room for the whole list; above it, it opens when asked to.
  const contents = document.querySelector("nav details");
  if (!contents) return; // the page of one story has none
  const wide = matchMedia("(min-width: 64rem)");
  const fit = () => { contents.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
  contents.addEventListener("click", (event) => { if (event.target.closest("a") && !wide.matches) contents.open = false; });
})();
