"""The news agency that an article credits, from its own words."""

from __future__ import annotations

import re
from typing import Final

from summarize.article import Article
from summarize.languages.stories import agencies
from summarize.layout import Layout, lay_out
from summarize.stories.grouping.words import fold

_WORDS: Final = agencies("en")


def _with_name(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{name}", _WORDS.name))


_SUPPLIED, _BYLINE = _with_name(_WORDS.supplied), _with_name(_WORDS.byline)
_IN_FOOT = (_SUPPLIED, *map(_with_name, _WORDS.in_foot))
_HEAD, _FOOT, _FOOT_LINES = 1200, 700, 3


def known_agency(name: str | None) -> str | None:
    """An agency's name as it is known ("AP" for "The Associated Press"), None for a name that is no agency's."""
    bare = " ".join((name or "").split()).split(". ")[0].strip(" .,;:*_")
    listed = _WORDS.known.get(fold(bare).removeprefix(f"{_WORDS.article} "))
    return listed or (bare if _WORDS.called_so.search(bare) else None)


def is_agency(publisher: str | None, agency: str | None) -> bool:
    """True if a publisher is the agency, or any agency where none is given."""
    known = known_agency(publisher)
    if agency is None:
        return known is not None
    return fold(publisher or "") == fold(agency) or known == agency


def agency_of(article: Article, layout: Layout | None = None) -> str | None:
    """The news agency whose report an article is: its byline's, or the one that its text credits; None if it names none."""
    by = next((known for name in article.authors if (known := known_agency(name))), None)
    return by or credited_agency(article.text, layout)


def credited_agency(text: str, layout: Layout | None = None) -> str | None:
    """The news agency that a text credits, None if it names none.

    What a dateline gives in brackets is one whatever it is called; elsewhere it must be well known, or be called a wire or an agency.
    "Reporting by … Editing by …" alone names nobody: then any agency that the text's last lines name is taken.
    """
    # Agencies are credited further up too, for pictures.
    foot = "\n".join(line for line in text[-_FOOT:].splitlines()[-2 * _FOOT_LINES :] if line.strip())
    foot = "\n".join(foot.splitlines()[-_FOOT_LINES:])
    head = text[:_HEAD]
    dateline = (layout or lay_out(head)).dateline
    if dateline is not None and dateline.agency and fold(dateline.agency) not in _WORDS.broadcasters:
        return known_agency(dateline.agency) or dateline.agency
    for form, part in ((_BYLINE, head), (_SUPPLIED, head), *((form, foot) for form in _IN_FOOT)):
        found = next((known for match in form.finditer(part) if (known := known_agency(match["name"]))), None)
        if found:
            return found
    return _of_desks(foot)


def _of_desks(foot: str) -> str | None:
    desks = _WORDS.desks.search(foot)
    if desks is None:
        return None
    names = re.finditer(_WORDS.name, foot[desks.start() :])
    return next((known for match in names if (known := known_agency(match.group()))), None)
