from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from summarize import Card
from summarize.cli.output import file_name, form_for
from summarize.errors import UsageError
from summarize.files import write_whole

from .commands import CUP, FIRE, FIRE_TITLE, errors, process, run

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def test_stdin() -> None:
    """`-` reads standard input, and the card says so."""
    result = run("brief", "-", "--format", "json", stdin=Path(FIRE).read_bytes())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["article"]["source"] == "-"


@posix
@pytest.mark.parametrize("count", [1, 2])
def test_any_file_name(tmp_path: Path, count: int) -> None:
    """A name that is no UTF-8 is read, and its card is valid JSON."""
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xe2\x80\xae.txt")
    Path(path).write_bytes(Path(FIRE).read_bytes())
    result = run("brief", *[path] * count, "--format", "json")
    assert result.exit_code == 0
    assert "\u202e" not in result.stdout
    documents = [json.loads(line) for line in result.stdout.splitlines()] if count > 1 else [json.loads(result.stdout)]
    shown = f"{tmp_path}/\\xff\u202e.txt"
    assert [document["article"]["source"] for document in documents] == [shown] * count


def test_pipe_gets_markdown() -> None:
    """Without --format a pipe gets Markdown."""
    assert run("brief", FIRE).stdout.startswith(f"# {FIRE_TITLE}\n")


def test_result_alone_on_stdout() -> None:
    """Notes go to stderr: stdout is the result and nothing else."""
    result = run("brief", FIRE, "--format", "json")
    Card.model_validate_json(result.stdout)
    assert result.stderr.startswith("note: built-in extractive engine")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("card.md", "markdown"),
        ("card.HTML", "html"),
        ("card.htm", "html"),
        ("card.json", "json"),
        ("card", "markdown"),
        ("a.txt", "markdown"),
    ],
)
def test_form_by_the_name(name: str, form: str) -> None:
    """Without --format the name of the output file decides, and Markdown if it says nothing; with it they must agree."""
    assert form_for(None, name) == form
    assert form_for(form, name) == form


@pytest.mark.parametrize("name", ["card.docx", "card.PDF", "b.msg", "day.md.gz"])
@pytest.mark.parametrize("command", ["brief", "daily"])
def test_an_ending_that_no_format_has(tmp_path: Path, command: str, name: str) -> None:
    """An ending that no format has is a usage error that lists those there are, whatever --format says, and nothing is written."""
    for flags in ([], ["--format", "markdown"]):
        result = (
            run(command, FIRE, "-o", str(tmp_path / name), "--store", "none", *flags)
            if command == "daily"
            else run(command, FIRE, "-o", str(tmp_path / name), *flags)
        )
        assert result.exit_code == 2
        assert ".md, " in errors(result.stderr)[-1]
        assert ".html, " in errors(result.stderr)[-1]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("form", "name"), [("json", "card.html"), ("markdown", "card.json"), ("html", "card.md"), ("terminal", "card.md")]
)
def test_a_format_that_the_ending_contradicts(tmp_path: Path, form: str, name: str) -> None:
    """Where --format and the ending say different things, neither is guessed; endings of days and numbers say nothing."""
    result = run("brief", FIRE, "-o", str(tmp_path / name), "--format", form)
    assert result.exit_code == 2
    assert "give one of the two" in errors(result.stderr)[-1]
    assert run("brief", FIRE, "-o", str(tmp_path / "card.2026-03-14"), "--format", form).exit_code == 0


def test_form_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --format a terminal gets the terminal's form."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert form_for(None, None) == "terminal"


def test_several_as_json_lines() -> None:
    """Several cards as JSON are JSON Lines, one a line, in the order of the articles; one alone is a document."""
    lines = run("brief", FIRE, CUP, "--format", "json").stdout.splitlines()
    assert [json.loads(line)["article"]["source"] for line in lines] == [FIRE, CUP]
    assert run("brief", FIRE, "--format", "json").stdout.startswith("{\n")


@pytest.mark.parametrize(("form", "rule"), [("markdown", "\n\n---\n\n# "), ("terminal", "\n\n")])
def test_several_are_kept_apart(form: str, rule: str) -> None:
    """Several cards in one text are kept apart."""
    both = run("brief", FIRE, CUP, "--format", form).stdout
    first = run("brief", FIRE, "--format", form).stdout
    assert rule in both
    assert both.count(FIRE_TITLE) == first.count(FIRE_TITLE)


def test_to_a_file(tmp_path: Path) -> None:
    """-o writes the card to the file and nothing to stdout."""
    target = tmp_path / "card.json"
    result = run("brief", FIRE, "-o", str(target))
    assert result.exit_code == 0
    assert result.stdout == ""
    Card.model_validate_json(target.read_bytes())


def test_several_to_a_file(tmp_path: Path) -> None:
    """Several cards go to one file if the form allows it."""
    target = tmp_path / "cards.jsonl"
    assert run("brief", FIRE, CUP, "-o", str(target)).exit_code == 0
    assert len([Card.model_validate_json(line) for line in target.read_bytes().splitlines()]) == 2


def test_to_a_new_folder(tmp_path: Path) -> None:
    """A name that ends in a slash is a folder: it is made, and takes one file per card, named after its article."""
    folder = tmp_path / "new" / "cards"
    result = run("brief", FIRE, CUP, "--format", "html", "-o", f"{folder}/")
    assert result.exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["cup-semi-final.html", "harbour-fire.html"]


def test_to_a_folder_with_equal_names(tmp_path: Path) -> None:
    """Articles of the same name in different folders get files of their own."""
    for day in ("monday", "tuesday"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "lead.txt").write_bytes(Path(FIRE).read_bytes())
    target = tmp_path / "cards"
    target.mkdir()
    assert (
        run(
            "brief",
            str(tmp_path / "monday/lead.txt"),
            str(tmp_path / "tuesday/lead.txt"),
            "-f",
            "json",
            "-o",
            str(target),
        ).exit_code
        == 0
    )
    assert sorted(path.name for path in target.iterdir()) == ["lead-2.json", "lead.json"]


def test_file_name_is_safe(tmp_path: Path) -> None:
    """A source's name cannot lead out of the folder, hide the file, or act on a shell or terminal."""
    card = Card.model_validate_json(run("brief", FIRE, "--format", "json").stdout)
    for source in (
        "../../etc/passwd",
        "..",
        ".hidden",
        "a b;rm -rf $(x).txt",
        "\x1b[31m",
        "https://example.com/a?b=c/..",
        "-",
    ):
        name = file_name(
            card.model_copy(update={"article": card.article.model_copy(update={"source": source})}),
            "json",
            set[str]().__contains__,
        )
        assert (tmp_path / name).parent == tmp_path
        assert name.replace("-", "").replace(".", "").replace("_", "").isalnum()
        assert not name.startswith((".", "-"))


def test_nothing_is_written_if_nothing_is_made(tmp_path: Path) -> None:
    """If no article could be read, an existing file stays as it is."""
    target = tmp_path / "card.md"
    target.write_text("old", encoding="utf-8")
    assert run("brief", str(tmp_path / "missing.txt"), "-o", str(target)).exit_code == 4
    assert target.read_text(encoding="utf-8") == "old"


def test_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If writing fails half-way the old file stays, and nothing is left beside it."""
    target = tmp_path / "card.md"
    target.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run("brief", FIRE, "-o", str(target))
    assert result.exit_code == 8
    assert errors(result.stderr) == [
        f"error: {target} cannot be written: No space left on device: make room, and run the command again"
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["card.md"]
    assert target.read_text(encoding="utf-8") == "old"


@posix
def test_mode_of_a_file(tmp_path: Path) -> None:
    """A new file has the mode that the umask gives; one that is replaced keeps its own."""
    old = os.umask(0o027)
    try:
        write_whole(tmp_path / "new", "x")
        (tmp_path / "private").touch(mode=0o600)
        write_whole(tmp_path / "private", "x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "private").stat().st_mode) == 0o600


@posix
def test_links_and_devices_stay(tmp_path: Path) -> None:
    """A link is written through, and a device is written to: neither is replaced by a file."""
    (tmp_path / "real").touch()
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", "x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "x"
    (tmp_path / "null").symlink_to(os.devnull)
    write_whole(tmp_path / "null", "x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@posix
def test_unwritable_folder(tmp_path: Path) -> None:
    """A place that cannot be written to is a usage error that names it."""
    with pytest.raises(UsageError, match=r"/proc/self/card\.md cannot be written"):
        write_whole(Path("/proc/self/card.md"), "x")
    (tmp_path / "file").touch()
    result = run("brief", FIRE, "-o", f"{tmp_path}/file/")
    assert result.exit_code == 2


@posix
def test_reader_goes_away() -> None:
    """`| head -1`: the command ends quietly with exit code 0 when nobody reads on."""
    with process("brief", *[FIRE] * 2000) as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith("# ")
        running.stdout.close()
        assert running.stderr is not None
        assert errors(running.stderr.read()) == []
        assert running.wait(timeout=600) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_full_disk_behind_stdout() -> None:
    """A stdout that cannot be written is one line and exit code 8, no traceback."""
    import subprocess

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "summarize", "brief", FIRE],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 8
    assert errors(done.stderr) == [
        "error: standard output cannot be written: No space left on device: make room, and run the command again"
    ]
