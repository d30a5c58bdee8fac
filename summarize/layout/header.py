"""What stands above a story: title, byline, time stamp, standfirst, section label."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from summarize.expressions import expression
from summarize.gazetteer import given_name_gender, is_place
from summarize.languages.loader import any_of
from summarize.languages.patterns import layout_patterns
from summarize.layout.boilerplate import LANGUAGE
from summarize.layout.foreign import foreign_stamp, stamp_words
from summarize.text.stamps import WEEKDAY, read_stamp

PATTERNS: Final = layout_patterns(LANGUAGE)
_NAME = rf"(?:(?!{PATTERNS.opens_byline}\b)[A-Z][\w.'’\-]*)(?:\s(?:[A-Z][\w.'’\-]*|{any_of(PATTERNS.name_particles)})){{0,4}}"
_NAMES = expression(rf"{_NAME}(?:(?:{PATTERNS.joins_names.pattern}){_NAME})*")
_BYLINE = expression(
    rf"(?:(?i:{any_of(PATTERNS.byline_openers)}|(?P<foreign>{any_of(stamp_words().by)}))\s*:?\s+)(?P<names>{_NAMES.pattern})(?P<rest>.*)"
)


# "KARIMNAGORE, FEBRUARY 14, 2026", "KISUMU, Kenya, 12 May 2026", "Hereford Chronicle, Wednesday 3 June 2026", "The Kampala Post | 3 June 2026", "3 June 2026 | Dublin".
_OUTLET = rf"[A-Z][\w.'’-]+(?:\s(?:[A-Z][\w.'’-]+|{any_of(PATTERNS.outlet_particles)})){{0,5}}"
_NAME_BEFORE = expression(
    rf"\(?(?P<name>(?!{PATTERNS.opens_stamp.pattern}|{WEEKDAY},){_OUTLET})\)?(?P<region>(?:,\s{_OUTLET}){{0,2}})(?:,\s|\s?[|•·–—-]\s?)(?P<weekday>{WEEKDAY},?\s)?"
)
_NAME_BEHIND = expression(rf"\s?[|•·]\s?{_OUTLET}")
_BESIDE_BYLINE = expression(
    rf"[\s,|•·–—-]+(?:(?:{any_of(PATTERNS.before_stamp)})\s)?(?:{WEEKDAY})?[\s,]*$|^[\s,|•·–—-]+"
)
_PARTED_BEFORE = expression(rf"(?:^|[,|/·•(–—)-])\s*(?:{WEEKDAY},?\s+)?$")
_PARTED_BEHIND = expression(r"\s*(?:$|[,|/·•()–—-]|\d)")
_PARTS = expression(rf"\s*[,|/·•()–—]\s*|\s(?:{any_of(PATTERNS.beside_names)})\s")
_BARS = expression(r"[|/·•]")
_YEAR = expression(r"\b\d{4}\b")
_LABEL = expression(r"\w+(?:\s\w+)?\s*:\s")
_MAX_STAMP, _MAX_REST, _MAX_LABELLED = 120, 6, 24


class StampLine(NamedTuple):
    """A line that is a time stamp and little else."""

    iso: str
    """ISO date or datetime."""
    is_update: bool
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    """The paper or agency that the line names: "Hereford Chronicle, Wednesday 3 June 2026"."""
    place_end: int | None = None
    """Where the place ends that the line opens with, "KARIMNAGORE, FEBRUARY 14, 2026"; None where it opens with something else."""


def stamp_line(paragraph: str) -> StampLine | None:
    """What a line says that is a date with its label, in English or in another language; None for other lines."""
    if len(paragraph) > _MAX_STAMP:
        return None
    first = PATTERNS.first_published.search(paragraph)
    found = _english_stamp(paragraph[first.start() :].rstrip(" )") if first is not None else paragraph)
    if found is None and (foreign := foreign_stamp(paragraph)) is not None:
        return StampLine(*foreign)
    return found


def _english_stamp(paragraph: str) -> StampLine | None:
    """What a line says that is a date with its label, and perhaps an outlet, a place or a byline on one side of it; None for other lines."""
    stamp = read_stamp(paragraph)
    if stamp is None:
        return None
    before, after = paragraph[: stamp.start], paragraph[stamp.end :]
    rest = [PATTERNS.beside_stamp.sub("", side) for side in (before, after)]
    found = StampLine(stamp.iso, bool(PATTERNS.updated.search(before)))
    for side, other in ((before, rest[1]), (after, rest[0])):
        authors = byline_names(_BESIDE_BYLINE.sub("", side)) if not other else None
        if authors is not None:
            return found._replace(authors=authors)
    named = _NAME_BEFORE.fullmatch(before) if not rest[1] else None
    if named is not None:
        if is_outlet_name(named["name"]):
            return found._replace(outlet=named["name"])
        if _is_placed(named["name"], named["region"]):
            return found._replace(place_end=named.end("name"))
        # "The Fall of Halifax, 3 March 1998" may be a title; a weekday is told of the day of a paper.
        if named["weekday"]:
            return found
    is_label = PATTERNS.published.match(paragraph) is not None
    is_short = len(rest[0]) + len(rest[1]) <= (_MAX_LABELLED if is_label else _MAX_REST)
    return found if is_short or (not rest[0] and _NAME_BEHIND.fullmatch(after)) else None


def names_and_stamp(line: str) -> StampLine | None:
    """What a line below the title says that is outlets, places and a date: "Halifax | Ann Lee | 3 March 2026"; None for other lines.

    Above it such a line may be the title itself: "The fall of Halifax, 3 March 2026". Somebody's name is an author's between bars and strokes
    alone: in "Ann Berg in Norby, 3 March 2013" she may be whom a photograph shows.
    """
    stamp = read_stamp(line) if len(line) <= _MAX_STAMP and not _LABEL.match(line) else None
    if stamp is None:
        return None
    sides = [line[: stamp.start].lstrip("—–- "), line[stamp.end :]]
    if not _PARTED_BEFORE.search(sides[0]) or not _PARTED_BEHIND.match(sides[1]):
        return None
    if _YEAR.search(sides[1]):
        return None  # "Mary Ellis, potter, 3 March 1931 – 4 May 2026"
    named = _NAME_BEFORE.fullmatch(sides[0]) if not sides[1].strip() else None
    words = named["name"].split() if named is not None and not named["region"] else []
    if words and given_name_gender(words[0]) is None and words[-1].lower() not in PATTERNS.houses:
        return StampLine(stamp.iso, is_update=False)  # "Otago Weekender, 21 March 2026"
    is_parted = any(_BARS.search(side) for side in sides)
    authors: list[str] = []
    is_known = False
    for part in [_bare(part) for side in sides for part in _PARTS.split(side)]:
        if not part or part.lower() in PATTERNS.beside_names:
            continue
        if is_place(part) or is_place(part.title()) or is_outlet_name(part):
            is_known = True
        elif is_parted and (names := bare_byline(part)):
            authors.extend(names)
        else:
            return None
    return (
        StampLine(stamp.iso, bool(PATTERNS.updated.search(sides[0])), tuple(authors)) if is_known or authors else None
    )


def _bare(part: str) -> str:
    """A part of a line without words that stand beside dates: clock times, "updated", "staff"."""
    return (
        part.strip()
        if is_outlet_name(part.strip())
        else PATTERNS.role_words.sub("", PATTERNS.beside_stamp.sub(" ", part)).strip()
    )


def _is_placed(name: str, region: str) -> bool:
    """True if what a stamp line opens with is a place: by the list of places, or in capitals with no place behind it."""
    if is_place(name) or is_place(name.title()):
        return True
    return name.isupper() and not any(is_place(part) or is_place(part.title()) for part in region.split(", ") if part)


def stamp_of_head(line: str) -> str | None:
    """The ISO date that a line in capitals ends with, as the head of a transcript does; None for other lines."""
    stamp = read_stamp(line) if line.isupper() else None
    return stamp.iso if stamp is not None and stamp.end == len(line.rstrip(" .)")) else None


def byline_names(paragraph: str) -> tuple[str, ...] | None:
    """The authors of a paragraph that is a byline, None if it is none."""
    if len(paragraph) > 160:
        return None
    match = _BYLINE.match(paragraph.strip("*_ \t"))
    if match is None or (paragraph.rstrip().endswith((".", "!", "?")) and len(paragraph.split()) > 8):
        return None
    rest = match["rest"].strip()
    if match["foreign"] and (" " not in match["names"] or (rest and not re.fullmatch(rf",\s{_NAME}", rest))):
        return None  # such words open sentences as well
    if rest and not PATTERNS.after_byline.match(rest):
        return None
    return authors_of(match["names"])


def authors_of(line: str) -> tuple[str, ...]:
    """The authors that a line of names gives, without roles, places and outlets; none if it is no line of names."""
    match = _NAMES.match(line.strip())
    if match is None:
        return ()
    names = PATTERNS.joins_names.split(match.group())
    authors = [name for name in names if not PATTERNS.role_words.search(name) or not authors_before(names, name)]
    # "By Marcus Penhallow, Bucharest": where it was written.
    authors = [name for place, name in enumerate(authors) if place == 0 or " " in name or not is_place(name)]
    # "By Staff Reporter" names nobody, but is a byline all the same.
    authors = [name for place, name in enumerate(authors) if place == 0 or not is_outlet_name(name)]
    return tuple(_named(name) for name in authors if not _only_roles(name) and not _is_outlet(name))


def is_outlet_name(name: str) -> bool:
    """True for the name of a paper or an agency by its last word: "Clyde Courier"; "Emily Post" is a person."""
    words = name.split()
    if len(words) < 2 or words[-1].lower() not in PATTERNS.outlet_words:
        return False
    return words[-1].lower() not in PATTERNS.outlet_surnames or given_name_gender(words[0]) is None


def byline_outlet(paragraph: str) -> str | None:
    """The outlet that stands behind the names of a byline: "By Morag Laird, Clyde Courier"."""
    match = _BYLINE.match(paragraph.strip("*_ \t"))
    names = PATTERNS.joins_names.split(match["names"]) if match is not None else []
    return next((name for name in names[1:] if is_outlet_name(name)), None)


def bare_byline(paragraph: str) -> tuple[str, ...]:
    """The authors of a line that is nothing but a name or two, the first beginning with a known given name."""
    names = PATTERNS.joins_names.split(paragraph.strip())
    people = [
        name
        for name in names
        if re.fullmatch(_NAME, name) and 2 <= len(name.split()) <= 4 and given_name_gender(name.split()[0])
    ]
    return tuple(_named(name) for name in people) if people and people[0] == names[0] and len(names) <= 4 else ()


def authors_before(names: list[str], name: str) -> bool:
    """True if an author precedes `name`, so that what looks like a role ("Health Correspondent") is his or hers."""
    return names.index(name) > 0


def _only_roles(name: str) -> bool:
    return not PATTERNS.role_words.sub("", name).strip(" .")


def _named(name: str) -> str:
    return name.title() if name.isupper() else name


def _is_outlet(name: str) -> bool:
    """True for "CNN", "PTI": capitals in one word name an agency, not an author."""
    return " " not in name and name.isupper()


def labelled(paragraph: str) -> tuple[str, str] | None:
    """The label and value of a header line such as "Title: …", lower-cased label, None if it is none."""
    match = PATTERNS.labelled.fullmatch(paragraph)
    return (match["label"].lower(), match["value"].strip()) if match else None


def _is_title_case(words: list[str]) -> bool:
    long_words = [word.lstrip("\"'“‘(") for word in words if len(word) > 3 and word[:1].isalpha()]
    capitals = sum(1 for word in long_words if word[:1].isupper())
    return len(long_words) >= 3 and capitals >= 0.8 * len(long_words)


# Chinese, Japanese and Thai set no spaces between words: eight letters of them are as many words as a title needs.
_UNSPACED = r"[^\n]{0,12}(?:[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f][^\n。]{0,3}){6}"


def looks_like_title(paragraph: str) -> bool:
    """True if a paragraph above the story could be its title: short, and not a sentence with its full stop."""
    words = paragraph.split()
    if paragraph.lower() in PATTERNS.title_words:
        return True
    if not (2 <= len(words) <= 24 or re.match(_UNSPACED, paragraph)) or len(paragraph) > 200:
        return False
    bare = paragraph.rstrip("\"'”’»」』")
    if bare.endswith((":", ",", ";", "。", "।", "：", "，")) or re.match(r"[-*•–—>|(\[]", paragraph):
        return False
    if bare.endswith("."):
        # Archives print a stop after a title; its capitals give it away. A sentence of the story has neither.
        return len(words) <= 24 and _is_title_case(words)
    return any(character.isalpha() for character in paragraph)
