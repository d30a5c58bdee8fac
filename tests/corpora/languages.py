"""What is found in articles of other languages, against labels: dates, quotations, speakers and names, right, wrong and left open.

    python -m tests.corpora.languages FILE [--errors]

A line is an article: `text`; `lang` or `language` (else German); `dct` or `published`; and labels, in one of three forms:

* `timexes[{start, end, type, value}]`, TIMEX3: DATE and TIME with a calendar value, as in `corpora.dates`;
* `quotes[{start, end, speaker, speaker_spans}]`: `speaker` as the text words it, and where those words stand;
* `labels[{kind: date | quote | person | organisation | main_place, start, end, text, value, speaker}]`.

A date is *right* if an overlapping find has its value, *wrong* if the finds that overlap it have other values, else *open*. A quotation is
*found* if a part that is not of kind `words` overlaps it. A speaker is *right* if the last word of one is among those of the
other, or one is given from the very words that are labelled, such as a pronoun: whom that means is not labelled. A gold speaker without a capital past its first word counts like any other, since "open" is always allowed. A name is *right* if
it is, holds or is held by one that is labelled.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from summarize.article import Article
from summarize.evidence.find import find
from summarize.findings import Findings
from tests.corpora.dates import is_calendar, value_right
from tests.corpora.lines import options_of, rows_of


class Count:
    """Counts over a corpus, and lines for a reader."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.counts: Counter[str] = Counter()
        self.errors: list[str] = []

    def add(self, row: dict[str, Any]) -> None:
        """Count one article."""
        language = str(row.get("lang") or row.get("language") or "de")
        article = Article(
            text=row["text"], published=row.get("dct") or row["published"], published_from="option", language=language
        )
        findings = find(article)
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
        if gold:
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


def _same(ours: str, gold: str) -> bool:
    mine, theirs = (re.findall(r"[\w’'-]+", name.lower()) for name in (ours, gold))
    return bool(mine and theirs) and (mine[-1] in theirs or theirs[-1] in mine)


def main() -> None:
    """Print the counts of a file, after what was wrong or missed if asked."""
    options, count = options_of(__doc__), Count()
    for row in rows_of(options.corpus):
        count.add(row)
    if options.errors:
        print(*sorted(count.errors), sep="\n")
    print(count.report())


if __name__ == "__main__":
    main()
