from __future__ import annotations

import re

from .conftest import SEE, Open, quote, words

NASTY = [
    *("no", "1e3", "2026-01-01", "- x", "# y", "null", "~", "true", "0o7", "a: b", "'", '"', "\\", "{}", "[1]", "&a *a", "!!str", "%", "`", "@", "|"),
    *("<b>x</b>", "${x}", "السلام عليكم", "👩🏽‍🚀 é", "\u202eabc", "a\u00a0b", "\u2028", "\x7f"),
]  # fmt: skip


def test_dates(label: Open) -> None:
    """A date takes the value that was found, goes into the field at once, and may be left open, a range, the main one or optional."""
    page = label(hints=[{"start": "2026-03-03", **words("Tuesday")}])
    page.drag("Tuesday")
    page.keys("d")
    assert page.page.locator("[data-key=start]").evaluate("input => input === document.activeElement")
    page.keys("Escape", "m")
    page.drag("2019")
    page.keys("d")
    page.page.keyboard.insert_text("2019")
    page.keys("Escape", "e")
    page.drag("next week")
    page.keys("d")
    page.page.fill("[data-key=start]", "2026-03-09")
    page.page.fill("[data-key=end]", "2026-03-15")
    page.keys("Escape", "Escape")
    gold = page.save().gold
    assert [one.model_dump(exclude_unset=True) for one in gold.when or ()] == [
        {"start": "2026-03-09", "end": "2026-03-15", **words("next week")},
        {"start": "2026-03-03", **words("Tuesday"), "main": True},
        {"start": "2019", **words("2019"), "optional": True},
    ]


def test_any_text_in_a_field(label: Open) -> None:
    """What is typed into a field comes out of the file as it was typed: words of YAML, marks of HTML, any script."""
    page = label({"who": [{"name": "Ida Öst"}]})
    page.page.click("li.row[data-field=who]")
    page.page.fill("[data-key=aliases]", "\n".join(NASTY))
    page.page.fill("[data-key=title]", "no")
    page.page.fill("[data-key=title]", "Night ferry stops over 😀 “sea smoke”")
    gold = page.save().gold
    assert gold.who is not None
    assert list(gold.who[0].aliases) == [text.strip() for text in NASTY if text.strip()]
    assert gold.title == "Night ferry stops over 😀 “sea smoke”"


def test_given_null_or_left_out(label: Open) -> None:
    """A title, a date of publication and a speaker can be said, be said to be missing, or not be labelled."""
    page = label({"title": "x", "published": None, "quotes": [quote(SEE, "Ida Öst")]})
    page.page.fill("[data-key=title]", "")
    page.page.uncheck("[data-key=published-none]")
    page.keys("Escape", "j")
    page.page.check("[data-key=speaker-none]")
    gold = page.save().gold
    assert not gold.says("title")
    assert not gold.says("published")
    assert gold.quotes is not None
    assert gold.quotes[0].says("speaker")
    assert gold.quotes[0].speaker is None


def test_none_or_not_labelled(label: Open) -> None:
    """A list can be empty, which says that there is nothing, or not labelled, which says nothing."""
    page = label({"title": None})
    page.page.click("[data-key=none-absent]")
    page.page.click("[data-key=none-where]")
    page.page.click("[data-key=none-where]")
    gold = page.save().gold
    assert gold.absent == ()
    assert not gold.says("where")


def test_typing_is_undone_at_once(label: Open) -> None:
    """Letters typed into one field are one step back; the field has the focus still."""
    page = label({"who": [{"name": "Ida Öst"}]})
    page.page.click("li.row[data-field=who]")
    page.page.focus("[data-key=name]")
    page.page.keyboard.type(" of the harbour")
    page.keys("Control+z")
    assert page.page.input_value("[data-key=name]") == "Ida Öst"
    assert re.search("name", page.page.evaluate("document.activeElement.dataset.key"))


def test_refused_with_reasons(label: Open) -> None:
    """What does not hold is not saved: the reasons stand beside the labels, and go when they are mended."""
    page = label({"quotes": [quote(SEE, "Ida Öst")], "when": [{"start": "2026-02-30", "main": True}]})
    page.page.locator(".problems li").wait_for()
    assert page.problems() == ["start: 2026-02-30 is no day of the calendar"]
    page.keys("Control+s")
    page.page.get_by_text("Not saved: 1 problem").wait_for()
    assert not page.session.path.exists()
    page.page.click("#problems")
    assert page.page.locator("li.row[data-field=when]").evaluate("row => row === document.activeElement")
    page.page.fill("[data-key=start]", "2026-02-28")
    page.page.locator(".problems li").wait_for(state="detached")
    assert page.save().gold.when


def test_speaker_takes_the_participants_names(label: Open) -> None:
    """A speaker selected under a short name gets the full one, with the others beside it."""
    page = label({"quotes": [quote(SEE, None)], "who": [{"name": "Ida Öst", "aliases": ["Öst"]}]})
    page.keys("j")
    page.drag("Öst called")
    page.keys("Shift+ArrowLeft", "s")
    quotes = page.save().gold.quotes
    assert quotes is not None
    assert (quotes[0].speaker, quotes[0].aliases) == ("Ida Öst", ("Öst",))
