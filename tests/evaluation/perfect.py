"""An article of the tests' own, its gold, and the card that is right in every field; and cards made from any gold."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.article import Article, Evidence, article_id
from summarize.card import Card, Checks, Headline, Provenance, Quote, Statement, When, Where, Who
from summarize.evaluation.gold.labels import Gold, GoldDate, Words
from summarize.evaluation.scoring.placed import place
from summarize.findings import Precision

TEXT = """Mill reopens after flood

LENBRIDGE, 3 March 2026 - The Orchard Mill in Lenbridge reopened on Tuesday, 14 months after the river Len flooded it, its owner said.

“We did not think we would see this day,” said Ada Korbel, who runs the Lenbridge Mill Trust. “The wheel turned at once.”

The trust spent 2.4 million euros on the repairs. The flood of January 2025 closed nine workshops. Mayor Tomas Wern called the “floating museum” a risk, and said the council would “look at the bill again.”

The next review is due in the spring.
"""


def evidence(text: str, words: str, nth: int = 0) -> Evidence:
    """The evidence for words of a text, at their first place or a later one."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Evidence(start=at, end=at + len(words), text=words)


def _words(words: str, nth: int = 0) -> dict[str, object]:
    return {"text": words, "at": evidence(TEXT, words, nth).start}


GOLD = Gold.model_validate(
    {
        "article": "mill.txt",
        "title": "Mill reopens after flood",
        "published": "2026-03-03",
        "quotes": [
            {
                "parts": [_words("We did not think we would see this day,"), _words("The wheel turned at once.")],
                "speaker": "Ada Korbel",
            },
            {"parts": [_words("look at the bill again.")], "speaker": "Tomas Wern", "aliases": ["the mayor"]},
        ],
        "not_quotes": [_words("floating museum")],
        "who": [
            {"name": "Ada Korbel", "roles": ["runs the Lenbridge Mill Trust"], "kind": "person"},
            {"name": "Lenbridge Mill Trust", "aliases": ["the trust"], "kind": "organisation"},
            {"name": "Tomas Wern", "roles": ["Mayor"], "kind": "person", "optional": True},
        ],
        "where": [{"name": "Lenbridge", "main": True}, {"name": "river Len", "optional": True}],
        "when": [
            {"start": "2026-03-03", "main": True, **_words("Tuesday")},
            {"start": "2025-01", **_words("January 2025")},
            {"start": None, **_words("the spring")},
        ],
        "what": [
            {"any": ["reopened"], "according_to": ["owner"], "evidence": [_words("reopened on Tuesday")]},
            {"any": ["2.4 million"], "evidence": [_words("2.4 million euros")]},
        ],
        "background": [{"any": ["nine workshops"], "evidence": [_words("closed nine workshops")]}],
        "absent": ["24 million"],
    }
)

_REOPENED = (
    "The Orchard Mill in Lenbridge reopened on Tuesday, 14 months after the river Len flooded it, its owner said."
)
_SPENT = "The trust spent 2.4 million euros on the repairs."
_CLOSED = "The flood of January 2025 closed nine workshops."


def article(text: str, title: str | None, published: str | None) -> Article:
    return Article(id=article_id(text), source="mill.txt", title=title, published=published, published_from="dateline" if published else None, text=text)  # fmt: skip


def provenance() -> Provenance:
    checks = Checks(evidence=0, quotations=0, rejected=0, nlp=None, nlp_until=None)
    return Provenance(
        engine="extractive", tool_version="0", created="2026-03-04T00:00:00+00:00", seconds=0.1, checks=checks
    )


def perfect_card() -> Card:
    """The card that every measure gives 1."""
    return Card(
        article=article(TEXT, "Mill reopens after flood", "2026-03-03"),
        headline=Headline(text="Mill reopens after flood"),
        what=(statement(_REOPENED), statement(_SPENT)),
        who=(
            who("Ada Korbel", "runs the Lenbridge Mill Trust", "person"),
            who("Lenbridge Mill Trust", None, "organisation"),
        ),
        when=(when("Tuesday", "2026-03-03", "day", main=True), when("January 2025", "2025-01", "month")),
        where=(Where(name="Lenbridge", country=None, main=True, evidence=(evidence(TEXT, "Lenbridge"),)),),
        quotes=(
            quote("Ada Korbel", "We did not think we would see this day,", "The wheel turned at once."),
            quote("Tomas Wern", "look at the bill again."),
        ),
        background=(statement(_CLOSED),),
        provenance=provenance(),
    )


def statement(text: str) -> Statement:
    return Statement(text=text, support="verbatim", evidence=(evidence(TEXT, text),))


def who(name: str, role: str | None, kind: str) -> Who:
    return Who.model_validate({"name": name, "role": role, "kind": kind, "mentions": 1, "evidence": [evidence(TEXT, name)]})  # fmt: skip


def when(words: str, start: str | None, precision: Precision, *, main: bool = False) -> When:
    return When(text=words, start=start, end=None, precision=precision, main=main, what=None, evidence=(evidence(TEXT, words),))  # fmt: skip


def quote(speaker: str | None, *parts: str) -> Quote:
    return Quote(text=" ".join(parts), speakers=(speaker,) if speaker else (), speaker_role=None, cue="said", evidence=tuple(evidence(TEXT, part) for part in parts))  # fmt: skip


def card_of(gold: Gold, read: Article) -> Card:
    """The card that says exactly what required and optional labels say: quotations, names, places and dates."""
    text = read.text
    first = Evidence(start=0, end=1, text=text[0])

    def of_name(names: Sequence[str]) -> tuple[str, Evidence] | None:
        for name in names:
            at = text.casefold().find(name.casefold())  # a dateline may have it in capitals
            if at >= 0:
                return name, Evidence(start=at, end=at + len(name), text=text[at : at + len(name)])
        return None

    def of_quote(parts: Sequence[Evidence], speaker: str | None) -> Quote:
        return Quote(text=" ".join(part.text for part in parts), speakers=(speaker,) if speaker else (), speaker_role=None, cue=None, evidence=tuple(parts))  # fmt: skip

    def of_date(label: GoldDate) -> When:
        at = first
        if label.text is not None and label.at is not None:
            at = read.evidence(place(Words(text=label.text, at=label.at), text))
        return When(text=label.text or "x", start=label.start, end=label.end, precision=label.precision or "day", main=label.main, what=None, evidence=(at,))  # fmt: skip

    people = [(label, found) for label in gold.who or () if (found := of_name((label.name, *label.aliases)))]
    places = [(label, found) for label in gold.where or () if (found := of_name((label.name, *label.aliases)))]
    return Card(
        article=read,
        headline=Headline(text=""),
        who=tuple(
            Who(
                name=name,
                role=label.roles[0] if label.roles else None,
                kind=label.kind or "person",
                mentions=1,
                evidence=(at,),
            )
            for label, (name, at) in people
        ),
        where=tuple(
            Where(name=name, country=label.country, main=label.main, evidence=(at,)) for label, (name, at) in places
        ),
        when=tuple(of_date(label) for label in gold.when or ()),
        quotes=tuple(
            of_quote([read.evidence(place(part, text)) for part in label.parts], label.speaker)
            for label in gold.quotes or ()
        ),
        provenance=provenance(),
    )
