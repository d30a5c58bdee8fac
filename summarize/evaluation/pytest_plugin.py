"""Gold as tests: every article, and every floor, is a test that passes or fails in somebody's own suite.

It is loaded by name (`-p summarize.evaluation.pytest_plugin`, or `pytest_plugins` in a `conftest.py`) and is no entry point: pytest would load that in every
suite of whoever has this package installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import SummarizeError
from summarize.evaluation.in_memory import evaluate
from summarize.evaluation.reporting.tables import error_lines
from summarize.evaluation.runs.run import Case, Run
from summarize.evaluation.scoring.measures import BY_ID

_RUN = pytest.StashKey[Run]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options: where gold and cards are, and what is asked of the means."""
    group = parser.getgroup("evals", "cards of summarize, against gold")
    group.addoption("--evals-gold", metavar="FOLDER", help="a test for each gold file of this folder")
    group.addoption("--evals-cards", metavar="PATH", help="score these cards, and make none")
    group.addoption(
        "--evals-floor",
        metavar="MEASURE=SHARE",
        action="append",
        default=[],
        help="and one that the mean of a measure is so high: who.f1=.85",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse floors that are none.

    Raises:
        UsageError: one names no measure, or no share.
    """
    for floor in config.getoption("--evals-floor"):
        name, _, value = floor.partition("=")
        if name not in BY_ID or not value.replace(".", "", 1).isdigit() or float(value) > 1:
            raise pytest.UsageError(f"--evals-floor {floor}: it takes MEASURE=SHARE, such as who.f1=.85")


@pytest.fixture(scope="session")
def evals_run(pytestconfig: pytest.Config) -> Run:
    """The run over --evals-gold, made once: `rows()`, `values(measure)`, `cases`."""
    return _cached_run(pytestconfig)


def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add the tests.

    Raises:
        UsageError: the run cannot be made.
    """
    if config.getoption("--evals-gold"):
        parent = _Gold.from_parent(session, name="evals", path=Path(config.getoption("--evals-gold")))
        items.extend(parent.collect())


def _cached_run(config: pytest.Config) -> Run:
    if _RUN not in config.stash:
        gold = config.getoption("--evals-gold")
        if not gold:
            raise pytest.UsageError("say where the gold is: --evals-gold FOLDER")
        try:
            config.stash[_RUN] = evaluate(gold, cards=config.getoption("--evals-cards"))
        except SummarizeError as error:
            raise pytest.UsageError(f"evals: {error}") from error
    return config.stash[_RUN]


class _Gold(pytest.Collector):
    """The gold files of a folder."""

    def collect(self) -> Iterator[pytest.Item]:
        """A test for each article, and one for each floor."""
        run = _cached_run(self.config)
        for case in run.cases:
            yield _Article.from_parent(self, name=case.name, case=case, run=run)
        for floor in self.config.getoption("--evals-floor"):
            yield _Floor.from_parent(self, name=floor, run=run)


class _Failed(Exception):  # noqa: N818 - a test that failed, no error
    """What is told of a test that failed."""


class _Item(pytest.Item):
    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """The reason alone, where it is one of ours."""
        told = isinstance(excinfo.value, _Failed)
        return str(excinfo.value) if told else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where it stands, and what it is called."""
        return self.path, None, f"evals: {self.name}"


class _Article(_Item):
    """There is a card, and it keeps its promises: what is more or less good is for floors."""

    def __init__(self, *, case: Case, run: Run, **others: Any) -> None:
        super().__init__(**others)
        self._case, self._run = case, run

    def runtest(self) -> None:
        """Fail if there is no card, or a measure that has to be 1 is not.

        Raises:
            _Failed: so it is.
        """
        if self._case.failure is not None:
            raise _Failed(f"no card: {self._case.failure.message}")
        broken = [name for name, one in self._case.scores.items() if BY_ID[name].hard and one.value < 1]
        if broken:
            wrong = error_lines(self._run.model_copy(update={"cases": (self._case,)}))
            raise _Failed("\n".join([f"has to be 1: {', '.join(broken)}", *wrong]))


class _Floor(_Item):
    """The mean of a measure is high enough."""

    def __init__(self, *, run: Run, **others: Any) -> None:
        super().__init__(**others)
        self._run = run

    def runtest(self) -> None:
        """Fail if the mean is below the floor, or there is none.

        Raises:
            _Failed: so it is.
        """
        name, _, floor = self.name.partition("=")
        values = self._run.values(name)
        if not values:
            raise _Failed(f"{name} applies to no article: nothing was measured")
        mean = sum(values.values()) / len(values)
        if mean < float(floor) - 1e-9:
            low = ", ".join(sorted(values, key=lambda case: (values[case], case))[:5])
            raise _Failed(f"{name} is {mean:.3f} on {len(values)} articles, and has to be {floor}; lowest in {low}")
