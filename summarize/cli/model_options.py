"""The options that say what makes the cards: one set for all commands, of which each names those that it takes."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from summarize.cli.options import Nlp, known_names, one_of, settings_with

if TYPE_CHECKING:
    from summarize.settings import Settings

# Those of the settings, which start-up does not import.
_ENGINES = ("auto", "extractive", "model")
PANEL = "Language model"
EngineOption = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="<auto|extractive|model|NAME>",
        callback=one_of(_ENGINES, "engines"),
        autocompletion=known_names(_ENGINES, "engines"),
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
        "--max-tokens", metavar="N", rich_help_panel=PANEL, help="Stop before a request that could use more in the run."
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
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        rich_help_panel=PANEL,
        help="Articles at the same time. Default: 4 with a language model; else, of many, one for each core, 8 at most.",
    ),
]
ModelJobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        rich_help_panel=PANEL,
        help="Of a language model, articles at the same time. Default: 4.",
    ),
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

_BY_SETTING: Final[dict[str, Any]] = {
    "nlp": Nlp, "engine": EngineOption, "model": Model, "provider": ProviderOption, "base_url": BaseUrl, "also": Set, "log": Log,
    "judge": Judge, "prompt": PromptOption, "language": Language, "timeout": Timeout, "max_cost": MaxCost, "max_tokens": MaxTokens,
    "window": Window, "jobs": Jobs, "replay": ReplayOption,
}  # fmt: skip
ALL: Final = tuple(_BY_SETTING)
"""Every one of them."""


class GivenOptions(dict[str, Any]):
    """What the command line says, by setting; None of what it does not say."""

    def settings(self, **more: object) -> Settings:
        """The settings in force. Raises as `settings_with`."""
        flags = {**self, **more}
        return settings_with(flags.pop("also", None), **flags)


def takes(*names: str, **others: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command these options besides its own, and their values as `given`.

    Args:
        names: of settings, and `also` for `--set`, in the order of the help.
        others: options that take the place of those of these names.
    """

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        kinds = {**_BY_SETTING, **others}
        own = [each for each in inspect.signature(command, eval_str=True).parameters.values() if each.name != "given"]
        shared = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kinds[name])
            for name in names
        ]

        @wraps(command)
        def call_with_given(**said: Any) -> None:
            given = GivenOptions({name: said.pop(name) for name in names})
            command(**said, given=given)

        # What typer asks for the options of a command.
        call_with_given.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
        call_with_given.__annotations__ = {each.name: each.annotation for each in (*own, *shared)}
        return call_with_given

    return with_options
