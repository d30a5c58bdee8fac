"""How well the checks tell honest claims from false ones: shares with their intervals, by kind, and against floors.

Every measure is a share where more is better. What cannot be told is not refused: *accepted* and *refused* are what somebody gets who
publishes all that is not refused. Intervals are at 95 %, by passage: claims of one passage are not independent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Annotated, Final

from pydantic import Field, TypeAdapter, ValidationError

from summarize.article import Value
from summarize.errors import MeasurementError, UsageError, in_words
from summarize.evaluation.comparing.statistics import interval
from summarize.evaluation.corpora.claims import Outcome

Floors = Mapping[str, Mapping[str, Annotated[float, Field(ge=0, le=1)]]]
"""By the name of a file (and part), measure to its lowest value."""

TITLES: Final = {
    "balanced": "balanced accuracy: half honest.accepted, half false.refused",
    "false.refused": "false claims that are refused",
    "false.not_standing": "false claims that are not called the article's own words",
    "honest.accepted": "honest claims that are not refused",
    "compress.accepted": "long sentences made short that are not refused",
    "told": "claims of which it says anything but that it cannot tell",
}
"""What share of what each measure is."""


class Figure(Value):
    """A measure."""

    value: float = Field(description="0 to 1.")
    interval: tuple[float, float] | None = Field(description="At 95 %; null for claims of a single passage.")
    of: int = Field(description="Claims that it is over.")


class Kind(Value):
    """Claims of one kind, and what is said of them."""

    kind: str = Field(description="Empty where kinds are not labelled.")
    label: str = Field(description="honest or false")
    stands: int
    open: int = Field(description="It cannot be told.")
    refused: Figure = Field(description="The share that is refused.")


class ClaimScores(Value):
    """What the checks make of the claims of a file, or a part of one."""

    name: str = Field(description="The file's name, and the part's.")
    passages: int
    figures: dict[str, Figure] = Field(description="By measure.")
    kinds: tuple[Kind, ...]


class ScoredClaims(Value):
    """The scores of several files."""

    scores: tuple[ClaimScores, ...]


def score_claims(name: str, found: Sequence[Outcome]) -> Iterator[ClaimScores]:
    """The scores of a file's claims, for each of its parts."""
    for part in dict.fromkeys(one.part for one in found):
        here = [one for one in found if one.part == part]
        yield ClaimScores(
            name=f"{name} {part}".rstrip(),
            passages=len({one.passage for one in here}),
            figures=dict(_figures(here)),
            kinds=tuple(_kinds(here)),
        )


def _figures(found: Sequence[Outcome]) -> Iterator[tuple[str, Figure]]:
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
    yield "told", _figure(found, lambda one: one.checked.verdict != "cannot tell")


def _figure(found: Sequence[Outcome], value: Callable[[Outcome], float]) -> Figure:
    values = {str(number): float(value(one)) for number, one in enumerate(found)}
    passages = {str(number): one.passage for number, one in enumerate(found)}
    return Figure(value=fmean(values.values()), interval=interval(values, passages, yes_no=True), of=len(found))


def _kinds(found: Sequence[Outcome]) -> Iterator[Kind]:
    for is_honest, kind in sorted({(one.is_honest, one.kind) for one in found}):
        here = [one for one in found if (one.is_honest, one.kind) == (is_honest, kind)]
        verdicts = [one.checked.verdict for one in here]
        yield Kind(
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
