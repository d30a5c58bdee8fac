"""A line beside the headline taken apart: date, outlet, section, byline and place, in whatever order and by whatever signs they are parted."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from summarize.expressions import expression
from summarize.gazetteer import countries_of_town, is_place
from summarize.languages.loader import any_of
from summarize.layout.header import PATTERNS, bare_byline, byline_names, byline_outlet, only_roles
from summarize.layout.mastheads import is_masthead, is_station
from summarize.layout.papers import OUTLET, WORDS, is_house, is_occasion, is_paper
from summarize.layout.stamped import Weight, with_full_year
from summarize.text.stamps import Stamp, read_stamp

Kind = Literal["stamp", "masthead", "name", "rubric", "kicker", "credit", "person", "role", "place"]
_MAX: Final = 160
_MARKUP: Final = "*_ \t"
_SIGNS = expression(r"\s*[|·•\n]\s*|\s+(?:/|--?|[–—])\s+|(?<=\w)[–—](?=\w)")
_COMMA = expression(r",\s+")
_DATE: Final = "@"
_NAME = expression(OUTLET)
_MAX_NAME: Final = 4
_FOR = expression(rf",?\s(?:{any_of(PATTERNS.before_outlet)})\s(?P<outlet>{OUTLET})$")
_BY = expression(rf"(?i:{any_of(PATTERNS.byline_openers)})\s")
_FIGURE = expression(r"\d")
_AROUND: Final = " ,."
_NO_HEADER: Final = ("!", "?", ":", "”", '"')


class HeaderLine(Struct, frozen=True):
    """What a line beside the headline says."""

    iso: str | None = None
    """ISO date or datetime of publication, or of the change where it has no other."""
    is_update: bool = False
    outlet: str | None = None
    section: str | None = None
    """A kicker: "Opinion"."""
    authors: tuple[str, ...] = ()
    other: str | None = None
    """A name that is nobody's who wrote it and no place that lists know: an outlet's, or what the story is about."""
    place: str | None = None
    """A place in capitals, from where the story was filed."""
    is_sure: bool = True
    """False where it may be a title as well, if it stands above one."""
    weight: Weight = "stamp"
    """"told" of a line in which somebody's name has no opener: it counts where nothing else dates the story."""


class _Part(Struct, frozen=True):
    kind: Kind
    words: str = ""
    stamp: Stamp | None = None
    is_update: bool = False
    is_labelled: bool = False
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    section: str | None = None


def read_header_line(line: str) -> HeaderLine | None:
    """What a line says that is nothing but parts of a header; None for other lines, and for what may be the listing of an event.

    A line says so where it has a byline with its opener, an outlet that is known by its words, or a date with its label, beside another part. A
    name that nothing is known of beside a date may be a house, "The Apollo, 20 August 2026", and a person beside one whom a picture shows.
    """
    line = with_full_year(line.strip(_MARKUP))
    parts = _parts(line) if len(line) <= _MAX and not line.endswith(_NO_HEADER) else None
    if parts is None:
        return None
    stamps = [part for part in parts if part.stamp is not None]
    published = [part for part in stamps if not part.is_update]
    names = [part.words for part in parts if part.kind == "name"]
    bylines = [part for part in parts if part.kind == "credit"]
    outlets = {part.outlet for part in parts if part.outlet}
    is_lent = any(part.outlet for part in bylines)
    if len(published) > 1 or len(outlets) > 1 or len(names) > 1 or not (len(parts) > 1 or is_lent):
        return None  # "3 March 1931 – 4 May 2026"
    is_labelled = any(part.is_labelled for part in stamps)
    is_barred = _SIGNS.search(line) is not None
    if not (outlets or bylines or (is_labelled and names)) or (names and outlets):
        return None
    if names and not (stamps or is_barred):
        return None  # "Sunday Talk, by Ann Lee" is what a column is called
    is_told = any(part.kind == "person" for part in parts) and not bylines and not is_labelled
    stamp = next((part.stamp for part in (*published, *stamps)), None)
    return HeaderLine(
        iso=stamp.iso if stamp is not None else None,
        is_update=not published,
        outlet=next(iter(outlets), None),
        section=next((part.section for part in parts if part.section), None),
        authors=tuple(dict.fromkeys(name for part in parts for name in part.authors)),
        other=names[0] if names and _may_be_outlet(names[0]) else None,
        place=next((part.words for part in parts if part.kind == "place" and part.words.isupper()), None),
        weight="told" if is_told else "stamp",
        is_sure=bool(bylines or is_labelled or is_barred) and bool(stamps or not names),
    )


def _parts(line: str) -> list[_Part] | None:
    """The parts of a line, each known for what it is; None where one is not."""
    stamps: list[Stamp] = []
    masked, at = "", 0
    while (stamp := read_stamp(line, at)) is not None and stamp.start >= at:
        stamps.append(stamp)
        masked += f"{line[at : stamp.start]}{_DATE}"
        at = stamp.end
    masked += line[at:]
    if masked.count(_DATE) != len(stamps):
        return None
    left = iter(stamps)
    found: list[_Part] = []
    for words in (words for barred in _SIGNS.split(masked) for words in _pieces(barred.strip(_AROUND))):
        part = _read_part(words)
        if part is None:
            return None
        found.append(replace(part, stamp=next(left)) if _DATE in words else part)
    return found


def _pieces(barred: str) -> list[str]:
    """What commas part between two signs, where it is not one thing; a byline goes on to the date: "By Ann Lee, Tom Reid, Transport Editors"."""
    if not barred or _read_part(barred) is not None:
        return [barred] if barred else []
    pieces: list[str] = []
    for piece in filter(None, (part.strip(_AROUND) for part in _COMMA.split(barred))):
        goes_on = (
            pieces and _BY.match(pieces[-1]) and not {_DATE} & {*pieces[-1], *piece} and not _is_known_outlet(piece)
        )
        if goes_on:
            pieces[-1] = f"{pieces[-1]}, {piece}"
        else:
            pieces.append(piece)
    return pieces


def _read_part(words: str) -> _Part | None:
    """What a part of a line is, in which `@` stands for a date; None where it is nothing that stands beside a headline."""
    if _DATE in words:
        return _read_stamp_part(words)
    if (kicker := PATTERNS.kicker.fullmatch(words)) is not None:
        return _Part("kicker", section=kicker["section"])
    if (named := {*WORDS.findall(words.lower())}) and named <= PATTERNS.sections:
        return _Part("rubric", words)
    if _FIGURE.search(words):
        return None if PATTERNS.beside_stamp.sub("", PATTERNS.updated.sub("", words)) else _Part("stamp")
    if PATTERNS.staff_byline.fullmatch(words):
        return _Part("credit")
    return _read_byline(words) if _BY.match(words) else _read_name(words)


def _read_name(words: str) -> _Part | None:
    """What a part is that is a name and nothing else: an outlet's, a place's, an office's, somebody's, or one of which nothing is known."""
    if PATTERNS.opens_stamp.match(words):
        return None  # "Updated Today"
    if _is_known_outlet(words):
        return _Part("masthead", words, outlet=words)
    if is_place(words) or is_place(words.title()) or countries_of_town(words.title()):
        return _Part("place", words)
    if PATTERNS.desk.fullmatch(words) or only_roles(words):
        return _Part("role")
    if people := bare_byline(words.title() if words.isupper() else words):
        return _Part("person", authors=people)
    is_name = _NAME.fullmatch(words) and len(words.split()) <= _MAX_NAME and not (is_house(words) or is_occasion(words))
    return _Part("name", words) if is_name else None


def _read_stamp_part(words: str) -> _Part | None:
    """What a part with one date in it is: the date with its label, and perhaps the name of an outlet with nothing between the two."""
    before, _, after = words.partition(_DATE)
    opening = PATTERNS.published.match(words) or PATTERNS.published_alone.match(words)
    before = before[opening.end() if opening else 0 :]
    is_update = PATTERNS.updated.search(words) is not None
    rest = [PATTERNS.beside_stamp.sub("", PATTERNS.updated.sub("", side)) for side in (before, after)]
    return _Part("stamp", is_update=is_update, is_labelled=opening is not None) if not any(rest) else None


def _read_byline(words: str) -> _Part | None:
    """What a byline says: who wrote it, and perhaps for which outlet: "By Ann Lee in Halifax for The Lantern"; None for other words."""
    lent = _FOR.search(words)
    outlet = lent["outlet"] if lent is not None and not is_place(lent["outlet"]) else None
    names = byline_names(words[: lent.start()] if lent is not None and outlet else words)
    if names is None:
        return None
    kicker = PATTERNS.kicker_of_byline.match(words)
    return _Part(
        "credit", authors=names, outlet=outlet or byline_outlet(words), section=kicker["section"] if kicker else None
    )


def _may_be_outlet(name: str) -> bool:
    """True for a name of two words or more of which none is of a land: "Dalmatia" and "Western Cape" are where a story belongs."""
    words = name.lower().split()
    return len(words) > 1 and (PATTERNS.outlet_lands | PATTERNS.outlet_sides).isdisjoint(words)


def _is_known_outlet(words: str) -> bool:
    """True for a name that says by its words that it is an outlet's."""
    if is_station(words):
        return is_station(words, with_site=True)  # "Channel Four, 3 March 2026" is what was shown there
    return is_masthead(words) or (is_paper(words) and _NAME.fullmatch(words) is not None)
