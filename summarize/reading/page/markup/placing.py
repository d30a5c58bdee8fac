"""What a browser shows elsewhere, or otherwise, than its markup has it: streamed parts, shadow roots, elements of a site's own, readings."""

from __future__ import annotations

from summarize.reading.page.markup.blocks import BLOCKS
from summarize.reading.page.markup.tree import Element, name_of, text_of

_PARTS = frozenset("a b em i span strong".split())
_LINES = _PARTS | frozenset("h1 h2 h3 h4 h5 h6 p".split())
# What may have a shadow root, besides a site's own elements: https://dom.spec.whatwg.org/#valid-shadow-host-name
_HOSTS = frozenset("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split())


def put_in_place(root: Element, streamed: frozenset[str]) -> None:
    """Put the parts of a page that its server streams hidden (`<div hidden id="S:0">`) where its scripts put them (`<template id="B:0">`).

    Args:
        root: the page's tree, changed in place.
        streamed: the ids of the parts that the scripts put somewhere; no other hidden part is shown.
    """
    if not streamed:
        return
    places = {element.get("id"): element for element in root.iter("template") if element.get("id")}
    for part in [element for element in root.iter("div") if element.get("id") in streamed]:
        part.attrib.pop("hidden", None)
        number = part.get("id")[1:]
        place = places.get(f"B{number}", places.get(f"P{number}"))
        if place is not None and place not in part.iter("template"):
            place.addprevious(part)


def open_shadows(root: Element) -> None:
    """Make an element of each shadow root that is open (`<template shadowrootmode="open">`), with what its host holds in its slots.

    What has no slot is not shown, and goes, as does all that a host with a closed root holds.
    """
    roots: dict[Element, Element] = {}
    for template in root.iter("template"):
        host = template.getparent()
        if _mode(template) in {"open", "closed"} and host is not None and (name_of(host) in _HOSTS or _is_own(host)):
            roots.setdefault(host, template)
    for host, template in reversed(roots.items()):  # the inner before the outer, whose slots may stand in them
        is_open = _mode(template) == "open"
        slots = {slot.get("name") or "": slot for slot in reversed(list(template.iter("slot")))} if is_open else {}
        words = f"{host.text or ''}{template.tail or ''}"
        held: dict[str, list[Element]] = {"": []} if words.strip() else {}
        for child in [child for child in host if child is not template]:
            held.setdefault(child.get("slot") or "", []).append(child)
            host.remove(child)
        for name, slot in slots.items():
            if name in held:  # else it shows what it holds itself
                slot[:] = held[name]
                slot.text = None if name else words
        host.text = template.tail = None
        template.tag = "div" if is_open else "template"


def keep_readings(root: Element) -> None:
    """Make words of the readings for which a page has brackets (`<rp>（</rp>`); those that only stand above what they are of are none."""
    for reading in list(root.iter("rt")):
        parts = (reading.getprevious(), reading, reading.getnext())
        if all(part is not None and name_of(part) == "rp" and text_of(part) in {"（", "）"} for part in parts[::2]):
            for part in parts:
                part.tag = "rb"


def make_plain(root: Element) -> None:
    """Make paragraphs and boxes of a site's own elements (`<x-text>`), by what is in them, and words of what has a reading."""
    for element in list(root.iter("ruby", "rb")):
        element.drop_tag()
    for parent in root.iter("*"):
        own = list(filter(_is_own, parent))
        for element in own if own and not _is_line(parent) else ():
            if _has_words(element):
                is_box = not _is_line(element) and any(_is_own(each) or name_of(each) in BLOCKS for each in element)
                element.set("class", f"{name_of(element)} {element.get('class') or ''}")
                element.tag = "div" if is_box else "p"


def _mode(template: Element) -> str:
    return (template.get("shadowrootmode") or "").lower()


def _is_own(element: Element) -> bool:
    """True for an element of a site's own, which has a hyphen in its name."""
    return "-" in name_of(element) and not name_of(element).startswith("amp-")


def _is_line(element: Element) -> bool:
    """True if an element is a line of text, or holds words or parts of one itself."""
    return (
        name_of(element) in _LINES
        or any(text and text.strip() for text in (element.text, *(child.tail for child in element)))
        or any(name_of(child) in _PARTS and _has_words(child) for child in element)
    )


def _has_words(element: Element) -> bool:
    return any(text.strip() for text in element.itertext())
