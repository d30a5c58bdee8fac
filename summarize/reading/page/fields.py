"""The fields of an article, each from the layer that is believed for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from summarize.article import Layer
from summarize.expressions import expression
from summarize.languages.identification import declared_language, is_plausible_language, shown_language
from summarize.reading.decoding import cleaned_line
from summarize.reading.page.alike import key_of
from summarize.reading.page.choice import choose_dates, first_of
from summarize.reading.page.stated.addresses import host_of, is_front
from summarize.reading.page.stated.dates import address_date
from summarize.reading.page.stated.facts import Facts
from summarize.reading.text import absolute

_MAX_LENGTH = 120
_MARKUP = expression(r"[\s<>\"]")
"""What no address has as it is."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What is known of an article besides its title and text."""

    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    publisher: str | None
    url: str | None
    language: str | None
    section: str | None
    paywalled: bool | None
    words: int | None
    """How many words the whole article has, as the page says."""
    origins: Mapping[str, Layer]


def choose_fields(facts: Sequence[Facts], text: str, url: str | None, fetched: datetime | None) -> Fields:
    """The fields of an article."""
    origins: dict[str, Layer] = {}
    address = _address(facts, url, origins)
    published, modified = choose_dates(facts, address_date(url or address or ""), fetched)
    if published:
        origins["published"] = published.layer
    if modified:
        origins["modified"] = modified.layer
    publisher = _publisher(facts, url or address, origins)
    language, layer = choose_language(_languages(facts), text)
    if layer:
        origins["language"] = layer
    walled = first_of(facts, lambda fact: fact.paywalled)
    if walled:
        origins["paywalled"] = walled[1]
    return Fields(
        authors=_authors(facts, publisher, origins),
        published=published.iso if published else None,
        modified=modified.iso if modified else None,
        publisher=publisher,
        url=address,
        language=language,
        section=_line(facts, "section", origins),
        paywalled=walled[0] if walled else None,
        words=next((fact.words for fact in facts if fact.words), None),
        origins=origins,
    )


def _address(facts: Sequence[Facts], url: str | None, origins: dict[str, Layer]) -> str | None:
    """The canonical address: the `<link>` made for it first, then JSON-LD, then where the page was fetched. No front page is one."""
    for fact in sorted(facts, key=lambda fact: fact.layer != "meta"):
        address = absolute(fact.url, url)
        if address and not _MARKUP.search(address) and not is_front(address):
            origins["url"] = fact.layer
            return address
    if url and (address := absolute(url, None)):
        origins["url"] = "address"
        return address
    return None


def _publisher(facts: Sequence[Facts], address: str | None, origins: dict[str, Layer]) -> str | None:
    stated = _line(facts, "publisher", origins)
    if stated:
        return stated
    host = host_of(address)
    if host:
        origins["publisher"] = "address"
    return host


def _line(facts: Sequence[Facts], name: str, origins: dict[str, Layer]) -> str | None:
    found = first_of(facts, lambda fact: cleaned_line(getattr(fact, name)))
    if found is None or len(found[0]) > _MAX_LENGTH:
        return None
    origins[name] = found[1]
    return found[0]


def _authors(facts: Sequence[Facts], publisher: str | None, origins: dict[str, Layer]) -> tuple[str, ...]:
    """The byline of the first layer that names anyone but the publisher, else the agency that the story is from.

    A name in one word ("HannaOsei", a user's) gives way to one in full, and is spelt as another layer spells it.
    """

    def author_names(fact: Facts) -> tuple[str, ...]:
        lines = (cleaned_line(author) for author in fact.authors)
        return tuple(dict.fromkeys(line for line in lines if line and not _is_publisher(line, publisher)))

    found = first_of(facts, author_names)
    if found and all(name.isascii() and " " not in name for name in found[0]):
        found = first_of(facts, lambda fact: tuple(name for name in author_names(fact) if " " in name)) or found
    if found is None:
        agency = first_of(facts, lambda fact: fact.agency)
        if agency is None or _is_publisher(agency[0], publisher):
            return ()
        found = (agency[0],), agency[1]
    origins["authors"] = found[1]
    spaced = {key_of(name): name for fact in facts for name in author_names(fact) if " " in name}
    return tuple(spaced.get(key_of(name), name) if " " not in name else name for name in found[0])


def _is_publisher(author: str, publisher: str | None) -> bool:
    """True if a byline names the publisher: "BBC News", "Ediciones El País"."""
    mine, its = key_of(author), key_of(publisher or "")
    return bool(its) and (mine == its or (len(its) > 3 and (its in mine or mine in its)))


def _languages(facts: Sequence[Facts]) -> list[tuple[Layer, str | None]]:
    """What the layers declare; `<html lang>` first, for it is what browsers go by."""
    markup = [(fact.layer, fact.language) for fact in facts if fact.layer == "markup"]
    return [*markup, *((fact.layer, fact.language) for fact in facts if fact.layer != "markup")]


def choose_language(claims: Iterable[tuple[Layer, str | None]], text: str) -> tuple[str | None, Layer | None]:
    """The ISO 639-1 code of a page's language and the layer that it is from; (None, None) if it is unknown.

    The first declaration that the text does not contradict; else the language that the text itself shows.
    """
    shown = shown_language(text)
    for layer, claim in claims:
        code = declared_language(claim)
        if code and is_plausible_language(code, shown, text):
            return code, layer
    return (shown, "detected") if shown else (None, None)
