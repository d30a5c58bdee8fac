from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from summarize.errors import ConfigurationError, UsageError
from summarize.rendering.briefing import check_template, render_briefing, to_markdown
from summarize.rendering.briefing.form import NAMES, MarkdownForm
from summarize.rendering.briefing.plan import Plan
from summarize.rendering.briefing.template import BUILT_IN
from summarize.resources import templates
from tests.rendering.test_safe import DENSE_TEXT

from . import samples
from .hostile import hostile


def test_own_template() -> None:
    """A template of the user's has the briefing's fields and the functions; its marks get their targets."""
    template = "# {{ briefing.title }}\n{% for story in told %}\n- {{ line(story.lede) }} {{ story.coverage.single }}\n{% endfor %}"
    document = to_markdown(samples.full(), template)
    assert document.startswith("# Coast desk\n- Forty-one people")
    assert document.count("\n- ") == 4
    assert "\n[4:57–167]: https://fjordradio.example/ferry#:~:text=" in document


@pytest.mark.parametrize("language", ["en", "de"])
def test_words_of_an_own_template(language: str) -> None:
    """`label` of words that only the user's template has gives them as they are, in any language; what has a row is in the language."""
    template = '{{ label("Headlines of {day}", day="Monday") }} {{ label("Top lines") }}'
    top = {"en": "Top lines", "de": "Das Wichtigste"}[language]
    assert to_markdown(samples.full(), template, language=language).startswith(f"Headlines of Monday {top}")


@settings(max_examples=40)
@given(DENSE_TEXT.filter(bool))
def test_values_are_escaped(payload: str) -> None:
    """However a template handles a text, what it prints is escaped, and a template in a text stays a text."""
    template = (
        "x {{ briefing.title }}\n\nx {{ briefing.title | upper | lower }}\n\nx {{ 'a' ~ briefing.title }}\n\n"
        "x {% set y = briefing.title %}{{ y }}\n\nx {{ line(told[0].lede) ~ briefing.title }}"
    )
    document = to_markdown(hostile(payload), template)
    assert not re.search(r"(?<!\\)!?\[(?!\d+:)[^\]]*(?<!\\)\]\(", re.sub("`[^`]*`", "", document))
    assert not re.search(r"<[a-z/!]", re.sub("`[^`]*`", "", document))
    assert document.count("\n\n") <= 5


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("a\n{% if %}", r"mine\.j2, line 2: .*"),
        ("{{ a }", r"mine\.j2, line 1: .*"),
        ("\n\n{{ nobody }}", r"mine\.j2, line 3: nothing is called 'nobody'; there are ahead, .*"),
        ("{{ briefing.title | safe }}", r"mine\.j2, line 1: No filter named 'safe'\."),
        ("\n{% macro a() %}x{% endmacro %}", r"mine\.j2, line 2: a macro cannot be used in a template"),
        ("{% filter upper %}x{% endfilter %}", r"mine\.j2, line 1: a filter block cannot be used in a template"),
        ("{% autoescape false %}x{% endautoescape %}", r"mine\.j2, line 1: autoescape cannot be used in a template"),
        ("{% include '../../etc/passwd' %}", r"mine\.j2, line 1: an include cannot be used in a template"),
    ],
)
def test_broken_template(template: str, message: str) -> None:
    """What cannot work is refused before there is a briefing, in one line with the file and the line."""
    for use in (lambda: check_template(template, "mine.j2"), lambda: to_markdown(samples.empty(), template, "mine.j2")):
        with pytest.raises(ConfigurationError) as refused:
            use()
        assert re.fullmatch(message, str(refused.value))


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("a\n{{ briefing.nothing }}", r"mine\.j2, line 2: .*no attribute 'nothing'.*"),
        ("a\n\n{{ 1 / 0 }}", r"mine\.j2, line 3: division by zero"),
        ("{{ briefing.model_dump() }}", r"mine\.j2, line 1: .*unsafe.*"),
        ("{{ briefing.__class__.__mro__ }}", r"mine\.j2, line 1: .*unsafe.*"),
        ("{{ briefing.parse_file('/etc/passwd') }}", r"mine\.j2, line 1: .*unsafe.*"),
        ("{{ line.__func__.__globals__ }}", r"mine\.j2, line 1: .*unsafe.*"),
        ("{{ line(5) }}", r"mine\.j2, line 1: .*"),
    ],
)
def test_template_that_fails(template: str, message: str) -> None:
    """What goes wrong in filling a template is told in the same way, and a template reaches nothing but values."""
    check_template(template, "mine.j2")
    with pytest.raises(ConfigurationError) as refused:
        to_markdown(samples.empty(), template, "mine.j2")
    assert re.fullmatch(message, str(refused.value))


def test_names() -> None:
    """The names that a template is checked against are those that it can use, and the built-in template tells of each."""
    assert set(MarkdownForm(samples.full(), Plan(), 0).values()) == set(NAMES)
    told = re.findall(r"\w+", (templates() / BUILT_IN).read_text(encoding="utf-8"))
    assert set(NAMES) <= set(told)


def test_only_markdown_has_templates() -> None:
    """A template for another form is a mistake in the call."""
    with pytest.raises(UsageError, match="not for html"):
        render_briefing(samples.empty(), "html", "x")
