"""What reading a page costs: pages a second on one core, and the share of each step.

    python -m tests.benches.reading [FOLDER] [--rounds N]

FOLDER holds HTML pages; the sample pages of the tests by default. Figures are CPU time, so other work on the machine disturbs them
little. The steps of a page are timed apart from whole readings, and trafilatura's part of finding the body once more by itself.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from summarize.errors import ArticleError
from summarize.reading.page import read_page
from summarize.reading.page.contents import contents_of
from summarize.reading.page.markup.encoding import page_text
from summarize.reading.page.markup.scan import scan
from summarize.reading.page.page import page_of, stated_facts
from summarize.reading.page.read import article_of
from summarize.reading.page.story.votes import by_trafilatura
from tests.benches.clock import Clock

PAGES = Path("tests/reading/page/pages")
STEPS = ("decode", "tree", "metadata", "body", "  of it trafilatura", "assembly")


def steps_of(data: bytes, name: str, clock: Clock) -> None:
    """Read a page step by step.

    Raises:
        ArticleError: it holds no article.
    """
    text, _ = clock.time("decode", lambda: page_text(data, name))
    scanned = clock.time("decode", lambda: scan(text, name))
    page = clock.time("tree", lambda: page_of(scanned, name))
    facts = clock.time("metadata", lambda: stated_facts(page))
    contents = clock.time("body", lambda: contents_of(page, facts))
    clock.time("  of it trafilatura", lambda: by_trafilatura(page.root, page.blocks))
    clock.time("assembly", lambda: article_of(contents, name, name, None, None, None))


def whole(pages: Sequence[tuple[str, bytes]], rounds: int) -> list[float]:
    """Milliseconds that each page takes, the median of several rounds."""
    times: list[list[float]] = [[] for _ in pages]
    for _ in range(rounds):
        for index, (name, data) in enumerate(pages):
            began = time.process_time()
            with suppress(ArticleError):
                read_page(data, name)
            times[index].append(1000 * (time.process_time() - began))
    return [statistics.median(each) for each in times]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES, help="a folder of HTML pages")
    parser.add_argument("--rounds", type=int, default=5, help="how often each page is read")
    arguments = parser.parse_args()
    pages = [(path.name, path.read_bytes()) for path in sorted(arguments.folder.rglob("*.htm*"))]
    whole(pages, 1)  # imports, and fills caches
    times = whole(pages, arguments.rounds)
    size = sum(len(data) for _, data in pages)
    print(f"{len(pages)} pages, {size / 1000:,.0f} kB; {arguments.rounds} rounds")
    print(f"  pages a second on a core   {1000 * len(pages) / sum(times):8.0f}")
    print(
        f"  milliseconds a page        {statistics.mean(times):8.1f}   median {statistics.median(times):.1f}, most {max(times):.1f}"
    )
    clock = Clock()
    for name, data in pages * arguments.rounds:
        try:
            steps_of(data, name, clock)
        except ArticleError:
            continue
    total = sum(spent for step, spent in clock.spent.items() if not step.startswith(" "))
    for step in STEPS:
        print(f"  {step:24}   {100 * clock.spent[step] / total:7.1f}%")


if __name__ == "__main__":
    main()
