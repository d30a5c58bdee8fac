"""The folder of a reading room: its days as JSON, from which its pages, feeds and calendar are written.

A run replaces the pages of its day and of the stories that this day tells, or told when it was made before; the others stay as they are.
Everything is written beside its place and renamed. What a run that was killed leaves is made good by the next one: before a day is written
it is taken off the list and noted as begun, with every story whose page may stand there; a day that is in the folder and not on the list is
read and written anew, and the pages of stories that a day begun does not tell are replaced.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from summarize.briefing import Briefing, Story
from summarize.daily.searching import FOLDER as INDEX
from summarize.daily.searching import can_index
from summarize.errors import UsageError
from summarize.files import unwritten, write_together, write_whole
from summarize.outputs import ROOM_LIST, output_at
from summarize.rendering.briefing import to_calendar, to_json
from summarize.rendering.room import (
    ASSETS,
    Day,
    Listing,
    asset_of,
    day_page,
    file_name,
    gone_page,
    index_page,
    search_page,
    story_page,
    to_atom,
    to_json_feed,
)

_DATA: Final = "data"
"""The folder of the days' JSON, apart from the pages: it holds the articles' whole texts, which are not everybody's to publish."""
_MAX_COUNT: Final = 30
"""Days that a story's page tells whole: what goes on for a year would fill it, and take as long to read in."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


class Room:
    """A reading room in a folder."""

    def __init__(self, folder: Path, url: str | None = None, tell: Callable[[str], object] = print) -> None:
        """Name it; nothing is read or written yet.

        Args:
            folder: where it is, or will be.
            url: where it is served, ending in a slash, for addresses in feeds and the calendar; None if that is not known.
            tell: takes a line for the user where a day of the room cannot be read any more.
        """
        self._folder = folder
        self._url = url
        self._tell = tell
        self._read: dict[str, Briefing | None] = {}

    def files(self, day: str) -> list[Path]:
        """The files that hold the briefing of a day."""
        return [self._folder / "days" / f"{day}.html", self._folder / _DATA / f"{day}.json"]

    def add(self, briefing: Briefing) -> None:
        """Write the briefing's day, in place of what the room had of it, and all that lists it.

        Raises:
            UsageError: the folder is something else's, or cannot be written to.
            OutputError: the disk is full, or fails.
        """
        if _DAY.fullmatch(briefing.date) is None:
            raise UsageError(f"a reading room has a page for each day, and {briefing.date!r} is none")
        self._refuse_others()
        self._make_folders()
        listing = self._listing()
        known = {day.date: day for day in listing.days}
        begun = {day.date: day for day in listing.begun}
        replaced = [known.pop(briefing.date, None), begun.get(briefing.date)]
        begun[briefing.date] = Day.of(briefing).with_stories_of(filter(None, replaced))
        self._read = {briefing.date: briefing}
        strays = list(self._strays({*known, briefing.date}))
        days = sorted([*known.values(), *strays, Day.of(briefing)], key=lambda each: each.date, reverse=True)
        new = listing.model_copy(update={"days": tuple(days), "begun": ()})
        made = [briefing, *filter(None, (self._briefing(stray.date) for stray in strays))]
        texts = {
            **self._days(made),
            **dict(
                self._stories(days, {key for each in made for key in Day.of(each).keys}, briefing.made.tool_version)
            ),
            **dict(self._lost_story_pages(begun.values(), days, made)),
            **dict(self._common(new, briefing.made.tool_version)),
        }
        self._write_list(listing.model_copy(update={"days": tuple(known.values()), "begun": tuple(begun.values())}))
        write_together({self._folder / name: text for name, text in texts.items()})
        self._write_list(new)

    def _make_folders(self) -> None:
        for name in (_DATA, "days", "stories", "assets"):
            try:
                (self._folder / name).mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise unwritten(self._folder / name, error) from error

    def _refuse_others(self) -> None:
        """Leave a folder alone that is a site of somebody else's."""
        first = self._folder / "index.html"
        if not (self._folder / ROOM_LIST).exists() and first.exists() and output_at(first) is None:
            raise UsageError(f"{first} is not of a reading room, and would be lost: give another folder with -o")

    def _listing(self) -> Listing:
        """The room's list. One that is not there, or cannot be read, is made from the days.

        Raises:
            UsageError: the file is not a room's.
        """
        path = self._folder / ROOM_LIST
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return Listing(room=str(uuid.uuid4()))
        except OSError as error:
            raise unwritten(path, error) from error
        try:
            listing = Listing.model_validate_json(data)
            uuid.UUID(listing.room)
        except (ValidationError, ValueError):
            raise UsageError(
                f"{path} is not the list of a reading room: give another folder with -o, or remove it to have it made anew"
            ) from None
        held = {day.date for day in listing.days if (self._folder / _DATA / f"{day.date}.json").is_file()}
        return listing.model_copy(update={"days": tuple(day for day in listing.days if day.date in held)})

    def _strays(self, known: set[str]) -> Iterator[Day]:
        """The days that are in the folder and not on the list: those of a run that was killed, or of a list that is gone."""
        for path in sorted((self._folder / _DATA).glob("*.json")):
            if path.stem not in known and _DAY.fullmatch(path.stem):
                briefing = self._briefing(path.stem)
                if briefing is not None and briefing.date == path.stem:
                    yield Day.of(briefing)

    def _briefing(self, date: str) -> Briefing | None:
        """A day's briefing, read once. None, after a word to the user, if it cannot be read or does not hold any more."""
        if date not in self._read:
            path = self._folder / _DATA / f"{date}.json"
            try:
                self._read[date] = Briefing.model_validate_json(path.read_bytes())
            except (OSError, ValidationError) as error:
                why = error.strerror if isinstance(error, OSError) else "it is no briefing of this version"
                self._read[date] = None
                self._tell(
                    f"warning: {path} cannot be read: {why}: its stories' pages are without that day; make it again"
                )
        return self._read[date]

    def _days(self, made: Sequence[Briefing]) -> dict[str, str]:
        """The pages of days, and what the room keeps of them."""
        data = {f"{_DATA}/{each.date}.json": to_json(each) for each in made}
        return {**data, **{f"days/{each.date}.html": day_page(each) for each in made}}

    def _stories(self, days: Iterable[Day], keys: AbstractSet[str], version: str) -> Iterator[tuple[str, str]]:
        """The pages of stories, with what the latest of the room's days tell of each, and the way to those before."""
        tellings: dict[str, list[tuple[Briefing, Story]]] = {}
        older: dict[str, list[tuple[str, str]]] = {}
        for day in days:
            wanted = keys & day.keys
            full = {key for key in wanted if len(tellings.get(key, ())) == _MAX_COUNT}
            for each in day.stories:
                if each.key in full:
                    older.setdefault(each.key, []).append((day.date, each.text))
            briefing = self._briefing(day.date) if wanted - full else None
            for story in briefing.stories if briefing is not None else ():
                if briefing is not None and story.key in wanted - full:
                    tellings.setdefault(story.key, []).append((briefing, story))
        for key, told in tellings.items():
            yield _story(key), story_page(told, older.get(key, ()), version)

    def _lost_story_pages(
        self, begun: Iterable[Day], days: list[Day], made: Sequence[Briefing]
    ) -> Iterator[tuple[str, str]]:
        """The pages of stories that a day told, or was to tell, before it was made again: as other days tell them, or a word of where they were."""
        version = made[0].made.tool_version
        told = {key for each in made for key in Day.of(each).keys}
        lost = {each.key: (day.date, each.text) for day in begun for each in day.stories if each.key not in told}
        elsewhere = {key for key in lost if any(key in day.keys for day in days)}
        yield from self._stories(days, elsewhere, version)
        for key, (date, text) in lost.items():
            if key not in elsewhere and (self._folder / _story(key)).exists():
                yield _story(key), gone_page(text, date, version)

    def _common(self, listing: Listing, version: str) -> Iterator[tuple[str, str]]:
        """What lists the days: the first page, the feeds, the calendar of the latest; and the room's own style sheet and scripts."""
        yield "index.html", index_page(listing.days, version)
        yield "search.html", search_page(version, ready=can_index() or (self._folder / INDEX).is_dir())
        yield "feed.xml", to_atom(listing, self._url)
        yield "feed.json", to_json_feed(listing, self._url)
        latest = self._briefing(listing.days[0].date)
        if latest is not None:
            yield "dates.ics", to_calendar(latest, self._page if self._url else None)
        for name in ASSETS:
            yield f"assets/{name}", asset_of(name)

    def _page(self, key: str) -> str:
        return f"{self._url}{_story(key)}"

    def _write_list(self, listing: Listing) -> None:
        listed = listing.model_dump(exclude=None if listing.begun else {"begun"})
        write_whole(self._folder / ROOM_LIST, json.dumps(listed, ensure_ascii=False, indent=1) + "\n")


def _story(key: str) -> str:
    return f"stories/{file_name(key)}.html"
