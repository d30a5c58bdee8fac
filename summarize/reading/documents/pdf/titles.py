"""What an article in a PDF is called, and who wrote it, as far as type and metadata tell."""

from __future__ import annotations

import re

from summarize.languages.tables import pattern
from summarize.reading.documents.pdf.paragraphs import PdfParagraph, alike

_LARGER = 1.15
_MIN_WORDS, _MAX_WORDS, _MAX_LENGTH = 2, 40, 300
_TITLE_WORDS = 4
_BESIDE_MASTHEAD = 0.5
"""The part of a masthead's size that a headline under it has at least."""
_WITHIN = 8
_LABEL = pattern("pdf.toml", "label")
_JUNK = pattern("pdf.toml", "made_up_title")
_NAME = pattern("pages.toml", "person")
_NO_PERSON = pattern("pdf.toml", "no_person")


def take_title(found: list[PdfParagraph], body: float, stated: str | None) -> tuple[str | None, list[PdfParagraph]]:
    """The title, and the paragraphs without it."""
    stated = " ".join(stated.split()) if stated else None
    place = _find_stated_title(found, stated)
    if place is None:
        place = _largest(found, body)
    if place is not None:
        title = found[place].text
        return title, [*found[:place], *found[place + 1 :]]
    return (stated if stated and _is_told(stated, found) else None), found


def person(stated: str | None) -> tuple[str, ...]:
    """The author that metadata name, if that is a person."""
    stated = " ".join(stated.split()) if stated else ""
    if len(stated) > 80 or not _NAME.fullmatch(stated) or _NO_PERSON.search(stated) or stated.isupper():
        return ()
    return (stated,)


def _find_stated_title(found: list[PdfParagraph], stated: str | None) -> int | None:
    """The paragraph at the beginning that is the title which the metadata state."""
    words = stated.casefold().split() if stated else []
    if len(words) < _MIN_WORDS:
        return None
    return next((place for place, item in enumerate(found[:_WITHIN]) if item.text.casefold().split() == words), None)


def _largest(found: list[PdfParagraph], body: float) -> int | None:
    """The paragraph of the first page in the largest type. One of a word or three may be a masthead, so another is looked for first."""
    first = found[0].page if found else 0
    fit = [
        (place, item)
        for place, item in enumerate(found)
        if item.page == first
        and item.size >= _LARGER * body
        and len(item.text) <= _MAX_LENGTH
        and _MIN_WORDS <= len(item.text.split()) <= _MAX_WORDS
        and not _LABEL.fullmatch(item.text)
        and sum(map(str.isalpha, item.text)) > len(item.text) / 2
    ]
    if not fit:
        return None
    largest = max(item.size for _, item in fit)
    long = [
        (place, item)
        for place, item in fit
        if len(item.text.split()) >= _TITLE_WORDS and item.size > _BESIDE_MASTHEAD * largest
    ]
    long = long or fit
    largest = max(item.size for _, item in long)
    return next(place for place, item in long if alike(item.size, largest))


def _is_told(stated: str, found: list[PdfParagraph]) -> bool:
    """True for a stated title that no program made up, and that is of what the text is about."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]{4,}", stated)]
    if _JUNK.match(stated) or len(stated.split()) < _MIN_WORDS or not words or len(stated) > _MAX_LENGTH:
        return False
    text = "\n".join(item.text for item in found).casefold()
    return sum(word in text for word in words) * 2 > len(words)
