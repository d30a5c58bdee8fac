"""`summarize check`: a text held against its sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarize.testing import FakeServer, Reply, faults

from .commands import CUP, FIRE, run

WRONG = "The blaze killed three night workers."


def first_sentence(path: str) -> str:
    """A sentence that an article surely has: the first that ends a line of it."""
    lines = [line for line in Path(path).read_text(encoding="utf-8").splitlines() if line.endswith(".")]
    return lines[0].split(". ")[0].rstrip(".") + "."


def test_its_own_words_stand() -> None:
    """A sentence of the article stands, and the exit code is 0."""
    result = run("check", first_sentence(FIRE), "--against", FIRE, "--format", "json")
    assert result.exit_code == 0, result.output
    assert [row["verdict"] for row in json.loads(result.stdout)] == ["stands"]


def test_what_is_not_shown_fails() -> None:
    """Exit code 6 says that something was refused, and the page says what."""
    result = run("check", WRONG, "--against", FIRE)
    assert result.exit_code == 6
    assert WRONG in result.stdout
    assert "not shown" in result.stdout


def test_strict_fails_where_it_cannot_be_told(tmp_path: Path) -> None:
    """In other words that no rule refuses a sentence cannot be told: a note for most, a failure for those who asked for it."""
    article = tmp_path / "bridge.txt"
    article.write_text("The council closed the old bridge in Telborg on 3 March 2026.\n", encoding="utf-8")
    words = "On 3 March 2026 Telborg's council shut its old bridge."
    assert run("check", words, "--against", str(article)).exit_code == 0
    assert run("check", words, "--against", str(article), "--strict").exit_code == 6


def test_of_several_sources_the_clearest_is_shown() -> None:
    """A sentence of the second source stands there, whatever the first says."""
    result = run("check", first_sentence(CUP), "-a", FIRE, "-a", CUP, "--format", "json")
    assert result.exit_code == 0, result.output
    (row,) = json.loads(result.stdout)
    assert row["verdict"] == "stands"
    assert row["source"].endswith("cup-semi-final.txt")


def test_a_text_comes_from_a_file_or_from_standard_input(tmp_path: Path) -> None:
    """A file and a pipe are checked alike."""
    draft = tmp_path / "draft.txt"
    draft.write_text(f"{first_sentence(FIRE)}\n{WRONG}\n", encoding="utf-8")
    from_file = run("check", str(draft), "--against", FIRE, "--format", "json")
    from_pipe = run("check", "-", "--against", FIRE, "--format", "json", stdin=draft.read_bytes())
    assert from_file.exit_code == from_pipe.exit_code == 6
    assert from_file.stdout == from_pipe.stdout
    assert [row["verdict"] for row in json.loads(from_file.stdout)] == ["stands", "not shown"]


def test_it_writes_over_nothing_that_it_reads(tmp_path: Path) -> None:
    """Neither the text nor a source is written over."""
    draft = tmp_path / "draft.txt"
    draft.write_text(f"{WRONG}\n", encoding="utf-8")
    for path in (str(draft), FIRE):
        before = Path(path).read_bytes()
        result = run("check", str(draft), "--against", FIRE, "--output", path)
        assert result.exit_code == 2
        assert Path(path).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("nowhere.txt", "--against", FIRE), 4, "does not exist"),
        (("Some words here.", "--against", "nowhere.txt"), 4, "nowhere.txt"),
        (("... --", "--against", FIRE), 2, "TEXT holds no words to check: only marks"),
        (("", "--against", FIRE), 2, "TEXT holds no words to check: it is empty"),
        (("  ", "--against", FIRE), 2, "TEXT holds no words to check: it is empty"),
    ],
)
def test_what_cannot_be_read_is_one_line(arguments: tuple[str, ...], code: int, message: str) -> None:
    """A missing text, a missing source and a text without words are told in one line."""
    result = run("check", *arguments)
    assert result.exit_code == code
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_an_empty_or_binary_text_is_one_line(tmp_path: Path) -> None:
    """What holds no words is named, and so is what is no text."""
    empty, binary = tmp_path / "empty.txt", tmp_path / "draft.docx"
    empty.write_text(" \n", encoding="utf-8")
    binary.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4)
    for path, code, message in ((empty, 2, f"{empty} holds no words"), (binary, 4, str(binary))):
        result = run("check", str(path), "--against", FIRE)
        assert result.exit_code == code
        assert message in result.stderr
        assert len(result.stderr.strip().splitlines()) == 1
    assert "standard input holds no words" in run("check", "-", "--against", FIRE, stdin=b"").stderr


def test_of_several_sources_each_passage_names_its_own() -> None:
    """Held against two, a text that stands in one of them alone says which."""
    for form in ("markdown", "terminal"):
        shown = run("check", first_sentence(CUP), "-a", FIRE, "-a", CUP, "--format", form).stdout
        assert "cup-semi-final" in "".join(shown.split())


def test_a_page_is_written_whole(tmp_path: Path) -> None:
    """The ending of the file names the form."""
    page = tmp_path / "checked.html"
    assert run("check", WRONG, "--against", FIRE, "--output", str(page)).exit_code == 6
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


BRIDGE = "The council closed the old bridge in Telborg on 3 March 2026.\n"
SHUT = "On 3 March 2026 Telborg's council shut its old bridge."


@pytest.fixture
def bridge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An article, and nothing remembered of endpoints."""
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "bridge.txt"
    path.write_text(BRIDGE, encoding="utf-8")
    return str(path)


def judged(server: FakeServer, bridge: str, *more: str) -> tuple[int, list[tuple[str, str | None]], str]:
    """Exit code, verdicts with their reasons, and stderr of a text that no rule decides, checked by a judge."""
    at = ("--judge", "m", "--base-url", server.base_url, "--format", "json")
    done = run("check", f"{SHUT}\n{WRONG}\n{SHUT}", "--against", bridge, *at, *more)
    rows = json.loads(done.stdout) if done.stdout else []
    return done.exit_code, [(row["verdict"], row["reason"]) for row in rows], done.stderr


def test_a_judge_is_asked_once_where_no_rule_decides(bridge: str) -> None:
    """All that rules leave open is one question; what a rule refused is not asked about, and the reason names the judge."""
    with FakeServer() as server:
        code, found, told = judged(server, bridge)
        (question,) = [request for request in server.requests if request.claims]
    assert found[0] == found[2] == ("stands", "judged by m")
    assert found[1][0] == "not shown"
    assert code == 6
    assert question.claims == (1, 2)
    assert f"CLAIM 1: {SHUT}\n1: {BRIDGE}" in question.last_user
    assert WRONG not in question.last_user
    assert "note: judge m at" in told
    assert "2 requests" in told


@pytest.mark.parametrize(
    ("outcome", "verdict"),
    [("in part", "in part"), ("not there", "not shown"), ("contradicted", "contradicted"), ("stands", "stands")],
)
def test_a_judges_ruling_is_the_verdict(bridge: str, outcome: str, verdict: str) -> None:
    """Each ruling has its verdict, with whose word the judge says it is; one that it leaves out cannot be told."""
    ruling = {"claim": 1, "source": "the council", "differs": "", "ruling": outcome}
    with FakeServer(judge=Reply({"rulings": [ruling]})) as server:
        _, found, told = judged(server, bridge)
    assert found[0] == (verdict, "judged by m, as the word of the council")
    assert found[2] == ("cannot tell", "the judge gave no ruling, or two, on 1 of 2 claims")
    assert f"warning: {bridge}: the judge gave no ruling" in told


def test_a_judge_that_cannot_be_asked_costs_no_result(bridge: str) -> None:
    """What rules say is printed all the same; exit code 5 says that the judge gave nothing, unless a rule refused something (6)."""
    with FakeServer(judge=faults.refusal("No.")) as server:
        code, found, told = judged(server, bridge)
        alone = run("check", SHUT, "--against", bridge, "--judge", "m", "--base-url", server.base_url)
    assert (code, found[0][0]) == (6, "cannot tell")
    assert "the model refused: No." in told
    assert alone.exit_code == 5
    assert "cannot tell" in alone.stdout


def test_a_judge_without_a_key_is_told_before_anything_is_asked(bridge: str) -> None:
    """OpenAI's own models need a key: exit code 3."""
    assert run("check", SHUT, "--against", bridge, "--judge", "gpt-6-luna").exit_code == 3
