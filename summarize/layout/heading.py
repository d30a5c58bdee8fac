"""What the lines above a story tell, and which of them is the title, the standfirst or the name of the paper."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct, field

from summarize.layout.blocks import Range
from summarize.layout.dateline import Dateline, read_dateline
from summarize.layout.header import bare_byline, looks_like_title, only_roles
from summarize.layout.mastheads import is_masthead, kicker, rubric, without_kicker
from summarize.layout.parts import HeaderLine
from summarize.layout.stamped import StampLine, stamp_line
from summarize.text.stamps import time_alone

_DAY = len("2026-03-09")


class Header(Struct):
    """What is known of an article from its header so far; ranges are half-open, in code points of the text."""

    title: Range | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    other: str | None = None
    """A name on a line of the header that may be an outlet's, or what the story is about."""
    section: str | None = None
    standfirst: Range | None = None
    filed: Dateline | None = None
    written: Dateline | None = None
    """Where the byline says that it was written."""
    loose: StampLine | None = None
    """A line of names and a date, which counts where no stamp is labelled or stands alone."""

    def stamp(self, found: StampLine) -> None:
        if found.weight == "stamp":
            self.add(found)
        else:
            self.loose = self.loose or found

    def take(self, found: HeaderLine) -> None:
        """Enter what a line says that is nothing but parts of a header."""
        if found.iso is not None:
            self.stamp(StampLine(found.iso, found.is_update, weight=found.weight))
        self.authors.extend(name for name in found.authors if name not in self.authors)
        self.publisher = self.publisher or found.outlet
        self.section = self.section or found.section
        self.other = self.other or found.other

    def time(self, line: str) -> bool:
        """True for a line that is the time of the day above it: "7:15 PM MYT"."""
        time = time_alone(line) if self.published and len(self.published) == _DAY else ""
        self.published = f"{self.published}T{time}" if time else self.published
        return bool(time)

    def kick(self, line: str) -> bool:
        """True for a line that is a kicker alone, with the outlet's name, or with a date that only shows without it: "14 March 2026 | Our view"."""
        section = kicker(line)
        if section is None:
            return False
        self.section = self.section or section
        bare = without_kicker(line)
        if is_masthead(bare):
            self.publisher = self.publisher or bare
        elif bare and stamp_line(line) is None and (found := stamp_line(bare)) is not None:
            self.stamp(found)
        else:
            return not bare
        return True

    def add(self, found: StampLine) -> None:
        if found.is_update:
            self.updated = self.updated or found.iso
        else:
            self.published = self.published or found.iso
        self.authors.extend(name for name in found.authors if name not in self.authors)
        self.publisher = self.publisher or found.outlet


def place_loose(text: str, loose: list[Range], header: Header, story: list[Range]) -> list[Range]:
    """Decide which of the loose paragraphs above the story is the title, and which the standfirst."""
    remaining = list(loose)
    if header.title is None and remaining:
        titles = [
            block
            for block in remaining
            if looks_like_title(words := text[block[0] : block[1]])
            and not only_roles(words)  # "Staff Writer", below a name
        ]
        if not titles and len(remaining) == 1 and _is_word_above_dateline(text, remaining[0], story):
            titles = remaining
        titles = _without_rubrics(text, titles, header)
        if titles:
            # A section label of a word or two, or a masthead, may stand above the title proper.
            first = titles[0]
            above = text[slice(*first)]
            if len(titles) > 1 and (len(above.split()) <= 2 or is_masthead(above)) and first == remaining[0]:
                first = titles[1]
                header.publisher = header.publisher or (above if is_masthead(above) else None)
            header.title = first
            remaining = _without_masthead(text, [block for block in remaining if block[0] > first[0]], header)
    if not header.authors and header.title is not None:
        for block in remaining:
            words = text[block[0] : block[1]]
            # "Mary Ellis, potter, 3 March 1931 – 4 May 2026" is whom it is about.
            names = bare_byline(words) if not any(map(str.isdigit, words)) else ()
            if names:
                header.authors.extend(names)
                break
    if header.standfirst is None and header.title is not None:
        after = [block for block in remaining if _is_prose(text[block[0] : block[1]])]
        if after:
            header.standfirst = after[0]
    elif header.title is None:
        return remaining + story
    return story


def _without_rubrics(text: str, titles: list[Range], header: Header) -> list[Range]:
    """What may be a title, without the sections that stand above one: "SPORT: TENNIS"; where both are in capitals it may be the title itself."""
    left: list[Range] = []
    for block, below in pairwise(titles):
        line = text[slice(*block)]
        section = rubric(line)
        if section is None or (line.isupper() and text[slice(*below)].isupper()):
            left.append(block)
        else:
            header.section = header.section or section
    return left + titles[-1:]


def _without_masthead(text: str, below: list[Range], header: Header) -> list[Range]:
    """The loose paragraphs below a title without the name of a paper, which is the publisher."""
    name = next((block for block in below if is_masthead(text[slice(*block)])), None)
    if name is None or header.publisher is not None:
        return below
    header.publisher = text[slice(*name)]
    return [block for block in below if block != name]


def _is_word_above_dateline(text: str, block: Range, story: list[Range]) -> bool:
    """True for one capitalised word, all that stands above a story with a dated or agency's dateline: "Strike", "Elections"."""
    word = text[slice(*block)]
    dateline = read_dateline(text, *story[0]) if word.isalpha() and word[0].isupper() and story else None
    return dateline is not None and (dateline.date is not None or dateline.agency is not None)


def _is_prose(paragraph: str) -> bool:
    """True for six words or more of which a third are in small letters: a list of names and towns is a byline."""
    words = [word for word in paragraph.split() if word[0].isalpha()]
    return len(words) >= 6 and sum(word[0].islower() for word in words) >= len(words) / 3
