"""A headline for an article without one: cut from the lead by deleting, never by rewriting."""

from __future__ import annotations

import re

_ATTRIBUTION = re.compile(
    r",\s(?:(?:[\w’'.-]+\s){1,7}(?:said|says|announced|reported|confirmed|told\s[\w\s]{2,30}|showed|show)|(?:said|says|according\sto|announced)\s[^,]{2,80})(?:\s(?:on\s)?\w+day|\s(?:in\sa\s\w+|late|early|on)\s?[\w\s]{0,20})?(?=[.,]|$)"
)
_ASIDE = re.compile(
    r"\s\([^()]{1,80}\)(?=[\s.,;:]|$)|,\s(?:who|which|whose|where)\s[^,]{3,120}(?:,|(?=\.?$))|\s[–—]\s[^–—]{3,120}\s[–—](?=\s)"
)
_DAY = re.compile(
    r"\s(?:on|early\son|late\son)\s(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:\s(?:morning|afternoon|evening|night))?\b|\s(?:yesterday|today)\b"
)
_BREAK = re.compile(
    r",?\s(?:after|as|while|when|because|following|amid|although|though|despite|before|but|where|which|who|to\s(?:discuss|mark|help|review|make|protest|demand)|in\sa\s(?:bid|move|case|ruling|decision|speech|statement)|"
    r"saying|citing|leaving|killing|sending|making|raising|marking|bringing|ending|taking|adding|giving|prompting|from\s(?:January|February|March|April|May|June|July|August|September|October|November|December)|according\sto)\s|[,;:]\s|\s[–—]\s"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|won|lost|said|says|held|made|met|rose|fell|hit|cut|left|took|beat|set|put|sent|sold|bought|built|began|became|came|gave|found|kept|led|paid|ran|saw|"
    r"shot|signed|told|went|struck|swept|tore|broke|drew|fled|sank|spent|stole|\w{3,}ed|\w{3,}s)\b"
)
_UNSAFE = re.compile(r"[<>\[\]]|://|www\.")
_MOST_WORDS = 14
_FEWEST_WORDS = 5


def cut(lead: str) -> str:
    """The lead with attribution, asides, weekday and later clauses deleted; the whole lead if too little would be left."""
    text = " ".join(lead.split())
    if _UNSAFE.search(text):
        return text  # a deletion could make markup or an address of what was none
    shorter = _DAY.sub("", _ASIDE.sub("", _ATTRIBUTION.sub("", text)))
    shorter = shorter.rstrip(" .,;:")
    # A deletion must not join what stood apart: every word left is one of the lead's.
    if _is_sound(shorter) and is_cut_of(shorter, text):
        text = shorter
    for match in _BREAK.finditer(text):
        head = text[: match.start()].rstrip(" ,;:")
        if _is_sound(head) and (len(head.split()) >= 7 or len(text.split()) > 2 * _MOST_WORDS):
            text = head
            break
    if text.endswith(("U.S.", "U.K.")):
        return text
    # A lead of signs alone is left as it is: nothing may be taken from it.
    return text.rstrip(" .,;:") if any(map(str.isalnum, text)) else text


def _is_sound(text: str) -> bool:
    words = text.split()
    return (
        len(words) >= _FEWEST_WORDS
        and _VERB.search(text.split(maxsplit=1)[1]) is not None
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
    )


def is_cut_of(headline: str, lead: str) -> bool:
    """True if the headline's words stand in the lead in the same order, so that it was made by deleting alone."""
    words = iter(_words(lead))
    return all(word in words for word in _words(headline))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text)
