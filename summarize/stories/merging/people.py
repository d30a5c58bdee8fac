"""Participants and places of a story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summarize import gazetteer
from summarize.briefing import Cite, Party, StoryPlace
from summarize.card import Who
from summarize.stories.grouping.agency import known_agency
from summarize.stories.merging.likeness import same_name
from summarize.stories.merging.sources import Source

_FULL = 2
_MAX_PEOPLE = 30
_MAX_PLACES = 6
_MAX_CITES = 4


def people_of(sources: Sequence[Source]) -> tuple[Party, ...]:
    """The participants of all cards, those of one name taken together, most important first: in more articles, then more often named.

    Two that are both a full name of a surname are never joined through that surname.
    """
    groups: list[list[tuple[Source, Who]]] = []
    # Longer names first: a surname then finds the full name that it is short for, or two of them, and stays alone.
    entries = [
        (source, who)
        for source in sources
        if not source.is_foreign
        for who in source.card.who
        if not _is_credited(source, who)
    ]
    for source, who in sorted(entries, key=lambda entry: -len(entry[1].name.split())):
        fitting = [
            group
            for group in groups
            if _kinds_agree(group[0][1], who)
            and all(
                same_name(who.name, other.name, group[0][1].kind)
                or (
                    who.kind == "organisation"
                    and who.role is None  # "Tata, the parent group" is not Tata Motors
                    and _is_short_form(who.name, other.name, sources)
                )
                for _, other in group
            )
            and all(other is not source for other, _ in group)
        ]
        if len(fitting) == 1:
            fitting[0].append((source, who))
        elif len(fitting) > 1 and (
            exact := [group for group in fitting if any(other.name == who.name for _, other in group)]
        ):
            exact[0].append((source, who))
        else:
            groups.append([(source, who)])
    order = {source.number: place for place, source in enumerate(sources)}
    parties = [(_party(group, order), group) for group in groups]
    parties.sort(
        key=lambda each: (-_articles(each[1]), -each[0].mentions, min(order[source.number] for source, _ in each[1]))
    )
    return tuple(party for party, _ in parties[:_MAX_PEOPLE])


def _is_credited(source: Source, who: Who) -> bool:
    """True for a news agency that only lent an article its words, or is quoted in it: the news, in title and first sentence, is not about it."""
    if who.kind != "organisation" or known_agency(who.name) is None:
        return False
    first = source.card.what[0].text if source.card.what else ""
    return who.name not in f"{source.card.article.title or ''} {first}"


def _kinds_agree(one: Who, other: Who) -> bool:
    """True of one kind, and of one full name, whose kind an article that says little of it may leave open. A surname alone is a firm's as well: "the Ford plant" beside Doug Ford."""
    return one.kind == other.kind or (one.name.casefold() == other.name.casefold() and " " in one.name)


def _is_short_form(short: str, full: str, sources: Sequence[Source]) -> bool:
    """True for "Corvane" beside "Corvane Industries": a word that begins a name of one word more, is no place's and no people's, and is no word of any account ("the port" beside "Port Authority")."""
    words = full.split()
    return (
        len(words) == _FULL
        and words[0] == short
        and not (gazetteer.is_place(short) or gazetteer.people_of(short))
        and not any(re.search(rf"\b{re.escape(short.casefold())}\b", each.text) for each in sources)
    )


def _articles(group: Sequence[tuple[Source, Who]]) -> int:
    return len({source.number for source, _ in group if source.copy_of is None})


def _party(group: list[tuple[Source, Who]], order: dict[int, int]) -> Party:
    group = sorted(group, key=lambda entry: order[entry[0].number])
    names = Counter(who.name for _, who in group)
    name = max(names, key=lambda each: (names[each], len(each.split()), -[who.name for _, who in group].index(each)))
    # The name's own evidence first; where a role is given, the card that gives it.
    source, chosen = max(group, key=lambda entry: (entry[1].role is not None, entry[1].name == name))
    cites: list[Cite] = list(source.cites(chosen.evidence[:2]))
    cites += [other.cites(who.evidence[:1])[0] for other, who in group if other is not source]
    return Party(
        name=name,
        role=chosen.role,
        kind=_kind(group, name),
        mentions=sum(who.mentions for _, who in group),
        aliases=tuple(sorted({who.name for _, who in group} - {name})),
        evidence=tuple(cites[:_MAX_CITES]),
    )


def _kind(group: Sequence[tuple[Source, Who]], name: str) -> str:
    """What the cards take a name for, by how often they name it; of equals a person, where the name begins as one's does."""
    kinds: Counter[str] = Counter()
    for _, who in group:
        kinds[who.kind] += who.mentions
    is_persons = gazetteer.given_name_gender(name.split(maxsplit=1)[0]) is not None or any(who.role for _, who in group)
    return max(kinds, key=lambda kind: (kinds[kind], (kind == "person") == is_persons))


def _is_named_in_full(who: Who) -> bool:
    return who.kind == "person" and " " in who.name


def places_of(sources: Sequence[Source]) -> tuple[StoryPlace, ...]:
    """The places of all cards, that which most articles call the main one first; what no list of places knows and is a person's last name is none."""
    surnames = {who.name.rpartition(" ")[2] for source in sources for who in source.card.who if _is_named_in_full(who)}
    votes: Counter[str] = Counter()
    countries: dict[str, Counter[str]] = {}
    cites: dict[str, list[Cite]] = {}
    for source in sources:
        for where in source.card.where:
            if where.country is None and where.name in surnames:
                continue
            votes[where.name] += (100 if where.main else 1) if source.copy_of is None else 0
            cites.setdefault(where.name, []).append(source.cites(where.evidence)[0])
            if where.country:
                countries.setdefault(where.name, Counter())[where.country] += 1
    first = {name: place for place, name in enumerate(cites)}
    ranked = sorted(cites, key=lambda name: (-votes[name], first[name]))
    return tuple(
        StoryPlace(
            name=name,
            country=countries[name].most_common(1)[0][0] if name in countries else None,
            evidence=tuple(cites[name][:_MAX_CITES]),
        )
        for name in ranked[:_MAX_PLACES]
    )
