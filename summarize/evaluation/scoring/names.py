"""Participants and places: who and what is named, by optimal assignment of the card's names to the labelled ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarize.card import Card, Where, Who
from summarize.evaluation.gold.labels import Gold, GoldName, GoldPlace
from summarize.evaluation.runs.run import Judgement, Verdict
from summarize.evaluation.scoring.assignment import assign
from summarize.evaluation.scoring.placed import is_ahead, main_judgement, spans_of
from summarize.evaluation.scoring.shares import Counts, Scored, retrieval, scores_by_measure, share, yes
from summarize.evaluation.scoring.words import content_words, name_words

SAME = 0.5
"""Least similarity of two names of the same."""
_MAX_ADDED = 2
_MAX_ROLE_ADDED = 5
_SMALL = frozenset("of the and for in on at to de la le du des von van der den al el new north south east west".split())


def similarity(answer: str, accepted: Sequence[str]) -> float:
    """How well a name answers to one of the accepted ones: 1 the same, at least 0.5 a form of it, 0 another.

    Names are compared by their words (see `name_words`). A form of a name is a run of its words that is more than small words; its initials;
    at least two of its words in order; or the name with at most two words more, such as a first name, a role or a middle name: one word
    alone, such as a surname, opens or ends the longer name.
    """
    return max((_similarity(name_words(answer), name_words(name), answer, name) for name in accepted), default=0.0)


def place_similarity(answer: str, accepted: Sequence[str]) -> float:
    """As `similarity`, of places: a form of one is how it begins, or what it is of ("city of Aleppo"); "Korea" is not North Korea."""
    mine = name_words(answer)
    values = [0.0]
    for name in accepted:
        theirs = name_words(name)
        if mine and mine == theirs:
            return 1.0
        begins = mine == theirs[: len(mine)]
        is_of = mine == theirs[-len(mine) :] and theirs[: -len(mine)][-1:] in {("of",), ("in",), ("at",), ("near",)}
        if mine and (begins or is_of) and not _SMALL.issuperset(mine):
            values.append(SAME + 0.4 * len(mine) / len(theirs))
    return max(values)


def _similarity(mine: tuple[str, ...], theirs: tuple[str, ...], answer: str, name: str) -> float:
    if not mine or not theirs:
        return 0.0
    if mine == theirs:
        return 1.0
    short, long = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    is_form = short is mine or (
        len(long) - len(short) <= _MAX_ADDED and (len(short) > 1 or short[0] in {long[0], long[-1]})
    )
    if is_form and not _SMALL.issuperset(short):
        if any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1)):
            return SAME + 0.4 * len(short) / len(long)
        if len(short) > 1 and _in_order(short, long):
            return SAME + 0.3 * len(short) / len(long)
    if _is_initials(answer, name) or _is_initials(name, answer):
        return SAME + 0.3
    return 0.0


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _is_initials(short: str, name: str) -> bool:
    letters = short.replace(".", "").strip()
    initials = "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())
    return len(letters) > 1 and letters.isupper() and letters == initials


def score_who(card: Card, gold: Gold) -> Scored:
    """The measures of `who`."""
    if gold.who is None:
        return Scored({})
    items = [(number, who) for number, who in enumerate(card.who) if is_ahead(who.evidence, gold.until)]
    pairs = _pairs([who.name for _, who in items], gold.who, similarity)
    matching = _score_matching("who", items, gold.who, pairs, incomplete="who" in gold.incomplete)
    roles = [(items[mine][1], label) for mine, (theirs, _) in pairs.items() if (label := gold.who[theirs]).roles]
    kinds = [(items[mine][1], label) for mine, (theirs, _) in pairs.items() if (label := gold.who[theirs]).kind]
    wrong = [
        Judgement(
            measure="who.role",
            verdict="right" if has_role(who.role, label.roles) else "wrong" if who.role else "missing",
            label=f"who[{gold.who.index(label)}].roles",
            item=f"who[{card.who.index(who)}]",
            expected=label.roles[0],
            got=who.role,
            spans=spans_of(who.evidence[:1]),
        )
        for who, label in roles
    ]
    return Scored(
        {
            **matching.scores,
            **scores_by_measure(
                who__exact=share(sum(value == 1.0 for _, value in pairs.values()), len(pairs)),
                who__role=share(sum(has_role(who.role, label.roles) for who, label in roles), len(roles)),
                who__kind=share(sum(_is_of_kind(who, label) for who, label in kinds), len(kinds)),
            ),
        },
        (*matching.judgements, *wrong),
    )


def _is_of_kind(who: Who, label: GoldName) -> bool:
    """True for the labelled kind; several people whom the article only describes are a group as well."""
    return who.kind == label.kind or {who.kind, label.kind} == {"group", "unnamed"}


def has_role(answer: str | None, accepted: Sequence[str]) -> bool:
    """True if half of the content words of one of the accepted roles, and half of the answer's own, are in both.

    The same words are one role, though they are no content words: "MP", "PC".
    """
    if answer and answer.casefold() in {role.casefold() for role in accepted}:
        return True
    mine = content_words(answer or "")
    for role in accepted:
        wanted = content_words(role)
        shared = len(mine & wanted)
        is_near = 2 * shared >= len(mine) or (wanted <= mine and len(mine) - len(wanted) <= _MAX_ROLE_ADDED)
        if mine and 2 * shared >= len(wanted) and is_near:
            return True
    return False


def score_where(card: Card, gold: Gold) -> Scored:
    """The measures of `where`."""
    if gold.where is None:
        return Scored({})
    items = [(number, where) for number, where in enumerate(card.where) if is_ahead(where.evidence, gold.until)]
    pairs = _pairs([where.name for _, where in items], gold.where, place_similarity)
    matching = _score_matching("where", items, gold.where, pairs, incomplete="where" in gold.incomplete)
    scores, judgements = dict(matching.scores), list(matching.judgements)
    mains = [label for label in gold.where if label.main]
    if mains:
        main = next((where for where in card.where if where.main), None)
        accepted = [name for label in mains for name in (label.name, *label.aliases)]
        is_right = main is not None and place_similarity(main.name, accepted) >= SAME
        scores["where.main"] = yes(is_right)
        number = gold.where.index(mains[0])
        judgements.append(
            main_judgement("where", number, mains[0].name, card.where, lambda where: where.name, is_right=is_right)
        )
    countries = [
        (items[mine][1], label) for mine, (theirs, _) in pairs.items() if (label := gold.where[theirs]).country
    ]
    scores |= scores_by_measure(
        where__country=share(sum(where.country == label.country for where, label in countries), len(countries))
    )
    return Scored(scores, tuple(judgements))


def _pairs(
    names: Sequence[str], labels: Sequence[GoldName | GoldPlace], alike: Callable[[str, Sequence[str]], float]
) -> dict[int, tuple[int, float]]:
    """Number of each matched item to the number of its label and how well it answers to it.

    A required label comes before an optional one that answers as well.
    """
    table = [
        [max(0.0, alike(name, (label.name, *label.aliases)) - (1e-6 if label.optional else 0.0)) for label in labels]
        for name in names
    ]
    least = SAME - 1e-5
    return {
        mine: (theirs, alike(names[mine], (labels[theirs].name, *labels[theirs].aliases)))
        for mine, theirs in assign(table, least)
    }


def _score_matching(
    field: str,
    items: Sequence[tuple[int, Who | Where]],
    labels: Sequence[GoldName | GoldPlace],
    pairs: dict[int, tuple[int, float]],
    *,
    incomplete: bool,
) -> Scored:
    taken = {theirs for theirs, _ in pairs.values()}
    required = [number for number, label in enumerate(labels) if not label.optional]
    unknown: Verdict = "ignored" if incomplete else "spurious"
    judgements: list[Judgement] = []
    for mine, (number, item) in enumerate(items):
        theirs, value = pairs.get(mine, (None, 0.0))
        label = None if theirs is None else labels[theirs]
        judgements.append(
            Judgement(
                measure=f"{field}.f1",
                verdict=unknown if label is None else "right" if value == 1.0 else "partial",
                label=None if label is None else f"{field}[{theirs}]",
                item=f"{field}[{number}]",
                expected=None if label is None else label.name,
                got=item.name,
                spans=spans_of(item.evidence),
            )
        )
    judgements += [
        Judgement(measure=f"{field}.f1", verdict="missing", label=f"{field}[{number}]", expected=labels[number].name)
        for number in required
        if number not in taken
    ]
    found = sum(number in taken for number in required)
    return Scored(retrieval(field, Counts(len(pairs), len(items), found, len(required), incomplete)), tuple(judgements))
