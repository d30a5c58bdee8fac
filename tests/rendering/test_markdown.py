from __future__ import annotations

import pytest
from hypothesis import given, settings

from summarize.card import Card
from summarize.rendering import safe, to_markdown

from . import cards
from .test_safe import DENSE_TEXT, LINKED_BY_GITHUB, inline

CARDS = [cards.ordinary(), cards.hostile(), cards.bare()]
OWN = {"heading", "paragraph", "bullet_list", "list_item", "blockquote", "strong"}
ALLOWED = {f"{name}_{side}" for name in OWN for side in ("open", "close")} | {"text", "code_inline", "hr", "softbreak"}


def check(card: Card) -> None:
    tokens = inline(to_markdown(card))
    links = [token.attrs["href"] for token in tokens if token.type == "link_open"]
    source = safe.web_link(card.article.source)
    assert links == ([source[0]] if source else [])
    kinds = {token.type for token in tokens} - {"link_open", "link_close"}
    assert kinds <= ALLOWED
    assert not LINKED_BY_GITHUB.search("\n".join(token.content for token in tokens if token.type == "text"))
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    assert headings == ["h1", *["h2"] * (6 + bool(card.rejected) + bool(card.claims) + bool(card.corrections))]
    assert sum(token.type == "blockquote_open" for token in tokens) == len(card.quotes)


@pytest.mark.parametrize("card", CARDS)
def test_only_our_own_structure(card: Card) -> None:
    """The only link is ours, to the source; headings, lists and quotes are those of the card, whatever the article says."""
    check(card)


@settings(deadline=None, max_examples=80)
@given(DENSE_TEXT.filter(bool))
def test_any_text(payload: str) -> None:
    """No text in any field makes a link, an image, HTML or structure."""
    check(cards.hostile(payload, payload))


def test_quotations_are_verbatim() -> None:
    """Each part of a quotation stands in marks of its own, in the article's words."""
    text = to_markdown(cards.ordinary())
    for quote in cards.ordinary().quotes:
        assert " ".join(f"“{part.text}”" for part in quote.evidence) in text


def test_entity_in_the_source() -> None:
    """A source's query is not read as an entity: the link leads where the article was read."""
    (link,) = [token for token in inline(to_markdown(cards.ordinary())) if token.type == "link_open"]
    assert link.attrs["href"] == cards.ordinary().article.source


def test_one_line_end() -> None:
    """The document ends in exactly one line end and carries no trailing spaces, which would break lines."""
    text = to_markdown(cards.hostile())
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert all(line == line.rstrip() for line in text.splitlines())
