"""Sources that mean harm, from files and from real servers on the loopback interface: each is refused in one line, or bounded.

Every one is given to the program in a process of its own, whose peak of memory is read. The only way past the guard of addresses is the
switch that `_SCRIPT` sets, which no setting reaches.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.forked import Forked, forking
from tests.reading.documents.test_hostile_pdf import one_page, packed
from tests.reading.web.site import Request, Site, Write, ok, redirect, reply
from tests.reading.web.test_bounds import MB, bomb

MOST_KILOBYTES = 300_000
_SCRIPT = """
import json, socket, sys
from dataclasses import replace
from pathlib import Path
trusted = json.loads(sys.argv[1])
from summarize import reading
options = reading.read_options
reading.read_options = lambda settings, **more: replace(
    options(settings, **more), trusted=frozenset((host, port) for host, port in trusted), delay=0
)
addresses = {"outside.example": "127.0.0.1", "inside.example": "127.0.0.2"}
def look_up(host, port, family=0, type=0, *others, **named):
    address = addresses.get(host, host)
    return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port))]
socket.getaddrinfo = look_up
sys.argv = ["summarize", *sys.argv[2:]]
from summarize.cli import main
try:
    main()
    code = 0
except SystemExit as end:
    code = end.code or 0
peak = next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(f"{code} {peak}", file=sys.stderr)
"""


@dataclass(frozen=True)
class End:
    """How the program ended."""

    code: int
    peak: int
    """Kilobytes."""
    said: list[str]
    """The lines of stderr that are no notes."""
    out: str


def end_of(forked: Forked, *arguments: str, trusted: tuple[tuple[str, int], ...] = (), cwd: Path | None = None) -> End:
    """What comes of a command."""
    done = forked.run(_SCRIPT, json.dumps(trusted), *arguments, folder=cwd)
    *said, last = done.stderr.splitlines()
    assert "Traceback" not in done.stderr, done.stderr
    code, peak = last.split()
    return End(int(code), int(peak), [line for line in said if not line.startswith("note: ")], done.stdout)


def check_refused(end: End, says: str) -> None:
    """Refused: one line, exit 4, nothing printed, little memory."""
    assert end.code == 4
    assert len(end.said) == 1
    assert end.said[0].startswith("error: ")
    assert says in end.said[0], end.said[0]
    assert not end.out
    assert end.peak < MOST_KILOBYTES


@pytest.fixture(scope="module")
def forked() -> Iterator[Forked]:
    """All that `brief` takes is imported."""
    with forking(
        "summarize.cli.brief",
        "summarize.engines.extractive",
        "summarize.pipeline",
        "summarize.reading.page",
        "trafilatura",
        "aiohttp",
    ) as running:
        yield running


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_NLP", "off")
    monkeypatch.setenv("SUMMARIZE_FETCH_TIMEOUT", "5")


def drip(_: Request, write: Write) -> object:
    import asyncio

    async def on() -> None:
        await write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>")
        while True:
            await write(b"x")
            await asyncio.sleep(0.2)

    return on()


async def endless(_: Request, write: Write) -> None:
    await write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>")
    while True:
        await write(b"word " * 10_000)


LEVELS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
ENTITIES = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{LEVELS}]><rss version="2.0"><channel><title>&a9;</title></channel></rss>'.encode()


@pytest.mark.parametrize(
    ("path", "answer", "says"),
    [
        ("/loopback", redirect("http://127.0.0.1:1/"), "127.0.0.1:1/ is not fetched: only ports 80 and 443"),
        ("/metadata", redirect("http://169.254.169.254/latest/"), "only public addresses are fetched"),
        ("/odd", redirect("http://0x7f.1/"), "spells it in an odd way"),
        ("/file", redirect("file:///etc/passwd"), "only http and https are"),
        ("/gzip", ok(bomb(300 * MB), Content_Encoding="gzip"), "larger than 10 MB"),
        ("/twice", ok(gzip.compress(bomb(300 * MB)), Content_Encoding="gzip, gzip"), "packed"),
        ("/twice-hidden", ok(gzip.compress(bomb(300 * MB)), Content_Encoding="gzip"), "gzip file"),
        ("/endless", endless, "larger than 10 MB"),
        ("/short", reply("200 OK", b"<p>The board approved", "text/html", Content_Length="900000"), ""),
        ("/entities", ok(ENTITIES, "application/rss+xml"), "declares entities"),
        ("/entities.html", ok(ENTITIES, "text/html"), "declares entities"),
        ("/picture", ok(b"\x89PNG\r\n\x1a\n" + bytes(50), "text/html"), "is an image"),
        ("/program", ok(b"\x7fELF" + bytes(5000), "application/octet-stream"), "is a program"),
        ("/loop", redirect("/loop"), "redirects more than"),
        ("/nothing", ok(b""), "is empty"),
    ],
)
def test_hostile_servers(
    forked: Forked, path: str, answer: bytes | Callable[..., object], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Redirects inwards, bombs, endless and short bodies, entities and disguises: refused in one line with exit code 4."""
    if path == "/short":
        monkeypatch.setenv("SUMMARIZE_FETCH_TIMEOUT", "1")  # nothing comes that could take longer
    with Site({path: answer}) as site:  # type: ignore[dict-item] # coroutines too
        check_refused(end_of(forked, "brief", site.url(path), trusted=(("127.0.0.1", site.port),)), says)


def test_a_slow_drip_ends(forked: Forked, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that never ends, a byte at a time, is given up when its time is over."""
    monkeypatch.setenv("SUMMARIZE_FETCH_TIMEOUT", "1")
    with Site({"/drip": drip}) as site:  # type: ignore[dict-item]
        check_refused(end_of(forked, "brief", site.url("/drip"), trusted=(("127.0.0.1", site.port),)), "within 1 s")


def test_names_that_lead_inwards(forked: Forked) -> None:
    """A name is looked up by whoever connects: one that leads inwards is refused, also where a page redirects there."""
    with Site({"/b": ok()}) as site:
        site.paths["/a"] = redirect(site.url("/b", host="inside.example"))
        url = site.url("/a", host="outside.example")
        end = end_of(
            forked,
            "brief",
            url,
            trusted=(("127.0.0.1", site.port), ("inside.example", site.port), ("outside.example", site.port)),
        )
        assert site.asked == ["/a"]
    check_refused(end, "only public addresses")


def test_without_the_switch_nothing_of_this_machine_is_fetched(forked: Forked) -> None:
    """The loopback interface is not asked at all."""
    with Site({"/a": ok()}) as site:
        check_refused(end_of(forked, "brief", site.url("/a")), "only")
        assert site.connections == 0


DEEP = 10 * MB
FILES: dict[str, tuple[bytes, str]] = {
    "nested.html": (b"<!doctype html><html><body>" + b"<div>" * (DEEP // 5 - 20), "no article"),
    "formats.html": (b"<!doctype html><p>" + b"<b><i>" * (DEEP // 6 - 20), ""),
    "attributes.html": (b"<!doctype html><p " + b"a=1 " * (DEEP // 4 - 20) + b">", ""),
    "comments.html": (b"<!doctype html>" + b"<!--" * (DEEP // 4 - 20), ""),
    "deep.json": (b"[" * 900_000, "nested too deeply"),
    "deeper.json": (b"[" * DEEP, "values"),
    "wide.json": (b"[" + b"[]," * (DEEP // 3 - 9) + b"[]]", "values"),
    "objects.jsonl": (b'{"a":' * 900_000, "nested too deeply"),
    "entities.rss": (ENTITIES, "declares entities"),
    "external.rss": (b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title></channel></rss>', "declares entities"),
    "items.rss": (b'<rss version="2.0"><channel>' + b"<item>" * (DEEP // 6 - 20), ""),
    "zip.txt": (b"PK\x03\x04" + bytes(1000), "a ZIP or Office file"),
    "huge.txt": (b"word " * (DEEP // 5 + 1), "10,000,000"),
    "frontmatter.md": (b"---\n" + b"a: &a [*a, *a]\n" * 500_000, ""),
    "brackets.md": (b"[" * 200_000, ""),
    "quotes.md": (b"> " * 900_000, ""),
    "controls.txt": (b"\x1b[2J" * 400_000, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_hostile_files(forked: Forked, tmp_path: Path, name: str) -> None:
    """Ten megabytes of tags, brackets, objects or marks: refused in one line with exit code 4, within bounds of memory."""
    data, says = FILES[name]
    (tmp_path / name).write_bytes(data)
    check_refused(end_of(forked, "brief", name, cwd=tmp_path), says)


def test_a_pdf_bomb(forked: Forked, tmp_path: Path) -> None:
    """A PDF whose page unpacks to gigabytes is refused, in a process of its own that is bounded as well."""
    (tmp_path / "bomb.pdf").write_bytes(one_page(packed(bytes(200 * MB), 2)))
    check_refused(end_of(forked, "brief", "bomb.pdf", cwd=tmp_path), "bomb.pdf")


@pytest.mark.parametrize("depth", [20, 1000, 100_000])
def test_a_mail_of_mails(forked: Forked, tmp_path: Path, depth: int) -> None:
    """A mail with a thousand nested parts is read as far as a person would go, or refused."""
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(depth))
    head = b"From: a@quay.example\r\nSubject: Terminal\r\nMIME-Version: 1.0\r\n"
    (tmp_path / "nested.eml").write_bytes((head + parts)[: 9 * MB])
    check_refused(end_of(forked, "brief", "nested.eml", cwd=tmp_path), "nested.eml")


def test_lying_encodings(forked: Forked, tmp_path: Path) -> None:
    """A page that declares another encoding than it has is read right, and never as a page of another kind of text."""
    words = (
        "<!doctype html><html lang=en><meta charset={}><title>Café opens</title><article><h1>Café opens</h1>"
        "<p>The café “Bergère” opened on Saturday after nine months of work, its owner Zoë Lemaître said.</p>"
        "<p>It has room for forty guests, and a garden that goes down to the harbour and its ferries.</p>"
        "<p>The council had refused it a licence twice, the last time in the autumn of the year before.</p>"
    )
    encodings = {"utf-8": "cp1252", "utf-16": "utf-8", "utf-7": "utf-8", "no-such": "utf-8", "latin-1": "utf-8"}
    for charset, encoding in encodings.items():
        (tmp_path / f"{charset}.html").write_bytes(words.format(charset).encode(encoding))
    end = end_of(forked, "brief", *(f"{charset}.html" for charset in encodings), "--format", "json", cwd=tmp_path)
    assert end.code == 0, end.said
    cards = [json.loads(line) for line in end.out.splitlines()]
    assert [card["article"]["source"] for card in cards] == [f"{charset}.html" for charset in encodings]
    for card in cards:
        assert "The café “Bergère” opened on Saturday" in card["article"]["text"]


def test_titles_and_addresses_name_no_files_elsewhere(forked: Forked, tmp_path: Path) -> None:
    """Whatever an article calls itself, and whatever its address, its card stays in the folder that was asked for."""
    story = (
        "<p>The harbour board approved a second ferry terminal on Saturday, its chair said in a statement.</p>"
        "<p>It has room for forty ships, and a railway that goes down to the harbour and its ferries.</p>"
        "<p>The council had refused it a licence twice, the last time in the autumn of the year before.</p>"
    )
    title = "../../../etc/passwd\x00\x1b[2J"
    page = f"<!doctype html><html lang=en><title>{title}</title><article><h1>{title}</h1>{story}"
    paths = [
        "/..%2F..%2F..%2Fetc%2Fpasswd",
        "/a/..%5C..%5Cx",
        "/CON",
        "/%00",
        "/" + "x" * 300,
        "/.bashrc",
        "/a;rm%20-rf%20~",
    ]
    with Site({path: ok(page.encode()) for path in paths}) as site:
        end = end_of(
            forked, "brief", *(site.url(path) for path in paths), "-o", "cards/", "--format", "html", trusted=(("127.0.0.1", site.port),), cwd=tmp_path
        )  # fmt: skip
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) == len(paths), end.said
    for path in written:
        assert path.parent == tmp_path / "cards"
        assert path.name.isascii()
        assert len(path.name) < 100
        assert not path.name.startswith(".")
