"""Rules of attributions: whose word a stretch of a text is. All sentences were written for these tests."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings

from summarize.article import Article, article_id
from summarize.evidence.attributions.lexicon import lexicon
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.findings import Attribution
from tests.evidence.texts import NEWS_TEXT


class Case(NamedTuple):
    """A sentence, and what of it is whose word."""

    text: str
    kind: str
    source: str | None
    content: str
    negated: bool = False


BOTH = [
    Case("The driver swerved to avoid a deer, police said.", "said", "police", "The driver swerved to avoid a deer"),
    Case("Police said the driver swerved to avoid a deer.", "said", "Police", "the driver swerved to avoid a deer"),
    Case("According to the health trust, four people stayed in hospital.", "said", "the health trust", "four people stayed in hospital"),
    Case("Four people stayed in hospital, according to the health trust.", "said", "the health trust", "Four people stayed in hospital"),
    Case("Prosecutors allege that Rusk moved the money abroad.", "alleged", "Prosecutors", "Rusk moved the money abroad"),
    Case("Smith denied that the minister took bribes.", "denied", "Smith", "the minister took bribes"),
    Case("The company plans to close two of its plants.", "planned", "the company", "to close two of its plants"),
    Case("The actor beat his wife in June, a lawsuit alleges.", "alleged", "a lawsuit", "The actor beat his wife in June"),
    Case("The commission found that the vote was rigged.", "found", "the commission", "the vote was rigged"),
    Case("Ministers expect that prices will fall in May.", "expected", "Ministers", "prices will fall in May"),
    Case("The mayor believes that the bridge is safe.", "believed", "the mayor", "the bridge is safe"),
    Case("The council did not say that the school would close.", "said", "the council", "the school would close", negated=True),
    Case("The minister was accused of taking bribes.", "alleged", None, "The minister"),
    Case("The bridge, a relic of 1890, was widely believed to be safe.", "believed", None, "to be safe"),
    Case("The clerk, who is paid by Kestrel, was told to shut the plant.", "said", None, "to shut the plant"),
]  # fmt: skip
BY_PARSE = [
    Case(
        "The pump can lift twice the water, and it lasts for years, according to a study printed on Monday.",
        "said",
        "a study",
        "The pump can lift twice the water, and it lasts for years",
    ),
    Case(
        "Giving evidence on the ninth day, the barrier’s former chief engineer, Dr Alun Prosser, said that he had written to the department in May.",
        "said",
        "Alun Prosser",
        "he had written to the department in May",
    ),
    Case(
        "Torquay Borough Council has said that the pier is shut.", "said", "Torquay Borough Council", "the pier is shut"
    ),
    Case("The Torquay County Court ruled that the pier was safe.", "said", "Torquay County Court", "the pier was safe"),
    Case(
        "The Torquay High Court on Tuesday shut piers in Exeter after 10 pm, saying that the noise was rude.",
        "said",
        "Torquay High Court",
        "the noise was rude",
    ),
    Case(
        "Hotels were empty in the winter, figures printed on Friday show.",
        "found",
        "figures printed on Friday",
        "Hotels were empty in the winter",
    ),
    Case(
        "Growers around Exeter and Torquay say that it is dry.",
        "said",
        "Growers around Exeter and Torquay",
        "it is dry",
    ),
    Case(
        "The cafe of Peter Lomas, 66, was last seen open at about 9 p.m. “He went for a swim,” his wife, Ann Lee, told The Tarn Press.",
        "said",
        "Ann Lee",
        "He went for a swim",
    ),
    Case("The fire, officials said, destroyed nine homes.", "said", "officials", "destroyed nine homes"),
    Case("He is expected to resign on Friday.", "expected", None, "to resign on Friday"),
    Case("The president allegedly ordered the killing.", "alleged", None, "ordered the killing"),
    Case("Her claim that the count was wrong was dismissed.", "alleged", None, "the count was wrong"),
    Case("No evidence that the vote was rigged has emerged.", "found", None, "the vote was rigged", negated=True),
]


def attributions(text: str, syntax: Syntax | None) -> tuple[Attribution, ...]:
    whole = text.encode("utf-8", "replace").decode()
    return find(Article(id=article_id(whole), source="x", language="en", text=whole), syntax).attributions


def holds(case: Case, syntax: Syntax | None) -> bool:
    for one in attributions(case.text, syntax):
        content = " ".join(case.text[part.start : part.end] for part in one.content)
        same_source = (one.source or "").casefold() == (case.source or "").casefold()
        if one.kind == case.kind and case.content in content and same_source and one.negated is case.negated:
            return True
    return False


@pytest.mark.parametrize("case", BOTH, ids=lambda case: case.text[:30])
def test_read_with_and_without_the_parse(syntax: Syntax | None, case: Case) -> None:
    """Who says what is read from the order of words alone, and from the parse: kind, source, content, and whether it is denied."""
    assert holds(case, syntax)


@pytest.mark.parametrize("case", BY_PARSE, ids=lambda case: case.text[:30])
def test_read_by_the_parse(model: Syntax, case: Case) -> None:
    """Insertions, passives, adverbs and nouns of saying are read by the parse."""
    assert holds(case, model)


def test_nested(model: Syntax) -> None:
    """What somebody says that somebody else believes stands within what is said."""
    text = "Officials said that prosecutors believe that he lied."
    outer, inner = sorted(attributions(text, model), key=lambda one: one.cue_span.start)
    assert (outer.source, inner.source) == ("Officials", "prosecutors")
    assert inner.within == outer.number
    assert outer.within is None


def test_pronouns_and_forms(model: Syntax) -> None:
    """A pronoun is the person whom it means, and a quotation is one attribution with its speaker, direct or mixed."""
    text = "Governor Lee Mott spoke on Monday. He added that the mine was “safe as a church”. “We checked it in June,” he said."
    mixed, direct = [one for one in attributions(text, model) if one.kind == "said"]
    assert (mixed.source, mixed.form) == ("Lee Mott", "mixed")
    assert (direct.source, direct.form) == ("Lee Mott", "direct")
    assert [text[part.start : part.end] for part in direct.content] == ["We checked it in June,"]


def test_words_in_marks_are_read_as_the_speakers(model: Syntax) -> None:
    """A verb of saying inside a quotation makes no attribution of the article's: whose word that is, only the speaker says."""
    text = "“The board said that the pier is closed for good,” Hanna Osei said."
    (one,) = attributions(text, model)
    assert one.source == "Hanna Osei"


@example("Hanna Osei ...in the third quarter according to")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NEWS_TEXT)
def test_any_text(syntax: Syntax | None, text: str) -> None:
    """Attributions of any text are numbered in order, their spans hold, and what they stand within is another."""
    text = text.encode("utf-8", "replace").decode()  # no half of a surrogate pair reaches an article
    found = attributions(text, syntax)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    for one in found:
        spans = [*one.content, one.cue_span, *([one.source_span] if one.source_span else [])]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in zip(one.content, one.content[1:], strict=False))
        assert one.within is None or (one.within != one.number and 1 <= one.within <= len(found))


def test_the_table_names_each_word_once_a_kind() -> None:
    """Every verb is one kind, and those that need a clause are verbs."""
    words = lexicon("en")
    assert words.with_clause <= set(words.verbs)
    assert words.tells <= set(words.verbs)
    assert {"said", "according", "allegedly"} & set(words.verbs) == {"said"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The bridge was unsafe, Osei said. It would be closed in May. Trains could be late.",
            ["The bridge was unsafe", "It would be closed in May", "Trains could be late"],
        ),
        ("The bridge was unsafe, Osei said. It was closed in May.", ["The bridge was unsafe"]),
        ("Osei said the bridge was unsafe. Lind said it would be closed.", ["the bridge was unsafe"]),
        ("Osei came to the bridge. It would be closed in May.", []),
        (
            "The bridge was unsafe, Osei said. “It would fall,” Lind said. It would be closed.",
            ["The bridge was unsafe"],
        ),
    ],
)
def test_speech_without_marks_goes_on(model: Syntax, text: str, content: list[str]) -> None:
    """A sentence in the tense of reported speech right behind somebody's word is that somebody's too, until another speaks or the tense ends."""
    found = [one for one in attributions(text, model) if one.source is not None and "Osei" in one.source]
    assert [text[part.start : part.end] for one in found for part in one.content] == content


def test_a_noun_behind_an_article_says_nothing(syntax: Syntax | None) -> None:
    """ "The call" is no verb of what stands before the comma."""
    text = "Tor Lunde, who takes over at the rival line on Monday, did not join the call."
    assert not attributions(text, syntax)


@pytest.mark.parametrize(
    "text",
    [
        "The dog, a collie known as “Mot the Post”, was found unharmed in a shed.",
        "The dog, a collie known to the whole parish, was found unharmed in a shed.",
        "The mayor, a former teacher, has found a new home.",
        "The van, a relic of 1990, was seen near the pier.",
        "Kim Ash, who milks 400 cows at Marrawah, found her shed roof in the next paddock.",
    ],
)
def test_what_is_done_with_the_subject_is_nobodys_word(syntax: Syntax | None, text: str) -> None:
    """A helping verb behind a comma is no source, and "found in a shed" reports nothing."""
    assert not attributions(text, syntax)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Tom Ray, 40, killed the guard, ruled the court.", "the court"),
        ("Ann Ash, 40, poisoned her husband, ruled the court.", "the court"),
        ("The bridge, built in 1950, was unsafe, advised engineers.", "engineers"),
    ],
)
def test_who_says_it_stands_behind_its_verb(model: Syntax, text: str, source: str) -> None:
    """A deed behind an aside is what is said, and whoever stands behind the verb of saying says it."""
    assert [one.source for one in attributions(text, model)] == [source]


def test_a_sentence_behind_a_quotation_that_ends_one_is_another(syntax: Syntax | None) -> None:
    """What stands behind the full stop within the marks is not the word of who stands before the quotation."""
    text = (
        "The engineer, Han Min-jun, showed a letter on Monday in which a director wrote: “Do not tell the ministry.” "
        "Daeyang said the letter was genuine but concerned another model.\n\n"
        "A former agent said on Monday that Gino Ruta boasted: “I bet on my own misses.” Ruta denies it."
    )
    found = find(Article(text=text, language="en"), syntax)
    told = [one.source for one in found.attributions if text[one.content[0].start :].startswith("the letter was")]
    assert told == ["Daeyang"]
    assert [(one.source, one.within) for one in found.attributions if one.kind == "denied"] == [("Gino Ruta", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, 46, pleaded guilty on Monday to stealing a van.",
        "The council has to confirm it within ten days.",
        "The union will have to explain it to the court.",
        "The bank reports on March 3.",
        "A grey boat believed to have been used in a theft was found drifting in Tarnwick later that evening.",
        "The chair of the club learned of the fire by letter.",
        "The court in Torquay had refused bail in March.",
        "Tarn are now fourth, two points behind Exeter.",
    ],
)
def test_what_nobody_has_said_yet_is_nobodys_word(model: Syntax, text: str) -> None:
    """What somebody has to say, when he says it, what he hears of or refuses, and points of a table are no claims."""
    assert not [one for one in attributions(text, model) if one.source is not None]


@pytest.mark.parametrize(
    "text",
    [
        "The council has confirmed the plan.",
        "The union has to explain that it was late.",
        "The bank reported a loss on March 3.",
        "The police believed the boat was stolen.",
        "The chair of the club learned that the pier was shut.",
    ],
)
def test_what_is_said_stays_somebodys_word(model: Syntax, text: str) -> None:
    """A clause or an object that is reported has its source."""
    assert [one.source for one in attributions(text, model)] != []


NOBODYS = [
    "Lois Hay, 46, pleaded guilty to ten charges of fraud.",
    "Porters at the quay have called off a walkout.",
    "The guild called in a surveyor on Friday.",
    "Robbers suspected to be sailors on Friday night killed two guards.",
]


@pytest.mark.parametrize("text", NOBODYS)
@pytest.mark.parametrize("parsed", [True, False])
def test_what_says_nothing_has_no_source(text: str, parsed: bool, model: Syntax) -> None:
    """A verb that the word behind it makes a deed reports nothing, and who is only believed to be somebody believes nothing."""
    assert [one for one in attributions(text, model if parsed else None) if one.source is not None] == []


SOMEBODYS = [
    ("Lois Hay, 46, pleaded with the council to wait.", "Lois Hay"),
    ("Porters at the quay called the offer a farce.", "Porters at the quay"),
    ("The sailors believed that the mast had gone.", "the sailors"),
    ("Advocate Nikhil Rao, appearing for the dockers, told the court that 400 families would lose.", "Nikhil Rao"),
    ("The guild has put off for a year its plan to move the stalls, its chair, Lois Hay, has announced.", "Lois Hay"),
]


@pytest.mark.parametrize(("text", "source"), SOMEBODYS)
def test_who_says_it_stands_nearest_to_the_verb(text: str, source: str, model: Syntax) -> None:
    """Of what the parse takes for several subjects, the one right before the verb says it."""
    assert source in {one.source for one in attributions(text, model)}
