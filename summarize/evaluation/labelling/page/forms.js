// The fields of the chosen label. Each change is passed on at once.
import { h } from "./dom.js";
import { flagged, set } from "./edits.js";

let number = 0;

const field = (name, input, note = null) => {
  input.id ||= `field-${(number += 1)}`;
  return h("div", { class: "input" }, h("label", { for: input.id }, name), input, note && h("p", { class: "hint" }, note));
};

const textInput = (key, value, change, attributes = {}) =>
  h("input", {
    type: "text", autocomplete: "off", spellcheck: "false", "data-key": key, value: value ?? "",
    oninput: (event) => change(event.target.value, key), ...attributes,
  });

// One text on each line, so that a text may hold any mark.
const lines = (key, values, change) => {
  const area = h("textarea", {
    rows: Math.max(1, (values ?? []).length), spellcheck: "false", "data-key": key, value: (values ?? []).join("\n"),
    oninput: (event) => {
      const texts = event.target.value.split("\n").map((line) => line.trim()).filter(Boolean);
      event.target.rows = Math.max(1, event.target.value.split("\n").length);
      change(texts.length ? texts : undefined, key);
    },
  });
  return area;
};

const box = (name, key, checked, change) =>
  h("label", { class: "box" }, h("input", { type: "checkbox", "data-key": key, checked: Boolean(checked), onchange: (event) => change(event.target.checked) }), name);

const row = (...content) => h("div", { class: "boxes" }, ...content);

// A text that may be given, be null ("the article does not say"), or be left out ("not labelled").
export const maybe = (name, key, holder, property, nothing, change, attributes = {}) => {
  const value = holder[property];
  const input = textInput(key, value, (text, typing) => {
    none.querySelector("input").checked = false;
    input.placeholder = "not labelled";
    change((one) => set(one, property, text === "" ? undefined : text), typing);
  }, { placeholder: value === null ? nothing : "not labelled", ...attributes });
  const none = box(nothing, `${key}-none`, value === null, (on) => change((one) => set(one, property, on ? null : undefined)));
  return h("div", { class: "maybe" }, field(name, input), none);
};

const part = (words, remove, what) =>
  h("li", {}, h("bdi", {}, words), remove && h("button", { type: "button", class: "small", "aria-label": `Take this ${what} out`, onclick: remove }, "×"));

const evidence = (label, change) =>
  (label.evidence ?? []).length
    ? h("ul", { class: "parts" }, label.evidence.map((one, index) =>
        part(one.text, () => change((fact) => set(fact, "evidence", fact.evidence.length > 1 ? fact.evidence.toSpliced(index, 1) : undefined)), "evidence")))
    : null;

// What several forms have.
const text = (change, property) => (words, typing) => change((label) => set(label, property, words || undefined), typing);
const aliases = (label, change) => field("Other right names, one a line", lines("aliases", label.aliases, (values, typing) => change((one) => set(one, "aliases", values), typing)));
const flag = (name, property, label, change) => box(name, property, label[property], (on) => change((one) => flagged(one, property, on)));

const quote = (label, change, names) => [
  h("ul", { class: "parts" }, label.parts.map((one, index) =>
    part(one.text, label.parts.length > 1 ? () => change((whole) => set(whole, "parts", whole.parts.toSpliced(index, 1))) : null, "part"))),
  maybe("Speaker", "speaker", label, "speaker", "the article leaves it open", change, { list: names }),
  aliases(label, change),
  row(flag("optional: a card may carry it or not", "optional", label, change)),
];

const who = (label, change) => [
  field("Name, as full as the article has it", textInput("name", label.name, (words, typing) => change((one) => ({ ...one, name: words }), typing))),
  aliases(label, change),
  field("Roles, in the article's words, one a line", lines("roles", label.roles, (values, typing) => change((one) => set(one, "roles", values), typing))),
  field("Kind", h("select", { "data-key": "kind", onchange: (event) => change((one) => set(one, "kind", event.target.value || undefined)) },
    ["", "person", "organisation", "group", "unnamed"].map((kind) => h("option", { value: kind, selected: (label.kind ?? "") === kind }, kind || "not labelled")))),
  row(flag("optional: a card may list it or not", "optional", label, change)),
];

const where = (label, change) => [
  field("Name", textInput("name", label.name, (words, typing) => change((one) => ({ ...one, name: words }), typing))),
  aliases(label, change),
  field("Country", textInput("country", label.country, (words, typing) => text(change, "country")(words.toUpperCase(), typing),
    { maxlength: 2, class: "short", placeholder: "ISO, two letters" })),
  row(flag("the place of the news", "main", label, change), flag("optional", "optional", label, change)),
];

const when = (label, change) => [
  label.text ? h("ul", { class: "parts" }, part(label.text, null, "")) : null,
  h("div", { class: "pair" },
    field("Date, or first of a range", textInput("start", label.start, (words, typing) => change((one) => ({ ...one, start: words.trim() || null }), typing),
      { class: "date", placeholder: "left open" })),
    field("Last of a range", textInput("end", label.end, (words, typing) => text(change, "end")(words.trim(), typing), { class: "date", placeholder: "no range" })),
  ),
  h("p", { class: "hint" }, "At the precision of the words: 2026, 2026-03, 2026-03-09, 2026-03-09T14:40. Empty: the article does not tell."),
  row(
    flag("the date of the news", "main", label, change),
    flag("optional", "optional", label, change),
    box("a quarter", "quarter", label.precision === "quarter", (on) => change((one) => set(one, "precision", on ? "quarter" : undefined))),
  ),
];

const fact = (label, change) => [
  field("One of these has to be there, one a line", lines("any", label.any, (values, typing) => change((one) => ({ ...one, any: values ?? [] }), typing)),
    "Words that any good summary would keep: a name, a figure, the root of the verb."),
  evidence(label, change),
];

const absent = (label, change) => [
  field("Must stand nowhere in the card's own words", textInput("absent", label, (words, typing) => change(() => words, typing))),
];

const unsaid = (label) => [h("ul", { class: "parts" }, part(label.text, null, ""))];

const FORMS = { quotes: quote, not_quotes: unsaid, who, where, when, what: fact, background: fact, absent };

// The form of a label. `change` takes a function from the label as it is then to the new one, and what was typed into: a form outlives
// many changes, so what it was made from may be old.
export const formOf = (name, label, change, names) => h("div", { class: "form" }, FORMS[name](label, change, names).filter(Boolean));
