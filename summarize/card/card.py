"""The card, and what must hold of it as a whole."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final, Literal, Self

from pydantic import Field, ModelWrapValidatorHandler, ValidationError, model_validator

from summarize.article import Article, Evidence, Value
from summarize.card.items import Headline, Item, Quote, Statement, When, Where, Who, hold_to_evidence
from summarize.card.provenance import Correction, Provenance, Rejection
from summarize.earlier_cards import upgrade_card
from summarize.seal import digest_of, is_later, without_unknown

VERSION: Final = "2.1"
"""Of this contract. A reader of `2.0` can read what `2.1` writes if it ignores fields that it does not know, as readers here do."""

FIELDS: Final = ("what", "who", "when", "where", "quotes", "claims", "background")
"""The fields of a card that list items, in its order: each is grounded, refused and shown by this name."""

NOT_JUDGED: Final = "it is in other words than the article's, and no judge found it borne out"
"""Why a text in words of its own is refused where no judge was asked."""
ORDER: Final = "it gives orders to whoever reads the article, or is markup or code: nothing rests on it"
"""Why words of the article are no evidence."""

_WORD: Final = re.compile(r"\w+")


class Card(Value):
    """A briefing card. `schema_version` changes when a reader of the JSON would have to."""

    schema_version: Literal["2.1"] = Field(default=VERSION, description="Version of this contract.")
    article: Article = Field(description="The article, whole: every piece of evidence points into its text.")
    headline: Headline = Field(
        description="The article's title, a sentence of it cut short, or a language model's, judged."
    )
    what: tuple[Statement, ...] = Field(default=(), description="The news in one to three sentences.")
    who: tuple[Who, ...] = Field(default=(), description="Participants, most important first.")
    when: tuple[When, ...] = Field(default=(), description="Dates and times.")
    where: tuple[Where, ...] = Field(default=(), description="Places, the main one first.")
    quotes: tuple[Quote, ...] = Field(default=(), description="Quotations worth carrying.")
    claims: tuple[Statement, ...] = Field(
        default=(), description="Who says, alleges, denies or expects what without quotation marks, beside the news."
    )
    background: tuple[Statement, ...] = Field(default=(), description="Earlier facts that explain the news.")
    rejected: tuple[Rejection, ...] = Field(default=(), description="Claims that the checks refused.")
    corrections: tuple[Correction, ...] = Field(
        default=(), description="What editors changed afterwards, in their order."
    )
    provenance: Provenance = Field(description="How the card was made.")

    __slots__ = ("_sealed",)
    """What its fields held when it was sealed: its digest is not worked out again while each holds that very value, none of which changes. No field,
    so that no copy has it, no comparison sees it and no JSON tells it."""

    @property
    def standing(self) -> Literal["sealed", "edited", "unsealed"]:
        """Whether the card is as it was when it was last checked: `edited` if not, `unsealed` if it does not tell."""
        if self.provenance.digest is None:
            return "unsealed"
        return "sealed" if self._is_as_sealed() or self.provenance.digest == self._digest() else "edited"

    def with_seal(self) -> Card:
        """The card with its digest: for whoever has just checked all that it says."""
        seal = {"digest": self._digest()}
        card = self.model_copy(update={"provenance": self.provenance.model_copy(update=seal)})
        object.__setattr__(card, "_sealed", tuple(vars(card).values()))
        return card

    def _is_as_sealed(self) -> bool:
        held = vars(self).values()
        sealed: tuple[object, ...] = getattr(self, "_sealed", ())
        return len(sealed) == len(held) and all(map(operator.is_, sealed, held))

    def _digest(self) -> str:
        return digest_of(self.model_dump(mode="json", exclude_none=True))  # what is null does not count

    def __repr__(self) -> str:
        """What it is about and how much it holds, in a line: a card in full has thousands of characters."""
        held = ", ".join(f"{len(getattr(self, name))} {name}" for name in (*FIELDS, "rejected") if getattr(self, name))
        return f"<Card {self.headline.text!r} of {self.article.source!r}: {held or 'nothing'}>"

    __str__ = __repr__

    def _repr_markdown_(self) -> str:
        """The card as a notebook shows it."""
        return str(_rendering_module().to_markdown(self))

    def _repr_html_(self) -> str:
        """The card's page as a notebook shows it."""
        return in_frame(_rendering_module().to_html(self))

    def to_row(self) -> dict[str, str | bool | list[str] | None]:
        """The card as a row of a table, such as pandas or polars take: texts, and lists of texts for what there are several of."""
        main = {name: next((one for one in getattr(self, name) if one.main), None) for name in ("when", "where")}
        return {
            "id": self.article.id,
            "source": self.article.source,
            "publisher": self.article.publisher,
            "published": self.article.published,
            "language": self.article.language,
            "headline": self.headline.text,
            "what": [one.text for one in self.what],
            "who": [one.name for one in self.who],
            "when": main["when"].start if main["when"] else None,
            "where": main["where"].name if main["where"] else None,
            "country": main["where"].country if main["where"] else None,
            "quotes": [str(one) for one in self.quotes],
            "speakers": [one.speaker or "" for one in self.quotes],
            "background": [one.text for one in self.background],
            "rejected": [f"{one.field}: {one.value} ({one.reason})" for one in self.rejected],
            "engine": self.provenance.engine,
            "model": self.provenance.model,
            "sealed": self.standing == "sealed",
        }

    def items(self) -> Iterator[Item]:
        """Every item with evidence, in the card's order; the headline is `headline`."""
        for name in FIELDS:
            yield from getattr(self, name)

    def statements(self) -> Iterator[Statement]:
        """The sentences of the card: the news, what is said of it, and the background."""
        yield from self.what
        yield from self.claims
        yield from self.background

    @model_validator(mode="wrap")
    @classmethod
    def _of_another_version(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        version = data.get("schema_version") if isinstance(data, dict) else None
        if version in {"1.0", "2.0"}:
            return handler(upgrade_card(data) if version == "1.0" else {**data, "schema_version": VERSION})
        if not is_later(version, VERSION):
            return handler(data)
        try:
            return handler({**data, "schema_version": VERSION})
        except ValidationError as error:
            return handler(without_unknown(data, error, VERSION))

    @model_validator(mode="after")
    def _points_at_what_it_says(self) -> Self:
        text = self.article.text
        for part in self._evidence():
            if text[part.start : part.end] != part.text:
                raise ValueError(f"evidence {part.start} to {part.end} is not what the article says there")
        return self

    @model_validator(mode="after")
    def _says_what_it_points_at(self) -> Self:
        for statement in self.statements():
            hold_to_evidence(statement)
        if self.headline.evidence:
            hold_to_evidence(self.headline)
        elif self.headline.text not in {"", " ".join((self.article.title or "").split())}:
            raise ValueError("a headline without evidence is not the article's title")
        if self.provenance.judge is None and any(
            one.support == "judged" for one in (self.headline, *self.statements())
        ):
            raise ValueError("a text is called judged, but no judge is named")
        if not self.corrections and any(one.support == "editor" for one in (self.headline, *self.statements())):
            raise ValueError("a text is called an editor's, but no correction is kept")
        if any(claim.attribution is None for claim in self.claims):
            raise ValueError("a claim does not tell whose word it is")
        held = " ".join(self.article.text.split()).casefold()
        for name in (*(who.name for who in self.who), *(where.name for where in self.where)):
            if " ".join(name.split()).casefold() not in held:
                raise ValueError(f"the article names nobody and nowhere {name!r}")
        self._has_who_speaks(held)
        return self

    def _has_who_speaks(self, text: str) -> None:
        """Refuse speakers and sources with words that the article has not, but for an article in small letters before a description: "the guard".

        Args:
            text: the article's text in small letters, with one space between its words.
        """
        article = self.article
        known = filter(None, (article.title, article.publisher, *article.authors))
        whole = " ".join((text, *" ".join(known).casefold().split())).strip()
        held: frozenset[str] | None = None
        """Its words, once a name does not stand in it as it is: few do not."""
        said = (one.attribution for one in (self.headline, *self.statements()) if one.attribution is not None)
        for name in (
            *(name for one in self.quotes for name in one.speakers),
            *(one.source for one in said if one.source),
        ):
            if " ".join(name.split()).casefold() in whole:
                continue
            if held is None:
                held = frozenset(_WORD.findall(whole))
            first, *others = _WORD.findall(name) or [""]
            is_article = bool(others) and first.islower()
            if any(word.casefold() not in held for word in (others if is_article else (first, *others))):
                raise ValueError(f"the article has no speaker {name!r}")

    def _evidence(self) -> Iterator[Evidence]:
        for item in self.items():
            yield from item.evidence
        for said in (self.headline, *self.statements()):
            yield from said.attribution.evidence if said.attribution is not None else ()
        yield from self.headline.evidence
        for correction in self.corrections:
            yield from correction.evidence


def in_frame(page: str) -> str:
    """A page within that of a notebook, as HTML: neither's styles touch the other's, and its scripts reach nothing else."""
    import html  # noqa: PLC0415 - it brings the names of all of HTML's characters, and only a notebook asks

    shown = html.escape(page)
    return f'<iframe srcdoc="{shown}" sandbox="allow-scripts" style="width: 100%; height: 40em; border: 0"></iframe>'


def _rendering_module() -> Any:
    # Renderers know cards, and cards know no renderer: only a notebook asks a card itself to be shown.
    return import_module("summarize.rendering")
