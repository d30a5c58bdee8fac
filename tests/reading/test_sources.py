"""Rules of reading many sources: files, folders, patterns, mailboxes and lists. All texts were written for these tests."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarize.article import article_id
from summarize.errors import ArticleError, ConfigurationError, UsageError
from summarize.reading import ReadOptions, Sources, read, read_all
from summarize.reading.decoding import MAX_BYTES
from summarize.reading.places import files_of
from tests.reading.stories import PAGE, STORY, lines, options, texts
from tests.reading.web.site import Site, ok


def test_a_folder_is_read_in_order(folder: Path) -> None:
    """A folder stands for the articles in it, however deep, by name; hidden files are left out, others counted and named."""
    for name in ("b.txt", "a/z.txt", "c.md", ".hidden.txt", ".git/x.txt", "photo.png", "noending"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(STORY)
    found = list(read_all(["."]))
    assert [each.source for each in found] == ["b.txt", "c.md", "a/z.txt", "."]
    assert found[-1].told == ".: passed over 2 other files: 1 no ending, 1 .png"


def test_a_folder_without_articles_is_an_error(folder: Path) -> None:
    """An empty folder is an error of its own, and does not stop what is named after it."""
    (folder / "empty").mkdir()
    (folder / "a.txt").write_text(STORY)
    assert texts(list(read_all(["empty", "a.txt"]))) == [
        "!empty is a folder without articles; an article's file ends in .txt, .md, .html, .pdf, .eml, .json or the like",
        "a.txt",
    ]


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    """A link that leads back into a folder does not make its reading endless."""
    (folder / "a.txt").write_text(STORY)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert texts(list(read_all(["."]))) == ["a.txt"]


def test_links_out_of_a_folder_are_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file that a link of a folder leads to is read only within the folder: who wrote the folder may not choose others of the machine."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    elsewhere.write_text(STORY)
    (folder / "a.txt").write_text(STORY)
    (folder / "b.txt").symlink_to("a.txt")
    (folder / "c.txt").symlink_to(elsewhere)
    found = list(read_all(["."]))
    assert [each.source for each in found] == ["a.txt", "b.txt", "."]
    assert found[-1].told == ".: passed over 1 other file: 1 link out of the folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX only")
def test_a_pipe_is_refused(folder: Path) -> None:
    """A named pipe that nobody writes to would be waited for without end."""
    os.mkfifo(folder / "p.txt")
    assert texts(list(read_all(["p.txt"])))[0].startswith("!p.txt is a pipe")


def test_patterns_are_for_shells_that_leave_them(folder: Path) -> None:
    """A pattern stands for the files that match, unless a file has that very name; none is an error."""
    for name in ("b1.txt", "b2.txt", "c.txt", "[x].txt"):
        (folder / name).write_text(STORY)
    assert texts(list(read_all(["b*.txt", "[x].txt", "q*"]))) == ["b1.txt", "b2.txt", "[x].txt", "!no file matches q*"]


@pytest.mark.usefixtures("folder")
def test_one_bad_line_is_one_error() -> None:
    """Of JSON Lines each line is an article or an error of its own, by its number; empty lines are none."""
    Path("a.jsonl").write_text(lines({"text": STORY}, "{bad", "", {"n": 1}, {"text": STORY}))
    found = texts(list(read_all(["a.jsonl"])))
    assert [text[:12] for text in found] == ["a.jsonl#1", "!a.jsonl#2 i", "!a.jsonl#4 h", "a.jsonl#5"]


@pytest.mark.usefixtures("folder")
def test_one_article_of_several_can_be_named() -> None:
    """`name#3` is the third alone, and `read` takes it; without a number it says what to do."""
    Path("a.jsonl").write_text(lines({"text": STORY}, {"text": STORY + " Again."}))
    Path("a.json").write_text(json.dumps([{"text": STORY}, {"text": STORY + " Again."}]))
    for name in ("a.jsonl", "a.json"):
        article = read(f"{name}#2").article
        assert (article.text, article.source) == (STORY + " Again.", f"{name}#2")
        with pytest.raises(ArticleError, match=f"{name}#1"):
            read(name)
        with pytest.raises(ArticleError, match="number 7"):
            read(f"{name}#7")
    Path("b.txt#2").write_text(STORY)
    assert read("b.txt#2").article.text == STORY


@pytest.mark.usefixtures("folder")
def test_a_limit_is_for_each() -> None:
    """A limit is of each source that holds several, not of all together."""
    Path("a.jsonl").write_text(lines(*[{"text": STORY}] * 3))
    Path("b.jsonl").write_text(lines(*[{"text": STORY}] * 3))
    found = list(read_all(["a.jsonl", "b.jsonl"], options=ReadOptions(limit=2)))
    assert texts(found) == ["a.jsonl#1", "a.jsonl#2", "b.jsonl#1", "b.jsonl#2"]


@pytest.mark.usefixtures("folder")
def test_a_long_line_is_refused_alone() -> None:
    """A line of more bytes than an article may have is refused, and the next one is read under its own number."""
    Path("a.jsonl").write_text(lines('{"text": "' + "x" * (2 * MAX_BYTES + 50) + '"}', {"text": STORY}))
    found = texts(list(read_all(["a.jsonl"])))
    assert found[0].startswith("!a.jsonl#1 has more than the 10,000,000 bytes")
    assert found[1:] == ["a.jsonl#2"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "data"), [("a.jsonl", ""), ("a.json", "[]"), ("a.json", '{"articles": []}'), ("a.mbox", "")]
)
def test_a_container_of_nothing_is_an_error(name: str, data: str) -> None:
    """What holds no article says so."""
    Path(name).write_text(data)
    assert texts(list(read_all([name])))[0].startswith(f"!{name}")


def test_standard_input_may_be_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is told by its bytes: a page, JSON Lines."""
    for data, sources in ((PAGE, ["-"]), (lines({"text": STORY}, {"text": STORY}), ["-#1", "-#2"])):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data.encode())))
        assert texts(list(read_all(["-"]))) == sources


@pytest.mark.usefixtures("folder")
def test_the_same_bytes_are_the_same_article() -> None:
    """Whatever a page is called and however it came, its article has the same text and id."""
    Path("a.html").write_text(PAGE)
    Path("b.txt").write_text(PAGE)
    first, second = read("a.html").article, read("b.txt").article
    assert first.id == second.id == article_id(first.text)
    with Site({"/a": ok(PAGE.encode())}) as site:
        (there,) = read_all([site.url("/a")], options=options(site))
    assert there.reading is not None
    assert there.reading.article.id == first.id


def test_a_wrong_date_stops_before_anything_is_read() -> None:
    """`published` is checked before the first source is opened."""
    with pytest.raises(UsageError):
        Sources(["nothing.txt"], "soon")


@pytest.mark.usefixtures("folder")
def test_without_the_extra_a_page_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the packages for pages are missing, each source that needs them says so, and the others are read."""
    for name in ("protego", "lxml", "lxml.etree", "lxml.html", "trafilatura"):
        monkeypatch.setitem(sys.modules, name, None)
    Path("a.html").write_text(PAGE)
    Path("a.rss").write_text("<rss version='2.0'><channel/></rss>")
    Path("a.txt").write_text(STORY)
    found = list(read_all(["a.html", "a.rss", "a.txt"]))
    assert texts(found)[2] == "a.txt"
    for each in found[:2]:
        assert isinstance(each.error, ConfigurationError)
        assert "pip install 'summarize[web]'" in str(each.error)


def test_all_files_are_known_before_the_first_is_read(tmp_path: Path) -> None:
    """The files of folders are found once: those named as what will be read are those that are read, whatever is written meanwhile."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("A tram line opened in Ghent on Saturday, the city said.", encoding="utf-8")
    with Sources([str(tmp_path), "-"]) as sources:
        files = sources.files()
        assert files == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "-"]
        (tmp_path / "c.txt").write_text("A ferry left Brest on Saturday, the port said.", encoding="utf-8")
        outcomes = iter(sources)
        assert [next(outcomes).source for _ in range(2)] == files[:2]
        assert sources.files() == files


@pytest.mark.parametrize(
    ("folder", "link", "passed"),
    [
        ("Quay fire_files", "Quay%20fire_files/ad.html", True),
        ("Quay fire-Dateien", "./Quay fire-Dateien/ad.html", True),
        ("Quay fire_files", "elsewhere/ad.html", False),
        ("Quay fire 2", "Quay fire 2/ad.html", False),
        ("Other_files", "Other_files/ad.html", False),
    ],
)
def test_the_folder_that_a_browser_saves_with_a_page(tmp_path: Path, folder: str, link: str, passed: bool) -> None:
    """What a saved page loads is no article; the page itself says which folder that is, whatever the browser's language calls it."""
    story = " ".join(["The council closed the quay on Friday after a fire in the old cold store."] * 6)
    page = f'<html><head><title>Quay fire</title></head><body><article><h1>Quay fire</h1><p>{story}</p></article><iframe src="{link}"></iframe></body></html>'
    (tmp_path / "Quay fire.html").write_text(page, encoding="utf-8")
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "ad.html").write_text("<html><body>Buy</body></html>", encoding="utf-8")
    files, left = files_of(str(tmp_path))
    assert len(files) == (1 if passed else 2)
    assert ("folder of a saved page" in (left or "")) is passed
