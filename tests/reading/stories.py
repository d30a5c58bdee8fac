"""What the tests of reading many sources share: a story, its page, and how what came of each source is told."""

from __future__ import annotations

import json
from typing import Any

from summarize.reading import Outcome, ReadOptions
from tests.reading.web.site import HOST, Site

STORY = "The harbour board approved a second ferry terminal on Saturday, and it is to open in the spring."


PAGE = f"""<!doctype html><html lang=en><head><title>Terminal approved</title>
<meta property="article:published_time" content="2026-03-14T09:30:00Z"></head><body><article><h1>Terminal approved</h1>
<p>{STORY}</p><p>“It was time,” said Hanna Osei, who has chaired the board of the harbour for nine years.</p>
<p>Trains will call at the terminal from the first day, the railway said on Sunday in a statement.</p></article></body></html>"""


def lines(*values: Any) -> str:
    return "".join((value if isinstance(value, str) else json.dumps(value)) + "\n" for value in values)


def texts(outcomes: list[Outcome]) -> list[str]:
    """What came of each: the article's name, `!` and the beginning of an error, or `?` and the beginning of a remark."""
    return [
        each.reading.article.source.rpartition("/")[2]
        if each.reading
        else f"!{each.error}"
        if each.error
        else f"?{each.told}"
        for each in outcomes
    ]


def options(site: Site, **others: Any) -> ReadOptions:
    """Those by which a site on this machine is read."""
    return ReadOptions(trusted=frozenset({(HOST, site.port)}), delay=0, **others)
