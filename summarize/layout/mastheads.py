"""What stands alone on a line above a headline: the name of the paper, and the kicker that says what kind of piece it is."""

from __future__ import annotations

from typing import Final

from summarize.expressions import expression
from summarize.gazetteer import is_place
from summarize.layout.header import PATTERNS, bare_byline, byline_names, is_outlet_name
from summarize.text.stamps import read_stamp

_MAX: Final = 5
"""Words of the longest name of a paper, without its article."""
_SHORT: Final = 2
_WORD: Final = expression(r"[A-Z][\w.’'-]*")
_HOUR: Final = expression(r"\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?")
_SIGNS: Final = expression(r"\s*[:|•·/>»]\s*|\s[–—-]\s")
_WORDS: Final = expression(r"[^\W\d_]+")
_PARTS: Final = expression(r"\s*[|•·]\s*|\s[–—/-]\s")


def is_masthead(line: str) -> bool:
    """True for the name of a paper alone on its line: "Clyde Courier", "The Tamar Echo", "Tolland Evening Post", not "Apple Buys the Beacon"."""
    if is_station(line):
        return True
    paper = PATTERNS.site_of_paper.sub("", line)
    words = paper.split()
    if not words:
        return False
    own = words[words[0].lower() == PATTERNS.definite_article :]
    if _is_of_two_joined(own):
        return True
    if len(own) > _MAX or not is_outlet_name(paper):
        return False
    name, last = _without_last(own)
    # Two words and the name of no site may be a title: "Voting Record Online".
    is_short = len(own) <= _SHORT and (paper == line or len(own) < len(words))
    return all(map(_WORD.fullmatch, (*name, *last))) and (is_short or _is_of_paper(name, last))


def _is_of_two_joined(words: list[str]) -> bool:
    """True for two words that "&" joins, of which one is a paper's, and for such two with a paper's behind them: "Record & Trader", "Record and Trader News".

    "and" alone joins anything, "Sun and Sand", and a section is none of a paper's name: "News & Views".
    """
    match words:
        case [first, "&", other]:
            is_last = True
        case [first, joint, other, last] if joint.lower() in PATTERNS.joins_outlet_words:
            is_last = _is_papers(last)
        case _:
            return False
    papers = [_is_papers(word) for word in (first, other)]
    is_told = any(papers) and (all(papers) or PATTERNS.sections.isdisjoint((first.lower(), other.lower())))
    return is_last and is_told and all(map(_WORD.fullmatch, (first, other, words[-1])))


def is_station(line: str, *, with_site: bool = False) -> bool:
    """True for what a station is called: "Channel Nine Online", "Radio Halifax"; its site alone is no programme that a date stands beside."""
    found = PATTERNS.station.fullmatch(line.strip())
    if found is None or (with_site and not found["site"]):
        return False
    place = found["place"] or found["town"]
    return place is None or is_place(place) or is_place(place.title())


def _without_last(words: list[str]) -> tuple[list[str], list[str]]:
    """A name without its last word, and that; both of two that are joined: "Aberdeen", "Press" and "Journal"."""
    *before, last = words
    match before:
        case [*name, first, joint] if joint.lower() in PATTERNS.joins_outlet_words and _is_papers(first):
            return name, [first, last]
    return before, [last]


def _is_papers(word: str) -> bool:
    return word.lower() in PATTERNS.outlet_words


def _is_of_paper(name: list[str], last: list[str]) -> bool:
    """True if the words in front of a paper's last are of a place or say when it appears; one of them may be a place that no list knows.

    "Voters Spurn Tribune" and "Murdoch Buys Evening Standard" have two words that are neither.
    """
    rest = [word for word in name if word.lower() not in PATTERNS.outlet_middles | PATTERNS.outlet_media]
    while rest and _is_papers(rest[-1]):
        rest.pop()
    if _are_places(rest):
        return True
    if rest[-1].lower() in PATTERNS.outlet_lands:
        rest.pop()
    own = [word for word in rest if word.lower() not in PATTERNS.outlet_sides]
    is_marked = len(own) < len(name) or len(last) > 1
    return _are_places(own) or (is_marked and len(own) == 1)


def _are_places(words: list[str]) -> bool:
    """True for words that are one place or several; for none."""
    whole = " ".join(words)
    return all(map(is_place, words)) or is_place(whole) or is_place(whole.title())


def kicker(line: str) -> str | None:
    """The kicker that a line of the header is, or that stands on it beside an outlet, a date or a byline: "Opinion"; None for other lines."""
    if (opening := PATTERNS.kicker_of_byline.match(line)) is not None:
        return opening["section"] if byline_names(line) is not None else None
    parts = _PARTS.split(line.strip())
    found = [PATTERNS.kicker.fullmatch(part) for part in parts]
    others = [part for part, match in zip(parts, found, strict=True) if match is None]
    first = next((match["section"] for match in found if match is not None), None)
    return first if all(map(_is_beside_kicker, others)) else None


def _is_beside_kicker(part: str) -> bool:
    """True for an outlet, a date, an hour or a byline."""
    is_stamp = read_stamp(part) is not None or _HOUR.fullmatch(part) is not None
    return is_stamp or is_outlet_name(part) or byline_names(part) is not None or bool(bare_byline(part))


def rubric(line: str) -> str | None:
    """The first of the sections that a line is made of, of two or more: "SPORT: TENNIS", "News | World"; None for other lines.

    In capitals the last may be one word of any kind: "SPORT: ROWING".
    """
    parts = [part.strip() for part in _SIGNS.split(line.strip()) if part.strip()]
    others = parts[1:-1] if line.isupper() and parts and " " not in parts[-1] else parts[1:]
    return parts[0] if len(parts) > 1 and all(map(_is_of_sections, (parts[0], *others))) else None


def _is_of_sections(part: str) -> bool:
    words = {*_WORDS.findall(part.lower())}
    return bool(words) and words <= PATTERNS.sections


def without_kicker(line: str) -> str:
    """A line of the header without the parts that are kickers."""
    return " | ".join(part for part in _PARTS.split(line.strip()) if PATTERNS.kicker.fullmatch(part) is None)
