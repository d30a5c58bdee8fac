"""Ladders: the rows of a table, asked in order until one speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, cached_property, partial
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from summarize.compiling import cached_answer, compile_expression
from summarize.languages.loader import Table, TableError, any_of, load
from summarize.languages.needs import lowered, needs
from summarize.languages.tails import ending, tails
from summarize.rules.conditions import Fact, Test, clauses, condition
from summarize.rules.subjects import Decision, Passage, Subject

__all__ = ["Decision", "Fact", "Ladder", "Passage", "Subject", "read_ladder"]

_CLASS: Final = re.compile(r"\{([a-z][a-z_]*)\}")
_ANYWHERE: Final = frozenset({"before", "within"})
"""Expressions that are searched for; that for what stands before ends where the subject begins."""


_KEPT: Final = 1 << 10
"""Words of which a ladder keeps whether any of its rules can speak of them."""
_UNASKED: Final = object()
_ASKED: Final = (attrgetter("words"), attrgetter("before"), attrgetter("after"))
_AROUND: Final = {"before": 1, "after": 2}
"""The expressions that are not asked of the subject's own text, and which of `_ASKED` they are asked of."""


S = TypeVar("S", bound=Subject)


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
        return cached_answer(needs, self.written)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        try:
            return compile_expression(f"(?:{self.written})$" if self.field == "before" else self.written)
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
    def ends(self) -> tuple[str, ...]:
        """Of which one ends the text before a subject that it speaks of; empty where nothing can be told."""
        before = next((each for each in self.expressions if each.field == "before"), None)
        return cached_answer(tails, before.written) if before is not None else ()

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


_Asked = list[tuple[list[int], _Rung]]


class Ladder(Generic[S]):
    """The rules of one table.

    Args:
        name: the table's file, for messages.
        rungs: the rules in order.
        facts: what their conditions may ask.
        of_words: the names of those that ask for nothing but the subject's own words. Where some are named, it is kept of which words no rule
            can speak.
    """

    def __init__(
        self,
        name: str,
        rungs: list[_Rung],
        facts: Mapping[str, Callable[[S], Fact]],
        of_words: frozenset[str] = frozenset(),
    ) -> None:
        self.name, self._rungs, self._facts, self._of_words = name, rungs, facts, of_words
        self._silent: dict[str, bool] = {}
        places = {test: place for place, test in enumerate({test: None for rung in rungs for test in rung.tests})}
        names = {name: at for at, name in enumerate({name: None for test in places for name, _ in test})}
        self._tests = [tuple((names[name], check) for name, check in test) for test in places]
        """Of which most are several rules': the places of facts in `_asked_of`, with what is asked of them."""
        self._asked_of = [facts[name] for name in names]
        self._asked: _Asked = [([places[test] for test in rung.tests], rung) for rung in rungs]
        """Each rule with the places of its tests."""
        self._by_ending: dict[str, _Asked] = {}
        """Those of them that may speak behind an ending, of each ending that was met."""
        self._after: dict[str, Ladder[S]] = {}
        """What `after` gave, by the rule: no more than there are rules."""

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

    def every(self, subject: S) -> list[Decision]:
        """The verdicts of all rules whose conditions hold, in order, for tables whose verdicts do not exclude each other."""
        found: list[Decision] = []
        ladder = self
        while (decision := ladder.decide(subject)) is not None:
            found.append(decision)
            ladder = ladder.after(decision.rule)
        return found

    def decide(self, subject: S) -> Decision | None:  # noqa: PLR0912
        """The verdict of the first rule whose conditions hold, None where none does."""
        # The innermost loop of all finders: a call for each rule, or `all`, would cost more than most rules do.
        if self._of_words and self.is_silent(subject.words):
            return None
        tests, asked_of = self._tests, self._asked_of
        answers: list[bool | None] = [None] * len(tests)
        facts: list[Any] = [_UNASKED] * len(asked_of)
        texts: _Texts = [None] * len(_ASKED)
        for places, rung in self._asked_behind(subject) if self._endings else self._asked:
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
                        return rung.decision
        return None

    @cached_property
    def _endings(self) -> frozenset[str]:
        """What its rules look for at the end of what stands before a subject."""
        return frozenset(end for _, rung in self._asked for end in rung.ends)

    def _asked_behind(self, subject: S) -> _Asked:
        """The rules that may speak of a subject, by the end of what stands before it: that rules most of them out before any fact is asked."""
        end = ending(subject.before)
        # Of the endings that it has the longest has all others.
        while end and end not in self._endings:
            end = end[1:]
        asked = self._by_ending.get(end)
        if asked is None:
            asked = self._by_ending[end] = [one for one in self._asked if not one[1].ends or end.endswith(one[1].ends)]
        return asked

    def is_silent(self, words: str) -> bool:
        """True if none of its rules can speak of a subject with these words, whatever stands around it: asked of those it is given `of_words` for."""
        known = self._silent.get(words)
        if known is None:
            alone: Any = Passage(words)
            known = not any(
                all(
                    any(check(self._facts[name](alone)) for name, check in test)
                    for test in rung.tests
                    if all(name in self._of_words for name, _ in test)
                )
                and all(each.asked or each.found(words) is not None for each in rung.expressions)
                for rung in self._rungs
            )
            if len(self._silent) >= _KEPT:
                self._silent.clear()
            self._silent[words] = known
        return known

    def only(self, verdict: str) -> Ladder[S]:
        """The rules that give one verdict, for tables whose verdicts do not exclude each other."""
        return Ladder(
            self.name, [rung for rung in self._rungs if rung.row.verdict == verdict], self._facts, self._of_words
        )

    def after(self, rule: str) -> Ladder[S]:
        """The rules that are asked after one, by its id."""
        later = self._after.get(rule)
        if later is None:
            place = next(index for index, rung in enumerate(self._rungs) if rung.row.id == rule)
            later = Ladder(self.name, self._rungs[place + 1 :], self._facts, self._of_words)
            later._after = self._after  # what comes after a rule is the same, whichever rule was asked before it
            self._after[rule] = later
        return later

    def without(self, rule: str) -> Ladder[S]:
        """The same ladder with one rule switched off, by its id."""
        return Ladder(self.name, [rung for rung in self._rungs if rung.row.id != rule], self._facts, self._of_words)


def read_ladder(
    name: str,
    facts: Mapping[str, Callable[[S], Fact]],
    verdicts: frozenset[str] | None,
    of_words: frozenset[str] = frozenset(),
) -> Ladder[S]:
    """The ladder of a table below `languages/`.

    Args:
        name: the file, such as "en/quotation_kinds.toml".
        facts: what its conditions may ask.
        verdicts: what its rows may say, "" among them where a row may say "nothing"; anything if None.
        of_words: see `Ladder`.

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
    return Ladder(name, list(rungs.values()), facts, of_words)


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
