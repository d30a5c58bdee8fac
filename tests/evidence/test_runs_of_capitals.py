"""Which words of a run of capitals are a name, and which stand before it as a title."""

from __future__ import annotations

import pytest

from summarize.evidence.capitals import Name, names_in


def shown(text: str, name: Name) -> str:
    """A name behind its title, and its kind where that is sure."""
    title = f"{text[slice(*name.title)]} > " if name.title is not None else ""
    return " ".join(filter(None, (title + name.text, name.kind)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trainer Bec left", "Trainer Bec"), ("Trainer Bec Lonergan left", "Trainer > Bec Lonergan person"),
        ("Trainer Bec Ann Lonergan left", "Trainer > Bec Ann Lonergan person"), ("Trainer Bec Ann Eva Lonergan left", "Trainer Bec Ann Eva Lonergan"),
        ("Trainers Bec Lonergan left", "Trainers Bec Lonergan"), ("Rancher Kip left", "Rancher Kip"), ("Rancher Ann Lee left", "Rancher > Ann Lee person"),
        ("Rancher Ann Eva Lee left", "Rancher > Ann Eva Lee person"), ("Rancher Ann Eva Bea Lee left", "Rancher > Ann Eva Bea Lee person"),
        ("Vice-captain Ann", "Vice-captain Ann"), ("Vice-captain Ann Lee left", "Vice-captain > Ann Lee person"),
        ("Vice-captain Ann Eva Lee left", "Vice-captain > Ann Eva Lee person"), ("Vice-captain Ann Eva Bea Lee left", "Vice-captain Ann Eva Bea Lee"),
        ("Vice-Captain Xyz Lee left", "Vice-Captain Xyz Lee"), ("x Trainer Bec Lonergan left", "Trainer Bec Lonergan"),
        ("x Rancher Ann Lee left", "Rancher > Ann Lee person"), ("Trainer Bec of Lonergan left", "Trainer Bec; Lonergan"),
        ("x Kisumu OCPD Hassan left", "Kisumu OCPD Hassan"), ("x Kisumu OCPD Hassan Juma left", "Kisumu OCPD > Hassan Juma person"),
        ("x Kisumu OCPD Hassan Ali Juma left", "Kisumu OCPD > Hassan Ali Juma person"),
        ("x Kisumu OCPD Hassan Ali Omar Juma left", "Kisumu OCPD Hassan Ali Omar Juma"), ("x OCPD Hassan Juma left", "OCPD Hassan Juma"),
        ("x Kisumu OC Hassan Juma left", "Kisumu OC Hassan Juma"), ("x Kisumu OCPDXY Hassan Juma left", "Kisumu OCPDXY Hassan Juma"),
        ("x Kisumu OCPD Xyz Juma left", "Kisumu OCPD Xyz Juma"), ("x Dr Ann Bea Cay Lee left", "Dr > Ann Bea Cay Lee person"),
        ("x Dr Ann Bea Cay Eva Lee left", "Dr Ann Bea Cay Eva Lee"), ("x Miss Universe Ana Ruiz left", "Miss Universe > Ana Ruiz person"),
        ("Leader of the Opposition Sunita Gaikwad left", "Leader of the Opposition > Sunita Gaikwad person"),
        ("Leader of the Sunita Gaikwad left", "Sunita Gaikwad"),
        ("Leader of the Opposition Party Sunita Gaikwad left", "Leader of the Opposition Party > Sunita Gaikwad person"), ("Brewer Kestrel left", "Kestrel"),
        ("Brewer Kestrel Xyz Bee left", "Brewer > Kestrel Xyz Bee person"), ("Brewer Kestrel Xyz Bee Cee left", "Brewer Kestrel Xyz Bee Cee"),
        ("x Brewer Kestrel left", "Brewer Kestrel"), ("x Justice Department left", "Justice Department"),
        ("x Dame Sydney Court left", "Dame > Sydney Court person"), ("x Ms Court left", "Ms Court"), ("x Former DNC Chairman left", "DNC"),
        ("x Minister Nora Bishop left", "Nora Bishop"), ("x Nora Bishop left", "Nora Bishop"),
        ("United Cannery Workers left", "United Cannery Workers organisation"), ("United Workers left", ""),
        ("United Cannery Ships left", "United Cannery Ships"), ("x party leader Dean Cole left", "Dean Cole"),
        ("x former Dean Cole left", "Dean > Cole person"), ("x French Ann Lee left", "Ann Lee"),
        ("x Councillor Dean Cole left", "Councillor > Dean Cole person"), ("x Mr Prince Boateng left", "Mr > Prince Boateng person"),
        ("Glassblower Ann left", "Glassblower Ann"), ("Glassblower Ann Lee left", "Glassblower > Ann Lee person"),
        ("Glassblower Ann Eva Lee left", "Glassblower > Ann Eva Lee person"), ("Glassblower Ann Eva Bea Lee left", "Glassblower Ann Eva Bea Lee"),
        ("Glassblower Xyz Lee left", "Glassblower Xyz Lee"), ("Glassblower Ann of Lee left", "Glassblower Ann; Lee"),
        ("x Glassblower Ann Lee left", "Glassblower Ann Lee"), ("Kestreler Kestrel Ann left", "Kestreler Kestrel Ann"),
    ],
)  # fmt: skip
def test_what_of_a_run_is_the_name(text: str, names: str) -> None:
    """A noun that opens a sentence, letters of an office, a title, or an office and what it is of stand before a name of up to four words, or three; what only says what a body is does not."""
    assert "; ".join(shown(text, one) for one in names_in(text, 0, len(text), {0})) == names
