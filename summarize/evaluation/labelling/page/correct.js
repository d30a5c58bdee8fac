// A card as a form: what differs from the card is sent as changes, which the program checks against the article.
import { h, say } from "./dom.js";

const FIELDS = {
  headline: [["text", "Headline"]],
  what: [["text", "Line"]],
  who: [["name", "Name"], ["role", "Role"]],
  when: [["date", "Date"]],
  where: [["name", "Name"], ["country", "Country"]],
  quotes: [["speakers", "Speaker"], ["role", "Role"]],
  claims: [["text", "Line"]],
  background: [["text", "Line"]],
};
const TITLES = { quotes: "Quotation", who: "Participant", when: "Date", where: "Place", what: "News", claims: "Claim", background: "Background" };
const VALUE = {
  date: (one) => [one.start, one.end].filter(Boolean).join("/"),
  speakers: (one) => one.speakers.join("; "),
  role: (one) => one.speaker_role ?? one.role ?? "",
};
const value = (one, part) => (VALUE[part] ? VALUE[part](one) : one[part] ?? "");
const words = (field, one) => (field === "quotes" ? one.evidence.map((part) => `“${part.text}”`).join(" ") : field === "when" ? `“${one.text}”` : null);

const rows = [];
const post = async (path, labels) => {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ labels }) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
};

const row = (field, one, number) => {
  const named = field === "headline" ? "Headline" : `${TITLES[field]} ${number}`;
  const inputs = new Map();
  const input = (part, label, control) => {
    inputs.set(part, control);
    control.name = part;
    return control.type === "checkbox" ? h("label", { class: "tick" }, control, ` ${label}`) : h("label", {}, label, control);
  };
  const controls = FIELDS[field].map(([part, label]) =>
    input(part, label, h(part === "text" ? "textarea" : "input", { value: value(one, part), dir: "auto", ...(part === "text" ? { rows: 2 } : {}) })));
  const ticks = [];
  if ("main" in one) ticks.push(input("main", "of the news itself", h("input", { type: "checkbox", checked: one.main, disabled: one.main })));
  if (FIELDS[field][0][0] === "text") ticks.push(input("own_words", "in my own words", h("input", { type: "checkbox" })));
  if (field !== "headline") ticks.push(input("drop", "take off the card", h("input", { type: "checkbox" })));
  const problem = h("p", { class: "problem", role: "alert" });
  const shown = words(field, one);
  const element = h("fieldset", {}, h("legend", {}, named), ...(shown ? [h("p", { dir: "auto" }, shown)] : []), ...controls, h("div", {}, ...ticks), problem);
  element.addEventListener("focusin", () => light(one.evidence));
  rows.push({ field, number, one, inputs, problem, element });
  return element;
};

const light = (evidence) => {
  const place = document.querySelector(".text");
  const points = [...article];
  const pieces = [];
  let at = 0;
  for (const part of [...evidence].sort((a, b) => a.start - b.start)) {
    if (part.start < at) continue;
    pieces.push(points.slice(at, part.start).join(""), h("mark", {}, points.slice(part.start, part.end).join("")));
    at = part.end;
  }
  place.replaceChildren(...pieces, points.slice(at).join(""));
  place.querySelector("mark")?.scrollIntoView({ block: "nearest" });
};

// Values first, then what goes, from the end on so that numbers hold, then what becomes the main one.
const changes = () => {
  const values = [];
  const gone = [];
  const main = [];
  for (const { field, number, one, inputs } of rows) {
    const item = field === "headline" ? null : number;
    if (inputs.get("drop")?.checked) {
      gone.push({ field, item, drop: true });
      continue;
    }
    const change = { field, item };
    for (const [part] of FIELDS[field]) {
      const now = inputs.get(part).value.trim();
      if (now !== value(one, part)) change[part] = part === "speakers" ? now.split(";").map((name) => name.trim()).filter(Boolean) : now;
    }
    if (Object.keys(change).length > 2) values.push(inputs.get("own_words")?.checked ? { ...change, own_words: true } : change);
    if (inputs.get("main")?.checked && !one.main) main.push({ field, item, main: true });
  }
  gone.sort((a, b) => b.item - a.item);
  const moved = main.map((each) => ({ ...each, item: each.item - gone.filter((one) => one.field === each.field && one.item < each.item).length }));
  return [...values, ...gone, ...moved];
};

const tell = (problems) => {
  for (const each of rows) {
    const here = problems.find((one) => one.label === `${each.field}[${each.field === "headline" ? 0 : each.number}]`);
    each.problem.textContent = here ? here.message : "";
  }
  const other = problems.find((one) => !one.label);
  if (other) say(other.message, { lasting: true });
};

let waiting = 0;
let article = "";
const changed = () => {
  for (const { inputs, element } of rows) element.classList.toggle("off", Boolean(inputs.get("drop")?.checked));
  const count = changes().length;
  document.getElementById("saved").textContent = count ? `${count} changed` : "";
  clearTimeout(waiting);
  waiting = setTimeout(async () => tell((await post("check", { changes: changes() })).problems), 300);
};

const start = async () => {
  const { card, by } = await (await fetch("state")).json();
  article = card.article.text;
  const form = document.getElementById("items");
  form.append(row("headline", card.headline, 0));
  for (const field of Object.keys(FIELDS).slice(1)) card[field].forEach((one, place) => form.append(row(field, one, place + 1)));
  light([]);
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("done").addEventListener("click", async () => {
    const { saved, refused, problems } = await post("done", { changes: changes() });
    tell(problems);
    if (saved) {
      document.body.inert = true;
      document.getElementById("saved").textContent = `saved, corrected by ${by}: this page can be closed`;
    } else say(refused ?? "Not saved: see what does not hold", { lasting: true });
  });
  document.body.dataset.ready = "";
};
start();
