"""Rules of bylines that say where a story was written. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.layout import lay_out
from summarize.reading import read_text

TITLE = "Ferry terminal approved after nine hours"
STORY = "The harbour board approved a second ferry terminal after a debate of nine hours, its chairman said on Monday."


def _place(text: str) -> str | None:
    dateline = lay_out(text).dateline
    return text[dateline.place_start : dateline.place_end] if dateline is not None else None


@pytest.mark.parametrize(
    "byline",
    [
        "By Ann Lee, Lautoka",
        "By Ann Lee in Lautoka",
        "Waisea Ratu in Lautoka",
        "Ann Lee, Lautoka",
        "By Ann Lee, Lautoka, Fiji",
        "Ann Lee in Lautoka | 3 March 2026",
        "Ann Lee | Lautoka | 3 March 2026",
        "Staff Correspondent, Lautoka",
        "KT Correspondent, Lautoka | Mar 03, 2026",
        "Kerr News Service | Lautoka | March 3, 2026",
        "Ann Lee\nLautoka\n3 March 2026, 07:41 GMT",
    ],
)
def test_a_byline_says_where_a_story_was_written_that_does_not_name_the_place(byline: str) -> None:
    """Where nothing else says where a story was filed, the place of its byline does; also beside a date."""
    assert _place(f"{TITLE}\n\n{byline}\n\n{STORY}") == "Lautoka"
    assert _place(f"{TITLE}\n\n{byline}\n\n{STORY} He was at the University of Lautoka.") == "Lautoka"


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee, Fiji",
        "By Ann Lee, Transport Correspondent",
        "By Ann Lee, Halifax Courier",
        "Leeds United, Lautoka",
        "By Ann Lee in Lautoka and Tom Ray in Suva",
        "Photo: Ann Lee, Lautoka",
        "By Ann Lee, who was born in Lautoka",
        "Ann Lee | Lautoka / Suva | 3 March 2026",
        "Ann Lee | Fiji | 3 March 2026",
        "Ann Lee | Rugby | 3 March 2026",
        "Lautoka",
    ],
)
def test_what_is_no_town_of_an_author_files_nothing(line: str) -> None:
    """A land, an office, a paper, a section, teams, two towns and a photographer say of no town that the story was written there."""
    assert _place(f"{TITLE}\n\n{line}\n\n{STORY}") is None


def test_a_story_that_names_the_place_says_itself_what_it_is_to_it() -> None:
    """The place of a byline is no dateline where the story names it, and none where the story has one."""
    assert _place(f"{TITLE}\n\nBy Ann Lee, Lautoka\n\n{STORY} A boat sank off Lautoka.") is None
    assert _place(f"{TITLE}\n\nBy Ann Lee, Lautoka\n\nSUVA, Fiji — {STORY}") == "SUVA, Fiji"


_OPINION = "# The walls we forgot\n\n**Halden Post** | Opinion | March 14, 2026\n\n{}I have looked at walls for thirty years.\n\nThey fail over decades.\n\nThe money went elsewhere{}."


@pytest.mark.parametrize(
    ("note", "author"),
    [
        ("Professor Ilse Varga teaches hydraulic engineering at Norham University.", "Ilse Varga"),
        ("Ilse Varga is a senior lecturer in history at Norham College.", "Ilse Varga"),
        ("Dr Anton Weir is a fellow of the Kerrow Institute and a former envoy.", "Anton Weir"),
    ],
)
@pytest.mark.parametrize("mark", ["*", ""])
@pytest.mark.parametrize("is_foot", [False, True])
def test_a_note_beside_an_opinion_names_its_author(note: str, author: str, mark: str, *, is_foot: bool) -> None:
    """Where no byline does, the first or last paragraph of an opinion may say who wrote it, and is no part of the piece."""
    noted = f"{mark}{note}{mark}"
    text = _OPINION.format("", f".\n\n{noted}").removesuffix(".") if is_foot else _OPINION.format(f"{noted}\n\n", "")
    article = read_text(text, "made.md").article
    assert article.authors == (author,)
    assert all("at Norham" not in article.text[slice(*block)] for block in lay_out(article.text, article.title).body)


@pytest.mark.parametrize(
    "note",
    [
        "Ilse Varga is a fool.", "Ilse Varga teaches us a lesson at Norham.", "Ilse Varga runs the harbour at Norham.",
        "Ilse Varga is the head of the harbour board of Norham.", "Ilse Varga taught history at Norham College.",
        "Ilse Varga is a professor at Norham College. Varga should go.",
    ],
)  # fmt: skip
def test_a_sentence_about_somebody_names_no_author(note: str) -> None:
    """Whoever is told of otherwise, or is named again, is whom the opinion is about."""
    assert read_text(_OPINION.format(f"{note}\n\n", ""), "made.md").article.authors == ()


def test_whom_an_opinion_names_again_is_its_subject() -> None:
    """An author does not name himself in the story."""
    note = "Ilse Varga teaches history at Norham College."
    assert read_text(_OPINION.format(f"{note}\n\n", " because Varga lied"), "made.md").article.authors == ()


def test_a_news_story_has_no_such_note() -> None:
    """Without a kicker that says that it is an opinion the paragraph tells of somebody."""
    text = _OPINION.format("Ilse Varga teaches history at Norham College.\n\n", "").replace(" | Opinion", "")
    assert read_text(text, "made.md").article.authors == ()
