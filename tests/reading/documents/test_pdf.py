"""Rules of reading a PDF file."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import ArticleError, ConfigurationError
from summarize.reading import Reading
from summarize.reading.documents.pdf import read_pdf
from tests.reading.documents.mails import outcome
from tests.reading.documents.pdfs import SENTENCES, Line, assembled, column, flow, moved, paragraph, pdf, stream

pypdf = pytest.importorskip("pypdf")

TITLE = "Harbour board keeps the northern pier open"
HEAD: list[Line] = [(50, 760, 22, "F2", TITLE), (50, 735, 9, "F1", "By Tove Lindahl")]


def read(data: bytes) -> Reading:
    return read_pdf(data, "paper.pdf")


def blocks(data: bytes) -> list[str]:
    return read(data).article.text.split("\n\n")


def test_lines_become_paragraphs() -> None:
    """Lines are joined to the paragraphs that they were broken from."""
    texts = [paragraph(n) for n in range(5)]
    assert blocks(pdf([*HEAD, *flow(texts, 50, 700, width=78)])) == [TITLE, "By Tove Lindahl", *texts]


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_are_read_one_after_the_other(count: int, by_rows: bool) -> None:
    """A paper of columns under a headline, whichever way its writer went; a paragraph goes on at the top of the next column."""
    texts = [paragraph(n) for n in range(3 * count)]
    width = {2: 39, 3: 25}[count]
    lines = [line for text in texts for line in column(text, 0, 0, width=width)]
    each = -(-len(lines) // count)
    placed: list[Line] = [
        (line[0] + 50 + place // each * (width * 6 + 14), 700 - 12 * (place % each), line[2], line[3], line[4])
        for place, line in enumerate(lines)
    ]
    if by_rows:
        placed.sort(key=lambda line: (-line[1], line[0]))
    assert blocks(pdf([*HEAD, *placed])) == [TITLE, "By Tove Lindahl", *texts]


def test_a_press_release_is_read_without_its_footer() -> None:
    """A letterhead stays, the line at the foot of each page goes, a paragraph goes on over the page, and the printed date counts."""
    texts = [paragraph(n) for n in range(12)]
    lines = flow(texts, 60, 620, width=70)
    cut = next(place for place, line in enumerate(lines) if line[1] < 80)
    second = moved(lines[cut:], 760 - lines[cut][1])
    foot: Line = (60, 30, 8, "F1", "Havnvik Harbour Board | Quay Street 1 | press@havnvik.example")
    first = [
        (60, 800, 12, "F2", "Havnvik Harbour Board"), (60, 770, 10, "F2", "PRESS RELEASE"), (60, 750, 10, "F1", "11 March 2026"),
        (60, 690, 20, "F2", "Northern pier to stay open"), (60, 666, 20, "F2", "through the winter, board decides"), *lines[:cut], foot, (530, 30, 8, "F1", "1 / 2"),
    ]  # fmt: skip
    made = pdf(
        first,
        [*second, foot, (530, 30, 8, "F1", "2 / 2")],
        info="/Title(Microsoft Word - PR_final2.docx)/CreationDate(D:20270101000000Z)",
    )
    article = read(made).article
    assert article.title == "Northern pier to stay open through the winter, board decides"
    assert article.published == "2026-03-11"
    found = article.text.split("\n\n")
    assert found[1:4] == ["Havnvik Harbour Board", "PRESS RELEASE", "11 March 2026"]
    assert found[4:] == texts


def test_when_a_file_was_made_is_no_publication_date() -> None:
    """/CreationDate and /ModDate are not read."""
    made = pdf(
        [*HEAD, *flow([paragraph(1)], 50, 700)], info="/CreationDate(D:20260101000000Z)/ModDate(D:20260102000000Z)"
    )
    assert read(made).article.published is None


def test_parted_words_are_joined_and_compounds_kept() -> None:
    """A hyphen at a line's end goes where it stands for the line's end alone."""
    lines = [
        "The govern-", "ment of Franco-", "German cities signed the well-", "known 2019-", "2020 accord on the long-",
        "term budget for the pre- and post-", "war housing, and the reg\u00adis-", "ter of co-", "operation, as cooperation is now spelt.",
    ]  # fmt: skip
    text = blocks(
        pdf([(50.0, 700.0 - 12 * place, 10.0, "F4", line.replace("\u00ad", "")) for place, line in enumerate(lines)])
    )[0]
    assert text == (
        "The government of Franco-German cities signed the well-known 2019-2020 accord on the long-term budget for the pre- and post-war "
        "housing, and the register of cooperation, as cooperation is now spelt."
    )


def test_running_heads_and_page_numbers_go() -> None:
    """What stands on every page at one place is no text, and the date in it is kept once."""
    texts = [paragraph(n) for n in range(3)]
    pages = [
        [(50.0, 820.0, 8.0, "F1", "The Quay Herald"), (450.0, 820.0, 8.0, "F1", "Wednesday 11 March 2026"), *flow([texts[n]], 50, 700), (290.0, 20.0, 8.0, "F1", str(n + 7))]
        for n in range(3)
    ]  # fmt: skip
    article = read(pdf(*pages)).article
    assert article.text.split("\n\n") == ["Wednesday 11 March 2026", *texts]
    assert article.published == "2026-03-11"


def test_what_a_browser_prints_around_a_page_tells_where_it_is_from() -> None:
    """The printing date is no publication date; the address is that of the page."""
    around = [
        (30.0, 825.0, 8.0, "F1", "4/2/26, 9:05 PM"),
        (230.0, 825.0, 8.0, "F1", TITLE),
        (30.0, 15.0, 8.0, "F1", "https://quay.example/pier"),
        (560.0, 15.0, 8.0, "F1", "1/1"),
    ]
    article = read(pdf([*around, *HEAD, *flow([paragraph(0)], 50, 700)])).article
    assert article.url == "https://quay.example/pier"
    assert article.published is None
    assert article.text.split("\n\n") == [TITLE, "By Tove Lindahl", paragraph(0)]


def test_a_caption_stands_apart_and_the_text_goes_on_after_it() -> None:
    """A line in smaller type within a column is a paragraph; the one that it parts is whole."""
    lines = column(paragraph(0), 50, 700, width=60)
    second = moved(lines[3:], -200)
    caption: Line = (50, 560, 7, "F1", "The northern pier in January. Photograph: Quay Herald")
    found = blocks(pdf([*HEAD, *lines[:3], caption], second))
    assert paragraph(0) in found
    assert "The northern pier in January. Photograph: Quay Herald" in found


def test_ligatures_are_letters() -> None:
    """Single characters for fi and fl are read as the letters that they join."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/fi/fl]>>>>"
    content = b"BT /F1 12 Tf 50 700 Td (Of\\001cials \\002ooded the of\\001ce with questions of the pier.) Tj ET"
    made = assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                      b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>", stream(content), font])  # fmt: skip
    assert read(made).article.text == "Officials flooded the office with questions of the pier."


def test_kerned_and_spaced_strings_are_words() -> None:
    """Small moves within a word part nothing; moves as wide as a space part words."""
    raw = "BT /F1 12 Tf 50 700 Td [(The h)20(arb)-15(our)-280(board)-300(vo)12(ted on Tuesday to keep the pier.)] TJ ET"
    assert blocks(pdf([], raw=[raw])) == ["The harbour board voted on Tuesday to keep the pier."]


def test_a_large_first_letter_is_part_of_its_word() -> None:
    """An initial over two lines belongs to the first of them."""
    lines: list[Line] = [
        (50, 676, 34, "F2", "T"), (75, 690, 10, "F1", "he harbour board voted on Tuesday to keep the"), (75, 678, 10, "F1", "northern pier open through the winter, and to"),
        (50, 666, 10, "F1", "mend its timbers before the storms of the autumn."),
    ]  # fmt: skip
    text = " ".join(blocks(pdf(lines)))
    assert text.startswith("The harbour board voted on Tuesday to keep the northern pier open")


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    """Text that is turned as a whole is read; a note that stands aslant to it is not."""
    raw = "\n".join(
        f"BT /F1 10 Tf 0 1 -1 0 {100 + 12 * n} 50 Tm ({line[4]}) Tj ET"
        for n, line in enumerate(column(paragraph(0), 0, 0, width=90, indent=0))
    )
    text = blocks(pdf([(50, 20, 6, "F1", "printed on paper")], raw=[raw.replace("“", "").replace("”", "")]))
    assert text[0] == paragraph(0).replace("“", "").replace("”", "")


def test_the_title_is_that_of_the_page_before_that_of_the_file() -> None:
    """The largest type names the article, not the masthead; metadata do where nothing is larger, unless a program made them up."""
    body = flow([paragraph(0), paragraph(1)], 50, 640)
    assert (
        read(pdf([(50, 800, 36, "F2", "THE QUAY HERALD"), *HEAD, *body], info="/Title(Issue 12)")).article.title
        == TITLE
    )
    assert (
        read(pdf(body, info="/Title(The harbour board and its pier)")).article.title == "The harbour board and its pier"
    )
    for junk in ("Microsoft Word - x.docx", "untitled", "page_12_final.indd", "Layout 1", "Quarterly budget template"):
        assert read(pdf(body, info=f"/Title({junk})")).article.title is None


def test_an_author_of_the_file_is_one_if_a_person_and_nothing_is_printed() -> None:
    """A byline comes first; an office is no author."""
    body = flow([paragraph(0), paragraph(1)], 50, 640)
    assert read(pdf(body, info="/Author(Marit Voll)")).article.authors == ("Marit Voll",)
    assert read(pdf([*HEAD, *body], info="/Author(Marit Voll)")).article.authors == ("Tove Lindahl",)
    for other in ("Press Office", "Administrator", "mvoll", "Quay Herald", "USER NAME"):
        assert read(pdf(body, info=f"/Author({other})")).article.authors == ()


def test_a_scan_is_refused() -> None:
    """Pictures of pages say that OCR is needed; one such page among others is told."""
    picture = "q 595 0 0 842 0 0 cm /Im Do Q"
    with pytest.raises(ArticleError, match=r"is a scan.*OCR"):
        read(pdf([], [], raw=[picture, picture]))
    with pytest.raises(ArticleError, match="holds no text"):
        read(pdf([]))
    assert "pictures without text: page 2" in read(pdf(flow([paragraph(0)], 50, 700), [], raw=["", picture])).notices[0]


def test_the_text_layer_of_a_scan_is_read_and_other_hidden_text_is_not() -> None:
    """Text without ink counts where no other is."""
    hidden = "BT 3 Tr /F1 10 Tf 50 500 Td (The harbour board voted on Tuesday to keep the pier open.) Tj ET"
    assert blocks(pdf([], raw=[f"q 595 0 0 842 0 0 cm /Im Do Q {hidden}"])) == [
        "The harbour board voted on Tuesday to keep the pier open."
    ]
    assert (
        "Tuesday to keep the pier open"
        not in read(pdf(flow([SENTENCES[4]], 50, 700), raw=[f"{hidden} 0 Tr"])).article.text
    )


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_locked_file_is_read_if_no_password_is_needed(algorithm: str) -> None:
    """An owner's password alone keeps nobody from reading; a user's does, and that is said."""
    if algorithm.startswith("AES"):
        pytest.importorskip("cryptography")

    def locked(user: str) -> bytes:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([*HEAD, *flow([paragraph(0)], 50, 700)])))
        writer.encrypt(user_password=user, owner_password="owner", algorithm=algorithm)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    assert paragraph(0) in read(locked("")).article.text
    with pytest.raises(ArticleError, match="locked with a password"):
        read(locked("secret"))


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9, 0.99])
def test_a_damaged_file_is_read_as_far_as_it_goes_or_refused(cut: float) -> None:
    """What is left of a file is read, saying so; what is no PDF is refused in one line."""
    whole = pdf(*[flow([paragraph(n)], 50, 700) for n in range(4)])
    text = outcome(lambda: read(whole[: int(len(whole) * cut)]))
    assert "no sound PDF" in text or "harbour" in text
    with pytest.raises(ArticleError, match="no PDF"):
        read(b"words")


def test_a_long_file_is_read_to_a_page_that_is_told() -> None:
    """Of more pages than an article has, the first are read."""
    pages = [flow([paragraph(number)], 50, 700) for number in range(8)]
    assert "read to page 300 of 304" in read(pdf(*pages * 38)).notices[0]


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pypdf the error says what to install."""
    from summarize.reading.documents.pdf.document import read_document

    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ConfigurationError, match="pip install"):
        read_document(b"", "x")


BASE = pdf([*HEAD, *flow([paragraph(0)], 50, 700)], info="/Title(x)")


@settings(max_examples=12)
@given(st.lists(st.tuples(st.integers(0, len(BASE) - 1), st.binary(min_size=0, max_size=6)), max_size=12))
def test_any_bytes_are_read_or_refused(changes: list[tuple[int, bytes]]) -> None:
    """Whatever a file has become, it is an article with a clean text, or refused in one line."""
    data = bytearray(BASE)
    for place, new in changes:
        data[place : place + len(new)] = new
    outcome(lambda: read(bytes(data)))


def test_nothing_is_said_outside_of_the_reading(capfd: pytest.CaptureFixture[str]) -> None:
    """What pypdf logs of a damaged file reaches no screen."""
    outcome(lambda: read(BASE[:-60]))
    assert capfd.readouterr() == ("", "")
