"""Where one account lays an event to a cause in one's name, and tells right beside it, in another's, what had not been done as it should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from summarize.briefing import Disagreement, Line, Side
from summarize.languages.figures import figures
from summarize.layout.corrections import is_correction_title
from summarize.stories.merging.causes import GivenCause, find_causes
from summarize.stories.merging.sources import QUOTED, Source
from summarize.stories.merging.whose import Witness, are_one
from summarize.text.content import content_words

_WORDS: Final = figures("en")
_SENTENCES: Final = 12


def causes_beside(sources: Sequence[Source], witness: Witness) -> Iterator[Disagreement]:
    """Two causes that one account gives in two sentences side by side, each in somebody's name; one disagreement at most."""
    for source in sources:
        if source.copy_of is not None or is_correction_title(source.card.article.title):
            continue
        given = {each.start: content_words(each.what) for each in _causes_of_mishaps(source)}
        sentences = list(islice(source.document.sentences, _SENTENCES))
        for one, other in pairwise(sentences if given else ()):
            cause, lapse = (one, other) if one.start in given else (other, one)
            if cause.start not in given or lapse.start in given or not _is_lapse(source, lapse.start, lapse.end):
                continue
            if given[cause.start] & content_words(source.document.text[lapse.start : lapse.end]):
                continue
            who = [witness(source, each.start, each.end) for each in (one, other)]
            if all(who) and not are_one(str(who[0]), source, str(who[1]), source):
                sides = tuple(
                    Side(value=str(by), lines=(_line(source, each.start, each.end),))
                    for by, each in zip(who, (one, other), strict=True)
                )
                yield Disagreement(about="cause", kind="attribution", sides=sides)
                return


def _causes_of_mishaps(source: Source) -> Iterator[GivenCause]:
    """The causes that an account gives of what went wrong: not of a visit that was put off."""
    for each in find_causes(source, _SENTENCES):
        if _WORDS.mishap.search(each.clause.replace(each.what, " ", 1)):
            yield each


def _is_lapse(source: Source, start: int, end: int) -> bool:
    """True if a sentence tells what had not been done as it should, and is nobody's quoted words."""
    text = source.document.text[start:end]
    match = _WORDS.lapse.search(text)
    return match is not None and not QUOTED & set(text) and _WORDS.no_lapse.search(text[: match.start()]) is None


def _line(source: Source, start: int, end: int) -> Line:
    cite = source.cite_range(start, end)
    return Line(text=" ".join(cite.text.split()), support="verbatim", evidence=(cite,))
