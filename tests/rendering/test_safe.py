from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarize.rendering import safe

SURROGATE = re.compile("[\ud800-\udfff]")
ANY_TEXT = st.text(alphabet=st.characters(), max_size=80)
# Text that is dense in what Markdown, HTML and terminals act on.
PIECES = st.sampled_from(
    [
        *"ab1 .:/@#$%^&*()_+-=[]{}|\\;'\"<>,?!`~\t\n",
        *(
            "http",
            "https://",
            "www.",
            ".com",
            "mailto:",
            "a@b.co",
            "xn--",
            "![",
            "](",
            "<b>",
            "&amp;",
            "&#64;",
            "``",
            "$1",
        ),
        *("**", "1. ", "é", "“", "\u200d", "\u202e", "\x1b[31m", "\x1b]8;;x\x07"),
    ]
)
DENSE_TEXT = st.lists(PIECES, max_size=16).map("".join)
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINKED_BY_GITHUB = re.compile(r"(?:https?|ftp)://|www\.|[\w.+-]+@[\w-]+\.\w|(?<!\S)@\w", re.IGNORECASE)


def inline(document: str) -> list[Token]:
    """Every token of a document, those inside paragraphs in place of the paragraph's."""
    return [part for token in GITHUB.parse(document) for part in (token.children or [token])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]8;;https://evil.example/\x1b\\click\x1b]8;;\x1b\\", "click"),
        ("\x1b]52;c;ZXZpbA==\x07copied", "copied"),
        ("\x1bP1$q\x1b\\dcs \x1b_apc\x1b\\\x1b(Bset \x1bcreset", "dcs set reset"),
        ("\x1b]0;never ends", "]0;never ends"),
        ("\x9b31mC1 stays readable", "31mC1 stays readable"),
        ("a\tb\r\nc\rd", "a b\nc\nd"),
        ("a\u2028b\u2029c\x85d\x0be", "a b c d e"),
        ("\u202ea\u2066b\u2069\u200e\u200f\u061cc", "abc"),
        ("z\u200be\u2060r\ufeffo\u00ad\U000e0041", "zero"),
        ("a\x00b\x7fc\x9fd", "abcd"),
        ("a\ud800b", "a\ufffdb"),
        ("हिन्दी \u200d👩\u200d🚒", "हिन्दी \u200d👩\u200d🚒"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    """Whole escape sequences and invisible characters go; words, joiners and line ends stay."""
    assert safe.plain(text) == expected


@given(ANY_TEXT | DENSE_TEXT)
def test_plain_leaves_nothing_that_acts(text: str) -> None:
    """Plain text holds no control but the line end, no bidi control, tag or surrogate, and cleaning twice changes nothing."""
    cleaned = safe.plain(text)
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\U000e0000-\U000e007f\ud800-\udfff]", cleaned
    )
    assert safe.plain(cleaned) == cleaned


@pytest.mark.parametrize(
    "prose",
    [
        "The mayor (67) said: it's done, isn't it? “Yes” – 5% more, and so on…",
        "Profit rose $5 to $1.1m; AT&T and Q&A were up 3–4% at 10:30.",
        "A snake_case name, 5 < 6 > 4, C# and F# are left alone!",
        "U.S. and U.K. officials met at 5 p.m. – e.g. in St. Paul's.",
    ],
)
def test_prose_is_not_escaped(prose: str) -> None:
    """Ordinary prose stays as it is, so that the Markdown reads well raw."""
    assert safe.markdown(prose) == prose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://evil.example/a_b.", "see `https://evil.example/a_b`."),
        ("write to tips@example.org, please", "write to `tips@example.org`, please"),
        ("@admin closed #12", "`@admin` closed `#12`"),
        ("on www.example.org today", "on `www.example.org` today"),
        ("Booking.com", "`Booking.com`"),
        ("[a](b) ![c]", r"\[a\](b) !\[c\]"),
        ("<b>&lt;", "&lt;b>&amp;lt;"),
        ("<:a@(b>", "&lt;:a@(b>"),
        ("1. one", r"1\. one"),
        ("- dash", r"\- dash"),
        ("# head #", r"\# head \#"),
        ("a `b` *c* __d__", r"a &#96;b&#96; \*c\* \_\_d\_\_"),
        ("US$5 $x$", r"US\$5 \$x\$"),
        ("back\\", "back\\\\"),
        ("a\\http://b.c", "a\\\\`http://b.c`"),
        (":octocat:", "`:octocat:`"),
        ("\u200b", "(no visible text)"),
    ],
)
def test_markdown(text: str, expected: str) -> None:
    """What would act is escaped; what renderers link by themselves stands in a code span."""
    assert safe.markdown(text) == expected


@settings(deadline=None, max_examples=300)
@given(ANY_TEXT | DENSE_TEXT)
@example("[x]: http://a.example")
@example("a|b\n|-|-|")
@example(":+:<![")
def test_markdown_renders_as_exactly_the_words(text: str) -> None:
    """Wherever the text stands, it renders as its visible words, without link, image, HTML, emphasis or structure."""
    escaped = safe.markdown(text)
    expected = {
        f"# {escaped}\n": ["heading_open", "text", "code_inline", "heading_close"],
        f"- {escaped} [1–2]\n": ["bullet_list_open", "list_item_open", "paragraph_open", "text", "code_inline"],
        f"> {escaped}\n>\n> — x\n": ["blockquote_open", "paragraph_open", "text", "code_inline"],
        f"- **{escaped}** — x\n": [
            "bullet_list_open",
            "list_item_open",
            "paragraph_open",
            "text",
            "code_inline",
            "strong_open",
        ],
    }
    for document, kinds in expected.items():
        tokens = inline(document)
        allowed = {*kinds, *(kind.replace("_open", "_close") for kind in kinds)}
        assert {token.type for token in tokens} <= allowed, document
        assert sum(token.type == "strong_open" for token in tokens) == document.startswith("- **")
        words = "".join(token.content for token in tokens)
        assert safe.visible(text) in words
        assert not LINKED_BY_GITHUB.search(" ".join(token.content for token in tokens if token.type == "text"))


@given(ANY_TEXT | DENSE_TEXT)
def test_html_escapes(text: str) -> None:
    """Escaped text holds no character that begins a tag or ends an attribute."""
    assert not re.search("[<>\"']", safe.html(text))


@given(ANY_TEXT | DENSE_TEXT)
def test_json_text_is_the_same_data(text: str) -> None:
    """Escaping a JSON document changes how it is written, never what it says, and leaves nothing that acts on a terminal."""
    document = safe.json_text(json.dumps([text], ensure_ascii=False))
    assert json.loads(document) == [text]
    assert not re.search("[\x7f-\x9f\u202a-\u202e\U000e0000-\U000e007f\ud800-\udfff]", document)


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("https://news.example/a?b=c#d", ("https://news.example/a?b=c#d", "news.example")),
        ("HTTP://News.Example:8080", ("http://news.example:8080/", "news.example")),
        ("https://bücher.example/ü(1)", ("https://xn--bcher-kva.example/%C3%BC%281%29", "xn--bcher-kva.example")),
        ("https://bank.example@evil.example/", None),
        ("https://evil.example/\u202egnp", None),
        ("https://evil.example/ x", ("https://evil.example/%20x", "evil.example")),
        ("https://[::1]/", None),
        ("https://a.example:port/", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("article.txt", None),
        ("-", None),
    ],
)
def test_web_link(source: str, link: tuple[str, str] | None) -> None:
    """Only a plain web address becomes a link, percent-encoded; one with a user name is made to be misread."""
    assert safe.web_link(source) == link


@pytest.mark.parametrize(
    "piece", ["a", "@", "a@", "\x1b]", "\x1b[0;", "&a", "http://", "[", "`", "\\", ":a", "xn--", ".xn--a", "<a", "\r\n"]
)
def test_linear_time(piece: str) -> None:
    """No text, however made, takes more than time in proportion to its length."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        for clean in (safe.plain, safe.markdown, safe.html, safe.json_text):
            clean(text)
        return time.process_time() - begun

    # Sixteen times the text: a quadratic scan would take 256 times as long. The constant absorbs what a busy machine adds.
    assert seconds(160_000) < 60 * seconds(10_000) + 0.5
