"""Rules of requests that somebody else runs: what is written for them, and the lines of answers that come back."""

from __future__ import annotations

import json
from pathlib import Path

from summarize.testing import FakeServer
from tests.batch.articles import WITH, answers, cards_in, write_articles
from tests.cli.commands import run


def test_files_that_somebody_else_runs() -> None:
    """With --write-only nothing is sent. Lines of answers may come late, twice, damaged, or be of other requests: each request is settled once."""
    articles = str(write_articles(Path("a.jsonl"), 3))
    command = (
        "batch",
        articles,
        "-o",
        "out",
        "-m",
        "m",
        "--processes",
        "1",
        "--base-url",
        "http://127.0.0.1:9/v1",
        "--write-only",
    )
    done = run(*command)
    assert done.exit_code == 0, done.stderr
    with FakeServer(answers) as server:
        for turn in range(6):
            files = sorted(Path("out/requests").glob("*.jsonl"))
            if not files:
                break
            lines = [line for file in files for line in answered_by(server, file)]
            Path("out/requests/answers.jsonl").write_text("of somebody else\n", encoding="utf-8")
            noise = [
                "{broken",
                json.dumps({"custom_id": "nobody", "response": {"status_code": 200, "body": {}}}),
                *lines[:1],
            ]
            Path(f"answers-{turn}.jsonl").write_text("\n".join([*reversed(lines), *noise]) + "\n", encoding="utf-8")
            done = run("batch", "collect", "out", "--results", f"answers-{turn}.jsonl", "--processes", "1")
            assert done.exit_code == 0, done.stderr
            assert "1 old or double, 1 of no request, 1 unreadable" in done.stderr
            Path("out/requests/answers.jsonl").unlink()
    assert len(cards_in(Path("out/cards.jsonl"))) == 3


def answered_by(server: FakeServer, file: Path) -> list[str]:
    """The lines that a program which runs files of requests writes."""
    from urllib import request

    lines = []
    for line in file.read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        assert asked["url"] == "/v1/chat/completions"
        sent = request.Request(
            server.base_url + "/chat/completions",
            json.dumps(asked["body"]).encode(),
            {"content-type": "application/json"},
            method="POST",
        )
        with request.urlopen(sent, timeout=5) as response:
            body = json.load(response)
        lines.append(
            json.dumps(
                {
                    "id": "x",
                    "custom_id": asked["custom_id"],
                    "response": {"status_code": 200, "body": body},
                    "error": None,
                }
            )
        )
    return lines


def test_what_is_only_written_is_not_sent_by_collect() -> None:
    """A folder whose requests are for somebody else to run sends none, also where there was no room to write any."""
    articles = str(write_articles(Path("a.jsonl"), 2))
    with FakeServer(answers) as server:
        command = ("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url, "--write-only")
        assert run(*command, "--max-cost", "0.000001").exit_code == 5
        assert not list(Path("out/requests").iterdir())
        assert run("batch", "collect", "out", "--max-cost", "1", "--processes", "1").exit_code == 0
        assert (server.charged.batches, len(list(Path("out/requests").iterdir()))) == (0, 1)


def written(articles: int) -> list[str]:
    """The names of the requests of a new folder, which somebody else is to run."""
    write_articles(Path("a.jsonl"), articles)
    done = run("batch", "a.jsonl", "-o", "out", *WITH, "--base-url", "http://127.0.0.1:9/v1", "--write-only")
    assert done.exit_code == 0, done.stderr
    return names_written()


def names_written() -> list[str]:
    """The names of the requests that are to be run."""
    (file,) = Path("out/requests").glob("*.jsonl")
    return [json.loads(line)["custom_id"] for line in file.read_text(encoding="utf-8").splitlines()]


def collected(lines: list[str], before: str = "") -> str:
    """What is said when lines of answers are taken in."""
    Path("answers.jsonl").write_text(before + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    done = run("batch", "collect", "out", "--results", "answers.jsonl", "--processes", "1")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.stderr


DAMAGED = [
    '{"status_code": 1e999, "body": {}}',
    '{"status_code": 200, "body": {"_fields_set": "x"}}',
    json.dumps({"status_code": 200, "body": "[" * 100_000}),
    '{"status_code": [1], "body": {}}',
]


def test_no_line_of_answers_ends_a_run() -> None:
    """Lines that are damaged in whatever way are counted, and the others are taken in, also behind a byte order mark."""
    name, other = written(2)
    bad = [f'{{"custom_id": "{name}", "response": {response}}}' for response in DAMAGED]
    bad += ["[" * 100_000, "5", "null", '{"custom_id": 5}', "{}"]
    failed = json.dumps({"custom_id": other, "response": None, "error": {"message": "out of memory"}})
    said = collected([failed, *bad], "\ufeff")
    assert "0 good, 1 failed, 9 unreadable" in said


def test_a_reason_may_be_a_text() -> None:
    """An answer that is nothing but a text that says why there is none, as vLLM writes it, settles that sending."""
    names = written(2)
    response = {"status_code": 400, "request_id": "vllm-batch-1", "body": None}
    lines = [json.dumps({"custom_id": name, "response": response, "error": "it is not supported"}) for name in names]
    assert "0 good, 2 failed" in collected(lines)
    assert [name.rpartition("-")[2] for name in names_written()] == ["2", "2"]


def test_a_failure_is_of_one_sending() -> None:
    """The same file of failures again says nothing about what was written since: it takes no try away."""
    lines = [json.dumps({"custom_id": name, "error": {"message": "out of memory"}}) for name in written(2)]
    assert "2 failed" in collected(lines)
    for _ in range(3):
        assert "0 good, 2 old or double" in collected(lines)
    assert "2 waiting" in run("batch", "status", "out").stdout
