"""Words before a name that belong to its role, walked from the name leftwards by `role_words.toml`: "former federal judge" before "Ann Lee"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, TypeVar

from msgspec import Struct

from summarize import gazetteer
from summarize.evidence.names import Name
from summarize.evidence.noun_groups import is_noun
from summarize.evidence.role_descriptions import ROLE, has_role_noun
from summarize.evidence.vocabulary import (
    HONORIFICS,
    LANGUAGE,
    NAME_PATTERNS,
    NOT_NAMES,
    PEOPLE,
    REPORTING_VERBS,
    SPEECH_VERBS,
    TITLES,
)
from summarize.expressions import expression
from summarize.languages.people_patterns import role_patterns
from summarize.languages.verbs import is_plain_verb
from summarize.rules import Decision, Fact, Ladder, RuleReason, Subject, notebook, read_ladder

Range = tuple[int, int]
S = TypeVar("S", bound=Subject)

_PATTERNS: Final = role_patterns(LANGUAGE)
_WORD_BACK: Final = expression(r"([\w'’.&/-]+|\([^()\n]{2,80}\))\s$")
_GENITIVE: Final = expression(r"['’]s$")
_SAID: Final = SPEECH_VERBS | REPORTING_VERBS
_MAX_WORDS_BEFORE: Final = 9
_ADDRESSES: Final = HONORIFICS - _PATTERNS.kept_honorifics


class RoleWord(Struct, frozen=True):
    """A word before a name, as rules ask whether it belongs to the name's role."""

    text: str
    start: int
    words: str
    has_noun: bool
    """A noun of a role stands between it and the name."""
    is_beside_name: bool
    is_beside_title: bool
    """It stands right before the name's title, or the name where it has none."""
    floor: int
    """Where what may belong to the role begins."""

    @property
    def before(self) -> str:
        """What stands before it."""
        return self.text[max(self.floor, self.start - 60) : self.start]

    @property
    def after(self) -> str:
        """What stands behind it."""
        return self.text[self.start + len(self.words) : self.start + len(self.words) + 60]

    @property
    def bare(self) -> str:
        """In lower case, without marks."""
        return self.words.strip(".()").lower()

    @property
    def is_servants(self) -> bool:
        """It leads from somebody to whom the name is of, who has a role of his own: "driver of Bishop Lee", "lawyer for former minister Lee", "son of Kenyan runner Lee"."""
        found = _WORD_BACK.search(self.text, max(self.floor, self.start - 40), self.start)
        words = _PATTERNS.of_old.sub("", self.after).split()
        behind = words[1:2] if words and gazetteer.people_of(words[0]) else words[:1]
        is_somebodys = found is not None and found[1].islower() and is_noun(found[1])
        return is_somebodys and (
            self.is_beside_title or any(word.strip(".").lower() in PEOPLE.roles for word in behind)
        )

    @property
    def is_verb(self) -> bool:
        """It is a noun that is a verb where no article stands before it: "Patients accused Dr Lee"."""
        return self.bare.endswith(_PATTERNS.past_ending) and _PATTERNS.article_before.search(self.before) is None

    @property
    def is_inside(self) -> bool:
        """The word before it modifies a role, and it is neither a verb nor a small word: "operating" of "chief operating officer"."""
        found = _WORD_BACK.search(self.text, max(self.floor, self.start - 40), self.start)
        is_deed = self.bare.endswith(_PATTERNS.past_ending) or is_plain_verb(self.bare) or self.bare in _SAID
        is_word = self.bare not in _PATTERNS.ends_group and not is_deed
        return is_word and found is not None and found[1].lower() in PEOPLE.role_modifiers - NAME_PATTERNS.and_words

    @property
    def is_between_modifiers(self) -> bool:
        """The word before it is a part of roles, or the one behind it modifies one: "culture and sport secretary", not "Hill and Mayor"."""
        found = _WORD_BACK.search(self.text, max(self.floor, self.start - 40), self.start)
        behind = self.after.split(maxsplit=1)[:1]
        is_modifier = not self.is_beside_name and not any(has_role_noun(word) for word in behind)
        return is_modifier or (
            found is not None and (found[1].lower() in PEOPLE.role_modifiers or found[1].lower() in PEOPLE.roles)
        )

    @property
    def has_role_further(self) -> bool:
        """The word before it may belong to a role."""
        found = _WORD_BACK.search(self.text, max(self.floor, self.start - 40), self.start)
        return found is not None and (
            has_role_noun(found[1]) or found[1].lower() in _PATTERNS.of_or_for or found[1][0].isupper()
        )


_WORD_FACTS: Final[Mapping[str, Callable[[RoleWord], Fact]]] = {
    "between_modifiers": lambda word: word.is_between_modifiers,
    "beside_name": lambda word: word.is_beside_name,
    "beside_title": lambda word: word.is_beside_title,
    "capital": lambda word: word.words[0].isupper(),
    "honorific": lambda word: word.bare in HONORIFICS,
    "hyphen": lambda word: word.words[0].islower() and "-" in word.words,
    "link": lambda word: word.bare in _PATTERNS.links,
    "modifier": lambda word: word.bare in PEOPLE.role_modifiers,
    "nationality": lambda word: bool(gazetteer.people_of(word.words)),
    "inside": lambda word: word.is_inside,
    "joins": lambda word: word.bare in NAME_PATTERNS.and_words,
    "noun": lambda word: word.has_noun,
    "of": lambda word: word.bare in _PATTERNS.of,
    "office_of_before": lambda word: _PATTERNS.office_of_before.search(word.before) is not None,
    "plain_word": lambda word: word.words in NOT_NAMES,
    "possessive": lambda word: _GENITIVE.search(word.bare) is not None,
    "role_further": lambda word: word.has_role_further,
    "role_noun": lambda word: word.bare in PEOPLE.roles and not word.is_verb,
    "servants": lambda word: word.is_servants,
}


@cache
def word_rules(language: str = LANGUAGE) -> Ladder[RoleWord]:
    """The rules of which words before a name belong to its role."""
    return read_ladder(f"{language}/role_words.toml", _WORD_FACTS, verdicts=frozenset({ROLE}))


def explain_word(word: RoleWord) -> Decision | None:
    """The rule by which a word belongs to the role, None if it does not."""
    return word_rules().decide(word)


def note_beside(name: Name, about: str, ladder: Ladder[S], subject: S) -> None:
    """Note, while somebody asks, whether the words beside a name belong to its role, and the rule that says so."""
    notes = notebook()
    if notes is not None:
        no_row = RuleReason(about, None, "no part of a role", why=f"no row of languages/{ladder.name} holds")
        notes.write(name.start, name.end, RuleReason.of(about, ladder, subject) or no_row)


def role_before(text: str, name: Name, floor: int) -> Range | None:
    """Words before the name, walked leftwards while they can belong to a title."""
    start, end = name.title or (name.start, name.start)
    title = text[start:end]
    has_noun = bool(title) and (has_role_noun(title) or _PATTERNS.rank.search(title) is not None)
    position = start
    for _ in range(_MAX_WORDS_BEFORE):
        found = _WORD_BACK.search(text, max(floor, position - 90), position)
        if found is None:
            break
        word = found[1]
        if not word.startswith("("):
            if word[-1] in ".!?" and not _PATTERNS.initial_stop.search(word):
                break
            is_beside = position == name.start, position == start
            asked = RoleWord(text, found.start(), word, has_noun, *is_beside, floor)
            note_beside(name, f"“{word}” before it", word_rules(), asked)
            if explain_word(asked) is None:
                break
            has_noun = has_noun or has_role_noun(word)
        position = found.start()
    return _trim_role(text, position, end, title) if has_noun else None


def _trim_role(text: str, position: int, end: int, title: str) -> Range | None:
    """A role without small words before it; None if what is left is none."""
    while end > position and text[end - 1].isspace():
        end -= 1
    while position < end and (match := _PATTERNS.strips.match(text[position:end])):
        position += match.end()
    # "Deputy Minister Datuk Seri Wong", "civil surgeon Dr Shah": how he is addressed is no part of what he is.
    while (last := text.rfind(" ", position, end)) > position and _is_address(text, position, last, end):
        end = last
    role = text[position:end]
    topic, _, last_word = role.rpartition(" ")
    is_topic = topic.islower() and last_word.rstrip(".").lower() in HONORIFICS and not has_role_noun(topic)
    if not role or is_topic or (not has_role_noun(role) and not title) or _says_nothing(role):
        return None
    return position, end


def _is_address(text: str, start: int, last: int, end: int) -> bool:
    """True for the last word of a role that only says how somebody is addressed; of "Dr" where a noun before it says what he is."""
    word = text[last + 1 : end].lower().rstrip(".")
    if word in _ADDRESSES or (word in HONORIFICS and has_role_noun(text[start:last])):
        return True
    # "police spokesman Inspector", "Co-author Professor": what stands before the title is a whole role; not "police Inspector", "Chief Justice".
    office = text[start:last].rsplit(maxsplit=1)[-1]
    is_whole = has_role_noun(office) and office not in PEOPLE.role_modifiers | PEOPLE.only_ranks
    is_title = word in TITLES and text[last + 1].isupper()
    return (is_title and is_whole and (office.islower() or "-" in office)) or _is_second(word, text, start, last)


def _is_second(word: str, text: str, start: int, last: int) -> bool:
    """True for a rank behind an address and a role: "Chairman Mr Justice"."""
    first, _, address = text[start:last].rpartition(" ")
    return word in PEOPLE.only_ranks and address.lower().rstrip(".") in _ADDRESSES and has_role_noun(first)


def _says_nothing(role: str) -> bool:
    """True for "residents Ann Lee and …", "his father Tom", "her sister and brother Tom", "Mr": no role of theirs."""
    lower = role.lower()
    return (
        all(word in PEOPLE.kin or word in NAME_PATTERNS.and_words for word in lower.split())
        or lower.rstrip(".") in PEOPLE.ranks
        or (lower.endswith(_PATTERNS.plural_ending) and " " not in role and role.islower())
        or role.replace(".", "").lower() in _ADDRESSES
    )
