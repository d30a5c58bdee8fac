"""How somebody came to be out of office, where one account tells that he went and another that he was sent away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from summarize.briefing import Disagreement, Line, Side
from summarize.card import Who
from summarize.grounding.shapes import is_pronoun
from summarize.languages.stories import changes
from summarize.stories.merging.figures import is_background
from summarize.stories.merging.likeness import same_name
from summarize.stories.merging.sources import Source
from summarize.stories.merging.standing import is_later
from summarize.text.content import content_words

_WORDS: Final = changes("en")
_SENTENCES: Final = 12
_MIN_OF_ROLE: Final = 2
"""Words of a role by which somebody without a name is known: "her finance minister"."""
_WENT, _WAS_SENT = "went", "was sent"


class _Leaving(NamedTuple):
    source: Source
    how: str
    verb: str
    name: str
    """Of whom; nothing where the account gives the role alone."""
    role: frozenset[str]
    """The words of content for whom, where there is no name."""
    line: Line


def left_apart(sources: Sequence[Source]) -> Iterator[Disagreement]:
    """Each person of whom one account says that he went and another that he was sent away; an account that says both says neither."""
    leavings = [each for source in sources for each in _of_account(source)]
    told: list[str] = []
    for went in (each for each in leavings if each.how == _WENT and each.name):
        for sent in (each for each in leavings if each.how == _WAS_SENT):
            if any(same_name(went.name, name, "person") for name in told) or not _are_apart(went.source, sent.source):
                continue
            if _is_of_one(went, sent):
                told.append(went.name)
                sides = tuple(Side(value=each.verb, lines=(each.line,)) for each in (went, sent))
                yield Disagreement(about=f"{went.name}, {_WORDS.how_he_left}", kind="attribution", sides=sides)


def _are_apart(one: Source, other: Source) -> bool:
    first, second = (each.card.article.published for each in (one, other))
    is_of_two_days = is_later(first, second, within_day=False) or is_later(second, first, within_day=False)
    return one.voice != other.voice and not is_of_two_days


def _is_of_one(went: _Leaving, sent: _Leaving) -> bool:
    if sent.name:
        return same_name(went.name, sent.name, "person")
    role = next((each.role for each in went.source.card.who if each.name == went.name), None)
    return len(sent.role) >= _MIN_OF_ROLE and sent.role <= content_words(role or "")


def _of_account(source: Source) -> list[_Leaving]:
    """Who leaves in an account, and how; nothing of whom it says both."""
    if not source.document.is_english or source.copy_of is not None:
        return []
    found = [
        each for sentence in islice(source.document.sentences, _SENTENCES) for each in _in_sentence(source, sentence)
    ]
    ways: dict[str, set[str]] = {}
    for each in found:
        ways.setdefault(each.name, set()).add(each.how)
    return [each for each in found if len(ways[each.name]) == 1]


def _in_sentence(source: Source, sentence: tuple[int, int, int]) -> Iterator[_Leaving]:
    start, end, _ = sentence
    text, year = source.document.text[start:end], (source.card.article.published or "")[:4]
    if is_background(text, year):
        return
    for how, pattern in ((_WENT, _WORDS.went), (_WAS_SENT, _WORDS.was_sent_away), (_WAS_SENT, _WORDS.sends_somebody)):
        match = pattern.search(text)
        if match is None or _is_no_news(text, match):
            continue
        whom = match.groupdict().get("whom")
        at = match.start("whom") if whom else 0
        who = _first_of(source, start + at, start + match.end("whom")) if whom else _subject(source, text, start, match)
        role = frozenset[str]() if who is not None or not whom else content_words(whom)
        if who is not None or role:
            cite = source.cite_range(start, end)
            line = Line(text=" ".join(cite.text.split()), support="verbatim", evidence=(cite,))
            yield _Leaving(source, how, match["deed"], who.name if who is not None else "", role, line)


def _is_no_news(text: str, match: re.Match[str]) -> bool:
    """True inside quotation marks, and for what was before, is not or may be."""
    before = text[: match.start()]
    return bool(_WORDS.not_leaving.search(before)) or bool(_WORDS.open_quotation.search(before))


def _people_in(source: Source, start: int, end: int) -> list[tuple[int, int, Who]]:
    """The people of an account's card that a range of it names, in order, with where."""
    text, found = source.document.text, []
    for who in source.card.who:
        if who.kind != "person":
            continue
        last = re.escape(who.name.rsplit(maxsplit=1)[-1])
        found += [
            (match.start(), match.end(), who)
            for match in re.finditer(rf"(?<!\w){last}(?!\w)", text[:end])
            if match.start() >= start
        ]
    return sorted(found, key=lambda each: each[0])


def _first_of(source: Source, start: int, end: int) -> Who | None:
    named = _people_in(source, start, end)
    return named[0][2] if named else None


def _subject(source: Source, text: str, start: int, match: re.Match[str]) -> Who | None:
    """Who goes: the name right before the verb, with no more than a description between commas; for a pronoun the one person that the sentence names."""
    before = text[: match.start()]
    named = _people_in(source, start, start + match.start())
    if before.split() and is_pronoun(before.split()[-1]):
        people = {each.name: each for _, _, each in named}
        return next(iter(people.values())) if len(people) == 1 else None
    if not named:
        return None
    _, end, who = named[-1]
    return who if _WORDS.described.fullmatch(source.document.text[end : start + match.start()]) else None
