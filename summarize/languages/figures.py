"""What the figures of a day's articles are of, as a language's table tells it: tolls, sums, counts, times and causes."""

from __future__ import annotations

from summarize.languages.loader import Pattern, Table, Words, load


class TollRow(Table):
    """What a number counts, by an expression for the words behind it, or for those before it ("": none). Rows of one `about` count the same."""

    about: str
    after: str = ""
    before: str = ""
    both: bool = False
    """The words before the number and those behind it must be there, not one of the two."""
    bare: bool = False
    """Nothing stands between the number and the words behind it: "said 20,000 had come"."""
    total: bool = False
    """The number is of all, whatever part of them the same account counts elsewhere."""
    examples: tuple[str, ...]
    counter_example: str


class InstantRow(Table):
    """Words for one moment of an event."""

    about: str
    words: str
    is_foretold: bool = False
    """It is of one day that accounts foretell: the landfall of a storm."""
    is_length: bool = False
    """It is no moment, but how long something lasted: lengths of time are compared by such rows alone, and hours by the others."""
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
    is_when: bool = False
    """It is by when, or when, which is another from day to day."""
    examples: tuple[str, ...]
    counter_example: str


class CauseRow(Table):
    """A way to say what, or who, is to blame, by an expression with `what` for it."""

    pattern: Pattern
    is_no_news: bool = False
    """It is none where the title or the first sentence tell of what gave way: that is the news itself."""
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
    whole_before: Pattern
    joined: Pattern
    measure_of: Pattern
    in_spite: Pattern
    share_opens: Pattern
    period: Pattern
    anybody: Words
    verb_form: Pattern
    noun_follows: Pattern
    light_verbs: Words
    vague_verbs: Words
    counting: Pattern
    count_of: Pattern
    own_deed: Pattern
    whatever: Words
    another: Words
    costing: Pattern
    number_of: Pattern
    no_noun: Words
    vote: Pattern
    results: tuple[str, ...]
    speech: Words
    saying: Words
    blaming: Words
    bare: Words
    of_the_same: Pattern
    of_one_person: Pattern
    definite: Words
    determiners: Words
    according: str
    passive: Words
    beside_speech: Words
    holder_until: Pattern
    singulars: dict[str, str]
    no_holder: Pattern
    told_beside: Pattern
    who_says: Pattern
    auxiliaries: Words
    to_come: Words
    joins: Words
    long_ago: Pattern
    earlier: Pattern
    keeps_to: Pattern
    kept: Words
    called_to_mind: Pattern
    points_back: Pattern
    estimates_anew: str
    valued_by: Pattern
    moving: Words
    unnamed: Words
    rising: Words
    counted_anew: Pattern
    counted_wrong: Pattern
    moved_from: Pattern
    moves_a_count: Pattern
    of_its_own: Pattern
    moved_to: Pattern
    had_said_so_many: Pattern
    up_from: Pattern
    not_what_was: Pattern
    as_it_said: Pattern
    what_moves: Pattern
    by_then: Pattern
    contested: Pattern
    gives_another: Pattern
    other_count: Pattern
    other_count_of_it: Pattern
    other_count_alone: Pattern
    disputer: Pattern
    quarrels: Pattern
    one_count: dict[str, str]
    in_hospital: dict[str, str]
    hurt: Pattern
    hospital: Pattern
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
    deadly: tuple[str, ...]
    day_of_event: Pattern
    place_behind: Pattern
    some_people: Words
    some_among: Words
    rescuing: Words
    rescued_by: Pattern
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
    opens_apart: Pattern
    others_after: Pattern
    whole_after: Pattern
    doers: Pattern
    lone_one: Pattern
    inserted: Pattern
    returned_after: Pattern
    can_return: Words
    can_be_found: Words
    found_after: Pattern
    moved_by: Pattern
    put_up_to: Pattern
    who_behind: Pattern
    nobody: Pattern
    speaks_for_one: Pattern
    only_named: Pattern
    below: tuple[str, ...]
    strictly: tuple[str, ...]
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


def figures(language: str) -> FigureWords:
    """What figures are of in a language."""
    return load(FigureWords, f"{language}/figures.toml")
