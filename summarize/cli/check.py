"""`summarize check`: a text written elsewhere held against its sources, sentence by sentence."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from summarize.cli.articles import articles_of
from summarize.cli.guard import ReadFiles
from summarize.cli.manners import is_colored
from summarize.cli.messages import tell
from summarize.cli.model_options import PANEL, GivenOptions, takes
from summarize.cli.options import Form, FormOption, Published, sources_of
from summarize.cli.output import form_for, put
from summarize.cli.progress import progress
from summarize.errors import ArticleError, ModelError, SummarizeError, UsageError
from summarize.installing import missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.article import Article
    from summarize.checking.check import Checked, Verdict
    from summarize.engines.model.checking import CheckingJudge
    from summarize.reading import Sources
    from summarize.settings import Settings

_ORDER: tuple[Verdict, ...] = ("stands", "contradicted", "in part", "cannot tell", "not shown")
"""Of several sources the one with the first of these outcomes is shown."""
_WRONG = frozenset({"contradicted", "not shown", "in part"})
_MAX_LENGTH = 200_000
"""Characters of a text that is checked."""


@takes("provider", "base_url", "also", "log", "timeout", "max_cost", "max_tokens", "replay")
def check(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="The text: a file, - for standard input, or the words themselves.")
    ],
    against: Annotated[
        list[str],
        typer.Option(
            "--against", "-a", metavar="SOURCE", help="A file, a folder or an address to hold it against. Repeatable."
        ),
    ],
    form: FormOption = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="PATH", help="Write to this file, whole or not at all.")
    ] = None,
    published: Published = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 6 also where it cannot be told.")] = False,
    judge: Annotated[
        str | None,
        typer.Option(
            "--judge",
            metavar="same|NAME",
            rich_help_panel=PANEL,
            help="Ask a language model where no rule decides: the configured one (same), or another. Default: nobody is asked.",
        ),
    ] = None,
    *,
    given: GivenOptions,
) -> None:
    """Hold a text against its sources, sentence by sentence.

    A sentence stands if it is the article's own words, whole or with words left out that change nothing. It stands in part if what is
    left out matters, is not shown or contradicted where a rule sees why, and cannot be told where it is in other words that no
    rule refuses. Quotations must be word for word, and their speaker's. No rule calls anything in other words right; with --judge a language
    model says whether it is, with the sentences nearest to it alone.

    \b
    Examples:
      summarize check draft.txt --against article.txt
      summarize check "The bridge was closed, police said." --against article.txt
      summarize check - --against monday/ -o checked.html < draft.txt
      summarize check draft.txt --against article.txt --judge gpt-6-luna
    """
    from summarize.checking.check import check as check_text
    from summarize.evidence.syntax import available, load

    settings = given.settings(model=None if judge in {None, "same", "off"} else judge)
    words = _text(text)
    if not available():
        raise missing("checking needs the NLP model", "nlp")
    with sources_of(against, published, settings, new=False, limit=None) as sources:
        reads = ReadFiles([text, *sources.files()])
        chosen = _form(form, output, reads)
        articles = _articles(sources)
    syntax = load()
    with _judge(settings, asked=judge not in {None, "off"}) as asked, progress("sources", len(articles)) as line:
        by_source = [check_text(words, article, syntax=syntax, judge=asked) for article in line.through(articles)]
    results = [_clearest(list(zip(row, articles, strict=True))) for row in zip(*by_source, strict=True)]
    _write(results, chosen, output, several=len(articles) > 1)
    verdicts = {checked.verdict for checked, _ in results}
    if verdicts & _WRONG or (strict and verdicts != {"stands"}):
        raise typer.Exit(6)
    if asked is not None and asked.trouble is not None:
        raise ModelError(asked.trouble)


@contextmanager
def _judge(settings: Settings, *, asked: bool) -> Iterator[CheckingJudge | None]:
    """Who judges what no rule decides, if anybody is asked; who that is, and what it took, is told on stderr."""
    if not asked:
        yield None
        return
    from summarize.cli.accounts import engine_told, tell_cost, tell_withheld
    from summarize.engines.model.checking import judge_for

    judge = judge_for(settings, tell=tell)
    tell(f"note: judge {engine_told(judge.engine, judge.prompt.name)}")
    tell_withheld(judge.engine)
    began = time.monotonic()
    try:
        yield judge
    finally:
        judge.engine.close()
        tell_cost(judge.engine, time.monotonic() - began)


def _text(text: str) -> str:
    """The text to check.

    Raises:
        ArticleError: the file cannot be read, or is no text.
        UsageError: it is too long, or holds no words.
    """
    from summarize.reading.decoding import decode

    if text == "-":
        name, (words, _) = "standard input", decode(typer.get_binary_stream("stdin").read(), "standard input")
    elif _is_file(text):
        try:
            name, (words, _) = text, decode(Path(text).read_bytes(), text)
        except OSError as error:
            raise ArticleError(f"{text} cannot be read: {error.strerror}") from error
    elif not any(map(str.isalnum, text)) or " " in text.strip():
        name, words = "TEXT", text
    else:
        raise ArticleError(f"{text} does not exist: name a file, or give the words themselves in quotation marks")
    if len(words) > _MAX_LENGTH:
        raise UsageError(f"the text has {len(words):,} characters; {_MAX_LENGTH:,} can be checked at once")
    if not any(map(str.isalnum, words)):
        raise UsageError(f"{name} holds no words to check: {'it is empty' if not words.strip() else 'only marks'}")
    return words


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


def _form(form: Form | None, output: str | None, reads: ReadFiles) -> Form:
    """The format, once it is known that the result writes over nothing that is read."""
    chosen = cast("Form", form_for(form, output))
    if output is None:
        reads.refuse_stdout()
    else:
        reads.refuse(Path(output))
    return chosen


def _articles(sources: Sources) -> list[Article]:
    """The sources' articles; one that cannot be read ends the run, for a text must not be called unfounded for want of a source."""
    found: list[Article] = []
    for outcome in articles_of(sources):
        if isinstance(outcome, SummarizeError):
            raise outcome
        found.append(outcome)
    if not found:
        raise ArticleError("there is no article to check against")
    return found


def _clearest(outcomes: list[tuple[Checked, Article]]) -> tuple[Checked, Article]:
    return min(outcomes, key=lambda outcome: _ORDER.index(outcome[0].verdict))


def _write(results: Sequence[tuple[Checked, Article]], form: Form, output: str | None, *, several: bool) -> None:
    from summarize.files import write_whole
    from summarize.rendering.checked import render_checked

    if output is not None:
        write_whole(Path(output), render_checked(results, form, several=several))
        return
    width = shutil.get_terminal_size((80, 24)).columns
    put(render_checked(results, form, width=width, color=is_colored(), several=several))
