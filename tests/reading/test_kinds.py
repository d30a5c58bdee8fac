"""Rules of telling what a file holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.reading.kinds import ENDINGS, Kind, kind_of

RSS = '<?xml version="1.0"?>\n<!-- made daily -->\n<rss version="2.0"><channel/></rss>'
MAIL = "From: Desk <desk@quay.example>\nTo: all@quay.example\nSubject: Terminal\n\nThe terminal opened.\n"


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        ("The terminal opened on Saturday.", "story.txt", "text"),
        ("The terminal opened on Saturday.", "-", "text"),
        ("# Terminal\n\nIt opened.", "story.md", "text"),
        ("<!DOCTYPE html><title>t</title>", "-", "html"),
        ("\ufeff\n <!-- x --><html lang=en>", "-", "html"),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "page", "html"),
        ("<p>A fragment.</p>", "part.html", "html"),
        ("<p>A fragment.</p>", "-", "text"),
        (RSS, "-", "feed"),
        (RSS, "page.html", "feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "-", "feed"),
        ("<opml version='2.0'></opml>", "feeds.opml", "feed"),
        ("<rdf:RDF xmlns:rdf='x'>", "-", "feed"),
        ("<invoice/>", "bill.xml", "feed"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "-", "feed"),
        ('{"text": "It opened."}', "-", "json"),
        ('{"text": "It opened."}', "story.txt", "json"),
        ('{"text": "a"}\n{"text": "b"}\n', "-", "json lines"),
        ('{"text": "a"}\n', "a.jsonl", "json lines"),
        ('[{"text": "a"}]', "-", "json"),
        ('{\n  "text": "a"\n}', "-", "json"),
        ("[Updated] The terminal opened.", "-", "text"),
        ("{{ title }} The terminal opened.", "-", "text"),
        ("%PDF-1.7 ...", "story.txt", "pdf"),
        (MAIL, "-", "mail"),
        (MAIL.replace("\n", "\r\n"), "story.txt", "mail"),
        ("Received: from a by b;\n Sat, 14 Mar\nMessage-ID: <1@x>\n\nText", "-", "mail"),
        ("From: Reuters\nDate: 14 March 2026\n\nThe terminal opened.", "-", "text"),
        ("Title: Terminal opens\nDate: 14 March 2026\n\nThe terminal opened.", "-", "text"),
        ("anything", "story.eml", "mail"),
        ("From desk@quay.example Sat Mar 14 09:30:00 2026\nFrom: a@b\n", "-", "mailbox"),
        ("From Monday 09:30 on, trams run.\nThe city said so.", "-", "text"),
        ("", "empty.json", "json"),
        ("", "-", "text"),
    ],
)
def test_kinds(head: str, name: str, kind: Kind) -> None:
    """What a file holds is told by its first bytes, and by its name where these leave it open."""
    assert kind_of(head.encode(), name) == kind


def test_the_server_is_believed_where_bytes_are_silent() -> None:
    """A declared type decides what the bytes do not."""
    assert kind_of(b"<p>The terminal opened.</p>", "", "text/html") == "html"
    assert kind_of(b"The terminal opened.", "", "text/plain") == "text"
    assert kind_of(b"<!doctype html>", "", "text/plain") == "html"


def test_utf_16_is_seen_through() -> None:
    """A page in UTF-16 is a page."""
    assert kind_of("\ufeff<html>".encode("utf-16-le"), "-") == "html"
    assert kind_of(b"\xfe\xff" + '{"text": "a"}'.encode("utf-16-be"), "-") == "json"


@given(st.binary(max_size=400), st.sampled_from(["-", *sorted(f"x{ending}" for ending in ENDINGS)]))
def test_any_bytes_have_a_kind(head: bytes, name: str) -> None:
    """Any bytes are of some kind."""
    assert kind_of(head, name)


@pytest.mark.parametrize("piece", ["<!---->", "<!--", "<?x?>", "<!doctype x>", "From: a\n", " ", "{", "[", '{"a":'])
def test_telling_takes_no_time(piece: str) -> None:
    """The first bytes are looked at in linear time, whatever is repeated in them."""
    assert kind_of((piece * 65_536)[:65_536].encode(), "-")


def test_the_page_of_sources_names_every_ending() -> None:
    """Each ending of a file that is read stands in the table of docs/sources.md, and no other does."""
    table = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8").split("\n\n")[2]
    assert set(re.findall(r"`(\.[a-z]+)`", table)) == ENDINGS
