"""What has turned in a story since it was told: a plan moved or given up, a claim denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from summarize.briefing import BriefedArticle, Change, Line, Moment, Story
from summarize.grounding.replies import does
from summarize.languages.stories import changes
from summarize.stories.merging.heads import clause_head, subject_head
from summarize.stories.plans import (
    NAME,
    head_of,
    is_called_off_below,
    is_event_moved,
    is_from_its_day,
    is_moved_below,
    is_offer_withdrawn,
    is_on_hold,
    moved_from_its_day,
    moves_in,
)
from summarize.text.content import content_words

_WORDS: Final = changes("en")
MOVED: Final = "plan moved"
WITHDRAWN: Final = "withdrawn"
_TWO_THINGS: Final = re.compile(r";\s")
_COMMA: Final = re.compile(r"[,;]")
_DAY: Final = "2026-03-14"
_MIN_SHARED: Final = 2
"""Words that what turned has in common with what was told of it before."""
_MIN_DENIED, _MIN_CLEARED = 4, 3
"""Words of content that what is admitted has in common with what was denied, and with what somebody said that he never did."""


def turns(  # noqa: PLR0913, PLR0917 - all that is known of the two days
    story: Story,
    before: Story,
    known: Mapping[int, BriefedArticle],
    since: str,
    fresh: AbstractSet[int],
    titles: Sequence[Line] = (),
    below: Sequence[Line] = (),
) -> Iterator[Change]:
    """The turns, each with the sentence that says so: one of each kind at most.

    What the title of an account says is as much the news of the story as its headline; `below` are all its sentences.
    """
    told = list(_sentences_told_before(before, known))
    heads = [story.headline, story.lede, *titles]
    dated = [moment.what for moment in (*story.ahead, *story.timeline) if moment.what is not None]
    again = {
        moment.what.text for moment in story.ahead if moment.what is not None and _is_of_another_day(moment, before)
    }

    def is_moved(line: Line) -> bool:
        says = _is_plan_moved(line, before) or _is_held_back(line, before) or _is_kept_shut(line, before)
        says = says or is_from_its_day(line, before) or is_event_moved(line, told, before)
        return bool(says) or line.text in again or _is_longer(line, story, before)

    def is_withdrawn(line: Line) -> bool:
        # What is called off further down may be of another story; what somebody said and takes back is of this one.
        is_head = line in heads and (_is_given_up(line, before) or _is_no_longer(line, before))
        said = _WORDS.taken_back.search(line.text)
        return bool(is_head or (said and not _WORDS.not_taken_back.search(line.text[: said.start()])))

    def is_denied(line: Line) -> bool:
        # Further down it is news where it was claimed.
        return bool(_WORDS.denied.search(line.text)) and (line in heads or _was_claimed(line, before, known))

    def is_reopened(line: Line) -> bool:
        # Of what was shut: by a word in common with the sentence that said so.
        if not _WORDS.reopened.search(line.text):
            return False
        mine = content_words(line.text)
        return any(_WORDS.was_shut.search(said) and mine & content_words(said) for said in told)

    def is_arrested(line: Line) -> bool:
        is_one = line in heads and _WORDS.arrested.search(line.text) is not None
        return is_one and not any(map(_WORDS.was_held.search, told))

    def is_of_another_mind(line: Line) -> bool:
        return _is_of_another_mind(line, before, known)

    def is_admitted(line: Line) -> bool:
        # Further down it is news where it was denied.
        return bool(_WORDS.admitted.search(line.text)) and (line in heads or _was_denied(line, before, known))

    found: set[str] = set()
    plans: list[Line | None] = []
    moved: list[str] = []
    for about, says, lines in (
        (MOVED, is_moved, [*dated, *heads, *story.facts]),
        (MOVED, lambda line: is_moved_below(line, before), below),
        (WITHDRAWN, is_withdrawn, [*heads, *story.facts]),
        (WITHDRAWN, lambda line: is_called_off_below(line, before), below),
        (WITHDRAWN, lambda line: is_offer_withdrawn(line, before), below),
        ("on hold", lambda line: is_on_hold(line, told, before), [*heads, *story.facts]),
        ("denied", is_denied, [*heads, *story.facts, *story.background]),
        ("open again", is_reopened, [*heads, *story.facts, *story.background]),
        ("arrested", is_arrested, heads),
        ("of another mind", is_of_another_mind, [*heads, *story.facts]),
        ("admitted", is_admitted, [*heads, *story.facts, *story.background]),
    ):
        fresh_lines = (line for line in lines if line.article in fresh and says(line))
        now = next((line for line in fresh_lines if not was_said(line.text, before, known)), None)
        if now is not None and about not in found and (about != MOVED or _had_plan(before)):
            found.add(about)
            if about == "denied":
                now = _said_alone(now, [*story.facts, *story.background, *below])
            # Of who is arrested nothing was told before that this turns.
            was = None if says is is_arrested else _before(before, about, now, of_denials=says is is_admitted)
            yield Change(kind="updated", since=since, about=about, before=was, now=now)
            plans = [*plans, was, moved_from_its_day(now, before)] if about == MOVED else plans
            moved = [*moved, now.text] if about == MOVED else moved
    # Of what is moved, each that was to come: a date that is gone tomorrow has its reason here.
    for line in below:
        plan = moved_from_its_day(line, before) if line.article in fresh else None
        if plan is not None and plan not in plans and line.text not in moved and not was_said(line.text, before, known):
            plans.append(plan)
            yield Change(kind="updated", since=since, about=MOVED, before=plan, now=line)


def _said_alone(now: Line, lines: Sequence[Line]) -> Line:
    """A denial in a sentence of its own, where the headline that has it tells another thing as well: "Toll rises to 31; port denies gate was shut"."""
    clauses = _TWO_THINGS.split(now.text)
    said = next((clause for clause in clauses if _WORDS.denied.search(clause)), None)
    if len(clauses) == 1 or said is None:
        return now
    mine = content_words(said)
    own = (
        line
        for line in lines
        if line.article == now.article and line.text != now.text and _WORDS.denied.search(line.text)
    )
    return next((line for line in own if len(mine & content_words(line.text)) >= _MIN_SHARED), now)


def was_said(sentence: str, before: Story, known: Mapping[int, BriefedArticle]) -> bool:
    """True if an article of the briefing before has a sentence, word for word."""
    words = " ".join(sentence.split()).casefold()
    return any(
        words in " ".join(known[number].text.split()).casefold() for number in before.articles if number in known
    )


def _sentences_told_before(before: Story, known: Mapping[int, BriefedArticle]) -> Iterator[str]:
    """The sentences of the articles of the briefing before."""
    for number in before.articles:
        if number in known:
            yield from re.split(r"(?<=[.!?])\s+", known[number].text)


def _was_denied(line: Line, before: Story, known: Mapping[int, BriefedArticle]) -> bool:
    """True if an article of the briefing before has a sentence in which much of what is admitted now is denied."""
    mine = content_words(line.text)
    for sentence in _sentences_told_before(before, known):
        shared = len(mine & content_words(sentence))
        # "Her client had never seen the warning" is as much, in fewer words.
        if shared >= _MIN_DENIED and _WORDS.denied.search(sentence):
            return True
        if shared >= _MIN_CLEARED and does("clears", sentence):
            return True
    return False


def _was_claimed(line: Line, before: Story, known: Mapping[int, BriefedArticle]) -> bool:
    """True if an article of the briefing before has a sentence that says much of what is denied now."""
    mine = content_words(line.text)
    return any(
        not _WORDS.denied.search(sentence) and len(mine & content_words(sentence)) >= _MIN_DENIED
        for sentence in _sentences_told_before(before, known)
    )


def _had_plan(before: Story) -> bool:
    """True if there was something to come that could be moved."""
    lines = (before.headline, before.lede, *before.facts)
    return bool(before.ahead) or any(_WORDS.coming.search(line.text) for line in lines)


def _is_plan_moved(line: Line, before: Story) -> bool:
    """True if what is said to have another date is what was to come, by its noun: neither a party's congress nor a lawyer is a day in court."""
    dated = [moment.what for moment in before.ahead if moment.what is not None]
    plans = [*dated, *_coming_lines(before)]
    heads = {head for match in moves_in(line.text) if (head := head_of(line.text, match)) is not None}
    # A name in both is somebody's of the story: it has to be a common noun in one of them.
    mine = content_words(NAME.sub(" ", line.text))
    texts = [plan.text if head in mine else NAME.sub(" ", plan.text) for head in heads for plan in plans]
    if heads & _WORDS.stoppage and any(_WORDS.to_stop.search(plan.text) for plan in plans):
        return True
    return any(heads & content_words(text) for text in texts)


def _is_longer(line: Line, story: Story, before: Story) -> bool:
    """True if a stoppage that had a day lasts until a later one, of the same people by all words for them."""
    match = _WORDS.stops_until.search(line.text)
    if match is None:
        return False
    who = content_words(_WORDS.clause_break.split(line.text[: match.start()])[-1])
    plans = [each for each in before.ahead if each.what is not None and _WORDS.to_stop.search(each.what.text)]
    untils = [each for each in (*story.ahead, *story.timeline) if each.what is not None and each.what.text == line.text]
    last = max((each.end or each.start for each in untils if match["day"] in each.words), default="")[: len(_DAY)]
    return bool(who) and any(
        who <= content_words(each.what.text)
        and match["day"] not in each.what.text
        and len(last) == len(_DAY)
        and last > (each.end or each.start)
        for each in plans
        if each.what is not None
    )


def _is_of_another_mind(line: Line, before: Story, known: Mapping[int, BriefedArticle]) -> bool:
    """True if somebody is now for what he was said to be against, or against what he was for."""
    match = _WORDS.now_does.search(line.text)
    who = clause_head(line.text[: match.start()]) if match is not None else None
    if match is None or who is None:
        return False
    contrary = _WORDS.was_against if match["is_for"] else _WORDS.was_for
    # "It", behind the verb, is what the sentence has told of: the offer, which the board now recommends.
    what = content_words(match["what"]) or content_words(line.text[: match.start()]) - {who}
    for told in _sentences_told_before(before, known):
        was = contrary.search(told)
        if was and who in content_words(told[: was.start()]) and what & content_words(told[was.start() :]):
            return True
    return False


def _is_given_up(line: Line, before: Story) -> bool:
    """True if what is called off was told of before: an offer or a march, where somebody's journey is nothing of the story."""
    dated = [moment.what for moment in before.ahead if moment.what is not None]
    told = {word for each in (before.headline, before.lede, *before.facts, *dated) for word in content_words(each.text)}
    found = _WORDS.withdrawn.finditer(line.text)
    heads = (head_of(line.text, match) for match in found if not _WORDS.not_given_up.search(line.text[: match.start()]))
    return any(head is None or head in told | _WORDS.any_plan for head in heads)


def _coming_lines(before: Story) -> list[Line]:
    return [each for each in (before.headline, before.lede, *before.facts) if _WORDS.coming.search(each.text)]


def _is_held_back(line: Line, before: Story) -> bool:
    """True if what had a date is said not to be before another one."""
    match = _WORDS.held_back.search(line.text)
    what = content_words(match["what"]) if match is not None else frozenset[str]()
    return any(what & content_words(moment.what.text) for moment in before.ahead if moment.what is not None)


def _is_kept_shut(line: Line, before: Story) -> bool:
    """True if what was to open on another day stays shut."""
    match = _WORDS.kept_shut.search(line.text)
    head = subject_head(match["what"]) if match is not None else None
    said = match.end() if match is not None else 0
    return head is not None and any(
        head == subject_head(moment.what.text) and moment.words not in _COMMA.split(line.text[said:])[0]
        for moment in before.ahead
        if moment.what is not None
    )


def _is_of_another_day(moment: Moment, before: Story) -> bool:
    """True for what happens once, to the same thing and in the same words as a date that was ahead, on another day than that."""
    what, does = _plan(moment)
    plans = [
        (each, _plan(each)) for each in before.ahead if each.what is not None and each.precision in {"day", "time"}
    ]
    if what is None or not does & _WORDS.once or moment.precision not in {"day", "time"}:
        return False
    same = [each for each, plan in plans if plan[0] == what and plan[1] & does & _WORDS.once]
    return bool(same) and all(each.start[:10] != moment.start[:10] for each in same)


def _plan(moment: Moment) -> tuple[str | None, frozenset[str]]:
    """What a date to come is of, and the words for what happens to it."""
    before = moment.what.text.partition(moment.words)[0] if moment.what is not None else ""
    coming = list(_WORDS.coming.finditer(before))
    if len(coming) != 1:
        return None, frozenset()
    return subject_head(before), content_words(before[coming[0].start() :])


def _is_no_longer(line: Line, before: Story) -> bool:
    """True if something that was to be, by the briefing before, is said not to be any more."""
    match = _WORDS.no_longer.search(line.text)
    if match is None:
        return False
    what = content_words(match["what"] or match["whole"])
    return any(what & content_words(plan.text) for plan in _coming_lines(before))


def _before(before: Story, about: str, now: Line, *, of_denials: bool) -> Line | None:
    """What the turn is from: the date that was ahead, or what was told of the same before, by the words that they share; None where nothing was."""
    planned = [moment.what for moment in before.ahead if moment.what is not None]
    if about == MOVED and planned:
        return _nearest(planned, now, 0)
    told = [before.headline, before.lede, *before.facts, *before.background]
    denials = [line for line in told if _WORDS.denied.search(line.text)] if of_denials else []
    return _nearest(denials or told, now, _MIN_SHARED)


def _nearest(lines: Sequence[Line], now: Line, fewest: int) -> Line | None:
    """The first of the lines that share most words with another, names apart, which are in all of a story; None if no line shares so many."""
    mine = content_words(NAME.sub(" ", now.text))
    shared = [len(mine & content_words(NAME.sub(" ", line.text))) for line in lines]
    return lines[shared.index(max(shared))] if max(shared) >= fewest else None
