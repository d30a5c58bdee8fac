from __future__ import annotations

import asyncio
import doctest
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

import summarize

# What other programs may import from `summarize`: a name leaves this list only with a change of the major version.
PUBLIC = [
    "Article",
    "ArticleError",
    "Briefing",
    "Card",
    "Change",
    "Checked",
    "ConfigurationError",
    "Draft",
    "Drafted",
    "Engine",
    "Evidence",
    "Findings",
    "GroundingError",
    "MeasurementError",
    "ModelError",
    "Outcome",
    "Pipeline",
    "ReadOptions",
    "Reading",
    "Run",
    "Settings",
    "Span",
    "SummarizeError",
    "UsageError",
    "abrief",
    "brief",
    "brief_day",
    "check",
    "compare",
    "correct",
    "evaluate",
    "judge_for",
    "pipeline_for",
    "read",
    "read_all",
    "read_bytes",
    "read_text",
    "render",
    "render_briefing",
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


def test_version() -> None:
    """`summarize.__version__` is the installed version."""
    assert summarize.__version__ == version("summarize")


def test_paths_are_read_and_texts_are_not(tmp_path: Path) -> None:
    """`brief` and `read` take a Path; a text given in a path's place is told what reads it."""
    path = tmp_path / "story.txt"
    path.write_text(
        "LEEDS, March 3 2026 (Post) - A footbridge reopened on Tuesday, the council said.", encoding="utf-8"
    )
    settings = summarize.Settings(nlp="off")
    assert summarize.brief(path, settings=settings).article.source == str(path)
    assert [outcome.error for outcome in summarize.read_all([path])] == [None]
    with pytest.raises(summarize.UsageError, match=r"read_text\(text\)"):
        summarize.brief("A footbridge reopened.\n\nIt had been shut.", settings=settings)


def test_an_article_of_ones_own() -> None:
    """An article needs no id made by hand: it is the one that reading gives the same text."""
    text = "A footbridge reopened on Tuesday."
    assert summarize.Article(text=text).id == summarize.read_text(text).article.id


def test_a_card_shows_itself() -> None:
    """A card's repr, also as it is printed, is a line that says what it is about; a notebook shows it in Markdown, or as a page in a frame of its own."""
    card = summarize.pipeline_for(summarize.Settings(nlp="off")).card(
        summarize.Article(text="A footbridge <b>reopened</b> on Tuesday, the council said.")
    )
    assert str(card) == repr(card)
    assert len(repr(card)) < 300
    assert "A footbridge" in repr(card)
    assert card._repr_markdown_() == summarize.render(card, "markdown")
    frame = card._repr_html_()
    assert frame.startswith('<iframe srcdoc="')
    assert frame.count("<") == 2, "nothing of the page may be live outside the frame"


def test_what_a_card_holds_shows_itself_in_a_line() -> None:
    """The repr of an article or item cuts long texts, counts long lists and leaves out what nobody set; values told apart by a short text still are."""
    said = "We waited for the bridge to open again " * 9
    article = summarize.Article(text=f"A footbridge reopened on Tuesday. “{said.strip()}.” said Ann Lee, an engineer.")
    card = summarize.pipeline_for(summarize.Settings(nlp="off")).card(article)
    (quote,) = card.quotes
    for value in (article, quote, *card.items()):
        assert len(repr(value)) < 300
    assert "speakers=('Ann Lee',)" in repr(quote)
    assert "{}" not in repr(article)  # nor what is as by default
    assert repr(quote).startswith("Quote(evidence=<1>, text='We waited")
    assert article.text not in repr(article)
    assert "title" not in repr(article)


def test_a_briefing_shows_itself() -> None:
    """A briefing's repr is a line; a notebook shows it in Markdown, or as a page in a frame of its own."""
    article = summarize.Article(
        text="A footbridge <b>reopened</b> on Tuesday, the council said.", published="2026-03-03"
    )
    card = summarize.pipeline_for(summarize.Settings(nlp="off")).card(article)
    briefing = summarize.brief_day([card], "2026-03-03", zone="Europe/London")
    assert str(briefing) == repr(briefing)
    assert len(repr(briefing)) < 300
    assert "2026-03-03" in repr(briefing)
    whole = summarize.render_briefing(briefing, "markdown")
    assert whole.startswith("---\n")
    assert briefing._repr_markdown_().startswith("# ")
    assert whole.endswith(briefing._repr_markdown_())
    frame = briefing._repr_html_()
    assert frame.startswith('<iframe srcdoc="')
    assert "footbridge" in frame
    assert frame.count("<") == 2, "nothing of the page may be live outside the frame"


def test_pipelines_are_context_managers() -> None:
    """`with` and `async with` hold a pipeline, and the latter closes its engine."""
    article = summarize.Article(text="A footbridge reopened on Tuesday, the council said.")
    with summarize.pipeline_for(summarize.Settings(nlp="off")) as pipeline:
        assert pipeline.card(article).what

    async def one() -> summarize.Card:
        async with summarize.pipeline_for(summarize.Settings(nlp="off")) as held:
            return await held.acard(article)

    assert asyncio.run(one()).what
