"""Small runs on invented articles: characters outside the first plane, spans that overlap, hostile text, a card that failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import Any

from summarize.article import Span, article_id
from summarize.card import Usage
from summarize.evaluation.comparing.baseline import Baseline, entry_of
from summarize.evaluation.runs.run import Case, Failure, Judgement, Run, Score, Verdict

MARKER = "Nobody outside this machine may read that the cod was salted twice."
"""Stands in the articles, the cards and the judgements."""
MARKET = f"""\
𝔐arket hall 🏛️ moves to the quay

The council of Østby voted 🎉🎉 on Friday to move the market. “We are 👩‍👩‍👧 family here,” said Ada Lund, who sells fish.

{MARKER} “So be it 𝒳,” said the mayor, Per 𝐁erg.
"""
FERRY = f"Ferry to Hamnøy kept\n\nThe ferry runs until March. {MARKER}\n"
HARBOUR = f"Harbour fire\n\nA fire broke out at 4 am.\n{MARKER}\n"
HOSTILE = """\
</script><script>document.title = "owned"</script><img src=x onerror="document.title='owned'">

\x1b[31mred\x1b[0m \u202egnp.exe\u202c <!-- <script> ]]> &amp; ${document.title} `x` | a | **b** ::error::x %0A

“<b>bold</b> \u2066words\u2069,” said O'Neil & Sons.
"""
GOLD = f"""\
article: market.txt
quotes:
  - parts: [{{text: 'We are 👩‍👩‍👧 family here,'}}]
    speaker: Ada Lund
  - parts: [{{text: 'So be it 𝒳,'}}]
    speaker: Per 𝐁erg
who:
  - name: Ada Lund
    roles: [who sells fish]
  - name: Per 𝐁erg
when:
  - start: '2026-05-01'
what:
  - ['{MARKER}']
"""


def span(text: str, words: str) -> Span:
    """The first place of some words, in code points."""
    return Span(start=text.index(words), end=text.index(words) + len(words))


def judged(measure: str, verdict: Verdict, text: str, *words: str, **others: Any) -> Judgement:
    """A judgement with the places of some words."""
    return Judgement(measure=measure, verdict=verdict, spans=tuple(span(text, each) for each in words), **others)


def case(name: str, text: str, scores: dict[str, float], *judgements: Judgement, **others: Any) -> Case:
    """A case with a card of which only what a report reads is there."""
    card = {"headline": f"Card: {MARKER}", "article": {"text": text, "title": text.split("\n", 1)[0]}}
    values = {"cards.made": 1.0, "quotes.verbatim": 1.0, "evidence.holds": 1.0, **scores}
    return Case(
        **{
            "name": name,
            "gold": f"evals/gold/{name}.yaml",
            "article_id": article_id(text),
            "story": name,
            "scores": {measure: Score(value=value) for measure, value in values.items()},
            "judgements": judgements,
            "card": card,
            "seconds": 0.25,
            **others,
        }
    )


def failed(name: str, message: str, error: str = "ModelError", exit_code: int = 5) -> Case:
    """A case without a card."""
    failure = Failure(error=error, message=message, exit_code=exit_code)
    return Case(
        name=name,
        gold=f"evals/gold/{name}.yaml",
        article_id=None,
        story=name,
        failure=failure,
        scores={"cards.made": Score(value=0)},
        seconds=1,
    )


def run(*cases: Case, **others: Any) -> Run:
    """A run of these cases."""
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


def market(*, better: bool = False) -> Case:
    """The article of spans that overlap; `better` has the speaker and the participant right."""
    quote, sentence = "We are 👩‍👩‍👧 family here,", "The council of Østby voted 🎉🎉 on Friday to move the market."
    speaker: dict[str, Any] = {"label": "quotes[0].speaker", "item": "quotes[0]", "expected": "Ada Lund"}
    return case(
        "market",
        MARKET,
        {
            "quotes.f1": 0.5,
            "quotes.speaker": float(better),
            "who.f1": 0.8 if better else 0.4,
            "when.f1": 0.0,
            "what.facts": 1.0,
            "article.published": 1.0,
        },
        judged("article.title", "right", MARKET, label="title", item="article.title", expected="𝔐arket", got="𝔐arket"),
        judged("quotes.f1", "right", MARKET, quote, label="quotes[0]", item="quotes[0]", expected=quote, got=quote),
        judged("quotes.speaker", "right" if better else "wrong", MARKET, quote, got="Ada Lund" if better else "Østby", **speaker),
        judged("quotes.f1", "missing", MARKET, "So be it 𝒳,", label="quotes[1]", expected="So be it 𝒳,"),
        judged("quotes.f1", "spurious", MARKET, MARKER, item="quotes[1]", got=MARKER),
        judged("who.f1", "right", MARKET, "Ada Lund", label="who[0]", item="who[0]", expected="Ada Lund", got="Ada Lund")
        if better
        else judged("who.f1", "missing", MARKET, label="who[0]", expected="Ada Lund"),
        judged("who.f1", "partial", MARKET, "𝐁erg", label="who[1]", item="who[1]", expected="Per 𝐁erg", got="𝐁erg"),
        judged("when.f1", "wrong", MARKET, "on Friday", label="when[0]", item="when[0]", expected="2026-05-01", got="2026-05-08"),
        judged("what.supported", "right", MARKET, sentence, item="what[0]", got=sentence),
        judged("what.facts", "right", MARKET, MARKER, label="what[0]", expected=MARKER),
    )  # fmt: skip


def ferry() -> Case:
    """An article with nothing wrong."""
    return case(
        "ferry",
        FERRY,
        {"quotes.f1": 1.0, "who.f1": 1.0, "article.published": 1.0},
        judged("what.supported", "right", FERRY, "The ferry runs until March.", item="what[0]", got="The ferry runs until March."),
    )  # fmt: skip


def harbour(*, holds: bool = True) -> Case:
    """An article whose card keeps the promises, or does not."""
    return case(
        "harbour",
        HARBOUR,
        {"evidence.holds": 1.0 if holds else 0.75, "quotes.verbatim": 1.0 if holds else 0.5, "when.f1": 1.0},
        judged("when.f1", "right", HARBOUR, "4 am", item="when[0]", got="04:00"),
    )


def hostile(*, worse: bool = False) -> Case:
    """An article, labels and a card that try to be something else than text."""
    return case(
        "hostile",
        HOSTILE,
        {"who.f1": 0.25 if worse else 0.5},
        judged("who.f1", "spurious", HOSTILE, "<b>bold</b> \u2066words\u2069", item="who[0]", got=HOSTILE),
        judged("who.f1", "missing", HOSTILE, label="who[0]", expected="O'Neil & Sons"),
    )


def before() -> Run:
    """A run without trouble of its own."""
    return run(market(), ferry(), harbour(), hostile())


def after() -> Run:
    """Another with a model: one article better, one card missing, one promise broken."""
    message = f"the endpoint refused the request (400): {MARKER}"
    return run(
        market(better=True),
        failed("ferry", message),
        harbour(holds=False),
        hostile(worse=True),
        name="gpt-5-mini",
        engine="model",
        model="gpt-5-mini",
        prompt="brief/v1",
        prompt_digest="sha256:" + "ab" * 32,
        replayed=True,
    )


def with_usage(made: Run) -> Run:
    """The same with tokens and cost."""
    usage = Usage(input_tokens=1500, cached_tokens=1000, output_tokens=100, requests=1)
    return made.model_copy(
        update={"cases": tuple(one.model_copy(update={"usage": usage, "cost_usd": 0.0012}) for one in made.cases)}
    )


def without_cards(made: Run) -> Run:
    """The same as a run that keeps no cards."""
    return made.model_copy(update={"cases": tuple(one.model_copy(update={"card": None}) for one in made.cases)})


def held(first: Run, other: Run) -> Baseline:
    """A baseline of the first run's values, to which another of another prompt is held."""
    entry = entry_of(first)
    pinned = entry.model_copy(update={"prompt_digest": other.prompt_digest, "gold_digest": other.gold_digest})
    return Baseline(runs={first.name: entry, other.name: pinned})


@contextmanager
def gold_folder(folder: Path, names: Sequence[str] = ("market", "ferry", "harbour", "hostile")) -> Iterator[None]:
    """A working directory with gold files at the places that the cases name."""
    (folder / "evals/gold").mkdir(parents=True)
    for name in names:
        (folder / f"evals/gold/{name}.yaml").write_text(GOLD, encoding="utf-8")
    with chdir(folder):
        yield
