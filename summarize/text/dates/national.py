"""Holidays of one country, as the library `holidays` knows them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

_YEARS: Final = range(1900, 2100)
_CATEGORIES: Final = frozenset({"public", "government", "optional"})
_ENGLISH: Final = "en_US"


@cache
def national_days(country: str, year: int) -> Mapping[str, date]:
    """The holidays of a country in a year, by their English names in lower case; none for a country or year that is not known.

    A name with several days in the year is left out, and so is a day that is only reckoned or only observed: an article may mean another.
    """
    import holidays  # noqa: PLC0415 - a tenth of a second, for the few articles that name such a day

    if year not in _YEARS or country not in holidays.list_supported_countries():
        return {}
    known = holidays.country_holidays(country)
    language = _ENGLISH if _ENGLISH in known.supported_languages else None
    categories = sorted(_CATEGORIES & set(known.supported_categories))
    found: dict[str, list[date]] = {}
    for day, names in holidays.country_holidays(country, years=year, categories=categories, language=language).items():
        for name in names.lower().split("; "):
            found.setdefault(name, []).append(day)
    return {name: days[0] for name, days in found.items() if len(days) == 1 and "(" not in name}
