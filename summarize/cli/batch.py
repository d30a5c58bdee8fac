"""`summarize batch`: many articles to cards, at half price and across interruptions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from summarize.cli import options
from summarize.cli.boundary import ErrorBoundary
from summarize.cli.guard import read_files
from summarize.cli.manners import count_leading_options
from summarize.cli.model_options import ALL, GivenOptions, ModelJobs, takes
from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.batch.begun import Allowed

_MAKE = "make"
_OF_A_FOLDER = ("engine", "model", "provider", "base_url", "judge", "prompt", "language", "window")
"""What a folder is begun with, and kept to."""

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
        before = count_leading_options(args)
        if args[before:] and args[before] not in {*self.commands, *ctx.help_option_names}:
            args = [*args[:before], _MAKE, *args[before:]]
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


@app.command(_MAKE, short_help="Make the cards of many articles, into a folder.")
@takes(*(name for name in ALL if name not in {"log", "replay"}), jobs=ModelJobs)
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
    *,
    given: GivenOptions,
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
    from summarize.cli.folder import WorkedFolder

    chosen = {name: given[name] for name in ("nlp", *_OF_A_FOLDER)}
    chosen["prompt"] = str(Path(given["prompt"]).resolve()) if given["prompt"] else None
    share = shard_of(shard) if shard is not None else None
    settings = given.settings(**chosen)
    if (leave or write_only) and not settings.uses_model:
        raise UsageError("--leave and --write-only are of a language model: name one with --model")
    run = WorkedFolder(output, settings, form, processes)
    firewall = options.firewall()
    with run, options.sources_of(sources, published, settings, new=new, limit=limit, guard=firewall) as read:
        read.several = True
        read_files(read, settings).refuse(output / CARDS)
        begin(run.journal, settings, {**chosen, "also": given["also"], "shard": shard, "published": published})
        run.allow(written=write_only)
        if retry:
            run.journal.retry()
        run.make(run.articles(read, share), "write" if write_only else "leave" if leave else "wait", failed, poll)


@app.command(short_help="Take in what has been answered, and send what is left.")
@takes("timeout", "max_cost", "max_tokens")
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
    *,
    given: GivenOptions,
) -> None:
    """Take in what has been answered, make its cards, and send what they ask next.

    \b
    Examples:
      summarize batch collect cards/
      summarize batch collect cards/ --wait --failed live --max-cost 25
      summarize batch collect cards/ --results answers.jsonl
    """
    from summarize.batch.begun import begin
    from summarize.cli.folder import WorkedFolder

    said, before = _begun_with(folder)
    # What the folder was begun with goes before the environment, as there it was a flag.
    for name, limit in (("max_cost", before.max_cost), ("max_tokens", before.max_tokens)):
        given[name] = limit if given[name] is None else given[name]
    settings = given.settings(**{name: value for name, value in said.items() if name not in {"shard", "published"}})
    run = WorkedFolder(folder, settings, form, processes)
    with run:
        begin(run.journal, settings, said)
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
    from summarize.cli.folder import articles_told, cost_told, requests_told
    from summarize.cli.output import put
    from summarize.rendering.words import counted

    _begun_with(folder)
    journal = Journal(folder, alone=False)
    try:
        lines = [articles_told(journal)]
        counts = journal.requests.counts()
        if any(counts.values()):
            lines += [requests_told(counts), cost_told(journal)]
        for sheaf in journal.requests.batches(INTENDED, CREATED, WRITTEN):
            name = sheaf.remote or str(folder / "requests" / f"{sheaf.token}.jsonl")
            what = sheaf.status or ("to be run" if sheaf.state == WRITTEN else "to be sent")
            lines.append(f"batch {name}: {counted(sheaf.requests, 'request')}, {what}")
        lines += [f"left out: {source}: {trouble}" for source, trouble, _ in journal.troubles()]
    finally:
        journal.close()
    put("".join(f"{line}\n" for line in lines))


def _begun_with(folder: Path) -> tuple[dict[str, Any], Allowed]:
    """The options that a folder was begun with, and what was allowed last."""
    from summarize.batch.begun import flags, last_allowed
    from summarize.batch.journal import NAME, Journal

    if not (folder / NAME).is_file():
        raise UsageError(f"{folder} is no folder of a batch: it has no {NAME}")
    journal = Journal(folder, alone=False)
    try:
        given, before = flags(journal), last_allowed(journal)
    finally:
        journal.close()
    if given is None:
        raise UsageError(f"nothing was begun in {folder} yet: run summarize batch SOURCE… -o {folder}")
    return given, before
