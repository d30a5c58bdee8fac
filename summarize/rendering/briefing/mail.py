"""A briefing as a mail message (`.eml`): a text part and an HTML part that mail programs show whole."""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any, Final

from summarize.briefing import Briefing
from summarize.briefing.briefing import Length
from summarize.outputs import generator
from summarize.rendering import safe, words
from summarize.rendering.briefing import phrases, sections
from summarize.rendering.briefing.mail_text import to_text
from summarize.rendering.briefing.markdown import planned
from summarize.rendering.briefing.plan import minutes
from summarize.rendering.briefing.sources import Sources, told_in
from summarize.rendering.labels import direction, label, language, spoken
from summarize.rendering.pages import fragment
from summarize.rendering.stamps import made_at

MOST_BYTES: Final = 90_000
"""Of the HTML part: some mail programs cut a message at 100 kB."""
_SHORTER: Final[dict[Length, Length]] = {"all": "long", "long": "standard", "standard": "short"}
_LONGEST: Final = 200
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
    with spoken(language, told_in(briefing)):
        return _message(briefing)


def _message(briefing: Briefing) -> EmailMessage:
    if briefing.length == "all":
        briefing = briefing.model_copy(update={"length": "long"})
    values = _values(briefing)
    html = fragment("briefing.mail.html.j2", **values)
    while len(html.encode()) > MOST_BYTES and briefing.length in _SHORTER:
        briefing = briefing.model_copy(update={"length": _SHORTER[briefing.length]})
        values = _values(briefing)
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


def _values(briefing: Briefing) -> dict[str, Any]:
    """What both parts show."""
    plan, count = planned(briefing)
    news = sections.news(briefing)
    told = [story for story in news if plan.tells(story)]
    noted = plan.shown("listed", [story for story in news if not plan.tells(story)])
    skipped = [
        label("Skipped: {source}: {reason}", source=each.source, reason=each.reason)
        for each in plan.shown("skipped", briefing.skipped)
    ]
    return {
        "briefing": briefing,
        "title": f"{safe.visible(phrases.title(briefing))}, {safe.visible(words.date(briefing.date))}",
        "plan": plan,
        "reading": phrases.reading(count, minutes(count)),
        "sources": Sources(briefing),
        "tops": plan.shown("top", briefing.top),
        "changed": plan.shown("changed", sections.developments(briefing)),
        "told": told,
        "noted": noted,
        "ahead": plan.shown("ahead", sections.ahead(briefing)),
        "comments": plan.shown("comments", sections.comments(briefing)),
        "briefly": plan.shown("briefly", sections.briefly(briefing)),
        "left_out": sections.left_out(briefing, len(told), len(noted)),
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
    if len(subject) <= _LONGEST:
        return subject
    at = subject.rfind(" ", _LONGEST // 2, _LONGEST)  # where words are not parted, between two letters
    return f"{subject[: at if at > 0 else _LONGEST - 1].rstrip(' ,;:–-')}…"
