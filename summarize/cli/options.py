"""What several commands have in common: their options, the settings in force, and the pipeline with a word about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from summarize.cli.messages import detail, tell
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


def sources_or_stdin(given: list[str]) -> list[str]:
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
        callback=sources_or_stdin,
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
_FORMS = get_args(Form)


def known_names(built_in: Sequence[str], group: Group) -> Callable[[], list[str]]:
    """The names that an option takes: the built-in ones, and those of installed packages."""

    def list_names() -> list[str]:
        from summarize.plugins import plugin_names

        return [*built_in, *plugin_names(group)]

    return list_names


def one_of(built_in: Sequence[str], group: Group) -> Callable[[str | None], str | None]:
    """Refuses a name that an option does not take. Plugins are looked for only where a name is not built in."""

    def check_name(value: str | None) -> str | None:
        if value is not None and value not in built_in and value not in (names := known_names(built_in, group)()):
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(names)}.")
        return value

    return check_name


CardFormOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="<terminal|markdown|html|json|NAME>",
        callback=one_of(_FORMS, "renderers"),
        autocompletion=known_names(_FORMS, "renderers"),
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


def settings_with(also: Sequence[str] | None = None, **flags: object) -> Settings:
    """The settings in force, a flag above the environment above the file; a flag of None is not said.

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
    """What keeps the fault of one of several articles from the others."""
    from summarize.firewall import Firewall

    return Firewall(faults)


def faults() -> Path:
    """The user's folder for logs, which takes the tracebacks of faults."""
    from platformdirs import user_log_path

    return user_log_path("summarize", appauthor=False)


def syntax_told(settings: Settings) -> Syntax | None:
    """The NLP model that the settings ask for. The process is the command's own, so it may be told not to start idle threads."""
    from summarize.pipeline import syntax_for
    from summarize.settings import one_thread

    one_thread()
    return syntax_for(settings)


def engine_by_rules(settings: Settings) -> str:
    """What messages call an engine that is no language model of this program's."""
    return "built-in extractive engine" if settings.engine in {"auto", "extractive"} else f"engine {settings.engine}"


def tell_settings(settings: Settings) -> None:
    """Say, where that is wanted, what is in force and what set it; no values, as some are not to be shown."""
    set_by = ", ".join(dict.fromkeys(settings.places.values()))
    detail(f"settings: {settings.file or 'no file'}; {f'set by {set_by}' if set_by else 'nothing is set'}")


def pipeline_told(settings: Settings, firewall: Firewall | None = None) -> Pipeline:
    """The pipeline that the settings ask for, its work on an article bounded by a firewall; one line on stderr says which engine it has."""
    from dataclasses import replace

    from summarize.pipeline import pipeline_for
    from summarize.settings import one_thread

    one_thread()
    pipeline = pipeline_for(settings, tell)
    tell_settings(settings)
    if pipeline.syntax is not None:
        how = f"with {pipeline.syntax.name}"
    elif settings.nlp == "off":
        how = "by rules alone"
    else:
        from summarize.installing import install_command

        how = f"by rules alone; {install_command('nlp')} finds more names and speakers"
    if settings.uses_model:
        from summarize.cli.accounts import engine_told, keep_answers, tell_withheld

        tell(f"note: {engine_told(pipeline.engine)}; findings {how}")
        tell_withheld(pipeline.engine)
        keep_answers(pipeline.engine)
    else:
        tell(f"note: {engine_by_rules(settings)}, {how}")
    return pipeline if firewall is None else replace(pipeline, bound=firewall.bounded)
