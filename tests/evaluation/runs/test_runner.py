"""Rules of a run: what fails is counted and not averaged, what is done is not done again, and what is kept is right."""

from __future__ import annotations

import asyncio
import stat
from pathlib import Path

import pytest

from summarize import Settings
from summarize.article import Article
from summarize.errors import ConfigurationError, ModelError, OutputError
from summarize.evaluation.gold.files import GoldFile
from summarize.evaluation.runs.files import CaseJournal
from summarize.evaluation.runs.maker import About, MadeCard, Maker
from summarize.evaluation.runs.run import Case
from summarize.evaluation.runs.runner import Options, run_cases, run_of
from summarize.evaluation.runs.store import FindingsStore
from tests.evaluation.perfect import perfect_card

from .folders import files_of, gold_folder

NAMES = ("east", "mill", "west")


class Scripted:
    """Makes the perfect card, or fails, and counts."""

    def __init__(self, fails: dict[str, Exception] | None = None, *, waits: bool = False, key: str = "") -> None:
        self.fails = fails or {}
        self.waits = waits
        self.about = About("scripted", "extractive", key=key)
        self.made: list[str] = []

    async def make(self, name: str, article: Article) -> MadeCard:
        self.made.append(name)
        await asyncio.sleep(0.01 if self.waits else 0)
        if name in self.fails:
            raise self.fails[name]
        return MadeCard(perfect_card().model_copy(update={"article": article}), None, 2.0)

    async def aclose(self) -> None:
        pass


def cases_of(files: list[GoldFile], maker: Scripted, journal: CaseJournal | None = None, **options: int) -> list[Case]:
    return asyncio.run(run_cases(files, maker, Options(**options), journal=journal))  # type: ignore[arg-type]


@pytest.fixture
def files(tmp_path: Path) -> list[GoldFile]:
    return files_of(gold_folder(tmp_path, NAMES))


def test_a_failed_case_is_a_value(files: list[GoldFile]) -> None:
    """A case without a card is among the cases, with its reason; it counts in `cards made`, and is in no other average."""
    cases = cases_of(files, Scripted({"west": ModelError("the model refused")}))
    assert [case.name for case in cases] == list(NAMES)
    failed = cases[2]
    assert failed.failure is not None
    assert (failed.failure.error, failed.failure.message, failed.failure.exit_code) == (
        "ModelError",
        "the model refused",
        5,
    )
    assert {name: score.value for name, score in failed.scores.items()} == {"cards.made": 0.0}
    run = run_of(cases, files, Scripted(), Options(), gold="gold", began=(0.0, 0.0))
    assert set(run.values("when.f1")) == {"east", "mill"}
    assert run.values("cards.made") == {"east": 1.0, "mill": 1.0, "west": 0.0}


def test_an_article_that_cannot_be_read_is_a_value(files: list[GoldFile]) -> None:
    """A missing article fails its case alone."""
    files[0].article_path.unlink()
    cases = cases_of(files, Scripted())
    assert cases[0].failure is not None
    assert cases[0].failure.exit_code == 4
    assert cases[0].article_id is None
    assert all(case.failure is None for case in cases[1:])


@pytest.mark.parametrize("waits", [False, True])
def test_what_ends_a_run_ends_it(files: list[GoldFile], waits: bool) -> None:
    """A wrong key would fail every case: it ends the run, however many are under way."""
    with pytest.raises(ConfigurationError, match="key"):
        cases_of(files, Scripted({"mill": ConfigurationError("the key is refused")}, waits=waits))


def test_a_stopped_run_goes_on(files: list[GoldFile], tmp_path: Path) -> None:
    """What was finished before a run was stopped is not made again; what failed is tried again."""
    path = tmp_path / "run.json.partial"
    first = Scripted({"mill": ModelError("busy"), "west": ConfigurationError("stopped")})
    journal = CaseJournal(path)
    with pytest.raises(ConfigurationError):
        cases_of(files, first, journal)
    journal.close(remove=False)
    assert first.made == ["east", "mill", "west"]

    second = Scripted()
    journal = CaseJournal(path)
    cases = cases_of(files, second, journal)
    journal.close(remove=True)
    assert second.made == ["mill", "west"]
    assert all(case.failure is None for case in cases)
    assert cases == cases_of(files, Scripted())
    assert not path.exists()


def test_a_line_cut_short_is_not_read(files: list[GoldFile], tmp_path: Path) -> None:
    """A crash in the middle of a line loses that case and no other, also for the run after."""
    path = tmp_path / "partial"
    journal = CaseJournal(path)
    cases_of(files, Scripted(), journal)
    journal.close(remove=False)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:2]) + lines[2][: len(lines[2]) // 2], encoding="utf-8")
    for expected in (["west"], []):
        maker = Scripted()
        journal = CaseJournal(path)
        cases_of(files, maker, journal)
        journal.close(remove=False)
        assert maker.made == expected


def test_what_changed_is_made_again(files: list[GoldFile], tmp_path: Path) -> None:
    """A case is taken up only if labels, article and what makes the card are the same."""
    path = tmp_path / "partial"
    journal = CaseJournal(path)
    cases_of(files, Scripted(), journal)
    files[0].article_path.write_text(files[0].article_path.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    files[1].path.write_text(files[1].path.read_text(encoding="utf-8") + "\nnotes: another line\nabsent: [gold]\n".replace("absent: [gold]", "story: x"), encoding="utf-8")  # fmt: skip
    changed = Scripted()
    cases_of(files_of(files[0].path.parent), changed, journal)
    assert changed.made == ["east", "mill"]
    other = Scripted(key="another endpoint")
    cases_of(files, other, journal)
    assert other.made == list(NAMES)
    journal.close(remove=True)


def test_repetitions_are_kept_and_averaged(files: list[GoldFile]) -> None:
    """Of several repetitions a score is the mean, and each one's value is kept."""
    maker = Scripted()
    case = cases_of(files, maker, repeat=3)[1]
    assert maker.made.count("mill") == 3
    assert len(case.repeats) == 3
    assert case.scores["quotes.f1"].value == 1.0
    assert case.repeats[0]["quotes.f1"] == 1.0


def test_stories_are_clusters(files: list[GoldFile]) -> None:
    """Articles of one story carry its name; one without a story is its own."""
    files[0] = GoldFile(files[0].path, files[0].gold.model_copy(update={"story": "flood"}), files[0].source)
    assert [case.story for case in cases_of(files, Scripted())] == ["flood", "mill", "west"]


def test_the_digest_of_the_gold(files: list[GoldFile]) -> None:
    """A run's gold has the same digest however its files are laid out, and another once a label or an article changes."""

    def digest(changed: list[GoldFile]) -> str:
        return run_of(
            cases_of(changed, Scripted()), changed, Scripted(), Options(), gold="g", began=(0.0, 0.0)
        ).gold_digest

    first = digest(files)
    files[0].path.write_text("# a remark\n" + files[0].source.replace("\n", "\n\n"), encoding="utf-8")
    folder = files[0].path.parent
    assert digest(files_of(folder)) == first
    files[0].path.write_text(files[0].source.replace("2026-03-03", "2026-03-04"), encoding="utf-8")
    assert digest(files_of(folder)) != first


def test_findings_are_kept(files: list[GoldFile], tmp_path: Path) -> None:
    """The second run finds nothing anew, and makes the same cards."""
    settings = Settings(nlp="off", cache=tmp_path / "cache")
    cards = []
    for hits in (0, 3):
        maker = Maker(settings)
        made = [asyncio.run(maker.make(file.name, file.article())).card for file in files]
        cards.append([card.model_copy(update={"provenance": None}) for card in made])
        assert maker._store is not None
        assert maker._store.hits == hits
        maker.close()
    assert cards[0] == cards[1]


def test_findings_are_kept_for_their_article_alone(files: list[GoldFile], tmp_path: Path) -> None:
    """The same text with another publication date has other findings, as has another NLP model; where it was read from is nothing in it."""
    store = FindingsStore(tmp_path)
    maker = Maker(Settings(nlp="off"), keeps=False)
    article = files[1].article()
    store.put(article, None, maker.findings(article))
    assert store.get(article.model_copy(update={"source": "elsewhere"}), None) is not None
    assert store.get(article.model_copy(update={"published": "2020-01-01"}), None) is None
    assert store.get(article, "another 1.0") is None
    store.close()


def test_findings_are_their_users_alone(tmp_path: Path) -> None:
    """The file of findings holds words of articles: nobody else reads it, nor what SQLite keeps beside it, nor one of before."""
    for _ in range(2):
        store = FindingsStore(tmp_path)
        assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}
        store.close()
        (tmp_path / "findings.sqlite3").chmod(0o644)


def test_a_full_disk_ends_a_run_with_its_own_code(files: list[GoldFile], tmp_path: Path) -> None:
    """A journal that cannot be written for want of room is exit code 8 and one line, and closing it is no second error."""
    journal = CaseJournal(tmp_path / "run.partial")
    path = tmp_path / "made.partial"
    made = CaseJournal(path)
    cases_of(files[:1], Scripted(), made)
    (case,) = made._kept.values()
    made.close(remove=True)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        journal._file.close()
        journal._file = full
        with pytest.raises(OutputError, match=r"run\.partial cannot be written: No space left"):
            journal.add("key", case)
        journal.close(remove=False)


def test_a_broken_store_is_no_obstacle(files: list[GoldFile], tmp_path: Path) -> None:
    """A cache that is no database, or cannot be written, is done without."""
    (tmp_path / "findings.sqlite3").write_bytes(b"not a database" * 100)
    article = files[1].article()
    found = Maker(Settings(nlp="off"), keeps=False).findings(article)
    for folder in (tmp_path, tmp_path / "findings.sqlite3" / "below"):
        store = FindingsStore(folder)
        store.put(article, None, found)
        assert store.get(article, None) is None
        store.close()
