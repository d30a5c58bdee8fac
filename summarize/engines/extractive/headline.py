"""A headline for an article without one: cut from the lead by deleting, never by rewriting, and never what changes its meaning."""

from __future__ import annotations

import re

from summarize.languages.tables import kept_words

_ASIDE = re.compile(
    r"\s\([^()]{1,80}\)(?=[\s.,;:]|$)|,\s(?:who|which|whose|where)\s[^,]{3,120},(?=\s)|\s[–—]\s[^–—]{3,120}\s[–—](?=\s)"
)
_DAY = re.compile(
    r"\s(?:on|early\son|late\son)\s(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:\s(?:morning|afternoon|evening|night))?\b|\s(?:yesterday|today)\b"
)
_BREAK = re.compile(
    r",?\s(?:after|when|because|following|amid|before|where|which|who|to\s(?:discuss|mark|help|review|make|protest|demand)|in\sa\s(?:bid|move|case|ruling|decision|speech)|"
    r"leaving|killing|sending|making|raising|marking|bringing|ending|taking|adding|giving|prompting|from\s(?:January|February|March|April|May|June|July|August|September|October|November|December))\s|[,;:]\s|\s[–—]\s"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|won|lost|said|says|held|made|met|rose|fell|hit|cut|left|took|beat|set|put|sent|sold|bought|built|began|became|came|gave|found|kept|led|paid|ran|saw|"
    r"shot|signed|told|went|struck|swept|tore|broke|drew|fled|sank|spent|stole|\w{3,}ed|\w{3,}s)\b"
)
_RELATIVE = re.compile(r",?\s(?:who|which|that|whose|where)\s")
_UNSAFE = re.compile(r"[<>\[\]]|://|www\.")
_ABBREVIATED = re.compile(r"(?<![\w.])(?:[A-Za-z]\.)+$|(?<!\w)(?:Inc|Ltd|Co|Corp|Jr|Sr|St|Calif|No)\.$")
_MOST_WORDS = 14
_FEWEST_WORDS = 5
_REACH = 600
"""How far into a lead a cut is looked for, in code points: no headline is longer."""


def cut(lead: str) -> str:
    """The lead with asides, weekday and later clauses deleted where nothing that they hold changes what is said.

    Whoever says it, denies it or doubts it stays, and so do conditions and plans: what holds one of the language's kept words is not
    deleted. The whole lead if nothing may go.
    """
    text = " ".join(lead.split())
    if _UNSAFE.search(text):
        return text  # a deletion could make markup or an address of what was none
    shorter = _without_day(_without(_ASIDE, text))
    # A deletion must not join what stood apart: every word left is one of the lead's.
    if _is_sound(shorter) and is_cut_of(shorter, text):
        text = shorter
    last_kept = max((found.start() for kept in kept_words("en") for found in kept.pattern.finditer(text)), default=-1)
    for match in _BREAK.finditer(text, max(0, last_kept), _REACH):
        head = text[: match.start()].rstrip(" ,;:")
        if _is_sound(head) and (len(head.split()) >= 7 or len(text.split()) > 2 * _MOST_WORDS):
            text = head
            break
    return _without_stop(text)


def _without(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: match.group() if _holds_kept_words(match.group()) else "", text)


def _without_day(text: str) -> str:
    """The text without the weekdays of its first clause: "a lawsuit filed on Thursday alleges" would read badly without."""
    first, comma, rest = text.partition(",")
    return _without(_DAY, first) + comma + rest


def _holds_kept_words(words: str) -> bool:
    return any(kept.pattern.search(words) for kept in kept_words("en"))


def _without_stop(text: str) -> str:
    """A headline has no full stop, but "5 a.m." and "the U.S." keep theirs; a lead of signs alone is left as it is."""
    if not any(map(str.isalnum, text)) or _ABBREVIATED.search(text):
        return text
    return text.rstrip(" .,;:")


def _is_sound(text: str) -> bool:
    words = text.split()
    return (
        len(words) >= _FEWEST_WORDS
        and _VERB.search(_RELATIVE.split(text)[0].partition(" ")[2]) is not None
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
    )


def is_cut_of(headline: str, lead: str) -> bool:
    """True if the headline's words stand in the lead in the same order, so that it was made by deleting alone."""
    words = iter(_words(lead))
    return all(word in words for word in _words(headline))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text)
