"""Which rows and paths of the English rules are right as often as the labels can tell, and which are not: a line for each, those with most wrong first.

    python -m tests.labels.by_rule                               with the NLP model, all decisions; `--nlp off` by rules alone
    python -m tests.labels.by_rule --of speaker                  of one decision (`speaker`, `quoted`, `who`, `role`, `date`, `main date`, `where`, `main place`)
    python -m tests.labels.by_rule --of speaker --cases WORDS    where the rows whose line holds these words are wrong or leave open, in articles in view
    python -m tests.labels.by_rule --missed                      labels that nothing was found for, by what they are like

The columns are right/wrong/open of articles in view and of `unseen` ones, of which nothing but these counts is ever printed, then of how many sets of
articles either are, the share right of what is not open, and what labels wanted where it is wrong. A row that is right on the set which it was made
on, and on no other, is to be narrowed, put behind a better one, or deleted.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from summarize.article import Article, Span
from summarize.card import Card
from summarize.engines.extractive import ExtractiveEngine
from summarize.evaluation.gold.files import gold_paths, read_gold
from summarize.evaluation.gold.labels import Gold, GoldName, GoldPlace
from summarize.evaluation.runs.run import Judgement
from summarize.evaluation.scoring.score import score
from summarize.evidence.document import document_of
from summarize.evidence.find import Finder
from summarize.evidence.kinds import QuotedRun, kind_rules
from summarize.evidence.phrases import Phrase
from summarize.evidence.quotations import Spoken
from summarize.evidence.saying import Found
from summarize.evidence.speaker_rules import speaker_rules
from summarize.evidence.speaking import OWN, Scene
from summarize.evidence.syntax import ParsedAttribution, Syntax, load
from summarize.evidence.vocabulary import PATTERNS
from summarize.findings import Findings
from summarize.pipeline import Pipeline
from summarize.rules.noting import Notebook, take_notes
from tests.labels.kept import EVALS

_OF: Final = {
    "quotes.speaker": "speaker",
    "quotes.f1": "quoted",
    "quotes.unsaid": "quoted",
    "who.f1": "who",
    "who.role": "role",
    "when.f1": "date",
    "when.open": "date",
    "when.main": "main date",
    "where.f1": "where",
    "where.main": "main place",
}
"""The decision that each measure judges."""
_VERDICTS: Final = {
    "right": "right",
    "partial": "right",
    "found": "right",
    "wrong": "wrong",
    "spurious": "wrong",
    "missing": "open",
}
_FIELDS: Final = ("who", "when", "where")


class Read(NamedTuple):
    """One labelled article, its card and what was noted of why."""

    set: str
    name: str
    gold: Gold
    card: Card
    finder: Finder
    findings: Findings
    notes: Notebook


class _Watched(Pipeline):
    """A pipeline that keeps its finder."""

    __slots__ = ("finder", "found")
    finder: Finder
    found: Findings

    def findings(self, article: Article) -> Findings:
        """What is found, with the finder kept."""
        finder = Finder(article, document_of(article), self.syntax)
        found = finder.findings()
        object.__setattr__(self, "finder", finder)
        object.__setattr__(self, "found", found)
        return found


@dataclass
class Row:
    """What became of the labels that a row or path decided, in view and unseen."""

    counts: dict[bool, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wanted: Counter[str] = field(default_factory=Counter)
    sets: set[str] = field(default_factory=set)
    cases: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        """How often it is wrong."""
        return sum(counts["wrong"] for counts in self.counts.values())

    def written(self) -> str:
        """As in the table."""
        right = sum(counts["right"] for counts in self.counts.values())
        told = right + self.wrong
        columns = (
            f"{one['right']:4}/{one['wrong']:3}/{one['open']:3}" for one in (self.counts[True], self.counts[False])
        )
        wanted = ", ".join(f"{what} {count}" for what, count in self.wanted.most_common())
        return f"{'  '.join(columns)}  {len(self.sets):2} sets  {right / told if told else 0:.2f}  {wanted:18}"


def sets() -> Iterator[tuple[str, bool, Path]]:
    """The sets of labelled English articles: name, whether it may be looked at, and where it is."""
    for name in ("gold", "more"):
        yield name, True, EVALS / name
    for folder in sorted((EVALS / "fresh").glob("*/*seen")):
        yield folder.parent.name, folder.name == "seen", folder


def readings(syntax: Syntax | None) -> Iterator[tuple[bool, Read]]:
    """Each article with whether it may be looked at."""
    pipeline = _Watched(ExtractiveEngine(), syntax)
    for name, is_seen, folder in sets():
        for path in gold_paths(folder):
            file = read_gold(path)
            article = file.article()
            with take_notes(article.text) as notes:
                card = pipeline.card(article)
            yield is_seen, Read(name, path.stem, file.gold, card, pipeline.finder, pipeline.found, notes)


def path_of(read: Read, judged: Judgement) -> str:
    """The rows and steps that gave what was judged."""
    decision = _OF[judged.measure]
    if decision in {"speaker", "quoted"}:
        start = judged.spans[0].start if judged.spans else -1
        entry = next((one for one in read.finder.spoken if any(a <= start < b for a, b in one.run.parts)), None)
        if entry is None:
            return "no quotation"
        return _speaker(read, entry) if decision == "speaker" else _kind_of_words(read, entry)
    steps: Mapping[str, Callable[[], str]] = {
        "main date": lambda: _why(read, judged.spans, "day of the news", "this one") or "none",
        "main place": lambda: (
            _why(read, judged.spans, "place of the news", "the main place").partition(": weight")[0] or "none"
        ),
        "date": lambda: _date(read, judged.spans),
        "role": lambda: _why(read, judged.spans, "role of ") or "described",
    }
    return steps[decision]() if decision in steps else _kind(read, judged.item)


def _speaker(read: Read, entry: Spoken) -> str:
    """The row that says where the speaker is taken from, and how his words were understood."""
    if entry.speaker is None or entry.scene is None:
        return "nobody"
    decisions = speaker_rules().every(entry.scene)
    first = next((one for one in decisions), None)
    if first is None:
        return "of a list"
    words = read.finder.text[slice(*entry.speaker)].lower()
    is_pronoun = words in PATTERNS.person_pronouns or words in PATTERNS.other_pronouns
    asked = _asked(entry.scene, first.verdict, read)
    if asked in PATTERNS.person_pronouns or asked in PATTERNS.other_pronouns or is_pronoun:
        how = "pronoun"
    elif entry.entity is None:
        how = "described"
    else:
        named = any(
            name.start < entry.speaker[1] and entry.speaker[0] < name.end
            for name in read.finder.entities[entry.entity].names
        )
        how = "named" if named else "description of somebody"
    how += "" if entry.entity is not None or how == "described" else ", described" if words != asked else ", open"
    return f"{first.rule} | {how}"


def _asked(scene: Scene, verdict: str, read: Read) -> str:
    """The words that a row took for the speaker's, in small letters; none where it took a neighbour's speaker."""
    if verdict not in OWN:
        return ""
    taken = scene.taken(verdict)
    if isinstance(taken, ParsedAttribution):
        return read.finder.text[slice(*taken.speaker)].lower()
    phrase = taken.phrase if isinstance(taken, Found) else taken
    if not isinstance(phrase, Phrase):
        return ""
    return read.finder.text[slice(*scene.frame.source_range(phrase.start, phrase.end))].lower()


def _kind_of_words(read: Read, entry: Spoken) -> str:
    decision = kind_rules().decide(QuotedRun(read.finder.text, entry))
    return f"{decision.rule}: {entry.kind}" if decision is not None else entry.kind


def _why(read: Read, spans: tuple[Span, ...], about: str, verdict: str | None = None) -> str:
    """What was noted last of a decision about what stands there."""
    reasons = [one for span in spans for one in read.notes.over(span.start, span.end) if one.about.startswith(about)]
    reasons = [one for one in reasons if verdict is None or one.verdict == verdict] or reasons
    return (reasons[-1].rule or reasons[-1].why) if reasons else ""


def _date(read: Read, spans: tuple[Span, ...]) -> str:
    if not spans:
        return "no words"
    form = _why(read, spans[:1], "date").partition(";")[0].partition(" (")[0]
    reasons = [one for one in read.notes.over(spans[0].start, spans[0].end) if one.about == "tense"]
    tense = (reasons[-1].rule or reasons[-1].why) if reasons else "no tense asked"
    return f"{form} | {tense}"


def _kind(read: Read, item: str | None) -> str:
    """Why a name is of its kind, and why it is on the card."""
    if item is None:
        return "none"
    where, _, number = item.partition("[")
    one = getattr(read.card, where)[int(number.rstrip("]"))]
    first = one.evidence[0]
    reasons = [
        each for each in read.notes.over(first.start, first.end) if each.about.startswith(("kind", "label or evidence"))
    ]
    row = (reasons[-1].rule or reasons[-1].why) if reasons else "described"
    if reasons and reasons[-1].about == "kind, proved" and reasons[-1].rule is None:
        row = "a title before it"
    return f"{getattr(one, 'kind', 'place')}: {row}"


def tally(syntax: Syntax | None) -> dict[tuple[str, str], Row]:
    """The rows by decision and path."""
    rows: dict[tuple[str, str], Row] = defaultdict(Row)
    for is_seen, read in readings(syntax):
        for judged in score(read.card, read.gold).judgements:
            decision = _OF.get(judged.measure)
            verdict = _VERDICTS.get(judged.verdict)
            if decision is None or verdict is None or (judged.measure.endswith("f1") and verdict == "open"):
                continue
            row = rows[decision, path_of(read, judged)]
            row.counts[is_seen][verdict] += 1
            row.sets.add(read.set)
            if verdict != "right":
                wanted = judged.expected or ("open" if decision == "speaker" else "nothing")
                row.wanted[(wanted if wanted in {"open", "nothing"} else "other")] += verdict == "wrong"
                if is_seen:
                    row.cases.append(
                        f"{read.set}/{read.name} {verdict}: wanted {wanted!r}, got {judged.got!r} {_around(read, judged)}"
                    )
    return rows


def _around(read: Read, judged: Judgement) -> str:
    if not judged.spans:
        return ""
    span, text = judged.spans[0], read.finder.text
    return " ".join(
        f"… {text[max(0, span.start - 150) : span.start]}⟦{text[span.start : span.end]}⟧{text[span.end : span.end + 100]} …".split()
    )


def missed(syntax: Syntax | None) -> dict[tuple[str, str], Row]:
    """Labels that nothing was found for, by field and by what they are like: `right` is those that were found."""
    rows: dict[tuple[str, str], Row] = defaultdict(Row)
    for is_seen, read in readings(syntax):
        judgements = score(read.card, read.gold).judgements
        found = {one.label: one.verdict for one in judgements if one.measure in {"who.f1", "where.f1"} and one.label}
        for field_name in ("who", "where"):
            labels: Sequence[GoldName | GoldPlace] = getattr(read.gold, field_name) or ()
            for number, label in enumerate(labels):
                verdict = found.get(f"{field_name}[{number}]")
                if verdict is None:
                    continue
                for likeness in _likenesses(read, label):
                    row = rows[field_name, likeness]
                    row.counts[is_seen]["right" if verdict != "missing" else "wrong"] += 1
                    row.sets.add(read.set)
                    if verdict == "missing" and is_seen:
                        row.cases.append(f"{read.set}/{read.name}: {label.name!r}")
    return rows


def _likenesses(read: Read, label: GoldName | GoldPlace) -> Iterator[str]:
    """What a label is like: its kind, how often it is named, where, and whether the findings have it though the card does not."""
    text, title = read.finder.text, read.card.article.title or ""
    names = (label.name, *label.aliases)
    count = max(text.count(name) for name in names)
    kind = getattr(label, "kind", None) or "place"
    first = read.findings.sentences[0].span if read.findings.sentences else Span.of(0, 1)
    lead = text[first.start : first.end]
    yield kind
    yield f"{kind}, named {'once' if count <= 1 else 'often'}"
    yield f"{kind}, {'in the title' if any(name in title for name in names) else 'in the lead' if any(name in lead for name in names) else 'later'}"
    listed = {one.name for one in read.findings.participants} | {one.name for one in read.findings.places}
    yield f"{kind}, {'found' if any(name in listed for name in names) else 'not found by this name'}"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nlp", choices=("on", "off"), default="on")
    parser.add_argument("--of", help="one decision alone")
    parser.add_argument("--cases", help="show where rows are wrong or open whose line holds these words")
    parser.add_argument("--missed", action="store_true", help="labels that nothing was found for")
    options = parser.parse_args()
    syntax = load() if options.nlp == "on" else None
    rows = missed(syntax) if options.missed else tally(syntax)
    sums: dict[str, Row] = defaultdict(Row)
    for (decision, path), row in sorted(rows.items(), key=lambda one: (one[0][0], -one[1].wrong)):
        for is_seen, counts in row.counts.items():
            sums[decision].counts[is_seen] += counts
        sums[decision].sets |= row.sets
        if options.of in {None, decision}:
            if options.cases is None:
                print(f"{row.written()}  {decision}: {path}")
            elif options.cases in path:
                print(f"{row.written()}  {decision}: {path}", *row.cases, sep="\n    ")
    if not options.missed:
        for decision, row in sums.items():
            print(f"{row.written()}  {decision}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
