"""Which recordings still answer what would be asked now, and what changed where they do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from summarize.engines.model import ModelEngine
from summarize.engines.model.recordings import Recording, Replay, path_of
from summarize.errors import ArticleError, GroundingError, MeasurementError, ModelError
from summarize.evaluation.gold.files import GoldFile
from summarize.evaluation.runs.maker import Maker
from summarize.settings import Settings

_SHOWN: Final = 20
FOUND: Final = "what is found in the article"
CHECKED: Final = "what is said of an answer that does not hold, or asked of a judge"
NEVER: Final = "never recorded"


@dataclass(frozen=True, slots=True)
class Stale:
    """A case that its recordings cannot answer any more."""

    name: str
    reasons: tuple[str, ...]
    """What changed since, in words."""


@dataclass(frozen=True, slots=True)
class State:
    """What a folder of recordings is worth."""

    current: tuple[str, ...]
    """Cases that it answers whole."""
    stale: tuple[Stale, ...]
    unused: tuple[Path, ...]
    """Recordings that no case asked for."""


async def state_of(files: Sequence[GoldFile], settings: Settings, tell: Callable[[str], None] | None = None) -> State:
    """Find out by replaying every case, as that alone shows it.

    Raises:
        MeasurementError: there are no recordings.
    """
    maker = Maker(settings, tell)
    engine = maker.model_engine
    assert engine is not None
    assert engine.replay is not None
    current: list[str] = []
    stale: list[Stale] = []
    try:
        for file in files:
            reasons = await _reasons(file, maker, engine, engine.replay)
            if reasons:
                stale.append(Stale(file.name, reasons))
            else:
                current.append(file.name)
    finally:
        await engine.aclose()
        maker.close()
    return State(tuple(current), tuple(stale), tuple(unused_files(engine.replay)))


def unused_files(replay: Replay) -> list[Path]:
    """Recordings that nothing asked for. Those made for another purpose than cards, such as a comparison, do not count."""
    return [path_of(replay.folder, key) for key in replay.unused if _is_of_cards(replay.recordings[key])]


def _is_of_cards(recording: Recording) -> bool:
    return recording.made_with.get("purpose") in {None, "judge", "probe"}


async def _reasons(file: GoldFile, maker: Maker, engine: ModelEngine, replay: Replay) -> tuple[str, ...]:
    try:
        article = file.article()
    except ArticleError as error:
        return (str(error),)
    asked_before = sum(replay.asked.values())
    try:
        await maker.make(file.name, article)
    except MeasurementError:
        now = engine.labels(article)
        if not replay.recorded_for(now):
            return (NEVER,)
        judged = replay.changed(engine.judge.labels(article)) if engine.judge is not None else {}
        changed = tuple(
            f"{name}: {_short(before)} → {_short(after)}"
            for name, (before, after) in (replay.changed(now) or judged).items()
        )
        return changed or ((CHECKED,) if sum(replay.asked.values()) > asked_before else (FOUND,))
    except (ModelError, GroundingError):
        return ()  # it was recorded like this
    return ()


def _short(value: str) -> str:
    return value if len(value) <= _SHOWN else value[:_SHOWN] + "…"


def as_recorded(settings: Settings, folder: Path) -> Settings:
    """The settings with what the recordings of a folder were made with, where the user left it at its default."""
    if not any(folder.glob("*.json")):
        return settings
    engine = ModelEngine(replace(settings, replay=folder, record=None))
    chosen = engine.chosen
    return replace(settings, answer_tokens=chosen.answer_tokens, window=chosen.window, language=chosen.language)


async def prune_unused(files: Sequence[GoldFile], settings: Settings) -> int:
    """Remove the recordings of some articles, and the probes, that a replay of all of these articles does not ask for.

    Returns:
        How many were removed: none while an article is not answered whole, for then it is not known what it still needs.
    """
    state = await state_of(files, settings)
    if state.stale:
        return 0
    articles = {file.article().id for file in files} | {"none"}
    assert settings.replay is not None
    recordings = {path_of(settings.replay, one.key): one for one in Replay(settings.replay).recordings.values()}
    sources = {file.article_path.name for file in files}
    # An article that changed has another id than its old recordings, but the same source.
    removed = [
        path
        for path in state.unused
        if (labels := recordings[path].made_with).get("article") in articles or labels.get("source") in sources
    ]
    for path in removed:
        path.unlink()
    return len(removed)
