"""What a long run shows while it goes on: a line on a terminal with rate, cost and failures; in a pipe only failures."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarize.cli.messages import tell

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from summarize.article import Article
    from summarize.daily.making import Watcher
    from summarize.engines.base import Engine
    from summarize.errors import SummarizeError
    from summarize.reading import Outcome


class Quiet:
    """Tells of failures and remarks alone."""

    def read(self, outcome: Outcome) -> None:
        """A remark in the place of articles is told."""
        if outcome.told is not None:
            tell(f"note: {outcome.told}")

    def made(self, article: Article, *, reused: bool) -> None:
        """Nothing is said of what went well."""

    def failed(self, source: str, error: SummarizeError) -> None:
        """A failure is a line."""
        text = str(error)
        tell(f"error: {text}" if source in text or "://" in source else f"error: {source}: {text}")


class Shown(Quiet):
    """Shows how far the run is, besides."""

    def __init__(self, shown: Progress, task: TaskID, engine: Engine) -> None:
        """Show nothing yet."""
        self._shown, self._task, self._engine = shown, task, engine
        self._read = self._made = self._reused = self._failed = 0

    def read(self, outcome: Outcome) -> None:
        """Another source is there."""
        super().read(outcome)
        self._read += outcome.reading is not None
        self._update()

    def made(self, article: Article, *, reused: bool) -> None:
        """Another card is there."""
        del article
        self._made += 1
        self._reused += reused
        self._update()

    def failed(self, source: str, error: SummarizeError) -> None:
        """A source is left out."""
        super().failed(source, error)
        self._failed += 1
        self._update()

    def _update(self) -> None:
        parts = [f"{self._reused} remembered"] if self._reused else []
        parts += [f"{self._failed} failed"] if self._failed else []
        if self._engine.waits:
            from summarize.engines.model import ModelEngine

            assert isinstance(self._engine, ModelEngine)
            cost = self._engine.spent.cost_usd
            parts.append("cost unknown" if cost is None else f"${cost:.4f}")
        self._shown.update(self._task, total=self._read, completed=self._made, said=", ".join(parts))


@contextmanager
def progress(engine: Engine, *, no_color: bool) -> Iterator[Watcher]:
    """A display on stderr; gives what is to be told how the run goes on."""
    if not sys.stderr.isatty():
        yield Quiet()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeElapsedColumn
    from rich.text import Text

    class Rate(TextColumn):
        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:.1f}/s" if speed else "")

    columns = (
        TextColumn("cards"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(""),
        TimeElapsedColumn(),
        TextColumn("{task.fields[said]}"),
    )
    with Progress(*columns, console=Console(stderr=True, no_color=no_color), transient=True) as shown:
        yield Shown(shown, shown.add_task("cards", total=None, said=""), engine)
