"""What is found in articles of other languages, against labels: dates, quotations, speakers and names, right, wrong and left open.

    python -m tests.corpora.languages FILE [--errors] [--rules]

FILE is a file of our own (`evals/languages/*.yaml`, see its README), or has an article a line: `text`; `lang` or `language` (else German);
`dct` or `published`; and labels, in one of three forms:

* `timexes[{start, end, type, value}]`, TIMEX3: DATE and TIME with a calendar value, as in `corpora.dates`;
* `quotes[{start, end, speaker, speaker_spans}]`: `speaker` as the text words it, and where those words stand;
* `labels[{kind: date | quote | person | organisation | main_place, start, end, text, value, speaker}]`.

A date is *right* if an overlapping find has its value, *wrong* if the finds that overlap it have other values, else *open*. A quotation is
*found* if a part that is not of kind `words` overlaps it. A speaker is *right* if the last word of one is among those of the
other, or one is given from the very words that are labelled, such as a pronoun: whom that means is not labelled. A gold speaker without a capital past its first word counts like any other, since "open" is always allowed; where
the label says "nobody", any is wrong. A name is *right* if it is, holds or is held by one that is labelled. Where all people are labelled (our own
files), those of them that are not among the participants are *open*.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from summarize.article import Article
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax, load
from summarize.findings import Findings
from tests.corpora.dates import is_calendar, value_right
from tests.corpora.lines import options_of, rows_of

_PUBLISHED = "2026-11-24"
"""When the articles of our own files were published, a Tuesday."""
_NOBODY = "nobody"


class Count:
    """Counts over a corpus, and lines for a reader."""

    def __init__(self, syntax: Syntax | None = None) -> None:
        """Begin at nothing; `syntax` is the NLP model, with which those of other languages are read where they are installed."""
        self.syntax = syntax
        self.counts: Counter[str] = Counter()
        self.errors: list[str] = []

    def add(self, row: dict[str, Any]) -> None:
        """Count one article."""
        language = str(row.get("lang") or row.get("language") or "de")
        article = Article(
            text=row["text"], published=row.get("dct") or row["published"], published_from="option", language=language
        )
        findings = find(article, self.syntax)
        labels = row.get("labels", ())
        for label in (
            *row.get("timexes", ()),
            *({**each, "type": "DATE"} for each in labels if each["kind"] == "date"),
        ):
            if is_calendar(label):
                self._date(article, findings, label)
        for label in (*row.get("quotes", ()), *(each for each in labels if each["kind"] == "quote")):
            self._quotation(article, findings, label)
        if labels:
            self._names(article, findings, [each["text"] for each in labels if "text" in each])
        if "people" in row:
            self._names(article, findings, row["people"])
            self._missed(article, findings, row["people"])

    def _date(self, article: Article, findings: Findings, label: dict[str, Any]) -> None:
        near = [time for time in findings.times if time.span.start < label["end"] and label["start"] < time.span.end]
        right = any(value_right(time.start, time.end, label["value"]) for time in near)
        verdict = "right" if right else "wrong" if any(time.start for time in near) else "open"
        self.counts[f"date {verdict}"] += 1
        if not right:
            ours = ", ".join(f"{time.start}/{time.end}" for time in near)
            self._error(f"date {verdict}", article, label, f"{label['value']} ours {ours}")

    def _quotation(self, article: Article, findings: Findings, label: dict[str, Any]) -> None:
        near = [
            quotation
            for quotation in findings.quotations
            if quotation.kind != "words"
            and any(part.start < label["end"] and label["start"] < part.end for part in quotation.parts)
        ]
        self.counts["quotation found" if near else "quotation missed"] += 1
        if not near:
            self._error("quotation missed", article, label, "")
        told = next((each for each in near if each.speaker), None)
        gold, ours = label.get("speaker"), told.speaker if told else None
        if gold == _NOBODY:
            if ours is not None:
                self.counts["speaker wrong"] += 1
                self._error("speaker wrong", article, label, f"{gold} ours {ours}")
        elif gold:
            from_words = (
                told is not None
                and told.speaker_span is not None
                and any(
                    told.speaker_span.start < end and start < told.speaker_span.end
                    for start, end in label.get("speaker_spans", ())
                )
            )
            verdict = "open" if ours is None else "right" if from_words or _same(ours, gold) else "wrong"
            self.counts[f"speaker {verdict}"] += 1
            if verdict != "right":
                self._error(f"speaker {verdict}", article, label, f"{gold} ours {ours}")

    def _names(self, article: Article, findings: Findings, gold: list[str]) -> None:
        for name in (participant.name for participant in findings.participants):
            right = any(name in each or each in name for each in gold)
            self.counts["name right" if right else "name wrong"] += 1
            if not right:
                self.errors.append(f"name wrong: {article.language}: {name}")

    def _missed(self, article: Article, findings: Findings, gold: list[str]) -> None:
        found = [participant.name for participant in findings.participants]
        for name in gold:
            if not any(name in each or each in name for each in found):
                self.counts["name open"] += 1
                self.errors.append(f"name open: {article.language}: {name}")

    def _error(self, kind: str, article: Article, label: dict[str, Any], told: str) -> None:
        start, end = label["start"], label["end"]
        before, after = article.text[max(0, start - 90) : start], article.text[end : end + 90]
        self.errors.append(" ".join(f"{kind}: {before}[{article.text[start:end]}]{after} = {told}".split()))

    def report(self) -> str:
        """The counts with shares: right of all that is labelled, and wrong of all that was given."""
        lines = []
        for kind in ("date", "speaker", "name"):
            right, wrong, left = (self.counts[f"{kind} {verdict}"] for verdict in ("right", "wrong", "open"))
            if right + wrong + left:
                share = f"right {right / (right + wrong + left):.2f}"
                given = f"wrong of those given {wrong / max(1, right + wrong):.2f}"
                lines.append(f"{kind:9} right {right}, wrong {wrong}, open {left}: {share}, {given}")
        found, missed = self.counts["quotation found"], self.counts["quotation missed"]
        if found + missed:
            lines.append(f"quotation found {found} of {found + missed}: {found / (found + missed):.2f}")
        return "\n".join(lines)


def labelled(file: Path) -> Iterator[dict[str, Any]]:
    """The articles of one of our own files, with the places of its labels.

    Raises:
        ValueError: a label's words do not stand in its text.
    """
    for row in yaml.safe_load(file.read_text(encoding="utf-8")):
        text = row["text"]
        quotes = [{**place, "speaker": speaker} for place, speaker in _placed(text, row["said"])]
        dates = [{**place, "type": "DATE", "value": value} for place, value in _placed(text, row.get("dates", ()))]
        if unknown := next((name for name in row["people"] if name not in text), None):
            raise ValueError(f"{file}: {unknown} does not stand in its text")
        yield {
            "language": row.get("language", file.name[:2]),
            "published": _PUBLISHED,
            "text": text,
            "quotes": quotes,
            "timexes": dates,
            "people": row["people"],
        }


def _placed(text: str, labels: Iterable[tuple[str, str]]) -> Iterator[tuple[dict[str, Any], str]]:
    """What is labelled, with the place of its words: each stands behind the one before."""
    at = 0
    for words, told in labels:
        at = text.index(words, at)
        yield {"start": at, "end": at + len(words)}, told


def _same(ours: str, gold: str) -> bool:
    mine, theirs = (re.findall(r"[\w’'-]+", name.lower()) for name in (ours, gold))
    return bool(mine and theirs) and (mine[-1] in theirs or theirs[-1] in mine)


def main() -> None:
    """Print the counts of a file, after what was wrong or missed if asked."""
    options = options_of(__doc__, rules=True)
    count = Count(None if options.rules else load())
    for row in labelled(options.corpus) if options.corpus.suffix == ".yaml" else rows_of(options.corpus):
        count.add(row)
    if options.errors:
        print(*sorted(count.errors), sep="\n")
    print(count.report())


if __name__ == "__main__":
    main()
