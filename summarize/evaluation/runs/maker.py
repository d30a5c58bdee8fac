"""Cards for measuring: made as any other, with the findings kept between runs, and with what it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from summarize.article import Article
from summarize.card import Card
from summarize.errors import ModelError
from summarize.evaluation.runs.run import Score
from summarize.evaluation.runs.store import FindingsStore
from summarize.evaluation.scoring.shares import contribution
from summarize.examination import examine
from summarize.findings import Findings
from summarize.pipeline import Pipeline, card_of, engine_for, syntax_for
from summarize.settings import Settings

if TYPE_CHECKING:
    from summarize.engines.model import ModelEngine


@dataclass(frozen=True, slots=True)
class MadeCard:
    """A card and what it took."""

    card: Card
    first: bool | None
    """False if an answer of the model had to be asked for again; None without a model."""
    seconds: float
    """On the clock; of a replay, what the recorded answers took."""
    contribution: Mapping[str, Score] = field(default_factory=dict)
    """Measures of what the model's own answer brings; none without a model."""
    unscored: Callable[[str], bool] = lambda _: False
    """True of a measure that does not apply, since the card says nothing of what it measures."""


@dataclass(frozen=True, slots=True)
class About:
    """What makes the cards of a run, as the run's file carries it."""

    name: str
    """The engine or model, and `+nlp` where the NLP model helps to find."""
    engine: str
    model: str | None = None
    prompt: str | None = None
    prompt_digest: str | None = None
    nlp: str | None = None
    settings: str = ""
    """Whatever else an answer depends on, in one line."""
    replayed: bool = False
    key: str = ""
    """Tells cards apart that were made in another way, beyond all the rest."""


class Makes(Protocol):
    """Gives the card of an article."""

    @property
    def waits(self) -> bool:
        """True if it waits for something outside the program, so that several may be asked for at once."""

    @property
    def about(self) -> About:
        """What makes the cards; of a model whose name the endpoint tells, complete after the first card."""

    async def make(self, name: str, article: Article) -> MadeCard:
        """The card of an article, by the name of its gold file."""

    async def aclose(self) -> None:
        """Let go of what belongs to the running event loop."""


class Maker:
    """Makes the cards of a run."""

    def __init__(self, settings: Settings, tell: Callable[[str], None] | None = None, *, keeps: bool = True) -> None:
        """Find out what the settings ask for. Raises as `summarize.pipeline.engine_for` and `syntax_for` do."""
        self.pipeline = Pipeline(engine_for(settings, tell), syntax_for(settings))
        self._uses_model = settings.uses_model
        self._own_prompt = settings.prompt
        self._store = FindingsStore(settings.cache) if keeps else None

    @property
    def waits(self) -> bool:
        """True of a language model."""
        return self.pipeline.engine.waits

    @property
    def model_engine(self) -> ModelEngine | None:
        """The engine, if it is a language model."""
        if not self._uses_model:
            return None
        from summarize.engines.model import ModelEngine  # noqa: PLC0415 - the built-in engine imports no client

        assert isinstance(self.pipeline.engine, ModelEngine)
        return self.pipeline.engine

    @property
    def about(self) -> About:
        """See `Makes`."""
        engine, nlp = self.model_engine, self.nlp
        with_nlp = "+nlp" if nlp is not None else ""
        if engine is None:
            return About(self.pipeline.engine.name + with_nlp, self.pipeline.engine.name, nlp=nlp)
        # By its file, which stays where it is edited: the name within is often that of the prompt it was made from.
        prompted = "" if self._own_prompt is None else f" by {self._own_prompt.stem}"
        return About(
            (engine.model or "model").rsplit("/", 1)[-1] + with_nlp + prompted,
            engine.name,
            model=engine.model,
            prompt=engine.prompt.name,
            prompt_digest=engine.prompt.digest,
            nlp=nlp,
            settings=f"{engine.written()} judge={engine.judging}",
            replayed=engine.replay is not None,
            key=engine.base_url,
        )

    @property
    def nlp(self) -> str | None:
        """The NLP model."""
        return self.pipeline.syntax.name if self.pipeline.syntax is not None else None

    def findings(self, article: Article) -> Findings:
        """The findings of an article, kept ones if there are any."""
        kept = self._store.get(article, self.nlp) if self._store is not None else None
        if kept is not None:
            return kept
        found = self.pipeline.findings(article)
        if self._store is not None:
            self._store.put(article, self.nlp, found)
        return found

    async def make(self, name: str, article: Article) -> MadeCard:
        """The card of an article. Raises as `summarize.pipeline.Pipeline.card` does, and MeasurementError if it is not recorded.

        A model that declines an article is a ModelError here: what it cannot do counts against it.
        """
        del name
        started = time.perf_counter()
        engine = self.model_engine
        replay = engine.replay if engine is not None else None
        before = replay.latency_ms[article.id] if replay is not None else 0
        findings = self.findings(article)
        drafted = await self.pipeline.engine.draft(article, findings)
        if drafted.declined is not None:
            # What is measured is the model: the built-in engine's card would be counted as its own.
            raise ModelError(f"{drafted.declined.model} gave no card: {drafted.declined.reason}")
        examined = await examine(self.pipeline.engine, article, findings, drafted.draft, self.pipeline.syntax)
        card = card_of(article, findings, drafted, examined, engine=self.pipeline.engine.name, started=started)
        seconds = card.provenance.seconds
        if replay is not None:
            seconds = (replay.latency_ms[article.id] - before) / 1000
        if engine is None:
            return MadeCard(card, None, seconds)
        return MadeCard(card, drafted.again == 0, seconds, contribution(drafted.draft, card.rejected))

    async def aclose(self) -> None:
        """Close the connections of the running event loop."""
        await self.pipeline.engine.aclose()

    def close(self) -> None:
        """Let go of kept findings and of a model in process."""
        if self._store is not None:
            self._store.close()
        engine = self.model_engine
        if engine is not None:
            engine.close()
