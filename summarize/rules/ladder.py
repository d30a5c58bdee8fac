"""Ladders: the rows of a table, asked in order until one speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, partial
from operator import attrgetter
from typing import Any, Final, Generic, Protocol, TypeVar

from msgspec import Struct

from summarize.compiling import compiled, told
from summarize.languages.loader import Table, TableError, any_of, load
from summarize.languages.needs import lowered, needs
from summarize.rules.conditions import Fact, Test, clauses, condition

__all__ = ["Decision", "Fact", "Ladder", "Passage", "Subject", "read_ladder"]

_CLASS: Final = re.compile(r"\{([a-z][a-z_]*)\}")
_ANYWHERE: Final = frozenset({"before", "within"})
"""Expressions that are searched for; that for what stands before ends where the subject begins."""


_UNASKED: Final = object()
_ASKED: Final = (attrgetter("words"), attrgetter("before"), attrgetter("after"))
_AROUND: Final = {"before": 1, "after": 2}
"""The expressions that are not asked of the subject's own text, and which of `_ASKED` they are asked of."""


class Subject(Protocol):
    """What a ladder decides on."""

    @property
    def before(self) -> str:
        """The text before it, as far as rules look."""

    @property
    def after(self) -> str:
        """The text behind it, as far as rules look."""

    @property
    def words(self) -> str:
        """Its own text."""


class Passage(Struct, frozen=True):
    """The plainest subject: a stretch of text with what stands around it."""

    words: str
    before: str = ""
    after: str = ""


S = TypeVar("S", bound=Subject)


class Decision(Struct, frozen=True):
    """What a ladder says of a subject, and the id of the rule that says so."""

    verdict: str
    rule: str


class _Expression:
    """One regular expression of a row, compiled when it is first needed."""

    def __init__(self, rung: _Rung, field: str) -> None:
        self.rung, self.field = rung, field
        self.asked = _AROUND.get(field, 0)
        """Which of a subject's texts it is asked of, by its place in `_ASKED`."""

    @cached_property
    def written(self) -> str:
        classes, written = self.rung.classes, str(getattr(self.rung.row, self.field))
        return _CLASS.sub(lambda match: any_of(classes[match[1]]), written)

    @cached_property
    def needs(self) -> tuple[str, ...]:
        return told(needs, self.written)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        try:
            return compiled(f"(?:{self.written})$" if self.field == "before" else self.written)
        except re.error as error:
            raise TableError(
                self.rung.table, f"rule “{self.rung.row.id}”", f"not a regular expression: {error}"
            ) from None

    @cached_property
    def found(self) -> Callable[[str], re.Match[str] | None]:
        """Its pattern, as it is asked of a text."""
        if self.field in _ANYWHERE:
            return self.pattern.search
        return self.pattern.fullmatch if self.field == "whole" else self.pattern.match


_Texts = list[tuple[str, str] | None]


def _text(texts: _Texts, asked: int, subject: Subject) -> tuple[str, str]:
    """One of a subject's texts, and the same in lower case, when it is first needed."""
    words: str = _ASKED[asked](subject)
    texts[asked] = both = words, lowered(words)
    return both


class _Rung:
    """One row, ready to be asked."""

    def __init__(self, table: str, row: Row, tests: list[Test], classes: Mapping[str, frozenset[str]]) -> None:
        self.table, self.row, self.classes, self.tests = table, row, classes, tests
        self.expressions = [_Expression(self, field) for field in EXPRESSIONS if getattr(row, field)]
        self.decision = Decision(row.verdict, row.id)

    @cached_property
    def looks(self) -> list[tuple[int, tuple[str, ...]]]:
        """What its expressions need, with which of a subject's texts each is asked of."""
        return [(each.asked, each.needs) for each in self.expressions if each.needs]

    def is_found(self, texts: _Texts, subject: Subject) -> bool:
        """True if each of its expressions is found."""
        for expression in self.expressions:
            words, _ = texts[expression.asked] or _text(texts, expression.asked, subject)
            if expression.found(words) is None:
                return False
        return True


class Ladder(Generic[S]):
    """The rules of one table.

    Args:
        name: the table's file, for messages.
        rungs: the rules in order.
        facts: what their conditions may ask.
    """

    def __init__(self, name: str, rungs: list[_Rung], facts: Mapping[str, Callable[[S], Fact]]) -> None:
        self.name, self._rungs, self._facts = name, rungs, facts
        places = {test: place for place, test in enumerate({test: None for rung in rungs for test in rung.tests})}
        names = {name: at for at, name in enumerate({name: None for test in places for name, _ in test})}
        self._tests = [tuple((names[name], check) for name, check in test) for test in places]
        """Of which most are several rules': the places of facts in `_asked_of`, with what is asked of them."""
        self._asked_of = [facts[name] for name in names]
        self._asked = [([places[test] for test in rung.tests], rung) for rung in rungs]
        """Each rule with the places of its tests."""

    @property
    def rows(self) -> list[Row]:
        """The rows in order."""
        return [rung.row for rung in self._rungs]

    def compile(self) -> None:
        """Compile every expression now, and not when it is first needed.

        Raises:
            TableError: one is not a regular expression.
        """
        for rung in self._rungs:
            for expression in rung.expressions:
                assert expression.pattern is not None

    def decide(self, subject: S) -> Decision | None:
        """The verdict of the first rule whose conditions hold, None where none does."""
        return next(self._decisions(subject), None)

    def every(self, subject: S) -> list[Decision]:
        """The verdicts of all rules whose conditions hold, in order, for tables whose verdicts do not exclude each other."""
        return list(self._decisions(subject))

    def _decisions(self, subject: S) -> Iterator[Decision]:  # noqa: PLR0912
        # The innermost loop of all finders: a call for each rule, or `all`, would cost more than most rules do.
        tests, asked_of = self._tests, self._asked_of
        answers: list[bool | None] = [None] * len(tests)
        facts: list[Any] = [_UNASKED] * len(asked_of)
        texts: _Texts = [None] * len(_ASKED)
        for places, rung in self._asked:
            for place in places:
                answer = answers[place]
                if answer is None:
                    answer = False
                    for at, check in tests[place]:
                        fact = facts[at]
                        if fact is _UNASKED:
                            fact = facts[at] = asked_of[at](subject)
                        if check(fact):
                            answer = True
                            break
                    answers[place] = answer
                if not answer:
                    break
            else:
                # What its expressions need is seen at once: before any of them is tried.
                for asked, needed in rung.looks:
                    _, low = texts[asked] or _text(texts, asked, subject)
                    for text in needed:
                        if text in low:
                            break
                    else:
                        break
                else:
                    if rung.is_found(texts, subject):
                        yield rung.decision

    def only(self, verdict: str) -> Ladder[S]:
        """The rules that give one verdict, for tables whose verdicts do not exclude each other."""
        return Ladder(self.name, [rung for rung in self._rungs if rung.row.verdict == verdict], self._facts)

    def after(self, rule: str) -> Ladder[S]:
        """The rules that are asked after one, by its id."""
        place = next(index for index, rung in enumerate(self._rungs) if rung.row.id == rule)
        return Ladder(self.name, self._rungs[place + 1 :], self._facts)

    def without(self, rule: str) -> Ladder[S]:
        """The same ladder with one rule switched off, by its id."""
        return Ladder(self.name, [rung for rung in self._rungs if rung.row.id != rule], self._facts)


def read_ladder(
    name: str,
    facts: Mapping[str, Callable[[S], Fact]],
    verdicts: frozenset[str] | None,
) -> Ladder[S]:
    """The ladder of a table below `languages/`.

    Args:
        name: the file, such as "en/quotation_kinds.toml".
        facts: what its conditions may ask.
        verdicts: what its rows may say, "" among them where a row may say "nothing"; anything if None.

    Raises:
        TableError: a row cannot be read, asks for what there is not, says what it may not, or has the id of another.
    """
    table = load(RuleTable, name)
    known = {key: frozenset(words.split()) for key, words in table.classes.items()}
    test_of = cache(partial(condition, facts=facts))  # one for all rules that ask the same
    rungs: dict[str, _Rung] = {}
    for row in table.rule:
        if row.id in rungs:
            raise TableError(name, f"rule “{row.id}”", "another rule has the same id")
        if verdicts is not None and row.verdict not in verdicts:
            known_verdicts = ", ".join(verdict or "“”" for verdict in sorted(verdicts))
            raise TableError(name, f"rule “{row.id}”", f"“{row.verdict}” is not one of {known_verdicts}")
        for class_name in _CLASS.findall(" ".join(getattr(row, field) for field in EXPRESSIONS)):
            if class_name not in known:
                raise TableError(name, f"rule “{row.id}”", f"there is no list of words “{class_name}”")
        try:
            tests = [test_of(clause) for clause in clauses(row.when)]
        except ValueError as error:
            raise TableError(name, f"rule “{row.id}”", str(error)) from None
        rungs[row.id] = _Rung(name, row, tests, known)
    return Ladder(name, list(rungs.values()), facts)


EXPRESSIONS: Final = ("whole", "text", "after", "before", "within")
"""The keys of a row that hold regular expressions, those first that are tried at one place alone."""


class Row(Table):
    """One rule, as its table writes it."""

    id: str
    """Names the rule within its table."""
    verdict: str
    """What the rule says of its subject; empty for "nothing, and no later rule is asked"."""
    examples: tuple[str, ...] = ()
    """Texts in which this rule speaks, and without it another verdict would be given."""
    counter_examples: tuple[str, ...] = ()
    """Texts much like them in which it does not speak."""
    when: str = ""
    """Conditions on facts: `,` is "and", `|` is "or" and binds closer, `not` negates, and numbers and words are compared."""
    before: str = ""
    """A regular expression for what stands right before the subject."""
    after: str = ""
    """One for what stands right behind it."""
    text: str = ""
    """One for the subject itself, from its start."""
    within: str = ""
    """One for something that stands anywhere in it."""
    whole: str = ""
    """One for the whole of the subject."""


class RuleTable(Table):
    """The rows of one table, in the order in which they are asked."""

    rule: tuple[Row, ...]
    classes: dict[str, str] = {}  # noqa: RUF012 - tables do not change
    """Lists of words that the rows name in braces: white space parts the words."""


class Reason(Struct, frozen=True):
    """A decision of a ladder of rules, in words for a reader."""

    about: str
    """What was decided: "speaker", "“she”"."""
    rule: str | None
    """Id of the rule that decided; None where no rule held."""
    verdict: str
    beat: tuple[Decision, ...] = ()
    """What the rules asked after it would have said: each with its own verdict."""
    table: str = ""
    """The file below `languages/` in which the rule stands."""
    why: str = ""
    """What decided where no row did, or more about it, in plain words."""

    @classmethod
    def of(cls, about: str, ladder: Ladder[S], subject: S, why: str = "") -> Reason | None:
        """What a ladder says of a subject, with what it beat; None where no rule holds."""
        decisions = all_decisions(ladder, subject)
        if not decisions:
            return None
        first, *others = decisions
        return cls(about, first.rule, first.verdict, tuple(others), f"languages/{ladder.name}", why)


def all_decisions(ladder: Ladder[S], subject: S) -> list[Decision]:
    """Every rule of a ladder that holds for a subject, in the order in which they are asked: the first decides, the others are beaten."""
    found: list[Decision] = []
    while (decision := ladder.decide(subject)) is not None:
        found.append(decision)
        ladder = ladder.after(decision.rule)
    return found
