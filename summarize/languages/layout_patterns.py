"""The expressions that tell a story from the lines around it in a language, as its table writes them."""

from __future__ import annotations

from summarize.languages.loader import Pattern, Table, Words, load


class LayoutPatterns(Table):
    """`layout.toml`: what tells the lines above a story, and its sentences from lines that are no part of it."""

    reported: Pattern
    said: Pattern
    opens_boilerplate: Pattern
    labels_boilerplate: Pattern
    published: Pattern
    publishing: Words
    published_alone: Pattern
    publishing_alone: Words
    first_published: Pattern
    updated: Pattern
    told: Pattern
    """A line that tells when it was published, with @ for its date."""
    headed: Pattern
    """The same of a line above the story alone."""
    beside_stamp: Pattern
    edition_behind: Pattern
    """Behind a date, which edition of a paper it is of."""
    opens_source: Pattern
    """Before the name of an outlet and its date."""
    page_number: Pattern
    """Behind them."""
    desk: Pattern
    """Part of a line that is the desk or agency that wrote it, or the number, price or size of the paper."""
    beside_names: Words
    sections: Words
    """Words of which a section's name is made: "News in English", "Culture & Leisure"."""
    no_stamps: Words
    occasions: Words
    month_may_be_first: Words
    houses: Words
    before_stamp: Words
    opens_stamp: Pattern
    outlet_particles: Words
    station: Pattern
    """What a station of radio or television is called."""
    site_of_paper: Pattern
    definite_article: str
    title_particles: Words
    outlet_words: Words
    outlet_enders: Words
    outlet_openers: Words
    outlet_surnames: Words
    outlet_middles: Words
    outlet_media: Words
    outlet_lands: Words
    outlet_sides: Words
    joins_outlet_words: Words
    kicker: Pattern
    """A line that says that a piece is opinion, analysis or an obituary."""
    kicker_of_byline: Pattern
    byline_openers: Words
    before_outlet: Words
    staff_byline: Pattern
    """A byline that names nobody."""
    byline_labels: Words
    title_words: Words
    """Words that are a title alone: "Correction"."""
    opens_byline: str
    name_particles: Words
    place_particles: Words
    author_note: Pattern
    """A paragraph that says who wrote an opinion."""
    after_byline: Pattern
    joins_names: Pattern
    role_words: Pattern
    labelled: Pattern
    labels: Words
    title_labels: Words
    author_labels: Words
    publisher_labels: Words
    standfirst_labels: Words
    not_datelines: Words


def layout_patterns(language: str) -> LayoutPatterns:
    """What tells a story from the lines around it in a language."""
    return load(LayoutPatterns, f"{language}/layout.toml")
