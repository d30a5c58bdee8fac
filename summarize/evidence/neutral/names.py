"""Names of persons in an article whose language has basics: runs of capitalised words, without titles and offices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from summarize.gazetteer import is_place
from summarize.languages.basics import Basics
from summarize.languages.cldr import month_names, weekday_names

Gender = Literal["m", "f"]
Range = tuple[int, int]

_TOKEN = re.compile(r"[^\W\d_][\w.’'-]*[\w’']|[^\W\d_]")
_LINKING = re.compile(r"(?<=\w{3})-\w$")
"""A letter that links a verb to its pronoun."""
_MAX_NAME = 5
_TWO = 2


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word and where it stands, a half-open code-point range."""

    start: int
    end: int
    word: str

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.word.lower()

    @property
    def is_capital(self) -> bool:
        """It begins with a capital."""
        return self.word[0].isupper()


Name = list[PlacedWord]


class Names:
    """The names of one article.

    `whole` is the whole name for each surname in lower case: the last word of two capitalised words or more. A surname of two people has none.
    """

    def __init__(self, text: str, language: str, basics: Basics, persons: Sequence[Range] = ()) -> None:
        """Read the names that stand in full anywhere in the text; `persons` are half-open ranges that a model takes for names of persons."""
        self.text, self.basics = text, basics
        self._subjects = basics.he | basics.she
        self._elisions = basics.articles | basics.particles | basics.prepositions
        self._elides = any(word.endswith(("'", "’")) for word in self._elisions)
        self.calendar = frozenset(weekday_names(language)) | frozenset(month_names(language))
        self.behind_office: set[int] = set()
        """Where names begin that stand right behind an office or a title: "Minister Schily"."""
        self.genders: dict[str, Gender | None] = {}
        """By surname in lower case, of those behind an office or title that shows it; None where two of them differ."""
        self.whole = self._whole()
        self.people = tuple(dict.fromkeys(name for name in map(self._full_name, persons) if name))
        """Whole names of the persons that a model finds, in text order."""

    def tokens(self, start: int, end: int) -> list[PlacedWord]:
        """The words of a half-open code-point range."""
        found: list[PlacedWord] = []
        for match in _TOKEN.finditer(self.text, start, end):
            word, begin = match.group(), match.start()
            if elided := self._elision_length(word):  # French "L’entraîneur"
                found.append(PlacedWord(begin, begin + elided, word[:elided]))
                word, begin = word[elided:], begin + elided
            head, hyphen, tail = word.rpartition("-")
            if hyphen and head and tail in self._subjects:  # French "écrit-elle", "ajoute-t-il"
                head = _LINKING.sub("", head)
                found.append(PlacedWord(begin, begin + len(head), head))
                word, begin = tail, begin + len(head) + 1
            found.append(PlacedWord(begin, match.end(), word))
        return found

    def _elision_length(self, word: str) -> int:
        """How many characters of a word are an article or pronoun of another one, with its apostrophe; 0 of a name such as "D’Angelo"."""
        head, apostrophe, tail = word.partition("’" if "’" in word else "'")
        is_article = (
            apostrophe
            and tail
            and (head.lower() + apostrophe in self._elisions or (self._elides and len(head) <= _TWO and head.islower()))
        )
        return len(head) + 1 if is_article and not (head[0].isupper() and tail[0].isupper()) else 0

    def runs(self, tokens: Sequence[PlacedWord]) -> list[Name]:
        """Runs of capitalised words that may be names of persons: without titles and offices, not behind a preposition or an article."""
        runs: list[Name] = []
        run: Name = []
        before = ""
        for index, token in enumerate(tokens):
            if run and self._joins(run, token, tokens[index + 1] if index + 1 < len(tokens) else None):
                run.append(token)
                continue
            self._close(runs, run, before)
            run = [token] if self.is_name_word(token) else []
            before = tokens[index - 1].lower if index and not self._are_apart(tokens[index - 1], token) else ""
        self._close(runs, run, before)
        return runs

    def is_name_word(self, token: PlacedWord) -> bool:
        """True for a capitalised word that is no function word, weekday or month."""
        if not token.is_capital:
            return False
        opens = self.basics.function_words | self.basics.prepositions | self.basics.articles | self.basics.pronouns
        return token.lower not in opens and token.lower not in self.calendar

    def is_known(self, name: Name) -> bool:
        """True for a name that stands for a person by itself: two words, a surname of the article's, or one behind an office."""
        return len(name) > 1 or name[-1].lower in self.whole or name[0].start in self.behind_office

    def is_proper(self, name: Name) -> bool:
        """True for a name of somebody, and no ordinary noun that has its capital as nouns have it: "sagten Analysten".

        One word that nothing else shows to be a name is one where the article writes it again, and never behind an article or a number; in
        other languages than German, where it has its capital inside a sentence and not only because it opens one: "Полиция сообщила".
        """
        if self.is_known(name):
            return True
        if not self.basics.noun_capitals:
            return re.search(rf"\w,?\s{re.escape(name[0].word)}(?!\w)", self.text) is not None
        return self._proper.get(name[0].word, 0) > 1

    @cached_property
    def _proper(self) -> Counter[str]:
        """How often each capitalised word stands in the text; 0 for one that stands behind an article or a number somewhere."""
        count: Counter[str] = Counter()
        nouns: set[str] = set()
        before = ""
        for token in self.tokens(0, len(self.text)):
            if token.is_capital:
                count[token.word] += 1
                if before in self.basics.articles or before in self.basics.numbers:
                    nouns.add(token.word)
            before = token.lower
        for word in nouns:
            del count[word]
        return count

    def is_office(self, token: PlacedWord) -> bool:
        """True for a word for an office, and for a verb of saying that opens a sentence."""
        return token.lower in self.basics.roles or token.lower in self.basics.verbs

    def whole_of(self, name: Name) -> str:
        """The fullest form of a name in the article."""
        written = " ".join(self.text[name[0].start : name[-1].end].split())
        return written if len(name) > 1 else self.whole.get(name[-1].lower, written)

    def gender_of(self, whole: str) -> Gender | None:
        """What an office or title before a name says, None if none does."""
        return self.genders.get(whole.rsplit(maxsplit=1)[-1].lower())

    def is_apposed(self, name: Name) -> bool:
        """True for a name between commas: "the mayor of the town, Heiner Kolb, said"."""
        before, after = (
            self.text[max(0, name[0].start - 2) : name[0].start].rstrip(),
            self.text[name[-1].end : name[-1].end + 1],
        )
        return before == "," and after == ","

    def is_place(self, name: Name) -> bool:
        """True for a name that the gazetteer has as a place."""
        return is_place(" ".join(self.text[name[0].start : name[-1].end].split()))

    def _are_apart(self, left: PlacedWord, right: PlacedWord) -> bool:
        between = self.text[left.end : right.start].strip()
        return bool(between) and not (between == "." and len(left.word) == 1)  # "George W. Bush"

    def _joins(self, run: Name, token: PlacedWord, following: PlacedWord | None) -> bool:
        if self._are_apart(run[-1], token):
            return False
        if token.is_capital:
            return True
        if following is None or not (
            following.is_capital or following.lower in self.basics.inner_particles | self.basics.particles
        ):
            return False
        if token.lower in self.basics.inner_particles:
            return run[-1].lower in self.basics.particles
        # "Ursula von der Leyen", but "John Sifton von Human Rights Watch".
        return token.lower in self.basics.particles and (
            not self.basics.noun_capitals or sum(each.is_capital for each in run) == 1
        )

    def _close(self, runs: list[Name], run: Name, before: str) -> None:
        kept = run
        while kept and (kept[0].lower in self.basics.titles or self.is_office(kept[0]) or not kept[0].is_capital):
            kept = kept[1:]
        if len(kept) == len(run) > _TWO and before in self.basics.articles and run[0].lower in self.basics.agents:
            kept = run[1:]
        plain = len(kept) == len(run)
        if kept and not plain:
            self.behind_office.add(kept[0].start)
            self._learn(kept[-1].lower, run[len(run) - len(kept) - 1].lower)
        if not kept or len(kept) > _MAX_NAME or (plain and not self._may_follow(before)):
            return
        whole_words = [each for each in kept if len(each.word) > 1]
        if self.basics.noun_capitals and len(whole_words) > _TWO and all(each.is_capital for each in kept):
            kept = kept[kept.index(whole_words[-_TWO]) :]  # a noun of office that no list knows stands before the name
            while len(kept) > 1 and self.is_office(kept[0]):
                kept = kept[1:]
                self.behind_office.add(kept[0].start)
        runs.append(kept)

    def _may_follow(self, before: str) -> bool:
        """False behind a preposition, an article, a number or "of": what follows is no speaker, or no name."""
        basics = self.basics
        return before not in basics.prepositions | basics.articles | basics.numbers.keys() | basics.particles

    def _full_name(self, person: Range) -> str | None:
        """The whole name of a person where a range names one in full, without titles and offices, or by a surname that the article has in full."""
        runs = self.runs(self.tokens(*person))
        if len(runs) != 1:
            return None
        return self.whole_of(runs[0]) if len(runs[0]) > 1 or runs[0][0].lower in self.whole else None

    def _learn(self, surname: str, office: str) -> None:
        basics = self.basics
        if not basics.feminine or not (office in basics.titles or office in basics.roles or office in basics.agents):
            return
        gender: Gender = "f" if office in basics.feminine else "m"
        if self.genders.setdefault(surname, gender) != gender:
            self.genders[surname] = None

    def _whole(self) -> dict[str, str]:
        found: dict[str, set[str]] = {}
        for name in self.runs(self.tokens(0, len(self.text))):
            if len(name) > 1:
                written = " ".join(self.text[name[0].start : name[-1].end].split())
                found.setdefault(name[-1].lower, set()).add(written)
        return {
            last: min(names, key=len) for last, names in found.items() if len({name.split()[0] for name in names}) == 1
        }
