"""Rules of cuts: a claim is one only if its words are a sentence's in order, and what is missing changes nothing. Written for these tests."""

from __future__ import annotations

import pytest

from summarize.article import Article, article_id
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.grounding.cuts import Cut, cut_from
from summarize.grounding.cuts.words import words_of

GOOD = [
    ("A coach left the A614 near Harlow Bridge on Sunday evening, North Fenshire Police said.", "A coach left the A614, police said."),
    ("Four of the injured, two of them children, stayed in hospital on Monday.", "Four of the injured stayed in hospital."),
    ("The bridge, which opened in 1964, was closed on Monday.", "The bridge was closed."),
    ("Police said that the driver, a 57-year-old man, swerved to avoid a deer.", "Police said the driver swerved to avoid a deer."),
    ("A lawsuit filed on Thursday names the owner of the yard.", "A lawsuit names the owner of the yard"),
    ("The storm destroyed nine homes and damaged a school.", "The storm destroyed nine homes."),
    ("The two sides agreed to reopen crossings that have been closed since 2019.", "The two sides agreed to reopen crossings closed since 2019."),
    ("The messaging app Pingo said on Friday that user data was exposed.", "Pingo said user data was exposed."),
]  # fmt: skip
BAD = [
    ("The strike cost 2 million zloty a day, Jan Wilk said.", "The strike cost 2 million zloty, Jan Wilk said."),
    ("About 14,000 cars use the bridge every day.", "About 14,000 cars use the bridge."),
    ("He wrongly believes vaccines cause autism.", "He believes vaccines cause autism."),
    ("He wrongly believes vaccines cause autism.", "vaccines cause autism"),
    ("The president accused the judge of corruption.", "the judge of corruption"),
    ("Smith denied that the minister took bribes in May.", "the minister took bribes"),
    ("Smith denied that the minister took bribes in May.", "Smith denied that the minister took bribes."),
    ("The police chief took a bribe, prosecutors say.", "The police chief took a bribe."),
    ("The police chief, who denies the charge, took a bribe, prosecutors say.", "The police chief took a bribe, prosecutors say."),
    ("Prosecutors say the police chief took a bribe.", "The police chief took a bribe."),
    ("According to state media, a drone struck the depot.", "A drone struck the depot."),
    ("He did not travel to Rome in May.", "He did not travel to Rome."),
    ("He did not travel to Rome in May.", "He did travel to Rome in May."),
    ("No workers in the plant were paid in full.", "No workers were paid in full."),
    ("In the film, the mayor kills his wife.", "The mayor kills his wife."),
    ("Assuming the vote passes, the mine will close in June.", "The mine will close in June."),
    ("The mine would close if the vote failed.", "The mine would close."),
    ("The strike will end on Friday unless talks fail.", "The strike will end on Friday."),
    ("A former minister was arrested in Leeds on Monday.", "A minister was arrested in Leeds on Monday."),
    ("An attempted robbery was foiled in Leeds.", "A robbery was foiled in Leeds."),
    ("Almost all of the money was lost in the crash.", "All of the money was lost in the crash."),
    ("Up to nine people were killed when the bus fell.", "Nine people were killed when the bus fell."),
    ("Only two of the nine survivors spoke.", "Two of the nine survivors spoke."),
    ("It was the worst fire since 1990.", "It was the worst fire."),
    ("The court threw out claims that the vote was rigged.", "the vote was rigged"),
    ("Rumours that the bank had failed were dismissed.", "the bank had failed"),
    ("Smith and Jones agreed to the deal.", "Smith agreed to the deal."),
    ("North Korea fired two missiles on Monday, South Korea said.", "North Korea fired two missiles on Monday, Korea said."),
    ("Residents who boiled their water were safe.", "Residents were safe."),
    ("Eating supper before seven may lower the risk, a study suggests.", "Eating supper may lower the risk, a study suggests."),
    ("The workers are on strike in Leeds.", "The workers are in Leeds."),
    ("Hines says he will resign if the club sells Bailey in January.", "Hines says he will resign in January."),
    ("The jury heard the painter Maria Delgado on Monday.", "The jury heard on Monday."),
    ("Prices rose by less than 2 percent in May.", "Prices rose by 2 percent in May."),
    ("Police believe he may have fled to Spain.", "Police believe he fled to Spain."),
]  # fmt: skip


def cut(sentence: str, claim: str, syntax: Syntax | None) -> Cut | str | None:
    article = Article(id=article_id(sentence), source="x", language="en", text=sentence)
    (found,) = find(article, syntax).sentences
    return cut_from(claim, sentence, found)


@pytest.mark.parametrize(("sentence", "claim"), GOOD)
def test_what_changes_nothing_may_be_missing(model: Syntax, sentence: str, claim: str) -> None:
    """Places, times, asides, second deeds and long names of a source may be missing; what is kept are exact ranges of the sentence."""
    found = cut(sentence, claim, model)
    assert isinstance(found, Cut), found
    kept = words_of(" ".join(sentence[span.start : span.end] for span in found.kept))
    assert [word.form for word in kept] == [word.form for word in words_of(claim)]
    assert not found.is_whole


@pytest.mark.parametrize(("sentence", "claim"), BAD)
def test_what_changes_anything_may_not(syntax: Syntax | None, sentence: str, claim: str) -> None:
    """A source, a denial, a doubt, a condition, a bound, a frame, a rank, a partner or the name itself may not be missing, with or without the parse."""
    assert not isinstance(cut(sentence, claim, syntax), Cut)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The bridge was closed on Monday.", "The bridge was shut on Monday."),
        ("The bridge was closed on Monday.", "On Monday the bridge was closed."),
        ("The bridge was closed on Monday.", ""),
    ],
)
def test_other_words_are_no_cut(model: Syntax, sentence: str, claim: str) -> None:
    """A word that the sentence lacks, another order, or nothing is no cut of it, and no reason is given."""
    assert cut(sentence, claim, model) is None


def test_a_whole_sentence(syntax: Syntax | None) -> None:
    """All words of a sentence are the sentence, whatever its marks."""
    found = cut("The bridge, built in 1964, was closed.", "the bridge built in 1964 was closed", syntax)
    assert isinstance(found, Cut)
    assert found.is_whole
