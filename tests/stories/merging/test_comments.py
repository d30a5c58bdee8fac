"""Opinion beside the news: whose comments a story names."""

from __future__ import annotations

from summarize.stories.merging import Source, merge
from tests.stories.made import DAY, LEAD, card_of

NEWS = card_of(LEAD, "A")
OPINION = card_of(
    "The port of Brest should have closed its pier long ago, and everybody knew it.", "B", title="Close the pier"
)


def test_comments_are_named_once() -> None:
    """An opinion piece is a comment on the story, and a copy of it is none; both are among its articles."""
    sources = [Source(1, NEWS), Source(2, OPINION, slot="opinion"), Source(3, OPINION, copy_of=2, slot="opinion")]
    story = merge(sources, (), DAY)
    assert [line.article for line in story.comments] == [2]
    assert story.articles == (1, 2, 3)


def test_a_story_of_opinion_has_no_comments() -> None:
    """Where nothing else tells of it, the opinion pieces tell the story."""
    story = merge([Source(1, OPINION, slot="opinion"), Source(2, OPINION, slot="analysis")], (), DAY)
    assert story.comments == ()
    assert story.lede.article in {1, 2}
