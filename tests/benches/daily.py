"""What a daily briefing costs: articles a second on one core, the share of each step, growth and memory.

    python -m tests.benches.daily [--most 1000] [--of-one-event 4] [--nlp off]

The articles are those of `seeds/`, each told again and again of other people, places, things and figures, so that every four make one event.
Cards are kept in a file, as those of a user's store are.
Seconds are CPU time. A step whose time a card more than doubles where the articles double is not linear.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from summarize.article import Article, lean
from summarize.briefing import Made
from summarize.daily.day import briefing_of, card_key
from summarize.daily.memory import Memory
from summarize.pipeline import Pipeline, pipeline_for
from summarize.reading import read, read_text
from summarize.rendering.briefing import render_briefing
from summarize.settings import Settings, one_thread
from summarize.stories.composing import Edition
from tests.benches.clock import Clock

SEEDS = Path("seeds")
DAY = "2026-05-09"
_OF_ONE_EVENT = 4
_NAME = re.compile(r"(?<![.!?“\"\n]\s)(?<!^)\b[A-Z][a-z]{3,}\b")
# Words that sentences are held together by, and that speech and dates are told by, stay.
_KEPT = frozenset(
    """
    that with from this have were been they their would which after about into than more over said told will when what where while before
    because there these those could says added year years month months week weeks last next also only other some such being under between during
    people according reporters announced yesterday confirmed killed injured million billion January February March April May June July August
    September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    """.split()
)
_WORD = re.compile(r"(?<![\w’'-])[a-z]{4,}(?![\w’'-])")
_FIGURE = re.compile(r"(?<![\d,.:])\d{2,3}(?:,\d{3})?(?![\d,.:])")
_SYLLABLES = "ba de ki lo mu na pe ri so tu va we xi yo zu ka le mo ni po".split()


def articles(of_one_event: int = _OF_ONE_EVENT) -> Iterator[str]:
    """Texts without end: each seed in turn, of another event after every `of_one_event`."""
    bases = [read(str(path)).article for path in sorted(SEEDS.glob("*.txt"))]
    event = 0
    while True:
        for base in bases:
            for teller in range(of_one_event):
                yield _retold(base, event, teller)
            event += 1


def _retold(base: Article, event: int, teller: int) -> str:
    """An article about other people and figures; of one event the names are the same, and some of the sentences are left out."""

    def other(word: str) -> str:
        seed = zlib.crc32(f"{event} {word}".encode())
        return "".join(_SYLLABLES[(seed >> shift) % len(_SYLLABLES)] for shift in (0, 5, 10))

    def renamed(match: re.Match[str]) -> str:
        return match.group() if match.group() in _KEPT else other(match.group()).capitalize()

    def reworded(match: re.Match[str]) -> str:
        return match.group() if match.group() in _KEPT else other(match.group())[:-2] + match.group()[-3:]

    def counted(match: re.Match[str]) -> str:
        return str(11 + zlib.crc32(f"{event} {match.group()}".encode()) % 900)

    paragraphs = base.text.split("\n\n")
    kept = [text for place, text in enumerate(paragraphs) if place < 4 or (place + teller) % 3]
    text = _WORD.sub(reworded, _NAME.sub(renamed, "\n\n".join(kept)))
    return _FIGURE.sub(counted, text) + f"\n\nOutlet {teller} of {event} reports."


def measure(count: int, of_one_event: int, pipeline: Pipeline, settings: Settings) -> tuple[Clock, int]:
    """The times of a day of so many articles, and how many stories they made."""
    clock, cards = Clock(), []
    with tempfile.TemporaryDirectory() as folder, Memory(Path(folder) / "store.db", print) as memory:
        for number, text in enumerate(islice(articles(of_one_event), count)):
            article = clock.time("read", lambda text=text, number=number: read_text(text, f"{number}.txt", DAY).article)  # type: ignore[misc]
            key = clock.time("remember", lambda article=article: card_key(article, pipeline, settings))  # type: ignore[misc]
            card = clock.time("card", lambda article=article: pipeline.card(article))  # type: ignore[misc]
            clock.time("remember", lambda key=key, card=card: memory.keep_card(key, card))  # type: ignore[misc]
            cards.append(lean(card))
        made = Made(created=f"{DAY}T00:00:00+00:00", tool_version="", engine="extractive", cards=count, seconds=0)
        edition = Edition(DAY, "UTC", DAY)
        briefing = clock.time("stories", lambda: briefing_of(cards, (), made, edition, memory.before(DAY)))
        cards.clear()  # as a run does
        clock.time("remember", lambda: memory.remember(briefing))
        for form in ("markdown", "html", "json"):
            clock.time(form, lambda form=form: render_briefing(briefing, form))  # type: ignore[misc]
    return clock, len(briefing.stories)


def peak() -> int:
    """The most memory that this process had, in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) // 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=1000, help="articles of the largest day")
    parser.add_argument("--of-one-event", type=int, default=_OF_ONE_EVENT, help="articles that tell the same event")
    parser.add_argument("--nlp", choices=["auto", "off"], default="off")
    arguments = parser.parse_args()
    one_thread()
    settings = Settings(nlp=arguments.nlp)
    pipeline = pipeline_for(settings)
    measure(_OF_ONE_EVENT, _OF_ONE_EVENT, pipeline, settings)  # imports, and fills caches
    for count in (arguments.most // 4, arguments.most // 2, arguments.most):
        clock, stories = measure(count, arguments.of_one_event, pipeline, settings)
        total = sum(clock.spent.values())
        shares = ", ".join(f"{step} {100 * spent / total:.0f}%" for step, spent in clock.spent.items())
        print(
            f"{count:5} articles, {stories} stories: {total:6.1f} s, {count / total:5.0f} a second, peak {peak()} MB: {shares}"
        )


if __name__ == "__main__":
    main()
