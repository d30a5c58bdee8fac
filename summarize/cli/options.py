"""What several commands have in common: their options, the settings in force, and the pipeline with a word about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarize.cli.messages import tell

if TYPE_CHECKING:
    from summarize.evidence.syntax import Syntax
    from summarize.pipeline import Pipeline
    from summarize.settings import Settings

Form = Literal["terminal", "markdown", "html", "json"]
FormOption = Annotated[
    Form | None,
    typer.Option(
        "--format", "-f", help="Default: by the name of -o; else terminal on a terminal and markdown in a pipe."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="The publication date, such as 2025-11-29; overrides what the article says."
    ),
]
Nlp = Annotated[
    Literal["auto", "on", "off"] | None,
    typer.Option(
        "--nlp", help="Use the NLP model for names and speakers. Default: SUMMARIZE_NLP, or auto: if installed."
    ),
]


def settings_with(nlp: str | None) -> Settings:
    """The settings in force, the flag above the environment above the file.

    Raises:
        ConfigurationError: a setting has a value it does not take.
    """
    from summarize import settings

    return settings.load(flags={"nlp": nlp} if nlp is not None else {})


def syntax_told(settings: Settings) -> Syntax | None:
    """The NLP model that the settings ask for. The process is the command's own, so it may be told not to start idle threads."""
    from summarize.pipeline import syntax_for
    from summarize.settings import one_thread

    one_thread()
    return syntax_for(settings)


def pipeline_told(settings: Settings) -> Pipeline:
    """The pipeline that the settings ask for; one line on stderr says which engine it has."""
    from summarize.pipeline import pipeline_for
    from summarize.settings import one_thread

    one_thread()
    pipeline = pipeline_for(settings)
    if pipeline.syntax is not None:
        how = f"with {pipeline.syntax.name}"
    elif settings.nlp == "off":
        how = "by rules alone"
    else:
        how = "by rules alone; pip install 'summarize[nlp]' finds more names and speakers"
    tell(f"note: built-in extractive engine, {how}")
    return pipeline
