"""Rules of how a sentence says that something is not as it was: each expression with sentences that it reads, and those that it must not."""

from __future__ import annotations

import pytest

from summarize.languages.stories import changes
from summarize.stories.composing import as_briefed_article
from summarize.stories.outcomes import title_of
from summarize.stories.restated import line_of, sentences_of
from summarize.stories.turns import MOVED, WITHDRAWN, turns
from tests.stories.made import card_of, story_of

WORDS = changes("en")


@pytest.mark.parametrize(
    ("name", "sentence", "holds"),
    [
        ("moved", "The vote has been put off until 29 April.", True),
        ("moved", "The inquiry will now open on Monday and not on Thursday.", True),
        ("held_back", "The ship would not be refloated before Saturday.", True),
        ("held_back", "The ship would not be refloated, said Saturday's paper.", False),
        ("moved", "The Moved family put the vote to the hall.", False),
        ("withdrawn", "Halden dropped its offer for Orrin.", True),
        ("withdrawn", "The two publishers called off their merger.", True),
        ("withdrawn", "Orrin dropped 22% on Wednesday.", False),
        ("taken_back", "The firm withdrew its earlier statement.", True),
        ("taken_back", "The witness took back her account of it.", True),
        ("taken_back", "The firm withdrew its claims handlers.", False),
        ("taken_back", "The firm reversed its account books.", False),
        ("not_taken_back", "The firm never ", True),
        ("not_taken_back", "She would not say whether the firm ", True),
        ("not_taken_back", "In 2011 the firm ", True),
        ("not_taken_back", "The firm ", False),
        ("taken_back", "The firm withdrew its ships.", False),
        ("denied", "The mine denies that gas was smelled.", True),
        ("denied", "The mine is in a deep valley.", False),
        ("denied", "The mine admits the leak that it had denied.", False),
        ("denied", "The mine admits the leak a day after it denied it.", False),
        ("admitted", "The mine admits the leak that it had denied.", True),
        ("admitted", "He resigned a day after he had admitted the leak.", False),
        ("admitted", "She resigned a day after she admitted the leak.", False),
        ("given_up", "The inquiry that was to open on ", True),
        ("given_up", "The inquiry was told that it opened on ", False),
        ("not_that_day", "The inquiry will open on 17 March, not ", True),
        ("not_that_day", "The inquiry will not open on ", False),
        ("not_that_day", "The petition had 5,000 names by ", True),
        ("not_that_day", "The petition must have 5,000 names by ", False),
        ("told", "The vote will be on 21 April, its speaker said on ", True),
        ("told", "What he said will be read out on ", False),
        ("coming", "The inquiry will open ", True),
        ("coming", "The inquiry opened ", False),
        ("coming", "The board expects to close the deal ", True),
        ("coming", "The ministry expects the rate to fall ", False),
    ],
)
def test_expressions(name: str, sentence: str, holds: bool) -> None:
    """Each expression reads what it is for and nothing else of a like kind."""
    assert (getattr(WORDS, name).search(sentence) is not None) is holds


@pytest.mark.parametrize(
    ("today", "is_moved"),
    [
        ("The new bridge at Brest will not open to traffic before 2 May, the city said on Friday.", True),
        ("The water at the bridge of Brest will not fall before Monday, the city said on Friday.", False),
    ],
)
def test_what_is_held_back_had_a_date(today: str, is_moved: bool) -> None:
    """That something will not be before a day moves a plan only where the briefing before had a date for it."""
    planned = card_of("The new bridge at Brest will open to traffic on 20 April, the city said on Friday.", "A")
    before, now = story_of(planned), story_of(card_of(today, "B"))
    assert before.ahead
    known = {1: as_briefed_article(1, planned)}
    found = [change.about for change in turns(now, before, known, "2026-03-13", {1})]
    assert (MOVED in found) is is_moved


def test_what_somebody_takes_back_is_a_turn_wherever_it_is_told() -> None:
    """A statement that is withdrawn is news of its story; a show that is called off further down is not."""
    before = story_of(card_of("A ferry struck a rock off Brest on Friday, its owner Kestrel said.", "A"))
    lead = "The master of the ferry that struck a rock off Brest has been suspended, Kestrel said on Saturday.\n\n"
    rest = " The inquiry said it would publish a first report on 11 December."
    for further, about in (
        (
            "Kestrel withdrew its earlier statement that Captain Piers Nance, 58, had been at the wheel throughout.",
            ["withdrawn"],
        ),
        ("Kestrel called off a concert that Captain Piers Nance, 58, had been to give on the quay at the weekend.", []),
    ):
        story = story_of(card_of(lead + further + rest, "B", "2026-03-15"))
        assert further in {line.text for line in story.facts}
        assert [change.about for change in turns(story, before, {}, "2026-03-14", {1})] == about


PLAN = "The trial of Ana Lopez over the Orvo fire will start on 3 December, the court said on Thursday."


@pytest.mark.parametrize(
    ("today", "about"),
    [
        ("The trial of Ana Lopez over the Orvo fire was postponed to 10 December, the court said.", MOVED),
        ("The trial, which was to start in December, has been put off until 10 January.", MOVED),
        ("The judge said that the trial of Ana Lopez had been adjourned until 10 January.", MOVED),
        ("The court postponed the trial of Ana Lopez over the Orvo fire to 10 December.", MOVED),
        ("Two families will wait after the start of the Grace Darling Trial was put back to May.", MOVED),
        ("The cost rose after the opening of the Grace Darling Bridge was put back to May.", None),
        ("The party of Ana Lopez, who is to stand trial over the Orvo fire, postponed its congress to May.", None),
        ("A lawyer for Ana Lopez in the trial over the Orvo fire was delayed by 40 minutes on Friday.", None),
        ("A lawyer for Ana Lopez in the trial over the Orvo fire was delayed on Friday.", None),
        ("A fund for victims of the Orvo fire was extended to 10 December, before the trial of Ana Lopez.", None),
        ("The shop burnt in the Orvo fire said on Friday its reopening had been delayed to 10 December.", None),
        ("The trial of Ana Lopez over the Orvo fire has been called off, the court said.", WITHDRAWN),
        ("The court cancelled the trial of Ana Lopez over the Orvo fire.", WITHDRAWN),
        ("Ana Lopez, whose trial over the Orvo fire is near, cancelled a holiday in Rome.", None),
        ("Ana Lopez, whose trial over the Orvo fire is near, abandoned her car in Rome.", None),
    ],
)
def test_what_moves_is_the_plan_itself(today: str, about: str | None) -> None:
    """A plan is moved or given up where its own noun is moved: somebody of the story may put off, or call off, other things."""
    earlier = story_of(card_of(PLAN, "A", "2026-11-19"), day="2026-11-19")
    card = card_of(f"{today} It was cold.", "A", "2026-11-20")
    later = story_of(card, day="2026-11-20")
    assert [each.about for each in turns(later, earlier, {}, "2026-11-19", {1})] == ([about] if about else [])


@pytest.mark.parametrize(
    ("eve", "today", "about"),
    [
        ("The walkout of the Skerrow dockers will begin on 3 December, the union said.", "The strike was postponed to 10 December, the union said.", MOVED),
        ("A work stoppage will begin at Skerrow on 3 December, the union said.", "The walkout was put off until 10 December, the union said.", MOVED),
        ("A fair will begin at Skerrow on 3 December, the union said.", "The strike was postponed to 10 December, the union said.", None),
    ],
)  # fmt: skip
def test_a_strike_is_a_walkout(eve: str, today: str, about: str | None) -> None:
    """A stoppage that moves is the one that was ahead, whichever word each day has for it."""
    earlier = story_of(card_of(eve, "A", "2026-11-19"), day="2026-11-19")
    later = story_of(card_of(f"{today} It was cold.", "A", "2026-11-20"), day="2026-11-20")
    assert [each.about for each in turns(later, earlier, {}, "2026-11-19", {1})] == ([about] if about else [])


@pytest.mark.parametrize(
    ("eve", "today", "about"),
    [
        ("The bridge at Hask was closed on Monday.", "The bridge at Hask was reopened on Tuesday.", "open again"),
        ("The bridge at Hask was closed on Monday.", "The bridge at Hask will be reopened on Friday.", None),
        ("The bridge at Hask was closed on Monday.", "The inquiry into the firm was reopened.", None),
        ("The bridge at Hask was hit on Monday.", "The bridge at Hask was reopened on Tuesday.", None),
        ("A clerk of the bank at Hask fled on Monday.", "A former clerk of the bank was arrested.", "arrested"),
        ("A clerk of the bank at Hask was arrested on Monday.", "The clerk who was arrested wept.", None),
        ("Workers of the bank at Hask marched on Monday.", "Police said that 41 people were arrested.", None),
        ("Workers of the bank at Hask marched on Monday.", "No one was arrested at the bank.", None),
    ],
)
def test_what_is_open_again_and_who_is_arrested(eve: str, today: str, about: str | None) -> None:
    """What was said to be shut is open now, and one person is held where the day before nobody was: not what will be, nor what else is."""
    before, now = card_of(eve, "A", "2026-03-13"), card_of(today, "A")
    earlier = story_of(before).model_copy(update={"articles": (1,)})
    found = turns(story_of(now), earlier, {1: as_briefed_article(1, before)}, "2026-03-13", {1})
    assert [each.about for each in found] == ([about] if about else [])


@pytest.mark.parametrize(
    ("today", "about"),
    [
        ("The council of Skerrow put off its session on aid for the harbour from Thursday to Monday 23 March, its clerk said.", MOVED),
        ("The council of Skerrow put off its session on aid for the harbour from Friday to Monday 23 March, its clerk said.", None),
        ("The dockers of Skerrow put off their march from Thursday to Monday 23 March, the union said.", None),
    ],
)  # fmt: skip
def test_what_is_moved_from_its_day_is_the_plan_of_that_day(today: str, about: str | None) -> None:
    """A session that is put off from Thursday is what was to meet on Thursday, whatever each calls it; not what has no word of it, nor another day's."""
    eve = "The council of Skerrow meets on Thursday to decide on aid for the harbour after the flood, its clerk said."
    earlier = story_of(card_of(eve, "A", "2026-03-16"), day="2026-03-16")
    later = story_of(card_of(f"{today} It was cold.", "A", "2026-03-17"), day="2026-03-17")
    assert [each.about for each in turns(later, earlier, {}, "2026-03-16", {1})] == ([about] if about else [])


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("Her lawyer said that Ana Lopez had never seen the warning.", "admitted"),
        ("Her lawyer said that Ana Lopez had been ill.", None),
    ],
)
def test_an_admission_of_what_somebody_never_did(said: str, about: str | None) -> None:
    """Who admits, further down, what she was said never to have done has turned."""
    lead = "Rescuers found two bodies in the mine at Skerrow."
    before = card_of(f"{lead} {said}", "A", "2026-03-13")
    earlier = story_of(before).model_copy(update={"articles": (1,)})
    today = story_of(
        card_of("The search of the mine at Skerrow has ended. Ana Lopez admitted that she had seen the warning.", "A")
    )
    found = turns(today, earlier, {1: as_briefed_article(1, before)}, "2026-03-13", {1})
    assert [each.about for each in found] == ([about] if about else [])


@pytest.mark.parametrize(
    ("title", "below", "told"),
    [
        ("Flood toll at Hask rises to 31; port denies gate was shut", "The port denied that the gate had been shut on Monday.", "The port denied that"),
        ("Flood toll at Hask rises to 31; port denies gate was shut", "The port denied a licence to three ships.", "Flood toll"),
        ("Flood toll at Hask rises to 31; port denies gate was shut", "The port spoke of the gate that was shut.", "Flood toll"),
        ("Port denies gate at Hask was shut", "The port denied that the gate had been shut on Monday.", "Port denies"),
    ],
)  # fmt: skip
def test_a_denial_is_told_alone(title: str, below: str, told: str) -> None:
    """Where a headline tells two things, the denial is told by the sentence that has it alone, if that is of the same; else by the headline."""
    before = story_of(card_of("Nine people died in a flood at Hask, the port said.", "A", "2026-03-13"))
    card = card_of(f"The toll of a flood at Hask rose to 31 on Friday, the port said. {below}", "B", title=title)
    article = as_briefed_article(1, card)
    lines = [line_of(article, span) for span in sentences_of(article.text)]
    titles = [line for line in [title_of(article)] if line is not None]
    found = turns(story_of(card), before, {}, "2026-03-13", {1}, titles, lines)
    assert [each.now.text.startswith(told) for each in found if each.about == "denied" and each.now] == [True]


def test_a_turn_stands_beside_what_it_turns() -> None:
    """Beside what is admitted stands its denial, and beside an arrest nothing: not just any line of the day before."""
    eve = (
        "A ferry sank off Brest on Friday and nine people died, the coastguard said. "
        "The bow door of the ferry had been open when it left, the captain of a tug said. "
        "Kestrel Lines denied the claim about its bow door."
    )
    today = (
        "The captain was arrested on Saturday, and Kestrel Lines admitted that the bow door of the ferry had been open."
    )
    earlier_card = card_of(eve, "A", "2026-03-13")
    earlier = story_of(earlier_card, day="2026-03-13")
    later = story_of(card_of(f"{today} It was cold.", "A"), day="2026-03-14")
    known = {1: as_briefed_article(1, earlier_card)}
    before = {each.about: each.before for each in turns(later, earlier, known, "2026-03-13", {1})}
    assert before["arrested"] is None
    assert before["admitted"] is not None
    assert before["admitted"].text.startswith("Kestrel Lines denied")
