"""Rules of what is watched for, and of who is one outlet."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.outlets import fits, outlet_key, outlet_of, site_of
from summarize.stories.ordering import names


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("mining", "Two miners died in the mine.", True),
        ("mining", "The minister spoke.", False),
        ("vote", "They were voting late.", True),
        ("city", "Four cities flooded.", True),
        ("bank", "The bankers left.", True),
        ("rail strike", "Rail  strikes begin on Monday.", True),
        ("Port of Brest", "The port of Brest’s pier fell.", True),
        ("Mark", "The marking was late.", False),
        ("“mining”", "Two miners died.", False),
        ('"mining law"', "A new Mining law.", True),
        ("", "Anything.", False),
    ],
)
def test_what_is_watched_for(term: str, text: str, found: bool) -> None:
    """A common word is found in its forms, a name as it stands, and quoted words exactly."""
    assert names(term, text) is found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Washington Post", "www.washingtonpost.com"),
        ("Corran Herald", "corran-herald.co.uk"),
        ("Norham Courier", "NORHAM COURIER"),
    ],
)
def test_outlets_by_name(one: str, other: str) -> None:
    """An outlet is one under its name and its address, and another one is another."""
    assert outlet_key(one) == outlet_key(other) != outlet_key("Staithe Post")


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("www.bbc.co.uk", "bbc.co.uk"),
        ("ada.github.io", "ada.github.io"),
        ("news.quay.example", "quay.example"),
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "localhost"),
    ],
)
def test_the_registered_part_of_a_host(host: str, site: str) -> None:
    """Hosts below one registered name are one site; those of a service that gives names away are not."""
    assert site_of(host) == site


def test_what_was_fetched_is_its_hosts() -> None:
    """Pages of one host are one outlet, whatever they call themselves; a file is its publisher's, whatever address it gives."""
    fetched = [
        Article(
            source=f"https://{part}.tidings.example/{number}", publisher=name, url="https://reuters.com/x", text="A b."
        )
        for number, (part, name) in enumerate([("www", "Reuters"), ("a", "BBC"), ("b", "AP")])
    ]
    assert {outlet_of(article) for article in fetched} == {"tidings"}
    file = Article(source="a.html", publisher="Corran Herald", url="https://tidings.example/1", text="A b.")
    assert outlet_of(file) == "corranherald"


@pytest.mark.parametrize(
    ("name", "host", "right"),
    [
        ("Quay Gazette", "www.quaygazette.example", True),
        ("Quay Gazette", "quay.example", True),
        ("The New York Times", "nytimes.com", True),
        ("El País", "elpais.com", True),
        ("British Broadcasting Corporation", "bbc.co.uk", True),
        ("The Associated Press", "ap.org", True),
        ("Reuters", "tidings.example", False),
        ("Reuters", "reuters.tidings.example", False),
        ("Daily News", "newsforallofyou.example", False),
        ("…", "tidings.example", False),
    ],
)
def test_a_name_fits_its_host(name: str, host: str, right: bool) -> None:
    """A name fits by its letters, its initials or a word that is half of what was registered; nothing below that counts."""
    assert fits(name, host) is right
