"""Rules of what of a page is its story, one habit of pages at a time."""

from __future__ import annotations

import json

import pytest

from summarize.reading.page import read_page
from tests.reading.page.samples import BODY, OTHER, STORY, TITLE, a_page, text_of


@pytest.mark.parametrize(
    "noise",
    [
        f"<aside><p>{OTHER}</p></aside>",
        f"<nav><p>{OTHER}</p></nav>",
        f"<div class='related'><p>{OTHER}</p></div>",
        f"<div class='article__newsletter-box'><p>{OTHER}</p></div>",
        f"<div id='taboola-below'><p>{OTHER}</p></div>",
        f"<div class='shareBar'><p>{OTHER}</p></div>",
        f"<figure><img><figcaption>{OTHER}</figcaption></figure>",
        f"<p class='wp-caption-text caption'>{OTHER}</p>",
        f"<div class='photo'><p>{OTHER}</p></div>",
        f"<div role='complementary'><p>{OTHER}</p></div>",
        f"<div data-component='links-block'><p>{OTHER}</p></div>",
        f"<div aria-label='Advertisement'><p>{OTHER}</p></div>",
        f"<blockquote class='twitter-tweet'><p>{OTHER}</p></blockquote>",
        f"<article><h3><a href='/x'>Beavers are back</a></h3><p>{OTHER}</p></article>",
        f"<p><a href='/x'>{OTHER}</a></p>",
        f"<p>Read more: <a href='/x'>{OTHER}</a></p>",
        "<p>Advertisement</p>",
        "<p>Next story</p>",
        "<p>An dieser Stelle finden Sie einen ausgewählten, externen Inhalt, der den Artikel ergänzt.</p>",
        "<p>To view this content, please accept the cookies of its provider.</p>",
        "<p>This audio version is AI-generated.</p>",
        "<p>Lesen Sie auch: Der Fischmarkt zieht um</p>",
        "<p>Lire aussi : A qui appartient le môle nord</p>",
        "<p>También te puede interesar: El mercado se muda</p>",
        "<p>【関連】魚市場が移転へ</p>",
        "<p>The north mole after the storm, seen from the fish market. © Ida Sorrel | Quay Pictures</p>",
        "<p>14. 3. 2026, 17:46</p>",
    ],
)
def test_what_stands_among_paragraphs_without_being_one_is_left_out(noise: str) -> None:
    """Asides, boxes, captions, posts, teasers and pointers to other stories are no part of the story they interrupt."""
    page = a_page(story=STORY[:2], after=noise + "".join(f"<p>{paragraph}</p>" for paragraph in STORY[2:]))
    assert text_of(page) == f"{TITLE}\n\n{BODY}"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (
            "<p>Every map of the harbour bears the mark © Quay Board, and a number.</p>",
            "Every map of the harbour bears the mark © Quay Board, and a number.",
        ),
        (
            "<p>On 14. 3. 2026, 17:46 was the hour of high water.</p>",
            "On 14. 3. 2026, 17:46 was the hour of high water.",
        ),
        ("<blockquote>“It was over in two seconds.”</blockquote>", "“It was over in two seconds.”"),
        ("<blockquote><p>“It was over.”</p><footer>Luc Berger</footer></blockquote>", "“It was over.” — Luc Berger"),
        (
            "<figure><blockquote>“It was over.”</blockquote><figcaption>— Luc Berger, pilot</figcaption></figure>",
            "“It was over.” — Luc Berger, pilot",
        ),
        ("<blockquote>“It was &#1;over.”<cite>Luc&#2; Berger</cite></blockquote>", "“It was over.” — Luc Berger"),
        ("<ul><li>“It was over,” said Luc Berger.</li></ul>", "• “It was over,” said Luc Berger."),
        ("<p>He said: <q>It was over.</q></p>", "He said: “It was over.”"),
        ("<p>He said: <q>“It was over.”</q></p>", "He said: “It was over.”"),
        ("<figure class='quote'><blockquote><p>“It was over.”</p></blockquote></figure>", "“It was over.”"),
        ("<div>“It was over,” said Luc Berger.</div>", "“It was over,” said Luc Berger."),
        ("<p>„Es war vorbei“, sagte er.</p>", "„Es war vorbei“, sagte er."),
        ("<h2>What the witnesses say</h2>", "What the witnesses say"),
        (
            "<ol><li>One is the price of it.</li><li>Two is the noise of it.</li></ol>",
            "• One is the price of it.\n• Two is the noise of it.",
        ),
        (
            "<table><tr><th>Party</th><th>Seats</th></tr><tr><td>Greens</td><td>9</td></tr></table>",
            "Party | Seats\nGreens | 9",
        ),
        ("<p>It met <em>at noon</em>, and&nbsp;sat\n until nine.</p>", "It met at noon, and\xa0sat until nine."),
        ("<p>First of all it met.<br><br>Then it voted on it.</p>", "First of all it met.\n\nThen it voted on it."),
        ("<p>The board met at the<br>old town hall.</p>", "The board met at the old town hall."),
        ("<p>One ninth<sup>th</sup> of it was paid.</p>", "One ninthth of it was paid."),
    ],
)
def test_every_shape_of_a_paragraph_is_kept(markup: str, text: str) -> None:
    """Quotations in block quotes, lists and `<q>`, headings, lists, tables and line breaks are text, each on lines of its own."""
    page = a_page(story=STORY[:2], after=markup + "".join(f"<p>{paragraph}</p>" for paragraph in STORY[2:]))
    assert text_of(page) == "\n\n".join((TITLE, *STORY[:2], text, *STORY[2:]))


def test_an_embedded_post_is_a_quotation_of_who_wrote_it() -> None:
    """A post that is signed with a name and a handle is kept in marks, signed; the date and the network's links are not."""
    post = "<blockquote class='twitter-tweet'><p>We must find it.</p>&mdash; Ilse Holm (@ilse) <a href='/1'>March 10, 2026</a></blockquote>"
    assert text_of(a_page(after=post)).endswith("\n\n“We must find it.” — Ilse Holm (@ilse)")


SAID = "The harbour master sold the beacon and drank the money on Sunday."


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("<p>{}</p>&mdash; Ilse Holm (@ilse) <a href='/1'>March 10, 2026</a>", "“{}” — Ilse Holm (@ilse)"),
        ("<p>{}</p><p>&mdash; Ilse Holm (@ilse) <a href='/1'>10 March</a></p>", "“{}” — Ilse Holm (@ilse)"),
        ("<p>{}</p><p>Shame.</p>&mdash; Ilse Holm (@ilse)", "“{} Shame.” — Ilse Holm (@ilse)"),
        ("{}<br>&mdash; Ilse Holm (@ilse)", "“{}” — Ilse Holm (@ilse)"),
        ("<p>{}</p>&mdash; Ilse Holm, <a href='/2'>pilot</a>", "“{}” — Ilse Holm, pilot"),
        ("<p>{}</p><p>&ndash; Ilse Holm</p>", "“{}” — Ilse Holm"),
        ("{}<br>&mdash; Ilse Holm", "“{}” — Ilse Holm"),
        ("<p>{}</p><p>Shame.</p><cite>Ilse Holm</cite>", "“{}\n\n“Shame.” — Ilse Holm"),
        ("<p>{}</p></blockquote><p>&mdash; Ilse Holm</p><blockquote>", "“{}” — Ilse Holm"),
        ("<p>{}</p>", "{}"),
        ("<p>{}</p><p>&mdash; She went at six.</p>", "{}\n\n— She went at six."),
        ("<p>&mdash; {}</p><p>&mdash; Never</p>", "— {}\n\n— Never"),
    ],
)
def test_a_signed_block_quotation_is_no_word_of_the_articles(quotation: str, expected: str) -> None:
    """Whoever is named behind a dash on the last line of a block quotation says its words: they stand in marks, and the name behind them."""
    whole = f"<blockquote>{quotation.replace('{}', SAID)}</blockquote>"
    page = a_page(story=STORY[:2], after=whole + "".join(f"<p>{paragraph}</p>" for paragraph in STORY[2:]))
    assert f"{STORY[1]}\n\n{expected.replace('{}', SAID)}\n\n{STORY[2]}" in text_of(page)


def test_a_wrapper_with_the_name_of_noise_is_no_noise() -> None:
    """An element is left out for its name only within the story, never if it holds the story."""
    page = a_page().replace(b"<h1>", b"<div class='ad-content share-page newsletter'><h1>")
    assert text_of(page) == f"{TITLE}\n\n{BODY}"


def test_paragraphs_with_the_name_of_noise_are_kept_if_most_have_it() -> None:
    """A class that most of the story's own paragraphs have is no sign of noise."""
    page = a_page().replace(b"<p>", b"<p class='related-text'>")
    assert text_of(page) == f"{TITLE}\n\n{BODY}"


@pytest.mark.parametrize(
    "page",
    [
        "<p>{0}</p><p>{1}</p><h2>Read more</h2><ul><li><a href='/x'>Beavers are back</a></li></ul><p>{2}</p><p>{3}</p>",
        "<p>{0}</p><p>{1}</p><p><b>Auch interessant</b></p><p>{2}</p><p>{3}</p>",
        "<div class='teaser-content'><p>{0}</p></div><p>{1}</p><p>{2}</p><p>{3}</p>",
        "<div class='sidebar-grid__content'><p>{0}</p><p>{1}</p></div><div class='sidebar-grid__content'><p>{2}</p><p>{3}</p></div>",
        "<p>{0}</p><p>{1}</p><section id='the-boards-comments'><h2>The board’s comments</h2><p>{2}</p><p>{3}</p></section>",
        "<p>{0}</p><p>{1}</p><p>It says: <a href='/x'>{2}</a></p><p>{3}</p>",
    ],
)
def test_a_paragraph_falls_for_its_own_words_alone(page: str) -> None:
    """No heading before it, no name of its box's layout, no id and no link within it takes a paragraph out of its story."""
    text = text_of(f"<html><body><article><h1>{TITLE}</h1>{page.format(*STORY)}</article></body></html>".encode())
    assert [paragraph for paragraph in STORY if paragraph[:-1] not in text] == []


def test_a_pull_quote_counts_once() -> None:
    """A pull quote that repeats the story is left out; words that stand in a pull quote alone are kept if it is a block quote."""
    pull = "<aside class='pullquote'><p>“We have waited long enough”</p></aside>"
    assert text_of(a_page(after=pull + f"<p>{OTHER}</p>")).count("waited long enough") == 1
    sole = "<figure class='pullquote'><blockquote><p>“The sea does not wait for a council.”</p></blockquote></figure>"
    assert "“The sea does not wait for a council.”" in text_of(
        a_page(story=STORY[:2], after=sole + f"<p>{STORY[2]}</p><p>{STORY[3]}</p>")
    )


@pytest.mark.parametrize(
    ("kind", "times", "longer", "layer", "notice"),
    [
        ("NewsArticle", 1, 3, "json-ld", "so the text is from there"),
        ("NewsArticle", 20, 3, "json-ld", "so the text is from there"),
        ("NewsArticle", 20, 1.5, "markup", "states a longer text, of "),
        ("NewsArticle", 20, 1, "markup", None),
        ("LiveBlogPosting", 1, 3, "json-ld", "so the text is from there"),
        ("LiveBlogPosting", 20, 3, "markup", "states a longer text, of "),
    ],
)
def test_no_text_that_a_page_states_is_passed_over_in_silence(
    kind: str, times: int, longer: float, layer: str, notice: str | None
) -> None:
    """Structured data of more than twice what a page shows is the story, except of a live blog that shows much; whichever is read, where the page states more than it shows, a note says so."""
    shown = tuple(f"{paragraph} It was said at {hour}." for hour in range(times) for paragraph in STORY)
    stated = " ".join(f"{paragraph} It was said then." for paragraph in STORY * int(longer * times))
    data = {"@type": kind, "headline": TITLE, "datePublished": "2026-03-14", "articleBody": stated}
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    reading = read_page(a_page(head=head, story=shown), "page.html")
    assert reading.article.origins["text"] == layer
    told = [each for each in reading.notices if "structured data" in each]
    assert len(told) == (notice is not None)
    assert not notice or notice in told[0]


def test_a_second_article_in_the_same_page_is_left_out() -> None:
    """What stands under a further headline, in a wrapper of its own, is another article."""
    second = f"<div><h1>Beavers are back in the valley</h1><p>By Jan Holub</p><p>{OTHER}</p><p>{OTHER} It was seen twice.</p><p>{OTHER} It is large.</p></div>"
    first = a_page().replace(b"<h1>", b"<div><h1>") + b"</div>" + second.encode()
    assert text_of(first) == f"{TITLE}\n\n{BODY}"


def test_ruby_and_zero_width_characters_are_no_text() -> None:
    """Readings over characters, soft hyphens, zero-width and bidirectional characters are left out; windows punctuation is mended."""
    text = text_of(
        a_page(
            story=(
                *STORY,
                "It was\u200b a sec\u00adond <ruby>東京<rp>(</rp><rt>とうきょう</rt></ruby> and &#147;no more&#148;.\u202e",
            )
        )
    )
    assert text.endswith("It was a second 東京 and “no more”.")


def test_a_live_blogs_entries_in_articles_of_their_own_are_kept() -> None:
    """A live blog whose entries are articles beside the one with the headline is read whole, times and all."""
    entries = "".join(
        f"<article class=entry><time datetime='2026-03-14T1{n}:00:00Z'>1{n}:00</time><h2>Entry number {n}</h2><p>{p}</p></article>"
        for n, p in enumerate(STORY)
    )
    lead = "".join(f"<p>{p} So far.</p>" for p in STORY)
    page = f"<html><body class='live-blog'><div><article><h1>{TITLE}</h1>{lead}</article>{entries}</div></body></html>"
    text = text_of(page.encode())
    assert all(f"1{n}:00\n\nEntry number {n}\n\n{p}" in text for n, p in enumerate(STORY))


def test_a_story_in_parts_made_alike_is_one() -> None:
    """A story that wide pictures part into elements of one class is read to its end, however short the last part is."""
    rest = "The county, which is expected to object, did not answer."
    parts = "".join(f"<p>{paragraph} It was said on Saturday, and again on Sunday.</p>" for paragraph in STORY * 2)
    page = f"<div><div class='part'>{parts}</div><figure><img src='a.jpg'></figure><div class='part'><p>{rest}</p></div></div>"
    assert rest in text_of(a_page(story=(), after=page))


def test_a_page_is_no_noise_by_its_layouts_name() -> None:
    """The classes of a page's body and of its article, which tell its layout and what it is filed under, hide nothing of it."""
    page = a_page(before="<p class='standfirst'>The vote ends two years of argument over who pays.</p>")
    page = page.replace(b"<body>", b"<body class='with-sidebar'><article class='post hentry category-newsletter'>")
    assert "The vote ends two years" in text_of(page)


def test_a_brief_among_links_is_a_story() -> None:
    """A story of three sentences right under the only `<h1>` is read, however many links to other stories the page has."""
    links = "".join(
        f"<div><h3><a href='/{number}'>Another story of the day, number {number}</a></h3></div>" for number in range(20)
    )
    brief = "The harbour board approved a second ferry terminal on Saturday. It had met for nine hours. The county must still confirm the plan, which it is expected to do within six weeks, and the opposition will go to court."
    assert brief in text_of(a_page(story=(brief,), after=links))


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        ("<time>14:32</time> <a href=/j>Jon Holub</a>", "14:32"),
        ("<a href=/j>Jon Holub</a> <time>14:32 BST</time>", "14:32 BST"),
        ("<time>14:32</time> Jon Holub", "14:32 Jon Holub"),
        ("<time>14:32</time> “We go.”", "14:32 “We go.”"),
        ("<time>today</time> <a href=/j>at 14:32</a>", "today at 14:32"),
        ("Short words<p><time>14:32</time></p>", "Short words"),
    ],
)
def test_the_time_of_an_entry_is_without_links_but_not_without_words(stamp: str, shown: str) -> None:
    """A link beside the time of a live blog's entry is to who wrote it; bare words are the entry's."""
    entries = "".join(f"<div>{stamp}</div><p>{paragraph}</p>" for paragraph in STORY)
    page = f"<html><body class='live-blog'><h1>{TITLE}</h1><p>{OTHER}</p>{entries}</body></html>"
    assert text_of(page.encode()).split("\n\n").count(shown) == len(STORY)
