"""The language-model engine: an article's findings in, numbers and a few sentences out, checked and once corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarize.article import Article
from summarize.card import Declined
from summarize.draft import Draft
from summarize.engines.base import Drafted
from summarize.engines.extractive import ExtractiveEngine
from summarize.engines.model.access import DEFAULT_MODEL, Access, quiet
from summarize.engines.model.accounting import Account
from summarize.engines.model.drafting import Answer, draft_of
from summarize.engines.model.faults import DeclinedError
from summarize.engines.model.judge import ModelJudge
from summarize.engines.model.prompt import Prompt
from summarize.engines.model.prompt import load as load_prompt
from summarize.engines.model.questions import Question
from summarize.engines.model.recordings import label_requests
from summarize.engines.model.together import meanwhile, merge_answers, parts, together
from summarize.findings import Findings
from summarize.settings import Settings

__all__ = ["DEFAULT_MODEL", "ModelEngine"]


class ModelEngine(Access):
    """Drafts with a language model. Reusable, also for many articles at once on one event loop."""

    name = "model"
    waits = True

    def __init__(
        self, settings: Settings, *, tell: Callable[[str], None] = quiet, backoff: float = 1.0, remembers: bool = True
    ) -> None:
        """As of `Access`; a prompt that is missing or wrong is a ConfigurationError too."""
        self.prompt: Prompt = load_prompt(settings.prompt)
        super().__init__(settings, tell=tell, backoff=backoff, remembers=remembers)
        self._base = ExtractiveEngine()

    @property
    def judge(self) -> ModelJudge | None:
        """Who judges the model's own words: the model itself, asked afresh, or another; None where the settings want nobody asked."""
        return ModelJudge(self) if self.settings.judge != "off" else None

    @property
    def judging(self) -> str:
        """Who judges and by which prompt, in one line: what of a model's words stands on a card depends on it."""
        judge = self.judge
        return "off" if judge is None else f"{self.settings.judge} {judge.prompt.digest}"

    async def draft(self, article: Article, findings: Findings) -> Drafted:
        """A draft by the model, with the built-in engine's as what stands where the model's is refused.

        Where the model declines the article, the draft is the built-in engine's, and says so.

        Raises:
            ModelError: the endpoint could not be reached, or refused the request.
            ConfigurationError: it refused the key, or does not say which model to use.
            MeasurementError: a replay has no recording of the request.
        """
        account = self.account()
        found = parts(findings, self.chosen.window)
        question = Question(self.prompt, article, findings, self.chosen.language)

        def choice() -> Draft:
            return self._base.choose(article, findings)

        try:
            answers, otherwise = await meanwhile(self._answers(article, question, found, account), choice)
        except DeclinedError as error:
            model = self.model or "the model"
            self.tell(f"warning: {article.source}: {model} gave no card, so the built-in engine made it: {error}")
            return Drafted(
                draft=choice(),
                usage=account.usage,
                cost_usd=account.cost_usd,
                declined=Declined(model=model, reason=str(error)),
                again=account.again,
            )
        if len(found) > 1:
            self.tell(f"note: {article.source}: longer than the window, so drafted in {len(found)} overlapping parts")
        return Drafted(
            draft=draft_of(merge_answers(answers), findings, translated=question.translated),
            otherwise=otherwise,
            usage=account.usage,
            model=self.model,
            prompt=self.prompt.name,
            prompt_digest=self.prompt.digest,
            cost_usd=account.cost_usd,
            parts=len(found),
            again=account.again,
        )

    async def _answers(
        self, article: Article, question: Question, found: Sequence[tuple[int, int]], account: Account
    ) -> list[Answer]:
        with label_requests(**self.labels(article)):
            endpoint = await self.open(account)
            async with self.turn():
                most = 1 if self.is_local else self.settings.jobs
                return await together([question.ask(endpoint, account, *part) for part in found], most)

    def labels(self, article: Article) -> dict[str, str]:
        """What a request about an article is made from, as its recordings carry it."""
        return {
            "article": article.id,
            "source": article.source.rsplit("/", 1)[-1],
            "prompt": self.prompt.digest,
            "schema": Answer.digest(),
            "model": self.model or "",
            "settings": self.written(),
        }
