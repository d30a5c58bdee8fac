"""What a page holds but does not show: taken out before anything reads it, for it is where instructions to machines are put.

Hidden is: an element that is never shown (`<template>`, a closed `<dialog>`), one with the `hidden` attribute (`aria-hidden` says that only screen readers pass it over), one whose
own style hides it for good (not displayed, invisible, transparent, of no size, moved off the page, in its background's colour), one that a
simple rule of the page's own style sheet hides, and one whose class says it is for screen readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summarize.reading.page.markup.tree import Element, ancestors, flatten, name_of, prose_of
from summarize.reading.page.words import WORDS, pattern

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
_FADES = re.compile(r"(?i)\b(?:transition|animation)[a-z-]{0,30}\s*:")
_TRANSPARENT = re.compile(r"(?i)(?<![\w-])opacity\s*:[^;}]*")
_FOREGROUND = re.compile(r"(?i)(?:^|[;\s])color\s*:\s*([^;!]+)")
_BACKGROUND = re.compile(r"(?i)(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]+)")
_IMAGE = re.compile(r"(?i)background[^;]*(?:url\(|gradient\()")
_NUMBERS = re.compile(r"(\d+(?:\.\d+)?|\.\d+)(%?)")
_RULE = re.compile(r"([^{}@;]{1,400})\{([^{}]{0,2000})\}")
# A selector of one name, class or id, in a shadow root also of its host and of what is put into its slots.
_SIMPLE = re.compile(
    r"\s*(|:host\(|::slotted\()\s*(?:[a-z][\w-]{0,80}(?=[.#]))?([.#a-z][\w-]{0,80}|\*)\s*(\)|)\s*\Z", re.IGNORECASE
)
_NAME = re.compile(r"[.#a-z][\w-]{0,80}")
_NEVER_SHOWN = WORDS["never_shown"]
_FOR_READERS_ONLY = pattern("for_screen_readers")
# "hidden md:block", "d-none d-lg-block": hidden on some screens only.
_UTILITY = re.compile(r"(?:^|\s)(?:hidden|d-none)(?:\s|$)")
_SHOWN_AGAIN = re.compile(
    r"(?:^|\s)(?:[a-z0-9]+:(?:block|flex|grid|inline\S*|table\S*)|d-[a-z]+-(?!none)[a-z-]+)(?:\s|$)"
)
_MAX_SHEET = 400_000
_GONE_TAG = "template"
_NAMED = {"white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240), "whitesmoke": (245, 245, 245)}  # fmt: skip
_PROSE = 200
"""Characters of all the prose that a page must have left."""
_FULL = 255
_NEAR = 24
"""How far two colours may be apart, over red, green and blue together, for text to be unreadable."""

Colour = tuple[int, int, int]
Scope = tuple[str, list[tuple[Element, str]]]
"""A style sheet of a shadow root, and what it holds for, each with the form of its selectors there: "::slotted({})"."""


def strip_hidden(root: Element, styles: tuple[str, ...], scopes: Sequence[Scope] = ()) -> None:
    """Take everything out of the tree that a reader would not see, by the page's style sheets and those of its shadow roots."""
    shown = {root, *root.iterchildren("body")}  # a script shows these later
    _take(root, [element for element in root.iter("*") if element not in shown and _is_hidden(element)])
    sheets = [(_Sheet(styles), [(element, "{}") for element in root.iter("*")])]
    sheets += [(_Sheet((style,)), forms) for style, forms in scopes]
    faded = {element for sheet, forms in sheets for element, form in forms if sheet.fades(element, form)} - shown
    fading = [element for element in root.iter("*") if element in faded]
    if not _is_the_prose(fading, prose_of(root) // 2):
        _take(root, fading)
    gone = {element for sheet, forms in sheets for element, form in forms if sheet.hides(element, form)}
    within = [element for element in root.iter("*") if element not in shown]
    inferred = [element for element in within if element in gone or _has_no_colour(element)]
    if not _is_the_prose(inferred, prose_of(root) - _PROSE):
        _take(root, inferred)


def _take(root: Element, elements: Iterable[Element]) -> None:
    """Take elements out of a tree, all at once: moving the text behind each to what stands before costs its square."""
    for element in elements:
        element.tag = _GONE_TAG
    flatten(root, (), (_GONE_TAG,))


def _is_the_prose(hidden: list[Element], least: int) -> bool:
    """True if elements that look hidden hold more than `least` characters of the page's prose.

    Then they are not: scripts show the story later, or the page is dark. A page that shows a story keeps the rest hidden.
    """
    within = set(hidden)
    held = sum(prose_of(element) for element in hidden if within.isdisjoint(ancestors(element)))
    return held > max(_PROSE, least)


def _is_hidden(element: Element) -> bool:
    name = name_of(element)
    if name in _NEVER_SHOWN or (name == "dialog" and element.get("open") is None):
        return True
    if element.get("hidden") not in {None, "until-found"}:
        return True
    if name == "font" and element.get("size") == "0":
        return True
    named = element.get("class")
    if named:
        if _FOR_READERS_ONLY.search(named):
            return True
        if _UTILITY.search(named) and not _SHOWN_AGAIN.search(named):
            return True
    style = element.get("style")
    return bool(style and _GONE.search(style)) and not _fades_in(style)


def _fades_in(style: str) -> bool:
    """True for a style by which an element is transparent at first: it is shown once a script, or time, has passed over it."""
    return bool(_FADES.search(style) and _TRANSPARENT.search(style)) and not _GONE.search(_TRANSPARENT.sub(";", style))


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
        parts = [float(number) * (2.55 if share else 1) for number, share in _NUMBERS.findall(value)[:3]]
        if len(parts) == 3:
            return int(min(parts[0], _FULL)), int(min(parts[1], _FULL)), int(min(parts[2], _FULL))
    if value.startswith("hsl") and value.replace(" ", "").endswith("100%)"):
        return _FULL, _FULL, _FULL
    return None


class _Sheet:
    """The names, classes and ids that style sheets hide by a rule of their own, outside any condition."""

    def __init__(self, styles: tuple[str, ...]) -> None:
        self._hidden: set[str] = set()
        self._fading: set[str] = set()
        self._shown: set[str] = set()
        for sheet in styles:
            for selectors, declarations in _RULE.findall(_unconditional(sheet[:_MAX_SHEET])):
                hides = bool(_GONE.search(declarations))
                named = self._fading if hides and _fades_in(declarations) else self._hidden
                for selector in selectors.split(","):
                    match = _SIMPLE.match(":host(*)" if selector.strip() == ":host" else selector)
                    if match and hides:
                        named.add(match[1] + (match[2] if match[2][0] in ".#" else match[2].lower()) + match[3])
                    elif not hides and "display" in declarations:
                        self._shown.update(_NAME.findall(selector))
        self._hidden -= self._shown

    def hides(self, element: Element, form: str = "{}") -> bool:
        """True if a rule hides an element whose selectors are written in a form; one for its name alone, unless a rule shows it by more."""
        named = _selectors(element)
        held = self._hidden.intersection(form.format(each) for each in named)
        by_name = {form.format("*"), form.format(name_of(element))}
        return not held <= by_name or (bool(held) and self._shown.isdisjoint(named[2:]))

    def fades(self, element: Element, form: str = "{}") -> bool:
        """True if an element is transparent until a script or time shows it, by a rule or by its own style."""
        named = {form.format(each) for each in _selectors(element)}
        return not self._fading.isdisjoint(named) or _fades_in(element.get("style") or "")


def _selectors(element: Element) -> list[str]:
    """The simple selectors that an element fits: those for all, its name, its id and its classes."""
    own = [f"#{element.get('id')}"] if element.get("id") else []
    return ["*", name_of(element), *own, *(f".{name}" for name in (element.get("class") or "").split())]


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
