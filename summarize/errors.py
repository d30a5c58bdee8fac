"""Everything that can go wrong on purpose, with the exit code that the command line gives it.

    SummarizeError            1   base; never raised itself
    ├── BelowGateError        1   `evals`: a measure is below its floor
    ├── UsageError            2   the command was called in a way that cannot work: options, their values, a place that cannot be written to
    ├── ConfigurationError    3   a setting, prompt or installed part is missing or wrong
    ├── ArticleError          4   the source cannot be read as an article
    │   └── GoneError         4   its site says that it is not there
    ├── ModelError            5   the language model could not be reached, or refused
    ├── GroundingError        6   nothing on the card could be grounded (or `--strict` and something was rejected)
    ├── MeasurementError      7   `evals`: could not measure (stale or missing recordings)
    ├── OutputError           8   the result could not be written or sent: the disk is full, or a mail server refuses
    └── FaultError            9   a fault of this program in one article, which was left out; the traceback is kept

Ctrl-C, which is no error, ends a command with 130.

A message says in one line what happened and what to do about it. Anything else that is raised is a bug and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final


class SummarizeError(Exception):
    """An expected failure: its text is the one line a user sees."""

    exit_code: ClassVar[int] = 1


class BelowGateError(SummarizeError):
    """A measured quality is below the floor that the baseline sets."""

    exit_code = 1


class UsageError(SummarizeError):
    """The arguments cannot work together, have a value that cannot be, or name a place that does not exist or cannot be written to."""

    exit_code = 2


class ConfigurationError(SummarizeError):
    """A setting, a prompt or an installed part is missing or wrong."""

    exit_code = 3


class ArticleError(SummarizeError):
    """The source is missing, unreadable, empty, too long, or not a text."""

    exit_code = 4


class GoneError(ArticleError):
    """The site of an article says that it is not there, or not any more."""


class ModelError(SummarizeError):
    """The language model could not be reached, refused, or gave no usable answer."""

    exit_code = 5
    ends_run: ClassVar[bool] = False
    """True where no other article would fare better: the quota or the allowed cost is used up."""


class GroundingError(SummarizeError):
    """No item of the card could be tied to the article, or `--strict` met a rejection."""

    exit_code = 6


class MeasurementError(SummarizeError):
    """A measurement could not be made: recordings are stale or missing."""

    exit_code = 7


class OutputError(SummarizeError):
    """The result could not be written or sent, though its place is a right one: the disk is full, or a mail server refuses."""

    exit_code = 8


class FaultError(SummarizeError):
    """A fault of this program in one of several articles. That one was left out, and the traceback is in a file that the message names."""

    exit_code = 9

    def __init__(self, message: str, reason: str | None = None) -> None:
        """Say it to the user, with the file; `reason`, if another, is for whoever reads what the others became."""
        super().__init__(message)
        self.reason = reason or message


INTERRUPTED: Final = 130
"""The exit code of a command that Ctrl-C ended."""
_KIND: Final = "Value error, "


def in_words(fault: Mapping[str, object]) -> str:
    """What pydantic has against a value, without the word for the kind of fault that it puts before it."""
    return plain(str(fault["msg"]))


def plain(message: str) -> str:
    """A message that typer has from pydantic, in the same way."""
    return message.removeprefix(_KIND)


OF_ONE_ARTICLE: Final = (ArticleError, FaultError, GroundingError, MeasurementError, ModelError)
"""Those that do not stop the other articles."""
