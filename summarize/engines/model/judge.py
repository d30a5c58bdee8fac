"""The judge: a model that is asked afresh, with sentences in other words than the article's and what they rest on alone.

It sees neither the article nor who wrote the claims. One request holds all claims of an article, each with its own sentences and the one
before each, for its pronouns. What comes of it is a ruling or none: no fault of a judge costs a card.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from summarize.article import Article
from summarize.engines.base import Claim, Judged, Ruling
from summarize.engines.model.access import Access
from summarize.engines.model.accounting import Account
from summarize.engines.model.form import Closed, Form, at_most
from summarize.engines.model.listing import date_with_weekday, line
from summarize.engines.model.prompt import Prompt
from summarize.engines.model.prompt import load as load_prompt
from summarize.engines.model.recordings import label_requests
from summarize.errors import ModelError
from summarize.findings import Findings
from summarize.resources import prompt_path

PROMPT = "judge/v1"
MAX_CLAIMS = 20
"""Claims that one question should hold at most: more rulings than that are not asked for."""


class ClaimRuling(Closed):
    """What the judge says of one claim."""

    claim: int
    source: str
    differs: str
    """Said before the ruling, so that what is wrong is looked for before it is ruled on; nothing else is done with it."""
    ruling: Literal["stands", "in part", "not there", "contradicted"]


class Rulings(Form):
    """What the judge answers."""

    rulings: tuple[ClaimRuling, ...] = at_most(MAX_CLAIMS)


class ModelJudge:
    """Asks the model that drafts, or another at the same endpoint. Reusable, also for many articles at once on one event loop."""

    def __init__(self, access: Access) -> None:
        """Take who is asked from the settings of `access`; nothing is sent yet.

        Raises:
            ConfigurationError: the prompt cannot be read.
        """
        self._access = access
        self.prompt: Prompt = load_prompt(prompt_path(PROMPT))

    @property
    def model(self) -> str | None:
        """The judge's name; None until the endpoint has told it."""
        return self._other or self._access.model

    @property
    def _other(self) -> str | None:
        """The judge's name where it is another model than the one that drafts."""
        named = self._access.settings.judge
        return None if named in {"same", "off", self._access.model} else named

    async def judge(self, article: Article, findings: Findings, claims: Sequence[Claim]) -> Judged:
        """The rulings on an article's claims, in one request; without claims none is made.

        A claim that none of the article's sentences is given for is not asked about. Where the judge cannot be asked, declines, or answers
        in no form, no claim has a ruling, and `Judged.trouble` says why; so it does where it left claims out or ruled twice on one.

        Args:
            article: what the claims are about.
            findings: its sentences, which the claims name by number.
            claims: at most `MAX_CLAIMS`, each with a number of its own.

        Raises:
            ConfigurationError: the endpoint refused the key.
            MeasurementError: a replay has no recording of the request.
        """
        asked = [claim for claim in claims if _cited_numbers(claim, findings)]
        if not asked:
            return Judged(trouble=_missing(len(claims), len(claims)))
        account = self._access.account(self._other)
        answer: Rulings | None = None
        trouble: str | None = None
        try:
            answer = await self._answer(article, findings, asked, account)
        except ModelError as error:
            trouble = f"the judge {self.model or ''} gave no rulings: {error}".replace("  ", " ")
        rulings = _rulings(answer, asked) if answer is not None else {}
        trouble = trouble or _missing(len(claims) - len(rulings), len(claims))
        if trouble is not None:
            self._access.tell(f"warning: {article.source}: {trouble}")
        return Judged(
            rulings,
            judge=self.model if account.requests else None,
            prompt=self.prompt.name,
            prompt_digest=self.prompt.digest,
            usage=account.usage,
            cost_usd=account.cost_usd,
            trouble=trouble,
        )

    async def _answer(self, article: Article, findings: Findings, claims: Sequence[Claim], account: Account) -> Rulings:
        messages = self.prompt.messages(date_with_weekday(article), "", list_claims(article, findings, claims))
        access = self._access
        with label_requests(**self.labels(article)):
            endpoint = await access.open(account, self._other)
        # Only now it is known who is asked, where the endpoint told it.
        with label_requests(**self.labels(article)):
            async with access.turn():
                return await endpoint.ask(messages, account, Rulings)

    def labels(self, article: Article) -> dict[str, str]:
        """What a question about an article's claims is made from, as its recordings carry it."""
        access = self._access
        return {
            "article": article.id,
            "source": article.source.rsplit("/", 1)[-1],
            "prompt": self.prompt.digest,
            "schema": Rulings.digest(),
            "model": access.model or "",
            "judge": self.model or "",
            "settings": access.chosen_for(self._other).written(),
            "purpose": "judge",
        }


def list_claims(article: Article, findings: Findings, claims: Sequence[Claim]) -> str:
    """The claims as a judge reads them: each on a line, and under it its sentences with their numbers, and in brackets the one before.

    All of it stands between two marks that hold a digest of it, so that no text can hold them in advance.
    """
    lines: list[str] = []
    for claim in claims:
        lines.append(f"CLAIM {claim.number}: {line(claim.text)}")
        cited = _cited_numbers(claim, findings)
        for number in sorted({*cited, *(number - 1 for number in cited)} - {0}):
            span = findings.sentences[number - 1].span
            told = f"{number}: {line(article.text[span.start : span.end])}"
            lines.append(told if number in cited else f"({told})")
    body = "\n".join(lines)
    mark = f"claims {hashlib.sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    return f"<{mark}>\n{body}\n</{mark}>"


def _cited_numbers(claim: Claim, findings: Findings) -> set[int]:
    return {number for number in claim.sentences if 1 <= number <= len(findings.sentences)}


def _rulings(answer: Rulings, claims: Sequence[Claim]) -> dict[int, Ruling]:
    """The rulings by claim. What was ruled on twice, or was not asked, has none."""
    times = Counter(one.claim for one in answer.rulings)
    asked = {claim.number for claim in claims}
    return {
        one.claim: Ruling(one.ruling, " ".join(one.source.split()) or None)
        for one in answer.rulings
        if one.claim in asked and times[one.claim] == 1
    }


def _missing(left: int, of: int) -> str | None:
    return f"the judge gave no ruling, or two, on {left} of {of} claims" if left else None
