"""Bylines to names."""

from __future__ import annotations

import re

from summarize.reading.page.markup.tree import collapsed

_BY = re.compile(
    r"(?i)^(?:(?:written|words|story|text|reported|posted|published|edited|compiled|analysis|opinion|report|reporting)\s)?"
    r"(?:by|von|par|por|di|door|av|af|od|от|автор|quelle|text|texte|texto|autor(?:en|[/:*]?in(?:nen)?)?|auteur|author|reporter|byline|penulis|yazan|بقلم|द्वारा|文[・/]|文：|記者|기자)\b\s*[:：]?\s*"
)
_OTHERS = re.compile(
    r"(?i)^(?:(?:view|see|read|show|browse|find)\s)?(?:(?:all|more|other)\s)?(?:posts|articles|stories|work)\s(?:by|from|of)\s*"
    r"|^(?:alle|weitere|mehr)\s(?:beiträge|artikel)\s(?:von|anzeigen von)\s+|^(?:voir\s)?tous les articles (?:de|par)\s+"
    r"|^ver (?:todas las entradas|todos los artículos|más artículos) (?:de|por)\s+|^ver todos os (?:posts|artigos) (?:de|por)\s+|^alle berichten van\s+"
)
"""What a link to an author's other articles says before the name."""
_AGENCIES = frozenset(
    "afp ap aap upi dpa apa sda ansa efe pti ani ians uni tass belga anp ntb tt ritzau stt pap ctk čtk mti lusa agi adnkronos anadolu aa dha iha "
    "bernama antara yonhap kyodo jiji xinhua reuters bloomberg sid epd kna ats keystone-ats".split()
) | {
    "associated press",
    "the associated press",
    "agence france-presse",
    "press trust of india",
    "europa press",
    "press association",
}
"""News agencies whose name is one word. It is no person's, but where nobody else signs, it is the byline."""
_LINE = re.compile(
    r"(?i)\W{0,3}(?:by|von|par|por|di|door|av|af|od|от|text|texte|texto|autor(?:en|[/:*]?in(?:nen)?)?|auteure?s?|author)\s?[:：]?\s+(?=\S)"
)
_LINE_END = re.compile(r"\s*(?:\d|[(|•·/@]|\s[–—-]\s|\b(?:am|on|le|el|em|op|den|für|for|pour|in|aus|is|ist|est)\b)")
_PERSON = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*)(?:\s(?:de|da|do|dos|das|del|della|di|du|van|von|der|den|ter|zu|la|le|el|al|bin|[^\W\d_a-z][\w.'’-]*)){1,4}"
)
_ABOUT = re.compile(
    r"(?i)(?:about|über|à propos de|sobre)\s(?:the author:?\s|den autor:?\s)?|written by\s|by\s|von\s|par\s|por\s"
)
_LONGEST_NAME = 4
_LONGEST_LINE = 120
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
    r"(?i)\s*(?:\(.*|\b(?:follow(?:ing)?$|published|updated|posted|is an?|contributed|on \w+\.? \d|envoyée?s?|correspond\w+|spécia\w+|\d{1,2}\s\w+\s\d{4}).*|[-–—,|]\s.*|\bin (?:[A-ZÄÖÜ][\w.'’-]+(?: [A-Z][\w.'’-]+)?)$)"
)
_LEAD = re.compile(r"(?i)^(?:and|und|et|y|e|og|och|&|with)\s+")
_AGENCY = re.compile(r"\s+(?:The )?(?:Associated Press|AP|Reuters|AFP|CNN|BBC News|BBC|UPI|dpa|PTI|ANI)$")
_SITE = re.compile(r"(?:\A|,\s)[a-z0-9-]{2,60}(?:\.[a-z]{2,20}){1,3},")
"""A site with its place behind it: "hafenschau.de, Frankfurt, Germany"."""
_ON = re.compile(
    r"(?P<name>(?:[^\W\d_a-z][\w.'’-]*\s){2,3})(?!(?:de|da|do|dos|das|del|della|di|du|van|von|der|den|ter|zu|la|le|el|al|bin)\s)[a-zà-ÿ]\w*\s\S"
)
"""A name and what its bearer does: "Atli Steinsson skrifar frá Porsgrunn"."""
_LONGEST = 60
_MOST = 12


def names_in(byline: str) -> tuple[str, ...]:
    """The people that a byline names, in its order: without "By", roles, addresses and agencies' desks. One that names a site names nobody."""
    found: list[str] = []
    if _SITE.search(byline):
        return ()
    byline = re.split(r"\s[|•·]\s|\|", byline, maxsplit=1)[0] or byline
    byline = re.sub(r"[^\S\n]+", " ", byline).strip()[:400]
    mail = _MAIL_NAME.fullmatch(byline)
    for part in _PARTS.split(_BY.sub("", _OTHERS.sub("", mail["name"] if mail else byline))):
        name = _name(part)
        if name and name not in found:
            found.append(name)
    return tuple(found[:_MOST])


def agency_in(byline: str) -> str | None:
    """The news agency that a byline names instead of a person, None if it names none."""
    name = _BY.sub("", collapsed(byline[:_LONGEST])).strip(" .,()[]")
    return name if name.casefold() in _AGENCIES else None


def person_in(line: str) -> str | None:
    """The person whose name, in two words or more, is all that a line says: "Hanna Osei", "About Hanna Osei"."""
    line = _ABOUT.sub("", collapsed(line[:_LONGEST]))
    return (
        line if _PERSON.fullmatch(line) and len(line.split()) <= _LONGEST_NAME and names_in(line) == (line,) else None
    )


def line_names(line: str) -> tuple[str, ...]:
    """The people that a line names which begins as a byline does in one of several languages: "von Anna Berg, 3. Mai"; none for other lines.

    Only names of two words or more count, for "Von" and "Par" begin sentences too.
    """
    match = _LINE.match(line) if len(line) <= _LONGEST_LINE else None
    if match is None or line.endswith((".", "!", "?", ":")):
        return ()
    end = _LINE_END.search(line, match.end())
    parts = [part.strip(" ,.;:") for part in _PARTS.split(line[match.end() : end.start() if end else len(line)])]
    if not parts or not _PERSON.fullmatch(parts[0]):
        return ()
    return tuple(name for part in parts[:_MOST] if _PERSON.fullmatch(part) for name in names_in(part))


def organisation_in(name: str) -> str | None:
    """The organisation that a byline names as its author, None if the words are an address or nothing."""
    name = collapsed(_BY.sub("", name))
    return name if name and len(name) <= _LONGEST and not _NO_NAME.search(name) else None


def _name(part: str) -> str | None:
    part = re.split(r"\s\S+\.(?:com|org|net|co)\b", part, maxsplit=1)[0]
    part = _LEAD.sub("", " ".join(part.split()).strip(" .,:*"))
    part = _AGENCY.sub("", collapsed(_TAIL.sub("", _BY.sub("", part)))).strip(' .,:*"“”')
    on = _ON.match(part)
    part = on["name"].strip() if on else part
    if not part or len(part) > _LONGEST or _NO_NAME.search(part) or len(part.split()) > 6:
        return None
    if not _ROLE.sub("", part).strip(" .,&-"):
        return None
    if part.isascii() and (
        len(part) < 3 or part.islower() or _ROLE.fullmatch(part.split()[-1]) or (part.isupper() and " " not in part)
    ):
        return None
    return part.title() if part.isupper() and part.isascii() and " " in part else part
