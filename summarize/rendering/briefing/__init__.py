"""A briefing in the forms it is published in. Pure: nothing here reads the environment, a clock or a terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from summarize.briefing import Briefing
from summarize.errors import UsageError
from summarize.rendering.briefing.markdown import to_markdown
from summarize.rendering.briefing.template import check_template
from summarize.rendering.json import to_json

__all__ = ["Form", "check_template", "render_briefing", "to_calendar", "to_html", "to_json", "to_markdown"]

Form = Literal["markdown", "html", "json", "eml", "ics"]


def render_briefing(
    briefing: Briefing, form: Form, template: str | None = None, name: str = "template", language: str | None = None
) -> str:
    """The briefing in `form`, ending in one line end (of a calendar, as its standard wants it, CR and LF).

    Args:
        briefing: the briefing.
        form: what to make of it.
        template: the text of a template for Markdown, in place of the built-in one.
        name: the template's file, for messages.
        language: the language of titles, notes and dates, such as "de". Where nobody has written them in it, or
            none is given: that of all articles, else English.

    Raises:
        UsageError: a template for a form that has none.
        ConfigurationError: something is wrong with the template.
    """
    if template is not None and form != "markdown":
        raise UsageError(f"a template is for a briefing in Markdown, not for {form}")
    match form:
        case "markdown":
            return to_markdown(briefing, template, name, language)
        case "html":
            return to_html(briefing, language)
        case "json":
            return to_json(briefing)
        case "eml":
            from summarize.rendering.briefing.mail import to_mail  # noqa: PLC0415 - the other forms need no mail

            return to_mail(briefing, language)
        case "ics":
            return to_calendar(briefing)


def to_calendar(briefing: Briefing, page_of: Callable[[str], str] | None = None) -> str:
    """The dates ahead as a calendar; `page_of` gives the web address of a story's page by its key."""
    from summarize.rendering.briefing import calendar  # noqa: PLC0415 - the other forms need no calendar

    return calendar.to_calendar(briefing, page_of)


def to_html(briefing: Briefing, language: str | None = None) -> str:
    """The briefing as one self-contained page, each line with the words that it rests on; for `language`, see `render_briefing`."""
    from summarize.rendering.briefing import html  # noqa: PLC0415 - the page's style and script are read for this form alone

    return html.to_html(briefing, language)
