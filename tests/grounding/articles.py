"""Short articles with their findings by rules, and a draft grounded in them."""

from __future__ import annotations

from functools import cache

from summarize.article import Article, article_id
from summarize.card import Card
from summarize.draft import Draft
from summarize.engines.extractive import ExtractiveEngine
from summarize.evidence.find import find
from summarize.findings import Findings
from summarize.grounding import BorneOut, Grounded, ground, own_words

LEAD = "The council of Harwick closed its swimming pool on Monday after tiles fell from the roof, the mayor said."
FILLER = " ".join(
    f"Anna Lee{name}, who runs {thing}, said that she expected to open it in May."
    for name, thing in (
        ("by", "a bakery"),
        ("ton", "a bookshop"),
        ("man", "a hotel"),
        ("ford", "a farm"),
        ("wick", "a mill"),
    )
)


@cache
def article(text: str, title: str | None = None, published: str | None = "2026-03-14") -> tuple[Article, Findings]:
    """An article of this text, and what the rules find in it."""
    made = Article(
        id=article_id(text),
        source="-",
        text=text,
        title=title,
        published=published,
        published_from=published and "option",
    )
    return made, find(made, None)


def grounded(text: str, draft: Draft, *, alone: bool = False, judged: bool = False) -> Grounded:
    """A draft grounded in a text, beside the built-in engine's unless it stands alone; its own words all `judged` to stand, or none."""
    made, findings = article(text)
    verdicts = dict.fromkeys(own_words(draft, made, findings), BorneOut()) if judged else {}
    return ground(draft, made, findings, None if alone else ExtractiveEngine().choose(made, findings), verdicts)


def reasons(result: Grounded) -> list[tuple[str, str]]:
    """The field and reason of each rejection."""
    return [(rejection.field, rejection.reason) for rejection in result.rejected]


def number_of(text: str, name: str) -> int:
    """The number of a participant by name."""
    return next(one.number for one in article(text)[1].participants if one.name == name)


def told(card: Card) -> str:
    """Everything that a card states, in its order."""
    return "\n".join(one.text for one in (*card.what, *card.claims, *card.background))
