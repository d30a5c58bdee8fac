"""Invented cards that differ in one thing from those of `cards`: in their language, in a refusal, in who says a line."""

from __future__ import annotations

from summarize.article import article_id
from summarize.card import (
    Card,
    Headline,
    Rejection,
    Statement,
    When,
    Who,
)
from summarize.findings import AttributionKind
from tests.rendering.cards import at, bare, ordinary, quote


def in_language(code: str) -> Card:
    """The almost empty card, of an article that is said to be in a language."""
    card = bare()
    return card.model_copy(update={"article": card.article.model_copy(update={"language": code})})


def refused(reason: str) -> Card:
    """A card with one refusal."""
    return bare().model_copy(update={"rejected": (Rejection(field="what", value="Two boats burned.", reason=reason),)})


def attributed(kind: AttributionKind) -> Card:
    """The ordinary card, whose second line of news is somebody's word of a kind."""
    card = ordinary()
    first, second = card.what
    assert second.attribution is not None
    told = second.model_copy(update={"attribution": second.attribution.model_copy(update={"kind": kind})})
    return card.model_copy(update={"what": (first, told)})


_BRIDGE = {
    "ar": (
        "قالت ليلى حداد، رئيسة شركة Nordlys Rederi: «لن نعبر جسرا لا نثق به قبل 4 ديسمبر 2026».",
        "لن نعبر جسرا لا نثق به قبل 4 ديسمبر 2026",
        "ليلى حداد",
        "4 ديسمبر 2026",
    ),
    "he": (
        'רות אלון, מנכ"לית Nordlys Rederi, אמרה: "לא נעבור על גשר שאיננו סומכים עליו עד 4 בדצמבר 2026".',
        "לא נעבור על גשר שאיננו סומכים עליו עד 4 בדצמבר 2026",
        "רות אלון",
        "4 בדצמבר 2026",
    ),
}


def right_to_left(code: str) -> Card:
    """A card of an Arabic or a Hebrew article, with a name in Latin letters."""
    text, said, speaker, day = _BRIDGE[code]
    card = bare()
    whole, name, company = at(text, text), at(text, speaker), at(text, "Nordlys Rederi")
    return card.model_copy(
        update={
            "article": card.article.model_copy(update={"language": code, "text": text, "id": article_id(text)}),
            "headline": Headline(text=text, support="verbatim", evidence=(whole,)),
            "what": (Statement(text=text, support="verbatim", evidence=(whole,)),),
            "who": (
                Who(name=speaker, role=None, kind="person", mentions=1, evidence=(name,)),
                Who(name="Nordlys Rederi", role=None, kind="organisation", mentions=1, evidence=(company,)),
            ),
            "when": (
                When(
                    text=day,
                    start="2026-12-04",
                    end=None,
                    precision="day",
                    main=True,
                    what=None,
                    evidence=(at(text, day),),
                ),
            ),
            "quotes": (quote((at(text, said),), speaker, None, None),),
        }
    )
