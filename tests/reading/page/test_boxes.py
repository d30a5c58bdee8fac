"""Rules of what a story sets off: captions, boxes of their own, lists of links, and a headline that is said again."""

from __future__ import annotations

import json

import pytest

from tests.reading.page.samples import STORY, TITLE, a_page, text_of

PICTURE = "<img src='/mole.jpg'>"
LONG = (
    *STORY,
    *(f"Fishermen of the pier {number} have asked for a hearing in the town hall." for number in "12345678"),
)
OLD = "The old terminal was built in 1961 and has been closed since a fire."
LINKS = (
    "<li><a href='/a'>Who pays for the mole, and when it is due to open.</a></li><li><a href='/b'>The old pier</a></li>"
)


def _text(within: str, *, story: tuple[str, ...] = STORY, head: str = "") -> str:
    """What is read of a page that has markup between two paragraphs of its story."""
    after = within + "".join(f"<p>{paragraph}</p>" for paragraph in story[2:])
    return text_of(a_page(head=head, story=story[:2], after=after))


def _stated(story: tuple[str, ...]) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(story)})
    return f'<script type="application/ld+json">{data}</script>'


def test_what_is_alone_with_a_picture_and_has_no_full_stop_is_its_caption() -> None:
    """A caption that no class and no element calls one is told by its picture, whoever is credited for that."""
    caption = f"<div class='x'>{PICTURE}<p>The north mole on the morning after</p><span>Ida Sorrel</span></div>"
    assert "morning after" not in _text(caption)


@pytest.mark.parametrize(
    "within",
    [
        f"<div>{PICTURE}<p>The north mole was flooded on Monday.</p></div>",
        f"<div>{PICTURE}<p>“It was over in two seconds”</p></div>",
        f"<div>{PICTURE}<p>The plan for the north mole in three parts:</p></div>",
        f"<div><p>{PICTURE} The winners of the vote for the mole were told on Sunday, in a letter from the board of it</p></div>",
        f"<div>{PICTURE}<h3>Pier 3</h3><p>Built in 1930, of oak and iron, for the boats that bring herring to the town and its market</p></div>",
        f"<div>{PICTURE}<p>{OLD}</p><p>It is to be pulled down</p></div>",
    ],
)
def test_a_paragraph_beside_a_picture_is_no_caption(within: str) -> None:
    """What ends as a sentence does, or as a quotation, what has a picture within it, and what has a heading or a sentence beside it, is the story's."""
    words = within.removesuffix("</p></div>").rpartition(">")[2].strip()
    assert words in _text(within)


def test_a_story_without_full_stops_has_no_captions_for_that() -> None:
    """Thai ends no sentence with a sign."""
    lines = tuple(
        f"คณะกรรมการท่าเรืออนุมัติท่าเรือเฟอร์รี่แห่งที่สองเมื่อวันเสาร์หลังจากการประชุมเก้าชั่วโมงที่ศาลากลาง {number}" for number in range(6)
    )
    assert lines[5] in _text(f"<div>{PICTURE}<p>{lines[5]}</p></div>", story=lines[:5])


def test_a_box_that_the_page_does_not_state_is_left_out() -> None:
    """Where a page states nearly all of its story, a box in the midst of it that it does not state is a piece of its own."""
    box = f"<div class='facts'><h3>The old terminal</h3><p>{OLD}</p></div>"
    assert OLD not in _text(box, story=LONG, head=_stated(LONG))
    assert "The old terminal" not in _text(box, story=LONG, head=_stated(LONG))
    assert OLD in _text(box, story=LONG)


@pytest.mark.parametrize(
    ("within", "stated"),
    [
        (f"<p>{OLD}</p>", LONG),
        (f"<div class='facts'><p>{OLD}</p></div>", LONG[:5]),
        (f"<div class='facts'><p>{OLD}</p></div><div class='facts'><p>{LONG[2]}</p></div>", LONG),
        (f"<div class='facts'><p>{OLD}</p><p>“We will rebuild it,” the board said.</p></div>", LONG),
        (f"<div class='facts'><p>{OLD}</p><ul><li>It had two berths.</li></ul></div>", LONG),
        (f"<div class='facts'><p>{OLD}</p><p>{LONG[2]}</p></div>", LONG),
    ],
)
def test_what_the_page_does_not_state_is_kept_where_it_may_be_the_storys(within: str, stated: tuple[str, ...]) -> None:
    """A paragraph in no box, one of a story of which little is stated, in a box such as the story has, or in one with a quotation, a list or what is stated is kept."""
    assert OLD in _text(within, story=LONG, head=_stated(stated))


def test_a_stated_text_that_is_cut_off_cuts_nothing() -> None:
    """What follows the last paragraph that is stated is read, whatever box it stands in."""
    within = "".join(f"<div class='part{number}'><p>{text}</p></div>" for number, text in enumerate(LONG[2:]))
    assert LONG[-1] in text_of(a_page(head=_stated(LONG[:-1]), story=LONG[:2], after=within))


def test_a_list_of_links_goes_with_its_heading() -> None:
    """A list of nothing but links is to other stories, whatever its items say, and the heading right above it heads nothing else."""
    text = _text(f"<h3>Our pieces so far</h3><ul>{LINKS}</ul>")
    assert "Who pays" not in text
    assert "Our pieces" not in text


def test_a_list_with_more_than_links_is_the_storys() -> None:
    """One item without a link makes a list one of the story, and a heading over others' links in a box stays with its section."""
    text = _text(f"<h3>What is planned</h3><ul>{LINKS}<li>Two berths of 120 metres each.</li></ul>")
    assert "What is planned" in text
    assert "• Two berths" in text
    assert "What comes next" in _text(f"<h3>What comes next</h3><aside><ul>{LINKS}</ul></aside>")


@pytest.mark.parametrize(
    "heading", [f"From our reporter in the harbour quarter {TITLE}", "Harbour board backs ferry terminal"]
)
def test_a_headline_that_is_said_again_is_no_standfirst(heading: str) -> None:
    """A heading under the headline that has its words, or the whole of it behind a kicker, says it again."""
    assert heading not in text_of(a_page(before=f"<h2>{heading}</h2>"))


@pytest.mark.parametrize(
    "heading",
    [
        "Harbour board backs terminal: the county has six weeks to confirm the plan",
        "Fishermen fear for their berths on the northern mole",
        f"{TITLE} after a long meeting",
    ],
)
def test_a_heading_that_says_more_than_the_headline_is_a_standfirst(heading: str) -> None:
    """What a heading under the headline adds is kept."""
    assert heading in text_of(a_page(before=f"<h2>{heading}</h2>"))


WAITED = "<p>“We have waited long enough.”</p>"


@pytest.mark.parametrize(
    ("markup", "is_kept"),
    [
        (f"<div class=a>{WAITED}<p>Mirela Vance, chair</p></div>", False),
        (f"<div class=a>{WAITED}</div>", False),
        (f"<aside class=a>{WAITED}</aside><div class=b>{WAITED}</div>", False),
        (WAITED, True),
        (f"<div class=a><p>At night.</p>{WAITED}</div>", True),
        (f"<div class=a>{WAITED}<p>{STORY[3]} It is to meet on the last day of the month.</p></div>", True),
    ],
)
def test_words_of_the_story_in_a_box_of_their_own_are_a_pull_quote(markup: str, is_kept: bool) -> None:
    """Words in quotation marks that the story holds as well go, with whose they are; a refrain in the story's own lines stays."""
    said = STORY[1].replace("enough,”", "enough.”")
    text = text_of(
        a_page(story=(STORY[0], said, *STORY[2:]), before="", after=f"{markup}<p>{STORY[3]} They meet in June.</p>")
    )
    assert (text.count("waited long enough") > 1, "Mirela Vance, chair" in text) == (is_kept, False)


SIGNED = f"<div class=a>{WAITED}<p>Mirela Vance, chair</p></div>"


@pytest.mark.parametrize(
    ("said", "behind", "is_kept"),
    [
        ("The words “We have waited long enough.” were cut into a stone.", "It stands on the mole.", True),
        ("The words “We have waited long enough.” were cut into a stone.", "Mirela Vance paid for it.", False),
        ("“We have waited long enough.”", "The chair of the board, Ms Vance, had said so on Monday.", False),
        ("A fisherman said: “We have waited long enough.”", "He has a boat on the mole.", True),
    ],
)
def test_a_pull_quote_is_kept_where_it_alone_tells_who_speaks(said: str, behind: str, is_kept: bool) -> None:
    """The sign of a pull quote is kept with its words unless the story names who signs it where it has those."""
    story = (STORY[0], SIGNED, STORY[2], said, behind, STORY[3])
    text = text_of(a_page(story=story))
    assert ("Mirela Vance, chair" in text, text.count("waited long enough")) == (is_kept, 1 + is_kept)


def test_of_two_boxes_with_the_same_words_the_signed_is_kept() -> None:
    """Wherever it stands."""
    for boxes in ((SIGNED, f"<div class=b>{WAITED}</div>"), (f"<div class=b>{WAITED}</div>", SIGNED), (SIGNED, SIGNED)):
        text = text_of(a_page(story=(STORY[0], boxes[0], STORY[2], boxes[1], STORY[3])))
        assert (text.count("waited long enough"), text.count("Mirela Vance, chair")) in {(1, 1), (2, 2)}
        assert "“We have waited long enough.”\n\nMirela Vance, chair" in text


def test_the_same_words_in_two_boxes_alone_are_kept() -> None:
    """A quotation that only boxes hold is not lost, however often they hold it."""
    box = "<div class=a><p>“We were never asked about it.”</p><p>Pete Adeyemi, owner</p></div>"
    text = text_of(a_page(story=(*STORY[:2], box, STORY[2], box, STORY[3])))
    assert "never asked" in text


def test_a_heading_behind_a_pull_quote_is_kept() -> None:
    """What follows words that are said twice signs them only in their own box."""
    said = STORY[1].replace("enough,”", "enough.”")
    quoted = "<blockquote>“We have waited long enough.”</blockquote><h3>Next year</h3>"
    text = text_of(a_page(story=(STORY[0], said, quoted, *STORY[2:])))
    assert (text.count("waited long enough"), "Next year" in text) == (1, True)


@pytest.mark.parametrize(
    "last",
    [
        "Vibeke Strand writes on the islands since 2009.",
        "Vibeke Strand is a reporter on the islands.",
        "Vibeke Strand, who grew up here, is our correspondent for the islands.",
        "Vibeke Strand covers ports and fisheries.",
        "Vibeke Strand contributed to this report.",
        "Dr. Vibeke Strand is professor of law at the university of Elan.",
        "Vibeke Strand schreibt seit 2009 über die Inseln.",
        "Die Juristin Vibeke Strand ist Gründerin der Stiftung Hafen.",
        "Vibeke Strand est journaliste au bureau d’Elan.",
        "Dieser Text ist von Vibeke Strand, die seit 2009 hier schreibt.",
        "This article was written by Vibeke Strand in the spring.",
    ],
)
def test_a_last_paragraph_about_its_author_is_no_part_of_a_story(last: str) -> None:
    """In several languages: it says of who is stated to have written the story that she writes, or what she is."""
    head = "<meta name=author content='Vibeke Strand'>"
    assert last not in text_of(a_page(head=head, story=(*STORY, last)))


@pytest.mark.parametrize(
    "last",
    [
        "Pete Adeyemi writes on the islands since 2009.",
        "“I shall go,” said Vibeke Strand, and went.",
        "Police arrested Vibeke Strand on Monday on suspicion of fraud.",
        "Police arrested the reporter Vibeke Strand on Monday.",
        "Vibeke Strand was elected chair of the harbour board by nine votes to two.",
        "Vibeke Strand is to be heard by the board on Monday.",
        "Vibeke Strand is a suspect in the case.",
        "Vibeke Strand covers her losses with a loan of the board.",
        "Vibeke Strand writes to the board that she will not pay.",
        "Vibeke Strand contributed to the campaign of the mayor.",
        "This boat was bought by Vibeke Strand on Monday.",
        "The report was leaked by Vibeke Strand on Monday.",
        "Die Polizei hat Vibeke Strand am Montag befragt.",
    ],
)
def test_a_last_paragraph_that_only_names_its_author_is_the_storys(last: str) -> None:
    """The name of who is stated to have written a story makes none of its paragraphs one about her."""
    head = "<meta name=author content='Vibeke Strand'>"
    assert text_of(a_page(head=head, story=(*STORY, last))).endswith(last)


def test_an_author_who_is_of_the_story_is_named_at_its_end() -> None:
    """Who is named before its last paragraph is a person of the story."""
    story = (f"{STORY[0]} Vibeke Strand was there.", *STORY[1:], "Vibeke Strand went home by the last boat.")
    head = "<meta name=author content='Vibeke Strand'>"
    assert text_of(a_page(head=head, story=story)).endswith(story[-1])


def test_a_headline_in_other_words_is_said_once() -> None:
    """A heading under the headline that the page states as its title is not the story's, nor its standfirst; another heading stays."""
    other, url = "Nine hours, and then the board says yes to ferries", "https://a.example/ferries"
    stated = {"@type": "NewsArticle", "headline": other, "url": url}
    head = f"<link rel=canonical href='{url}'><script type='application/ld+json'>{json.dumps(stated)}</script>"
    page = a_page(head=f"{head}<meta property=og:title content='{TITLE}'>", before=f"<h2>{other}</h2>")
    text = text_of(page)
    assert (text.split("\n\n")[1:], TITLE in text) == (list(STORY), other not in text)
    assert other in text_of(a_page(before=f"<h2>{other}</h2>"))


@pytest.mark.parametrize(("heading", "is_kept"), [("Sources", False), ("Sources say no", True)])
def test_the_sources_of_a_wiki_are_no_story(heading: str, is_kept: bool) -> None:
    """What stands under "Sources" at the end is left out, marks for those who edit are no words; other headings stay."""
    after = f"<h2>{heading}<span class=mw-editsection>[<a href=/e>edit</a>]</span></h2><p>The board was seen to leave by the back door at nine in the evening.</p>"
    text = text_of(a_page(after=after))
    assert ("edit]" in text, "back door" in text) == (False, is_kept)


@pytest.mark.parametrize(("alt", "is_kept"), [("A hen leaves its box at dawn.", False), ("A hen.", True), ("", True)])
def test_what_is_said_in_a_pictures_stead_is_its_caption(alt: str, is_kept: bool) -> None:
    """A paragraph alone with a picture, with a full stop, is a caption if it is what the picture says for those who do not see it."""
    box = f"<div class=c><img src=a.jpg alt='{alt}'><div class=d>A hen leaves its box at dawn.</div></div>"
    text = text_of(a_page(story=(*STORY[:2], box, *STORY[2:])))
    assert ("A hen leaves" in text) is is_kept


@pytest.mark.parametrize(
    ("last", "is_kept"),
    [
        ("Results: Vance 412, Holub 388, Roe 97", True),
        ("The vote was 9 to 2, with one abstention [Reuters]", True),
        ("The polls close on Monday at 10 p.m", True),
        ("The Old Terminal, by Pete Adeyemi, Mole Press, 144 pages, 20 crowns", True),
        ("“The old terminal is to be torn down, and I am glad of it”", True),
        ("mit dpa", False),
        ("(with Reuters and AFP)", False),
        ("With Reuters gone, who writes of the herring?", True),
    ],
)
def test_what_is_behind_all_that_is_stated_is_the_storys_but_for_credits(last: str, is_kept: bool) -> None:
    """A line without a full stop may be the results of a vote; only one that is a credit by its words is left out."""
    head = _stated(STORY)
    assert (last in text_of(a_page(head=head, story=(*STORY, last)))) is is_kept
