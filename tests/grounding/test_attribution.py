"""Rules of whose word a card says that something is."""

from __future__ import annotations

import pytest

from summarize.article import Span
from summarize.card import SaidBy
from summarize.draft import Draft, DraftParticipant, DraftStatement
from summarize.grounding import BorneOut, ground, own_words
from summarize.grounding.brackets import with_bracketed_name
from summarize.grounding.index import Index
from tests.grounding.articles import article, grounded

TEXT = """LEEDS, March 14 2026 (Post) - The council closed the Mill footbridge on Saturday.

The inspector, Hanna Osei, said that two piers were cracked. The council denied that it had known of the cracks.

A ferry will run from Monday. Tom Lindqvist alleged that the council had ignored three letters.
"""


def _number(words: str) -> int:
    made, findings = article(TEXT)
    return next(one.number for one in findings.sentences if words in made.text[one.span.start : one.span.end])


def test_a_reported_sentence_says_whose_word_it_is() -> None:
    """A statement that is mostly what somebody says has that somebody, the kind of saying, and the words that say so; others have none."""
    numbers = [_number(words) for words in ("closed the Mill", "Osei, said", "denied that")]
    draft = Draft(
        what=tuple(DraftStatement(sentences=(number,)) for number in numbers), who=(DraftParticipant(participant=1),)
    )
    plain, said, denied = grounded(TEXT, draft, alone=True).what
    assert plain.attribution is None
    assert isinstance(said.attribution, SaidBy)
    assert (said.attribution.source, said.attribution.kind, said.attribution.cue) == ("Hanna Osei", "said", "said")
    assert [part.text for part in said.attribution.evidence] == ["The inspector, Hanna Osei", "said"]
    assert denied.attribution is not None
    assert (denied.attribution.kind, denied.attribution.cue) == ("denied", "denied")


def test_an_attribution_refers_to_the_cards_participants() -> None:
    """`participant` is the place in the card's `who`, from 1, and none for somebody who is not there."""
    _, findings = article(TEXT)
    osei = next(one.number for one in findings.participants if one.name == "Hanna Osei")
    said = (DraftStatement(sentences=(_number("Osei, said"),)),)
    there = grounded(TEXT, Draft(what=said, who=(DraftParticipant(participant=osei),)), alone=True)
    assert there.what[0].attribution is not None
    assert there.who[(there.what[0].attribution.participant or 0) - 1].name == "Hanna Osei"
    gone = grounded(TEXT, Draft(what=said), alone=True)
    assert gone.what[0].attribution is not None
    assert gone.what[0].attribution.participant is None


def test_a_judge_names_one_of_several_sources() -> None:
    """Where the cited sentences report several sources, the judged statement is the word of the one that the judge names."""
    made, findings = article(TEXT)
    numbers = (_number("Osei, said"), _number("Lindqvist alleged"))
    draft = Draft(what=(DraftStatement(sentences=numbers, text="Lindqvist says three letters went unread."),))
    (words,) = own_words(draft, made, findings)
    (statement,) = ground(draft, made, findings, verdicts={words: BorneOut("Tom Lindqvist")}).what
    assert statement.attribution is not None
    assert statement.attribution.source == "Tom Lindqvist"
    assert statement.attribution.kind == "alleged"


def _claims(draft: Draft) -> list[tuple[str, str]]:
    found = grounded(TEXT, draft, alone=True).claims
    return [(one.text, one.attribution.kind) for one in found if one.attribution is not None]


def test_a_claim_is_the_whole_sentence_that_reports_it() -> None:
    """A claim is never shown without who makes it: its text is the sentence, in the article's order, each sentence once."""
    _, findings = article(TEXT)
    every = tuple(one.number for one in reversed(findings.attributions))
    assert _claims(Draft(claims=(*every, *every))) == [
        ("The inspector, Hanna Osei, said that two piers were cracked.", "said"),
        ("The council denied that it had known of the cracks.", "denied"),
        ("Tom Lindqvist alleged that the council had ignored three letters.", "alleged"),
    ]


def test_what_stands_on_the_card_is_no_claim_besides() -> None:
    """A sentence that is news already is not repeated as a claim, and a number that is none is refused."""
    _, findings = article(TEXT)
    every = tuple(one.number for one in findings.attributions)
    news = (DraftStatement(sentences=(_number("Osei, said"),)),)
    assert "Osei" not in str(_claims(Draft(claims=every, what=news)))
    refused = grounded(TEXT, Draft(claims=(0, 99)), alone=True).rejected
    assert [(one.field, one.reason) for one in refused] == [
        ("claims", "there is no attribution 0"),
        ("claims", "there is no attribution 99"),
    ]


def test_a_pronoun_is_told_by_the_name_in_brackets() -> None:
    """A claim that opens on "She" names whom it means, as editors write it, and cites where the article has the name."""
    text = "The inspector, Hanna Osei, said that two piers were cracked. She denied that anybody had been warned."
    _, findings = article(text)
    denied = next(one.number for one in findings.attributions if one.kind == "denied")
    (claim,) = grounded(text, Draft(claims=(denied,)), alone=True).claims
    assert claim.text == "[Hanna Osei] denied that anybody had been warned."
    assert [part.text for part in claim.evidence] == ["She denied that anybody had been warned.", "Hanna Osei"]


def test_a_judged_text_that_drops_its_source_is_refused() -> None:
    """Where the judge names a source that neither the text nor any attribution has, the text does not stand as the article's own."""
    made, findings = article(TEXT)
    draft = Draft(what=(DraftStatement(sentences=(_number("A ferry"),), text="Boats start on Monday."),))
    (words,) = own_words(draft, made, findings)
    result = ground(draft, made, findings, verdicts={words: BorneOut("the port authority")})
    assert result.what == []
    assert [one.reason for one in result.rejected] == ["it is the word of “the port authority”, which it does not say"]


def test_what_a_judged_text_leaves_untold_may_be_a_claim() -> None:
    """A judged text cites whole sentences; a denial in one of them still stands among the claims."""
    made, findings = article(TEXT)
    number = _number("denied that")
    denied = next(one.number for one in findings.attributions if one.kind == "denied")
    draft = Draft(what=(DraftStatement(sentences=(number,), text="Councillors met the press."),), claims=(denied,))
    (words,) = own_words(draft, made, findings)
    result = ground(draft, made, findings, verdicts={words: BorneOut()})
    assert [one.text for one in result.claims] == ["The council denied that it had known of the cracks."]


@pytest.mark.parametrize(
    ("text", "opening", "bracket", "evidence"),
    [
        (
            "A quarry must close, the Supreme Court ruled. The court said so.",
            "The court",
            "[The Supreme Court] said so.",
            "the Supreme Court",
        ),
        (
            "A quarry must close, Lunde Stone said. The company said so.",
            "The company",
            "[Lunde Stone] said so.",
            "Lunde Stone",
        ),
    ],
)
def test_a_name_in_brackets_keeps_the_article_it_was_written_with(
    text: str, opening: str, bracket: str, evidence: str
) -> None:
    """Where the article has "the" before the name, the bracket and its evidence have it; a name without one gets none."""
    made, findings = article(text)
    start = text.index(opening)
    who = next(n for n, each in enumerate(findings.participants, 1) if each.name in evidence)
    given = with_bracketed_name(text[start:], Span(start=start, end=start + len(opening)), who, Index(made, findings))
    assert given is not None
    assert (given[0], given[1].text) == (bracket, evidence)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Who knew of the cracks? The clerk, Ida Roe, denied this.", "it points back to what does not stand before it"),
        (
            "The clerk, Ida Roe, alleged that two piers were cracked. That is not true.",
            "the article does not say who answers it",
        ),
    ],
)
def test_a_claim_that_cannot_stand_is_refused(text: str, reason: str) -> None:
    """A claim that points to nothing before it, or that is answered by nobody's word, is shown among what was refused."""
    text = f"Rain fell on Leeds for nine days in May and the river rose.\n\n{text}"
    result = grounded(text, Draft(claims=(1,)), alone=True)
    assert (result.claims, [one.reason for one in result.rejected if one.field == "claims"]) == ([], [reason])


_WHOSE_WORD = """GOOLE, March 14 2026 (Post) - The Aire lock has been shut since Sunday.

SENTENCE
"""


def _whose(sentence: str) -> str | None:
    """Whose word a card says that a sentence is."""
    text = _WHOSE_WORD.replace("SENTENCE", sentence)
    made, findings = article(text)
    number = next(one.number for one in findings.sentences if one.span.start >= made.text.index(sentence))
    (statement,) = grounded(text, Draft(what=(DraftStatement(sentences=(number,)),)), alone=True).what
    return statement.attribution.source if statement.attribution is not None else None


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Ida Prosser, head of the Humber Pilots, said on Sunday that the gate had warped.", "Ida Prosser"),
        ("Karl Boone, 61, a skipper, told the hearing in Goole on Tuesday that his barge had sunk.", "Karl Boone"),
        ("Speaking at the guildhall on Monday evening, Ida Prosser said forty berths were lost.", "Ida Prosser"),
        ("Engineer Lena Hardcastle, who is a member of the board, said the gate was sound.", "Lena Hardcastle"),
        ("In a long letter to the county, Karl Boone (61) alleged that nobody had checked.", "Karl Boone"),
    ],
)
def test_who_speaks_and_when_is_not_what_is_said(sentence: str, source: str) -> None:
    """A sentence is somebody's word however much it tells of who that is, and of when, where and to whom he says it."""
    assert _whose(sentence) == source


@pytest.mark.parametrize(
    "sentence",
    [
        "The gate fell on Monday and crushed two vans on the quay, and Karl Boone, 61, said he was sorry.",
        "Lena Hardcastle, who built the gate in 1999 and repaired it for the board at her own cost, denied it all.",
        "Police closed the lock and the towpath on Monday morning after Ida Prosser said it leaned.",
        "The gate burst on Sunday, two barges sank in the dark and Ida Prosser said it was old.",
        "Karl Boone sold the barge on Monday, paid his crew and said he was glad.",
    ],
)
def test_news_beside_what_is_said_stays_the_articles_own(sentence: str) -> None:
    """What a sentence tells by a verb of its own, beside who speaks or longer about him than he speaks, is no part of how it is said."""
    assert _whose(sentence) is None
