"""Rules of accounts in several languages: what makes them one story, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.card import Card
from summarize.daily.day import stories_of
from summarize.daily.groups import group_articles
from summarize.gazetteer import city_of
from summarize.stories.grouping import Anchors, Group, joined_across, member_of, split_by_anchors
from tests.stories.made import DAY, card_of

ENGLISH = card_of(
    "A crane fell on a bridge in Munich on Friday and killed three people, the fire service said. Two divers, Lena Obrist and Tom Halver, "
    "searched the Isar for a lorry with 1,450 crates of glass.\n\nThe Reichen bridge will stay shut until 20 March, said Obrist.",
    "Quay Post",
    title="Crane kills three on bridge in Munich",
)
GERMAN = card_of(
    "In München ist am Freitag ein Kran auf eine Brücke gestürzt und hat drei Menschen getötet. Die Taucher Lena Obrist und Tom Halver "
    "suchen in der Isar nach einem Lastwagen mit 1.450 Kisten Glas.\n\nDie Reichen-Brücke bleibt bis zum 20. März gesperrt, sagte Obrist.",
    "Hafenblatt",
    title="Kran stürzt in München auf Brücke: drei Tote",
)
FRENCH = card_of(
    "Une grue est tombée vendredi sur un pont de Munich et a tué trois personnes. Les plongeurs Lena Obrist et Tom Halver cherchent dans "
    "l'Isar un camion chargé de 1 450 caisses de verre.\n\nLe pont restera fermé jusqu'au 20 mars, a déclaré Lena Obrist.",
    "Le Quai",
    title="Trois morts dans la chute d'une grue à Munich",
)
OF_THE_PLACE = card_of(
    "Die Stadt München schließt am 20. März drei Hallenbäder. Das teilte der Stadtrat am Freitag mit. Rund 1.450 Schwimmer hatten dagegen "
    "unterschrieben.\n\n„Wir haben kein Geld mehr“, sagte die Stadträtin Erika Dorn.",
    "Isar Anzeiger",
    title="München schließt drei Hallenbäder",
)
OF_THE_NAME = card_of(
    "In Hamburg hat die Malerin Lena Obrist am Freitag eine Schau mit 1.450 Bildern eröffnet. Sie läuft bis zum 20. März, teilte das Museum mit. "
    "Der Maler Tom Halver hielt die Rede.",
    "Isar Anzeiger",
    title="Lena Obrist zeigt 1.450 Bilder in Hamburg",
)


def parts(*cards: Card) -> list[list[int]]:
    """The numbers of the cards that are told together."""
    members = [member_of(number, card) for number, card in enumerate(cards, 1)]
    found = group_articles(members, dict.fromkeys(range(1, len(cards) + 1), "news"), None, cards)
    return sorted(sorted(each.numbers) for each in found)


def test_one_event_in_three_languages_is_one_story() -> None:
    """Names, a place in each language's own form, a figure in each one's writing and a date make accounts one story; it says why."""
    assert parts(ENGLISH, GERMAN, FRENCH) == [[1, 2, 3]]
    story = stories_of([FRENCH, GERMAN, ENGLISH], DAY).stories[0]
    assert len(story.reasons) == 2
    assert all({"Halver", "Munich"} <= set(reason.shared) for reason in story.reasons)


def test_one_place_day_and_figure_make_no_event() -> None:
    """What shares a city, a date and a figure, and no name, stays apart."""
    assert parts(ENGLISH, OF_THE_PLACE) == [[1], [2]]


def test_names_in_other_places_make_no_event() -> None:
    """What shares names and figures, and tells of another city, stays apart."""
    assert parts(ENGLISH, OF_THE_NAME) == [[1], [2]]


@pytest.mark.parametrize(
    ("english", "german"),
    [
        # Two people of one last name; those who govern a city, in two pieces of its news of one day, with a round figure, one of
        # many, or a date; one last name alone.
        (
            "LYON, 24 November 2026 – A court in Lyon on Tuesday jailed 38 smugglers, prosecutor Laurent Brevant said. Their boats were sold.",
            "LYON, 24. November 2026 – Die Pianistin Sophie Brevant hat am Dienstag in Lyon vor 38 Gästen gespielt. Sie dankte ihrer Lehrerin.",
        ),
        (
            "LYON, 24 November 2026 – Mayor Paul Brenac and his deputy Rosa Tillier opened a tram line in Lyon on Tuesday. It has 12 stops.",
            "LYON, 24. November 2026 – Bürgermeister Paul Brenac und die Stadträtin Rosa Tillier haben am Dienstag in Lyon den Haushalt vorgestellt.",
        ),
        (
            "Mayor Paul Brenac and his deputy Rosa Tillier opened a tram line in Lyon on Tuesday. It carries 40 people an hour.",
            "Bürgermeister Paul Brenac und die Stadträtin Rosa Tillier haben am Dienstag in Lyon den Haushalt vorgestellt. Er sinkt um 40 Prozent.",
        ),
        (
            "Mayor Paul Brenac and his deputy Rosa Tillier opened a tram line in Lyon on Tuesday. It has 17 stops.",
            "Bürgermeister Paul Brenac und die Stadträtin Rosa Tillier haben am Dienstag in Lyon den Haushalt vorgestellt. Er sinkt um 17 Prozent.",
        ),
        (
            "Mayor Paul Brenac said on Tuesday in Lyon that a tram line would open on 14 December.",
            "Bürgermeister Paul Brenac hat am Dienstag in Lyon angekündigt, dass am 14. Dezember gestreikt wird.",
        ),
        (
            "Mayor Brenac said in Lyon on Tuesday that 17 schools would shut.",
            "Der Sänger Paul Brenac trat am Dienstag in Lyon mit 17 Musikern auf.",
        ),
    ],
)
def test_people_of_one_city_make_no_event(english: str, german: str) -> None:
    """A last name of two people, or those who are in all the news of a large city, join nothing with a place and a day, a round figure, or one below a hundred."""
    dated = "2026-11-24T12:00:00+00:00"
    assert parts(card_of(english, "Quay Post", dated), card_of(german, "Hafenblatt", dated)) == [[1], [2]]


@pytest.mark.parametrize("more", ["1450", "2026-12-14"])
def test_people_and_a_rare_figure_or_a_date_make_an_event(more: str) -> None:
    """Two people who are named in full in both make an event with a figure that few articles have, or with a date."""
    figures, days = (frozenset((float(more),)), frozenset[str]()) if more.isdigit() else (frozenset[float](), {more})
    known = {
        number: replace(
            anchors(language, "Obrist", "Halver"),
            figures=figures,
            days=frozenset(days),
            given=frozenset((("Obrist", "Lena"), ("Halver", "Tom"))),
        )
        for number, language in ((1, "en"), (2, "de"))
    }
    groups = [Group((number,), ()) for number in known]
    assert len(joined_across(groups, known)) == 1
    known[2] = replace(known[2], given=frozenset((("Obrist", "Rosa"), ("Halver", "Karl"))))
    assert len(joined_across(groups, known)) == 2


def test_thousands_are_one_figure_in_each_languages_writing() -> None:
    """A figure that could be read in two ways is its larger reading: "3.400" is 3,400."""
    english = card_of("The maker Veltrix will cut 3,400 jobs, its head Anna Holm said in Stockholm on Tuesday.", "A")
    german = card_of(
        "Der Hersteller Veltrix streicht 3.400 Stellen, sagte die Chefin Anna Holm am Dienstag in Stockholm.", "B"
    )
    assert parts(english, german) == [[1, 2]]


def anchors(language: str, *names: str) -> Anchors:
    """An article that names people, in one city, on one day to come."""
    return Anchors(
        language, frozenset(names), frozenset(names), frozenset(("Munich",)), frozenset((1450.0,)), frozenset((DAY,))
    )


def test_a_language_has_one_group_of_an_event() -> None:
    """Of two groups of a language that an account is like, it is told with the surer one."""
    known = {
        1: anchors("en", "Obrist", "Halver", "Reichen"),
        2: anchors("de", "Obrist", "Halver"),
        3: anchors("de", "Obrist", "Halver", "Reichen"),
    }
    found = joined_across([Group((number,), ()) for number in known], known)
    assert sorted(each.numbers for each in found) == [(1, 3), (2,)]


def test_who_is_in_all_news_joins_none() -> None:
    """A name that several groups of a language have, a mayor's, makes no event with the place, the figure and the day."""
    known = {
        1: anchors("en", "Weller", "Obrist"),
        2: anchors("de", "Weller", "Dorn"),
        3: anchors("de", "Weller", "Karg"),
    }
    known[2] = replace(known[2], figures=frozenset((1450.0, 38.5, 4.7)))
    known[1] = replace(known[1], figures=known[2].figures)
    found = joined_across([Group((number,), ()) for number in known], known)
    assert sorted(each.numbers for each in found) == [(1,), (2,), (3,)]


def test_one_name_without_a_place_makes_no_event() -> None:
    """A name, a figure and a day join nothing where no place says that it is one person: two names do."""
    known = {1: anchors("en", "Obrist", "Reichen"), 2: anchors("de", "Obrist", "Dorn")}
    known = {
        number: replace(each, places=frozenset(), figures=frozenset((1450.0, 38.5))) for number, each in known.items()
    }
    assert len(joined_across([Group((number,), ()) for number in known], known)) == 2
    known[2] = replace(known[2], names=frozenset(("Obrist", "Reichen")))
    assert len(joined_across([Group((number,), ()) for number in known], known)) == 1


def test_two_events_of_another_language_need_a_name() -> None:
    """Two articles in one other language, alike in words, are two stories where they share no name and no two large figures."""
    one, other = (
        card_of(
            f"Un terremoto de magnitud {size} sacudió este viernes el norte de {place} sin causar víctimas, informó el servicio de "
            f"emergencias. El sismo se sintió en {town}. Las escuelas suspendieron las clases.",
            f"El Faro {place}",
            title=f"Un terremoto sacude el norte de {place} sin causar víctimas",
        )
        for size, place, town in (("5,8", "Grecia", "Langadas"), ("5,9", "Chile", "Iquique"))
    )
    assert parts(one, other) == [[1], [2]]


def test_a_story_is_told_in_one_language() -> None:
    """Accounts in other languages count as sources; headline, lede and facts are English where there is an English account, however short."""
    short = card_of(
        "A crane fell on 1,450 crates of glass in Munich, said Lena Obrist and Tom Halver.",
        "Quay Post",
        title="Crane falls in Munich",
    )
    story = stories_of([FRENCH, GERMAN, short], DAY).stories[0]
    assert story.coverage.independent == 3
    assert {story.headline.article, story.lede.article, *(line.article for line in story.facts)} == {3}


@pytest.mark.parametrize(
    ("name", "city"),
    [("Genf", "Geneva"), ("Ginebra", "Geneva"), ("Genève", "Geneva"), ("Geneva", "Geneva"), ("Gänseblümchen", None)],
)
def test_cities_have_one_name(name: str, city: str | None) -> None:
    """A city is the same by all its names; what is none has none."""
    assert city_of(name) == city


@pytest.mark.parametrize(
    ("english", "other"),
    [
        # A ship and what it hit, with a figure written out in the one; two clubs of one match; two firms with a day to come.
        (
            "FARO, Portugal - Nine people died when the Ilha Branca sank off Faro after a collision with the Hanul Grace, said the port.",
            "Nueve personas murieron al hundirse frente a Faro el Ilha Branca, que chocó con el carguero Hanul Grace.",
        ),
        (
            "CAGLIARI, Italy - Two fans were hurt after the match between Rovena Calcio and Atletico Sulcis in Cagliari.",
            "Due tifosi sono rimasti feriti a Cagliari dopo la partita tra il Rovena Calcio e l'Atletico Sulcis.",
        ),
        (
            "Pelorus Foods of Leeds has agreed to be bought by Nordkliff. Shareholders of both vote on 22 April.",
            "Der Hamburger Konzern Nordkliff kauft den Hersteller Pelorus Foods. Die Aktionäre stimmen am 22. April ab.",
        ),
        # A storm with a name is one event wherever it strikes.
        (
            "BREST, France - Storm Odila killed a cyclist near Brest on Friday and left 52,000 homes without power.",
            "La borrasca Odila ha dejado un muerto en Gijón y 18.000 casas sin luz.",
        ),
    ],
)
def test_names_of_two_words_or_of_a_storm_make_an_event(english: str, other: str) -> None:
    """Both open with a full name that is no person's and another name, and share a place, a figure or a day; or with one storm's name."""
    assert parts(card_of(english, "Quay Post"), card_of(other, "Hafenblatt")) == [[1, 2]]


@pytest.mark.parametrize(
    ("english", "other"),
    [
        # One firm in two pieces, one body of one town, two firms of one trade by single words, a singer with a storm's name.
        (
            "LYON, France - The couriers of Delivra and Cargomo in Lyon will be paid by the hour, a court said on Friday.",
            "In Lyon haben die Boten von Delivra und Cargomo am Freitag einen Chor gegründet. Sie singen jeden Montag.",
        ),
        (
            "Pelorus Foods of Leeds recalled 40,000 tins of soup on Friday. Shops in Leeds took them off the shelves.",
            "Pelorus Foods hat in Leeds am Freitag ein Werk eröffnet. Dort arbeiten 220 Menschen.",
        ),
        (
            "ALGECIRAS, Spain - The Guardia Civil found a ton of hashish in a van in Algeciras on Friday.",
            "La Guardia Civil rescató este viernes a un perro en un pozo de Algeciras.",
        ),
        (
            "BREST, France - Storm Odila killed a cyclist near Brest on Friday.",
            "La cantante Odila Noval actuará el sábado en Brest, dijo su agente.",
        ),
    ],
)
def test_one_full_name_makes_no_event(english: str, other: str) -> None:
    """A firm or a body in two pieces of one town stays apart, and so does who is called like a storm."""
    assert parts(card_of(english, "Quay Post"), card_of(other, "Hafenblatt")) == [[1], [2]]


def test_two_pieces_of_one_outlet_need_more() -> None:
    """Two articles of one outlet that share two names are two events, for it names the same bodies every day; of two outlets they are one."""
    known = {
        number: replace(anchors("es", "Obrist", "Halver"), figures=frozenset(), days=frozenset()) for number in (1, 2)
    }
    assert len(split_by_anchors(Group((1, 2), ()), known)) == 1
    assert (
        len(split_by_anchors(Group((1, 2), ()), {n: replace(each, outlet="El Faro") for n, each in known.items()})) == 2
    )


def test_who_is_a_person_in_one_account_is_one_in_all() -> None:
    """Two politicians are no two firms, though no list knows their first names, where any account of the day makes one a person."""
    two = frozenset(("Ilze Vitola", "Zdenka Hrubec"))
    known = {
        number: replace(
            anchors(language, "Vitola", "Hrubec"), figures=frozenset(), days=frozenset(), full=two, opened=two
        )
        for number, language in ((1, "en"), (2, "de"))
    }
    groups = [Group((number,), ()) for number in known]
    assert len(joined_across(groups, known)) == 1
    known[3] = replace(
        anchors("fr"),
        places=frozenset(),
        figures=frozenset(),
        days=frozenset(),
        given=frozenset((("Vitola", "Ilze"), ("Hrubec", "Zdenka"))),
    )
    assert len(joined_across([*groups, Group((3,), ())], known)) == 3
