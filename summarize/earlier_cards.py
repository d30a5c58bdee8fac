"""Cards of earlier contracts, as today's contract words them.

Contract 1.0 called a sentence in other words than the article's `supported` or `partial` by a share of words, which proved nothing. Such a
sentence is not carried on as if it had been proved: the sentences that it rested on stand in its place, and it is listed as rejected.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_UNPROVED: Final = "contract 1.0 did not prove it"


def upgrade_card(card: Mapping[str, Any]) -> dict[str, Any]:
    """A card of contract 1.0, as JSON gives it, in the form of today's contract.

    Args:
        card: the card; what is malformed in it is left for the contract to refuse.
    """
    new = dict(card)
    rejected = list(_list(card.get("rejected")))
    for name in ("what", "background"):
        new[name] = [_replace_unproved(one, name, rejected) for one in _list(card.get(name))]
    new["headline"] = _headline(card, new["what"], rejected)
    new["quotes"] = [_with_speakers(one) for one in _list(card.get("quotes"))]
    new["rejected"] = rejected
    new["schema_version"] = "2.1"
    provenance = card.get("provenance")
    checks = provenance.get("checks") if isinstance(provenance, Mapping) else None
    if isinstance(provenance, Mapping) and isinstance(checks, Mapping):
        new["provenance"] = {**provenance, "checks": {**checks, "rejected": len(rejected)}}
    return new


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _replace_unproved(statement: Any, name: str, rejected: list[Any]) -> Any:
    """A statement, or in its place the sentences that it rested on."""
    if not isinstance(statement, Mapping):
        return statement
    parts = [part for part in _list(statement.get("evidence")) if isinstance(part, Mapping)]
    whole = " ".join(" ".join(str(part.get("text")).split()) for part in parts)
    is_whole = " ".join(str(statement.get("text")).split()).rstrip(".") == whole.rstrip(".")
    if not parts or (statement.get("support") == "verbatim" and is_whole):
        return statement
    rejected.append({"field": name, "value": str(statement.get("text")), "reason": _UNPROVED})
    return {**statement, "text": whole, "support": "verbatim"}


def _headline(card: Mapping[str, Any], what: list[Any], rejected: list[Any]) -> Any:
    headline, article = card.get("headline"), card.get("article")
    if not isinstance(headline, str) or not isinstance(article, Mapping):
        return headline
    said = " ".join(headline.split())
    title = " ".join(str(article.get("title") or "").split())
    if said in {title, ""}:
        return {"text": said, "support": "verbatim", "evidence": []}
    text = str(article.get("text"))
    start = text.find(headline) if said in {" ".join(line.split()) for line in text.splitlines()} else -1
    if start >= 0:
        return {"text": said, "support": "verbatim", "evidence": [_part(text, start, start + len(headline))]}
    rejected.append({"field": "headline", "value": headline, "reason": _UNPROVED})
    first = next((one for one in what if isinstance(one, Mapping)), None)
    if title or first is None:
        return {"text": title, "support": "verbatim", "evidence": []}
    return {key: value for key, value in first.items() if key in {"text", "support", "evidence"}}


def _part(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text[start:end]}


def _with_speakers(quote: Any) -> Any:
    if not isinstance(quote, Mapping) or "speaker" not in quote:
        return quote
    rest = {key: value for key, value in quote.items() if key != "speaker"}
    return {**rest, "speakers": [] if quote["speaker"] is None else [quote["speaker"]]}
