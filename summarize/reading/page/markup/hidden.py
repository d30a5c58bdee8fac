"""What a page holds but does not show: taken out before anything reads it, for it is where instructions to machines are put.

Hidden is: an element that is never shown (`<template>`, a closed `<dialog>`), one with the `hidden` attribute or `aria-hidden`, one whose
own style hides it (not displayed, invisible, transparent, of no size, moved off the page, in its background's colour), one that a
simple rule of the page's own style sheet hides, and one whose class says it is for screen readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from summarize.reading.page.markup.tree import Element, ancestors, name_of, remove

# `!important` and the vendor prefixes aside, a style hides in few ways.
_GONE = re.compile(
    r"""(?ix)(?:^|[;{\s])
    (?: display\s*:\s*none
      | visibility\s*:\s*(?:hidden|collapse)
      | content-visibility\s*:\s*hidden
      | opacity\s*:\s*(?:0?\.0\d*|0+%?|0)\s*(?:[;!}]|$)
      | font-size\s*:\s*(?:0+(?:\.0\d*)?|\.0\d*|0?\.\d+(?=px|pt)|1(?=px|pt|%))(?:px|pt|em|rem|%|ex|ch|vw|vh)?\s*(?:[;!}]|$)
      | (?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:[;!}]|$)
      | (?:left|right|top|bottom|text-indent|margin-(?:left|top))\s*:\s*-\s*(?:\d{4,}|[5-9]\d\d)(?:\.\d+)?(?:px|em|rem|pt|%|vw|vh)?
      | clip\s*:\s*rect\(\s*[01]?(?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01]?(?:px)?\s*\)
      | clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0[\s,]+0[\s,]+0[\s,]+0)
      | transform\s*:\s*(?:scale[xy]?\(\s*0|translate[xy]?\(\s*-\s*(?:\d{4,}|[5-9]\d\d))
      | color\s*:\s*transparent(?!.*background-clip)
    )"""
)
_FOREGROUND = re.compile(r"(?i)(?:^|[;\s])color\s*:\s*([^;!]+)")
_BACKGROUND = re.compile(r"(?i)(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]+)")
_IMAGE = re.compile(r"(?i)background[^;]*(?:url\(|gradient\()")
_NUMBERS = re.compile(r"[\d.]+%?")
_RULE = re.compile(r"([^{}@;]{1,400})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"\s*([a-z][a-z0-9]*)?([.#])([\w-]{1,80})\s*\Z", re.IGNORECASE)
_NEVER_SHOWN = frozenset(
    "template script style noscript object embed applet audio video canvas datalist select option svg rp rt".split()
)
_FOR_READERS_ONLY = re.compile(
    r"(?:^|[\s_-])(?:visually-?_?hidden|sr-?only|screen-?reader|assistive-text|a11y-hidden|off-?screen|element-invisible|[ui]s?-hidden)|(?-i:VisuallyHidden|ScreenReader)",
    re.IGNORECASE,
)
# "hidden md:block", "d-none d-lg-block": hidden on some screens only.
_UTILITY = re.compile(r"(?:^|\s)(?:hidden|d-none)(?:\s|$)")
_SHOWN_AGAIN = re.compile(
    r"(?:^|\s)(?:[a-z0-9]+:(?:block|flex|grid|inline\S*|table\S*)|d-[a-z]+-(?!none)[a-z-]+)(?:\s|$)"
)
_MOST_SHEET = 400_000
_NAMED = {"white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240), "whitesmoke": (245, 245, 245)}  # fmt: skip
_MOST_WRAPPED = 20
_RUN, _PROSE = 40, 200
"""Characters of a run of text that may be prose, and of all the prose that a page must have left."""
_FULL = 255
_NEAR = 24
"""How far two colours may be apart, over red, green and blue together, for text to be unreadable."""

Colour = tuple[int, int, int]


def strip_hidden(root: Element, styles: tuple[str, ...]) -> int:
    """Take everything out of the tree that a reader would not see; how many elements that were.

    Args:
        root: the page's tree, changed in place.
        styles: its style sheets.
    """
    shown = _wrappers(root)
    taken = _take(element for element in root.iter("*") if element not in shown and _is_hidden(element))
    classes, ids = _hidden_names(styles)
    inferred = [
        element
        for element in root.iter("*")
        if element not in shown and (_is_named(element, classes, ids) or _has_no_colour(element))
    ]
    return taken + (0 if _is_all_the_prose(root, inferred) else _take(inferred))


def _take(elements: Iterable[Element]) -> int:
    """Take elements out of their tree; how many were in it."""
    taken = 0
    for element in list(elements):
        if element.getparent() is not None:
            taken += 1
            remove(element)
    return taken


def _is_all_the_prose(root: Element, inferred: list[Element]) -> bool:
    """True if next to no prose would be left without what a style sheet or a colour is inferred to hide.

    Then the inference is wrong: scripts show the story later, or the page is dark. A page that shows a story keeps the rest hidden.
    """
    hidden = set(inferred)
    outermost = [element for element in inferred if hidden.isdisjoint(ancestors(element))]
    held = sum(_prose(element) for element in outermost)
    return held > _PROSE and _prose(root) - held < _PROSE


def _prose(element: Element) -> int:
    """Characters of an element's longer runs of text."""
    return sum(len(text) for text in element.itertext() if len(text.strip()) >= _RUN)


def _wrappers(root: Element) -> set[Element]:
    """The page, its body, and what wraps its article for screen readers only: a script shows those later, so their hiding says nothing."""
    wrappers = {root, *root.iterchildren("body")}
    for held in islice(root.iter("h1", "main", "article"), _MOST_WRAPPED):
        wrappers.update(above for above in ancestors(held) if _is_for_sight_alone(above))
    return wrappers


def _is_for_sight_alone(element: Element) -> bool:
    return element.get("aria-hidden") is not None and not _GONE.search(element.get("style") or "")


def _is_named(element: Element, classes: frozenset[str], ids: frozenset[str]) -> bool:
    """True if a rule of the style sheet hides an element."""
    named = element.get("class")
    return bool(named and not classes.isdisjoint(named.split())) or (bool(ids) and element.get("id") in ids)


def _is_hidden(element: Element) -> bool:
    name = name_of(element)
    if name in _NEVER_SHOWN or (name == "dialog" and element.get("open") is None):
        return True
    if element.get("hidden") not in {None, "until-found"}:
        return True
    if (element.get("aria-hidden") or "").strip().lower() == "true" or (name == "font" and element.get("size") == "0"):
        return True
    named = element.get("class")
    if named:
        if _FOR_READERS_ONLY.search(named):
            return True
        if _UTILITY.search(named) and not _SHOWN_AGAIN.search(named):
            return True
    style = element.get("style")
    return bool(style and _GONE.search(style))


def _has_no_colour(element: Element) -> bool:
    """True if text would stand in (nearly) its background's colour, as far as the markup itself tells."""
    style = element.get("style") or ""
    if "color" not in style and element.get("color") is None:
        return False
    match = _FOREGROUND.search(style)
    colour = _colour(match[1] if match else element.get("color") or "")
    if colour is None:
        return False
    behind: Colour = (_FULL, _FULL, _FULL)
    for holder in (element, *ancestors(element)):
        style = holder.get("style") or ""
        if _IMAGE.search(style) or holder.get("background"):
            return False
        match = _BACKGROUND.search(style)
        found = _colour(match[1] if match else holder.get("bgcolor") or "")
        if found is not None:
            behind = found
            break
    return sum(abs(mine - other) for mine, other in zip(colour, behind, strict=True)) <= _NEAR


def _colour(value: str) -> Colour | None:
    value = value.strip().lower()
    if value in _NAMED:
        return _NAMED[value]
    match = re.match(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", value)
    if match:
        digits = match[1] if len(match[1]) > 3 else "".join(digit * 2 for digit in match[1])
        return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if value.startswith("rgb"):
        numbers = [
            float(n.rstrip("%")) * (2.55 if n.endswith("%") else 1)
            for n in _NUMBERS.findall(value)[:3]
            if n.count(".") < 2 and n.strip(".%")
        ]
        if len(numbers) == 3:
            return int(min(numbers[0], _FULL)), int(min(numbers[1], _FULL)), int(min(numbers[2], _FULL))
    if value.startswith("hsl") and value.replace(" ", "").endswith("100%)"):
        return _FULL, _FULL, _FULL
    return None


def _hidden_names(styles: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The classes and ids that a style sheet hides by a rule of their own, outside any condition."""
    classes: set[str] = set()
    ids: set[str] = set()
    shown: set[str] = set()
    for sheet in styles:
        for selectors, declarations in _RULE.findall(_unconditional(sheet[:_MOST_SHEET])):
            hides = bool(_GONE.search(declarations))
            for selector in selectors.split(","):
                match = _SIMPLE.match(selector)
                if match and hides:
                    (classes if match[2] == "." else ids).add(match[3])
                elif not hides and "display" in declarations:
                    shown.update(re.findall(r"[.#]([\w-]{1,80})", selector))
    return frozenset(classes - shown), frozenset(ids - shown)


def _unconditional(sheet: str) -> str:
    """A style sheet without comments and without its blocks in blocks: what `@media` and `@supports` hold depends on the reader's device."""
    kept: list[str] = []
    depth = start = 0
    sheet = re.sub(r"/\*.*?(?:\*/|\Z)", "", sheet, flags=re.DOTALL)
    conditional = False
    for match in re.finditer(r"[{}]", sheet):
        if match.group() == "{":
            if depth == 0:
                conditional = "@" in sheet[start : match.start()]
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                if not conditional:
                    kept.append(sheet[start : match.end()])
                start = match.end()
    return "\n".join(kept)
