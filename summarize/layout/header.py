"""What stands above a story: title, byline, standfirst, section label."""

from __future__ import annotations

import re
from typing import Final

from summarize.expressions import expression
from summarize.gazetteer import given_name_gender, is_place
from summarize.languages.layout_patterns import layout_patterns
from summarize.languages.loader import any_of
from summarize.layout.boilerplate import LANGUAGE
from summarize.layout.foreign import stamp_words

_ITEM = expression(r"[-*•–—>|(\[]")
PATTERNS: Final = layout_patterns(LANGUAGE)
_NAME = rf"(?:(?!{PATTERNS.opens_byline}\b)[A-Z][\w.'’\-]*)(?:\s(?:[A-Z][\w.'’\-]*|{any_of(PATTERNS.name_particles)})){{0,4}}"
_WHOLE_NAME = expression(_NAME)
_NAMES = expression(rf"{_NAME}(?:(?:{PATTERNS.joins_names.pattern}){_NAME})*")
_BYLINE = expression(
    rf"(?:(?i:{any_of(PATTERNS.byline_openers)}|(?P<label>{any_of(PATTERNS.byline_labels)})(?=\s?:)|(?P<foreign>{any_of(stamp_words().by)}))\s*:?\s+)(?P<names>{_NAMES.pattern})(?P<rest>.*)"
)


def byline_names(paragraph: str) -> tuple[str, ...] | None:
    """The authors of a paragraph that is a byline, None if it is none."""
    if len(paragraph) > 160:
        return None
    match = _BYLINE.match(paragraph.strip("*_ \t"))
    if match is None or (paragraph.rstrip().endswith((".", "!", "?")) and len(paragraph.split()) > 8):
        return None
    rest = match["rest"].strip()
    first = PATTERNS.joins_names.split(match["names"])[0]
    if match["label"] and (not bare_byline(first) or is_place(first)):
        return None  # "Text: Rules on Cats", "Story: Alice Springs" are titles
    if match["foreign"] and (" " not in match["names"] or rest):
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
    return tuple(_as_title_case(name) for name in authors if not only_roles(name) and not _is_outlet(name))


def is_outlet_name(name: str) -> bool:
    """True for the name of a paper or an agency by its last word, or its first: "Clyde Courier", "Daily Beacon"; "Emily Post" is a person."""
    words = name.split()
    if len(words) > 1 and words[0].lower() in PATTERNS.outlet_openers:
        return True
    if len(words) > 2 and words[-1].lower() in PATTERNS.outlet_enders:
        return words[-2].lower() in PATTERNS.outlet_words
    if len(words) < 2 or words[-1].lower() not in PATTERNS.outlet_words:
        return False
    is_surname = words[-1].lower() in PATTERNS.outlet_surnames and words[-2].lower() not in PATTERNS.outlet_middles
    return not is_surname or given_name_gender(words[0]) is None


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
        if _WHOLE_NAME.fullmatch(name) and 2 <= len(name.split()) <= 4 and given_name_gender(name.split()[0])
    ]
    return (
        tuple(_as_title_case(name) for name in people) if people and people[0] == names[0] and len(names) <= 4 else ()
    )


def authors_before(names: list[str], name: str) -> bool:
    """True if an author precedes `name`, so that what looks like a role ("Health Correspondent") is his or hers."""
    return names.index(name) > 0


def only_roles(name: str) -> bool:
    """True for what an author is and nothing else: "Staff Writer"."""
    return not PATTERNS.role_words.sub("", name).strip(" .")


def _as_title_case(name: str) -> str:
    return name.title() if name.isupper() else name


def _is_outlet(name: str) -> bool:
    """True for "CNN", "PTI": capitals in one word name an agency, not an author."""
    return " " not in name and name.isupper()


def split_label(paragraph: str) -> tuple[str, str] | None:
    """The label and value of a header line such as "Title: …", lower-cased label, None if it is none."""
    match = PATTERNS.labelled.fullmatch(paragraph)
    return (match["label"].lower(), match["value"].strip()) if match else None


def _is_title_case(words: list[str]) -> bool:
    bare = [word.lstrip("\"'“‘(") for word in words]
    long_words = [word for word in bare if len(word) > 3 and word[0].isalpha()]
    return len(long_words) >= 3 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)


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
    if bare.endswith((":", ",", ";", "。", "।", "：", "，")) or _ITEM.match(paragraph):
        return False
    if bare.endswith("."):
        # Archives print a stop after a title; its capitals give it away. A sentence of the story has neither.
        return _is_title_case(words)
    return any(character.isalpha() for character in paragraph)
