"""The countries of places: what stands beside a place, what lists know of it, and what else the article names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarize.evidence.entities import Entity
from summarize.gazetteer import is_known_everywhere, people_of, place_country

_READ: Final = 20_000
"""Code points in which nationalities are looked for."""
_CAPITALISED: Final = re.compile(r"[A-Z][a-z]+")
_BESIDE: Final = re.compile(r"(?:,\s|\s\[|\s\()((?:[A-Z][\w.’'-]*\s?){1,3})")


class Countries:
    """The country of each place of an article.

    Args:
        text: the article's text.
        entities: whom and what it names.
    """

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.text = text
        named = {
            code
            for entity in entities
            if entity.kind == "place" and is_known_everywhere(entity.name)
            for code in [place_country(entity.name)]
            if code
        }
        words = set(_CAPITALISED.findall(text[:_READ]))
        self.named = named | {code for word in words if (code := people_of(word))}
        """Those that the article names, by their own names or a nationality's, or by a place that needs none beside it."""

    def of(self, entity: Entity) -> str | None:
        """ISO 3166-1 alpha-2 code of a place's country, None if unknown or ambiguous."""
        for name in entity.names:
            beside = _BESIDE.match(self.text[name.end : name.end + 40])
            if beside and (country := place_country(beside[1].strip())):
                return country
        found = place_country(entity.name) or next(
            (c for name in entity.names if (c := place_country(name.text))), None
        )
        if found is None or is_known_everywhere(entity.name) or found in self.named:
            return found
        return None  # a namesake elsewhere: "Escalante" of a story that never leaves Utah
