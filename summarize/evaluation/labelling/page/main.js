// Ties the article, the labels, the keys and the server together.
import { counted, h, hush, say, shortened } from "./dom.js";
import * as edits from "./edits.js";
import { commandOf, keysPage, toolBar } from "./keys.js";
import { Marking } from "./marking.js";
import { Panel } from "./panel.js";
import { Store } from "./store.js";
import { named, overlaps, Text } from "./text.js";

const byId = (id) => document.getElementById(id);
const post = (path, content) => fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) });
const GONE = "The command is not running any more: start `evals label` again. What you changed is not saved.";

const start = async () => {
  const state = await (await fetch("state")).json();
  const text = new Text(state.text);
  const store = new Store(state.labels);
  const element = document.querySelector(".text");
  const marking = new Marking(element, text, state.runs, state.labels.until);
  const dialog = byId("keys");
  let asked = 0, waiting = 0, checking = null, loose = [], ended = false;

  // What is drawn.

  const drawArticle = () => {
    loose = store.labels.quotes && store.labels.not_quotes ? edits.unlabelled(store.labels, text, state.runs) : [];
    loose = loose.filter(([from]) => from < (state.labels.until ?? Infinity));
    marking.draw(store.labels, store.chosen, loose);
    drawStatus();
  };
  const drawStatus = () => {
    byId("saved").textContent = store.dirty ? "unsaved changes" : state.isNew ? "not saved yet" : "saved";
    byId("saved").classList.toggle("dirty", store.dirty);
    const problems = panel.problems.filter((problem) => !problem.note && !problem.message.includes("in quotation marks, but neither"));
    const total = Object.keys(edits.FIELDS).reduce((sum, field) => sum + (store.labels[field]?.length ?? 0), 0);
    document.querySelector('[data-show="labels"]').textContent = `Labels ${total}`;
    const jumps = loose.slice(0, 12).map((range) =>
      h("li", {}, h("button", { type: "button", class: "jump", onclick: () => show(range) }, `“${shortened(text.slice(...range), 44)}”`)));
    const left = `${counted(loose.length, "run")} in quotation marks ${loose.length === 1 ? "is" : "are"} in no label`;
    byId("open").replaceChildren(loose.length ? h("div", { class: "open-marks" }, h("p", {}, left), h("ul", {}, jumps)) : "");
    byId("loose").hidden = !loose.length;
    byId("loose").textContent = `${loose.length} unlabelled`;
    byId("loose").title = left;
    byId("problems").hidden = !problems.length;
    byId("problems").textContent = counted(problems.length, "problem");
    byId("problems").title = problems.map((problem) => problem.message).slice(0, 5).join("\n");
    byId("undo").disabled = !store.past.length;
    byId("redo").disabled = !store.future.length;
  };
  const draw = () => { drawArticle(); panel.draw(store.labels, store.chosen); };

  const show = (range) => {
    view("article");
    element.focus({ preventScroll: true });
    marking.select(...range);
  };
  const view = (name) => {
    document.body.dataset.view = name;
    for (const button of document.querySelectorAll("[data-show]")) button.setAttribute("aria-pressed", String(button.dataset.show === name));
  };

  // What is done.

  const choose = (chosen, { focus = false, reveal = true } = {}) => {
    store.choose(chosen);
    draw();
    const row = panel.rowOf(chosen);
    row?.scrollIntoView({ block: "nearest" });
    if (focus) row?.focus({ preventScroll: true });
    const first = marking.shown.find((span) => edits.isSame(span, chosen));
    if (first && reveal) marking.reveal(first.start, first.end);
  };
  const order = () => Object.keys(edits.FIELDS).flatMap((field) => (store.labels[field] ?? []).map((_, index) => ({ field, index })));
  const step = (by) => {
    const all = order();
    if (!all.length) return;
    const from = all.findIndex((one) => edits.isSame(one, store.chosen));
    const to = from < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, from + by));
    choose(all[to], { focus: document.activeElement !== element });
  };
  const commit = (labels, chosen, typing = null) => store.commit(labels, chosen, typing);
  const change = (chosen, label, typing = null) => commit(edits.replaced(store.labels, chosen, label), chosen, typing);
  const remove = (chosen) => {
    const labels = edits.removed(store.labels, chosen);
    const left = labels[chosen.field].length;
    commit(labels, left ? { field: chosen.field, index: Math.min(chosen.index, left - 1) } : null);
  };
  // A new label is chosen, and the words are done with: the next key is about something else.
  const add = ([labels, chosen]) => {
    commit(labels, chosen);
    marking.collapse();
    panel.rowOf(chosen)?.scrollIntoView({ block: "nearest" });
    return chosen;
  };

  const panel = new Panel(byId("labels"), {
    choose, remove,
    change: (chosen, how, typing) => change(chosen, how(edits.at(store.labels, chosen)), typing),
    step: (by) => step(by),
    changeArticle: (how, typing) => commit(how(store.labels), store.chosen, typing),
    label: (field, list) => commit(edits.set(store.labels, field, list), store.chosen?.field === field ? null : store.chosen),
  });

  // The commands. Each takes the selected words, and says so if it needs other ones.

  const name = () => {
    const words = marking.chosenWords();
    return words && named(text.slice(...words)).replace(/^[“"'‘(]+|[”"’),;:]+$/gu, "");
  };
  const bare = () => {
    const words = marking.chosenWords();
    const [, tail] = words ? text.slice(...words).match(/^(?:.*?)([,;:]*)$/s) : [];
    return words && [words[0], words[1] - tail.length];
  };
  const needed = (words, what = "Select words in the article first") => {
    if (!words) say(what);
    return words;
  };
  const chosenIs = (...fields) => (store.chosen && fields.includes(store.chosen.field) ? edits.at(store.labels, store.chosen) : null);

  const participant = (kind) => {
    const known = chosenIs("who");
    if (known && !name()) return change(store.chosen, { ...known, kind });
    const words = needed(name());
    if (!words) return undefined;
    const index = edits.withName(store.labels, "who", words);
    if (index < 0) return add(edits.added(store.labels, "who", { name: words, kind }));
    const label = store.labels.who[index];
    marking.collapse();
    return label.kind === kind ? (choose({ field: "who", index }, { reveal: false }), say(`${label.name} is labelled already`)) : change({ field: "who", index }, { ...label, kind });
  };
  const quotation = (make) => {
    const ofChosen = () => {
      const label = chosenIs("quotes", "not_quotes");
      return label && edits.partsOf(text, label.parts ? label : { parts: [label] });
    };
    const ranges = needed(marking.quotedWords() ?? ofChosen());
    if (!ranges) return;
    const index = make === edits.quoted ? edits.quotedIn(store.labels, text, ranges) : -1;
    if (index < 0) add(make(store.labels, text, ranges));
    else { marking.collapse(); choose({ field: "quotes", index }); say("These words are labelled already"); }
  };
  const more = () => {
    const { field } = store.chosen ?? {};
    const label = chosenIs("quotes", "who", "where", "what", "background");
    if (!label) return say("Choose a quotation, a name or a fact to add to");
    const words = needed(marking.chosenWords());
    if (!words) return undefined;
    if (field === "quotes") {
      const ranges = marking.quotedWords();
      if (edits.partsOf(text, label).some((part) => ranges.some((range) => overlaps(part, range)))) return say("These words are in this quotation already");
      change(store.chosen, edits.extended(label, text, ranges));
    } else if (edits.FACTS.includes(field)) change(store.chosen, edits.restated(label, text, bare()));
    else change(store.chosen, edits.withAlias(label, field, name()));
    return marking.collapse();
  };
  const told = (words, what) => { if (needed(words)) { marking.collapse(); what(words); } };

  const run = {
    quote: () => quotation(edits.quoted),
    unsaid: () => quotation(edits.unsaid),
    person: () => participant("person"),
    organisation: () => participant("organisation"),
    group: () => participant("group"),
    place: () => told(name(), (words) => {
      const index = edits.withName(store.labels, "where", words);
      if (index < 0) add(edits.added(store.labels, "where", { name: words, ...(store.labels.where?.some((one) => one.main) ? { optional: true } : { main: true }) }));
      else { choose({ field: "where", index }); say(`${words} is labelled already`); }
    }),
    date: () => told(bare(), (words) => {
      add(edits.dated(store.labels, text, words, state.dates));
      view("labels");
      panel.enter(); // what the words mean has to be said or checked
    }),
    fact: () => told(bare(), (words) => add(edits.stated(store.labels, "what", text, words))),
    background: () => told(bare(), (words) => add(edits.stated(store.labels, "background", text, words))),
    absent: () => told(name(), (words) => add(edits.added(store.labels, "absent", words))),
    more,
    speaker: () => {
      const label = chosenIs("quotes");
      if (!label) return say("Choose the quotation first: j and k go from label to label");
      return told(name(), (words) => change(store.chosen, edits.spoken(label, store.labels, words)));
    },
    role: () => {
      const label = chosenIs("who");
      if (!label) return say("Choose the participant first: j and k go from label to label");
      return told(name(), (words) => change(store.chosen, edits.withRole(label, words)));
    },
    main: () => {
      const label = chosenIs("where", "when");
      return label ? change(store.chosen, edits.flagged(label, "main", !label.main)) : say("Only a place or a date can be the main one");
    },
    optional: () => {
      const label = chosenIs("quotes", "who", "where", "when");
      return label ? change(store.chosen, edits.flagged(label, "optional", !label.optional)) : say("Only quotations, names, places and dates can be optional");
    },
    remove: () => (store.chosen && edits.at(store.labels, store.chosen) !== undefined ? remove(store.chosen) : say("Choose a label first")),
  };
  const others = {
    j: () => step(1),
    k: () => step(-1),
    "]": () => marking.toRun(1, state.runs) || say("There are no quotation marks"),
    "[": () => marking.toRun(-1, state.runs) || say("There are no quotation marks"),
    u: () => marking.toRun(1, loose.map((part) => ({ parts: [part] }))) || say("All words in quotation marks are labelled"),
    t: () => { if (document.activeElement === element) { view("labels"); (panel.rowOf(store.chosen) ?? byId("labels").querySelector("li.row, input"))?.focus(); } else { view("article"); element.focus(); } },
    "?": () => dialog.showModal(),
    Enter: () => { const range = marking.range; const label = range && marking.labelAt(range); if (label) choose({ field: label.field, index: label.index }, { reveal: false }); },
    Escape: () => { marking.clear(); hush(); },
  };

  // The server.

  const answered = async (path, content) => {
    try {
      return await (await post(path, content)).json();
    } catch {
      say(GONE, { lasting: true });
      return null;
    }
  };
  const check = () => {
    clearTimeout(waiting);
    // A page on which nothing was done yet has no fault.
    if (!store.past.length && !["title", "published", ...Object.keys(edits.FIELDS)].some((field) => store.labels[field] !== undefined)) return;
    waiting = setTimeout(async () => {
      const mine = (asked += 1);
      checking = answered("check", { labels: store.labels });
      const answer = await checking;
      if (answer && mine === asked) { panel.showProblems(answer.problems); drawStatus(); }
    }, 150);
  };
  const save = async (path = "save", overwrite = false) => {
    // Saving checks as well, and may end the command: nothing is asked of it at the same time, or later.
    clearTimeout(waiting);
    await checking;
    const labels = store.labels;
    const answer = await answered(path, { labels, overwrite });
    if (!answer) return;
    asked += 1;
    panel.showProblems(answer.problems);
    if (answer.saved) {
      store.saved = labels;
      state.isNew = false;
      ended = path === "done";
      if (ended) document.body.replaceChildren(h("main", { class: "ended" }, h("h1", {}, "Saved"), h("p", {}, state.file), h("p", {}, "The command has ended. You can close this page.")));
      else { drawStatus(); say(`Saved ${state.file}`); }
    } else if (answer.refused) {
      const again = answer.refused.includes("changed by another program") ? { name: "Save all the same", run: () => save(path, true) } : null;
      say(`Not saved: ${answer.refused}`, { lasting: true, action: again });
    } else {
      const bad = answer.problems.filter((problem) => !problem.note);
      say(`Not saved: ${counted(bad.length, "problem")}. ${bad[0].label ? `${bad[0].label}: ` : ""}${bad[0].message}`, { lasting: true });
      if (!ended) drawStatus();
    }
  };

  // Keys and buttons.

  store.changed = (isTyping) => {
    if (ended) return;
    if (isTyping) drawArticle();
    else draw();
    check();
  };
  const back = (move, what) => { if (!store[move]()) say(`There is nothing to ${what}`); };
  document.addEventListener("keydown", (event) => {
    if (dialog.open || event.defaultPrevented || event.isComposing || ended) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      if (key === "s") save();
      else if (key === "z") event.shiftKey ? back("redo", "redo") : back("undo", "undo");
      else if (key === "y") back("redo", "redo");
      else return;
      event.preventDefault();
      return;
    }
    const writes = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (writes && event.key === "Escape") { event.preventDefault(); element.focus({ preventScroll: true }); }
    if (writes || event.altKey || (event.key === "Enter" && event.target !== element)) return;
    const command = commandOf(event.key) ?? commandOf(key);
    const other = others[event.key] ?? (event.key.length === 1 ? others[key] : null);
    if (!command && !other) return;
    event.preventDefault();
    marking.read();
    if (command) run[command.id]();
    else other();
  });
  document.addEventListener("focusout", (event) => { if (event.target.matches?.("input, textarea")) store.typing = null; });
  element.addEventListener("focus", () => marking.write());
  marking.pressed = (chosen) => choose(chosen, { reveal: false });
  toolBar(document.querySelector(".tools"), (command) => { marking.read(); run[command.id](); });
  keysPage(dialog);
  for (const button of document.querySelectorAll("[data-show]")) button.addEventListener("click", () => view(button.dataset.show));
  byId("loose").addEventListener("click", () => { view("article"); others.u(); });
  byId("problems").addEventListener("click", () => {
    view("labels");
    const first = panel.element.querySelector(".problems li:not(.note)");
    const row = first?.closest("li.row");
    if (row) choose({ field: row.dataset.field, index: Number(row.dataset.index) }, { focus: true });
    else first?.scrollIntoView({ block: "center" });
  });
  byId("undo").addEventListener("click", () => back("undo", "undo"));
  byId("redo").addEventListener("click", () => back("redo", "redo"));
  byId("help").addEventListener("click", () => dialog.showModal());
  byId("save").addEventListener("click", () => save());
  byId("done").addEventListener("click", () => save("done"));
  addEventListener("beforeunload", (event) => { if (store.dirty && !ended) event.preventDefault(); });

  byId("file").textContent = state.file;
  document.title = `${state.file}: labels`;
  draw();
  if (state.unsaved) {
    commit(state.unsaved, null);
    say("These are labels that were not saved last time. Undo drops them.", { lasting: true });
  } else check();
  document.body.dataset.ready = "";
};

start().catch((error) => say(`The page could not start: ${error.message}`, { lasting: true }));
