"""The text part of a briefing's mail, line by line: what a program shows that shows no HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summarize.briefing import Change, Disagreement, Line, Story
from summarize.rendering import safe, words
from summarize.rendering.briefing import phrases, sections
from summarize.rendering.briefing.plan import Plan
from summarize.rendering.briefing.sources import Sources
from summarize.rendering.labels import label


def to_text(values: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a briefing, from the values that its HTML part is filled with; none holds a line end of an article."""
    briefing, form = values["briefing"], _Text(values["sources"], values["plan"])
    yield safe.one_line(phrases.title(briefing))
    yield f"{safe.one_line(phrases.day(briefing))} · {values['reading']}"
    if not briefing.stories:
        yield from ("", phrases.nothing(briefing))
    yield from _section(label("Top lines"), (f"{top.story}. {form.said(top.line)}" for top in values["tops"]))
    yield from _section(phrases.changes_title(briefing), map(form.changed, values["changed"]))
    for story in values["told"]:
        yield from form.story(story)
    dates = ((phrases.day_of(each.moment, briefing), each.moment.what) for each in values["ahead"])
    yield from _section(
        label("Diary"), (f"{safe.one_line(day)}{label(':')} {form.said(what)}" for day, what in dates if what)
    )
    yield from _section(
        label("Opinion and analysis"),
        (f"{sections.slot_label(each.slot)}{label(':')} {form.said(each.line)}" for each in values["comments"]),
    )
    yield from _section(
        label("In brief"),
        (
            f"{sections.slot_label(each.slot)}{label(':')} {form.said(sections.brief_line(each))}"
            for each in values["briefly"]
        ),
    )
    yield from _section(
        label("Also in the news"), (f"{each.number}. {form.said(each.headline)}" for each in values["noted"])
    )
    yield ""
    yield from map(safe.one_line, filter(None, (values["left_out"], *values["notes"])))
    yield safe.one_line(" · ".join(phrases.made(briefing)))


class _Text:
    """How the parts of a briefing are written."""

    def __init__(self, sources: Sources, plan: Plan) -> None:
        self._sources, self._plan = sources, plan

    def said(self, line: Line) -> str:
        """A sentence and whose article says it."""
        return safe.one_line(f"{words.in_full(line)} ({self._sources.name(line.article)})")

    def changed(self, each: sections.Changed) -> str:
        """What is different about a story."""
        number = "" if each.story.slot == "correction" else f" {each.story.number}."
        headline = [safe.one_line(words.in_full(each.story.headline))] if sections.is_headed(each) else []
        return f"{each.label}{label(':')}{number} {'; '.join([*headline, *map(self._step, sections.steps(each))])}"

    def story(self, story: Story) -> Iterator[str]:
        """A story, as much of it as there is room for."""
        yield ""
        yield f"{story.number}. {safe.one_line(words.in_full(story.headline))}"
        yield f"   {safe.one_line(phrases.standing(story))}"
        yield from (f"   {label('Warning: {warning}', warning=safe.one_line(warning))}" for warning in story.warnings)
        yield f"   {self.said(story.lede)}"
        yield from (
            f"   {label('Why it matters:')} {self.said(why)}"
            for why in self._plan.shown((story.number, "why"), story.why)
        )
        yield from (f"   - {self.said(fact)}" for fact in self._plan.shown((story.number, "facts"), story.facts))
        for each in self._plan.shown((story.number, "disagreements"), story.disagreements):
            yield f"   - {label('The articles differ, {about}', about=safe.one_line(each.about))}{label(':')} {self._sides(each)}"
        for quote in self._plan.shown((story.number, "quotes"), story.quotes):
            parts = " ".join(words.marked(part.text) for part in quote.evidence)
            outlet = self._sources.name(quote.evidence[0].article)
            yield f"   - {safe.one_line(f'{parts} — {quote.speaker or words.unknown_speaker()} ({outlet})')}"

    def _sides(self, differing: Disagreement) -> str:
        sides = []
        for side in differing.sides:
            said = f"{phrases.outlets(side, self._sources)}{label(':')} {side.value}"
            sides.append(safe.one_line(said if side.figures else f"{said} — {self.said(side.lines[0])}"))
        return "; ".join(sides)

    def _step(self, step: Change) -> str:
        if step.now and step.values:
            outlet = self._sources.name(step.now.evidence[0].article)
            return safe.one_line(f"{phrases.about(step) or ''} ({outlet})")
        now = self.said(step.now) if step.now else ""
        return f"{label(':')} ".join(filter(None, (safe.one_line(phrases.about(step) or ""), now)))


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"- {item}" for item in items]
    if lines:
        yield from ("", title.upper(), *lines)
