"""The towns that only what stands above a story names: its title, and the line of its author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from summarize.evidence.capitals import Name, names_in
from summarize.evidence.vocabulary import NAME_PATTERNS
from summarize.gazetteer import countries_of_town, given_name_gender, is_city, is_place
from summarize.layout import Layout

_SMALL_WORD: Final = 4
"""Letters of the longest word that a title in capitals writes in small ones."""


def towns_of_header(text: str, layout: Layout, names: Sequence[Name]) -> list[Name]:
    """The towns that the title or a byline names and the story does not, as lists know them; where the story names a place, only those where a title says that something is.

    Args:
        text: the article's text.
        layout: what stands where in it.
        names: the names of its story, which are not looked for again.
    """
    known = {name.text for name in names}
    known |= {name.text.split()[0] for name in names if name.kind == "organisation"}
    is_alone = not any(name.kind == "place" for name in names)
    found = [name for name in _of_title(text, layout, owners=is_alone) if name.text not in known]
    return found or ([name for name in _of_bylines(text, layout) if name.text not in known] if is_alone else [])


def _of_title(text: str, layout: Layout, *, owners: bool) -> Iterable[Name]:
    """The towns where a title says that something is, "games studio in Dundee", and those whose `owners` it is about: "Oban fishermen".

    Elsewhere a title's town may be a firm or a make: "Phoenix stake", "Mobile sales".
    """
    if layout.title is None:
        return
    start, end = layout.title
    # A title that writes every word with a capital shows no names.
    if not any(word.islower() and len(word) > _SMALL_WORD for word in text[start:end].split()):
        return
    for name in names_in(text, start, end, openers={start}):
        is_there = NAME_PATTERNS.placed_before.search(text, start, name.start) is not None and is_city(name.text)
        if (is_there or (owners and _is_owner(text, name, end))) and not given_name_gender(name.text):
            yield Name(name.start, name.end, name.text, "place", hard=True)


def _is_owner(text: str, name: Name, end: int) -> bool:
    """True for a town before people or houses of it; what is an ordinary word elsewhere is none: "Mobile users", "mobile phones"."""
    if not (is_city(name.text) or countries_of_town(name.text)):
        return False
    is_word = re.search(rf"\b{re.escape(name.text.lower())}\b", text) is not None
    return not is_word and NAME_PATTERNS.townsfolk_behind.match(text, name.end, end) is not None


def _of_bylines(text: str, layout: Layout) -> Iterable[Name]:
    """The towns from which authors write: "By Mary Banda in Kitwe", "From Eben Tawiah, Tarkwa"."""
    head = layout.body[0][0] if layout.body else 0
    for line in NAME_PATTERNS.signed_from.finditer(text, 0, head):
        place, signed = line["place"], line["author"].casefold()
        is_authors = line["opener"] or any(signed.endswith(author.casefold()) for author in layout.authors)
        if is_authors and (is_place(place) or countries_of_town(place)):
            yield Name(*line.span("place"), place, "place", hard=True)
