"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from summarize.errors import UsageError
from summarize.redaction import SECRETS


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all: a temporary file beside it, flushed, then renamed over it.

    Keys are taken out. A link is followed. What is no regular file (a pipe, /dev/null) cannot be replaced and is written to.

    Raises:
        UsageError: the folder does not exist or cannot be written to.
    """
    import tempfile  # noqa: PLC0415 - most commands write no file

    text = SECRETS.clean(text)
    temporary: str | None = None
    try:
        target = path.resolve()
        mode = target.stat().st_mode if target.exists() else stat.S_IFREG | 0o666 & ~_umask()
        if not stat.S_ISREG(mode):
            target.write_text(text, encoding="utf-8", errors="replace", newline="\n")
            return
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(stat.S_IMODE(mode))
        Path(temporary).replace(target)
        temporary = None
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
