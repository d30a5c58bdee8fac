"""What no text of an engine's own may hold, whatever it says."""

from __future__ import annotations

import time

import pytest

from summarize.grounding.form import why_malformed

SOURCE = "The board of Kestrel Energy sold the old pier in Leeds for 40 million pounds, its treasurer said on Monday."


@pytest.mark.parametrize(
    ("evidence", "text", "reason"),
    [
        (SOURCE, "The board sold the pier {{ now }}.", "template"),
        (SOURCE, "The board sold {% the %} pier.", "template"),
        (SOURCE, "The board sold the\x1b[31m pier.", "control"),
        (SOURCE, "The board sold the \u202epier.", "control"),
        (SOURCE, "The **board** sold the pier.", "markup"),
        (SOURCE, "The board sold the <b>pier</b>.", "markup"),
        (SOURCE, "The board sold the ![pier](evil).", "markup"),
        (SOURCE, "The board sold the [pier](evil).", "link"),
        (SOURCE, "The board sold the pier. https://evil.example", "link"),
        (SOURCE, "The board sold the pier, evil.com says.", "link"),
        (SOURCE, "The board sold the pier, evil.co.uk says.", "link"),
        (SOURCE, "The board sold the pier, www-evil.museum/pier says.", "link"),
        (SOURCE, "The board sold the pier, Evil.Com says.", "link"),
        (SOURCE, "The board sold the pier, tips@evil.example says.", "link"),
        ("Its shop, kestrel.com, closed.", "The shop kestrel.com closed, evil.com says.", "link"),
        (SOURCE, "The board sold ‘the pier’ again.", "quotation marks"),
        (SOURCE, 'The board "sold" the pier.', "quotation marks"),
        ("He sold “the old pier” in Leeds.", "He sold “the old pier.", "quotation marks"),
        ("He sold “the old pier” in Leeds.", "He sold the old pier” in Leeds.", "quotation marks"),
        ("He called the sale “a gift to the owners”.", "He said the sale was “a gift to us”.", "quotation marks"),
        ("He called the sale a gift.", "He called the sale “a gift”.", "quotation marks"),
        (SOURCE, "Le conseil a vendu « le quai ».", "quotation marks"),
    ],
)
def test_links_markup_control_characters_and_strange_quotation_marks_are_refused(
    evidence: str, text: str, reason: str
) -> None:
    """Such a text is refused, and the reason says for what."""
    assert reason in (why_malformed(text, [evidence]) or "")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "evil.Com",
            "evil.COM",
            "Evil.com",
            "evil.Org",
            "evil.It",
            "pay.evil.It",
            "ｅｖｉｌ．ｃｏｍ",
            "evil.com_",
            "evil.com:8080",
            "evil.com:8080/x",
        ),
        *(
            "evil.com.It says so",
            "evil.com.Then go",
            "evil.com.10",
            "evil.com-Now",
            "evil.co.uk.In time",
            "Mr.Li/x",
            "Mr.Li:80",
        ),
        *(
            "123.to/abc",
            "163.cn",
            "4.tv/x",
            "9.am/x",
            "163.am",
            "9.is",
            "2019.it",
            "10.0.0.1",
            "10.0.0.1/x",
            "10.0.0.1:80",
        ),
        *(
            "evil.рф",
            "evil.中国",
            "evil.भारत",
            "evil.xn--p1ai",
            "evil.xn--p1ai/ab",
            "зло.рф/х",
            "U.S.is/x",
            "leeds.it",
            "pier.It/x",
        ),
        *(
            "trel.com",
            "kestrel.co",
            "kestrel.com.evil.net",
            "kestrel.com/other",
            "kestrel.com/sho",
            "me@trel.com",
            "my-kestrel.com",
        ),
    ],
)
def test_no_address_is_let_through(address: str) -> None:
    """However it is written, with or without a path, glued to what follows or a piece of its evidence's, an address is refused."""
    evidence = f"{SOURCE} Its shop, kestrel.com/shop, closed, as did kestrel.com."
    for text in (f"Pay at {address} now.", f"Pay at {address}.", f"Pay at {address}", f"The board said: ({address})"):
        assert why_malformed(text, [evidence]) == "it holds a link or markup"


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (SOURCE, "The board sold the pier."),
        ("He called the sale “a gift to the owners”.", "He said the sale was “a gift to the owners”."),
        ("The workers’ boats sank.", "The workers' boats sank."),
        ("Its shop, kestrel.com, closed.", "The shop kestrel.com closed."),
        (SOURCE, "The board met at 9.am and sold the pier.It was old."),
        (SOURCE, "Mr.Li said so, but the U.S.is closed and the U.K.in doubt, at 6.30 p.m.It rose by 3.5 to 4.25.10."),
        (SOURCE, "The board met in Leeds.In 1.5 years it sells.Then it rests e.g.at home, see p.12 and No.10."),
        ("Its shop, www.kestrel.com/shop, closed.", "See kestrel.com/shop: kestrel.com.It is shut."),
        ("Its shop, www.kestrel.com/shop, closed.", "The shop (kestrel.com/shop) closed, kestrel.com/shop."),
        (SOURCE, "The U.S. board sold node.js and No.10."),
        (SOURCE, "The board met at 12.am and called it a test.Nobody.Came."),
    ],
)
def test_a_plain_text_passes(evidence: str, text: str) -> None:
    """Quotation marks, apostrophes and addresses of the evidence are no fault."""
    assert why_malformed(text, [evidence]) is None


@pytest.mark.parametrize(
    ("evidence", "words", "stand"),
    [
        ("He said: “I” twice.", "I", True),
        ("the pier fell” he said.", "the pier fell", True),
        ("the pier ” and “the boats”", "the pier", True),
        ("the pier” and “the boats”, and “the quay", "the pier", True),
        ("the pier” and “the boats", "the pier", True),
        ("the pier” and “the boats", "and", False),
        ("He sold “the pier” and left.", "He sold", False),
        ("He sold “the pier” and left.", "and left", False),
        ("He said ‘the pier fell.", "the pier fell", True),
        ("He said ‘the pier’ and ‘the boats fell.", "the boats fell", True),
        ("He said ‚the pier fell’ there.", "the pier fell", True),
        ("He said ‚the pier fell‘ there.", "the pier fell", True),
        ("He said 'the pier fell' there.", "the pier fell", True),
        ("He said: “gifts are a gift”.", "gift", True),
        ("He said: “a regift is a gift”.", "gift", True),
        ("He said: “a (gift) it is”.", "(gift)", True),
    ],
)
def test_what_an_article_sets_in_marks_may_be_set_in_them(evidence: str, words: str, *, stand: bool) -> None:
    """Whole words of what stands between its marks, or reaches from one without its fellow to an end of the sentence; not what is outside of them."""
    assert (why_malformed(f"She calls it “{words}” now.", [evidence]) is None) is stand


@pytest.mark.parametrize("hostile", ["'" * 5000, "“" * 5000, "a.b." * 2500, "<" * 9000, "\u0301" * 9000, "[" * 9000])
@pytest.mark.timed
def test_a_hostile_text_is_looked_at_in_linear_time(hostile: str) -> None:
    """One thing over and over takes no long time, in the text or in its evidence."""
    started = time.process_time()
    why_malformed(hostile, [SOURCE])
    why_malformed(SOURCE, [hostile])
    assert time.process_time() - started < 2
