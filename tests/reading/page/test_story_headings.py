"""Rules of headings, standfirsts and captions around a story. All pages were written for these tests."""

from __future__ import annotations

import pytest

from summarize.reading.page import read_page
from tests.reading.page.samples import STORY, TITLE, a_page, text_of

BODY = "\n\n".join(STORY)


def test_a_heading_worded_like_the_title_within_a_story_is_not_its_headline() -> None:
    """Where much of what was found stands above a heading, it heads a part of the story, whatever its words."""
    page = f"<h1>The harbour of Carrow</h1><p>{STORY[0]}</p><p>{STORY[1]}</p><h3>{TITLE}</h3><p>{STORY[2]}</p><p>{STORY[3]}</p>"
    assert STORY[0] in text_of(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>".encode())


@pytest.mark.parametrize("described", [True, False])
def test_a_standfirst_is_kept_if_the_page_shows_it(described: bool) -> None:
    """A standfirst stands between title and story if the page shows it there: told by its class, or by a layer that states its words."""
    stand = "Objectors say they will go to court over the quay"
    meta = f'<meta property="og:description" content="{stand}">'
    shown = f"<div>{stand}</div>" if described else f"<div class='article-standfirst'>{stand}</div>"
    assert text_of(a_page(head=meta if described else "", before=shown)) == f"{TITLE}\n\n{stand}\n\n{BODY}"
    assert text_of(a_page(head=meta)) == f"{TITLE}\n\n{BODY}"


def test_a_headline_below_its_story_cuts_nothing() -> None:
    """Where the headline stands after the story in the page's order, the story is read all the same."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    assert (
        text_of(f"<html><body><div>{paragraphs}</div><h1>{TITLE}</h1></body></html>".encode()) == f"{TITLE}\n\n{BODY}"
    )


def test_an_opening_outside_of_the_storys_element_is_kept() -> None:
    """A first paragraph in an element of its own, under the headline, belongs to the story."""
    opening = "The board of the harbour met for the longest session in its history on Saturday, and voted at nine."
    page = a_page().replace(b"</h1>", f"</h1><div><div><p>{opening}</p></div></div><div>".encode()) + b"</div>"
    assert text_of(page) == f"{TITLE}\n\n{opening}\n\n{BODY}"


def test_a_headline_in_a_box_below_a_story_hides_no_standfirst() -> None:
    """Where the headline stands under its story alone, the block above the story that is called a standfirst is one all the same."""
    lead = "The harbour board has closed the north mole for good, and nobody knows where the ferries will land."
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = f"<html><head><title>{TITLE}</title></head><body><div class='intro'><div class='intro__text'>{lead}</div></div><div>{story}</div><aside><h3>{TITLE}</h3></aside></body></html>".encode()
    assert lead in text_of(page)


def test_a_caption_that_a_page_gives_as_its_description_is_no_standfirst() -> None:
    """What names its picture's owner at its end is a caption, whatever a layer states."""
    caption = "The north mole after the storm, seen from the fish market. © Ida Sorrel"
    page = a_page(head=f"<meta name='description' content='{caption}'>", before=f"<div>{caption}</div>")
    assert caption not in text_of(page)


def test_a_kicker_and_a_headline_are_parted() -> None:
    """Elements of a headline that stand apart on the page are parted by a space."""
    page = f"<html><body><h1><span>Harbour</span><span>Board backs terminal</span></h1>{''.join(f'<p>{p}</p>' for p in STORY)}</body></html>"
    assert text_of(page.encode()).startswith("Harbour Board backs terminal\n\n")
    titled = page.replace("<body>", "<head><title>Harbour: Board backs terminal - Gazette</title></head><body>")
    assert text_of(titled.encode()).startswith("Harbour: Board backs terminal\n\n")


def test_a_subheading_of_the_first_rank_cuts_nothing() -> None:
    """Sections under an `<h1>` each are one article if their headings are not made like the headline."""
    sections = "".join(
        f"<section><h1 class=sub>Part {n} of it</h1>" + "".join(f"<p>{p} Part {n}.</p>" for p in STORY) + "</section>"
        for n in (1, 2)
    )
    text = text_of(f"<html><body><h1 class=title>{TITLE}</h1><p>{STORY[0]}</p>{sections}</body></html>".encode())
    assert text.count("Part 2.") == len(STORY)


def test_the_heading_right_above_a_story_is_its_title_where_nothing_else_is() -> None:
    """A page without `<h1>` and without a title of its own is called by the heading over its story."""
    page = a_page(before="<h3>Ferries: a quay too far</h3>", title="").replace(b"<h1></h1>", b"")
    assert read_page(page, "page.html").article.title == "Ferries: a quay too far"
