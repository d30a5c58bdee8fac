"""Rules of reading an article. All texts were written for these tests."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.article import article_id
from summarize.errors import ArticleError, UsageError
from summarize.reading import read, read_bytes, read_text
from summarize.reading.decoding import MAX_CHARACTERS
from tests.evidence.texts import TEXTS

STORY = "The harbour board approved a second ferry terminal on Saturday, and it is to open in the spring."
HEADED = f"Ferry terminal wins approval\n\nBy Hanna Osei\n\nPublished: 14 March 2026, 09:30 GMT\n\n{STORY}"


def test_a_headed_text_tells_who_wrote_it_and_when() -> None:
    """Title, byline and time stamp of a text become what is known about the article."""
    article = read_text(HEADED, "story.txt").article
    assert (article.title, article.authors) == ("Ferry terminal wins approval", ("Hanna Osei",))
    assert (article.published, article.published_from) == ("2026-03-14T09:30+00:00", "metadata")
    assert (article.source, article.language, article.text) == ("story.txt", "en", HEADED)
    assert article.id == article_id(HEADED)


def test_front_matter_says_more_than_the_text() -> None:
    """Front matter gives title, publisher, authors and date, and is no part of the text."""
    text = f"---\ntitle: Terminal approved\npublisher: The Quay Gazette\nauthors: [By Hanna Osei, Tom Lindqvist]\ndate: 2026-03-14\nlang: en\n---\n\n# Ferry terminal\n\n{STORY}"
    article = read_text(text, "story.md").article
    assert (article.title, article.publisher) == ("Terminal approved", "The Quay Gazette")
    assert article.authors == ("Hanna Osei", "Tom Lindqvist")
    assert (article.published, article.published_from) == ("2026-03-14", "metadata")
    assert article.text == f"Ferry terminal\n\n{STORY}"


@pytest.mark.parametrize(
    ("text", "given_date", "published", "origin"),
    [
        (f"LONDON, Jan 9, 2024 (Wirebird) - {STORY}", None, "2024-01-09", "dateline"),
        (f"LONDON, Jan 9 (Wirebird) - {STORY}", None, None, None),
        (
            f"LONDON, Jan 9 (Wirebird) - {STORY} It was first proposed on January 2, 2024.",
            None,
            "2024-01-09",
            "dateline",
        ),
        (f"LONDON, Jan 9 (Wirebird) - {STORY}", "2025-01-09", "2025-01-09", "option"),
        (HEADED, "2025-01-09", "2025-01-09", "option"),
        (HEADED, "2025-01-09T08:00:00+01:00", "2025-01-09T08:00:00+01:00", "option"),
        (STORY, None, None, None),
    ],
)
def test_the_publication_date_is_known_or_open(
    text: str, given_date: str | None, published: str | None, origin: str | None
) -> None:
    """The publication date is the user's, else what is printed, else the dateline's; it is never guessed."""
    article = read_text(text, published=given_date).article
    assert (article.published, article.published_from) == (published, origin)


def test_a_missing_date_is_told() -> None:
    """Where no publication date is found, a notice says so and names the option that gives one."""
    assert any("--published" in notice for notice in read_text(STORY).notices)
    assert read_text(STORY, published="2026-03-14").notices == ()


@pytest.mark.parametrize("published", ["yesterday", "14/03/2026", "2026-02-30", "", "2026-13-01"])
def test_a_published_option_that_is_no_date_is_a_usage_error(published: str) -> None:
    """`--published` takes an ISO date; anything else is refused with exit code 2."""
    with pytest.raises(UsageError, match="ISO date") as caught:
        read_text(STORY, published=published)
    assert caught.value.exit_code == 2


def test_a_text_in_another_language_is_read_with_a_notice() -> None:
    """An article that is not in English is read, and a notice names its language and says how little to expect."""
    reading = read_text(
        "Der Hafenrat hat am Samstag einen zweiten Anleger genehmigt, der im Frühjahr eröffnet werden soll."
    )
    assert reading.article.language == "de"
    assert any("in German" in notice and "of which the basics are known" in notice for notice in reading.notices)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\t\n ", "empty"),
        ("Too few words here", "fewer than"),
        ("1 2 3 4 5 6 7 8 9", "fewer than"),
        ("word " * (MAX_CHARACTERS // 5 + 1), f"{MAX_CHARACTERS:,}"),
    ],
    ids=["empty", "blank", "short", "figures", "long"],
)
def test_what_is_no_article_is_refused(text: str, reason: str) -> None:
    """Empty, wordless and over-long input is refused with exit code 4, saying why."""
    with pytest.raises(ArticleError, match=reason) as caught:
        read_text(text, "story.txt")
    assert caught.value.exit_code == 4
    assert "story.txt" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A path that does not exist is refused with exit code 4."""
    with pytest.raises(ArticleError, match="does not exist"):
        read(str(tmp_path / "nothing.txt"))


def test_a_name_that_no_file_can_have_is_refused() -> None:
    """A path with a zero character in it is refused like any other that cannot be read."""
    with pytest.raises(ArticleError, match="cannot be read"):
        read("story\x00.txt")


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    """A file gives the article that its text gives, under its path."""
    path = tmp_path / "story.txt"
    path.write_bytes(HEADED.replace("\n", "\r\n").encode())
    article = read(str(path)).article
    assert (article.text, article.source) == (HEADED, str(path))


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    """The source "-" is standard input."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(HEADED.encode())))
    article = read("-").article
    assert (article.text, article.source) == (HEADED, "-")


def test_a_guessed_encoding_is_the_first_notice() -> None:
    """A notice about a guessed encoding reaches the reader."""
    text = (HEADED + " The café’s owner said: “We are late.” ") * 2
    reading = read_bytes(text.encode("cp1252"), "story.txt")
    assert "“We are late.”" in reading.article.text
    assert "guessed" in reading.notices[0]


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["story.txt", "story.md", "-"]))
def test_any_text_is_read_or_refused(text: str, source: str) -> None:
    """Any text is read as an article or refused with an expected error; nothing else can happen."""
    try:
        article = read_text(text, source).article
    except ArticleError:
        return
    assert article.id == article_id(article.text)
    assert (article.published is None) == (article.published_from is None)


@settings(max_examples=80, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
        TEXTS.map(lambda text: text.encode("utf-16-le", "surrogatepass")),
    )
)
def test_any_bytes_are_an_article_or_refused(data: bytes) -> None:
    """Any bytes are read as an article or refused with an expected error."""
    try:
        reading = read_bytes(data, "story.txt")
    except ArticleError:
        return
    assert reading.article.text.strip()
