"""`summarize batch`: many articles to cards, at half price and across interruptions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

import typer

from summarize.cli import options
from summarize.cli.boundary import ErrorBoundary
from summarize.cli.guard import read_files
from summarize.cli.messages import tell
from summarize.cli.options import settings_with
from summarize.errors import ModelError, UsageError

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.batch.begun import Allowed, Form
    from summarize.batch.journal import Journal
    from summarize.batch.rounds import Rounds
    from summarize.batch.shards import Shard
    from summarize.reading import Sources
    from summarize.settings import Settings

_INTERRUPTED = 130
_MAKE = "make"

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of the batch.")]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes", metavar="N", min=1, max=256, help="Processes that work on articles. Default: one per core."
    ),
]
FailedOption = Annotated[
    Literal["again", "live"],
    typer.Option(
        "--failed",
        help="Send requests that failed in the next batch (three times at most), or ask them at once at the full price.",
    ),
]
Poll = Annotated[float, typer.Option("--poll", metavar="SECONDS", min=0.05, help="Between looks at a batch at most.")]
FormOption = Annotated[
    Literal["json", "parquet"] | None,
    typer.Option(
        "--format",
        "-f",
        help="JSON Lines (cards.jsonl), or a Parquet table as well (cards.parquet). Default: as before in the folder, else json.",
    ),
]
Leave = Annotated[bool, typer.Option("--leave", help="Send, and leave; `summarize batch collect FOLDER` goes on.")]


class _Group(ErrorBoundary):
    """Takes sources where no command is named: `summarize batch SOURCE…`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put in the command that makes cards."""
        if args and args[0] not in {*self.commands, *ctx.help_option_names}:
            args = [_MAKE, *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Make the cards of many articles: across interruptions, on all cores, and with a language model at half price by its Batch API. "
    "`summarize batch SOURCE… -o FOLDER` is short for `summarize batch make SOURCE… -o FOLDER`.",
)


@app.command(_MAKE)
def make(
    sources: options.Sources,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help="Where journal and cards are kept; the same command goes on from there.",
        ),
    ],
    form: FormOption = None,
    shard: Annotated[
        str | None,
        typer.Option("--shard", metavar="I/N", help="Take one share of the articles, such as 3/16, by their ids."),
    ] = None,
    leave: Leave = False,
    write_only: Annotated[
        bool,
        typer.Option(
            "--write-only", help="Write files of requests, and send nothing: for `vllm run-batch` and the like."
        ),
    ] = False,
    failed: FailedOption = "again",
    retry: Annotated[bool, typer.Option("--retry", help="Try again what has no card yet though it was tried.")] = False,
    processes: Processes = None,
    poll: Poll = 60.0,
    published: options.Published = None,
    new: options.New = False,
    limit: options.Limit = None,
    nlp: options.Nlp = None,
    engine: options.EngineOption = None,
    model: options.Model = None,
    provider: options.ProviderOption = None,
    base_url: options.BaseUrl = None,
    also: options.Set = None,
    judge: options.Judge = None,
    prompt: options.PromptOption = None,
    language: options.Language = None,
    timeout: options.Timeout = None,
    max_cost: options.MaxCost = None,
    max_tokens: options.MaxTokens = None,
    window: options.Window = None,
    jobs: options.Jobs = None,
) -> None:
    """Make the cards of many articles, into FOLDER/cards.jsonl, a line each.

    With a language model its requests go out as batches, which are answered within a day at half the price; second questions, and those
    to a judge, are a second batch. Without one the built-in engine makes the cards, on all cores. Killed at any moment, the same command
    goes on from there: nothing is made, sent or paid for twice.

    \b
    Examples:
      summarize batch archive/ -o cards/
      summarize batch articles.jsonl -o cards/ --model gpt-6-luna --max-cost 20
      summarize batch articles.jsonl -o cards/ --model gpt-6-luna --leave
      summarize batch articles.parquet -o shard-3/ --shard 3/16 --format parquet
      summarize batch articles.jsonl -o cards/ --model my-model --write-only
    """
    from summarize.batch.begun import begin
    from summarize.batch.cards import NAME as CARDS
    from summarize.batch.shards import shard_of

    chosen = {
        "nlp": nlp, "engine": engine, "model": model, "provider": provider, "base_url": base_url, "judge": judge,
        "prompt": str(Path(prompt).resolve()) if prompt else None, "language": language, "window": window,
    }  # fmt: skip
    share = shard_of(shard) if shard is not None else None
    limits = {"timeout": timeout, "max_cost": max_cost, "max_tokens": max_tokens, "jobs": jobs}
    settings = settings_with(also, **chosen, **limits)
    if (leave or write_only) and not settings.uses_model:
        raise UsageError("--leave and --write-only are of a language model: name one with --model")
    run = _Folder(output, settings, form, processes)
    firewall = options.firewall()
    with (
        run,
        options.sources_of(sources, published, settings, new=new, limit=limit, guard=firewall) as read,
    ):
        read.several = True
        read_files(read, settings).refuse(output / CARDS)
        begin(run.journal, settings, {**chosen, "also": also, "shard": shard, "published": published})
        run.allow(written=write_only)
        if retry:
            run.journal.retry()
        run.make(run.articles(read, share), "write" if write_only else "leave" if leave else "wait", failed, poll)


@app.command()
def collect(
    folder: Folder,
    results: Annotated[
        list[Path] | None,
        typer.Option(
            "--results", metavar="FILE", help="A file of answers, as `vllm run-batch` writes it. Can be given again."
        ),
    ] = None,
    complete: Annotated[
        bool,
        typer.Option("--complete", help="No further file of answers comes: what has no line in one is asked again."),
    ] = False,
    wait: Annotated[bool, typer.Option("--wait", help="Go on until all is answered.")] = False,
    failed: FailedOption = "again",
    form: FormOption = None,
    processes: Processes = None,
    poll: Poll = 60.0,
    timeout: options.Timeout = None,
    max_cost: options.MaxCost = None,
    max_tokens: options.MaxTokens = None,
) -> None:
    """Take in what has been answered, make its cards, and send what they ask next.

    \b
    Examples:
      summarize batch collect cards/
      summarize batch collect cards/ --wait --failed live --max-cost 25
      summarize batch collect cards/ --results answers.jsonl
    """
    from summarize.batch.begun import begin

    given, before = _begun_with(folder)
    chosen = {name: value for name, value in given.items() if name not in {"also", "shard", "published"}}
    # What the folder was begun with goes before the environment, as there it was a flag.
    limits = {
        "max_cost": before.max_cost if max_cost is None else max_cost,
        "max_tokens": before.max_tokens if max_tokens is None else max_tokens,
    }
    settings = settings_with(given["also"], **chosen, timeout=timeout, **limits)
    run = _Folder(folder, settings, form, processes)
    with run:
        begin(run.journal, settings, given)
        if not settings.uses_model:
            raise UsageError(f"{folder} was begun without a language model: there is nothing to collect")
        run.allow(written=before.written)
        written_only = before.written or results is not None or run.is_written_only()
        how: Literal["wait", "leave", "write"] = "write" if written_only else "wait" if wait else "leave"
        run.make((), how, failed, poll, results or (), complete=complete)


@app.command()
def status(folder: Folder) -> None:
    """Show how far a batch is, and what it cost.

    \b
    Example:
      summarize batch status cards/
    """
    from summarize.batch.journal import Journal
    from summarize.batch.requests import CREATED, INTENDED, WRITTEN
    from summarize.cli.output import put
    from summarize.rendering.words import counted

    _begun_with(folder)
    journal = Journal(folder, alone=False)
    try:
        lines = [_articles_told(journal)]
        counts = journal.requests.counts()
        if any(counts.values()):
            lines += [_requests_told(counts), _cost_told(journal)]
        for sheaf in journal.requests.batches(INTENDED, CREATED, WRITTEN):
            name = sheaf.remote or str(folder / "requests" / f"{sheaf.token}.jsonl")
            what = sheaf.status or ("to be run" if sheaf.state == WRITTEN else "to be sent")
            lines.append(f"batch {name}: {counted(sheaf.requests, 'request')}, {what}")
        lines += [f"left out: {source}: {trouble}" for source, trouble, _ in journal.troubles()]
    finally:
        journal.close()
    put("".join(f"{line}\n" for line in lines))


class _Folder:
    """A folder that is worked on."""

    def __init__(self, folder: Path, settings: Settings, form: Form | None, processes: int | None) -> None:
        self.folder, self._settings, self._form = folder, settings, form
        self._processes = processes or _cores()
        self._unread = 0
        self.journal: Journal

    def __enter__(self) -> Self:
        from summarize.batch.journal import Journal

        self.journal = Journal(self.folder)
        return self

    def allow(self, *, written: bool) -> None:
        """Take what was allowed before where nothing else is said, and keep it for the commands that go on from here.

        Raises:
            UsageError: tables cannot be written, as what that takes is not installed.
        """
        from summarize.batch.begun import Allowed, allow, allowed

        before = allowed(self.journal)
        self._form = self._form or before.form
        if self._form == "parquet":
            from summarize.archive.tables import check_installed

            check_installed()
        self._settings = before.limit(self._settings)
        allow(
            self.journal, Allowed(self._settings.max_cost, self._settings.max_tokens, written=written, form=self._form)
        )

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: object) -> None:
        from summarize.batch.journal import full, is_full

        self.journal.close()
        if error is not None and is_full(error):
            raise full(self.folder, error) from error

    def is_written_only(self) -> bool:
        """True if the requests are run by somebody else."""
        from summarize.batch.requests import WRITTEN

        return bool(self.journal.requests.batches(WRITTEN))

    def articles(self, read: Sources, shard: Shard | None) -> Iterator[Article]:
        """The articles of a run's share; those that cannot be read are told."""
        for outcome in read:
            if outcome.error is not None:
                tell(f"error: {outcome.error}")
                self._unread = self._unread or outcome.error.exit_code
            elif outcome.reading is None:
                tell(f"note: {outcome.told}")
            elif shard is None or shard.holds(outcome.reading.article):
                yield outcome.reading.article

    def make(
        self,
        articles: Iterator[Article] | tuple[()],
        how: Literal["wait", "leave", "write"],
        failed: Literal["again", "live"],
        poll: float,
        results: list[Path] | tuple[()] = (),
        *,
        complete: bool = False,
    ) -> None:
        """Make cards, and say what came of it."""
        from summarize.batch.cards import CardFile
        from summarize.batch.making import Maker
        from summarize.batch.work import Order, Workers
        from summarize.cli.briefings import interruptible
        from summarize.daily.making import Stop
        from summarize.files import unwritten

        stop, rounds = Stop(), None
        with CardFile(self.journal) as cards, interruptible(stop):
            maker = Maker(self.journal, cards, _Told(), lambda: stop.asked)
            if self._settings.uses_model:
                rounds = self._rounds(maker, how, failed, poll)
                try:
                    rounds.go(articles, results, complete=complete)
                except OSError as error:
                    raise unwritten(error.filename or self.folder, error) from error
            else:
                tell(
                    f"note: {options.engine_by_rules(self._settings)}, {self._processes} process{'es' if self._processes > 1 else ''}"
                )
                with Workers(Order(self._settings, {}, _faults()), self._processes) as workers:
                    maker.make(workers, articles)
        if self._form == "parquet":
            from summarize.archive.tables import lines_of, write_cards

            write_cards(lines_of(cards.path), self.folder / "cards.parquet")
        self._conclude(rounds, how, stopped=stop.asked)

    def _rounds(self, maker: Any, how: Any, failed: Any, poll: float) -> Rounds:
        from summarize.batch.rounds import Rounds
        from summarize.cli.accounts import engine_told
        from summarize.pipeline import pipeline_for

        pipeline = pipeline_for(self._settings, tell)
        tell(f"note: {engine_told(pipeline.engine)}, in batches")
        return Rounds(pipeline, maker, _faults(), self._processes, how, failed, poll)

    def _conclude(self, rounds: Rounds | None, how: str, *, stopped: bool) -> None:
        from summarize.rendering.words import counted

        journal = self.journal
        tell(f"note: {_articles_told(journal)}")
        if rounds is not None:
            found = rounds.counted
            odd = {
                "failed": found.failed, "old or double": found.again, "of no request": found.strange,
                "unreadable": found.broken, "without an answer": found.missing,
            }  # fmt: skip
            told = "".join(f", {count:,} {name}" for name, count in odd.items() if count)
            if told:
                tell(f"note: lines of answers: {found.answered:,} good{told}")
            tell(f"note: {_requests_told(journal.requests.counts())}; {_cost_told(journal)}")
            if how == "write" and self.is_written_only():
                tell(
                    f"note: run the files in {self.folder / 'requests'}, then: summarize batch collect {self.folder} --results FILE"
                )
            elif journal.requests.counts()["sent"]:
                tell(f"note: under way; go on with: summarize batch collect {self.folder}")
            if rounds.ended is not None:
                raise ModelError(rounds.ended)
        if stopped:
            raise typer.Exit(_INTERRUPTED)
        counts = journal.counts()
        if how == "wait" and (unmade := counts["waiting"] + counts["open"]):
            raise ModelError(
                f"{counted(unmade, 'article')} without a card, and nothing under way that could be waited for: take in the answers to the files "
                f"in {self.folder / 'requests'}, or give --retry"
            )
        first = next(journal.troubles(), None)
        code = self._unread or (first[2] if first is not None else 0)
        if code:
            raise typer.Exit(code)


class _Told:
    """Tells of failures, and of what is waited for where that changes."""

    def __init__(self) -> None:
        self._last = ""

    def made(self, source: str) -> None:
        """Nothing is said of what went well."""

    def left_out(self, source: str, trouble: str) -> None:
        """A failure is a line."""
        tell(f"error: {trouble}" if source in trouble else f"error: {source}: {trouble}")

    def waiting(self, told: str) -> None:
        """What is waited for."""
        if told != self._last:
            self._last = told
            tell(f"note: {told}")


def _articles_told(journal: Journal) -> str:
    from summarize.rendering.words import counted

    counts = journal.counts()
    parts = {"left out": counts["left_out"], "waiting": counts["waiting"], "open": counts["open"]}
    return f"{counts['made']:,} of {counted(counts['articles'], 'card')} made" + "".join(
        f", {n:,} {name}" for name, n in parts.items() if n
    )


def _requests_told(counts: dict[str, int]) -> str:
    from summarize.rendering.words import counted

    parts = {"under way": counts["sent"], "to be sent": counts["wanted"], "failed": counts["failed"]}
    return f"{counted(counts['answered'], 'request')} answered" + "".join(
        f", {n:,} {name}" for name, n in parts.items() if n
    )


def _cost_told(journal: Journal) -> str:
    spent = journal.requests.spent()
    cost = "cost unknown" if spent.usd is None else f"{'at least ' if spent.unknown else ''}${spent.usd:.4f}"
    more = f", at most ${spent.reserved_usd:.4f} more under way or not told" if spent.reserved_usd else ""
    return f"{spent.input_tokens:,} tokens in, {spent.output_tokens:,} out, {cost}{more}"


def _begun_with(folder: Path) -> tuple[dict[str, Any], Allowed]:
    """The options that a folder was begun with, and what was allowed last."""
    from summarize.batch.begun import allowed, flags
    from summarize.batch.journal import NAME, Journal

    if not (folder / NAME).is_file():
        raise UsageError(f"{folder} is no folder of a batch: it has no {NAME}")
    journal = Journal(folder, alone=False)
    try:
        given, before = flags(journal), allowed(journal)
    finally:
        journal.close()
    if given is None:
        raise UsageError(f"nothing was begun in {folder} yet: run summarize batch SOURCE… -o {folder}")
    return given, before


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _faults() -> Path:
    from platformdirs import user_log_path

    return user_log_path("summarize", appauthor=False)
