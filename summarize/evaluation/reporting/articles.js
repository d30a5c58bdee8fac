"use strict";
// What the page knows of the articles, without any element of it: which judgements are shown, in what order articles
// stand, and how a text is cut so that every judgement's words can be lit up. Offsets count code points, as in the runs.

const VERDICTS = ["wrong", "missing", "spurious", "partial", "right", "ignored"]; // the worst first
const ERRORS = VERDICTS.slice(0, 4);
const MOST_ECHOES = 12; // places shown for a label that says no place

const readData = (json) => {
  const data = JSON.parse(json);
  data.fields = [];
  for (const measure of data.measures) if (!data.fields.includes(measure.field)) data.fields.push(measure.field);
  for (const article of data.articles) {
    article.cases.forEach((each) => { if (each) each.judgements = each.judgements.map((one) => readJudgement(one, data)); });
  }
  const judgements = data.articles.flatMap((article) => article.cases.flatMap((each) => (each ? each.judgements : [])));
  data.verdicts = VERDICTS.filter((verdict) => judgements.some((one) => one.verdict === verdict));
  data.fields = data.fields.filter((field) => judgements.some((one) => one.field === field));
  data.failed = data.articles.some((article) => article.cases.some((each) => each && each.failed));
  return data;
};

const readJudgement = ([measure, verdict, label, item, expected, got, flat], data) => {
  const spans = [];
  for (let at = 0; at < flat.length; at += 2) spans.push({ start: flat[at], end: flat[at + 1] });
  const { id, field, about } = data.measures[measure];
  return { id, field, about, verdict, label, item, expected, got, spans, key: `${id} ${label || got || item}` };
};

// The text as its code points; `visible` leaves out what only keeps others in their places.
const pointsOf = (article, number) => {
  article.points ||= [];
  article.points[number] ||= Array.from(article.texts[number]);
  return article.points[number];
};
const visible = (points, data) => points.join("").replaceAll(data.dropped, "");

// Chosen fields and verdicts; none chosen means all.
const isShown = (judgement, chosen) =>
  (!chosen.fields.size || chosen.fields.has(judgement.field)) && (!chosen.verdicts.size || chosen.verdicts.has(judgement.verdict));

const shownJudgements = (each, chosen) => (each ? each.judgements.filter((one) => isShown(one, chosen)) : []);

// Mean of the tested measures of the chosen fields; null where none applies.
const scoreOf = (each, chosen, data) => {
  if (!each) return null;
  const values = each.scores.filter((value, at) => {
    const { tested, field } = data.measures[at];
    return value !== null && tested && (!chosen.fields.size || chosen.fields.has(field));
  });
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
};

// The shown run is compared with the first, and the first itself with the second; a change is always later minus first.
const otherRun = (run) => (run === 0 ? 1 : 0);
const changeOf = (article, chosen, data) => {
  const later = article.cases[Math.max(chosen.run, 1)], first = article.cases[0];
  const [after, before] = [later, first].map((each) => scoreOf(each, chosen, data));
  return after === null || before === null ? null : after - before;
};
const hasChanged = (article, chosen, data) => {
  const pair = [article.cases[0], article.cases[Math.max(chosen.run, 1)]];
  if (!pair[0] || !pair[1]) return pair[0] !== pair[1];
  const counts = (at) => !chosen.fields.size || chosen.fields.has(data.measures[at].field);
  return Boolean(pair[0].failed) !== Boolean(pair[1].failed)
    || pair[0].scores.some((value, at) => counts(at) && value !== pair[1].scores[at]);
};
// Measures that have to be 1 and are not.
const brokenIn = (each, data) => data.measures.filter((measure, at) => measure.hard && each.scores[at] !== null && each.scores[at] < 1);
const verdictIn = (each, key) => each?.judgements.find((one) => one.key === key)?.verdict;

const holdsText = (article, each, query, data) => {
  if (!query) return true;
  article.haystack ||= article.cases.map((one) => [
    article.name, article.title, article.gold, one?.headline, one?.failed,
    one && one.text !== null ? article.texts[one.text].replaceAll(data.dropped, "") : "",
    ...(one?.judgements || []).flatMap((judgement) => [judgement.expected, judgement.got]),
  ].filter(Boolean).join("\n").toLowerCase());
  return query.toLowerCase().split(/\s+/).every((word) => article.haystack[article.cases.indexOf(each)].includes(word));
};

const isListed = (article, chosen, data) => {
  const each = article.cases[chosen.run];
  if (!each) return false;
  if (chosen.changed && !hasChanged(article, chosen, data)) return false;
  if (!holdsText(article, each, chosen.query, data)) return false;
  if (each.failed) return !chosen.verdicts.size || chosen.verdicts.has("failed");
  return (!chosen.fields.size && !chosen.verdicts.size) || each.judgements.some((one) => isShown(one, chosen));
};

const ORDERS = {
  worst: ({ cases }, chosen, data) => {
    const each = cases[chosen.run];
    return each.failed ? -2 : (brokenIn(each, data).length ? -1 : 0) + (scoreOf(each, chosen, data) ?? 2);
  },
  name: () => 0,
  change: (article, chosen, data) => changeOf(article, chosen, data) ?? 2,
};
const listed = (chosen, data) => {
  const ranked = data.articles.filter((article) => isListed(article, chosen, data))
    .map((article) => ({ article, rank: ORDERS[chosen.sort](article, chosen, data) }));
  ranked.sort((a, b) => a.rank - b.rank || (a.article.name < b.article.name ? -1 : 1));
  return ranked.map((one) => one.article);
};

// Where a label without a place has its words in the text: a hint for the reader, not what was judged.
const echoesOf = (judgement, text) => {
  const echoes = [];
  if (judgement.verdict !== "missing" || judgement.spans.length || !judgement.expected) return echoes;
  let at = text.indexOf(judgement.expected), points = 0, counted = 0;
  while (at >= 0 && echoes.length < MOST_ECHOES) {
    points += Array.from(text.slice(counted, at)).length;
    counted = at;
    echoes.push({ start: points, end: points + Array.from(judgement.expected).length, echo: true });
    at = text.indexOf(judgement.expected, at + judgement.expected.length);
  }
  return echoes;
};

// Ranges of the paragraphs: between blank lines, or single lines in a text without any.
const paragraphsOf = (points) => {
  const lines = [];
  let start = 0;
  for (let at = 0; at <= points.length; at += 1) {
    if (at < points.length && points[at] !== "\n") continue;
    const blank = points.slice(start, at).every((point) => !point.trim());
    lines.push({ start, end: at, blank });
    start = at + 1;
  }
  const filled = lines.filter((line) => !line.blank);
  if (!filled.length) return [];
  const inner = lines.slice(lines.indexOf(filled[0]), lines.indexOf(filled.at(-1)));
  if (!inner.some((line) => line.blank)) return filled;
  const blocks = [];
  lines.forEach((line, at) => {
    if (line.blank) return;
    if (at && !lines[at - 1].blank) blocks.at(-1).end = line.end;
    else blocks.push({ start: line.start, end: line.end });
  });
  return blocks;
};

// A paragraph cut at every end of every span, so that overlaps need no nesting.
const segmentsOf = (paragraph, places) => {
  const within = places.filter((place) => place.start < paragraph.end && place.end > paragraph.start);
  const cuts = new Set([paragraph.start, paragraph.end]);
  for (const place of within) for (const cut of [place.start, place.end]) if (cut > paragraph.start && cut < paragraph.end) cuts.add(cut);
  const ends = [...cuts].sort((a, b) => a - b);
  return ends.slice(0, -1).map((start, at) => ({
    start,
    end: ends[at + 1],
    over: within.filter((place) => place.start <= start && place.end > start),
  }));
};
