"""How a card's facts are put into words, the same in every format.

Nothing here is escaped: a renderer passes each string through its own door in `safe`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, Protocol

from msgspec import Struct

from summarize.article import Article, Evidence
from summarize.card import Card, Correction, Provenance, SaidBy, Support, Told, When, shares_a_word
from summarize.expressions import expression
from summarize.findings import ParticipantKind
from summarize.text.months import month_name

if TYPE_CHECKING:
    from summarize.briefing import Cite, Line, Voice  # a card needs nothing of them to be shown

NONE_FOUND = "none found"
NOTHING_SUPPORTED = "nothing that the article supports (see refused)"
NONE = "none"
UNRESOLVED = "unresolved"


class Section(Struct, frozen=True):
    """How a field of the card is shown, the same in every form."""

    field: str
    """Its name on the card; with a capital it is the section's title."""
    empty: str
    """What stands where the article gives none of it."""
    apart: bool = False
    """Its items are whole sentences, with space between them."""
    optional: bool = False
    """Left out where it is empty."""

    @property
    def title(self) -> str:
        """Its title."""
        return self.field.capitalize()


SECTIONS = (
    Section("what", NONE_FOUND, apart=True),
    Section("who", NONE_FOUND),
    Section("when", NONE_FOUND),
    Section("where", NONE_FOUND),
    Section("quotes", NONE, apart=True),
    Section("claims", NONE, apart=True, optional=True),
    Section("background", NONE, apart=True),
)
"""A card's fields as they are shown, in order."""

UNKNOWN_SPEAKER = "speaker not identified"
UNKNOWN_DATE = "publication date unknown: relative dates are left open"
UNTITLED = "Untitled"

_ISO = expression(
    r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_PUBLISHED_FROM = {"option": "as given", "metadata": "metadata", "dateline": "dateline"}


def counted(number: int, noun: str) -> str:
    """The number and the noun it counts: "1 mention", "1,204 mentions"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(names: Sequence[str]) -> str:
    """The names as a sentence lists them: "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def date(start: str | None, end: str | None = None) -> str:
    """An ISO date or range in words: "26–28 November 2025", "Q3 2025", "unresolved". What is not ISO stays as it is."""
    if start is None:
        return UNRESOLVED
    first = _ISO.fullmatch(start)
    last = _ISO.fullmatch(end) if end is not None and end != start else None
    if first is None or (last is None and end not in {None, start}):
        return start if end in {None, start} else f"{start} – {end}"
    if last is None:
        return _with_clock(first)
    if first["time"] or last["time"]:
        if _calendar(first) == _calendar(last) and first["zone"] == last["zone"] and first["time"] and last["time"]:
            return f"{' '.join(_calendar(first))}, {first['time']}–{last['time']}{_zone(last['zone'])}"
        return f"{_with_clock(first)} – {_with_clock(last)}"
    return _range(_calendar(first), _calendar(last))


def _calendar(iso: re.Match[str]) -> list[str]:
    """The words of a date from the smallest unit to the largest: ["26", "November", "2025"]."""
    if iso["quarter"]:
        return [f"Q{iso['quarter']}", iso["year"]]
    month = [month_name(int(iso["month"]))] if iso["month"] else []
    day = [str(int(iso["day"]))] if iso["day"] else []
    return [*day, *month, iso["year"]]


def _range(first: list[str], last: list[str]) -> str:
    """The two joined, without repeating the larger units they share."""
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    left = first[: len(first) - shared]
    dash = "–" if len(left) == 1 and len(last) - shared == 1 else " – "
    return " ".join(left) + dash + " ".join(last)


def _with_clock(iso: re.Match[str]) -> str:
    day = " ".join(_calendar(iso))
    return f"{day}, {iso['time']}{_zone(iso['zone'])}" if iso["time"] else day


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    return " UTC" if zone in {"Z", "+00:00", "+0000"} else f" (UTC{zone})"


def published(article: Article) -> str:
    """When the article was published and what that rests on."""
    if article.published is None:
        return UNKNOWN_DATE
    basis = f" ({_PUBLISHED_FROM[article.published_from]})" if article.published_from else ""
    return f"published {date(article.published)}{basis}"


def byline(article: Article) -> str | None:
    """Who wrote it: "by A and B"; None if nobody is named."""
    return f"by {listed(article.authors)}" if article.authors else None


def facts(article: Article) -> list[str]:
    """Who published the article, who wrote it, and when."""
    return [part for part in (article.publisher, byline(article), published(article)) if part]


def place(source: str) -> str:
    """A source that is no web address, without the directories of the machine it was read on."""
    return "standard input" if source == "-" else PurePath(source).name or source


def span(evidence: Evidence) -> str:
    """The characters of the article, from the first to one past the last: "1193–1250"."""
    return f"{evidence.start}–{evidence.end}"


def spans(evidence: Sequence[Evidence], limit: int = 3) -> str:
    """The first few places and how many more there are: "[12–30, 44–52, +3]"."""
    more = [f"+{len(evidence) - limit}"] if len(evidence) > limit else []
    return f"[{', '.join([*map(span, evidence[:limit]), *more])}]"


def role(role: str | None, kind: ParticipantKind) -> str | None:
    """What the article calls a participant; for one it calls nothing, its kind if that is not plain from the name or description."""
    return role or (kind if kind in {"organisation", "group"} else None)


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
    kept, whole = (re.findall(r"\w+", each.lower()) for each in (text, sentence))
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


def told(one: Attributed) -> tuple[str, str]:
    """A text, and behind it whose word it is where its own words do not say so: ("The bridge will close", ", the mayor said.")."""
    by = one.attribution
    if by is None or by.source is None or _names_its_source(one, by):
        return one.text, ""
    if by.kind == "denied":
        return one.text.removesuffix("."), f", which {by.source} denied."
    return one.text.removesuffix("."), f", {by.source} {by.kind}."


def _names_its_source(one: Attributed, by: SaidBy | Voice) -> bool:
    """True if a text says itself whose word it is: the article's own words by where they stand, other words by the source's name."""
    if one.support in {"verbatim", "cut"}:
        return any(part.start < held.end and held.start < part.end for part in by.evidence for held in one.evidence)
    return shares_a_word(one.text, by.source or "")


def in_full(one: Attributed) -> str:
    """A text with whose word it is."""
    return "".join(told(one))


def support(one: Told | Line) -> str | None:
    """A note beside a text that is not the article's own words."""
    return (
        None if one.support in {"verbatim", "cut"} else "an editor's words" if one.support == "editor" else one.support
    )


def shown(card: Card) -> Iterator[tuple[Section, Sequence[Any]]]:
    """The sections of a card with their items; a date comes with the sentence that it stands in: see `contexts`."""
    for section in SECTIONS:
        items = contexts(card) if section.field == "when" else getattr(card, section.field)
        if items or not section.optional:
            yield section, items


def empty(card: Card, section: Section) -> str:
    """What an empty section says: an article that says nothing is not the same as claims that were refused."""
    refused = any(rejection.field.startswith(section.field) for rejection in card.rejected)
    return NOTHING_SUPPORTED if refused else section.empty


NOT_VOUCHED: Final = {
    "edited": "edited outside: changed after it was checked",
    "unsealed": "not sealed: cannot tell whether it was changed since it was checked",
}
"""What stands in the place of what was verified on a card that may not be as it was then."""


def origin(card: Card) -> list[str]:
    """What made the card and what was checked; of a card that may have been changed since, that nothing is vouched for."""
    provenance = card.provenance
    checks = provenance.checks
    standing = card.standing
    made_by = [provenance.engine, provenance.model, provenance.prompt and f"prompt {provenance.prompt}"]
    made_by += [provenance.judge and f"judged by {provenance.judge}"]
    verified = [
        f"{counted(checks.evidence, 'span')} verified",
        f"{counted(checks.quotations, 'quotation')} copied by offset",
        f"{checks.rejected:,} refused" if checks.rejected else "nothing refused",
    ]
    checked = [
        *(verified if standing == "sealed" else [NOT_VOUCHED[standing]]),
        *([counted(len(card.corrections), "correction")] if card.corrections else []),
        checks.nlp or "no NLP model",
    ]
    if checks.nlp_until is not None:
        checked.append(f"NLP model read up to character {checks.nlp_until}")
    return [part for part in (*made_by, *checked, *_usage(provenance)) if part]


_PARTS: Final = {
    "speakers": "speaker", "speaker_role": "speaker's role", "role": "role", "name": "name", "country": "country",
    "kind": "kind", "start": "date", "main": "main", "text": "text", "item": "whole",
}  # fmt: skip
_ITEMS: Final = {"quotes": "quotation", "claims": "claim", "who": "participant", "when": "date", "where": "place"}


def correction(one: Correction) -> str:
    """What was corrected, by whom and when, with the original: "quotation 2, speaker: A (was: B), corrected by C on 3 March 2026, 09:30 UTC".

    What was added has no original: "participant: A, added by C on 3 March 2026, 09:30 UTC".
    """
    item = " ".join(filter(None, (_ITEMS.get(one.field, one.field), str(one.item or ""))))
    place = item if one.part in {"item", "text"} else f"{item}, {_PARTS.get(one.part, one.part)}"
    before, after = one.before, one.after
    if one.field == "quotes" and one.part == "item":  # each part in marks of its own
        marked = " ".join(f"“{part.text}”" for part in one.evidence)
        before, after = before and marked, after and marked
    now = after or ("taken off" if one.part == "item" else "none")
    was = f" (was: {before})" if before else ""
    done = "added" if one.part == "item" and one.before is None else "corrected"
    return f"{place}: {now}{was}, {done} by {one.by} on {date(one.at)}"


def declined(provenance: Provenance) -> str | None:
    """That a language model was asked and gave no card, and why; None if none was, or it did. The card is not what was asked for."""
    told = provenance.declined
    return f"made by the built-in engine: {told.model} gave no card of this article: {told.reason}" if told else None


def _usage(provenance: Provenance) -> list[str]:
    usage = provenance.usage
    if not usage.requests:
        return []
    cost = "cost unknown" if provenance.cost_usd is None else f"${provenance.cost_usd:.4f}"
    return [counted(usage.requests, "request"), f"{usage.input_tokens:,} tokens in, {usage.output_tokens:,} out", cost]


def made(provenance: Provenance) -> str:
    """When the card was made, and by which version."""
    return f"made {date(provenance.created)} by summarize {provenance.tool_version}"
