"""Rules of quotation marks: which words stand inside them. All texts were written for these tests."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.evidence.marks import quoted_runs
from summarize.layout.blocks import paragraphs
from tests.evidence.texts import NEWS_TEXT, TEXTS

OPENING = frozenset("“„‟«‹»›\"‘'‚「『”＂″`’")


def runs(text: str) -> list[str]:
    """The words of each quoted run, the parts of one that runs over paragraphs parted by " / "."""
    return [
        " / ".join(text[start:end] for start, end in run.parts) for run in quoted_runs(text, tuple(paragraphs(text)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said: "We are done."', ["We are done."]),
        ("She said: “We are done.”", ["We are done."]),
        ("‘We are done,’ she said.", ["We are done,"]),
        ("'We are done,' she said.", ["We are done,"]),
        ("«We are done», she said.", ["We are done"]),
        ("« We are done », she said.", ["We are done"]),
        ("»We are done«, she said.", ["We are done"]),
        ("‹We are done›, she said.", ["We are done"]),
        ("„We are done“, she said.", ["We are done"]),
        ("„We are done”, she said.", ["We are done"]),
        ("「We are done」 she said.", ["We are done"]),
        ("``We are done,'' she said.", ["We are done,"]),
        ('“We are done," she said.', ["We are done,"]),
        ('"We are done,” she said.', ["We are done,"]),
        ("“One,” she said. “Two,” he said. “Three,” it said.", ["One,", "Two,", "Three,"]),
        ('"One," she said. "Two," he said.', ["One,", "Two,"]),
        ("(“We are done,” she said.)", ["We are done,"]),
        ("She said—“We are done”—and left.", ["We are done"]),
    ],
)
def test_every_style_of_marks_is_read(text: str, expected: list[str]) -> None:
    """Straight, curly, single, guillemet, low-high, corner and plain-text marks hold exactly the words between them."""
    assert runs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"He told me "no" and left," she said.', ['He told me "no" and left,']),
        ('"We wait," she said, "and "see" it," he said.', ["We wait,", 'and "see" it,']),
        ('"He left, she said. "They stayed," he said.', ["They stayed,"]),
        ('"He told me "no," she said.', ["no,"]),
        ('"One "two "three" four" five," she said.', ['two "three" four']),
    ],
)
def test_a_second_straight_mark(text: str, expected: list[str]) -> None:
    """A mark that can only open, within a quotation, opens one inside it where two close; else the first was never closed, and nothing of it is said."""
    assert runs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘We don’t know,’ she said.", ["We don’t know,"]),
        ("'We don't know what's next,' she said.", ["We don't know what's next,"]),
        ("‘We won’t sell the workers’ boats,’ she said.", ["We won’t sell the workers’ boats,"]),
        ("'The crew's boats are the workers' own,' she said.", ["The crew's boats are the workers' own,"]),
        ("‘We lost ’em all,’ she said.", ["We lost ’em all,"]),
        ("The workers’ boats and the owners’ quay were sold.", []),
        ("Rock ’n’ roll came to the pier in the ’60s, O’Neil said.", []),
        ("'Tis the season, and the '90s are back, don't you know.", []),
        ("She ran 5' 6\" of rope along the quay.", []),
        ("The boss’s son said: ‘No.’ The workers’ union said: ‘Yes.’", ["No.", "Yes."]),
        ("The board called it ‘late’ and ‘dear’.", ["late", "dear"]),
    ],
)
def test_apostrophes_are_not_quotation_marks(text: str, expected: list[str]) -> None:
    """An apostrophe or a possessive neither opens nor closes a quotation in single marks."""
    assert runs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me ‘no’ and left,” she said.", ["He told me ‘no’ and left,"]),
        ("‘He told me “no” and left,’ she said.", ["He told me “no” and left,"]),
        ("“He told me “no” and left,” she said.", ["He told me “no” and left,"]),
        ("\"He told me 'no' and left,\" she said.", ["He told me 'no' and left,"]),
        ("«He told me “no” and left», she said.", ["He told me “no” and left"]),
        ("“He told me ‘no’” is what she said.", ["He told me ‘no’"]),
    ],
)
def test_nested_marks_belong_to_the_words(text: str, expected: list[str]) -> None:
    """A quotation inside a quotation is part of the outer one's words."""
    assert runs(text) == expected


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("‘", "’")])
def test_a_quotation_may_run_over_paragraphs(opening: str, closing: str) -> None:
    """A mark reopened at the start of each paragraph and closed once makes one quotation of several parts."""
    text = f"She said: {opening}We are done.\n\n{opening}Nobody asked us.\n\n{opening}That is all.{closing}\n\nThe hall was empty."
    assert runs(text) == ["We are done. / Nobody asked us. / That is all."]


@pytest.mark.parametrize("before", ["", "It was so. ", "“No.” He went on: ", "“No,” she said. ", "Was it? "])
def test_what_runs_on_keeps_its_beginning(before: str) -> None:
    """A quotation that begins inside a paragraph, also after a whole sentence, and is taken up in the next is one, from its first word."""
    text = f"{before}“We checked it.\n\n“Nothing was found.”"
    start = len(before)
    runs = quoted_runs(text, ((0, text.index("\n")), (text.index("\n") + 2, len(text))))
    assert [text[a:b] for a, b in runs[-1].parts] == ["We checked it.", "Nothing was found."]
    assert runs[-1].start == start


def test_a_stray_mark_begins_nothing() -> None:
    """A mark after a whole sentence that the next paragraph does not take up is stray, and so is the last of a text."""
    text = "It was so. “We checked it.\n\nNothing was found."
    assert quoted_runs(text, ((0, text.index("\n")), (text.index("\n") + 2, len(text)))) == []
    assert quoted_runs(text, ((0, text.index("\n")),)) == []


def test_a_mark_that_never_closes_does_not_swallow_the_story() -> None:
    """A quotation whose closing mark is missing ends with its paragraph."""
    text = "She said: “We are done.\n\nThe hall was empty by nine.\n\n“Nobody asked us,” he said."
    found = runs(text)
    assert "Nobody asked us," in found
    assert not any("hall" in run for run in found)


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEXTS, NEWS_TEXT))
def test_quoted_runs_of_any_text_hold_exactly_what_stands_between_marks(text: str) -> None:
    """For any text, runs lie in order, never overlap, and each part begins after a mark and holds neither end's mark or space."""
    blocks = paragraphs(text)
    found = quoted_runs(text, tuple(blocks))
    outer = [one for run in found for one in run.outer]
    assert sorted(outer) == outer
    assert all(left[1] <= right[0] for left, right in pairwise(outer))
    for run in found:
        assert len(run.parts) == len(run.outer)
        for (start, end), (outer_start, outer_end) in zip(run.parts, run.outer, strict=True):
            assert 0 <= outer_start < start < end <= outer_end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert text[outer_start] in OPENING
            assert "".join(text[outer_start:start].split()).strip("`'") in {text[outer_start], ""}
            assert any(low <= outer_start and outer_end <= high for low, high in blocks)


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from([("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("``", "''"), ("「", "」")]),
    st.lists(
        st.sampled_from("we will not sign the harbour don’t workers’ it’s , . ? ! — 3.5 No. (so) é 东京".split()),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(["Hanna Osei said: ", "", "She met O’Neil and said ", "(", "— "]),
)
def test_a_planted_quotation_is_found_at_its_offsets(marks: tuple[str, str], inside: list[str], lead: str) -> None:
    """Whatever words stand between a pair of double marks, the run is exactly those words, at their place."""
    opening, closing = marks
    planted = " ".join(inside)
    text = f"{lead}{opening}{planted}{closing} Then she left."
    found = quoted_runs(text, ((0, len(text)),))
    start = len(lead) + len(opening)
    assert [run.parts for run in found] == [[(start, start + len(planted))]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We wish her well, the minister said. He denied it.", ["We wish her well,"]),
        ("“We wish her well, said Ann Lee. He denied it.", ["We wish her well,"]),
        ("“We wish her well. The minister denied it.", []),
        ("“We wish her well. We all do.“", ["We wish her well. We all do.“"]),
        ("“We wish her well and so do all of us.", ["We wish her well and so do all of us."]),
    ],
)
def test_a_mark_that_never_closes(text: str, expected: list[str]) -> None:
    """Words whose closing mark is missing end before who says them; of several sentences without that none is quoted."""
    assert runs(text) == expected


def test_a_part_belongs_to_the_range_that_it_lies_in() -> None:
    """Of a quotation over two paragraphs, what ends where the second part begins holds the first alone, and what begins where the first ends the second."""
    text = "“We are done.\n\n“We go home,” she said."
    (run,) = quoted_runs(text, tuple(paragraphs(text)))
    first, second = zip(run.outer, run.parts, strict=True)
    assert run.pieces_in(0, run.outer[1][0]) == [first]
    assert run.pieces_in(run.outer[0][1], len(text)) == [second]
    assert run.pieces_in(0, len(text)) == [first, second]


SCRIPT = """Transcript as follows:

"WALLIS: Will you come?

"PENN: I said “no thanks” to that. It is late.

"And it is dark.

"(Laughter.)

"WALLIS: Good night."
"""


def test_a_script_in_marks() -> None:
    """Where paragraphs open on a mark and a label in capitals, each is its speaker's, without the label, up to the next; notes in brackets are nobody's."""
    assert runs(SCRIPT) == [
        "Will you come?",
        "I said “no thanks” to that. It is late. / And it is dark.",
        "Good night.",
    ]


NAMED = "The call of the broker Jim Wallis to his banker, Dana Penn, was played."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('At the gate:\n\n"WARNING: Keep off the pier."', ["WARNING: Keep off the pier."]),
        ('It said:\n\n"MONDAY: Rice.\n\n"FRIDAY: I saw it."', ["MONDAY: Rice. / FRIDAY: I saw it."]),
        (f'{NAMED}\n\n"WALLIS: Is it gone?\n\n"PENN: All of it."', ["Is it gone?", "All of it."]),
        (f'{NAMED}\n\n"WALLIS: Open up.\n\n"CLERK: I cannot."', ["WALLIS: Open up. / CLERK: I cannot."]),
        ('"HELP: we sink," it read.\n\n"FOUND: one man," said he.', ["HELP: we sink,", "FOUND: one man,"]),
        ('"CLERK: Who?\n\n"BOSS: I.\n\n"CLERK: Why?"', ["Who?", "I.", "Why?"]),
    ],
)
def test_a_script_has_turns_or_people(text: str, expected: list[str]) -> None:
    """Labels in capitals part a script where two are named people, or one comes again behind another; else they are words of a sign or a diary."""
    assert runs(text) == expected
