"""A small article with every kind of thing that is labelled, and gold files of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from summarize.article import Article, article_id
from summarize.evaluation.gold.check import problems
from summarize.evaluation.gold.labels import Gold

TEXT = """Bridge closed after “alarming” survey

PORT ELLS, 4 May 2026 - The Ells bridge was closed on Monday, the town council said.

“It is not safe,” said council leader Maya Brandt. “It was never safe.”

Brandt told the Ells Gazette that “it is not safe” was an understatement. The so-called “summer bridge” was built in 1961 by lobster buyers.
"""
SAFE, NEVER = "It is not safe,", "It was never safe."
AGAIN, SUMMER = "it is not safe", "summer bridge"
ARTICLE = Article(
    id=article_id(TEXT), source="bridge.txt", title=TEXT.split("\n", maxsplit=1)[0], published="2026-05-04", text=TEXT
)


def at(words: str) -> int:
    return TEXT.index(words)


def words(text: str, place: int | None = None) -> dict[str, Any]:
    return {"text": text, "at": at(text) if place is None else place}


def sound() -> dict[str, Any]:
    """Labels without a fault."""
    return {
        "article": "bridge.txt",
        "id": ARTICLE.id,
        "title": "Bridge closed after “alarming” survey",
        "published": "2026-05-04",
        "quotes": [
            {"parts": [words(SAFE), words(NEVER)], "speaker": "Maya Brandt", "aliases": ["Brandt"]},
            {"parts": [words(AGAIN)], "speaker": "Maya Brandt"},
        ],
        "not_quotes": [words(SUMMER)],
        "who": [
            {"name": "Maya Brandt", "aliases": ["Brandt", "M.B."], "roles": ["council leader"], "kind": "person"},
            {"name": "lobster buyers", "aliases": ["lobster buyer"], "kind": "group", "optional": True},
        ],
        "where": [{"name": "Port Ells", "main": True}],
        "when": [
            {"start": "2026-05-04", "text": "Monday", "main": True},
            {"start": "1961", **words("1961")},
        ],
        "what": [["bridge was closed", "shut"], {"any": ["not safe"], "evidence": [words(SAFE)]}],
        "background": [["1961"]],
        "absent": ["demolished"],
    }


def found(**changes: Any) -> list[str]:
    """Problems of the sound labels with changes, as `label: message`; a change to `...` leaves the field out."""
    labels = {key: value for key, value in {**sound(), **changes}.items() if value is not ...}
    return [f"{one.label}: {one.message}" for one in problems(Gold.model_validate(labels), ARTICLE) if not one.note]


def notes(**changes: Any) -> list[str]:
    """The same for notes."""
    labels = {**sound(), **changes}
    return [f"{one.label}: {one.message}" for one in problems(Gold.model_validate(labels), ARTICLE) if one.note]


def write(folder: Path, text: str, name: str = "bridge.yaml") -> Path:
    """A gold file, its article beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bridge.txt").write_text(TEXT, encoding="utf-8")
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
