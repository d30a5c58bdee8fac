"""Whom a sentence gives what it says to, in words that stand by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from summarize.evidence.noun_groups import BODY_ROLES, may_be_somebody
from summarize.evidence.role_descriptions import has_role_noun
from summarize.evidence.vocabulary import NAMES, NOT_NAMES, ORGANISATION_WORDS, PEOPLE
from summarize.gazetteer import is_place
from summarize.grounding.shapes import is_pronoun
from summarize.languages.figures import figures
from summarize.languages.loader import any_of

_WORDS: Final = figures("en")
_SPEECH = any_of(_WORDS.speech)
_OPENS = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(_WORDS.determiners))
_WHO = rf"(?:(?:{_OPENS})\s[^,.;:“”\"]{{3,80}}?|[A-Z][^,.;:“”\"]{{2,60}}?)"
_ACTIVE = "".join(rf"(?<!\b{word})" for word in sorted(_WORDS.passive)) + r"(?:,\s(?:[^,]|(?<=\d),(?=\d)){3,80},)?\s"
_BEHIND = r",[”’\"']?\s"
"""What is said, quoted or not, and who says it stands behind it."""
_ATTRIBUTED = re.compile(
    rf"\b[{_WORDS.according[0].upper()}{_WORDS.according[0]}]{_WORDS.according[1:]} (?P<to>[^,.;:“”\"]{{3,80}})|{_BEHIND}(?P<name>{_WHO}){_ACTIVE}{_SPEECH}\b"
    rf"|{_BEHIND}{_SPEECH}\s(?P<after>{_WHO})(?=[,.;:]|$)|(?:^|,\s{any_of(_WORDS.joins)}\s)(?P<f_first>{_WHO}){_ACTIVE}(?:{any_of(_WORDS.auxiliaries)}\s)?{any_of(_WORDS.speech | _WORDS.blaming)}\b"
    rf"|{_BEHIND}(?P<bare>{any_of(_WORDS.bare)}){_ACTIVE}(?:{any_of(_WORDS.auxiliaries)}\s)?{_SPEECH}\b"
    rf"|^(?P<f_also>{_WHO}),\s[^,.;:“”\"]{{3,80}},\s[^,.;:“”\"]{{3,80}}?\s{any_of(_WORDS.joins)}\s(?:{any_of(_WORDS.auxiliaries)}\s)?{_SPEECH}\b"
    rf"|,\s(?P<f_beside>[A-Z][^,.;:“”\"]{{2,60}}),\s{any_of(_WORDS.blaming)}\b"
    rf"|^(?P<f_anew>{_WHO})\s(?:{any_of(_WORDS.auxiliaries)}\s)?(?:{_WORDS.estimates_anew})\b"
)

_IN_FRONT: Final = frozenset(name for name in _ATTRIBUTED.groupindex if name.startswith("f_"))
"""Of these, who says something stands in front of it."""


def attributed_to(sentence: str) -> str | None:
    """Whom a sentence gives what it says to, in its own words, by a name where there is one beside "its leader"; None if to nobody."""
    who = given_by(sentence)
    return standing_alone(who, sentence) if who is not None else None


def given_by(sentence: str) -> str | None:
    """The first words in a sentence for whoever says what it tells, as they stand; None if nobody does."""
    return next((who for who, _ in _givers(sentence)), None)


def giver_of(sentence: str, place: int) -> str | None:
    """The words for whoever says what stands at a place of a sentence; None if that is nobody, or who says something else.

    Who stands in front of what he said says what follows, up to the next who does, or to a clause of the outlet's own.
    """
    found = list(_givers(sentence))
    in_front = [(who, match) for who, match in found if match.lastgroup in _IN_FRONT]
    before = [(who, match) for who, match in in_front if match.end() <= place]
    if before:
        who, match = before[-1]
        if _WORDS.told_beside.search(sentence, match.end(), place) is None:
            return who
    for who, match in in_front:
        if match.start() <= place < match.end() and _WORDS.who_says.search(sentence, match.start(), place):
            return who
    return next((who for who, match in found if match.lastgroup not in _IN_FRONT), None)


def _givers(sentence: str) -> Iterator[tuple[str, re.Match[str]]]:
    """All that a sentence names or describes as who says something, each as it stands, with where."""
    for match in _ATTRIBUTED.finditer(sentence[: news_until(sentence)]):
        words = (match[match.lastgroup or 0] or "").split()
        while len(words) > 1 and words[-1] in _WORDS.beside_speech | _WORDS.auxiliaries:
            words.pop()
        who = " ".join(words)
        if not who or is_pronoun(who) or _WORDS.nobody.search(who):
            continue
        verbs = match.group().replace(who, " ").split()
        if match.lastgroup == "to" or _is_holder(who, is_saying=not _WORDS.saying.isdisjoint(verbs)):
            yield who, match


def _is_holder(who: str, *, is_saying: bool) -> bool:
    """True for a name, or words for somebody or a body. Where a verb only says something, its subject does whatever it is called."""
    group = _WORDS.holder_until.split(who)[0]
    if _WORDS.no_holder.search(group):
        return False
    *first, head = group.split()
    if head[:1].isdigit():
        return bool(first) and first[-1][:1].isupper()
    if is_saying or head[:1].isupper():
        return bool(first) or head not in NOT_NAMES or _names_somebody(head)
    return _names_somebody(head)


def _names_somebody(noun: str) -> bool:
    """True for a noun, in the singular or the plural, for somebody, for a body, or for what is written."""
    low = re.sub(r"[’']s$", "", noun.casefold())
    singulars = {low, *(f"{low.removesuffix(end)}{one}" for end, one in _WORDS.singulars.items() if low.endswith(end))}
    known = BODY_ROLES | ORGANISATION_WORDS | NAMES.texts | PEOPLE.kin | _WORDS.bare
    return any(each in known or has_role_noun(each) or may_be_somebody(each) for each in singulars)


def name_beside(described: str, sentence: str) -> str | None:
    """The name that stands between commas behind what somebody is described as: "its leader, Ann Lee, said"; None where none does."""
    beside = re.search(rf"{re.escape(described)},\s([A-Z][^,.;]{{2,60}})(?=[,.;]|$)", sentence)
    return beside[1] if beside is not None and _is_apposed(described, beside[1]) else None


def _is_apposed(description: str, name: str) -> bool:
    """True for the name of whoever is described; false for where they are: "police in Springfield, Illinois"."""
    # Of one word behind another name it is mostly a county or a state.
    is_further = " " not in name and description.rsplit(maxsplit=1)[-1][:1].isupper()
    return has_role_noun(description) and not is_place(name) and not is_further


def standing_alone(who: str, sentence: str) -> str:
    """Who gives something, as it is written within a sentence; by the name where the description points to what stands elsewhere."""
    described = _WORDS.points_back.match(who)
    if described is not None:
        return described["name"] or name_beside(who, sentence) or _within(who)
    return _within(who)


def _within(who: str) -> str:
    """A description as it stands within a sentence: "the agency", "police"; a name as it is."""
    first, _, rest = who.partition(" ")
    is_small = first.lower() in _WORDS.determiners | (_WORDS.bare if not rest else frozenset())
    return f"{first.lower()}{who[len(first) :]}" if is_small else who


def news_until(sentence: str) -> int:
    """Where a sentence goes on to what was said before its news: "raised it to 281, a day after it had put it at 265"; its end where it does not."""
    found = _WORDS.called_to_mind.search(sentence)
    return found.start() if found is not None and _WORDS.earlier.search(found.group()) else len(sentence)
