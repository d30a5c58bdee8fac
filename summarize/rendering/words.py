"""How a card's facts are put into words, the same in every format.

Nothing here is escaped: a renderer passes each string through its own door in `safe`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, Protocol

from msgspec import Struct

from summarize.article import Article, Evidence
from summarize.card import Card, Provenance, SaidBy, Support, Told, Usage, When, shares_a_word
from summarize.expressions import expression
from summarize.findings import ParticipantKind
from summarize.languages.labels import ENGLISH
from summarize.rendering.dates import date
from summarize.rendering.labels import counted, label, listed, marked, noted, number, primary

if TYPE_CHECKING:
    from summarize.briefing import Cite, Line, Voice  # a card needs nothing of them to be shown

__all__ = ["counted", "date", "label", "listed", "marked", "number"]
_WORD: Final = expression(r"\w+")

_NONE_FOUND: Final = noted("none found")
_NONE: Final = noted("none")


class Section(Struct, frozen=True):
    """How a field of the card is shown, the same in every form."""

    field: str
    """Its name on the card."""
    heading: str
    empty: str
    """What stands where the article gives none of it."""
    apart: bool = False
    """Its items are whole sentences, with space between them."""
    optional: bool = False
    """Left out where it is empty."""

    @property
    def title(self) -> str:
        """Its title."""
        return label(self.heading)


SECTIONS = (
    Section("what", noted("What"), _NONE_FOUND, apart=True),
    Section("who", noted("Who"), _NONE_FOUND),
    Section("when", noted("When"), _NONE_FOUND),
    Section("where", noted("Where"), _NONE_FOUND),
    Section("quotes", noted("Quotes"), _NONE, apart=True),
    Section("claims", noted("Claims"), _NONE, apart=True, optional=True),
    Section("background", noted("Background"), _NONE, apart=True),
)
"""A card's fields as they are shown, in order."""

_PUBLISHED_FROM: Final = {"option": noted("as given"), "metadata": noted("metadata"), "dateline": noted("dateline")}


def none() -> str:
    """What an empty list says."""
    return label(_NONE)


def untitled_label() -> str:
    """What stands for a headline without words."""
    return label("Untitled")


def unknown_speaker() -> str:
    """What stands for the name of a speaker whom nobody could tell."""
    return label("speaker not identified")


def published(article: Article) -> str:
    """When the article was published and what that rests on."""
    if article.published is None:
        return label("publication date unknown: relative dates are left open")
    basis = f" ({label(_PUBLISHED_FROM[article.published_from])})" if article.published_from else ""
    return f"{label('published {date}', date=date(article.published))}{basis}"


def byline(article: Article) -> str | None:
    """Who wrote it: "by A and B"; None if nobody is named."""
    return label("by {names}", names=listed(article.authors)) if article.authors else None


def facts(article: Article) -> list[str]:
    """Who published the article, who wrote it, and when."""
    return [part for part in (article.publisher, byline(article), published(article)) if part]


def place(source: str) -> str:
    """A source that is no web address, without the directories of the machine it was read on."""
    return label("standard input") if source == "-" else PurePath(source).name or source


def span(evidence: Evidence) -> str:
    """The characters of the article, from the first to one past the last: "1193–1250"."""
    return f"{evidence.start}–{evidence.end}"


def spans(evidence: Sequence[Evidence], limit: int = 3) -> str:
    """The first few places and how many more there are: "[12–30, 44–52, +3]"."""
    more = [f"+{len(evidence) - limit}"] if len(evidence) > limit else []
    return f"[{', '.join([*map(span, evidence[:limit]), *more])}]"


KINDS: Final[dict[str, str]] = {
    "organisation": noted("organisation"), "group": noted("group"), "person": noted("person"), "unnamed": noted("unnamed"),
}  # fmt: skip


def role(role: str | None, kind: ParticipantKind) -> str | None:
    """What the article calls a participant; for one it calls nothing, its kind if that is not plain from the name or description."""
    return role or (label(KINDS[kind]) if kind in {"organisation", "group"} else None)


def contexts(card: Card) -> list[tuple[When, str | None]]:
    """Each date with the sentence it stands in, where the card has not given that sentence already, or a cut of it with the date."""
    statements = tuple(card.statements())
    told = {statement.text for statement in statements}
    pairs: list[tuple[When, str | None]] = []
    for when in card.when:
        in_cut = any(
            when.text in each.text and each.text != when.text and _is_cut(each.text, when.what or "")
            for each in statements
        )
        pairs.append((when, None if in_cut or when.what in told else when.what))
        told.add(when.what or "")
    return pairs


def _is_cut(text: str, sentence: str) -> bool:
    """True if a text has fewer words than a sentence, and all of them are the sentence's, in its order."""
    kept, whole = (_WORD.findall(each.lower()) for each in (text, sentence))
    words = iter(whole)
    return len(kept) < len(whole) and all(word in words for word in kept)


def said(when: When) -> str | None:
    """The article's own words for a date, unless they are the date as the card spells it."""
    return None if when.text == date(when.start, when.end) else when.text


class Attributed(Protocol):
    """A text whose word may be somebody's: of a card or of a briefing."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def support(self) -> Support:
        """How it is known to be the article's."""

    @property
    def attribution(self) -> SaidBy | Voice | None:
        """Whose word it is."""

    @property
    def evidence(self) -> Sequence[Evidence | Cite]:
        """What it rests on."""


_TOLD: Final = {
    "said": noted(", {source} said."), "alleged": noted(", {source} alleged."), "denied": noted(", which {source} denied."),
    "believed": noted(", {source} believed."), "expected": noted(", {source} expected."), "planned": noted(", {source} planned."),
    "asked": noted(", {source} asked."), "found": noted(", {source} found."),
}  # fmt: skip
"""What says behind a text whose word it is, by the kind of attribution."""


def told(one: Attributed) -> tuple[str, str]:
    """A text, and behind it whose word it is where its own words do not say so: ("The bridge will close", ", the mayor said.")."""
    by = one.attribution
    if by is None or by.source is None or _names_its_source(one, by):
        return one.text, ""
    return one.text.removesuffix("."), label(_TOLD[by.kind], source=by.source)


def _names_its_source(one: Attributed, by: SaidBy | Voice) -> bool:
    """True if a text says itself whose word it is: the article's own words by where they stand, other words by the source's name."""
    if one.support in {"verbatim", "cut"}:
        return any(part.start < held.end and held.start < part.end for part in by.evidence for held in one.evidence)
    return shares_a_word(one.text, by.source or "")


def in_full(one: Attributed) -> str:
    """A text with whose word it is."""
    return "".join(told(one))


_NOTES: Final[dict[Support, str]] = {
    "proved": noted("proved"), "judged": noted("judged"), "editor": noted("an editor's words"),
}  # fmt: skip


def support(one: Told | Line) -> str | None:
    """A note beside a text that is not the article's own words."""
    return label(_NOTES[one.support]) if one.support in _NOTES else None


def shown(card: Card) -> Iterator[tuple[Section, Sequence[Any]]]:
    """The sections of a card with their items; a date comes with the sentence that it stands in: see `contexts`."""
    for section in SECTIONS:
        items = contexts(card) if section.field == "when" else getattr(card, section.field)
        if items or not section.optional:
            yield section, items


def empty(card: Card, section: Section) -> str:
    """What an empty section says: an article that says nothing is not the same as claims that were refused."""
    refused = any(rejection.field.startswith(section.field) for rejection in card.rejected)
    return label("nothing that the article supports (see refused)" if refused else section.empty)


NOT_VOUCHED: Final = {
    "edited": noted("edited outside: changed after it was checked"),
    "unsealed": noted("not sealed: cannot tell whether it was changed since it was checked"),
}
"""What stands in the place of what was verified on a card that may not be as it was then."""


def origin(card: Card) -> list[str]:
    """What made the card and what was checked; of a card that may have been changed since, that nothing is vouched for."""
    provenance = card.provenance
    checks = provenance.checks
    standing = card.standing
    made_by = [
        provenance.engine,
        provenance.model,
        provenance.prompt and label("prompt {prompt}", prompt=provenance.prompt),
        provenance.judge and label("judged by {model}", model=provenance.judge),
    ]
    verified = [
        label("{spans} verified", spans=counted(checks.evidence, "span")),
        label("{quotations} copied by offset", quotations=counted(checks.quotations, "quotation")),
        label("{number} refused", number=number(checks.rejected)) if checks.rejected else label("nothing refused"),
    ]
    checked = [
        *(verified if standing == "sealed" else [label(NOT_VOUCHED[standing])]),
        *([counted(len(card.corrections), "correction")] if card.corrections else []),
        checks.nlp or label("no NLP model"),
    ]
    if read := level(card.article):
        checked.append(read)
    if checks.nlp_until is not None:
        checked.append(label("NLP model read up to character {number}", number=checks.nlp_until))
    return [part for part in (*made_by, *checked, *_usage(provenance)) if part]


def level(article: Article) -> str | None:
    """What is read of an article in its language, and what stays open; None in English, and where the language is not known."""
    code = primary(article.language)
    if code in {None, ENGLISH}:
        return None
    from summarize.languages.basics import basics  # noqa: PLC0415 - English articles need no table of languages

    if basics(code) is None:
        return label("no rules of its language: only marks, labels and dates with a year are read")
    return label(
        "basics of its language: sentences, quotations, speakers and dates are read; roles, places and background stay open"
    )


def declined(provenance: Provenance) -> str | None:
    """That a language model was asked and gave no card, and why; None if none was, or it did. The card is not what was asked for."""
    told = provenance.declined
    if told is None:
        return None
    return label(
        "made by the built-in engine: {model} gave no card of this article: {reason}",
        model=told.model,
        reason=told.reason,
    )


def _usage(provenance: Provenance) -> list[str]:
    usage = provenance.usage
    if not usage.requests:
        return []
    return [counted(usage.requests, "request"), tokens(usage), cost(provenance.cost_usd)]


def tokens(usage: Usage) -> str:
    """What a language model read and wrote."""
    return label(
        "{read} tokens in, {written} out", read=number(usage.input_tokens), written=number(usage.output_tokens)
    )


_CENTS: Final = 4
"""Decimals of a price in dollars."""


def cost(dollars: float | None) -> str:
    """What was paid; a price that is not known is not called nothing."""
    return label("cost unknown") if dollars is None else f"${number(dollars, _CENTS)}"


def made(provenance: Provenance) -> str:
    """When the card was made, and by which version."""
    return label("made {date} by summarize {version}", date=date(provenance.created), version=provenance.tool_version)
