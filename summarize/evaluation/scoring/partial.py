"""Cards of other programs, with only the fields that they have: what is missing is filled in, and not scored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from summarize.article import Article
from summarize.card import FIELDS, VERSION

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


def completed(content: Mapping[str, Any], article: Article | None) -> dict[str, Any]:
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


def unscored(content: Mapping[str, Any], measure: str) -> bool:
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
