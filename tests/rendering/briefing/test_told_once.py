"""What a form tells of a story once, and by which words."""

from __future__ import annotations

import pytest

from summarize.briefing import BUDGETS, Ahead, Briefing, Change, Indexed, Length, Line, Story
from summarize.rendering.briefing import to_html, to_markdown
from summarize.rendering.briefing.mail import to_mail
from summarize.rendering.briefing.once import told_once

from . import samples
from .many import large

FIGURE = "Damage is put at 11 million kroner."


def with_story(story: Story, length: Length = "standard") -> Briefing:
    """The sample, its first story another."""
    briefing = samples.full(length)
    return briefing.model_copy(update={"stories": (story, *briefing.stories[1:])})


def section(text: str, title: str) -> str:
    """What stands below a title, up to the next one of any level."""
    return text.partition(f"# {title}\n")[2].partition("\n#")[0]


def test_a_figure_is_told_by_its_sentence_or_where_that_is_told() -> None:
    """A figure whose sentence is a fact is not told again; another is told with its sentence, and no label stands for that."""
    story = samples.fire()
    assert not told_once(with_story(story)).stories[0].figures
    without = story.model_copy(update={"facts": story.facts[:1]})
    text = to_markdown(with_story(without))
    assert f"- **11 million kroner** — {FIGURE} (Skerry Post" in text
    assert "damage:" not in text
    page = to_html(with_story(without))
    assert "damage:" not in page
    assert FIGURE in page


def test_a_timeline_has_what_is_told_nowhere_else() -> None:
    """A date whose sentence is the lede, a fact, background or a correction is no line of the timeline; another is."""
    story = samples.fire()
    assert not told_once(with_story(story, "all")).stories[0].timeline
    (old, _) = story.timeline
    without = story.model_copy(update={"background": ()})
    assert told_once(with_story(without, "all")).stories[0].timeline == (old,)
    corrected = without.model_copy(update={"changes": (Change(kind="corrected", now=old.what),)})
    assert not told_once(with_story(corrected, "all")).stories[0].timeline


@pytest.mark.parametrize("about", ["names", "dead"])
@pytest.mark.parametrize("form", [to_markdown, to_html, to_mail])
def test_a_change_that_its_label_does_not_explain_has_its_sentence(form: object, about: str) -> None:
    """How many died needs no more words; of anything else the sentence says what was counted, unless the story begins with it."""
    story = samples.fire()
    said = story.facts[1].model_copy(update={"text": "The petition has 41 names on it"})
    for now, is_told in ((said, about == "names"), (story.lede, False)):
        change = Change(kind="updated", about=about, values=("7", "41"), now=now, attributed_to="the mayor of it")
        briefing = with_story(story.model_copy(update={"changes": (change,), "facts": ()}))
        shown = form(briefing)  # type: ignore[operator]
        assert f"{about}: 7" in shown
        assert (said.text in shown.replace("=\n", "")) is is_told
        assert ("the mayor of it" in shown.replace("=\n", "")) is not is_told


def _text(line: Line, text: str) -> Line:
    return line.model_copy(update={"text": text})


def test_corrections_stand_behind_the_first_stories_at_the_shortest_length() -> None:
    """What a publisher corrects takes no words from the first three stories."""
    story, *others = (
        each.model_copy(update={"lede": _text(each.lede, "word " * 45), "facts": (), "changes": ()})
        for each in samples.full("short").stories
    )
    change = Change(kind="corrected", about="Quay Gazette", now=_text(story.lede, "mistaken " * 45))
    changed = story.model_copy(update={"changes": (change,)})
    text = to_markdown(samples.full("short").model_copy(update={"stories": (changed, *others)}))
    assert "- **3. " in text
    assert "mistaken" not in text
    assert "1 further change" in text  # it is not passed over in silence


@pytest.mark.parametrize("length", BUDGETS)
def test_stories_are_told_in_their_order(length: Length) -> None:
    """A story that does not fit is not passed over for a shorter one behind it: the numbers run on."""
    briefing = large(12)
    stories = [
        each.model_copy(update={"lede": _text(each.lede, "word " * (200 if each.number == 2 else 20))})
        for each in briefing.stories
    ]
    text = to_markdown(briefing.model_copy(update={"stories": tuple(stories), "length": length, "top": ()}))
    told = [number for number in range(1, 13) if f" {number}. Rope works" in text or f"**{number}. Rope works" in text]
    assert told == list(range(1, len(told) + 1))
    assert length != "short" or told == [1]


def test_long_has_an_index_in_its_words() -> None:
    """`long` lists whom its first stories name, in the order of the index, and says how many more there are; `all` has them all."""
    names = [f"{letter}{other} Lund" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for other in "abcdefghijklmnopqrst"]
    index = tuple(
        Indexed(name=name, role=None, kind="person", stories=(40 - at % 40,)) for at, name in enumerate(names)
    )
    briefing = large(40).model_copy(update={"index": index, "length": "long"})
    shown = section(to_markdown(briefing), "People and organisations")
    found = [line[4:].partition("**")[0] for line in shown.splitlines() if line.startswith("- **")]
    assert found
    assert found == sorted(found)
    assert f"- {len(names) - len(found)} more" in shown
    first = {name for at, name in enumerate(names) if at % 40 == 39}
    assert first <= {*found}
    whole = section(to_markdown(briefing.model_copy(update={"length": "all"})), "People and organisations")
    assert whole.count("- **") == len(names)
    assert "more" not in whole


@pytest.mark.parametrize("form", [to_markdown, to_html, to_mail])
def test_a_diary_without_room_says_how_many_dates_there_are(form: object) -> None:
    """Where a length has no room for a date, it says how many lie ahead."""
    moment = samples.fire().ahead[0]
    late = moment.model_copy(update={"what": _text(moment.what, "word " * 290)}) if moment.what else moment
    dates = tuple(Ahead(story=1, moment=late) for _ in range(7))
    briefing = large(30).model_copy(update={"ahead": dates, "length": "short"})
    shown = form(briefing)  # type: ignore[operator]
    assert "7 dates ahead" in shown
    if form is to_markdown:
        assert "## Diary" not in shown
        assert "dates ahead" not in to_markdown(briefing.model_copy(update={"length": "all"}))
