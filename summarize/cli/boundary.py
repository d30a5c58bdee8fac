"""The boundary where an expected failure becomes one line and an exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from summarize.cli.manners import MANNERS, with_manners
from summarize.cli.messages import tell
from summarize.errors import SummarizeError, UsageError, plain

_COMMANDS: Final = {
    "brief": "Make a briefing card of each article.",
    "daily": "Make one briefing of a day's articles.",
    "batch": "Make the cards of many articles, across interruptions.",
    "check": "Hold a text against its sources, sentence by sentence.",
    "export": "Put cards into a database or a table.",
    "search": "Find who said what, when, over all cards in a database.",
    "evidence": "Show what is found in an article.",
    "show": "Render a card or a briefing again, from its JSON.",
    "correct": "Correct a card, add what it lacks, take off what is wrong.",
    "models": "List the models that the endpoint offers.",
    "doctor": "Say what is configured and whether it works.",
    "trust": "Trust the summarize.toml of a folder.",
    "schema": "Print a JSON Schema.",
    "builtin": "Print a prompt or template that comes with the program.",
    "evals": "Measure cards against hand-labelled gold.",
}
"""Each command with its line in the list of commands, which so is shown without making them."""
_GROUPS = {"batch": "summarize.cli.batch", "evals": "summarize.cli.evals.app"}
_ARCHIVE = ("export", "search")
_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class ErrorBoundary(TyperGroup):
    """Turns a SummarizeError, or a mistake in how a command is called, into its line on stderr and its exit code.

    Anything else is a bug and keeps its traceback.
    """

    def __init__(self, **given: Any) -> None:
        """Give the group and its commands the options that every command takes."""
        super().__init__(**given)
        _light(with_manners(self))
        for command in self.commands.values():
            if not isinstance(command, ErrorBoundary):
                _light(with_manners(command))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take what stands before the command's name; of a program that is run anew, nothing has been said before."""
        if ctx.parent is None:
            MANNERS.reset()
        with _plainly():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            with _plainly():
                return super().invoke(ctx)
        except SummarizeError as error:
            tell(f"error: {error}")
            raise typer.Exit(error.exit_code) from error


@contextmanager
def _plainly() -> Iterator[None]:
    """What is wrong with how a command is called, in a line for its user."""
    try:
        yield
    except typer.BadParameter as error:
        error.message = plain(error.message)
        raise _told_in_a_line(error) from error
    except TyperException as error:
        raise _told_in_a_line(error) from error


def _told_in_a_line(error: TyperException) -> Exception:
    """The way out after a mistake is told; the mistake itself where it is told in a form of its own, such as the help of a command without arguments."""
    words = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    if error.exit_code != UsageError.exit_code or context is None or "\n" in words:
        return error
    tell(f"error: {words[:1].lower()}{words[1:]}; `{context.command_path} -h` tells what there is")
    return typer.Exit(UsageError.exit_code)


class Commands(ErrorBoundary):
    """Has commands that are imported only where they are asked for: a card should not wait for the options of others."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer says what it takes
        """The commands in the order in which help shows them."""
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """A command by its name, None if there is none."""
        if cmd_name in _COMMANDS and cmd_name not in self.commands:
            made = self.commands[cmd_name] = _make_command(cmd_name)
            made.short_help = _COMMANDS[cmd_name]
        return self.commands.get(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - typer says what it takes
        """Write the list of commands of the help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that arguments name; of another word, typer looks among all of them for what was meant."""
        if args[:1] and args[0] not in _COMMANDS:
            for name in _COMMANDS:
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)


@cache
def _make_command(name: str) -> Any:
    """A command by its name: made once, however often a process runs the program."""
    if name in _GROUPS:
        return _command_with_name(import_module(_GROUPS[name]).app, name)
    single = typer.Typer(
        rich_markup_mode=None, context_settings=_HELP, pretty_exceptions_enable=False, add_completion=False
    )
    module = import_module(f"summarize.cli.{'archive' if name in _ARCHIVE else name}")
    single.command(name)(getattr(module, name))
    return _light(with_manners(_command_with_name(single, name)))


def _light(command: Any) -> Any:
    """A command whose options cost nothing where they are not given, or are taken as given: typer makes a validator for each, in a millisecond or two."""
    every = command.get_params

    def params(ctx: Any) -> list[Any]:
        found: list[Any] = every(ctx)
        for param in found:
            if "process_value" not in vars(param):
                param.process_value = partial(_process, param, param.process_value)
        return found

    command.get_params = params
    return command


def _process(param: Any, checked: Callable[[Any, Any], Any], ctx: Any, value: Any) -> Any:
    if param.required or not _is_as_given(param, value):
        return checked(ctx, value)
    if param.multiple or param.nargs == -1:
        value = () if value is None else list(value)
    return value if param.callback is None else param.callback(ctx, param, value)


def _is_as_given(param: Any, value: Any) -> bool:
    """True if typer takes a value of an option as it stands."""
    kind = param.type_descriptor
    if value is None:
        return True
    if kind.parameter_info.parser is not None:
        return False
    return kind.annotation in {str, list[str]} or any(
        type(each) is str and each == value for each in kind.choices or ()
    )


def _command_with_name(app: typer.Typer, name: str) -> Any:
    command = typer.main.get_command(app)
    command.name = name
    return command
