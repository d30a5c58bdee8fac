"""What kind of thing a name names: what proves it, what else speaks for it, and the NLP model's label between them.

The rules stand in `name_proofs.toml`, `name_evidence.toml` and `name_labels.toml`; here are the facts that they ask for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Final

from summarize import gazetteer
from summarize.evidence.capitals import Name
from summarize.evidence.vocabulary import (
    KNOWN_ORGANISATIONS,
    LANGUAGE,
    NAME_PATTERNS,
    NAMES,
    ORGANISATION_WORDS,
    PARTIES,
    PEOPLE,
    PERSON_NOUNS,
    PLACE_WORDS,
    ROLE_PATTERNS,
    SPEECH_VERBS,
    TITLES,
)
from summarize.expressions import expression
from summarize.languages.measures import units
from summarize.languages.tails import found_before, is_found_before
from summarize.rules import Decision, Fact, Ladder, Notebook, RuleReason, read_ladder, reason_text
from summarize.rules.kept import kept

_KINDS: Final = frozenset({"person", "organisation", "place", "group", "thing"})
"""Verdicts that all three tables have."""
_REACH: Final = 50
"""How far around a name rules look, in code points."""
_AHEAD: Final = 60
_DESCRIBING: Final = PERSON_NOUNS | TITLES
_NO_TRADES: Final = PEOPLE.not_trades | NAMES.body_roles | NAMES.organisation_nouns
_PARTY_NOUNS: Final = PARTIES - NAME_PATTERNS.party_adjectives
_INITIALS: Final = expression(r"(?:[A-Z]\.\s?){1,3}")
_ACRONYM: Final = expression(r"\s\(([A-Z]{2,8})\)")
_COUNTRY_AFTER: Final = expression(r",\s([A-Z][\w.’' -]{1,24}?)(?=[,.;:)\s])")
_LAST_WORD: Final = expression(r"([\w-]+)\s$")
_FIRST_WORD: Final = expression(r"\s([\w-]+)")
_LETTERS: Final = expression(r"[A-Za-z]+")
_CAPITALISED: Final = expression(r"\b[^\W\d_a-z]\w{2,}")
_ALONE: Final = expression(r"(?<!\w\s)\b\w[\w.'’-]*(?=[\s,])")


class NamedThing:
    """A name with what stands around it, as rules ask about it.

    Args:
        name: the name.
        text: the article's text.
        alone: how often each name of one word stands in the article.
        evidence: what other evidence than the label speaks for.
    """

    def __init__(
        self, name: Name, text: str, alone: Mapping[str, int] | None = None, evidence: str | None = None
    ) -> None:
        self.name, self.text, self.evidence = name, text, evidence
        self.alone = Counter[str]() if alone is None else alone
        self.words = name.text
        self.before, self.after = text[max(0, name.start - _REACH) : name.start], text[name.end : name.end + _AHEAD]
        self.parts = name.text.split()
        """The words of the name as they are written."""

    @kept
    def bare(self) -> list[str]:
        """The words of the name in lower case, without marks."""
        return [word.strip(".,").lower() for word in self.parts]

    @property
    def word_behind(self) -> str:
        """The word right behind it, empty where something else stands there."""
        first = _FIRST_WORD.match(self.after)
        return first[1] if first else ""

    @kept
    def word_before(self) -> str:
        """The word before it, if only a space parts them."""
        last = _LAST_WORD.search(self.before, self.before.rfind(" ", 0, -2) + 1)
        return last[1] if last else ""

    @property
    def has_acronym(self) -> bool:
        """Its acronym stands behind it: Médecins Sans Frontières (MSF)."""
        acronym = _ACRONYM.match(self.after)
        parts = self.parts
        return (
            acronym is not None
            and acronym[1].startswith(parts[0][0].upper())
            and acronym[1].endswith(parts[-1][0].upper())
        )

    @property
    def opens_organisation_of(self) -> bool:
        """A word of an organisation stands somewhere before an "of"."""
        bare = self.bare
        of = next((index for index, word in enumerate(bare) if word in NAME_PATTERNS.of), 0)
        return any(word in ORGANISATION_WORDS for word in bare[:of])

    @property
    def has_given_name(self) -> bool:
        """Its first word is a given name, or the second of three that is no word of a place: not of "Mill Lane Bridge"."""
        parts = [part.title() for part in self.parts] if self.is_in_capitals else self.parts
        return bool(
            gazetteer.given_name_gender(parts[0].split("-")[0] if len(parts) > 1 else parts[0])
            or (len(parts) > 2 and self.bare[1] not in PLACE_WORDS and gazetteer.given_name_gender(parts[1]))
        )

    @property
    def is_in_capitals(self) -> bool:
        """It is a name of several words all in capitals, as in the labels of a transcript: "HELEN ORR"."""
        return len(self.parts) > 1 and self.name.text.isupper()

    @property
    def has_place_behind(self) -> bool:
        """A place stands behind it: "in Ardara, Ireland"."""
        country = _COUNTRY_AFTER.match(self.after)
        return country is not None and gazetteer.is_place(country[1].strip())

    @property
    def is_described(self) -> bool:
        """A description of a person stands behind it: ", the owner of the mill"."""
        described = NAME_PATTERNS.described_after.match(self.after)
        return described is not None and any(word.lower().strip(",.") in PERSON_NOUNS for word in described[1].split())

    @property
    def is_introduced(self) -> bool:
        """What stands behind it between commas describes a person and nothing else: ", leader of the opposition,"."""
        behind = NAME_PATTERNS.person_behind.match(self.after)
        return behind is not None and behind["noun"] in _DESCRIBING

    @property
    def has_role_apposed(self) -> bool:
        """A description of a person stands before it, parted by a comma: "the club's founder, ", "the Speaker of the Assembly, "."""
        described = found_before(NAME_PATTERNS.described_before, self.before, 0, _REACH)
        return described is not None and (described["noun"] or described["office"]).lower() in _DESCRIBING

    @property
    def is_team(self) -> bool:
        """True for the plural of several words behind an article: "the Prairie Wolves"."""
        return (
            len(self.parts) > 1
            and self.word_before.lower() in NAME_PATTERNS.the
            and self.bare[-1].endswith(NAME_PATTERNS.plural)
            and not self.has_given_name
            and not gazetteer.is_place(self.name.text)
        )

    @kept
    def speaks(self) -> bool:
        """A verb of speech stands behind it."""
        verb = NAME_PATTERNS.verb_after.match(self.after)
        return verb is not None and verb[1] in SPEECH_VERBS

    @property
    def surname_speaks(self) -> bool:
        """Its last word alone stands before a verb of speech somewhere: "Varrick said"."""
        return self.parts[-1] in _words_before_speech(self.text)

    @property
    def is_at(self) -> bool:
        """True for "a ramp at Holyhead" and "a man walking his dog at Holyhead", and not for "an analyst at Nvidia": at an organisation somebody works."""
        if not NAME_PATTERNS.at_before.search(self.before):
            return False
        words = [word.lower() for word in _LETTERS.findall(self.before)[-6:]]
        last = max((at for at, word in enumerate(words) if word in ROLE_PATTERNS.determiners), default=0)
        return _DESCRIBING.isdisjoint(words[last:]) and NAME_PATTERNS.at_work.isdisjoint(words)

    @property
    def is_town_here(self) -> bool:
        """It is listed as a town of a country that the text names another place of: "Pudsey" beside "Leeds"."""
        lies_in = {gazetteer.place_country(self.words), *gazetteer.countries_of_town(self.words)} - {None}
        return any(_countries(self.text).get(code, self.words) != self.words for code in lies_in if code)


@lru_cache(8)
def _countries(text: str) -> Mapping[str, str]:
    """The countries of the places of one word that a text names, and that word; of two places of one country no word, since each speaks for the other."""
    named: dict[str, str] = {}
    for word in dict.fromkeys(_CAPITALISED.findall(text)):
        country = gazetteer.place_country(word.title() if word.isupper() else word)
        if country is None:
            continue
        named[country] = "" if country in named else word
    return named


@lru_cache(8)  # rules ask it of every name of an article: one reading for all of them
def _words_before_speech(text: str) -> frozenset[str]:
    """The words that stand before a verb of speech, with no other word right before them: "Varrick" of "Varrick said"."""
    verbs = ((match[0], NAME_PATTERNS.verb_after.match(text, match.end())) for match in _ALONE.finditer(text))
    return frozenset(word for word, verb in verbs if verb is not None and verb[1] in SPEECH_VERBS)


@lru_cache(1 << 10)  # the words of one article are those of the next
def _describes(word: str) -> bool:
    """True for a word for one person, by the lists or by the ending of a trade: "neighbour", "veterinarian"."""
    return word in _DESCRIBING or (word not in _NO_TRADES and ROLE_PATTERNS.trade.fullmatch(word) is not None)


_FACTS: Final[Mapping[str, Callable[[NamedThing], Fact]]] = {
    "acronym": lambda thing: thing.has_acronym,
    "at_it": lambda thing: thing.is_at,
    "behind_body": lambda thing: thing.word_before in NAME_PATTERNS.opening_bodies,
    "capitals": lambda thing: thing.words.isupper(),
    "currency": lambda thing: thing.words in units().signs,
    "country": lambda thing: bool(gazetteer.country_code(thing.words)),
    "described": lambda thing: thing.is_described,
    "evidence": lambda thing: thing.evidence,
    "given_name": lambda thing: thing.has_given_name,
    "given_name_first": lambda thing: bool(gazetteer.given_name_gender(thing.parts[0])),
    "has_officers": lambda thing: NAME_PATTERNS.officers_after.match(thing.after) is not None,
    "house": lambda thing: thing.words in NAMES.houses,
    "introduced": lambda thing: thing.is_introduced,
    "initials": lambda thing: _INITIALS.match(thing.words) is not None,
    "country_first": lambda thing: gazetteer.country_code(thing.parts[0]) is not None,
    "country_before_last": lambda thing: gazetteer.country_code(" ".join(thing.parts[:-1])) is not None,
    "country_last": lambda thing: any(
        gazetteer.country_code(" ".join(thing.parts[at:])) for at in range(1, len(thing.parts))
    ),
    "known_everywhere": lambda thing: gazetteer.is_known_everywhere(thing.words),
    "known_organisation": lambda thing: thing.words in KNOWN_ORGANISATIONS,
    "known_place": lambda thing: gazetteer.is_place(thing.words),
    "known_thing": lambda thing: thing.words in NAMES.things,
    "label": lambda thing: thing.name.label,
    "located": lambda thing: is_found_before(NAME_PATTERNS.located_before, thing.before),
    "nationality": lambda thing: bool(gazetteer.people_of(thing.words)),
    "opens": lambda thing: thing.name.opens,
    "organisation_before_of": lambda thing: thing.opens_organisation_of,
    "organisation_last": lambda thing: thing.bare[-1] in ORGANISATION_WORDS,
    "organisation_of": lambda thing: thing.bare[0] in ORGANISATION_WORDS and thing.bare[1] in NAME_PATTERNS.of_or_for,
    "organisation_word": lambda thing: any(word.lower() in ORGANISATION_WORDS for word in thing.parts),
    "party": lambda thing: thing.bare[-1].removesuffix(NAME_PATTERNS.plural) in _PARTY_NOUNS,
    "place_behind": lambda thing: thing.has_place_behind,
    "place_first": lambda thing: thing.bare[0] in NAMES.place_openers,
    "place_last": lambda thing: thing.bare[-1] in PLACE_WORDS,
    "plural": lambda thing: thing.bare[-1].endswith(NAME_PATTERNS.plural),
    "region": lambda thing: gazetteer.is_region(thing.words),
    "repeated": lambda thing: thing.alone[thing.words] > 1,
    "role_apposed": lambda thing: thing.has_role_apposed,
    "role_before": lambda thing: thing.word_before.islower() and _describes(thing.word_before),
    "role_behind": lambda thing: thing.word_behind.islower() and _describes(thing.word_behind),
    "speaks": lambda thing: thing.speaks,
    "surname_speaks": lambda thing: thing.surname_speaks,
    "surname_alone": lambda thing: thing.alone[thing.parts[-1]] > 0 and not gazetteer.is_place(thing.parts[-1]),
    "team": lambda thing: thing.is_team,
    "thing_last": lambda thing: thing.bare[-1] in NAMES.thing,
    "town_here": lambda thing: thing.is_town_here,
    "words": lambda thing: len(thing.parts),
}


@cache
def proof_rules(language: str = LANGUAGE) -> Ladder[NamedThing]:
    """The rules of what is proved."""
    return read_ladder(f"{language}/name_proofs.toml", _FACTS, verdicts=_KINDS | {"people"})


@cache
def evidence_rules(language: str = LANGUAGE) -> Ladder[NamedThing]:
    """The rules of what is likely."""
    return read_ladder(f"{language}/name_evidence.toml", _FACTS, verdicts=_KINDS | {""})


@cache
def label_rules(language: str = LANGUAGE) -> Ladder[NamedThing]:
    """The rules of whether the label or the other evidence counts."""
    return read_ladder(f"{language}/name_labels.toml", _FACTS, verdicts=_KINDS | {"label", "evidence"})


def hard_kind(thing: NamedThing) -> str | None:
    """The kind that a title, an age, an organisation word or a country proves; `people` for a nationality; None without proof."""
    decision = proof_rules().decide(thing)
    return decision.verdict if decision is not None else None


def decide(thing: NamedThing) -> str | None:
    """The kind that the NLP model's label and the other evidence speak for; None if nothing does."""
    return explain_kinds(thing)[0]


def explain_kinds(thing: NamedThing) -> tuple[str | None, list[Decision]]:
    """The kind by label and other evidence, and the rules that spoke, in the order in which they were asked."""
    name = thing.name
    spoke = evidence_rules().decide(thing)
    evidence = spoke.verdict or None if spoke is not None else None
    decisions = [spoke] if spoke is not None else []
    if name.label is None or name.label == evidence:
        return evidence, decisions
    weighed = label_rules().decide(NamedThing(name, thing.text, thing.alone, evidence))
    assert weighed is not None  # the last rule has no condition
    meant = {"label": name.label, "evidence": evidence}
    return meant.get(weighed.verdict, weighed.verdict), [*decisions, weighed]


def note_kind(notes: Notebook, name: Name, text: str, alone: Counter[str]) -> None:
    """Note the rules that give a name its kind, before what other names say of it is counted."""
    thing = NamedThing(name, text, alone)
    proof = RuleReason.of("kind, proved", proof_rules(), thing)
    if proof is not None:
        notes.write(name.start, name.end, proof)
        return
    kind, decisions = explain_kinds(thing)
    evidence = RuleReason.of("kind, by evidence", evidence_rules(), thing)
    if evidence is not None:
        notes.write(name.start, name.end, evidence)
    if name.label is not None:
        spoken = evidence.verdict or None if evidence is not None else None
        label = reason_text(f"the NLP model’s label is {name.label}")
        weighing = RuleReason.of("label or evidence", label_rules(), NamedThing(name, text, alone, spoken), label)
        weighed = weighing if weighing is not None and weighing.rule in {one.rule for one in decisions} else None
        notes.write(name.start, name.end, weighed or RuleReason("kind", None, kind or "", why=label))
    elif evidence is None:
        notes.write(
            name.start,
            name.end,
            RuleReason(
                "kind",
                None,
                kind or "",
                why=f"no row of languages/{proof_rules().name} or {evidence_rules().name} holds",
            ),
        )
