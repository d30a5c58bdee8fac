"""Microdata: what the `itemprop` attributes in a page's body say of its article."""

from __future__ import annotations

from collections.abc import Mapping

from summarize.reading.page.alike import alike
from summarize.reading.page.markup.tree import Element, ancestors, collapse_spaces, name_of, text_of
from summarize.reading.page.stated.dates import read_date
from summarize.reading.page.stated.facts import Facts
from summarize.reading.page.stated.names import agency_in, names_in

_MAX_LENGTH = 600
_MAX_ITEMS = 50

Properties = dict[str, list[Element]]


def facts_of(root: Element, titles: tuple[str, ...]) -> Facts:
    """What the microdata of a page says of its article: of the first item of an article's type whose headline the page shows.

    Where no item has a type, the properties that stand outside any item count; several items of which none fits say nothing.
    """
    grouped = _properties_by_item(root)
    scope = _scope(grouped, titles)
    properties = grouped[scope]
    dates = {
        name: read_date(value)
        for name in ("datepublished", "datecreated", "datemodified")
        if (value := _value(properties, name))
    }
    bylines = [_name_within(element) for element in properties.get("author", ())[:12]]
    authors = [names_in(byline) for byline in bylines]
    names = tuple(dict.fromkeys(name for found in authors for name in found))
    publisher = next((_name_within(element) for element in properties.get("publisher", ())), "")
    return Facts(
        layer="microdata",
        is_article=scope is not None,
        title=_value(properties, "headline"),
        authors=names,
        agency=next((agency for byline in bylines if (agency := agency_in(byline))), None),
        published=dates.get("datepublished"),
        created=dates.get("datecreated") or _only_date(grouped),
        modified=dates.get("datemodified"),
        publisher=publisher if publisher and len(publisher) <= 80 else None,
        url=_value(properties, "mainentityofpage") or None,
        language=_value(properties, "inlanguage"),
        section=_value(properties, "articlesection"),
        paywalled={"false": True, "true": False}.get((_value(properties, "isaccessibleforfree") or "").lower()),
        standfirsts=tuple(
            value
            for name in ("description", "alternativeheadline", "alternatename")
            if (value := _value(properties, name))
        ),
    )


def _only_date(grouped: Mapping[Element | None, Properties]) -> str | None:
    """The date of publication of the items of a page, of whatever type, if all have one day: a recording's is the article's that it stands in."""
    elements = [element for properties in grouped.values() for element in properties.get("datepublished", ())]
    found = [iso for element in elements[:_MAX_ITEMS] if (iso := read_date(_property_value(element)))]
    return found[0] if len({iso[:10] for iso in found}) == 1 else None


def _scope(grouped: Mapping[Element | None, Properties], titles: tuple[str, ...]) -> Element | None:
    """The item that is the article, None if there is no such item."""
    scopes = [scope for scope in grouped if scope is not None and _is_article(scope)]
    headlines = [_value(grouped[scope], "headline") or _value(grouped[scope], "name") for scope in scopes]
    for scope, headline in zip(scopes, headlines, strict=True):
        if headline and any(alike(headline, title) for title in titles):
            return scope
    return scopes[0] if len(scopes) == 1 and not headlines[0] else None


def _is_article(element: Element) -> bool:
    return (element.get("itemtype") or "").strip().rstrip("/").endswith(("Article", "Posting"))


def _properties_by_item(root: Element) -> dict[Element | None, Properties]:
    """The elements of each property, by the item that they are of; None for those outside any item."""
    grouped: dict[Element | None, Properties] = {None: {}}
    for element in root.iter("*"):
        names = element.get("itemprop")
        if names:
            holder = next((above for above in ancestors(element) if above.get("itemscope") is not None), None)
            properties = grouped.setdefault(holder, {})
            for name in names.lower().split()[:4]:
                properties.setdefault(name, []).append(element)
    return grouped


def _value(properties: Properties, name: str) -> str | None:
    for element in properties.get(name, ()):
        value = _property_value(element)
        if value:
            return value[:_MAX_LENGTH]
    return None


def _property_value(element: Element) -> str:
    for attribute in ("content", "datetime", "href" if name_of(element) == "link" else "title"):
        if element.get(attribute):
            return collapse_spaces(element.get(attribute))
    return text_of(element)


def _name_within(element: Element) -> str:
    """The name of an item such as an author, or the text of a plain property."""
    for inner in element.iter("*"):
        if inner is not element and (inner.get("itemprop") or "").lower() == "name":
            return _property_value(inner)
    return element.get("content") or text_of(element)[:_MAX_LENGTH]
