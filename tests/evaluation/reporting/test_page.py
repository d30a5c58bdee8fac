from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evaluation.reporting.page import DROPPED, kept_in_place, to_page
from summarize.evaluation.reporting.report import Report
from summarize.evaluation.reporting.scores import Scale
from summarize.evaluation.runs.run import Run
from summarize.rendering import safe
from tests.rendering.test_html import contrast

from . import samples

VERDICTS = ("right", "partial", "wrong", "missing", "spurious", "ignored")
ATTRIBUTES = {
    "dir",
    *("lang", "charset", "http-equiv", "content", "name", "class", "id", "title", "type", "tabindex", "role"),
    *("scope", "rowspan", "colspan", "aria-label", "aria-hidden", "data-label", "data-field"),
    *("x", "y", "x1", "x2", "y1", "y2", "d", "height", "text-anchor"),
}
TAGS = {
    *("html", "head", "meta", "title", "style", "script", "body", "main", "header", "section", "div", "p", "ul", "li"),
    *("h1", "h2", "strong", "em", "small", "span", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"),
    *("svg", "path", "line", "text"),
}  # fmt: skip
TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("<>&\"'/!-\x1b\u2028\u202e𝔐\ufdd0")),
    max_size=40,
)


class Page(HTMLParser):
    """What a browser would make of a page that runs no script."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.inside: list[str] = []
        self.content: dict[str, list[str]] = {"style": [], "script": [], "td": [], "th": [], "p": []}
        self.feed(page)
        self.close()
        assert self.inside == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert {name for name, _ in attrs} <= ATTRIBUTES
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag != "meta":
            self.inside.append(tag)
        if tag in self.content:
            self.content[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag, found in self.content.items():
            if tag in self.inside:
                found[-1] += data

    @property
    def data(self) -> Any:
        return json.loads(self.content["script"][0])


def page_of(*runs: Run) -> Page:
    return Page(to_page(Report(list(runs))))


def digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def test_policy() -> None:
    """The policy allows exactly the style and the script that stand in the page, and nothing from anywhere; the data is no script."""
    page = page_of(samples.before(), samples.after())
    (policy,) = [a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    _, script = page.content["script"]
    (style,) = page.content["style"]
    assert rules == {
        "default-src": "'none'",
        "style-src": digest(style),
        "script-src": digest(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert [a.get("type") for tag, a in page.elements if tag == "script"] == ["application/json", None]


def test_data_is_whole() -> None:
    """The page carries each text code point by code point, and each judgement with its spans."""
    data = page_of(samples.before()).data
    market, _, _, hostile = data["articles"]
    assert market["texts"] == [samples.MARKET]
    assert len(hostile["texts"][0]) == len(samples.HOSTILE)
    assert hostile["texts"][0].replace(DROPPED, "") == safe.plain(samples.HOSTILE.replace("\x1b", ""))
    wrong = [one for one in market["cases"][0]["judgements"] if one[1] == "wrong"]
    assert data["measures"][wrong[0][0]]["id"] == "quotes.speaker"
    start, end = wrong[0][6]
    assert samples.MARKET[start:end] == "We are 👩‍👩‍👧 family here,"


@given(TEXTS)
def test_offsets_hold(text: str) -> None:
    """What is not shown of a text leaves every other code point where it was."""
    kept = kept_in_place(text)
    assert len(kept) == len(text)
    assert all(mine in {theirs, " ", "\n", DROPPED} for mine, theirs in zip(kept, text, strict=True))
    assert safe.plain(kept) == kept


@given(TEXTS, TEXTS)
def test_any_text(text: str, name: str) -> None:
    """No text of an article, a card, a label, a name or a failure becomes an element, ends the data, or hides in the file."""
    judgement = samples.judged("who.f1", "wrong", text, expected=text, got=name, label=text, item=name)
    case = samples.case(f"a{name}", text, {"who.f1": 0.5}, judgement)
    failed = samples.failed("b", text)
    written = to_page(Report([samples.run(case, failed, name=name, settings=text, gold=text, prompt=name, model=text)]))
    assert safe.plain(written) == written
    page = Page(written)
    assert page.data["articles"][0]["texts"] == [kept_in_place(text)]


def test_figures_without_a_script() -> None:
    """Means, intervals, differences, verdicts, counts, tokens and cost stand in tables of the page itself, and a note says what is not there."""
    page = page_of(samples.before(), samples.with_usage(samples.after()))
    cells = [" ".join(cell.split()) for cell in page.content["td"]]
    for figure in (".750.50–", ".833", "has to be 1", "+.075[", "cannot tell", "6,000", "$0.0036"):
        assert any(figure in cell for cell in cells), figure
    assert any("which does not run here" in paragraph for paragraph in page.content["p"])


def test_side_by_side() -> None:
    """Every run has its column, its mark and its row in the plots; differences are to the first."""
    page = page_of(samples.before(), samples.after(), samples.run(samples.ferry(), name="third"))
    plots = [a["aria-label"] for tag, a in page.elements if tag == "svg" and a.get("role") == "img"]
    assert plots[0].startswith("A: 1.000, 95 % interval .")
    assert "; B: .750" in plots[0]
    assert "; C: 1.000" in plots[0]
    heads = [head.strip() for head in page.content["th"]]
    assert heads[:9] == ["field", "measure", "0.2.4.6.81", "A", "B", "C", "B−A", "verdict", "C−A"]


def test_nothing_in_common() -> None:
    """Runs that share no article are shown side by side, and the page says that they are not compared."""
    page = page_of(samples.run(samples.ferry()), samples.run(samples.market(), name="other"))
    assert any("no article in common with A" in paragraph for paragraph in page.content["p"])


def test_floors() -> None:
    """With a baseline the floors stand in the plots, and a mean below one is said to be."""
    first, other = samples.before(), samples.after()
    page = Page(to_page(Report([first, other], samples.held(first, other))))
    assert any("below .633" in cell for cell in page.content["td"])
    assert any(a.get("class") == "floor" for _, a in page.elements)
    assert any("below the gate" in paragraph for paragraph in page.content["p"])


def test_size() -> None:
    """An article of 3,000 characters with 30 judgements takes no more than 10 kB, so two hundred are a page of two megabytes."""
    text = "The council met again that night. " * 90
    judgements = [samples.judged("who.f1", "right", text, "council", label=f"who[{n}]", item=f"who[{n}]", expected="The council", got="The council") for n in range(30)]  # fmt: skip
    cases = [samples.case(f"a{number}", f"{number} {text}", {"who.f1": 1.0}, *judgements) for number in range(20)]
    assert len(to_page(Report([samples.run(*cases)]))) - len(to_page(Report([samples.run(cases[0])]))) < 19 * 10_000


@pytest.mark.parametrize(("least", "low", "ticks"), [(0.97, 0.9, [0.9, 1.0]), (0.62, 0.6, [0.6, 0.7, 0.8, 0.9, 1.0]), (0.31, 0.3, [0.4, 0.6, 0.8, 1.0]), (0.0, 0.0, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]), (1.0, 0.9, [0.9, 1.0])])  # fmt: skip
def test_axis(least: float, low: float, ticks: list[float]) -> None:
    """The axis begins at the tenth below the lowest value and ends at 1, where 1 is drawn."""
    scale = Scale.of([least, 1.0])
    assert (scale.low, scale.ticks) == (low, ticks)
    assert (scale.at(1.0), scale.at(low)) == ("100.00%", "0.00%")


def css(package: str) -> str:
    return resources.files(package).joinpath("page.css").read_text(encoding="utf-8")


def colors(style: str, scheme: int) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", re.findall(r":root \{(.*?)\}", style, re.DOTALL)[scheme]))


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme: int) -> None:
    """Each verdict's colour stands out by 4.5 to 1 (WCAG AA) from the sheet and its own wash, and so does text on every wash."""
    color = colors(css("summarize.evaluation.reporting"), scheme)
    pairs = [(ink, ground) for ink in ("ink", "soft", "accent", "warn", *VERDICTS) for ground in ("sheet", "page")]
    pairs += [(ink, "accent-wash") for ink in ("ink", "soft", "accent", *VERDICTS)]
    pairs += [pair for verdict in VERDICTS for pair in ((verdict, f"{verdict}-wash"), ("ink", f"{verdict}-wash"))]
    for ink, ground in [*pairs, ("sheet", "accent"), ("lit-ink", "lit")]:
        assert contrast(color[ink], color[ground]) >= 4.5, (ink, ground)
    for run in range(4):
        assert contrast(color[f"run{run}"], color["sheet"]) >= 3, run


def test_colours_of_the_card() -> None:
    """What the card page and this page both name looks the same in both."""
    mine, theirs = css("summarize.evaluation.reporting"), css("summarize.rendering")
    for scheme in (0, 1):
        one, other = colors(mine, scheme), colors(theirs, scheme)
        assert {name: one[name] for name in one.keys() & other.keys()} == {
            name: other[name] for name in one.keys() & other.keys()
        }
    for letters in ("sans", "serif"):
        family = re.compile(rf"--{letters}: (.*?);")
        assert family.findall(mine) == family.findall(theirs)
