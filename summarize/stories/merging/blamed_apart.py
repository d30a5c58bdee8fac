"""Where one account tells whom somebody blames, and another that he denies it, in whatever words: "the navy blamed the League", "the League denied attacking it"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from summarize.briefing import Disagreement, Line, Side
from summarize.checking.reading import stem
from summarize.evidence.find import find
from summarize.grounding.replies import Said, accuses, clears, does
from summarize.languages.figured_deeds import figured_deeds
from summarize.stories.merging.sources import Source
from summarize.stories.merging.whose import Witness, are_one
from summarize.text.content import content_words

_TABLE: Final = figured_deeds("en")
_SENTENCES: Final = 6
"""An account that is about who did it says so at its beginning."""
_SHARED, _SHARE = 2, 0.5
"""Words of content of what is denied that the account of the charge tells of: so many, and so much of them."""


class _Word(NamedTuple):
    """A sentence of an account, with who says it and what he says."""

    source: Source
    by: str
    what: str
    line: Line


def blamed_apart(sources: Sequence[Source], witness: Witness, known: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """Who blames somebody in one account and how he denies it in another; one disagreement at most, none of sentences that are `known` to differ."""
    shown = {line.evidence[0] for each in known for side in each.sides for line in side.lines}
    for denial in (each for source in sources for each in _denials(source)):
        for source in sources:
            charge = _charge(source, denial, witness) if source.voice != denial.source.voice else None
            if charge is not None and not shown & {charge.line.evidence[0], denial.line.evidence[0]}:
                sides = tuple(Side(value=each.by, lines=(each.line,)) for each in (charge, denial))
                yield Disagreement(about=_TABLE.blame, kind="attribution", sides=sides)
                return


def _denials(source: Source) -> Iterator[_Word]:
    """What somebody with a name says at the beginning of an account that he did not do."""
    if not source.document.is_english or source.copy_of is not None:
        return
    sentences = list(islice(source.document.sentences, _SENTENCES))
    for one in find(source.card.article, None, source.document).attributions:
        place = next((each for each in sentences if each.start <= one.cue_span.start < each.end), None)
        if place is None or one.source is None or one.negated or one.within is not None or not _is_named(one.source):
            continue
        text = " ".join(source.text[place.start : place.end].split())
        is_denial = one.kind == "denied" or (one.kind == "said" and clears(Said(text, one.source, "said")))
        if is_denial and not does("silent", text):
            what = " ".join(source.text[each.start : each.end] for each in one.content)
            yield _Word(source, one.source, what, _line(source, place.start, place.end))


def _charge(source: Source, denial: _Word, witness: Witness) -> _Word | None:
    """The first sentence at the beginning of an account in which another charges who denies with what is denied."""
    if not source.document.is_english or source.copy_of is not None:
        return None
    sentences = list(islice(source.document.sentences, _SENTENCES))
    told = (
        f"{source.card.article.title or ''} {source.text[sentences[0].start : sentences[-1].end]}" if sentences else ""
    )
    if not _is_told(denial, told):
        return None
    for start, end, _ in sentences:
        line = _line(source, start, end)
        named = re.search(rf"(?<!\w){re.escape(denial.by)}(?![\w’'])", line.text)
        if named is None or not accuses(Said(line.text)) or does("contradicts", line.text):
            continue
        who = witness(source, start, end)
        at = line.text.lower().find(who.lower()) if who is not None else -1
        if who is not None and 0 <= at < named.start() and not are_one(who, source, denial.by, denial.source):
            return _Word(source, who, line.text, line)
    return None


def _is_told(denial: _Word, told: str) -> bool:
    """True if what is denied is what an account tells of: most of its words are among those."""
    mine = {stem(word) for word in content_words(denial.what) - content_words(denial.by)}
    its = {stem(word) for word in content_words(told)}
    return len(mine & its) >= max(_SHARED, _SHARE * len(mine))


def _is_named(who: str) -> bool:
    return re.search(r"\b[A-Z]\w", who) is not None


def _line(source: Source, start: int, end: int) -> Line:
    cite = source.cite_range(start, end)
    return Line(text=" ".join(cite.text.split()), support="verbatim", evidence=(cite,))
