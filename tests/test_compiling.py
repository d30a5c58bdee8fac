"""Regular expressions that an earlier run compiled."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
import tomli
from msgspec import structs

from summarize import compiling
from summarize.compiling import FILE, _Memory
from summarize.languages.packs import path_of
from summarize.layout.instructions import instructions
from summarize.settings import users_cache

VARIED = [
    (r"(?P<day>\d{1,2})\s(?P<month>[A-Z]\w+)(?:\s(\d{4}))?", 0),
    (r"(?ix) a  b # a remark", re.ASCII),
    (r"(?<![\w-])(a|b)\1(?=c)", re.IGNORECASE | re.MULTILINE),
    ("[\ud800-\udfff\u4e00-\u9fff]+|é", 0),
    (r"(?>a+)b*+", re.DOTALL),
    (r"", 0),
]


def kept(folder: Path, *expressions: tuple[str, int]) -> Path:
    """The file that a run leaves that compiles these."""
    memory = _Memory()
    memory.open(folder / FILE)
    for written, flags in expressions:
        memory.compiled(written, int(flags))
    memory.keep()
    return folder / FILE


def opened(path: Path) -> _Memory:
    """What the next run has."""
    memory = _Memory()
    memory.open(path)
    memory._look(path)
    return memory


@pytest.mark.parametrize(("written", "flags"), VARIED)
def test_what_is_read_is_what_re_makes(tmp_path: Path, written: str, flags: int) -> None:
    """A pattern equals another if its code, flags and groups do; names of groups lead to the same numbers."""
    made, known = re.compile(written, flags), opened(kept(tmp_path, *VARIED)).compiled(written, int(flags))
    assert known == made
    assert (known.groups, known.groupindex, known.flags) == (made.groups, made.groupindex, made.flags)


def test_the_programs_own_expressions_are_read_as_re_makes_them(tmp_path: Path) -> None:
    """Those for orders, in all languages, are the largest and have most kinds of parts."""
    written = [each.pattern for one in instructions() for each in one._all_of]
    assert len(written) > 20
    memory = opened(kept(tmp_path, *((one, 0) for one in written)))
    assert [memory.compiled(one, 0) for one in written] == [re.compile(one) for one in written]


def test_a_second_run_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither `re` nor its parts are asked, and the file is not written again."""
    path = kept(tmp_path, *VARIED)
    before = path.stat().st_ino
    memory = opened(path)
    monkeypatch.setattr(compiling, "_compile", None)
    monkeypatch.setattr("summarize.compiling.re.compile", None)
    assert [memory.compiled(written, int(flags)).pattern for written, flags in VARIED] == [one for one, _ in VARIED]
    memory.keep()
    assert path.stat().st_ino == before


def test_what_is_dear_is_kept_and_what_is_cheap_is_not_worth_it(tmp_path: Path) -> None:
    """The file is written again for one large expression beside many small ones, and not for a small one beside large ones."""
    small = [(f"({word})+", 0) for word in "abcdefghijklmnopqrstuvwxyz"]
    large = "|".join(f"(?:{number}[a-z]+)" for number in range(200))
    path = kept(tmp_path, *small)
    for written, is_kept in ((large, True), ("another", False)):
        memory = opened(path)
        memory.compiled(written, 0)
        memory.keep()
        assert ((written.encode(), 0) in opened(path)._known) is is_kept


def _rewritten(path: Path, held: object) -> None:
    packed = msgspec.msgpack.encode(held)
    path.write_bytes(compiling._digest(packed) + packed)


@pytest.mark.parametrize(
    "harm",
    [
        "garbage",
        "cut",
        "a changed bit",
        "another Python",
        "writable by others",
        "a folder open to others",
        "a link to nothing",
        "a pipe",
    ],
)
def test_what_cannot_be_believed_is_done_without(tmp_path: Path, harm: str) -> None:
    """A file that is none, another Python's or open to others is passed over, and its expressions are compiled."""
    path = kept(tmp_path, *VARIED)
    whole = path.read_bytes()
    if harm == "garbage":
        path.write_bytes(os.urandom(2_000))
    elif harm == "cut":
        path.write_bytes(whole[:-20])
    elif harm == "another Python":
        _, *held = msgspec.msgpack.decode(whole[compiling._DIGEST :])
        _rewritten(path, ["cpython-39 3.9.1", *held])
    elif harm == "a changed bit":
        path.write_bytes(whole[:-30] + bytes([whole[-30] ^ 1]) + whole[-29:])
    elif harm == "a pipe":
        path.unlink()
        os.mkfifo(path)
    elif harm == "writable by others":
        path.chmod(0o666)
    elif harm == "a folder open to others":
        path.parent.chmod(0o777)  # whoever may write there can put another of the user's files in its place
    else:
        path.unlink()
        path.symlink_to(tmp_path / "nowhere")
    memory = opened(path)
    assert not memory._known
    assert memory.compiled("a+", 0) == re.compile("a+")


def test_every_table_is_read_as_toml_reads_it(tmp_path: Path) -> None:
    """Of all languages; and from memory alone while its file is as it was, anew once that is written again."""
    tables = sorted(path_of("instructions.toml").parent.rglob("*.toml"))
    assert len(tables) > 80
    first = opened(tmp_path / FILE)
    for table in tables:
        first.read(table, dict)
    first.keep()
    second = opened(tmp_path / FILE)
    assert all(second.read(table, dict) == tomli.loads(table.read_text(encoding="utf-8")) for table in tables)
    assert not second._new.tables

    (table := tmp_path / "a.toml").write_text("a = 1\n")
    second.read(table, dict)
    table.write_text("a = 2\n")
    os.utime(table, (1, 1))  # some systems' clock of files stands still for milliseconds
    assert second.read(table, dict) == {"a": 2}
    second._tables[str(table)] = structs.replace(second._tables[str(table)], values=msgspec.Raw(b"\x01"))
    assert second.read(table, dict) == {"a": 2}


def test_code_that_was_changed_is_not_run(tmp_path: Path) -> None:
    """The engine refuses what is no code of its own; the expression is compiled then."""
    path = kept(tmp_path, ("a(b)+", 0))
    made_by, [[written, asked, flags, code, count, names]], tables, told = msgspec.msgpack.decode(
        path.read_bytes()[compiling._DIGEST :]
    )
    for wrong in (b"\xff" * len(code), code[:-4], code[:-1], b""):
        _rewritten(path, [made_by, [[written, asked, flags, wrong, count, names]], tables, told])
        assert opened(path).compiled("a(b)+", 0).fullmatch("abb") is not None


def test_the_file_is_its_users_alone_and_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mode 0600 in a folder of mode 0700; above its bound it begins anew with what the run compiled."""
    path = kept(tmp_path / "new", *VARIED)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    monkeypatch.setattr(compiling, "_MAX_COUNT", 300)
    memory = opened(path)
    memory.compiled("(new)", 0)
    memory.keep()
    assert [written for written, _ in opened(path)._known] == [b"(new)"]
    assert [one.name for one in path.parent.iterdir()] == [FILE]


@pytest.mark.parametrize("is_link", [False, True])
def test_nothing_is_written_that_would_not_be_read(tmp_path: Path, is_link: bool) -> None:
    """A folder that others may write in, or that a link stands for, gets no file: each run would write it anew for nothing."""
    folder = tmp_path / "open"
    folder.mkdir(mode=0o700)
    if is_link:
        folder = tmp_path / "link"
        folder.symlink_to(tmp_path / "open")
    else:
        folder.chmod(0o775)
    assert not kept(folder, *VARIED).exists()


@pytest.mark.parametrize("mask", [0o002, 0o000, 0o022])
def test_a_second_start_writes_nothing_whatever_the_mask(tmp_path: Path, mask: int) -> None:
    """Also where the cache folder is made by a part of the program that does not say with what rights: the file has a folder of its own."""
    folder = tmp_path / "cache"
    command = ["from summarize.compiling import compile_expression, remember", "import pathlib, sys"]
    command += ["folder = pathlib.Path(sys.argv[1])", "(folder / 'pages').mkdir(parents=True, exist_ok=True)"]
    command += ["remember(folder)", "compile_expression('(quill|mark)+')"]
    written = []
    for _ in range(2):
        subprocess.run([sys.executable, "-c", "\n".join(command), str(folder)], check=True, umask=mask)
        written.append((folder / "tables" / FILE).stat().st_ino)
    assert written[0] == written[1]


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    """A run goes on without a file."""
    (tmp_path / "file").write_text("")
    assert not kept(tmp_path / "file", *VARIED).exists()


def test_no_folders_file_says_where_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies in a foreign folder is not read for the program's own expressions, whatever its `summarize.toml` says."""
    (tmp_path / "summarize.toml").write_text(f'cache = "{tmp_path / "theirs"}"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "mine"))
    assert users_cache() == tmp_path / "mine"
    monkeypatch.delenv("SUMMARIZE_CACHE")
    assert tmp_path not in users_cache().parents


def test_the_program_remembers_and_a_library_does_not(tmp_path: Path) -> None:
    """The console script leaves the file, with no word of the article in it; importing the package and making a card leaves none."""
    article = tmp_path / "story.txt"
    article.write_text(
        "Quillmark council closes pier\n\nThe council of Quillmark closed its pier on Monday, the mayor said.\n"
    )
    folder = tmp_path / "cache"
    environment = {**os.environ, "SUMMARIZE_CACHE": str(folder)}
    library = f"from summarize import brief; brief({str(article)!r})"
    subprocess.run([sys.executable, "-c", library], env=environment, check=True, capture_output=True)
    assert not (folder / "tables" / FILE).exists()
    command = [sys.executable, "-m", "summarize", "brief", str(article), "--nlp", "off"]
    first = subprocess.run(command, env=environment, check=True, capture_output=True).stdout
    assert b"Quillmark" not in (folder / "tables" / FILE).read_bytes()
    second = subprocess.run(command, env=environment, check=True, capture_output=True).stdout
    assert first.split(b"\nmade ")[0] == second.split(b"\nmade ")[0]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_start_makes_the_same_expressions_however_strings_are_hashed(tmp_path: Path, seed: str) -> None:
    """One that is put together from a set in the set's own order is another with each start, and is never found again."""
    article = Path("seeds/harbour-fire.txt").resolve()
    environment = {**os.environ, "SUMMARIZE_CACHE": str(tmp_path)}
    command = ["import sys", "from summarize import compiling", "from summarize.cli import main"]
    command += [f"sys.argv[1:] = ['brief', {str(article)!r}, '--nlp', 'off']"]
    for hashing, change in (("0", ""), (seed, "compiling._compile = None")):
        program = "\n".join([*command, change, "main()"])
        subprocess.run(
            [sys.executable, "-c", program],
            env={**environment, "PYTHONHASHSEED": hashing},
            check=True,
            capture_output=True,
        )


def test_what_a_function_says_of_an_expression_is_kept_while_its_file_is_as_it_was(tmp_path: Path) -> None:
    """An answer of an earlier run counts until the function is written anew, and not a moment longer."""
    module = tmp_path / "asked.py"
    asked: list[str] = []

    def function(answer: str) -> Callable[[str], tuple[str, ...]]:
        module.write_text(f"def by(written): asked.append(written); return ({answer!r}, written)\n", encoding="utf-8")
        space: dict[str, Any] = {"asked": asked}
        exec(compile(module.read_text(encoding="utf-8"), str(module), "exec"), space)
        by: Callable[[str], tuple[str, ...]] = space["by"]
        return by

    def run(by: Callable[[str], tuple[str, ...]], *written: str) -> list[tuple[str, ...]]:
        memory = _Memory()
        memory.open(tmp_path / FILE)
        answers = [memory.told(by, one) for one in written]
        memory.keep()
        return answers

    first = function("old")
    assert run(first, "a", "b", "a") == [("old", "a"), ("old", "b"), ("old", "a")]
    assert run(first, "b", "c") == [("old", "b"), ("old", "c")]
    assert asked == ["a", "b", "c"]
    assert run(function("newer"), "b") == [("newer", "b")]
