"""What has come of what was told before: what was denied is confirmed, what was claimed is taken back, somebody is out of office, what was to come has begun."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from summarize.briefing import BriefedArticle, Change, Cite, Line, Story
from summarize.evidence.role_descriptions import has_role_noun
from summarize.languages.stories import changes
from summarize.stories.merging.figures import is_background
from summarize.stories.merging.headline import is_usable
from summarize.stories.merging.heads import clause_head, subject_head
from summarize.stories.plans import NAME
from summarize.stories.restated import line_of, sentences_of
from summarize.stories.turns import WITHDRAWN, was_said
from summarize.text.content import content_words

_WORDS: Final = changes("en")
_COMMENTS: Final = frozenset(("opinion", "analysis"))
_MIN_CONFIRMED: Final = 3
"""Words of content, names apart, that what is confirmed has in common with what was denied."""
_MIN_TAKEN_BACK: Final = 3
"""Words of content that who takes back a claim, and what it was, have in common with what was told; one of them is of the claim."""


def outcomes(  # noqa: PLR0913, PLR0917 - all that is known of the two days
    story: Story,
    articles: Mapping[int, BriefedArticle],
    titles: Sequence[Line],
    before: Story,
    known: Mapping[int, BriefedArticle],
    since: str,
    fresh: AbstractSet[int],
) -> Iterator[Change]:
    """What has come of what was told, each with the sentence that says so: one of each kind at most."""
    accounts = [articles[number] for number in story.articles if number in fresh]
    accounts = [article for article in accounts if article.slot not in _COMMENTS and article.language in {"en", None}]
    told = [
        " ".join(known[number].text[start:end].split())
        for number in before.articles
        if number in known
        for start, end in sentences_of(known[number].text)
    ]
    heads = [line for line in (story.headline, story.lede, *titles, *story.facts) if line.article in fresh]
    spans = [(article, span) for article in accounts for span in sentences_of(article.text)]
    further = [
        line_of(article, span)
        for article, span in spans
        if not is_background(article.text[slice(*span)], (article.published or "")[:4])
    ]
    # What was claimed may be told as a thing of the past: "withdrew her claim that the brakes had failed".
    shown = {line.text for line in heads}
    below = [line for article, span in spans if (line := line_of(article, span)).text not in shown]
    last = max((article.published or "" for article in accounts), default="")[:10]
    begun = frozenset(_plans_by(before, last))
    names = frozenset(name for text in told for name in NAME.findall(text))
    kinds: list[tuple[str, list[Line], Callable[[Line], bool]]] = [
        ("confirmed", [*heads, *further], lambda line: _is_confirmed(line.text, told)),
        (WITHDRAWN, below, lambda line: _is_taken_back(line.text, told)),
        ("out of office", [story.headline, story.lede, *titles], lambda line: _is_out(line.text, told, None)),
        ("out of office", [*story.facts, *further], lambda line: _is_out(line.text, told, names)),
        ("begun", heads, lambda line: _is_begun(line.text, begun)),
    ]
    found: dict[str, Line] = {}
    for about, lines, says in kinds:
        fresh_lines = (line for line in lines if line.article in fresh and says(line))
        now = next((line for line in fresh_lines if not was_said(line.text, before, known)), None)
        if now is not None:
            found.setdefault(about, now)
    for about, now in found.items():
        yield Change(kind="updated", since=since, about=about, now=now)


def title_of(article: BriefedArticle) -> Line | None:
    """The title of an account that says by itself what happened, where it stands in its text; None for comment and copies."""
    title = " ".join((article.title or "").split())
    start = article.text.find(title) if title else -1
    is_account = article.slot not in _COMMENTS | {"live"} and article.copy_of is None
    if start < 0 or not is_account or not is_usable(title):
        return None
    cite = Cite(article=article.number, start=start, end=start + len(title), text=title)
    return Line(text=title, support="verbatim", evidence=(cite,))


def _is_confirmed(text: str, told: Sequence[str]) -> bool:
    """True for a sentence that confirms what was denied before: by what is confirmed, behind the verb."""
    match = _WORDS.confirmed.search(text)
    if match is None:
        return False
    mine = content_words(NAME.sub(" ", text[match.end() :]))
    return any(
        _WORDS.denied.search(said) is not None and len(mine & content_words(NAME.sub(" ", said))) >= _MIN_CONFIRMED
        for said in told
    )


def _is_taken_back(text: str, told: Sequence[str]) -> bool:
    """True for a sentence in which somebody takes back what was told before, by words behind the verb: "withdrew her claim that the brakes had failed"."""
    match = _WORDS.taken_back.search(text)
    if match is None or _WORDS.not_taken_back.search(text[: match.start()]):
        return False
    mine, thing = content_words(text), content_words(text[match.end() :])
    known = frozenset[str]().union(*map(content_words, told))
    return len(mine & known) >= _MIN_TAKEN_BACK and bool(thing & known)


def _is_out(text: str, told: Sequence[str], names: AbstractSet[str] | None) -> bool:
    """True for a sentence in which somebody goes or is sent away, where nothing told before says so of anybody of these words; further down, somebody who was told of by `names`."""
    match = _WORDS.out_of_office.search(text)
    if match is None or _WORDS.not_out_of_office.search(text[: match.start()]):
        return False
    if match["whom"] is not None and not has_role_noun(match["whom"]):
        return False
    who = match["whom"] or text[: match.start()]
    mine = content_words(who)
    if names is not None and not names & set(who.replace(",", " ").split()):
        return False
    return not any(_WORDS.out_of_office.search(said) and mine & content_words(said) for said in told)


def _plans_by(before: Story, day: str) -> Iterator[str]:
    """The words of what was to come by a day, names apart."""
    for moment in before.ahead:
        if moment.what is not None and moment.precision in {"day", "time"} and moment.start[:10] <= day:
            yield from content_words(NAME.sub(" ", moment.what.text))
            if _WORDS.to_stop.search(moment.what.text):
                yield from _WORDS.stoppage


def _is_begun(text: str, plans: AbstractSet[str]) -> bool:
    """True for a sentence in which something has begun that was to come: by the noun of what does."""
    match = _WORDS.begun.search(text)
    if match is None or _WORDS.not_begun.search(text[: match.start()]):
        return False
    inside = match["thing"]
    head = subject_head(inside) if inside else clause_head(text[: match.start()])
    return head is not None and head in plans
