"""Block quotations and whose words they are: the signature is put behind the words, as a text has it."""

from __future__ import annotations

import re
from itertools import islice

from summarize.reading.page.markup.noise import is_post
from summarize.reading.page.markup.tree import Element, name_of, text_of

_LONGEST = 120
_MOST = 200
"""Block quotations of a page; what has more was made to take time."""
_HANDLE = re.compile(r"[—–-]\s?([^—–\n]{2,60}\s\(@[\w.-]{1,60}\))")
_DASHES = " \t\n\u00a0-–—―~"


def sign_quotations(body: Element) -> None:
    """Put what signs a block quotation (its footer or cite, or the caption of its figure) behind its last words, after a dash.

    In an element of its own it would be furniture, or a paragraph that says nothing of the words above it.
    """
    for quotation in list(islice(body.iter("blockquote"), _MOST)):
        sign = _sign_of(quotation)
        words = text_of(sign).strip(_DASHES) if sign is not None else ""
        if sign is None or not words or len(words) > _LONGEST:
            continue
        sign.drop_tree()
        last = next((each for each in reversed(list(quotation.iter())) if text_of(each)), None)
        if last is None:
            continue
        mark = f" — {words}"
        if len(last):
            last[-1].tail = (last[-1].tail or "").rstrip() + mark
        else:
            last.text = (last.text or "").rstrip() + mark


def sign_posts(body: Element) -> None:
    """Make of a post of somebody's that is embedded in a page a quotation of it: its words in marks, and who wrote them behind a dash.

    One that is not signed as posts are, with a name and a handle, is left as it is: nobody says its words.
    """
    for post in list(islice(body.iter("blockquote"), _MOST)):
        words = next(iter(post.iter("p")), None)
        sign = _HANDLE.search(text_of(post)) if words is not None and is_post(post) else None
        said = text_of(words).strip('"“”') if sign else ""
        if sign is None or not said:
            continue
        del post.attrib["class"]
        for part in list(post):
            post.remove(part)
        post.text = f"“{said}” — {sign[1]}"


def _sign_of(quotation: Element) -> Element | None:
    """The element that signs a quotation, None if there is none. A title that is cited within a sentence signs nothing."""
    own = quotation.find(".//footer")
    if own is None:
        own = next((child for child in quotation if name_of(child) == "cite"), None)
    figure = quotation.getparent()
    if own is None and figure is not None and name_of(figure) == "figure":
        own = figure.find("figcaption")
    return own
