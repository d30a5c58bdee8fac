"""What a browser shows elsewhere, or otherwise, than its markup has it: streamed parts, shadow roots, elements of a site's own, readings."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.reading.page.markup.blocks import BLOCKS
from summarize.reading.page.markup.hidden import Scope
from summarize.reading.page.markup.tree import Element, flatten, name_of, prose_of, text_of

_PARTS = frozenset("a b em i span strong".split())
_LINES = _PARTS | frozenset("h1 h2 h3 h4 h5 h6 p".split())
# What may have a shadow root, besides a site's own elements: https://dom.spec.whatwg.org/#valid-shadow-host-name
_HOSTS = frozenset("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split())
_MODES = frozenset({"open", "closed"})
_NEARLY_ALL = 0.8
"""Share of a page's prose above which the form around it is the page."""


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


def open_shadows(root: Element) -> list[Scope]:
    """Make an element of each shadow root that is declared (`<template shadowrootmode="open">`), with what its host holds in its slots.

    A closed root is closed to scripts, not to readers. What has no slot is not shown, and goes. Returns their style sheets.
    """
    templates = [each for each in root.iter("template") if (each.get("shadowrootmode") or "").lower() in _MODES]
    roots: dict[Element, Element] = {}
    for template in templates:
        host = template.getparent()
        if host is not None and (name_of(host) in _HOSTS or _is_own(host)):
            roots.setdefault(host, template)
    held_by = _by_template(root) if roots else {}
    scopes = [scope for host, template in roots.items() for scope in _scopes(host, held_by.get(template, []))]
    for host, template in reversed(roots.items()):  # the inner before the outer, whose slots may stand in them
        own = held_by.get(template, [])
        slots = {slot.get("name") or "": slot for slot in reversed(own) if name_of(slot) == "slot"}
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
        template.tag = "div"
    return scopes


def _by_template(root: Element) -> dict[Element, list[Element]]:
    """What stands in each template, but for what stands in another within it."""
    inmost: dict[Element, Element] = {}
    held: dict[Element, list[Element]] = {}
    for element in root.iter("*"):
        parent = element.getparent()
        template = parent if parent is not None and name_of(parent) == "template" else inmost.get(parent)
        if template is not None:
            inmost[element] = template
            held.setdefault(template, []).append(element)
    return held


def _scopes(host: Element, own: list[Element]) -> Iterator[Scope]:
    """The style sheets of a root, each with its host, what is put into its slots, and what stands in it, by what is written for each."""
    sheets = [element.text or "" for element in own if name_of(element) == "style"]
    if sheets:
        shown = [(element, "{}") for element in own if name_of(element) != "template"]
        yield "".join(sheets), [(host, ":host({})"), *((child, "::slotted({})") for child in host), *shown]


def make_plain(root: Element) -> None:
    """Make paragraphs and boxes of a site's own elements (`<x-text>`), by what is in them, words of what has a reading, and a box of a form around the page's prose."""
    flatten(root, ("ruby", "rb"), ())
    least = _NEARLY_ALL * prose_of(root)
    for form in [form for form in root.iter("form") if prose_of(form) > least]:
        form.tag = "div"
    for parent in root.iter("*"):
        own = list(filter(_is_own, parent))
        for element in own if own and not _is_line(parent) else ():
            if text_of(element):
                is_box = not _is_line(element) and any(_is_own(each) or name_of(each) in BLOCKS for each in element)
                element.set("class", f"{name_of(element)} {element.get('class') or ''}")
                element.tag = "div" if is_box else "p"


def _is_own(element: Element) -> bool:
    """True for an element of a site's own, which has a hyphen in its name."""
    return "-" in name_of(element) and not name_of(element).startswith("amp-")


def _is_line(element: Element) -> bool:
    """True if an element is a line of text, or holds words or parts of one itself."""
    return (
        name_of(element) in _LINES
        or any(text and text.strip() for text in (element.text, *(child.tail for child in element)))
        or any(name_of(child) in _PARTS and text_of(child) for child in element)
    )
