from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.reading.web.site import Request, Site, Write, ok
from tests.reading.web.test_bounds import MB, bomb

_SCRIPT = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from summarize.errors import ArticleError
from tests.reading.web.site import Site, fetch
site = Site()
site._socket.close()
site.port = int(sys.argv[2])
for path in sys.argv[3:]:
    try:
        fetch(site, path, delay=0.0)
    except ArticleError as error:
        print(error)
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from Linux")
def test_bombs() -> None:
    """No bomb takes more than 300 MB, the program itself included."""

    async def endless(_: Request, write: Write) -> None:
        await write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            await write(b"x" * 65536)

    site = Site(
        {
            "/gzip": ok(bomb(300 * MB), Content_Encoding="gzip"),
            "/deflate": ok(bomb(300 * MB, zlib.MAX_WBITS), Content_Encoding="deflate"),
            "/members": ok(bomb(5 * MB) * 100, Content_Encoding="gzip"),
            "/endless": endless,
            "/robots.txt": ok(bomb(300 * MB), "text/plain", Content_Encoding="gzip"),
        }
    )
    paths = ["/gzip", "/deflate", "/members", "/endless"]
    with site:
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(ROOT), str(site.port), *paths],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
    *messages, peak = done.stdout.splitlines()
    assert [message.count("larger than 10 MB") for message in messages] == [1] * 4
    assert int(peak) < 300_000
