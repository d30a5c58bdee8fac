"""Invented briefings for the tests: one with something in every field, and an empty one."""

from __future__ import annotations

from summarize.briefing import (
    Ahead,
    Briefing,
    Change,
    Coverage,
    Criterion,
    Disagreement,
    Figure,
    Indexed,
    Line,
    Made,
    Moment,
    Party,
    Reason,
    Side,
    Skipped,
    Story,
    StoryPlace,
    StoryQuote,
    Top,
)
from summarize.briefing.briefing import Length
from summarize.card import Usage

from .articles import articles, at

TREATED = "Forty-one people were treated for smoke after a fire at the old rope works in Hamnøy on Thursday night, the county hospital said."
TREATED_TOO = (
    "At least 38 people were treated after a fire in Hamnøy's rope works, the fire service said on Friday morning."
)
VOTED = "The harbour council of Skerry voted by 9 to 4 on Friday to keep the night ferry to Hamnøy running until March."
MEETS = "The council meets again on 4 December to decide who pays."
QUESTION = "The police will question the hall's manager, Jonas Brekke, on 24 November."


def said(number: int, words: str, text: str | None = None) -> Line:
    """A sentence of an article, or one that its words support."""
    return Line(text=text or words, support="judged" if text else "verbatim", evidence=(at(number, words),))


def figure(number: int, line: str, value: str, about: str, **fields: object) -> Figure:
    """A figure in a sentence of an article."""
    return Figure.model_validate(
        {"evidence": (at(number, value),), "about": about, "value": value, "amount": None, "line": said(number, line)}
        | fields
    )


def moment(number: int, words: str, start: str, line: str | None, end: str | None = None) -> Moment:
    """A date of an article."""
    what = said(number, line) if line else None
    return Moment(evidence=(at(number, words),), start=start, end=end, precision="day", words=words, what=what)


def fire() -> Story:
    """A story with something in every field."""
    treated = figure(1, TREATED, "Forty-one", "treated", amount=41.0, attributed_to="the county hospital")
    treated_too = figure(
        2,
        TREATED_TOO,
        "38",
        "treated",
        amount=38.0,
        bound="least",
        attributed_to="the fire service",
        as_of="2026-11-20",
    )
    return Story(
        number=1,
        key="hamnoy-fire",
        headline=said(1, "Rope works fire in Hamnøy: 41 people treated"),
        lede=said(1, TREATED),
        facts=(
            said(1, "Fire crews from three towns worked until dawn."),
            said(2, "Damage is put at 11 million kroner."),
            Line(
                text="The quay is closed and a concert hall with 120 people burnt.",
                support="judged",
                evidence=(
                    at(1, "About 120 people were in the building for a concert."),
                    at(1, "The quay stays closed"),
                ),
            ),
        ),
        places=(
            StoryPlace(name="Hamnøy", country="NO", evidence=(at(1, "Hamnøy"), at(2, "Hamnøy"))),
            StoryPlace(name="the old rope works", country=None, evidence=(at(1, "the old rope works"),)),
        ),
        date=moment(1, "Thursday night", "2026-11-19", None),
        figures=(
            figure(2, "Damage is put at 11 million kroner.", "11 million kroner", "damage", unit="NOK", amount=11e6),
            figure(
                1,
                "About 120 people were in the building for a concert.",
                "120",
                "in the building",
                bound="about",
                as_of="2026-11-20T06:40:00+01:00",
            ),
        ),
        disagreements=(
            Disagreement(
                about="treated",
                kind="figure",
                sides=(
                    Side(
                        value="Forty-one",
                        figures=(treated,),
                        lines=(said(1, TREATED), said(3, TREATED)),
                    ),
                    Side(value="38", figures=(treated_too,), lines=(said(2, TREATED_TOO),)),
                ),
            ),
            Disagreement(
                about="where the fire began",
                kind="attribution",
                sides=(
                    Side(
                        value="a workshop on the first floor",
                        lines=(said(1, "The fire began in a workshop on the first floor, according to the police."),),
                    ),
                    Side(
                        value="the kitchen",
                        lines=(said(2, "The fire started in the kitchen, a guard told this newspaper."),),
                    ),
                ),
            ),
        ),
        quotes=(
            StoryQuote(
                text="We heard the roof before we saw it, Then the whole quay was lit.",
                speaker="Ada Lund",
                role="mayor of Hamnøy",
                cue="said",
                evidence=(at(1, "We heard the roof before we saw it,"), at(1, "Then the whole quay was lit.")),
                also=(at(2, "Then the whole quay was lit,"),),
            ),
        ),
        people=(
            Party(
                name="Ada Lund",
                role="mayor of Hamnøy",
                kind="person",
                mentions=2,
                aliases=("Lund",),
                evidence=(at(1, "Ada Lund, mayor of Hamnøy"), at(2, "Lund")),
            ),
            Party(
                name="Jonas Brekke",
                role="the hall's manager",
                kind="person",
                mentions=1,
                evidence=(at(1, "the hall's manager, Jonas Brekke"),),
            ),
        ),
        timeline=(
            moment(1, "1904", "1904", "The rope works opened in 1904 and has been a concert hall since 1998."),
            moment(1, "Thursday night", "2026-11-19", TREATED),
        ),
        background=(said(1, "The rope works opened in 1904 and has been a concert hall since 1998."),),
        ahead=(
            moment(1, "on 24 November", "2026-11-24", QUESTION),
            moment(1, "until 30 November", "2026-11-30", "The quay stays closed until 30 November."),
        ),
        articles=(1, 2, 3),
        coverage=Coverage(articles=3, outlets=3, independent=2, agencies=("NTB",)),
        changes=(
            Change(
                kind="updated",
                since="2026-11-19",
                about="treated",
                before=said(
                    7,
                    "Seven people were treated for smoke after a fire at the rope works in Hamnøy, the police said late on Thursday.",
                ),
                now=said(1, TREATED),
                values=("Seven", "Forty-one"),
            ),
            Change(kind="corrected", since="2026-11-19", about="the day of the concert", now=said(1, TREATED)),
        ),
        scores={"independent sources": 0.66, "articles": 0.5},
        reasons=(
            Reason(articles=(1, 2), score=0.81, shared=("rope works", "Hamnøy", "20 November 2026")),
            Reason(articles=(1, 3), score=1.0, shared=("nearly the same text",)),
        ),
        warnings=("One article is partly for subscribers.",),
    )


def ferry() -> Story:
    """A story of a single source, in a mail message, with a date to come."""
    return Story(
        number=2,
        key="skerry-ferry",
        headline=said(4, "Skerry keeps its night ferry"),
        lede=said(4, VOTED),
        places=(StoryPlace(name="Skerry", country=None, evidence=(at(4, "SKERRY"),)),),
        date=moment(4, "on Friday", "2026-11-20", None),
        figures=(figure(4, VOTED, "9 to 4", "votes"),),
        people=(
            Party(
                name="Harbour council of Skerry",
                role=None,
                kind="organisation",
                mentions=2,
                evidence=(at(4, "harbour council of Skerry"),),
            ),
        ),
        ahead=(moment(4, "on 4 December", "2026-12-04", MEETS),),
        articles=(4,),
        coverage=Coverage(articles=1, outlets=1, independent=1),
        changes=(Change(kind="new", now=said(4, VOTED)),),
    )


def brief(number: int, article: int, headline: str, lede: str) -> Story:
    """A story that says no more than its headline and lede."""
    return Story(
        number=number,
        key=f"story-{number}",
        headline=said(article, headline),
        lede=said(article, lede),
        articles=(article,),
        coverage=Coverage(articles=1, outlets=1, independent=1),
        changes=(Change(kind="unchanged", since="2026-11-19"),),
    )


def made(**fields: object) -> Made:
    """How the samples were made."""
    return Made.model_validate(
        {"created": "2026-11-20T10:31:00Z", "tool_version": "0.2.0", "engine": "extractive", "cards": 6, "seconds": 4.2}
        | fields
    )


def full(length: Length = "standard") -> Briefing:
    """A briefing with something in every field."""
    water = "The Aldern reservoir is at 62 per cent of its capacity, the water board said on Friday."
    library = "The library in Aldern will open on Sundays from January, its director, Mette Sand, said."
    strike = "Bakers in Aldern went back to work on Wednesday after eleven days."
    stories = (
        fire(),
        ferry(),
        brief(3, 5, "Reservoir notice", water),
        brief(4, 6, "Library opens on Sundays", library),
    )
    return Briefing(
        title="Coast desk",
        date="2026-11-20",
        zone="Europe/Oslo",
        since="2026-11-19",
        length=length,
        previous="2026-11-19",
        articles=articles(),
        skipped=(
            Skipped(source="https://quay.example/video/17", reason="the page holds no article"),
            Skipped(source="inbox/logo.png", reason="not a text"),
            Skipped(source="https://skerry.example/live", reason="the page holds no article"),
        ),
        top=(Top(story=1, line=said(1, TREATED)), Top(story=2, line=said(4, VOTED))),
        stories=stories,
        full=2,
        quiet=(brief(5, 8, "Bakers in Aldern end their strike", strike).model_copy(update={"changes": ()}),),
        ahead=(
            Ahead(story=1, moment=fire().ahead[0]),
            Ahead(story=2, moment=ferry().ahead[0]),
            Ahead(story=1, moment=fire().ahead[1]),
        ),
        index=(
            Indexed(name="Ada Lund", role="mayor of Hamnøy", kind="person", stories=(1,)),
            Indexed(name="Harbour council of Skerry", role=None, kind="organisation", stories=(1, 2)),
            Indexed(name="Jonas Brekke", role="the hall's manager", kind="person", stories=(1,)),
        ),
        criteria=(
            Criterion(name="independent sources", meaning="sources that are not copies of each other", weight=2.0),
            Criterion(name="articles", meaning="articles of the day", weight=1.0),
        ),
        watch=("Hamnøy", "night ferry"),
        warnings=("1 article has no date: reservoir.txt",),
        made=made(
            engine="model",
            model="example-small",
            prompt="brief/v1",
            nlp="en_core_web_sm 3.8.0",
            reused=2,
            usage=Usage(input_tokens=3210, output_tokens=412, requests=4),
            cost_usd=0.0031,
        ),
    )


def empty() -> Briefing:
    """A day on which nothing could be read."""
    return Briefing(
        title="Coast desk",
        date="2026-11-21",
        zone="UTC",
        since="2026-11-21",
        articles=(),
        skipped=(Skipped(source="inbox/logo.png", reason="not a text"),),
        made=made(cards=0, seconds=0.1),
    )
