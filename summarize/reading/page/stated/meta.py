"""The `<meta>` and `<link>` elements of a page's head: OpenGraph, Dublin Core, citation, Parse.ly, Sailthru and plainer names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from summarize.languages.tables import table
from summarize.reading.page.markup.tree import Element, collapse_spaces, name_of
from summarize.reading.page.stated.dates import read_date
from summarize.reading.page.stated.facts import Facts, truth
from summarize.reading.page.stated.names import agency_in, names_in

_NAMES = {field: names.split() for field, names in table("pages.toml")["meta"].items()}
"""By field: names in the order in which they are believed."""
_TIERS = {"free": False, **dict.fromkeys("locked metered paid premium subscriber subscribers".split(), True)}
_MAX_LENGTH = 2_000

Names = Mapping[str, list[str]]
Value = TypeVar("Value")


def meta_names(root: Element) -> dict[str, list[str]]:
    """The contents of a page's `<meta>` elements by lower-case name, in order."""
    names: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = collapse_spaces((element.get("content") or "")[:_MAX_LENGTH])
        if not content:
            continue
        stated = (element.get("property") or element.get("name") or element.get("http-equiv") or "").lower()
        if not stated and name_of(element.getparent()) == "head":
            stated = (element.get("itemprop") or "").lower()
        for name in stated.split()[:4]:
            names.setdefault(name.replace("dc:", "dc.").replace("dcterms:", "dcterms."), []).append(content)
    return names


def link_of(root: Element, relation: str) -> str | None:
    """The address of the first `<link>` with a relation."""
    for element in root.iter("link"):
        if relation in (element.get("rel") or "").lower().split() and element.get("href"):
            return str(element.get("href"))
    return None


def facts_of(root: Element, names: Names) -> Facts:
    """What the head of a page says of its article."""
    return Facts(
        layer="meta",
        is_article=any("article" in kind.lower() for kind in names.get("og:type", ()))
        or "article:published_time" in names,
        title=_first(names, _NAMES["titles"], str),
        authors=_authors(names),
        agency=_first(names, _NAMES["authors"], agency_in),
        published=_first(names, _NAMES["published"], read_date),
        modified=_first(names, _NAMES["modified"], read_date),
        publisher=_first(names, _NAMES["publishers"], _name),
        url=link_of(root, "canonical") or _first(names, ["og:url", "al:web:url"], str),
        language=_first(names, _NAMES["languages"], str),
        section=_first(names, _NAMES["sections"], _name),
        paywalled=_is_paywalled(names),
        standfirsts=tuple(dict.fromkeys(value for name in _NAMES["standfirsts"] for value in names.get(name, ())[:2])),
    )


def _first(names: Names, wanted: list[str], read: Callable[[str], Value | None]) -> Value | None:
    return next(
        (value for name in wanted for content in names.get(name, ()) if (value := read(content)) is not None), None
    )


def _name(content: str) -> str | None:
    """A name that is no address, handle or number."""
    return (
        content
        if len(content) <= 80 and not content.startswith(("http", "@", "//")) and not content.isdecimal()
        else None
    )


def _authors(names: Names) -> tuple[str, ...]:
    for name in _NAMES["authors"]:
        found = tuple(dict.fromkeys(author for content in names.get(name, ())[:12] for author in names_in(content)))
        if found:
            return found
    for label, data in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if any("by" in word.lower().split() or "von" in word.lower().split() for word in names.get(label, ())):
            return tuple(author for content in names.get(data, ())[:1] for author in names_in(content))
    return ()


def _is_paywalled(names: Names) -> bool | None:
    tier = _first(names, _NAMES["tier_names"], lambda content: _TIERS.get(content.lower()))
    return tier if tier is not None else _first(names, _NAMES["wall_names"], truth)
