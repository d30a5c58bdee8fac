"""Rules of front matter and of Markdown articles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.reading import frontmatter, read_text
from tests.evidence.texts import TEXTS


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("title: The pier", {"title": ["The pier"]}),
        ('Title: "The pier: a history"', {"title": ["The pier: a history"]}),
        ("title: 'The pier'   ", {"title": ["The pier"]}),
        ("date: 2026-03-14 # a Saturday", {"date": ["2026-03-14"]}),
        ("authors: [Hanna Osei, 'Tom Lindqvist']", {"authors": ["Hanna Osei", "Tom Lindqvist"]}),
        ("authors:\n  - Hanna Osei\n  - Tom Lindqvist", {"authors": ["Hanna Osei", "Tom Lindqvist"]}),
        ("- an item of nothing\n: no key\nnonsense", {}),
        ("title:", {"title": []}),
        ("url: https://quay.example/a:b", {"url": ["https://quay.example/a:b"]}),
        ("alias: *other\ntag: !!python/object:os.system", {"alias": ["*other"], "tag": ["!!python/object:os.system"]}),
    ],
)
def test_front_matter_is_flat_keys_and_lists(block: str, expected: dict[str, list[str]]) -> None:
    """Front matter gives strings and lists of strings; nothing in it is ever followed or run."""
    assert frontmatter.split_metadata(f"---\n{block}\n---\nThe story.") == (expected, "The story.")


def test_toml_front_matter_is_read_too() -> None:
    """Front matter between +++ lines is TOML."""
    text = '+++\ntitle = "The pier"\ndate = 2026-03-14\nauthors = ["Hanna Osei"]\n+++\nThe story.'
    assert frontmatter.split_metadata(text) == (
        {"title": ["The pier"], "date": ["2026-03-14"], "authors": ["Hanna Osei"]},
        "The story.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The story.",
        "---\ntitle: never closed\nThe story.",
        "The story.\n---\ntitle: too late\n---\n",
        "--- a dash\nThe story.",
        "",
    ],
)
def test_without_front_matter_the_text_is_whole(text: str) -> None:
    """A text that opens with no closed front matter is left as it is."""
    assert frontmatter.split_metadata(text) == ({}, text)


def test_broken_toml_gives_no_metadata() -> None:
    """TOML that does not parse gives no metadata, and does not become part of the story."""
    assert frontmatter.split_metadata("+++\ntitle = \n+++\nThe story.") == ({}, "The story.")


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# The pier\n\nThe *board* met.", "The pier\n\nThe board met."),
        ("The [board](https://evil.example) met.", "The board met."),
        ("The board ![a picture](https://evil.example/x.png)met.", "The board met."),
        ("> “We know,” she said.", "“We know,” she said."),
        ("- one\n- two", "one\n\ntwo"),
        ("The `board` met.  \nIt left.", "The board met.\nIt left."),
        ("The <b>board</b> met.", "The board met."),
        ("Fish &amp; chips", "Fish & chips"),
        ("1 \\* 2", "1 * 2"),
    ],
)
def test_markdown_becomes_its_words(markdown: str, expected: str) -> None:
    """Of a Markdown article only the words are kept: no marks, link targets, images or HTML."""
    assert frontmatter.to_text(markdown) == expected


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_any_text_is_split(text: str) -> None:
    """For any text, what follows the front matter is an end of that text, unchanged."""
    values, rest = frontmatter.split_metadata(text)
    assert text.endswith(rest)
    assert values == {} or len(rest) < len(text)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["title: x", "- a", "a: [b, c]", "[", "]", ":", "'", '"', "a: '", "# c", "", "  - b", "\x85", "key: - v"]
        ),
        max_size=12,
    )
)
def test_any_front_matter_is_read(lines: list[str]) -> None:
    """Whatever stands in front matter, it gives only lower-case keys and lists of strings."""
    values, rest = frontmatter.split_metadata("---\n" + "\n".join(lines) + "\n---\nThe story.")
    assert rest == "The story."
    assert all(key == key.lower() and all(isinstance(value, str) for value in found) for key, found in values.items())


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_any_markdown_becomes_text(text: str) -> None:
    """Any text at all can be read as Markdown."""
    assert isinstance(frontmatter.to_text(text), str)


@pytest.mark.parametrize(
    ("text", "title", "outlet"),
    [
        ("# Ferry runs again\n\n*The Lowland Courier*, Tuesday, June 16, 2026\n\n", "Ferry runs again", "The Lowland Courier"),
        ("#ferry runs again\n\n", "#ferry runs again", None),
    ],
)  # fmt: skip
def test_a_marked_title_is_markdown_whatever_the_file_is_called(text: str, title: str, outlet: str | None) -> None:
    """A text file whose first line is a title with its mark is read as Markdown; a word with a hash is none."""
    body = "The ferry to Skerrow runs again after a week in the yard, its owner said on Tuesday. Some 900 people use it each day."
    article = read_text(text + body, "a1.txt").article
    assert (article.title, article.publisher) == (title, outlet)
