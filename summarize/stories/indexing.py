"""The index of a briefing: the people and organisations of its stories, each once, whatever the stories call them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from summarize import gazetteer
from summarize.briefing import BriefedArticle, Indexed, Party, Story
from summarize.evidence.described_bodies import is_description
from summarize.languages.figures import figures
from summarize.languages.loader import any_of
from summarize.languages.stories import index
from summarize.languages.words import names, speech
from summarize.stories.bearers import is_body, mentions_of, shown_kind, whole_name
from summarize.stories.beside import told_beside
from summarize.stories.merging.likeness import same_name
from summarize.text.content import content_words
from summarize.text.tokens import count_unspaced_letters

_MAX_COUNT: Final = 400
_AROUND: Final = 40
"""Code points in front of a name that are looked at."""
_WORDS: Final = index("en")
_BODIES: Final = names("en").organisation
_SMALL: Final = figures("en").small
_AHEAD: Final = 120
_SPEECH: Final = any_of(speech("en").speech | speech("en").judging)
_SAYS: Final = re.compile(rf"(?:,[^,.]{{3,80}},)?\s(?:{any_of(_WORDS.between)}\s)?{_SPEECH}\b")
_SAID: Final = re.compile(rf"\b{_SPEECH}\s$")
_OPENS: Final = re.compile(r"(?:^|\n|[.!?][”’\"]?\s+|\n\d{1,2}[.:]\d{2}\s)$")
_INITIALS: Final = re.compile(r"(?:[A-Z]\.\s?)+\s[^.]+$")
"""A name with its first names not written out: "S. K. Karmakar"."""
_OWNED: Final = re.compile(r"(.+?)[’']s?\s[^A-Z]+$")
_SMALL_WORD: Final = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")
_SMALL_LETTERS: Final = re.compile(r"\s([a-z]+)\b")
_WORD: Final = re.compile(r"[^\W\d_][\w-]*(?:[’'][A-Z]\w+)*")


@dataclass(slots=True)
class _Entry:
    """Somebody, and the stories that name them."""

    name: str
    role: str | None
    told: str | None = None
    """What an article tells of them beside their name, where none calls them anything."""
    kinds: Counter[str] = field(default_factory=Counter)
    stories: set[int] = field(default_factory=set)
    mentions: int = 0

    @property
    def kind(self) -> str:
        """What most of the stories take it for, by how often they name it; a person before anything else."""
        return max(self.kinds, key=lambda kind: (self.kinds[kind], kind == "person"))

    def take(self, party: Party, story: int, told: str | None) -> None:
        """Enter a story that names them."""
        self.role = self.role or party.role
        self.told = self.told or told
        self.kinds[party.kind] += party.mentions
        self.stories.add(story)
        self.mentions += party.mentions


def index_of(stories: Sequence[Story], articles: Sequence[BriefedArticle]) -> tuple[Indexed, ...]:
    """People, then organisations, by name; those of most stories and mentions are chosen.

    Whom a story only describes is not listed, nor what is somewhere rather than somebody: a name without a role that another story has as a
    place, that its articles also write as a common word, or that only ever stands where places and things do.
    """
    english = {article.number: article for article in articles if article.language in {"en", None}}
    single = {
        party.name for story in stories for party in story.people if party.role is None and _is_one_word(party.name)
    }
    mentions = _mentions(single, map(_content, english.values()))
    small = {word for text in map(_content, english.values()) for word in _SMALL_WORD.findall(text)}
    places = {place.name.casefold() for story in stories for place in story.places}
    entries: dict[str, _Entry] = {}
    for story in stories:
        told = [english[number] for number in story.articles if number in english]
        surnames = Counter[str]()
        for party in story.people:
            if party.kind == "person" and " " in party.name:
                surnames[party.name.split()[-1]] += party.mentions
        for party in story.people:
            if (
                party.kind == "unnamed"
                or is_description(party.name)
                or _is_part(party, story)
                or (
                    party.role is None
                    and (
                        _is_nobody(party, told, places, small)
                        or (party.kind != "person" and party.mentions <= surnames[party.name])
                        or (
                            party.name in single
                            and any(_names(each.text, party.name) for each in told)
                            and _is_doubtful(party, mentions[party.name], small)
                        )
                    )
                )
            ):
                continue
            certain = _certain(party, told)
            if certain is not None:
                words = told_beside(certain, map(_content, told))
                entries.setdefault(certain.name.casefold(), _Entry(certain.name, None)).take(
                    certain, story.number, words
                )
    found = list(_unite_entries(entries))
    found.sort(key=lambda entry: (-len(entry.stories), -entry.mentions, entry.name.casefold()))
    listed = [
        Indexed.model_validate(
            {
                "name": each.name,
                "role": each.role or each.told,
                "kind": each.kind,
                "stories": tuple(sorted(each.stories)),
            }
        )
        for each in found[:_MAX_COUNT]
    ]
    return tuple(sorted(listed, key=lambda entry: (entry.kind != "person", _sorted_by(entry))))


def _certain(party: Party, told: Sequence[BriefedArticle]) -> Party | None:
    """A participant by its whole name and as what the articles show it to be; None where they leave it open."""
    texts = [_content(each) for each in told]
    if party.role is None and (party.kind == "organisation" or " " not in party.name) and _is_own(party.name, told):
        return None
    mentions = mentions_of((party.name, *party.aliases), texts)
    kind = shown_kind(party, mentions, texts)
    name: str | None = party.name
    if kind == "organisation" and mentions:
        mentions = mentions_of((party.name,), texts) or mentions
        if party.role is None and all(_WORDS.of_body.match(after) for _, after in mentions):
            return None
        name = whole_name(party.name, mentions, texts)
    return party.model_copy(update={"name": name, "kind": kind}) if kind and name else None


def _is_part(party: Party, story: Story) -> bool:
    """True for a body that is told of as somebody else's: "Norhavn's board" beside Norhavn Renewables, "Lane's office" beside Ann Lane.

    So too for the last word of a body's name alone: "Front" beside Northern Front.
    """
    owner = _OWNED.match(party.name)
    others = [other for other in story.people if other is not party]
    if owner is None:
        bodies = [other.name for other in others if other.kind == party.kind == "organisation"]
        return party.role is None and any(name.endswith(" " + party.name) for name in bodies)
    return any(
        (other.name + " ").startswith(owner[1] + " ")
        or (other.kind == "person" and other.name.endswith(" " + owner[1]))
        for other in others
    )


def _is_own(name: str, told: Sequence[BriefedArticle]) -> bool:
    """True for what only its own paper calls so: "the Whistle" of the Daily Whistle."""
    naming = [each for each in told if _names(each.text, name)]
    return bool(naming) and all(name in (each.publisher or "") for each in naming)


def _is_one_word(name: str) -> bool:
    """True for a name of one word, in a script that sets spaces between words."""
    return " " not in name and not count_unspaced_letters(name)


def _names(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _content(article: BriefedArticle) -> str:
    """An article's text without its title, whose words stand as they like."""
    return article.text.removeprefix(article.title or "")


def _is_nobody(party: Party, told: Sequence[BriefedArticle], places: AbstractSet[str], small: AbstractSet[str]) -> bool:
    """True for a name that is a place's or a thing's, or no name."""
    is_full_name = party.kind == "person" and " " in party.name
    if party.name.casefold() in places and not is_full_name:
        return not is_body(party, mentions_of((party.name,), [_content(each) for each in told]))
    if " " not in party.name and party.kind == "person":
        is_given = gazetteer.given_name_gender(party.name) is not None
        if (party.name.casefold() in small and not is_given) or any(_is_word(party.name, each.text) for each in told):
            return True
    if party.name.split()[-1].casefold() in _WORDS.buildings:
        stands = [words for each in told for words in _before(party.name, _content(each))]
        return bool(stands) and all(map(_WORDS.at_before.search, stands))
    if _is_body(party.name):
        return False
    rows = [row for row in _WORDS.row if row.full_names or not is_full_name]
    before = [words for each in told for words in _before(party.name, _content(each))]
    return bool(before) and all(any(row.before.search(words) for row in rows) for words in before)


def _mentions(names: AbstractSet[str], texts: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """What stands before and behind each mention of names of one word, in one pass over all texts of the day."""
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in names}
    for text in texts:
        for word in _WORD.finditer(text):
            if word.group() in found:
                before, after = text[max(0, word.start() - _AROUND) : word.start()], text[word.end() :][:_AHEAD]
                found[word.group()].append((before, after))
    return found


def _is_doubtful(party: Party, mentions: Sequence[tuple[str, str]], small: AbstractSet[str]) -> bool:
    """True for a name of one word that nobody is seen to bear in the English articles that have it: it says nothing and has no title, and it stands somewhere as a place does, or is a person's who does nothing.

    A newspaper names people in full; what has one word is as often a town or a firm.
    """
    if any(_SAYS.match(after) or _SAID.search(before) or _WORDS.titled.search(before) for before, after in mentions):
        return False
    if party.name.casefold() in small and all(_OPENS.search(before) for before, _ in mentions):
        return True
    if party.kind == "person" and len(mentions) == 1 and gazetteer.given_name_gender(party.name) is None:
        return True
    modifies = [_WORDS.modified.match(after) is not None for _, after in mentions]
    if party.kind == "person" and (any(modifies) or not any(_acts(before, after) for before, after in mentions)):
        return True
    if modifies and all(modifies):
        return True
    return any(row.before.search(before) for before, after in mentions for row in _WORDS.row if after[:1] not in "’'")


def _acts(before: str, after: str) -> bool:
    """True for what opens a sentence in front of a word of content in small letters: "Harkin scored twice"."""
    word = _SMALL_LETTERS.match(after)
    return word is not None and word[1] not in _SMALL and _OPENS.search(before) is not None


def _is_body(name: str) -> bool:
    """True for a name that says so, which is somebody wherever it stands: "at the University of Oban"; but not "Palais des Nations"."""
    words = name.split()
    is_english = all(word[0].isupper() or word in _SMALL for word in words)
    return len(words) > 1 and is_english and any(word.casefold() in _BODIES for word in words)


def _is_word(name: str, text: str) -> bool:
    """True for a name that a text has in small letters too; without such a difference it tells nothing."""
    return name != name.casefold() and re.search(rf"\b{re.escape(name.casefold())}\b", text) is not None


def _before(name: str, text: str) -> Iterator[str]:
    """What stands in front of each mention of a name; what is part of a longer name is none."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-]| [A-Z])", text):
        words = text[max(0, match.start() - _AROUND) : match.start()]
        if not re.search(r"\b[A-Z]\w+ $", words):
            yield words


def _unite_entries(entries: Mapping[str, _Entry]) -> Iterator[_Entry]:
    """The entries; a person's surname alone, or behind initials, is the full name whose role says so, where one full name does; a given name alone that of the same story.

    A body's name with a word left out is the whole one's, in the same story: "Leitrim council", of Leitrim County Council.
    """
    people = [entry for entry in entries.values() if entry.kind == "person"]
    full = [entry for entry in people if " " in entry.name and not _INITIALS.match(entry.name)]
    bodies: defaultdict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind == "organisation":
            bodies[_ends(entry.name)].append(entry)
    for entry in entries.values():
        whole = [one for one in bodies[_ends(entry.name)] if entry.kind == "organisation" and _is_short_of(entry, one)]
        if len(whole) == 1:
            whole[0].stories |= entry.stories
            whole[0].mentions += entry.mentions
            continue
        if entry.kind != "person" or entry in full:
            yield entry
            continue
        office = content_words(entry.role or "")
        fitting = [
            one
            for one in full
            if (same_name(entry.name, one.name, "person") and office & content_words(one.role or ""))
            or (
                entry.stories <= one.stories and entry.name in one.name.split()[:-1]
            )  # "Dame Sydney", of Dame Sydney Court
        ]
        if len(fitting) != 1:
            yield entry
            continue
        fitting[0].stories |= entry.stories
        fitting[0].mentions += entry.mentions


def _ends(name: str) -> tuple[str, str]:
    """The first and the last word of a name."""
    words = name.casefold().split()
    return words[0], words[-1]


def _is_short_of(short: _Entry, whole: _Entry) -> bool:
    """True for a body's name that has the other's first and last words, and fewer between, in stories that have both."""
    few, many = (entry.name.casefold().split() for entry in (short, whole))
    return 1 < len(few) < len(many) and short.stories <= whole.stories and all(word in many for word in few)


def _sorted_by(entry: Indexed) -> str:
    """People by their last name."""
    return (entry.name.split()[-1] + " " + entry.name if entry.kind == "person" else entry.name).casefold()
