"""What templates of pages may print, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from jinja2 import UndefinedError

from summarize.rendering import safe
from summarize.rendering.pages import _environment

from .test_safe import DENSE_TEXT


def filled(template: str, **values: Any) -> str:
    return _environment().from_string(template).render(values)


@given(DENSE_TEXT)
def test_what_is_printed_is_escaped(payload: str) -> None:
    """A text comes out as `safe.html` has it, through a macro, joined or on one line as well, and is never a template."""
    macro = "{% macro m(x) %}<p>{{ x }}</p>{% endmacro %}"
    assert filled(macro + "{{ m(x) }}", x=payload) == f"<p>{safe.html(payload)}</p>"
    assert filled("{{ [x, x] | dotted }}", x=payload) == safe.html(f"{safe.visible(payload)} · {safe.visible(payload)}")
    assert filled("<i title='{{ x | line }}'>", x=payload) == f"<i title='{safe.html(safe.visible(payload))}'>"


def test_the_layout_of_a_template_is_no_space_in_the_page() -> None:
    """A line end and the indentation after it are gone from a template's own text, and stay in a value."""
    assert (
        filled("<ul>\n  <li>{{ x }} <b>\n    {% if 1 %}\n c{% endif %}</b>\n", x="a\n  b") == "<ul><li>a\n  b <b>c</b>"
    )


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{{ none_such }}", UndefinedError),
        ("{{ nothing }}", TypeError),
        ("{% macro m() %}&lt;{% endmacro %}{{ m() | line }}", TypeError),
    ],
)
def test_mistakes_of_templates_are_errors(template: str, error: type[Exception]) -> None:
    """A name that nothing bears, a value that is not there, and what was escaped before and would be so again."""
    with pytest.raises(error):
        filled(template, nothing=None)
