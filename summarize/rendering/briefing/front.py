"""The YAML front matter of a briefing in Markdown: what tools that sort notes and pages read."""

from __future__ import annotations

import json
import re

from summarize.briefing import Briefing
from summarize.rendering import safe
from summarize.rendering.briefing.phrases import title

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ACTS = re.compile(r"[<>\[\]`@]|:(?=//)")  # where front matter is not known, it is shown as Markdown
_NOT_IN_YAML = re.compile("[\ufffe\uffff]")  # no character, and refused by readers even between quotation marks


def front_matter(briefing: Briefing) -> str:
    """One block, each value on one line. A text stands in quotation marks as in JSON, which YAML reads the same."""
    made = briefing.made
    day = safe.one_line(briefing.date)
    lines = {
        "title": _quote_for_yaml(title(briefing)),
        "date": day if _DATE.fullmatch(day) else _quote_for_yaml(day),
        "zone": _quote_for_yaml(briefing.zone),
        "articles": str(sum(article.earlier is None for article in briefing.articles)),
        "stories": str(len(briefing.stories)),
        "skipped": str(len(briefing.skipped)),
        "engine": _quote_for_yaml(made.engine),
        "model": _quote_for_yaml(made.model),
        "cost_usd": "null" if made.cost_usd is None else f"{made.cost_usd:.4f}",
        "tool": _quote_for_yaml(f"summarize {made.tool_version}"),
    }
    return "\n".join(["---", *(f"{name}: {value}" for name, value in lines.items()), "---"])


def _quote_for_yaml(text: str | None) -> str:
    if text is None:
        return "null"
    quoted = _NOT_IN_YAML.sub("\ufffd", json.dumps(safe.one_line(text), ensure_ascii=False))
    return _ACTS.sub(lambda found: f"\\x{ord(found[0]):02X}", quoted)
