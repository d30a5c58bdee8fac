"""What a page holds of an article: its headline, its standfirst, its paragraphs, and what is said around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.article import Layer
from summarize.errors import ArticleError
from summarize.reading.page.alike import key_of
from summarize.reading.page.page import Page, site_names
from summarize.reading.page.stated import state
from summarize.reading.page.stated.facts import Facts
from summarize.reading.page.stated.names import person_in
from summarize.reading.page.stated.visible import markup_facts, text_facts
from summarize.reading.page.story.assembly import Paragraph, paragraphs_of, stated_paragraphs
from summarize.reading.page.story.body import Body, find_body
from summarize.reading.page.story.leftovers import end_of_article
from summarize.reading.page.story.live import is_live
from summarize.reading.page.story.refusal import is_no_story, why_none
from summarize.reading.page.story.selection import Bounds
from summarize.reading.page.story.standfirst import find_standfirst
from summarize.reading.page.titles import Title, choose_title, head_of

_ABOVE, _MIN_WORDS = 4, 3
"""Blocks above a story among which its headline may stand, and the words it has at least."""
_STUB, _MUCH = 400, 5_000
"""Characters that a text stated in JSON-LD has at least, to be taken instead of what the page shows, and that a live blog shows at most."""
_LONGER = 1.25
"""How many times as long as what a page shows a text that it states is, to be told of where it is passed over."""


@dataclass(frozen=True, slots=True)
class Contents:
    """An article as its page holds it."""

    title: Title | None
    standfirst: str | None
    paragraphs: list[Paragraph]
    layer: Layer
    """Where the paragraphs are from: the markup, or JSON-LD where the page shows less."""
    passed: int
    """Characters of a longer text that the page states and that was passed over for what it shows; 0 if none was."""
    facts: tuple[Facts, ...]
    """What all layers say of it."""


def contents_of(page: Page, facts: tuple[Facts, ...]) -> Contents:
    """What a page holds of its article.

    Raises:
        ArticleError: it holds no article.
    """
    title = choose_title(
        [(fact.layer, fact.title) for fact in facts if fact.title],
        page.headings,
        page.lines,
        page.document,
        site_names(facts),
    )
    head = head_of(page.blocks, title.text) if title else -1
    live = any(fact.is_live for fact in facts) or is_live(page.root, page.blocks)
    stated = max((fact.text for fact in facts), key=len, default="")
    end = end_of_article(page.blocks, head, title.text if title else "", live=live)
    names = tuple(name for fact in facts for name in fact.authors if person_in(name))
    body = find_body(page.root, page.blocks, stated, Bounds(head, end, live, names))
    title = title or _title_above(page, body)
    headlines = frozenset(key_of(text) for text in (title and title.text, *(fact.title for fact in facts)) if text)
    shown = _shown_paragraphs(page, body, headlines, live=live)
    titles = (*page.headings, *(fact.title for fact in facts if fact.title), page.document)
    if _size(shown) < _STUB and len(stated) < _STUB and (held := state.facts_of(page.states, titles)):
        facts, stated = (*facts, held), held.text
    paragraphs, layer, passed = _fuller(
        shown, stated_paragraphs(stated, next((fact.entries for fact in facts if fact.entries), ())), live=live
    )
    if not paragraphs or (body and is_no_story(page.blocks, body, facts, head)):
        raise ArticleError(f"{page.name} holds no article: {why_none(page.root, page.blocks, page.scripts)}")
    if body is None:
        return Contents(title, None, paragraphs, layer, passed, facts)
    around = (
        markup_facts(page.root, page.blocks, head, body.first, body.last),
        text_facts(page.root, page.blocks, head, body.first, body.last),
    )
    standfirst = _standfirst(page, body, head, facts, title, paragraphs)
    if standfirst and key_of(standfirst) in headlines:
        standfirst = None
    return Contents(title, standfirst, paragraphs, layer, passed, (*facts, *around))


def _title_above(page: Page, body: Body | None) -> Title | None:
    """The heading right above a story on a page that has no headline elsewhere, no `<h1>` and no title but the site's."""
    if body is None:
        return None
    above = page.blocks[max(0, body.first - _ABOVE) : body.first]
    headings = [block.text for block in above if block.kind == "heading" and block.noise is None]
    named = [text for text in headings if len(text.split()) >= _MIN_WORDS]
    return Title(named[-1], "markup") if named else None


def _shown_paragraphs(page: Page, body: Body | None, headlines: frozenset[str], *, live: bool) -> list[Paragraph]:
    """The paragraphs that the page shows, without its headlines where those are repeated."""
    paragraphs = paragraphs_of(page.blocks, body, live=live) if body else []
    return [paragraph for paragraph in paragraphs if key_of(paragraph.text) not in headlines]


def _fuller(shown: list[Paragraph], stated: list[Paragraph], *, live: bool) -> tuple[list[Paragraph], Layer, int]:
    """The paragraphs that the page shows, or those that it states if they are more than twice as long; and the characters of a longer text that is passed over.

    What a live blog shows at length is what its publisher shows: it may state all entries since its first.
    """
    few, many = _size(shown), _size(stated)
    if many > max(_STUB, 2 * few) and not (live and few >= _MUCH):
        return stated, "json-ld", 0
    return shown, "markup", many if many > max(_STUB, _LONGER * few) else 0


def _size(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs)


def _standfirst(  # noqa: PLR0913, PLR0917 - all that tells a standfirst
    page: Page, body: Body, head: int, facts: Sequence[Facts], title: Title | None, paragraphs: Sequence[Paragraph]
) -> str | None:
    described = [text for fact in facts for text in fact.standfirsts]
    # A headline below its story is that of a box there.
    above = head if head < body.first else -1
    found = find_standfirst(page.blocks, above, body.first, described, title.text if title else "")
    return found if found and not any(found in paragraph.text for paragraph in paragraphs[:3]) else None
