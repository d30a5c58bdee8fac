"""Rules of how much of a briefing is told at a length, and that nothing else decides it."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.briefing import BUDGETS, Ahead, Briefing, Change, Line, Skipped, Top
from summarize.briefing.briefing import Length
from summarize.rendering.briefing import to_markdown
from summarize.rendering.briefing.mail import to_mail

from . import samples
from .many import large


def test_lengths() -> None:
    """Short is headlines with their ledes; long has who takes part, and the index; all has the reasons; nothing of it is in between."""
    short, standard, long, whole = (to_markdown(samples.full(length)) for length in get_args(Length))
    assert "#### " not in short
    assert "1 article has no date" in short
    for title in ("#### Who", "## People and organisations"):
        assert title not in standard
        assert title in long
    assert "#### Why here, and why together" in whole
    assert len(short) < len(standard) < len(long) < len(whole)


_OF_MAKING = re.compile(r" words, | outlets · |^cost_usd:|^(?:- )?made ")
"""Lines that say how long a form is, or how it was made."""


def words(document: str) -> int:
    """The words of a briefing that are read: front matter, marks, the targets of links, signs of Markdown and how it was made aside."""
    text = document.split("---\n", 2)[2]
    text = re.sub(r"(?m)^\[[^\]]+\]: .*$", "", text).rstrip()
    text = re.sub(r"\[\d+:\d+–\d+\]", " ", text).rpartition("\n")[0]
    return sum(any(character.isalnum() for character in word) for word in text.split())


@pytest.mark.parametrize("stories", [3, 40])
@pytest.mark.parametrize("length", BUDGETS)
def test_budgets(length: Length, stories: int) -> None:
    """A form has the words of its length whatever the day, or less on a day that has no more, and says how many it has."""
    briefing = large(stories).model_copy(update={"length": length})
    document = to_markdown(briefing)
    count = words(document)
    assert count <= 1.1 * BUDGETS[length]
    assert count >= min(0.9 * BUDGETS[length], words(to_markdown(briefing.model_copy(update={"length": "all"}))) / 2)
    assert f" · {count:,} words, {max(1, round(count / 230))} minute" in document


@st.composite
def days(draw: st.DrawFn) -> Briefing:
    """A day of stories with ledes, headlines, facts and names of any length, warned of, differing and skipped as it comes."""
    count = draw(st.integers(1, 45))
    briefing = large(count)

    def text(least: int, most: int) -> str:
        return " ".join(
            draw(
                st.lists(
                    st.sampled_from(("tide", "harbour", "ice-bound", "£4", "of", "Brest")),
                    min_size=least,
                    max_size=most,
                )
            )
        )

    def line(of: Line, least: int, most: int) -> Line:
        return of.model_copy(update={"text": text(least, most)})

    stories = [
        story.model_copy(
            update={
                "headline": line(story.headline, 2, 18), "lede": line(story.lede, 3, 35),
                "facts": tuple(line(story.lede, 3, 60) for _ in range(draw(st.integers(0, 4)))),
                "disagreements": story.disagreements[: draw(st.integers(0, 3))], "quotes": story.quotes[: draw(st.integers(0, 2))],
                "slot": draw(st.sampled_from(("news", "news", "news", "sport", "markets"))),
                "warnings": (text(3, 12),) if draw(st.booleans()) else (),
            }
        )
        for story in briefing.stories
    ]  # fmt: skip
    skipped = tuple(
        Skipped(source=f"https://quay.example/{number}", reason=text(2, 14))
        for number in range(draw(st.integers(0, 30)))
    )
    tops = tuple(Top(story=story.number, line=story.headline) for story in stories[:5])
    return briefing.model_copy(
        update={
            "stories": tuple(stories),
            "skipped": skipped,
            "top": tops,
            "warnings": (text(3, 20),) * draw(st.integers(0, 3)),
        }
    )


@given(day=days(), length=st.sampled_from(tuple(BUDGETS)))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
def test_budgets_hold_whatever_the_day(day: Briefing, length: Length) -> None:
    """A form has the words of its length within a tenth, whatever the day holds; fewer only where headlines and ledes do not fill it."""
    count = words(to_markdown(day.model_copy(update={"length": length})))
    assert count <= 1.1 * BUDGETS[length]
    told = [line.text for story in day.stories if story.slot == "news" for line in (story.headline, story.lede)]
    if len(" ".join(told).split()) >= BUDGETS[length]:
        assert count >= 0.9 * BUDGETS[length]


def test_in_the_fewest_words_the_first_change_is_told_before_a_third_story() -> None:
    """At the shortest length what changed in the first story is told, without what its headline and lede say right below."""
    story, *others = samples.full("short").stories
    said = Change(kind="updated", about="treated", now=story.lede)
    counted = Change(kind="updated", about="dead", values=("two", "three"), now=story.facts[0])
    changed = story.model_copy(update={"changes": (said, *[counted] * 3)})
    long = [each.model_copy(update={"lede": each.lede.model_copy(update={"text": "word " * 40})}) for each in others]
    text = to_markdown(samples.full("short").model_copy(update={"stories": (changed, *long)}))
    told = text.partition("## What changed")[2].partition("\n## ")[0]
    assert "two → three" in told
    assert story.lede.text not in told


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (("The court at Brest rules today.", "The mill opens tomorrow."), [True, True]),
        (("word " * 26, "The mill opens tomorrow."), [False, True]),
        (("The court at Brest rules today.", "word " * 26), [True, False]),
    ],
)
def test_in_the_fewest_words_what_is_next_has_a_line(sentences: tuple[str, str], told: list[bool]) -> None:
    """At the shortest length one thing of today and one of tomorrow is told, if its sentence is short and stands by itself, though three stories would fill the words; how many more there are is said."""
    briefing = large(8).model_copy(update={"length": "short"})
    moment = next(each for story in briefing.stories for each in story.ahead if each.what is not None)
    days = (briefing.date, (dt.date.fromisoformat(briefing.date) + dt.timedelta(days=1)).isoformat())
    dates = tuple(
        Ahead(
            story=1,
            moment=moment.model_copy(
                update={"start": day, "end": None, "what": moment.what.model_copy(update={"text": text.strip()})}
            ),
        )
        for day, text in zip(days, sentences, strict=True)
        if moment.what is not None
    )
    later = dates[1].model_copy(update={"moment": dates[1].moment.model_copy(update={"start": "2031-01-01"})})
    document = to_markdown(briefing.model_copy(update={"ahead": (*dates, later)}))
    diary = document.partition("## Diary")[2].partition("\n## ")[0]
    assert [text.strip() in diary for text in sentences] == told
    assert f"- {3 - sum(told)} more" in diary
    assert words(document) <= 1.1 * BUDGETS["short"]


def test_in_the_fewest_words_what_is_told_in_a_line_has_its_line_where_it_fits() -> None:
    """At the shortest length room is kept for the headlines of what is not told, also of sport and the like, once all news has one."""
    briefing = large(8).model_copy(update={"length": "short"})
    *news, sport = briefing.stories
    told = sport.headline.model_copy(update={"text": "Skerry beat Hamnøy 3-1"})
    match = sport.model_copy(update={"slot": "sport", "headline": told})
    text = to_markdown(briefing.model_copy(update={"stories": (*news, match)}))
    assert "**5.** " in text
    assert told.text in text
    assert "Not told at this length" not in text


@pytest.mark.parametrize("length", BUDGETS)
@pytest.mark.parametrize("model", [None, "example-small"])
def test_what_is_told_does_not_depend_on_how_the_cards_came(length: Length, model: str | None) -> None:
    """Cards that are reused, what was asked and paid for them, and how long that took, change the line that says so, and nothing that is told."""
    briefing = large(12).model_copy(update={"length": length})
    told = set()
    for reused, requests, cost, seconds in ((0, 6, 0.5, 3.0), (6, 0, 0.0, 12345.6)):
        usage = briefing.made.usage.model_copy(update={"requests": requests if model else 0})
        paid = cost if model else 0.0
        how = {"model": model, "reused": reused, "usage": usage, "cost_usd": paid, "seconds": seconds}
        made = briefing.model_copy(update={"made": briefing.made.model_copy(update=how)})
        mail = email.message_from_string(to_mail(made), policy=email.policy.default).get_body(("plain",))
        for form, text in (("Markdown", to_markdown(made)), ("mail", mail.get_content() if mail else "")):
            kept = [line for line in text.splitlines() if not _OF_MAKING.search(line)]
            told.add((form, "\n".join(kept)))
    assert len(told) == 2
