"""The layout of a whole text: header, dateline, content paragraphs."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec import Struct

from summarize.expressions import expression
from summarize.gazetteer import is_place
from summarize.layout.blocks import Range, paragraphs, shadow
from summarize.layout.boilerplate import is_boilerplate
from summarize.layout.bylines import barred_place, byline_place, is_named, is_town, noted_author
from summarize.layout.dateline import Dateline, dateline_alone, dateline_date, read_dateline
from summarize.layout.header import (
    PATTERNS,
    authors_of,
    bare_byline,
    byline_names,
    byline_outlet,
    looks_like_title,
    split_label,
)
from summarize.layout.heading import Header, place_loose
from summarize.layout.names_stamped import desk_and_hour, is_credited, is_dated_source, may_be_title, names_and_stamp
from summarize.layout.parts import read_header_line
from summarize.layout.stamped import StampLine, stamp_line, stamp_of_head, stamped_sentence
from summarize.text.stamps import all_dates

# A header longer than this many paragraphs is not one.
_MAX_HEADER = 12
# A stated title stands no lower than this paragraph: the same words further down are a cross-heading.
_TITLE_WITHIN = 4
_MAX_BELOW, _MAX_CREDIT = 2, 80
_YEARS = timedelta(days=2 * 365)
_SENTENCE_END = expression(r"[.!?…。！？।॥؟۔][\"'”’»)\]」』]*$")


class Layout(Struct, frozen=True):
    """Which characters are what. Ranges are half-open, in code points of the text that was laid out."""

    title: Range | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO date or datetime printed above or below the story."""
    publisher: str | None = None
    section: str | None = None
    """The kicker, where one says that a piece is opinion or analysis."""
    dateline: Dateline | None = None
    dateline_published: str | None = None
    """ISO date of the dateline, its year from the text itself."""
    body: tuple[Range, ...] = ()
    """Content paragraphs, without the dateline that the first may open with."""
    standfirst: bool = False
    """The first content paragraph is a standfirst."""


def lay_out(text: str, title: str | None = None) -> Layout:
    """Tell title, byline, time stamp, dateline and content of a news text apart.

    Args:
        text: the whole text.
        title: the article's title, where its source states it. A paragraph of the header that is it is the title, whatever it looks like.
    """
    text = shadow(text)
    blocks = paragraphs(text)
    header = Header(title=_stated_title(text, blocks, title))
    rest = _read_header(text, blocks, header)
    body, dateline = _read_body(text, rest, header)
    if header.section and not header.authors and (noted := noted_author(text, body)) is not None:
        header.authors.append(noted[0])
        body.remove(noted[1])
    filed = dateline_date(dateline, text) if dateline else None
    if filed:
        header.updated = None  # a story is filed before it is changed
    elif header.loose is not None and not (header.published or header.updated or _is_outlived(header.loose, text)):
        header.add(header.loose)
    standfirst = header.standfirst
    publisher = header.publisher or (header.other if header.authors and not _is_about(header, text, body) else None)
    publisher = publisher or (_agency(dateline) if dateline is not None else None)
    return Layout(
        title=header.title,
        authors=tuple(header.authors),
        published=header.published
        or header.updated
        or (stamp_of_head(text[slice(*header.title)]) if header.title else None),
        publisher=publisher,
        section=header.section,
        dateline=dateline or header.filed or _byline_place(text, body, header.written),
        dateline_published=filed,
        body=(standfirst, *body) if standfirst else tuple(body),
        standfirst=standfirst is not None,
    )


def _is_about(header: Header, text: str, body: list[Range]) -> bool:
    """True if a name on a line of the header may be what the story is about: its last word is one of the headline's or of the story's."""
    last = (header.other or "").rpartition(" ")[2].casefold()
    told = [header.title] if header.title else []
    return any(last in text[start:end].casefold() for start, end in (*told, *body))


def _agency(dateline: Dateline) -> str | None:
    """The agency in the brackets of a dateline, but not where they hold a region, or somebody's name: "PERTH (Scotland) —", "PERTH (Ann Lee) —"."""
    name = (dateline.agency or "").strip()
    return None if not name or is_place(name) or bare_byline(name) else name


def _byline_place(text: str, body: list[Range], byline: Dateline | None) -> Dateline | None:
    """The place of a byline, where the story does not name it: else the story itself says what it is to it."""
    if byline is None or is_named(text, text[byline.place_start : byline.place_end], body):
        return None
    return byline


def _stated_title(text: str, blocks: list[Range], title: str | None) -> Range | None:
    """The paragraph of the header that is the title which the source states, None if none is."""
    words = title.casefold().split() if title else []
    if not words:
        return None
    return next(
        (block for block in blocks[:_TITLE_WITHIN] if text[block[0] : block[1]].casefold().split() == words), None
    )


def _read_header(text: str, blocks: list[Range], header: Header) -> list[Range]:
    """Read the header into `header`; the paragraphs after it."""
    loose: list[Range] = []  # unlabelled paragraphs seen before the story: label, title, standfirst
    for index, (start, end) in enumerate(blocks[:_MAX_HEADER]):
        if (start, end) == header.title:
            loose.clear()
            continue
        paragraph = text[start:end]
        if header.time(paragraph):
            continue
        if (alone := dateline_alone(text, start, end)) is not None:
            header.filed = alone
            continue
        is_below = bool(loose or header.title)
        if _take_parts(text, (start, end), header, is_below=is_below) or header.kick(paragraph):
            continue
        if _opens_story(text, blocks, index, loose, header):
            return place_loose(text, loose, header, blocks[index:])
        header.written = header.written or (byline_place(text, start, end) if is_below else None)
        if (is_below or not may_be_title(paragraph)) and _read_header_line(paragraph, (start, end), header):
            continue
        if (is_below or is_credited(paragraph)) and (found := names_and_stamp(paragraph)) is not None:
            header.loose = header.loose or found
            header.written = header.written or barred_place(text, start, end)
            continue
        if is_below and is_town(paragraph) and _is_header_line(text[slice(*blocks[min(index + 1, len(blocks) - 1)])]):
            header.written = header.written or Dateline(start, end, start, end)  # "Ann Lee", "Halifax", "3 March 2026"
            continue
        is_signed = bool(index and header.authors and byline_names(text[slice(*blocks[index - 1])]))
        if is_signed and (found := desk_and_hour(paragraph)) is not None:
            header.loose = header.loose or found
            continue
        if not is_boilerplate(paragraph):
            loose.append((start, end))
    # No paragraph opened a story: what there is, is the story.
    return place_loose(text, [], header, [block for block in blocks if not _is_header_line(text[block[0] : block[1]])])


def _take_parts(text: str, at: Range, header: Header, *, is_below: bool) -> bool:
    """True for a line that is nothing but parts of a header, which are entered; above the title only for one that cannot be the title itself."""
    start, end = at
    told = read_header_line(text[start:end])
    if told is None or not (is_below or told.is_sure):
        return False
    header.take(told)
    if told.place is not None:
        place = text.index(told.place, start)
        header.filed = Dateline(start, end, place, place + len(told.place))
    header.written = header.written or byline_place(text, start, end) or barred_place(text, start, end)
    return True


def _read_header_line(paragraph: str, at: Range, header: Header) -> bool:
    stamp = stamp_line(paragraph)
    if stamp is not None:
        header.stamp(stamp)
        if stamp.place_end is not None:
            header.filed = Dateline(at[0], at[1], at[0], at[0] + stamp.place_end)
        elif stamp.last_place is not None:
            start, end = stamp.last_place
            header.filed = Dateline(at[0], at[1], at[0] + start, at[0] + end)
        return True
    pair = split_label(paragraph)
    if pair is not None:
        label, value = pair
        if label in PATTERNS.title_labels:
            header.title = header.title or (at[1] - len(value), at[1])
        elif label in PATTERNS.author_labels:
            header.authors.extend(authors_of(value) or [value])
        elif label in PATTERNS.publisher_labels:
            dated = names_and_stamp(value)  # "Source: Halifax Lantern, 3 March 2026"
            header.loose = header.loose or dated
            header.publisher = header.publisher or (value if dated is None else dated.outlet)
        elif label in PATTERNS.standfirst_labels:
            header.standfirst = (at[1] - len(value), at[1])
        return True
    names = byline_names(paragraph)
    if names is not None:
        header.authors.extend(name for name in names if name not in header.authors)
        header.publisher = header.publisher or byline_outlet(paragraph)
        return True
    return False


def _is_header_line(paragraph: str) -> bool:
    is_told = stamp_line(paragraph) is not None or byline_names(paragraph) is not None or is_boilerplate(paragraph)
    return is_told or read_header_line(paragraph) is not None


def _opens_story(text: str, blocks: list[Range], index: int, loose: list[Range], header: Header) -> bool:
    """True if the story begins at paragraph `index`: it has a dateline, or is prose that no header follows."""
    start, end = blocks[index]
    paragraph = text[start:end]
    if _is_header_line(paragraph) or split_label(paragraph):
        return False
    dateline = read_dateline(text, start, end)
    is_dated = dateline is not None and (dateline.date is not None or dateline.agency is not None)
    if dateline is not None and (is_dated or _SENTENCE_END.search(paragraph)) and end - dateline.end > 30:
        return True
    if not _SENTENCE_END.search(paragraph) and not paragraph.endswith(":"):
        return False
    if looks_like_title(paragraph) and not loose and header.title is None and index + 1 < len(blocks):
        # "Who pays for the storm?": a title if more follows, and it reads as one.
        return False
    # A standfirst ends in a full stop too; what tells it is the byline, stamp or dateline that follows.
    followers = blocks[index + 1 : index + 4]
    for follower_start, follower_end in followers:
        follower = text[follower_start:follower_end]
        stamp = stamp_line(follower)
        if byline_names(follower) is not None or (stamp is not None and stamp.weight == "stamp"):
            return False
        if len(paragraph) < 320 and read_dateline(text, follower_start, follower_end) is not None:
            return False
        if len(follower) > 60:
            break
    return True


def _read_body(text: str, blocks: list[Range], header: Header) -> tuple[list[Range], Dateline | None]:
    dateline: Dateline | None = None
    body: list[Range] = []
    for index, (start, end) in enumerate(blocks):
        paragraph = text[start:end]
        is_foot = index > 0 and _is_foot(blocks, index)
        stamp = stamp_line(paragraph)
        if stamp is not None and (stamp.weight == "stamp" or (stamp.weight == "told" and is_foot)):
            header.stamp(stamp)  # "This article was published on 3 March 2026" is boilerplate that says when
            continue
        # "(Consumer Page, 21 August 2026)": brackets alone make no boilerplate of the last line.
        is_last = is_foot and (not is_boilerplate(paragraph.strip("()")) or is_dated_source(paragraph))
        if is_last and (last := names_and_stamp(paragraph) or _credit_line(paragraph)) is not None:
            header.loose = header.loose or last._replace(authors=())
            continue
        if is_boilerplate(paragraph):
            continue
        if byline_names(paragraph) is not None and (index < 2 or index >= len(blocks) - 2):
            header.authors.extend(name for name in byline_names(paragraph) or () if name not in header.authors)
            continue
        if not body and dateline is None:
            dateline = read_dateline(text, start, end)
            opening = dateline.end if dateline is not None else start
            body.extend(_without_stamped_sentence(text, (opening, end), header))
            continue
        if _is_subheading(paragraph) and index + 1 < len(blocks):
            continue
        body.append((start, end))
    return body, dateline


def _credit_line(line: str) -> StampLine | None:
    """The date of a line that says who wrote it, though it names nobody: "Thursday 26 February 2026, by staff reporter"; None for other lines."""
    told = read_header_line(line)
    return (
        StampLine(told.iso, told.is_update, weight="told") if told is not None and told.iso and told.is_sure else None
    )


def _without_stamped_sentence(text: str, at: Range, header: Header) -> list[Range]:
    """The lead without a sentence that is a stamp and nothing else, which is entered: "Updated: March 3, 2026 08:14 IST."."""
    found = stamped_sentence(text, *at)
    if found is None:
        return [at]
    stamp, start, end = found
    header.stamp(stamp)
    return [part for part in ((at[0], len(text[:start].rstrip())), (end + 1, at[1])) if part[0] < part[1]]


def _is_outlived(stamp: StampLine, text: str) -> bool:
    """True if the text has a day years after that of a line: it is of something that the story tells."""
    day = date.fromisoformat(stamp.iso[:10])
    return any(other - day > _YEARS for other in all_dates(text))


def _is_foot(blocks: list[Range], index: int) -> bool:
    """True if below a paragraph stand at most two short lines, as credits do."""
    return len(blocks) - index - 1 <= _MAX_BELOW and all(
        end - start <= _MAX_CREDIT for start, end in blocks[index + 1 :]
    )


def _is_subheading(paragraph: str) -> bool:
    """A short line without a stop, a quotation or a figure of speech around it: it heads what follows."""
    if len(paragraph) > 80 or len(paragraph.split()) > 10:
        return False
    return not _SENTENCE_END.search(paragraph) and not re.search(r"[\"“”«»:,;]|^[-*•–—\d]", paragraph)
