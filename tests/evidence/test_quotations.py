"""Rules of quotations: what is one, what is none, and which words it holds. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.passages import found, kinds, said

STYLES = [("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"), ("``", "''")]


@pytest.mark.parametrize(
    ("opening", "closing"),
    STYLES,
    ids=["curly", "straight", "single", "single straight", "guillemets", "low-high", "plain text"],
)
def test_a_quotation_is_found_in_every_style(syntax: Syntax | None, opening: str, closing: str) -> None:
    """Whichever marks an article uses, a quotation holds exactly the words between them, at their place, with its speaker."""
    words = "We won’t sell the workers’ boats,"
    lead = "The harbour board met on Monday to vote. "
    text = f"{lead}{opening}{words}{closing} said Hanna Osei, the treasurer."
    _, findings = found(text, syntax)
    assert len(findings.quotations) == 1
    quotation = findings.quotations[0]
    start = len(lead) + len(opening)
    assert [(part.start, part.end) for part in quotation.parts] == [(start, start + len(words))]
    assert (quotation.kind, quotation.speaker, quotation.cue) == ("speech", "Hanna Osei", "said")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“We are done,” Hanna Osei said, “and nobody asked us.”", "We are done, / and nobody asked us."),
        ("“We are done,” said Hanna Osei. “Nobody asked us.”", "We are done, / Nobody asked us."),
        ("‘We are done,’ Hanna Osei told reporters, ‘and nobody asked us.’", "We are done, / and nobody asked us."),
        ("“The pier,” said Hanna Osei, who chairs the board, “is not for sale.”", "The pier, / is not for sale."),
    ],
)
def test_a_quotation_split_by_its_verb_is_one(syntax: Syntax | None, text: str, parts: str) -> None:
    """Words on both sides of the speech verb are one quotation of two verbatim parts."""
    assert said(text, syntax) == [(parts, "Hanna Osei")]


def test_a_quotation_over_paragraphs_is_one(syntax: Syntax | None) -> None:
    """A quotation whose marks are reopened at each paragraph and closed once is one quotation with one speaker."""
    text = "Hanna Osei was clear: “We are done with the old pier.\n\n“Nobody asked us about it.\n\n“That is all I can say.”\n\nThe hall was empty by nine."
    assert said(text, syntax) == [
        ("We are done with the old pier. / Nobody asked us about it. / That is all I can say.", "Hanna Osei")
    ]


def test_words_that_attribute_twice_are_two_quotations(syntax: Syntax | None) -> None:
    """A second verb of speech introduces a second quotation."""
    text = "“The pier is safe,” Hanna Osei said. Tom Lindqvist replied: “It has never been safe.”"
    assert said(text, syntax) == [("The pier is safe,", "Hanna Osei"), ("It has never been safe.", "Tom Lindqvist")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hanna Osei said: “The pier is not for sale.”", ("The pier is not for sale.", "Hanna Osei")),
        (
            "Hanna Osei told the board on Monday: “The pier is not for sale.”",
            ("The pier is not for sale.", "Hanna Osei"),
        ),
        (
            "Hanna Osei wrote in a letter to the board: “The pier is not for sale.”",
            ("The pier is not for sale.", "Hanna Osei"),
        ),
        (
            "In a statement, the Harbour Board said: “The pier is not for sale.”",
            ("The pier is not for sale.", "Harbour Board"),
        ),
        (
            "The Harbour Ministry posted on X: “The pier is not for sale.”",
            ("The pier is not for sale.", "Harbour Ministry"),
        ),
        ("“The pier is not for sale,” Hanna Osei wrote on X.", ("The pier is not for sale,", "Hanna Osei")),
    ],
)
def test_colons_posts_and_statements_introduce_quotations(
    syntax: Syntax | None, text: str, expected: tuple[str, str]
) -> None:
    """A quotation after a colon, in a post, a letter or a statement is the words of whoever is said to have written it."""
    assert said(text, syntax) == [expected]


def test_where_a_post_was_made_belongs_to_the_cue(syntax: Syntax | None) -> None:
    """The cue tells that words were posted, and where."""
    _, findings = found("“The pier is not for sale,” Hanna Osei wrote on X.", syntax)
    assert findings.quotations[0].cue == "wrote on X"


def test_a_quotation_inside_a_quotation_stays_in_its_words(syntax: Syntax | None) -> None:
    """Nested marks belong to the speaker's words and are no quotation of their own."""
    text = "“He told me ‘the pier is sold’ and left,” said Hanna Osei."
    assert said(text, syntax) == [("He told me ‘the pier is sold’ and left,", "Hanna Osei")]


@pytest.mark.parametrize(
    "text",
    [
        "The film “The Last Ferry” opened in Oslo on Friday and drew large crowds.",
        "Her novel ‘A Quay in Winter’ sold 40,000 copies in a month.",
        "The trawler “Grey Gull” sank off the coast on Sunday with no one aboard.",
        "Robert “Bobby” Lindqvist opened the pier on Friday in front of a small crowd.",
        "The so-called “smart pier” has no lights and no railings, and it is shut at night.",
        "The plan is known as “Blue Gate” and costs 40 million.",
        "The two countries signed the “Special and Privileged Partnership” in the spring.",
        "The word “quay” comes from the French, and it is older than the harbour.",
        "The exercise, code-named “Northern Tide”, ends on Friday.",
    ],
)
def test_titles_names_and_terms_are_no_quotations(syntax: Syntax | None, text: str) -> None:
    """Titles of works, names of ships and plans, nicknames and terms in marks are words that nobody says."""
    assert said(text, syntax) == []
    assert set(kinds(text, syntax).values()) <= {"words"}


@pytest.mark.parametrize(
    "text",
    [
        "The “renovation” took nine years and left the roof as it was.",
        "Its “savings” cost the town a million a year.",
        "Visitors found the “beach” under a heap of rubble, and most went home.",
    ],
)
def test_scare_quotes_are_no_quotations(syntax: Syntax | None, text: str) -> None:
    """A word that the writer holds at arm's length is nobody's quotation."""
    assert said(text, syntax) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hanna Osei called the deal a “surrender”.", ("surrender", "Hanna Osei")),
        ("Hanna Osei described the plan as “a gift to the owners”.", ("a gift to the owners", "Hanna Osei")),
        (
            "Hanna Osei said the pier was “a danger to every child in town”.",
            ("a danger to every child in town", "Hanna Osei"),
        ),
        ("Hanna Osei denounced the vote as “rigged”.", ("rigged", "Hanna Osei")),
        ("Hanna Osei accused the board of “selling the sea”.", ("selling the sea", "Hanna Osei")),
        (
            "The Harbour Ministry said the exercise “strengthens a long bond”.",
            ("strengthens a long bond", "Harbour Ministry"),
        ),
    ],
)
def test_attributed_fragments_are_kept_as_fragments(
    syntax: Syntax | None, text: str, expected: tuple[str, str]
) -> None:
    """A few words inside the article's own sentence that somebody is said to have used are a fragment, with its speaker."""
    assert said(text, syntax) == [expected]
    assert kinds(text, syntax) == {expected[0]: "fragment"}


def test_every_item_of_a_list_of_fragments_has_the_speaker(syntax: Syntax | None) -> None:
    """Fragments joined by "and" are one speaker's."""
    text = "Hanna Osei called the plan “a gift” and “a scandal”."
    assert said(text, syntax) == [("a gift", "Hanna Osei"), ("a scandal", "Hanna Osei")]
