"""Names of bodies are whole: what belongs to several, what opens with a word that opens sentences, districts and allied trades behind an "and"."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The United Mine and Allied Workers' Union said it was late.", "United Mine and Allied Workers' Union"),
        ("The Dock Workers' Unity Council has emerged from the talks.", "Dock Workers' Unity Council"),
        ("A member of the ruling People's Orange Party said it was late.", "People's Orange Party"),
        ("The Varanger Small Boat Fishers' League has told its 230 members.", "Varanger Small Boat Fishers' League"),
        ("The State Disaster Response Force sent 38 boats.", "State Disaster Response Force"),
        ("Fire and Emergency New Zealand said it was late.", "Fire and Emergency New Zealand"),
        ("The Voice of Kenya said so.", "Voice of Kenya"),
        ("Members of the Castlecoote and District Angling Club left.", "Castlecoote and District Angling Club"),
        ("Starmer's Labour Party lost.", "Labour Party"),
        ("Ann Lee's Orange Party lost.", "Ann Lee"),
        ("Police Superintendent Farhana Sultan left.", "Farhana Sultan"),
        ("Ann Lee and District Judge Tom Oak left.", "Ann Lee"),
        ("The state Labour Party lost.", "Labour Party"),
        ("Kent Police and Essex Police said it was late.", "Essex Police"),
        ("A charity called Second Seam said it was late.", "Second Seam"),
        ("It went to Kituo cha Haki Trust, which said it was late.", "Kituo cha Haki Trust"),
        ("The manager, Mr Prince Dankwah, said it was late.", "Prince Dankwah"),
        ("The heir, Prince Dankwah, said it was late.", "Dankwah"),
        ("The chair Peggy d'Entremont said it was late.", "Peggy d'Entremont"),
        ("The fine of Tarn Lee Securities HK$5.8 million is late, Tarn Lee Securities said.", "Tarn Lee Securities"),
        ("The Tarn Association of Nigerian Students said it was late.", "Tarn Association of Nigerian Students"),
        ("It was the Tarn Union of Teachers President, who said it was late.", "Tarn Union of Teachers"),
        ("Kestrel Association Chairman Ann Lee said it was late.", "Ann Lee"),
        ("The Department for Work and Pensions said it was late.", "Department for Work and Pensions"),
        ("The Department of Trade and Kestrel Bank said it was late.", "Kestrel Bank"),
        ("The Transport and General Workers Union said it was late.", "Transport and General Workers Union"),
        ("The Police Federation of Tarnwick said it was late.", "Police Federation of Tarnwick"),
        ("The Police Complaints Authority said it was late.", "Police Complaints Authority"),
        ("In Tarnwick the Police Oversight Board said it was late.", "Police Oversight Board"),
        ("The United Cannery Workers said it was late.", "United Cannery Workers"),
        ("United Cannery Workers President Ann Lee said it was late.", "Ann Lee"),
        ("Police Chief Ann Lee said it was late.", "Ann Lee"),
        ("Police Commissioner Ann Lee of the Tarn Board said it was late.", "Ann Lee"),
        ("Kent and Essex Hospitals NHS Trust said it was late.", "Kent and Essex Hospitals NHS Trust"),
        ("Cork City and County Council said it was late.", "Cork City and County Council"),
        ("Police Minister Ann Lee of Tarnwick said it was late.", "Ann Lee"),
        ("Mothers of Tarnwick, a charity, said it was late.", "Mothers of Tarnwick"),
        ("Leaders of Tarnwick, a charity, said it was late.", "Tarnwick"),
    ],
)
def test_a_body_has_all_its_words_and_no_more(text: str, name: str) -> None:
    """No word of a body's name is left out, and whoever leads it is no part of it."""
    _, findings = found(f"It rained.\n\n{text}")
    assert name in [one.name for one in findings.participants]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Tarn Lee Securities was fined. Tarn Lee agreed to it.", {"Tarn Lee Securities": "organisation"}),
        (
            "Ann Lee Securities was fined. Ann Lee agreed to it.",
            {"Ann Lee Securities": "organisation", "Ann Lee": "person"},
        ),
        ("Tarn Foundation Inc. (TFI) agreed. TFI said so.", {"Tarn Foundation Inc": "organisation"}),
        ("Tarn Foundation. (TFI agreed.) TFI said so.", {"Tarn Foundation": "organisation", "TFI": "organisation"}),
        ("Carla Tarn Bay municipality said so.", {"Carla Tarn Bay municipality": "organisation"}),
    ],
)
def test_a_short_form_of_a_body_is_no_other(text: str, kinds: dict[str, str]) -> None:
    """What a longer name opens with, its letters, and it with the noun for what it is are the same body; somebody with a given name is not."""
    _, findings = found(f"It rained.\n\n{text}")
    assert {one.name: one.kind for one in findings.participants} == kinds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Tarn Bank Pension Fund wept. Tarn Bank wept.", {"Tarn Bank Pension Fund": 1, "Tarn Bank": 1}),
        ("The Tarn Steel Workers Union wept. Tarn Steel wept.", {"Tarn Steel Workers Union": 1, "Tarn Steel": 1}),
        ("The Tarn Steel Union wept. Tarn Steel wept.", {"Tarn Steel Union": 1, "Tarn Steel": 1}),
        ("Tarn City Council wept. Tarn City lost.", {"Tarn City Council": 1, "Tarn City": 1}),
        ("The Tarn Lee Bank sued Tarn Lee. Tarn Lee wept.", {"Tarn Lee Bank": 1, "Tarn Lee": 2}),
        ("The charity Friends of Tarn Bank wept. Tarn Bank wept.", {"Friends of Tarn Bank": 1, "Tarn Bank": 1}),
        ("Tarn City Football Club wept. Tarn City lost.", {"Tarn City Football Club": 2}),
        ("The Tarn Lee Bank said that Tarn Lee was sorry.", {"Tarn Lee Bank": 2}),
        ("The Tarn Wildlife Trust wept. Tarn Wildlife wept.", {"Tarn Wildlife Trust": 2}),
        ("The Tarn Bank Group wept. Tarn Bank wept.", {"Tarn Bank Group": 2}),
    ],
)
def test_what_belongs_to_a_body_is_another(text: str, names: dict[str, int]) -> None:
    """The workers, the fund or the friends of a body are not it, nor is whom it acts on; what only says of what kind it is adds nobody."""
    _, findings = found(f"It rained.\n\n{text}")
    assert {one.name: len(one.mentions) for one in findings.participants} == names


@pytest.mark.parametrize("verb", ["accused", "sued"])
def test_the_quotation_is_the_opponents(verb: str) -> None:
    """What a body says is not said by another whose name begins with its own."""
    text = f'The Tarn Steel Workers Union {verb} Tarn Steel on Monday. "We did not lie," Tarn Steel said.'
    _, findings = found(f"It rained.\n\n{text}")
    (quotation,) = findings.quotations
    assert quotation.speaker == "Tarn Steel"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Bank for Rural and Pastoral Development said on Monday that it wept.",
            {"Bank for Rural and Pastoral Development"},
        ),
        (
            "The Office for Budget and Fiscal Affairs said on Monday that it wept.",
            {"Office for Budget and Fiscal Affairs"},
        ),
        ("The men of the Trinidad and Tobago Police Service wept.", {"Trinidad and Tobago Police Service"}),
        ("It was the Shop and Distributive Workers Union that wept.", {"Shop and Distributive Workers Union"}),
        ("The FBI and Justice Department said on Monday that they wept.", {"FBI", "Justice Department"}),
        ("The Senate and House of Representatives met on Monday.", {"Senate", "House of Representatives"}),
        ("The Bank of Ireland and Tarn Bank said on Monday that they wept.", {"Bank of Ireland", "Tarn Bank"}),
    ],
)
def test_what_joins_the_words_of_one_body_parts_no_two(text: str, names: set[str]) -> None:
    """Two sorts of what one body is for, a country's name or two trades of a union are one body's; letters or a house on one side are another's."""
    _, findings = found(f"It rained.\n\n{text}")
    assert {one.name for one in findings.participants if one.kind == "organisation"} == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('They met the mayor of Aarhus, Signe Dam. "I run it," Ms Dam said.', "Signe Dam"),
        ("It was the chemist Jan Kruse who said so.", "Jan Kruse"),
    ],
)
def test_somebody_called_as_a_place_or_a_month(text: str, name: str) -> None:
    """Behind an office and a comma a name that ends as places do is somebody's, and behind a noun for somebody a month is a given name."""
    _, findings = found(f"It rained.\n\n{text}")
    assert [one.name for one in findings.participants if one.kind == "person"] == [name]
    assert name not in {one.name for one in findings.places}


def test_a_word_in_capitals_that_labels_a_quotation_takes_no_part() -> None:
    """Right behind a mark and before a colon a word in capitals is said aloud, or says who speaks: nothing tells that it is a body."""
    _, findings = found(
        'It rained.\n\n"WATER: now."\n\n"We are dry," said a marcher, Ann Lee.\n\nThe price rose, the VNI found.'
    )
    assert {one.name for one in findings.participants} == {"Ann Lee", "VNI"}
