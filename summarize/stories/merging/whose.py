"""Whose word a sentence of an account is, where it says so by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from summarize.evidence.find import find
from summarize.findings import Findings
from summarize.gazetteer import given_name_gender
from summarize.grounding.shapes import is_pronoun
from summarize.languages.figures import figures
from summarize.languages.loader import any_of
from summarize.stories.merging.given import given_by, name_beside, standing_alone
from summarize.stories.merging.likeness import same_name
from summarize.stories.merging.sources import Source
from summarize.text.content import content_words
from summarize.text.months import month_pattern, weekday_pattern

_NAMED: Final = re.compile(r"(?<!^)\b[A-Z]\w")
_DAYS: Final = re.compile(rf"\b(?:{weekday_pattern('en')}|{month_pattern('en')})\b")
_GIVING: Final = frozenset(("said", "alleged", "found", "believed"))
_PARTY: Final = re.compile(rf"(?:{any_of(figures('en').definite)}\s\w|{any_of(figures('en').bare)}\b)", re.IGNORECASE)

_EITHER: Final = "u"
"""The gender of a given name of women and men."""
_OF_THE_SAME: Final = figures("en").of_the_same

Witness = Callable[[Source, int, int], "str | None"]


def witness() -> Witness:
    """Who says what stands in a range of an account, in the account's own words: somebody with a name, or of whom there is one ("the union").

    None where nobody does, or who does is not plain. What is found in an account is kept for as long as the function is.
    """
    known: dict[int, Findings] = {}

    def says(source: Source, start: int, end: int) -> str | None:
        sentence = " ".join(source.text[start:end].split())
        raw = given_by(sentence)
        who = standing_alone(raw, sentence) if raw is not None else None
        if who is not None:
            # "The finance minister, Lucan Strode, blamed": the name stands beside the description.
            if raw is not None and (named := name_beside(raw, sentence)) is not None:
                return named
            if _NAMED.search(_DAYS.sub("", who)):
                return who
        findings = known.get(source.number)
        if findings is None:
            findings = known[source.number] = find(source.card.article, None, source.document)
        for each in findings.attributions:
            is_inside = start <= each.cue_span.start < end
            if is_inside and each.kind in _GIVING and not each.negated and each.within is None and each.source:
                full = each.source_span and source.text[each.source_span.start : each.source_span.end]
                named = next((_bare(words) for words in (each.source, full) if words and _is_named(words)), None)
                # "It was the quarry, she said": who is meant stands before.
                is_open = named is not None and is_pronoun(named.split()[-1])
                if named is not None and not is_open and not figures("en").nobody.search(named):
                    return named
        if who is not None and _PARTY.match(who):
            return who
        person = figures("en").of_one_person.search(sentence)
        if person is None and not _OF_THE_SAME.search(sentence):
            return None
        before = [each for each in source.document.sentences if each.end <= start]
        last = before[-1] if before else None
        named = says(source, last.start, last.end) if last is not None else None
        return named if person is None or (named is not None and _may_be(named, person)) else None

    return says


def _may_be(named: str, person: re.Match[str]) -> bool:
    """True for somebody's full name whom "he" or "she" may be."""
    gender = given_name_gender(named.split(maxsplit=1)[0])
    said = str(person.lastgroup)[:1]
    return named[:1].isupper() and " " in named and gender in {None, _EITHER, said}


def are_one(one: str, first: Source, other: str, second: Source) -> bool:
    """True if who says something in one account may be who does in another: by a word of both, or the one by the other's role."""
    # "The union", and "the union's president".
    mine, its = (content_words(re.sub(r"[’']s\b", "", words)) for words in (one, other))
    if mine & its:
        return True
    if _is_named(one) and _is_named(other):
        return False
    return any(
        content_words(who.role or "") & words
        for named, words in ((one, its), (other, mine))
        for source in (first, second)
        for who in source.card.who
        if _is_named(named) and same_name(named, who.name, who.kind)
    )


def _bare(words: str) -> str:
    """Who speaks without what stands beside the verb: "the union still says"."""
    first, _, last = words.rpartition(" ")
    return first if first and last in figures("en").beside_speech else words


def _is_named(words: str) -> bool:
    """True for a name, or a description that has one."""
    words = _DAYS.sub("", words)
    return words[:1].isupper() or _NAMED.search(words) is not None
