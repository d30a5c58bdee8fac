"""What a browser shows elsewhere, or otherwise, than its markup has it: streamed parts, shadow roots, elements of a site's own, readings."""

from __future__ import annotations

from summarize.reading.page.markup.blocks import BLOCKS
from summarize.reading.page.markup.tree import Element, name_of, text_of

# What may have a shadow root, besides elements of a site's own: https://dom.spec.whatwg.org/#valid-shadow-host-name
_HOSTS = frozenset("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split())
_LINES = frozenset("p h1 h2 h3 h4 h5 h6 a b strong em i span".split())
"""Elements in which, or beside which, one of a site's own is a part of a line."""


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
    """Make an element of each open shadow root (`<template shadowrootmode="open">`), and put what its host holds into its slots.

    What has no slot is not shown, and goes; so does all that a host with a closed root holds.
    """
    roots: dict[Element, Element] = {}
    for template in root.iter("template"):
        host = template.getparent()
        if _mode(template) and host is not None and (name_of(host) in _HOSTS or _is_own(host)):
            roots.setdefault(host, template)
    for host, template in reversed(roots.items()):  # the inner before the outer, whose slots may stand in them
        slots: dict[str, Element] = {}
        for slot in template.iter("slot") if _mode(template) == "open" else ():
            slots.setdefault(slot.get("name") or "", slot)
        if (place := slots.get("")) is not None and (host.text or "").strip():
            place.clear(keep_tail=True)
            place.text = host.text
        host.text = template.tail = None
        filled = {place}
        for child in [child for child in host if child is not template]:
            place = slots.get(child.get("slot") or "")
            if place is None:
                host.remove(child)
                continue
            if place not in filled:  # what it says where nothing is put into it
                place.clear(keep_tail=True)
                filled.add(place)
            place.append(child)
        if _mode(template) == "open":
            template.tag = "div"


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
        own = [child for child in parent if _is_own(child)]
        if own and name_of(parent) not in _LINES and not _is_line(parent):
            for element in own:
                _name(element)


def _mode(template: Element) -> str:
    mode = (template.get("shadowrootmode") or "").lower()
    return mode if mode in {"open", "closed"} else ""


def _is_own(element: Element) -> bool:
    """True for an element of a site's own, which has a hyphen in its name."""
    return "-" in name_of(element) and not name_of(element).startswith("amp-")


def _is_line(element: Element) -> bool:
    """True if an element holds words of its own, or parts of a line."""
    texts = (element.text, *(child.tail for child in element))
    return any(text and text.strip() for text in texts) or any(
        name_of(child) in _LINES - {"p"} and not name_of(child).startswith("h") and text_of(child) for child in element
    )


def _name(element: Element) -> None:
    """Call an element what it is used for; its own name is its first class."""
    if any(text.strip() for text in element.itertext()):
        element.set("class", f"{name_of(element)} {element.get('class') or ''}")
        is_box = not _is_line(element) and any(name_of(each) in BLOCKS or _is_own(each) for each in element.iter("*"))
        element.tag = "div" if is_box else "p"
