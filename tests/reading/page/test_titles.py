"""Rules of headlines: what the page shows, checked against what it states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Layer
from summarize.reading.page.alike import alike
from summarize.reading.page.titles import choose_title, without_site

HEADLINE = "Harbour board backs second ferry terminal"
SITES = ("The Quay Gazette", "quaygazette.example", "quaygazette")


@pytest.mark.parametrize(
    "title",
    [
        f"{HEADLINE} | The Quay Gazette",
        f"{HEADLINE} - The Quay Gazette",
        f"{HEADLINE} – Quay Gazette",
        f"{HEADLINE} — News — The Quay Gazette",
        f"The Quay Gazette | {HEADLINE}",
        f"{HEADLINE} :: quaygazette.example",
        f"{HEADLINE} » The Quay Gazette",
        f"{HEADLINE}｜The Quay Gazette",
        HEADLINE,
    ],
)
def test_the_sites_name_is_no_part_of_a_headline(title: str) -> None:
    """The name of the site goes from either end of a title, with any separator."""
    assert without_site(title, SITES, [HEADLINE]) == HEADLINE


@pytest.mark.parametrize(
    "title",
    [
        "Ferry or bridge - the choice is ours",
        "Vance: “We have waited”",
        "Storm | flood | fire",
        "2-1: Ellan win at last",
    ],
)
def test_a_separator_alone_cuts_nothing(title: str) -> None:
    """A headline that has a dash, a bar or a colon of its own keeps it."""
    assert without_site(title, SITES) == title


@pytest.mark.parametrize(
    ("claims", "headings", "document", "text", "layer"),
    [
        ([("json-ld", HEADLINE)], [HEADLINE], "", HEADLINE, "json-ld"),
        ([("json-ld", HEADLINE.upper())], [HEADLINE], "", HEADLINE, "markup"),
        ([("json-ld", HEADLINE[:30] + "…")], [HEADLINE], "", HEADLINE, "markup"),
        ([("json-ld", HEADLINE)], ["Local news " + HEADLINE], "", HEADLINE, "json-ld"),
        (
            [("json-ld", "Terminal vote: board backs ferry plan in Ellan"), ("meta", HEADLINE)],
            [HEADLINE],
            "",
            HEADLINE,
            "meta",
        ),
        ([("json-ld", HEADLINE)], ["The Quay Gazette", HEADLINE], "", HEADLINE, "json-ld"),
        ([("json-ld", HEADLINE)], ["Goat elected to parish council"], "", HEADLINE, "json-ld"),
        ([("meta", HEADLINE + " | The Quay Gazette")], [], "", HEADLINE, "meta"),
        ([("meta", "News")], [HEADLINE], f"{HEADLINE} | The Quay Gazette", HEADLINE, "markup"),
        ([], [HEADLINE], f"{HEADLINE} | The Quay Gazette", HEADLINE, "markup"),
        ([], ["The Quay Gazette", HEADLINE], "", HEADLINE, "markup"),
        ([], [], f"{HEADLINE} | The Quay Gazette", HEADLINE, "markup"),
    ],
)
def test_the_headline_that_layers_agree_on_is_chosen(
    claims: list[tuple[Layer, str]], headings: list[str], document: str, text: str, layer: str
) -> None:
    """What the page shows counts if another layer agrees; a headline that stands alone gives way; the site's name never counts."""
    title = choose_title(claims, headings, [], document, SITES)
    assert title is not None
    assert (title.text, title.layer) == (text, layer)


def test_a_page_may_have_no_headline() -> None:
    """Where nothing on a page is a headline, none is made up."""
    assert choose_title([], [], [], "The Quay Gazette", SITES) is None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (HEADLINE, HEADLINE + "!", True),
        (HEADLINE, "Board backs second ferry terminal in harbour", True),
        (HEADLINE, "Goat elected to parish council", False),
        ("港湾委員会がフェリー乗り場を承認", "港湾委員会がフェリー乗り場を承認｜潮新聞", True),
        ("港湾委員会がフェリー乗り場を承認", "魚市場が移転へ", False),
        ("", "", False),
        ("—", "…", False),
    ],
)
def test_titles_of_one_story_are_told(first: str, second: str, same: bool) -> None:
    """Titles are alike if one holds the other or most of their letters run alike, in any script."""
    assert alike(first, second) is same


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=3), st.lists(st.text(max_size=30), max_size=3))
def test_any_title_is_cut_to_a_part_of_itself(title: str, sites: list[str], known: list[str]) -> None:
    """What is left of a title is a part of it, or a headline known from elsewhere; of a title with letters something is left."""
    cut = without_site(title, sites, known)
    assert (
        cut in known
        or cut in " ".join(title.replace("\xa0", " ").split())
        or cut in title
        or not cut.strip()
        or len(cut) <= len(title)
    )


@pytest.mark.parametrize(
    ("claims", "headings", "document", "text"),
    [
        ([("meta", f"{HEADLINE} » Harbour » Blogs of the coast")], ["Blog: the mole", "Board backs the second ferry terminal – at last"], "", "Board backs the second ferry terminal – at last"),
        ([("meta", "Quay Bank: what went wrong in May")], ["Quay Bank: what went wrong in May"], "", "Quay Bank: what went wrong in May"),
        ([("meta", f"{HEADLINE} | Columns | On the mole")], [f"{HEADLINE} Subscribers"], "", HEADLINE),
        ([], ["Night Ferry"], f"Night Ferry » {HEADLINE}", HEADLINE),
        ([], ["Storm hits the northern mole again"], "Storm hits the northern mole again - Maggie Harbour and Siri Quay - Ellan", "Storm hits the northern mole again"),
    ],
)  # fmt: skip
def test_a_headline_is_told_from_section_label_and_masthead(
    claims: list[tuple[Layer, str]], headings: list[str], document: str, text: str
) -> None:
    """The first part of a stated title finds the heading; a label behind it goes; a masthead in `<h1>` is the site's name."""
    found = choose_title(claims, headings, [], document, ("Quay Bank",))
    assert found is not None
    assert found.text == text
