"""Lines of outlets, names and places with a date, above a story or below it: "Halifax | Ann Lee | 3 March 2026"."""

from __future__ import annotations

from summarize.expressions import expression
from summarize.gazetteer import countries_of_town, given_name_gender, is_place
from summarize.languages.loader import any_of
from summarize.layout.header import PATTERNS, bare_byline, is_outlet_name
from summarize.layout.papers import OUTLET, WORDS, begins, is_held, is_house, is_occasion, is_of_paper, is_paper
from summarize.layout.stamped import (
    AGENCY,
    FIGURE,
    MAX_STAMP,
    NAME_BEFORE,
    YEAR,
    StampLine,
    english_stamp,
    is_bare_stamp,
    with_full_year,
    without_update,
)
from summarize.text.stamps import WEEKDAY, Stamp, read_stamp

_BARRED_DESK = expression(rf"(?P<name>{OUTLET})\s[|/·•]\s(?:{WEEKDAY},?\s)?")
_PARTED_BEFORE = expression(rf"(?:^|[.,;|/·•(–—)-])\s*(?:{WEEKDAY},?\s+)?$")
_PARTED_BEHIND = expression(r"\s*(?:$|[,|/·•()–—-]|\d)")
_PARTS = expression(rf"\s*[,;|/·•()–—]\s*|\s-\s|(?<=[a-z]{{3}})\.(?:\s+|$)|\s(?:{any_of(PATTERNS.beside_names)})\s")
_SIGNS = expression(r"\s*[,;|/·•()–—]\s*")
_ONE_NAME = expression(r"([A-Z][\w'’-]{4,}),\s(?=\d|[A-Z]\w+\s\d)")
_SLASHED = expression(rf"{OUTLET}\s/\s(?:{WEEKDAY},?\s)?")
_BEFORE_EVENTS = 10
"""An hour of the clock before which hardly any event begins, and at which papers print."""
_BARS = expression(r"[|/·•]")
_BARRED = expression(r"\s[|/·•]\s")
_SIGNED = expression(rf"[–—-]{{1,2}}\s?{OUTLET}(?:,\s{OUTLET}){{0,2}},\s")
"""With commas alone: "– Tom Reid in Halifax, 3 March 1931" is below a picture."""
_BESIDE = PATTERNS.sections | PATTERNS.beside_names
"""Words that say nothing of whose a line is: "News | Ann Lee | 3 March 2026"."""
_MAX_PART = 5
_HOUR = slice(11, 13)
_LABEL = expression(r"\w+(?:\s\w+)?\s*:\s")


def names_and_stamp(line: str) -> StampLine | None:
    """What a line below the title says that is outlets, places and a date: "Halifax | Ann Lee | 3 March 2026"; None for other lines.

    Above it such a line may be the title itself: "The fall of Halifax, 3 March 2026". Somebody's name is an author's between bars and strokes
    alone: in "Ann Berg in Norby, 3 March 2013" she may be whom a photograph shows.
    """
    line = with_full_year(line)
    source = PATTERNS.opens_source.match(line)
    line = without_update(line[source.end() if source else 0 :])
    stamp = read_stamp(line) if len(line) <= MAX_STAMP else None
    if stamp is None or YEAR.search(line, stamp.end):
        return None  # "Mary Ellis, potter, 3 March 1931 – 4 May 2026"
    found = StampLine(stamp.iso, bool(PATTERNS.updated.search(line, 0, stamp.start)), weight="told")
    if (
        _is_slashed(line, stamp)
        or _is_barred(line)
        or _SIGNED.fullmatch(line, 0, stamp.start)
        or is_of_paper(line, stamp)
    ):
        return found
    sides = [line[: stamp.start].lstrip("—–- "), PATTERNS.page_number.sub("", line[stamp.end :])]
    named = NAME_BEFORE.fullmatch(sides[0]) if sides[1].strip() in {"", ")"} else None
    # "© Halifax Archive, 3 March 1931" is of a picture.
    is_lent = source and named and not (is_outlet_name(named["name"]) or is_place(named["name"]))
    is_parted = _PARTED_BEFORE.search(sides[0]) and _PARTED_BEHIND.match(sides[1])
    if is_lent or not is_parted or _LABEL.match(line):
        return None
    words = named["name"].split() if named is not None and not named["region"] else []
    if words and given_name_gender(words[0]) is None and not is_held(" ".join(words), stamp, line):
        return found._replace(is_update=False)  # "Otago Weekender, 21 March 2026"
    is_barred = any(_BARS.search(side) for side in sides)
    authors: list[str] = []
    is_known, is_signed = False, False
    for part in [part.strip() for side in sides for part in _PARTS.split(side)]:
        bare = _bare(part)
        is_event = " " in part and is_occasion(part) and not PATTERNS.desk.fullmatch(part)  # "Evening Service"
        if not is_event and (not bare or {*WORDS.findall(bare.lower())} <= _BESIDE):
            is_barred = is_barred or bool(PATTERNS.role_words.search(part) and bare != part and authors)
        elif (
            is_place(bare)
            or is_place(bare.title())
            or (is_outlet_name(bare) and not is_occasion(bare))
            or PATTERNS.desk.fullmatch(part)
        ):
            is_known = True
            is_signed = is_signed or is_outlet_name(bare)
        elif names := bare_byline(bare):
            authors.extend(names)
        else:
            return None
    is_authors = is_signed or (is_barred and (is_known or not begins(stamp, line)))
    is_told = (is_known and not authors) or (authors and is_authors)
    return found._replace(authors=tuple(authors)) if is_told else None


def desk_and_hour(line: str) -> StampLine | None:
    """What the line right below a byline says that is a desk or an outlet, a bar, an hour and a date: "INQ Visayas / 05:40 AM October 27, 2026".

    A venue's such line is that of an event, whatever it is called: "Riverside Cafe / 7:30 PM October 27, 2026". A name that opens on an acronym may
    be an agency's or a hall's: it dates a story where the minute is none on which an event begins.
    """
    stamp = read_stamp(line) if len(line) <= MAX_STAMP else None
    if stamp is None or "T" not in stamp.iso or YEAR.search(line, stamp.end):
        return None
    found = _BARRED_DESK.fullmatch(line[: stamp.start])
    if found is None or PATTERNS.beside_stamp.sub("", line[stamp.end :]):
        return None
    name = found["name"]
    is_desk = is_paper(name) or PATTERNS.desk.fullmatch(name) is not None
    is_wire = PATTERNS.desk.fullmatch(name.split()[0]) is not None and not begins(stamp, line)
    is_event = {*WORDS.findall(name.lower())} & (PATTERNS.houses | PATTERNS.occasions)
    return StampLine(stamp.iso, is_update=False, weight="told") if (is_desk or is_wire) and not is_event else None


def is_credited(line: str) -> bool:
    """True for a line that names an outlet beside its date, or a desk where it was changed, so that it is no title: "Halifax Ledger / 3 March 2026".

    "NATO / 3 March 2026" may be one.
    """
    stamp = read_stamp(line) if len(line) <= MAX_STAMP else None
    if stamp is None:
        return False
    parts = [part.strip() for side in (line[: stamp.start], line[stamp.end :]) for part in _SIGNS.split(side)]
    is_labelled = PATTERNS.updated.search(line) is not None
    return any(is_paper(part) or (is_labelled and PATTERNS.desk.fullmatch(part)) for part in parts)


def may_be_title(line: str) -> bool:
    """True for a line that dates an article below its title, but may be one above it: "BALI, 12 OCTOBER 2002 (Remembered)", "Titanic, 15 April 1912".

    One word in brackets is no agency's for certain, and the name no place that lists know.
    """
    agency = AGENCY.search(line) if len(line) <= MAX_STAMP else None
    if agency is not None:
        name = agency.group().strip(" ()")
        return not (name.isupper() or " " in name or is_outlet_name(name))
    alone = _ONE_NAME.match(line) if len(line) <= MAX_STAMP else None
    if alone is None or not (_bare(alone[1]) and read_stamp(line)) or PATTERNS.published.match(line):
        return False
    return not (is_place(alone[1].title()) or countries_of_town(alone[1].title()))


def _is_slashed(line: str, stamp: Stamp) -> bool:
    """True for a name, a stroke, a date and nothing else, "Norby-Online / 23 March 2026, 07:00"; of a house or in the evening it is a listing."""
    name = line[: stamp.start].partition(" / ")[0]
    if _SLASHED.fullmatch(line, 0, stamp.start) is None or PATTERNS.beside_stamp.sub("", line[stamp.end :]):
        return False
    hour = stamp.iso[_HOUR] or "0"
    return int(hour) < _BEFORE_EVENTS and not (
        is_held(name, stamp, line) or bare_byline(name) or PATTERNS.opens_stamp.match(name)
    )


def is_dated_source(line: str) -> bool:
    """True for an outlet with its label and, behind a bar, a date with its own: "Source: Norby Online | Date: 19-05-2026"."""
    parts = [part.strip() for part in _BARRED.split(line)] if PATTERNS.opens_source.match(line) else []
    return any(PATTERNS.published.match(part) and is_bare_stamp(part) for part in parts[1:])


def _is_barred(line: str) -> bool:
    """True for short parts between bars of which one is a stamp and one says whose: "Reporter: Ann Lee | Editor: Tom Reid | Date: 2 April 2026".

    What is held in a house, and what has no outlet, author or label, is an event: "Next meeting | Town Hall | 3 June 2027".
    """
    parts = [part.strip() for part in _BARRED.split(line)]
    dated = [part for part in parts if FIGURE.search(part) and english_stamp(part) is not None]
    others = [part for part in parts if part not in dated]
    if not dated or not others or any(len(part.split()) > _MAX_PART or is_house(part) for part in others):
        return False
    if any(PATTERNS.published.match(part) for part in dated):
        return True
    # "Apollo Manchester / 7:30 PM December 5, 2026": a name alone is no author's beside an hour on which events begin.
    may_begin = any(begins(stamp, part) for part in dated for stamp in [read_stamp(part)] if stamp is not None)
    return any(
        _is_credit(part) and not (may_begin and _LABEL.match(part) is None and _is_name(part)) for part in others
    )


def _is_name(part: str) -> bool:
    """True for what may be somebody's name and is no outlet's."""
    return not is_outlet_name(part) and bool(bare_byline(part.title() if part.isupper() else part))


def _is_credit(part: str) -> bool:
    """True for an outlet, its desk, an author, or a word that stands beside stamps; an hour alone may be an event's."""
    name = _LABEL.sub("", part, count=1)
    is_author = bool(bare_byline(name.title() if name.isupper() else name))
    is_change = PATTERNS.updated.match(part) is not None and is_bare_stamp(part)
    return is_outlet_name(name) or is_author or is_change or not (FIGURE.search(name) or _bare(name))


def _bare(part: str) -> str:
    """A part of a line without words that stand beside dates: clock times, "updated", "staff"."""
    return (
        part.strip()
        if is_outlet_name(part.strip())
        else PATTERNS.role_words.sub("", PATTERNS.beside_stamp.sub(" ", part)).strip()
    )
