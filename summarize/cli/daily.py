"""`summarize daily`: a day of articles to one briefing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarize.cli import options
from summarize.cli.messages import tell
from summarize.errors import OutputError, UsageError

if TYPE_CHECKING:
    from summarize import reading
    from summarize.briefing import Briefing, Length, Made
    from summarize.cli.briefings import RoomTarget, Target
    from summarize.cli.mailing import Outbox
    from summarize.daily.making import Day
    from summarize.daily.memory import Memory
    from summarize.pipeline import Pipeline
    from summarize.settings import Settings
    from summarize.stories.composing import Edition

_INTERRUPTED = 130
_PANEL = "Briefing"


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
    nlp: options.Nlp = None,
    engine: options.EngineOption = None,
    model: options.Model = None,
    provider: options.ProviderOption = None,
    base_url: options.BaseUrl = None,
    also: options.Set = None,
    log: options.Log = None,
    judge: options.Judge = None,
    prompt: options.PromptOption = None,
    language: options.Language = None,
    timeout: options.Timeout = None,
    max_cost: options.MaxCost = None,
    max_tokens: options.MaxTokens = None,
    window: options.Window = None,
    jobs: options.Jobs = None,
    replay: options.ReplayOption = None,
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
    settings = options.settings_with(
        also, nlp=nlp, engine=engine, model=model, provider=provider, base_url=base_url, log=log, judge=judge, prompt=prompt,
        language=language, timeout=timeout,
        max_cost=max_cost, max_tokens=max_tokens, window=window, jobs=jobs, replay=replay, zone=zone, watch=watch or None,
        template=template, store=store, site_url=site_url,
    )  # fmt: skip
    from dataclasses import replace

    from summarize.cli.briefings import RoomTarget, Target
    from summarize.cli.mailing import Outbox
    from summarize.daily.day import since_last

    edition = _edition(settings, date, days, length, title)
    target: Target | RoomTarget
    if form == "site":
        target = RoomTarget(output, edition.date, settings.site_url)
    else:
        target = Target(output, form, edition.date, settings.template)
    outbox = Outbox(mail_to or [], mail_dry_run, settings)
    with _memory(settings) as memory:
        if days is None:
            edition = replace(edition, since=since_last(edition.date, memory.date_before(edition.date)))
        if new and not memory.remembers:
            tell("warning: without a store nothing is known of what earlier briefings used: --new leaves nothing out")
        _run(
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


def _run(
    sources: list[str],
    settings: Settings,
    edition: Edition,
    target: Target | RoomTarget,
    outbox: Outbox,
    memory: Memory,
    *,
    explain: bool,
    strict: bool,
    new: bool,
    limit: int | None,
) -> None:
    from summarize.cli.accounts import tell_cost, written_out
    from summarize.cli.briefings import interruptible, tell_reasons
    from summarize.cli.guard import read_files
    from summarize.cli.progress import progress
    from summarize.daily.day import briefing_of, card_key, reason_against
    from summarize.daily.making import Day, Maker, Stop

    began = time.monotonic()
    day, stop = Day(), Stop()
    pipeline: Pipeline | None = None
    firewall = options.firewall()
    try:
        with (
            options.sources_of(sources, None, settings, new=new, limit=limit, used=memory, guard=firewall) as read,
            interruptible(stop),
        ):
            read.several = True  # a briefing is of several articles, though one source may hold them
            reads = read_files(read, settings)
            target.refuse(reads)
            outbox.refuse(reads)
            pipeline = made_by = options.pipeline_told(settings, firewall)
            with progress(pipeline.engine, no_color=settings.no_color) as watcher:
                maker = Maker(
                    pipeline,
                    memory,
                    lambda article: card_key(article, made_by, settings),
                    lambda article: reason_against(article, edition),
                    watcher,
                    firewall,
                    settings.jobs,
                )
                pipeline.run(maker.run(read, day, stop))
            if new and day.cards:
                _go_on(day, edition, memory)
            made = _made(day, pipeline, time.monotonic() - began)
            briefing = briefing_of(
                day.handed_over(),
                [each for _, each in sorted(day.skipped, key=lambda entry: entry[0])],
                made,
                edition,
                memory.before(edition.date),
            )
            kept = _fuller(briefing, day, target, memory, new=new)
            if kept is None:
                target.write(briefing)
                _remember(briefing, day, read, memory, new=new)
            written_out(pipeline.engine)
    finally:
        if pipeline is not None:
            tell_cost(pipeline.engine, time.monotonic() - began)
    if explain:
        tell_reasons(briefing)
    unsent: OutputError | None = None
    try:
        outbox.send(briefing, memory, whole=kept is None and not day.stopped and day.ended is None)
    except OutputError as error:
        unsent = error
    _conclude(day, briefing, target.written() if kept is None else "", kept, strict=strict)
    if unsent is not None:
        raise unsent


def _go_on(day: Day, edition: Edition, memory: Memory) -> None:
    """Add what an earlier briefing of the same day was made of: with --new its items are not read again, and it would be replaced by less."""
    from summarize.daily.day import reason_against
    from summarize.rendering.words import counted

    remembered = memory.cards_of(edition.date)
    added = day.add_earlier(
        {key: card for key, card in remembered.items() if not reason_against(card.article, edition)}
    )
    if added:
        tell(f"note: with {counted(added, 'article')} that an earlier briefing of {edition.date} was made from")


def _fuller(briefing: Briefing, day: Day, target: Target | RoomTarget, memory: Memory, *, new: bool) -> str | None:
    """What this briefing must not replace, in words: one with more in it, where this one is not all that was asked for.

    A run that read everything, and found less than one before it, has the last word.
    """
    broken_off = day.stopped or day.ended is not None
    if not (broken_off or new or day.first_error is not None or not briefing.stories):
        return None
    return target.fuller(briefing, memory.count_told(briefing.date), any_day=broken_off or not briefing.stories)


def _remember(briefing: Briefing, day: Day, read: reading.Sources, memory: Memory, *, new: bool) -> None:
    """Remember what was told and used, for the briefings that follow. A run that was broken off goes on, and has used nothing yet."""
    if day.stopped or day.ended is not None:
        return
    for source in day.briefed:
        read.used(source)
    own = sum(article.earlier is None for article in briefing.articles)
    # Less than was told of the day already, as by a second run with --new to standard output, takes nobody's place.
    is_less = (new or day.first_error is not None) and own < memory.count_told(briefing.date)
    memory.remember(briefing, None if is_less else day.keys_in_order())


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
        return Memory(None if str(settings.store) == "none" else settings.store, tell)
    from platformdirs import user_data_path

    return Memory(user_data_path("summarize", appauthor=False) / "daily.sqlite3", tell)


def _made(day: Day, pipeline: Pipeline, seconds: float) -> Made:
    from datetime import UTC, datetime

    from summarize.briefing import Made
    from summarize.card import Usage
    from summarize.resources import program_version

    usage, cost, model, prompt = Usage(), 0.0 if not pipeline.engine.waits else None, None, None
    if pipeline.engine.waits:
        from summarize.engines.model import ModelEngine

        assert isinstance(pipeline.engine, ModelEngine)
        usage, cost = pipeline.engine.spent.usage, pipeline.engine.spent.cost_usd
        model, prompt = pipeline.engine.model, pipeline.engine.prompt.name
    return Made(
        created=datetime.now(UTC).replace(microsecond=0).isoformat(),
        tool_version=program_version(),
        engine=pipeline.engine.name,
        model=model or next((card.provenance.model for card in day.cards.values() if card.provenance.model), None),
        nlp=pipeline.syntax.name if pipeline.syntax is not None else None,
        prompt=prompt,
        cards=len(day.cards),
        reused=day.reused,
        usage=usage,
        cost_usd=cost,
        seconds=round(seconds, 3),
    )


def _conclude(day: Day, briefing: Briefing, written: str, kept: str | None, *, strict: bool) -> None:
    """Say what came of the day, and end with the exit code that is due."""
    from summarize.rendering.words import counted

    own = sum(article.earlier is None for article in briefing.articles)
    tell(
        f"note: {counted(own, 'article')}, {len(briefing.stories)} {'story' if len(briefing.stories) == 1 else 'stories'}, {counted(len(briefing.skipped), 'source')} left out{written}"
    )
    if kept is not None:
        tell(f"note: not written: kept {kept}; to replace it, remove it or give another name with -o")
    if day.stopped:
        tell("note: stopped; the same command goes on from here, and makes nothing twice")
        raise typer.Exit(_INTERRUPTED)
    if day.ended is not None:
        raise typer.Exit(day.ended.exit_code)
    if day.fault is not None:
        raise typer.Exit(day.fault.exit_code)
    if day.first_error is not None and (strict or not day.briefed):
        raise typer.Exit(day.first_error.exit_code)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("daily")(daily)
