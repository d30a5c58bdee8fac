"""Rules of JSON-LD: what is mended, and which of many nodes is the page's article."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.reading.page import read_page
from summarize.reading.page.stated.jsonld import nodes_of, read_blocks
from summarize.reading.page.stated.structured import facts_of
from summarize.reading.web.feeds.text import words_of
from tests.reading.page.samples import TITLE, a_page

ARTICLE = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-03-14T09:30:00+01:00"}
TEXT = json.dumps(ARTICLE)


def block(value: Any) -> str:
    """A JSON-LD block as it stands in a page."""
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


@pytest.mark.parametrize(
    "broken",
    [
        f"<!-- {TEXT} -->",
        f"//<![CDATA[\n{TEXT}\n//]]>",
        f"/*<![CDATA[*/{TEXT}/*]]>*/",
        TEXT + ";",
        "\ufeff" + TEXT,
        TEXT.replace('"', "&quot;"),
        TEXT.replace("}", ",}"),
        TEXT[:-1],
        TEXT.replace("Harbour", "Harb\nour"),
        TEXT.replace("Harbour", r"Harb\'our"),
        TEXT.replace("Harbour", '"Harbour"'),
        TEXT.replace("{", '{"about": "she said "no" today", ', 1),
        TEXT.replace("{", '{"about": "x", "keywords": ["a", "b",], ', 1),
        TEXT + TEXT,
        TEXT + ", {broken",
        "{" + TEXT,
    ],
)
def test_broken_json_is_mended(broken: str) -> None:
    """Wrappers, entities, stray commas, raw line ends, bare quotation marks, missing brackets: the article's date is read all the same."""
    nodes = [found.node for found in nodes_of(read_blocks((broken,)))]
    assert "2026-03-14T09:30:00+01:00" in {node.get("datePublished") for node in nodes}


def test_sound_json_is_never_mended() -> None:
    """A block that is JSON is read as it stands, whatever its strings hold."""
    value = {"@type": "NewsArticle", "headline": 'He said "no", then ",}" and <!-- left -->; &quot;'}
    assert read_blocks((json.dumps(value),)) == [value]


@pytest.mark.parametrize(
    "wrapped",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Quay"}, ARTICLE]},
        [{"@graph": [{"@type": "Organization"}, ARTICLE]}, {"@type": "BreadcrumbList"}],
        {"@type": "WebPage", "name": "Quay", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Article", "NewsArticle"]},
        {**ARTICLE, "@type": "http://schema.org/ReportageNewsArticle"},
        {**ARTICLE, "@type": "BlogPosting"},
    ],
)
def test_the_article_is_found_wherever_it_stands(wrapped: Any) -> None:
    """In lists, graphs and other nodes, under any of the types that an article has."""
    article = read_page(a_page(head=block(wrapped)), "page.html").article
    assert (article.published, article.origins["published"]) == ("2026-03-14T09:30:00+01:00", "json-ld")


@pytest.mark.parametrize(
    "other",
    [
        {"@type": "NewsArticle", "headline": "Goat elected to parish council", "datePublished": "2020-01-02"},
        {
            "@type": "ItemList",
            "itemListElement": [
                {"item": {"@type": "NewsArticle", "headline": "Goat elected", "datePublished": "2020-01-02"}}
            ],
        },
        {
            "@type": "WebSite",
            "hasPart": [{"@type": "Article", "datePublished": "2020-01-02", "url": "https://quay.example/goat"}],
        },
        {"@type": "NewsArticle", "url": "https://quay.example/goat", "headline": "Goat", "datePublished": "2020-01-02"},
    ],
)
def test_another_articles_node_never_counts(other: Any) -> None:
    """A node whose headline the page does not show, or that stands in a list, gives nothing, alone or before the page's own."""
    url = "https://quay.example/terminal"
    alone = read_page(a_page(head=block(other)), "page.html", url=url).article
    assert (alone.title, alone.published) == (TITLE, None)
    both = read_page(a_page(head=block(other) + block(ARTICLE)), "page.html", url=url).article
    assert both.published == "2026-03-14T09:30:00+01:00"


def test_an_address_tells_nodes_with_like_headlines_apart() -> None:
    """Of two nodes that fit the headline, the one with the page's address is the article."""
    nodes = [
        {**ARTICLE, "url": "https://quay.example/old", "datePublished": "2020-01-02"},
        {**ARTICLE, "mainEntityOfPage": {"@id": "https://quay.example/new/"}},
    ]
    link = '<link rel="canonical" href="https://www.quay.example/new?utm=1">'
    article = read_page(a_page(head=link + block(nodes)), "page.html").article
    assert article.published == "2026-03-14T09:30:00+01:00"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("By Hanna Osei", ("Hanna Osei",)),
        ("Hanna Osei and Tom Lindqvist", ("Hanna Osei", "Tom Lindqvist")),
        ({"@type": "Person", "name": "Hanna Osei"}, ("Hanna Osei",)),
        ([{"name": "Hanna Osei"}, "Tom Lindqvist"], ("Hanna Osei", "Tom Lindqvist")),
        ({"name": ["Hanna Osei", "Tom Lindqvist"]}, ("Hanna Osei",)),
        ({"givenName": "Hanna", "familyName": "Osei"}, ("Hanna Osei",)),
        ({"@id": "#who"}, ("Hanna Osei",)),
        ({"@type": "Organization", "name": "Wirebird"}, ("Wirebird",)),
        ({"@type": "Organization", "name": "The Quay Gazette"}, ()),
        ([{"@type": "Organization", "name": "Wirebird"}, {"@type": "Person", "name": "Hanna Osei"}], ("Hanna Osei",)),
        ("https://facebook.com/quay", ()),
        ({"name": None}, ()),
        ([[["Hanna Osei"]]], ("Hanna Osei",)),
        (7, ()),
    ],
)
def test_an_author_is_named_in_any_form(author: Any, names: tuple[str, ...]) -> None:
    """Authors are read off strings, objects, lists and references; people go before organisations, and the publisher is no author."""
    graph = {
        "@graph": [
            {**ARTICLE, "author": author, "publisher": {"name": "The Quay Gazette"}},
            {"@type": "Person", "@id": "#who", "name": "Hanna Osei"},
        ]
    }
    assert read_page(a_page(head=block(graph)), "page.html").article.authors == names


@pytest.mark.parametrize(
    ("fields", "walled"),
    [
        ({"isAccessibleForFree": False}, True),
        ({"isAccessibleForFree": "False"}, True),
        ({"isAccessibleForFree": "http://schema.org/False"}, True),
        ({"isAccessibleForFree": True}, False),
        ({"isAccessibleForFree": True, "hasPart": [{"isAccessibleForFree": False}]}, True),
        ({"hasPart": {"isAccessibleForFree": "false"}}, True),
        ({}, None),
    ],
)
def test_a_paywall_is_stated_in_many_ways(fields: dict[str, Any], walled: bool | None) -> None:
    """The flag counts as a truth value, a word or an address, of the article or of a part of it."""
    assert read_page(a_page(head=block({**ARTICLE, **fields})), "page.html").article.paywalled is walled


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<mark>Ferries</mark> are <ins>late</ins>", ("Ferries are late",)),
        ("<dl><dt>Where</dt><dd>The mole</dd></dl>", ("Where", "The mole")),
        ("<tr><td>North</td><td>12</td></tr><address>Quay 4</address>", ("North", "12", "Quay 4")),
        ("<amp-img src='x'></amp-img><o:p>One</o:p><br/>Two", ("One", "Two")),
        (f"<a href='https://quay.example/{'q' * 900}'>One</a>", ("One",)),
        (f"One<script data-a='{'q' * 900}'>if (1<2) f()</script><style>p {{}}</style>", ("One",)),
        (
            "Fewer than 5 < 6, or a <b>b</b>; write to <news@quay.example>",
            ("Fewer than 5 < 6, or a b; write to <news@quay.example>",),
        ),
    ],
)
def test_html_within_values_is_read_as_html(markup: str, lines: tuple[str, ...]) -> None:
    """In a headline, a body and a feed's title no tag is left, whatever its name and length; cells, terms and addresses stand apart, and what is no tag stays."""
    facts = facts_of([{**ARTICLE, "headline": markup, "articleBody": markup}], (), ())
    assert facts is not None
    assert facts.text.split("\n") == list(lines)
    assert facts.title == words_of(markup) == " ".join(lines)


_VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=12),
        st.sampled_from(["NewsArticle", "2026-03-14", TITLE, "https://quay.example/a"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@graph",
                    "@id",
                    "headline",
                    "name",
                    "author",
                    "publisher",
                    "datePublished",
                    "dateModified",
                    "mainEntityOfPage",
                    "url",
                    "articleBody",
                    "articleSection",
                    "isAccessibleForFree",
                    "hasPart",
                    "liveBlogUpdate",
                    "wordCount",
                    "inLanguage",
                    "description",
                    "itemListElement",
                ]
            ),
            inner,
            max_size=6,
        ),
    ),
    max_leaves=20,
)


@given(_VALUES)
def test_any_structure_is_read(value: Any) -> None:
    """Whatever JSON a page holds, it says something or nothing of the article; it never fails."""
    facts = facts_of([value], ("https://quay.example/a",), (TITLE,))
    assert facts is None or facts.layer == "json-ld"


@given(st.text(alphabet='{}[]",:\\ \nntrue019aé<!->&;@/*', max_size=120))
def test_any_text_is_read_as_json_or_not(text: str) -> None:
    """Whatever stands in a block, reading it ends without an error."""
    assert isinstance(read_blocks((text, TEXT)), list)
    assert ARTICLE in read_blocks((text, TEXT))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 50_000,
        '"' * 300_000,
        "9" * 100_000,
        '{"@type":"NewsArticle","headline":"' + 'a "b" ' * 50_000,
    ],
)
def test_depth_and_length_do_no_harm(text: str) -> None:
    """Deep nesting, long figures and endless quotation marks end in nothing, soon."""
    assert isinstance(read_blocks((text,)), list)
