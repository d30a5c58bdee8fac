from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
_SCRIPT = """
import json, sys
sys.argv = ["summarize", *json.loads(sys.argv[1])]
from summarize.cli import main
try:
    main()
except SystemExit as exit:
    assert not exit.code, exit.code
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def modules_of(*arguments: str) -> set[str]:
    """What a fresh process has imported after a command, by its full name."""
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, json.dumps(arguments)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "SUMMARIZE_NLP": "off"},
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def imported_by(*arguments: str) -> set[str]:
    """The top-level packages that a fresh process has imported after a command."""
    return {name.partition(".")[0] for name in modules_of(*arguments)}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["brief", "--help"],
        ["evidence", "--help"],
        ["show", "--help"],
        ["daily", "--help"],
        ["batch", "--help"],
        ["batch", "make", "--help"],
        ["search", "--help"],
    ],
)
def test_help_is_light(arguments: list[str]) -> None:
    """Asking for help imports nothing that only a run needs."""
    assert not imported_by(*arguments) & {
        "openai",
        "instructor",
        "trafilatura",
        "lxml",
        "aiohttp",
        "protego",
        "pypdf",
        "jinja2",
        "spacy",
        "numpy",
        "tenacity",
        "markdown_it",
        "httpx",
        "rich",
    }


def test_first_help_needs_no_pydantic() -> None:
    """The list of commands is shown without the models (typer itself needs pydantic for the options of a command)."""
    assert "pydantic" not in modules_of("--help")  # one module of it has a stand-in, which is no part of it


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_brief_by_rules_is_light(form: str) -> None:
    """A card by rules imports neither a language model's client, nor the NLP model, nor what only other forms need."""
    heavy = {
        "openai",
        "instructor",
        "tenacity",
        "spacy",
        "numpy",
        "markdown_it",
        "trafilatura",
        "lxml",
        "aiohttp",
        "yarl",
        "protego",
        "pypdf",
        "httpx",
        "rich",
        "charset_normalizer",
    }
    heavy |= set() if form == "html" else {"jinja2"}
    assert not imported_by("brief", str(SEEDS / "harbour-fire.txt"), "--format", form) & heavy


def test_a_card_waits_for_no_briefing() -> None:
    """A card is made without the models of briefings, what reads a parse, or typer's validators: its options are taken as they are given."""
    modules = modules_of("brief", str(SEEDS / "harbour-fire.txt"), "--nlp", "off", "--language", "en")
    assert not modules & {"summarize.briefing", "summarize.evidence.removable.branches", "typer._adapters"}


def test_markdown_is_parsed_when_needed() -> None:
    """The probe sees what is imported: an article in Markdown does need the Markdown parser."""
    assert "markdown_it" in imported_by("brief", str(SEEDS / "composer-interview.md"), "--format", "json")


def test_nothing_is_looked_through_at_the_end() -> None:
    """What a command has made is left to the system as a whole: looking for garbage in it would cost an eighth of a card."""
    script = (
        "import atexit, gc, sys\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 1_000, file=sys.stderr))\n"
        "sys.argv = ['summarize', '--version']\n"
        "from summarize.cli import main\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "True\n"
