"""Two labellers' labels of one article: paired, counted, and where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from summarize.errors import ArticleError, UsageError
from summarize.evaluation.gold.check import read_article
from summarize.evaluation.gold.files import GoldFile
from summarize.evaluation.gold.labels import Fact, GoldDate, GoldName, GoldPlace, GoldQuote, Words
from summarize.evaluation.gold.places import Ground, Range, quote_for_message
from summarize.evaluation.gold.tally import FieldAgreement, Tally
from summarize.evaluation.scoring.assignment import assign
from summarize.evaluation.scoring.names import SAME, has_role, similarity
from summarize.evaluation.scoring.words import content_words, holds, plain

HALF: Final = 0.5
"""Two labels are of the same thing if they share at least half of their characters or words."""
Pairs = list[tuple[int, int]]
_DIFFERENT: Final = ("one", "another")
_SAME: Final = ("one", "one")


@dataclass(frozen=True, slots=True)
class LabelDisagreement:
    """Where two labellers differ."""

    file: GoldFile
    label: str
    message: str

    def written(self) -> str:
        """On one line that says where."""
        return f"{self.file.path}:{self.file.line(self.label)}: {self.label}: {self.message}"


class LabelComparison:
    """Compares the labels of one article."""

    def __init__(self, first: GoldFile, second: GoldFile, ground: Ground, tally: Tally) -> None:
        self._files = (first, second)
        self._first, self._second, self._ground, self._tally = first.gold, second.gold, ground, tally

    def disagreements(self) -> list[LabelDisagreement]:
        """Where they differ; the labels are counted on the way."""
        compared: dict[str, Callable[[Any, Any], Iterator[LabelDisagreement]]] = {
            "quotes": self._quotes,
            "not_quotes": self._unsaid,
            "who": self._who,
            "where": self._where,
            "when": self._when,
            "what": partial(self._facts, "what"),
            "background": partial(self._facts, "background"),
        }
        found = list(self._article())
        for field, compare in compared.items():
            mine, theirs = getattr(self._first, field), getattr(self._second, field)
            if mine is not None and theirs is not None:
                found += compare(mine, theirs)
        return found

    def _answers(self, name: str, found: Sequence[tuple[bool, str, str, str]]) -> Iterator[LabelDisagreement]:
        """Counts answers that are the same, or not; of those that are not the label, and what either says."""
        self._tally.decide(name, [_SAME if is_same else _DIFFERENT for is_same, *_ in found])
        yield from (self._differs(*said) for is_same, *said in found if not is_same)

    def _differs(self, label: str, mine: str, theirs: str) -> LabelDisagreement:
        return LabelDisagreement(self._files[0], label, f"{mine}, in {self._files[1].path}: {theirs}")

    def _article(self) -> Iterator[LabelDisagreement]:
        for field in ("title", "published"):
            if not (self._first.says(field) and self._second.says(field)):
                continue
            mine, theirs = getattr(self._first, field), getattr(self._second, field)
            is_same = plain(mine or "") == plain(theirs or "")
            yield from self._answers(field, [(is_same, field, mine or "none", theirs or "none")])

    def _pair_items(
        self, field: str, table: Sequence[Sequence[float]], texts: tuple[list[str], list[str]], least: float = SAME
    ) -> tuple[Pairs, list[LabelDisagreement]]:
        """Pairs of two lists by a table of how alike they are, counted; and what only one of them has, in its words."""
        pairs = assign(table, least)
        self._tally.count(field, len(pairs), len(texts[0]), len(texts[1]))
        lone = [
            LabelDisagreement(self._files[side], f"{field}[{number}]", f"only here: {text}")
            for side in (0, 1)
            for number, text in enumerate(texts[side])
            if number not in {pair[side] for pair in pairs}
        ]
        return pairs, lone

    def _spans(self, words: Sequence[Words]) -> list[Range]:
        places = [(self._ground.place(one.text, one.at, in_marks=True), len(one.text)) for one in words]
        return [(at, at + length) for at, length in places if at is not None]

    def _quotes(self, mine: Sequence[GoldQuote], theirs: Sequence[GoldQuote]) -> Iterator[LabelDisagreement]:
        spans = [[self._spans(quote.parts) for quote in quotes] for quotes in (mine, theirs)]
        table = [[overlap(one, other) for other in spans[1]] for one in spans[0]]
        texts = (
            [quote_for_message(quote.parts[0].text) for quote in mine],
            [quote_for_message(quote.parts[0].text) for quote in theirs],
        )
        pairs, lone = self._pair_items("quotes", table, texts, HALF)
        yield from lone
        exact = [spans[0][one] == spans[1][other] for one, other in pairs]
        self._tally.decide("quotes: same words", [_SAME if is_same else _DIFFERENT for is_same in exact])
        for (one, _), is_same in zip(pairs, exact, strict=True):
            if not is_same:
                yield LabelDisagreement(self._files[0], f"quotes[{one}].parts", "the two have not the same words")
        both_say = [(one, other) for one, other in pairs if mine[one].says("speaker") and theirs[other].says("speaker")]
        speakers = [(one, mine[one], theirs[other]) for one, other in both_say]
        yield from self._answers(
            "quotes: speaker",
            [
                (same_speaker(a, b), f"quotes[{at}].speaker", a.speaker or "left open", b.speaker or "left open")
                for at, a, b in speakers
            ],
        )

    def _unsaid(self, mine: Sequence[Words], theirs: Sequence[Words]) -> Iterator[LabelDisagreement]:
        table = [[overlap(self._spans([one]), self._spans([other])) for other in theirs] for one in mine]
        _, lone = self._pair_items(
            "not_quotes",
            table,
            ([quote_for_message(one.text) for one in mine], [quote_for_message(one.text) for one in theirs]),
            HALF,
        )
        yield from lone
        if self._first.quotes is not None and self._second.quotes is not None:
            golds = (self._first, self._second)
            said = [self._spans([part for quote in gold.quotes or () for part in quote.parts]) for gold in golds]
            unsaid = [self._spans(gold.not_quotes or ()) for gold in golds]
            decisions = [
                (_decision(part, said[0], unsaid[0]), _decision(part, said[1], unsaid[1]))
                for part in self._ground.parts
            ]
            self._tally.decide("words in marks: said or not", decisions, "kappa")

    def _who(self, mine: Sequence[GoldName], theirs: Sequence[GoldName]) -> Iterator[LabelDisagreement]:
        pairs, lone = self._pair_items(
            "who", _names(mine, theirs), ([one.name for one in mine], [one.name for one in theirs])
        )
        yield from lone
        needed = [sum(not one.optional for one in names) for names in (mine, theirs)]
        both = sum(not mine[one].optional and not theirs[other].optional for one, other in pairs)
        self._tally.count("who: required ones", both, *needed)
        decisions = [(_need(mine[one].optional), _need(theirs[other].optional)) for one, other in pairs]
        self._tally.decide("who: required or optional", decisions, "kappa")
        for (one, _), (my_need, their_need) in zip(pairs, decisions, strict=True):
            if my_need != their_need:
                yield self._differs(f"who[{one}]", f"{mine[one].name} is {my_need}", their_need)
        kinds = [(mine[one], theirs[other]) for one, other in pairs if mine[one].kind and theirs[other].kind]
        self._tally.decide("who: kind", [(str(one.kind), str(other.kind)) for one, other in kinds], "kappa")
        named = [(one, mine[one], theirs[other]) for one, other in pairs if mine[one].roles and theirs[other].roles]
        yield from self._answers(
            "who: role",
            [(same_role(a, b), f"who[{at}].roles", " / ".join(a.roles), " / ".join(b.roles)) for at, a, b in named],
        )

    def _where(self, mine: Sequence[GoldPlace], theirs: Sequence[GoldPlace]) -> Iterator[LabelDisagreement]:
        _, lone = self._pair_items(
            "where", _names(mine, theirs), ([one.name for one in mine], [one.name for one in theirs])
        )
        yield from lone
        mains = [[place for place in places if place.main] for places in (mine, theirs)]
        is_same = any(same_name(one, other) >= SAME for one in mains[0] for other in mains[1]) or not any(mains)
        first, second = (" / ".join(place.name for place in places) or "none" for places in mains)
        yield from self._answers("where: main place", [(is_same, "where", f"the main place is {first}", second)])

    def _when(self, mine: Sequence[GoldDate], theirs: Sequence[GoldDate]) -> Iterator[LabelDisagreement]:
        dates = [_distinct(labels) for labels in (mine, theirs)]
        both = dates[0].keys() & dates[1].keys()
        self._tally.count("when", len(both), len(dates[0]), len(dates[1]))
        for side, values in enumerate(dates):
            for value, number in values.items():
                if value not in both:
                    yield LabelDisagreement(self._files[side], f"when[{number}]", f"only here: {_date_text(value)}")
        mains = [{(one.start, one.end) for one in labels if one.main and one.start} for labels in (mine, theirs)]
        is_same = bool(mains[0] & mains[1]) or not any(mains)
        first, second = (" / ".join(sorted(map(_date_text, values))) or "none" for values in mains)
        yield from self._answers("when: main date", [(is_same, "when", f"the main date is {first}", second)])

    def _facts(self, field: str, mine: Sequence[Fact], theirs: Sequence[Fact]) -> Iterator[LabelDisagreement]:
        table = [[same_fact(one, other) for other in theirs] for one in mine]
        _, lone = self._pair_items(
            field,
            table,
            (
                [quote_for_message(" / ".join(one.any)) for one in mine],
                [quote_for_message(" / ".join(one.any)) for one in theirs],
            ),
            HALF,
        )
        yield from lone


def overlap(mine: Sequence[Range], theirs: Sequence[Range]) -> float:
    """The share of characters that two sets of ranges have in common: Dice's coefficient."""
    total = sum(end - start for start, end in (*mine, *theirs))
    common = sum(max(0, min(end, high) - max(start, low)) for start, end in mine for low, high in theirs)
    return 2 * common / total if total else 0.0


def same_speaker(mine: GoldQuote, theirs: GoldQuote) -> bool:
    """True if either accepts what the other says, or both leave it open."""
    if mine.speaker is None or theirs.speaker is None:
        return mine.speaker == theirs.speaker
    accepted = similarity(mine.speaker, (theirs.speaker, *theirs.aliases))
    return max(accepted, similarity(theirs.speaker, (mine.speaker, *mine.aliases))) >= SAME


def same_name(mine: GoldName | GoldPlace, theirs: GoldName | GoldPlace) -> float:
    """How well either's name answers to the names that the other accepts."""
    return max(
        similarity(mine.name, (theirs.name, *theirs.aliases)), similarity(theirs.name, (mine.name, *mine.aliases))
    )


def _names(mine: Sequence[GoldName | GoldPlace], theirs: Sequence[GoldName | GoldPlace]) -> list[list[float]]:
    return [[same_name(one, other) for other in theirs] for one in mine]


def same_role(mine: GoldName, theirs: GoldName) -> bool:
    """True if one of a name's roles is accepted by the other labeller's."""
    return any(has_role(role, theirs.roles) for role in mine.roles) or any(
        has_role(role, mine.roles) for role in theirs.roles
    )


def same_fact(mine: Fact, theirs: Fact) -> float:
    """1 if an alternative of one holds one of the other, else the share of words that the two have in common."""
    if any(holds(one, other) or holds(other, one) for one in mine.any for other in theirs.any):
        return 1.0
    ours, others = (frozenset(word for text in fact.any for word in content_words(text)) for fact in (mine, theirs))
    return 2 * len(ours & others) / (len(ours) + len(others)) if ours or others else 0.0


def _decision(part: Range, said: Sequence[Range], unsaid: Sequence[Range]) -> str:
    for what, ranges in (("said", said), ("not said", unsaid)):
        if any(start < part[1] and part[0] < end for start, end in ranges):
            return what
    return "not labelled"


def _need(optional: bool) -> str:
    return "optional" if optional else "required"


Value = tuple[str | None, str | None]


def _date_text(value: Value) -> str:
    start, end = value
    return f"{start or 'left open'}{f' to {end}' if end else ''}"


def _distinct(labels: Sequence[GoldDate]) -> dict[Value, int]:
    """Each value once, with the number of its first label; dates left open are no values."""
    values: dict[Value, int] = {}
    for number, one in enumerate(labels):
        if one.start is not None:
            values.setdefault((one.start, one.end), number)
    return values


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two labellers agree on."""

    figures: tuple[FieldAgreement, ...]
    disagreements: tuple[LabelDisagreement, ...]
    articles: int
    """Labelled by both."""
    alone: tuple[GoldFile, ...]
    """Files of one that the other has not."""


def agreement(first: Sequence[GoldFile], second: Sequence[GoldFile]) -> Agreement:
    """The agreement of two labellers, whose files for one article have one name.

    Raises:
        UsageError: they have no name in common, or do not label the text that stands there.
        ArticleError: an article can be read from neither side.
    """
    ours, theirs = {file.name: file for file in first}, {file.name: file for file in second}
    names = sorted(ours.keys() & theirs.keys())
    if not names:
        raise UsageError("the two folders have no gold files of the same name")
    tally = Tally()
    disagreements: list[LabelDisagreement] = []
    for name in names:
        one, other = ours[name], theirs[name]
        until = min((gold.until for gold in (one.gold, other.gold) if gold.until is not None), default=None)
        disagreements += LabelComparison(one, other, Ground(_text(one, other), until), tally).disagreements()
    alone = [file for file in (*first, *second) if not (file.name in ours and file.name in theirs)]
    return Agreement(tally.figures(), tuple(disagreements), len(names), tuple(alone))


def _text(first: GoldFile, second: GoldFile) -> str:
    try:
        article = read_article(first)
    except ArticleError:
        article = read_article(second)
    for file in (first, second):
        if file.gold.id not in {None, article.id}:
            raise UsageError(
                f"{file.path} labels another text than the one that stands there now: see `evals check {file.path}`"
            )
    return article.text
