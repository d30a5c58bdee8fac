"""A briefing as a mail message (`.eml`): a text part and an HTML part that mail programs show whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial
from typing import Any, Final

from summarize.briefing import Briefing, Change, Disagreement, Line, Story
from summarize.briefing.briefing import Length
from summarize.outputs import generator
from summarize.rendering import safe, words
from summarize.rendering.briefing import phrases, sections
from summarize.rendering.briefing.answers import headlined, topped
from summarize.rendering.briefing.counting import words_in
from summarize.rendering.briefing.once import told_once
from summarize.rendering.briefing.plan import Plan, dates_ahead, fit_to_length, left_out, more_ahead
from summarize.rendering.briefing.sources import BriefingSources, told_in
from summarize.rendering.dates import made_at
from summarize.rendering.labels import direction, label, labels_in, language
from summarize.rendering.pages import fragment

MAX_BYTES: Final = 90_000
"""Of the HTML part: some mail programs cut a message at 100 kB."""
_SHORTER: Final[dict[Length, Length]] = {"all": "long", "long": "standard", "standard": "short"}
_MAX_LENGTH: Final = 200
"""Characters of a subject."""
_BOUNDARY: Final = "=_summarize_briefing"


def to_mail(briefing: Briefing, language: str | None = None) -> str:
    """The briefing as a message without sender and recipients, to be opened as a draft; ends in one line end."""
    message = to_message(briefing, language)
    message["X-Unsent"] = "1"  # opened as a draft, to be sent on
    return message.as_string().rstrip("\n") + "\n"


def to_message(briefing: Briefing, language: str | None = None) -> EmailMessage:
    """The briefing as a message without sender and recipients; of `all`, as much as a long one has. For `language`, see `render_briefing`.

    Where its HTML would be too large for a mail, the next shorter length is sent.
    """
    with labels_in(language, told_in(briefing)):
        return _message(briefing)


def _message(briefing: Briefing) -> EmailMessage:
    if briefing.length == "all":
        briefing = briefing.model_copy(update={"length": "long"})
    values = _planned_values(told_once(briefing))
    html = fragment("briefing.mail.html.j2", **values)
    while len(html.encode()) > MAX_BYTES and briefing.length in _SHORTER:
        briefing = briefing.model_copy(update={"length": _SHORTER[briefing.length]})
        values = _planned_values(told_once(briefing))
        html = fragment("briefing.mail.html.j2", **values)
    message = EmailMessage()
    own = sum(article.earlier is None for article in briefing.articles)
    message["X-Mailer"] = generator(briefing.made.tool_version, "briefing", briefing.date, own)
    message["Subject"] = _subject(briefing)
    message["Date"] = format_datetime(made_at(briefing.made.created, briefing.date))
    message.set_content("\n".join(to_text(values)) + "\n", cte="quoted-printable")
    message.add_alternative(str(html), subtype="html", cte="quoted-printable")
    message.set_boundary(_BOUNDARY)
    return message


def _planned_values(briefing: Briefing) -> dict[str, Any]:
    """What both parts show at the briefing's length, in words of the mail's own text: it has fewer marks than Markdown."""

    def count(briefing: Briefing, plan: Plan) -> int:
        *lines, _made = to_text(_values(briefing, plan, 0))
        return sum(map(words_in, lines))

    plan = fit_to_length(briefing, count)
    return _values(briefing, plan, count(briefing, plan))


def _values(briefing: Briefing, plan: Plan, count: int) -> dict[str, Any]:
    """What both parts show of a plan."""
    news = sections.news(briefing)
    told = [story for story in news if plan.tells(story)]
    noted = plan.shown("listed", [story for story in news if not plan.tells(story)])
    briefly = plan.shown("briefly", sections.briefly(briefing))
    skipped = [
        label("Left out: {source}: {reason}", source=each.source, reason=each.reason)
        for each in plan.shown("skipped", briefing.skipped)
    ]
    return {
        "briefing": briefing,
        "title": f"{safe.visible(phrases.title(briefing))}, {safe.visible(words.date(briefing.date))}",
        "plan": plan,
        "reading": phrases.reading(count),
        "sources": BriefingSources(briefing),
        "tops": plan.shown("top", briefing.top),
        "changed": plan.shown("changed", sections.developments(briefing)),
        "told": told,
        "noted": noted,
        "headlined": headlined,
        "topped": partial(topped, briefing),
        "ahead": dates_ahead(briefing, plan),
        "ahead_more": more_ahead(briefing, plan),
        "comments": plan.shown("comments", sections.comments(briefing)),
        "briefly": briefly,
        "left_out": left_out(briefing, plan, told, noted, briefly),
        "notes": [*(label("Warning: {warning}", warning=each) for each in briefing.warnings), *skipped],
        "phrases": phrases,
        "sections": sections,
        "words": words,
        "own": language(),
        "direction": direction(language()),
    }


def _subject(briefing: Briefing) -> str:
    news = sections.news(briefing)
    first = f"{label(':')} {words.in_full(news[0].headline)}" if news else ""
    subject = safe.one_line(f"{phrases.title(briefing)}, {words.date(briefing.date)}{first}")
    if len(subject) <= _MAX_LENGTH:
        return subject
    at = subject.rfind(" ", _MAX_LENGTH // 2, _MAX_LENGTH)  # where words are not parted, between two letters
    return f"{subject[: at if at > 0 else _MAX_LENGTH - 1].rstrip(' ,;:–-')}…"


def to_text(values: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a briefing, from the values that its HTML part is filled with; none holds a line end of an article."""
    briefing, form = values["briefing"], _Text(values["sources"], values["plan"])
    yield safe.one_line(phrases.title(briefing))
    yield f"{safe.one_line(phrases.day(briefing))} · {values['reading']}"
    if not briefing.stories:
        yield from ("", phrases.nothing(briefing))
    yield from _section(
        label("Top lines"),
        (f"{top.story}. {' '.join(map(form.said, topped(briefing, top)))}" for top in values["tops"]),
    )
    yield from _section(phrases.changes_title(briefing), map(form.changed, values["changed"]))
    for story in values["told"]:
        yield from form.story(story)
    yield from _section(label("Diary"), _dates(values, form))
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
        label("Also in the news"),
        (f"{each.number}. {' '.join(map(form.said, headlined(each)))}" for each in values["noted"]),
    )
    yield ""
    yield from map(safe.one_line, filter(None, (values["left_out"], *values["notes"])))
    yield safe.one_line(" · ".join(phrases.made(briefing)))


def _dates(values: Mapping[str, Any], form: _Text) -> Iterator[str]:
    """The entries of the diary, each with the headline of its story where it names nobody, and how many more there are."""
    briefing = values["briefing"]
    for each in values["ahead"]:
        what = sections.entry(each, briefing)
        if what is not None:
            about = sections.context(each, briefing)
            headed = f"{safe.one_line(words.in_full(about))}{label(':')} " if about is not None else ""
            day = safe.one_line(phrases.day_of(each.moment, briefing))
            yield f"{day}{label(':')} {headed}{form.said(what)}"
    if values["ahead_more"]:
        yield values["ahead_more"]


class _Text:
    """How the parts of a briefing are written."""

    def __init__(self, sources: BriefingSources, plan: Plan) -> None:
        self._sources, self._plan = sources, plan

    def said(self, line: Line) -> str:
        """A sentence and whose article says it."""
        return safe.one_line(f"{words.in_full(line)} ({self._sources.name(line.article)})")

    def changed(self, each: sections.Changed) -> str:
        """What is different about a story."""
        number = "" if each.story.slot == "correction" else f" {each.story.number}."
        headline = [safe.one_line(words.in_full(each.story.headline))] if sections.is_headed(each) else []
        return f"{each.label}{label(':')}{number} {'; '.join([*headline, *(self._step(step, each.story) for step in sections.steps(each))])}"

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
            parts = "".join(joint + words.marked(part) for joint, part in phrases.parts(quote))
            outlet = self._sources.name(quote.evidence[0].article)
            speaker = ", ".join(filter(None, (quote.speaker or words.unknown_speaker(), quote.role)))
            yield f"   - {safe.one_line(f'{parts} — {speaker} ({outlet})')}"

    def _sides(self, differing: Disagreement) -> str:
        sides = []
        for side in differing.sides:
            said = f"{phrases.outlets(side, self._sources)}{label(':')} {side.value}"
            sides.append(safe.one_line(said if side.figures else f"{said} — {self.said(side.lines[0])}"))
        return "; ".join(sides)

    def _step(self, step: Change, story: Story) -> str:
        if step.now and step.values and not sections.is_by_sentence(step, story):
            outlet = self._sources.name(step.now.evidence[0].article)
            return safe.one_line(f"{phrases.about(step) or ''} ({outlet})")
        now = self.said(step.now) if step.now else ""
        return f"{label(':')} ".join(filter(None, (safe.one_line(phrases.about(step) or ""), now)))


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"- {item}" for item in items]
    if lines:
        yield from ("", title.upper(), *lines)
