"""The tree of a page: parsed by lxml, which nothing else here imports, and walked without recursion."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from summarize.installing import missing

Element = Any
"""An element of lxml, which carries no types."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_TOKEN = re.compile(r"[a-z0-9]+")
# Characters that no text has, as they are or by number (`&#1;`): the parser reads them but does not take them back.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BY_NUMBER = re.compile(
    "&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF]))(?:;|(?![0-9a-fA-F]))"
)
_NOTHING = "\u200b"
"""What stands for one that was written by its number: without it, what is around it could be another (`&#&#1;1;`)."""
_OF_HEAD = frozenset("title meta link script style base noscript template object isindex".split())
_RUN = 40
"""Characters of a run of text that may be prose."""
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def parse(markup: str) -> Element | None:
    """The root element of a page, None if there is none. Comments and processing instructions are left out, nothing is fetched.

    The parser's own limit on depth (256) stays on: what is nested deeper is cut off.

    Raises:
        ConfigurationError: the packages that read pages are not installed.
    """
    try:
        from lxml import etree, html  # noqa: PLC0415 - only a page needs it
    except ImportError as error:
        raise missing("reading a web page needs more packages", "web") from error
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, recover=True)
    try:
        root = etree.fromstring(_BY_NUMBER.sub(_NOTHING, _CONTROL.sub("", markup)).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing in it is markup or text
        return None
    if root is not None:
        _open_body(root, etree.SubElement)
    return root


def _open_body(root: Element, make: Any) -> None:
    """Begin the body where HTML says that it begins: at the first element that no head may hold.

    The parser knows none of HTML 5's, and leaves `<title>…</title><article>…` in the head.
    """
    head = root.find("head")
    if head is None:
        return
    stray = next((child for child in head if name_of(child) not in _OF_HEAD), None)
    if stray is None:
        return
    body = root.find("body")
    if body is None:
        body = make(root, "body")
    moved = [stray, *stray.itersiblings()]
    for place, element in enumerate(moved):
        body.insert(place, element)


def name_of(element: Element) -> str:
    """The lower-case name of an element, without a prefix."""
    tag = element.tag
    return tag.rpartition(":")[2] if isinstance(tag, str) else ""


def tokens_of(element: Element) -> frozenset[str]:
    """The words that an element's class, id and test names are made of: `articleBody-share` is article, body and share."""
    values = " ".join(
        value for name in ("class", "id", "data-component", "data-testid", "data-block") if (value := element.get(name))
    )
    return words_of(values)


def words_of(names: str) -> frozenset[str]:
    """The lower-case words of names in kebab-case, snake_case or camelCase."""
    return frozenset(_TOKEN.findall(_HUMP.sub(" ", names[:600]).lower())) if names else frozenset()


def made(element: Element) -> tuple[str, str]:
    """What elements that are made alike share, their name and class: an id is only one's own."""
    return name_of(element), element.get("class") or ""


def ancestors(element: Element) -> Iterator[Element]:
    """The elements above `element`, the nearest first."""
    parent = element.getparent()
    while parent is not None:
        yield parent
        parent = parent.getparent()


def nearest(element: Element, names: Collection[str]) -> Element | None:
    """The nearest element above `element` that has one of these names."""
    return next((above for above in ancestors(element) if name_of(above) in names), None)


def collapse_spaces(text: str) -> str:
    """`text` with each run of white space as one space, as a page shows it; non-breaking spaces stay."""
    return _SPACE.sub(" ", text).strip(" \xa0\u3000\u2003\u2002\u2009\u200a\u202f")


def flatten(root: Element, unwrapped: tuple[str, ...], dropped: tuple[str, ...]) -> None:
    """Take the elements of these names out of a tree, and what the dropped ones hold."""
    from lxml import etree  # noqa: PLC0415 - only a page needs it

    etree.strip_elements(root, *dropped, with_tail=False)
    etree.strip_tags(root, *unwrapped)


def text_of(element: Element) -> str:
    """All text below `element`, collapsed."""
    return collapse_spaces("".join(element.itertext()))


def prose_of(element: Element) -> int:
    """Characters of an element's longer runs of text."""
    return sum(len(text) for text in element.itertext() if len(text.strip()) >= _RUN)
