"""Rules of bylines and stamps that a page shows without stating them: in which lines and elements they are believed."""

from __future__ import annotations

import pytest

from summarize.reading.page import read_page
from summarize.reading.page.stated.dates import written_date
from tests.reading.page.samples import STORY, a_page


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("von Eva Holm, 3. Mai 2026", ("Eva Holm",)),
        ("Par Claire Vasseur et Luc Adelin", ("Claire Vasseur", "Luc Adelin")),
        ("14 March 2026 | By Hanna Osei", ("Hanna Osei",)),
        ("2.03.2026von Eva Holm", ("Eva Holm",)),
        ("Von Menschen und Mäusen", ()),
        ("Par Temps De Pluie, la ville dort.", ()),
        ("von Eva", ()),
    ],
)
def test_a_line_above_a_story_is_read_as_a_byline(line: str, names: tuple[str, ...]) -> None:
    """A byline in one of several languages is read without any markup, also behind a date; a sentence that begins alike is none."""
    assert read_page(a_page(before=f"<p>{line}</p>"), "page.html").article.authors == names


@pytest.mark.parametrize(
    "after",
    [
        "<p class='author-title'>Hanna Osei</p>",
        "<p><span class='byline'>By <a>Hanna Osei</a></span><span>March 18 at 12:22 PM</span></p>",
    ],
)
def test_an_element_made_for_a_name_signs_a_story(after: str) -> None:
    """A byline is found in a part of a line, and in a line of its own element."""
    assert read_page(a_page(after=after), "page.html").article.authors == ("Hanna Osei",)


@pytest.mark.parametrize(
    ("before", "names"),
    [
        (
            "<div class='author'><a href='/u'>Hanna Osei</a> <a href='mailto:h@q.example'>Email the author</a> h@q.example</div>",
            ("Hanna Osei",),
        ),
        ("<div class='byline'><span>Hanna Osei</span> <span>skrifar frá Reykjavík</span></div>", ("Hanna Osei",)),
        ("<ul><li><b>Datum</b>10.03.2026</li><li><b>Autorin/Autor</b>Hanna Osei</li></ul>", ("Hanna Osei",)),
        ("<p>&nbsp;</p><p><strong>Hanna Osei</strong></p>", ("Hanna Osei",)),
        ("<p class='author'>Quelle: sid</p>", ("sid",)),
        ("<p><strong>The Quay Gazette says so</strong></p>", ()),
    ],
)
def test_a_name_is_told_from_what_stands_beside_it(before: str, names: tuple[str, ...]) -> None:
    """A name is read without the address, the verb or the label beside it, and from a line that is nothing else in bold; an agency without its label."""
    head = "<meta name='author' content='quay.example, Frankfurt, Germany'>"
    assert read_page(a_page(head=head, before=before), "page.html").article.authors == names


def test_a_name_in_bold_signs_a_story_at_its_end() -> None:
    """The last line of a story that is a name in bold says who wrote it, not one within it."""
    signed = "<p style='text-align:right'><strong>Hanna Osei</strong></p>"
    assert read_page(a_page(after=signed), "page.html").article.authors == ("Hanna Osei",)
    within = a_page(story=STORY[:2], after=signed + "".join(f"<p>{paragraph}</p>" for paragraph in STORY[2:] * 2))
    assert read_page(within, "page.html").article.authors == ()


@pytest.mark.parametrize(
    ("before", "published", "modified"),
    [
        ("<p>March 13, 2026 at 9:20 p.m. EST</p>", "2026-03-13T21:20-05:00", None),
        ("<p>13 March 2026, 21:20</p>", "2026-03-13T21:20:00-05:00", None),
        ("<p>14 March 2026, 02:20</p>", "2026-03-14T02:20:00+00:00", None),
        ("<p>12 March 2026</p>", "2026-03-14T02:20:00+00:00", None),
    ],
)
def test_a_moment_in_utc_has_the_day_that_the_page_prints(before: str, published: str, modified: str | None) -> None:
    """The day of an article is that of the zone in which its page prints its time; another moment changes nothing."""
    head = '<meta property="article:published_time" content="2026-03-14T02:20:00Z">'
    article = read_page(a_page(head=head, before=before), "page.html").article
    assert (article.published, article.modified) == (published, modified)


@pytest.mark.parametrize(
    ("before", "published", "modified"),
    [
        ("<p>Updated March 12, 2026</p>", None, "2026-03-12"),
        (
            "<time itemprop='dateModified' datetime='2026-03-12T19:20+01:00'>10/03/2026 01:57 | Actualizado a 12/03/2026 19:20</time>",
            "2026-03-10T01:57",
            "2026-03-12T19:20+01:00",
        ),
        (
            "<p>Di 10.03.26 | 14:07 Uhr</p><figure><figcaption>Audio: Radio | 09.03.2026</figcaption></figure>",
            "2026-03-10T14:07",
            None,
        ),
    ],
)
def test_a_change_is_no_publication_and_a_year_may_have_two_figures(
    before: str, published: str | None, modified: str | None
) -> None:
    """A day on which something was changed is none of publication; "10.03.26" is a day where the page writes days first."""
    page = a_page(before=before).replace(b"<html>", b"<html lang=es>")
    article = read_page(page, "page.html").article
    assert (article.published, article.modified) == (published, modified)


def test_a_byline_below_the_opening_signs_a_story() -> None:
    """An element made for a name is believed between the first paragraphs as well, where a standfirst is one of them."""
    page = a_page(story=(STORY[0], "Interview: <span class='author-name'>Hanna Osei</span>", *STORY[1:]))
    assert read_page(page, "page.html").article.authors == ("Hanna Osei",)


def test_a_link_to_an_authors_page_signs_a_story() -> None:
    """A name that leads to its bearer's page on the site is the byline, whatever the line around it says."""
    before = "<p>Ports desk <a href='/author/hanna-osei'>Hanna Osei</a></p>"
    assert read_page(a_page(before=before), "page.html").article.authors == ("Hanna Osei",)


def test_the_names_of_other_stories_sign_nothing() -> None:
    """Who wrote the related stories beside a headline did not write this one."""
    before = "<aside class='related'><p>Herring is dear</p><p>By Tom Lindqvist</p></aside>"
    assert read_page(a_page(before=before), "page.html").article.authors == ()


def test_an_agency_signs_where_no_person_does() -> None:
    """An agency is the byline of a story that nobody signs, and of no other."""
    head = "<meta name='author' content='AFP'>"
    assert read_page(a_page(head=head), "page.html").article.authors == ("AFP",)
    assert read_page(a_page(head=head, before="<p>By Hanna Osei</p>"), "page.html").article.authors == ("Hanna Osei",)


def test_a_users_name_is_spelt_as_the_page_spells_it() -> None:
    """A name in one word is the person's whose spaced name the page shows."""
    head = "<meta name='author' content='HannaOsei'>"
    assert read_page(a_page(head=head, before="<p>By Hanna Osei</p>"), "page.html").article.authors == ("Hanna Osei",)


@pytest.mark.parametrize(
    ("language", "day"), [("fr", "2026-04-03"), ("en-GB", "2026-04-03"), ("en-US", None), ("en", None)]
)
def test_the_language_of_a_page_tells_day_from_month(language: str, day: str | None) -> None:
    """03/04 is 3 April but on pages in English that do not say where they are from, where it dates nothing."""
    page = a_page(before="<p>Mis en ligne 03/04/2026</p>").replace(b"<html>", f"<html lang='{language}'>".encode())
    assert read_page(page, "page.html").article.published == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("(18.01.2026) ", "2026-01-18"),
        ("Feb. 23, 2026 -- ", "2026-02-23"),
        ("PORT ELLAN, 14 March 2026 — ", "2026-03-14"),
        ("On 14 March 2026 the board — all nine — met. ", None),
        ("The vote of 14 March 2026 (the second) was close. ", None),
    ],
)
def test_a_story_that_opens_with_a_date_is_dated_by_it(opening: str, day: str | None) -> None:
    """A full date in brackets, or before a dash, at the very beginning is the story's; one in its first sentence is not."""
    story = (opening + STORY[0], *STORY[1:])
    assert read_page(a_page(story=story), "page.html").article.published == day


@pytest.mark.parametrize(
    ("after", "day"),
    [
        ("<p>Published: 14 March 2026</p>", "2026-03-14"),
        ("<p class='article-date'>14 March 2026</p>", "2026-03-14"),
        ("<p>14 March 2026</p>", None),
        ("<p class='post-date'>14 March 2026</p><p class='post-date'>15 March 2026</p>", None),
    ],
)
def test_a_stamp_far_from_the_story_must_say_what_it_is(after: str, day: str | None) -> None:
    """A date far below a story counts if words or a class call it an article's, and no other such date is there."""
    boxes = "".join(f"<div>Box {number}</div>" for number in range(20))
    assert read_page(a_page(after=boxes + after), "page.html").article.published == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026. április 3.", "2026-04-03"),
        ("18. ožujka 2026.", "2026-03-18"),
        ("۱۸ مارچ ۲۰۲۶", "2026-03-18"),
        ("March 18,2026", "2026-03-18"),
        ("18 மார்ச் 2026", "2026-03-18"),
    ],
)
def test_dates_are_read_in_further_languages_and_orders(text: str, day: str) -> None:
    """Year first, month first without a space, and months of more languages."""
    assert written_date(text) == day
