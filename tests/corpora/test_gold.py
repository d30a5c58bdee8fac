"""Rules of corpora as gold: every label stands where it stood, and what is not labelled is not scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize.evaluation.gold.files import gold_paths, read_gold
from summarize.evaluation.scoring.placed import place
from tests.corpora.gold import convert, main

TEXT = "Ada Korbel of Mill Trust spoke in Lenbridge on 3 March 2026.\n\n“It turned at once,” she said. The “museum” opens in May.\n"


def at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def segment(words: str, *, attributed: bool, speaker: str | None) -> dict[str, Any]:
    return {**at(words), "words": len(words.split()), "attributed": attributed, "speaker_name": speaker}


ROWS: dict[str, dict[str, Any]] = {
    "quotes": {
        "date": "2026-03-04",
        "quoted_segments": [
            segment("It turned at once,", attributed=True, speaker="Ada Korbel, who runs it (Mill Trust)"),
            segment("museum", attributed=False, speaker=None),
        ],
    },
    "dates": {
        "dct": "2026-03-04",
        "annotated_end": len(TEXT),
        "timexes": [
            {**at("3 March 2026"), "type": "DATE", "value": "2026-03-03"},
            {**at("at once"), "type": "DATE", "value": "PRESENT_REF"},
            {**at("May"), "type": "DATE", "value": "2026-05"},
        ],
    },
    "names": {
        "dct": "2026-03-04",
        "annotated_end": len(TEXT),
        "entities": [
            {**at("Ada Korbel"), "type": "PER", "mention": "NAM", "entity": "ada"},
            {**at("Mill Trust"), "type": "ORG", "mention": "NAM", "entity": "trust"},
            {**at("Lenbridge"), "type": "LOC", "mention": "NAM", "entity": "town"},
            {**at("she"), "type": "PER", "mention": "PRO", "entity": "ada"},
        ],
        "events": [{"participants": [{"role": "Arg0", **at("Ada Korbel of Mill Trust")}]}],
    },
    "5w1h": {
        "date_publish": None,
        "topic": "mill",
        "gold": {
            "who": [{"text": "Ada Korbel", "coders": 3}, {"text": "she", "coders": 1}],
            "where": [{"text": "Lenbridge", "coders": 2}],
        },
    },
}


def gold_of(kind: str, folder: Path) -> dict[str, Any]:
    line = json.dumps({"id": "a/b c", "text": TEXT, **ROWS[kind]})
    assert convert(kind, iter([line]), folder) == (1, [])
    (path,) = gold_paths(folder)
    file = read_gold(path)
    assert file.article().text == TEXT
    for quote in file.gold.quotes or ():
        assert all(place(part, TEXT) for part in quote.parts)
    return file.gold.model_dump(exclude_unset=True)


def test_quotes(tmp_path: Path) -> None:
    """Runs are labels; a speaker's name ends before what is said about him; three words that nobody says are a scare quote."""
    gold = gold_of("quotes", tmp_path)
    assert gold["given"] == {"published": "2026-03-04"}
    assert gold["quotes_are"] == "runs"
    assert gold["incomplete"] == ("quotes",)
    assert [quote["speaker"] for quote in gold["quotes"]] == ["Ada Korbel"]
    assert [words["text"] for words in gold["not_quotes"]] == ["museum"]
    assert "who" not in gold


def test_dates(tmp_path: Path) -> None:
    """Calendar values are labels; a reference to now is none."""
    assert [label["start"] for label in gold_of("dates", tmp_path)["when"]] == ["2026-03-03", "2026-05"]


def test_names(tmp_path: Path) -> None:
    """Who acts is required, places are optional, a pronoun is no name."""
    gold = gold_of("names", tmp_path)
    assert [(label["name"], label["kind"], label.get("optional", False)) for label in gold["who"]] == [
        ("Ada Korbel", "person", False),
        ("Mill Trust", "organisation", False),
    ]
    assert [(label["name"], label["optional"]) for label in gold["where"]] == [("Lenbridge", True)]


def test_phrases(tmp_path: Path) -> None:
    """Phrases that two coders accept are one label; a corpus without dates gives none to the reader."""
    gold = gold_of("5w1h", tmp_path)
    assert gold["who"] == ({"name": "Ada Korbel", "aliases": ()},)
    assert gold["where"] == ({"name": "Lenbridge", "aliases": (), "main": True},)
    assert gold["story"] == "mill"
    assert "given" not in gold


@pytest.mark.parametrize("value", ["2026-02-30", "2026-13", "PAST_REF", "P3D", "FY2007"])
def test_what_is_no_calendar_value_is_no_label(tmp_path: Path, value: str) -> None:
    """Values that name no day, month or year are not labels."""
    row = {"id": "x", "text": TEXT, **ROWS["dates"], "timexes": [{**at("May"), "type": "DATE", "value": value}]}
    convert("dates", iter([json.dumps(row)]), tmp_path)
    assert read_gold(gold_paths(tmp_path)[0]).gold.when == ()


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [("2026-W10", "2026-03-02", "2026-03-08"), ("2026-W10-WE", "2026-03-07", "2026-03-08"), ("2026-Q2", "2026-04", "2026-06"), ("2026-03-03TEV", "2026-03-03", None)],
)  # fmt: skip
def test_values(tmp_path: Path, value: str, start: str, end: str | None) -> None:
    """A week is Monday to Sunday, a weekend its last two days, a quarter its months, a time of day its day."""
    row = {"id": "x", "text": TEXT, **ROWS["dates"], "timexes": [{**at("May"), "type": "TIME", "value": value}]}
    convert("dates", iter([json.dumps(row)]), tmp_path)
    (label,) = read_gold(gold_paths(tmp_path)[0]).gold.when or ()
    assert (label.start, label.end) == (start, end)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says how many it wrote, and names what it left out: an article that is read with another text has no place for its labels."""
    corpus = tmp_path / "corpus.jsonl"
    rows = [
        {"id": "whole", "text": TEXT, **ROWS["dates"]},
        {"id": "windows", "text": TEXT.replace("\n", "\r\n"), **ROWS["dates"]},
    ]
    corpus.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    assert main(["dates", str(corpus), str(tmp_path / "out")]) == 0
    output = capsys.readouterr().out
    assert "1 gold files" in output
    assert "windows" in output
