"""A story: the cards about one event, merged without losing which article says what."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from summarize.article import Value
from summarize.briefing.parts import Cite, Cited, Line, Slot
from summarize.findings import ParticipantKind, Precision

ChangeKind = Literal["new", "updated", "corrected", "returned", "unchanged", "quiet"]


class Coverage(Value):
    """Who reports a story."""

    articles: int = Field(ge=1, description="Articles of the day.")
    outlets: int = Field(ge=1, description="Publishers of these.")
    independent: int = Field(
        ge=1, description="Sources that are not copies of each other: one agency report in five papers is one."
    )
    agencies: tuple[str, ...] = Field(default=(), description="News agencies that are credited.")

    @property
    def single(self) -> bool:
        """True if all rests on one independent source."""
        return self.independent == 1


class StoryPlace(Cited):
    """Where it happens."""

    name: str
    country: str | None = Field(description="ISO 3166-1 alpha-2; null where unknown.")


class Moment(Cited):
    """A date and what happens then, in an article's words."""

    start: str = Field(description="ISO date at `precision`.")
    end: str | None = Field(default=None, description="Last one of a range, at the same precision.")
    precision: Precision
    words: str = Field(description="The article's words for the date.")
    what: Line | None = Field(
        default=None, description="The sentence that it stands in; null for the date of the news itself."
    )


class Figure(Cited):
    """A number with its unit, as it is printed, and who says so."""

    about: str = Field(description='What is counted, in words that figures are compared by: "dead", "votes for".')
    value: str = Field(description="As printed in the first piece of evidence.")
    amount: float | None = Field(
        description="The number meant, for comparing; null where it is a range or a vague word."
    )
    unit: str | None = Field(default=None, description='Currency code, "%", or a unit of measure; null for a count.')
    bound: Literal["least", "most", "about"] | None = Field(
        default=None, description='"at least", "up to", "about" as the article says.'
    )
    attributed_to: str | None = Field(default=None, description="Whom the sentence gives it to, in its own words.")
    as_of: str | None = Field(default=None, description="When the latest article that says so was published.")
    line: Line = Field(description="The sentence that it stands in.")


class Side(Value):
    """One of the things that are said where articles disagree."""

    value: str = Field(description="As printed.")
    figures: tuple[Figure, ...] = Field(
        default=(), description="The figures that say so, for a disagreement about a figure."
    )
    lines: tuple[Line, ...] = Field(min_length=1, description="Every article that says so, by its sentence.")


class Disagreement(Value):
    """Articles that do not say the same; all of it stands side by side, and none of it is decided."""

    about: str = Field(description='"dead", "date of the vote", "cause".')
    kind: Literal["figure", "date", "attribution"]
    sides: tuple[Side, ...] = Field(min_length=2, description="The latest first.")


class StoryQuote(Cited):
    """A quotation, given once, its words copied from the article that has most of it."""

    text: str = Field(description="The verbatim parts' words, joined by one space.")
    speaker: str | None
    role: str | None
    cue: str | None
    also: tuple[Cite, ...] = Field(default=(), description="The same words, or some of them, in other articles.")


class Party(Cited):
    """A participant, all its names in the story's articles taken together."""

    name: str
    role: str | None
    kind: ParticipantKind
    mentions: int = Field(ge=1)
    aliases: tuple[str, ...] = Field(default=(), description="Other names of cards that were taken for the same.")


class Change(Value):
    """What is different from the last briefing that had the story."""

    kind: ChangeKind
    since: str | None = Field(default=None, description="Date of that briefing; null for a new story.")
    about: str | None = Field(
        default=None, description='What changed: "dead", "date of the vote"; null for the story as a whole.'
    )
    before: Line | None = Field(default=None, description="What was said then, by an article of that briefing.")
    now: Line | None = Field(default=None, description="What is said now.")
    values: tuple[str, str] | None = Field(default=None, description="Both as printed, before and now.")
    attributed_to: str | None = Field(
        default=None,
        description="Whom the value of now is given to, in the article's words; of a correction, the outlet whose it is.",
    )


class Reason(Value):
    """Why two cards are in one story."""

    articles: tuple[int, int]
    score: float = Field(
        description="0 to 1; two cards of one event have at least the threshold that the criteria state."
    )
    shared: tuple[str, ...] = Field(description="What they have in common, the weightiest first.")


class Story(Value):
    """An event and all that the day's articles say of it."""

    number: int = Field(ge=1, description="Its place in the briefing.")
    key: str = Field(description="What it is known by from one briefing to the next.")
    slot: Slot = Field(default="news", description="Where it is told: with the news, or in a line after them.")
    headline: Line
    lede: Line
    facts: tuple[Line, ...] = Field(default=(), description="Further news, each from one article, none said twice.")
    why: tuple[Line, ...] = Field(
        default=(), max_length=1, description="Why it matters: a sentence in which an article says so, if one does."
    )
    places: tuple[StoryPlace, ...] = Field(default=(), description="The main place first.")
    date: Moment | None = Field(default=None, description="When it happens.")
    figures: tuple[Figure, ...] = Field(default=(), description="Figures that no article contradicts.")
    disagreements: tuple[Disagreement, ...] = ()
    quotes: tuple[StoryQuote, ...] = ()
    people: tuple[Party, ...] = ()
    timeline: tuple[Moment, ...] = Field(default=(), description="Up to the day of the briefing, in order.")
    background: tuple[Line, ...] = ()
    ahead: tuple[Moment, ...] = Field(default=(), description="After that day: what is next, only where it is stated.")
    comments: tuple[Line, ...] = Field(
        default=(),
        description="Opinion and analysis about it, each by its headline. Nothing else of the story rests on them.",
    )
    articles: tuple[int, ...] = Field(min_length=1, description="Numbers of the day's articles, the fullest first.")
    coverage: Coverage
    changes: tuple[Change, ...] = Field(default=(), description="Empty where no earlier briefing is known.")
    scores: dict[str, float] = Field(default_factory=dict, description="What each criterion of the order gives it.")
    reasons: tuple[Reason, ...] = Field(default=(), description="Why its cards are together.")
    warnings: tuple[str, ...] = ()
