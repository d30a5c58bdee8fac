"""Scores `find_times` on a corpus of dates labelled by hand (TIMEX3 values), one JSON object a line.

    python -m tests.corpora.dates dates_dev.jsonl [--errors]

A line has `text`, `dct` (day of publication or null), `annotated_end` (labels end there) and `timexes`, each with
`start`, `end`, `text`, `type` and `value`. Scoring, exactly:

* The text up to `annotated_end` is read as one region, published on `dct`; where that is no ISO date, on the value of
  the label whose function is CREATION_TIME if that is one, else on no day. That label is scored like any other.
* Gold: labels of type DATE or TIME inside the region whose value is a calendar value: YYYY, YYYY-MM, YYYY-MM-DD,
  YYYY-Www (also with -WE), YYYY-Qn, or YYYY-MM-DDT followed by hh:mm (with seconds or zone) or by MO, MI, AF, EV or NI.
* A find and a gold label match if their spans overlap. Gold is found if any find matches it. A find that matches only
  labels of other kinds (durations, sets, PAST_REF, FY2007) is left out of both counts, for those labels say nothing
  about a calendar value; "strict" counts it as spurious.
* Values: gold is right if a matching find has its value at the precision of the gold: equal text for YYYY, YYYY-MM,
  YYYY-MM-DD and YYYY-Qn; Monday to Sunday for a week, Saturday to Sunday for a weekend; the same day for a TIME. A find
  that is a range is also right if its first or last value equals the gold: labels cut "from 2009 to 2011" in two.
* Finding: P = finds that match gold / finds counted, R = gold found / gold. Value: P = finds right for some gold /
  finds counted, R = gold right / gold. F1 is their harmonic mean. Finds without a value count against both; they are
  counted apart from those with a false one, which are worse.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from summarize.evidence.times import FoundTime, find_times
from tests.corpora.lines import options_of, rows_of

_CALENDAR = re.compile(
    r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T(?:[0-9]{2}:[0-9]{2}.*|MO|MI|AF|EV|NI))?)?|-W[0-9]{2}(?:-WE)?|-Q[1-4])?"
)
_CONTEXT = 45


@dataclass
class Score:
    """Counts over a corpus; `errors` are lines for a reader."""

    gold: int = 0
    gold_found: int = 0
    gold_right: int = 0
    finds: int = 0
    finds_matching: int = 0
    finds_right: int = 0
    finds_open: int = 0
    left_out: int = 0
    errors: list[str] = field(default_factory=list)

    def report(self) -> str:
        """Precision, recall and F1 of finding and of values, the value F1 with nothing left out, and how many values are open or false."""
        false = self.finds_matching - self.finds_right - self.finds_open
        lines = [
            f"gold {self.gold}, finds {self.finds}, left out {self.left_out}",
            f"of the finds that match: right {self.finds_right}, open {self.finds_open}, with a false value {false}",
        ]
        for name, finds, hits, gold in (
            ("finding", self.finds, self.finds_matching, self.gold_found),
            ("value", self.finds, self.finds_right, self.gold_right),
            ("value, strict", self.finds + self.left_out, self.finds_right, self.gold_right),
        ):
            precision, recall = _share(hits, finds), _share(gold, self.gold)
            f1 = _share(2 * precision * recall, precision + recall)
            lines.append(f"{name:14} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
        return "\n".join(lines)


def score_lines(articles: Iterable[dict[str, Any]]) -> Score:
    """The score over the articles of a corpus."""
    score = Score()
    for article in articles:
        _score_article(article, score)
    return score


def _score_article(article: dict[str, Any], score: Score) -> None:
    text, end = str(article["text"]), int(article["annotated_end"])
    labels = [label for label in article["timexes"] if label["end"] <= end]
    gold = [label for label in labels if is_calendar(label)]
    finds = find_times(text, [(0, end)], _published(article))
    for find in finds:
        matches = [label for label in labels if _overlap(find, label)]
        calendar = [label for label in matches if is_calendar(label)]
        if matches and not calendar:
            score.left_out += 1
            continue
        score.finds += 1
        score.finds_matching += bool(calendar)
        score.finds_right += any(_right(find, label["value"]) for label in calendar)
        score.finds_open += bool(calendar) and find.value_start is None
        if not calendar:
            score.errors.append(
                _line("spurious", article, find.start, find.end, f"{find.value_start}/{find.value_end}")
            )
    for label in gold:
        matches_of = [find for find in finds if _overlap(find, label)]
        right = any(_right(find, label["value"]) for find in matches_of)
        score.gold += 1
        score.gold_found += bool(matches_of)
        score.gold_right += right
        if not matches_of:
            score.errors.append(_line("missed", article, label["start"], label["end"], label["value"]))
        elif not right:
            ours = ", ".join(f"{find.value_start}/{find.value_end}" for find in matches_of)
            score.errors.append(_line("wrong", article, label["start"], label["end"], f"{label['value']} ours {ours}"))


def is_calendar(label: dict[str, Any]) -> bool:
    """True for a label of type DATE or TIME with a calendar value."""
    return label["type"] in {"DATE", "TIME"} and _CALENDAR.fullmatch(label["value"]) is not None


def _overlap(find: FoundTime, label: dict[str, Any]) -> bool:
    return bool(find.start < label["end"] and label["start"] < find.end)


def _published(article: dict[str, Any]) -> str | None:
    created = [label["value"] for label in article["timexes"] if label.get("function") == "CREATION_TIME"]
    for value in (article["dct"], *created):
        try:
            date.fromisoformat(value or "")
        except ValueError:
            continue
        return str(value)
    return None


def _right(find: FoundTime, gold: str) -> bool:
    return value_right(find.value_start, find.value_end, gold)


def value_right(first: str | None, last: str | None, gold: str) -> bool:
    """True if a find with this first and last value, ISO or None, has the value of a label, at the label's precision."""
    if first is None:
        return False
    if "-W" in gold:
        year, week = int(gold[:4]), int(gold[6:8])
        days = (6, 7) if gold.endswith("-WE") else (1, 7)
        return (first, last) == tuple(_iso_day(year, week, day) for day in days)
    if "-Q" in gold and last is not None:
        month = 3 * int(gold[-1])
        return (first, last) == (f"{gold[:4]}-{month - 2:02}", f"{gold[:4]}-{month:02}") or first == gold
    size = len("YYYY-MM-DD") if "T" in gold else len(gold)
    values = [first, last or first]
    if "T" in gold:
        return any(value[:size] == gold[:size] for value in values)
    # At the precision of the gold: a time of day has the gold's day, but a day is not right for a month.
    return any((value[:size] if "T" in value else value) == gold for value in values)


def _iso_day(year: int, week: int, day: int) -> str | None:
    try:
        return date.fromisocalendar(year, week, day).isoformat()
    except ValueError:
        return None


def _line(kind: str, article: dict[str, Any], start: int, end: int, values: str) -> str:
    text = article["text"]
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return " ".join(f"{kind:8} {article['dct']} {before}[{text[start:end]}]{after} = {values}".split())


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def main(arguments: list[str]) -> int:
    """Prints the score of a corpus file, after its errors if asked."""
    options = options_of(__doc__, arguments)
    score = score_lines(rows_of(options.corpus))
    if options.errors:
        print(*sorted(score.errors), sep="\n")
    print(score.report())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
