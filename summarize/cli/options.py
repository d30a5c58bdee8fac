"""What several commands have in common: their options, the settings in force, and the pipeline with a word about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from summarize.cli.messages import tell
from summarize.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from summarize import reading
    from summarize.evidence.syntax import Syntax
    from summarize.firewall import Firewall
    from summarize.pipeline import Pipeline
    from summarize.plugins import Group
    from summarize.settings import Settings


def is_piped() -> bool:
    """True if standard input is no terminal."""
    import sys

    return sys.stdin is not None and not sys.stdin.isatty()


def piped(given: list[str]) -> list[str]:
    """The sources, or standard input where something is piped into the command and none is named."""
    if given:
        return given
    if not is_piped():
        raise typer.BadParameter("name a file, a folder or an address, or pipe an article in", param_hint="SOURCE")
    return ["-"]


Sources = Annotated[
    list[str],
    typer.Argument(
        default_factory=list,
        metavar="SOURCE",
        callback=piped,
        show_default=False,
        help="Files, folders, addresses of pages or feeds, or - for standard input. Default: what is piped in.",
    ),
]
New = Annotated[bool, typer.Option("--new", help="Of feeds, read only what was not used before.")]
Limit = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=1, help="Read at most N articles of each feed, mailbox or list."),
]
Form = Literal["terminal", "markdown", "html", "json"]
# Those of the settings, which start-up does not import.
_ENGINES = ("auto", "extractive", "model")
_FORMS = get_args(Form)


def _known(built_in: Sequence[str], group: Group) -> Callable[[], list[str]]:
    """The names that an option takes: the built-in ones, and those of installed packages."""

    def known() -> list[str]:
        from summarize.plugins import plugin_names

        return [*built_in, *plugin_names(group)]

    return known


def _one_of(built_in: Sequence[str], group: Group) -> Callable[[str | None], str | None]:
    """Refuses a name that an option does not take. Plugins are looked for only where a name is not built in."""

    def checked(value: str | None) -> str | None:
        if value is not None and value not in built_in and value not in (known := _known(built_in, group)()):
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(known)}.")
        return value

    return checked


CardFormOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="<terminal|markdown|html|json|NAME>",
        callback=_one_of(_FORMS, "renderers"),
        autocompletion=_known(_FORMS, "renderers"),
        help="Default: by the name of -o; else terminal on a terminal and markdown in a pipe. NAME: of an installed package.",
    ),
]
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

PANEL = "Language model"
EngineOption = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="<auto|extractive|model|NAME>",
        callback=_one_of(_ENGINES, "engines"),
        autocompletion=_known(_ENGINES, "engines"),
        rich_help_panel=PANEL,
        help="What drafts the card. Default: auto: a language model if one is named or a key is configured, else the built-in engine. "
        "NAME: of an installed package.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        "-m",
        metavar="NAME",
        rich_help_panel=PANEL,
        help="A model at the endpoint, with its provider before it if you like (groq/NAME), or the path of a GGUF file.",
    ),
]
ProviderOption = Annotated[
    str | None,
    typer.Option(
        "--provider",
        metavar="NAME",
        rich_help_panel=PANEL,
        help="Whose endpoint: openai, azure, anthropic, gemini, mistral, groq, openrouter, deepseek, ollama, lm-studio, vllm, "
        "llama-cpp, or one of [providers] in summarize.toml.",
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        rich_help_panel=PANEL,
        help="Set what has no option of its own, such as effort=none, seed=7 or query=api-version=2026-01-01.",
    ),
]
Log = Annotated[
    str | None,
    typer.Option(
        "--log",
        metavar="FILE",
        rich_help_panel=PANEL,
        help="Add a line of JSON for every request and attempt to FILE, without texts or keys.",
    ),
]
BaseUrl = Annotated[
    str | None,
    typer.Option(
        "--base-url",
        metavar="URL",
        rich_help_panel=PANEL,
        help="An OpenAI-compatible endpoint, such as http://localhost:8080/v1. Default: OPENAI_BASE_URL, or OpenAI's own.",
    ),
]
Judge = Annotated[
    str | None,
    typer.Option(
        "--judge",
        metavar="same|off|NAME",
        rich_help_panel=PANEL,
        help="Who is asked whether the model's own words stand: the same model, another at the endpoint, or nobody. Default: same.",
    ),
]
PromptOption = Annotated[
    str | None,
    typer.Option("--prompt", metavar="FILE", rich_help_panel=PANEL, help="A prompt in place of the built-in one."),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="TAG",
        rich_help_panel=PANEL,
        help="Language of titles, notes and dates, and of what a language model writes itself, such as de; quotations stay as they are. "
        "Default: the article's.",
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option("--timeout", metavar="SECONDS", rich_help_panel=PANEL, help="For one request in all. Default: 120."),
]
MaxCost = Annotated[
    float | None,
    typer.Option(
        "--max-cost",
        metavar="DOLLARS",
        rich_help_panel=PANEL,
        help="Stop before a request that could cost the run more.",
    ),
]
MaxTokens = Annotated[
    int | None,
    typer.Option(
        "--max-tokens",
        metavar="N",
        rich_help_panel=PANEL,
        help="Stop before a request that could use more in the run.",
    ),
]
Window = Annotated[
    int | None,
    typer.Option(
        "--window",
        metavar="CHARACTERS",
        rich_help_panel=PANEL,
        help="Draft a longer article in overlapping parts. Default: 24000.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="N", rich_help_panel=PANEL, help="Articles at the same time. Default: 4."),
]
ReplayOption = Annotated[
    str | None,
    typer.Option(
        "--replay",
        metavar="FOLDER",
        rich_help_panel=PANEL,
        help="Answer from recordings, made with SUMMARIZE_RECORD=FOLDER, in place of the endpoint.",
    ),
]


def settings_with(also: Sequence[str] | None = None, **flags: object) -> Settings:
    """The settings in force, a flag above the environment above the file; a flag of None is not said.

    Args:
        also: of `--set`, each as `NAME=VALUE`.
        flags: by setting.

    Raises:
        UsageError: `--set` names no setting of an endpoint, or one that has been said.
        ConfigurationError: a setting has a value it does not take.
    """
    from summarize import settings

    for one in also or ():
        name, equals, value = one.partition("=")
        name = name.strip().replace("-", "_")
        if not equals or name not in settings.SETTABLE:
            raise UsageError(
                f"--set {one} is no setting: it takes NAME=VALUE, with {', '.join(sorted(settings.SETTABLE))}"
            )
        if flags.get(name) is not None:
            raise UsageError(f"{name} is set twice")
        flags[name] = value
    return settings.load(flags=flags)


def sources_of(
    sources: Sequence[str],
    published: str | None,
    settings: Settings,
    *,
    new: bool,
    limit: int | None,
    used: reading.UsedItems | None = None,
    guard: reading.Guard | None = None,
) -> reading.Sources:
    """The sources, to be read one after the other. Which items of feeds were used is remembered by `used`, or in the cache folder.

    Raises:
        UsageError: `published` is no ISO date.
    """
    from summarize import reading

    return reading.Sources(sources, published, reading.read_options(settings, new=new, limit=limit, used=used), guard)


def firewall() -> Firewall:
    """What keeps the fault of one of several articles from the others; tracebacks go to the user's folder for logs."""
    from summarize.firewall import Firewall

    def folder() -> Path:
        from platformdirs import user_log_path

        return user_log_path("summarize", appauthor=False)

    return Firewall(folder)


def syntax_told(settings: Settings) -> Syntax | None:
    """The NLP model that the settings ask for. The process is the command's own, so it may be told not to start idle threads."""
    from summarize.pipeline import syntax_for
    from summarize.settings import one_thread

    one_thread()
    return syntax_for(settings)


def engine_by_rules(settings: Settings) -> str:
    """What messages call an engine that is no language model of this program's."""
    return "built-in extractive engine" if settings.engine in {"auto", "extractive"} else f"engine {settings.engine}"


def pipeline_told(settings: Settings, firewall: Firewall | None = None) -> Pipeline:
    """The pipeline that the settings ask for, its work on an article bounded by a firewall; one line on stderr says which engine it has."""
    from dataclasses import replace

    from summarize.pipeline import pipeline_for
    from summarize.settings import one_thread

    one_thread()
    pipeline = pipeline_for(settings, tell)
    if pipeline.syntax is not None:
        how = f"with {pipeline.syntax.name}"
    elif settings.nlp == "off":
        how = "by rules alone"
    else:
        how = "by rules alone; pip install 'summarize[nlp]' finds more names and speakers"
    if settings.uses_model:
        from summarize.cli.accounts import engine_told, keep_answers, tell_withheld

        tell(f"note: {engine_told(pipeline.engine)}; findings {how}")
        tell_withheld(pipeline.engine)
        keep_answers(pipeline.engine)
    else:
        tell(f"note: {engine_by_rules(settings)}, {how}")
    return pipeline if firewall is None else replace(pipeline, bound=firewall.bounded)
