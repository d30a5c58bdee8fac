"""The messages of an mbox file, one after the other, however long the file is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarize.errors import ArticleError
from summarize.reading.decoding import MAX_BYTES

_FIELD = re.compile(rb">?[!-9;-~]{1,100}[ \t]*:|>?From ")
_ESCAPED = re.compile(rb">+From ")


def messages(lines: Iterable[bytes]) -> Iterator[bytes | ArticleError]:
    """The messages of a mailbox, without the lines that part them.

    A line parts messages if it begins with "From ", stands at the start or after a blank line, and a header follows: some writers leave
    such lines of a text as they are. A ">" that was put before one is taken off, as of mboxrd and mboxo.

    Yields:
        Each message's bytes, or what is wrong with one: a message longer than `MAX_BYTES` is passed over.
    """
    kept: list[bytes] = []
    size = number = 0
    after_blank, separator = True, b""
    for line in lines:
        if separator:
            if _FIELD.match(line):
                if size:
                    number += 1
                    yield _message(kept, size, number)
                kept, size = [], 0
            else:
                size = _keep(separator, kept, size)
            separator = b""
        if after_blank and line.startswith(b"From "):
            separator, after_blank = line, False
            continue
        after_blank = not line.strip()
        if size or not after_blank:
            size = _keep(line[1:] if _ESCAPED.match(line) else line, kept, size)
    if separator and size:
        size = _keep(separator, kept, size)
    if size:
        yield _message(kept, size, number + 1)


def _keep(line: bytes, kept: list[bytes], size: int) -> int:
    """Keep a line of a message, unless that is too long by now.

    Returns:
        The bytes of the message so far.
    """
    if size + len(line) <= MAX_BYTES:
        kept.append(line)
    return size + len(line)


def _message(kept: list[bytes], size: int, number: int) -> bytes | ArticleError:
    if size > MAX_BYTES:
        return ArticleError(
            f"message {number} of the mailbox has {size:,} bytes; a mail may have {MAX_BYTES:,}: save it without its attachments"
        )
    # The blank line before the next separator is the mailbox's.
    if not kept[-1].strip():
        kept.pop()
    return b"".join(kept)
