"""`summarize builtin`: files that come with the program, to start one's own from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from summarize.cli.output import put


def builtin(
    name: Annotated[
        Literal["prompt", "judge", "template"],
        typer.Argument(
            help="The prompt that drafts cards, for --prompt; that of the judge, to read; or the template of the daily briefing in Markdown, "
            "for --template."
        ),
    ],
) -> None:
    """Print a prompt or the template that comes with the program, to start your own from.

    \b
    Examples:
      summarize builtin prompt > my-prompt.md
      summarize brief article.txt --model gpt-6-luna --prompt my-prompt.md
    """
    put(_file(name).read_text(encoding="utf-8"))


def _file(name: str) -> Path:
    from summarize.resources import prompt_path, templates

    if name == "template":
        from summarize.rendering.briefing.template import BUILT_IN

        return templates() / BUILT_IN
    from summarize.engines.model.judge import PROMPT
    from summarize.engines.model.prompt import DEFAULT

    return prompt_path(PROMPT if name == "judge" else DEFAULT)
