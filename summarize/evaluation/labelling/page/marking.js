// The article: its words with the labels drawn on them, and the selection, by mouse or by keys.
import { h } from "./dom.js";
import { isSame, spans } from "./edits.js";
import { overlaps } from "./text.js";

export class Marking {
  constructor(element, text, runs, until) {
    this.element = element;
    this.text = text;
    this.runs = runs;
    this.until = until ?? text.length;
    this.paragraphs = text.paragraphs;
    this.selection = null; // { anchor, focus } in code points; the focus is the end that moves
    this.pressed = () => {};
    this.drawn = [];
    document.addEventListener("selectionchange", () => this.read());
    element.addEventListener("keydown", (event) => this.move(event));
    element.addEventListener("click", (event) => this.click(event));
  }

  // Ordered ends of the selection; null if there is none. A caret has two ends that are the same.
  get range() {
    if (!this.selection) return null;
    const { anchor, focus } = this.selection;
    return [Math.min(anchor, focus), Math.max(anchor, focus)];
  }

  draw(labels, chosen, loose) {
    const found = spans(labels, this.text, chosen);
    this.shown = found;
    const marks = found.map((span) => ({ ...span, on: isSame(span, chosen) }));
    marks.push(...loose.map(([start, end]) => ({ field: "loose", start, end })));
    marks.sort((one, other) => one.start - other.start);
    let next = 0, open = [];
    this.drawn = this.paragraphs.map(([start, end], number) => {
      while (next < marks.length && marks[next].start < end) open.push(marks[next++]);
      open = open.filter((mark) => mark.end > start);
      const cuts = new Set([start, end]);
      for (const mark of open) for (const cut of [mark.start, mark.end]) if (cut > start && cut < end) cuts.add(cut);
      if (this.until > start && this.until < end) cuts.add(this.until);
      const places = [...cuts].sort((one, other) => one - other);
      const pieces = places.slice(1).map((to, index) => this.piece(places[index], to, open));
      return h("p", { "data-n": number + 1, dir: "auto" }, pieces);
    });
    // What is taken away would leave the page's selection at the beginning of the text, where nobody put it.
    if (!this.selection) this.clear();
    this.element.replaceChildren(...this.drawn);
    this.write();
  }

  piece(start, end, open) {
    const marks = open.filter((mark) => mark.start < end && start < mark.end);
    const classes = new Set(marks.map((mark) => mark.field));
    if (marks.some((mark) => mark.on)) classes.add("on");
    if (start >= this.until) classes.add("after");
    const element = h("span", classes.size ? { class: `m ${[...classes].join(" ")}` } : {}, this.text.slice(start, end));
    element.start = start;
    return element;
  }

  // The label that is drawn at a place, the shortest if there are several.
  labelAt(range) {
    const here = this.shown.filter((span) => span.start <= range[0] && range[1] <= span.end);
    return here.sort((one, other) => one.end - one.start - (other.end - other.start))[0] ?? null;
  }

  click(event) {
    this.read();
    const range = this.range;
    if (!range || range[0] !== range[1] || !event.target.closest(".m")) return;
    const label = this.labelAt(range);
    if (label) this.pressed({ field: label.field, index: label.index });
  }

  // A place in the page as a code point; null outside of the text.
  place(node, offset) {
    if (!this.element.contains(node)) return null;
    if (node.nodeType === Node.TEXT_NODE) {
      return this.text.point(this.text.unit(node.parentElement.start) + offset);
    }
    const at = offset < node.childNodes.length ? node.childNodes[offset] : null;
    const piece = at ? (at.nodeType === Node.TEXT_NODE ? at.parentElement : at.querySelector?.("span") ?? at) : null;
    if (piece?.start !== undefined) return piece.start;
    const pieces = node === this.element ? this.element.querySelectorAll("span") : node.closest("p").querySelectorAll("span");
    const last = [...pieces].at(-1);
    return last ? last.start + [...last.textContent].length : null;
  }

  // Takes over the page's selection. Browsers tell of its changes a little later: whoever acts on it reads it first.
  read() {
    const selection = getSelection();
    if (document.activeElement !== this.element || !selection.rangeCount || !this.element.contains(selection.anchorNode) || !this.element.contains(selection.focusNode)) return;
    const anchor = this.place(selection.anchorNode, selection.anchorOffset);
    const focus = this.place(selection.focusNode, selection.focusOffset);
    if (anchor === null || focus === null) return;
    if (this.selection?.anchor === anchor && this.selection.focus === focus) return;
    this.selection = { anchor, focus };
    this.keep();
  }

  // The node and offset of a code point.
  node(point, isEnd) {
    const pieces = this.element.querySelectorAll("span");
    let low = 0, high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (isEnd ? pieces[middle].start < point : pieces[middle].start <= point) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    return [piece.firstChild, Math.min(this.text.unit(point) - this.text.unit(piece.start), piece.firstChild.length)];
  }

  // Shows the selection as the page's own, if the article has the focus, and marks it as kept if it has not.
  write() {
    this.keep();
    if (!this.selection || document.activeElement !== this.element) return;
    const { anchor, focus } = this.selection;
    getSelection().setBaseAndExtent(...this.node(anchor, anchor > focus), ...this.node(focus, focus > anchor));
  }

  keep() {
    if (!CSS.highlights) return;
    const range = this.range;
    if (!range || range[0] === range[1] || !this.element.querySelector("span")) {
      CSS.highlights.delete("kept");
      return;
    }
    const kept = new Range();
    kept.setStart(...this.node(range[0], false));
    kept.setEnd(...this.node(range[1], true));
    CSS.highlights.set("kept", new Highlight(kept));
  }

  select(start, end = start) {
    this.selection = { anchor: start, focus: end };
    this.write();
    this.reveal(start, end);
  }

  // Leaves a caret behind the words, so that keys go on from there.
  collapse() {
    if (!this.selection) return;
    const [, end] = this.range;
    this.selection = { anchor: end, focus: end };
    this.write();
  }

  clear() {
    this.selection = null;
    if (this.element.contains(getSelection().anchorNode)) getSelection().removeAllRanges();
    this.keep();
  }

  reveal(start, end = start) {
    if (!this.element.offsetParent) return; // not shown: a narrow window shows one half of the page
    const range = new Range();
    range.setStart(...this.node(start, false));
    range.setEnd(...this.node(Math.max(start + 1, end), true));
    const box = range.getBoundingClientRect();
    const pane = this.element.closest(".article");
    const scrolls = getComputedStyle(pane).overflowY === "auto";
    const head = pane.querySelector(".tools").getBoundingClientRect();
    const view = scrolls ? pane.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    const top = Math.max(view.top, head.top <= view.top + 1 ? head.bottom : view.top) + 8;
    if (box.top >= top && box.bottom <= view.bottom - 8) return;
    (scrolls ? pane : window).scrollBy({ top: box.top - top - (view.bottom - top) / 3 });
  }

  // Keys in the article: arrows go from word to word and from line to line, with Shift the selection grows or shrinks.
  move(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    this.read();
    const words = this.text.words;
    if (!words.length) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const line = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    let to = null;
    if (step || line) to = this.selection ? (step ? this.beside(step, event.shiftKey) : this.across(line)) : this.first();
    else if (event.key === "Home" || event.key === "End") to = this.edge(event.key === "End");
    else if ("<>,.".includes(event.key) && this.range) return this.nudge(event);
    else return;
    event.preventDefault();
    if (to === null || to < 0 || to >= words.length) return;
    const [start, end] = words[to];
    if (!event.shiftKey || !this.selection) return this.select(start, end);
    const [from, upto] = words[this.anchored()];
    if (to >= this.anchored()) this.grow(from, end);
    else this.grow(upto, start);
  }

  grow(anchor, focus) {
    this.selection = { anchor, focus };
    this.write();
    this.reveal(Math.max(0, focus - 1), focus);
  }

  // The word in which the selection began, and the one that it has reached.
  anchored() {
    const { anchor, focus } = this.selection;
    return this.wordAt(anchor, anchor > focus);
  }

  reached() {
    const { anchor, focus } = this.selection;
    return this.wordAt(focus, focus > anchor);
  }

  wordAt(point, isEnd) {
    return Math.min(this.text.wordAfter(isEnd ? point - 1 : point), this.text.words.length - 1);
  }

  beside(step, grows) {
    const [start, end] = this.range;
    if (start === end && !grows) return step > 0 ? this.wordAt(start, false) : this.text.wordAfter(start) - 1;
    return this.reached() + step;
  }

  first() {
    const top = this.element.closest(".article").getBoundingClientRect().top;
    const seen = this.drawn.findIndex((paragraph) => paragraph.getBoundingClientRect().bottom > Math.max(top, 0) + 60);
    return this.text.wordAfter(this.paragraphs[Math.max(0, seen)][0]);
  }

  edge(isEnd) {
    const at = this.selection ? this.selection.focus : 0;
    const [start, end] = this.paragraphs.find(([, end]) => end >= at) ?? this.paragraphs.at(-1);
    return isEnd ? this.text.wordAfter(end - 1) - (this.text.words[this.text.wordAfter(end - 1)]?.[0] >= end ? 1 : 0) : this.text.wordAfter(start);
  }

  box(word) {
    const range = new Range();
    range.setStart(...this.node(this.text.words[word][0], false));
    range.setEnd(...this.node(this.text.words[word][1], true));
    return range.getClientRects()[0] ?? range.getBoundingClientRect();
  }

  // The word above or below the one that the selection has reached.
  across(step) {
    const from = this.reached();
    const here = this.box(from);
    const middle = (here.left + here.right) / 2;
    let best = null, line = null;
    for (let word = from + step; word >= 0 && word < this.text.words.length; word += step) {
      const box = this.box(word);
      if (Math.abs(box.top - here.top) < here.height / 2) continue;
      line ??= box.top;
      if (Math.abs(box.top - line) >= here.height / 2) break;
      const gap = Math.max(box.left - middle, middle - box.right, 0);
      if (best === null || gap < best.gap) best = { word, gap };
    }
    return best?.word ?? (step > 0 ? this.text.words.length - 1 : 0);
  }

  // One character more or less: "," and "." at the end, "<" and ">" at the beginning.
  nudge(event) {
    let [start, end] = this.range;
    if (event.key === ",") end -= 1;
    if (event.key === ".") end += 1;
    if (event.key === "<") start -= 1;
    if (event.key === ">") start += 1;
    event.preventDefault();
    if (start < 0 || end > this.text.length || start >= end) return;
    this.selection = { anchor: start, focus: end };
    this.write();
  }

  // What a command is about: the selected words without white space at their ends, or the word at the caret.
  chosenWords() {
    const range = this.range;
    if (!range) return null;
    if (range[0] !== range[1]) return this.text.trimmed(...range);
    const word = this.text.words[this.text.wordAfter(range[0])];
    return word && word[0] <= range[0] ? word : null;
  }

  // The same within quotation marks: a caret stands for all that is between its marks, and marks at the ends are left off. One range for
  // each paragraph.
  quotedWords() {
    const range = this.range;
    if (!range) return null;
    const run = this.runs.find(({ outer }) => outer.some((part) => part[0] <= range[0] && range[1] <= part[1]) ||
      (outer[0][0] <= range[0] && range[1] <= outer.at(-1)[1]));
    if (run && range[0] === range[1]) return run.parts;
    const words = this.chosenWords();
    if (!words) return null;
    if (!run) return [words];
    const cut = run.parts.filter((part) => overlaps(part, words)).map(([start, end]) => [Math.max(start, words[0]), Math.min(end, words[1])]);
    return cut.length ? cut : null;
  }

  // Goes to the next words in quotation marks, or the ones before.
  toRun(step, runs) {
    const from = this.range ? (step > 0 ? this.range[1] : this.range[0]) : step > 0 ? -1 : this.text.length;
    const ranges = runs.map(({ parts }) => [parts[0][0], parts.at(-1)[1]]);
    const next = step > 0 ? ranges.find(([start]) => start > from) ?? ranges[0] : ranges.findLast(([, end]) => end < from) ?? ranges.at(-1);
    if (!next) return false;
    this.element.focus({ preventScroll: true });
    this.select(...next);
    return true;
  }
}
