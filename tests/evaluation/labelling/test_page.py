from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarize.evaluation.gold.files import read_gold
from tests.browser import NARROW

from .conftest import HURT, SEE, Open, at, parts_of, quote

if TYPE_CHECKING:
    from playwright.sync_api import Dialog

SEEDS = Path(__file__).parent.parent.parent.parent / "seeds"


def test_hostile_article(label: Open) -> None:
    """Tags, scripts and escapes of an article are words on the page, all of them, and nothing else."""
    path = SEEDS / "tram-injection.txt"
    page = label(of=path)
    shown = page.page.locator(".text p").evaluate_all("all => all.map((one) => one.textContent)")
    text = page.session.article.text
    assert [line for part in shown for line in part.split("\n")] == [line for line in text.split("\n") if line.strip()]
    assert set(page.page.locator(".text *").evaluate_all("all => all.map((one) => one.localName)")) <= {"p", "span"}


def test_hostile_labels(label: Open) -> None:
    """Markup in a label is words on the page."""
    bad = "<img src=x onerror=alert(1)>"
    page = label({"who": [{"name": bad, "roles": [bad]}], "what": [{"any": [bad]}], "absent": [bad], "title": bad})
    page.page.locator(".problems li").first.wait_for()
    assert page.page.locator("img").count() == 0
    assert page.page.locator(".row").all_text_contents()[0].startswith(bad)


def test_leaving_is_asked_about(label: Open) -> None:
    """The browser asks before a page with unsaved changes is left; without any it does not."""
    page = label()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.page.on("dialog", stay)
    page.drag(SEE)
    page.keys("q")
    page.page.close(run_before_unload=True)
    page.page.wait_for_timeout(200)
    assert asked == ["beforeunload"]
    page.save()
    with page.page.expect_event("close"):
        page.page.close(run_before_unload=True)
    assert asked == ["beforeunload"]


def test_opened_file_keeps_what_the_page_does_not_show(label: Open, tmp_path: Path) -> None:
    """Comments, the layout and fields that the page has no place for are still there after a change."""
    source = """# why this article
article: ferry.txt
story: fog   # the same as last week
notes: ask again
quotes:
  # the master's
  - parts: [{text: Nobody was hurt.}]
    speaker: Ida Öst
    optional: true
"""
    (tmp_path / "ferry.yaml").write_text(source, encoding="utf-8")
    page = label()
    page.drag(SEE)
    page.keys("q")
    text = page.save().source
    for line in ("# why this article", "story: fog   # the same as last week", "notes: ask again", "  # the master's"):
        assert line in text.split("\n")
    assert parts_of(read_gold(page.session.path).gold) == [at(SEE), at(HURT)]
    assert "optional: true" in text


def test_done(label: Open) -> None:
    """The last button saves, ends the command, and says so; the page can then be closed without a word."""
    page = label({"title": None})
    page.page.click("#done")
    page.page.get_by_text("The command has ended").wait_for()
    assert read_gold(page.session.path).gold.says("title")


def test_command_gone(label: Open) -> None:
    """If the command has ended meanwhile, the page says that nothing is saved."""
    page = label({"title": None}, errors=[])
    page.page.route("**/save", lambda route: route.abort())
    page.keys("Control+s")
    page.page.get_by_text("The command is not running any more").wait_for()


def test_changed_by_another(label: Open) -> None:
    """A file that another program changed is not overwritten, unless the person says so."""
    page = label({"title": None}, errors=[])
    page.save()
    page.session.path.write_text("article: ferry.txt\npublished: null\n", encoding="utf-8")
    page.page.click("#save")
    page.page.get_by_text("changed by another program").wait_for()
    assert "published" in page.session.path.read_text(encoding="utf-8")
    page.page.get_by_text("Save all the same").click()
    page.page.get_by_text(f"Saved {page.session.path}").wait_for()
    assert "published" not in page.session.path.read_text(encoding="utf-8")


def test_unsaved_is_offered_again(label: Open, tmp_path: Path) -> None:
    """What was not saved last time is there again, as a change that can be undone."""
    (tmp_path / "ferry.yaml.unsaved").write_text(json.dumps({"article": "ferry.txt", "title": None, "absent": ["x"]}))
    page = label({"title": None})
    assert page.page.locator("li.row[data-field=absent]").count() == 1
    page.keys("Control+z")
    assert page.page.locator("li.row[data-field=absent]").count() == 0
    page.keys("Control+y")
    assert page.save().gold.absent == ("x",)
    assert not (tmp_path / "ferry.yaml.unsaved").exists()


def test_help(label: Open) -> None:
    """`?` shows every key; Escape closes it, and keys pressed meanwhile do nothing."""
    page = label({"title": None, "absent": ["x"]})
    page.keys("j", "?")
    keys = page.page.locator("#keys kbd").all_text_contents()
    assert {*"qnpoglfbasrmex+djkut?"} <= set(keys)
    page.keys("x", "Escape")
    assert page.page.locator("li.row[data-field=absent]").count() == 1


def test_every_control_by_tab(label: Open) -> None:
    """Tab reaches every part of the page in its order, and what has the focus shows it."""
    page = label({"quotes": [quote(SEE, "Ida Öst")], "not_quotes": []})
    page.keys("j")
    page.page.click("#file")
    page.page.wait_for_load_state("networkidle")  # what the check of the labels says draws the panel anew
    seen = []
    for _ in range(40):
        page.keys("Tab")
        what, outline = page.page.evaluate(
            "() => { const at = document.activeElement; const style = getComputedStyle(at);"
            "return [at.dataset.key || at.dataset.command || at.id || at.className || at.tagName, style.outlineStyle] }"
        )
        seen.append(what)
        assert outline != "none", what
        if what == "none-absent":
            break
    order = ["help", "save", "done", "quote", "text", "title", "published", "row on", "speaker", "aliases", "optional"]
    places = [seen.index(next(one for one in seen if one.startswith(name))) for name in order]
    assert places == sorted(places)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_narrow(label: Open, scheme: str) -> None:
    """On a telephone nothing is wider than the screen, and article and labels are shown in turn."""
    page = label({"quotes": [quote(SEE, "Ida Öst")]}, size=NARROW, scheme=scheme)
    for view in ("article", "labels"):
        page.page.click(f'[data-show="{view}"]')
        assert page.page.evaluate("document.scrollingElement.scrollWidth") <= NARROW[0]
    page.page.click("li.row[data-field=quotes]")
    page.page.fill("[data-key=speaker]", "Öst")
    quotes = page.save().gold.quotes
    assert quotes is not None
    assert quotes[0].speaker == "Öst"
