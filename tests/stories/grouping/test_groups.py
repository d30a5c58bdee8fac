"""Rules of grouping: which articles are one event. All texts were written for these tests."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.article import Article
from summarize.pipeline import pipeline_for
from summarize.reading import read_all
from summarize.settings import Settings
from summarize.stories.grouping import THRESHOLD, Group, Member, continues, group, member_of
from tests.stories.grouping.hard import hard_members

SEEDS = Path("seeds/day")
MEMBERS, EVENTS = hard_members()
TEXTS = st.text(st.sampled_from("ab Zé.\n“”1, 東京हि"), max_size=60)


def together(groups: tuple[Group, ...]) -> set[frozenset[int]]:
    return {frozenset(found.numbers) for found in groups}


def by_event(events: dict[int, str]) -> set[frozenset[int]]:
    return {frozenset(n for n, other in events.items() if other == event) for event in events.values()}


def test_hard_cases_are_told_apart_and_angles_stay_together() -> None:
    """Two storms, two cases of one court, two news of one company and two fires of one city are two events each."""
    assert together(group(MEMBERS)) == by_event(EVENTS)


@pytest.mark.parametrize("pair", list(combinations(MEMBERS, 2)), ids=lambda pair: f"{pair[0].number}-{pair[1].number}")
def test_a_batch_of_two_is_judged_as_one_of_many(pair: tuple[Member, Member]) -> None:
    """How rare a word is does not hang on the batch alone."""
    assert (len(group(pair)) == 1) == (EVENTS[pair[0].number] == EVENTS[pair[1].number])


def test_undated_articles_are_grouped_by_what_they_say() -> None:
    """No date is needed."""
    assert together(group([replace(member, published=None) for member in MEMBERS])) == by_event(EVENTS)


def test_dates_far_apart_speak_against_one_event() -> None:
    """Of two reports that are barely enough alike, those of different months are two events."""
    near = [replace(member, published="2026-02-04") for member in MEMBERS[2:4]]
    far = [near[0], replace(near[1], published="2025-02-04")]
    assert group(far)[0].reasons == () or group(far)[0].reasons[0].score < group(near)[0].reasons[0].score


def day_articles(day: str) -> tuple[list[Member], dict[int, str]]:
    labels = yaml.safe_load((SEEDS / "LABELS.yaml").read_text(encoding="utf-8"))["files"]
    pipeline = pipeline_for(Settings(nlp="off"))
    members, events = [], {}
    articles: list[Article] = [each.reading.article for each in read_all([str(SEEDS / day)]) if each.reading]
    for number, article in enumerate(articles, 1):
        file = article.source.split("seeds/day/")[1]
        members.append(member_of(number, pipeline.card(article)))
        events[number] = labels[file]["event"] or file
    return members, events


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-21"])
def test_the_seed_days_are_grouped_as_labelled(day: str) -> None:
    """Every event of the sample days is one group, and nothing else is in it."""
    members, events = day_articles(day)
    assert together(group(members)) == by_event(events)


def test_stories_of_the_seed_days_go_on_as_labelled() -> None:
    """A story of Saturday goes on with the one of Friday about its event, and with no other."""
    (now, events), (then, earlier) = day_articles("2026-11-21"), day_articles("2026-11-20")
    for event in set(events.values()):
        today = [member for member in now if events[member.number] == event]
        for other in set(earlier.values()):
            before = [member for member in then if earlier[member.number] == other]
            assert (continues(today, before) >= THRESHOLD) == (event == other), (event, other)


def test_reasons_span_the_group_and_reach_the_threshold() -> None:
    """A group of n articles is held together by n - 1 pairs, each at least as alike as the criteria say, in readable words."""
    for found in group(MEMBERS):
        assert len(found.reasons) == len(found.numbers) - 1
        reached = {found.numbers[0]}
        for _ in found.reasons:
            reached |= {n for reason in found.reasons if reached & set(reason.articles) for n in reason.articles}
        assert reached == set(found.numbers)
        assert all(THRESHOLD <= reason.score <= 1 and reason.shared for reason in found.reasons)


def test_a_reason_says_what_two_articles_share() -> None:
    """Names and places of the cards, words, figures, and the day."""
    one = replace(MEMBERS[0], names=(("Tova Lindahl", "person"), ("Marit", "group")), places=("Varnholm",))
    other = replace(MEMBERS[1], names=(("Marit", "group"),), places=("Varnholm",))
    (found,) = group([one, other])
    assert found.reasons[0].shared[:2] == ("names: Marit", "place: Varnholm")
    assert found.reasons[0].shared[-2:] == ("figures: 1,900", "both on 4 February 2026")


def test_the_fullest_article_comes_first() -> None:
    """Whatever the numbers are."""
    short = replace(MEMBERS[0], number=1, text=MEMBERS[1].text)
    full = replace(
        MEMBERS[1], number=2, text=MEMBERS[0].text + "\n\nMore will be known on Thursday, the coastguard said."
    )
    assert group([short, full])[0].numbers == (2, 1)


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_the_articles_makes_no_difference(shuffle: random.Random) -> None:
    """The same articles give the same groups, reasons included."""
    members = list(MEMBERS)
    shuffle.shuffle(members)
    assert group(members) == group(MEMBERS)


@given(st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(["2026-01-01", "nonsense", None])), max_size=8))
@settings(max_examples=80, deadline=None)
def test_every_article_is_in_exactly_one_group(texts: list[tuple[str, str, str | None]]) -> None:
    """Whatever the texts are: empty, of one letter, in any script."""
    members = [Member(n, title or None, text, published=day) for n, (title, text, day) in enumerate(texts, 1)]
    groups = group(members)
    assert sorted(number for found in groups for number in found.numbers) == [member.number for member in members]
    assert all(len(found.reasons) == len(found.numbers) - 1 for found in groups)


FOREIGN = {
    "fr": (
        "Le viaduc de Brénazet fermé après la chute d'une poutre. La préfète Odile Garanger a ordonné mardi la fermeture du viaduc de Brénazet.",
        "À Brénazet, une poutre de 40 tonnes tombe du viaduc. Personne n'a été blessé, selon la préfète Odile Garanger, qui a fermé la route mardi.",
        "Le musée de Tourvielle rachète un tableau volé en 1987. La directrice Anouk Delmas a signé mardi pour 2,3 millions d'euros.",
    ),
    "ja": (
        "架空市の青葉橋で火曜日、重さ四十トンの鉄骨が落下し、橋は閉鎖された。大槻市長が会見で発表した。",
        "青葉橋で鉄骨落下、橋を閉鎖。大槻市長は火曜日の会見で、けが人はいないと述べた。",
        "白鷺美術館は、盗まれた絵画を買い戻した。館長の篠原氏が署名した。",
    ),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_grouped_by_names_numbers_and_rare_words(language: str) -> None:
    """No list of words of the language is needed."""
    members = [Member(number, None, text) for number, text in enumerate(FOREIGN[language], 1)]
    assert together(group(members)) == {frozenset({1, 2}), frozenset({3})}


@pytest.mark.timed
def test_hostile_articles_take_no_longer_than_others() -> None:
    """A million characters, one word a hundred thousand times, nothing at all, names without letters, two thousand copies of one text."""
    hostile = [
        Member(1, "x" * 100_000, "".join(f"Word{n} " for n in range(110_000))),
        Member(2, None, "spam " * 100_000),
        Member(3, None, ""),
        Member(4, "", "   ", names=(("", "person"), (" ", "group"), ("—", "organisation")), places=("",)),
        Member(5, None, "\u200b" * 1000),
        Member(6, None, "(" * 100_000),
    ]
    copied = [replace(MEMBERS[0], number=number) for number in range(10, 1010)]
    began = time.process_time()
    groups = group([*hostile, *copied])
    assert time.process_time() - began < 20
    assert frozenset(range(10, 1010)) in together(groups)
    assert len(groups) == 7


def test_two_articles_of_one_number_are_refused() -> None:
    """A number says which article is meant."""
    with pytest.raises(ValueError, match="same number"):
        group([MEMBERS[0], replace(MEMBERS[1], number=MEMBERS[0].number)])


def test_nothing_goes_on_with_nothing() -> None:
    """A story without articles goes on with none, and a story goes on with itself."""
    assert continues([], MEMBERS[:1]) == continues(MEMBERS[:1], []) == 0
    assert continues(MEMBERS[:2], MEMBERS[:2]) >= THRESHOLD
