"""How much is said on stderr, and in which colours: set by options that every command takes, before its name or after it."""

from __future__ import annotations

import sys
from copy import copy
from functools import cache
from typing import Annotated, Any, Literal, TextIO

import typer

from summarize.settings import color_wanted

Color = Literal["auto", "always", "never"]


class Manners:
    """What the command line says of it."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Back to that: a process may run several command lines, one after the other."""
        self.quiet = False
        """Notes are left out, and no progress is shown."""
        self.verbose = False
        """What is done is told as well."""
        self.color: Color = "auto"


MANNERS = Manners()
"""Of this process: whatever is told goes by them, wherever it comes from."""


def is_colored(stream: TextIO | None = None) -> bool:
    """Whether what is written to a stream has colours: by `--color`, then NO_COLOR and FORCE_COLOR, then whether it is a terminal.

    Args:
        stream: standard output if None.
    """
    if MANNERS.color != "auto":
        return MANNERS.color == "always"
    wanted = color_wanted()
    return (sys.stdout if stream is None else stream).isatty() if wanted is None else wanted


def _quiet(value: bool) -> None:
    if value:
        MANNERS.quiet, MANNERS.verbose = True, False


def _verbose(value: bool) -> None:
    if value:
        MANNERS.quiet, MANNERS.verbose = False, True


def _color(value: str | None) -> None:
    if value is not None:
        MANNERS.color = value  # type: ignore[assignment] # typer takes no other


def _options(
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet", "-q", callback=_quiet, expose_value=False, help="Tell nothing but errors and warnings."
        ),
    ] = False,
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose", "-v", callback=_verbose, expose_value=False, help="Tell what is read, made and asked."
        ),
    ] = False,
    color: Annotated[
        Color | None,
        typer.Option(
            "--color", metavar="WHEN", callback=_color, expose_value=False, help="Colours: auto, always or never."
        ),
    ] = None,
) -> None:
    pass


@cache
def _parameters() -> tuple[Any, ...]:
    single = typer.Typer(add_completion=False)
    single.command()(_options)
    command: Any = typer.main.get_command(single)
    return tuple(command.params)


def count_leading_options(arguments: list[str]) -> int:
    """How many of the first arguments are these options and their values."""
    count = 0
    while count < len(arguments):
        name, given, _ = arguments[count].partition("=")
        found = next((each for each in _parameters() if name in each.opts), None)
        if found is None:
            break
        count += 1 if found.is_flag or given else 2
    return count


def with_manners(command: Any) -> Any:
    """A command that takes these options, too."""
    command.params = [*command.params, *map(copy, _parameters())]
    return command
