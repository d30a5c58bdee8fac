"""Rules of the built-in engine. All articles were written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from summarize.article import Article
from summarize.draft import Draft
from summarize.engines.extractive import ExtractiveEngine
from summarize.engines.extractive.engine import headline
from summarize.engines.extractive.reader import read_for_drafting
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings
from summarize.grounding.cuts import Cut, cut_from
from summarize.reading import Reading, read_text
from tests.evidence.texts import TEXTS

STORY = """Harbour board approves second ferry terminal

By Hanna Osei

Published: 14 March 2026

LEEDS, England (Quay Gazette) - The harbour board approved a second ferry terminal on Friday after a debate of nine hours, its treasurer said.

The terminal will cost 40 million pounds and open in May, the treasurer, Ana Ruiz, told reporters in the old hall.

“We had no choice and no time,” Ruiz said. “The old quay is falling into the sea.”

Tom Lindqvist, the harbour master, called the plan a “gift to the owners”.

The first terminal was built in 1987 and has been closed twice since 2009 after storms had damaged its roof.

“Nobody asked the town in 1987 either,” Lindqvist said.

The union is to vote on a strike next week.
"""


def drafted(text: str) -> tuple[Article, Findings, Draft]:
    """A text's article, findings and draft."""
    article = read_text(text).article
    findings = find(article)
    return article, findings, ExtractiveEngine().choose(article, findings)


def sentence(article: Article, findings: Findings, number: int) -> str:
    """The words of a sentence."""
    span = findings.sentences[number - 1].span
    return article.text[span.start : span.end]


def is_cut(text: str, article: Article, findings: Findings, number: int) -> bool:
    """True for a cut of a sentence, and for one without words."""
    found = cut_from(text, article.text, findings.sentences[number - 1])
    return isinstance(found, Cut) or not any(map(str.isalnum, text))


@pytest.mark.parametrize("own", [True, False], ids=["a question", "no question"])
def test_of_a_question_only_the_whole_is_a_headline(own: bool, syntax: Syntax | None) -> None:
    """A question without a part of it asks something else: it is a headline whole, where the same words as a statement are cut."""
    text = "Has the ferry board, which met on Monday, sold two of the three old ferries to Kestrel Energy Ltd in the town of Hoikka?"
    article = read_text(text).article
    findings = find(article, syntax)
    (lead,) = read_for_drafting(article, findings).lines
    assert lead.is_question
    made = headline(article, findings, lead if own else replace(lead, is_question=False))
    assert (made == text) is own


def test_the_articles_own_title_is_used() -> None:
    """Where an article has a title, it is the headline."""
    article, _, draft = drafted(STORY)
    assert article.title == "Harbour board approves second ferry terminal"
    assert draft.title_is_headline


def test_a_headline_without_a_title_is_cut_from_the_lead() -> None:
    """Where an article has none, the headline is the lead with words deleted and none added."""
    article, findings, draft = drafted(STORY.split("\n\n", 3)[3])
    assert article.title is None
    assert not draft.title_is_headline
    assert draft.headline is not None
    assert draft.headline.text is not None
    assert is_cut(draft.headline.text, article, findings, draft.headline.sentences[0])


LONG = (
    "The regional parliament in the coastal town of Santa Maura, where protesters have camped in the square outside since October, voted on "
    "Wednesday evening by 61 to 44 to suspend the licence of the copper mine at Tres Picos, whose waste reached the river in August."
)


def test_a_long_line_of_news_is_cut(model: Syntax) -> None:
    """Of a sentence of more than 35 words a cut that is as short is taken, if there is a safe one; shorter sentences stay whole."""
    article = read_text(f"{LONG}\n\nThe mine, which opened in 1964, has closed its gates.\n").article
    draft = ExtractiveEngine().choose(article, find(article, model))
    assert [one.text and len(one.text.split()) for one in draft.what] == [29, None]
    rules = ExtractiveEngine().choose(article, find(article))
    assert len(LONG.split()) > 35
    assert [one.text for one in rules.what] == [None, None]


@pytest.mark.parametrize(
    ("lead", "end"),
    [
        ("The old stone pier fell.", "fell"),
        ("The ferry left the harbour for the last time at 5 a.m.", "a.m."),
        ("The owner of the pier lives in the U.S.", "U.S."),
        ("Is the pier of the old town safe?", "safe?"),
    ],
)
def test_a_headline_has_no_full_stop(lead: str, end: str) -> None:
    """A short lead stays whole and loses only its stop, unless the stop belongs to a word."""
    _, _, draft = drafted(lead)
    assert draft.headline is not None
    assert (draft.headline.text or "").split()[-1] == end


def test_the_lead_opens_the_news() -> None:
    """The first sentence of plain news is the first thing the card says happened."""
    article, findings, draft = drafted(STORY)
    assert sentence(article, findings, draft.what[0].sentences[0]).startswith("The harbour board approved")


def test_background_is_earlier_and_never_a_quotation() -> None:
    """Background is what came before the news: no quotation, no plan for next week."""
    article, findings, draft = drafted(STORY)
    background = [sentence(article, findings, one.sentences[0]) for one in draft.background]
    assert any("1987" in text for text in background)
    assert not any("“" in text or "next week" in text for text in background)


@pytest.mark.parametrize(
    ("line", "is_news"),
    [
        ('Her party, led by Per Berg, which lost 31 of its 40 seats in Leeds, said "the minister was good.', False),
        ('Her party, led by Per Berg, which lost 31 of its 40 seats in Leeds, said "the minister was good".', True),
        ("Her party’s new striker, the 5'11\" Per Berg of Leeds, scored on Friday.", True),
        ("You said in 2018 that nobody could have known of 31 cracks.", False),
        ("If you are just joining us: Per Berg of Leeds has left 31 clubs.", False),
        ("He said in 2018 that nobody could have known of 31 cracks.", True),
    ],
)
def test_half_of_somebodys_words_and_what_is_said_to_somebody_is_no_news(line: str, is_news: bool) -> None:
    """No line with a lone mark is on a card, nor an interviewer's question, nor a live blog's greeting."""
    lead = "The prime minister resigned on Friday after a long row over the budget of 40 million pounds."
    article, findings, draft = drafted(f"Minister goes\n\n{lead}\n\n{line}\n")
    cited = [number for one in (*draft.what, *draft.background) for number in one.sentences]
    assert any(sentence(article, findings, number).endswith(line) for number in cited) is is_news


def test_people_who_matter_are_listed() -> None:
    """Those who speak or act in the news are among the participants."""
    _, findings, draft = drafted(STORY)
    names = [findings.participants[one.participant - 1].name for one in draft.who if one.participant]
    assert {"Ana Ruiz", "Tom Lindqvist"} <= set(names)


def test_the_place_of_the_dateline_is_the_main_one() -> None:
    """Where the news was filed and nothing says otherwise, that is the main place, and there is one main place."""
    _, findings, draft = drafted(STORY)
    mains = [findings.places[one.place - 1].name for one in draft.where if one.main and one.place]
    assert mains == ["Leeds"]


def test_the_day_of_the_news_is_the_main_date() -> None:
    """The day that the lead names is the main date, and there is one main date."""
    _, findings, draft = drafted(STORY)
    mains = [findings.times[one.time - 1].start for one in draft.when if one.main and one.time]
    assert mains == ["2026-03-13"]


def test_every_spoken_quotation_is_carried_and_no_other() -> None:
    """The card carries what somebody said, and no title or term that only stands in marks."""
    _, findings, draft = drafted(STORY + "\nThe film “The Last Ferry” opens in May.\n")
    spoken = [one.number for one in findings.quotations if one.kind != "words"]
    assert [one.quotation for one in draft.quotes] == spoken
    assert len(spoken) < len(findings.quotations)


def sound(article: Article, findings: Findings, draft: Draft) -> None:
    """Assert what holds for every draft of the built-in engine."""
    what = [number for one in draft.what for number in one.sentences]
    background = [number for one in draft.background for number in one.sentences]
    assert len(what) <= 3
    assert bool(what) == bool(findings.sentences)
    assert not set(what) & set(background)
    assert what == sorted(set(what))
    assert background == sorted(set(background))
    assert all(one.text is None or is_cut(one.text, article, findings, one.sentences[0]) for one in draft.what)
    assert all(one.text is None for one in draft.background)
    assert sum(one.main for one in draft.when) <= 1
    assert sum(one.main for one in draft.where) == (1 if draft.where else 0)
    for name, count in (
        ("who", len(findings.participants)),
        ("when", len(findings.times)),
        ("where", len(findings.places)),
        ("quotes", len(findings.quotations)),
    ):
        numbers = [
            next(value for value in one.model_dump().values() if isinstance(value, int) and not isinstance(value, bool))
            for one in getattr(draft, name)
        ]
        assert all(1 <= number <= count for number in numbers)
        assert len(set(numbers)) == len(numbers)
    if draft.headline is not None and draft.headline.text:
        assert is_cut(draft.headline.text, article, findings, draft.headline.sentences[0])
    spoken = [part for one in findings.quotations if one.kind != "words" for part in one.parts]
    for number in background:
        span = findings.sentences[number - 1].span
        inside = sum(max(0, min(span.end, part.end) - max(span.start, part.start)) for part in spoken)
        assert inside <= 0.25 * (span.end - span.start)


def test_the_draft_of_a_story_is_sound() -> None:
    """A draft has one to three sentences of news, background apart from them, and refers only to what was found."""
    article, findings, draft = drafted(STORY)
    sound(article, findings, draft)
    assert draft.background
    assert draft.quotes


def test_the_drafts_of_the_samples_are_sound(seeds: dict[str, Reading]) -> None:
    """The same holds for every sample article."""
    assert len(seeds) >= 12
    for reading in seeds.values():
        findings = find(reading.article)
        sound(reading.article, findings, ExtractiveEngine().choose(reading.article, findings))


@pytest.mark.parametrize("findings", [Findings()])
def test_an_article_without_findings_gives_an_empty_draft(findings: Findings) -> None:
    """Where nothing was found, nothing is said."""
    article = read_text("Words without any end or beginning worth a sentence").article.model_copy(
        update={"title": None}
    )
    assert ExtractiveEngine().choose(article, findings) == Draft()


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_the_draft_of_any_text_is_sound(text: str) -> None:
    """For any text, the draft refers only to what was found, and never crashes."""
    article = Article(id="sha256:0", source="-", text=text.encode("utf-8", "replace").decode(), published="2026-03-14")
    findings = find(article)
    sound(article, findings, ExtractiveEngine().choose(article, findings))


@pytest.mark.parametrize(("role", "is_listed"), [("convener", True), ("economist", False)])
def test_a_body_takes_part_by_its_officers(role: str, is_listed: bool) -> None:
    """A body that stands only in somebody's role takes part if that is whose word is the body's."""
    text = f"The port is shut. It rained all day.\n\n“We shall not sign,” said Ann Lee, {role} of the Harwick Dockers Council.\n"
    _, findings, draft = drafted(text)
    names = {findings.participants[one.participant - 1].name for one in draft.who if one.participant}
    assert ("Harwick Dockers Council" in names) is is_listed


@pytest.mark.parametrize(
    ("clause", "is_listed"),
    [("which has opened an inquiry", True), ("which has a garden", False), ("which opened in May", False)],
)
def test_a_body_takes_part_by_a_deed_of_its_own(clause: str, is_listed: bool) -> None:
    """A body that stands only in somebody's role takes part if a clause behind it tells what it has done."""
    text = f"The port is shut. It rained all day.\n\n“We shall see,” said Ann Lee, an economist of the Harwick Dockers Council, {clause}.\n"
    _, findings, draft = drafted(text)
    names = {findings.participants[one.participant - 1].name for one in draft.who if one.participant}
    assert ("Harwick Dockers Council" in names) is is_listed
