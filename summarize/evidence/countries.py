"""The countries of places: what stands beside a place, what lists know of it, and in which country the story plays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from summarize.evidence.entities import Entity
from summarize.evidence.vocabulary import LANGUAGE, NAME_PATTERNS, NAMES
from summarize.expressions import expression
from summarize.gazetteer import (
    countries_of_town,
    country_code,
    entries,
    is_city,
    is_known_everywhere,
    is_region,
    people_of,
    place_country,
)
from summarize.rules import Ladder, Notebook, Passage, RuleReason, notebook, read_ladder, reason_text

_READ: Final = 20_000
"""Code points in which nationalities, sums and institutions are looked for."""
_CAPITALISED: Final = expression(r"[A-Z][a-z]+")
_BESIDE: Final = expression(r"(?:,\s|\s\[|\s\()((?:[A-Z][\w.’'-]*\s?){1,3})")
_SURE: Final = 2
"""Votes from which on the country of a story is known."""
_FAR: Final = 4
"""How many times as many votes as any other it has where a place that no list knows lies in it."""


@cache
def cue_rules(language: str = LANGUAGE) -> Ladder[Passage]:
    """The rules of what tells the country of a story."""
    return read_ladder(f"{language}/country_cues.toml", {}, verdicts=None)


class Countries:
    """The country of each place of an article.

    Args:
        text: the article's text.
        entities: whom and what it names.
        filed: the places of its dateline as they are written, None without one.
    """

    def __init__(self, text: str, entities: Sequence[Entity], filed: str | None = None) -> None:
        self.text = text
        self.known = [
            (entity.name, code)
            for entity in entities
            if entity.kind == "place" and (code := self._beside(entity) or _listed_country(entity))
        ]
        """The countries of places by what stands beside them and by lists."""
        known = {name for name, _ in self.known}
        self.strange = {
            entity.name
            for entity in entities
            if entity.kind == "place" and entity.name not in known and not countries_of_town(entity.name)
        }
        """The places that no list knows."""
        peoples = {code for word in set(_CAPITALISED.findall(text[:_READ])) if (code := people_of(word))}
        self.named = {code for name, code in self.known if is_known_everywhere(name)} | peoples
        """Those that the article names, by their own names or a nationality's, or by a place that needs none beside it."""
        votes = Counter(code for _, code in self.known)
        votes.update(peoples)
        if filed is not None:
            # Where it was filed from weighs more than a place that it only names.
            votes.update(code for name, code in self.known if name in filed)
        votes.update(
            code
            for entity in entities
            if entity.kind in {"organisation", "group"}
            for word in {*_CAPITALISED.findall(entity.name)}
            if (code := country_code(word))
        )
        self.cues = tuple(cue_rules().every(Passage(text[:_READ])))
        """What the words of the article say of its country."""
        for decision in self.cues:
            codes = decision.verdict.split()
            # Of the countries that have lakhs, those that something else speaks for.
            votes.update([code for code in codes if votes[code]] or codes)
        self.votes = votes
        self.home = _leading_country(votes, 2)
        """The country in which the story plays; None where nothing or too much speaks for one."""
        self.only = _leading_country(votes, _FAR)
        """The same where next to nothing speaks for another, so that a place that no list knows lies there."""

    def of(self, entity: Entity) -> str | None:
        """ISO 3166-1 alpha-2 code of a place's country, None if unknown or ambiguous."""
        country, why = self._of(entity)
        notes = notebook()
        if notes is not None and entity.kind == "place":
            self._note(notes, entity, country, why)
        return country

    def _of(self, entity: Entity) -> tuple[str | None, str]:
        """A place's country and, in plain words, why that one."""
        beside = self._beside(entity)
        if beside is not None:
            return beside, reason_text("it is said beside the name")
        found, why = _listed_country(entity), reason_text("lists know it there")
        if found is not None and country_code(entity.name) is None and not is_region(entity.name):
            found, why = self._namesake(entity, found)
        if found is None and (town := _town_called_after(entity)) in self.named:
            return town, reason_text("called after a town of a country that the article names")
        if found is None:
            # A region without a country lies in several, and so does a strait.
            is_shared = is_region(entity.name) or entity.name.rsplit(maxsplit=1)[-1].lower() in NAMES.shared
            return (None, reason_text("it may lie in several countries")) if is_shared else self._of_town(entity)
        if is_known_everywhere(entity.name):
            return found, reason_text(f"{why}, and it needs no country beside it")
        if found in self.named or self.home in {found, None}:
            return (
                found,
                reason_text(
                    f"{why}, and {'the article names that country' if found in self.named else 'nothing speaks against it'}"
                ),
            )
        # A namesake elsewhere: "Escalante" of a story that never leaves Utah.
        return None, reason_text(
            f"lists know one in {found}, but the story plays in {self.home} and does not name {found}"
        )

    def _namesake(self, entity: Entity, found: str) -> tuple[str, str]:
        """The country of the story, where a smaller place there has the name of one in a country that nothing else speaks for.

        "Perth" is the one in Scotland in a story of Pitlochry, unless Australia is spoken of.
        """
        listed = reason_text("lists know it there")
        if self.home is None:
            return self._nearer(entity, found)
        if found == self.home or self.home not in countries_of_town(entity.name):
            return found, listed
        own = sum(code == found for name, code in self.known if name == entity.name)
        if self.votes[found] <= own:
            return self.home, reason_text(f"a smaller namesake where the story plays: nothing else speaks for {found}")
        return found, reason_text(f"{listed}, and more than its own name speaks for {found}")

    def _nearer(self, entity: Entity, found: str) -> tuple[str, str]:
        """The country of a namesake that another place of the article lies in, where nothing but its own name speaks for the one that lists know first.

        "Lincoln" beside "Hull" is the English one, in a story that plays in no country for sure.
        """
        listed = reason_text("lists know it there")
        if is_known_everywhere(entity.name) or self.votes[found] > sum(name == entity.name for name, _ in self.known):
            return found, listed
        others = {code for name, code in self.known if name != entity.name and code != found}
        near = others.intersection(countries_of_town(entity.name))
        if len(near) != 1:
            return found, listed
        return near.pop(), reason_text(
            f"a smaller namesake where another place of the article lies: nothing else speaks for {found}"
        )

    def _of_town(self, entity: Entity) -> tuple[str | None, str]:
        """The country of a town of some thousand people: the story's if it has one of the name, else the only one that it can lie in.

        A place that no list knows lies where the story plays.
        """
        towns = countries_of_town(entity.name)
        if not towns:
            why = (
                reason_text("no list knows it, and it lies where the story plays")
                if self.only
                else reason_text("no list knows it")
            )
            return self.only, why
        if self.home in towns:
            return self.home, reason_text("a town where the story plays")
        if len(towns) > 1 or (self.home is not None and towns[0] not in self.named):
            return None, reason_text("towns called so lie elsewhere")
        if self.strange and not self.votes[towns[0]]:
            # Of a land that no list knows, one of its towns may have a namesake.
            return None, reason_text("no other place says that it is the one of the lists")
        return towns[0], reason_text("the only country with a town called so")

    def _note(self, notes: Notebook, entity: Entity, country: str | None, why: str) -> None:
        """Note at each mention of a place its country, its namesakes on lists, and what the story's country was told by."""
        listed = ", ".join(f"{name}.tsv: {said}" for name, said in entries(entity.name)) or "none"
        votes = ", ".join(f"{code} {count}" for code, count in self.votes.most_common(4)) or "none"
        plays = RuleReason("country of the story", None, self.home or "", why=f"votes: {votes}")
        cues = [
            RuleReason("cue of that country", one.rule, one.verdict, (), f"languages/{cue_rules().name}")
            for one in self.cues
        ]
        for name in entity.names:
            notes.write(
                name.start, name.end, RuleReason("entries of the gazetteer", None, listed, why=f"for “{entity.name}”")
            )
            notes.write(name.start, name.end, RuleReason("country", None, country or "", why=why))
            for reason in (plays, *cues):
                notes.write(name.start, name.end, reason)

    def _beside(self, entity: Entity) -> str | None:
        for name in entity.names:
            beside = _BESIDE.match(self.text[name.end : name.end + 40])
            if beside is None:
                continue
            for other in _readings(beside[1]):
                country, end = place_country(other), name.end + beside.start(1) + len(other)
                if country and not _is_in_list(entity.name, other, goes_on=self._goes_on(end)):
                    return country
        return None

    def _goes_on(self, end: int) -> bool:
        """True if a list goes on with a name behind a place: "Bath, Cardiff and Hull"."""
        gap = NAME_PATTERNS.list_gap.match(self.text, end)
        return gap is not None and self.text[gap.end() : gap.end() + 1].isupper()


def _readings(beside: str) -> tuple[str, ...]:
    """What stands beside a name as a whole, and up to the stop with which a sentence ends: "N.Y.", "Scotland. She"."""
    whole = beside.strip()
    return whole, whole.partition(". ")[0].removesuffix(".")


def _is_in_list(name: str, other: str, *, goes_on: bool) -> bool:
    """True for a place beside which its like is listed, and not where it lies: two countries, or two cities of a list that goes on.

    "Chad, Sudan and Libya", "London, Paris and Rome"; but "Georgia, United States", "Paris, Texas" and "Richmond, London".
    """
    if country_code(name) is not None:
        return country_code(other) is not None and not is_region(name)
    are_cities = is_city(name) and is_city(other) and not (is_region(name) or is_region(other) or country_code(other))
    return goes_on and are_cities


def _listed_country(entity: Entity) -> str | None:
    """The country that lists know of a place by one of its names, or by the town that one begins with: "Kisumu Central"."""
    names = [entity.name, *(name.text for name in entity.names)]
    parted = (name.rpartition(" ") for name in names)
    towns = [town for town, _, last in parted if town and last.lower() not in NAMES.called_after]
    return next((code for name in (*names, *towns) if (code := place_country(name))), None)


def _town_called_after(entity: Entity) -> str | None:
    """The country of the town that a bridge or a road is called after, None for what is called after none: "Rialto Bridge"."""
    town, _, last = entity.name.rpartition(" ")
    return place_country(town) if last.lower() in NAMES.called_after else None


def _leading_country(votes: Counter[str], ahead: int) -> str | None:
    """The country with most votes, if it has `ahead` times as many as any other."""
    (first, most), *rest = [*votes.most_common(2), ("", 0)][:2] if votes else [("", 0)]
    return first if most >= _SURE and all(ahead * others <= most for _, others in rest) else None
