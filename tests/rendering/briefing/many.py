"""An invented briefing of many stories."""

from __future__ import annotations

from summarize.briefing import BriefedArticle, Briefing, Story, Top

from .articles import articles
from .samples import fire, full


def large(stories: int = 300) -> Briefing:
    """A day of many stories told in full, each with articles of its own."""
    kept, told = [], []
    for number in range(1, stories + 1):
        start = (number - 1) * 3
        numbers = {old: start + old for old in (1, 2, 3)}
        kept += [article.model_copy(update=_renumbered(article, start)) for article in articles()[:3]]
        story = Story.model_validate(_moved(fire().model_copy(update={"changes": ()}).model_dump(), numbers))
        told.append(story.model_copy(update={"number": number, "key": f"fire-{number}"}))
    top = tuple(Top(story=story.number, line=story.lede) for story in told[:5])
    return full("all").model_copy(
        update={
            "articles": tuple(kept), "stories": tuple(told), "full": stories, "top": top, "previous": None, "quiet": (),
            "ahead": (), "index": (),
        }
    )  # fmt: skip


def _renumbered(article: BriefedArticle, start: int) -> dict[str, object]:
    copy_of = None if article.copy_of is None else article.copy_of + start
    return {"number": article.number + start, "copy_of": copy_of}


def _moved(value: object, numbers: dict[int, int]) -> object:
    """The same, about other articles."""
    if isinstance(value, dict):
        moved = {key: _moved(each, numbers) for key, each in value.items()}
        if "article" in moved:
            moved["article"] = numbers[value["article"]]
        if "articles" in moved and isinstance(moved["articles"], tuple):
            moved["articles"] = tuple(numbers[each] for each in moved["articles"])
        return moved
    return tuple(_moved(each, numbers) for each in value) if isinstance(value, tuple) else value
