"""A briefing as one self-contained page: each line with marks that show the words it rests on, and lead to them."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources

from summarize.briefing import Ahead, Briefing, Change, Indexed
from summarize.outputs import generator
from summarize.rendering import safe, words
from summarize.rendering.briefing import phrases
from summarize.rendering.briefing.cites import Cites
from summarize.rendering.briefing.stories import Stories, section
from summarize.rendering.elements import Markup, element, inline_asset, joined, line, text

_HELP = (
    "A mark names an article of the list of sources and its characters, from the first to one past the last. "
    "Point at it, tap it or move to it with Tab to see the words; Enter goes into them, Escape closes them."
)


def to_html(briefing: Briefing) -> str:
    """The page. It loads nothing, runs only its own script, and works without it."""
    own = sum(article.earlier is None for article in briefing.articles)
    style, script = _asset("briefing.css"), _asset("briefing.js")
    policy = f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element(
            "meta", name="generator", content=generator(briefing.made.tool_version, "briefing", briefing.date, own)
        ),
        element("title", text(f"{safe.visible(briefing.title)}, {safe.visible(words.date(briefing.date))}")),
        inline_asset("style", style),
    )
    body = element("body", *_Page(briefing).parts(), inline_asset("script", script))
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


@functools.cache
def _asset(name: str) -> str:
    return resources.files("summarize.rendering.briefing").joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


class _Page:
    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._cites = Cites(briefing)
        self._stories = Stories(self._cites, briefing.length)
        held = briefing.stories[: briefing.full] if briefing.length == "short" else briefing.stories
        self._linked = {story.number for story in held}

    def parts(self) -> list[Markup]:
        """The body's elements, in their order."""
        main = element(
            "main", *self._sections(), id="main", tabindex="-1"
        )  # the sources last: they list what was cited before
        skip = element("a", text("Skip to the briefing"), href="#main", class_="skip")
        return [skip, self._header(), self._contents(), main, self._evidence()]

    def _header(self) -> Markup:
        briefing = self._briefing
        facts = joined(map(line, phrases.header(briefing, self._cites.sources)), " · ")
        return element(
            "header",
            element("h1", line(briefing.title)),
            element("p", line(phrases.day(briefing)), class_="day"),
            element("p", facts, class_="facts"),
        )

    def _sections(self) -> list[Markup]:
        briefing, cites = self._briefing, self._cites
        short = briefing.length == "short"
        told, noted = briefing.stories[: briefing.full], briefing.stories[briefing.full :]
        nothing = [element("p", line(phrases.nothing(briefing)), class_="nothing")] if not briefing.stories else []
        left_out = phrases.left_out(briefing) if short else None
        tops = (element("li", self._story_link(top.story), text(" "), cites.said(top.line)) for top in briefing.top)
        return [
            *nothing,
            *_list("top", "Top lines", tops),
            *self._changed(),
            *section("stories", "Stories", map(self._stories.whole, told)),
            *([element("p", text(left_out), class_="facts")] if left_out else []),
            *([] if short else _list("ahead", "Dates ahead", map(self._ahead, phrases.ahead(briefing)))),
            *([] if short else _list("people", "People and organisations", map(self._indexed, briefing.index))),
            *([] if short else _list("noted", "Also noted", map(self._stories.noted, noted))),
            *_list("sources", "Sources", (cites.source(article.number) for article in briefing.articles), "ol"),
            *self._method(),
        ]

    def _changed(self) -> list[Markup]:
        briefing = self._briefing
        if briefing.previous is None:
            return []
        entries = [
            element(
                "li",
                element("p", element("strong", text(each.label), class_="label"), *self._headline(each)),
                *map(self._step, each.changes),
            )
            for each in phrases.changed(briefing)
        ]
        same = phrases.unchanged(briefing)
        if same:
            label = element("strong", text("Nothing new"), class_="label")
            numbers = joined([text(" "), self._story_links(same)])
            entries.append(element("li", element("p", label, numbers)))
        return _list("changed", f"What changed since {words.date(briefing.previous)}", entries)

    def _headline(self, changed: phrases.Changed) -> list[Markup]:
        number = [self._story_link(changed.story.number), text(" ")] if changed.told else []
        return [text(" "), *number, self._cites.said(changed.story.headline)]

    def _step(self, change: Change) -> Markup:
        about = phrases.about(change)
        what = [element("p", element("strong", line(about)))] if about else []
        since = f"before, {words.date(change.since)}" if change.since else "before"
        sides = [
            element("div", element("p", line(label), class_="facts"), element("p", self._cites.said(side)))
            for label, side in ((since, change.before), ("now", change.now))
            if side is not None
        ]
        return element("div", *what, element("div", *sides, class_="sides"), class_="step")

    def _ahead(self, ahead: Ahead) -> Markup:
        return element("li", self._stories.moment(ahead.moment), text(" · "), self._story_links([ahead.story]))

    def _indexed(self, entry: Indexed) -> Markup:
        evidence = phrases.evidence_of(entry, self._briefing)
        role = phrases.role(entry)
        called = [text(", "), line(role)] if role else []
        where = [text(" "), self._cites.marks(evidence[:1])] if evidence else []
        return element(
            "li", element("strong", line(entry.name)), *called, *where, text(" · "), self._story_links(entry.stories)
        )

    def _story_link(self, number: int) -> Markup:
        if number not in self._linked:  # a short page does not hold every story
            return element("span", text(str(number)), class_="number")
        return element("a", text(str(number)), href=f"#s{number}", class_="number", aria_label=f"story {number}")

    def _story_links(self, numbers: Sequence[int]) -> Markup:
        numbered = joined(map(self._story_link, numbers), ", ")
        return joined([text("story " if len(numbers) == 1 else "stories "), numbered])

    def _method(self) -> list[Markup]:
        briefing = self._briefing
        warnings = [f"Warning: {warning}" for warning in briefing.warnings]
        skipped = [f"Skipped: {each.source}: {each.reason}" for each in briefing.skipped]
        order = [
            f"Order of the stories: {each.name}, weight {each.weight}: {each.meaning}" for each in briefing.criteria
        ]
        watch = [f"Watched for: {words.listed(briefing.watch)}"] if briefing.watch else []
        rest = [] if briefing.length == "short" else [*order, *watch]
        help_ = [element("p", text(_HELP), class_="help")] if briefing.articles else []
        made = element("p", joined(map(line, phrases.made(briefing)), " · "), class_="facts")
        entries = [element("li", line(each)) for each in (*warnings, *skipped, *rest)]
        return section("method", "Method and warnings", [*_items(entries), *help_, made])

    def _contents(self) -> Markup:
        """The way to each section and story, which is long on a day of many stories and therefore can be closed."""
        briefing = self._briefing
        there = {
            "top": ("Top lines", briefing.top),
            "changed": ("What changed", briefing.previous),
            "stories": ("Stories", briefing.stories[: briefing.full]),
        }
        after = {
            "ahead": ("Dates ahead", briefing.length != "short" and briefing.ahead),
            "people": ("People and organisations", briefing.length != "short" and briefing.index),
            "noted": ("Also noted", briefing.length != "short" and briefing.stories[briefing.full :]),
            "sources": ("Sources", briefing.articles),
            "method": ("Method and warnings", True),
        }
        stories = (
            element("li", element("a", line(story.headline.text), href=f"#s{story.number}"), value=str(story.number))
            for story in briefing.stories[: briefing.full]
        )

        def ways(names: Mapping[str, tuple[str, object]]) -> Iterable[Markup]:
            return (
                element("li", element("a", text(title), href=f"#{name}"))
                for name, (title, held) in names.items()
                if held
            )

        told = [element("ol", *stories)] if briefing.full else []
        ways_all = [element("ul", *ways(there)), *told, element("ul", *ways(after))]
        return element(
            "nav", element("details", element("summary", text("Contents")), *ways_all), aria_label="Contents"
        )

    def _evidence(self) -> Markup:
        """Where the script shows the words of a mark."""
        return element("div", id="evidence", role="note", tabindex="-1", aria_label="The words it rests on", hidden="")


def _list(name: str, title: str, items: Iterable[Markup], kind: str = "ul") -> list[Markup]:
    return section(name, title, _items(list(items), kind))


def _items(items: Sequence[Markup], kind: str = "ul") -> list[Markup]:
    return [element(kind, *items)] if items else []
