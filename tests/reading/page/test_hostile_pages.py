"""Rules of pages made to do harm: each is refused or read, in seconds and within 300 MB."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summarize.errors import ArticleError
from summarize.reading.page import read_page
from tests.forked import Forked, forking
from tests.reading.page.samples import STORY, a_page, text_of

SECONDS, MEGABYTES = 30, 300
"""Processor time on a busy machine, and the largest resident size, of a whole process that reads one page."""
_PROCESS = """
import pathlib, re, resource, sys
from summarize.errors import SummarizeError
from summarize.reading.page import read_page
piece, times, before, after = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
data = (before + piece.replace("NUL", "\\0") * times + after).encode()[:10_000_000]
try:
    print(len(read_page(data, "page.html", url="https://quay.example/2026/03/14/a").article.text))
except SummarizeError as error:
    assert error.exit_code == 4 and "\\n" not in str(error), error
    print("refused")
usage = resource.getrusage(resource.RUSAGE_SELF)
# Not ru_maxrss, which a process inherits from the one that started it.
status = pathlib.Path("/proc/self/status")
largest = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
print(usage.ru_utime + usage.ru_stime, int(largest[1]) // 1024 if largest else 0)
"""
START = "<html><body><h1>Harbour board backs terminal</h1>"
LD = '<html><script type="application/ld+json">'


@pytest.fixture(scope="module")
def forked() -> Iterator[Forked]:
    """What reads is imported."""
    with forking("summarize.reading.page", "trafilatura") as running:
        yield running


@pytest.mark.parametrize(
    ("piece", "times", "before", "after"),
    [
        ("<div>", 2_000_000, START, ""),
        ("<b>", 140_000, START + "<p>", "text"),
        ("<blockquote><p>He said a thing. ", 60_000, START, ""),
        ("<p>The board said it would not sign. </p>", 140_000, START, ""),
        ("<p>x</p><br>", 60_000, START, ""),
        (" a=1", 2_400_000, START + "<p", ">text</p>"),
        ("<p a=1 b=2 c=3 d=4>x", 99_000, START, ""),
        ("<table><tr><td>a<td>b", 40_000, START, ""),
        ("<ul><li>x", 60_000, START, ""),
        ("<script>var a = '<p>x</p>';</script>", 250_000, START, "<p>The board said.</p>"),
        ("<!-- x -->", 950_000, START, "<p>The board said.</p>"),
        ("<!ENTITY a '&b;&b;&b;'>", 300_000, "<!DOCTYPE html [", "]><html><body><p>&a;</p>"),
        ("The board said it would not sign. ", 290_000, START + "<p>", "</p>"),
        ("a", 9_900_000, START + "<p>", "</p>"),
        ("it is so, the board said.<br>", 60_000, START + "<div>", "</div>"),
        (
            "<h1>A story of the harbour and more</h1><p>The board said it would not sign on Monday or on Tuesday.</p>",
            20_000,
            "<html><body>",
            "",
        ),
        (
            "<article><h2>A story of the harbour</h2><p>The board said it would not sign on Monday.</p></article>",
            20_000,
            START,
            "",
        ),
        (
            "<div itemscope itemtype='http://schema.org/NewsArticle'><span itemprop=headline>a b</span>",
            40_000,
            "<html><body>",
            "",
        ),
        ("<time datetime=x>yesterday</time>", 70_000, START, "<p>The board said it would not sign.</p>"),
        (
            '<meta property="article:author" content="Jane Doe, John Roe and Ann Poe">',
            140_000,
            "<html><head>",
            "<body><p>x",
        ),
        (".a{display:none}", 600_000, "<html><style>", "</style><body><p>The board said.</p>"),
        ("color:#fff;", 400_000, START + "<p style='", "'>The board said.</p>"),
        ("share-ad ", 900_000, START + "<p class='", "'>The board said.</p>"),
        (" - ", 1_000_000, "<html><head><title>", "</title><body><p>The board said.</p>"),
        ("[", 1_900_000, LD, "</script><body><p>The board said.</p>"),
        ('{"@type":"NewsArticle","headline":"x y z"},', 40_000, LD + "[", "{}]</script><body><p>The board said.</p>"),
        ('"b" c, ', 40_000, LD + '{"a":"', "</script><body><p>The board said.</p>"),
        (
            "The board said it. ",
            100_000,
            LD + '{"@type":"NewsArticle","headline":"x","articleBody":"',
            '"}</script><body><p>The board said it.</p>',
        ),
        ("NUL", 9_000_000, START + "<p>", "</p>"),
        ("<", 9_900_000, "", ""),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else str(value),
)
def test_no_page_takes_more_than_seconds_and_300_megabytes(
    forked: Forked, piece: str, times: int, before: str, after: str
) -> None:
    """Depth, breadth, attributes, entities, floods of scripts, comments and data: all end soon, in an article or in one line."""
    done = forked.run(_PROCESS, piece, str(times), before, after, seconds=170)
    assert done.returncode == 0, done.stderr[-600:]
    seconds, megabytes = done.stdout.split("\n")[1].split()
    assert float(seconds) < SECONDS
    assert int(megabytes) < MEGABYTES


def test_entities_of_a_page_are_never_expanded() -> None:
    """What a page declares as an entity is not replaced by what it declares."""
    page = b'<!DOCTYPE html [<!ENTITY lol "lollollol"><!ENTITY x SYSTEM "file:///etc/passwd">]>' + a_page(
        story=(*STORY, "It was &lol; and &x; that the board said at last.")
    )
    text = text_of(page)
    assert "lollollol" not in text
    assert "root:" not in text


def test_null_bytes_are_dropped() -> None:
    """A few null bytes in a page are left out, as browsers leave them out."""
    assert STORY[0] in text_of(a_page().replace(b"harbour", b"har\0bour"))


def test_what_trafilatura_fails_over_is_told_by_the_other_witnesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the extractor itself fails over a page, the page is read by the shape of its tree."""

    def fails(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", fails)
    assert text_of(a_page()).endswith(STORY[-1])


def test_nothing_is_said_outside_of_the_reading(capfd: pytest.CaptureFixture[str]) -> None:
    """Neither the parser nor the extractor prints anything, whatever it meets."""
    for data in (a_page(), b"<html><body></body></html>", b"<p>", a_page(story=("x",))):
        try:
            read_page(data, "page.html")
        except ArticleError:
            continue
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("written", ["&#&#1;1;", "&\x01#1;", "&#x&#0;1;", "&#1", "\x01"])
@pytest.mark.parametrize(
    "markup",
    [
        "<x-a><template shadowrootmode=open><p><slot></slot></p></template>It rained{} all night.</x-a>",
        "<blockquote><p>It rained{} all night.</p><footer>Ida {} Roe</footer></blockquote>",
        "<blockquote><footer>Ida Roe</footer>It rained{} all night.</blockquote>",
    ],
)
def test_characters_that_no_text_has_do_no_harm(markup: str, written: str) -> None:
    """As they are, by number, or made of what is left when another is taken out: what is moved holds none."""
    text = text_of(a_page(before=markup.format(written, written)))
    assert "It rained" in text
    assert not {"\x00", "\x01", "\x11"} & set(text)
