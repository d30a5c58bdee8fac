"""Elements of a feed by the names that they have in every kind of feed, and what they hold."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from summarize.reading.text import absolute
from summarize.reading.web.feeds.text import as_html

if TYPE_CHECKING:
    from lxml.etree import _Element

_PREFIXES = {
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/atom/ns#": "atom:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/elements/1.0/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://backend.userland.com/rss": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
}
_XML = "{http://www.w3.org/XML/1998/namespace}"
_HTML_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,40}")
_ESCAPED = re.compile(r"&lt;/?(?:p|div|br|h[1-6]|ul|blockquote)\b")
_PLAIN = frozenset({"text", "text/plain"})

Fields = dict[str, list["_Element"]]


def name_of(element: _Element) -> str:
    """The name of an element with the usual prefix, in lower case. One whose prefix was never declared is taken at its word."""
    tag = str(element.tag)
    if not tag.startswith("{"):
        return tag.lower().removeprefix("rss:")
    space, _, local = tag[1:].partition("}")
    return _PREFIXES.get(space.strip(), "?:") + local.lower()


def fields_of(element: _Element) -> Fields:
    """The children of an element by name."""
    found: Fields = {}
    for child in element:
        name = name_of(child)
        # An Atom feed may lack its namespace; only Atom has these names for anything that is read.
        found.setdefault(name, []).append(child)
        if name.startswith("atom:"):
            found.setdefault(name.removeprefix("atom:"), []).append(child)
    return found


def first(fields: Fields, *names: str) -> _Element | None:
    """The first element with one of the names, in the order of the names, that is not empty."""
    for name in names:
        for element in fields.get(name, ()):
            if len(element) or (element.text or "").strip():
                return element
    return None


def text_of(element: _Element | None) -> str | None:
    """All text within an element."""
    return None if element is None else "".join(element.itertext()).strip() or None


def markup_of(element: _Element | None) -> str | None:
    """What an element holds, as HTML: escaped, as elements, or plain, as its type says and its content shows."""
    if element is None:
        return None
    kind = (element.get("type") or "").strip().lower()
    if len(element):
        return _inner(element)
    text = (element.text or "").strip()
    if not text:
        return None
    return as_html(text) if kind in _PLAIN else text


def content_of(element: _Element | None) -> str | None:
    """What an element holds, as HTML; of tags that were escaped once more than they should be, those."""
    text = markup_of(element)
    return html.unescape(text) if text and "<" not in text and _ESCAPED.search(text) else text


def _inner(element: _Element) -> str:
    """The children of an element, as HTML without namespaces."""
    from lxml import etree  # noqa: PLC0415 - of an extra

    text = element.text or ""
    for each in element.iterdescendants():
        local = re.split("[}:]", str(each.tag))[-1]
        each.tag = local if _HTML_NAME.fullmatch(local) else "span"
        for name in [name for name in each.attrib if str(name).startswith("{")]:
            del each.attrib[name]
    # Moved to a tree of their own, as they would be written with every namespace of the feed.
    whole = etree.Element("x")
    whole.extend(list(element))
    etree.cleanup_namespaces(whole)
    return (
        html.escape(text) + "".join(etree.tostring(each, encoding="unicode", method="html") for each in whole)
    ).strip()


def base_of(element: _Element, url: str | None) -> str | None:
    """What addresses within an element are relative to: every xml:base around it, and where the feed is from."""
    bases = [element.get(f"{_XML}base"), *(each.get(f"{_XML}base") for each in element.iterancestors())]
    base = url
    for each in reversed(bases):
        if each:
            base = absolute(each, base) or base
    return base


def own_base(element: _Element, base: str | None) -> str | None:
    """What addresses in an element itself are relative to, `base` being for what is around it."""
    return absolute(element.get(f"{_XML}base"), base) or base


def lang_of(element: _Element) -> str | None:
    """The language that is declared nearest around an element."""
    own = element.get(f"{_XML}lang")
    return own or next((found for each in element.iterancestors() if (found := each.get(f"{_XML}lang"))), None)
