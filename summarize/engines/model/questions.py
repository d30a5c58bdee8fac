"""One article's question to a model: what it is told, and what it is told of an answer that does not hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.article import Article
from summarize.card import ORDER, Rejection
from summarize.checking.examining import neutral_refusals
from summarize.draft import Draft
from summarize.engines.model.accounting import Account
from summarize.engines.model.drafting import Answer, draft_of
from summarize.engines.model.endpoint import Endpoint
from summarize.engines.model.listing import date_with_weekday, listing
from summarize.engines.model.prompt import Prompt
from summarize.errors import ModelError
from summarize.findings import Findings
from summarize.grounding import BorneOut, OwnWords, Verdict, ground, refused_texts

_MAX_REASONS = 12
_LANGUAGES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "pl": "Polish", "ru": "Russian", "uk": "Ukrainian", "ar": "Arabic", "hi": "Hindi", "zh": "Chinese", "ja": "Japanese",
    "ko": "Korean", "tr": "Turkish", "sv": "Swedish", "da": "Danish", "no": "Norwegian", "fi": "Finnish", "cs": "Czech",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about an article."""

    prompt: Prompt
    article: Article
    findings: Findings
    language: str | None
    """Of the card's own sentences; the article's if None."""

    @property
    def translated(self) -> bool:
        """True if the model writes in another language than the article's, as far as that is known."""
        if self.language is None:
            return False
        return _primary(self.language) != self._article_language()

    def _article_language(self) -> str | None:
        """The article's language, of which its own words say more than what is said about it; None if unknown."""
        if self.findings.pack == "en":
            return "en"
        stated = self.article.language
        return _primary(stated) if stated and _primary(stated) in _LANGUAGES and _primary(stated) != "en" else None

    async def ask(self, endpoint: Endpoint, account: Account, first: int, last: int) -> Answer:
        """The model's answer about sentences `first` to `last`; sent back once, with reasons, where its texts do not hold.

        Of a part that does not open the article the texts are not used, and so not sent back. An answer once given is never lost: where
        the second question fails, the first answer stands, and what does not hold of it is refused.

        Raises:
            ModelError: the endpoint gave no usable answer.
        """
        messages = self.prompt.messages(
            date_with_weekday(self.article), self._in_words(), listing(self.article, self.findings, first, last)
        )
        turn = await endpoint.turn(messages, account, Answer)
        answer = turn.answer
        refused = self._rejections_of(answer) if first == 1 else []
        if not refused:
            return answer
        account.again += 1
        again = [
            *messages,
            {"role": "assistant", "content": answer.model_dump_json(), **turn.thoughts},
            {"role": "user", "content": _sent_back(refused)},
        ]
        try:
            second = await endpoint.ask(again, account, Answer)
        except ModelError as error:
            endpoint.tell(
                f"warning: {self.article.source}: the second question failed, so the first answer stands: {error}"
            )
            return answer
        return second if len(self._rejections_of(second)) <= len(refused) else answer

    def _rejections_of(self, answer: Answer) -> list[Rejection]:
        """What does not hold, if a text is among it: for a number the findings' own answer stands, at no further cost."""
        draft = draft_of(answer, self.findings, translated=self.translated)
        texts = Draft(headline=draft.headline, what=draft.what, translated=draft.translated)
        refused, verdicts = refused_texts(texts, self.article, self.findings, self._verdicts)
        if not _of_the_answer(refused):
            return []
        return _of_the_answer(ground(draft, self.article, self.findings, verdicts=verdicts).rejected)

    def _verdicts(self, words: Sequence[OwnWords]) -> dict[OwnWords, Verdict]:
        """What figures, dates and names do not refuse is for the judge, not for another try."""
        refused = neutral_refusals(words, self.article, self.findings, translated=self.translated)
        return {**dict.fromkeys(words, BorneOut()), **refused}

    def _in_words(self) -> str:
        tag = self.language or self._article_language()
        return _LANGUAGES.get(_primary(tag), tag) if tag else "that of the article"


def _primary(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0].lower()


def _of_the_answer(refused: Sequence[Rejection]) -> list[Rejection]:
    """What the model can do better: an order in the article is no fault of its answer."""
    return [one for one in refused if one.reason != ORDER]


def _sent_back(refused: Sequence[Rejection]) -> str:
    lines = "\n".join(f"- {one.field}: {one.value}: {one.reason}" for one in refused[:_MAX_REASONS])
    return (
        f"These parts of your answer do not hold:\n{lines}\n"
        "Give the whole answer again, corrected. Leave out what the sentences do not say."
    )
