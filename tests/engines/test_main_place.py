"""Rules of the main place. All articles were written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.test_extractive import drafted


def main_place(text: str) -> str | None:
    """Name of the main place of a text."""
    _, findings, draft = drafted(text)
    return next((findings.places[one.place - 1].name for one in draft.where if one.main and one.place), None)


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("A goods train left the rails near Ludwigshafen on Monday night, the railway said.", "Ludwigshafen"),
        (
            "The tea gardens were closed after an outbreak in the port quarter of Hamburg, a minister said on Monday.",
            "Hamburg",
        ),
        ("A goods train left the rails near Geneva on Monday night, the railway said.", "Geneva"),
        ("A landslide buried a tea shop in the village of Oberwirt, 40 km north of Passau, on Monday.", "Oberwirt"),
        ("A ferry ran aground near Port aux Basques on Monday night, the railway said.", "Port aux Basques"),
        ("Residents of Oberwirt voted on Monday to keep the quarry shut.", "Oberwirt"),
        ("A glove maker based in Ludwigshafen will close its plant in Passau in June.", "Passau"),
        ("The railway said in Ludwigshafen on Monday that it would sell the old trains.", "Berlin"),
        ("The railway was two minutes faster on Monday than the one in Ludwigshafen.", "Berlin"),
        ("A man who was born in Ludwigshafen was jailed on Monday for burning a barn, a court said.", "Berlin"),
        ("A bank with its seat in Ludwigshafen was fined on Monday, a court said.", "Berlin"),
        ("A Berlin court sent a man who burnt a barn near Ludwigshafen to prison on Monday.", "Berlin"),
    ],
)
def test_the_main_place_is_where_the_lead_says_it_happened(lead: str, place: str) -> None:
    """A town in which the lead says that it happened comes before the dateline, unless the lead names that too."""
    assert main_place(f"BERLIN, March 3 2026 (Post) - {lead} Nobody was hurt.\n") == place


@pytest.mark.parametrize(
    ("second", "place"),
    [
        ("The goods train left the rails near Ludwigshafen on Sunday.", "Ludwigshafen"),
        ("The goods train will be sold near Ludwigshafen on Sunday.", "Berlin"),
    ],
)
def test_the_next_sentences_tell_where_it_happened_if_the_lead_does_not(second: str, place: str) -> None:
    """Where the lead names no scene, one of the next sentences may; what is still to come is none."""
    lead = (
        "BERLIN, March 3 2026 (Post) - Two men were hurt when a goods train lost its load, the railway said on Monday."
    )
    assert main_place(f"{lead}\n\n{second}\n") == place


@pytest.mark.parametrize(
    "aside",
    [
        "The chancellor had promised the law at a fair near Ludwigshafen.",
        "The law had once failed at a court near Ludwigshafen on Sunday.",
        "The law was praised at a meeting in Ludwigshafen in January.",
        "The law was praised at a meeting in Ludwigshafen on 3 May 2019.",
        "Fighting over the law went on in Geneva on Monday night and two men were hurt.",
    ],
)
def test_what_the_next_sentences_tell_aside_is_not_where_it_happened(aside: str) -> None:
    """What had been, what was months or years ago, and what is in another country is not the news."""
    lead = "BERLIN, March 3 2026 (Post) - Ministers passed the law on Monday after a long night of talks."
    assert main_place(f"{lead}\n\n{aside}\n") == "Berlin"


@pytest.mark.parametrize(
    ("lead", "second", "place"),
    [
        (
            "A quake killed 40 people in eastern Turkey on Monday, the survey said.",
            "The worst damage was in Malatya, where a school fell.",
            "Malatya",
        ),
        (
            "A pit fell in in Peru, the survey said on Monday.",
            "A pit fell in in Copiapo in 2010.",
            "Peru",
        ),
        (
            "A barge sank in northern Turkey on Monday, its owner said.",
            "In 1999 another of its barges was lost near Hamburg.",
            "Turkey",
        ),
        ("A barge sank in northern Turkey on Monday, its owner said.", "It will be raised near Samsun.", "Turkey"),
        ("A minister said on Monday that wheat would come from Turkey.", "A ship was loaded in Samsun.", "Berlin"),
        ("A choir was chosen on Monday to sing at a fair in Turkey.", "It is old.", "Berlin"),
        (
            "A court in eastern Germany jailed a former minister on Thursday.",
            "Ann Berg, who was in office from 2019 to 2021, took bribes, the regional court in Dresden found.",
            "Dresden",
        ),
    ],
)
def test_the_town_comes_later_where_the_lead_names_its_country(lead: str, second: str, place: str) -> None:
    """Of a country that the lead tells as the scene, the next sentences may name the town, though it is not the dateline's country; else the country it is."""
    assert main_place(f"BERLIN, March 3 2026 (Post) - {lead}\n\n{second}\n") == place


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("The keepers of Dog Island, off Invercargill, lost their boat on Monday.", "Dog Island"),
        ("Fishermen met in March, near Dakar, to talk about nets.", "Dakar"),
        ("The mine at Veltrick was flooded on Monday, its owner said.", "Veltrick"),
    ],
)
def test_a_place_that_another_only_tells_comes_first(lead: str, place: str) -> None:
    """What a place lies by says where it is, and is not the place of the news."""
    assert main_place(f"Report\n\nPublished 5 March 2026\n\n{lead} Nobody was hurt.\n") == place


@pytest.mark.parametrize(
    ("lead", "second", "place"),
    [
        ("Lesotho is to sell water.", "The pipe will end near Gaborone.", "Lesotho"),
        ("Ghana's first glider crossed the lake.", "It came down in Tamale on Monday.", "Tamale"),
        ("Two people died when a bus hit a lorry near Salgaa.", "It was on its way to Kisumu.", "Salgaa"),
        ("Two people died when a bus hit a lorry near Salgaa.", "The driver is in Kisumu Hospital.", "Salgaa"),
        ("A beetle has been found in a cave in Laos.", "The team is from universities in Leiden.", "Laos"),
        ("A Perth court has cleared a surfer of theft.", "The tooth was kept in Broome.", "Perth"),
        ("Oxford, Mississippi, has voted to keep its clock slow.", "The clock is old.", "Oxford"),
    ],
)
def test_a_town_told_aside_comes_behind_what_the_lead_is_about(lead: str, second: str, place: str) -> None:
    """No journey's end, no hospital and no seat of a university is where it happened."""
    assert main_place(f"Norby news\n\n6 March 2026\n\n{lead}\n\n{second}\n") == place


@pytest.mark.parametrize(
    ("title", "story", "place"),
    [
        ("News", "Jordan has admitted that he shot a man in Leeds.", "Leeds"),
        ("News", "Chad will marry Ann Lee in Hull.", "Hull"),
        ("News", "Georgia is the mother of three boys who drowned in Leeds.", "Leeds"),
        ("News", "Ghana is to play Togo in Lagos.", "Lagos"),
        ("News", "Fans were furious at Vodakom last night. They met in Leeds.", "Leeds"),
        ("News", "The crowd jeered at Olatunde on Friday. The match was in Leeds.", "Leeds"),
        ("News", "Fans were furious at Vodakom last night. Nobody was hurt.", None),
        ("News", "A fire has destroyed the Victoria Lane Market in Kumasi.", "Kumasi"),
        ("News", "A fire has destroyed a mill in Downham Market. It was sold in Leeds.", "Downham Market"),
        ("Hamilton court date set", "Lewis Hamilton will be heard on 3 December. The driver denies it.", None),
    ],
)
def test_who_is_called_like_a_place_is_none(title: str, story: str, place: str | None) -> None:
    """People called like countries, teams of them, and firms or people that something was said or shouted at, are not where it happened."""
    assert main_place(f"{title}\n\n20 November 2026\n\n{story}\n") == place


def test_somebody_of_the_lead_may_be_in_another_country() -> None:
    """A sentence that goes on with whom the lead names tells of the same, wherever it was."""
    lead = "BERLIN, March 3 2026 (Post) - The runner Ann Kowalk was the fastest woman of the year on Sunday night."
    assert main_place(f"{lead}\n\nKowalk lost a shoe at the first bend in Geneva and went on.\n") == "Geneva"


def test_a_region_of_the_title_stays_before_its_towns() -> None:
    """A region that the title names is the place of the news, though the lead names a town of it."""
    text = "Snow falls as a cold front crosses Tasmania\n\nBy Ann Lee\n3 March 2026\n\nA cold front brought down trees in Hobart on Monday. Roads were shut.\n"
    assert main_place(text) == "Tasmania"


def test_a_court_hears_of_another_place() -> None:
    """Where the deed was that a court hears of is not where the news is; a city that is a country is no wide place."""
    text = "SINGAPORE: A clinic manager was jailed on Monday. The court heard that she worked in Toa Payoh in May. She wept.\n"
    assert main_place(text) == "Singapore"


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Ship drifts towards Passau", "Passau"),
        ("Ship drifts towards the town", "Brodin Quay"),
        ("Ship drifts towards Brodin Quay off Passau", "Brodin Quay"),
    ],
)
def test_a_site_comes_behind_the_town_that_the_title_names(title: str, place: str) -> None:
    """A quay or park lies in a town: that comes first where the title names it, and not the site."""
    story = "The harbour master spoke at Brodin Quay on Monday. The ship was 11 miles off Passau, he said."
    assert main_place(f"{title}\n\n6 March 2026\n\n{story}\n") == place


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("A man who fed 300 Shetland ponies was jailed on Monday. He wept in the county court at Geelong.", "Geelong"),
        ("A Kent man was sentenced at Derry Crown Court, sitting in Omagh, on Monday. He fed ponies.", "Omagh"),
        ("A dam in Kent burst on Monday. Its owner will appear in the county court at Geelong in June.", "Kent"),
    ],
)
def test_a_court_s_town_comes_before_what_something_is_called_by(opening: str, place: str) -> None:
    """The town where a court sits comes before a region; one where it is to sit does not."""
    assert main_place(f"Feed news\n\n6 March 2026\n\n{opening}\n") == place


def test_a_court_s_town_comes_behind_the_town_of_the_title() -> None:
    """What town the title names stays before the town where a court sits."""
    assert (
        main_place("Fire in Leeds\n\nA man burnt a mill in Leeds. He was jailed by a court in Omagh on Monday.\n")
        == "Leeds"
    )


def test_a_dateline_s_own_country_stays_beside_another_of_the_lead() -> None:
    """A lead that names the country that it was filed from, and another, leaves the main place where it was filed."""
    lead = "A storm killed six people in Portugal and Spain, and set a ferry adrift off Morocco, officials said on Thursday."
    assert main_place(f"LISBON, Nov 5, 2026 - {lead} Nobody else was hurt.\n") == "Lisbon"


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        (
            "The railway and its drivers agreed on Monday on more pay, ending strikes in Ludwigshafen, Passau and Trier.",
            "Berlin",
        ),
        ("The railway and its drivers fell out on Monday, and trains stood still in Ludwigshafen.", "Ludwigshafen"),
        ("A stolen bell came back on Monday after a man in Ludwigshafen found it in a loft.", "Berlin"),
        ("A station was shut on Monday after a man in Ludwigshafen was shot.", "Ludwigshafen"),
    ],
)
def test_a_list_and_somebody_elsewhere_are_no_scene(lead: str, place: str) -> None:
    """Neither the first of three listed towns nor the town of somebody in a clause beats the dateline; a single town and what befell somebody do."""
    assert main_place(f"BERLIN, March 3 2026 (Post) - {lead} Nobody was hurt.\n") == place


@pytest.mark.parametrize(
    ("third", "place"),
    [
        ("Kurt Weber, a clerk at Kranich Bank in Ludwigshafen, said the price had doubled.", "Berlin"),
        ("Trams stood still at the Kranich School in Ludwigshafen, and the price had doubled.", "Ludwigshafen"),
    ],
)
def test_where_somebody_works_is_no_scene(third: str, place: str) -> None:
    """The town of the firm that somebody works for does not beat the dateline; that of a school where something happened does."""
    lead = (
        "BERLIN, March 3 2026 (Post) - The price of coal rose on Monday to the highest since March, the exchange said."
    )
    assert main_place(f"{lead}\n\n{third}\n") == place


def test_a_year_that_is_told_is_another_one() -> None:
    """Where no date of publication is known, a scene with its year beside it was not now."""
    lead = "BERLIN, March 3 (Post) - A bomb went off at a bakery on Monday, the police said. Nobody was hurt."
    assert main_place(f"{lead}\n\nA bomb killed nine in Ludwigshafen in June 2025.\n") == "Berlin"
    assert main_place(f"{lead}\n\nA bomb killed nine in Ludwigshafen at noon.\n") == "Ludwigshafen"


@pytest.mark.parametrize(
    ("who", "place"),
    [
        ("Frieda Lang, 72, of Ludwigshafen, went home after a night at the Kranich School in Passau.", "Passau"),
        (
            "Frieda Lang slipped in Ludwigshafen, and went home after a night at the Kranich School in Passau.",
            "Ludwigshafen",
        ),
    ],
)
def test_a_home_is_the_main_place_only_where_there_is_no_other(who: str, place: str) -> None:
    """A town that is told of as somebody's home alone comes behind any other of the news."""
    lead = "A cook has become the first to get a heart of glass, a clinic said on Monday. Nobody had tried it."
    assert main_place(f"{lead}\n\n{who}\n") == place
