"""Numbers in digits and in words, and the values they can have."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarize.grounding.statements.tokens import Token

ONES: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS: Final = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100,
}  # fmt: skip
MAGNITUDES: Final = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7,
    "mn": 10**6, "bn": 10**9, "tn": 10**12, "dozen": 12,
    "millions": 10**6, "billions": 10**9, "lakhs": 10**5, "crores": 10**7,
    "millionen": 10**6, "mio": 10**6, "millón": 10**6, "millones": 10**6, "milioni": 10**6, "milione": 10**6, "milhões": 10**6,
    "milhão": 10**6, "miljoen": 10**6, "miljoner": 10**6, "millioner": 10**6, "milionów": 10**6, "миллионов": 10**6, "млн": 10**6, "milyon": 10**6,
    "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "milliard": 10**9, "milliards": 10**9, "miliardi": 10**9, "miljard": 10**9,
    "bilhões": 10**9, "миллиардов": 10**9, "млрд": 10**9, "milyar": 10**9, "tausend": 10**3, "mille": 10**3, "mil": 10**3, "mila": 10**3, "duizend": 10**3,
    "万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12, "千": 10**3, "百": 100,
}  # fmt: skip
SHORT: Final = {"m": 10**6, "k": 10**3, "b": 10**9, "bn": 10**9, "mn": 10**6, "tn": 10**12, "t": 10**12}
FRACTIONS: Final = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "tenth": 10,
    "tenths": 10,
}
TIMES: Final = {"twice": 2, "thrice": 3}
_LONGEST: Final = 24
"""Digits: a longer number is refused rather than read."""


def _plain(text: str) -> str:
    return (
        text
        if text.isascii()
        else "".join(
            str(int(c)) if c.isdecimal() else "," if c == "\u066c" else "." if c == "\u066b" else c for c in text
        )
    )


def readings(text: str, *, foreign: bool) -> list[Decimal]:
    """The values that digits with separators can have; both readings of "2.300" where the language is not English."""
    text = _plain(text)
    for space in ("\u00a0", "\u202f", "\u2009"):
        text = text.replace(space, "")
    if len(text) > _LONGEST:
        return []
    if text.isdecimal():
        return [Decimal(text)]
    commas, dots = text.count(","), text.count(".")
    if ":" in text:
        return [Decimal(part) for part in text.replace(",", ":").replace(".", ":").split(":") if part]
    if commas and dots:
        decimal = max(",.", key=text.rfind)
        other = "," if decimal == "." else "."
        return [Decimal(text.replace(other, "").replace(decimal, "."))] if text.count(decimal) == 1 else []
    mark = "," if commas else "."
    parts = text.split(mark)
    grouped = all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3
    if len(parts) > 2:
        if grouped or mark == ",":
            return [Decimal("".join(parts))]
        return [Decimal(part) for part in parts]  # 9.1.2026
    whole, point = Decimal("".join(parts)), Decimal(".".join(parts))
    if not grouped:
        return [point]
    if foreign:
        return [whole, point]
    return [whole] if mark == "," else [point]


def number_in_words(sequence: list[Token], at: int) -> tuple[int, int] | None:
    """Value and end of a number in words that begins at a token: "two hundred and fourteen", "forty-seven"."""
    total, current, index, seen = 0, 0, at, False
    count = len(sequence)
    while index < count:
        word = sequence[index].lower
        if word in ONES and (not seen or current % 10 == 0 or current == 0):
            current += ONES[word]
        elif word in TENS and current % 100 == 0:
            current += TENS[word]
        elif word == "hundred" and seen and 0 < current < 100:
            current *= 100
        elif word in {"thousand", "million", "billion", "trillion"} and seen and current:
            total += current * MAGNITUDES[word]
            current = 0
        elif word == "dozen" and seen and 0 < current < 100:
            return current * 12, index + 1
        elif (
            seen
            and word in {"and", "-", "‑"}
            and index + 1 < count
            and (sequence[index + 1].lower in ONES or sequence[index + 1].lower in TENS)
            and (
                (word == "and" and (current % 100 == 0 and current >= 100))
                or (word != "and" and current % 100 >= 20 and current % 10 == 0)
            )
        ):
            index += 1
            continue
        else:
            break
        seen = True
        index += 1
    return (total + current, index) if seen else None
