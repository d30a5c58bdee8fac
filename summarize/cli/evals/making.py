"""Makers of cards for the commands of `evals`, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarize.cli.accounts import asked_told
from summarize.cli.messages import detail, tell
from summarize.cli.options import engine_by_rules, tell_settings

if TYPE_CHECKING:
    from summarize.cli.progress import ProgressLine
    from summarize.evaluation.runs.maker import Maker
    from summarize.evaluation.runs.run import Case, Run
    from summarize.settings import Settings


def finished_case(line: ProgressLine, case: Case) -> None:
    """A case of a run is finished: its line learns of it."""
    line.step(failed=case.failure is not None)
    outcome = "failed" if case.failure is not None else "made"
    detail(f"{case.name}: {outcome} in {case.seconds:.2f} s{asked_told(case.usage)}")


@contextmanager
def maker_told(settings: Settings) -> Iterator[Maker]:
    """What makes the cards; one line on stderr says what that is, and another what it took."""
    import time

    from summarize.cli.accounts import engine_told, tell_cost
    from summarize.evaluation.runs.maker import Maker
    from summarize.settings import one_thread

    one_thread()
    maker = Maker(settings, tell)
    tell_settings(settings)
    how = f"with {maker.nlp}" if maker.nlp is not None else "by rules alone"
    if maker.model_engine is not None:
        tell(f"note: {engine_told(maker.pipeline.engine)}; findings {how}")
    else:
        tell(f"note: {engine_by_rules(settings)}, {how}")
    began = time.monotonic()
    try:
        yield maker
    finally:
        maker.close()
        engine = maker.model_engine
        if engine is not None and engine.replay is None:
            tell_cost(engine, time.monotonic() - began)


def unused_recordings(maker: Maker, made: Run, *, whole: bool) -> Sequence[str]:
    """File names of the recordings that a replay did not ask for: of all of them, or where the run is only part of the gold, of its articles."""
    engine = maker.model_engine
    if engine is None or engine.replay is None:
        return ()
    from summarize.engines.model.recordings import path_of

    replay = engine.replay
    articles = {case.article_id for case in made.cases}
    return [
        path_of(replay.folder, key).name
        for key in replay.unused
        if replay.recordings[key].made_with.get("purpose") in {None, "judge", "probe"}
        and (whole or replay.recordings[key].made_with.get("article") in articles)
    ]
