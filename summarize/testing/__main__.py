"""The fake server as a process of its own, for benchmarks.

    python -m summarize.testing [--port N] [--latency SECONDS] [--content-file FILE] [--preset NAME] [--api-key KEY] [--model NAME …]

Prints its base URL on the first line. `GET /stats` is what it has served, as JSON. SIGTERM and SIGINT end it with exit code 0.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from pathlib import Path

from summarize.testing.capabilities import OPENAI, PRESETS
from summarize.testing.faults import model_not_found
from summarize.testing.replies import Reply
from summarize.testing.requests import Request
from summarize.testing.server import FakeServer


def main(arguments: list[str] | None = None) -> None:
    """Serve until a signal comes.

    Raises:
        OSError: the port is taken, or the file cannot be read.
    """
    options = _parser().parse_args(arguments)
    content = options.content_file.read_text(encoding="utf-8") if options.content_file else None
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    reply, models = Reply(content, latency=options.latency), options.model or ["fake-model"]

    def script(request: Request) -> Reply:
        asked = str(request.body["model"])
        return reply if not options.model or asked in models else model_not_found(asked)

    kind = PRESETS[options.preset]
    with FakeServer(
        script, capabilities=kind, port=options.port, keep=0, api_key=options.api_key, models=models
    ) as server:
        sys.stdout.write(f"{server.base_url}\n")
        sys.stdout.flush()
        stop.wait()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m summarize.testing", description="A fake OpenAI-compatible server.")
    parser.add_argument("--port", type=int, default=0, help="where to listen on 127.0.0.1; 0: a free port")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument(
        "--content-file", type=Path, help="what each completion says; without: what its schema asks for"
    )
    parser.add_argument("--preset", choices=sorted(PRESETS), default=OPENAI.name, help="the kind of endpoint")
    parser.add_argument("--api-key", help="the key that is asked for; without: any, or none")
    parser.add_argument(
        "--model", action="append", help="a model that it has, and no other than those that are given; without: any"
    )
    return parser


if __name__ == "__main__":
    main()
