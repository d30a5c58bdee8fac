// The commands: their keys, their place in the tool bar, and the page that explains them.
import { h } from "./dom.js";

// `tool`: stands in the tool bar, in the look of that field.
export const COMMANDS = [
  { id: "quote", keys: ["q"], name: "Quotation", tool: "quotes", help: "Somebody says or writes these words" },
  { id: "unsaid", keys: ["n"], name: "Not said", tool: "not_quotes", help: "In marks, but said by nobody: a title, nickname or term" },
  { id: "person", keys: ["p"], name: "Person", tool: "who", help: "Takes part in the news" },
  { id: "organisation", keys: ["o"], name: "Organisation", tool: "who", help: "Takes part in the news" },
  { id: "group", keys: ["g"], name: "Group", tool: "who", help: "Takes part in the news" },
  { id: "place", keys: ["l"], name: "Place", tool: "where", help: "Where something happens" },
  { id: "date", keys: ["d"], name: "Date", tool: "when", help: "A date or time that can be told, or has to stay open" },
  { id: "fact", keys: ["f"], name: "Key fact", tool: "what", help: "Any summary has to say it" },
  { id: "background", keys: ["b"], name: "Background", tool: "background", help: "An earlier fact that explains the news" },
  { id: "absent", keys: ["a"], name: "Must not appear", help: "No card may say it in its own words" },
  { id: "more", keys: ["+", "="], name: "Add to label", tool: "", help: "A further part, name or alternative of the chosen label" },
  { id: "speaker", keys: ["s"], name: "Speaker", tool: "", help: "Says the chosen quotation" },
  { id: "role", keys: ["r"], name: "Role", tool: "", help: "Office, job or description of the chosen participant" },
  { id: "main", keys: ["m"], name: "Main", tool: "", help: "The chosen place or date is that of the news, or is not" },
  { id: "optional", keys: ["e"], name: "Optional", tool: "", help: "A card may have the chosen label or not" },
  { id: "remove", keys: ["x", "Delete", "Backspace"], name: "Remove", tool: "", help: "Takes the chosen label away" },
];

export const commandOf = (key) => COMMANDS.find((command) => command.keys.includes(key));

export const toolBar = (element, run) => {
  const tools = COMMANDS.filter((command) => command.tool !== undefined);
  const buttons = tools.map((command, index) =>
    h("button", { type: "button", title: command.help, "data-command": command.id, tabindex: index ? -1 : 0, "aria-keyshortcuts": command.keys[0],
      // The press must not take the selection away from the article.
      onmousedown: (event) => event.preventDefault(), onclick: () => run(command) },
      h("kbd", {}, command.keys[0]), h("span", { class: command.tool ? `m ${command.tool}` : "" }, command.name)));
  const first = tools.findIndex((command) => command.tool === "");
  element.replaceChildren(h("div", {}, buttons.slice(0, first)), h("div", { class: "of-chosen" }, buttons.slice(first)));
  // One stop of the Tab key; arrows go from tool to tool.
  element.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -buttons.length, End: buttons.length }[event.key];
    if (!step) return;
    event.preventDefault();
    const from = buttons.indexOf(document.activeElement);
    const to = Math.max(0, Math.min(buttons.length - 1, from + step));
    buttons[from].tabIndex = -1;
    buttons[to].tabIndex = 0;
    buttons[to].focus();
  });
};

const OTHERS = [
  ["In the article", [
    ["← →", "select the word before, or the next"],
    ["↑ ↓", "go to the line above, or below"],
    ["Shift ← → ↑ ↓", "select more, or less"],
    [", .", "one character less, or more, at the end; < > at the beginning"],
    ["] [", "next words in quotation marks, and the ones before"],
    ["u", "next words in quotation marks that no label holds"],
  ]],
  ["Among the labels", [
    ["j k", "next label, and the one before"],
    ["Enter", "edit the chosen label; Esc goes back"],
    ["t", "to the article and back"],
  ]],
  ["Everywhere", [
    ["Ctrl Z", "undo"],
    ["Ctrl Y", "redo"],
    ["Ctrl S", "save"],
    ["?", "this page"],
    ["Esc", "leave a field, or drop the selection"],
  ]],
];

export const keysPage = (dialog) => {
  const rows = (pairs) => h("dl", {}, pairs.map(([keys, help]) => h("div", {}, h("dt", {}, keys.split(" ").map((key) => h("kbd", {}, key))), h("dd", {}, help))));
  dialog.replaceChildren(
    h("header", {}, h("h2", { id: "keys-title" }, "Keys"), h("button", { type: "button", class: "small", "aria-label": "Close", onclick: () => dialog.close() }, "×")),
    h("p", {}, "Select words with the mouse or the arrow keys, then press the key of the label. With no selection, the word at the caret is meant; for a quotation, all that stands between its marks."),
    h("div", { class: "columns" },
      h("section", {}, h("h3", {}, "Labels"), rows(COMMANDS.map(({ keys, name, help }) => [keys.filter((key) => key.length === 1 || key === "Delete").slice(0, 2).join(" "), `${name}: ${help}`]))),
      h("div", {}, OTHERS.map(([title, pairs]) => h("section", {}, h("h3", {}, title), rows(pairs))))),
  );
};
