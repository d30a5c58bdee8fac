"""What `summarize daily` needs besides: where the briefing goes, Ctrl-C, and why articles are together."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Literal, cast

from summarize.cli.guard import ReadFiles
from summarize.cli.messages import tell, tell_labels
from summarize.cli.output import form_by_name, put
from summarize.errors import UsageError
from summarize.files import unwritten, write_together
from summarize.outputs import output_at
from summarize.rendering.words import counted

if TYPE_CHECKING:
    from summarize.briefing import Briefing
    from summarize.daily.making import Stop

BriefingForm = Literal["markdown", "html", "json", "eml", "ics"]
_SUFFIXES: dict[BriefingForm, str] = {"markdown": ".md", "html": ".html", "json": ".json", "eml": ".eml", "ics": ".ics"}
_OF_A_FOLDER: tuple[BriefingForm, ...] = ("markdown", "html", "json")
_OF_DAYS_ONLY: tuple[BriefingForm, ...] = ("eml", "ics")
"""Forms that no card has."""


class RoomTarget:
    """A reading room, as the place where a briefing is written."""

    def __init__(self, path: str | None, day: str, url: str | None, language: str | None) -> None:
        """Check what can be checked before any work is done.

        Raises:
            UsageError: there is no folder for it.
        """
        from summarize.daily.room import Room

        if path is None or Path(path).is_file():
            raise UsageError("a reading room, --format site, is a folder: give it with -o, such as -o site/")
        self._path = Path(path)
        self._room = Room(self._path, url, tell)
        self._day = day
        self._language = language
        tell_labels(language)

    def refuse(self, reads: ReadFiles) -> None:
        """As of `Target`."""
        for path in self._room.files(self._day):
            reads.refuse(path)

    def fuller(self, briefing: Briefing, told: int, *, any_day: bool) -> str | None:
        """As of `Target`: a room keeps every other day's briefing anyway."""
        del told, any_day
        return fuller_of(self._room.files(self._day), briefing)

    def write(self, briefing: Briefing) -> None:
        """Write the day and all that lists it, and build the search.

        Raises:
            UsageError: it cannot be written.
            OutputError: the disk is full, or fails.
        """
        from summarize.daily.searching import FOLDER, build_index, can_index
        from summarize.rendering.briefing.sources import told_in
        from summarize.rendering.labels import labels_in

        with labels_in(self._language, told_in(briefing)):
            self._room.add(briefing)
        without = build_index(self._path)
        if without is not None:
            # Where neither it nor what it takes is there, nobody asked for a search.
            kind = "warning" if can_index() or (self._path / FOLDER).is_dir() else "note"
            tell(f"{kind}: {self._path}: {without}")

    def written(self) -> str:
        """As of `Target`."""
        return f"; written to {self._path / 'index.html'}"


def fuller_of(paths: Iterable[Path], briefing: Briefing) -> str | None:
    """The first of some files that holds a briefing of the same day from more articles, in words; None if none does."""
    own = sum(article.earlier is None for article in briefing.articles)
    for path in paths:
        found = output_at(path)
        if found and found.date == briefing.date and (found.articles or 0) > own:
            return f"{path}, the briefing of {found.date} from {counted(found.articles or 0, 'article')}"
    return None


class Target:
    """Where a briefing is written: stdout, a file, or a folder that takes it in all forms."""

    def __init__(
        self, path: str | None, form: BriefingForm | None, day: str, template: Path | None, language: str | None = None
    ) -> None:
        """Check what can be checked before any work is done.

        Raises:
            UsageError: the path cannot take a briefing.
            ConfigurationError: the template cannot be read, or is none.
        """
        self._day = day
        self._language = language
        self._path = Path(path) if path is not None else None
        self._is_folder = path is not None and (path.endswith(("/", os.sep)) or Path(path).is_dir())
        self._form: BriefingForm | None = form
        self._template = _read_template(template) if template is not None else None
        if self._path is not None and not self._is_folder:
            if not self._path.parent.is_dir():
                raise UsageError(f"{self._path} cannot be written: there is no folder {self._path.parent}")
            self._form = _form_of(self._path, form)
        if self._form != "json":
            tell_labels(language)

    def refuse(self, reads: ReadFiles) -> None:
        """Refuse to write over what the run reads.

        Raises:
            UsageError: a file of the briefing would be one that is read.
        """
        if self._path is None:
            reads.refuse_stdout()
        for path in self._files():
            reads.refuse(path)

    def fuller(self, briefing: Briefing, told: int, *, any_day: bool) -> str | None:
        """What stands there already and is fuller, in words; None if nothing is."""
        own = sum(article.earlier is None for article in briefing.articles)
        for path in self._files():
            found = output_at(path)
            if found is None and not (path.is_file() and self._template is not None and path.suffix == ".md"):
                continue
            day = found.date if found and found.date else briefing.date
            count = found.articles if found and found.articles is not None else told
            if count > own and (any_day or day == briefing.date):
                return f"{path}, the briefing of {day} from {counted(count, 'article')}"
        return None

    def write(self, briefing: Briefing) -> None:
        """Write a briefing, in all of its forms or in none.

        Raises:
            UsageError: it cannot be written.
            OutputError: the disk is full, or fails.
            ConfigurationError: the template fails.
        """
        if self._path is None:
            put(self._text(briefing, self._form or "markdown"))
            return
        try:
            if self._is_folder:
                self._path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritten(self._path, error) from error
        write_together({path: partial(self._text, briefing, form) for path, form in self._files().items()})

    def _files(self) -> dict[Path, BriefingForm]:
        """The files that a briefing is written to, none for stdout."""
        if self._path is None:
            return {}
        if not self._is_folder:
            return {self._path: self._form or "markdown"}
        forms = [self._form] if self._form is not None else _OF_A_FOLDER
        return {self._path / f"{self._day}{_SUFFIXES[form]}": form for form in forms}

    def written(self) -> str:
        """Where the briefing is, for a message; nothing of stdout."""
        if self._path is None:
            return ""
        return f"; written to {self._path / self._day if self._is_folder else self._path}" + (
            ".*" if self._is_folder and self._form is None else ""
        )

    def _text(self, briefing: Briefing, form: BriefingForm) -> str:
        from summarize.rendering.briefing import render_briefing

        return render_briefing(briefing, form, self._template if form == "markdown" else None, language=self._language)


def _form_of(path: Path, asked: BriefingForm | None) -> BriefingForm:
    """The form asked for, else what the ending of a file's name implies.

    Raises:
        UsageError: the ending stands for another form, or for none.
    """
    for form in _OF_DAYS_ONLY:
        has_ending = path.suffix.lower() == _SUFFIXES[form]
        if has_ending and asked in {None, form}:
            return form
        if has_ending or asked == form:
            raise UsageError(f"{path}: --format {form} is written to a name that ends in .{form}, and nothing else is")
    return cast("BriefingForm", form_by_name(asked, path) or "markdown")


def _read_template(template: Path) -> str:
    from summarize.errors import ConfigurationError
    from summarize.rendering.briefing import check_template

    try:
        text = template.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"the template {template} cannot be read: {error}") from error
    check_template(text, str(template))
    return text


@contextmanager
def interruptible(stop: Stop) -> Iterator[None]:
    """Let Ctrl-C ask to stop, and a second one end the program."""

    def stop_on_interrupt(number: int, frame: FrameType | None) -> None:
        del number, frame
        if stop.asked:
            raise KeyboardInterrupt
        stop.ask()  # first: whoever sees the line may press again at once
        tell("note: finishing what is under way; Ctrl-C again stops at once")

    try:
        before = signal.signal(signal.SIGINT, stop_on_interrupt)
    except ValueError:  # not the main thread: whoever runs this deals with Ctrl-C
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def tell_reasons(briefing: Briefing) -> None:
    """Say why the articles of each story are together."""
    names = {article.number: article.publisher or article.source for article in briefing.articles}
    for story in briefing.stories:
        tell(f"story {story.number}: {story.headline.text}")
        for reason in story.reasons:
            first, second = reason.articles
            tell(
                f"  {first} ({names[first]}) with {second} ({names[second]}), {reason.score:.2f}: {'; '.join(reason.shared)}"
            )
        scores = ", ".join(f"{name} {value:.2f}" for name, value in story.scores.items())
        tell(f"  order: {scores}")
