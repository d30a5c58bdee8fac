"""Whether two descriptions can mean one source: "officials" and "Health Minister Ann Lee", but not "the defence" and "the judge"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summarize.checking.reading import Text, stem, stems
from summarize.evidence.attributions import Reported
from summarize.languages.tables import table

_REACH = 70
"""How far before a source its description is looked for, in code points."""
_BREAK = re.compile(r"[;:”\"]|\s(?:and|but|that)\s")
_BEHIND = re.compile(r"(?:\sof\s[^,.;]*)?(?:,[^,.;]*)?")


@dataclass(frozen=True, slots=True)
class Classes:
    """Rows of words, by stem, for those who may be one and the same source."""

    rows: tuple[frozenset[str], ...]
    anyone: frozenset[str]
    """Words that name nobody in particular."""
    empty: frozenset[str]
    """Stems that say nothing of who somebody is."""

    def of(self, words: set[str]) -> set[int]:
        """The numbers of the rows that hold one of some stems."""
        return {number for number, row in enumerate(self.rows) if row & words}


@cache
def classes(language: str) -> Classes:
    """The rows of a language's `sources.toml`."""
    read = table(f"{language}/sources.toml")
    return Classes(
        tuple(frozenset(stem(word) for word in row["words"].split()) for row in read["class"]),
        frozenset(str(read["words"]["anyone"]).split()),
        frozenset(stem(word) for word in read["words"]["empty"].split()),
    )


def may_be_one(claimed: set[str], held: set[str], known: Classes) -> bool:
    """True if two sources share a word, or a row of words. Both are stems."""
    return bool((claimed & held) - known.empty) or bool(known.of(claimed) & known.of(held))


def is_anyone(words: str, known: Classes) -> bool:
    """True for a source that may be any: "sources", "it", "officials"."""
    said = {word.lower() for word in re.findall(r"[^\W\d_]+", words)}
    return not said or said <= known.anyone


def described(text: Text, one: Reported) -> set[str]:
    """The stems of all words that say who a source is: its name, role and the phrases around it."""
    if one.source is None:
        return set()
    start, end = one.source
    found = stems(text.text[start:end])
    for attribution in text.findings.attributions:
        if (attribution.cue_span.start, attribution.cue_span.end) == one.cue and attribution.source is not None:
            found |= stems(attribution.source)
            if attribution.participant is not None:
                person = text.findings.participants[attribution.participant - 1]
                found |= stems(person.name) | stems(person.role)
    sentence = next((each.span for each in text.findings.sentences if each.span.start <= start < each.span.end), None)
    if sentence is None:
        return found
    if start < one.cue[0]:
        said = max([sentence.start, *(high for _, high in one.content if high <= start)])
        found |= stems(_BREAK.split(text.text[max(said, start - _REACH) : start])[-1])
    behind = _BEHIND.match(text.text, end, sentence.end)
    return found | (stems(behind.group()) if behind else set())
