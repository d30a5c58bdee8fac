"""Rules of reading one mail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import ArticleError
from summarize.reading import Reading
from summarize.reading.documents.mail import read_mail
from tests.reading.documents.mails import BODY, OTHER, TITLE, inner, mail, multipart, outcome, page, part

NEWSLETTER = "From: The Quay Herald <news@quay.example>\r\nDate: Wed, 11 Mar 2026 08:30:00 +0100\r\nList-Unsubscribe: <https://quay.example/u>\r\nMIME-Version: 1.0"
GMAIL = """---------- Forwarded message ---------
From: The Quay Herald <news@quay.example>
Date: Tue, Mar 10, 2026 at 9:14 AM
Subject: {title}
To: <jane.holm@example.org>


{body}"""
OUTLOOK = """________________________________
From: The Quay Herald <news@quay.example>
Sent: Tuesday, March 10, 2026 9:14 AM
To: Jane Holm <jane.holm@example.org>
Subject: {title}

{body}"""


def read(data: bytes) -> Reading:
    return read_mail(data, "mail.eml")


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_subject_is_the_title_and_the_date_is_published() -> None:
    """The subject stands above the text, and the Date field is the publication date, with its zone."""
    article = read(mail()).article
    assert article.title == TITLE
    assert article.text == f"{TITLE}\n\n{BODY.strip()}"
    assert article.published == "2026-03-11T08:30+01:00"


@pytest.mark.parametrize("date", ["", "yesterday", "Wed, 99 Foo 2026", "Wed, 11 Mar 1826 08:30:00 +0100", "9" * 5000])
def test_a_broken_date_is_no_date(date: str) -> None:
    """A Date field that is none is left out, and the notice for undated articles is given."""
    reading = read(mail(header=f"From: a@b.example\r\nDate: {date}"))
    assert reading.article.published is None
    assert any("no publication date" in notice for notice in reading.notices)


@pytest.mark.parametrize("coding", ["8bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "utf-7"])
def test_transfer_encodings_and_character_sets_are_undone(coding: str, charset: str) -> None:
    """What was sent as UTF-8, Latin-1 or UTF-16, in base64 or quoted-printable, is read as it was written."""
    if coding == "8bit" and charset == "utf-16":
        return
    body = BODY.replace("Okafor", "Økåfør")
    text = read(mail(body.encode(charset), kind=f"text/plain; charset={charset}", coding=coding)).article.text
    assert "Ines\nØkåfør" in text


@pytest.mark.parametrize(
    "charset", ["us-ascii", "x-unknown", "rot13", "zlib_codec", "punycode", "idna", "iso-8859-1", "ibm500", "\x00", ""]
)
def test_a_character_set_that_lies_is_not_believed(charset: str) -> None:
    """UTF-8 is read as UTF-8, whatever the message says."""
    data = mail(BODY.replace("Okafor", "Økåfør"), kind=f"text/plain; charset={charset}")
    assert "Økåfør" in read(data).article.text


def test_text_that_is_not_in_base64_is_read_though_the_message_says_so() -> None:
    """A transfer encoding that lies is not believed."""
    data = mail().replace(b"Encoding: 8bit", b"Encoding: base64")
    assert "northern pier" in read(data).article.text


def test_encoded_words_of_fields_are_decoded() -> None:
    """RFC 2047 in the subject."""
    assert (
        read(mail(subject="=?utf-8?q?H=C3=B8fn_keeps?= =?utf-8?b?IGl0cyBwaWVy?=")).article.title
        == "Høfn keeps its pier"
    )


def test_of_two_versions_the_plain_one_is_read() -> None:
    """The text/plain part of multipart/alternative, without the addresses of its links, and without the list's footer."""
    text = BODY.replace("report", "report <https://quay.example/r?x=1>") + "\nUnsubscribe: https://quay.example/u\n"
    reading = read(multipart(part(text), part(page(), "text/html"), kind="alternative", header=NEWSLETTER))
    assert flat(reading.article.text) == flat(f"{TITLE} {BODY}")
    assert reading.article.publisher == "The Quay Herald"


def test_a_stub_beside_a_page_is_not_read() -> None:
    """A plain text that only says where to look is no text: the page is read."""
    pytest.importorskip("trafilatura")
    stub = "Your mail program does not support HTML. View this email in your browser: https://quay.example/v"
    text = read(multipart(part(stub), part(page(), "text/html"), kind="alternative", header=NEWSLETTER)).article.text
    assert "said Ines Okafor" in flat(text)
    assert "browser" not in text
    assert "Unsubscribe" not in text


def test_a_page_alone_is_read_as_a_page() -> None:
    """A message of HTML alone."""
    pytest.importorskip("trafilatura")
    article = read(mail(page(), kind="text/html; charset=utf-8")).article
    assert article.title == TITLE
    assert flat(article.text).startswith(flat(f"{TITLE} HAVNVIK"))
    assert article.text.count(TITLE) == 1


@pytest.mark.parametrize(
    "form",
    [
        GMAIL,
        OUTLOOK,
        OUTLOOK.replace("_" * 32, "-----Original Message-----"),
        GMAIL.replace("---------- Forwarded message ---------", "Begin forwarded message:\n"),
    ],
)
@pytest.mark.parametrize("note", ["", "Hi Ola,\n\nFYI\n\nBest,\nJane\n\n"])
def test_a_forwarded_article_is_the_article(form: str, note: str) -> None:
    """Title, date and sender are those of the message that is forwarded, and a greeting is no note."""
    article = read(mail(note + form.format(title=TITLE, body=BODY), subject=f"Fwd: {TITLE}")).article
    assert article.title == TITLE
    assert article.text == f"{TITLE}\n\n{BODY.strip()}"
    assert (article.published or "").startswith("2026-03-10T09:14")
    assert article.publisher == "The Quay Herald"


def test_what_a_forwarder_says_is_not_the_article() -> None:
    """A note by whoever forwards an article is no part of it, so that nothing rests on it; it is told."""
    note = "Hi Ola,\n\nThis contradicts what the mayor told us last week.\n\nBest,\nJane\n\n"
    reading = read(mail(note + GMAIL.format(title=TITLE, body=BODY), subject=f"Fwd: {TITLE}"))
    assert reading.article.text == f"{TITLE}\n\n{BODY.strip()}"
    assert any("left out: “This contradicts what the mayor told us last week.”" in notice for notice in reading.notices)


def test_a_quoted_forward_loses_its_marks() -> None:
    """Marks of quoting go if every line has them; a quotation within a text stays."""
    quoted = "\n".join(f"> {line}" for line in GMAIL.format(title=TITLE, body=BODY).split("\n"))
    assert read(mail(quoted, subject=f"Fwd: {TITLE}")).article.text == f"{TITLE}\n\n{BODY.strip()}"
    assert "> as sent" in read(mail(f"{BODY}\n> as sent by the board\n\n{BODY}")).article.text


def test_a_german_forward_is_read() -> None:
    """Labels and dates as German programs write them."""
    text = f"-------- Weitergeleitete Nachricht --------\nBetreff: {TITLE}\nDatum: Di., 10. März 2026 09:14\nVon: Quay Herald <n@quay.example>\nAn: jane@example.org\n\n{BODY}"
    article = read(mail(text, subject=f"WG: {TITLE}")).article
    assert article.title == TITLE
    assert article.published == "2026-03-10T09:14"


@pytest.mark.parametrize(
    "header",
    [
        "From: Hanna Osei <h@q.example>\nSent: Tuesday, March 10, 2026 6:05 PM\nTo: Desk\nSubject: {0}\n",
        "Von: Redaktion <r@q.example> im Auftrag von Hanna Osei <h@q.example>\nGesendet: Dienstag, 10. März 2026 18:05\nAn: Desk\nBetreff: {0}\n",
        "---------- Forwarded message ---------\nDe: Hanna Osei <h@q.example>\nDate: mar, 10 mar 2026 a las 18:05\nSubject: {0}\nTo: Desk\n",
    ],
)
def test_a_forwarded_header_tells_who_and_when(header: str) -> None:
    """Outlook's clock of twelve hours, who is written for, and dates in other languages are read of a header within a text."""
    article = read(mail(f"{header.format(TITLE)}\n{BODY}", subject=f"FW: {TITLE}")).article
    assert (article.authors, article.published) == (("Hanna Osei",), "2026-03-10T18:05")


def test_an_attached_message_is_the_article() -> None:
    """A message/rfc822 part is what is forwarded, and what stands beside it is the note."""
    held = mail(header=NEWSLETTER.replace("11 Mar", "10 Mar"))
    data = multipart(part("FYI\n"), part(held, "message/rfc822"), subject=f"Fwd: {TITLE}")
    article = read(data).article
    assert article.text == f"{TITLE}\n\n{BODY.strip()}"
    assert article.published == "2026-03-10T08:30+01:00"
    assert article.publisher == "The Quay Herald"


def test_attachments_are_named_and_never_opened() -> None:
    """A notice tells name, type and size; a name can lead nowhere and steer no terminal."""
    held = part(
        "JVBERi0x" * 20_000,
        "application/pdf",
        'Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="../../e\x1b[31mtc/report.pdf"\r\n',
    )
    reading = read(multipart(part(BODY), held))
    assert reading.notices[0] == "mail.eml: not opened: report.pdf (application/pdf, 120 kB)"
    assert reading.article.text == f"{TITLE}\n\n{BODY.strip()}"


def test_a_mail_that_only_carries_a_file_says_so() -> None:
    """Without a text, the message names what to save and read."""
    held = part(
        "JVBERi0x",
        "application/pdf",
        "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename*=utf-8''h%C3%B8fn.pdf\r\n",
    )
    with pytest.raises(ArticleError, match=r"save it and read that: høfn\.pdf"):
        read(multipart(part("\n"), held, subject="Report"))


@pytest.mark.parametrize(
    "after",
    [
        "-- \nJane Holm\nPress office\n+47 55 55 55",
        "Sent from my iPhone",
        "Von meinem iPad gesendet",
        "You are receiving this because you signed up.\nUnsubscribe here: https://quay.example/u",
        "CONFIDENTIALITY: This e-mail is confidential and intended solely for the addressee. If you are not the intended recipient, delete it.",
        "____________________________________________\nharbour mailing list\nharbour@lists.example",
    ],
)
def test_what_follows_the_text_is_left_out(after: str) -> None:
    """Signatures, lines of devices, footers of lists and disclaimers are no part of an article."""
    assert read(mail(f"{BODY}\n{after}\n")).article.text == f"{TITLE}\n\n{BODY.strip()}"


def test_flowed_lines_are_joined() -> None:
    """format=flowed: a line that ends in a space goes on in the next."""
    text = read(
        mail(
            "The harbour board voted \nto keep the pier open.\n\nIt said so on Tuesday.\n",
            kind="text/plain; format=flowed",
        )
    ).article.text
    assert text.endswith("The harbour board voted to keep the pier open.\n\nIt said so on Tuesday.")


def test_a_person_is_no_publisher() -> None:
    """The sender is the publisher where that is an outlet; a person who sent an article that names no author is its author."""
    assert read(mail()).article.publisher is None
    assert read(mail()).article.authors == ("Jane Holm",)
    assert read(mail("By Tove Lindahl\n\n" + BODY)).article.authors == ("Tove Lindahl",)


@pytest.mark.parametrize(
    "data",
    [
        multipart(part("Version: 1", "application/pgp-encrypted"), part("x", "application/octet-stream"), kind="encrypted"),
        mail("MIIBkg", kind="application/pkcs7-mime; smime-type=enveloped-data", coding="base64"),
        mail("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"),
    ],
)  # fmt: skip
def test_a_locked_mail_is_refused(data: bytes) -> None:
    """Encrypted mail is refused, saying so."""
    with pytest.raises(ArticleError, match="encrypted"):
        read(data)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"No header at all, just words.", b"\x00" * 100])
def test_what_is_no_mail_is_refused(data: bytes) -> None:
    """Bytes without a header are no message."""
    with pytest.raises(ArticleError):
        read(data)


def test_an_open_boundary_ends_with_the_message() -> None:
    """A part that nothing ends is read to the end."""
    data = multipart(part(BODY)).replace(b"--=_b1--", b"")
    assert "rope works" in read(data).article.text


HEAD = OTHER.encode() + b"\r\nSubject: x\r\n"


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(100_000)),
        HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nwords of a part\r\n" * 400_000,
        HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 300_000,
        HEAD + b"X-Y: z\r\n" * 1_000_000 + b"\r\n" + BODY.encode(),
        HEAD + b"X-Y: z\r\n" + b" folded\r\n" * 1_000_000 + b"\r\n" + BODY.encode(),
        OTHER.encode() + b"\r\nSubject: " + b"=?utf-8?q?a?= " * 700_000 + b"\r\n\r\n" + BODY.encode(),
        OTHER.encode() + b"\r\nSubject: " + b"=?" * 4_900_000 + b"\r\n\r\n" + BODY.encode(),
        HEAD + b"Content-Type: text/plain" + b"; a=b" * 1_900_000 + b"\r\n\r\n" + BODY.encode(),
        HEAD + b"From: " + b"(" * 9_000_000 + b"\r\n\r\n" + BODY.encode(),
        HEAD + b"\r\n" + b"> " * 4_900_000,
        HEAD + b"\r\n" + b">\n" * 4_900_000 + b"words and words and more words here",
        HEAD + b"\r\n" + b"From: a\n" * 1_200_000,
        HEAD + b"\r\n" + b"---------- Forwarded message ---------\nFrom: a\nDate: b\n\n" * 150_000,
        HEAD + b"\r\n" + b"confidential " * 700_000,
        HEAD + b"\r\n" + b"-- \n" * 2_400_000 + BODY.encode(),
        HEAD + b"Content-Type: text/plain; charset=utf-7\r\n\r\n" + b"+AGE-" * 1_900_000,
        HEAD + b"Content-Type: text/plain; format=flowed\r\n\r\n" + b"> a \n" * 1_900_000,
        HEAD + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + b"=\r\n" * 3_000_000,
        HEAD + b"\r\n" + b"=" * 9_900_000,
        HEAD + b"\r\n" + b"<https://" * 1_000_000,
    ],
    ids=range(20),
)  # fmt: skip
@pytest.mark.parametrize("most", [10_000_000, 1_990_000])
def test_a_hostile_mail_ends_soon(data: bytes, most: int) -> None:
    """Depth, breadth, fields, encoded words: each is read or refused, in one line, within seconds."""
    import time

    start = time.process_time()
    outcome(lambda: read(data[:most]))
    assert time.process_time() - start < 20


PIECES = st.sampled_from([
    b"From: ", b"Subject: ", b"Content-Type: ", b"multipart/mixed; boundary=a", b"text/plain; charset=", b"text/html", b"\r\n", b"\n\n", b"--a\n", b"--a--\n",
    b"message/rfc822", b"utf-8", b"utf-7", b"=?utf-8?b?", b"?=", b"Content-Transfer-Encoding: base64", b"format=flowed", b"; name*0*=", b"> ",
    b"---------- Forwarded message ---------\n", b"Date: ", b"The harbour board voted to keep the northern pier open.", b"\xff\xfe", b"\x1b[0m", b"-- \n",
])  # fmt: skip


@given(st.lists(PIECES | st.binary(max_size=12), max_size=60).map(b"".join))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever comes, it is an article with a clean text, or refused."""
    outcome(lambda: read(b"From: a@b.example\nSubject: x\n" + data))


def test_nested_parts_of_few_levels_are_read() -> None:
    """A signed mail of an alternative of related parts is an ordinary one."""
    alternative = part(inner(part(BODY), part(page(), "text/html")), 'multipart/alternative; boundary="=_b2"')
    assert (
        "rope works" in read(multipart(alternative, part("x", "application/pgp-signature"), kind="signed")).article.text
    )
