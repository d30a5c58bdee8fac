"""Options that several commands of `evals` take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarize.evaluation.gold.files import GoldFile

GOLD = "evals/gold"
RECORDINGS = "evals/recordings"
BASELINE = "evals/baseline.json"
CLAIMS = "evals/claims"

GoldOption = Annotated[str, typer.Option("--gold", metavar="FOLDER", help="Gold files, one for each article.")]
Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="NAME", help="Only gold files whose name begins so. Default: all.", show_default=False),
]


def chosen_files(files: Sequence[GoldFile], tags: Sequence[str], *, held_out: bool) -> list[GoldFile]:
    """The gold files with one of some tags, if any is given; those that are held out alone, or all others.

    Raises:
        UsageError: none is left.
    """
    from summarize.cli.messages import tell
    from summarize.errors import UsageError

    tagged = [file for file in files if not tags or set(tags) & set(file.gold.tags)]
    chosen = [file for file in tagged if file.gold.held_out is held_out]
    if not chosen:
        known = sorted({tag for file in files for tag in file.gold.tags})
        what = (
            " held out"
            if held_out and tagged
            else f" with the tag {' or '.join(tags)}"
            if tags
            else " that is not held out"
        )
        raise UsageError(f"no gold file{what}" + (f"; there are the tags {', '.join(known)}" if tags and known else ""))
    if len(chosen) < len(tagged) and not held_out:
        tell(f"note: {len(tagged) - len(chosen)} held out: evals run --held-out runs them, when all else is done")
    unseen = sum(file.gold.reviewed is False for file in chosen)
    if unseen:
        tell(
            f"note: {unseen} of {len(chosen)} gold files were filled in by a program and not reviewed: evals label opens them"
        )
    return chosen


def gold_files(folder: str, names: Sequence[str] | None = None) -> list[GoldFile]:
    """The gold files of a folder, or those of it whose name begins with one of `names`.

    Raises:
        UsageError: there are none, or one is no gold file.
    """
    from pathlib import Path

    from summarize.errors import UsageError
    from summarize.evaluation.gold.files import gold_paths, read_gold

    paths: list[Path] = gold_paths(Path(folder))
    if names:
        chosen = [path for path in paths if path.stem.startswith(tuple(names))]
        for name in names:
            if not any(path.stem.startswith(name) for path in paths):
                raise UsageError(f"{folder} has no gold file whose name begins with {name}")
        paths = chosen
    return [read_gold(path) for path in paths]
