"""The order of the steps: the only module that knows it."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self, TypeVar

from summarize import reading
from summarize.article import Article
from summarize.card import FIELDS, Card, Checks, Provenance
from summarize.engines.base import Drafted, Engine, Judged
from summarize.engines.extractive import ExtractiveEngine
from summarize.errors import ConfigurationError, GroundingError
from summarize.evidence.document import document_of
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax, available
from summarize.evidence.syntax import load as load_syntax
from summarize.examination import ONE_AT_A_TIME, Examined, examine
from summarize.findings import Findings
from summarize.grounding import Grounded, ground
from summarize.plugins import plugin_named
from summarize.reading.read import Source
from summarize.resources import VERSION
from summarize.settings import BUILT_IN_ENGINES, Settings

Result = TypeVar("Result")


def syntax_for(settings: Settings) -> Syntax | None:
    """The NLP model that the settings ask for, None for rules alone.

    Raises:
        ConfigurationError: `nlp` is `on` and the model is not installed, or its weights are not the official ones.
    """
    if settings.nlp == "off" or (settings.nlp == "auto" and not available()):
        return None
    return load_syntax()


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Makes cards. Reusable: loading the NLP model is most of the cost of a first card."""

    engine: Engine
    syntax: Syntax | None = None
    bound: Callable[[], AbstractContextManager[None]] = nullcontext
    """Within what the work on one article is done that waits for nothing: a limit of its time, for whoever has other articles to make."""

    def __enter__(self) -> Self:
        """The pipeline itself: `with pipeline_for(settings) as pipeline`, as files are opened. Connections are opened when they are needed."""
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is left to close: `run`, and so `card`, closes the engine's connections each time."""

    async def __aenter__(self) -> Self:
        """The pipeline itself: `async with pipeline_for(settings) as pipeline`, then `await pipeline.acard(article)` for each article."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the engine's connections that belong to the running event loop."""
        await self.engine.aclose()

    def findings(self, article: Article) -> Findings:
        """What is found in an article without a language model."""
        return find(article, self.syntax, document_of(article))

    def card(self, article: Article, *, now: datetime | None = None) -> Card:
        """The card of an article; not from within a running event loop, where `acard` is awaited instead.

        Args:
            article: what to brief.
            now: when the card is made, for its provenance; the clock if None. Dates are never resolved against it.

        A model that declines one article (it refuses, is filtered, cut off twice, or fits no form) does not cost its card: the built-in
        engine makes it, and `provenance.declined` says so.

        Raises:
            GroundingError: nothing could be tied to the article.
            ModelError: the endpoint could not be reached, or refused the request.
            ConfigurationError: the endpoint refused the key, or offers several models and none is named.
        """
        return self.run(self.acard(article, now=now))

    async def acard(self, article: Article, *, now: datetime | None = None) -> Card:
        """The card of an article. Many may be awaited at once on one event loop. Arguments and errors as of `card`."""
        started = time.perf_counter()
        if not self.engine.waits:
            with self.bound():
                return await self._card(article, self.findings(article), started, now)
        import asyncio  # noqa: PLC0415 - the built-in engine does without

        # On a thread, so that requests in flight are served while names are found.
        return await self._card(article, await asyncio.to_thread(self._locked_findings, article), started, now)

    async def _card(self, article: Article, findings: Findings, started: float, now: datetime | None) -> Card:
        drafted = await self.engine.draft(article, findings)
        examined = await examine(self.engine, article, findings, drafted.draft, self.syntax, self.bound)
        name = self.engine.name
        if not self.engine.waits:
            return card_of(article, findings, drafted, examined, engine=name, started=started, now=now)
        import asyncio  # noqa: PLC0415

        def make_card() -> Card:
            with self.bound():
                return card_of(article, findings, drafted, examined, engine=name, started=started, now=now)

        # A long article is laid over its draft for tens of milliseconds, in which other articles are answered.
        return await asyncio.to_thread(make_card)

    def _locked_findings(self, article: Article) -> Findings:
        with ONE_AT_A_TIME, self.bound():
            return self.findings(article)

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """The result of work with this pipeline, waited for on an event loop of its own, after which the engine's connections are closed.

        With an engine that never waits no event loop is needed, nor asyncio imported.
        """
        if not self.engine.waits:
            try:
                work.send(None)
            except StopIteration as done:
                result: Result = done.value
                return result
            work.close()
            raise RuntimeError("an engine that says it never waits did")
        import asyncio  # noqa: PLC0415

        try:
            asyncio.get_running_loop()
        except RuntimeError:
            from summarize.loops import run_to_end  # noqa: PLC0415

            return run_to_end(self._run_and_close(work))
        work.close()
        raise RuntimeError("an event loop is running here, as in a notebook: await abrief(...) or pipeline.acard(...)")

    async def _run_and_close(self, work: Coroutine[Any, Any, Result]) -> Result:
        try:
            return await work
        finally:
            await self.engine.aclose()


def card_of(  # noqa: PLR0913 - all that a card is made from
    article: Article,
    findings: Findings,
    drafted: Drafted,
    examined: Examined | None = None,
    *,
    engine: str,
    started: float,
    now: datetime | None = None,
) -> Card:
    """The card of a draft: grounded, with how it was made.

    Args:
        article: what is briefed.
        findings: what was found in it.
        drafted: what the engine proposes.
        examined: what was found of its own words; without it none of them stands.
        engine: the engine's name; where its model declined, the card is the built-in engine's and says so.
        started: when the work began, as `time.perf_counter` tells it.
        now: when the card is made; the clock if None.

    Raises:
        GroundingError: nothing could be tied to the article.
    """
    examined = examined or Examined()
    judged = examined.judged
    grounded = ground(drafted.draft, article, findings, drafted.otherwise, examined.verdicts)
    if grounded.is_empty:
        raise GroundingError(
            f"{article.source}: nothing could be grounded: the text holds no sentence, name, date or quotation to brief on"
        )
    return Card(
        article=article,
        headline=grounded.headline,
        **{name: tuple(getattr(grounded, name)) for name in FIELDS},
        rejected=tuple(grounded.rejected),
        provenance=Provenance(
            engine=engine if drafted.declined is None else ExtractiveEngine.name,
            model=drafted.model,
            judge=judged.judge,
            declined=drafted.declined,
            prompt=drafted.prompt,
            prompt_digest=drafted.prompt_digest,
            tool_version=VERSION,
            created=(now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0).isoformat(),
            usage=drafted.usage + judged.usage,
            cost_usd=_sum(drafted.cost_usd, judged),
            seconds=round(time.perf_counter() - started, 3),
            checks=_checks(grounded, findings, drafted),
        ),
    ).with_seal()


def _sum(cost: float | None, judged: Judged) -> float | None:
    """What a draft and its judging cost; unknown where either is."""
    if not judged.usage.requests:
        return cost
    return None if cost is None or judged.cost_usd is None else cost + judged.cost_usd


def _checks(grounded: Grounded, findings: Findings, drafted: Drafted) -> Checks:
    items = (grounded.headline, *(item for name in FIELDS for item in getattr(grounded, name)))
    return Checks(
        evidence=sum(len(item.evidence) for item in items),
        quotations=len(grounded.quotes),
        rejected=len(grounded.rejected),
        nlp=findings.syntax,
        nlp_until=findings.syntax_until,
        parts=drafted.parts,
    )


def engine_for(settings: Settings, tell: Callable[[str], None] | None = None) -> Engine:
    """The engine that the settings ask for.

    Raises:
        ConfigurationError: a key, a prompt or a model file is missing or wrong, or a plugin does not work.
        MeasurementError: the folder of recordings cannot be used.
    """
    if not settings.uses_model:
        return ExtractiveEngine() if settings.engine in BUILT_IN_ENGINES else _plugin_engine(settings)
    from summarize.engines.model import ModelEngine  # noqa: PLC0415 - the built-in engine imports no client

    return ModelEngine(settings, tell=tell) if tell is not None else ModelEngine(settings)


def _plugin_engine(settings: Settings) -> Engine:
    plugin = plugin_named("engines", settings.engine)
    if plugin is None:
        raise ConfigurationError(f"no engine is called {settings.engine!r}, and no installed package brings it")
    engine = plugin.value(settings) if callable(plugin.value) else None
    if not isinstance(engine, Engine):
        raise plugin.error("makes no engine: it has to be a function of Settings that returns an Engine")
    return engine


def pipeline_for(settings: Settings, tell: Callable[[str], None] | None = None) -> Pipeline:
    """A pipeline with the engine and the NLP model that the settings ask for. Raises as `engine_for` and `syntax_for` do."""
    return Pipeline(engine_for(settings, tell), syntax_for(settings))


def brief(
    source: Source | Article,
    *,
    model: str | None = None,
    base_url: str | None = None,
    published: str | None = None,
    settings: Settings | None = None,
) -> Card:
    """The card of an article, with a language model if one is named or configured, else with the built-in engine.

    Args:
        source: an Article, or what `read` takes: a path, an address, or "-" for standard input. Of a text: `read_text(text).article`.
        model: name of a language model, or the path of a GGUF file.
        base_url: an OpenAI-compatible endpoint; OpenAI's own if None.
        published: ISO publication date; overrides what the source says.
        settings: in place of the user's own (environment, `summarize.toml`).

    Raises:
        ArticleError: the source cannot be read as an article.
        UsageError: `published` is no ISO date, or `model` or `base_url` nothing that can be.
        ConfigurationError: a setting is wrong.
        ModelError: the endpoint could not be reached, or refused the request; a model that declines the article is no error (see
            `Pipeline.card`).
        GroundingError: nothing could be tied to the article.
    """
    chosen = _settings(settings, model, base_url)
    pipeline = pipeline_for(chosen)
    return pipeline.card(_article(source, published, chosen))


async def abrief(
    source: Source | Article,
    *,
    model: str | None = None,
    base_url: str | None = None,
    published: str | None = None,
    settings: Settings | None = None,
) -> Card:
    """As `brief`, from within a running event loop. For many articles keep a pipeline, and await its `acard`."""
    import asyncio  # noqa: PLC0415 - a loop is running

    chosen = _settings(settings, model, base_url)
    async with pipeline_for(chosen) as pipeline:
        return await pipeline.acard(await asyncio.to_thread(_article, source, published, chosen))


def _settings(settings: Settings | None, model: str | None, base_url: str | None) -> Settings:
    from dataclasses import replace  # noqa: PLC0415

    from summarize import settings as settings_module  # noqa: PLC0415 - the parameter has the module's name

    if settings is None:
        return settings_module.load(flags={"model": model, "base_url": base_url})
    return replace(settings, model=model or settings.model, base_url=base_url or settings.base_url)


def _article(source: Source | Article, published: str | None, settings: Settings) -> Article:
    if isinstance(source, Article):
        return source
    return reading.read(source, published, reading.read_options(settings)).article
