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
