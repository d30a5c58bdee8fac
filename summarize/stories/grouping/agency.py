"""The news agency that an article credits, from its own words."""

from __future__ import annotations

import re

from summarize.layout import Layout, lay_out
from summarize.stories.grouping.words import fold

_KNOWN = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "ap": "AP",
    "associated press": "AP",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "dpa": "dpa",
    "deutsche presse-agentur": "dpa",
    "upi": "UPI",
    "efe": "EFE",
    "ansa": "ANSA",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ani": "ANI",
    "ians": "IANS",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "yonhap": "Yonhap",
    "pa media": "PA Media",
    "press association": "PA Media",
    "aap": "AAP",
    "canadian press": "The Canadian Press",
    "bernama": "Bernama",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "interfax": "Interfax",
    "belga": "Belga",
    "anp": "ANP",
    "ntb": "NTB",
    "ritzau": "Ritzau",
    "stt": "STT",
}
# Outlets that stand in a dateline as an agency does, with a report of their own.
_BROADCASTERS = frozenset({"cnn", "bbc", "npr", "abc", "cbs", "nbc", "cnbc"})
_NAME = r"(?:The\s)?[A-Z][\w.&’'-]*(?:[ ](?:of[ ]|de[ ])?[A-Z][\w.&’'-]*){0,4}|dpa"
_CALLED_SO = re.compile(r"(?:Wire|Newswire|News Agency|Press Agency|Press Association|Wire Service|News Service)$")
_SUPPLIED = re.compile(
    rf"(?:supplied|provided|distributed|filed|(?:first|originally)\s(?:published|reported|appeared))\s(?:by|on|from|with)\s(?P<name>{_NAME})"
)
_BYLINE = re.compile(rf"^By\s(?:[^\n]{{2,60}},\s)?(?P<name>{_NAME})\s*$", re.MULTILINE)
_IN_FOOT = (
    _SUPPLIED,
    re.compile(rf"(?i:with|and)\s(?:additional\s)?(?:inputs?|material|reporting)\s(?:from|by)\s(?P<name>{_NAME})"),
    re.compile(rf"^\W*(?:Source|Agency|Via)\s?:\s?(?P<name>{_NAME})\W*$", re.MULTILINE),
    re.compile(rf"(?:©|\(c\)|[Cc]opyright)\s(?:\d{{4}}\s)?(?P<name>{_NAME})"),
    re.compile(rf"[-–—(\[]\s?(?P<name>{_NAME})\s?[)\]]?\.?\W*$", re.MULTILINE),
)
_DESKS = re.compile(r"\b(?:Reporting|Writing|Additional reporting) by\b[^\n]{2,300}\b[Ee]diting by\b[^\n]{2,200}")
_HEAD, _FOOT, _FOOT_LINES = 1200, 700, 3


def known_agency(name: str | None) -> str | None:
    """An agency's name as it is known ("AP" for "The Associated Press"), None for a name that is no agency's."""
    bare = " ".join((name or "").split()).split(". ")[0].strip(" .,;:*_")
    listed = _KNOWN.get(fold(bare).removeprefix("the "))
    return listed or (bare if _CALLED_SO.search(bare) else None)


def is_agency(publisher: str | None, agency: str | None) -> bool:
    """True if a publisher is the agency, or any agency where none is given."""
    known = known_agency(publisher)
    if agency is None:
        return known is not None
    return fold(publisher or "") == fold(agency) or known == agency


def credited_agency(text: str, layout: Layout | None = None) -> str | None:
    """The news agency that a text credits, None if it names none.

    Args:
        text: the text of an article.
        layout: its layout, where that is known already.

    What a dateline gives in brackets is one whatever it is called; elsewhere it must be well known, or be called a wire or an agency.
    "Reporting by … Editing by …" alone names nobody: then any agency that the text's last lines name is taken.
    """
    # Agencies are credited further up too, for pictures.
    foot = "\n".join(line for line in text[-_FOOT:].splitlines()[-2 * _FOOT_LINES :] if line.strip())
    foot = "\n".join(foot.splitlines()[-_FOOT_LINES:])
    head = text[:_HEAD]
    dateline = (layout or lay_out(head)).dateline
    if dateline is not None and dateline.agency and fold(dateline.agency) not in _BROADCASTERS:
        return known_agency(dateline.agency) or dateline.agency
    for form, part in ((_BYLINE, head), (_SUPPLIED, head), *((form, foot) for form in _IN_FOOT)):
        found = next((known for match in form.finditer(part) if (known := known_agency(match["name"]))), None)
        if found:
            return found
    return _of_desks(foot)


def _of_desks(foot: str) -> str | None:
    desks = _DESKS.search(foot)
    if desks is None:
        return None
    names = re.finditer(_NAME, foot[desks.start() :])
    return next((known for match in names if (known := known_agency(match.group()))), None)
