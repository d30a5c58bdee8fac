"""The words by which stories compare what articles say: figures, corrections, agencies."""

from __future__ import annotations

from summarize.languages.loader import Pattern, Table, Words, load


class CorrectionWords(Table):
    """`corrections.toml`: how an article says that it was corrected."""

    opens: Pattern
    names_itself: Pattern
    own_piece: Pattern
    of_itself: Pattern
    title_of_piece: Pattern
    error_told: Pattern
    told_of_error: Pattern


class ChangeWords(Table):
    """`changes.toml`: how an article says that something is not as it was."""

    moved: Pattern
    not_moved: Pattern
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
    on_hold: Pattern
    not_done_now: Pattern
    not_given_up: Pattern
    taken_back: Pattern
    not_taken_back: Pattern
    reopened: Pattern
    was_shut: Pattern
    arrested: Pattern
    was_held: Pattern
    denied: Pattern
    confirmed: Pattern
    out_of_office: Pattern
    went: Pattern
    was_sent_away: Pattern
    sends_somebody: Pattern
    not_leaving: Pattern
    open_quotation: Pattern
    described: Pattern
    how_he_left: str
    not_out_of_office: Pattern
    begun: Pattern
    not_begun: Pattern
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
    from_a_day: Pattern
    to_another: Pattern
    expected_then: Pattern
    will_now: Pattern
    who_was_to: Pattern
    will_on_another: Pattern
    not_that_day: Pattern
    calls_off: Pattern
    is_called_off: Pattern
    cannot_then: Pattern
    as_was_planned: Pattern
    was_to_be_then: Pattern
    had_hoped_to: Pattern
    had_promised_to: Pattern
    says_otherwise: Pattern
    will_not_in_all: Pattern
    called_off_plan: Pattern
    from_that_day: Pattern
    put_off_when_due: Pattern
    to_that_day: Pattern
    new_date: Pattern
    old_date_before: Pattern
    old_date_behind: Pattern
    announced_and_called_off: Pattern
    will_not_then: Pattern
    but_another_day: Pattern
    day_words: Pattern
    will_not: Pattern
    so_much_moved: Pattern
    to_a_sooner_day: Pattern
    to_a_later_day: Pattern
    opens_again: Pattern
    lasts_until: Pattern
    left_so_until: Pattern
    done_to_a_plan: Pattern
    opens_on_another: Pattern
    told: Pattern
    after_what: Pattern
    to_speak: Pattern
    has_spoken: Pattern
    to_meet: Pattern
    have_met: Pattern
    to_visit: Pattern
    has_visited: Pattern
    has_decided: Pattern
    late_in_the_day: Pattern
    over: Pattern
    begins: Pattern
    first_day: Pattern
    takes_place: Pattern
    at_it: Pattern
    whether_to: Pattern
    settled: Pattern
    good_for_that_day: Pattern
    of_that_time: Pattern
    forecast: Pattern


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


class AskingPage(Table):
    """How a page that speaks only to its reader (a form, a shop, an account) is told from an article, with pages that are such and pages that are not."""

    reason: str
    signs: Pattern
    addressed: Pattern
    tells: Pattern
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


class SlotWords(Table):
    """`slots.toml`: kinds of pieces, and pages that are none."""

    row: tuple[SlotRow, ...]
    junk: tuple[ReasonRow, ...]
    asking: tuple[AskingPage, ...]


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
    of_bodies: Words
    occasions: Words
    buildings: Words
    at_before: Pattern
    modifies: Pattern
    noun_after: Pattern
    told_behind: str
    told_before: Pattern
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
