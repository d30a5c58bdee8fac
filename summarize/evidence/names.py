"""Names: runs of capitalised words, and what kind of thing each of them names.

Every candidate collects evidence of its kind: lists of places and given names, the title or role before it, the age or
description after it, the words it is made of, and, where there is one, the label of the NLP model. Hard evidence (a title, an age,
an organisation word, a country) outweighs the model; the model outweighs soft evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

from summarize import gazetteer
from summarize.evidence.capitals import Name, names_in
from summarize.evidence.name_kinds import NamedThing, decide, hard_kind, note_kind
from summarize.evidence.place_names import share_place, towns_of_the_country
from summarize.evidence.vocabulary import (
    KNOWN_ORGANISATIONS,
    NAME_PATTERNS,
    NAMES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PEOPLE,
    PERSON_NOUNS,
    ROLE_PATTERNS,
    TITLES,
)
from summarize.expressions import expression
from summarize.rules import Decision, Notebook, RuleReason, notebook, reason_text

__all__ = ["Name", "find_names"]

Range = tuple[int, int]

_LOWERCASE = expression(r"(?<![\w-])[a-z]+(?![\w-])")
_COMPOUND = expression(r"(.+)-[a-z]{3,}")

_LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "thing",
    "EVENT": "thing",
    "LAW": "thing",
    "WORK_OF_ART": "thing",
}

_PLACED = 2
"""How many mentions as a place it counts for that the article's title says something is there ("Fire in Armnick")."""
_MAX_OPENING = 4
"""Words of the longest beginning of a body's name that is taken for its short form."""
_LOWER_BEHIND = expression(r"\s[a-z]")
_GENITIVES = ("'s ", "’s ")
_NAME_BEHIND = expression(r",\s[A-Z]\w+\s[A-Z]")
_CAPITAL_TITLES = frozenset(title.capitalize() for title in TITLES)
_LONE_CAPITAL = expression(r"(?<![\w’'-])(?<![A-Z]\. )[A-Z][a-z]+(?![\w-]|\s[A-Z])")
"""A word with a capital behind which none follows."""
_WORD_BEFORE = 12
"""Code points before a surname in which an article shows that it is a title."""
_NAMED = frozenset({"person", "organisation", "group", "place"})


def find_names(
    text: str,
    sentences: list[Range],
    labels: dict[Range, str],
    skip: list[Range],
    placed: Collection[str] = frozenset(),
) -> list[Name]:
    """Every name in the `sentences` of `text`, in order.

    Args:
        text: the article's text.
        sentences: half-open ranges of its sentences.
        labels: what the NLP model calls the ranges it found; empty without a model.
        skip: ranges in text order, not overlapping, whose capitals prove nothing, such as titles of works; names inside them are left out.
        placed: names of which the article's title says that something is there.
    """
    openers = {start for start, _ in sentences} | {start + 1 for start, _ in sentences}
    names = [name for start, end in sentences for name in names_in(text, start, end, openers)]
    names = _merge_labels(text, names, labels)
    for name in names:
        _cut_suffix(name)
    lowered = _lowercase_words(text) if any(name.opens for name in names) else frozenset[str]()
    alone: Counter[str] = Counter(name.text for name in names if " " not in name.text)
    kept: list[Name] = []
    notes = notebook()
    for name in names:
        refused = _why_no_name(text, name, skip, lowered, alone)
        if refused is not None:
            if notes is not None:
                notes.write(name.start, name.end, RuleReason(f"“{name.text}”", None, "no name", why=refused))
            continue
        if notes is not None:
            _note_kind(notes, text, name, alone)
        if not name.hard:
            thing = NamedThing(name, text, alone)
            hard = hard_kind(thing)
            name.hard = hard is not None
            name.kind = hard or decide(thing)
        kept.append(name)
    kept = sorted([*kept, *_surnames_like_titles(text, sentences, kept)], key=lambda name: name.start)
    towns_of_the_country(text, kept, alone)
    share_place(text, kept, alone)
    _spread_kinds(text, kept, placed)
    for name in kept:
        if notes is not None and name.kind not in _NAMED:
            why = reason_text(
                f"it is {name.kind or 'of no known kind'}, and only people, bodies, groups and places are listed"
            )
            notes.write(name.start, name.end, RuleReason(f"“{name.text}”", None, "not listed", why=why))
    return [name for name in kept if len(name.text.strip(". ")) > 1 and name.kind in _NAMED]


def _surnames_like_titles(text: str, sentences: list[Range], names: list[Name]) -> Iterator[Name]:
    """Where somebody is named by a surname alone that is a title as well: "Bishop" of "Nora Bishop", and not "the Bishop" nor "Bishop Lee"."""
    surnames = {
        name.text.rsplit(maxsplit=1)[-1] for name in names if name.kind == "person" and " " in name.text
    } & _CAPITAL_TITLES
    if not surnames:
        return
    taken = sorted(each for name in names for each in ((name.start, name.end), name.title) if each is not None)
    for start, end in sentences:
        for match in _LONE_CAPITAL.finditer(text, start, end):
            if match.group() not in surnames:
                continue
            before = text[max(start, match.start() - _WORD_BEFORE) : match.start()].split()
            at = bisect_right(taken, (match.start(), len(text))) - 1
            is_taken = at >= 0 and match.start() < taken[at][1]
            if not is_taken and not (before and before[-1].lower() in NAME_PATTERNS.articles):
                yield Name(match.start(), match.end(), match.group(), "person", hard=True)


def _why_no_name(
    text: str, name: Name, skip: list[Range], lowered: frozenset[str], alone: Mapping[str, int]
) -> str | None:
    """Why a candidate is no name; None if it is one."""
    if name.text in NAMES.platforms and NAME_PATTERNS.posted_before.search(text[max(0, name.start - 14) : name.start]):
        return reason_text("where it was said, not who said it")  # "in a Facebook post"
    within = bisect_right(skip, (name.start, 1 << 60)) - 1
    if within >= 0 and name.end <= skip[within][1]:
        return reason_text("in marks all of whose words are capital, as in the title of a work")
    if (
        name.text.isupper()
        and " " not in name.text
        and (len(name.text) > 5 or (len(name.text) > 3 and name.text.title() in NOT_NAMES))
        and (name.opens or text[name.start - 3 : name.start].strip().lower() in NAME_PATTERNS.articles)
    ):
        return reason_text("the first words of a story in capitals")  # "A HEARTBROKEN landlady", "FOUR trials"
    return _refused_opener(text, name, lowered, alone) if name.opens else None


def _refused_opener(text: str, name: Name, lowered: frozenset[str], alone: Mapping[str, int]) -> str | None:
    """Why a candidate that opens its sentence, where a capital proves nothing, is no name; None if it is one."""
    known = gazetteer.given_name_gender(name.text) or gazetteer.is_place(name.text)
    if (name.label is None or not known) and " " not in name.text and name.text.lower() in lowered:
        return reason_text("an ordinary word that opens a sentence: it stands in small letters elsewhere")
    if name.text.lower() in ORGANISATION_WORDS and _LOWER_BEHIND.match(text, name.end):
        return reason_text("a noun for a body that opens a sentence")  # "Union organiser", whatever town is called so
    if name.text.lower() in NAME_PATTERNS.opening_nouns and _LOWER_BEHIND.match(text, name.end):
        return reason_text("a noun that opens a sentence")  # "Turnout was low", whatever the model makes of the capital
    is_known = known or name.text in KNOWN_ORGANISATIONS
    if not is_known and alone[name.text] == 1 and _is_plain_noun(name.text):
        return (
            reason_text(
                "people by their trade, or what people do"
            )  # "Forecasters warned", whatever the model makes of the capital
        )
    return None


def _note_kind(notes: Notebook, text: str, name: Name, alone: Counter[str]) -> None:
    if name.hard:
        title = text[name.title[0] : name.title[1]] if name.title else ""
        notes.write(name.start, name.end, RuleReason("kind, proved", None, name.kind or "", why=f"the title “{title}”"))
    else:
        note_kind(notes, name, text, alone)


def _is_plain_noun(word: str) -> bool:
    """True for "Forecasters", "Witnesses", "Racing": a noun for people in the plural, or what people do."""
    low = word.lower()
    singulars = {low.removesuffix(ending) for ending in NAME_PATTERNS.plural_endings if low.endswith(ending)}
    is_trade = any(ROLE_PATTERNS.trade.fullmatch(one) for one in singulars)
    is_people = is_trade or bool(singulars & (PERSON_NOUNS | PEOPLE.groups)) or low in PEOPLE.groups
    return is_people or low.endswith(ROLE_PATTERNS.participle_ending)


def _lowercase_words(text: str) -> frozenset[str]:
    return frozenset(_LOWERCASE.findall(text))


def _merge_labels(text: str, names: list[Name], labels: dict[Range, str]) -> list[Name]:
    """Give each name the label of the model's range that covers it best, and add the ranges that no name touches."""
    by_start = sorted(labels)
    index = 0
    merged: list[Name] = []
    used: set[Range] = set()
    for name in names:
        while index < len(by_start) and by_start[index][1] <= name.start:
            index += 1
        best: Range | None = None
        probe = index
        while probe < len(by_start) and by_start[probe][0] < name.end:
            overlap = min(by_start[probe][1], name.end) - max(by_start[probe][0], name.start)
            if overlap > 0 and (best is None or overlap > min(best[1], name.end) - max(best[0], name.start)):
                best = by_start[probe]
            if overlap > 0:
                used.add(by_start[probe])
            probe += 1
        if best is not None and 2 * (min(best[1], name.end) - max(best[0], name.start)) >= name.end - name.start:
            name.label = _LABELS.get(labels[best])
        merged.append(name)
    titles = {position for name in names if name.title for position in range(*name.title)}
    for span in by_start:
        if (
            span not in used
            and span[0] not in titles  # "Taoiseach" of "Taoiseach Niamh Corrigan"
            and text[span[0]].isupper()
            and labels[span] in _LABELS
            and text[span[0] : span[1]] not in NOT_NAMES
        ):
            following = re.match(r"\s(\w+)", text[span[1] : span[1] + 24])
            if following and following[1][0].isupper() and following[1].lower() in TITLES:
                continue  # "Joint" of "Joint Secretary"
            if (
                text.startswith(_GENITIVES, span[0] - 3)
                and text[span[0] : span[1]].rsplit(maxsplit=1)[-1].lower() in TITLES
                and _NAME_BEHIND.match(text, span[1])
            ):
                continue  # an office: "Data Commissioner" of "Australia's Data Commissioner"
            merged.append(Name(span[0], span[1], text[span[0] : span[1]], label=_LABELS[labels[span]]))
    return sorted(merged, key=lambda name: name.start)


def _cut_suffix(name: Name) -> None:
    """Shorten "Nairobi-based" to the place: the name then ends before the hyphen."""
    compound = _COMPOUND.fullmatch(name.text)
    if compound and gazetteer.is_place(compound[1]):
        name.end, name.text = name.start + len(compound[1]), compound[1]


def _openings(name: Name) -> list[str]:
    """What a longer name opens with, up to four words: "Kestrel" and "Kestrel Bay" of "Kestrel Bay Securities"."""
    words = gazetteer.fold(name.text).split(maxsplit=_MAX_OPENING + 1)
    return [" ".join(words[:size]) for size in range(1, min(len(words), _MAX_OPENING + 1))]


def _spread_kinds(text: str, names: list[Name], placed: Collection[str]) -> None:
    """One name, one kind: what most of its occurrences are, hard evidence counting most, is what all of them are."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for place in placed:
        votes[gazetteer.fold(place)]["place"] = _PLACED
    for name in names:
        if name.kind:
            votes[gazetteer.fold(name.text)][name.kind] += 3 if name.hard else 1
    # A surname alone is the person whose full name the article gives.
    bodies = {part for name in names if name.kind == "organisation" for part in _openings(name)}
    # "Dubbo" of "Dubbo Hospital", where something happens in Dubbo.
    towns = {
        gazetteer.fold(name.text)
        for name in names
        if name.kind == "place" and NAME_PATTERNS.located_before.search(text[max(0, name.start - 24) : name.start])
    }
    people = {
        gazetteer.fold(name.text).split()[-1].lower() for name in names if name.kind == "person" and " " in name.text
    }
    notes = notebook()
    for name in names:
        folded = gazetteer.fold(name.text)
        if name.hard:
            continue
        if " " not in folded and folded.lower() in people and folded not in towns:
            kind, why = "person", reason_text("the surname of somebody whom the article names in full")
        elif (
            folded in bodies
            and not gazetteer.given_name_gender(folded.split()[0])
            and not gazetteer.is_place(folded)
            and folded not in towns
        ):
            kind, why = (
                "organisation",
                reason_text("the first words of a body that the article names in full"),
            )  # of Kestrel Energy
        elif votes[folded]:
            kind, why = (
                votes[folded].most_common(1)[0][0],
                reason_text("what most mentions of the name are; proved ones count three"),
            )
        else:
            continue
        if notes is not None and kind != name.kind:
            beat = (Decision(name.kind or "", reason_text("what the rows say of this mention alone")),)
            notes.write(name.start, name.end, RuleReason("kind, of all mentions", None, kind, beat, why=why))
        name.kind = kind
