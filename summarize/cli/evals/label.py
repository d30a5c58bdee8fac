"""`evals label`: a page on which a person labels an article."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarize.cli.evals.options import GOLD
from summarize.cli.messages import tell
from summarize.cli.options import Nlp, settings_with
from summarize.errors import INTERRUPTED, GroundingError, UsageError

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.evaluation.labelling.server import PageSession
    from summarize.evaluation.labelling.session import Session


def label(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="A file with the article.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=f"The gold file, .yaml or .json; opened if it exists. Default: NAME.yaml in {GOLD} if there is that folder, else "
            "beside the article.",
            show_default=False,
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DATE",
            help="The publication date that a reader is told beside the article, such as 2025-11-29.",
        ),
    ] = None,
    blank: Annotated[
        bool,
        typer.Option("--blank", help="Start without any label: what was found by rules is not shown, nor proposed."),
    ] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the page's address.")] = False,
    port: Annotated[
        int,
        typer.Option("--port", metavar="N", min=0, max=65535, help="Default: any that is free.", show_default=False),
    ] = 0,
    nlp: Nlp = None,
) -> None:
    """Label an article on a page in the browser, and keep the labels as a gold file.

    The page starts with what the rules find: quotations with their speakers, participants, places and dates, for you to correct. Key
    facts and background facts are yours to mark. It saves only labels that hold, as `evals check` sees it. A file that exists is
    opened, and keeps the comments and the layout of what does not change.

    The page is served on this machine alone, at an address that nobody else knows. "Save and end" says that all of it was looked at
    (`reviewed`), and ends the command, as Ctrl-C does; what was
    not saved by then is kept beside the file, and offered the next time.

    \b
    Examples:
      evals label seeds/harbour-fire.txt
      evals label article.txt -o evals/gold/article.yaml --published 2025-11-29
      evals label article.txt --blank --no-browser
    """
    session = _session(article, output, published, blank=blank, nlp=nlp)
    try:
        serve(session, f"label {article}", port=port, no_browser=no_browser)
    except KeyboardInterrupt:
        kept = session.keep_unsaved()
        if kept is not None:
            tell(f"note: what was not saved is in {kept}: the same command offers it again")
            raise typer.Exit(INTERRUPTED) from None
    tell(f"note: nothing was saved as {session.path}" if session.is_new else f"note: the labels are in {session.path}")


def serve(session: PageSession, what: str, *, port: int = 0, no_browser: bool) -> None:
    """Serve a page until it says that it is done, and open it in a browser.

    Raises:
        UsageError: the port is taken.
    """
    from summarize.evaluation.labelling.server import LabellingServer

    server = LabellingServer(session, port)
    try:
        tell(f"{what} at {server.url}")
        with nullcontext() if no_browser else _open_in_browser(server.url):
            server.run()
    finally:
        server.close()


def _session(article: Path, output: Path | None, published: str | None, *, blank: bool, nlp: Any) -> Session:
    from summarize import reading
    from summarize.evaluation.gold.files import read_gold
    from summarize.evaluation.labelling.session import Session

    path = output or _default(article)
    is_new = not path.exists()
    if not is_new:
        given = read_gold(path).gold.given.published
        if published not in {None, given}:
            raise UsageError(f"{path} exists and says itself what its reader is told: leave --published out")
        published = given
    read = reading.read(str(article), published)
    for notice in read.notices:
        tell(f"note: {notice}")
    labels: dict[str, Any] = {} if published is None else {"given": {"published": published}}
    if blank:
        return Session(read.article, path, labels)
    found, hints = _find_labels_and_dates(read.article, nlp)
    if not is_new:
        tell(f"note: {path} is opened as it is")
    return Session(read.article, path, {**labels, "reviewed": False, **found}, hints=hints)


def _default(article: Path) -> Path:
    folder = Path(GOLD)
    return (folder if folder.is_dir() else article.parent) / f"{article.stem}.yaml"


def _find_labels_and_dates(article: Article, nlp: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the rules find, as labels, and the dates that are proposed."""
    from summarize.cli.options import syntax_told
    from summarize.engines.extractive import ExtractiveEngine
    from summarize.evaluation.labelling.drafting import draft, times
    from summarize.pipeline import Pipeline

    pipeline = Pipeline(ExtractiveEngine(), syntax_told(settings_with(nlp=nlp)))
    findings = pipeline.findings(article)
    try:
        card = pipeline.card(article)
    except GroundingError:
        card = None
    return draft(article, findings, card), times(article, findings)


@contextmanager
def _open_in_browser(url: str) -> Iterator[None]:
    """Open the page in a browser with a window of its own: one in the terminal would take it away from this command.

    A browser's arguments can be read by every user of a machine, and the address is all that keeps others out: the browser is given a
    file that leads there, which this user alone can read, and which is gone when the labelling ends.
    """
    import tempfile

    with tempfile.TemporaryDirectory(prefix="label-") as folder:  # made for its owner alone
        path = Path(folder, "label.html")
        path.touch(mode=0o600)
        path.write_text(f'<!doctype html><meta http-equiv="refresh" content="0; url={url}">', encoding="utf-8")
        _open(path.as_uri())
        yield


def _open(url: str) -> None:
    """Give an address to a browser that has a window, if there is one."""
    import threading
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    if type(browser) is not webbrowser.GenericBrowser:
        threading.Thread(target=browser.open, args=(url,), daemon=True).start()
