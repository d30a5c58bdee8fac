from __future__ import annotations

import datetime as dt
import email
import email.policy
import importlib.util

import pytest
import yaml
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarize.briefing import Briefing, Change, Indexed
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


def test_layout() -> None:
    """One line end closes the document; no trailing spaces, and no two blank lines in a row."""
    document = to_markdown(samples.full("long"))
    assert document.endswith("\n")
    assert "\n\n\n" not in document
    assert all(line == line.rstrip() for line in document.splitlines())


@pytest.mark.parametrize(("apart", "joint"), [(2, " "), (40, " … ")])
@pytest.mark.parametrize("form", [to_markdown, to_html, to_mail])
def test_quotations_are_verbatim(form: object, apart: int, joint: str) -> None:
    """Each part of a quotation stands in marks of its own, in the article's words, and dots between two that the article has other words between: they are not two quotations."""
    briefing = samples.full()
    story = briefing.stories[0]
    quote = story.quotes[0]
    first = quote.evidence[0]
    second = first.model_copy(
        update={"start": first.end + apart, "end": first.end + apart + 12, "text": "Nobody slept"}
    )
    said = quote.model_copy(update={"evidence": (first, second), "text": f"{first.text} Nobody slept"})
    changed = story.model_copy(update={"quotes": (said,)})
    text = form(briefing.model_copy(update={"stories": (changed, *briefing.stories[1:])}))  # type: ignore[operator]
    if form is to_mail:
        body = email.message_from_string(text, policy=email.policy.default).get_body(("plain",))
        text = " ".join(body.get_content().split()) if body else ""
    marks = ('<q dir="auto">', "</q>") if form is to_html else ("“", "”")
    assert joint.join(f"{marks[0]}{part.text}{marks[1]}" for part in said.evidence) in text


def test_each_part_of_a_quotation_is_cited() -> None:
    """Of a quotation in parts, each has its place, at every length."""
    quote = samples.fire().quotes[0]
    shown = ", ".join(f"{part.start}–{part.end}" for part in quote.evidence)
    assert len(quote.evidence) > 1
    assert shown in "".join(to_markdown(samples.full()).replace("[1:", "").split("]"))


def test_an_update_that_says_no_more_than_its_story_is_no_line_of_its_own() -> None:
    """What is different in a story and is no more than its lede is not told once more: the headline is a top line, and the story's own. That the story goes on is said by its number."""
    story, *others = samples.full("standard").stories
    again = story.model_copy(update={"changes": (Change(kind="updated", now=story.lede),)})
    briefing = samples.full("standard").model_copy(update={"stories": (again, *others)})
    told = to_markdown(briefing).partition("## What changed")[2].partition("\n## ")[0]
    assert "Updated" not in told
    assert story.headline.text not in told
    assert "- **Going on:** story 1\n" in told
    page = to_html(briefing).partition('id="changed"')[2].partition("</section>")[0]
    assert "Updated" not in page
    assert story.headline.text not in page
    assert "Going on" in page


def test_every_story_that_goes_on_is_told_of() -> None:
    """A story that goes on and has news has a line among what changed, or its number there; one with a line has no number as well."""
    story, *others = samples.full("standard").stories
    turn = Change(kind="updated", about="denied", now=story.facts[0])
    briefing = samples.full("standard").model_copy(
        update={"stories": (story.model_copy(update={"changes": (turn,)}), *others)}
    )
    told = to_markdown(briefing).partition("## What changed")[2].partition("\n## ")[0]
    assert "- **Updated, story 1**: denied:" in told
    assert "Going on" not in told


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
