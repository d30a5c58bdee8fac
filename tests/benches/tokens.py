"""Output tokens of a card by reference, beside the way in which the model writes everything itself, and what its judge takes of the input.

    python -m tests.benches.tokens [--replay DIR] [--model NAME|FILE.gguf] [--base-url URL] [ARTICLE ...]

Both ways ask the same model about the same articles, and are counted by the usage that the endpoint served: ours with its probe
and its second questions; the other with one request a card, through instructor with a plain schema, in which the model writes the
texts, names, dates and quotations out. Without arguments both are replayed from `evals/recordings`. Exits 1 if ours takes more than 40 %,
or if the questions to the judge take more than 40 % of the input tokens that drafting takes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import instructor
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException
from openai.types.chat import ChatCompletionMessageParam
from pydantic import BaseModel

from summarize import Article, Pipeline, Settings, SummarizeError, read
from summarize.engines.model import ModelEngine
from summarize.engines.model.recordings import label_requests
from summarize.pipeline import syntax_for

SEEDS = Path("seeds")
RECORDINGS = Path("evals/recordings/qwen2.5-coder-1.5b-instruct-q4_k_m")
LIMIT = 0.40
MOST_JUDGING = 0.40
MOST_TOKENS = 2_500


class NaivePerson(BaseModel):
    """A participant, written out."""

    name: str
    role: str | None
    kind: str


class NaiveDate(BaseModel):
    """A date, written out."""

    text: str
    date: str | None
    main: bool


class NaivePlace(BaseModel):
    """A place, written out."""

    name: str
    country: str | None
    main: bool


class NaiveQuote(BaseModel):
    """A quotation, written out."""

    text: str
    speaker: str | None
    speaker_role: str | None


class NaiveCard(BaseModel):
    """A card that a model writes out in full."""

    headline: str
    what: list[str]
    who: list[NaivePerson]
    when: list[NaiveDate]
    where: list[NaivePlace]
    quotes: list[NaiveQuote]
    background: list[str]


NAIVE_PROMPT = (
    "Make a briefing card of the news article: headline, what happened in one to three sentences, the participants with their roles, "
    "the dates, the places, every quotation word for word with its speaker, and the background."
)


@dataclass
class Row:
    """Output tokens for one article; None where a way gave no card."""

    source: str
    ours: int | None = None
    naive: int | None = None
    naive_whole: bool = True
    """False if the written-out card was cut at the limit, and so would have taken more."""


async def _ours(pipeline: Pipeline, engine: ModelEngine, article: Article) -> int | None:
    before = engine.spent.output_tokens
    try:
        await pipeline.acard(article)
    except SummarizeError as error:
        print(f"{article.source}: {error}", file=sys.stderr)
        return None
    return engine.spent.output_tokens - before


async def _naive(engine: ModelEngine, article: Article) -> tuple[int | None, bool]:
    client = instructor.from_openai(engine.client(), mode=instructor.Mode.JSON_SCHEMA)
    messages: list[ChatCompletionMessageParam] = [
        {"role": "system", "content": NAIVE_PROMPT},
        {"role": "user", "content": article.text},
    ]
    with label_requests(
        article=article.id, model=engine.model or "", purpose="written out", source=Path(article.source).name
    ):
        try:
            _, completion = await client.chat.completions.create_with_completion(
                model=engine.model,
                messages=messages,
                response_model=NaiveCard,
                max_retries=0,
                max_tokens=MOST_TOKENS,
                temperature=0,
            )
        except IncompleteOutputException as error:
            return _counted(error.last_completion), False
        except InstructorRetryException as error:
            cut = isinstance(error.__cause__, IncompleteOutputException)
            return _counted(error.last_completion), not cut
    return _counted(completion), True


def _counted(completion: Any) -> int | None:
    usage = getattr(completion, "usage", None)
    return None if usage is None else int(usage.completion_tokens)


async def _measure(settings: Settings, paths: list[str]) -> list[Row]:
    engine = ModelEngine(settings, tell=lambda line: print(line, file=sys.stderr))
    pipeline = Pipeline(engine, syntax_for(settings))
    rows = []
    try:
        for path in paths:
            article = read(path).article
            row = Row(Path(path).name)
            row.ours = await _ours(pipeline, engine, article)
            row.naive, row.naive_whole = await _naive(engine, article)
            rows.append(row)
            print(
                f"  {row.source:30}{_shown(row.ours):>8}{_shown(row.naive) + ('' if row.naive_whole else '+'):>10}",
                flush=True,
            )
    finally:
        await engine.aclose()
        engine.close()
    return rows


def _input_tokens(log: Path) -> Counter[str]:
    """Input tokens by what the requests of a log were for."""
    found: Counter[str] = Counter()
    for line in map(json.loads, log.read_text(encoding="utf-8").splitlines()):
        found[line["purpose"]] += line.get("input_tokens") or 0
    return found


def _shown(tokens: int | None) -> str:
    return "-" if tokens is None else str(tokens)


def main() -> int:
    """Print the table; 1 if the limit is not kept, 7 if an article is missing from either side."""
    parser = argparse.ArgumentParser(description="Output tokens by reference and written out.")
    parser.add_argument("articles", nargs="*", help="files; all of seeds/ by default")
    parser.add_argument("--model")
    parser.add_argument("--base-url")
    parser.add_argument("--record", type=Path, help="record into this folder")
    parser.add_argument("--replay", type=Path, help=f"replay from this folder; {RECORDINGS} by default")
    options = parser.parse_args()
    # A model on two cores takes minutes for a card written out.
    settings = Settings(model=options.model, base_url=options.base_url, engine="model", timeout=3_600)
    replayed = options.replay or (None if options.model or options.base_url else RECORDINGS)
    log = Path(tempfile.mkdtemp()) / "requests.jsonl"
    settings = replace(settings, record=options.record, replay=replayed, log=log)
    paths = options.articles or sorted(str(path) for path in SEEDS.glob("*.*") if path.stem.islower())
    print(f"  {'output tokens':30}{'ours':>8}{'written':>10}")
    rows = [row for row in asyncio.run(_measure(settings, paths)) if row.ours is not None and row.naive is not None]
    ours, naive = sum(row.ours or 0 for row in rows), sum(row.naive or 0 for row in rows)
    if len(rows) < len(paths) or not naive:
        print(f"  only {len(rows)} of {len(paths)} articles have a card both ways")
        return 7
    print(f"  {'sum':30}{ours:>8}{naive:>10}   {ours / naive:.0%} (at most {LIMIT:.0%})")
    asked = _input_tokens(log)
    judging, drafting = asked["judge"], asked["draft"] + asked["probe"]
    print(
        f"  input tokens: drafting {drafting}, judging {judging}, {judging / drafting:.0%} more (at most {MOST_JUDGING:.0%})"
    )
    return int(ours > LIMIT * naive or judging > MOST_JUDGING * drafting)


if __name__ == "__main__":
    sys.exit(main())
