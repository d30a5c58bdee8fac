"""How many words a form says that it has: those that are read."""

from __future__ import annotations

import re

import pytest

from summarize.briefing import BUDGETS, Length
from summarize.rendering.briefing import to_html, to_markdown
from summarize.rendering.briefing.counting import words_in, words_on
from summarize.rendering.briefing.mail import to_mail

from . import samples
from .many import large


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("## Top lines", 2),
        ("- **1.** Four dead (Quay Gazette [1:20–177])", 5),
        ("20 November · £1.9 million — “he said”", 6),
        ("[1:20–177], [2:3–4]; Quay-side", 1),
        ("[Title of it][1] → 9", 4),
    ],
)
def test_words_of_a_text(text: str, count: int) -> None:
    """A word has a letter or a digit; signs and marks are none."""
    assert words_in(text) == count


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("<p>Two words</p>", 2),
        ("<p>one</p><p>two</p>", 2),
        ("<p>one<strong>half</strong></p>", 1),
        ("<details><summary>More: 1 fact</summary><p>not read</p></details> read", 4),
        ("<details><p>not</p><details><summary>nor this</summary></details></details>", 0),
        ("<nav>not read</nav><footer>nor that</footer><div hidden>nor this</div>read", 1),
        ('<p>said <a class="cite">Quay Gazette</a> <a class="cite">2</a></p>', 3),
        ("<head><title>not read</title></head><script>nor that</script><p>one<br>two</p>", 2),
    ],
)
def test_words_of_a_page(body: str, count: int) -> None:
    """What is folded is not read but for its title; nor are the contents, the foot, and what is hidden."""
    assert words_on(body) == count


@pytest.mark.parametrize("length", BUDGETS)
def test_a_page_has_the_words_of_its_length(length: Length) -> None:
    """As many words stand open on a page as its length has, within a tenth; it says how many, and that what is folded is not among them."""
    page = to_html(large(40).model_copy(update={"length": length}))
    count = words_on(page)
    assert f"{count:,} words, {max(1, round(count / 230))} minute" in page
    assert "what is folded not counted" in page
    assert 0.9 * BUDGETS[length] <= count <= 1.1 * BUDGETS[length]


def test_the_same_briefing_has_the_same_number_of_words() -> None:
    """Whether its cards were made or reused, and how long that took, is not counted."""
    numbers = set()
    for reused, seconds in ((0, 3.0), (6, 12345.6)):
        briefing = samples.full()
        made = briefing.made.model_copy(update={"reused": reused, "seconds": seconds})
        for form, make in (("md", to_markdown), ("html", to_html), ("eml", to_mail)):
            shown = make(briefing.model_copy(update={"made": made}))
            found = re.search(r"([\d,]+) words, \d", shown)
            assert found is not None
            numbers.add((form, found[1]))
    assert len(numbers) == 3
