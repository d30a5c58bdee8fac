"""Templates of the Markdown form, which a user can replace: Jinja, in a sandbox, with every value escaped.

A template's own text is Markdown. Whatever it prints with `{{ }}` is a value and is escaped, so that text of an article is never
Markdown, nor ever a template; only `Markdown`, which the functions given to templates make, stands as it is. There is no way to
switch this off, and what would take printed text up again to change it (macros, `set` blocks, `filter` blocks) is refused.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from summarize import resources
from summarize.errors import ConfigurationError
from summarize.rendering import safe
from summarize.rendering.labels import label, label_or_own, number

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

BUILT_IN = "briefing.md.j2"


class Markdown(str):
    """Markdown that may stand as it is. Whatever is done to it makes a plain string of it, which is escaped again."""

    __slots__ = ()


def escaped(value: Any) -> Markdown:
    """A value of any kind as Markdown that shows it; nothing for None."""
    if isinstance(value, Markdown):
        return value
    return Markdown("" if value is None else safe.markdown(str(value)))


def fill(template: str | None, name: str, values: Mapping[str, Any]) -> str:
    """The template, or the built-in one, filled with `values`.

    Raises:
        ConfigurationError: the template is the user's, and something is wrong with it.
    """
    if template is None:
        return str(_environment().get_template(BUILT_IN).render(values))
    check_template(template, name, values)
    try:
        return str(_compile_template(template).render({**values, "label": label_or_own}))
    except _faults() as error:
        raise ConfigurationError(_message(error, name)) from error


def _faults() -> tuple[type[Exception], ...]:
    """What a template can do wrong with sound values: its own errors, and those of the arithmetic and look-ups that it asks for."""
    from jinja2 import TemplateError  # noqa: PLC0415 - few runs have a template of their own

    return (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def check_template(text: str, name: str, known: Mapping[str, Any] | None = None) -> None:
    """Refuse a template that cannot work, before there is a briefing: its syntax, what it may not do, names that nothing bears.

    Args:
        text: the template.
        name: its file, for the message.
        known: the names that it can use; None: those of a briefing.

    Raises:
        ConfigurationError: something is wrong with it; the message is one line, with the file and the line in it.
    """
    import jinja2  # noqa: PLC0415 - the other forms of a briefing do without
    from jinja2 import meta, nodes  # noqa: PLC0415

    environment = _environment()
    try:
        tree = environment.parse(text)
        _compile_template(text)
    except jinja2.TemplateSyntaxError as error:
        raise ConfigurationError(
            f"{name}, line {error.lineno}: {safe.one_line(error.message or 'not a template')}"
        ) from None
    for node, what in _refused_nodes(tree):
        raise ConfigurationError(f"{name}, line {node.lineno}: {what} cannot be used in a template")
    if known is None:
        from summarize.rendering.briefing.form import NAMES  # noqa: PLC0415 - which imports this module

        known = dict.fromkeys(NAMES)
    unknown = meta.find_undeclared_variables(tree) - set(known) - set(environment.globals)
    for used in tree.find_all(nodes.Name):
        if used.name in unknown:
            names = ", ".join(sorted(known))
            raise ConfigurationError(f"{name}, line {used.lineno}: nothing is called {used.name!r}; there are {names}")


def _refused_nodes(tree: nodes.Template) -> Iterator[tuple[nodes.Node, str]]:
    from jinja2 import nodes  # noqa: PLC0415

    refused: dict[type[nodes.Node], str] = {
        nodes.Macro: "a macro",
        nodes.CallBlock: "a call block",
        nodes.FilterBlock: "a filter block",
        nodes.AssignBlock: "a set block (a `set` with `=` can)",
        nodes.ScopedEvalContextModifier: "autoescape",
        nodes.Import: "an import",
        nodes.FromImport: "an import",
        nodes.Include: "an include",
        nodes.Extends: "extends",
    }
    for node in tree.find_all(tuple(refused)):
        yield node, refused[type(node)]


@cache
def _environment() -> Environment:
    import jinja2  # noqa: PLC0415
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    class Sandbox(ImmutableSandboxedEnvironment):
        """Templates see the fields and properties of a briefing's values, not the methods of the library they are made with."""

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            if isinstance(obj, BaseModel):
                return attr in type(obj).model_fields or isinstance(getattr(type(obj), attr, None), property)
            return super().is_safe_attribute(obj, attr, value)

    environment = Sandbox(
        loader=jinja2.FileSystemLoader(resources.templates()),
        undefined=jinja2.StrictUndefined,
        finalize=escaped,
        autoescape=False,  # `finalize` escapes, for Markdown and not for HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name in ("safe", "escape", "e", "forceescape", "urlize", "xmlattr", "tojson", "random", "pprint"):
        environment.filters.pop(name, None)  # for HTML, or not the same each time
    environment.globals.update(label=label, number=number)
    return environment


def _compile_template(text: str) -> Any:
    return _environment().from_string(text)


def _message(error: Exception, name: str) -> str:
    frames = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    place = f"{name}, line {frames[-1]}" if frames and frames[-1] else name
    return f"{place}: {safe.one_line(str(error)) or type(error).__name__}"
