"""What shows that a name is a person's or a body's, and what leaves it open."""

from __future__ import annotations

import pytest

from summarize.briefing import Cite, Party
from summarize.findings import ParticipantKind
from summarize.stories.bearers import mentions_of, shown_kind, whole_name

CITE = Cite(article=1, start=0, end=1, text="A")


def kind_of(name: str, text: str, kind: ParticipantKind = "person", role: str | None = None) -> str | None:
    """What a text shows a name to be that a card takes for a `kind`."""
    party = Party(name=name, role=role, kind=kind, mentions=1, evidence=(CITE,))
    return shown_kind(party, mentions_of((name,), [text]), [text])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Zbigor Tarka", "Zbigor Tarka, 44, was frying eggs."),
        ("Zbigor Tarka", "“No,” said Zbigor Tarka, who chaired the jury."),
        ("Zbigor Tarka", "Mr Zbigor Tarka, the union’s lawyer, said no."),
        ("Zbigor Tarka", "Zbigor Tarka left. It was late, Tarka said."),
        ("Zbigor Tarka", "It was the Rev Zbigor Tarka who opened the door."),
        ("Ann Bridge", "Ann Bridge, the company’s lawyer, said no."),
        ("Ann Bridge", "Ann Bridge, the head of the union, left. The company Ann Bridge built is gone."),
        ("Ann Bridge", "The police asked Ann Bridge. The bank Ann Bridge owns is shut."),
        ("Ann Bridge", "Ann Bridge, a police officer, was thanked by the team."),
        ("Ann Bridge", "Outside the court Ann Bridge said the fight went on."),
        ("Ann Bridge", "After talks with the union Ann Bridge left. Bridge had met drivers."),
        ("Zbigor Tarka", "At the ministry Zbigor Tarka spoke. Tarka had waited."),
        ("Ann Bridge", "It is backed by Ann Bridge, the council, and the police."),
        ("Ann Bridge", "It is backed by Ann Bridge, the council, teachers and parents."),
        ("Ann Bridge", "They asked Ann Bridge, the police, the church and the press."),
    ],
)
def test_a_person(name: str, text: str) -> None:
    """A title, an age, “who”, a surname that stands alone or a given name shows a person, whatever bodies stand near; next in a list is no apposition."""
    assert kind_of(name, text) == "person"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Zorvane", "Zorvane said that it would pay."),
        ("Zorvane", "Zorvane, the biggest at the port, said that it would pay."),
        ("Zorvane", "Nobody at Zorvane picked up."),
        ("Zorvane", "The ferry is run by Zorvane."),
        ("Zorvane", "The police brought charges against Zorvane."),
        ("Zorvane", "It was stolen by a group of hackers called Zorvane."),
        ("Zorvane", "Zorvane has denied it."),
        ("ZRV", "Rules of ZRV forbid it."),
        ("Hahn & Sohn", "The bridge is by Hahn & Sohn."),
        ("Marle Rescue Unit", "It was left to Marle Rescue Unit."),
        ("Society for Wet Feet", "Ducks of Society for Wet Feet won."),
    ],
)
def test_a_label_of_body_that_holds(name: str, text: str) -> None:
    """What a card takes for a body is one if it says so, or speaks, or does, has or is owed what only bodies do."""
    assert kind_of(name, text, "organisation") == "organisation"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Zorvane", "Boats left Zorvane at noon."),
        ("Zorvane", "Zorvane was 390 km southeast of the port at noon."),
        ("Zorvane", "Zorvane and Vell resumed talks."),
        ("Zorvane", "They will meet Zorvane in the final."),
        ("Zorvane", "Among them is the Zorvane torc, dug up by a ploughman."),
        ("Zorvane", "The street was diverted by the Zorvane."),
        ("Zorvane 330", "The aircraft was a Zorvane 330."),
        ("N71", "Drivers were told that the N71 will not reopen."),
        ("Shaft Four", "Men were carried out of Shaft Four."),
        ("Front Strand", "Buses go by the Front Strand."),
        ("Taoiseach", "The Taoiseach said that he would listen."),
        ("Independent TD Dara Lane", "Independent TD Dara Lane said no."),
        ("Zorvane", "It fell in Zorvane, and the company that runs it said so."),
    ],
)
def test_a_label_of_body_that_does_not_hold(name: str, text: str) -> None:
    """A road, a make, a storm, a side in sport, an office or a town is often taken for a body, and is none."""
    assert kind_of(name, text, "organisation") is None


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("Hands for Harl", "The group Hands for Harl met. “No,” it said.", "organisation"),
        ("Women Without Borders", "Women Without Borders said that it would wait.", "organisation"),
        ("Kites for Grown-Ups", "They painted Kites for Grown-Ups on the door.", None),
        ("Joan of Quay", "“No,” said Joan of Quay, 44.", "person"),
    ],
)
def test_a_name_with_a_word_that_no_person_s_has(name: str, text: str, kind: str | None) -> None:
    """What has "for" or "without" inside is a body where it does as a body does, else nobody; never a person."""
    assert kind_of(name, text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kite Fair, which was to move, will be held on Sunday.", None),
        ("The Kite Fair said that it would move.", "organisation"),
    ],
)
def test_an_occasion_is_no_body(text: str, kind: str | None) -> None:
    """A fair, a marathon or a derby is nobody by its name, unless it speaks."""
    assert kind_of("Kite Fair", text, "organisation") == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Rally has denied it.", None),
        ("The Rally, he said, left the Norhavn Rally early.", None),
        ("The Rally met. Rally did not eat.", "person"),
    ],
)
def test_one_word_behind_the_is_no_person(text: str, kind: str | None) -> None:
    """One word that always has "the" before it is no person's name."""
    assert kind_of("Rally", text) == kind


def test_letters_behind_a_name() -> None:
    """Counsel with letters behind the name is somebody, no body."""
    assert kind_of("Ann Lane SC", "His counsel, Ann Lane SC, said no.", "organisation") == "person"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Green Furrow", "So says Green Furrow, the alliance of farmers’ unions."),
        ("Thrift Lane", "Thrift Lane, which sells lamps in 60 towns, is for sale."),
        ("Holt Tarka", "They searched the auction house Holt Tarka on Tuesday."),
        ("Long Reach", "The work went to Long Reach, a Norwegian firm."),
        ("Puerto Verde", "The mining company Puerto Verde denied it."),
        ("Hirst Colliers", "Hirst Colliers 2, Morpeth Park 1. It rained."),
        ("Quay Nine", "Shares in Quay Nine rose."),
    ],
)
def test_a_body(name: str, text: str) -> None:
    """What is called a firm or the like beside its name, “which”, shares or a result shows a body, unless the name begins as a person's."""
    assert kind_of(name, text) == "organisation"


@pytest.mark.parametrize(
    ("name", "role", "text"),
    [
        ("Ann Vance", None, "The cable ship Ann Vance was laid up."),
        ("Ann Vance", None, "The men lost from the Ann Vance were named."),
        ("Queen Ann Bridge", "Queen", "The Queen Ann Bridge is shut."),
        ("Quay Nine", None, "They trumped Quay Nine. On the quay stood nine cranes."),
        ("Quay Nine", "rival", "It topped an offer by its rival Quay Nine."),
        ("Thrift First", None, "Thrift First asked where the money was. Safety comes first."),
        ("Ann Lane", None, "Ann Lane, which sells lamps in 60 towns, is for sale."),
        ("Ann Verde", None, "It rained. The mining company Ann Verde denied it."),
        ("Le Havre", None, "Works councils in Le Havre want a meeting."),
    ],
)
def test_nothing_certain(name: str, role: str | None, text: str) -> None:
    """A ship, a bridge, what only has a role that firms have as well, and what nothing shows to be somebody's is left open."""
    assert kind_of(name, text, role=role) is None


@pytest.mark.parametrize(("between", "kind"), [("of the school board", None), ("the school board", "organisation")])
def test_a_body_that_somebody_heads(between: str, kind: str | None) -> None:
    """What a card takes for a body is left open where it may be the name of the body's head."""
    text = f"On Monday the head {between}, Ann Lane, said no."
    assert kind_of("Ann Lane", text, "organisation", "school board") == kind


@pytest.mark.parametrize(
    ("name", "text", "whole"),
    [
        ("Herons", "The board of Three Herons met. A bid for Three Herons came.", "Three Herons"),
        ("Herons", "The board of the Herons met. A bid for Three Herons came.", None),
        ("Westline", "Three Westline trains were late. A Westline train was not.", "Westline"),
        ("Westline", "Prosecutors named French Westline in May.", "Westline"),
        ("Dawn Alliance", "On Monday Ann Lee’s Dawn Alliance won.", "Dawn Alliance"),
        ("Salt & Zoon", "On Monday Salt & Zoon was named.", "Salt & Zoon"),
        (
            "Brewer Salt & Zoon",
            "It rained. Brewer Salt & Zoon was named. The debts of Salt & Zoon grew.",
            "Salt & Zoon",
        ),
        (
            "Captain Salt Cruises",
            "Captain Salt Cruises was fined. “No,” Captain Salt Cruises said.",
            "Captain Salt Cruises",
        ),
        ("Mayor Street Bank", "Mayor Street Bank has opened. Other banks are shut.", "Mayor Street Bank"),
        ("Stead", "The builder, Stead, Stead & Nephew, was paid.", None),
        ("Saskatoon", "The fund, Saskatoon Teachers, bid again. It left Saskatoon Teachers alone.", None),
        ("Farmers", "Only the Greens and Farmers said no. A deal with the Greens and Farmers is near.", None),
        ("Westline", "Only Westline said no. A deal with Talgren and Westline is near.", "Westline"),
        ("Index Tarn", "The Index Tarn 30 ended lower.", None),
        ("Tarn Brewery", "Tarn Brewery 14 years ago was a shed. Tarn Brewery grew.", "Tarn Brewery"),
    ],
)
def test_whole_names(name: str, text: str, whole: str | None) -> None:
    """A body is listed by its name as all its mentions inside sentences have it; one that is cut off differently, and an index, is not. A word for a person in front is cut only where the name stands without it as well."""
    assert whole_name(name, mentions_of((name,), [text]), [text]) == whole


def test_a_king_s_road_is_nobody() -> None:
    """What is named after a king and is a road is none of them."""
    assert kind_of("George Highway", "She told reporters on King George Highway.", role="King") is None
    assert kind_of("Ann Lane", "He met Judge Ann Lane.", role="Judge") == "person"


def test_a_name_that_may_be_cut_at_and_is_left_out() -> None:
    """Whether a ministry's name ends in front of "and" or behind it nobody can tell, unless it stands without somewhere."""
    name = "Department of Fisheries"
    cut = "The Department of Fisheries and Oceans shut the bay."
    assert whole_name(name, mentions_of((name,), [cut]), [cut]) is None
    alone = f"{cut} The Department of Fisheries gave no reason."
    assert whole_name(name, mentions_of((name,), [alone]), [alone]) == name


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Two fell ill at the Stead & Nephew festival.", None), ("Two fell ill at Stead & Nephew, a shop, before the festival.", "organisation")],
)  # fmt: skip
def test_a_festival_is_no_body(text: str, shown: str | None) -> None:
    """What is called a festival or a prize behind its name is neither a person nor a body."""
    assert kind_of("Stead & Nephew", text, "organisation") == shown
