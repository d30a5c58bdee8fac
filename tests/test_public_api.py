from __future__ import annotations

import doctest
import subprocess
import sys
from types import ModuleType

import pytest

import summarize

# What other programs may import from `summarize`: a name leaves this list only with a change of the major version.
PUBLIC = [
    "Article",
    "ArticleError",
    "Card",
    "Checked",
    "ConfigurationError",
    "Evidence",
    "Findings",
    "GroundingError",
    "MeasurementError",
    "ModelError",
    "Outcome",
    "Pipeline",
    "ReadOptions",
    "Reading",
    "Settings",
    "Span",
    "SummarizeError",
    "UsageError",
    "abrief",
    "brief",
    "check",
    "judge_for",
    "pipeline_for",
    "read",
    "read_all",
    "read_text",
    "render",
]


def test_all_is_the_public_list() -> None:
    """`summarize.__all__` and dir() are the public list, in order."""
    assert summarize.__all__ == PUBLIC
    assert dir(summarize) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there(name: str) -> None:
    """Every public name imports, is no module, and has a docstring of its own."""
    value = getattr(summarize, name)
    assert not isinstance(value, ModuleType)
    assert value.__doc__


def test_star_import() -> None:
    """`from summarize import *` gives the public names and nothing else."""
    namespace: dict[str, object] = {}
    exec("from summarize import *", namespace)  # the statement itself is what is tested
    assert sorted(set(namespace) - {"__builtins__"}) == PUBLIC


def test_unknown_name() -> None:
    """A name that is not there is an AttributeError, as for any module."""
    with pytest.raises(AttributeError, match="no attribute 'summary'"):
        _ = summarize.summary


def test_import_is_light() -> None:
    """`import summarize` alone imports none of the package's own modules: each name is imported when first asked for."""
    script = "import sys, summarize; print([name for name in sys.modules if name.startswith('summarize.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_docstring_example(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example at the top of the package runs as printed."""
    monkeypatch.setenv("SUMMARIZE_NLP", "off")
    results = doctest.testmod(summarize)
    assert results.attempted > 0
    assert results.failed == 0
