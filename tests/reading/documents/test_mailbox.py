"""Rules of taking a mailbox apart."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import ArticleError
from summarize.reading.decoding import MAX_BYTES
from summarize.reading.documents.mailbox import messages
from tests.reading.documents.mails import mail

SEPARATOR = b"From jane@example.org Wed Mar 11 08:30:00 2026\n"


def split(data: bytes) -> list[bytes | ArticleError]:
    return list(messages(data.splitlines(keepends=True)))


@given(
    st.lists(
        st.lists(
            st.sampled_from([b"From me\n", b">From me\n", b"\n", b"words\n", b"X: y\n", b">> quoted\n"]), max_size=8
        ),
        max_size=5,
    )
)
def test_what_is_written_to_a_mailbox_comes_back(bodies: list[list[bytes]]) -> None:
    """Messages written as mboxrd come back as they were."""
    import re

    written = [b"Subject: x\n\n" + b"".join(body) + b"end\n" for body in bodies]
    box = b"".join(SEPARATOR + re.sub(rb"(?m)^(>*From )", rb">\1", held) + b"\n" for held in written)
    assert split(box) == written


def test_a_line_of_a_text_is_no_separator() -> None:
    """ "From " in a text parts nothing, though nothing escapes it: no header follows."""
    held = b"Subject: x\n\nwords\n\nFrom the pier one sees the sea.\nIt is blue.\n"
    assert split(SEPARATOR + held) == [held]


def test_a_message_that_is_too_long_is_told_and_passed_over() -> None:
    """One error in its place; those around it are read, and no more than its limit is held."""

    def lines() -> Iterator[bytes]:
        for size in (1, MAX_BYTES // 1000 + 1, 1):
            yield SEPARATOR
            yield b"Subject: x\n"
            yield b"\n"
            for _ in range(size):
                yield b"x" * 999 + b"\n"
            yield b"\n"

    found = list(messages(lines()))
    assert [isinstance(held, ArticleError) for held in found] == [False, True, False]
    assert "message 2" in str(found[1])


def test_nothing_and_blank_lines_hold_no_message() -> None:
    """An empty mailbox has no messages."""
    assert split(b"") == []
    assert split(b"\n\n") == []
    assert split(mail()) == [mail()]


@given(st.binary(max_size=400))
def test_any_bytes_are_taken_apart(data: bytes) -> None:
    """Whatever comes, nothing is raised."""
    assert all(isinstance(held, bytes) for held in split(data))
