"""`evals pack`: the examples that stand beside a language's tables, and which of them are read otherwise."""

from __future__ import annotations

from typing import Annotated

import typer

from summarize.errors import BelowGateError


def pack(
    language: Annotated[
        str, typer.Argument(metavar="LANGUAGE", help="ISO 639-1 code: de, es, fr, …", show_default=False)
    ],
) -> None:
    """Read the examples of a language, and print those that are read otherwise than they say.

    They stand in `examples.yaml` beside the language's tables: a sentence, and the date or the speaker that a reader of the language would
    give. Rows that its `labels.toml` and `reasons.toml` lack are printed as well. Exit code 1 if anything fails, 2 if there are no examples,
    3 if a table cannot be read.

    \b
    Example:
      evals pack de
    """
    from summarize.evaluation.packs import examples, failures, label_faults

    count = sum(map(len, examples(language).values()))
    failed = list(failures(language))
    for line in failed:
        typer.echo(line)
    typer.echo(f"{language}: {count - len(failed)} of {count} examples are read as they say")
    rows = list(label_faults(language))
    for line in rows:
        typer.echo(line)
    if failed:
        raise BelowGateError(f"{len(failed)} of {count} examples of {language} are read otherwise")
    if rows:
        raise BelowGateError(f"tables of {language} do not have the rows that they should: {len(rows)} to mend")
