"""Bylines to names."""

from __future__ import annotations

import re

from summarize.reading.page.markup.tree import collapsed

_BY = re.compile(
    r"(?i)^(?:(?:written|words|story|text|reported|posted|published|edited|compiled|analysis|opinion|report|reporting)\s)?"
    r"(?:by|von|par|por|di|door|av|af|od|от|автор|text|texte|texto|autor(?:en|in)?|auteur|author|reporter|byline|penulis|yazan|بقلم|द्वारा|文[・/]|文：|記者|기자)\b\s*[:：]?\s*"
)
_PARTS = re.compile(
    r"\s*(?:[;/\n]|,(?!\s(?:Jr|Sr|II|III|PhD|MD)\b)|、|،|\s(?:and|und|et|y|e|og|och|en|i|&|with|mit|avec|AND|UND|ET|Y|और|و)\s)\s*"
)
_ROLE = re.compile(
    r"(?i)\b(?:correspondents?|reporters?|editors?|writers?|desk|staff|bureau|team|redaktion|rédaction|redacción|redazione|newsroom|agenc(?:y|ies|ias?|e)|"
    r"news|press|journalists?|contributors?|columnist|producer|admin|administrator|webmaster|online|digital|media|service|services|"
    r"autor|redactor|journaliste|korrespondent\w*|chief|director|special|senior|political|business|for|in|at|of|the)\b"
)
_NO_NAME = re.compile(r"https?:|www\.|/|@|\.(?:com|org|net|co)\b|[{}<>=]|^\W*$|\d")
_MAIL_NAME = re.compile(r"\S+@\S+\s*\((?P<name>[^()]{3,60})\)")
_TAIL = re.compile(
    r"(?i)\s*(?:\(.*|\b(?:published|updated|posted|is an?|contributed|on \w+\.? \d|envoyée?s?|correspond\w+|spécia\w+|\d{1,2}\s\w+\s\d{4}).*|[-–—,|]\s.*|\bin (?:[A-ZÄÖÜ][\w.'’-]+(?: [A-Z][\w.'’-]+)?)$)"
)
_LEAD = re.compile(r"(?i)^(?:and|und|et|y|e|og|och|&|with)\s+")
_AGENCY = re.compile(r"\s+(?:The )?(?:Associated Press|AP|Reuters|AFP|CNN|BBC News|BBC|UPI|dpa|PTI|ANI)$")
_LONGEST = 60
_MOST = 12


def names_in(byline: str) -> tuple[str, ...]:
    """The people that a byline names, in its order: without "By", roles, addresses and agencies' desks."""
    found: list[str] = []
    byline = re.split(r"\s[|•·]\s|\|", byline, maxsplit=1)[0] or byline
    byline = re.sub(r"[^\S\n]+", " ", byline).strip()[:400]
    mail = _MAIL_NAME.fullmatch(byline)
    for part in _PARTS.split(_BY.sub("", mail["name"] if mail else byline)):
        name = _name(part)
        if name and name not in found:
            found.append(name)
    return tuple(found[:_MOST])


def organisation_in(name: str) -> str | None:
    """The organisation that a byline names as its author, None if the words are an address or nothing."""
    name = collapsed(_BY.sub("", name))
    return name if name and len(name) <= _LONGEST and not _NO_NAME.search(name) else None


def _name(part: str) -> str | None:
    part = re.split(r"\s\S+\.(?:com|org|net|co)\b", part, maxsplit=1)[0]
    part = _LEAD.sub("", " ".join(part.split()).strip(" .,:*"))
    part = _AGENCY.sub("", collapsed(_TAIL.sub("", _BY.sub("", part)))).strip(' .,:*"“”')
    if not part or len(part) > _LONGEST or _NO_NAME.search(part) or len(part.split()) > 6:
        return None
    if not _ROLE.sub("", part).strip(" .,&-"):
        return None
    if part.isascii() and (
        len(part) < 3 or part.islower() or _ROLE.fullmatch(part.split()[-1]) or (part.isupper() and " " not in part)
    ):
        return None
    return part.title() if part.isupper() and part.isascii() and " " in part else part
