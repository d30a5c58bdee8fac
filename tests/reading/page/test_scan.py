"""Rules of the pass over a page's characters before it is parsed."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import ArticleError
from summarize.reading.page.markup.scan import MAX_TAGS, scan

_PIECES = [
    "<p>",
    "</p>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<script type=application/ld+json>",
    "<style>",
    "</style>",
    "<",
    ">",
    "'",
    '"',
    " a=1",
    " b='",
    "x",
    "<![CDATA[",
    "]]>",
    "<noscript>",
    "</noscript>",
    '<p title="',
    "/",
    "=",
]


def test_what_is_never_shown_is_cut_out() -> None:
    """Comments, scripts, styles and other raw text go; the page's other markup stays as it is."""
    page = "<p>a<!-- b --><script>c</script><style>d</style>e</p><noscript>f</noscript><iframe>g</iframe>"
    found = scan(page, "page")
    assert found.markup == "<p>ae</p>"
    assert (found.styles, found.scripts) == (("d",), 1)


@pytest.mark.parametrize(
    "tag",
    [
        '<script type="application/ld+json">',
        "<script type=application/ld+json id=x>",
        "<SCRIPT data-x='>' TYPE = 'application/ld+json'>",
    ],
)
def test_json_ld_is_kept_aside(tag: str) -> None:
    """The texts of JSON-LD blocks are kept, in order, however their tag is written."""
    assert scan(f"<p>{tag}{{1}}</script>{tag}{{2}}</script>", "page").data == ("{1}", "{2}")


def test_a_comment_hides_a_block() -> None:
    """A block that is commented out is none, and a comment mark within a script is the script's."""
    assert scan('<!-- <script type="application/ld+json">{}</script> -->x', "page").data == ()
    assert scan("<script>a = '<!--'</script><p>shown</p>", "page").markup == "<p>shown</p>"


@pytest.mark.parametrize("opened", ["<!--", "<script>", "<style>", "<p title='"])
def test_what_is_left_open_runs_to_the_end(opened: str) -> None:
    """As in a browser, what is opened and never closed takes in the rest of the page."""
    assert "secret" not in scan(f"<p>shown</p>{opened}secret", "page").markup.replace(opened, "")[:12]


def test_a_mark_within_an_attribute_is_no_tag() -> None:
    """A `>` or a tag within a quoted attribute does not end its tag."""
    page = '<p title="a > b <script>">text</p>'
    assert scan(page, "page").markup == page


def test_too_much_markup_is_refused() -> None:
    """A page with more tags or attributes than any article has is refused."""
    with pytest.raises(ArticleError, match="more than"):
        scan("<b>" * (MAX_TAGS + 1), "page")
    with pytest.raises(ArticleError, match="more than"):
        scan("<p " + "a=1 " * 500_000 + ">", "page")


def test_a_tag_with_countless_attributes_loses_them() -> None:
    """The parser's time grows with the square of a tag's attributes, so a tag with hundreds keeps none."""
    assert scan("<p " + " ".join(f"a{n}=1" for n in range(500)) + ">text", "page").markup == "<p>text"
    long = '<img src="data:image/png;base64,' + "A" * 9_000 + '">'
    assert scan(long, "page").markup == long


@pytest.mark.parametrize(
    "piece", ["<!--", "<a ", '<a "', "<a b='", "<script>", "<", "<p a=<", "</script", "<!", "<p/", "<p a=b"]
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    """A page of millions of anything left open is passed over in moments."""
    began = time.process_time()
    with suppress(ArticleError):
        scan(piece * (4_000_000 // len(piece)), "page")
    assert time.process_time() - began < 5


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_any_disorder_is_passed_over(page: str) -> None:
    """Whatever the disorder, the pass ends, and what it leaves was there."""
    found = scan(page, "page")
    assert len(found.markup) <= len(page) + 1
    assert all(text in page for text in (*found.data, *found.styles))
