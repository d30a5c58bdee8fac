"""The language-model engine: an article's findings in, numbers and a few sentences out, checked and once corrected."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from weakref import WeakKeyDictionary

import openai

from summarize.article import Article
from summarize.card import Declined
from summarize.engines.base import Drafted, Judge
from summarize.engines.extractive import ExtractiveEngine
from summarize.engines.model import local
from summarize.engines.model.accounting import Account, Budget, price_of
from summarize.engines.model.answer import Answer
from summarize.engines.model.chosen import Chosen, chosen, for_model
from summarize.engines.model.connection import Connection, Offered
from summarize.engines.model.drafting import draft_of
from summarize.engines.model.endpoint import Endpoint
from summarize.engines.model.faults import DeclinedError
from summarize.engines.model.parts import merged, parts
from summarize.engines.model.profiles import Profiles
from summarize.engines.model.prompt import Prompt
from summarize.engines.model.prompt import load as load_prompt
from summarize.engines.model.questions import Question
from summarize.engines.model.recordings import Recorder, Replay, labelled
from summarize.engines.model.retries import Sender
from summarize.engines.model.rungs import Rung
from summarize.engines.model.together import together
from summarize.errors import ConfigurationError, MeasurementError
from summarize.findings import Findings
from summarize.redaction import SECRETS
from summarize.settings import OPENAI_URL, Price, Settings
from summarize.settings.addresses import keeps_secrets, origin

DEFAULT_MODEL = "gpt-6-luna"
"""At OpenAI's own endpoint, where only a key is configured."""


def quiet(line: str) -> None:
    """Tell nobody."""
    del line


class ModelEngine:
    """Drafts with a language model. Reusable, also for many articles at once on one event loop."""

    name = "model"
    waits = True

    def __init__(
        self,
        settings: Settings,
        *,
        tell: Callable[[str], None] = quiet,
        backoff: float = 1.0,
        remembers: bool = True,
    ) -> None:
        """Find out what the settings ask for; nothing is sent yet.

        Args:
            settings: model, endpoint, key, limits.
            tell: takes one line for the user, where something is not as usual.
            backoff: seconds to wait before the first new attempt, where the endpoint does not say.
            remembers: use and keep what runs learn of endpoints; else each is probed anew.

        Raises:
            ConfigurationError: a key, a prompt or a model file is missing or wrong.
            MeasurementError: the folder of recordings cannot be used.
        """
        self.settings = settings
        self._tell = tell
        self._backoff = backoff
        self._remembers = remembers
        self._base = ExtractiveEngine()
        self.prompt: Prompt = load_prompt(settings.prompt)
        self._replay = Replay(settings.replay) if settings.replay is not None else None
        self._local = local.is_file(settings.model) and self._replay is None and settings.base_url is None
        self._server: local.LocalServer | None = None
        if settings.record is not None and settings.replay is not None:
            raise ConfigurationError(
                "a replay asks nothing, so there is nothing to record: unset SUMMARIZE_RECORD or --replay"
            )
        self.base_url = settings.base_url or OPENAI_URL
        if settings.distrusted and not (self._replay or self._local):
            raise ConfigurationError(settings.distrusted)
        SECRETS.keep(settings.api_key)
        if self.base_url == OPENAI_URL and not (settings.api_key or self._local or self._replay):
            raise ConfigurationError(
                f"{settings.model or 'the model'} at {OPENAI_URL} needs a key: set OPENAI_API_KEY, or give --base-url"
            )
        self.model = _model_name(settings, self._replay)
        # Whose recordings are replayed is not known, and so neither is their price.
        billed_at = "" if self._replay and not settings.base_url else self.base_url
        price = Price(0, 0) if self._local else price_of(self.model or "", billed_at, settings.prices)
        self.spent = Account(price)
        """What the whole run was served."""
        self.chosen: Chosen = chosen(settings, self._replay, self.model, is_local=self._local)
        """The settings that answers depend on; of a replay, as they were recorded."""
        self._connection: Connection | None = None
        self._endpoint: Endpoint | None = None
        self._locks: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()

    @property
    def replay(self) -> Replay | None:
        """The recordings that answer, if any do."""
        return self._replay

    @property
    def is_local(self) -> bool:
        """True if the model is a file, served in process."""
        return self._local

    @property
    def judge(self) -> Judge | None:
        """Who judges the model's own words; None where nobody is asked."""
        return None

    @property
    def rung(self) -> Rung | None:
        """How the endpoint is asked for the schema; None until that is known."""
        return self._endpoint.rung if self._endpoint is not None else None

    async def draft(self, article: Article, findings: Findings) -> Drafted:
        """A draft by the model, with the built-in engine's as what stands where the model's is refused.

        Where the model declines the article, the draft is the built-in engine's, and says so.

        Raises:
            ModelError: the endpoint could not be reached, or refused the request.
            ConfigurationError: it refused the key, or does not say which model to use.
            MeasurementError: a replay has no recording of the request.
        """
        otherwise = self._base.choose(article, findings)
        account = Account(self.spent.price, run=self.spent)
        found = parts(findings, self.chosen.window)
        question = Question(self.prompt, article, findings, self.chosen.language)
        try:
            answers = await self._answers(article, question, found, account)
        except DeclinedError as error:
            model = self.model or "the model"
            self._tell(f"note: {article.source}: {model} gave no card, so the built-in engine made it: {error}")
            return Drafted(
                draft=otherwise,
                usage=account.usage,
                cost_usd=account.cost_usd,
                declined=Declined(model=model, reason=str(error)),
                again=account.again,
            )
        if len(found) > 1:
            self._tell(f"note: {article.source}: longer than the window, so drafted in {len(found)} overlapping parts")
        return Drafted(
            draft=draft_of(merged(answers), findings, translated=question.translated),
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
        with labelled(**self.labels(article)):
            endpoint = await self._open(account)
            # A model in this process answers one question after the other; waiting for its turn is not the endpoint's time.
            async with self._lock() if self._local else nullcontext():
                most = 1 if self._local else self.settings.jobs
                return await together([question.ask(endpoint, account, *part) for part in found], most)

    async def aclose(self) -> None:
        """Close the connections of the running event loop. What is known of the endpoint stays known."""
        if self._connection is not None:
            await self._connection.aclose()

    def close(self) -> None:
        """Stop the server of a model file, if there is one."""
        if self._server is not None:
            self._server.close()
            self._server = None

    async def models(self) -> list[Offered]:
        """The models that the endpoint offers. Raises as `draft`."""
        return await self._connect().models()

    def client(self) -> openai.AsyncOpenAI:
        """The openai client as the engine uses it, recorded or replayed: for measuring other ways against this one."""
        return self._connect().client()

    async def prepare(self) -> Rung:
        """Find out how the endpoint can be asked for the schema: the rung of the ladder. Raises as `draft`."""
        return (await self._open(self.spent)).rung

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

    def written(self) -> str:
        """The settings that answers depend on, in one line."""
        return self.chosen.written()

    def _lock(self) -> asyncio.Lock:
        """The lock of the running event loop."""
        return self._locks.setdefault(asyncio.get_running_loop(), asyncio.Lock())

    def key(self) -> tuple[str | None, str | None]:
        """The key that is sent to the endpoint, and why one that is set is not, if that is so."""
        settings = self.settings
        if settings.api_key is None:
            return None, settings.withheld
        if settings.key_for not in {None, origin(self.base_url)}:
            return None, f"the key that is set is for {settings.key_for} alone"
        if not keeps_secrets(self.base_url):
            return None, "no key is sent over plain http: give an https address"
        return settings.api_key, None

    def _connect(self) -> Connection:
        if self._connection is None:
            if self._local and self._server is None:
                assert self.settings.model is not None
                self._tell(f"note: loading {self.settings.model}")
                self._server = local.LocalServer(Path(self.settings.model).expanduser())
                # Stopped with the engine, or with the program.
                weakref.finalize(self, self._server.close)
                self.base_url = self._server.base_url
            key, withheld = (None, None) if self._replay or self._local else self.key()
            self._connection = Connection(
                self.base_url,
                key,
                timeout=self.settings.timeout,
                headers=self.settings.headers if key is not None else None,
                withheld=withheld,
                recorder=Recorder(self.settings.record, (key,) if key else ()) if self.settings.record else None,
                replay=self._replay,
            )
        return self._connection

    async def _open(self, account: Account) -> Endpoint:
        """The endpoint, ready to be asked; found out once, however many articles wait for it."""
        async with self._lock():
            if self._endpoint is None:
                connection = self._connect()
                model = self.model or _only([one.name for one in await connection.models()], self.base_url)
                if self.model is None:
                    self.model = model
                    self.chosen = for_model(self.chosen, self.settings, model)
                remembered = self._remembers and not (self.settings.record or self._replay or self._local)
                endpoint = Endpoint(
                    Sender(
                        connection,
                        Budget(self.spent, self.settings.max_cost, self.settings.max_tokens),
                        patience=self.settings.patience,
                        tell=self._tell,
                        backoff=self._backoff,
                    ),
                    self.base_url,
                    model,
                    chosen=self.chosen,
                    tell=self._tell,
                    profiles=Profiles(self.settings.cache) if remembered else None,
                    recorded=self._replay.rung if self._replay is not None else None,
                )
                await endpoint.prepare(account)
                self._endpoint = endpoint
        return self._endpoint


def _model_name(settings: Settings, replay: Replay | None) -> str | None:
    """The model's name; None if the endpoint has to be asked for it."""
    if local.is_file(settings.model):
        return (settings.model or "").replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".gguf")
    if settings.model is not None:
        return settings.model
    if replay is not None:
        if len(replay.models) != 1:
            raise MeasurementError(f"{replay.folder} has recordings of several models or none: name one with --model")
        return replay.models[0]
    return DEFAULT_MODEL if settings.base_url in {None, OPENAI_URL} else None


def _only(models: Sequence[str], base_url: str) -> str:
    if len(models) == 1:
        return models[0]
    shown = ", ".join(sorted(models)[:8])
    raise ConfigurationError(
        f"{base_url} offers {len(models)} models: name one with --model ({shown or 'it lists none'})"
    )
