"""Cards that were made before: scored as they are, whatever made them, whether or not they hold.

What a card of another program has not is filled in, and not scored.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Self

from pydantic import Field, ValidationError, model_validator

from summarize.article import Article, Evidence
from summarize.card import FIELDS, VERSION, Card, Headline, Quote, Statement, When, Where, Who
from summarize.errors import MeasurementError, UsageError, in_words
from summarize.evaluation.runs.files import read_run
from summarize.evaluation.runs.maker import About, MadeCard


class KeptCards:
    """The cards of a folder (JSON, each named as its gold file) or of a run's file."""

    waits = False

    def __init__(self, path: Path) -> None:
        """Read them.

        Raises:
            UsageError: there are none, or one is no card.
        """
        contents = _of_folder(path) if path.is_dir() else _of_run(path)
        if not contents:
            raise UsageError(f"{path} holds no cards")
        self._path, self._contents = path, contents
        self._cards: dict[str, Card] = {}
        for name, content in contents.items():
            try:
                self._cards[name] = unchecked_card(complete_card(content, None))
            except UsageError as error:
                raise UsageError(f"{path}: {name}: {error}") from error
        made = {_about(card) for card in self._cards.values()}
        digest = hashlib.sha256(json.dumps(contents, sort_keys=True).encode()).hexdigest()
        first = min(made, key=str)
        self.about = About(*first, key=digest) if len(made) == 1 else About(path.stem, "several", key=digest)

    async def make(self, name: str, article: Article) -> MadeCard:
        """The card of a gold file's name.

        Raises:
            MeasurementError: there is none, or it is of another text.
        """
        card = self._cards.get(name)
        if card is None:
            raise MeasurementError(f"{self._path} has no card for {name}")
        content = self._contents[name]
        if "article" not in content or "text" not in content["article"]:
            card = unchecked_card(complete_card(content, article))
        if card.article.text != article.text:
            raise MeasurementError(f"the card for {name} in {self._path} is of another text than the labels")
        return MadeCard(card, None, card.provenance.seconds, unscored=lambda measure: is_unscored(content, measure))

    async def aclose(self) -> None:
        """Nothing is open."""


def _about(card: Card) -> tuple[str, str, str | None, str | None, str | None, str | None]:
    made = card.provenance
    name = (made.model or made.engine).rsplit("/", 1)[-1] + ("+nlp" if made.checks.nlp else "")
    return name, made.engine, made.model, made.prompt, made.prompt_digest, made.checks.nlp


def _of_folder(folder: Path) -> dict[str, dict[str, Any]]:
    contents: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise UsageError(f"{path} is not a card: {error}") from error
        if not isinstance(content, dict):
            raise UsageError(f"{path} is not a card")
        if not content.keys() & {"headline", *FIELDS}:
            raise UsageError(f"{path} is not a card: it has none of {', '.join(('headline', *FIELDS))}")
        contents[path.stem] = content
    return contents


def _of_run(path: Path) -> dict[str, dict[str, Any]]:
    return {case.name: case.card for case in read_run(path).cases if case.card is not None}


_LISTS: Final = frozenset(FIELDS)
_PRECISIONS: Final = {4: "year", 7: "month", 10: "day"}
_DEFAULTS: Final[Mapping[str, Mapping[str, Any]]] = {
    "what": {"support": "judged"},
    "claims": {"support": "judged"},
    "background": {"support": "judged"},
    "who": {"kind": "person", "mentions": 1},
    "when": {"end": None, "main": False, "what": None},
    "where": {"country": None, "main": False},
    "quotes": {"speaker_role": None, "cue": None},
}
_NEEDS: Final[Mapping[str, tuple[str, str]]] = {
    "who.role": ("who", "role"),
    "who.kind": ("who", "kind"),
    "where.main": ("where", "main"),
    "where.country": ("where", "country"),
    "when.main": ("when", "main"),
    "quotes.speaker": ("quotes", "speakers"),
    "quotes.strict": ("quotes", "speakers"),
    "evidence.holds": ("what", "evidence"),
    "evidence.precision": ("what", "evidence"),
    "evidence.recall": ("what", "evidence"),
}
"""Measures, and what some item of a list has to have for them."""


def complete_card(content: Mapping[str, Any], article: Article | None) -> dict[str, Any]:
    """A card's JSON with everything that a card has.

    Args:
        content: `headline` may be a text; an item of a list may be its text, name or date alone; a quotation may have one `speaker`, and needs
            no evidence: its words are looked up. Everything may be left out.
        article: what it is a card of, where it does not hold the article itself.
    """
    own = content.get("article")
    text = own.get("text") if isinstance(own, Mapping) else article.text if article is not None else ""
    card: dict[str, Any] = {"schema_version": VERSION, **content}
    if not isinstance(own, Mapping) or "text" not in own:
        card["article"] = article.model_dump(mode="json") if article is not None else {"text": ""}
    headline = content.get("headline", "")
    card["headline"] = {"text": headline, "support": "judged"} if isinstance(headline, str) else headline
    for name in _LISTS & content.keys():
        if isinstance(content[name], list):
            card[name] = [_item(name, one, str(text)) for one in content[name]]
    if "provenance" not in content:
        card["provenance"] = {
            "engine": "other",
            "judge": "other",  # texts in other words than the article's have to name one; none is scored by it
            "tool_version": "",
            "created": "",
            "seconds": 0,
            "checks": {"evidence": 0, "quotations": 0, "rejected": 0, "nlp": None, "nlp_until": None},
        }
    return card


def _item(name: str, one: Any, text: str) -> Any:
    key = {"who": "name", "where": "name", "when": "start"}.get(name, "text")
    given = {key: one} if isinstance(one, str) else one
    if not isinstance(given, Mapping):
        return one
    item: dict[str, Any] = {**_DEFAULTS[name], **given}
    if name == "when":
        start = str(item.get("start") or "")
        item = {"text": start or "?", "precision": _PRECISIONS.get(len(start), "time"), "start": None, **item}
    if name == "quotes":
        if "speaker" in item:
            speaker = item.pop("speaker")
            item.setdefault("speakers", [speaker] if speaker else [])
        if "evidence" not in item:
            found = item["evidence"] = _evidence(str(item.get("text")), text)
            item["text"] = found[0]["text"] if found else item.get("text")
    return item


def _evidence(words: str, text: str) -> list[dict[str, Any]]:
    """Where a quotation stands, whatever its marks and spaces; nowhere if its words are not the article's."""
    said = words.strip().strip('"“”„«»').split()
    match = re.search(r"\s+".join(map(re.escape, said)), text) if said else None
    return [{"start": match.start(), "end": match.end(), "text": match.group()}] if match else []


def is_unscored(content: Mapping[str, Any], measure: str) -> bool:
    """True of a measure that a card without all fields cannot be held to: it says nothing of what is measured."""
    field, _, _ = measure.partition(".")
    if field in {"cards", "model"}:
        return False
    if field == "article":
        own = content.get("article")
        return not isinstance(own, Mapping) or measure.partition(".")[2] not in own
    given = {"prose": ("headline", "what", "background"), "evidence": ("what", "background")}.get(field, (field,))
    if not any(name in content for name in given):
        return True
    if measure == "quotes.verbatim" or measure not in _NEEDS:
        return False
    name, part = _NEEDS[measure]
    items = content.get(name)
    others = {"speakers": "speaker"}.get(part, part)
    return not isinstance(items, list) or not any(
        isinstance(one, Mapping) and one.keys() & {part, others} for one in items
    )


class _Evidence(Evidence):
    @model_validator(mode="after")
    def _fits_its_text(self) -> Self:
        return self


_Parts = tuple[_Evidence, ...]


class _Statement(Statement):
    evidence: _Parts = ()


class _Headline(Headline):
    evidence: _Parts = ()


class _Who(Who):
    evidence: _Parts = ()


class _When(When):
    evidence: _Parts = ()


class _Where(Where):
    evidence: _Parts = ()


class _Quote(Quote):
    evidence: _Parts = ()

    @model_validator(mode="after")
    def _is_verbatim(self) -> Self:
        return self


class _Card(Card):
    headline: _Headline
    what: tuple[_Statement, ...] = ()
    who: tuple[_Who, ...] = ()
    when: tuple[_When, ...] = ()
    where: tuple[_Where, ...] = ()
    quotes: tuple[_Quote, ...] = ()
    claims: tuple[_Statement, ...] = ()
    background: tuple[_Statement, ...] = Field(default=())

    @model_validator(mode="after")
    def _points_at_what_it_says(self) -> Self:
        return self

    @model_validator(mode="after")
    def _says_what_it_points_at(self) -> Self:
        return self


def unchecked_card(content: dict[str, Any]) -> Card:
    """A card from JSON that has a card's form, whether or not its evidence holds and its quotations are verbatim.

    Raises:
        UsageError: it has not the form of a card.
    """
    try:
        return _Card.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        raise UsageError(f"not a card: {'.'.join(map(str, first['loc']))}: {in_words(first)}") from error
