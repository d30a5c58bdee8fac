"""Write the goldens of the two days anew: python -m tests.daily.goldens"""

from __future__ import annotations

from pathlib import Path

from summarize.rendering.briefing import render_briefing
from tests.daily.seeds import DAYS, briefings

FOLDER = Path(__file__).parent / "golden"
FORMS = {".md": "markdown", ".json": "json"}


def texts() -> dict[str, str]:
    """The goldens by file name."""
    return {
        f"{day}{ending}": render_briefing(briefing, "markdown" if ending == ".md" else "json")
        for day, briefing in zip(DAYS, briefings(), strict=True)
        for ending in FORMS
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
