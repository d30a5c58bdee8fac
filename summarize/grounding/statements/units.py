"""Units and currencies of figures, by any of their names."""

from __future__ import annotations

from typing import Final

from summarize.grounding.statements.lexicon import words
from summarize.grounding.statements.tokens import Token

SIGNS: Final = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "₽": "rouble", "₦": "naira", "₩": "won", "₺": "lira", "₵": "cedi", "₴": "hryvnia", "＄": "dollar"}  # fmt: skip
_CODES: Final = {"usd": "dollar", "gbp": "pound", "eur": "euro", "jpy": "yen", "inr": "rupee", "rs": "rupee", "chf": "franc", "cny": "yuan", "rmb": "yuan", "ghs": "cedi"}  # fmt: skip
_UNITS: Final[dict[str, str]] = {}
for _line in (
    "dollar dollars usd|pound pounds gbp sterling quid|euro euros eur|yen|rupee rupees inr|rouble roubles ruble rubles|naira|won|lira|cedi cedis"
    "|franc francs chf|yuan renminbi rmb cny|peso pesos|rand|shilling shillings|krona kronor krone kroner|real reais|cent cents|penny pence"
    "|% percent pct prozent procent procento|second seconds|minute minutes min mins|hour hours hr hrs|day days|week weeks|month months|year years yr yrs"
    "|decade decades|century centuries|metre metres meter meters|kilometre kilometres kilometer kilometers km|centimetre centimetres centimeter centimeters cm"
    "|millimetre millimetres mm|mile miles|foot feet ft|inch inches|yard yards|acre acres|hectare hectares ha|tonne tonnes ton tons|kilogram kilograms kg kilo kilos"
    "|gram grams|litre litres liter liters|gallon gallons|barrel barrels|megawatt megawatts mw|gigawatt gigawatts gw|kilowatt kilowatts kw|degree degrees|mph|knot knots"
).split("|"):
    for _word in _line.split():
        _UNITS[_word] = _line.split()[0]
_MONEY: Final = frozenset(SIGNS.values()) | frozenset(_CODES.values()) | words("peso rand shilling krona real")
HARD: Final = _MONEY | {"%", "points", "bps"}
"""Units that a figure cannot come by or change: 5 people are not 5 percent."""
DASHES: Final = frozenset("-–—‐‑−")


def unit_after(sequence: list[Token], index: int) -> tuple[str | None, int]:
    """The unit that begins at a token, or after one hyphen or one adjective ("British pounds"), and the index after it."""
    count = len(sequence)
    if (
        index < count
        and sequence[index].text in DASHES
        and index + 1 < count
        and sequence[index + 1].start == sequence[index].end
    ):
        unit = _UNITS.get(sequence[index + 1].lower)
        if unit is None:
            return None, index
        old = index + 3
        is_age = old < len(sequence) and sequence[old].lower in {"old", "olds"} and sequence[index + 2].text in DASHES
        return unit, (old + 1 if is_age else index + 2)
    if index >= count:
        return None, index
    word = sequence[index].lower
    if word == "per" and index + 1 < count and sequence[index + 1].lower in {"cent", "centage"}:
        word, index = "percent", index + 1
    if word == "percentage" and index + 1 < count and sequence[index + 1].lower.startswith("point"):
        return "points", index + 2
    if word in {"pp", "ppt"}:
        return "points", index + 1
    if word == "basis" and index + 1 < count and sequence[index + 1].lower.startswith("point"):
        return "bps", index + 2
    unit = _UNITS.get(word)
    if unit == "%" and index + 1 < count and sequence[index + 1].lower in {"point", "points"}:
        return "points", index + 2
    if unit is not None:
        return unit, index + 1
    if index + 1 < count and sequence[index].is_capital and _UNITS.get(sequence[index + 1].lower) in _MONEY:
        return _UNITS[sequence[index + 1].lower], index + 2
    return None, index


def unit_before(sequence: list[Token], at: int) -> str | None:
    if at == 0:
        return None
    before = sequence[at - 1]
    return SIGNS.get(before.text) or (_CODES.get(before.lower) if before.is_word and before.text[0].isupper() else None)
