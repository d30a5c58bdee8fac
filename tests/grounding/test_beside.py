"""Rules of a model's draft beside the built-in engine's: what is never lost, and what a weak model cannot push onto the card."""

from __future__ import annotations

from summarize.draft import Draft, DraftParticipant, DraftStatement, DraftTime
from tests.grounding.articles import article, grounded, number_of, reasons

TEXT = """LEEDS, March 14 2026 (Post) - The council closed the Mill footbridge on Saturday after an inspector, Hanna Osei, found cracks in two piers.

Some 4,000 people cross the bridge on a working day. A ferry will run from Monday, the council said.

"The piers will not be used again," said Osei, who works for the firm Aldous. "We looked twice."

Tom Lindqvist, a baker, watched from the bank. The Aire was high, and boats of the Rowing Club lay on the grass.

The bridge was built in 1911 and repaired in 2004. A flood had damaged its handrails in January 2025.

"My mother crossed it every day of her life, and so did hers," said Ana Ruiz, who chairs the residents' association.
"""
CLOSED = "The council closed the Mill footbridge on Saturday after an inspector, Hanna Osei, found cracks in two piers."


def test_the_lead_is_never_lost() -> None:
    """A model that tells only of something beside the news gets the lead sentence put before it, word for word."""
    aside = DraftStatement(sentences=(2,), text="Some 4,000 people cross the bridge on a working day.")
    result = grounded(TEXT, Draft(what=(aside,)))
    assert [one.text for one in result.what][:2] == [CLOSED, aside.text]


def test_news_without_its_lead_gives_way() -> None:
    """Of a draft that tells the lead nowhere, what has no room beside the built-in engine's news is refused; the lead stands first."""
    numbers = (2, 3, 6)
    result = grounded(TEXT, Draft(what=tuple(DraftStatement(sentences=(number,)) for number in numbers)))
    built_in = [one.text for one in grounded(TEXT, Draft()).what]
    assert [one.text for one in result.what][: len(built_in)] == built_in
    assert built_in[0] == CLOSED
    _, findings = article(TEXT)
    drafted = [
        " ".join(TEXT[one.span.start : one.span.end].split()) for one in findings.sentences if one.number in numbers
    ]
    refused = [
        one.value for one in result.rejected if one.reason == "the news is told without its lead, which takes the room"
    ]
    assert refused
    assert {*refused, *(one.text for one in result.what)} == {*drafted, *built_in}


def test_what_stands_far_down_is_no_news() -> None:
    """Beside the lead, a draft tells what the opening tells; a sentence further down makes room for the built-in engine's."""
    _, findings = article(TEXT)
    last = len(findings.sentences)
    result = grounded(TEXT, Draft(what=(DraftStatement(sentences=(1,)), DraftStatement(sentences=(last,)))))
    assert [one.text for one in result.what] == [one.text for one in grounded(TEXT, Draft()).what]
    assert ("what", "it stands too far down to be the news") in reasons(result)


def test_a_headline_tells_the_news() -> None:
    """A headline of what stands far down gives way to the built-in engine's."""
    _, findings = article(TEXT)
    last = findings.sentences[6]
    words = "The Aire was high, and boats of the Rowing Club lay on the grass"
    draft = Draft(headline=DraftStatement(sentences=(last.number,), text=words))
    result = grounded(TEXT, draft)
    assert result.headline == grounded(TEXT, Draft()).headline
    assert reasons(result) == [("headline", "it stands too far down to be the news")]


def test_a_sentence_that_breaks_off_is_refused_whoever_judges_it() -> None:
    """The beginning of a sentence that goes on with a word, if it is no cut of it, does not stand; one that ends at a mark may."""
    half = DraftStatement(sentences=(1,), text="The council closed the Mill footbridge on Saturday after an inspector.")
    result = grounded(TEXT, Draft(headline=half, what=(half,)), judged=True)
    broken = "an inspector, Hanna Osei, found"
    assert not reasons(result), "a comma stands behind it"
    half = DraftStatement(sentences=(1,), text=f"The council closed the Mill footbridge on Saturday after {broken} …")
    result = grounded(TEXT, Draft(headline=half, what=(half,)), judged=True)
    assert {reason for _, reason in reasons(result)} == {"it breaks off in the middle of its sentence"}
    assert result.what[0].text == CLOSED


def test_a_draft_that_tells_the_lead_orders_its_news() -> None:
    """Where one of the draft's statements tells the lead, all of them stand, in the draft's order."""
    numbers = (2, 1, 6)
    result = grounded(TEXT, Draft(what=tuple(DraftStatement(sentences=(number,)) for number in numbers)))
    assert result.what[1].text == CLOSED
    assert len(result.what) == len(numbers)
    assert not reasons(result)


def test_there_is_no_less_news_than_the_built_in_engine_tells() -> None:
    """A statement that rests on the lead sentence needs nothing put before it; further news of the built-in engine's comes after it."""
    own = DraftStatement(sentences=(1,), text="The council closed the Mill footbridge after an inspector found cracks.")
    found = grounded(TEXT, Draft(what=(own,)), judged=True).what
    built_in = grounded(TEXT, Draft()).what
    assert found[0].text == own.text
    assert [one.text for one in found[1:]] == [one.text for one in built_in[1:]]


def test_what_was_refused_is_made_up_for() -> None:
    """Where a statement was refused, the built-in engine's further news takes its place."""
    own = DraftStatement(sentences=(1,), text="The council closed the Mill footbridge after an inspector found cracks.")
    wrong = DraftStatement(sentences=(2,), text="Some 9,000 people cross the bridge on a working day.")
    result = grounded(TEXT, Draft(what=(own, wrong)))
    assert [one.text for one in result.what] == [one.text for one in grounded(TEXT, Draft()).what]
    assert all(one.support in {"verbatim", "cut"} for one in result.what)
    assert [one.value for one in result.rejected] == [own.text, wrong.text]


def test_sentences_cited_beside_the_point_are_no_evidence() -> None:
    """Of the sentences that a cut cites, only the one that it is a cut of stays, whole, so that what was left out can be seen."""
    whole = "The council closed the footbridge, which was built in 1911, on Saturday."
    cut = DraftStatement(sentences=(2, 1), text="The council closed the footbridge on Saturday.")
    (statement,) = grounded(f"{whole} A ferry will run from Monday.", Draft(what=(cut,)), alone=True).what
    assert (statement.text, statement.support) == (cut.text, "cut")
    assert [part.text for part in statement.evidence] == [whole]


def test_a_question_is_no_statement() -> None:
    """A question without its mark would be a statement, and is no cut of it."""
    cut = DraftStatement(sentences=(1,), text="The council closed the footbridge.")
    result = grounded("The council closed the footbridge, which was built in 1911?", Draft(what=(cut,)), alone=True)
    assert result.what == []


def test_a_question_bears_nothing_out() -> None:
    """What a question asks is said by nobody, whoever judges it: neither as news, nor as headline, nor as background; one beside it is no evidence."""
    asked = "Will the council sell the bridge?"
    text = TEXT + f"\n\n{asked} The mayor, Tom Bray, said “Why ask me?”"
    _, findings = article(text)
    number = next(one.number for one in findings.sentences if text[one.span.start : one.span.end] == asked)
    false = DraftStatement(sentences=(number,), text="The council will sell the bridge, which was built in 1911.")
    result = grounded(
        text,
        Draft(
            headline=false,
            what=(false, DraftStatement(sentences=(number,), text=asked)),
            background=(DraftStatement(sentences=(number,)),),
        ),
        judged=True,
    )
    assert {field for field, reason in reasons(result) if "question" in reason} == {"headline", "what", "background"}
    assert not any("sell" in one.text for one in (result.headline, *result.what, *result.background))
    beside = DraftStatement(sentences=(number, 2), text="Each working day sees 4,000 people on the bridge.")
    (statement,) = grounded(text, Draft(what=(beside,)), judged=True, alone=True).what
    assert [part.text for part in statement.evidence] == ["Some 4,000 people cross the bridge on a working day."]
    told = DraftStatement(sentences=(number + 1,), text="The mayor was asked, and asked back.")
    assert grounded(text, Draft(what=(told,)), judged=True, alone=True).what, (
        "a statement may end on somebody's question"
    )


def test_a_statement_that_cites_nothing_is_refused() -> None:
    """A statement without sentences rests on nothing, as news, background or headline."""
    empty = DraftStatement(sentences=(), text="The bridge is closed.")
    result = grounded(TEXT, Draft(headline=empty, what=(empty,), background=(DraftStatement(sentences=()),)))
    assert {field for field, reason in reasons(result) if "rests on no sentence" in reason} == {
        "headline",
        "what",
        "background",
    }
    assert result.what
    assert result.headline.text != empty.text


def test_who_is_named_in_passing_does_not_take_part() -> None:
    """A participant that is neither in the news, nor speaks, nor is somebody of whom it is said what they are, is refused."""
    _, findings = article(TEXT)
    result = grounded(TEXT, Draft(who=tuple(DraftParticipant(participant=one.number) for one in findings.participants)))
    names = [one.name for one in result.who]
    assert "Hanna Osei" in names
    assert "Ana Ruiz" in names
    assert "Rowing Club" not in names
    assert ("who", "it is named in passing: neither in the news nor for what it says") in reasons(result)


def test_a_list_as_it_was_given_is_no_order_of_importance() -> None:
    """Numbers from 1 upwards say nothing of who matters more, so the built-in engine's order stands; any other order is the model's."""
    _, findings = article(TEXT)
    numbers = [one.number for one in findings.participants]
    built_in = [one.name for one in grounded(TEXT, Draft()).who]
    listed = grounded(TEXT, Draft(who=tuple(DraftParticipant(participant=number) for number in numbers)))
    assert [one.name for one in listed.who if one.name in built_in] == built_in
    chosen = [number_of(TEXT, "Ana Ruiz"), number_of(TEXT, "Hanna Osei")]
    ordered = grounded(TEXT, Draft(who=tuple(DraftParticipant(participant=number) for number in chosen)))
    assert [one.name for one in ordered.who][:2] == ["Ana Ruiz", "Hanna Osei"]


def _background(*numbers: int) -> tuple[list[str], list[tuple[str, str]]]:
    result = grounded(TEXT, Draft(background=tuple(DraftStatement(sentences=(number,)) for number in numbers)))
    return [one.text for one in result.background], reasons(result)


def test_background_is_what_was_before_the_news() -> None:
    """A sentence of the opening without a sign of the past is news, a sentence that is mostly somebody's words is a quotation."""
    held, refused = _background(2, 4, 8, 9)
    assert held[:2] == [
        "The bridge was built in 1911 and repaired in 2004.",
        "A flood had damaged its handrails in January 2025.",
    ]
    assert [reason for _, reason in refused] == [
        "it tells the news, not what was before it",
        "it is somebody's words",
    ]


def test_without_background_of_its_own_the_built_in_engines_stands() -> None:
    """Where nothing of the draft's background holds, the built-in engine's is on the card."""
    held, refused = _background(2, 3)
    assert held == [one.text for one in grounded(TEXT, Draft()).background]
    assert len(refused) == 2


def test_a_year_is_no_main_date_where_a_day_is_known() -> None:
    """The main date is no year or quarter if the built-in engine knows a day."""
    text = (
        "LEEDS, March 14 2026 (Post) - The council raised its budget for 2026 on Saturday. It did so in 2025 as well.\n"
    )
    _, findings = article(text)
    year = next(one.number for one in findings.times if one.start == "2026")
    result = grounded(text, Draft(when=(DraftTime(time=year, main=True),)))
    assert [one.start for one in result.when if one.main] == ["2026-03-14"]
    assert ("when.main", "the article says more exactly when it happened") in reasons(result)


def test_who_is_named_only_in_a_role_does_not_take_part() -> None:
    """A body that the news names only inside somebody's role is no participant of its own."""
    text = (
        "LEEDS, March 14 2026 (Post) - Hanna Osei, head of the Northern Rivers Office, met Tom Lindqvist on Saturday.\n\n"
        "They spoke of the weir. The weir was built in 1911.\n"
    )
    _, findings = article(text)
    bodies = [one for one in findings.participants if one.kind != "person"]
    assert bodies, "the office is found"
    result = grounded(text, Draft(who=tuple(DraftParticipant(participant=one.number) for one in bodies)))
    assert not {one.name for one in bodies} & {one.name for one in result.who}
