"""Words whose speaker is a pronoun for somebody unnamed of the sentences before."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.evidence.find import find


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("A nurse was hurt, police said.", "A nurse"),
        ("A driver was hurt. A nurse was held, police said.", "A nurse"),
        ("A nurse was held. A driver was hurt, police said.", "A driver"),
    ],
)
def test_the_last_one_told_of_speaks(before: str, speaker: str) -> None:
    """A pronoun takes up who is the subject of the last sentence before the words."""
    article = Article(text=f"{before} “It is over,” she said.", language="en")
    assert [quotation.speaker for quotation in find(article).quotations] == [speaker]


@pytest.mark.parametrize(
    ("before", "words"), [("He is blunt.", "He"), ("She puts down a pan.", "She"), ("Ann Lee is blunt.", "Ann Lee")]
)
def test_the_words_for_whom_the_sentence_before_is_about(before: str, words: str) -> None:
    """A pronoun or a name, whole: it is shown as what says who speaks."""
    given = "Tom Ward" if words == "He" else "Ann Lee"
    text = f"{given} came in.\n\n{before} “I have seen the letter of the board.”"
    (quotation,) = find(Article(text=text, language="en")).quotations
    assert quotation.speaker_span is not None
    assert text[quotation.speaker_span.start : quotation.speaker_span.end] == words


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("In Dover, one grower said he had stopped picking.", "one grower"),
        ("Growers came too. One of them, a retired conductor, was waiting outside.", None),
        ("Lorries came too. One of them was waiting outside.", "Alan Reed"),
        ("In the dark, a soldier fired at him.", None),
        ("One of his drivers was waiting outside.", None),
        ("Another driver, from Kent, had waited six hours.", None),
        ("A 20-year-old student was hurt in the fall.", None),
        ("One of them, the retired sailor Ken Cobb, was late.", "Ken Cobb"),
        ("Reed, another grower, told police that he had seen it.", "Alan Reed"),
        ("One of the lorries was late.", "Alan Reed"),
        ("One of them was late. Reed was not.", "Alan Reed"),
        ("By noon, another lorry had arrived.", "Alan Reed"),
        ("Outside, another woman shouted.", "Alan Reed"),
        ("A former teacher, he was not surprised.", "Alan Reed"),
    ],
)
def test_a_pronoun_behind_somebody_new_is_nobody_named_before(before: str, speaker: str | None) -> None:
    """Of an unnamed person and one named earlier either may be meant, unless gender, thing or a later sentence says which."""
    text = f"Mayor Alan Reed opened the market on Monday.\n\n{before} “It is over,” he said."
    (quotation,) = find(Article(text=text, language="en")).quotations
    assert quotation.speaker == speaker


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("A butcher, who sells to hotels in Dover, was less pleased.", "A butcher"),
        ("But one winch operator who would not be named would have none of it.", "one winch operator"),
        ("A trader at another house was blunter.", "A trader"),
        ("One former patient, a man in his thirties, said he had read of it.", "One former patient"),
        ("At the market, a stallholder who sells fish was not so sure.", "a stallholder"),
        ("A trader had complained that takings were down.", None),
        ("A firefighter carried two children down.", None),
        ("A juror fell ill overnight.", None),
        ("A rival mayor was told of it.", None),
        ("A neighbour was questioned for six hours.", None),
        ("A neighbour waved him in.", None),
        ("Reed listened. A neighbour waved.", None),
        ("A neighbour waved. Reed listened.", "Alan Reed"),
        ("A lorry that carries fish was late.", "Alan Reed"),
        ("A mother of two was waiting outside.", "Alan Reed"),
    ],
)
def test_who_opens_a_paragraph_with_how_he_takes_it_speaks_in_it(before: str, speaker: str | None) -> None:
    """He of whom a paragraph tells how he takes the news goes on speaking in it; of who does something the one named before may be speaking."""
    text = f"Mayor Alan Reed opened the market on Monday.\n\n{before} “It is over,” he said."
    (quotation,) = find(Article(text=text, language="en")).quotations
    assert quotation.speaker == speaker


@pytest.mark.parametrize(
    ("clause", "speaker"),
    [
        ("A grower who saw the plane pass over his house said the engine “coughed”.", "A grower"),
        ("Ann Lee pointed to the contract, which says “no”.", "the contract"),
        ("A spokesman for the port said the pier was “closed”.", "A spokesman for the port"),
    ],
)
def test_what_a_preposition_governs_does_not_speak(clause: str, speaker: str) -> None:
    """The subject is before what a preposition governs, unless a clause is about that."""
    (quotation,) = find(Article(text=clause, language="en")).quotations
    assert quotation.speaker == speaker


def test_who_is_told_with_where_he_comes_from_leaves_a_pronoun_open() -> None:
    """Behind a sentence that begins with somebody unnamed and where he comes from, "he" is nobody named before."""
    text = "Alan Reed shouted. It was hot.\n\nA farmer from Barnick West, who had left at four, went home. “I am tired,” he said.\n"
    findings = find(Article(text=text, source="test"))
    assert findings.quotations[-1].speaker != "Alan Reed"
