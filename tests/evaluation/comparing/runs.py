"""Runs of the tests' own: only what a comparison reads, every figure given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from summarize.card import Usage
from summarize.evaluation.runs.run import Case, Failure, Run, Score

Values = Mapping[str, float]


def case_of(name: str, values: Values, **others: Any) -> Case:
    """A case with these values, and a card."""
    return Case(
        **{
            "name": name,
            "gold": f"evals/gold/{name}.yaml",
            "article_id": f"sha256:{name}",
            "story": name,
            "scores": {measure: Score(value=value) for measure, value in {"cards.made": 1.0, **values}.items()},
            "seconds": 0.5,
            **others,
        }
    )


def failed_case(name: str, message: str = "the model gave no usable answer", exit_code: int = 5, **others: Any) -> Case:
    """A case without a card."""
    failure = Failure(error="ModelError", message=message, exit_code=exit_code)
    return case_of(name, {"cards.made": 0.0}, failure=failure, **others)


def run_of(*cases: Case, **others: Any) -> Run:
    """A run of these cases by the built-in engine."""
    return Run(
        **{
            "name": "extractive",
            "engine": "extractive",
            "model": None,
            "prompt": None,
            "prompt_digest": None,
            "nlp": None,
            "settings": "",
            "tool_version": "0.1.0",
            "created": "2026-11-22T10:00:00+00:00",
            "gold": "evals/gold",
            "gold_digest": "sha256:1111111111111111",
            "seconds": 3.0,
            "cpu_seconds": 2.5,
            "cases": cases,
            **others,
        }
    )


def run_with(measures: Mapping[str, list[float]], **others: Any) -> Run:
    """A run with the nth value of each measure in its nth case; the shorter lists end early."""
    longest = max(map(len, measures.values()))
    return run_of(
        *(
            case_of(f"article-{place:02}", {name: row[place] for name, row in measures.items() if place < len(row)})
            for place in range(longest)
        ),
        **others,
    )


def before() -> Run:
    """A run on twelve articles, two of one story."""
    cases = [
        case_of(
            f"harbour-{place:02}",
            {
                "article.published": float(place != 3),
                "quotes.verbatim": 1.0,
                "quotes.precision": (place % 4 + 1) / 5,
                "quotes.f1": (place % 4 + 1) / 5,
                "who.f1": (place % 3 + 1) / 3,
                "when.main": float(place % 2),
                "evidence.holds": 1.0,
                **({"quotes.unsaid": 0.5} if place < 4 else {}),
            },
            story="harbour fire" if place < 2 else f"harbour-{place:02}",
        )
        for place in range(12)
    ]
    return run_of(*cases, nlp="en_core_web_sm 3.8.0", name="extractive+nlp")


def after() -> Run:
    """The same articles with a model: quotations are better in all of them, participants here and there, and one card is missing."""
    cases = []
    for place, case in enumerate(before().cases):
        if place == 11:
            cases.append(failed_case(case.name, "no \x1b[31musable* answer | of [the](http://model.example)"))
            continue
        shifts = {"quotes.f1": 0.15, "quotes.precision": 0.1, "who.f1": 0.0 if place % 3 else -0.05}
        values = {name: score.value + shifts.get(name, 0.0) for name, score in case.scores.items()}
        cases.append(
            case_of(
                case.name,
                values | ({"when.main": 1.0} if place == 4 else {}),
                story=case.story,
                usage=Usage(input_tokens=1500, cached_tokens=1000, output_tokens=100, requests=1),
                cost_usd=0.0012,
                seconds=2.25,
            )
        )
    return run_of(
        *cases,
        name="gpt-5-mini+nlp",
        engine="model",
        model="gpt-5-mini",
        prompt="brief/v1",
        prompt_digest="sha256:" + "ab" * 32,
        nlp="en_core_web_sm 3.8.0",
        settings="window 24000",
        replayed=True,
    )


SHARES = st.integers(0, 20).map(lambda twentieths: twentieths / 20)


@st.composite
def values_by_article(draw: st.DrawFn, least: int = 1, most: int = 30) -> dict[str, float]:
    """Article to value, a share."""
    return {f"a{place}": value for place, value in enumerate(draw(st.lists(SHARES, min_size=least, max_size=most)))}


@st.composite
def stories_of(draw: st.DrawFn, articles: Mapping[str, object]) -> dict[str, str]:
    """Article to story, where some have several."""
    return {name: f"s{draw(st.integers(0, max(1, len(articles) // 2)))}" for name in articles}


@st.composite
def any_run(draw: st.DrawFn) -> Run:
    """A run on three articles, with values that three decimals do not hold."""
    rows = st.lists(SHARES.map(lambda share: share / 3), min_size=3, max_size=3)
    return run_with({"who.f1": draw(rows), "quotes.f1": draw(rows), "who.kind": draw(rows)})
