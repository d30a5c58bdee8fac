"""The words by which stories compare what articles say: figures, corrections, agencies."""

from __future__ import annotations

from summarize.languages.loader import Pattern, Table, Words, load


class TollRow(Table):
    """What a number counts, by an expression for the words behind it, or for those before it ("": none). Rows of one `about` count the same."""

    about: str
    after: str = ""
    before: str = ""
    both: bool = False
    """The words before the number and those behind it must be there, not one of the two."""
    total: bool = False
    """The number is of all, whatever part of them the same account counts elsewhere."""
    examples: tuple[str, ...]
    counter_example: str


class InstantRow(Table):
    """Words for one moment of an event."""

    about: str
    words: str
    examples: tuple[str, ...]
    counter_example: str


class CountedRow(Table):
    """What a toll of people does not count, by an expression for a noun; of the tolls that are `also` counted of it, it makes another toll."""

    name: str
    words: str
    also: Words
    examples: tuple[str, ...]
    counter_example: str


class SumRow(Table):
    """What a sum of money is of, by an expression for words of its sentence."""

    about: str
    words: str
    examples: tuple[str, ...]
    counter_example: str


class AspectRow(Table):
    """What a figure is besides what it counts, by an expression for its sentence with `#` for the number; not of subjects in `but`."""

    name: str
    pattern: Pattern
    but: Words
    examples: tuple[str, ...]
    counter_example: str


class CauseRow(Table):
    """A way to say what, or who, is to blame, by an expression with `what` for it."""

    pattern: Pattern
    of_what_is_told: bool = False
    """What stands behind it must be told of in the title or the first sentence: the coins, not a van."""
    examples: tuple[str, ...]
    counter_example: str


class FigureWords(Table):
    """`figures.toml`: what figures count or measure, who gives them, and which numbers are none."""

    none_before: Pattern
    either: str
    no_count_before: Pattern
    no_count_after: Pattern
    attributive: Pattern
    age_before: Pattern
    foreseen: Pattern
    date_after: Pattern
    currency_after: Pattern
    shares: Words
    measured: Words
    steps: Words
    not_between: Pattern
    prison: Pattern
    years: Pattern
    sentenced: Pattern
    each: Pattern
    spans: Words
    magnitude_before: Pattern
    magnitude_after: Pattern
    noun: Pattern
    noun_of_one: Pattern
    share_behind: Pattern
    share_between: Pattern
    there_before: Pattern
    clock_bound: Pattern
    clock_about: Pattern
    plural: str
    plurals: dict[str, str]
    share_narrowed: Pattern
    joined: Pattern
    measure_of: Pattern
    in_spite: Pattern
    share_opens: Pattern
    period: Pattern
    no_noun: Words
    vote: Pattern
    results: tuple[str, ...]
    speech: Words
    blaming: Words
    bare: Words
    definite: Words
    determiners: Words
    according: str
    passive: Words
    auxiliaries: Words
    joins: Words
    long_ago: Pattern
    earlier: Pattern
    moving: Words
    rising: Words
    counted_anew: Pattern
    contested: Pattern
    one_count: dict[str, str]
    people: Words
    apart: tuple[str, ...]
    of_a_group: Words
    guessed: Words
    guessers: Pattern
    guessed_in: Pattern
    day_parts: tuple[str, ...]
    opens_earlier: Pattern
    at_place: Pattern
    place_before: Pattern
    place_behind: Pattern
    some_people: Words
    opens_on: Pattern
    of_firms: Words
    not_so_many: Pattern
    part_before: Pattern
    part_after: Pattern
    done_to_some: Pattern
    all_of_them: Pattern
    but_for: Pattern
    summed_before: Pattern
    summed_after: Pattern
    not_above: Pattern
    others_before: Pattern
    others_after: Pattern
    whole_after: Pattern
    returned_after: Pattern
    can_return: Words
    moved_by: Pattern
    who_behind: Pattern
    nobody: Pattern
    below: tuple[str, ...]
    above: tuple[str, ...]
    clauses: Words
    parts: Words
    news_nouns: tuple[str, ...]
    unknown: Pattern
    one_cause: tuple[str, ...]
    supposed: Pattern
    any_news: Words
    cause_noun: str
    any_loot: str
    cause: tuple[CauseRow, ...]
    small: Words
    before_names: Words
    names: dict[str, str]
    toll: tuple[TollRow, ...]
    kind: tuple[CountedRow, ...]
    sum: tuple[SumRow, ...]
    instant: tuple[InstantRow, ...]
    aspect: tuple[AspectRow, ...]


class CorrectionWords(Table):
    """`corrections.toml`: how an article says that it was corrected."""

    opens: Pattern
    own_piece: Pattern
    of_itself: Pattern


class ChangeWords(Table):
    """`changes.toml`: how an article says that something is not as it was."""

    moved: Pattern
    moved_thing: Pattern
    beginning: Pattern
    any_plan: Words
    clause_break: Pattern
    describing: Pattern
    held_back: Pattern
    kept_shut: Pattern
    subject: Pattern
    to_whom: Pattern
    once: Words
    no_longer: Pattern
    withdrawn: Pattern
    taken_back: Pattern
    not_taken_back: Pattern
    denied: Pattern
    admitted: Pattern
    coming: Pattern
    would: Pattern
    now_does: Pattern
    was_for: Pattern
    was_against: Pattern
    stoppage: Words
    to_stop: Pattern
    stops_until: Pattern
    given_up: Pattern
    not_that_day: Pattern
    told: Pattern


class AgencyWords(Table):
    """`agencies.toml`: news agencies, and how an article credits one. `{name}` stands for a name."""

    known: dict[str, str]
    article: str
    broadcasters: Words
    name: str
    called_so: Pattern
    supplied: str
    byline: str
    in_foot: tuple[str, ...]
    desks: Pattern


class GroupingWords(Table):
    """`grouping.toml`: what the words of two articles are compared by."""

    endings: tuple[str, ...]
    forms: dict[str, str]
    bare: str
    leaders: Words


class SlotRow(Table):
    """What kind of piece an article is, by an expression for one thing that is known of it: `title`, `section`, `address` or `text`."""

    slot: str
    where: str
    pattern: Pattern
    examples: tuple[str, ...]
    counter_example: str


class ReasonRow(Table):
    """Why something is of no use, by an expression for what it is of: its title where nothing is said."""

    reason: str
    where: str = "title"
    pattern: Pattern
    examples: tuple[str, ...]
    counter_example: str


class SlotWords(Table):
    """`slots.toml`: kinds of pieces, and pages that are none."""

    row: tuple[SlotRow, ...]
    junk: tuple[ReasonRow, ...]


class HeadlineWords(Table):
    """`headlines.toml`: what is left out of a title, and which titles do not tell the news by themselves."""

    kicker: Pattern
    label: Pattern
    tail: Pattern
    refused: tuple[ReasonRow, ...]
    why: tuple[ReasonRow, ...]
    unsaid: tuple[ReasonRow, ...]


class UnlistedRow(Table):
    """Words in front of a name that tell of a place or thing, and of nobody who takes part."""

    before: Pattern
    examples: tuple[str, ...]
    counter_example: str
    full_names: bool = True
    """Holds before a person's full name as well."""


class IndexWords(Table):
    """`index.toml`: which names an index of people and organisations does not list."""

    row: tuple[UnlistedRow, ...]
    modified: Pattern
    titled: Pattern
    between: Words
    either: Words
    counts: Words
    role_ends: Pattern
    person_after: Pattern
    body_after: str
    body_before: str
    letters: Pattern
    second_part: Pattern
    royal_before: Pattern
    also_places: Words
    also_bodies: Words
    body_has: str
    body_does: Pattern
    body_opens: str
    thing_before: Pattern
    thing_after: Pattern
    buildings: Words
    at_before: Pattern
    the_before: Pattern
    part_before: Pattern
    number_after: Pattern
    of_body: Pattern


def index(language: str) -> IndexWords:
    """Which names an index in a language does not list."""
    return load(IndexWords, f"{language}/index.toml")


def slots(language: str) -> SlotWords:
    """What kinds of pieces there are in a language."""
    return load(SlotWords, f"{language}/slots.toml")


def headlines(language: str) -> HeadlineWords:
    """What makes a title in a language of use as a line."""
    return load(HeadlineWords, f"{language}/headlines.toml")


def figures(language: str) -> FigureWords:
    """What figures are of in a language."""
    return load(FigureWords, f"{language}/figures.toml")


def corrections(language: str) -> CorrectionWords:
    """How articles in a language say that they were corrected."""
    return load(CorrectionWords, f"{language}/corrections.toml")


def changes(language: str) -> ChangeWords:
    """How articles in a language say that a plan was moved or given up, or a claim denied."""
    return load(ChangeWords, f"{language}/changes.toml")


def agencies(language: str) -> AgencyWords:
    """How articles in a language credit an agency."""
    return load(AgencyWords, f"{language}/agencies.toml")


def grouping(language: str) -> GroupingWords:
    """What words of a language are compared by."""
    return load(GroupingWords, f"{language}/grouping.toml")
