"""Why a story matters, where one of its accounts says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.briefing import Line
from summarize.languages.stories import headlines
from summarize.stories.merging.headline import is_usable
from summarize.stories.merging.likeness import adds_nothing, content_words
from summarize.stories.merging.sources import Source
from summarize.stories.merging.unsaid import is_unsaid

_SENTENCES: Final = 14
_MOST_WORDS: Final = 35
_QUOTED: Final = frozenset('“”"«»„')


def why_of(accounts: Sequence[Source], lede: Line) -> tuple[Line, ...]:
    """The first sentence, past the lede, in which an account says why its news matters, whole; none where none does.

    It stands by itself: it is no quotation, and opens with no pronoun. What is denied, or in doubt, is not said.
    """  # "The change will affect 400 people": what it is that changes has to be plain from what stands before.
    known = content_words(lede.text)
    return next(
        (
            (line,)
            for source in accounts
            for line in _saying_so(source)
            if is_usable(line.text) and not adds_nothing(line.text, [lede.text]) and content_words(line.text) & known
        ),
        (),
    )


def _saying_so(source: Source) -> Iterator[Line]:
    if not source.document.is_english:
        return
    for place, (start, end, _) in enumerate(source.document.sentences):
        if place == _SENTENCES:
            return
        text = " ".join(source.text[start:end].split())
        if len(text.split()) > _MOST_WORDS or _QUOTED & set(text):
            continue
        matches = filter(None, (row.pattern.search(text) for row in headlines("en").why))
        if any(not is_unsaid(text, *match.span()) for match in matches):
            yield Line(text=text, support="verbatim", evidence=(source.cited(start, end),))
