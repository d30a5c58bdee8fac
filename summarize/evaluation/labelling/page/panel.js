// The labels: one section for each field, one row for each label, the chosen one with its form.
import { h, shortened } from "./dom.js";
import { FIELDS, FACTS, isSame } from "./edits.js";
import { formOf, maybe } from "./forms.js";

const badge = (words, kind = "") => h("span", { class: `badge ${kind}` }, words);
const soft = (words) => h("span", { class: "soft" }, words);

const summaries = {
  quotes: (label) => [
    h("blockquote", {}, label.parts.map((part) => `“${shortened(part.text)}”`).join(" ")),
    h("p", { class: "by" }, "— ", label.speaker ? h("bdi", {}, shortened(label.speaker)) : soft(label.speaker === null ? "left open" : "speaker not labelled")),
  ],
  not_quotes: (label) => [h("p", {}, h("bdi", {}, `“${shortened(label.text)}”`))],
  who: (label) => [h("p", {}, h("strong", {}, h("bdi", {}, shortened(label.name))), label.roles ? soft(` ${shortened(label.roles.join(" / "))}`) : null)],
  where: (label) => [h("p", {}, h("strong", {}, h("bdi", {}, shortened(label.name))), label.country ? soft(` ${label.country}`) : null)],
  when: (label) => [
    h("p", {}, h("strong", { class: label.start ? "" : "open" }, label.start ? (label.end ? `${label.start} to ${label.end}` : label.start) : "left open"),
      label.text ? soft(h("bdi", {}, ` “${shortened(label.text, 40)}”`)) : null),
  ],
  absent: (label) => [h("p", {}, h("bdi", {}, shortened(label)))],
};
const fact = (label) => [h("p", {}, label.any.flatMap((one, index) => [index ? soft(" or ") : null, h("bdi", {}, shortened(one))]))];

export class Panel {
  constructor(element, act) {
    this.element = element;
    this.act = act; // what can be done: choose, change, changeArticle, label, leave
    this.problems = [];
    element.addEventListener("click", (event) => {
      const row = event.target.closest("li.row");
      if (row && !event.target.closest(".form")) act.choose({ field: row.dataset.field, index: Number(row.dataset.index) });
    });
    element.addEventListener("keydown", (event) => {
      const row = event.target.matches("li.row") ? event.target : null;
      if (row && event.key === "Enter") this.enter();
      else if (event.key === "Escape" && event.target.closest(".form")) this.rowOf(this.chosen)?.focus();
      else if (row && (event.key === "ArrowDown" || event.key === "ArrowUp")) act.step(event.key === "ArrowDown" ? 1 : -1);
      else return;
      event.preventDefault();
    });
  }

  draw(labels, chosen) {
    const at = document.activeElement;
    const key = this.element.contains(at) ? at.dataset.key ?? (at.matches("li.row") ? "row" : null) : null;
    const [from, to] = key && at.selectionStart !== undefined && at.selectionStart !== null ? [at.selectionStart, at.selectionEnd] : [null, null];
    const scrolled = this.element.scrollTop;
    this.chosen = chosen;
    this.element.replaceChildren(
      h("datalist", { id: "names" }, (labels.who ?? []).map((who) => h("option", { value: who.name }))),
      this.article(labels),
      ...Object.keys(FIELDS).map((field) => this.section(labels, field, chosen)),
    );
    this.element.scrollTop = scrolled;
    this.showProblems(this.problems);
    if (key === "row") this.rowOf(chosen)?.focus({ preventScroll: true });
    else if (key) {
      const again = this.element.querySelector(`[data-key="${key}"]`);
      again?.focus({ preventScroll: true });
      if (from !== null && again?.setSelectionRange) again.setSelectionRange(from, to);
    }
  }

  article(labels) {
    const change = (how, typing) => this.act.changeArticle(how, typing);
    return h("section", { class: "given", "aria-labelledby": "h-article" }, h("h2", { id: "h-article" }, "The article"),
      maybe("Title", "title", labels, "title", "it has none", change),
      this.place("title"),
      maybe("Published", "published", labels, "published", "it does not say", change, { class: "date" }),
      this.place("published"),
      this.place(""));
  }

  section(labels, field, chosen) {
    const list = labels[field];
    const { title } = FIELDS[field];
    const head = h("h2", { id: `h-${field}` }, h("span", { class: `swatch m ${field}`, "aria-hidden": "true" }, "a"), ` ${title}`,
      list?.length ? h("span", { class: "number" }, String(list.length)) : null);
    const rows = list?.length ? h("ul", {}, list.map((label, index) => this.row(labels, field, index, label, chosen))) : null;
    const empty = list === undefined
      ? h("p", { class: "empty" }, "not labelled ", h("button", { type: "button", class: "small", "data-key": `none-${field}`, onclick: () => this.act.label(field, []) }, "there is none"))
      : list.length ? null
      : h("p", { class: "empty" }, "there is none ", h("button", { type: "button", class: "small", "data-key": `none-${field}`, onclick: () => this.act.label(field, undefined) }, "not labelled"));
    return h("section", { "aria-labelledby": `h-${field}` }, head, rows, empty, this.place(field));
  }

  row(labels, field, index, label, chosen) {
    const here = { field, index };
    const on = isSame(here, chosen);
    const summary = on ? [h("p", { class: "kind" }, FIELDS[field].one)] : (FACTS.includes(field) ? fact : summaries[field])(label);
    const badges = [label.main ? badge("main") : null, label.optional ? badge("optional", "quiet") : null].filter(Boolean);
    if (badges.length) (summary.at(-1)).append(" ", ...badges.flatMap((one) => [one, " "]));
    const remove = h("button", { type: "button", class: "small remove", title: "Remove (x)", "aria-label": `Remove this ${FIELDS[field].one}`, tabindex: on ? null : -1,
      onclick: (event) => { event.stopPropagation(); this.act.remove(here); } }, "×");
    const form = on ? formOf(field, label, (how, typing) => this.act.change(here, how, typing), "names") : null;
    return h("li", { class: `row${on ? " on" : ""}`, "data-field": field, "data-index": index, tabindex: on || (!chosen && index === 0) ? 0 : -1, "aria-current": on ? "true" : null },
      h("div", { class: "head" }, h("div", { class: "summary" }, summary), remove), this.place(`${field}[${index}]`), form);
  }

  place(label) {
    return h("ul", { class: "problems", "data-problems": label });
  }

  rowOf(chosen) {
    return chosen ? this.element.querySelector(`li.row[data-field="${chosen.field}"][data-index="${chosen.index}"]`) : null;
  }

  enter() {
    this.rowOf(this.chosen)?.querySelector(".form input, .form textarea, .form select")?.focus();
  }

  // Puts each problem below the label that it is about.
  showProblems(problems) {
    this.problems = problems;
    const places = new Map([...this.element.querySelectorAll("[data-problems]")].map((place) => [place.dataset.problems, place]));
    for (const place of places.values()) place.replaceChildren();
    for (const { label, message, note } of problems) {
      let about = label;
      while (about && !places.has(about)) about = about.replace(/(^|\.)[^.[]+$|\[\d+\]$/, "");
      places.get(about)?.append(h("li", { class: note ? "note" : "" }, about === label || !label ? message : `${label.slice(about.length).replace(/^\./, "")}: ${message}`));
    }
  }
}
