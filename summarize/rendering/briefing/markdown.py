"""A briefing as Markdown that reads well raw and rendered. What stands where is the template's; how it is written, `form`'s."""

from __future__ import annotations

import re

from summarize.briefing import Briefing
from summarize.rendering.briefing import phrases
from summarize.rendering.briefing.counting import fullest, words_in
from summarize.rendering.briefing.form import MarkdownForm
from summarize.rendering.briefing.once import told_once
from summarize.rendering.briefing.plan import Plan, fit_to_length
from summarize.rendering.briefing.sources import told_in
from summarize.rendering.briefing.template import fill
from summarize.rendering.labels import labels_in

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def to_markdown(
    briefing: Briefing, template: str | None = None, name: str = "template", language: str | None = None
) -> str:
    """The briefing as Markdown.

    Raises:
        ConfigurationError: something is wrong with `template`.
    """
    with labels_in(language, told_in(briefing)):
        return _whole(briefing, template, name)


def _whole(briefing: Briefing, template: str | None, name: str) -> str:
    briefing = told_once(briefing)
    plan, words_of_it = plan_markdown(briefing)
    document, links = _fill_document(briefing, plan, words_of_it, template, name)
    return f"{document}\n\n{links}\n" if links else f"{document}\n"


def plan_markdown(briefing: Briefing, spare: int = 0) -> tuple[Plan, int]:
    """What is shown at a briefing's length, and how many words are read of it in Markdown: see `counting`."""

    def text(plan: Plan, briefing: Briefing) -> str:
        return _fill_document(briefing, plan, None, None, "template")[0].partition("\n---\n")[2]

    def count(briefing: Briefing, plan: Plan) -> int:
        # The words on how it was made are not read for its length, but many count them.
        return fullest(text(plan, briefing), len(" · ".join(phrases.made(briefing)).split()))

    plan = fit_to_length(briefing, count, spare)
    return plan, words_in(text(plan, briefing))


def _fill_document(
    briefing: Briefing, plan: Plan, count: int | None, template: str | None, name: str
) -> tuple[str, str]:
    """The document, and the targets of its marks; without a `count` of its words it is made for them to be counted."""
    form = MarkdownForm(briefing, plan, count)
    document = fill(template, name, form.values())
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", document)).strip("\n"), form.links()
