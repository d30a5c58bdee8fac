"""What may be left out of some sentences by the parse, in lines that can be read: each sentence, and below it the parts that may go.

`python -m tests.evidence.removable.parts` writes `parts.txt` anew for the sentences that stand there. A part behind "!" is one of which
something must stay. Read what changed: a part that goes must leave a true sentence that nobody else has said.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from summarize.article import Article, article_id
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax, load

FILE: Final = Path(__file__).parent / "parts.txt"


def listed(sentence: str, model: Syntax) -> str:
    """A sentence with its parts, a line each."""
    article = Article(id=article_id(sentence), source="x", language="en", text=sentence)
    lines = [sentence]
    for found in find(article, model).sentences:
        lines += [f"    {sentence[part.start : part.end]}" for part in found.removable]
        lines += [f"    ! {sentence[part.start : part.end]}" for part in found.needed]
    return "\n".join(lines)


def blocks() -> list[str]:
    """What stands in the file, by sentence."""
    return FILE.read_text(encoding="utf-8").rstrip("\n").split("\n\n")


def main() -> None:
    """Write the file anew."""
    model = load()
    sentences = [block.partition("\n")[0] for block in blocks()]
    FILE.write_text("\n\n".join(listed(sentence, model) for sentence in sentences) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
