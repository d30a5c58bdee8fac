"""A briefing as Markdown that reads well raw and rendered. What stands where is the template's; how it is written, `form`'s."""

from __future__ import annotations

import re

from summarize.briefing import Briefing
from summarize.rendering.briefing.form import Form
from summarize.rendering.briefing.once import told_once
from summarize.rendering.briefing.plan import Plan, fitted
from summarize.rendering.briefing.sources import told_in
from summarize.rendering.briefing.template import fill
from summarize.rendering.labels import spoken

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def to_markdown(
    briefing: Briefing, template: str | None = None, name: str = "template", language: str | None = None
) -> str:
    """The briefing as Markdown.

    Raises:
        ConfigurationError: something is wrong with `template`.
    """
    with spoken(language, told_in(briefing)):
        return _whole(briefing, template, name)


def _whole(briefing: Briefing, template: str | None, name: str) -> str:
    briefing = told_once(briefing)
    plan, words_of_it = planned(briefing)
    document, links = _filled(briefing, plan, words_of_it, template, name)
    return f"{document}\n\n{links}\n" if links else f"{document}\n"


def planned(briefing: Briefing) -> tuple[Plan, int]:
    """What is shown at a briefing's length, and how many words that is in Markdown: front matter and the targets of links aside."""

    def count(briefing: Briefing, plan: Plan) -> int:
        document, _ = _filled(briefing, plan, 0, None, "template")
        return len(document.partition("\n---\n")[2].split())

    return fitted(briefing, count)


def _filled(briefing: Briefing, plan: Plan, count: int, template: str | None, name: str) -> tuple[str, str]:
    """The document, and the targets of its marks."""
    form = Form(briefing, plan, count)
    document = fill(template, name, form.values())
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", document)).strip("\n"), form.links()
