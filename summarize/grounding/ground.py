"""Grounding: each reference of a draft becomes an item whose words and evidence are the article's, or a rejection with its reason.

Pure: the same draft, article and findings always give the same items. A rejection is a value, not an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field

from summarize.article import Article
from summarize.card import FIELDS, Headline, Quote, Rejection, Statement, When, Where, Who
from summarize.draft import Draft
from summarize.findings import Findings
from summarize.grounding.background import background
from summarize.grounding.claims import claims
from summarize.grounding.credits import map_participants
from summarize.grounding.headline import headline_of
from summarize.grounding.index import Index, NewsSentences, OwnWords, Verdict
from summarize.grounding.news import Stated, accept_statements, news
from summarize.grounding.own_words import own_words_in
from summarize.grounding.people import accept_participants, lists_all, merge_participants
from summarize.grounding.places import card_places
from summarize.grounding.quotes import Quotations
from summarize.grounding.rejections import Rejections
from summarize.grounding.times import card_dates


class Grounded(Struct):
    """What held, and what did not."""

    headline: Headline = field(default_factory=lambda: Headline(text=""))
    what: list[Statement] = field(default_factory=list)
    who: list[Who] = field(default_factory=list)
    when: list[When] = field(default_factory=list)
    where: list[Where] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    claims: list[Statement] = field(default_factory=list)
    background: list[Statement] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """True if no item of any kind could be grounded."""
        return not any(getattr(self, name) for name in FIELDS)


def ground(
    draft: Draft,
    article: Article,
    findings: Findings,
    otherwise: Draft | None = None,
    verdicts: Mapping[OwnWords, Verdict] | None = None,
) -> Grounded:
    """Check every claim of a draft against the article.

    Args:
        draft: what an engine proposes.
        article: the article.
        findings: what was found in it.
        otherwise: the built-in engine's draft of the same article: what stands wherever a claim is refused or absent, so that a card
            is never poorer than the built-in engine's. Its own claims are references and are not contested. Without it, the draft's
            choice of the main date and place stands, for there is nothing to put in its place.
        verdicts: what was found of the texts that `own_words` names; one without a verdict is refused.
    """
    index, rejections = Index(article, findings, verdicts), Rejections()
    for order in findings.orders:
        rejections.add_order("article", article.text[order.start : order.end])
    what = news(draft, otherwise, index, rejections)
    headline, behind = headline_of(draft, otherwise, what, index, rejections)
    first = what.held[0].sentences if what.held else ()
    told = NewsSentences(frozenset((*first, *behind)), frozenset((*what.sentences, *behind)))
    drafted = accept_participants(draft.who, index, rejections)
    roles = {one.number: one.who.role for one in drafted if one.number is not None}
    quoted = Quotations(draft, index, roles, rejections).quoted(otherwise)
    who = drafted
    if otherwise is not None:
        needed = {one.number for one in quoted if one.number is not None}
        needed |= set() if lists_all(drafted, index) else _participants_mentioned(what, index)
        who = merge_participants(drafted, otherwise.who, needed, index, rejections)
    places = {one.number: place for place, one in enumerate(who, 1) if one.number is not None}
    past = background(draft, otherwise, what, index, rejections)
    claimed = claims(draft, otherwise, [*what.held, *past.held], index, rejections)
    # What a claim tells because it points back to it, a reader needs once: with what was said of it.
    before = [
        one
        for one in past.statements
        if one.support == "judged" or not any(set(claim.evidence).issuperset(one.evidence) for claim in claimed)
    ]
    return Grounded(
        headline=map_participants([headline], places)[0],
        what=map_participants(what.statements, places),
        who=[one.who for one in who],
        when=card_dates(draft.when, otherwise.when if otherwise else None, told, index, rejections),
        where=card_places(draft.where, otherwise.where if otherwise else None, told, index, rejections),
        quotes=[one.quote for one in quoted],
        claims=map_participants(claimed, places),
        background=map_participants(before, places),
        rejected=rejections.rejections(),
    )


def refused_texts(
    draft: Draft,
    article: Article,
    findings: Findings,
    verdicts_of: Callable[[Sequence[OwnWords]], Mapping[OwnWords, Verdict]],
) -> tuple[list[Rejection], Mapping[OwnWords, Verdict]]:
    """What of a draft's headline and news would be refused, and what was found of its own words. Cheaper than to `ground` it all.

    Args:
        draft: what an engine proposes.
        article: the article.
        findings: what was found in it.
        verdicts_of: says what is found of texts in the draft's own words.
    """
    index, rejections = Index(article, findings), Rejections()
    index.verdicts = verdicts_of(own_words_in(draft, index))
    held = accept_statements("what", draft, index, rejections)
    headline_of(draft, None, held, index, rejections)
    return rejections.rejections(), index.verdicts


def _participants_mentioned(what: Stated, index: Index) -> set[int]:
    """Numbers of the participants whom the sentences behind the news name for themselves, not in somebody's role."""
    roles = [one.role_span for one in index.findings.participants if one.role_span is not None]
    found: set[int] = set()
    for number in what.sentences:
        span = index.findings.sentences[number - 1].span
        found.update(
            mention.participant
            for mention in index.mentions_in(span.start, span.end)
            if mention.participant is not None and not any(role.covers(mention.span) for role in roles)
        )
    return found
