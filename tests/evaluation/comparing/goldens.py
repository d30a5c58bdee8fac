"""Golden files: a comparison and a gate as they are shown. `python -m tests.evaluation.comparing.goldens` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from summarize.evaluation.comparing.baseline import entry_of
from summarize.evaluation.comparing.compare import compare
from summarize.evaluation.comparing.compare_page import compare_page
from summarize.evaluation.comparing.gate import gate
from summarize.evaluation.comparing.gate_page import gate_page
from summarize.evaluation.comparing.outcome import Outcomes
from summarize.evaluation.comparing.page import to_markdown, to_terminal

from . import runs

FOLDER = Path(__file__).parent / "golden"


def outcomes() -> Outcomes:
    """A run that passes, one that fell, and one that cannot be measured."""
    before, after = runs.before(), runs.after()
    fallen = after.model_copy(update={"prompt_digest": None, "nlp": None})
    entry = entry_of(before)
    return Outcomes(runs=(gate(before, entry), gate(fallen, entry), gate(after, entry)))


def rendered() -> Iterator[tuple[str, str]]:
    """The name of each golden file and what it must hold."""
    comparison, held = compare(runs.before(), runs.after()), outcomes()
    for width in (80, 160):
        yield f"compare-{width}.txt", to_terminal(compare_page(comparison), width=width, color=False)
        yield f"gate-{width}.txt", to_terminal(gate_page(held), width=width, color=False)
    yield "compare-80-color.txt", to_terminal(compare_page(comparison), width=80, color=True)
    yield "compare-all.md", to_markdown(compare_page(comparison, every=True, limit=2))
    yield "gate-all.md", to_markdown(gate_page(held, every=True))


def main() -> None:
    """Write every golden file."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in rendered():
        (FOLDER / name).write_bytes(content.encode())


if __name__ == "__main__":
    main()
