from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.main import get_command

from summarize import Card, Findings
from summarize.cli import boundary
from summarize.cli.app import app

from .commands import FIRE, FIRE_TITLE, run


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_version(flag: str) -> None:
    """--version and -V print the name and version of the installed package."""
    assert run(flag).stdout == f"summarize {version('summarize')}\n"


@pytest.mark.parametrize("arguments", [[], ["brief"], ["evidence"], ["show"], ["schema"], ["builtin"]])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help(arguments: list[str], flag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command explains itself within 80 columns; those that do something show examples."""
    monkeypatch.setenv("COLUMNS", "80")
    result = run(*arguments, flag)
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ")
    assert max(map(len, result.stdout.splitlines())) <= 80
    if arguments:
        assert f"    summarize {arguments[0]} " in result.stdout


@pytest.mark.parametrize(
    ("name", "path"),
    [("prompt", "prompts/brief/v2.md"), ("judge", "prompts/judge/v1.md"), ("template", "templates/briefing.md.j2")],
)
def test_what_comes_with_the_program_is_printed(name: str, path: str) -> None:
    """What one can start from is printed byte for byte, so that unchanged it is what is built in."""
    assert run("builtin", name).stdout_bytes == (Path(__file__).parents[2] / path).read_bytes()


def test_the_list_of_commands_is_shown_without_importing_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line is the command's own and stands whole at 80 columns; help does not wait for fifteen commands to be made."""
    monkeypatch.setattr(boundary, "_make_command", lambda name: pytest.fail(f"{name} was made"))
    shown = run("--help").stdout.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    monkeypatch.undo()
    group = get_command(app)
    assert isinstance(group, boundary.Commands)
    names = [line.split()[0] for line in shown]
    made = [group.get_command(None, name) for name in names]
    assert names == group.list_commands(None)
    assert [line.split(maxsplit=1)[1] for line in shown] == [one.get_short_help_str(80) for one in made]
    assert [line for line in shown if not line.endswith(".") or line.endswith("...")] == []


@pytest.mark.parametrize("group", ["batch", "evals"])
def test_lists_of_commands_stand_whole(group: str) -> None:
    """No line of a list of commands breaks off at 80 columns."""
    listed = run(group, "--help").stdout.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert listed
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []


def test_no_arguments_show_help() -> None:
    """Without a command the help is shown, and the exit code says that nothing was done."""
    result = run()
    assert result.exit_code == 2
    assert "Commands:" in result.output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(shell: str) -> None:
    """--show-completion prints a script for the shell."""
    done = subprocess.run(
        [sys.executable, "-m", "summarize", "--show-completion", shell],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
    )
    assert "summarize" in done.stdout


@pytest.mark.parametrize(
    ("words", "offers"),
    [("summarize ", "evidence"), ("summarize brief --format ", "markdown"), ("summarize sch", "schema")],
)
def test_completion(words: str, offers: str) -> None:
    """The shell is offered commands and the values of options."""
    from typer.testing import CliRunner

    from summarize.cli.app import app

    settings = {"_SUMMARIZE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": words}
    result = CliRunner().invoke(app, [], prog_name="summarize", env=settings)
    assert offers in result.stdout


def test_nothing_is_explained_in_other_languages(tmp_path: Path) -> None:
    """Only English rules have names: of another article `--explain` says that, and not that its words stand in no marks; the list names no such option."""
    source = tmp_path / "dach.txt"
    source.write_text(
        "Der Sturm hat das Dach abgedeckt. Das „Wunder von Lindach“ war kein Scherz der Stadt.", encoding="utf-8"
    )
    done = run("evidence", str(source), "--explain", "Wunder von Lindach")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "not in English" in done.stderr
    assert "no quotation marks" not in done.stderr
    listed = run("evidence", str(source)).stdout
    assert "nobody says them" in listed
    assert "--explain" not in listed


def test_evidence_as_text_and_json() -> None:
    """`evidence` shows the findings for a person, or as JSON that loads back."""
    assert run("evidence", FIRE).stdout.startswith("SENTENCES (")
    findings = Findings.model_validate_json(run("evidence", FIRE, "--format", "json").stdout)
    assert findings.quotations
    assert findings.syntax is None


@pytest.mark.parametrize("form", ["markdown", "html", "json", "terminal"])
def test_show_renders_as_brief_does(tmp_path: Path, form: str) -> None:
    """`show` gives what `brief` gave, in any form, from the card's JSON alone."""
    card = tmp_path / "card.json"
    run("brief", FIRE, "-o", str(card))
    shown = run("show", str(card), "--format", form)
    assert shown.exit_code == 0
    piped = run("show", "-", "--format", form, stdin=card.read_bytes())
    assert piped.stdout == shown.stdout
    assert "Marseille" in shown.stdout
    if form == "json":
        assert shown.stdout == card.read_bytes().decode()


def test_show_to_a_file(tmp_path: Path) -> None:
    """`show -o` takes the form from the name."""
    card = tmp_path / "card.json"
    run("brief", FIRE, "-o", str(card))
    assert run("show", str(card), "-o", str(tmp_path / "card.html")).exit_code == 0
    assert (tmp_path / "card.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


@pytest.mark.parametrize("language", ["germna", "pl", "zz-ZZ"])
@pytest.mark.parametrize("command", ["brief", "show"])
def test_a_language_without_labels_is_told(tmp_path: Path, command: str, language: str) -> None:
    """Labels that are not to be had in the language asked for are told of on stderr, once, and are those of no language asked for."""
    card = tmp_path / "card.json"
    run("brief", FIRE, "-o", str(card))
    asked = [command, FIRE if command == "brief" else str(card), "-f", "markdown"]
    told = run(*asked, "--language", language)
    assert told.stderr.count(f"note: there are no titles and notes in '{language}'") == 1
    assert "## Background" in told.stdout
    assert "no titles" not in run(*asked, "--language", "de-AT").stderr
    assert "no titles" not in run(*asked[:-1], "json", "--language", language).stderr


def test_show_takes_a_language_as_brief_does(tmp_path: Path) -> None:
    """What is no tag of a language is a fault of the command for both."""
    card = tmp_path / "card.json"
    run("brief", FIRE, "-o", str(card))
    shown, made = (run(*asked, "--language", "..") for asked in (("show", str(card)), ("brief", FIRE)))
    assert (shown.exit_code, shown.stderr) == (made.exit_code, made.stderr) != (0, "")


def test_show_refuses_what_is_no_card(tmp_path: Path) -> None:
    """A file that is missing, no JSON, no card, or a card whose evidence was tampered with exits 4 and says where."""
    card = tmp_path / "card.json"
    assert run("show", str(card)).exit_code == 4
    for content, says in (
        (b"{}", "is no card of this version"), (b"[1]", "is no card of this version"),
        (b"", "it is not JSON; a card to show is made with --format json"), (b"\xff\xfe", "it is not JSON; "),
    ):  # fmt: skip
        card.write_bytes(content)
        result = run("show", str(card))
        assert result.exit_code == 4
        assert says in result.stderr
    document = json.loads(run("brief", FIRE, "--format", "json").stdout)
    document["what"][0]["evidence"][0]["text"] = document["what"][0]["evidence"][0]["text"].replace("three", "four!")
    card.write_text(json.dumps(document), encoding="utf-8")
    result = run("show", str(card))
    assert result.exit_code == 4
    assert "is not what the article says there" in result.stderr


@pytest.mark.parametrize("name", ["card", "draft", "findings"])
def test_schema(name: str) -> None:
    """`schema` prints the checked-in schema."""
    checked_in = Path(__file__).parent.parent.parent / "schemas" / f"{name}.schema.json"
    assert run("schema", name).stdout == checked_in.read_text(encoding="utf-8")


def test_published(tmp_path: Path) -> None:
    """--published is the publication date, over what the article says; without any date relative ones stay open, and a note says so."""
    article = tmp_path / "article.txt"
    article.write_text("A footbridge reopened in Leeds on Tuesday, the council said.\n", encoding="utf-8")
    open_ = run("brief", str(article), "--format", "json")
    assert "no publication date found" in open_.stderr
    assert [when.start for when in Card.model_validate_json(open_.stdout).when] == [None]
    dated = Card.model_validate_json(run("brief", str(article), "--format", "json", "--published", "2026-03-05").stdout)
    assert (dated.article.published, dated.article.published_from) == ("2026-03-05", "option")
    assert [when.start for when in dated.when] == ["2026-03-03"]


def test_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the card has colour unless NO_COLOR is set and not empty; a pipe never gets any."""
    from summarize.cli import manners, output

    assert "\x1b" not in run("brief", FIRE, "--format", "terminal").stdout

    class Terminal:
        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            return 1

    class System:
        stdout = Terminal()

    monkeypatch.setattr(output, "sys", System)
    monkeypatch.setattr(manners, "sys", System)
    assert "\x1b[" in run("brief", FIRE).stdout
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b[" in run("brief", FIRE).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    plain = run("brief", FIRE).stdout
    assert "\x1b" not in plain
    assert FIRE_TITLE.split()[0] in plain


def test_note_says_how_names_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line on stderr says which engine made the card and what would find more."""
    assert "by rules alone\n" in run("brief", FIRE).stderr
    monkeypatch.setattr("summarize.pipeline.available", lambda: False)
    assert "pip install 'summarize[nlp]'" in run("brief", FIRE, "--nlp", "auto").stderr


def test_doctor_says_what_is_in_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings file, the cache, the store and the extras each have a line, with what set them; where there is no file, where one would be."""
    monkeypatch.chdir(tmp_path)
    said = run("doctor").stdout
    assert "settings   none: no summarize.toml here, in a folder above, or as" in said
    (tmp_path / "summarize.toml").write_text('store = "none"\n', encoding="utf-8")
    said = run("doctor").stdout
    assert f"settings   {tmp_path / 'summarize.toml'}" in said
    assert "store      none (store in summarize.toml): nothing is remembered" in said
    assert re.search(r"^cache {6}\S+ \(SUMMARIZE_CACHE\)", said, re.MULTILINE)
    extras = re.search(r"^extras {5}(.*)$", said, re.MULTILINE)
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert extras is not None
    assert set(re.findall(r"\b[a-z-]+\b", extras[1])) - {"not", "installed"} == set(project["optional-dependencies"])


@pytest.mark.parametrize(("typed", "meant"), [("breif", "brief"), ("dayli", "daily"), ("eval", "evals")])
def test_a_command_is_offered_for_a_word_like_it(typed: str, meant: str) -> None:
    """Every command is offered where it seems to be meant, those too that are imported only when they are asked for."""
    result = run(typed)
    assert result.exit_code == 2
    assert f"Did you mean '{meant}'?" in result.output


def test_options_that_are_not_given_are_not_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """typer makes a validator for a number that is given, and for nothing that it takes as it stands; a wrong choice and an option's own check are still told."""
    import typer.core

    prepared: list[str | None] = []
    real = typer.core.TyperOption.get_runtime_param

    def noted(option: typer.core.TyperOption) -> object:
        prepared.append(option.name)
        return real(option)

    monkeypatch.setattr(typer.core.TyperOption, "get_runtime_param", noted)
    assert run("brief", FIRE, "--nlp", "off", "--format", "json", "--language", "en", "--jobs", "1").exit_code == 0
    assert prepared == ["jobs"]
    assert run("brief", FIRE, "--nlp", "sometimes").exit_code == 2
    assert run("brief", FIRE, "--format", "x").exit_code == 2
