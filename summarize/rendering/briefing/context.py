"""The words around a citation: enough to judge it by, and never more than a page can carry."""

from __future__ import annotations

from typing import NamedTuple

from summarize.briefing import Cite

AROUND = 160  # characters before and after
_LONGEST = 1200  # of the cited words themselves; of more, the first and the last are shown


class Window(NamedTuple):
    """A citation with the words before and after it. An ellipsis stands where words of the same paragraph are left out."""

    before: str
    words: str
    after: str
    left_out: int  # characters of the citation that are not in `words`


def window(text: str, cite: Cite) -> Window:
    """The words around a citation in its paragraph, cut between words."""
    before = text[max(0, cite.start - AROUND) : cite.start].rpartition("\n")[2]
    after = text[cite.end : cite.end + AROUND].partition("\n")[0]
    if len(before) == AROUND < cite.start:
        before = "…" + (before[before.index(" ") :] if " " in before else before)
    if len(after) == AROUND < len(text) - cite.end:
        after = (after[: after.rindex(" ") + 1] if " " in after else after) + "…"
    left_out = max(0, len(cite.text) - _LONGEST)
    words = f"{cite.text[: _LONGEST // 2]} … {cite.text[-_LONGEST // 2 :]}" if left_out else cite.text
    return Window(before, words, after, left_out)
