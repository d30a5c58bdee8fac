"""Texts of a feed: HTML to plain words, plain words to HTML, dates to ISO."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from summarize.layout import read_stamp
from summarize.reading.decoding import clean
from summarize.reading.markup import words_of_html
from summarize.text.moments import machine_date

_MAX_TITLE_LENGTH = 500
_MAX_DATE_LENGTH = 100
_LATEST = 20
"""Code points before a date: what stands behind more is no date of a feed."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}")
WHOLE = 150
"""Words of a whole article. A teaser has 20 to 80 words. A shorter article is fetched, which costs a request and loses nothing."""
BEGINNING = 40
"""Words of a beginning that is worth reading: two or three sentences. With less there is a headline said twice."""
_CUT = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|\+\d+ chars)\]|\b(?:read|learn|see) more|continue reading\b.{0,120}|\bread (?:the )?(?:full|whole|rest|original)\b.{0,80}|\bmore\s*[»>›→]+|[»›→])\s*[.)\]]*\s*"
    r"(?:The post .{0,300})?\Z",
    re.IGNORECASE | re.DOTALL,
)


def words_of(markup: str | None) -> str:
    """The words of a piece of HTML, on one line."""
    return " ".join(clean(words_of_html(markup or "")).split())


def title_of(markup: str | None) -> str | None:
    """A title: its words, not too many."""
    text = words_of(markup)
    return (text if len(text) <= _MAX_TITLE_LENGTH else text[: _MAX_TITLE_LENGTH - 1] + "…") or None


def first_of(texts: Iterable[str | None], least: int) -> str | None:
    """The first piece of HTML of so many words that is not broken off."""
    words = ((text, words_of(text)) for text in texts)
    return next((text for text, said in words if len(said.split()) >= least and not _CUT.search(said[-400:])), None)


def as_html(text: str) -> str:
    """Plain text as HTML, paragraphs kept apart."""
    return "".join(f"<p>{html.escape(part.strip())}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def language_of(*tags: str | None) -> str | None:
    """The first language tag that is one."""
    for tag in tags:
        if tag and _LANGUAGE.fullmatch(tag.strip()):
            return tag.strip().replace("_", "-")
    return None


def iso_date(text: str | None) -> str | None:
    """A date, or date and time, in ISO; None if there is no full date in one of the usual forms, or no such day."""
    given = " ".join((text or "").split())[:_MAX_DATE_LENGTH]
    found = machine_date(given)
    if found is not None:
        return found or None
    stamp = read_stamp(given)
    return stamp.iso if stamp is not None and stamp.start < _LATEST else None
