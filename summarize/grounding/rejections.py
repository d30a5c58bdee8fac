"""The list of what was refused: each claim once, in one line, and not more than a reader can bear."""

from __future__ import annotations

from summarize.card import FIELDS, ORDER, Rejection

_MAX_COUNT = 50
_MAX_LENGTH = 200
"""Characters of a claim that are shown."""
_ORDER = ("article", "headline", *FIELDS)


class Rejections:
    """Takes refusals in any order."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str, str], None] = {}

    def add(self, field: str, value: str, reason: str) -> None:
        """Note that a claim was refused, and why."""
        shown = " ".join(value[: 4 * _MAX_LENGTH].split())
        if len(shown) > _MAX_LENGTH:
            shown = shown[: _MAX_LENGTH - 1] + "…"
        self._held[field, shown, " ".join(reason.split())] = None

    def add_order(self, field: str, value: str) -> None:
        """Note that words of the article are no evidence, since they give orders to whoever reads it."""
        self.add(field, value, ORDER)

    def rejections(self) -> list[Rejection]:
        """What was refused, in the card's order; the last one says how many more there were."""
        shown = list(self._held)[: _MAX_COUNT if len(self._held) == _MAX_COUNT else _MAX_COUNT - 1]
        ordered = sorted(shown, key=lambda key: _ORDER.index(key[0].partition(".")[0]))
        found = [Rejection(field=field, value=value, reason=reason) for field, value, reason in ordered]
        if more := len(self._held) - len(shown):
            reason = "too many claims were refused to list them all"
            found.append(Rejection(field="draft", value=f"{more} more", reason=reason))
        return found
