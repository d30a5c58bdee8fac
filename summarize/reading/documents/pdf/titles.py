"""What an article in a PDF is called, and who wrote it, as far as type and metadata tell."""

from __future__ import annotations

import re

from summarize.reading.documents.pdf.paragraphs import Paragraph, alike

_LARGER = 1.15
_FEWEST_WORDS, _MOST_WORDS, _LONGEST = 2, 40, 300
_TITLE_WORDS = 4
_BESIDE_MASTHEAD = 0.5
"""The part of a masthead's size that a headline under it has at least."""
_WITHIN = 8
_LABEL = re.compile(
    r"(?i)(?:for immediate release|(?:press|media|news) (?:release|statement|information|notice)|press kit|statement|newsletter|"
    r"pressemitteilung|medienmitteilung|presseinformation|communiqu[ée](?: de presse)?|nota de prensa|comunicato stampa|embargoed?\b.*|"
    r"(?:annual|quarterly|interim|special) report|report|briefing|fact ?sheet|contents|table of contents)(?:\s+(?:no\.?|nr\.?)?\s*[\d/.-]+)?[:.]?"
)
_JUNK = re.compile(
    r"(?i)(?:microsoft (?:word|powerpoint|excel|office)|powerpoint|word|document\d*|untitled|unbenannt|ohne titel|sans titre|"
    r"dokument\d*|layout \d+|slide \d+|folie \d+|print|about:blank|title|new document|presentation\d*|bildschirm|pdf)\b.{0,4}$|"
    r"microsoft \w+ - .*|.*\.(?:docx?|pdf|indd|qxd|qxp|rtf|odt|pptx?|xlsx?|txt|html?|tex|dvi|ps|eps|pages|ai|cdr|jpg|png|tiff?)\"?$|.*[\\/]\w+[\\/].*|https?:.*"
)
_PARTICLES = r"(?:d[aeiou]|del|della|der|den|di|dos|du|el|la|le|ten|ter|van|von|zu|bin|ibn|al)"
_NAME = re.compile(rf"(?:[^\W\d_a-z][\w’'-]*\.?)(?:\s+(?:{_PARTICLES}|[^\W\d_a-z][\w’'-]*\.?)){{1,4}}")
_NO_PERSON = re.compile(
    r"(?i)\b(?:user|office|admin\w*|press|media|communications?|team|department|dept|ltd|limited|inc|gmbh|ag|plc|corp\w*|company|university|"
    r"institute|ministry|council|news|herald|times|agency|group|association|foundation|microsoft|adobe|owner|default|unknown|author|editor\w*|"
    r"newsroom|redaktion|presse|service|studio|design|print\w*|scan\w*|version|draft)\b"
)


def take_title(found: list[Paragraph], body: float, stated: str | None) -> tuple[str | None, list[Paragraph]]:
    """The title, and the paragraphs without it."""
    stated = " ".join(stated.split()) if stated else None
    place = _printed(found, stated)
    if place is None:
        place = _largest(found, body)
    if place is not None:
        title = found[place].text
        return title, [*found[:place], *found[place + 1 :]]
    return (stated if stated and _is_told(stated, found) else None), found


def person(stated: str | None) -> tuple[str, ...]:
    """The author that metadata name, if that is a person."""
    stated = " ".join(stated.split()) if stated else ""
    if len(stated) > 80 or not _NAME.fullmatch(stated) or _NO_PERSON.search(stated) or stated.isupper():
        return ()
    return (stated,)


def _printed(found: list[Paragraph], stated: str | None) -> int | None:
    """The paragraph at the beginning that is the title which the metadata state."""
    words = stated.casefold().split() if stated else []
    if len(words) < _FEWEST_WORDS:
        return None
    return next((place for place, item in enumerate(found[:_WITHIN]) if item.text.casefold().split() == words), None)


def _largest(found: list[Paragraph], body: float) -> int | None:
    """The paragraph of the first page in the largest type. One of a word or three may be a masthead, so another is looked for first."""
    first = found[0].page if found else 0
    fit = [
        (place, item)
        for place, item in enumerate(found)
        if item.page == first
        and item.size >= _LARGER * body
        and len(item.text) <= _LONGEST
        and _FEWEST_WORDS <= len(item.text.split()) <= _MOST_WORDS
        and not _LABEL.fullmatch(item.text)
        and sum(map(str.isalpha, item.text)) > len(item.text) / 2
    ]
    if not fit:
        return None
    largest = max(item.size for _, item in fit)
    long = [
        (place, item)
        for place, item in fit
        if len(item.text.split()) >= _TITLE_WORDS and item.size > _BESIDE_MASTHEAD * largest
    ]
    long = long or fit
    largest = max(item.size for _, item in long)
    return next(place for place, item in long if alike(item.size, largest))


def _is_told(stated: str, found: list[Paragraph]) -> bool:
    """True for a stated title that no program made up, and that is of what the text is about."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]{4,}", stated)]
    if _JUNK.match(stated) or len(stated.split()) < _FEWEST_WORDS or not words or len(stated) > _LONGEST:
        return False
    text = "\n".join(item.text for item in found).casefold()
    return sum(word in text for word in words) * 2 > len(words)
