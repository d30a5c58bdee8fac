"""Corpora with human labels as gold, so that `evals run --gold FOLDER` scores them.

    python -m tests.corpora.gold KIND CORPUS.jsonl FOLDER

A corpus has an article a line. `KIND` says what is labelled:

* `quotes`: `text`, `date`, `quoted_segments[{start, end, text, words, attributed, speaker_name}]`. Each attributed run between marks is a
  quotation; others (in marks that the corpus does not know) are not counted against a card. One that is not attributed is a scare quote if it has at most three words, else it may be quoted or not. A speaker is
  labelled where `speaker_name` holds a name, cut at its first comma, bracket or relative clause.
* `dates`: `text`, `dct`, `annotated_end`, `timexes[{start, end, text, type, value, function}]` (TIMEX3). Calendar values of dates and
  times are labels, a time of day as its day; other values (durations, "the past") are not scored, so what is found there counts as nobody's.
* `names`: `text`, `dct`, `annotated_end`, `entities[{start, end, text, type, mention, entity}]`, `events[{participants[{role, start, end}]}]`.
  People and organisations by name are participants, required if an event has one of their mentions as its agent; locations are optional places.
* `5w1h`: `text`, `date_publish`, `topic`, `gold{who, where: [{text, coders}]}`: phrases that at least two coders accept are one required
  participant, and the main place, by any of these phrases; whoever else takes part is not labelled. Stories are the topics.

Corpora are other people's: what this writes belongs beside them, not into a repository.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from summarize import reading
from summarize.evaluation.gold.files import gold_text
from summarize.evaluation.gold.labels import Gold

Row = dict[str, Any]
_MOST_SCARE_WORDS: Final = 3
_FEWEST_CODERS: Final = 2
_CALENDAR: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_WEEK: Final = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_QUARTER: Final = re.compile(r"(\d{4})-Q([1-4])")


class MisplacedError(ValueError):
    """The article, as it is read from a file, has not the text that was labelled."""


def _named(speaker: str | None) -> str | None:
    """The name in a gold speaker, None where it is a pronoun or a description."""
    name = re.split(r",|\swho\s|\swhom\s", re.sub(r"\([^)]*\)", "", speaker or ""), maxsplit=1)[0].strip()
    return name if re.search(r"[A-Z]", re.sub(r"^(?:The|A|An)\s", "", name)) else None


def quotes(row: Row) -> Row:
    """Gold of an article of the kind `quotes`."""
    labels: list[Row] = []
    nobody: list[Row] = []
    for segment in row["quoted_segments"]:
        words = {"text": row["text"][segment["start"] : segment["end"]], "at": segment["start"]}
        if segment["attributed"]:
            name = _named(segment.get("speaker_name"))
            labels.append({"parts": [words], **({"speaker": name} if name else {})})
        elif segment["words"] <= _MOST_SCARE_WORDS:
            nobody.append(words)
        else:
            labels.append({"parts": [words], "optional": True})
    return {
        "given": {"published": row.get("date")},
        "quotes": labels,
        "quotes_are": "runs",
        "incomplete": ["quotes"],
        "not_quotes": nobody,
    }


def dates(row: Row) -> Row:
    """Gold of an article of the kind `dates`."""
    created = next((label["value"] for label in row["timexes"] if label.get("function") == "CREATION_TIME"), None)
    published = next((value for value in (row["dct"], created) if _is_day(value)), None)
    labels: dict[tuple[str, str | None], Row] = {}
    for label in row["timexes"]:
        value = _value(label["value"]) if label["type"] in {"DATE", "TIME"} else None
        if value is not None and label["end"] <= row["annotated_end"]:
            start, end = value
            known: Row = {"start": start, **({"end": end} if end else {})}
            known |= {"text": row["text"][label["start"] : label["end"]], "at": label["start"]}
            if label.get("function") == "CREATION_TIME":
                known |= {"optional": True}
            labels.setdefault(value, known)
    return {"given": {"published": published}, "until": row["annotated_end"], "when": list(labels.values())}


def _is_day(value: str | None) -> bool:
    try:
        date.fromisoformat(value or "")
    except ValueError:
        return False
    return True


def _value(value: str) -> tuple[str, str | None] | None:
    """First and last day, month or year of a TIMEX3 value; None if it is no calendar value."""
    week, quarter = _WEEK.fullmatch(value), _QUARTER.fullmatch(value)
    try:
        if week:
            first, last = (6, 7) if week[3] else (1, 7)
            days = [date.fromisocalendar(int(week[1]), int(week[2]), day).isoformat() for day in (first, last)]
            return days[0], days[1]
        if quarter:
            month = 3 * int(quarter[2]) - 2
            return f"{quarter[1]}-{month:02}", f"{quarter[1]}-{month + 2:02}"
        day = value.split("T", maxsplit=1)[0]
        if not _CALENDAR.fullmatch(day):
            return None
        parts = [int(part) for part in day.split("-")]
        if len(parts) > 1:
            last_day = monthrange(parts[0], parts[1])[1]
            if len(parts) > 2 and not 1 <= parts[2] <= last_day:
                return None
    except ValueError:
        return None
    return day, None


def names(row: Row) -> Row:
    """Gold of an article of the kind `names`."""
    agents = [
        (part["start"], part["end"])
        for event in row["events"]
        for part in event["participants"]
        if part["role"] == "Arg0"
    ]
    people: dict[str, Row] = {}
    places: dict[str, Row] = {}
    for entity in row["entities"]:
        if (
            entity["mention"] != "NAM"
            or entity["end"] > row["annotated_end"]
            or entity["type"] not in {"PER", "ORG", "LOC"}
        ):
            continue
        known = (places if entity["type"] == "LOC" else people).setdefault(
            entity["entity"], {"forms": [], "agent": False}
        )
        known["forms"].append(row["text"][entity["start"] : entity["end"]])
        known["agent"] |= any(start <= entity["start"] and entity["end"] <= end for start, end in agents)
        known["kind"] = "person" if entity["type"] == "PER" else "organisation"

    def label(known: Row) -> Row:
        forms = sorted(dict.fromkeys(known["forms"]), key=len, reverse=True)
        return {"name": forms[0], "aliases": forms[1:]}

    who = [
        {**label(one), "kind": one["kind"], **({} if one["agent"] else {"optional": True})} for one in people.values()
    ]
    where = [{**label(one), "optional": True} for one in places.values()]
    return {"given": {"published": row["dct"]}, "until": row["annotated_end"], "who": who, "where": where}


def phrases(row: Row) -> Row:
    """Gold of an article of the kind `5w1h`."""
    published = (row["date_publish"] or "")[:10]
    gold: Row = {"story": row["topic"], "incomplete": ["who", "where"]}
    if _is_day(published):
        gold["given"] = {"published": published}
    for field in ("who", "where"):
        accepted = [one["text"] for one in row["gold"].get(field, ()) if one["coders"] >= _FEWEST_CODERS]
        if accepted:
            name = {"name": accepted[0], "aliases": accepted[1:]}
            gold[field] = [{**name, "main": True} if field == "where" else name]
    return gold


KINDS: Final[dict[str, Callable[[Row], Row]]] = {"quotes": quotes, "dates": dates, "names": names, "5w1h": phrases}


def convert(kind: str, lines: Iterator[str], folder: Path) -> tuple[int, list[str]]:
    """Write a gold file and an article for each line of a corpus.

    Returns:
        How many were written, and the ids of those that were not, as the article is read with another text or nothing is labelled.
    """
    articles = folder / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    written, left = 0, []
    for number, line in enumerate(lines):
        row: Row = json.loads(line)
        name = re.sub(r"[^A-Za-z0-9._-]+", "-", str(row["id"]))[:80] + f"-{number:03}"
        try:
            gold = Gold.model_validate({"article": f"articles/{name}.txt", **KINDS[kind](row)})
            path = articles / f"{name}.txt"
            path.write_text(row["text"], encoding="utf-8", newline="")
            article = reading.read(str(path), gold.given.published).article
            if article.text != row["text"]:
                raise MisplacedError(name)
        except ValueError:
            left.append(str(row["id"]))
            continue
        gold = Gold.model_validate({**gold.model_dump(exclude_unset=True), "id": article.id})
        (folder / f"{name}.yaml").write_text(gold_text(gold), encoding="utf-8", newline="\n")
        written += 1
    return written, left


def main(arguments: list[str]) -> int:
    """Convert a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    with options.corpus.open(encoding="utf-8") as lines:
        written, left = convert(options.kind, (line for line in lines if line.strip()), options.folder)
    print(f"{written} gold files in {options.folder}")
    if left:
        print(
            f"{len(left)} articles left out, as nothing of them is labelled or they are read with another text: {', '.join(left[:5])}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
