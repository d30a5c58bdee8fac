"""The language of a page: what it declares, unless its script or its commonest words say otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.article import Layer
from summarize.languages.identification import believed, declared_language, shown_language


def choose_language(claims: Iterable[tuple[Layer, str | None]], text: str) -> tuple[str | None, Layer | None]:
    """The ISO 639-1 code of a page's language and the layer that it is from; (None, None) if it is unknown.

    The first declaration that the text does not contradict; else the language that the text itself shows.
    """
    shown = shown_language(text)
    for layer, claim in claims:
        code = declared_language(claim)
        if code and believed(code, shown, text):
            return code, layer
    return (shown, "detected") if shown else (None, None)
