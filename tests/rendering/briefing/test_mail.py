"""Rules of a briefing as a mail message."""

from __future__ import annotations

import email
import email.policy
import json
import re
import uuid

import pytest
from hypothesis import given
from hypothesis import settings as examples

from summarize.outputs import Output, output_in
from summarize.rendering.briefing import render_briefing, to_calendar
from summarize.rendering.briefing.mail import MAX_BYTES
from summarize.rendering.room import Day, Listing, to_json_feed
from tests.rendering.cards import HOSTILE
from tests.rendering.test_html import Page
from tests.rendering.test_safe import DENSE_TEXT

from . import samples
from .hostile import hostile
from .many import large


def parts(document: str) -> tuple[email.message.EmailMessage, str, str]:
    """The message, its text and its HTML."""
    message = email.message_from_string(document, policy=email.policy.default)
    text, html = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert text is not None
    assert html is not None
    return message, text.get_content(), html.get_content()


def test_message() -> None:
    """A message has a subject with the day and the first headline, the same lines in both parts, and is known as this program's own."""
    document = render_briefing(samples.full(), "eml")
    message, text, html = parts(document)
    assert message["Subject"] == "Coast desk, 20 November 2026: Rope works fire in Hamnøy: 41 people treated"
    assert message["Date"] == "Fri, 20 Nov 2026 10:31:00 +0000"
    for words in ("Skerry keeps its night ferry", "treated: seven → forty-one", "24 November 2026", "words, 2 minutes"):
        assert words in text
        assert words in html
    said = next(line for line in text.splitlines() if "2 minutes" in line)
    read = " ".join(
        text.rstrip().splitlines()[:-1]
    ).split()  # its own, and not those of another form, nor how it was made
    assert f"{sum(any(map(str.isalnum, word)) for word in read)} words" in said
    assert "https://quay.example/2026/11/20/rope_works#:~:text=" in html
    assert output_in(document.encode()) == Output("briefing", "2026-11-20", 6)


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Coast " * 22, None),
        ("Coast " * 24, f"{('Coast ' * 24).strip()}, 20 November 2026: Rope works fire in Hamnøy: 41 people…"),
        ("Coast " * 40, f"{('Coast ' * 33).strip()}…"),
        ("Coast, " * 40, f"{('Coast, ' * 28).strip(' ,')}…"),
        ("x" * 300, f"{'x' * 199}…"),
        ("港口" * 150, f"{'港口' * 99}港…"),
    ],
    ids=["fits", "headline", "title", "comma", "one word", "no spaces"],
)
def test_a_long_subject(title: str, subject: str | None) -> None:
    """A subject of more than 200 characters ends between two words, where there are any, with an ellipsis; one that fits is whole."""
    message, _, _ = parts(render_briefing(samples.full().model_copy(update={"title": title.strip()}), "eml"))
    whole = f"{title.strip()}, 20 November 2026: Rope works fire in Hamnøy: 41 people treated"
    assert message["Subject"] == (subject or whole)
    assert len(message["Subject"]) <= 200


@pytest.mark.parametrize(
    ("created", "day", "moment"),
    [
        ("2026-11-20T10:31:00+00:00", "2026-11-20", "2026-11-20T10:31:00"),
        ("2026-11-20T10:31:00", "2026-11-20", "2026-11-20T10:31:00"),
        ("2026-11-20T10:31:00+02:00", "2026-11-20", "2026-11-20T08:31:00"),
        ("today", "2026-11-20", "2026-11-20T00:00:00"),
        ("0001-01-01T00:00:00+02:00", "2026-11-20", "2026-11-20T00:00:00"),
        ("today", "tomorrow", "1970-01-01T00:00:00"),
    ],
)
def test_when_it_was_made(created: str, day: str, moment: str) -> None:
    """Mail, calendar and feeds agree on when a briefing was made, also of a stamp that cannot be read: then it is the beginning of its day."""
    made = samples.full()
    made = made.model_copy(update={"date": day, "made": made.made.model_copy(update={"created": created})})
    message, _, _ = parts(render_briefing(made, "eml"))
    stamps = set(re.findall(r"^DTSTAMP:(.*)\r$", to_calendar(made), re.MULTILINE))
    (item,) = json.loads(to_json_feed(Listing(room=str(uuid.uuid4()), days=(Day.of(made),)), None))["items"]
    assert message["Date"].datetime.isoformat() == f"{moment}+00:00"
    assert stamps == {f"{moment}Z".replace("-", "").replace(":", "")}
    assert item["date_modified"] == f"{moment}Z"


@pytest.mark.parametrize("length", ["standard", "all"])
def test_it_is_not_cut_off(length: str) -> None:
    """The HTML of a day of sixty stories is small enough for programs that cut a message, has no script and no style sheet."""
    _, _, html = parts(render_briefing(large(60).model_copy(update={"length": length}), "eml"))
    assert len(html.encode()) < MAX_BYTES
    assert not {"script", "style", "link", "img"} & {tag for tag, _ in Page(html).elements}


@examples(max_examples=25)
@given(DENSE_TEXT)
def test_hostile_texts(payload: str) -> None:
    """No text makes a header, a part, a line of the text part, an element, or a link to anywhere but the web."""
    document = render_briefing(
        hostile(payload + HOSTILE + "\r\nBcc: all@example.com\r\n\r\n--=_summarize_briefing\r\n"), "eml"
    )
    message, text, html = parts(document)
    assert set(message.keys()) <= {"X-Mailer", "Subject", "Date", "MIME-Version", "Content-Type", "X-Unsent"}
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert all(href.startswith(("http://", "https://")) for href in Page(html).all("href"))
    assert not re.search(r"(?m)^Bcc:", text)
    assert {tag for tag, _ in Page(html).elements} <= set("html head meta title body div h1 h2 h3 p b a span".split())
