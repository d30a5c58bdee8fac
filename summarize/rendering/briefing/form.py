"""What a template of a briefing in Markdown can use: how each line, mark, quotation and figure is written.

Every mark, `[3:119–308]`, names an article by its number and the characters of it. Where the article is on the web, the mark is a
link to these very words: its target stands at the end of the document, as a reference, so that the text stays readable raw.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from summarize.briefing import (
    Ahead,
    Briefing,
    Change,
    Cite,
    Cited,
    Figure,
    Indexed,
    Line,
    Moment,
    Party,
    Side,
    Story,
    StoryQuote,
)
from summarize.rendering import words
from summarize.rendering.briefing import phrases, sections
from summarize.rendering.briefing.answers import headlined, topped
from summarize.rendering.briefing.front import front_matter
from summarize.rendering.briefing.plan import Plan, dates_ahead, indexed, left_out, more_ahead, more_names
from summarize.rendering.briefing.sources import BriefingSources, by_article
from summarize.rendering.briefing.template import Markdown, escaped
from summarize.rendering.labels import label

NAMES = tuple(
    """
    briefing title front_matter short long whole reading told noted comments briefly changed steps changes_title updated new unchanged quiet top
    ahead warnings skipped method nothing left_out day header made date line credited marks exact dotted listed stories summary shown
    setting side comment brief figure quote moment person indexed change reason source short_sources colon
    headlined topped ahead_more index index_more
    """.split()
)
"""What a template can use."""
_MAX_MARKS = 4


class MarkdownForm:
    """What a template can use. It notes which marks were made, for the references at the end."""

    def __init__(self, briefing: Briefing, plan: Plan, count: int | None) -> None:
        self._briefing, self._plan, self._count = briefing, plan, count
        self._cited: dict[int, None] = {}
        self._sources = BriefingSources(briefing)
        self._links: dict[tuple[int, ...], str] = {}

    def values(self) -> dict[str, Any]:
        """The names of `NAMES` and what they stand for."""
        briefing, plan = self._briefing, self._plan
        news = sections.news(briefing)
        told = [story for story in news if plan.tells(story)]
        noted = plan.shown("listed", [story for story in news if not plan.tells(story)])
        briefly = plan.shown("briefly", sections.briefly(briefing))
        plain = {
            "briefing": briefing,
            "front_matter": Markdown(front_matter(briefing)),
            "short": briefing.length == "short",
            "long": briefing.length in {"long", "all"},
            "whole": plan.whole,
            "reading": phrases.reading(self._count or 0),
            "told": told,
            "noted": noted,
            "headlined": headlined,
            "topped": partial(topped, briefing),
            "comments": plan.shown("comments", sections.comments(briefing)),
            "briefly": briefly,
            "changed": plan.shown("changed", sections.developments(briefing)),
            "steps": sections.steps,
            "colon": Markdown(label(":")),
            "changes_title": phrases.changes_title(briefing),
            "updated": sections.updated(briefing),
            "new": sections.new(briefing),
            "unchanged": sections.unchanged(briefing),
            "quiet": plan.shown("quiet", sections.quiet(briefing)),
            "top": plan.shown("top", briefing.top),
            "ahead": dates_ahead(briefing, plan),
            "ahead_more": more_ahead(briefing, plan),
            "index": indexed(briefing, plan),
            "index_more": more_names(briefing, plan),
            "warnings": plan.shown("warnings", briefing.warnings),
            "skipped": plan.shown("skipped", briefing.skipped),
            "method": phrases.method(briefing),
            "nothing": phrases.nothing(briefing),
            "left_out": left_out(briefing, plan, told, noted, briefly),
            "title": phrases.title(briefing),
            "day": phrases.day(briefing),
            "header": phrases.header(briefing, self._sources),
            # How it was made is not read for what it says of the day, and is another each time.
            "made": [] if self._count is None else phrases.made(briefing),
        }
        functions = {name: getattr(self, name) for name in NAMES if name not in {*plain, "date", "stories"}}
        return {**plain, **functions, "date": words.date, "stories": phrases.stories}

    def links(self) -> str:
        """The target of each mark that was made."""
        # An entity such as `&copy;` would be resolved in a target.
        ordered = sorted(self._links.items())
        return "\n".join(f"[{_label(key)}]: {target.replace('&', '&amp;')}" for key, target in ordered)

    def shown(self, story: Story, part: str) -> Sequence[Any]:
        """Those of a list of a story, such as "facts", that are shown at this length."""
        return self._plan.shown((story.number, part), getattr(story, part))

    def marks(self, evidence: Cited | Sequence[Cite], *, every: bool = False) -> Markdown:
        """Where it is said: "Quay Gazette [3:119–308], [3:400–410]; Skerry Post [4:0–51]". At a length of so many words, the first place, unless `every`."""
        cites = evidence.evidence if isinstance(evidence, Cited) else evidence
        shown = dict.fromkeys(cites if self._plan.whole or every else cites[:1])
        groups = by_article(tuple(shown)[:_MAX_MARKS])
        parts = [
            " ".join([*self._outlet(number), ", ".join(map(self._mark, of_it))]) for number, of_it in groups.items()
        ]
        more = [label("{number} more", number=words.number(len(shown) - _MAX_MARKS))] if len(shown) > _MAX_MARKS else []
        return Markdown("; ".join([*parts, *more]))

    def line(self, line: Line) -> Markdown:
        """A sentence and where it is said."""
        note = words.support(line)
        return Markdown(f"{escaped(words.in_full(line))} ({f'{note}; ' if note else ''}{self.marks(line)})")

    def credited(self, line: Line) -> Markdown:
        """A sentence with whose word it is, and without where it is said: for headings."""
        return escaped(words.in_full(line))

    def exact(self, lines: Line | Sequence[Line]) -> Markdown:
        """The words of articles that sentences rest on, and every place where they stand."""
        found = phrases.exact([lines] if isinstance(lines, Line) else lines)
        return Markdown("; ".join(f"{_join_quoted(parts)} ({self.marks(cites)})" for parts, cites in found))

    def dotted(self, parts: Iterable[Any]) -> Markdown:
        """The parts that are there, with a dot between them."""
        return Markdown(" · ".join(filter(None, map(escaped, parts))))

    def listed(self, parts: Iterable[Any]) -> Markdown:
        """The parts as a sentence lists them."""
        return Markdown(words.listed([escaped(part) for part in parts]))

    def setting(self, story: Story) -> Markdown:
        """Below a headline: where it stands, where and when it happens, and how far it is supported."""
        most = phrases.MOST_PLACES if self._plan.whole else 1
        places = [_with_mark(phrases.named(where), self._marks_alone(where.evidence)) for where in story.places[:most]]
        date = [self.moment(story.date)] if story.date else []
        return self.dotted([self.marks(story.headline), *places, *date, Markdown(f"**{self.summary(story)}**")])

    def summary(self, story: Story) -> Markdown:
        """How far a story is supported: "single source", or how many independent ones, and the agencies credited."""
        return self.dotted([phrases.status(story), *phrases.agencies(story)])

    def short_sources(self) -> Markdown:
        """The articles that a mark above names, and the others of the stories that are told, by their outlets, each number a link where it is on the web.

        A story that rests on "2 independent sources" names both, though one of them may be in another language and not be quoted.
        """
        by_outlet: dict[str, list[int]] = {}
        counted = {number for story in self._briefing.stories if self._plan.tells(story) for number in story.articles}
        for number in sorted({*self._cited, *counted}):
            by_outlet.setdefault(self._sources.name(number), []).append(number)
        parts = (
            f"{escaped(name)} {', '.join(self._link(number, str(number)) for number in numbers)}"
            for name, numbers in by_outlet.items()
        )
        return Markdown(" · ".join(parts))

    def brief(self, story: Story) -> Markdown:
        """A story that is told in a line: what it is, and its headline; of markets and weather, what they did."""
        return Markdown(f"**{sections.slot_label(story.slot)}{label(':')}** {self.line(sections.brief_line(story))}")

    def comment(self, comment: sections.Comment) -> Markdown:
        """A piece of opinion or analysis: what it is, its headline, who wrote it, and on which story."""
        by = f", {label('by {names}', names=escaped(words.listed(comment.authors)))}" if comment.authors else ""
        about = f" · {phrases.stories([comment.story])}" if comment.story else ""
        return Markdown(
            f"**{sections.slot_label(comment.slot)}{label(':')}** {escaped(words.in_full(comment.line))}{by} ({self.marks(comment.line)}){about}"
        )

    def side(self, side: Side, story: Story | None = None) -> Markdown:
        """One side of a disagreement, the outlet that says so first; without its sentence where the `story` is told in that."""
        is_told = story is not None and all(sections.is_told(line, story) for line in side.lines)
        if side.figures and (not self._plan.whole or is_told):
            mark = self._mark(side.lines[0].evidence[0])
            return Markdown(
                f"{escaped(phrases.outlets(side, self._sources))}{label(':')} **{escaped(side.value)}** ({mark})"
            )
        return Markdown("; ".join(self._by_outlet(side, parts, cites) for parts, cites in phrases.exact(side.lines)))

    def _by_outlet(self, side: Side, parts: Sequence[str], cites: Sequence[Cite]) -> str:
        names = words.listed([escaped(name) for name in self._sources.outlets(cite.article for cite in cites)])
        shown = cites if self._plan.whole else cites[:1]
        marks = ", ".join(self._mark(cite) for cite in dict.fromkeys(shown))
        by = phrases.attribution_of_side([figure for figure in side.figures if figure.line.evidence[0] in cites])
        said = f"**{names}{label(':')} {escaped(side.value)}**{f', {escaped(by)}' if by else ''}"
        return f"{said} — {_join_quoted(parts)} ({marks})"

    def source(self, number: int) -> Markdown:
        """An article of the list of sources."""
        title = self._link(number, self._sources.title(number))
        return self.dotted([Markdown(f"**{number}** {title}"), *self._sources.facts(number)])

    def figure(self, figure: Figure) -> Markdown:
        """A figure and its sentence: a label would say less of what it counts, and who gives it."""
        return Markdown(f"**{escaped(phrases.number(figure))}** — {self.line(figure.line)}")

    def quote(self, quote: StoryQuote) -> Markdown:
        """A quotation as a block."""
        speaker = f"**{escaped(quote.speaker)}**" if quote.speaker else words.unknown_speaker()
        role = f", {escaped(quote.role)}" if quote.role else ""
        cue = f" ({escaped(quote.cue)})" if quote.cue and (self._plan.whole or quote.cue != "said") else ""
        also = f"; {label('also')} {self.marks(quote.also)}" if quote.also else ""
        said = "".join(joint + _join_quoted([part]) for joint, part in phrases.parts(quote))
        return Markdown(f"> {said}\n>\n> — {speaker}{role}{cue} · {self.marks(quote, every=True)}{also}")

    def moment(self, moment: Moment | Ahead) -> Markdown:
        """A date, in the article's words too, and what happens then."""
        each = moment.moment if isinstance(moment, Ahead) else moment
        said = phrases.said(each) if self._plan.whole else None
        day = phrases.day_of(each, self._briefing) if isinstance(moment, Ahead) else phrases.when(each)
        date = f"{escaped(day)}{f' ({words.marked(escaped(said))})' if said else ''}"
        what = sections.entry(moment, self._briefing) if isinstance(moment, Ahead) else each.what
        if what is None:
            return _with_mark(Markdown(date), self._marks_alone(each.evidence))
        story = f" · {phrases.stories([moment.story])}" if isinstance(moment, Ahead) and moment.story else ""
        about = sections.context(moment, self._briefing) if isinstance(moment, Ahead) else None
        headed = f"{self.credited(about)}{label(':')} " if about is not None else ""
        return Markdown(f"**{date}** — {headed}{self.line(what)}{story}")

    def person(self, person: Party) -> Markdown:
        """A participant, by all of its names."""
        called = phrases.role(person)
        also = (
            f", {label('also')} {words.listed([escaped(alias) for alias in person.aliases])}" if person.aliases else ""
        )
        role = f", {escaped(called)}" if called else ""
        return Markdown(
            f"**{escaped(person.name)}**{role}{also}, {words.counted(person.mentions, 'mention')} ({self.marks(person)})"
        )

    def indexed(self, entry: Indexed) -> Markdown:
        """A line of the index."""
        called = phrases.role(entry)
        evidence = phrases.evidence_of(entry, self._briefing)
        where = f" ({self.marks(evidence[:1])})" if evidence else ""
        role = f", {escaped(called)}" if called else ""
        return Markdown(f"**{escaped(entry.name)}**{role}{where} · {phrases.stories(entry.stories)}")

    def change(self, change: Change, story: Story | None = None) -> Markdown:
        """What is different about a story: before and now; without the sentence where the `story` begins with it."""
        since = f", {words.date(change.since)}" if change.since else ""
        about = phrases.about(change)
        before = change.before if self._plan.whole else None
        now = f"{label('Now')}{label(':')} "
        is_said = story is None or not sections.is_by_sentence(change, story)
        if change.values and change.now and is_said:
            was = f"{label(':')} {label('Before')}{escaped(since)}{label(':')} {self.line(before)}" if before else ""
            return Markdown(f"{escaped(about)} ({self.marks(change.now)}){was}")
        parts = [
            *([escaped(about) + (label(":") if change.now or before else "")] if about else []),
            *(
                [f"{label('Before')}{escaped(since) if since else ''}{label(':')} {self.line(before)}"]
                if before
                else []
            ),
            *([f"{now if before else ''}{self.line(change.now)}"] if change.now else []),
        ]
        return Markdown(" ".join(parts))

    def reason(self, reason: Any) -> Markdown:
        """Why two cards are in one story."""
        first, second = reason.articles
        shared = "; ".join(map(escaped, reason.shared)) or label("nothing named")
        return Markdown(
            f"{label('articles {first} and {second}', first=first, second=second)}{label(':')} {words.number(reason.score, 2)} ({shared})"
        )

    def _outlet(self, number: int) -> list[str]:
        outlet = self._sources.outlet(number)
        return [escaped(outlet)] if outlet else []

    def _marks_alone(self, evidence: Sequence[Cite]) -> Markdown:
        """The first mark, without the outlet: for a place or a date, which stand beside a headline's."""
        return Markdown(self._mark(evidence[0]))

    def _mark(self, cite: Cite) -> str:
        key = (cite.article, cite.start, cite.end)
        self._cited[cite.article] = None
        if key not in self._links:
            target = self._sources.passage(cite)
            if target:
                self._links[key] = target
        return f"[{_label(key)}]"

    def _link(self, number: int, shown: str) -> Markdown:
        target = self._sources.addresses[number]
        if target is None:
            return escaped(shown)
        self._links[number,] = target
        return Markdown(f"[{escaped(shown)}][{number}]")


def _label(key: tuple[int, ...]) -> str:
    """What a reference is known by: "3" for an article, "3:119–308" for characters of it."""
    article, *span = key
    return f"{article}:{'–'.join(map(str, span))}" if span else str(article)


def _with_mark(value: str, mark: Markdown) -> Markdown:
    return Markdown(f"{escaped(value)} {mark}")


def _join_quoted(parts: Sequence[str]) -> str:
    return " … ".join(words.marked(escaped(part)) for part in parts)
