// What labels are, and what can be done to them. Nothing here changes what it is given.
import { named, overlaps } from "./text.js";

export const FIELDS = {
  quotes: { title: "Quotations", one: "quotation" },
  not_quotes: { title: "In marks, said by nobody", one: "title, nickname or term" },
  who: { title: "Who", one: "participant" },
  where: { title: "Where", one: "place" },
  when: { title: "When", one: "date" },
  what: { title: "Key facts", one: "key fact" },
  background: { title: "Background", one: "background fact" },
  absent: { title: "Must not appear", one: "string" },
};
export const FACTS = ["what", "background"];

export const at = (labels, chosen) => (chosen && chosen.field in FIELDS ? labels[chosen.field]?.[chosen.index] : undefined);
export const isSame = (one, other) => Boolean(one && other) && one.field === other.field && one.index === other.index;

export const set = (label, name, value) => {
  const { [name]: _, ...rest } = label;
  return value === undefined ? rest : { ...rest, [name]: value };
};
export const flagged = (label, name, on) => set(label, name, on || undefined);
const listed = (label, name, values) => set(label, name, values.length ? values : undefined);

export const replaced = (labels, { field, index }, label) => ({ ...labels, [field]: labels[field].with(index, label) });
export const removed = (labels, { field, index }) => ({ ...labels, [field]: labels[field].toSpliced(index, 1) });
export const added = (labels, field, label) => {
  const list = labels[field] ?? [];
  // What has a place comes in the order of the article; the rest in the order in which it was labelled.
  const place = placeOf(label);
  const later = place === null ? -1 : list.findIndex((other) => (placeOf(other) ?? -1) > place);
  const index = later < 0 ? list.length : later;
  return [{ ...labels, [field]: list.toSpliced(index, 0, label) }, { field, index }];
};
const placeOf = (label) => typeof label === "string" ? null : label.parts?.[0].at ?? (label.any ? null : label.at) ?? null;

const words = (text, [start, end]) => ({ text: text.slice(start, end), at: start });
const rangeOf = (text, one) => (text.holds(one.text ?? "", one.at) ? [one.at, one.at + [...one.text].length] : null);
export const partsOf = (text, quote) => quote.parts.map((part) => rangeOf(text, part)).filter(Boolean);

// Takes ranges out of `quotes` and `not_quotes`, wherever they are labelled with exactly these words.
const without = (labels, text, ranges) => {
  const others = (one) => !ranges.some(([start, end]) => one.at === start && one.text === text.slice(start, end));
  const result = { ...labels };
  if (labels.quotes) {
    const quotes = labels.quotes.map((quote) => (quote.parts.every(others) ? quote : { ...quote, parts: quote.parts.filter(others) }));
    result.quotes = quotes.filter((quote) => quote.parts.length);
  }
  if (labels.not_quotes) result.not_quotes = labels.not_quotes.filter(others);
  return result;
};

export const quoted = (labels, text, ranges) =>
  added(without(labels, text, ranges), "quotes", { parts: ranges.map((range) => words(text, range)) });

export const unsaid = (labels, text, ranges) => {
  let result = without(labels, text, ranges);
  let chosen = null;
  for (const range of ranges) [result, chosen] = added(result, "not_quotes", words(text, range));
  return [result, chosen];
};

// Which quotation holds all of these words already.
export const quotedIn = (labels, text, ranges) =>
  (labels.quotes ?? []).findIndex((quote) => {
    const parts = partsOf(text, quote);
    return ranges.every(([start, end]) => parts.some((part) => part[0] <= start && end <= part[1]));
  });

export const extended = (quote, text, ranges) => ({
  ...quote,
  parts: [...quote.parts, ...ranges.map((range) => words(text, range))].sort((one, other) => (one.at ?? 0) - (other.at ?? 0)),
});

export const namesOf = (label) => [label.name, ...(label.aliases ?? [])];
export const withName = (labels, field, name) => (labels[field] ?? []).findIndex((label) => namesOf(label).includes(name));

export const withAlias = (label, field, name) => {
  const known = field === "quotes" ? [label.speaker, ...(label.aliases ?? [])] : namesOf(label);
  return known.includes(name) ? label : set(label, "aliases", [...(label.aliases ?? []), name]);
};
export const withRole = (who, role) => ((who.roles ?? []).includes(role) ? who : set(who, "roles", [...(who.roles ?? []), role]));

// Somebody speaks under the name that the list of participants has, and under their other names.
export const spoken = (quote, labels, name) => {
  const who = (labels.who ?? [])[withName(labels, "who", name)];
  const aliases = who ? namesOf(who).filter((other) => other !== who.name) : [];
  return listed(set(quote, "speaker", who ? who.name : name), "aliases", aliases);
};

export const dated = (labels, text, range, hints) => {
  const hint = hints.find((one) => overlaps([one.at, one.at + [...one.text].length], range));
  const { start = null, end, precision } = hint ?? {};
  const label = { start, ...(end ? { end } : {}), ...(precision ? { precision } : {}), ...words(text, range) };
  return added(labels, "when", label);
};

export const stated = (labels, field, text, range) =>
  added(labels, field, { any: [named(text.slice(...range))], evidence: [words(text, range)] });

export const restated = (fact, text, range) => ({
  ...fact,
  any: [...fact.any, named(text.slice(...range))],
  evidence: [...(fact.evidence ?? []), words(text, range)],
});

// Where labels stand in the text: { field, index, start, end }. Names stand wherever the article has them.
export const spans = (labels, text, chosen) => {
  const found = [];
  const add = (field, index, ranges) => found.push(...ranges.filter(Boolean).map(([start, end]) => ({ field, index, start, end })));
  (labels.quotes ?? []).forEach((quote, index) => add("quotes", index, partsOf(text, quote)));
  (labels.not_quotes ?? []).forEach((one, index) => add("not_quotes", index, [rangeOf(text, one)]));
  (labels.when ?? []).forEach((one, index) => add("when", index, [rangeOf(text, one)]));
  for (const field of FACTS) {
    (labels[field] ?? []).forEach((fact, index) => {
      add(field, index, (fact.evidence ?? []).map((one) => rangeOf(text, one)));
      if (!fact.evidence && isSame(chosen, { field, index })) add(field, index, fact.any.flatMap((one) => text.occurrences(one).slice(0, 1)));
    });
  }
  for (const field of ["where", "who"]) {
    (labels[field] ?? []).forEach((label, index) => add(field, index, whole(namesOf(label).flatMap((name) => text.occurrences(name)))));
  }
  return found;
};

// Of ranges that overlap, the longest: "Rathore" within "Vikram Rathore" is no mention of its own.
const whole = (ranges) => {
  const kept = [];
  for (const range of ranges.toSorted((one, other) => one[0] - other[0] || other[1] - one[1])) {
    if (!kept.length || range[0] >= kept.at(-1)[1]) kept.push(range);
  }
  return kept;
};

// The words in quotation marks that no label holds, as ranges.
export const unlabelled = (labels, text, runs) => {
  const held = [...(labels.quotes ?? []).flatMap((quote) => partsOf(text, quote)), ...(labels.not_quotes ?? []).map((one) => rangeOf(text, one))];
  const ranges = held.filter(Boolean).sort((one, other) => one[0] - other[0]);
  return runs.flatMap((run) => run.parts).filter(([start, end]) => {
    let left = "", reached = start;
    for (const [low, high] of ranges) {
      if (high <= reached || low >= end) continue;
      left += text.slice(reached, Math.max(reached, low));
      reached = Math.max(reached, high);
    }
    if (reached < end) left += text.slice(reached, end);
    return /[\p{L}\p{N}]/u.test(left);
  });
};
