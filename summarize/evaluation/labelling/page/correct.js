// A card as a form: what differs from the card is sent as changes, which the program checks against the article.
import { h, say } from "./dom.js";
import { Text, overlaps } from "./text.js";

const KINDS = ["person", "organisation", "group", "unnamed"];
const LINE = [["text", "Line"], ["sentences", "Sentences"]];
// Each field's title, the parts of an item that is there, and those of a new one.
const FIELDS = {
  headline: ["Headline", [["text", "Headline"]]],
  what: ["News", [["text", "Line"]], LINE],
  who: ["Participant", [["name", "Name"], ["kind", "Kind"], ["role", "Role"]], [["name", "Name"], ["kind", "Kind"], ["role", "Role"]]],
  when: ["Date", [["date", "Date"]], [["words", "Words"], ["date", "Date"], ["sentences", "Sentence"]]],
  where: ["Place", [["name", "Name"], ["country", "Country"]], [["name", "Name"], ["country", "Country"]]],
  quotes: ["Quotation", [["speakers", "Speaker"], ["role", "Role"]], [["words", "Words"], ["speakers", "Speaker"], ["role", "Role"], ["sentences", "Sentence"]]],
  claims: ["Claim", [["text", "Line"]], LINE],
  background: ["Background", [["text", "Line"]], LINE],
};
const HAS_MAIN = ["when", "where"];
const VALUE = {
  date: (one) => [one.start, one.end].filter(Boolean).join("/"),
  speakers: (one) => one.speakers.join("; "),
  role: (one) => one.speaker_role ?? one.role ?? "",
};
const value = (one, part) => (one === null ? "" : VALUE[part] ? VALUE[part](one) : one[part] ?? "");
const words = (field, one) => (one === null ? null : field === "quotes" ? one.evidence.map((part) => `“${part.text}”`).join(" ") : field === "when" ? `“${one.text}”` : null);

const rows = [];
let text = new Text("");
let sentences = [];
const post = async (path, labels) => {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ labels }) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
};

const listed = (words) => words.split(";").map((one) => one.trim()).filter(Boolean);
const READ = {
  speakers: listed,
  words: (words) => words.split("\n").map((one) => one.trim()).filter(Boolean),
  sentences: (words) => words.split(",").map((one) => one.trim()).filter(Boolean),
};
const read = (part, words) => (READ[part] ? READ[part](words) : words);

const control = (part, now, isNew) => {
  if (part === "kind") return h("select", {}, ...(isNew ? [h("option", { value: "" }, "as found")] : []), ...KINDS.map((kind) => h("option", { value: kind, selected: kind === now }, kind)));
  return h(part === "text" || part === "words" ? "textarea" : "input", { value: now, dir: "auto", ...(part === "text" || part === "words" ? { rows: 2 } : { type: "text" }) });
};

// A fieldset for an item of the card, or for a new one with the values that are given.
const row = (field, one, number, given = {}, evidence = []) => {
  const isNew = one === null;
  const [title, parts, newParts] = FIELDS[field];
  const inputs = new Map();
  const input = (part, label, element) => {
    inputs.set(part, element);
    element.name = part;
    return element.type === "checkbox" ? h("label", { class: "tick" }, element, ` ${label}`) : h("label", {}, label, element);
  };
  const controls = (isNew ? newParts : parts).map(([part, label]) => input(part, label, control(part, given[part] ?? value(one, part), isNew)));
  const ticks = [];
  const tick = (part, label, set = {}) => ticks.push(input(part, label, h("input", { type: "checkbox", ...set })));
  if (HAS_MAIN.includes(field)) tick("main", "of the news itself", isNew ? {} : { checked: one.main, disabled: one.main });
  if (parts[0][0] === "text") tick("own_words", "in my own words");
  if (isNew) ticks.push(h("button", { type: "button", class: "small", onclick: () => forget(made) }, "Do not add"));
  else if (field !== "headline") tick("drop", "take off the card");
  const problem = h("p", { class: "problem", role: "alert" });
  const shown = words(field, one);
  const name = isNew ? `New: ${title.toLowerCase()}` : field === "headline" ? title : `${title} ${number}`;
  const element = h("fieldset", {}, h("legend", {}, name), ...(shown ? [h("p", { dir: "auto" }, shown)] : []), ...controls, h("div", {}, ...ticks), problem);
  element.addEventListener("focusin", () => light(one?.evidence ?? evidence));
  const made = { field, number, one, inputs, problem, element };
  rows.push(made);
  return element;
};

const forget = (made) => {
  rows.splice(rows.indexOf(made), 1);
  made.element.remove();
  changed();
};

const light = (evidence) => {
  const place = document.querySelector(".text");
  const pieces = [];
  let at = 0;
  for (const part of [...evidence].sort((a, b) => a.start - b.start)) {
    if (part.start < at) continue;
    pieces.push(text.slice(at, part.start), h("mark", {}, text.slice(part.start, part.end)));
    at = part.end;
  }
  place.replaceChildren(...pieces, text.slice(at, text.length));
  place.querySelector("mark")?.scrollIntoView({ block: "nearest" });
};

// The selected range of the article in code points, without white space at its ends; null if there is none.
const selected = () => {
  const place = document.querySelector(".text");
  const chosen = document.getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed || !place.contains(chosen.anchorNode) || !place.contains(chosen.focusNode)) return null;
  const range = chosen.getRangeAt(0);
  const before = document.createRange();
  before.setStart(place, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return text.trimmed(text.point(start), text.point(start + range.toString().length));
};

const add = (field) => {
  const range = selected();
  const given = {};
  if (range) {
    const [first] = FIELDS[field][2][0];
    given[first] = text.slice(...range).replace(/\s+/g, " ");
    given.sentences = sentences.flatMap((one, place) => (overlaps(one, range) ? [place + 1] : [])).join(", ");
  }
  const element = row(field, null, 0, given, range ? [{ start: range[0], end: range[1] }] : []);
  document.getElementById("items").prepend(element);
  element.querySelector("input, textarea").focus();
  changed();
};

// What the page has to say, each with its row: values first, then what goes, from the end on so that numbers hold, then what becomes the
// main one, and what is new last.
const changes = () => {
  const values = [];
  const gone = [];
  const main = [];
  const added = [];
  for (const made of rows) {
    const { field, number, one, inputs } = made;
    const item = field === "headline" || one === null ? null : number;
    if (inputs.get("drop")?.checked) {
      gone.push([{ field, item, drop: true }, made]);
      continue;
    }
    const change = { field, item };
    for (const [part, element] of inputs) {
      if (element.type === "checkbox") continue;
      const now = element.value.trim();
      if (now !== value(one, part)) change[part] = read(part, now);
    }
    if (one === null) added.push([{ ...change, add: true, ...(inputs.get("main")?.checked ? { main: true } : {}), own_words: inputs.get("own_words")?.checked ?? false }, made]);
    else {
      if (Object.keys(change).length > 2) values.push([inputs.get("own_words")?.checked ? { ...change, own_words: true } : change, made]);
      if (inputs.get("main")?.checked && !one.main) main.push([{ field, item, main: true }, made]);
    }
  }
  gone.sort(([one], [other]) => other.item - one.item);
  for (const [each] of main) each.item -= gone.filter(([one]) => one.field === each.field && one.item < each.item).length;
  return [...values, ...gone, ...main, ...added];
};
const sent = (pairs) => ({ changes: pairs.map(([change]) => change) });

const tell = (problems, pairs) => {
  for (const each of rows) {
    const own = problems.filter((one) => pairs[one.label]?.[1] === each);
    each.problem.textContent = own.map((one) => (one.note ? `Warning: ${one.message}` : one.message)).join("; ");
  }
  const other = problems.find((one) => !one.label);
  if (other) say(other.message, { lasting: true });
};

let waiting = 0;
const changed = () => {
  for (const { inputs, element } of rows) element.classList.toggle("off", Boolean(inputs.get("drop")?.checked));
  const count = changes().length;
  document.getElementById("saved").textContent = count ? `${count} changed` : "";
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const pairs = changes();
    tell((await post("check", sent(pairs))).problems, pairs);
  }, 300);
};

const start = async () => {
  const state = await (await fetch("state")).json();
  text = new Text(state.card.article.text);
  sentences = state.sentences;
  const form = document.getElementById("items");
  form.append(row("headline", state.card.headline, 0));
  for (const field of Object.keys(FIELDS).slice(1)) state.card[field].forEach((one, place) => form.append(row(field, one, place + 1)));
  const tools = document.querySelector(".tools");
  const buttons = Object.entries(FIELDS).slice(1).map(([field, [title]]) => h("button", { type: "button", onclick: () => add(field) }, `+ ${title.toLowerCase()}`));
  tools.append(h("div", {}, ...buttons), h("p", { class: "soft" }, "What the card lacks: select its words in the article, then add them."));
  tools.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
  light([]);
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("done").addEventListener("click", async () => {
    const pairs = changes();
    const { saved, refused, problems } = await post("done", sent(pairs));
    tell(problems, pairs);
    if (saved) {
      document.body.inert = true;
      document.getElementById("saved").textContent = `saved, corrected by ${state.by}: this page can be closed`;
    } else say(refused ?? "Not saved: see what does not hold", { lasting: true });
  });
  document.body.dataset.ready = "";
};
start();
