"""Whether two dates of a story are one entry of the diary, or two things that happen on one day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from summarize.briefing import Moment
from summarize.languages.stories import changes
from summarize.stories.merging.heads import subject_head
from summarize.text.content import content_words

_WORDS: Final = changes("en")
_FAR: Final = timedelta(days=31)
"""From so far ahead on, a day that one story names twice is that of one event: the deal that closes then, in other words."""
_MUCH: Final = 0.5
"""Share of the shorter sentence's words, from which two tell of one thing, whatever each says that it does."""


def is_same_event(one: Moment, other: Moment, day: str) -> bool:
    """True for two dates that may be of one event: of one day, and told in words that they share.

    A funeral and the return of those who had to leave, on one Thursday, are two. `day` is the briefing's, an ISO date.
    """
    if one.start[:10] != other.start[:10]:
        return False
    if one.what is None or other.what is None or one.start[:10] > (date.fromisoformat(day) + _FAR).isoformat():
        return True
    mine, its = _words_beside_date(one), _words_beside_date(other)
    shared = len(mine & its)
    if not shared:
        return not mine or not its
    if shared >= _MUCH * min(len(mine), len(its)) or _is_denied(one) or _is_denied(other):
        return True
    (who, does), (whom, do) = _plan(one), _plan(other)
    return who is None or whom is None or who == whom or not does or not do or bool(does & do)


def _is_denied(moment: Moment) -> bool:
    """True for what will not be: that is no event of its own beside one that it has a word of."""
    return moment.what is not None and _WORDS.will_not.search(moment.what.text) is not None


def _words_beside_date(moment: Moment) -> frozenset[str]:
    """The words of a date's sentence, but for those of the date."""
    return content_words(moment.what.text.replace(moment.words, " ")) if moment.what is not None else frozenset()


def _plan(moment: Moment) -> tuple[str | None, frozenset[str]]:
    """Who or what a date is of, and the words for what it is to do; none where that is not told as something to come."""
    text = moment.what.text.replace(moment.words, " ") if moment.what is not None else ""
    coming = _WORDS.coming.search(text)
    if coming is None:
        return None, frozenset()
    return subject_head(text), content_words(_WORDS.clause_break.split(text[coming.end() :])[0])
