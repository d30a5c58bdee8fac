"""Bylines to names."""

from __future__ import annotations

import re

from summarize.reading.page.markup.tree import collapse_spaces
from summarize.reading.page.words import WORDS, pattern

_BY = pattern("by")
_OTHERS = pattern("other_work")
"""What a link to an author's other articles says before the name."""
_AGENCIES = WORDS["agencies"]
"""News agencies whose name is one word. It is no person's, but where nobody else signs, it is the byline."""
_LINE = pattern("byline")
_LINE_END = pattern("byline_end")
_PERSON = pattern("person")
_ABOUT = pattern("about")
_MAX_NAME_LENGTH = 4
_MAX_LINE_LENGTH = 120
_PARTS = pattern("between_names")
_ROLE = pattern("role")
_NO_NAME = re.compile(r"https?:|www\.|/|@|\.(?:com|org|net|co)\b|[{}<>=]|^\W*$|\d")
_MAIL_NAME = re.compile(r"\S+@\S+\s*\((?P<name>[^()]{3,60})\)")
"""As RSS writes an author, and pages made of feeds do too."""
_TAIL = pattern("behind_name")
_NOT_AUTHOR = pattern("not_author")
_LEAD = pattern("before_name")
_AGENCY = pattern("agency_behind")
_SITE = re.compile(r"(?:\A|,\s)[a-z0-9-]{2,60}(?:\.[a-z]{2,20}){1,3},")
"""A site with its place behind it: "hafenschau.de, Frankfurt, Germany"."""
_ON = pattern("on")
"""A name and what its bearer does: "Atli Steinsson skrifar frá Porsgrunn"."""
_MAX_LENGTH = 60
_MAX_COUNT = 12


def names_in(byline: str) -> tuple[str, ...]:
    """The people that a byline names, in its order: without "By", roles, addresses and agencies' desks. One that names a site names nobody."""
    found: list[str] = []
    if _SITE.search(byline) or _NOT_AUTHOR.match(byline):
        return ()
    byline = re.split(r"\s[|•·]\s|\|", byline, maxsplit=1)[0] or byline
    byline = re.sub(r"[^\S\n]+", " ", byline).strip()[:400]
    mail = _MAIL_NAME.fullmatch(byline)
    for part in _PARTS.split(_BY.sub("", _OTHERS.sub("", mail["name"] if mail else byline))):
        name = _name(part)
        if name and name not in found:
            found.append(name)
    return tuple(found[:_MAX_COUNT])


def agency_in(byline: str) -> str | None:
    """The news agency that a byline names instead of a person, None if it names none."""
    name = _BY.sub("", collapse_spaces(byline[:_MAX_LENGTH])).strip(" .,()[]")
    return name if name.casefold().replace(" ", "_") in _AGENCIES else None


def person_in(line: str) -> str | None:
    """The person whose name, in two words or more, is all that a line says: "Hanna Osei", "About Hanna Osei"."""
    line = _ABOUT.sub("", collapse_spaces(line[:_MAX_LENGTH]))
    return (
        line
        if _PERSON.fullmatch(line) and len(line.split()) <= _MAX_NAME_LENGTH and names_in(line) == (line,)
        else None
    )


def line_names(line: str) -> tuple[str, ...]:
    """The people that a line names which begins as a byline does in one of several languages: "von Anna Berg, 3. Mai"; none for other lines.

    Only names of two words or more count, for "Von" and "Par" begin sentences too.
    """
    match = _LINE.match(line) if len(line) <= _MAX_LINE_LENGTH else None
    if match is None or line.endswith((".", "!", "?", ":")):
        return ()
    end = _LINE_END.search(line, match.end())
    parts = [part.strip(" ,.;:") for part in _PARTS.split(line[match.end() : end.start() if end else len(line)])]
    if not parts or not _PERSON.fullmatch(parts[0]):
        return ()
    return tuple(name for part in parts[:_MAX_COUNT] if _PERSON.fullmatch(part) for name in names_in(part))


def organisation_in(name: str) -> str | None:
    """The organisation that a byline names as its author, None if the words are an address or nothing."""
    name = collapse_spaces(_BY.sub("", name))
    return name if name and len(name) <= _MAX_LENGTH and not _NO_NAME.search(name) else None


def _name(part: str) -> str | None:
    part = re.split(r"\s\S+\.(?:com|org|net|co)\b", part, maxsplit=1)[0]
    part = _LEAD.sub("", " ".join(part.split()).strip(" .,:*"))
    part = _AGENCY.sub("", collapse_spaces(_TAIL.sub("", _BY.sub("", part)))).strip(' .,:*"“”')
    on = _ON.match(part)
    part = on["name"].strip() if on else part
    if not part or len(part) > _MAX_LENGTH or _NO_NAME.search(part) or len(part.split()) > 6:
        return None
    if not _ROLE.sub("", part).strip(" .,&-"):
        return None
    if part.isascii() and (
        len(part) < 3 or part.islower() or _ROLE.fullmatch(part.split()[-1]) or (part.isupper() and " " not in part)
    ):
        return None
    return part.title() if part.isupper() and part.isascii() and " " in part else part
