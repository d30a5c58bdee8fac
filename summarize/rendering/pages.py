"""Pages of HTML from templates, in which every value is escaped.

A template's own text is HTML. Whatever it prints with `{{ }}` is a value and passes through `safe`, so that text of an article is never
markup, nor ever a template. A line end in a template, and the indentation after it, are its layout and no part of the page.

Import this module only where a page is made: the terminal and the other forms do without the template engine.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources as packages

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

from summarize import resources
from summarize.rendering import safe
from summarize.rendering.labels import label, reason

_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_LAYOUT = re.compile(r"\s*\n\s*")


class _Unindented(Extension):
    """Takes line ends and indentation out of a template's own text, where a browser would show some of them as spaces."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            yield token._replace(value=_LAYOUT.sub("", token.value)) if token.type == "data" else token


def page(template: str, *, style: str, script: str, without_script: str | None = None, **values: object) -> str:
    """A page that loads nothing and runs only its own script, ending in one line end.

    Args:
        template: the name of a template that extends `base.html.j2`.
        style: its style sheet, of this package's own.
        script: its script, of this package's own.
        without_script: a style sheet for readers that run no script.
        values: what the template shows: `title` and whatever it names; `language` and `generator` may be left out.

    Raises:
        ValueError: a style sheet or the script would end its element early.
    """
    styles = [style] if without_script is None else [style, without_script]
    policy = (
        f"default-src 'none'; style-src {' '.join(map(_digest, styles))}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    own = {"style": _element_content("style", style), "script": _element_content("script", script)}
    if without_script is not None:
        own["without_script"] = _element_content("style", without_script)
    return _environment().get_template(template).render(policy=policy, **own, **values)


def fragment(template: str, **values: object) -> Markup:
    """A template filled as it stands, without the style sheet and script of a page: a part of one, a mail, a feed."""
    return Markup(_environment().get_template(template).render(**values))  # noqa: S704 - all that it printed was escaped


@cache
def asset(package: str, name: str) -> str:
    """A style sheet or script of this program's own, such as `page.css` of `summarize.rendering`."""
    return packages.files(package).joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _element_content(element: str, content: str) -> Markup:
    """Content of a `style` or `script` element, which HTML does not unescape."""
    if "</" in content:
        raise ValueError(f"this content would end its {element} element early")
    return Markup(content)  # noqa: S704 - the program's own, not an article's


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(resources.templates()),
        undefined=StrictUndefined,
        finalize=_escape_value,
        autoescape=True,
        auto_reload=False,
        extensions=[_Unindented],
    )
    environment.filters |= {"line": _line, "dotted": _join_with_dots, "xml": _xml}
    environment.globals |= {"label": label, "reason": reason}
    return environment


def _escape_value(value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    if value is None:
        raise TypeError("a template prints a value that is not there")
    return Markup(safe.html(str(value)))  # noqa: S704 - escaped just now


def _line(text: str) -> str:
    if isinstance(text, Markup):
        raise TypeError("a template takes up again what was escaped before")
    return safe.visible(text)


def _xml(text: str) -> str:
    """`line` for a document of XML, which has no room for two characters that HTML passes over."""
    return _NOT_IN_XML.sub("\ufffd", _line(text))


def _join_with_dots(parts: Iterable[str]) -> str:
    return " · ".join(map(_line, parts))
