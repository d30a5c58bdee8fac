"""Rules of what may be left out of a sentence. All sentences were written for these tests."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from summarize.article import Article, article_id
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.languages.tables import table
from tests.evidence.texts import NEWS_TEXT


def article(text: str) -> Article:
    whole = text.encode("utf-8", "replace").decode()
    return Article(id=article_id(whole), source="x", language="en", text=whole)


def parts(text: str, syntax: Syntax | None) -> list[str]:
    findings = find(article(text), syntax)
    return [text[part.start : part.end] for sentence in findings.sentences for part in sentence.removable]


@pytest.mark.parametrize("row", table("en/removable.toml")["branch"], ids=lambda row: row["relation"])
def test_rows(model: Syntax, row: dict[str, Any]) -> None:
    """Each row's example may lose what the row says."""
    assert row["left_out"].strip() in [part.strip() for part in parts(row["example"], model)]


@pytest.mark.parametrize(
    "text",
    [
        "The president was accused of corruption by his own party.",
        "Smith denied that the minister took bribes in May.",
        "He did not travel to Rome in May.",
        "The strike will end on Friday unless talks fail.",
        "The plant may close if the grant is cut.",
    ],
)
def test_the_core_stays(model: Syntax, text: str) -> None:
    """Subject, verb and object, denials and conditions are no parts that may go, nor what stands within a denial or condition."""
    for part in parts(text, model):
        assert part.strip(" ,").lower() in {"that", "the", "a", "his own", "own", "by his own party", "on friday"}, part


@pytest.mark.parametrize("row", table("en/removable.toml")["tail"], ids=lambda row: row["kind"])
def test_rows_of_tails(model: Syntax, row: dict[str, Any]) -> None:
    """Each row's example may lose what the row says, and its counter-example may not."""
    assert row["left_out"] in parts(row["example"], model)
    assert row["stays"] in row["counter_example"]
    assert row["stays"] not in parts(row["counter_example"], model)


def test_only_one_of_a_description_and_its_name(model: Syntax) -> None:
    """ "The painter Adriaen de Weert": either may go, and something of both together must stay."""
    text = "The jury heard the painter Maria Delgado on Monday."
    (sentence,) = find(Article(id=article_id(text), source="x", language="en", text=text), model).sentences
    assert {"the painter", "Maria Delgado"} <= {text[part.start : part.end] for part in sentence.removable}
    assert [text[part.start : part.end] for part in sentence.needed] == ["the painter Maria Delgado"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Mayor Eva Brandt closed the bridge.", "Mayor"),
        ("The ferry runs every hour; a bus takes passengers to the square.", "; a bus takes passengers to the square"),
        ("The ferry runs every hour; a bus takes passengers to the square.", "The ferry runs every hour; "),
        ("Brandt closed the bridge and said it could fall.", "and said it could fall"),
    ],
)
def test_what_is_beside_a_whole_may_go(text: str, part: str, model: Syntax) -> None:
    """A title before a name, a clause beside a semicolon and a second deed of saying are no part of the rest."""
    assert part in parts(text, model)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Acting Mayor Eva Brandt closed the bridge.", "Mayor"),
        ("The ferry runs every hour; a bus might run, the city said.", "; a bus might run, the city said"),
        ("Dead: Lars Moe, an engineer; Hanna Osei, a driver.", "; Hanna Osei, a driver"),
        ("Brandt took the money and denied that it was a bribe.", "and denied that it was a bribe"),
        ("Brandt took the money and said it was no bribe.", "and said it was no bribe"),
        (
            "The mine closes in May and warns of more cuts if no buyer is found.",
            "and warns of more cuts if no buyer is found",
        ),
        ("Less than a quarter of the donors gave 200 dollars.", "Less than a"),
        ("Viewers paid between 90 and 100 dollars to watch.", "and 100"),
        ("The court may persuade the bank to pay the debt.", "to pay the debt"),
        ("A lawsuit filed on Thursday names the owner.", "on Thursday"),
        (
            "The painting, which may be a copy, sold for 2 million euros at an auction.",
            ", sold for 2 million euros at an auction",
        ),
        ("Should the dam at Okarito fail, the town would be flooded.", "at Okarito fail"),
    ],
)
def test_what_a_parse_may_have_wrong_stays(text: str, part: str, model: Syntax) -> None:
    """What denies or conditions the rest, one of two, what a verb needs, and what may be the main verb may not go."""
    assert part in text
    assert part not in [each.strip(" ,") for each in parts(text, model)]
    assert part not in parts(text, model)


def test_without_the_parse_only_asides() -> None:
    """By commas alone, brackets and relative clauses between commas may go, if they hold no verb of saying and no word that must stay."""
    assert parts("The bridge (built in 1964) was closed.", None) == [" (built in 1964)"]
    assert parts("The bridge, which opened in 1964, was closed.", None) == [", which opened in 1964,"]
    assert parts("The chief, who denies it, was held.", None) == []
    assert parts("The chief, who said he was ill, was held.", None) == []
    assert parts("The chief, a former pilot, was held.", None) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NEWS_TEXT)
def test_any_text(syntax: Syntax | None, text: str) -> None:
    """Parts of any text lie within their sentence, in order, and none is a whole sentence."""
    for sentence in find(article(text), syntax).sentences:
        spans = [(part.start, part.end) for part in sentence.removable]
        assert spans == sorted(spans)
        for start, end in spans:
            assert sentence.span.start <= start < end <= sentence.span.end
            assert (start, end) != (sentence.span.start, sentence.span.end)


def test_a_name_is_not_cut(model: Syntax) -> None:
    """What is joined inside a name stays: another name would be left."""
    found = parts("He had written to the Department for Rivers and Coasts in May.", model)
    assert not any("Coasts" in part for part in found)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Starting at 5 a.m. on Thursday, a free ferry will run.", "at 5 a.m."),
        ("They pulled one back before the break through Kepa Zubiri.", "back before the break"),
        ("A hut for the gateman was put up the year after.", "the year"),
        ("She asked the government to lay the text before Parliament.", "before Parliament"),
        ("Helvane, which was founded in 1951 and went public in 1994, will move.", "which was"),
        ("More nurses left last year in Arvik than anywhere else.", "in Arvik"),
    ],
)
def test_what_a_verb_or_a_comparison_needs_stays(model: Syntax, text: str, part: str) -> None:
    """Two readers saw what was left: a verb without its particle or its place, a half of a pair, a comparison with nothing."""
    assert part not in [each.strip(" ,") for each in parts(text, model)]


@pytest.mark.parametrize(
    ("sentence", "stays"),
    [
        ("The council voted to bar dogs from the beach between May and July, when seals pup.", "between May and July"),
        ("Ann Lee closed the shop in May, when rents rose.", "in May"),
        ("The order came on a plea by Rosa Lind, a retired clerk, who said the well was dry.", ", a retired clerk,"),
    ],
)
def test_what_a_clause_behind_a_comma_takes_up_stays(sentence: str, stays: str, model: Syntax) -> None:
    """ "When" keeps its dates, and "who" keeps the comma between it and a name."""
    assert stays not in parts(sentence, model)
