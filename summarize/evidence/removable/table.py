"""The language's table of what may be left out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from summarize.evidence.attributions.lexicon import lexicon
from summarize.languages.tables import Kept, kept_words, table
from summarize.languages.words import people


class Removable:
    """What may be left out in one language: see `removable.toml`. No dataclass: one of so many fields takes three milliseconds to make."""

    relations: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    conditional: frozenset[str]
    inverted: frozenset[str]
    binding: frozenset[str]
    placing: frozenset[str]
    perhaps: frozenset[str]
    of_time: frozenset[str]
    particles: frozenset[str]
    settings: frozenset[str]
    recurring: frozenset[str]
    """Times that come again, in which something is so."""
    times: frozenset[str]
    taking: frozenset[str]
    would: frozenset[str]
    hours: frozenset[str]
    tails: frozenset[str]
    universals: frozenset[str]
    scopes: frozenset[str]
    excepting: frozenset[str]
    scarce: frozenset[str]
    denials: frozenset[str]
    denying: frozenset[str]
    """Verbs that deny what hangs on them."""
    excluding: frozenset[str]
    """Verbs that do so with a particle."""
    changing: frozenset[str]
    ranking: frozenset[str]
    generic: frozenset[str]
    taking_up: frozenset[str]
    """Words that take up the phrase before their comma."""
    relatives: frozenset[str]
    pronouns: frozenset[str]
    joining: frozenset[str]
    pairing: frozenset[str]
    """Words that need two things behind them."""
    opening: frozenset[str]
    """Words that open what somebody says, and need not be there."""
    being: frozenset[str]
    tells: frozenset[str]
    """Verbs behind which stands whom something is told to."""
    reporting: frozenset[str]
    """Verbs that say that something is somebody's word."""
    kept: tuple[Kept, ...]
    """Words that no part that is left out may hold."""

    titles: frozenset[str]
    """Words that stand before a name."""
    of_what_is_said: frozenset[str]
    """Kinds of kept words that bear only on what is said in the same clause."""
    planning: frozenset[str]
    """Verbs that say that something is planned, expected or asked for."""
    perfect: frozenset[str]
    comparing: frozenset[str]
    going_on: frozenset[str]
    persons: frozenset[str]
    telling_of: frozenset[str]
    adding: frozenset[str]
    """Verbs of second deeds that take no other back, whatever it is."""
    later: frozenset[str]
    """Words behind which stands what came later."""
    undoing: frozenset[str]
    rates: frozenset[str]
    own_mood: frozenset[str]
    """Words that deny a clause about a noun, or leave it open."""
    unmasking: frozenset[str]
    """Verbs by which a noun is another thing than it is called."""
    creating: frozenset[str]
    """Verbs by which a thing comes to be."""
    due: frozenset[str]
    lapsing: frozenset[str]
    """Verbs whose denial takes a deed before them its end or its sense."""
    withholding: frozenset[str]
    """Verbs by whose denial nothing is told."""
    anaphors: frozenset[str]
    of_several: frozenset[str]
    back: frozenset[str]
    afterwards: frozenset[str]
    made: frozenset[str]
    """What holds by being made, and can be unmade."""
    leaving: frozenset[str]
    """Verbs behind which stands a thing and the state that it is left in."""
    reaching: frozenset[str]
    levels: frozenset[str]
    """Behind a distance or a number of steps they say where it begins."""
    margins: frozenset[str]
    addressing: frozenset[str]
    trailing: frozenset[str]
    timing: frozenset[str]
    """Words that open what a state or permission comes after, before or during."""
    may: frozenset[str]
    """Helpers of what somebody may do."""
    permitting: frozenset[str]
    """Words that say that something is allowed, or that it holds."""
    alone: frozenset[str]
    """Words before a subject of which alone all behind it is told."""
    ended: frozenset[str]
    """Verbs after which somebody or something is no more."""
    still: frozenset[str]
    """Words that say that something is so by now."""
    ruling: frozenset[str]
    """Verbs that say for what something is approved, frozen or taken back; `limiting` are others."""
    spells: frozenset[str]
    """Parts of a day or year, at which something is so again and again."""
    """Words that need something told before."""
    unmarked: frozenset[str]
    """Verbs whose past looks like their base."""
    supporting: frozenset[str]
    amounts: frozenset[str]
    openers: dict[str, frozenset[str]]
    """By kind of tail, the words that open one."""
    anchors: dict[str, frozenset[str]]
    """By kind of tail, words of which one has to stand before it."""
    free: dict[str, frozenset[str]]
    """By kind of tail, the kinds of kept words that it may hold."""
    of_deeds: frozenset[str]
    """Kinds of tails of what somebody says of a deed of their own."""
    beside_cue: frozenset[str]
    in_apposition: frozenset[str]
    in_relative: frozenset[str]
    in_deed: frozenset[str]
    in_past_deed: frozenset[str]
    in_deed_apart: frozenset[str]
    in_first_deed: frozenset[str]
    in_report: frozenset[str]
    in_second_report: frozenset[str]
    open_kinds: frozenset[str]
    in_open_deed: frozenset[str]
    in_second_clause: frozenset[str]
    in_aside: frozenset[str]
    mostly: frozenset[str]
    limiting: frozenset[str]
    """Verbs that say of whom or what something holds."""
    describing: frozenset[str]
    """Words that open a description of what stands before the comma."""
    in_participle: frozenset[str]
    in_own_clause: frozenset[str]
    founding: frozenset[str]
    """Participles that say what somebody or something is, whenever it is."""
    sited: frozenset[str]
    supposing: frozenset[str]
    """Participles that state a condition, or what something is taken to be."""
    bounding: frozenset[str]
    parts: frozenset[str]
    following: frozenset[str]
    mediating: frozenset[str]
    speaking: frozenset[str]
    certain: frozenset[str]
    """Helpers of verbs of what will surely come."""
    spanning: frozenset[str]
    adjoining: frozenset[str]
    """Prepositions of what else is said of a deed."""
    marking: frozenset[str]
    """Those of what else is said of one thing of many."""
    serving: frozenset[str]
    lasting: frozenset[str]
    media: frozenset[str]
    """What something is said in."""
    dubious: frozenset[str]
    """What makes of one something that its source may not have said, or no longer says."""
    mutual: frozenset[str]
    """Nouns of what two do to or with each other."""
    abiding: frozenset[str]
    """Verbs that say where somebody is or what they do, whatever they say."""
    naming: frozenset[str]
    in_naming: frozenset[str]
    """Participles before a name."""
    gravely: frozenset[str]
    """How badly somebody is hurt, and how old they are."""
    crowds: frozenset[str]
    """Those who are people, whatever else is said of them."""
    voicing: frozenset[str]
    """Participles of sources that speak."""
    finding: frozenset[str]
    """Verbs of saying that with an object are none."""
    by: frozenset[str]
    bearing: frozenset[str]
    counting: frozenset[str]
    occasions: frozenset[str]
    vehicles: frozenset[str]
    tools: frozenset[str]
    places: frozenset[str]
    situating: frozenset[str]
    """Verbs that say nothing whole without a place."""
    needing: frozenset[str]
    """Participles that say nothing whole without who did it."""
    ages: frozenset[str]
    """Words that end an age before a noun: "52-year-old"."""
    leaning: frozenset[str]
    """Words that belong to a time behind them."""
    turning: frozenset[str]
    """Words that join a sentence to the one before it."""
    definite: frozenset[str]
    unreal: frozenset[str]
    """Nouns by which a thing is no such thing, or not yet."""
    posing: frozenset[str]
    undone: frozenset[str]
    """Nouns of what takes back or mends what was done."""
    in_description: frozenset[str]
    sharing: frozenset[str]
    fractions: frozenset[str]
    weighing: frozenset[str]
    """Verbs of what is set against what was done."""
    of_origin: frozenset[str]
    parting: frozenset[str]
    in_first_clause: frozenset[str]
    sums: frozenset[str]
    stative: frozenset[str]
    compounded: frozenset[str]
    beyond: frozenset[str]
    taking_off: frozenset[str]
    owning: frozenset[str]
    passive: frozenset[str]
    naming_nouns: frozenset[str]
    shy: frozenset[str]
    shy_of_name: frozenset[str]
    made_known: frozenset[str]
    enduring: frozenset[str]
    stretches: frozenset[str]
    responders: frozenset[str]
    """Those who act as part of a body, of whom a deed is told of some."""
    no_source: frozenset[str]
    """Kinds of kept words that are no signs of a source."""

    def __init__(self, **values: Any) -> None:
        vars(self).update(values)

    def has_ended(self, words: Iterable[str]) -> bool:
        """True for the words of "who has died aged 94", in small letters."""
        told = set(words)
        return bool(told & self.perfect) and bool(told & self.ended)

    def keeps(self, words: str, *, but: frozenset[str] = frozenset()) -> bool:
        """True if words hold one that must stay.

        Args:
            words: what would be left out.
            but: kinds of kept words that may go: beside a reporting verb that stays where and how it was said, "in a report on Thursday".
        """
        return any(row.kind not in but and row.stand_in(words) for row in self.kept)


@cache
def removable(language: str) -> Removable:
    """The table of a language."""
    read = table(f"{language}/removable.toml")
    words, verbs = read["words"], lexicon(language).verbs
    return Removable(
        relations=frozenset(row["relation"] for row in read["branch"]),
        kept=kept_words(language),
        titles=people(language).titles,
        tells=lexicon(language).tells,
        reporting=frozenset(verbs),
        denying=frozenset(verb for verb, kind in verbs.items() if kind == "denied"),
        planning=frozenset(verb for verb, kind in verbs.items() if kind in words["open_kinds"].split()),
        of_deeds=frozenset(row["kind"] for row in read["tail"] if row.get("deeds")),
        openers={row["kind"]: frozenset(row["words"].split()) for row in read["tail"]},
        anchors={row["kind"]: frozenset(row.get("anchors", "").split()) for row in read["tail"]},
        free={row["kind"]: frozenset(row.get("free", "").split()) for row in read["tail"]},
        **{name: frozenset(str(listed).split()) for name, listed in words.items()},
    )
