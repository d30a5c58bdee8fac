from __future__ import annotations

import json
import subprocess
import sys
from typing import get_args

import pytest

from summarize.briefing import Briefing
from summarize.rendering.briefing import Form, render_briefing, to_json

from . import goldens, samples
from .hostile import hostile


@pytest.mark.parametrize("name", sorted(path.name for path in goldens.FOLDER.iterdir()))
def test_golden(name: str) -> None:
    """Each form looks as it did; after a wanted change: `python -m tests.rendering.briefing.goldens`."""
    assert goldens.contents()[name] == goldens.stored(name)


def test_every_golden_is_one() -> None:
    """Every form has its golden file, and every golden file its form."""
    assert {path.name for path in goldens.FOLDER.iterdir()} == set(goldens.contents())


@pytest.mark.parametrize("briefing", [samples.full(), samples.empty()])
def test_json_round_trip(briefing: Briefing) -> None:
    """A briefing read back from its JSON is the same briefing."""
    assert Briefing.model_validate_json(to_json(briefing)) == briefing


def test_json_of_before_opens() -> None:
    """A briefing of before kinds of pieces were told apart opens, and each form shows all of its stories' headlines."""

    def without(value: object) -> object:
        if isinstance(value, dict):
            return {
                name: without(each)
                for name, each in value.items()
                if name not in {"slot", "comments"}
                and (name != "attributed_to" or ("about" in value and "line" in value))
            }
        return [without(each) for each in value] if isinstance(value, list) else value

    old = Briefing.model_validate(without(json.loads(to_json(samples.full()))))
    assert old == samples.full()
    for form in ("markdown", "html", "eml"):
        assert "Library opens on Sundays" in render_briefing(old, form)


def test_json_with_what_acts_on_terminals() -> None:
    """What would act on a terminal, and a lone surrogate, are written as escapes; the data is unchanged."""
    briefing = hostile("\x1b[2J\u202e\u009b").model_copy(update={"title": "a\ud800"})
    document = to_json(briefing)
    assert json.loads(document)["title"] == "a\ud800"
    assert not {"\x1b", "\u202e", "\u009b", "\ud800"} & set(document)


def test_imports_what_it_needs() -> None:
    """JSON needs no template engine; Markdown and HTML do."""
    script = (
        "import sys\nfrom tests.rendering.briefing import samples\nfrom summarize.rendering.briefing import render_briefing\n"
        "render_briefing(samples.full(), 'json')\nprint('jinja2' in sys.modules)\n"
        "render_briefing(samples.full(), 'markdown')\nprint('jinja2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_one_line_end() -> None:
    """Every form ends in exactly one line end."""
    for form in get_args(Form):
        document = render_briefing(samples.full(), form)
        assert document.endswith("\n")
        assert not document.endswith("\n\n")
