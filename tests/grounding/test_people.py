"""Rules of participants: roles, names that the findings missed, and those that must not be lost."""

from __future__ import annotations

import pytest

from summarize.draft import Draft, DraftParticipant, DraftStatement
from summarize.grounding.people import is_enumeration
from tests.grounding.articles import grounded, number_of, reasons
from tests.stories.made import card_of

TEXT = (
    "Hanna Osei, the treasurer of Kestrel Energy, met Tom Lindqvist in Leeds on Friday. Lindqvist is a lawyer. “I am no thief,” Osei said. "
    "She runs the harbour office.\n\nThe harbour master, known as tiny Mo, was not there. “Ask Ana Ruiz,” he said on Monday."
)  # fmt: skip


def _roles(*drafts: DraftParticipant) -> tuple[list[tuple[str, str | None]], list[tuple[str, str]]]:
    result = grounded(TEXT, Draft(who=drafts), alone=True)
    return [(who.name, who.role) for who in result.who], reasons(result)


@pytest.mark.parametrize(
    ("name", "role", "held"),
    [
        ("Tom Lindqvist", "lawyer", "lawyer"),
        ("Tom Lindqvist", "LAWYER", "lawyer"),
        ("Tom Lindqvist", "a  lawyer", "a lawyer"),
        ("Hanna Osei", "treasurer of Kestrel Energy", "treasurer of Kestrel Energy"),
    ],
)
def test_a_role_is_the_articles_words_where_it_speaks_of_that_participant(name: str, role: str, held: str) -> None:
    """A corrected role stands in a sentence that mentions the participant, and is given in the article's own words."""
    found, refused = _roles(DraftParticipant(participant=number_of(TEXT, name), role=role))
    assert found == [(name, held)]
    assert refused == []


def test_a_role_is_evidence() -> None:
    """The words of a corrected role are evidence of the participant."""
    result = grounded(TEXT, Draft(who=(DraftParticipant(participant=number_of(TEXT, "Tom Lindqvist"), role="lawyer"),)))
    assert "lawyer" in [part.text for part in result.who[0].evidence]


def test_a_role_that_says_what_somebody_does_reads_on_from_the_name() -> None:
    """Such a role has the word that makes it a clause, in its words and in its evidence; one that is a noun stays as it is."""
    text = "Ann Lee, who heads the union’s branch, met Tom Lindqvist, who is a lawyer, in Leeds on Friday."
    drafts = (
        DraftParticipant(participant=number_of(text, "Ann Lee"), role="heads the union’s branch"),
        DraftParticipant(participant=number_of(text, "Tom Lindqvist"), role="lawyer"),
    )
    result = grounded(text, Draft(who=drafts), alone=True)
    assert [(who.role, who.evidence[-1].text) for who in result.who] == [
        ("who heads the union’s branch", "who heads the union’s branch"),
        ("lawyer", "lawyer"),
    ]


@pytest.mark.parametrize(
    ("name", "role", "reason"),
    [
        ("Hanna Osei", "harbour master", "does not call Hanna Osei so"),
        ("Hanna Osei", "president", "does not call Hanna Osei so"),
        ("Hanna Osei", "treasure", "does not call Hanna Osei so"),
        ("Tom Lindqvist", "treasurer of Kestrel Energy", "calls Hanna Osei so"),
        ("Hanna Osei", "Osei", "no role"),
        ("Hanna Osei", "she", "describes nobody"),
        ("Hanna Osei", "…", "describes nobody"),
        ("Tom Lindqvist", "is a", "describes nobody"),
        ("Tom Lindqvist", "a lawyer. “I", "describes nobody"),
        ("Tom Lindqvist", "met", "describes nobody"),
        ("Hanna Osei", "She runs the harbour office", "describes nobody"),
        ("Hanna Osei", "treasurer " * 12, "too long"),
    ],
)
def test_a_role_of_nobody_or_of_another_is_refused(name: str, role: str, reason: str) -> None:
    """A role that the article does not give to that participant, or that is no role, is refused and the found one stands."""
    found, refused = _roles(DraftParticipant(participant=number_of(TEXT, name), role=role))
    assert len(found) == 1
    assert found[0][1] != role
    assert [field for field, _ in refused] == ["who.role"]
    assert reason in refused[0][1]


def test_a_missed_name_that_is_known_is_that_participant() -> None:
    """A name that is part of a known participant's, in the sentence given for it, is that participant and no second one."""
    result = grounded(TEXT, Draft(who=(DraftParticipant(name="Lindqvist", sentence=2), DraftParticipant(name="Tom Lindqvist", sentence=1))), alone=True)  # fmt: skip
    assert [who.name for who in result.who] == ["Tom Lindqvist"]
    assert result.rejected == []


@pytest.mark.parametrize(
    ("name", "sentence", "reason"),
    [
        ("Leeds", 1, "it is a place"),
        ("Lindqvist is a lawyer.", 2, "not a name"),
        ("She", 4, "not a name"),
        ("Friday", 1, "not a name"),
        ("master", 5, "not a name"),
        ("he", 6, "not a name"),
        ("Ask", 6, "somebody's words"),
        ("Nobody Here", 1, "does not stand in sentence 1"),
        ("Hann", 1, "does not stand in sentence 1"),
        ("x" * 81, 1, "too long"),
        ("Hanna\nOsei", 1, "too long"),
        ("(", 1, "not a name"),
    ],
)
def test_what_is_no_missed_name_is_refused(name: str, sentence: int, reason: str) -> None:
    """Places, dates, common nouns, pronouns, words of a quotation and names that stand elsewhere are no missed participants."""
    result = grounded(TEXT, Draft(who=(DraftParticipant(name=name, sentence=sentence),)), alone=True)
    assert result.who == []
    assert [field for field, _ in reasons(result)] == ["who"]
    assert reason in reasons(result)[0][1]


def test_every_place_of_a_missed_name_is_evidence() -> None:
    """All whole-word occurrences of a missed name count as its mentions."""
    text = "They met Mo at noon. Mo said no. Nobody asked Moses, or Mo."
    [who] = grounded(text, Draft(who=(DraftParticipant(name="Mo", sentence=1),)), alone=True).who
    assert (who.mentions, [part.text for part in who.evidence]) == (3, ["Mo", "Mo", "Mo"])


def test_who_speaks_or_is_in_the_news_is_not_lost() -> None:
    """Behind the draft's participants come those of the built-in engine who speak on the card or stand in its news."""
    lindqvist = number_of(TEXT, "Tom Lindqvist")
    draft = Draft(
        who=(DraftParticipant(participant=lindqvist),),
        what=(DraftStatement(sentences=(2,), text="Lindqvist is a lawyer."),),
    )
    result = grounded(TEXT, draft)
    assert [who.name for who in result.who][:2] == ["Tom Lindqvist", "Hanna Osei"]
    assert "Ana Ruiz" not in [who.name for who in result.who]


def test_without_a_valid_participant_the_built_in_engines_stand() -> None:
    """If no participant of the draft holds, all of the built-in engine's do."""
    assert grounded(TEXT, Draft(who=(DraftParticipant(participant=99),))).who == grounded(TEXT, Draft()).who


def test_fifty_mentions_are_kept_and_all_are_counted() -> None:
    """Of somebody who is named again and again the first fifty places are evidence; the number of mentions is of all."""
    card = card_of("".join(f"Hanna Osei spoke of pier number {number}. " for number in range(60)))
    (osei,) = card.who
    assert (osei.mentions, len(osei.evidence)) == (60, 50)
    assert [each.start for each in osei.evidence] == sorted(each.start for each in osei.evidence)


@pytest.mark.parametrize(
    ("numbers", "is_one"),
    [([1, 2, 3], False), ([1, 2, 3, 4], True), ([1, 2, 4, 3], False), ([2, 3, 4, 5], False), ([1, 2, 3, None], False)],
)
def test_four_numbers_in_their_plain_order_tell_nothing(numbers: list[int | None], is_one: bool) -> None:
    """They are the list as a model was given it; of three the order may be meant."""
    assert is_enumeration(numbers) is is_one
