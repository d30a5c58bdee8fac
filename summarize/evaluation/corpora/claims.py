"""Claims with labels, and what the checks say of them.

A line of such a file (JSON Lines) is one of three: a `CorpusPassage`, a `WrongCitation`, a `Labelled` article. Other keys are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Annotated, Final, Literal, NamedTuple, Self

from pydantic import BaseModel, Field, PositiveInt, TypeAdapter, ValidationError, model_validator

from summarize.article import Article, Span, Value, article_id
from summarize.checking.check import Checked, check
from summarize.errors import MeasurementError, UsageError, in_words
from summarize.evaluation.comparing.statistics import interval
from summarize.evidence.syntax import Syntax


class CorpusClaim(BaseModel):
    """A sentence or headline about a passage."""

    text: str
    cites: list[PositiveInt] = Field(
        min_length=1, description="The numbers of the sentences that it rests on, counted from 1."
    )
    label: Literal["honest", "false"]
    kind: str


class CorpusPassage(BaseModel):
    """Claims about a passage. Each is held against the whole of it, the evidence restricted to what it cites.

    An honest one is held against as many sentences beside those as well, which do not show it: absence of conflict is no support.
    """

    id: str = ""
    published: str | None = None
    sentences: list[str]
    claims: list[CorpusClaim]

    @model_validator(mode="after")
    def _has_what_is_cited(self) -> Self:
        for claim in self.claims:
            if max(claim.cites) > len(self.sentences):
                raise ValueError(f"there is no sentence {max(claim.cites)}")
        return self


class WrongCitation(BaseModel):
    """An honest claim beside sentences that do not show it, so that it has to be refused."""

    id: str = ""
    evidence: list[str] = Field(min_length=1)
    text: str


class LabelledStatement(BaseModel):
    """A sentence about an article."""

    text: str
    faithful: bool


class Labelled(BaseModel):
    """Statements about an article; choosing the evidence is part of the task."""

    id: str = ""
    set: str = Field(default="", description="A part of the file, which is counted by itself.")
    article: str
    statements: list[LabelledStatement]


Line = CorpusPassage | WrongCitation | Labelled
_LINE: Final[TypeAdapter[Line]] = TypeAdapter(Line)
REFUSED: Final = frozenset({"in part", "not shown", "contradicted"})
"""Verdicts that refuse a claim; "stands" accepts it, and "cannot tell" leaves it open."""
BESIDE: Final = "cited beside"
"""The part of a file's outcomes where honest claims are held against sentences next to those that they cite. They have to be refused."""
_WORST: Final = ("contradicted", "not shown", "in part", "cannot tell", "stands")


class ClaimOutcome(NamedTuple):
    """A labelled claim and what the checks say of it."""

    part: str
    """The part of the file that it is of, if the file has parts."""
    passage: str
    kind: str
    """What kind of claim it is; empty where that is not labelled."""
    is_honest: bool
    checked: Checked

    @property
    def is_refused(self) -> bool:
        """True if the claim is refused; what cannot be told is not."""
        return self.checked.verdict in REFUSED

    @property
    def is_wrong(self) -> bool:
        """True for an honest claim that is refused, and for a false one that is not."""
        return self.is_honest is self.is_refused


def read_lines(path: Path) -> list[Line]:
    """The lines of a file.

    Raises:
        UsageError: the file cannot be read, or a line is none of the three.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    found: list[Line] = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(_LINE.validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise UsageError(f"{path}:{number}: not a line of labelled claims: {where}: {in_words(first)}") from error
    return found


def outcomes(lines: Sequence[Line], syntax: Syntax) -> Iterator[ClaimOutcome]:
    """Each labelled claim with its outcome, in order. A line without an `id` is known by its number, from 1."""
    for number, line in enumerate(lines, 1):
        name = line.id or str(number)
        if isinstance(line, Labelled):
            article = _article(line.article, None)
            for one in line.statements:
                yield ClaimOutcome(line.set, name, "", one.faithful, _worst(one.text, article, None, syntax))
        elif isinstance(line, CorpusPassage):
            article = _article(" ".join(line.sentences), line.published)
            places = _places(article.text, line.sentences)
            for claim in line.claims:
                within = [places[cited - 1] for cited in claim.cites]
                checked = _worst(claim.text, article, within, syntax)
                yield ClaimOutcome("", name, claim.kind, claim.label == "honest", checked)
                if claim.label == "honest" and (beside := _beside(claim.cites, len(places))):
                    checked = _worst(claim.text, article, [places[at] for at in beside], syntax)
                    yield ClaimOutcome(BESIDE, name, "", False, checked)
        else:
            article = _article(" ".join(line.evidence), None)
            yield ClaimOutcome("", name, "wrong citation", False, _worst(line.text, article, None, syntax))


def _beside(cites: Sequence[int], sentences: int) -> list[int]:
    """The places, from 0, of as many other sentences as are cited: those that come next, from the beginning again after the end."""
    following = ((max(cites) + step) % sentences for step in range(sentences))
    return [place for place in following if place + 1 not in cites][: len(cites)]


def _article(text: str, published: str | None) -> Article:
    return Article(id=article_id(text), source="corpus", language="en", published=published, text=text)


def _places(text: str, sentences: list[str]) -> list[Span]:
    found: list[Span] = []
    for sentence in sentences:
        start = text.index(sentence, found[-1].end if found else 0)
        found.append(Span(start=start, end=start + len(sentence)))
    return found


def _worst(text: str, article: Article, within: list[Span] | None, syntax: Syntax) -> Checked:
    """The worst outcome of a claim's sentences."""
    checked = check(" ".join(text.split()), article, within=within, syntax=syntax)
    return min(checked, key=lambda one: _WORST.index(one.verdict))


Floors = Mapping[str, Mapping[str, Annotated[float, Field(ge=0, le=1)]]]
"""By the name of a file (and part), measure to its lowest value."""

TITLES: Final = {
    "balanced": "balanced accuracy: half honest.accepted, half false.refused",
    "false.refused": "false claims that are refused",
    "false.not_standing": "false claims that are not called the article's own words",
    "honest.accepted": "honest claims that are not refused",
    "compress.accepted": "long sentences made short that are not refused",
    "contradicted.false": "claims called contradicted that are false",
    "told": "claims of which it says anything but that it cannot tell",
}
"""What share of what each measure is."""


class ClaimMeasure(Value):
    """A measure."""

    value: float = Field(description="0 to 1.")
    interval: tuple[float, float] | None = Field(description="At 95 %; null for claims of a single passage.")
    of: int = Field(description="Claims that it is over.")


class KindCounts(Value):
    """Claims of one kind, and what is said of them."""

    kind: str = Field(description="Empty where kinds are not labelled.")
    label: str = Field(description="honest or false")
    stands: int
    open: int = Field(description="It cannot be told.")
    refused: ClaimMeasure = Field(description="The share that is refused.")


class ClaimScores(Value):
    """What the checks make of the claims of a file, or a part of one."""

    name: str = Field(description="The file's name, and the part's.")
    passages: int
    figures: dict[str, ClaimMeasure] = Field(description="By measure.")
    kinds: tuple[KindCounts, ...]


class ScoredClaims(Value):
    """The scores of several files."""

    scores: tuple[ClaimScores, ...]


def score_claims(name: str, found: Sequence[ClaimOutcome]) -> Iterator[ClaimScores]:
    """The scores of a file's claims, for each of its parts."""
    for part in dict.fromkeys(one.part for one in found):
        here = [one for one in found if one.part == part]
        yield ClaimScores(
            name=f"{name} {part}".rstrip(),
            passages=len({one.passage for one in here}),
            figures=dict(_figures(here)),
            kinds=tuple(_kinds(here)),
        )


def _figures(found: Sequence[ClaimOutcome]) -> Iterator[tuple[str, ClaimMeasure]]:
    honest = [one for one in found if one.is_honest]
    false = [one for one in found if not one.is_honest]
    if honest and false:
        # Each half weighs as much as the other, however many claims it has.
        weights = {True: len(found) / (2 * len(honest)), False: len(found) / (2 * len(false))}
        yield "balanced", _figure(found, lambda one: 0.0 if one.is_wrong else weights[one.is_honest])
    if false:
        yield "false.refused", _figure(false, lambda one: one.is_refused)
        yield "false.not_standing", _figure(false, lambda one: one.checked.verdict != "stands")
    if honest:
        yield "honest.accepted", _figure(honest, lambda one: not one.is_refused)
    if compressed := [one for one in honest if one.kind == "compress"]:
        yield "compress.accepted", _figure(compressed, lambda one: not one.is_refused)
    if contradicted := [one for one in found if one.checked.verdict == "contradicted"]:
        yield "contradicted.false", _figure(contradicted, lambda one: not one.is_honest)
    yield "told", _figure(found, lambda one: one.checked.verdict != "cannot tell")


def _figure(found: Sequence[ClaimOutcome], value: Callable[[ClaimOutcome], float]) -> ClaimMeasure:
    values = {str(number): float(value(one)) for number, one in enumerate(found)}
    passages = {str(number): one.passage for number, one in enumerate(found)}
    return ClaimMeasure(value=fmean(values.values()), interval=interval(values, passages, yes_no=True), of=len(found))


def _kinds(found: Sequence[ClaimOutcome]) -> Iterator[KindCounts]:
    for is_honest, kind in sorted({(one.is_honest, one.kind) for one in found}):
        here = [one for one in found if (one.is_honest, one.kind) == (is_honest, kind)]
        verdicts = [one.checked.verdict for one in here]
        yield KindCounts(
            kind=kind,
            label="honest" if is_honest else "false",
            stands=verdicts.count("stands"),
            open=verdicts.count("cannot tell"),
            refused=_figure(here, lambda one: one.is_refused),
        )


def read_floors(path: Path) -> Floors:
    """The floors in a JSON file.

    Raises:
        MeasurementError: there is no such file, so that nothing could be said of them.
        UsageError: it holds no floors.
    """
    try:
        return TypeAdapter(Floors).validate_json(path.read_bytes())
    except OSError as error:
        raise MeasurementError(f"no floors: {path} cannot be read: {error.strerror}") from error
    except ValidationError as error:
        raise UsageError(f"{path} holds no floors: {in_words(error.errors()[0])}") from error


def below(scores: ClaimScores, floors: Floors) -> list[str]:
    """A line for each measure below its floor.

    Raises:
        MeasurementError: the file has no floors, or one of a measure that it does not have.
    """
    if not (wanted := floors.get(scores.name)):
        raise MeasurementError(f"there are no floors for {scores.name}")
    if missing := sorted(wanted.keys() - scores.figures.keys()):
        raise MeasurementError(f"{scores.name} has a floor for {missing[0]}, and no claims to measure it")
    return [
        f"{scores.name}: {measure} is {scores.figures[measure].value:.3f}, its floor {floor:.3f}"
        for measure, floor in wanted.items()
        if scores.figures[measure].value < floor
    ]
