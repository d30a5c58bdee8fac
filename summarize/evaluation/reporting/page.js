// Shows one article at a time beside the list of all: its text with what is right and wrong laid over it, and the same
// as a list. What is chosen stands in the address, so that a link leads back to it. Data becomes text, never markup.
(() => {
  const data = readData(document.getElementById("data").textContent);
  const root = document.getElementById("articles");
  const chosen = { article: null, run: 0, fields: new Set(), verdicts: new Set(), query: "", changed: false, sort: "worst" };
  let shown = [];       // the judgements of the article that are shown
  let selected = -1;    // which of them stays lit up when the pointer leaves
  let inList = true;    // j and k go through articles, or through judgements
  let timer = 0;

  const some = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
  const h = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...some(children));
    return element;
  };
  const share = (value) => (value === null ? "–" : value.toFixed(3).replace(/^0/, ""));
  const signed = (value) => (Math.abs(value) < 5e-4 ? "±0" : (value > 0 ? "+" : "−") + Math.abs(value).toFixed(3).replace(/^0/, ""));
  const glyph = (verdict) => h("span", { class: "glyph", "aria-hidden": "true" }, data.glyphs[verdict] || "!");

  // ---- the address

  const addressOf = (changes = {}) => {
    const { article, run, fields, verdicts, query, changed, sort } = { ...chosen, ...changes };
    const parts = new URLSearchParams();
    if (article) parts.set("a", article.name);
    if (run) parts.set("r", data.runs[run].letter);
    if (fields.size) parts.set("f", [...fields].join(","));
    if (verdicts.size) parts.set("v", [...verdicts].join(","));
    if (query) parts.set("q", query);
    if (changed) parts.set("c", "1");
    if (sort !== "worst") parts.set("s", sort);
    return `#${parts}`;
  };
  const keepAddress = () => history.replaceState(null, "", addressOf());
  const readAddress = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    const several = (key, known) => new Set((parts.get(key) || "").split(",").filter((one) => known.includes(one)));
    chosen.run = Math.max(0, data.runs.findIndex((run) => run.letter === parts.get("r")));
    chosen.fields = several("f", data.fields);
    chosen.verdicts = several("v", [...data.verdicts, "failed"]);
    chosen.query = parts.get("q") || "";
    chosen.changed = parts.get("c") === "1" && data.runs.length > 1;
    chosen.sort = Object.hasOwn(ORDERS, parts.get("s") || "") ? parts.get("s") : "worst";
    chosen.article = data.articles.find((article) => article.name === parts.get("a")) || null;
    return chosen.article !== null;
  };

  // ---- the frame

  const search = h("input", {
    type: "search", placeholder: "Search names, texts, labels", "aria-label": "Search articles", autocomplete: "off", spellcheck: "false",
    oninput: () => { chosen.query = search.value.trim(); update(); },
  });
  const sorts = h("select", { "aria-label": "Order", onchange: () => { chosen.sort = sorts.value; update(); } },
    h("option", { value: "worst" }, "worst first"), h("option", { value: "name" }, "by name"),
    data.runs.length > 1 && h("option", { value: "change" }, "fell most first"));
  const toggle = (set, value, look, ...label) => h("button", {
    type: "button", class: `chip ${look}`, "data-value": value,
    onclick: () => { if (!set().delete(value)) set().add(value); update(); },
  }, ...label);
  const fieldChips = data.fields.map((field) => toggle(() => chosen.fields, field, "", field));
  const verdictChips = [...data.verdicts, ...(data.failed ? ["failed"] : [])]
    .map((verdict) => toggle(() => chosen.verdicts, verdict, verdict, glyph(verdict), verdict));
  const errorChip = h("button", { type: "button", class: "chip", onclick: () => toggleErrors() }, "errors only");
  const changedChip = data.runs.length > 1 && h("button", {
    type: "button", class: "chip", onclick: () => { chosen.changed = !chosen.changed; update(); },
  }, "changed only");
  const clear = h("button", { type: "button", class: "plain", onclick: () => clearFilters() }, "clear");
  const count = h("span", { class: "count", role: "status" });
  const list = h("ol", { class: "list", "aria-label": "Articles" });
  const runs = h("div", { class: "switch", role: "group", "aria-label": "Run" }, data.runs.map((run, at) => h("button", {
    type: "button", title: run.name, onclick: () => { chosen.run = at; update(); },
  }, `${run.letter} `, h("span", { class: "run-name" }, run.name))));
  const pane = h("article", { class: "article", tabindex: "-1", "aria-label": "Article" });
  const reader = h("div", { class: "reader" }, pane);
  const side = h("div", { class: "judgements", role: "group", "aria-label": "Judgements" });
  const back = h("button", { type: "button", class: "back", hidden: true, onclick: () => goBack() }, "Back to the list");
  const help = h("dialog", { class: "help", "aria-label": "Keys" }, h("h2", {}, "Keys"), h("dl", {},
    [["j, k", "next, previous article; in the judgements, next and previous judgement"], ["Enter", "from the list of articles to the judgements"],
      ["Esc", "back to the list of articles"], ["1 – 9", "show the run"], ["e", "errors only"], ["/", "search"], ["?", "these keys"]]
      .map(([key, what]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)])),
    h("p", {}, "Point at a judgement, or at its words in the text, to see where they belong. Nothing chosen among fields and verdicts shows all."),
    h("form", { method: "dialog" }, h("button", { class: "chip" }, "Close")));

  const chips = (label, ...content) => h("div", { class: "chips", role: "group", "aria-label": label }, h("span", { class: "label" }, label), ...content);
  root.replaceChildren(
    h("div", { class: "bar" },
      h("h2", {}, "Articles"), search, sorts, changedChip,
      h("button", { type: "button", class: "chip", "aria-label": "Keys", onclick: () => help.showModal() }, "?"),
      chips("Fields", fieldChips), chips("Verdicts", verdictChips, errorChip, clear)),
    h("div", { class: "panes" }, h("nav", { "aria-label": "Articles" }, count, list), reader, side), back, help);

  const clearFilters = () => { Object.assign(chosen, { fields: new Set(), verdicts: new Set(), query: "", changed: false }); update(); };
  const toggleErrors = () => {
    const all = ERRORS.filter((verdict) => data.verdicts.includes(verdict));
    chosen.verdicts = errorsOnly() ? new Set() : new Set([...all, ...(data.failed ? ["failed"] : [])]);
    update();
  };
  const errorsOnly = () => !chosen.verdicts.has("right") && ERRORS.every((one) => chosen.verdicts.has(one) || !data.verdicts.includes(one));

  // ---- the list of articles

  const entry = (article) => {
    const each = article.cases[chosen.run];
    const judgements = shownJudgements(each, chosen);
    const errors = ERRORS.map((verdict) => [verdict, judgements.filter((one) => one.verdict === verdict).length]).filter(([, number]) => number);
    const change = data.runs.length > 1 ? changeOf(article, chosen, data) : null;
    const versus = `${data.runs[Math.max(chosen.run, 1)]?.letter}−${data.runs[0].letter}`;
    return h("li", {}, h("a", {
      href: addressOf({ article }), "aria-current": article === chosen.article && "true",
      onclick: (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a page of its own
        event.preventDefault();
        choose(article);
        if (!beside()) { back.hidden = false; show(pane, "start"); }
      },
    },
      h("span", { class: "name" }, article.name),
      h("span", { class: "errors" }, each.failed && h("span", { class: "failed" }, "no card"),
        brokenIn(each, data).map((measure) => h("span", { class: "failed broken" }, `! ${measure.title}`)),
        errors.map(([verdict, number]) => h("span", { class: verdict, title: `${number} ${verdict}` }, glyph(verdict), `${number}`))),
      !each.failed && h("span", { class: "score", title: "mean of the tested measures" }, share(scoreOf(each, chosen, data)),
        change !== null && h("small", { class: change < -5e-4 ? "worse" : change > 5e-4 ? "better" : null, title: versus }, signed(change)))));
  };
  // Within the list alone: `scrollIntoView` would scroll the page away from the scores as well.
  const reveal = (shown) => {
    if (!shown) return;
    const box = list.getBoundingClientRect(), own = shown.getBoundingClientRect();
    if (own.top < box.top) list.scrollTop += own.top - box.top;
    else if (own.bottom > box.bottom) list.scrollTop += own.bottom - box.bottom;
  };
  const drawList = (articles) => {
    list.replaceChildren(...articles.map(entry));
    count.textContent = articles.length === data.articles.length ? `${articles.length} articles` : `${articles.length} of ${data.articles.length} articles`;
    reveal(list.querySelector("[aria-current]"));
  };

  // ---- the article

  const drawArticle = () => {
    const { article } = chosen;
    if (!article) { pane.replaceChildren(h("p", { class: "empty" }, "No article is chosen.")); return; }
    const each = article.cases[chosen.run];
    const facts = [article.gold, each && `${each.seconds} s`, each?.cost && `$${each.cost.toFixed(4)}`,
      each?.repeats > 1 && `${each.repeats} repetitions: scores are means, judgements of the first`].filter(Boolean);
    pane.replaceChildren(...some([
      h("header", {}, data.runs.length > 1 && runs, h("h3", {}, article.name), h("p", { class: "facts" }, facts.join(" · ")),
        each?.headline && each.headline !== article.title && h("p", { class: "headline", dir: "auto" }, h("span", { class: "label" }, "Card"), each.headline)),
      each?.failed && h("p", { class: "failure", role: "note" }, h("strong", {}, "No card: "), each.failed),
      each && brokenIn(each, data).map((measure) => h("p", { class: "failure", role: "note" }, h("strong", {}, "Broken promise: "),
        `${measure.id} is ${share(each.scores[data.measures.indexOf(measure)])} and has to be 1.`)),
      !each && h("p", { class: "failure", role: "note" }, "This run does not have the article."),
      ...drawText(article, each),
    ]));
  };
  const drawText = (article, each) => {
    const number = each?.text ?? article.cases.find((one) => one && one.text !== null)?.text ?? null;
    if (number === null) return [h("p", { class: "empty" }, "The run keeps no cards, so the article’s text is not in this page. The judgements are.")];
    const points = pointsOf(article, number);
    const text = points.join("");
    const places = shown.flatMap((judgement, at) => [...judgement.spans, ...echoesOf(judgement, text)].map((span) => ({ ...span, at })));
    const paragraphs = paragraphsOf(points);
    const isTitle = ({ start, end }) => visible(points.slice(start, end), data).split(/\s+/).join(" ") === article.title;
    const titled = paragraphs.length > 0 && isTitle(paragraphs[0]);
    return [!titled && article.title && h("p", { class: "title", dir: "auto" }, article.title),
      h("div", { class: "text", dir: "auto" }, paragraphs.map((paragraph, at) =>
        h("p", { class: titled && at === 0 && "title" }, segmentsOf(paragraph, places).map((segment) => drawSegment(segment, points)))))];
  };
  const drawSegment = ({ start, end, over }, points) => {
    const words = visible(points.slice(start, end), data);
    if (!over.length) return words;
    const rank = (place) => VERDICTS.indexOf(shown[place.at].verdict) * 2 + (place.echo ? 1 : 0);
    const worst = over.reduce((a, b) => (rank(b) < rank(a) || (rank(b) === rank(a) && b.end - b.start < a.end - a.start) ? b : a));
    const { verdict } = shown[worst.at];
    const ids = [...new Set(over.map((place) => place.at))].sort((a, b) => (a === worst.at ? -1 : b === worst.at ? 1 : a - b));
    return h("mark", {
      class: `${verdict}${worst.echo ? " echo" : ""}${worst.start === start && !worst.echo ? " begins" : ""}`,
      "data-at": ids.join(" "), "data-glyph": data.glyphs[verdict], title: ids.map((at) => told(shown[at])).join("\n"),
    }, words);
  };
  const told = ({ field, about, verdict, got, expected }) =>
    `${field} ${about}: ${verdict}${got && verdict !== "right" ? `, card ${got}` : ""}${expected && expected !== got ? `, expected ${expected}` : ""}`;

  // ---- its judgements

  const drawJudgements = () => {
    const each = chosen.article?.cases[chosen.run];
    const groups = data.fields.filter((field) => shown.some((one) => one.field === field)).map((field) =>
      h("section", {}, h("h3", {}, field), h("ul", {}, shown.map((one, at) => one.field === field && drawJudgement(one, at)))));
    side.replaceChildren(...groups, shown.length ? "" : h("p", { class: "empty" }, each && !each.failed ? "No judgement is of the chosen kind." : ""),
      each ? drawScores() : "");
  };
  const drawJudgement = (judgement, at) => {
    const { verdict, about, got, expected, label, item, key } = judgement;
    const before = data.runs.length > 1 ? chosen.article.cases[otherRun(chosen.run)] : null;
    const elsewhere = before && !before.failed ? verdictIn(before, key) || "not there" : verdict;
    const words = got || expected || wordsOf(judgement);
    return h("li", { class: `judgement ${verdict}`, "data-at": at, tabindex: "0" },
      h("p", { class: "line" }, h("strong", { class: "verdict" }, glyph(verdict), verdict), h("span", { class: "measure" }, about),
        h("span", { class: "where", title: label ? "label in the gold file" : "item of the card" }, label || (item && `card ${item}`))),
      words && h("p", { class: "got", dir: "auto" }, verdict === "missing" && !got && h("span", { class: "label" }, "gold"), words),
      got && expected && expected !== got && h("p", { class: "expected", dir: "auto" }, h("span", { class: "label" }, /supported$/.test(judgement.id) ? "why" : "gold"), expected),
      elsewhere !== verdict && h("p", { class: "elsewhere" }, `${data.runs[otherRun(chosen.run)].letter}: ${elsewhere}`));
  };
  const wordsOf = ({ spans }) => {
    const each = chosen.article.cases[chosen.run];
    if (!spans.length || each.text === null) return null;
    return spans.map(({ start, end }) => visible(pointsOf(chosen.article, each.text).slice(start, end), data)).join(" … ");
  };
  const drawScores = () => h("details", { class: "case-scores" }, h("summary", {}, "Scores of this article"), h("table", {},
    h("thead", {}, h("tr", {}, h("td"), data.runs.map((run) => h("th", { scope: "col" }, run.letter)))),
    h("tbody", {}, data.measures.map((measure, at) => chosen.article.cases.some((each) => each && each.scores[at] !== null)
      && h("tr", { class: measure.tested ? null : "minor" }, h("th", { scope: "row" }, `${measure.field} ${measure.title}`),
        chosen.article.cases.map((each) => h("td", {}, share(each ? each.scores[at] : null))))))));

  // ---- lighting up

  const light = (places) => {
    const ids = new Set(places.map(String));
    for (const each of root.querySelectorAll("mark, .judgement")) {
      each.classList.toggle("lit", each.dataset.at.split(" ").some((at) => ids.has(at)));
    }
  };
  const select = (at, { focus = false, reveal = true } = {}) => {
    selected = at;
    light(at < 0 ? [] : [at]);
    for (const each of side.querySelectorAll(".judgement")) each.classList.toggle("selected", Number(each.dataset.at) === at);
    if (at < 0) return;
    const item = side.querySelector(`.judgement[data-at="${at}"]`);
    if (focus) item.focus({ preventScroll: true });
    if (reveal) { bring(item, side); bring(firstMark(at), reader); }
  };
  const firstMark = (at) => [...pane.querySelectorAll("mark")].find((mark) => mark.dataset.at.split(" ").includes(String(at)));
  // Panes that stand side by side scroll by themselves; on a narrow page nothing moves unless it is asked for.
  const beside = () => getComputedStyle(side).overflowY === "auto";
  const behavior = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
  const show = (element, block) => element.scrollIntoView({ block, behavior: behavior() });
  const bring = (element, frame) => {
    if (!element || !beside()) return;
    const box = element.getBoundingClientRect(), pane = frame.getBoundingClientRect();
    if (box.top >= pane.top && box.bottom <= pane.bottom) return;
    frame.scrollBy({ top: box.top - pane.top - (pane.bottom - pane.top) / 3, behavior: behavior() });
  };
  const goBack = () => {
    back.hidden = true;
    show(side.querySelector(".selected") || root, side.querySelector(".selected") ? "center" : "start");
  };

  const under = (event) => event.target.closest?.("mark, .judgement");
  const idsOf = (element) => element.dataset.at.split(" ").map(Number);
  root.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const element = under(event);
    light(element ? idsOf(element) : selected >= 0 ? [selected] : []);
    // A pointer on its way elsewhere crosses others; nothing moves for those.
    clearTimeout(timer);
    if (element) timer = setTimeout(() => {
      const [at] = idsOf(element);
      if (element.matches("mark")) bring(side.querySelector(`.judgement[data-at="${at}"]`), side);
      else bring(firstMark(at), reader);
    }, 150);
  });
  root.addEventListener("pointerleave", () => light(selected >= 0 ? [selected] : []));
  side.addEventListener("focusin", (event) => {
    const item = event.target.closest(".judgement");
    inList = !item;
    if (item && Number(item.dataset.at) !== selected) select(Number(item.dataset.at));
  });
  list.addEventListener("focusin", () => { inList = true; });
  side.addEventListener("click", (event) => {
    const item = event.target.closest(".judgement");
    if (!item || !getSelection().isCollapsed) return;
    select(Number(item.dataset.at), { focus: true });
    const mark = firstMark(selected);
    if (mark && !beside()) { back.hidden = false; show(mark, "center"); }
  });
  pane.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark || !getSelection().isCollapsed) return;
    const ids = idsOf(mark);
    const next = ids[(ids.indexOf(selected) + 1) % ids.length]; // of several on the same words, the next at each click
    select(next, { focus: true });
    if (!beside()) { back.hidden = true; show(side.querySelector(".selected"), "center"); }
  });

  // ---- keys

  const step = (by) => {
    if (inList || !shown.length) {
      const articles = listed(chosen, data);
      const at = articles.indexOf(chosen.article);
      const next = articles[at < 0 ? 0 : Math.min(articles.length - 1, Math.max(0, at + by))];
      if (root.getBoundingClientRect().top > innerHeight / 2) show(root, "start");
      if (next) choose(next);
    } else {
      // The list is in the order of the fields, not of the numbers.
      const items = [...side.querySelectorAll(".judgement")];
      const at = items.findIndex((item) => Number(item.dataset.at) === selected);
      const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
      select(Number(next.dataset.at), { focus: true });
    }
  };
  const choose = (article) => {
    chosen.article = article;
    history.pushState(null, "", addressOf()); // a step that the browser's back button undoes
    draw();
    reader.scrollTop = side.scrollTop = 0;
    list.querySelector("[aria-current]")?.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target.matches("input, select");
    if (event.key === "Escape") {
      if (typing) event.target.blur();
      else { select(-1); inList = true; list.querySelector("[aria-current]")?.focus({ preventScroll: true }); }
    } else if (typing) return;
    else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if (event.key === "Enter" && event.target.matches(".list a") && event.target.getAttribute("aria-current")) { inList = false; step(1); }
    else if (event.key === "/") { search.focus(); search.select(); }
    else if (event.key === "?") help.showModal();
    else if (event.key === "e") toggleErrors();
    else if (/^[1-9]$/.test(event.key) && Number(event.key) <= data.runs.length) { chosen.run = Number(event.key) - 1; update(); }
    else return;
    event.preventDefault();
  });

  // ---- all of it

  let drawn = null;     // the article that was drawn last
  const draw = () => {
    const kept = chosen.article === drawn ? shown[selected]?.key : undefined;
    const articles = listed(chosen, data);
    if (!chosen.article) chosen.article = articles[0] || null;
    shown = shownJudgements(chosen.article?.cases[chosen.run], chosen);
    drawList(articles);
    drawArticle();
    drawJudgements();
    drawn = chosen.article;
    select(shown.findIndex((one) => one.key === kept), { reveal: false });
    for (const chip of [...fieldChips, ...verdictChips]) {
      chip.setAttribute("aria-pressed", chosen.fields.has(chip.dataset.value) || chosen.verdicts.has(chip.dataset.value));
    }
    errorChip.setAttribute("aria-pressed", errorsOnly());
    if (changedChip) changedChip.setAttribute("aria-pressed", chosen.changed);
    [...runs.children].forEach((button, at) => button.setAttribute("aria-pressed", at === chosen.run));
    clear.hidden = !(chosen.fields.size || chosen.verdicts.size || chosen.query || chosen.changed);
    if (search.value.trim() !== chosen.query) search.value = chosen.query;
    sorts.value = chosen.sort;
  };
  const update = () => {
    const articles = listed(chosen, data);
    if (!articles.includes(chosen.article) && articles.length) [chosen.article] = articles;
    keepAddress();
    draw();
  };
  const arrived = () => {
    const asked = readAddress();
    draw();
    reader.scrollTop = side.scrollTop = 0;
    return asked;
  };
  addEventListener("hashchange", arrived);
  if (arrived()) root.scrollIntoView();
})();
