"""The order of the steps from the cards of one story to that story."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from summarize.briefing import APART, Coverage, Line, Moment, Reason, Slot, Story, StoryQuote
from summarize.languages.stories import changes, headlines
from summarize.outlets import outlet_of
from summarize.stories.corrections import is_correction
from summarize.stories.merging.accusers import with_accusers
from summarize.stories.merging.answers import MAX_FACTS, answers_to, facts_of, past_of, with_answers, with_challenges
from summarize.stories.merging.article_answers import is_charge
from summarize.stories.merging.disagreements import disagreements_of
from summarize.stories.merging.figures import figures_of
from summarize.stories.merging.further_news import news_first
from summarize.stories.merging.headline import (
    headline_of,
    is_a_partys,
    is_usable,
    lede_of,
    line_of_title,
    stands_alone,
    titling,
    without_label,
)
from summarize.stories.merging.likeness import adds_nothing
from summarize.stories.merging.people import people_of, places_of
from summarize.stories.merging.pointing import behind_what_they_point_to, with_speakers_named
from summarize.stories.merging.pronouns import in_place
from summarize.stories.merging.quotes import is_unsaid, quotes_of
from summarize.stories.merging.silences import challenges_of, uncharged_of, with_answers_for_silences
from summarize.stories.merging.sources import QUOTED, Source
from summarize.stories.merging.times import date_of, for_a_diary, timeline_of
from summarize.stories.slots import in_utc
from summarize.text.content import content_words

_WORDS_TO_LEAD = 0.4
"""Share of the fullest article's words that one must have to be taken for the account to begin with."""
_NEARLY = 0.85
"""Share of the most central lead's overlap from which a later one is preferred."""
_MIN_OF_TITLE = 1 / 3
"""Share of a headline's words that a lede of another article has, where they belong together."""
_COMMENTS = frozenset(("opinion", "analysis"))
_MAX_BACKGROUND = 6
_Unit = tuple[Line, list[Line]]
"""A line of a story, with what answers it."""


def merge(sources: Sequence[Source], reasons: Sequence[Reason], day: str, known: frozenset[int] = frozenset()) -> Story:
    """The story of some cards. Its number, scores and changes are still to come."""
    comments = [source for source in sources if source.slot in _COMMENTS]
    telling = [source for source in sources if source.slot not in _COMMENTS] or list(sources)
    originals = [source for source in telling if source.copy_of is None] or list(telling[:1])
    # A correction is no account of the news, and a live blog none to begin with.
    news = [source for source in originals if source.slot != "correction"] or originals
    first = [source for source in news if source.slot != "live"] or news
    first = [source for source in first if source.document.is_english] or first
    lead = _leading_account([source for source in first if source.number not in known] or first)
    # It is told in one language; accounts in others count as sources, and are listed.
    accounts = [lead, *(source for source in news if source is not lead and _in_one_language(source, lead))]
    told = _told_lines(accounts)
    lede = lede_of(lead, told[0])
    headline = headline_of(titling(accounts), lede)
    if (titled := _better_led(accounts, headline, lede)) is not None:
        # A title and a lede of two articles, which speak of two things, are told by the one with the title.
        lead = titled
        accounts = [lead, *(source for source in accounts if source is not lead)]
        told = _told_lines(accounts)
        lede = lede_of(lead, told[0])
    timeline, ahead = timeline_of(accounts, day)
    figures = figures_of(accounts)
    contested, agreed = disagreements_of(accounts, figures)
    background = [source.line(statement) for source in accounts for statement in source.card.background]
    background = [line for line in background if not is_correction(line.text)]
    copied = [source for source in telling if source.copy_of is not None and _in_one_language(source, lead)]
    quotes = quotes_of([*accounts, *copied])
    why = why_of(accounts, lede)
    (_, replies), *answered = [
        (line, [each for each in answers if not at or is_charge(line) or not _is_quoted(each, quotes)])
        for at, (line, answers) in enumerate(with_answers([*told, *background], accounts))
    ]
    replies = replies or answers_to(headline, told, accounts)
    replies = [*replies, *uncharged_of([headline, lede, *replies], accounts)]
    further, past = _split_by_news(answered, told)
    further = news_first(further, headline_of(titling(accounts), lede, contested), lede, accounts)
    facts = facts_of([lede, *why], replies, [each for each in further if not _is_quoted(each[0], quotes)])
    quotes = tuple(quote for quote in quotes if not any(_is_quoted(line, [quote]) for line in facts))
    quotes = with_accusers(quotes, facts, accounts)
    facts = with_challenges(facts, replies, challenges_of(quotes, accounts))
    facts = tuple(with_answers_for_silences([lede, *why], facts, accounts))
    facts = in_place([lede, *why], facts, accounts)
    facts = behind_what_they_point_to([lede, *why], facts, accounts, MAX_FACTS)
    facts = tuple(with_speakers_named(facts, accounts))
    slot = _slot(telling)
    headline = headline_of(titling(accounts), lede, contested)
    background_told = past_of([lede, *why, *facts], past, _MAX_BACKGROUND)
    (lede,) = with_speakers_named([lede], accounts)
    return Story(
        number=1,
        key=_key(sources),
        slot=slot,
        headline=_shown_headline(lead, slot, headline, lede),
        lede=lede,
        facts=facts,
        why=why,
        places=places_of(accounts),
        date=date_of(accounts, day),
        figures=agreed,
        disagreements=contested,
        quotes=quotes,
        people=people_of(accounts),
        timeline=for_a_diary(_unanswered(timeline, [*told, *background], accounts), accounts),
        ahead=for_a_diary(ahead, accounts),
        background=tuple(with_answers_for_silences([lede, *why, *facts], background_told, accounts)),
        comments=tuple(
            _line_of_comment(source) for source in comments if source.copy_of is None and telling != comments
        ),
        articles=tuple(source.number for source in sources),
        coverage=_coverage(telling, news),
        reasons=tuple(reasons),
    )


def _unanswered(timeline: Sequence[Moment], told: Sequence[Line], accounts: Sequence[Source]) -> Iterator[Moment]:
    """The dates of a story but for those of a charge that somebody answers: the story tells the one with the other, or neither."""
    for moment in timeline:
        charge = moment.what
        # "Lee, who denied the charges, was convicted": it has the answer itself.
        if charge is None or not is_charge(charge) or changes("en").denied.search(charge.text):
            yield moment
            continue
        others = [line for line in told if line.evidence[0] != charge.evidence[0]]
        if not any(answers and line == charge for line, answers in with_answers([*others, charge], accounts)):
            yield moment


def _split_by_news(units: Sequence[_Unit], told: Sequence[Line]) -> tuple[list[_Unit], list[_Unit]]:
    """Lines with their answers: those of the news, among which are charges of the background that a line of the news answers, and the others."""
    of_news = {id(line) for line in told}
    answering = {
        id(each): unit for unit in units if id(unit[0]) not in of_news for each in unit[1] if id(each) in of_news
    }
    further: list[_Unit] = []
    for unit in units:
        if any(id(each) in of_news for each in (unit[0], *unit[1])):
            charge = answering.get(id(unit[0]), unit)
            further += [charge] if charge not in further else []
    return further, [unit for unit in units if unit not in further and id(unit[0]) not in answering]


def _in_one_language(one: Source, other: Source) -> bool:
    return one.document.language == other.document.language


def _told_lines(accounts: Sequence[Source]) -> list[Line]:
    """What accounts say that is no correction."""
    told = [source.line(statement) for source in accounts for statement in source.card.what]
    return [line for line in told if not is_correction(line.text)] or told


def _better_led(accounts: Sequence[Source], headline: Line, lede: Line) -> Source | None:
    """The account with the headline, if it is another than the lede's, and the lede has few of the headline's words."""
    mine, its = content_words(headline.text), content_words(lede.text)
    source = next((each for each in accounts[1:] if each.number == headline.article and each.card.what), None)
    return source if source is not None and len(mine & its) < _MIN_OF_TITLE * len(mine) else None


def _leading_account(originals: Sequence[Source]) -> Source:
    """The account to begin with: of those whose lead is most of what the others tell too, the latest, for it has the latest figures.

    An account with little text, or one that comes to the news from aside, is not it; nor one whose lead opens on somebody or something that
    it does not name ("They came with saucepans"), where another's does not; nor a firm's own release.
    """
    originals = [source for source in originals if not is_a_partys(source)] or originals
    longest = max(len(source.text.split()) for source in originals)
    enough = [
        source for source in originals if source.card.what and len(source.text.split()) >= _WORDS_TO_LEAD * longest
    ]
    enough = enough or [source for source in originals if source.card.what] or list(originals)
    enough = [source for source in enough if stands_alone(source)] or enough
    shares = {source.number: _share_of_words(source, originals) for source in enough}
    most = max(shares.values())
    central = [source for source in enough if shares[source.number] >= _NEARLY * most]
    return max(central, key=lambda source: (in_utc(source.card.article.published), -originals.index(source)))


def _share_of_words(source: Source, others: Sequence[Source]) -> float:
    """How much of an account's headline and lead the others' leads have: the mean share of its words of content."""
    mine = _told_first(source, 1)
    rest = [_told_first(other, 3) for other in others if other is not source]
    return sum(len(mine & its) for its in rest) / (len(mine) * len(rest)) if mine and rest else 0.0


def _told_first(source: Source, most: int) -> frozenset[str]:
    return content_words(
        " ".join((source.card.headline.text, *(statement.text for statement in source.card.what[:most])))
    )


def _is_quoted(line: Line, quotes: Sequence[StoryQuote]) -> bool:
    """True if a sentence is one that a quotation of the story gives already."""
    cites = [cite for quote in quotes for cite in quote.evidence if cite.article == line.article]
    return any(part.start < cite.end and cite.start < part.end for cite in cites for part in line.evidence)


def _slot(telling: Sequence[Source]) -> Slot:
    """Where a story is told: with the news if any account is news, else as what most of them are."""
    kinds = [source.slot for source in telling]
    return "news" if set(kinds) - APART else max(kinds, key=kinds.count)


def _line_of_comment(source: Source) -> Line:
    """A piece of opinion or analysis by its headline."""
    first = source.line(source.card.what[0])
    return line_of_title(source, without_label(source.card.headline.text), first)


def _shown_headline(source: Source, slot: Slot, headline: Line, lede: Line) -> Line:
    """The headline of a story; of one that is told in a line, without what it says of its kind."""
    if slot in {"news", "correction"} or headline.support != "verbatim":
        return headline
    return line_of_title(source, without_label(headline.text), lede)


def _coverage(sources: Sequence[Source], originals: Sequence[Source]) -> Coverage:
    outlets = {outlet_of(source.card.article) for source in sources}
    agencies = dict.fromkeys(source.agency for source in sources if source.agency)
    accounts = [(outlet_of(source.card.article), source.voice) for source in originals]
    return Coverage(
        articles=len(sources), outlets=len(outlets), independent=independent(accounts), agencies=tuple(agencies)
    )


def _key(sources: Sequence[Source]) -> str:
    """What the story is known by: of the articles that it was first told from, whatever their order."""
    ids = "\n".join(sorted(source.card.article.id for source in sources))
    return hashlib.sha256(ids.encode()).hexdigest()[:12]


def independent(accounts: Iterable[tuple[str, str]]) -> int:
    """The most accounts of which no two share their outlet or whose word they print.

    So one outlet is one source, whatever agencies its pages claim to print, and no page that is added can make others count less.
    """
    voices: dict[str, set[str]] = {}
    for outlet, voice in accounts:
        voices.setdefault(outlet, set()).add(voice)
    taken: dict[str, str] = {}
    return sum(_places(outlet, voices, taken) for outlet in voices)


def _places(first: str, voices: dict[str, set[str]], taken: dict[str, str]) -> bool:
    """Give an outlet a voice of its own, by moving others where that frees one (an augmenting path of a matching, breadth first)."""
    came_from: dict[str, tuple[str, str | None]] = {}
    waiting: list[tuple[str, str | None]] = [(first, None)]
    for outlet, through in waiting:
        for voice in sorted(voices[outlet] - came_from.keys()):
            came_from[voice] = (outlet, through)
            if voice in taken:
                waiting.append((taken[voice], voice))
                continue
            end: str | None = voice
            while end is not None:
                taken[end], end = came_from[end]
            return True
    return False


_SENTENCES: Final = 14
_MAX_WORDS: Final = 35


def why_of(accounts: Sequence[Source], lede: Line) -> tuple[Line, ...]:
    """The first sentence, past the lede, in which an account says why its news matters, whole; none where none does.

    It stands by itself: it is no quotation, and opens with no pronoun. What is denied, or in doubt, is not said.
    """  # "The change will affect 400 people": what it is that changes has to be plain from what stands before.
    known = content_words(lede.text)
    return next(
        (
            (line,)
            for source in accounts
            for line in _saying_so(source)
            if is_usable(line.text) and not adds_nothing(line.text, [lede.text]) and content_words(line.text) & known
        ),
        (),
    )


def _saying_so(source: Source) -> Iterator[Line]:
    if not source.document.is_english:
        return
    for place, (start, end, _) in enumerate(source.document.sentences):
        if place == _SENTENCES:
            return
        text = " ".join(source.text[start:end].split())
        if len(text.split()) > _MAX_WORDS or QUOTED & set(text):
            continue
        matches = filter(None, (row.pattern.search(text) for row in headlines("en").why))
        if any(not is_unsaid(text, *match.span()) for match in matches):
            yield Line(text=text, support="verbatim", evidence=(source.cite_range(start, end),))
