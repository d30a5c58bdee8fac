"""Rules of who does not speak: who passes words on, is described by them, or only stands beside them. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.passages import said

INTRODUCED = "Hanna Osei, the treasurer of the harbour board, came to the quay on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "“The pier is safe and will stay open for the whole of the summer.”\n\nThe council met in the old hall on Monday night.",
        "The wall beside the pier has carried the same words for years: “Nobody owns the sea and nobody ever will.”",
    ],
)
def test_an_unknown_speaker_stays_unknown(syntax: Syntax | None, text: str) -> None:
    """A quotation that the article gives to nobody has no speaker."""
    assert [speaker for _, speaker in said(text, syntax)] in ([None], [])


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Tom Roe called the plan", "Tom Roe"),
        ("Tom Roe described the end of it as", "Tom Roe"),
        ("Tom Roe never called the plan", "Ann Lee"),
        ("Tom Roe denied that he had called the plan", "Ann Lee"),
        ("Tom Roe no longer calls the plan", "Ann Lee"),
        ("If Tom Roe called the plan", "Ann Lee"),
        ("No minister called the plan", "Ann Lee"),
        ("Few called the plan", "Ann Lee"),
        ("Tom Roe is said to have called the plan", "Ann Lee"),
    ],
)
def test_what_nobody_is_said_to_call_anything_is_the_word_of_who_tells_it(
    syntax: Syntax | None, before: str, speaker: str
) -> None:
    """What somebody calls something is his word; behind "never", "no", "if" or "denied" it is the word of whoever the sentence ends on."""
    assert said(f"{before} “a surrender to them all”, Ann Lee said.", syntax) == [("a surrender to them all", speaker)]


@pytest.mark.parametrize(
    "before",
    [
        "Tom Roe had called a meeting on",
        "Tom Roe called for a ban on",
        "Tom Roe called in",
        "Tom Roe called off",
        "Tom Roe calls on shops to end",
        "Tom Roe dismissed the union's warning of",
        "Tom Roe condemned him to",
        "Tom Roe described how staff saw him as",
    ],
)
def test_a_verb_that_calls_nothing_anything_gives_nobody_the_words(syntax: Syntax | None, before: str) -> None:
    """Calling a meeting on something, for it or it off says nothing of it: the words are those of whoever the sentence ends on."""
    assert said(f"{before} “a long hot summer”, Ann Lee said.", syntax) == [("a long hot summer", "Ann Lee")]


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("Good Friday was the worst", "Ann Lee"),
        ("The Old Mill was her home", "Ann Lee"),
        ("Old Trafford is special", "Ann Lee"),
        ("Union delegate Bozhidar Veltrick was there", None),
    ],
)
def test_a_day_or_a_place_takes_nobodys_word(opening: str, speaker: str | None) -> None:
    """A sentence that opens on somebody of its own does not go on in the words of who spoke before; one on a day or a place does."""
    text = f"“We lost it all,” said Ann Lee. {opening}: “We had no bread at all.”"
    assert said(text)[1][1] == speaker


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Her deputy, Tom Barr, was blunter:", "Tom Barr"),
        ("Her deputy, Tom Barr, shrugged:", "Tom Barr"),
        ("But Tom Barr put it differently:", "Tom Barr"),
        ("A fisherman who was there was blunter:", "A fisherman"),
        ("The union's answer came within the hour:", "the union"),
        ("Her reason was short:", "Hanna Osei"),
        ("Tom Barr's boat is short of room:", "Hanna Osei"),
        ("Tom Barr was far less sure about it:", "Tom Barr"),
        ("Tom Barr took another view:", "Tom Barr"),
        ("Tom Barr had one question:", "Tom Barr"),
        ("Tom Barr, who built it, put it in one sentence:", "Tom Barr"),
        ("Tom Barr remembers the night well:", "Tom Barr"),
        ("Tom Barr's answer came by text:", "Tom Barr"),
        ("The report by Judge Tom Barr was scathing:", "Tom Barr"),
        ("A verse on the plinth begins:", "A verse"),
    ],
)
def test_whose_answer_or_view_leads_up_to_a_colon_speaks(syntax: Syntax | None, lead: str, speaker: str) -> None:
    """Words behind a colon are whose answer, question or view the sentence before it says they are, whatever its verb; what else is his says nothing."""
    text = f"{INTRODUCED}“We have the parts we need,” Hanna Osei said. {lead} “They have been here since May.”"
    assert said(text, syntax)[-1][1] == speaker


@pytest.mark.parametrize(
    "lead",
    [
        "Tom Barr held up the sign:",
        "Tom Barr remembers the headline in the Gazette:",
        "Mr Barr was handed a leaflet:",
        "Tom Barr faced a crowd of fishermen:",
        "Tom Barr ignored the chants:",
        "Tom Barr has heard it before:",
        "Tom Barr found three words painted on his door:",
        "Tom Barr pointed to the contract:",
        "Tom Barr showed reporters the log:",
        "Tom Barr woke to a siren:",
        "Tom Barr never forgot the first rule of the sea:",
        "Tom Barr was there:",
        "Police found a note on the table:",
        "The board received an email on Friday:",
        "Residents were sent a warning at dawn:",
        "She held up the sign:",
        "Tom Barr's answer from the bank came in June:",
        "Tom Barr got a reply by email:",
    ],
)
def test_what_somebody_sees_holds_or_hears_is_not_his(syntax: Syntax | None, lead: str) -> None:
    """Words behind a colon that are written somewhere, or sent or shouted at whom the sentence is about, are neither his nor whose words stood before."""
    text = f"{INTRODUCED}“We have the parts we need,” Hanna Osei said. {lead} “You will keep out of the water.” She read it twice."
    assert said(text, syntax)[-1][1] is None


@pytest.mark.parametrize(
    "text",
    [
        "Police met the family. “She was a brave nurse and we miss her,” her father said. “We will find the man,” she said.",
        "It was Sunday. “He was a good man and never told a lie,” her father said. “I saw him on Sunday,” he said.",
        "It was Sunday. “We left. His brother said nothing at all,” her father said. “I saw him on Sunday,” he said.",
        "It was Sunday. “We left. The company said nothing,” Ann Lee told the court. “We were not asked,” it said.",
    ],
)
def test_whom_quoted_words_describe_does_not_speak(syntax: Syntax | None, text: str) -> None:
    """A pronoun takes up nobody whom somebody else's quoted words alone describe; nobody is named then."""
    assert said(text, syntax)[-1][1] is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The king was quoted by Reuters as saying that it was “a disgrace to us all”.", "the king"),
        ("According to police quoted by Reuters, the man had “lost his head again”.", "police"),
        ("The paper quoted Tom Barr as saying that it was “a disgrace to us all”.", "Tom Barr"),
        ("The local MP, independent Tom Barr, said residents were “entitled to be furious”.", "Tom Barr"),
        ("Tom Barr said the players had voted for her “with all of their ears”.", "Tom Barr"),
        ("“We asked people what they did,” says Fjordlight co-founder Tom Barr.", "Tom Barr"),
    ],
)
def test_who_passes_on_or_is_told_of_does_not_speak(syntax: Syntax | None, text: str, speaker: str) -> None:
    """An agency that words are quoted by, what somebody is before his name, and whom he tells of are not who speaks."""
    assert said(f"It rained. {text}", syntax)[-1][1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "TASS cited a Kremlin statement as saying “the visit will go ahead as it was planned”.",
        "The agency cited the Kremlin as saying: “The visit will go ahead as it was planned.”",
        "“The visit will go ahead as it was planned,” the Kremlin said, according to TASS.",
    ],
)
def test_who_passes_words_on_does_not_speak_them(syntax: Syntax | None, text: str) -> None:
    """Words that a news agency passes on are those of whoever said them."""
    [(_, speaker)] = said(f"The Kremlin confirmed the visit on Monday. {text}", syntax)
    assert speaker is not None
    assert "Kremlin" in speaker


@pytest.mark.parametrize(
    "relay",
    [
        "The Daily News quoted him as saying: “{}”",
        "Reporter Ann Blake of the Courier quoted Governor Lee Mott as saying: “{}”",
        "The Daily News quoted Lee Mott as having said: “{}”",
        "Ann Blake, citing Lee Mott as saying “{}”, filed her report at noon.",
    ],
)
def test_who_is_quoted_as_saying_speaks(syntax: Syntax | None, relay: str) -> None:
    """ "Quoted the governor as saying" makes the governor the speaker, by name or pronoun; never the reporter or the paper."""
    text = (
        f"Governor Lee Mott spoke at the mine on Monday. {relay.format('We have done nothing wrong at all this year.')}"
    )
    ((_, speaker),) = said(text, syntax)
    assert speaker == "Lee Mott"
