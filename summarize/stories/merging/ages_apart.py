"""Ages of one person that accounts give differently, right behind the name: "Ann Lee, 58, said", and "Ann Lee (61)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from summarize.briefing import Disagreement, Figure, Line, Side
from summarize.stories.merging.likeness import same_name
from summarize.stories.merging.sources import Source
from summarize.stories.merging.standing import is_later

_AGE: Final = re.compile(r",\s(?P<commas>[1-9]\d?|10\d)(?=[,.;])(?![,.]\d)|\s\((?P<brackets>[1-9]\d?|10\d)\)")
_FAR: Final = 2_000
"""Code points behind a name within which its sentence ends."""


class _Age(NamedTuple):
    source: Source
    name: str
    years: int
    start: int
    end: int


def ages_apart(sources: Sequence[Source]) -> Iterator[Disagreement]:
    """Each person whom accounts of one day give two ages, those of one outlet being one account; an account that gives two itself says neither."""
    people: list[list[_Age]] = []
    for age in (age for source in sources if source.copy_of is None for age in _ages(source)):
        same = next((group for group in people if same_name(group[0].name, age.name, "person")), None)
        if same is None:
            people.append([age])
        else:
            same.append(age)
    for group in people:
        if len({each.years for each in group}) == 1 or _is_changed(group):
            continue
        sides = {each.years: each for each in reversed(group)}
        if len({each.source.voice for each in sides.values()}) == len(sides):
            yield Disagreement(about=f"{group[0].name}, age", kind="figure", sides=tuple(map(_side, sides.values())))


def _ages(source: Source) -> Iterator[_Age]:
    """The one age behind each full name of a person in an account."""
    text = source.text
    for party in source.card.who:
        if party.kind != "person" or " " not in party.name:
            continue
        found = [(each, match) for each in party.evidence if (match := _AGE.match(text, each.end)) is not None]
        ages = {int(match["commas"] or match["brackets"]): match for _, match in found}
        for years, match in ages.items() if len(ages) == 1 else ():
            start, end = match.span("commas" if match["commas"] else "brackets")
            yield _Age(source, party.name, years, start, end)


def _is_changed(group: Sequence[_Age]) -> bool:
    """True if an account is of a later day than another: somebody has a birthday."""
    days = [each.source.card.article.published for each in group]
    return any(is_later(one, other, within_day=False) for one in days for other in days)


def _side(age: _Age) -> Side:
    source, text = age.source, age.source.text
    start, end, _ = next(each for each in source.sentences(age.end + _FAR) if each.start <= age.start < each.end)
    line = Line(text=" ".join(text[start:end].split()), support="verbatim", evidence=(source.cite_range(start, end),))
    value = text[age.start : age.end]
    figure = Figure(
        about="age", value=value, amount=float(age.years), unit=None, attributed_to=None,
        as_of=source.card.article.published, line=line, evidence=(source.cite_range(age.start, age.end),),
    )  # fmt: skip
    return Side(value=value, figures=(figure,), lines=(line,))
