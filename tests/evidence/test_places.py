"""Rules of places: the countries of towns, and the towns that bodies carry in their names."""

from __future__ import annotations

import pytest

from summarize import gazetteer
from summarize.evidence.capital_runs import runs_in
from summarize.evidence.place_names import town_in
from summarize.findings import Findings
from tests.evidence.passages import found, said


def countries(findings: Findings) -> dict[str, str | None]:
    """The country of each place."""
    return {place.name: place.country for place in findings.places}


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("A roof fell in near Perth. It is an hour from Inverness. Scottish firemen came.", "Perth", "GB"),
        ("A roof fell in near Perth. It is an hour from Fremantle. Australian firemen came.", "Perth", "AU"),
        ("A roof fell in near Perth. Scottish and Australian firemen came from Inverness.", "Perth", "AU"),
        ("A roof fell in near London. Canadian firemen came from Ottawa.", "London", "GB"),
    ],
)
def test_a_namesake_lies_in_the_country_of_the_story(text: str, place: str, code: str) -> None:
    """A town has a bigger namesake's country unless the story plays in its own and nothing else speaks for the other; capitals have no namesakes."""
    assert countries(found(text)[1])[place] == code


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("The prize went to clerks in Chad, Sudan and Libya.", "Chad", "TD"),
        ("The prize went to clerks in Chad, Sudan, and to nobody else.", "Chad", "TD"),
        ("The prize went to clerks in Geneva, Paris and Rome.", "Geneva", "CH"),
        ("The prize went to clerks in Paris, Texas, and to nobody else.", "Paris", "US"),
        ("The prize went to clerks in Richmond, London, and to nobody else.", "Richmond", "GB"),
        ("The prize went to clerks in Georgia, United States.", "Georgia", "US"),
        ("The prize went to clerks in Perth, Scotland. Nobody else came.", "Perth", "GB"),
    ],
)
def test_a_list_of_places_says_no_countries(text: str, place: str, code: str) -> None:
    """A country does not lie in the one behind it, nor a city of a list in the next; a town, and a region, lie in what stands beside them."""
    assert countries(found(text)[1])[place] == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "She won four races in Newmarket on Friday. She goes to Doncaster on Sunday, and a foal from Cork did well.",
            "GB",
        ),
        ("She won four races in Newmarket on Friday. Canadian horses from Doncaster and Cork did well.", "CA"),
        ("She won four races in Newmarket on Friday.", "CA"),
    ],
)
def test_another_place_tells_namesakes_apart_where_no_country_leads(text: str, code: str) -> None:
    """Where a story plays in no country for sure, a town is the namesake in the country of another of its places, unless its first country is spoken of."""
    assert countries(found(text)[1])["Newmarket"] == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A man drowned in Exmouth on Friday.", "GB"),
        ("A man drowned in Helensburgh on Friday.", None),
        ("A man drowned in Helensburgh on Friday. Australian divers came from Sydney.", "AU"),
        ("A man drowned in Exmouth on Friday. Chilean divers came from Santiago, in Chile.", None),
        ("A man drowned in Exmouth on Friday. Divers came from Tarvolia, across the Bay of Orm.", None),
        ("A man drowned in Exmouth on Friday. British divers came from Tarvolia, across the Bay of Orm.", "GB"),
    ],
)
def test_a_small_town_says_its_country_only_where_it_can(text: str, code: str | None) -> None:
    """A town of some thousand people lies in the story's country, or in the only one that has such a town, unless beside it stand places of no list alone; else that stays open."""
    places = countries(found(text)[1])
    assert places.get("Exmouth", places.get("Helensburgh")) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A man fell off the Glasgow Bridge on Friday.", None),
        ("A man fell off the Glasgow Bridge on Friday. Scottish police found his hat.", "GB"),
        ("A man fell in a park in Glasgow Central on Friday.", "GB"),
    ],
)
def test_a_bridge_called_after_a_town_may_be_elsewhere(text: str, code: str | None) -> None:
    """What is called after a town, a bridge or a road, does not say by that in which country it lies; a part of the town does."""
    places = countries(found(text)[1])
    assert places.get("Glasgow Bridge", places.get("Glasgow Central")) == code


def test_a_small_town_makes_no_name_a_place() -> None:
    """The list of small towns says where a place lies, never that a name is one: many are surnames as well."""
    assert gazetteer.countries_of_town("Exmouth") == ("GB",)
    assert not gazetteer.is_place("Exmouth")
    assert gazetteer.countries_of_town("Exm") == ()


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Belfast Crown Court", "Belfast"),
        ("Pune Municipal Corporation", "Pune"),
        ("University Hospital Galway", "Galway"),
        ("Kestrel Crown Court", "Kestrel"),
        ("Kestrel Circuit Criminal Court", None),
        ("Chief Magistrate Court", None),
        ("Kenyan District Court", None),
        ("Old Crown Court", None),
        ("Federal District Court", None),
        ("Family Division Court", None),
        ("Liverpool Victoria Insurance", None),
        ("Oxford University Press", None),
    ],
)
def test_a_court_or_council_carries_its_town(name: str, town: str | None) -> None:
    """The town that a court, council or hospital is called by is a place of the article; one in a firm's name is not."""
    assert town_in(name) == town


@pytest.mark.parametrize(
    "told",
    [
        "A Bitcoin-based lender lost 40 million euros in May.",
        "The Catholic-based charity owner left the country.",
        "He won the Guinness marathon again.",
        "An Additional Sessions Court jailed him for theft.",
        "WEATHER, England. The rain went on all day.",
        "Football, Friday – The team won two medals.",
    ],
)
def test_what_only_stands_where_a_place_may_is_none(told: str) -> None:
    """What a firm is built on, who pays for a race, the kind of a court and the head of a column are no places."""
    names = {"Bitcoin", "Catholic", "Guinness", "Additional", "WEATHER", "Weather", "Football"}
    assert names.isdisjoint(countries(found(told)[1]))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Bitcoin-based lenders", "Bitcoin-based"),
        ("Linux-based firms", "Linux-based"),
        ("Leeds-based lenders", "Leeds"),
        ("Hong Kong-based lenders", "Hong Kong"),
    ],
)
def test_only_a_listed_place_is_a_name_behind_which_a_firm_is_based(text: str, first: str) -> None:
    """What stands before the hyphen is a name of its own where lists know it as a place; else no model is asked about it alone."""
    assert " ".join(token.text for token in next(iter(runs_in(text, 0, len(text))))) == first


def test_the_town_of_a_body_is_told_once() -> None:
    """It is added only where the article does not name the town otherwise."""
    alone = found("A jury at Belfast Crown Court heard it.")[1]
    named = found("A jury at Belfast Crown Court heard it. It rained in Belfast.")[1]
    assert [place.name for place in alone.places] == ["Belfast"]
    assert [len(place.mentions) for place in named.places] == [1]


def test_a_label_of_a_transcript_is_no_dateline() -> None:
    """A name in capitals before a colon is a dateline only where no other paragraph opens so."""
    labels = "HELEN ORR: Why the reef?\n\nKOFI ASANTE: Because it is close.\n\nHELEN ORR: To what?"
    assert found(labels)[1].dateline is None
    assert found("HELENSVALE: A reef was found.\n\nIt is close.")[1].dateline is not None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“She could hear it,” said her former apprentice, the campanologist Peter Lyle.", "Peter Lyle"),
        ("“There was no dry eye,” joked the club’s founder, Nuala Breen.", "Nuala Breen"),
        ("“There was no dry eye,” said her former apprentice, later joined by Peter Lyle.", "her former apprentice"),
    ],
)
def test_a_description_with_a_name_behind_it_is_that_person(text: str, speaker: str) -> None:
    """Who is described and then named speaks by name, with a second description between or without."""
    assert [who for _, who in said(text)] == [speaker]


def test_the_stop_of_a_time_ends_its_sentence() -> None:
    """“At 4:30 p.m. She urged … Saturday”: the time does not take the day of the next sentence."""
    times = found("The wind swung at 4:30 p.m. She urged them to stay in until Saturday.")[1].times
    assert times[0].start is None
    assert found("The wind swung at 4:30 p.m. on Saturday.")[1].times[0].start == "2026-03-14T16:30"


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "Two men died in Marram on Friday, police said. Marram Hospital said the roads in Marram are closed.",
            "Marram",
        ),
        ("A fire broke out near Skerry on Friday. Ana Skerry, the mayor, said nobody was hurt in Skerry.", "Skerry"),
    ],
)
def test_a_town_whose_name_a_body_or_somebody_has(text: str, town: str) -> None:
    """Where something happens is a place, also if a body is called after it, or somebody has it for a surname."""
    findings = found(text)[1]
    assert [place.name for place in findings.places] == [town]
    assert town not in {one.name for one in findings.participants}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rained. Crews came from Leeds, Harnick and Veltrick on Friday.", {"Leeds", "Harnick", "Veltrick"}),
        ("It rained. The road is shut between Harnick and Veltrick for a week.", {"Harnick", "Veltrick"}),
        ("It rained. Letters from Harnick, Brod and Veltrick were sold on Friday.", set()),
        ("It rained. Trust in Harnick, Brod and Veltrick fell on Friday.", {"Harnick"}),
        ("It rained in Leeds. Max Harnick sang. Crews came from Leeds, Harnick and Veltrick on Friday.", {"Leeds"}),
        ("It rained. The ministry told Harnick and Veltrick to pay on Friday.", set()),
        ("It rained. Homes are dark, most of them between Leeds and Veltrick, on Friday.", {"Leeds", "Veltrick"}),
        ("It rained. The talks between Harnick and Veltrick broke down on Friday.", set()),
    ],
)
def test_names_listed_with_a_place_are_places(text: str, names: set[str]) -> None:
    """In a list behind a word of place, names of which nothing else tells what they are, are places as the one that is known."""
    assert set(countries(found(text)[1])) & {"Leeds", "Harnick", "Veltrick"} == names


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Fire above Harnick forces families out", "Harnick"),
        ("Oban fishermen win back a slipway", "Oban"),
        ("Stake in Harnick sold for a pound", None),
        ("Trust in Harnick falls", None),
        ("Interest in Harnick grows", None),
        ("Belief in Harnick wanes further", None),
        ("Shares in Harnick fall", None),
        ("Confidence in Harnick slides", None),
        ("Clerk ranks above Harnick again", None),
        ("Geelong fishermen win back a slipway", None),
    ],
)
def test_a_place_of_the_title_alone(title: str, place: str | None) -> None:
    """A title's place is one where it says that something is there, or where lists know it in a country whose places the text names."""
    text = (
        f"{title}\n\nBy Ann Lee\n3 March 2026\n\nThe slipway is shut. It had been leased to a hotel firm in Glasgow.\n"
    )
    assert (set(countries(found(text)[1])) & {"Harnick", "Oban", "Geelong"}) == ({place} if place else set())


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("A woman from Pudsey said the road was shut.", "Pudsey"),
        ("A woman from Barclays said the road was shut.", None),
        ("Volunteers from Pudsey filled sandbags.", "Pudsey"),
        ("Volunteers from Shelterbox filled sandbags.", None),
        ("The Pudsey man would not say it.", "Pudsey"),
        ("The Rolex man would not say it.", None),
        ("A house above Harnick burnt down.", "Harnick"),
        ("He ranks above Harnick now.", None),
        ("Boats lay 12 miles north of Harnick.", "Harnick"),
        ("A man walking his dog at Harnick saw it.", "Harnick"),
        ("A leak at Harnick was found.", None),
    ],
)
def test_weak_company_needs_a_listed_town_or_ground(sentence: str, place: str | None) -> None:
    """Where people are from, and whose man somebody is, is a place if lists know it in a country of the article; what is above or north of, if land is told of."""
    named = set(countries(found(f"It rained in Leeds. Nobody was hurt.\n\n{sentence}\n")[1])) - {"Leeds"}
    assert named == ({place} if place else set())


def test_whoever_has_a_title_is_no_place() -> None:
    """A surname that is a word of places is a person's behind "Dr", and a place's elsewhere."""
    _, findings = found("Two men accused Dr Hugh Marsh of theft. Dr Marsh denies it. They met at Tarn Marsh.")
    assert [place.name for place in findings.places] == ["Tarn Marsh"]


def test_what_opens_with_a_word_for_a_lake_is_a_place() -> None:
    """A lake is a place in Irish and Scottish words too."""
    assert "Lough Varrick" in countries(found("It rained. Anglers left Lough Varrick on Monday.")[1])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It rained. On Monday Prince Marlowe lost.", "Marlowe"),
        ("It rained. The party leader Dean Marlowe lost on Monday.", "Dean Marlowe"),
        ("It rained. The former Dean Marlowe lost on Monday.", "Marlowe"),
    ],
)
def test_what_may_be_a_title_is_a_given_name_behind_a_role(text: str, name: str) -> None:
    """Behind a word in small letters for what somebody is, a word that is a title and a given name is the name."""
    assert [one.name for one in found(text)[1].participants if one.kind == "person"] == [name]
