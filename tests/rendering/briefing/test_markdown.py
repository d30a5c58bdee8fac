from __future__ import annotations

import datetime as dt
import email
import email.policy
import importlib.util
import re
from typing import get_args

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarize.briefing import BUDGETS, Briefing, Change, Indexed, Line, Skipped, Top
from summarize.briefing.briefing import Length
from summarize.rendering import safe
from summarize.rendering.briefing import to_html, to_markdown
from summarize.rendering.briefing.mail import to_mail
from summarize.rendering.briefing.once import told_once
from summarize.rendering.briefing.sources import address
from tests.rendering.cards import HOSTILE
from tests.rendering.test_safe import DENSE_TEXT, LINKED_BY_GITHUB

from . import samples
from .hostile import hostile
from .many import large

# Bare addresses become links here too, where the package for it is there; `LINKED_BY_GITHUB` looks for them in any case.
LINKIFY = importlib.util.find_spec("linkify_it") is not None
PARSER = MarkdownIt("commonmark", {"html": True, "linkify": LINKIFY}).enable(["table", "strikethrough"])
if LINKIFY:
    PARSER.enable("linkify")
OWN = {"heading", "paragraph", "bullet_list", "list_item", "blockquote", "strong", "link"}
ALLOWED = {f"{name}_{side}" for name in OWN for side in ("open", "close")} | {"text", "code_inline", "softbreak"}


def parts(document: str) -> tuple[dict[str, object], list[Token]]:
    """The front matter, and every token below it, those inside paragraphs in place of the paragraph's."""
    opening, front, body = document.split("---\n", 2)
    assert opening == ""
    (block,) = yaml.safe_load_all(front)
    return block, [part for token in PARSER.parse(body) for part in (token.children or [token])]


def headings(tokens: list[Token]) -> list[str]:
    return [token.tag for token in tokens if token.type == "heading_open"]


def check(briefing: Briefing) -> list[Token]:
    addresses = {address(article) for article in briefing.articles}
    front, tokens = parts(to_markdown(briefing))
    assert list(front) == "title date zone articles stories skipped engine model cost_usd tool".split()
    assert {token.type for token in tokens} <= ALLOWED
    for token in tokens:
        if token.type == "link_open":
            page, _, directive = str(token.attrs["href"]).partition(":~:")
            assert page.rstrip("#") in addresses
            assert not directive or directive.startswith("text=")
    assert not LINKED_BY_GITHUB.search("\n".join(token.content for token in tokens if token.type == "text"))
    return tokens


@pytest.mark.parametrize("length", ["short", "standard", "long"])
def test_only_our_own_structure(length: Length) -> None:
    """The only links lead to the articles; whatever they say, headings, lists and quotations are ours."""
    check(samples.full(length))


HARMLESS = headings(parts(to_markdown(hostile("word")))[1])


@settings(max_examples=60)
@given(DENSE_TEXT.filter(bool))
@example(HOSTILE)
@example("---\nx: y\n---\n# a\n[1]: https://evil.example/\n[1:0–4]: https://evil.example/")
@example("](https://evil.example/) ![x][1] [1:0–4]")
@example("| a | b |\n|---|---|\n```\n<b>\\")
@example("{{ 7 * 7 }}{% raw %}{# x #}")
def test_any_text(payload: str) -> None:
    """No text in any field makes a link, an image, HTML, a table or structure, nor is it taken for a template."""
    tokens = check(hostile(payload))
    assert headings(tokens) == HARMLESS
    assert safe.visible(payload) in "".join(token.content for token in tokens)


def test_front_matter_has_the_title_that_is_shown() -> None:
    """A briefing that nobody named is called the same in its front matter as in its heading, in the language that it is shown in."""
    document = to_markdown(samples.full().model_copy(update={"title": "Daily briefing"}), language="de")
    assert parts(document)[0]["title"] == "Tagesüberblick"
    assert "\n# Tagesüberblick\n" in document


def test_front_matter() -> None:
    """The values are those of the briefing, whatever they hold, and even read as Markdown they make no link and no HTML."""
    front, _ = parts(to_markdown(hostile(HOSTILE)))
    assert front["title"] == front["zone"] == safe.one_line(HOSTILE)
    block = to_markdown(hostile(HOSTILE)).split("---\n", 2)[1]
    kinds = {part.type for token in PARSER.parse(block) for part in (token.children or [token])}
    assert not kinds & {"link_open", "image", "html_inline", "html_block"}
    assert parts(to_markdown(samples.full()))[0] == {
        "title": "Coast desk",
        "date": dt.date(2026, 11, 20),
        "zone": "Europe/Oslo",
        "articles": 6,
        "stories": 4,
        "skipped": 3,
        "engine": "model",
        "model": "example-small",
        "cost_usd": 0.0031,
        "tool": "summarize 0.2.0",
    }


def test_every_statement_has_its_mark() -> None:
    """Each line of the sections that state something ends with the place where an article says so, or holds one."""
    document = to_markdown(samples.full("long"))
    stating = document[document.index("## Top lines") : document.index("## Sources")].splitlines()
    ours = (
        "#",
        ">",
        "Warning: ",
        "**",
        "Sources: ",
        "- **Nothing new:**",
        "- **New:**",
        "- **Corrected",
        "- treated",
        "- where the fire",
        "- independent",
        "- articles",
    )
    for line in filter(None, stating):
        assert line.startswith(ours) or ("[" in line and "–" in line), line


def test_marks_lead_to_the_words() -> None:
    """A mark of an article on the web is a link with a text fragment; that of a file names the article and the range."""
    document = to_markdown(samples.full())
    assert "(Quay Gazette [1:73–202])" in document
    assert "\n[1:73–202]: https://quay.example/2026/11/20/rope_works#:~:text=Forty%2Done%20people" in document
    assert "[5:0–16]" in document
    assert "\n[5:0–16]:" not in document


def test_nothing_empty() -> None:
    """A day without a story says so in one sentence, names what was left out, and has no section without content."""
    document = to_markdown(samples.empty())
    assert headings(parts(document)[1]) == ["h1", "h2"]
    assert "There is nothing to tell: no article was read for 21 November 2026." in document
    assert "- Left out: inbox/logo.png: not a text" in document
    read = samples.full().model_copy(
        update={"stories": (), "top": (), "previous": None, "full": 0, "ahead": (), "index": ()}
    )
    assert "There is no story for 20 November 2026: none of the 6 articles read tells one." in to_markdown(read)


def test_changes() -> None:
    """What changed is told with both values; of stories that stayed as they were, one line; without an earlier briefing, or news, nothing."""
    document = to_markdown(samples.full())
    assert "- **Updated, story 1**: treated: seven → forty-one (Quay Gazette [1:73–202])" in document
    assert "- **Gone quiet:** Bakers in Aldern" in document
    assert "Before, 19 November 2026: Seven people" in to_markdown(samples.full("all"))
    assert "- **Nothing new:** stories 3, 4\n" in document
    assert "What changed" not in to_markdown(samples.full().model_copy(update={"previous": None}))
    without = {"stories": (), "top": (), "full": 0, "ahead": (), "index": (), "quiet": ()}
    for form in (to_markdown, to_html):
        assert "What changed" not in form(samples.full().model_copy(update=without))


def test_lengths() -> None:
    """Short is headlines with their ledes; long has the timeline; all has the reasons; nothing of it is in between."""
    short, standard, long, whole = (to_markdown(samples.full(length)) for length in get_args(Length))
    assert "#### " not in short
    assert "1 article has no date" in short
    assert "#### Timeline" not in standard
    assert "#### Timeline" in long
    assert "#### Why here, and why together" in whole
    assert len(short) < len(standard) < len(long) < len(whole)


_OF_MAKING = re.compile(r" words, | outlets · |^cost_usd:|^(?:- )?made ")
"""Lines that say how long a form is, or how it was made."""


def words(document: str) -> int:
    """The words of a briefing that are read: front matter, marks, the targets of links, signs of Markdown and how it was made aside."""
    text = document.split("---\n", 2)[2]
    text = re.sub(r"(?m)^\[[^\]]+\]: .*$", "", text).rstrip()
    text = re.sub(r"\[\d+:\d+–\d+\]", " ", text).rpartition("\n")[0]
    return sum(any(character.isalnum() for character in word) for word in text.split())


@pytest.mark.parametrize("stories", [3, 40])
@pytest.mark.parametrize("length", BUDGETS)
def test_budgets(length: Length, stories: int) -> None:
    """A form has the words of its length whatever the day, or less on a day that has no more, and says how many it has."""
    briefing = large(stories).model_copy(update={"length": length})
    document = to_markdown(briefing)
    count = words(document)
    assert count <= 1.1 * BUDGETS[length]
    assert count >= min(0.9 * BUDGETS[length], words(to_markdown(briefing.model_copy(update={"length": "all"}))) / 2)
    assert f" · {count:,} words, {max(1, round(count / 230))} minute" in document


@st.composite
def days(draw: st.DrawFn) -> Briefing:
    """A day of stories with ledes, headlines, facts and names of any length, warned of, differing and skipped as it comes."""
    count = draw(st.integers(1, 45))
    briefing = large(count)

    def text(least: int, most: int) -> str:
        return " ".join(
            draw(
                st.lists(
                    st.sampled_from(("tide", "harbour", "ice-bound", "£4", "of", "Brest")),
                    min_size=least,
                    max_size=most,
                )
            )
        )

    def line(of: Line, least: int, most: int) -> Line:
        return of.model_copy(update={"text": text(least, most)})

    stories = [
        story.model_copy(
            update={
                "headline": line(story.headline, 2, 18), "lede": line(story.lede, 3, 35),
                "facts": tuple(line(story.lede, 3, 60) for _ in range(draw(st.integers(0, 4)))),
                "disagreements": story.disagreements[: draw(st.integers(0, 3))], "quotes": story.quotes[: draw(st.integers(0, 2))],
                "slot": draw(st.sampled_from(("news", "news", "news", "sport", "markets"))),
                "warnings": (text(3, 12),) if draw(st.booleans()) else (),
            }
        )
        for story in briefing.stories
    ]  # fmt: skip
    skipped = tuple(
        Skipped(source=f"https://quay.example/{number}", reason=text(2, 14))
        for number in range(draw(st.integers(0, 30)))
    )
    tops = tuple(Top(story=story.number, line=story.headline) for story in stories[:5])
    return briefing.model_copy(
        update={
            "stories": tuple(stories),
            "skipped": skipped,
            "top": tops,
            "warnings": (text(3, 20),) * draw(st.integers(0, 3)),
        }
    )


@given(day=days(), length=st.sampled_from(tuple(BUDGETS)))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
def test_budgets_hold_whatever_the_day(day: Briefing, length: Length) -> None:
    """A form has the words of its length within a tenth, whatever the day holds; fewer only where headlines and ledes do not fill it."""
    count = words(to_markdown(day.model_copy(update={"length": length})))
    assert count <= 1.1 * BUDGETS[length]
    told = [line.text for story in day.stories if story.slot == "news" for line in (story.headline, story.lede)]
    if len(" ".join(told).split()) >= BUDGETS[length]:
        assert count >= 0.9 * BUDGETS[length]


def test_layout() -> None:
    """One line end closes the document; no trailing spaces, and no two blank lines in a row."""
    document = to_markdown(samples.full("long"))
    assert document.endswith("\n")
    assert "\n\n\n" not in document
    assert all(line == line.rstrip() for line in document.splitlines())


def test_quotations_are_verbatim() -> None:
    """Each part of a quotation stands in marks of its own, in the article's words."""
    quote = samples.fire().quotes[0]
    assert " ".join(f"“{part.text}”" for part in quote.evidence) in to_markdown(samples.full())


def test_in_the_fewest_words_the_first_change_is_told_before_a_third_story() -> None:
    """At the shortest length what changed in the first story is told, without what its headline and lede say right below."""
    story, *others = samples.full("short").stories
    said = Change(kind="updated", about="treated", now=story.lede)
    counted = Change(kind="updated", about="dead", values=("two", "three"), now=story.facts[0])
    changed = story.model_copy(update={"changes": (said, *[counted] * 3)})
    long = [each.model_copy(update={"lede": each.lede.model_copy(update={"text": "word " * 40})}) for each in others]
    text = to_markdown(samples.full("short").model_copy(update={"stories": (changed, *long)}))
    told = text.partition("## What changed")[2].partition("\n## ")[0]
    assert "two → three" in told
    assert story.lede.text not in told


def test_in_the_fewest_words_what_is_told_in_a_line_has_its_line_where_it_fits() -> None:
    """At the shortest length room is kept for the headlines of what is not told, also of sport and the like, once all news has one."""
    briefing = large(8).model_copy(update={"length": "short"})
    *news, sport = briefing.stories
    told = sport.headline.model_copy(update={"text": "Skerry beat Hamnøy 3-1"})
    match = sport.model_copy(update={"slot": "sport", "headline": told})
    text = to_markdown(briefing.model_copy(update={"stories": (*news, match)}))
    assert "**5.** " in text
    assert told.text in text
    assert "Not told at this length" not in text


@pytest.mark.parametrize("length", BUDGETS)
@pytest.mark.parametrize("model", [None, "example-small"])
def test_what_is_told_does_not_depend_on_how_the_cards_came(length: Length, model: str | None) -> None:
    """Cards that are reused, what was asked and paid for them, and how long that took, change the line that says so, and nothing that is told."""
    briefing = large(12).model_copy(update={"length": length})
    told = set()
    for reused, requests, cost, seconds in ((0, 6, 0.5, 3.0), (6, 0, 0.0, 12345.6)):
        usage = briefing.made.usage.model_copy(update={"requests": requests if model else 0})
        paid = cost if model else 0.0
        how = {"model": model, "reused": reused, "usage": usage, "cost_usd": paid, "seconds": seconds}
        made = briefing.model_copy(update={"made": briefing.made.model_copy(update=how)})
        mail = email.message_from_string(to_mail(made), policy=email.policy.default).get_body(("plain",))
        for form, text in (("Markdown", to_markdown(made)), ("mail", mail.get_content() if mail else "")):
            kept = [line for line in text.splitlines() if not _OF_MAKING.search(line)]
            told.add((form, "\n".join(kept)))
    assert len(told) == 2


def test_an_update_that_says_no_more_than_its_story_has_a_number() -> None:
    """What is different in a story and is no more than its lede stands there as the story's number alone: the headline is a top line, and the story's own."""
    story, *others = samples.full("standard").stories
    again = story.model_copy(update={"changes": (Change(kind="updated", now=story.lede),)})
    briefing = samples.full("standard").model_copy(update={"stories": (again, *others)})
    told = to_markdown(briefing).partition("## What changed")[2].partition("\n## ")[0]
    assert "- **Updated:** story 1" in told
    assert story.headline.text not in told
    page = to_html(briefing).partition('id="changed"')[2].partition("</section>")[0]
    assert "Updated" in page
    assert story.headline.text not in page


def test_who_is_whom_the_index_lists() -> None:
    """Of a story's participants those are named that the index lists, as what it takes them for: no description, no ship, no town."""
    briefing = samples.full("long")
    story, *others = briefing.stories
    someone, *_ = story.people
    parties = [
        someone.model_copy(update={"name": name, "kind": kind, "role": None, "aliases": aliases})
        for name, kind, aliases in (
            ("Nine people", "unnamed", ()), ("Maren Lind", "organisation", ()), ("Hask", "person", ("Hask Ltd",)), ("Quay", "organisation", ()),
            ("Quayside", "organisation", ()), ("Skerry Lines", "organisation", ()), ("Skerry", "organisation", ()),
        )
    ]  # fmt: skip
    index = tuple(
        Indexed(name=name, kind=kind, role=None, stories=stories)
        for name, kind, stories in (
            ("Hask Ltd", "organisation", (1,)), ("Skerry Lines", "organisation", (1,)), ("Quay drinks group", "organisation", (1,)), ("Maren Lind", "organisation", (2,)),
        )
    )  # fmt: skip
    of_it = story.model_copy(update={"people": tuple(parties)})
    text = to_markdown(briefing.model_copy(update={"stories": (of_it, *others), "index": index}))
    who = text.partition("#### Who")[2].partition("####")[0]
    assert [line[4:].partition("**")[0] for line in who.splitlines() if line.startswith("- ")] == [
        "Hask",
        "Quay",
        "Skerry Lines",
    ]
    assert "**Hask**, organisation" in who


@pytest.mark.parametrize(
    ("told", "length", "is_told"),
    [
        ("Thirty-eight people were treated, said the fire service, which has its house beside the works.", "standard", False),
        ("Thirty-eight people were treated, said the fire service, which has its house beside the works.", "short", True),
        ("Thirty-eight people were treated, and a school was shut until Monday while the roof cooled down, said the fire service.", "standard", True),
        ("Thirty-eight people were treated in 12 ambulances, said the fire service.", "standard", True),
    ],
)  # fmt: skip
def test_a_figure_of_a_difference_is_told_once(told: str, length: Length, is_told: bool) -> None:
    """A sentence that says hardly more than a figure which stands among the differences, with whose it is, is not told as well; what says more is."""
    story, *_ = samples.full(length).stories
    (differing,) = story.disagreements[:1]
    figure = differing.sides[-1].figures[0]
    whose = {"value": "Thirty-eight", "about": "treated", "attributed_to": "the fire service"}
    side = differing.sides[-1].model_copy(update={"figures": (figure.model_copy(update=whose),)})
    line = figure.line.model_copy(update={"text": told})
    differing = differing.model_copy(update={"sides": (*differing.sides[:-1], side)})
    of_it = story.model_copy(update={"facts": (line,), "disagreements": (differing,)})
    shown = told_once(samples.full(length).model_copy(update={"stories": (of_it,)}))
    assert (line in shown.stories[0].facts) is is_told
