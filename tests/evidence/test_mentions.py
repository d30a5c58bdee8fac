"""Rules of names: who and what is mentioned, and by which forms. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from tests.evidence.passages import found, mentions, participant


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Hanna Osei chairs the board. Osei voted no on Monday. Ms Osei then left, and nobody followed Hanna Osei.",
            "Hanna Osei",
            ["Hanna Osei", "Osei", "Osei", "Hanna Osei"],
        ),
        (
            "The Ministry of Harbour Affairs (MHA) sold the pier. The MHA gave no reason, and the MHA has since said nothing.",
            "Ministry of Harbour Affairs",
            ["Ministry of Harbour Affairs", "MHA", "MHA", "MHA"],
        ),
        (
            "Kestrel Energy Ltd sold its ships on Monday. Kestrel Energy said so in a letter, and Kestrel then fell silent.",
            "Kestrel Energy Ltd",
            ["Kestrel Energy Ltd", "Kestrel Energy", "Kestrel"],
        ),
        (
            "Winger Jonah Fainga'a scored on Monday. Fainga'a’s pass, and Fainga’a, won the match in Nuku'alofa.",
            "Jonah Fainga'a",
            ["Jonah Fainga'a", "Fainga'a", "Fainga’a"],
        ),
        (
            "President Ana Ruiz signed the law. Ruiz then flew home, and President Ruiz made no speech.",
            "Ana Ruiz",
            ["Ana Ruiz", "Ruiz", "Ruiz"],
        ),
        (
            "The Harbour Ministry sold the pier. The Ministry of Harbour gave no reason for it.",
            "Ministry of Harbour",
            ["Harbour Ministry", "Ministry of Harbour"],
        ),
        ("The ships left Kenya on Monday. Kenya has sent no others since the spring.", "Kenya", ["Kenya", "Kenya"]),
        (
            "The Nairobi-based lender closed two branches on Monday. Others in Nairobi stay.",
            "Nairobi",
            ["Nairobi", "Nairobi"],
        ),
    ],
)
def test_short_forms_are_mentions_of_the_full_name(
    syntax: Syntax | None, text: str, name: str, expected: list[str]
) -> None:
    """Surnames, acronyms stated in brackets, shortened names and titled forms all mention whom the full name names."""
    assert mentions(text, name, syntax) == expected


def test_an_honorific_keeps_namesakes_apart(syntax: Syntax | None) -> None:
    """Of two people with one surname, "Mr" is the man and "Ms" the woman."""
    text = "Hanna Osei met her brother, David Osei, on the quay. Mr Osei wept. Ms Osei did not, and Ms Osei soon left."
    assert mentions(text, "Hanna Osei", syntax) == ["Hanna Osei", "Osei", "Osei"]
    assert mentions(text, "David Osei", syntax) == ["David Osei", "Osei"]


def test_different_given_names_are_different_people(syntax: Syntax | None) -> None:
    """Two full names that share a surname are two people."""
    _, findings = found("Hanna Osei met David Osei on Monday, and Hanna Osei signed the deed.", syntax)
    assert {one.name for one in findings.participants} >= {"Hanna Osei", "David Osei"}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Hanna Osei signed the deed on Monday.", "person", "Hanna Osei"),
        ("J.S. Han signed the deed on Monday, and J.S. Han left.", "person", "J.S. Han"),
        ("The deed was signed by Dr Osei, 52, and by nobody else.", "person", "Osei"),
        ("On Monday the boat of Mr Lindqvist sank beside the quay.", "person", "Lindqvist"),
        ("Mrs Lindqvist signed the deed on Monday.", "person", "Lindqvist"),
        ("Kestrel Energy Ltd signed the deed on Monday.", "organisation", "Kestrel Energy Ltd"),
        ("The University of Leeds signed the deed on Monday.", "organisation", "University of Leeds"),
        ("The White House signed the deed on Monday.", "organisation", "White House"),
        ("The Russians signed the deed on Monday.", "group", "Russians"),
        ("The deed was signed by Jan van der Meer, 52, on Monday.", "person", "Jan van der Meer"),
        ("The deed was signed by Sulau anak Jimbat, 52, on Monday.", "person", "Sulau anak Jimbat"),
        ('It was signed by Hubert "Bertie" Osei on Monday.', "person", 'Hubert "Bertie" Osei'),
        ("It was signed by WorkHarbour on Monday.", "organisation", "WorkHarbour"),
        ("Taoiseach Hanna Osei signed the deed on Monday.", "person", "Hanna Osei"),
        ("The deed was signed by Alok Ranjan Sen, 52, on Monday.", "person", "Alok Ranjan Sen"),
        ("The deed was signed by Sen. Hanna Osei on Monday.", "person", "Hanna Osei"),
        ("Kestrel Workers Local 61 signed the deed on Monday.", "organisation", "Kestrel Workers Local 61"),
    ],
)
def test_a_name_is_known_for_what_it_names(syntax: Syntax | None, text: str, kind: str, name: str) -> None:
    """People, organisations and groups are told apart."""
    _, findings = found(text, syntax)
    assert [(one.kind, one.name) for one in findings.participants] == [(kind, name)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The ships left Nairobi for Leeds on Monday.", {"Nairobi": "KE", "Leeds": "GB"}),
        ("The University of Leeds and Manchester United signed the deed on Monday.", {}),
        ("The Bank of England signed the deed in London on Monday.", {"London": "GB"}),
        ("The ships left Velmora, Kenya, on Monday.", {"Velmora": "KE", "Kenya": "KE"}),
        (
            "VELMORA, Kenya, March 3 (Wirebird) - The ships have left the harbour for good.",
            {"Velmora": "KE", "Kenya": "KE"},
        ),
        ("The Kenyan navy sent two ships to the strait on Monday.", {}),
        ("The ships left Port of Spain on Monday.", {"Port of Spain": "TT"}),
        ("It was a 24-17 defeat by Connacht on Monday.", {}),
    ],
)
def test_places_are_places_and_nothing_else(syntax: Syntax | None, text: str, places: dict[str, str]) -> None:
    """Places are found with their country; a place inside an organisation's name, or a nationality, is no place."""
    _, findings = found(text, syntax)
    assert {place.name: place.country for place in findings.places} == places


def test_a_mixed_case_agency_in_a_dateline_is_no_place(syntax: Syntax | None) -> None:
    """The news agency that a dateline names is not where the story was filed."""
    _, findings = found("NAIROBI, Kenya (Wirebird) - The ships have left the harbour for good.", syntax)
    assert [place.name for place in findings.places] == ["Nairobi", "Kenya"]


def test_towns_that_only_the_title_names_are_places(syntax: Syntax | None) -> None:
    """A title in small letters shows a town where something is; a make or a firm there, or a title in capitals, shows none."""
    body = "\n\nStaff were told on Friday that the firm had run out of money.\n\nThe offices have been closed since.\n"
    for title, towns in (
        ("Hundreds of jobs at risk at games studio in Dundee", ["Dundee"]),
        ("The last games maker of Tullamore", ["Tullamore"]),
        ("Google to buy Phoenix stake as Mobile sales fall", []),
        ("Reading of accounts shows jobs at risk in games studio", []),
        ("Hundreds Of Jobs At Risk In Dundee", []),
        ("Hamilton court date set", []),
        ("Mobile drivers told to stay off the road", []),
        ("Leeds fans clash after derby defeat", []),
        ("Cork beat Kerry after replay", []),
    ):
        _, findings = found(title + body, syntax)
        assert [place.name for place in findings.places] == towns, title


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan Hanna Osei won the race on Sunday in front of a small crowd.",
        "The Kenyan runner Hanna Osei won the race on Sunday in front of a small crowd.",
        "Former champion Hanna Osei won the race on Sunday in front of a small crowd.",
        "On Sunday Hanna Osei won the race in front of a small crowd.",
    ],
)
def test_a_name_is_a_name_alone(syntax: Syntax | None, text: str) -> None:
    """Nationality, description and weekday before a person's name are no part of it."""
    _, findings = found(text, syntax)
    assert [one.name for one in findings.participants if one.kind == "person"] == ["Hanna Osei"]


@pytest.mark.parametrize(
    "text",
    [
        "The pier was shut on Monday. Officials gave no reason.",
        "However, the vote was lost. Nobody spoke of it.",
        "It rained. Then it snowed, and the ferry did not sail.",
    ],
)
def test_a_capital_alone_makes_no_name(text: str) -> None:
    """Ordinary words that open a sentence, weekdays and months are nobody's names."""
    _, findings = found(text)
    assert findings.mentions == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Harbour Minister Hanna Osei came to the quay.", "Harbour Minister"),
        ("The treasurer, Hanna Osei, came to the quay.", "treasurer"),
        ("Hanna Osei, the treasurer of the harbour board, came to the quay.", "treasurer of the harbour board"),
        ("Hanna Osei, 52, a retired teacher, came to the quay.", "retired teacher"),
        ("Former treasurer Hanna Osei came to the quay.", "Former treasurer"),
        ("Hanna Osei, who is the treasurer, came to the quay.", "treasurer"),
        ("Hanna Osei, chief executive of Kestrel Energy, came to the quay.", "chief executive of Kestrel Energy"),
        ("The harbour spokesman on finance, Hanna Osei, came to the quay.", "harbour spokesman on finance"),
        ("Hanna Osei, accused the bank of haste, and left the quay.", None),
        ("They reached the bank; the child's aunt, Hanna Osei, came to the quay.", "child's aunt"),
        (
            "West Kestrel Group's medical director, Hanna Osei, came to the quay.",
            "West Kestrel Group's medical director",
        ),
        ("Kenya's Data Commissioner, Hanna Osei, came to the quay.", "Kenya's Data Commissioner"),
        ("Hanna Osei, whose boat sank, came to the quay.", None),
        ("Hanna Osei, after a long silence, came to the quay.", None),
        ("Hanna Osei came to the quay.", None),
    ],
)
def test_a_role_is_what_the_article_calls_somebody(syntax: Syntax | None, text: str, role: str | None) -> None:
    """The role beside a name, before it, after it or set off by commas, is given in the article's own words; without one there is none."""
    article, findings = found(text, syntax)
    person = next(one for one in findings.participants if one.kind == "person")
    assert person.role == role
    if person.role_span is not None:
        assert article.text[person.role_span.start : person.role_span.end] == role


def test_a_role_does_not_pass_from_one_person_to_the_next(syntax: Syntax | None) -> None:
    """What is said of one person is not the role of another named beside."""
    _, findings = found(
        "The treasurer, Hanna Osei, met Tom Lindqvist and Harbour Minister Ana Ruiz on the quay.", syntax
    )
    assert participant(findings, "Hanna Osei").role == "treasurer"
    assert participant(findings, "Tom Lindqvist").role is None
    assert participant(findings, "Ana Ruiz").role == "Harbour Minister"


@pytest.mark.parametrize(
    ("opening", "name", "kind", "role"),
    [
        ("Brewer Bøkeøl said on Monday that it would close", "Bøkeøl", "organisation", "Brewer"),
        ("STANWICK (Post) — Chipmaker Velkron said on Monday that it would close", "Velkron", "organisation", "Chipmaker"),
        ("Carmaker Ostrik Werke said on Monday that it would close", "Ostrik Werke", "organisation", "Carmaker"),
        ("Brewer Anna Velkron said on Monday that she would close", "Anna Velkron", "person", "Brewer"),
        ("Airline Pilots Association leaders said on Monday that they would close", "Airline Pilots Association", "organisation", None),
    ],
)  # fmt: skip
def test_what_a_body_is_opens_a_sentence(opening: str, name: str, kind: str, role: str | None) -> None:
    """What a body is, in front of its name, is its role and no part of the name, which is one with the name alone; a person's trade is a person's."""
    _, about = found(f"{opening} the plant in May. Nobody had asked for it there.")
    assert [(each.name, each.kind, each.role) for each in about.participants if each.kind != "unnamed"] == [
        (name, kind, role)
    ]


@pytest.mark.parametrize("opening", ["FOUR trials", "SEVEN more trials"])
def test_a_number_in_capitals_is_no_name(opening: str) -> None:
    """The first words of a story may stand in capitals: an ordinary one is no body for that."""
    _, about = found(f"{opening} due to start next week will be heard in May, the clerk said.")
    assert "organisation" not in {each.kind for each in about.participants}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mill is lost, said Will Hutton, a teacher.", "Will Hutton"),
        ("“It is late,” said its director, Even Tveit, on Monday.", "Even Tveit"),
        ("The mill closes in May. Will Anna Hutton, a teacher, stay?", "Anna Hutton"),
        ("She said Even Norway would vote, Anna Hutton recalled.", "Anna Hutton"),
    ],
)
def test_a_given_name_that_is_a_word(text: str, name: str) -> None:
    """ "Will" and the like are a given name inside a sentence, and a word where one opens or where a place follows."""
    assert [each.name for each in found(text)[1].participants if each.kind == "person"] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lund is the club {} left in May.", "Ostrander"),
        ("Nobody remembers the fund {} had once run, or why.", "Ostrander"),
        ("It was the bank {} robbed. It closed in May.", "Ostrander"),
        ("The charity {} helped in May is no more.", "Ostrander"),
        ("It was the mining firm {} accused, and it closed.", "Nia Ostrander"),
        ("It was a fan who owns {} jerseys that they met.", "Ostrander"),
        ("It is led by Anna Hutton, who heads {}’s campaign there.", "Ostrander"),
        ("The museum is to close. {} sold its paintings in May.", "Nia Ostrander"),
        ("It rained all day. Publisher {} left the town.", "Ostrander"),
        ("It was signed by Mayor Anna Hutton of {} and by nobody else.", "Labour"),
        ("Then the villagers of {}’s town sang for him.", "Ostrander"),
        ("They sealed off the pit near {}’s farm in May.", "Ostrander"),
    ],
)
def test_what_somebody_does_with_a_body_or_has_makes_no_body_of_him(text: str, name: str) -> None:
    """A name behind a body or a place, with what was done to it or what is whose behind, is not proved to be one: "the club Ostrander left"."""
    _, about = found(text.format(name))
    assert name not in {each.name for each in about.places}
    assert name not in {each.name for each in about.participants if each.kind == "organisation"}


@pytest.mark.parametrize(
    "text",
    [
        "The mining firm {} left the valley in May.",
        "The mining firm {} closed in May, and nobody wept.",
        "The mining firm, {}, left in May.",
        "It is led by Anna Hutton, who runs {} in the valley.",
    ],
)
def test_what_a_body_does_leaves_it_one(text: str) -> None:
    """A name behind what it is called is a body, whatever it does to others, or if nothing can be done to it."""
    _, about = found(text.format("Ostrander"))
    assert [each.name for each in about.participants if each.kind == "organisation"] == ["Ostrander"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Kisumu Central OCPD Hassan Juma said it was late.", "Hassan Juma"),
        ("Thika Road RTO Grace Mutai Otieno said it was late.", "Grace Mutai Otieno"),
        ("Kisumu Central OCPD Varnick Juma said it was late.", None),
    ],
)
def test_an_office_by_its_letters_stands_before_a_name(text: str, person: str | None) -> None:
    """Letters between where somebody serves and a given name are the office, and no part of the name."""
    people = [each.name for each in find(Article(text=text, language="en")).participants if each.kind == "person"]
    assert people == ([person] if person else [])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Opposition Leader Tom Cardinal called it a waste. Cardinal left.", ["Tom Cardinal", "Cardinal"]),
        ("Finance Minister Nora Bishop called it a waste. Reporters met Bishop.", ["Nora Bishop", "Bishop"]),
        ("Mr Owen Marshal called it a waste. On Monday Marshal left.", ["Owen Marshal", "Marshal"]),
        ("Tom Reid called it a waste. The Leader left, and Bishop Lee came.", ["Tom Reid"]),
        ("Tom Cardinal called it a waste. They met Cardinal Lee on Monday.", ["Tom Cardinal"]),
    ],
)
def test_a_surname_may_be_the_word_of_a_title(syntax: Syntax | None, text: str, named: list[str]) -> None:
    """Behind a given name a title is a surname, and alone it means who has it; "the Cardinal" and "Cardinal Lee" are others."""
    assert mentions(text, named[0], syntax) == named


def test_a_title_behind_an_article_is_no_surname() -> None:
    """ "The Bishop" is whoever holds that office, whatever somebody is called."""
    assert mentions("Nora Bishop called it a waste. On Monday the Bishop left.", "Nora Bishop") == ["Nora Bishop"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee won the race. Turnout was 41%.",
        "Ann Lee won the race in Bergen. Sentence will be passed next Friday.",
        "Ann Lee beat Tom Reid in a race held on Thursday. Attendance was low.",
    ],
)
def test_a_noun_that_opens_a_sentence_is_nobody(syntax: Syntax | None, text: str) -> None:
    """Turnout and a sentence are neither people nor bodies, whatever the model makes of the capital."""
    _, findings = found(text, syntax)
    assert {one.name for one in findings.participants if one.kind != "unnamed"} <= {"Ann Lee", "Tom Reid"}


def test_a_name_that_opens_on_such_a_noun_stays(syntax: Syntax | None) -> None:
    """What goes on in capitals is a name."""
    _, findings = found("The Bail Reform Board met on Monday. Ann Lee wrote to the Bail Reform Board.", syntax)
    assert "Bail Reform Board" in {one.name for one in findings.participants}
