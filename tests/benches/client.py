"""What a card by a language model costs here, beside the plain openai client, and langextract where it is installed.

    python -m tests.benches.client [--requests N] [--in-flight N] [--latency SECONDS] [--rounds N]

A fake endpoint in a process of its own answers after a fixed latency. Each client runs in a process of its own, asks about the same
article `N` times with so many in flight, and its CPU time is divided by the cards. What is found in the article (sentences, names, dates) is
found once before, for both. Then, for each card:

- the plain client fills the prompt with what was found, sends it with the schema by `chat.completions.create`, and reads the answer into the same
  pydantic model. It has no retries, no limit, no account and no check.
- ours sends the same messages and schema, and gets the same answer; besides, it chooses the built-in engine's draft, examines the answer, and
  grounds both in the article: the card is whole, but for a judge's ruling.

Clients take turns, and the best of the rounds counts, for the machine may have other work. Exits 1 if our CPU time is over 1.8 times the plain
client's, or our throughput below 0.9 of it.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from summarize import Settings, read
from summarize.engines.model import ModelEngine
from summarize.engines.model.drafting import Answer
from summarize.engines.model.ladder import Profile, Profiles
from summarize.engines.model.listing import date_with_weekday, listing
from summarize.engines.model.prompt import load
from summarize.evidence.find import find
from summarize.pipeline import card_of

ARTICLE = Path("seeds/harbour-fire.txt")
CPU_LIMIT = 1.8
THROUGHPUT_LIMIT = 0.9
ANSWER = {
    "headline": {"text": "Fire in Marseille ferry terminal injures 14, fire service says", "sentences": [1]},
    "what": [
        {"text": "A fire tore through a ferry terminal in Marseille early on Friday, injuring 14 people, the fire service said.", "sentences": [1]},
        {"text": "Three cleaners employed by a contractor, Propnet Sud, are missing.", "sentences": [7]},
    ],
    "who": [1, 3, 4, 5],
    "date": 1,
    "place": 1,
    "background": [21, 24],
    "speakers": [],
    "unsaid": [7],
    "claims": [],
    "roles": [],
    "missed": [],
}  # fmt: skip
EXTRACTIONS = {"extractions": [{"person": "Henri Maurel", "person_attributes": {"role": "public prosecutor"}}]}

Call = Callable[[], Awaitable[object]]


async def _timed(name: str, call: Call, requests: int, in_flight: int) -> dict[str, float | str]:
    """CPU milliseconds per call and calls per second, after some calls to warm up."""
    gate = asyncio.Semaphore(in_flight)

    async def one() -> None:
        async with gate:
            await call()

    await asyncio.gather(*(one() for _ in range(min(8, requests))))
    cpu, clock = time.process_time(), time.perf_counter()
    await asyncio.gather(*(one() for _ in range(requests)))
    return {
        "name": name,
        "cpu_ms": 1000 * (time.process_time() - cpu) / requests,
        "per_second": requests / (time.perf_counter() - clock),
    }


@asynccontextmanager
async def _ours(base_url: str) -> AsyncIterator[Call]:
    article = read(str(ARTICLE)).article
    findings = find(article, None)
    with tempfile.TemporaryDirectory() as cache:
        # The server says the same to everybody, also to the probe, so what a probe would find is written down before.
        Profiles(Path(cache)).put(base_url, "fake-model", Profile(probed=True))
        engine = ModelEngine(
            Settings(model="fake-model", base_url=base_url, api_key="none", cache=Path(cache), timeout=60)
        )

        async def call() -> object:
            return card_of(article, findings, await engine.draft(article, findings), engine=engine.name, started=0.0)

        yield call
        await engine.aclose()


@asynccontextmanager
async def _plain(base_url: str) -> AsyncIterator[Call]:
    import openai

    article = read(str(ARTICLE)).article
    findings, prompt = find(article, None), load()
    form = {"type": "json_schema", "json_schema": {"name": "Answer", "strict": True, "schema": Answer.wire}}
    async with openai.AsyncOpenAI(base_url=base_url, api_key="none") as client:

        async def call() -> object:
            messages = prompt.messages(date_with_weekday(article), "English", listing(article, findings))
            completion = await client.chat.completions.create(  # type: ignore[call-overload]
                model="fake-model", messages=messages, response_format=form, max_tokens=4000
            )
            return Answer.model_validate_json(completion.choices[0].message.content)

        yield call


def _langextract(base_url: str, requests: int, in_flight: int) -> dict[str, float | str]:
    """Langextract has no asynchronous way: it is given all documents at once, with as many workers as there may be in flight."""
    import langextract as lx  # type: ignore[import-not-found, unused-ignore]

    article = read(str(ARTICLE)).article
    example = lx.data.ExampleData(
        text="The prosecutor, Ana Ruiz, spoke.",
        extractions=[lx.data.Extraction("person", "Ana Ruiz", attributes={"role": "prosecutor"})],
    )
    config = lx.factory.ModelConfig(
        model_id="fake-model", provider="openai", provider_kwargs={"base_url": base_url, "api_key": "none"}
    )

    def run(number: int) -> None:
        documents = [lx.data.Document(text=article.text, document_id=str(index)) for index in range(number)]
        lx.extract(
            documents,
            prompt_description="Extract the people and their roles, in order.",
            examples=[example],
            config=config,
            max_char_buffer=8000,
            max_workers=in_flight,
            batch_length=in_flight,
            show_progress=False,
        )

    run(8)
    cpu, clock = time.process_time(), time.perf_counter()
    run(requests)
    return {
        "name": "langextract",
        "cpu_ms": 1000 * (time.process_time() - cpu) / requests,
        "per_second": requests / (time.perf_counter() - clock),
    }


def _measure(which: str, base_url: str, requests: int, in_flight: int) -> dict[str, float | str]:
    if which == "langextract":
        return _langextract(base_url, requests, in_flight)

    async def run() -> dict[str, float | str]:
        async with (_ours if which == "summarize" else _plain)(base_url) as call:
            return await _timed(which, call, requests, in_flight)

    return asyncio.run(run())


def _in_process(which: str, options: argparse.Namespace) -> dict[str, float | str]:
    """Measure a client in a process of its own against a server in another."""
    content = EXTRACTIONS if which == "langextract" else ANSWER
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answer.json"
        file.write_text(json.dumps(content), encoding="utf-8")
        command = [sys.executable, "-P", "-m", "summarize.testing", "--latency", str(options.latency)]
        server = subprocess.Popen([*command, "--content-file", str(file)], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            base_url = server.stdout.readline().strip()
            arguments = ["--client", which, "--base-url", base_url]
            arguments += ["--requests", str(options.requests), "--in-flight", str(options.in_flight)]
            done = subprocess.run(
                [sys.executable, "-m", "tests.benches.client", *arguments],
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
        finally:
            server.terminate()
            server.wait()
            server.stdout.close() if server.stdout else None
    found: dict[str, float | str] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    """Print the table; 1 if a limit is not kept."""
    parser = argparse.ArgumentParser(description="The cost of a card by a language model, beside other clients.")
    parser.add_argument("--requests", type=int, default=512)
    parser.add_argument("--in-flight", type=int, default=256)
    parser.add_argument("--latency", type=float, default=4.0, help="seconds that the endpoint takes to answer")
    parser.add_argument("--rounds", type=int, default=3, help="times that each client is measured")
    parser.add_argument("--client", help=argparse.SUPPRESS)
    parser.add_argument("--base-url", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.client:
        print(json.dumps(_measure(options.client, options.base_url, options.requests, options.in_flight)))
        return 0
    print(
        f"{options.requests} cards, {options.in_flight} in flight, {options.latency:g} s latency, best of {options.rounds}"
    )
    print(f"  {'client':14}{'CPU ms a card':>16}{'cards a second':>18}")
    clients = ["openai", "summarize"]
    if importlib.util.find_spec("langextract") is not None:
        clients.append("langextract")
    cpus: dict[str, float] = {}
    speeds: dict[str, float] = {}
    for _ in range(options.rounds):
        for which in clients:
            row = _in_process(which, options)
            cpus[which] = min(cpus.get(which, float("inf")), float(row["cpu_ms"]))
            speeds[which] = max(speeds.get(which, 0.0), float(row["per_second"]))
    for which in clients:
        print(f"  {which:14}{cpus[which]:>16.2f}{speeds[which]:>18.1f}")
    cpu = cpus["summarize"] / cpus["openai"]
    speed = speeds["summarize"] / speeds["openai"]
    print(
        f"  CPU {cpu:.2f} times the plain client's (limit {CPU_LIMIT}), throughput {speed:.2f} (at least {THROUGHPUT_LIMIT})"
    )
    return int(cpu > CPU_LIMIT or speed < THROUGHPUT_LIMIT)


if __name__ == "__main__":
    sys.exit(main())
