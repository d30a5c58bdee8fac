"""Rules of the fields that stand in `<meta>`, microdata and the markup around a story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import ArticleError
from summarize.languages.identification import shown_language
from summarize.reading.page import read_page
from summarize.reading.page.fields import choose_language
from summarize.reading.page.stated.names import names_in
from tests.reading.page.samples import STORY, TITLE, a_page

ENGLISH = " ".join(STORY)


@pytest.mark.parametrize(
    "name",
    [
        'property="article:published_time"',
        'property="og:article:published_time"',
        'name="article:published_time"',
        'name="DC.date.issued"',
        'name="dcterms.created"',
        'name="citation_publication_date"',
        'name="parsely-pub-date"',
        'name="sailthru.date"',
        'name="pubdate"',
        'name="publish-date"',
        'name="cXenseParse:recs:publishtime"',
        'itemprop="datePublished"',
        'name="date"',
    ],
)
def test_a_date_is_read_from_any_of_its_names(name: str) -> None:
    """OpenGraph, Dublin Core, citation, Parse.ly, Sailthru and plainer names all date a page."""
    article = read_page(a_page(head=f'<meta {name} content="2026-03-14T09:30:00Z">'), "page.html").article
    assert article.published == "2026-03-14T09:30:00+00:00"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Hanna Osei", ("Hanna Osei",)),
        ("BY HANNA OSEI AND TOM LINDQVIST", ("Hanna Osei", "Tom Lindqvist")),
        ("Hanna Osei, Tom Lindqvist, and Rosa Tamm", ("Hanna Osei", "Tom Lindqvist", "Rosa Tamm")),
        ("By Hanna Osei, Political correspondent", ("Hanna Osei",)),
        ("By Hanna Osei in Port Ellan", ("Hanna Osei",)),
        ("Von Jonas Brandt und Eva Holm", ("Jonas Brandt", "Eva Holm")),
        ("Par Claire Vasseur", ("Claire Vasseur",)),
        ("Por Lucía Ferrant y Ana Ruiz", ("Lucía Ferrant", "Ana Ruiz")),
        ("Hanna Osei | The Quay Gazette", ("Hanna Osei",)),
        ("hanna@quay.example (Hanna Osei)", ("Hanna Osei",)),
        ("Staff Reporter", ()),
        ("PTI", ()),
        ("https://facebook.com/quay", ()),
        ("@hanna", ()),
        ("9:39AM BST 05 Oct 2011", ()),
        ("admin", ()),
        ("بقلم ليلى حداد", ("ليلى حداد",)),
        ("John Roe Jr.", ("John Roe Jr",)),
        ("View all posts by Hanna Osei", ("Hanna Osei",)),
        ("Alle Beiträge von Jonas Brandt", ("Jonas Brandt",)),
        ("Autor/in: Eva Holm", ("Eva Holm",)),
        ("Hanna Osei Follow", ("Hanna Osei",)),
    ],
)
def test_a_byline_is_read_as_names(byline: str, names: tuple[str, ...]) -> None:
    """The names of a byline are read without "By", roles, places, outlets, addresses and times."""
    assert names_in(byline) == names


@pytest.mark.parametrize(
    ("before", "iso", "layer"),
    [
        ("<time datetime='2026-03-14T09:30:00Z'>today</time>", "2026-03-14T09:30:00+00:00", "markup"),
        (
            "<p>Updated <time datetime='2026-03-15T09:30:00Z'>x</time></p><p>Posted <time datetime='2026-03-14T09:30:00Z'>x</time></p>",
            "2026-03-14T09:30:00+00:00",
            "markup",
        ),
        ("<span class='published' data-timestamp='1773480600'>today</span>", "2026-03-14T09:30:00+00:00", "markup"),
        ("<abbr class='published' title='2026-03-14T09:30:00Z'>today</abbr>", "2026-03-14T09:30:00+00:00", "markup"),
        ("<p>Published 14 March 2026, 09:30 GMT</p>", "2026-03-14T09:30+00:00", "text"),
        ("<p>Veröffentlicht am 14. März 2026</p>", "2026-03-14", "text"),
    ],
)
def test_a_stamp_near_the_headline_dates_a_page(before: str, iso: str, layer: str) -> None:
    """An element made for a time, or a printed stamp, between headline and story dates it; an update's does not if there is another."""
    article = read_page(a_page(before=before), "page.html").article
    assert (article.published, article.origins["published"]) == (iso, layer)


def test_the_date_of_a_masthead_dates_nothing() -> None:
    """Today's date above the page's own matter is no date of publication, nor is that of a reader's comment below."""
    page = a_page(after="<h3>Comments</h3><p>Rosa · <time datetime='2026-05-01T10:00:00Z'>1 May</time></p>")
    page = (
        page.replace(b"<h1>", b"<div><div><p>Sunday, 22 November 2026</p></div></div><main><div><div><h1>")
        + b"</div></div></main>"
    )
    assert read_page(page, "page.html").article.published is None


def test_rdfa_dates_a_page() -> None:
    """The RDFa properties that content-management systems write date a page."""
    before = "<span property='dc:date dc:created' content='2026-03-14T09:30:00+01:00'>Saturday</span>"
    assert read_page(a_page(before=f"<p>{before}</p>"), "page.html").article.published == "2026-03-14T09:30:00+01:00"


def test_a_stamp_far_from_the_story_dates_nothing() -> None:
    """The time of another story in a list does not date the page's own."""
    items = "".join(f"<li><a href='/{n}'>Another story of the day, number {n}</a></li>" for n in range(8))
    after = f"<ul>{items}</ul><div><time datetime='2019-01-02'>2 January</time></div>"
    assert read_page(a_page(after=after), "page.html").article.published is None


@pytest.mark.parametrize(
    ("declared", "text", "code", "layer"),
    [
        ("en-GB", ENGLISH, "en", "markup"),
        ("de", ENGLISH, "en", "detected"),
        (None, ENGLISH, "en", "detected"),
        ("ur", "وافق مجلس الميناء على بناء محطة ثانية", "ur", "markup"),
        ("en", "وافق مجلس الميناء على بناء محطة ثانية", "ar", "detected"),
        ("en", "港湾委員会は、第二フェリー乗り場の建設を承認した。", "ja", "detected"),
        ("ne", "बंदरगाह बोर्ड ने मंजूरी दी", "ne", "markup"),
        ("eu", "Portuko batzordeak bigarren ferry terminala onartu zuen larunbatean", "eu", "markup"),
        ("", "x", None, None),
    ],
)
def test_a_declared_language_counts_unless_the_text_contradicts(
    declared: str | None, text: str, code: str | None, layer: str | None
) -> None:
    """The declared language holds for text in its script and with its words; else the text's own script and words tell."""
    assert choose_language([("markup", declared)], text) == (code, layer)


@given(st.text(max_size=200), st.text(max_size=12))
def test_any_text_has_a_language_or_none(text: str, declared: str) -> None:
    """Whatever is declared of whatever text, the language is two small letters or none."""
    code, layer = choose_language([("meta", declared)], text)
    assert (code is None) == (layer is None)
    assert code is None or (len(code) == 2 and code.islower())
    assert shown_language(text) is None or len(str(shown_language(text))) == 2


@given(st.text(max_size=80))
def test_any_byline_is_names_or_nothing(byline: str) -> None:
    """Whatever stands in a byline, the names are short, on one line and without markup."""
    for name in names_in(byline):
        assert 0 < len(name) <= 120
        assert not set(name) & set("\n<>{}@")


_NAMES = st.sampled_from(
    [
        "og:title",
        "article:published_time",
        "author",
        "og:site_name",
        "article:section",
        "description",
        "content-language",
        "article:content_tier",
        "og:type",
        "dc.creator",
    ]
)


@given(st.lists(st.tuples(_NAMES, st.text(max_size=40)), max_size=6))
def test_any_meta_is_read(pairs: list[tuple[str, str]]) -> None:
    """Whatever a page's `<meta>` elements say, its story is read."""
    head = "".join(
        f'<meta property="{name}" content="{content.replace(chr(34), "&quot;").replace("<", "&lt;").encode("utf-8", "ignore").decode()}">'
        for name, content in pairs
    )
    article = read_page(a_page(head=head), "page.html").article
    assert all(paragraph in article.text for paragraph in STORY)


_MARKUP = st.lists(
    st.sampled_from(
        [
            "<div itemscope itemtype='http://schema.org/NewsArticle'>",
            "<span itemprop=headline>",
            "<time itemprop=datePublished>",
            "<h1>",
            "</h1>",
            "<p>",
            "</p>",
            "</div>",
            "<article>",
            "</article>",
            "<ul><li>",
            "<table><tr><td>",
            "<blockquote>",
            "<q>",
            "<br>",
            TITLE,
            STORY[0],
            "2026-03-14",
            "<aside>",
            "<figure>",
            "<time datetime='2026-03-14'>",
            "</time>",
            "<a href=x rel=author>",
            "</a>",
        ]
    ),
    max_size=40,
)


@given(_MARKUP)
def test_any_markup_is_read_or_refused(pieces: list[str]) -> None:
    """Whatever the order of its elements, a page is an article or refused, and text is never empty."""
    try:
        article = read_page("".join(pieces).encode(), "page.html").article
    except ArticleError:
        return
    assert article.text.strip()
    assert article.text == article.text.strip("\n")
