"""A briefing as one self-contained page: each line with marks that show the words it rests on, and lead to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from summarize.briefing import BUDGETS, Briefing, Cite, Cited
from summarize.outputs import generator
from summarize.rendering import safe, words
from summarize.rendering.briefing import phrases, sections
from summarize.rendering.briefing.answers import topped
from summarize.rendering.briefing.counting import words_on
from summarize.rendering.briefing.markdown import plan_markdown
from summarize.rendering.briefing.once import told_once
from summarize.rendering.briefing.plan import indexed, rest
from summarize.rendering.briefing.sources import BriefingSources, by_article, told_in
from summarize.rendering.labels import direction, labels_in, language
from summarize.rendering.pages import asset, page

_LOOSE: Final = 0.03
"""Share of its words that a page may have more than its length."""


def to_html(briefing: Briefing, language: str | None = None) -> str:
    """The page. It loads nothing, runs only its own script, and works without it. For `language`, see `render_briefing`."""
    with labels_in(language, told_in(briefing)):
        return _page(briefing)


def _page(briefing: Briefing) -> str:
    own = sum(article.earlier is None for article in briefing.articles)
    make = partial(
        page,
        "briefing.html.j2",
        style=asset("summarize.rendering.briefing", "briefing.css"),
        script=asset("summarize.rendering.briefing", "briefing.js"),
        generator=generator(briefing.made.tool_version, "briefing", briefing.date, own),
    )
    return of_its_length(make, briefing)


def of_its_length(make: Callable[..., str], briefing: Briefing) -> str:
    """The page that `make` makes of a briefing, of which as many words stand open as its length has; it says how many."""
    briefing = told_once(briefing)
    values, count = _counted(make, _values(briefing, 0))
    budget = BUDGETS.get(briefing.length, count)
    # The page has words of its own beside those of Markdown: titles of what is folded. Lines are of some length, so less may be too little.
    more = count - budget
    if more > _LOOSE * budget:
        others = [_counted(make, _values(briefing, spare)) for spare in (more, more // 2)]
        values, count = min([*others, (values, count)], key=lambda each: abs(each[1] - budget))
    return make(**values, reading=phrases.reading(count, folded=True))


def _counted(make: Callable[..., str], values: dict[str, Any]) -> tuple[dict[str, Any], int]:
    return values, words_on(make(**values, reading=phrases.reading(0, folded=True)))


def _values(briefing: Briefing, spare: int) -> dict[str, Any]:
    """What the template of a briefing's page shows, but for how long that is: so many words fewer than Markdown would have."""
    plan, _ = plan_markdown(briefing, spare)
    news = sections.news(briefing)
    return {
        "title": f"{safe.visible(phrases.title(briefing))}, {safe.visible(words.date(briefing.date))}",
        "briefing": briefing,
        "cites": Cites(briefing),
        "plan": plan,
        "told": [story for story in news if plan.tells(story)],
        "untold": [story for story in news if not plan.tells(story)],
        "rest": rest,
        "linked": {story.number for story in news},
        "phrases": phrases,
        "sections": sections,
        "topped": partial(topped, briefing),
        "indexed": indexed,
        "words": words,
        "language": language(),
        "direction": direction(language()),
    }


_MAX_MARKS = 4


class Marks(NamedTuple):
    """The places to show, each with the outlet where it is to be named, and how many more there are."""

    shown: list[tuple[Cite, str | None]]
    more: int


class Cites:
    """Chooses what is marked, and remembers which passages the marks lead to."""

    def __init__(self, briefing: Briefing, prefix: str = "") -> None:
        self.prefix = prefix
        self.sources = BriefingSources(briefing)
        self._shown: dict[int, set[Cite]] = {}

    def marks(self, evidence: Cited | Sequence[Cite], *, alone: bool = False) -> Marks:
        """Where it is said: the first few places, the outlet with the first one of each article."""
        cites = tuple(dict.fromkeys(evidence.evidence if isinstance(evidence, Cited) else evidence))
        groups = by_article(cites[: 1 if alone else _MAX_MARKS])
        for number, of_it in groups.items():
            self._shown.setdefault(number, set()).update(of_it)
        shown = [
            (cite, self.sources.outlet(cite.article) if at == 0 and not alone else None)
            for of_it in groups.values()
            for at, cite in enumerate(of_it)
        ]
        return Marks(shown, 0 if alone else len(cites) - len(shown))

    def passages(self, number: int) -> list[tuple[Cite, CitedWindow]]:
        """Every passage of an article that a mark made so far leads to, with the words around it."""
        ordered = sorted(self._shown.get(number, ()), key=lambda cite: (cite.start, cite.end))
        return [(cite, window(self.sources.articles[number].text, cite)) for cite in ordered]


AROUND = 160  # characters before and after
_MAX_LENGTH = 1200  # of the cited words themselves; of more, the first and the last are shown


class CitedWindow(NamedTuple):
    """A citation with the words before and after it. An ellipsis stands where words of the same paragraph are left out."""

    before: str
    words: str
    after: str
    left_out: int  # characters of the citation that are not in `words`


def window(text: str, cite: Cite) -> CitedWindow:
    """The words around a citation in its paragraph, cut between words."""
    before = text[max(0, cite.start - AROUND) : cite.start].rpartition("\n")[2]
    after = text[cite.end : cite.end + AROUND].partition("\n")[0]
    if len(before) == AROUND < cite.start:
        before = "…" + (before[before.index(" ") :] if " " in before else before)
    if len(after) == AROUND < len(text) - cite.end:
        after = (after[: after.rindex(" ") + 1] if " " in after else after) + "…"
    left_out = max(0, len(cite.text) - _MAX_LENGTH)
    words = f"{cite.text[: _MAX_LENGTH // 2]} … {cite.text[-_MAX_LENGTH // 2 :]}" if left_out else cite.text
    return CitedWindow(before, words, after, left_out)
