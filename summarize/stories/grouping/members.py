"""One article as grouping sees it, whatever it comes from: a card, or an article of an earlier briefing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from summarize.card import Card
from summarize.evidence.described_bodies import is_description
from summarize.evidence.document import document_of
from summarize.layout import Layout, lay_out

# An event is told at the top of an article; what follows, and the whole of an endless text, is not read for grouping.
_MAX_CHARACTERS = 24_000
_TITLE_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Member:
    """One article as grouping sees it."""

    number: int
    """From 1 up, its own among those that are grouped together."""
    title: str | None
    text: str
    """`Article.text`."""
    names: tuple[tuple[str, str], ...] = ()
    """Name and kind of its participants, the most important first."""
    places: tuple[str, ...] = ()
    published: str | None = None
    """ISO date, or date and time."""
    publisher: str | None = None
    layout: Layout | None = None
    """That of `text` where it is known already."""
    language: str = ""
    """ISO 639-1 code of the language that it is read in; "" where it is not known."""


def member_of(number: int, card: Card) -> Member:
    """A card's article as grouping sees it, by its number in the briefing."""
    article = card.article
    return Member(
        number=number,
        title=article.title,
        text=article.text,
        names=tuple((who.name, who.kind) for who in card.who if who.kind != "unnamed" and not is_description(who.name)),
        places=tuple(where.name for where in card.where),
        published=article.published,
        publisher=article.publisher,
        layout=document_of(article).layout,
        language=document_of(article).language or "",
    )


def day_of(member: Member) -> int | None:
    """The day of publication as a count of days, None if unknown or no date."""
    try:
        return date.fromisoformat((member.published or "")[:10]).toordinal()
    except ValueError:
        return None


def parts_of(member: Member) -> tuple[str, str]:
    """Title and content of an article, without byline, time stamp, dateline and furniture; the text as it stands if it has no layout."""
    layout = member.layout or lay_out(member.text[:_MAX_CHARACTERS], member.title)
    title = member.title or (member.text[slice(*layout.title)] if layout.title else "")
    body = "\n".join(
        member.text[start : min(end, _MAX_CHARACTERS)] for start, end in layout.body if start < _MAX_CHARACTERS
    )
    return title[:_TITLE_CHARACTERS], body or member.text[:_MAX_CHARACTERS]
