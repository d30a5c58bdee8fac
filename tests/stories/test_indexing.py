"""Whom the index of a briefing lists, and as whom."""

from __future__ import annotations

import pytest

from summarize.briefing import Cite, Indexed, Party
from summarize.findings import ParticipantKind
from summarize.languages.stories import UnlistedRow, index
from summarize.stories.composing import as_briefed_article
from summarize.stories.indexing import _is_nobody, index_of
from tests.stories.made import card_of, story_of

WORDS = index("en")
CITE = Cite(article=1, start=0, end=1, text="A")


def indexed(*texts: str) -> dict[str, Indexed]:
    """The index of stories of one article each, by name."""
    cards = [card_of(text, f"Outlet {number}") for number, text in enumerate(texts, 1)]
    stories = [
        story_of(card).model_copy(update={"number": number, "articles": (number,)})
        for number, card in enumerate(cards, 1)
    ]
    found = index_of(stories, [as_briefed_article(number, card) for number, card in enumerate(cards, 1)])
    assert len({entry.name for entry in found}) == len(found)
    return {entry.name: entry for entry in found}


@pytest.mark.parametrize("row", WORDS.row, ids=lambda row: row.before.pattern[:30])
def test_rows(row: UnlistedRow) -> None:
    """A row holds right before the name of its examples, alone where it does, and not before that of its counter-example."""
    others = [each for each in WORDS.row if each is not row]
    for example in row.examples:
        before = example.partition("⟦")[0]
        assert row.before.search(before), example
        assert not any(each.before.search(before) for each in others), example
    assert not row.before.search(row.counter_example.partition("⟦")[0])


def test_what_is_only_described_is_not_listed() -> None:
    """A body without a name is no entry, whatever its letters: three unrelated articles would meet in "Police"."""
    texts = (
        "A house was raided in Leeds on Friday, said Hanna Osei. Police said that nobody was hurt. The Israeli army said so as well.",
        "A ship sank off Hull on Friday, said Yusuf Demir. Police said that it was old. The Israeli army said nothing.",
    )
    assert set(indexed(*texts)) == {"Hanna Osei", "Yusuf Demir"}


def test_a_full_name_may_stand_as_a_place_does() -> None:
    """A person's full name is listed though it stands behind "near" alone; one word there is a place's."""
    near = "The climbers were found near {} on Friday, and they were taken home by a boat of the police."
    assert "Hanna Osei" in indexed(near.format("Hanna Osei"))
    assert "Skarn" not in indexed(near.format("Skarn"))


def test_a_place_is_nobody() -> None:
    """A name without a role that only stands where places do is not listed; one that also does something is."""
    snow = "Thirteen climbers were caught by snow on Skarn ridge on Friday, the rescuers said. They had left Skarn too late."
    assert "Skarn" not in indexed(snow)
    dig = "A boat was found in a bog on Friday, said Yusuf Demir, who digs with people from the University of Oban."
    assert "University of Oban" in indexed(dig)
    assert "Marle Lines" in indexed(
        "A fire broke out on a ferry of Marle Lines on Friday. Marle Lines said that it would help."
    )


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("Harkin", "organisation", "The police brought charges against Harkin over a faulty brake."),
        ("Harkin", "organisation", "Sales at Harkin fell by 4% in the year to May."),
        ("Harkin", "organisation", "The fund holds shares in Harkin, and wants them sold."),
        ("Maria Orbell", "person", "The court ruled against Maria Orbell on all counts."),
        ("Maria Orbell", "person", "The judge said that the town had confidence in Maria Orbell, and looked into Maria Orbell."),
    ],
)  # fmt: skip
def test_whom_something_is_done_to_is_somebody(name: str, kind: ParticipantKind, said: str) -> None:
    """A company behind a word that is not one of place alone is listed, and a person by their full name behind whatever word."""
    assert named(name, kind, said)


@pytest.mark.parametrize(
    "said",
    [
        "Snow fell in Harkin.",
        "A tree lay across the Harkin.",
        "The fair is at the foot of Harkin.",
        "The brakes came from Harkin, the police said.",
        "The minister visited Harkin, and an engineer has left Harkin.",
    ],
)
def test_what_is_only_somewhere_is_nobody(said: str) -> None:
    """A name that only stands where a place may stand as well is not listed."""
    assert not named("Harkin", "organisation", said)


def named(name: str, kind: ParticipantKind, text: str, language: str = "en") -> bool:
    """True if the index of a story that takes a name for that of somebody lists it, beside a story of the same day that has nobody."""
    cards = [
        card_of(f"A brake failed on the hill road at Brest on Friday, the police said. {said}")
        for said in (text, "The road to Harkin is shut.")
    ]
    story, other = (story_of(card) for card in cards)
    party = Party(name=name, role=None, kind=kind, mentions=1, evidence=story.headline.evidence)
    stories = [
        story.model_copy(update={"people": (party,)}),
        other.model_copy(update={"number": 2, "articles": (2,), "people": ()}),
    ]
    first, second = (as_briefed_article(number, card) for number, card in enumerate(cards, 1))
    return bool(index_of(stories, [first.model_copy(update={"language": language}), second]))


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("Harkin", "de", "„Wir sparen“, sagte Harkin."),
        ("Harkin", "id", "“Kita hemat,” kata Harkin."),
        ("王毅", "zh", "王毅说，会谈很顺利。"),
        ("王毅", "en", "The minister, 王毅, left early."),
    ],
)
def test_a_name_that_no_english_article_of_its_story_has(name: str, language: str, said: str) -> None:
    """A name of one word is doubted by the English articles of its own story alone, and one in a script without spaces never: it is no single word."""
    assert named(name, "person", said, language)


def test_one_person_in_two_forms_is_one_entry() -> None:
    """A surname that stands with an office in one story is the person of that name who holds it in another."""
    found = indexed(
        "“The dog knew before the sirens did,” said Ann Lee, the mayor of Corran, on Friday.",
        "Mayor Lee opened the new bridge at Stanwick on Friday. “It will carry us all,” Mayor Lee said.",
    )
    assert found["Ann Lee"].stories == (1, 2)
    assert "Lee" not in found


def test_a_surname_is_no_body_beside_its_person() -> None:
    """What one account takes for a body is left out where another of the story has a person of that surname, unless it has a role."""
    card = card_of("“Nobody replied,” said Obi Fairweather on Friday at Brest. “Nobody at all.”")
    story = story_of(card)
    person = Party(name="Obi Fairweather", role=None, kind="person", mentions=1, evidence=story.headline.evidence)
    for role, names in ((None, {"Obi Fairweather"}), ("bank", {"Obi Fairweather", "Fairweather"})):
        body = person.model_copy(update={"name": "Fairweather", "kind": "organisation", "role": role})
        told = story.model_copy(update={"people": (person, body)})
        assert {entry.name for entry in index_of([told], [as_briefed_article(1, card)])} == names


def test_two_persons_of_one_surname_are_two() -> None:
    """Full names that share a surname are two people, and a surname whose office nobody of that name has is neither's."""
    found = indexed(
        "“The dog knew before the sirens did,” said Ann Lee, the mayor of Corran, on Friday.",
        "“He went back for the boy,” said Peter Lee, the second engineer of the ferry, on Friday.",
        "Judge Lee sent the man to prison on Friday. “You have learned nothing,” Judge Lee told him.",
    )
    assert (found["Ann Lee"].stories, found["Peter Lee"].stories) == ((1,), (2,))
    assert found["Lee"].stories == (3,)


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("Harkin", "person", "The road was shut at Harkin."),
        ("Harkin", "person", "Harkin was shut. Harkin and Brest share the cost."),
        ("Harkin", "person", "Harkin shut its school. Snow fell in Harkin."),
        ("Harkin", "person", "Harkin shut its school. Buses go by Harkin end."),
        ("Harkin", "organisation", "Bess walked home. The post office on Harkin is small, and a school in Harkin shut."),
        ("Harkin", "organisation", "Thieves climbed into the Harkin museum. The Harkin museum is shut."),
    ],
)  # fmt: skip
def test_a_word_that_nobody_is_seen_to_bear(name: str, kind: ParticipantKind, said: str) -> None:
    """A name of one word that says nothing and has no title is left out as a person's, and as a body's where it stands as a place does, or only says which thing is meant."""
    assert not named(name, kind, said)


@pytest.mark.parametrize(
    "said",
    [
        "“No,” said Harkin.",
        "Harkin, the biggest of them, denied it.",
        "In Harkin’s words it was late, and Mr Harkin left.",
        "They won. Harkin scored twice in Harkin’s last match.",
    ],
)  # fmt: skip
def test_a_word_that_somebody_bears(said: str) -> None:
    """Who speaks, has a title, or does something and stands nowhere as a place does, is listed by one word."""
    assert named("Harkin", "person", said)


def test_a_place_of_the_day_is_a_place_in_each_story() -> None:
    """What one story has as a place by the words before it is no body in another of the day, unless it speaks."""
    school = "A school in Stell shut on Friday after rats were seen in its kitchen, the council said."
    road = "The Harnby council and Stell share the cost of the road that was shut on Friday, the county said."
    assert "Stell" not in indexed(school, road)


def test_a_given_name_is_the_person_of_the_same_story() -> None:
    """ "Dame Alba" of one account is Alba Court of another of the same event, and not hers of another event."""
    card = card_of("“Nobody replied,” said Alba Court on Friday at Brest. “Nobody at all,” said Dame Alba.")
    story = story_of(card)
    named = {"role": None, "kind": "person", "mentions": 1, "evidence": story.headline.evidence}
    full, given = Party(name="Alba Court", **named), Party(name="Alba", **named)
    for stories, entries in (([(full, given)], 1), ([(full,), (given,)], 2)):
        told = [story.model_copy(update={"number": n, "people": people}) for n, people in enumerate(stories, 1)]
        assert len(index_of(told, [as_briefed_article(1, card)])) == entries


def test_a_body_s_short_name_is_the_whole_one() -> None:
    """A name with a word left out is the whole name's, in the same story; of another it is another."""
    one = "Lormer County Council said no on Friday. Lormer Council said that it would build."
    assert sum("Lormer" in name for name in indexed(one)) == 1


def test_a_word_that_opens_one_sentence_is_nobody() -> None:
    """What is one word with a capital, and opens a sentence once, is most often no name."""
    assert "Queue" not in indexed("The book was opened on Friday. Queue out the door of the hall, the police said.")


def test_a_house_where_things_are_is_nobody() -> None:
    """What ends as buildings do and only stands where these do is not listed; one that says something is."""
    party = Party(name="Calder House", role=None, kind="organisation", mentions=1, evidence=(CITE,))
    cards = [
        card_of(f"A book of condolence was opened {told} on Friday, said Hanna Osei.", "A")
        for told in ("at Calder House", "outside the doors of Calder House")
    ]
    articles = [as_briefed_article(number, card) for number, card in enumerate(cards, 1)]
    assert _is_nobody(party, articles, set(), set())
    spoken = as_briefed_article(3, card_of("Calder House said on Friday that the book would be open for a week.", "B"))
    assert not _is_nobody(party, [*articles, spoken], set(), set())


@pytest.mark.parametrize(
    ("part", "is_listed"), [("Norhavn's board", False), ("Malawi's board", True), ("Norhavn's Board", True)]
)
def test_a_part_of_a_body_is_no_other_body(part: str, is_listed: bool) -> None:
    """What is told of as somebody's own is no entry beside that body; somebody else's is one, and so is a name of its own."""
    card = card_of(
        f"Norhavn Renewables said on Friday that it would wait in Brest. The chair of {part} said so as well."
    )
    story = story_of(card)
    people = tuple(
        Party(name=name, role=None, kind="organisation", mentions=1, evidence=story.headline.evidence)
        for name in ("Norhavn Renewables", part)
    )
    found = index_of([story.model_copy(update={"people": people})], [as_briefed_article(1, card)])
    assert (part in {each.name for each in found}) is is_listed


@pytest.mark.parametrize(
    ("part", "kind", "is_listed"),
    [
        ("Osei's office", "organisation", False),
        ("Malawi's office", "organisation", True),
        ("Rally", "organisation", False),
        ("Alliance", "organisation", True),
    ],
)
def test_an_office_and_a_last_word_are_no_other_body(part: str, kind: ParticipantKind, is_listed: bool) -> None:
    """The office of a person of the story, and the last word alone of a body's name, are no entries beside them."""
    card = card_of(
        f"Hanna Osei of the Norhavn Rally said on Friday that it would wait in Brest. The chair of {part} said so."
    )
    story = story_of(card)
    named: list[tuple[str, ParticipantKind]] = [
        ("Hanna Osei", "person"), ("Norhavn Rally", "organisation"), (part, kind)
    ]  # fmt: skip
    people = tuple(
        Party(name=name, role=None, kind=of, mentions=1, evidence=story.headline.evidence) for name, of in named
    )
    found = index_of([story.model_copy(update={"people": people})], [as_briefed_article(1, card)])
    assert (part in {each.name for each in found}) is is_listed


def test_a_region_in_front_of_a_noun_is_nobody() -> None:
    """A full name that only says which pit is meant is no person's; one that also does something is."""
    pit = "A driller who freed two men from a Bowen Basin pit on Friday has gone home, said Yusuf Demir."
    assert "Bowen Basin" not in indexed(pit)
    assert "Hanna Osei" in indexed("They read a Hanna Osei novel on Friday. “Good,” said Hanna Osei.")
    farm = "The Garron Bank wind farm was put back on Friday, said Yusuf Demir. Garron Bank will cost more."
    assert "Garron Bank" not in indexed(farm)


def test_whose_word_it_is_is_somebody() -> None:
    """A body that an account is according to is listed; what it stands beside is not."""
    assert named("Pacific Storm Desk", "organisation", "It comes, according to the Pacific Storm Desk in Brest.")
    assert not named("Pacific Storm Desk", "organisation", "It comes near the Pacific Storm Desk in Brest.")


def test_initials_are_the_name_that_has_them() -> None:
    """A surname behind initials is the full name that has those and an office of the same words; of another office it stays apart."""
    manager = "The mine was shut on Friday, said Sudhir Karmakar, the general manager of the company."
    same = "S. K. Karmakar, who manages the mine, drove past on Friday. Hanna Osei said so."
    other = "S. K. Karmakar, the poet, drove past on Friday. Hanna Osei said so."
    assert indexed(manager, same)["Sudhir Karmakar"].stories == (1, 2)
    assert {"Sudhir Karmakar", "S. K. Karmakar"} <= set(indexed(manager, other))


def test_what_is_told_beside_a_name_is_a_role_where_there_is_none() -> None:
    """A role of any story goes before what an article tells beside the name."""
    told = "“No,” said Hanna Osei, who led the gang of 34.\n\nIt rained on Friday."
    assert indexed(told)["Hanna Osei"].role == "who led the gang of 34"
    office = "The pier was shut on Friday, said Hanna Osei, the mayor of Brest."
    assert (indexed(told, office)["Hanna Osei"].role or "").startswith("mayor")


@pytest.mark.parametrize(
    ("title", "further", "is_listed"),
    [
        ("Fire at the fish market", "Tidewater News Agency contributed to this report.", False),
        ("Fire at the fish market", "According to Tidewater News Agency, two boats burned.", False),
        ("Tidewater News Agency loses its office in fire", "Tidewater News Agency said that it would print on.", True),
    ],
)
def test_an_agency_that_is_only_credited_takes_no_part(title: str, further: str, is_listed: bool) -> None:
    """Whose words an article prints is no participant of the news, unless that is about it."""
    story = story_of(card_of(f"A fire burned down the fish market at Brest on Friday. {further}", title=title))
    assert any("Tidewater" in party.name for party in story.people) is is_listed
