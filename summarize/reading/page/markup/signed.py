"""Block quotations and whose words they are: the signature is put behind the words, as a text has it."""

from __future__ import annotations

import re
from itertools import islice

from summarize.reading.page.markup.noise import is_post
from summarize.reading.page.markup.tree import Element, name_of, text_of
from summarize.reading.page.words import QUOTED

_MAX_LENGTH, _MAX_NAME_LENGTH = 120, 60
"""Code points of what signs a block quotation, within it and as a paragraph below it."""
_MAX_COUNT = 200
"""Block quotations of a page; what has more was made to take time."""
_HANDLE = re.compile(r"[—–-]\s?([^—–\n]{2,60}\s\(@[\w.-]{1,60}\))")
_DASHES = " \t\n\u00a0-–—―~"
_DASHED = re.compile(r"(?:[—–―~]|--?\s)\s*(?=[^\W\d_])(?![a-z])[^\n]{2,120}(?<![.!?…\"”’»:])")
"""A line that opens with a dash and a capital and ends in no stop: who said what stands above it."""
_PARTS = ("p", "div", "span", "small", "em", "strong", "h2", "h3", "h4", "h5", "h6")


def sign_quotations(body: Element) -> None:
    """Put what signs a block quotation (its footer or cite, its last line behind a dash, or the caption of its figure) behind its last words.

    In an element of its own it would be furniture, or a paragraph that says nothing of the words above it. The words get marks where they have
    none: without them they would be the article's own.
    """
    for quotation in list(islice(body.iter("blockquote"), _MAX_COUNT)):
        _cite_last_line(quotation)
        sign = _sign_of(quotation)
        words = text_of(sign).strip(_DASHES) if sign is not None else ""
        if sign is None or not words or len(words) > _MAX_LENGTH:
            continue
        sign.drop_tree()
        last = next((each for each in reversed(list(quotation.iter())) if text_of(each)), None)
        if last is None:
            continue
        is_bare = not QUOTED.search(text_of(quotation))
        if is_bare:
            _open_marks(quotation)
        mark = f"{'”' if is_bare else ''} — {words}"
        if len(last):
            last[-1].tail = (last[-1].tail or "").rstrip() + mark
        else:
            last.text = (last.text or "").rstrip() + mark


def sign_posts(body: Element) -> None:
    """Make of a post of somebody's that is embedded in a page a quotation of it: its words in marks, and who wrote them behind a dash.

    A block quotation that ends on a name and a handle is a post without its class. One that is not signed as posts are is left as it is:
    nobody says its words.
    """
    for post in list(islice(body.iter("blockquote"), _MAX_COUNT)):
        sign = _HANDLE.search(text_of(post))
        said = _words_of_post(post, sign[0]).strip('"“” ') if sign else ""
        if sign is None or not said:
            continue
        post.attrib.pop("class", None)
        for part in list(post):
            post.remove(part)
        post.text = f"“{said}” — {sign[1]}"


def _words_of_post(post: Element, sign: str) -> str:
    """The words of a post: its paragraphs that are not its signature, or what stands before that."""
    paragraphs = [text_of(part).partition(sign)[0].strip() for part in post.iter("p")]
    if any(paragraphs):
        return " ".join(filter(None, paragraphs))
    return "" if is_post(post) else text_of(post).partition(sign)[0]


def _cite_last_line(quotation: Element) -> None:
    """Make a `<cite>` of the last line of a block quotation where that is a dash and a name; of lines that all have a dash, each is said by another."""
    children = list(quotation)
    lines = [text_of(child) for child in children] + [(child.tail or "").strip() for child in children]
    if sum(1 for line in (quotation.text or "", *lines) if line.strip()[:1] in {*_DASHES.strip()}) != 1:
        return
    last = next((child for child in reversed(children) if text_of(child) or (child.tail or "").strip()), None)
    if last is None:
        return
    if name_of(last) in _PARTS and not (last.tail or "").strip() and _DASHED.fullmatch(text_of(last)):
        last.tag = "cite"
        return
    place = next(
        (at for at, child in enumerate(children) if (child.tail or "").strip()[:1] in {*_DASHES.strip()}), None
    )
    if place is None:
        return
    behind = children[place + 1 :]
    words = " ".join(
        " ".join((children[place].tail or "", *(f"{text_of(each)} {each.tail or ''}" for each in behind))).split()
    )
    if not _DASHED.fullmatch(words) or any(
        name_of(each) in {"p", "div", "footer", "cite", "blockquote"} for each in behind
    ):
        return
    children[place].tail = None
    for each in (*([children[place]] if name_of(children[place]) == "br" else []), *behind):
        quotation.remove(each)
    cite = quotation.makeelement("cite", {})
    cite.text = words
    quotation.append(cite)


def _open_marks(quotation: Element) -> None:
    """Put an opening mark before each paragraph of a block quotation, as quotations of several have them."""
    for paragraph in [part for part in quotation.iter("p") if text_of(part)] or [quotation]:
        paragraph.text = f"“{(paragraph.text or '').lstrip()}"


def _sign_of(quotation: Element) -> Element | None:
    """The element that signs a quotation, None if there is none. A title that is cited within a sentence signs nothing."""
    own = quotation.find(".//footer")
    if own is None:
        own = next((child for child in quotation if name_of(child) == "cite"), None)
    below = quotation.getnext()
    is_next = below is not None and name_of(below) == "p" and not (quotation.tail or "").strip()
    if (
        own is None
        and below is not None
        and is_next
        and len(line := text_of(below)) <= _MAX_NAME_LENGTH
        and _DASHED.fullmatch(line)
    ):
        return below
    figure = quotation.getparent()
    if own is None and figure is not None and name_of(figure) == "figure":
        own = figure.find("figcaption")
    return own
