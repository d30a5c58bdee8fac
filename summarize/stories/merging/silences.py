"""What stands in an account for an answer to a charge: who could not be reached or will answer later, that nobody was arrested, what the defence asks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.briefing import Cite, Line, StoryQuote, Voice
from summarize.evidence.find import find
from summarize.grounding.replies import Said, charges, clears, does, is_charger, names
from summarize.grounding.shapes import is_pronoun
from summarize.languages.figures import figures
from summarize.stories.merging.pronouns import named_at
from summarize.stories.merging.sources import QUOTED, Source
from summarize.text.content import content_words

_OPENING: Final = re.compile(r"(?:[A-Z][\w.’'-]*,?\s){0,3}$")
"""What may stand before a surname at the beginning of a sentence: a title and a given name."""
_WITHIN: Final = 4
"""Sentences behind words in quotation marks in which the defence asks who said them."""
_MAX: Final = 2


def silences_of(charge: Line, accounts: Sequence[Source]) -> list[Line]:
    """What the first account that has any says of the silence of somebody whom a line charges, with what is said for him right behind it; two sentences at most.

    The line's own account comes first.
    """
    for source in sorted(accounts, key=lambda each: each.number != charge.article):
        if source.document.is_english and (found := list(_silences(charge, source))):
            return found[:_MAX]
    return []


def _silences(charge: Line, source: Source) -> Iterator[Line]:
    people = [who.name for who in source.card.who if who.kind != "unnamed" and _is_charged(charge.text, who.name)]
    is_behind, before = False, None
    for start, end, _ in source.document.sentences:
        line, above = told_at(source, start, end), before
        before = line
        if QUOTED & set(line.text):
            is_behind = False
            continue
        is_silent = does("silent", line.text) or does("awaits", line.text)
        whose = _whose(line, above, source, people) if is_silent else None
        if whose is not None:
            yield whose
        elif is_behind and is_silent and does("speaks_for", f"{line.text}"):
            yield line
        is_behind = whose is not None


def _is_charged(charge: str, name: str) -> bool:
    return charges(charge, name) or (names(charge, name) and not is_charger(charge, name))


def _whose(line: Line, above: Line | None, source: Source, people: Sequence[str]) -> Line | None:
    """A sentence that opens on one of some people, or on a pronoun that means one, whose name then stands in brackets; None for other sentences.

    "He" is whom the sentence above opens on, where it names nobody else.
    """
    if any(_opens_on(line.text, name) for name in people):
        return line
    if (named := named_at(line, source)) is not None:
        return named if any(_opens_on(named.text.lstrip("["), name) for name in people) else None
    opening, _, rest = line.text.partition(" ")
    if above is None or not is_pronoun(opening) or opening.casefold() in figures("en").definite:
        return None  # "His office"
    others = [who.name for who in source.card.who if who.kind == "person" and names(above.text, who.name)]
    name = next((each for each in people if others == [each] and _opens_on(above.text, each)), None)
    return (
        line.model_copy(
            update={
                "text": f"[{name.rpartition(' ')[2]}] {rest}",
                "support": "cut",
                "evidence": (*line.evidence, _name_in(name, above, source)),
            }
        )
        if name is not None
        else None
    )


def _name_in(name: str, line: Line, source: Source) -> Cite:
    """Where a sentence names somebody, by the whole name or the last word of it."""
    surname = name.rpartition(" ")[2]
    at = source.text.index(surname, line.evidence[0].start)
    return source.cite_range(at, at + len(surname))


def _opens_on(text: str, name: str) -> bool:
    surname = name.rpartition(" ")[2]
    found = re.search(rf"(?<!\w){re.escape(surname)}(?![\w’'])", text)
    return found is not None and _OPENING.fullmatch(text[: found.start()]) is not None


def with_answers_for_silences(
    told: Sequence[Line], lines: Sequence[Line], accounts: Sequence[Source]
) -> Iterator[Line]:
    """Lines of a story without the silence of somebody who denies in another account what one had asked of him: the denial stands in its place.

    Args:
        told: what the story tells before them; a denial that is told already is not told again.
        lines: the lines.
        accounts: the articles of the story.
    """
    for line in lines:
        denial = _denied_elsewhere(line, accounts)
        if denial is None:
            yield line
        elif not any(each.evidence[0] == denial.evidence[0] for each in (*told, *lines)):
            yield denial


def _denied_elsewhere(line: Line, accounts: Sequence[Source]) -> Line | None:
    """The first denial, in another account, of who is silent in a line; None for other lines, and for a question of its own ("did not say why")."""
    if (
        QUOTED & set(line.text)
        or does("declines", line.text)
        or not (does("silent", line.text) or does("awaits", line.text))
    ):
        return None
    own = next((each for each in accounts if each.number == line.article), None)
    silent = [who.name for who in own.card.who if _opens_on_body(line.text, who.name)] if own is not None else []
    for source in accounts if silent else ():
        if own is None or source.voice == own.voice or not source.document.is_english:
            continue
        for one in find(source.card.article, None, source.document).attributions:
            is_theirs = any(_are_one(name, one.source or "") for name in silent)
            if not is_theirs or one.negated or one.within is not None:
                continue
            start, end, _ = next(each for each in source.document.sentences if one.cue_span.start < each.end)
            denial = told_at(source, start, end)
            is_denial = one.kind == "denied" or (one.kind == "said" and clears(Said(denial.text, one.source, "said")))
            if is_denial and not does("points", denial.text) and not does("silent", denial.text):
                voice = Voice(source=one.source, cue=denial.text[:0], kind="denied", evidence=denial.evidence)
                return denial if denial.attribution else denial.model_copy(update={"attribution": voice})
    return None


def _opens_on_body(text: str, name: str) -> bool:
    """True if a sentence opens on somebody: by the whole name, behind an article or a title."""
    return _opens_on(text, name) or re.match(rf"(?:[A-Z]\w+\s)?{re.escape(name)}(?![\w’'])", text) is not None


def _are_one(one: str, other: str) -> bool:
    """True for two forms of one name: all words of one stand in the other."""
    mine, its = content_words(one), content_words(other)
    return bool(mine and its) and (mine <= its or its <= mine)


def uncharged_of(told: Sequence[Line], accounts: Sequence[Source]) -> list[Line]:
    """The first sentence that nobody was arrested or charged, of a story that tells that somebody is looked into; none where it is told."""
    if not any(does("investigates", line.text) for line in told) or any(does("uncharged", line.text) for line in told):
        return []
    for source in accounts:
        for start, end, _ in source.document.sentences if source.document.is_english else ():
            line = told_at(source, start, end)
            if does("uncharged", line.text) and not QUOTED & set(line.text):
                return [named_at(line, source) or line]
    return []


def challenges_of(quotes: Sequence[StoryQuote], accounts: Sequence[Source]) -> list[Line]:
    """What the defence puts to those whose words a story quotes: the first such sentence near behind each, once."""
    by_number = {source.number: source for source in accounts}
    told = [
        _challenge(quote, by_number[quote.evidence[0].article])
        for quote in quotes
        if quote.evidence[0].article in by_number
    ]
    return list({line.evidence[0]: line for line in told if line is not None}.values())


def _challenge(quote: StoryQuote, source: Source) -> Line | None:
    sentences = tuple(source.document.sentences)
    place = bisect_right([each.start for each in sentences], quote.evidence[-1].start) - 1
    for start, end, _ in sentences[place + 1 : place + 1 + _WITHIN]:
        line = told_at(source, start, end)
        if does("challenges", line.text) and not QUOTED & set(line.text):
            return line
    return None


def told_at(source: Source, start: int, end: int) -> Line:
    """A sentence of an account, as whose word its card has it if it is a claim of that."""
    cite = source.cite_range(start, end)
    claim = next(
        (each for each in source.card.claims if each.evidence[-1].start == start and len(each.evidence) == 1), None
    )
    by = claim.attribution if claim is not None else None
    voice = Voice(source=by.source, cue=by.cue, kind=by.kind, evidence=source.cites(by.evidence)) if by else None
    return Line(text=" ".join(cite.text.split()), support="verbatim", attribution=voice, evidence=(cite,))
