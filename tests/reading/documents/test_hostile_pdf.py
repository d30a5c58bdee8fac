"""Rules of PDF files made to do harm: each is refused or read, in seconds and within 300 MB."""

from __future__ import annotations

import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.forked import Forked, forking
from tests.reading.documents.pdfs import assembled, stream

pytest.importorskip("pypdf")

_PROCESS = """
import re, resource, sys
from pathlib import Path
from summarize.errors import SummarizeError
from summarize.reading.documents.pdf import read_pdf
try:
    read_pdf(sys.stdin.buffer.read(), "bomb.pdf")
except SummarizeError as error:
    assert error.exit_code == 4 and "\\n" not in str(error), error
of_children = resource.getrusage(resource.RUSAGE_CHILDREN)
status = Path("/proc/self/status")
own = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
print(of_children.ru_utime + of_children.ru_stime, of_children.ru_maxrss // 1024, int(own[1]) // 1024 if own else 0)
"""
TEXT = b"BT /F1 12 Tf 72 700 Td (The harbour board voted on Tuesday to keep the pier open.) Tj ET\n"


def one_page(content: bytes, *others: bytes, resources: str = "/Font<</F1 5 0 R>>") -> bytes:
    return assembled([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<{resources}>>/Contents 4 0 R>>".encode(), content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", *others,
    ])  # fmt: skip


def packed(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, f"/Filter[{'/FlateDecode' * times}]")


def map_bomb() -> bytes:
    ranges = b"".join(b"1 beginbfrange <%04x> <%04x> <0041> endbfrange\n" % (n, n + 200) for n in range(0, 60_000, 200))
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 396 0 R/DescendantFonts[<</Subtype/CIDFontType2/W[0 60000 500]>>]>>"
    names = " ".join(f"/A{n} {6 + n} 0 R" for n in range(390))
    return one_page(
        stream(b"BT (x) Tj ET"),
        *[font] * 390,
        packed(b"begincmap\n" + ranges + b"endcmap"),
        resources=f"/Font<<{names}>>",
    )


BOMBS: dict[str, Callable[[], bytes]] = {
    "deflate": lambda: one_page(packed(b" " * 300_000_000)),
    "nested deflate": lambda: one_page(packed(b"\0" * 100_000_000, 3)),
    "operators": lambda: one_page(packed(b"0 0 m " * 4_800_000)),
    "text operators": lambda: one_page(packed(TEXT * 300_000)),
    "one page often": lambda: assembled([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 100000/Kids[%s]>>" % (b" 3 0 R" * 100_000),
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", stream(TEXT),
    ]),
    "page tree loop": lambda: assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R 3 0 R]>>", b"<</Type/Pages/Kids[2 0 R]>>"]),
    "deep array": lambda: one_page(stream(b"[" * 3_000_000)),
    "deep dictionary": lambda: assembled([b"<</Type/Catalog/Pages 2 0 R/A " + b"<</A " * 500_000 + b">>"]),
    "form in itself": lambda: one_page(
        stream(b"/X Do " * 400), stream(b"/X Do " * 400, "/Type/XObject/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>"), resources="/XObject<</X 6 0 R>>"
    ),
    "maps of fonts": map_bomb,
    "objects": lambda: b"%PDF-1.4\n" + b"1 0 obj <<>> endobj\n" * 400_000,
    "run length": lambda: one_page(stream(b"\x81a" * 4_000_000 + b"\x80", "/Filter/RunLengthDecode")),
    "lzw": lambda: one_page(stream(b"\x80\x0b\x60" * 1_000_000, "/Filter/LZWDecode")),
    "predictor": lambda: one_page(stream(zlib.compress(b"\2" * 29_000_000), "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1>>")),
}  # fmt: skip


@pytest.fixture(scope="module")
def forked() -> Iterator[Forked]:
    """What reads is imported."""
    with forking("summarize.reading.documents.pdf") as running:
        yield running


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_within_its_bounds(forked: Forked, name: str) -> None:
    """Whatever a file unpacks to, reading it takes neither 300 MB, here or in the other process, nor more than ten seconds of the processor."""
    done = forked.run(_PROCESS, data=BOMBS[name]())
    assert done.returncode == 0, done.stderr[-800:]
    seconds, megabytes, own = map(float, done.stdout.split())
    assert seconds < 12
    assert megabytes < 300
    assert own < 300


def test_no_code_of_the_current_folder_runs(tmp_path: Path) -> None:
    """A PDF is read by this program's code alone: a module beside it, whatever its name, is never imported by the process that reads it."""
    for name in ("json", "sys", "sitecustomize", "usercustomize", "pypdf", "typing", "summarize/__init__"):
        module = tmp_path / f"{name}.py"
        module.parent.mkdir(exist_ok=True)
        module.write_text(f"open({str(tmp_path / 'ran')!r}, 'a').write({name!r} + '\\n')\n")
    (tmp_path / "story.pdf").write_bytes(one_page(stream(TEXT * 20)))
    program = Path(sys.executable).with_name("summarize")
    command = [str(program), "evidence", "story.pdf", "--nlp", "off"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert b"harbour board" in done.stdout
    assert not (tmp_path / "ran").exists(), (tmp_path / "ran").read_text()
