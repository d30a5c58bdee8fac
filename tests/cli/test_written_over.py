"""Rules of what is never written over: whatever a command reads in the same run, by any name, link or format. And of its own outputs, which are no sources."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.commands import errors, process, run

STORY = "---\npublisher: {name}\ndate: 2026-03-14\n---\n\nA tram line opened in {name} on Saturday, the city said. “It was time,” said Hanna Osei."
PAGE = "<!doctype html><html><head><title>{name} opens a tram line</title></head><body><article><h1>{name} opens a tram line</h1><p>A tram line opened in {name} on Saturday, the city of {name} said in a statement. “It was time,” said Hanna Osei, who has led the city of {name} for years.</p><p>The line was planned in 2019, and is to reach the harbour of {name} in the spring of next year.</p></article></body></html>"
DAY = ["--date", "2026-03-14"]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_STORE", "none")
    Path("day").mkdir()
    for ending, text in ((".md", STORY), (".txt", STORY), (".html", PAGE)):
        Path("day", f"story{ending}").write_text(text.format(name=f"Ghent{len(ending)}{ending[1]}"), encoding="utf-8")
    Path("day/other.md").write_text(STORY.format(name="Bruges"), encoding="utf-8")


def sources() -> dict[str, bytes]:
    """The articles as they are."""
    return {path.name: path.read_bytes() for path in sorted(Path("day").iterdir()) if path.stem in {"story", "other"}}


def named(how: str) -> str:
    """Another name of `day/other.md`."""
    match how:
        case "hard link":
            Path("link.md").hardlink_to("day/other.md")
            return "link.md"
        case "symbolic link":
            Path("link.md").symlink_to("day/other.md")
            return "link.md"
        case "linked folder":
            Path("folder").symlink_to("day")
            return "folder/other.md"
        case "way round":
            return "day/../day/./other.md"
        case _:
            return os.path.abspath("day/other.md")  # noqa: PTH100 - as a string


@pytest.mark.parametrize("how", ["hard link", "symbolic link", "linked folder", "way round", "whole path"])
@pytest.mark.parametrize(
    "source", [["day"], ["day/other.md", "day/story.md"], ["day/*.md"], ["day/story.md", "day/other.md#1"]]
)
@pytest.mark.parametrize("command", ["brief", "daily"])
def test_no_source_is_written_over(command: str, source: list[str], how: str) -> None:
    """-o refuses every file that is read, however source and target are named, before anything is made."""
    before = sources()
    done = run(command, *source, "-o", named(how), *(DAY if command == "daily" else []))
    assert done.exit_code == 2, done.stderr
    assert "is read in this run" in errors(done.stderr)[-1]
    assert "engine" not in done.stderr
    assert sources() == before


@pytest.mark.parametrize("form", ["markdown", "html", "json", "terminal"])
@pytest.mark.parametrize("order", [1, -1])
def test_a_folder_that_is_read_and_written_to(form: str, order: int) -> None:
    """Cards in the folder of their articles get names that no source has, whichever is read first; made again, they are replaced and not briefed."""
    before = sources()
    files = [f"day/{name}" for name in before][::order]
    for source in (["day"], files, ["day"]):
        done = run("brief", *source, "-o", "day/", "--format", form)
        assert done.exit_code == 0, done.stderr
        assert {name: Path("day", name).read_bytes() for name in before} == before
        assert len(list(Path("day").iterdir())) == 2 * len(before)
    assert "left out 4 files that this program wrote: day/" in done.stderr


def test_names_that_differ_in_case_alone() -> None:
    """Two cards never get names that are one on a system that does not tell capitals apart."""
    Path("day/STORY.md").write_text(STORY.format(name="Leuven"), encoding="utf-8")
    assert run("brief", "day/story.md", "day/STORY.md", "-o", "cards/", "--format", "json").exit_code == 0
    assert len({path.name.casefold() for path in Path("cards").iterdir()}) == 2


def test_a_briefing_never_takes_the_place_of_an_article() -> None:
    """A folder that holds an article by the name of a briefing's file is refused before any work; the other forms are not written either."""
    shutil.copy("day/other.md", "day/2026-03-14.html")
    before = Path("day/2026-03-14.html").read_bytes()
    done = run("daily", "day", "-o", "day/", *DAY)
    assert done.exit_code == 2
    assert Path("day/2026-03-14.html").read_bytes() == before
    assert not Path("day/2026-03-14.md").exists()


def test_what_is_shown_is_not_written_over() -> None:
    """`show` refuses to write over what it shows, a card or a briefing, by whatever name."""
    assert run("brief", "day/story.md", "-o", "card.json").exit_code == 0
    assert run("daily", "day", "-o", "briefing.json", *DAY).exit_code == 0
    for name in ("card.json", "briefing.json"):
        before = Path(name).read_bytes()
        Path(f"link-{name}").hardlink_to(name)
        for target in (name, f"link-{name}"):
            done = run("show", name, "-o", target)
            assert done.exit_code == 2, done.stderr
            assert Path(name).read_bytes() == before


@pytest.mark.parametrize("option", ["--template", "--prompt"])
def test_other_files_of_a_run(option: str) -> None:
    """A template and a prompt are read, too, and so not written over."""
    Path("mine.md").write_text("{{ briefing.title }}", encoding="utf-8")
    done = run("daily", "day", option, "mine.md", "-o", "mine.md", *DAY)
    assert done.exit_code == 2
    assert Path("mine.md").read_text(encoding="utf-8") == "{{ briefing.title }}"


@pytest.mark.skipif(os.name == "nt", reason="POSIX only")
def test_standard_input_and_output() -> None:
    """What comes through standard input is a source like others, and so is what standard output appends to."""
    import subprocess
    import sys

    command = [sys.executable, "-m", "summarize", "brief"]
    before = sources()
    with Path("day/other.md").open("rb") as given:
        done = subprocess.run([*command, "-", "-o", "day/other.md"], stdin=given, capture_output=True, check=False)
    assert done.returncode == 2, done.stderr
    with Path("day/other.md").open("ab") as appended:
        done = subprocess.run([*command, "day/other.md"], stdout=appended, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2, done.stderr
    assert sources() == before


def test_the_guard_is_linear(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many articles into a folder take twice as many looks at files, and not four times."""
    counts: list[int] = []
    look = os.stat
    for number in (20, 40):
        folder = Path(f"many{number}")
        folder.mkdir()
        for each in range(number):
            (folder / f"{each}.txt").write_text(STORY.format(name=f"Town{each}"), encoding="utf-8")
        seen = [0]

        def counted(*arguments: object, seen: list[int] = seen, **named: object) -> os.stat_result:
            seen[0] += 1
            return look(*arguments, **named)  # type: ignore[arg-type]

        with monkeypatch.context() as patched:
            patched.setattr(os, "stat", counted)
            assert run("brief", str(folder), "-o", f"cards{number}/", "--format", "json").exit_code == 0
        counts.append(seen[0])
    assert counts[1] <= 2.3 * counts[0]


def written() -> dict[str, str]:
    """Every kind of file that the program writes of articles, in the folder `out`: what it is, by its name."""
    Path("out").mkdir()
    kinds = {}
    for form, ending in (("markdown", "md"), ("html", "html"), ("json", "json"), ("terminal", "txt")):
        assert run("brief", "day/story.md", "-f", form, "-o", f"out/card.{ending}").exit_code == 0
        kinds[f"card.{ending}"] = "card"
    assert run("brief", "day", "-o", "out/cards.jsonl").exit_code == 0
    assert run("brief", "day", "-o", "out/cards.md").exit_code == 0
    assert run("daily", "day", "-o", "out/", *DAY).exit_code == 0
    for length in ("short", "long"):
        assert run("daily", "day", "-o", f"out/{length}.md", "--length", length, *DAY).exit_code == 0
        assert run("daily", "day", "-o", f"out/{length}.html", "--length", length, *DAY).exit_code == 0
    return {
        path.name: kinds.get(path.name, "card" if path.stem == "cards" else "briefing")
        for path in Path("out").iterdir()
    }


def test_own_outputs_in_a_folder_are_left_out() -> None:
    """Cards and briefings in every form are no articles: in a folder they are left out with one line, by whatever name; the articles beside them are briefed."""
    kinds = written()
    shutil.copy("day/story.md", "out/article.md")
    for number, name in enumerate(kinds):
        Path("out", name).rename(f"out/{number}{Path(name).suffix}")
    done = run("brief", "out", "--format", "json")
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["article"]["source"] == "out/article.md"
    (line,) = [line for line in done.stderr.splitlines() if "this program wrote" in line]
    assert f"{len(kinds)} files" in line
    Path("out/article.md").unlink()
    done = run("brief", "out")
    assert (done.exit_code, done.stdout) == (4, "")
    assert "there is nothing else" in errors(done.stderr)[-1]


def test_own_outputs_by_name_are_refused() -> None:
    """Named as a source, what the program wrote is refused with exit code 4; a card as JSON gives the article that it was made from."""
    for name, what in written().items():
        done = run("brief", f"out/{name}", "--format", "json")
        if what == "card" and name.endswith((".json", ".jsonl")):
            assert done.exit_code == 0, done.stderr
            assert "A tram line opened in" in done.stdout
        else:
            assert done.exit_code == 4, name
            assert f"out/{name} is a {what} that this program wrote" in errors(done.stderr)[-1]


def test_pages_of_before_are_recognised() -> None:
    """Pages that do not say in their head what made them are told by their foot, and an article that speaks of the program is none of them."""
    for name in written():
        if name.endswith(".html"):
            page = Path("out", name).read_text(encoding="utf-8")
            start = page.index('<meta name="generator"')
            Path("out", name).write_text(page[:start] + page[page.index(">", start) + 1 :], encoding="utf-8")
            assert run("brief", f"out/{name}").exit_code == 4, name
    Path("about.md").write_text(
        "The page said that 35 spans verified · 6 quotations copied by offset · nothing refused was its foot.\n\nIt was made on Saturday by summarize 0.1.0, its maker said in Ghent. Nobody had asked for it.",
        encoding="utf-8",
    )
    assert run("brief", "about.md").exit_code == 0


def test_what_is_written_during_a_run_is_no_source() -> None:
    """All sources are known before the first card is written: two folders, of which the first run writes into the second, give a card an article."""
    Path("later").mkdir()
    shutil.copy("day/other.md", "later/other.md")
    done = run("brief", "day", "later", "-o", "later/", "--format", "json")
    assert done.exit_code == 0, done.stderr
    assert len(list(Path("later").glob("*.json"))) == 5


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """What is no file cannot be written over: a device takes what it is given."""
    del tmp_path
    with process("brief", "day/story.md", "-o", os.devnull) as running:
        assert running.wait(timeout=600) == 0
