"""Rules of where the story of a page ends: what stands below it, and what does not end it."""

from __future__ import annotations

import pytest

from tests.reading.page.samples import BODY, OTHER, STORY, TITLE, a_page, text_of


@pytest.mark.parametrize(
    "closing",
    [
        "<h2>Related stories</h2><p>{}</p>",
        "<h3>Comments</h3><p>{}</p>",
        "<p>Follow us on Facebook and X.</p>",
        "<p>Hanna Osei is a reporter at the Quay Gazette. You can reach her at hanna@quay.example.</p>",
        "<p>© 2026 The Quay Gazette</p>",
        "<p>With reporting by Tom Lindqvist</p>",
        "<p>This article was originally published by Wirebird.</p>",
        "<h2>More from the harbour</h2>",
        "<p>- ENDS -</p>",
        "<div class='comment-list'><div class='comment'><p>{}</p></div><div class='comment'><p>{}</p></div></div>",
    ],
)
def test_what_closes_a_page_closes_no_story(closing: str) -> None:
    """Headings over other stories, comments, lines about the author and the rights of the page end the text before them."""
    assert text_of(a_page(after=closing.replace("{}", OTHER))) == f"{TITLE}\n\n{BODY}"


@pytest.mark.parametrize("heading", ["<p>Comments (4)</p>", "<p>4 comments</p>", "<p>Kommentare (12)</p>"])
def test_what_readers_write_below_a_story_is_none_of_it(heading: str) -> None:
    """Below a line that counts comments nothing is the story's, though it has no element of its own; above the story it ends nothing."""
    below = f'{heading}<p>finn99 said: "What a liar"</p><p>{OTHER}</p>'
    assert text_of(a_page(after=below)) == f"{TITLE}\n\n{BODY}"
    above = a_page(story=(), after=heading + "".join(f"<p>{paragraph}</p>" for paragraph in STORY))
    assert BODY in text_of(above)


@pytest.mark.parametrize(
    "line",
    [
        "The post <a href='/1'>Mayor said she was sorry</a> appeared first on <a href='/2'>The Quay Gazette</a>.",
        "Der Beitrag Die Mole bleibt zu erschien zuerst auf Hafenbote.",
        "L’article La jetée reste fermée est apparu en premier sur Le Phare.",
    ],
)
def test_where_a_text_of_a_feed_appeared_first_is_none_of_it(line: str) -> None:
    """The last line that a site puts below each text of its feed is no news, whatever the title in it says that somebody said."""
    assert text_of(a_page(after=f"<p>{line}</p>")) == f"{TITLE}\n\n{BODY}"


def test_a_few_words_end_a_story() -> None:
    """Short lines at its end are the story's, however many: sentences, results, and whatever is said there."""
    for closing in (
        "It was over.",
        "“No.”</p><p>“Yes.”</p><p>“No.”</p><p>“Yes.”",
        "It was over.</p><p>Nobody clapped.</p><p>Nobody left.</p><p>The rain went on.</p><p>The ferry did not come.",
        "The votes by ward:</p><p>Mole: 12 for, 3 against</p><p>Quay: 9 for, 8 against</p><p>Hill: none for, all against</p><p>Old town: tied",
    ):
        assert text_of(a_page(after=f"<p>{closing}</p>")).endswith(closing.replace("</p><p>", "\n\n"))


@pytest.mark.parametrize(
    "closing",
    [
        "“She is the best editor this harbour ever had, and the only one who could swim,” said Rosa Tamm.",
        "The report was published on Monday by the county, which has the last word.",
    ],
)
def test_a_last_paragraph_that_looks_like_a_pages_is_kept(closing: str) -> None:
    """Somebody's words about an editor, and a report that was published, are of the story, even where it ends."""
    assert closing in text_of(a_page(story=(*STORY, closing)))


@pytest.mark.parametrize(
    "after",
    [
        "<h3><a href='/herring'>Herring is dear</a></h3><div>{}.</div>",
        "<p><b>About the author</b></p><p>{}</p>",
        "<h4>Über die Autorin</h4><p>{}</p>",
        "<h2>Other opinion columns</h2><p>{}</p>",
        "<p>Featured image: {}</p>",
    ],
)
def test_what_follows_a_story_is_left_out(after: str) -> None:
    """A teaser under a heading that is a link, a note on the author, other columns, and the caption of the picture above are no part of it."""
    other = "A grocer of the old town speaks of salt and barrels, and of what his father paid for them"
    assert other not in text_of(a_page(after=after.format(other)))
