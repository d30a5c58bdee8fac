"""The order of the steps: the only module that knows it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

from summarize import reading
from summarize.article import Article
from summarize.card import Card, Checks, Provenance
from summarize.engines.base import Engine
from summarize.engines.extractive import ExtractiveEngine
from summarize.errors import GroundingError
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax, available
from summarize.evidence.syntax import load as load_syntax
from summarize.findings import Findings
from summarize.grounding import Grounded, ground
from summarize.settings import Settings


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

    def findings(self, article: Article) -> Findings:
        """What is found in an article without a language model."""
        return find(article, self.syntax)

    def card(self, article: Article, *, now: datetime | None = None) -> Card:
        """The card of an article.

        Args:
            article: what to brief.
            now: when the card is made, for its provenance; the clock if None. Dates are never resolved against it.

        Raises:
            GroundingError: nothing could be tied to the article.
        """
        started = time.perf_counter()
        findings = self.findings(article)
        drafted = self.engine.draft(article, findings)
        grounded = ground(drafted.draft, article, findings)
        if grounded.is_empty:
            raise GroundingError(
                f"{article.source}: nothing could be grounded: the text holds no sentence, name, date or quotation to brief on"
            )
        return Card(
            article=article,
            headline=grounded.headline,
            what=tuple(grounded.what),
            who=tuple(grounded.who),
            when=tuple(grounded.when),
            where=tuple(grounded.where),
            quotes=tuple(grounded.quotes),
            background=tuple(grounded.background),
            rejected=tuple(grounded.rejected),
            provenance=Provenance(
                engine=self.engine.name,
                model=drafted.model,
                prompt=drafted.prompt,
                prompt_digest=drafted.prompt_digest,
                tool_version=version("summarize"),
                created=(now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0).isoformat(),
                usage=drafted.usage,
                cost_usd=drafted.cost_usd,
                seconds=round(time.perf_counter() - started, 3),
                checks=_checks(grounded, findings),
            ),
        )


def _checks(grounded: Grounded, findings: Findings) -> Checks:
    items = (*grounded.what, *grounded.who, *grounded.when, *grounded.where, *grounded.quotes, *grounded.background)
    return Checks(
        evidence=sum(len(item.evidence) for item in items),
        quotations=len(grounded.quotes),
        rejected=len(grounded.rejected),
        nlp=findings.syntax,
        nlp_until=findings.syntax_until,
    )


def pipeline_for(settings: Settings) -> Pipeline:
    """A pipeline with the built-in engine and the NLP model that the settings ask for. Raises as `syntax_for` does."""
    return Pipeline(ExtractiveEngine(), syntax_for(settings))


def brief(source: str | Article, *, published: str | None = None, settings: Settings | None = None) -> Card:
    """The card of an article, with the built-in engine.

    Args:
        source: an Article, or a path, or "-" for standard input.
        published: ISO publication date; overrides what the source says.
        settings: the user's own (environment, `summarize.toml`) if None.

    Raises:
        ArticleError: the source cannot be read as an article.
        UsageError: `published` is no ISO date.
        ConfigurationError: a setting is wrong.
        GroundingError: nothing could be tied to the article.
    """
    from summarize import settings as settings_module  # noqa: PLC0415 - the parameter has the module's name

    article = source if isinstance(source, Article) else reading.read(source, published).article
    return pipeline_for(settings or settings_module.load()).card(article)
