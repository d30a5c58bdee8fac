"""Rules of quotations: corrected speakers, words that nobody says, and speech that the findings missed."""

from __future__ import annotations

import pytest

from summarize.card import Quote
from summarize.draft import Draft, DraftQuote
from summarize.grounding.index import Index
from summarize.grounding.speakers import Speaker, correct_speaker
from tests.grounding.articles import article, grounded, number_of, reasons

TEXT = (
    "Hanna Osei met Tom Lindqvist in Leeds. “The pier is safe, we think,” the treasurer said. “Nobody asked us about it,” Lindqvist told Osei.\n\n"
    "“We are leaving this town now.”\n\nThe board called it the “long goodbye”. Ana Ruiz was not there. It rained. It rained again. "
    "It was late. “That is all there is to say about it.”"
)  # fmt: skip


def _quote(words: str, draft: Draft) -> Quote:
    return next(quote for quote in grounded(TEXT, draft).quotes if words in quote.text)


def _number(words: str) -> int:
    made, findings = article(TEXT)
    return next(one.number for one in findings.quotations if words in made.text[one.parts[0].start : one.parts[0].end])


def _corrected(words: str, **speaker: object) -> tuple[str | None, list[tuple[str, str]]]:
    draft = Draft(quotes=(DraftQuote.model_validate({"quotation": _number(words), **speaker}),))
    return _quote(words, draft).speaker, reasons(grounded(TEXT, draft))


def test_every_quotation_stands_in_the_articles_order() -> None:
    """All quotations of the built-in engine stand whatever the draft lists, in the order of the article."""
    alone = grounded(TEXT, Draft()).quotes
    assert len(alone) >= 4
    assert grounded(TEXT, Draft(quotes=(DraftQuote(quotation=_number("leaving")),))).quotes == alone
    assert [quote.evidence[0].start for quote in alone] == sorted(quote.evidence[0].start for quote in alone)


@pytest.mark.parametrize("name", ["Hanna Osei", "Tom Lindqvist"])
def test_a_speaker_near_the_words_is_taken(name: str) -> None:
    """Where the article names nobody beside the words, a participant mentioned around them may be their speaker."""
    assert _corrected("leaving", participant=number_of(TEXT, name)) == (name, [])
    assert _corrected("leaving", speaker=name.split()[1]) == (name, [])


def test_a_speaker_that_the_article_names_is_not_overruled() -> None:
    """Where a name stands beside the words of speech, no other speaker is taken."""
    speaker, refused = _corrected("Nobody asked", participant=number_of(TEXT, "Hanna Osei"))
    assert speaker == "Tom Lindqvist"
    assert refused == [("quotes.speaker", "the article names Tom Lindqvist beside the words")]


@pytest.mark.parametrize(
    ("words", "speaker", "reason"),
    [
        ("That is all", {"speaker": "Hanna Osei"}, "does not stand near the words"),
        ("leaving", {"speaker": "Elvis Presley"}, "does not stand in the article"),
        ("leaving", {"speaker": "town now"}, "somebody's words alone"),
        ("leaving", {"speaker": "he"}, "names nobody"),
        ("leaving", {"speaker": "Leeds"}, "place"),
        ("leaving", {"speaker": "x" * 90}, "names nobody"),
        ("leaving", {"participant": 99}, "there is no participant 99"),
        ("leaving", {"participant": -1}, "there is no participant -1"),
    ],
)
def test_a_speaker_far_from_the_words_is_refused(words: str, speaker: dict[str, object], reason: str) -> None:
    """A speaker is refused if not named around the words, or only in them; the finding's own stands."""
    before = _quote(words, Draft()).speaker
    held, refused = _corrected(words, **speaker)
    assert held == before
    assert [field for field, _ in refused] == ["quotes.speaker"]
    assert reason in refused[0][1]


def test_who_is_addressed_does_not_speak() -> None:
    """The participant whom the words are told to is not their speaker."""
    text = "It rained. “Nobody asked us about it,” somebody told Hanna Osei. Ruiz left."
    made, findings = article(text)
    words = findings.quotations[0].parts[0]
    claim = correct_speaker(Index(made, findings), words, Speaker(None, None), number_of(text, "Hanna Osei"), None)
    assert claim == "the words are addressed to Hanna Osei"


def test_a_participant_whom_a_pronoun_takes_up_may_speak() -> None:
    """Where a pronoun says who speaks, somebody named before the words may be meant, however far before."""
    text = "Hanna Osei came. Tom Lindqvist left. It rained. It rained. It rained. It rained again. “Nobody asked us about it,” she said."
    result = grounded(text, Draft(quotes=(DraftQuote(quotation=1, participant=number_of(text, "Hanna Osei")),)))
    assert [quote.speaker for quote in result.quotes] == ["Hanna Osei"]
    assert result.rejected == []


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        (
            "Hanna Osei met Tom Lindqvist. “Nobody asked us about it,” she said.",
            "Tom Lindqvist",
            "“she” is not Tom Lindqvist",
        ),
        ("Ruth Osei came. Hanna Ruiz left. “Nobody asked us about it,” she said.", "Ruth Osei", "named nearer"),
        (
            "Hanna Osei came. “Nobody asked us about it,” a clerk said.",
            "Hanna Osei",
            "“a clerk” is somebody not named before",
        ),
        (
            "The club met. “Nobody asked us about it,” she said. Hanna Osei had left.",
            "Hanna Osei",
            "not mentioned near",
        ),
    ],
)
def test_a_pronoun_and_a_description_bind_a_corrected_speaker(text: str, name: str, reason: str) -> None:
    """A pronoun takes up the nearest person of its gender named before it, and "a clerk" nobody named before."""
    result = grounded(text, Draft(quotes=(DraftQuote(quotation=1, participant=number_of(text, name)),)))
    assert result.quotes[0].speaker == grounded(text, Draft()).quotes[0].speaker
    assert [field for field, _ in reasons(result)] == ["quotes.speaker"]
    assert reason in reasons(result)[0][1]


def test_a_speaker_by_description_stands_beside_the_words() -> None:
    """A description that stands next to the words is taken as the article writes it."""
    text = "It rained all day. A woman in a red coat waited. “Nobody asked us about it.” That was the treasurer of the club."
    result = grounded(text, Draft(quotes=(DraftQuote(quotation=1, speaker="the Treasurer of the club"),)), alone=True)
    assert [quote.speaker for quote in result.quotes] == ["the treasurer of the club"]


def test_unsaid_words_leave_without_a_word() -> None:
    """A short quotation without words of speech leaves the card if the draft says nobody says it; that is no rejection."""
    text = "They sold the “Old Lady” in Leeds. “Nobody asked us,” said Hanna Osei. Osei had a “red line”."
    _, findings = article(text)
    short = [one.number for one in findings.quotations if one.cue is None]
    assert short
    result = grounded(text, Draft(unsaid=tuple(short)))
    assert [quote.text for quote in result.quotes] == ["Nobody asked us,"]
    assert result.rejected == []


@pytest.mark.parametrize(("words", "reason"), [("Nobody asked", "introduced by"), ("That is all", "too long")])
def test_what_is_said_or_long_is_not_unsaid(words: str, reason: str) -> None:
    """A quotation with words of speech, or of more than six words, stays."""
    result = grounded(TEXT, Draft(unsaid=(_number(words),)))
    assert any(words in quote.text for quote in result.quotes)
    assert [field for field, _ in reasons(result)] == ["quotes"]
    assert reason in reasons(result)[0][1]


def test_words_need_somebody_who_says_them() -> None:
    """What the findings take for a term becomes a quotation only with a participant whom the article gives a verb of saying in its sentence."""
    text = "Hanna Osei said on Friday that the board had sold the “Lady of Leeds”. It rained."
    _, findings = article(text)
    assert [one.kind for one in findings.quotations] == ["words"]
    assert (
        grounded(text, Draft(quotes=(DraftQuote(quotation=1, participant=number_of(text, "Hanna Osei")),)))
        .quotes[0]
        .speaker
        == "Hanna Osei"
    )
    silent = "Hanna Osei sold the “Lady of Leeds” on Friday. It rained."
    named = DraftQuote(quotation=1, participant=number_of(silent, "Hanna Osei"))
    for told, draft in (
        (text, DraftQuote(quotation=1)),
        (text, DraftQuote(quotation=1, speaker="Friday")),
        (silent, named),
    ):
        result = grounded(told, Draft(quotes=(draft,)))
        assert result.quotes == []
        assert ("quotes", "nobody is known to say it") in reasons(result)


DIALOGUE = (
    "Jean Dupont arrived in Lyon at noon.\n\n— Je pars demain matin, et je ne reviens pas.\n\nHanna Osei: the pier was never safe in winter.\n\n"
    "The board of the club met on Friday and decided nothing at all."
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "sentence", "text"),
    [
        ("Je pars demain matin, et je ne reviens pas.", 2, "Je pars demain matin, et je ne reviens pas."),
        ("— Je pars demain matin", 2, "Je pars demain matin"),
        ("the pier was never safe in winter.", 3, "the pier was never safe in winter."),
    ],
)
def test_missed_speech_is_copied_to_the_letter(words: str, sentence: int, text: str) -> None:
    """Words behind a dialogue dash, or behind a name and a colon, become a quotation of exactly what stands there."""
    result = grounded(DIALOGUE, Draft(quotes=(DraftQuote(words=words, sentence=sentence),)))
    assert text in [quote.text for quote in result.quotes]
    assert result.rejected == []


@pytest.mark.parametrize(
    ("words", "sentence", "reason"),
    [
        ("The board of the club met", 4, "does not mark these words"),
        ("decided nothing at all", 4, "does not mark these words"),
        ("Je pars demain Matin", 2, "do not stand in sentence 2"),
        ("Je  pars demain matin", 2, "do not stand in sentence 2"),
        ("Je pars", 2, "too short"),
        ("ars demain matin", 2, "do not stand in sentence 2"),
        ("Je pars demain matin", 4, "do not stand in sentence 4"),
        ("Je pars demain matin", 44, "names no sentence"),
        ("", 2, "names no sentence"),
        ("“”", 2, "too short"),
    ],
)
def test_words_that_are_nobodys_are_no_quotation(words: str, sentence: int, reason: str) -> None:
    """Words that are altered, too few, elsewhere, or not marked as speech are refused."""
    result = grounded(DIALOGUE, Draft(quotes=(DraftQuote(words=words, sentence=sentence),)))
    assert result.quotes == grounded(DIALOGUE, Draft()).quotes
    assert [field for field, _ in reasons(result)] == ["quotes"]
    assert reason in reasons(result)[0][1]


def test_missed_words_of_a_known_quotation_are_that_quotation() -> None:
    """Words that overlap a known quotation are that one, and never a second."""
    result = grounded(TEXT, Draft(quotes=(DraftQuote(words="We are leaving this", sentence=4, participant=number_of(TEXT, "Hanna Osei")),)))  # fmt: skip
    assert len(result.quotes) == len(grounded(TEXT, Draft()).quotes)
    assert _quote("leaving", Draft()).text == next(quote.text for quote in result.quotes if "leaving" in quote.text)


def test_a_missed_quotation_has_a_speaker_near_it_or_none() -> None:
    """A speaker named around missed speech is taken; another is refused and the words stand without one."""
    far = Draft(quotes=(DraftQuote(words="the pier was never safe in winter.", sentence=3, speaker="Elvis"),))
    near = Draft(quotes=(DraftQuote(words="the pier was never safe in winter.", sentence=3, speaker="Osei"),))
    assert grounded(DIALOGUE, far).quotes[-1].speaker is None
    assert [field for field, _ in reasons(grounded(DIALOGUE, far))] == ["quotes.speaker"]
    assert grounded(DIALOGUE, near).quotes[-1].speaker == "Hanna Osei"
