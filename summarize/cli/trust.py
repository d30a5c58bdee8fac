"""`summarize trust`: let the settings file of a folder say where articles and keys go."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli.messages import tell
from summarize.errors import ConfigurationError


def trust(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder that holds the file.")] = ".",
    forget: Annotated[bool, typer.Option("--forget", help="Trust it no longer.")] = False,
) -> None:
    """Trust the summarize.toml of a folder to say where articles and keys are sent.

    A settings file comes with its folder, also with one that somebody else made. Until you trust it, no article is sent to an endpoint that
    it names (this machine and OpenAI apart), and no briefing by its mail server. The file is trusted as it is now: once changed, it has to be trusted again.

    \b
    Examples:
      summarize trust
      summarize trust ~/briefings --forget
    """
    from summarize.cli.output import put
    from summarize.rendering.safe import one_line
    from summarize.settings import FILE, told_by
    from summarize.settings.trust import Trusted

    path = Path(folder).expanduser() / FILE
    if forget:
        known = Trusted().remove(path)
        tell(f"note: {path} is not trusted any more" if known else f"note: {path} was not trusted")
        return
    if not path.is_file():
        raise ConfigurationError(f"there is no {path}")
    lines = told_by(path)
    Trusted().add(path)
    for line in lines or ["it names no endpoint"]:
        put(f"{one_line(str(path))}: {one_line(line)}\n")
    tell("note: trusted as it is now")
