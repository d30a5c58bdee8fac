"""`summarize daily`: a day of articles to one briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarize.cli import options
from summarize.cli.messages import tell
from summarize.cli.model_options import ALL, GivenOptions, takes
from summarize.errors import ConfigurationError, UsageError

if TYPE_CHECKING:
    from summarize.briefing import Length
    from summarize.cli.briefings import RoomTarget, Target
    from summarize.daily.memory import Memory
    from summarize.settings import Settings
    from summarize.stories.composing import Edition


@takes(*ALL)
def daily(
    sources: options.Sources,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="The day, such as 2026-11-21. Default: today, in the zone."),
    ] = None,
    zone: Annotated[
        str | None,
        typer.Option("--zone", metavar="NAME", help="Time zone of the day, such as Europe/Paris. Default: UTC."),
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(
            "--days",
            metavar="N",
            min=1,
            max=31,
            help="Take articles of N days, the last of them the day. Default: since the last briefing, a week at most; 2 if none is known.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write to this file, whole or not at all; a folder (or a name ending in /) takes Markdown, HTML and JSON.",
        ),
    ] = None,
    form: Annotated[
        Literal["markdown", "html", "json", "eml", "ics", "site"] | None,
        typer.Option(
            "--format",
            "-f",
            help="eml is a mail message, ics the dates ahead as a calendar, site a folder that becomes a reading room of all days. Default: by the name of -o, else markdown.",
        ),
    ] = None,
    length: Annotated[
        Literal["short", "standard", "long", "all"],
        typer.Option("--length", help="How much is told: 300, 1,200 or 3,000 words, or all."),
    ] = "standard",
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="What the briefing is called.")
    ] = "Daily briefing",
    watch: Annotated[
        list[str] | None,
        typer.Option("--watch", metavar="NAME", help="A name or topic whose stories come first. Can be given again."),
    ] = None,
    site_url: Annotated[
        str | None,
        typer.Option(
            "--site-url", metavar="URL", help="Where the folder of --format site is served, for addresses in its feeds."
        ),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option("--template", metavar="FILE", help="A template for Markdown in place of the built-in one."),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(
            "--store",
            metavar="FILE",
            help="What is remembered from day to day; none for nothing. Default: in your data folder.",
        ),
    ] = None,
    mail_to: Annotated[
        list[str] | None,
        typer.Option(
            "--mail-to",
            metavar="ADDRESS",
            help="Send the briefing to this address, by the server of [mail] in summarize.toml. Can be given again.",
        ),
    ] = None,
    mail_dry_run: Annotated[
        str | None,
        typer.Option("--mail-dry-run", metavar="FILE", help="Write the message to this file in place of sending it."),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say on stderr why articles are in one story.")] = False,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help="End with the exit code of the first source that could not be used, or whose card a model declined.",
        ),
    ] = False,
    new: options.New = False,
    limit: options.Limit = None,
    *,
    given: GivenOptions,
) -> None:
    """Make one briefing of a day's articles.

    Articles about the same event become one story: copies are counted once, and where outlets disagree, all that is said stands side by
    side with its words. The next day's briefing says what is new, updated, corrected or gone quiet. A source that cannot be used is named in
    the briefing with the reason, and does not stop it.

    Ctrl-C finishes the cards that are under way and writes what there is; a second one stops at once. The same command goes on from
    there, and nothing is made or paid for twice.

    With --mail-to the finished briefing is sent as well; the password is the variable SUMMARIZE_MAIL_PASSWORD.

    \b
    Examples:
      summarize daily monday/ --date 2026-11-23 -o briefing.md
      summarize daily feeds.opml --new --zone Europe/Paris -o briefings/
      summarize daily monday/ --watch "Port of Rotterdam" --length short
      summarize daily monday/ --model gpt-6-luna --max-cost 2 -o briefing.html
      summarize daily feeds.opml --new --format site -o site/
    """
    settings = given.settings(zone=zone, watch=watch or None, template=template, store=store, site_url=site_url)
    from dataclasses import replace

    from summarize.cli.briefings import RoomTarget, Target
    from summarize.cli.day import make_day
    from summarize.cli.mailing import Outbox
    from summarize.daily.day import since_last

    edition = _edition(settings, date, days, length, title)
    target: Target | RoomTarget
    if form == "site":
        target = RoomTarget(output, edition.date, settings.site_url, settings.language)
    else:
        target = Target(output, form, edition.date, settings.template, settings.language)
    outbox = Outbox(mail_to or [], mail_dry_run, settings)
    with _memory(settings) as memory:
        if days is None:
            edition = replace(edition, since=since_last(edition.date, memory.date_before(edition.date)))
        if new and not memory.remembers:
            tell("warning: without a store nothing is known of what earlier briefings used: --new leaves nothing out")
        make_day(
            list(sources),
            settings,
            edition,
            target,
            outbox,
            memory,
            explain=explain,
            strict=strict,
            new=new,
            limit=limit,
        )


def _edition(settings: Settings, date: str | None, days: int | None, length: Length, title: str) -> Edition:
    from datetime import date as calendar

    from summarize.daily.day import since_last, since_of, today
    from summarize.stories.composing import Edition

    if date is None:
        day = today(settings.zone)
        tell(f"note: briefing of {day}, which is today in {settings.zone}; --date and --zone give another")
    else:
        try:
            day = calendar.fromisoformat(date).isoformat()
        except ValueError as error:
            raise UsageError(f"--date takes an ISO date such as 2026-11-21, not {date!r}") from error
    return Edition(
        day,
        settings.zone,
        since_of(day, days) if days else since_last(day, None),
        length,
        settings.watch,
        " ".join(title.split()) or "Daily briefing",
        settings.owners,
    )


def _memory(settings: Settings) -> Memory:
    from summarize.daily.memory import Memory

    if settings.store is not None:
        path = None if str(settings.store) == "none" else settings.store
        if path is not None and not path.parent.is_dir():  # a slip of the pen would begin a second memory
            where = settings.places.get("store", "")
            message = f"{where} is {path}: there is no folder {path.parent}; make it, or name another file"
            raise (UsageError if where.startswith("--") else ConfigurationError)(message)
        return Memory(path, tell)
    from platformdirs import user_data_path

    return Memory(user_data_path("summarize", appauthor=False) / "daily.sqlite3", tell)
