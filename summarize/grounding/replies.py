"""What a sentence has to do with the one before it: whether it answers it, gives another figure for the same, or points back to it.

Two sentences of which the second answers the first are one unit: whoever is told of a charge is told of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final, Literal, Protocol, get_args

from msgspec import Struct

from summarize.expressions import expression
from summarize.findings import AttributionKind
from summarize.gazetteer import given_name_gender
from summarize.grounding.shapes import is_pronoun
from summarize.languages.grounding import grounding
from summarize.languages.patterns import quotations
from summarize.rules import Ladder, Passage, read_ladder

Does = Literal[
    "accuses",
    "contradicts",
    "compares",
    "speaks_for",
    "answers",
    "declines",
    "responds",
    "clears",
    "silent",
    "sues",
    "fights",
    "refutes",
    "belies",
    "admits",
    "denies_another",
    "negates",
    "investigates",
    "uncharged",
    "awaits",
    "challenges",
    "pleads",
    "of_all",
    "points",
    "points_at_person",
    "points_at_body",
    "points_at_charge",
    "refuses",
    "gives_cause",
    "had_happened",
]
LANGUAGE: Final = "en"
_OPENING: Final = frozenset('“"«„‘')
_TYPED: Final = "'"
_PRINTED: Final = "’"
"""The apostrophe of a typewriter, and that by which the rules are written: "Dahl's lawyer" speaks for Dahl."""
_SMALL_LETTERS: Final = expression(r"\b[a-z]{3,}\b")
_NAMED: Final = expression(r"(?:[A-Z][\w’'-]*\s)*[A-Z][\w’'-]+")
_SHARED: Final = 2
"""Words that two accounts of one thing have in common."""
_STEM: Final = 5
_ENDING: Final = 3
"""Letters that two words of one trade have in common, at least, and behind them, at most: "printer", "printing"."""
_PLURAL: Final = quotations(LANGUAGE).plural_ending
_CARRY_NOTHING: Final = grounding(LANGUAGE).small | grounding(LANGUAGE).reporting


class Whose(Protocol):
    """Whose word something is, on a card or in a briefing."""

    @property
    def source(self) -> str | None:
        """By name or description."""

    @property
    def kind(self) -> AttributionKind:
        """What the source does with it."""


class Said(Struct, frozen=True):
    """A sentence, and whose word it is."""

    text: str
    source: str | None = None
    """Who says it, by name or description; None where it is the article's own word."""
    kind: AttributionKind | None = None
    is_open: bool = False
    """True if somebody says it, and the article leaves open who: "It denied wrongdoing" behind two bodies."""

    @classmethod
    def of(cls, text: str, by: Whose | None) -> Said:
        """A text with whose word it is."""
        return cls(text) if by is None else cls(text, by.source, by.kind, by.source is None)


@cache
def reply_rules(language: str = LANGUAGE) -> Ladder[Passage]:
    """The rules of a language."""
    return read_ladder(f"{language}/replies.toml", {}, verdicts=frozenset(get_args(Does)))


@cache
def _rules_of(does: Does) -> Ladder[Passage]:
    return reply_rules().only(does)


@lru_cache(1 << 8)  # the engine asks of the sentences of an article, and then grounding does
def does(what: Does, sentence: str) -> bool:
    """True if a sentence does one of the things that rules tell."""
    return _rules_of(what).decide(Passage(sentence.replace(_TYPED, _PRINTED))) is not None


def is_reply(said: Said, reply: Said) -> bool:
    """True if a sentence is the answer to the one before it: a denial, the accused's own word, or another's figure for the same.

    Who says both goes on, and answers nobody. Whom a claim tells of answers it, and so does who owns to something, or is silent. What "it" says behind a charge is told with the charge, for it may be the answer. One person does
    not answer what another is charged with, unless as somebody who speaks for him.
    """
    said, reply = _with_giver(said), _with_giver(reply)
    return refutes(said, reply) or (not is_of_another_count(said, reply) and _is_answer_to(said, reply))


def _with_giver(said: Said) -> Said:
    """A sentence that is nobody's word on the card, as that of whoever it says puts something at a number: "Police put the crowd at 900"."""
    found = grounding(LANGUAGE).giver.match(said.text) if said.source is None and said.kind is None else None
    is_open = found is None or is_pronoun(found["who"])
    return said if is_open or found is None else Said(said.text, found["who"], "said")


def _is_answer_to(said: Said, reply: Said) -> bool:
    """As `is_reply`, of what neither refutes nor is of another count."""
    if reply.is_open:
        denies = reply.kind == "denied" or does("contradicts", reply.text)
        return denies or (accuses(said) and not accuses(reply))
    if reply.source is None and reply.kind is None and (found := grounding(LANGUAGE).denier.match(reply.text)):
        # "Lee, 51, denies it" may be too short to be anybody's word.
        reply = Said(reply.text, found["who"], "denied")
    if reply.source is None:
        return reply.kind is None and is_silence(said, reply.text)
    goes_on = said.source is not None and _head(said.source) == _head(reply.source)
    # Who refuses what somebody asked for answers no charge.
    answers_none = goes_on or does("refuses", reply.text)
    return not answers_none and _is_anothers_answer(said, reply, reply.source)


def _is_anothers_answer(said: Said, reply: Said, source: str) -> bool:
    """As `is_reply`, of what another source says than what it may answer."""
    if reply.kind == "denied" or does("contradicts", reply.text):
        return not _is_another(said.text, reply)
    if responds(reply.text) and (said.source is not None or accuses(said)):
        return not is_charger(said.text, source) and not _is_another(said.text, reply)
    if accuses(said):
        speaks = does("speaks_for", reply.text) and not is_charger(said.text, source)
        # "warned of it in a letter", and "said it had never had such a letter".
        is_not_so = (
            does("clears", reply.text) and not does("negates", said.text) and are_about_one(said.text, reply.text)
        )
        is_of_it = is_not_so or is_charged_by_trade(said.text, reply)
        return speaks or is_of_it or _is_told_of(said.text, reply) or tells_otherwise(said, reply)
    if said.source is not None and charges(said.text, source):
        return True
    if said.source is not None and does("clears", reply.text) and _is_told_of(said.text, reply):
        return True
    return (
        said.source is not None and bool(grounding(LANGUAGE).number.search(said.text)) and does("compares", reply.text)
    )


def is_another_figure(said: Said, reply: Said) -> bool:
    """True if the second of two sentences gives another's number for what the first counts."""
    is_number = grounding(LANGUAGE).number.search(said.text) is not None
    return is_number and does("compares", reply.text) and is_reply(said, reply)


def tells_otherwise(said: Said, reply: Said) -> bool:
    """True if two people tell of the same things, and one of them that it was not so: "blamed a bow door that had not been closed", "said the bow door was closed"."""
    if reply.source is None or names(said.source or said.text, reply.source):
        return False
    is_about_one = len(_things(said.text) & _things(reply.text)) >= _SHARED
    return is_about_one and does("negates", said.text) != does("negates", reply.text)


def are_about_one(one: str, other: str) -> bool:
    """True if two sentences have a word in small letters in common that carries what they tell."""
    return bool(_things(one) & _things(other))


def _things(sentence: str) -> set[str]:
    """The words in small letters of a sentence that carry what it tells."""
    return {word.rstrip(_PLURAL) for word in _SMALL_LETTERS.findall(sentence) if word not in _CARRY_NOTHING}


def responds(sentence: str) -> bool:
    """True if a sentence answers by its verb alone, whatever was said: "conceded that", "declined to comment"."""
    return does("responds", sentence) or does("silent", sentence) or does("fights", sentence)


def denies(sentence: str) -> bool:
    """True if a sentence denies or answers, by whatever word it is said: "said that the claim was false", "said he had never taken a cent"."""
    return does("contradicts", sentence) or does("responds", sentence) or does("clears", sentence)


def answers_back(sentence: str) -> bool:
    """True if a sentence answers a charge by its own words: it denies or responds, or somebody speaks in it for another."""
    return responds(sentence) or does("contradicts", sentence) or does("speaks_for", sentence)


def is_silence(said: Said, reply: str) -> bool:
    """True for a sentence that tells of somebody's silence about what another says or is charged with; "He did not say why" may be whoever said it."""
    is_theirs = is_pronoun(reply.partition(" ")[0]) or (said.source is not None and names(reply, said.source))
    return (said.source is not None or accuses(said)) and does("silent", reply) and not is_theirs


def refutes(said: Said, reply: Said) -> bool:
    """True if a sentence tells that a charge came to nothing, or that who said something was found to have lied."""
    return (accuses(said) and does("refutes", reply.text)) or (said.source is not None and does("belies", reply.text))


def is_plea(charge: str, reply: Said) -> bool:
    """True if a denial answers a charge that names nobody: "a landlord accused of manslaughter", and "Pell, 58, denies three counts of manslaughter"."""
    is_unnamed = grounding(LANGUAGE).unnamed_accused.search(charge) is not None
    if not is_unnamed or reply.source is None or is_charger(charge, reply.source):
        return False
    denies = reply.kind == "denied" or does("contradicts", reply.text)
    return denies and (does("pleads", reply.text) or are_about_one(charge, reply.text))


def is_of_another_count(said: Said, reply: Said) -> bool:
    """True if one of two counts is admitted, and another denied: each stands for itself."""
    return does("admits", said.text) and does("denies_another", reply.text)


def suspected(said: Said) -> Said:
    """A sentence as one that charges somebody, where it tells that somebody looks into what he did or questions him."""
    is_suspicion = said.kind in {None, "asked"} and does("investigates", said.text)
    return Said(said.text, said.source, "alleged", said.is_open) if is_suspicion else said


def accuses(said: Said) -> bool:
    """True if a sentence charges somebody with something."""
    return said.kind == "alleged" or does("accuses", said.text)


def charges(sentence: str, source: str) -> bool:
    """True if a source is whom a sentence charges, by the word that it is known by."""
    whom = _charged_person(sentence)
    return whom is not None and names(whom, source)


def charges_who_is(sentence: str, speaker: str, role: str) -> bool:
    """True if a sentence charges somebody who speaks, or the body that his or her role names: "accused Tarsk Lines", "chief executive of Tarsk Lines"."""
    whom = _charged_person(sentence)
    return whom is not None and (names(whom, speaker) or _of_one(whom, role))


def is_charged(sentence: str, reply: Said) -> bool:
    """True if a sentence charges who replies, or somebody by name of whom the reply says that it is his lawyer's: "Mr Auer's lawyer said"."""
    if reply.source is not None and charges(sentence, reply.source):
        return True
    whom = _charged_person(sentence)
    return (
        whom is not None
        and does("speaks_for", reply.text)
        and any(names(reply.text, one) for one in _NAMED.findall(whom))
    )


def is_charged_by_trade(sentence: str, reply: Said) -> bool:
    """True if a sentence charges one whom it only calls by a trade, and the reply opens on a body of that trade: "a printer", "The printing company, Roe Press"."""
    whom = _charged_person(sentence) or ""
    if reply.source is None or _NAMED.search(whom) is not None or _NAMED.search(reply.source) is None:
        return False
    opening = reply.text.partition(reply.source)[0]
    trade = _head(whom)
    return any(_are_of_one_trade(trade, word) for word in _SMALL_LETTERS.findall(opening))


def _are_of_one_trade(one: str, other: str) -> bool:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return same >= _STEM and max(len(one), len(other)) - same <= _ENDING


def clears(reply: Said) -> bool:
    """True if somebody says that he never did something, or did nothing wrong: it answers a charge wherever it stands."""
    return does("clears", reply.text) or responds(reply.text)


def _of_one(whom: str, role: str) -> bool:
    """True if who is known by a name in capital letters stands in a role as well; a captain of a ferry off Brest is not Brest."""
    own = [name for name in _NAMED.findall(whom) if name.casefold().endswith(_head(whom))]
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", role) for name in own)


def charges_same(one: str, other: str) -> bool:
    """True if two sentences charge one person or body, by the word that it is known by: "the captain of the ferry", "the captain, Anton Breck"."""
    first, second = _charged_person(one), _charged_person(other)
    return first is not None and second is not None and (names(first, second) or names(second, first))


def _charged_person(sentence: str) -> str | None:
    """The words for whom a sentence charges; None where they do not stand at its verb."""
    found = grounding(LANGUAGE).charged.search(sentence)
    return next((words for words in found.groups() if words), None) if found is not None else None


def is_charger(sentence: str, source: str) -> bool:
    """True if a sentence names a source before the verb by which it charges another, and not behind it."""
    found = grounding(LANGUAGE).charged.search(sentence)
    if found is None or names(sentence[found.start() :], source):
        return False
    # "Roe resigned a day after a clerk said the firm had hidden it": the clerk says so, and not Roe.
    *_, before = grounding(LANGUAGE).another_says.split(sentence[: found.start()])
    return names(before, source)


def _is_told_of(sentence: str, reply: Said) -> bool:
    """True if a sentence tells of who replies, by name or as what he is said there to be ("The owner, Kestrel Homes"), and not as who charges another."""
    found = grounding(LANGUAGE).role_first.match(reply.text)
    known = (reply.source, found["role"] if found is not None else None)
    return any(names(sentence, each) and not is_charger(sentence, each) for each in known if each)


def _is_another(sentence: str, reply: Said) -> bool:
    """True if a sentence charges one person by name, and the reply is that of another, who does not speak for the first."""
    whom, source = _charged_person(sentence) or "", reply.source or ""
    if names(whom, source) or does("speaks_for", reply.text):
        return False
    full = grounding(LANGUAGE).full_name
    return all(
        name is not None and given_name_gender(name.group().split()[0]) is not None
        for name in (full.search(whom), full.fullmatch(source))
    )


def is_answer(told: Iterable[Said], line: Said) -> bool:
    """True if a line answers one of those told before it, or has what somebody said who declined to say something else."""
    return any(
        is_reply(one, line) or (line.source is None and does("declines", one.text) and line.text[:1] in _OPENING)
        for one in told
    )


def _head(name: str) -> str:
    """The word that a name or description is known by, in small letters."""
    found = grounding(LANGUAGE).known_by.search(name)
    return (found.group() if found is not None else name).casefold()


def names(sentence: str, source: str) -> bool:
    """True if a sentence speaks of a source, by the word it is known by."""
    head = _head(source)
    # Most sentences do not have it: an expression is made only for one that does.
    return head.lower() in sentence.lower() and re.search(rf"(?i)(?<!\w){re.escape(head)}(?!\w)", sentence) is not None
