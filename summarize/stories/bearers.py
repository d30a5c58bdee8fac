"""Whether the articles of a story show that a name is a person's or a body's.

An index says outright who is who: a name of which nothing shows it is better left out of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summarize import gazetteer
from summarize.briefing import Party
from summarize.evidence.role_descriptions import has_role_noun
from summarize.expressions import expression
from summarize.languages.loader import any_of
from summarize.languages.patterns import name_patterns
from summarize.languages.stories import index
from summarize.languages.words import names, people, speech
from summarize.text.tokens import count_unspaced_letters

_WORDS: Final = index("en")
_NAMES: Final = names("en")
_ORGANISATIONS: Final = (
    _NAMES.organisation | _NAMES.organisation_nouns | _NAMES.body_roles | _WORDS.also_bodies
) - _NAMES.texts
_OPENERS: Final = name_patterns("en").opening_bodies
_PEOPLE: Final = people("en")
_PERSONS: Final = _PEOPLE.nouns | _PEOPLE.titles
_BODIES: Final = (_NAMES.organisation | _NAMES.organisation_nouns | _NAMES.body_roles) - _NAMES.texts - _WORDS.either
_TITLED: Final = expression(rf"(?i)\b{any_of((_PEOPLE.titles | _PEOPLE.honorifics) - _BODIES)}\.?\s$")
_NOUN: Final = any_of(_BODIES)
_BODY_AFTER: Final = expression(_WORDS.body_after % _NOUN)
_BODY_BEFORE: Final = expression(_WORDS.body_before % _NOUN)
_BODY_HAS: Final = expression(_WORDS.body_has % _NOUN)
_BODY_OPENS: Final = expression(_WORDS.body_opens % _NOUN)
_SAYS: Final = expression(rf"(?:,[^,.]{{3,80}},)?\s{any_of(speech('en').speech)}\b")
_QUOTED: Final = expression(rf"[”’\"]\s{any_of(speech('en').speech)}\s$")
_QUOTE: Final = expression(r"[”’\"]\s$")
_CAPITAL_AFTER: Final = expression(r"\s[A-Z][a-z]")
_AROUND: Final = 60
_LONGER_BEFORE: Final = expression(r"\b((?:[A-Z][\w’'-]*\s)+)$")
_PERSON_BEFORE: Final = expression(rf"\b{any_of(_PERSONS - _BODIES - _WORDS.either)},\s$")
_HONORIFIC: Final = expression(rf"(?i)\b{any_of(_PEOPLE.honorifics)}\.?\s$")
_PARTNERS_AFTER: Final = expression(r"\s&\s|,\s[A-Z]\w+\s&\s")
_COUNT: Final = expression(rf"\b({any_of(_WORDS.counts)}\s)$")
_OPENS: Final = expression(r"(?:^|\n|[.!?:][”’\"]?\s+|\d\s|[“‘\"])$")

Mention = tuple[str, str]
"""What stands before a name and behind it."""


def mentions_of(forms: Sequence[str], texts: Sequence[str]) -> list[Mention]:
    """What stands around each mention of a name in any of its forms."""
    return [
        (text[max(0, match.start() - _AROUND) : match.start()], text[match.end() : match.end() + 2 * _AROUND])
        for form in forms
        for text in texts
        for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text)
    ]


def shown_kind(party: Party, mentions: Sequence[Mention], texts: Sequence[str]) -> str | None:
    """`person` or `organisation`, None where neither is certain; what is of another kind, or of a script without capitals, stays so.

    Args:
        party: of a story.
        mentions: what stands around its name in the story's English articles, their titles left out.
        texts: those articles.
    """
    if not mentions or count_unspaced_letters(party.name) or party.kind not in {"person", "organisation"}:
        return party.kind
    is_road = _is_road(party.name, mentions)
    if _is_no_person(party.name):
        party = party.model_copy(update={"kind": "organisation"})
    if not is_road and _is_person(party, mentions):
        return "person"
    if is_road or any(
        _WORDS.thing_before.search(before) or _WORDS.thing_after.match(after) for before, after in mentions
    ):
        return None
    if party.kind == "organisation":
        return _shown_body(party, mentions)
    if is_body(party, mentions):
        is_own = _has_given_name(party.name) or _has_surname(party.name, texts)
        return _person_beside(party.name, mentions, texts) if is_own else "organisation"
    if any(_BODY_OPENS.search(before) and _SAYS.match(after) for before, after in mentions):
        is_shown = _has_surname(party.name, texts)
    else:
        is_shown = _may_be_person(party.name, _office(party), mentions, texts)
    return "person" if is_shown else None


def _is_no_person(name: str) -> bool:
    """True for a name with a word inside that no person's has: "Hands for Health"."""
    return any(word.casefold() in _WORDS.of_bodies for word in name.split()[1:-1])


def _is_occasion(name: str) -> bool:
    """True for the name of what is held: "Kite Fair"; it may have one that holds it, and that speaks."""
    *first, last = name.casefold().split()
    return bool(first) and last in _WORDS.occasions


def _is_road(name: str, mentions: Sequence[Mention]) -> bool:
    """True for what is named after a king: "King George Highway"."""
    is_place = name.rsplit(maxsplit=1)[-1].casefold() in _NAMES.place | _WORDS.also_places
    return is_place and any(_WORDS.royal_before.search(before) for before, _ in mentions)


def _shown_body(party: Party, mentions: Sequence[Mention]) -> str | None:
    """What is shown of what a card takes for a body: that it is one, or somebody with letters behind the name ("Ann Lane SC"), or neither."""
    if any(_PERSON_BEFORE.search(before) for before, _ in mentions) and not says_body(
        _WORDS.letters.sub("", party.name)
    ):
        return "person"
    return "organisation" if _is_shown_body(party, mentions) and not _is_of_body(party, mentions) else None


def _is_shown_body(party: Party, mentions: Sequence[Mention]) -> bool:
    """True for a name that says that it is a body's, or a role, or what stands beside it: a model's label alone takes roads, makes and places for bodies."""
    if party.name.casefold() in _PERSONS or _names_person(party.name):
        return False  # "the Taoiseach"
    if not _is_occasion(party.name) and (party.role is not None or says_body(party.name) or is_body(party, mentions)):
        return True
    return any(
        _BODY_HAS.search(before) or _QUOTED.search(before) or _SAYS.match(after) or _WORDS.body_does.match(after)
        for before, after in mentions
    )


def _names_person(name: str) -> bool:
    """True for a name with an office or letters in it and somebody's name behind that: "Independent TD Dara Lane", "Area Governor Ann Lane"."""
    *first, _, _ = ("", "", *name.split())
    return any(word.isupper() and len(word) > 1 for word in first) or any(
        title.casefold() in _PERSONS and _has_given_name(after) for title, after in pairwise(name.split())
    )


def says_body(name: str) -> bool:
    """True for a name that says what it is by its last word, by one before "of" or "for", by "&", or by capitals alone: "University of Oban"."""
    words = name.split()
    if len(words) == 1:
        return name.isalpha() and name.isupper() and name != name.casefold()
    heads = [word for word, after in pairwise(words) if after.islower()]
    return "&" in words or any(word.casefold() in _ORGANISATIONS for word in (words[-1], *heads))


def _is_of_body(party: Party, mentions: Sequence[Mention]) -> bool:
    """True for a name that begins as a person's, and is that of the body only as its head's may be: "the head of the school board, Ann Lane"."""
    of_role = rf"\bof\s(?:the\s|its\s|an?\s)?{re.escape(party.role or '')},\s$"
    found = bool(party.role) and any(re.search(of_role, before) for before, _ in mentions)
    return found and _has_given_name(party.name)


def _is_person(party: Party, mentions: Sequence[Mention]) -> bool:
    """True for an office that is no body's, a title, an age, or "who" behind the name."""
    office = _office(party)
    is_own = party.name.startswith(party.role or " ")  # "Queen Alice Bridge" is no queen
    if not is_own and office not in _BODIES | _WORDS.either and (office in _PERSONS or has_role_noun(office)):
        return True
    if party.kind != "person":
        return False
    return any(
        _WORDS.person_after.match(after) or _WORDS.titled.search(before) or _TITLED.search(before)
        for before, after in mentions
    )


def _may_be_person(name: str, office: str, mentions: Sequence[Mention], texts: Sequence[str]) -> bool:
    """True for a full name that begins as a person's, ends as one's, is quoted or has an office, and for one word: whether that is somebody the index asks for itself."""
    if " " not in name:
        # "The Front has denied it", of the Northern Front.
        alone = [
            before
            for before, _ in mentions
            if not _LONGER_BEFORE.search(before) or _WORDS.the_before.search(before.lower())
        ]
        return not alone or not all(map(_WORDS.the_before.search, alone))
    if all(_WORDS.modifies.search(before) and _WORDS.noun_after.match(after) for before, after in mentions):
        return False
    if gazetteer.is_place(name) or any(_WORDS.the_before.search(before) for before, _ in mentions):
        return False
    is_quoted = any(
        _QUOTED.search(before) or (_QUOTE.search(before) and _SAYS.match(after)) for before, after in mentions
    )
    has_office = bool(office) and office not in _WORDS.either
    return has_office or is_quoted or _has_given_name(name) or _has_surname(name, texts)


def _person_beside(name: str, mentions: Sequence[Mention], texts: Sequence[str]) -> str | None:
    """Of a name that begins or ends as a person's, beside a body's word: `person` where its surname stands alone or it speaks, None else."""
    speaks = any(_QUOTED.search(before) or _SAYS.match(after) for before, after in mentions)
    return "person" if speaks or _has_surname(name, texts) else None


def is_body(party: Party, mentions: Sequence[Mention]) -> bool:
    """True for what is called a company, a charity or the like, by its role, its last word or beside its name."""
    return _office(party) in _BODIES | _WORDS.also_bodies or any(
        # "Outside the court Greta Holm said": no body that begins as a person's name.
        _BODY_AFTER.match(after) or (_BODY_BEFORE.search(before) and not _has_given_name(party.name))
        for before, after in mentions
    )


def _has_given_name(name: str) -> bool:
    return gazetteer.given_name_gender(re.split(r"[\s-]", name, maxsplit=1)[0]) is not None


def _office(party: Party) -> str:
    """The word that says what somebody is: "boss" of "boss of the guild", "" where there is none."""
    return next(iter(_WORDS.role_ends.split(party.role or "")[0].casefold().split()[::-1]), "")


def _has_surname(name: str, texts: Sequence[str]) -> bool:
    """True if the last word of a full name stands alone somewhere, and in small letters nowhere."""
    *first, last = name.split()
    if not first or gazetteer.is_place(last):
        return False
    alone = rf"(?<![\w-]){re.escape(last)}(?![\w-]|\s[A-Z&])"
    small = rf"(?<!\w){re.escape(last.casefold())}(?!\w)"
    before = [text[max(0, at.start() - _AROUND) : at.start()] for text in texts for at in re.finditer(alone, text)]
    if any(_HONORIFIC.search(words) for words in before):
        return True
    stands = any(not _LONGER_BEFORE.search(words) and not _WORDS.the_before.search(words) for words in before)
    return stands and not any(re.search(small, text) for text in texts)


def _is_cut(mentions: Sequence[Mention]) -> bool:
    """True for one word that is part of a longer name: of "Stead & Nephew" once, else of "Saskatoon Teachers" or "Greens and Farmers" each time."""
    if any(_PARTNERS_AFTER.match(after) for _, after in mentions):
        return True
    return all(_CAPITAL_AFTER.match(after) or _WORDS.part_before.search(before) for before, after in mentions)


def whole_name(name: str, mentions: Sequence[Mention], texts: Sequence[str]) -> str | None:
    """The name of a body as a whole: "Three Herons" where a card has "Herons"; None where it is cut off in several ways.

    A word for what somebody is in front of it, where a sentence opens, is none of the name where this also stands without: "Salvor Brandsma & Zoon".
    """
    found = [(before, _COUNT.search(before)) for before, _ in mentions]
    counts = {
        count[1] if count else ""
        for before, count in found
        if count is None or not _OPENS.search(before[: count.start()])
    }
    if any(counts):
        return counts.pop() + name if len(counts) == 1 else None
    if all(_WORDS.number_after.match(after) for _, after in mentions):
        return None  # "the Index Shipping 30 ended lower"
    if " " not in name and _is_cut(mentions):
        return None
    if any(word.islower() for word in name.split()) and all(_WORDS.second_part.match(after) for _, after in mentions):
        return None  # "Department of Fisheries", of "Department of Fisheries and Oceans"
    first, _, rest = name.partition(" ")
    opens = all(_OPENS.search(before) for before, _ in mentions)
    is_opener = " " in rest and opens and (has_role_noun(first) or first in _OPENERS)
    return rest if is_opener and _stands_alone(rest, first, texts) else name


def _stands_alone(name: str, first: str, texts: Sequence[str]) -> bool:
    """True for a name that stands somewhere without a word in front of it: "Cook Cruises" is only ever "Captain Cook Cruises"."""
    alone = rf"(?<!{re.escape(first)}\s)(?<![\w-]){re.escape(name)}(?![\w-])"
    return any(re.search(alone, text) for text in texts)
