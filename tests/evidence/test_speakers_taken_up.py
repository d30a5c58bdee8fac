"""Rules of who speaks where a pronoun, a colon, another paragraph or another name takes up who spoke. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.draft import Draft, DraftQuote
from summarize.evidence.syntax import Syntax
from summarize.grounding import ground
from tests.evidence.passages import found, said

INTRODUCED = "Hanna Osei, the treasurer of the harbour board, came to the quay on Monday. "


def test_a_pronoun_means_the_person_of_its_gender(syntax: Syntax | None) -> None:
    """With a woman and a man introduced, "she" and "he" are the one and the other."""
    text = "Hanna Osei, the treasurer, met the harbour master, Tom Lindqvist, on Monday.\n\n“We shall not sign,” she said.\n\n“Nobody asked you to,” he said."
    assert said(text, syntax) == [("We shall not sign,", "Hanna Osei"), ("Nobody asked you to,", "Tom Lindqvist")]


def test_attribution_behind_the_last_paragraph(syntax: Syntax | None) -> None:
    """A quotation that runs on into the next paragraph is whole, and is said by whom its end names."""
    text = (
        "“The mine is safe,” said Governor Lee Mott. “We checked it in June and found nothing at all.\n\n"
        "“We will check it again in the spring,” added Mayor Ines Roca."
    )
    assert said(text, syntax) == [
        ("The mine is safe,", "Lee Mott"),
        ("We checked it in June and found nothing at all. / We will check it again in the spring,", "Ines Roca"),
    ]


def test_a_paragraph_that_ends_on_a_colon_names_the_next_speaker(syntax: Syntax | None) -> None:
    """A quotation that is a paragraph of its own belongs to whoever the colon before it announced."""
    text = f"{INTRODUCED}\n\nTom Lindqvist, the harbour master, replied:\n\n“Nobody asked you to sign anything.”"
    assert said(text, syntax) == [("Nobody asked you to sign anything.", "Tom Lindqvist")]


def test_an_answer_belongs_to_the_person_interviewed(syntax: Syntax | None) -> None:
    """In an interview, the quotation after a question is the answer of the person it is with."""
    text = (
        "Hanna Osei, the composer, has written an opera about a pier. She spoke at home in Oslo.\n\nWhy a pier?\n\n"
        "“Because nobody had written one before me,” Osei said.\n\nWas it hard to write?\n\n“It took nine winters and one very long summer.”"
    )
    assert said(text, syntax)[-1] == ("It took nine winters and one very long summer.", "Hanna Osei")


def test_a_running_quotation_keeps_its_speaker(syntax: Syntax | None) -> None:
    """A quotation that opens the next paragraph without words of attribution goes on with the last speaker's."""
    text = f"{INTRODUCED}\n\n“We shall not sign,” Osei said.\n\n“Nobody has shown us the price of it.”"
    assert said(text, syntax)[-1] == ("Nobody has shown us the price of it.", "Hanna Osei")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Reid spoke first. His colleague was less pleased: the board, he said, “has slept”.", "His colleague"),
        ("Ann Lee spoke.\n\nOutside, Reid's mother said that he loved dogs.\n\n“Too much,” she said.", "Reid's mother"),
        ("Ann Lee spoke. Her colleague, Ida Roe, was less pleased. “It leans,” she said.", "Ida Roe"),
        ("Ann Lee spoke. Her colour was less pleasing to the board. “It leans,” she said.", "Ann Lee"),
        ("Ann Lee spoke. It rained. The hall was cold. “It leans,” she said.", "Ann Lee"),
        ("Ann Lee spoke. It rained. The hall was cold. The doors shut. “It leans,” she said.", "Ann Lee"),
        ("Ida Roe was out. Ann Lee spoke. It rained. The hall was cold. The doors shut. “It leans,” she said.", None),
        ("It leaned, said the chair of the board, Ann Lee. “It will fall if it is left alone.”", "Ann Lee"),
        ("It leaned, wrote the chair of the board to the owner, Ann Lee. “It will fall if it is left alone.”", None),
    ],
)
def test_the_last_one_told_of_speaks(syntax: Syntax | None, text: str, speaker: str | None) -> None:
    """A pronoun means somebody's colleague or relative where that opens the sentence; a sentence of what its last name said goes on in its words. Farther than three sentences back only the one person of an article who fits is meant."""
    assert said(text, syntax)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ida Roe, who drowned in 2019, loved the pier. Ann Lee keeps her boat. “It leans,” she said.", "Ann Lee"),
        ("Ann Lee has a lane now. The street is named for the late Ida Roe. “It floods,” she said.", "Ann Lee"),
        ("The board wrote to Ann Lee and to Ida Roe. “It leans,” she said.", None),
        ("“We came,” said Rakeyia Scott, a nurse. The hall was cold. “It leans,” she said.", "Rakeyia Scott"),
    ],
)
def test_a_pronoun_means_the_living_or_nobody(syntax: Syntax | None, text: str, speaker: str | None) -> None:
    """The dead do not speak, a surname tells no gender, and where two fit nobody is named."""
    assert said(text, syntax)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("“We leave with a contract,” said Ewa Lis and Tom Lindqvist.", ["Ewa Lis", "Tom Lindqvist"]),
        ("“We leave with a contract,” Ewa Lis and Tom Lindqvist said in a letter.", ["Ewa Lis", "Tom Lindqvist"]),
        ("Ewa Lis and Tom Lindqvist said: “We leave with a contract.”", ["Ewa Lis", "Tom Lindqvist"]),
        ("Ewa Lis and Tom Lindqvist sang. “We leave,” said Ewa Lis, and Tom Lindqvist left.", ["Ewa Lis"]),
        ("Ewa Lis met Tom Lindqvist and said: “We leave with a contract.”", ["Ewa Lis"]),
    ],
)
def test_two_say_it_together(syntax: Syntax | None, text: str, together: list[str]) -> None:
    """All names of the list that a verb of saying has for its subject speak, and "they" are the same ones afterwards."""
    article, findings = found(f"{text}\n\n“We will not forget it,” they added.", syntax)
    draft = Draft(quotes=tuple(DraftQuote(quotation=one.number) for one in findings.quotations))
    first, then = [list(quote.speakers) for quote in ground(draft, article, findings).quotes]
    assert (first, then) == (together, together if len(together) > 1 else [])


def test_an_email_from_somebody_is_his_words(syntax: Syntax | None) -> None:
    """A text that is from somebody speaks for him, and no word that says how it came."""
    text = f"{INTRODUCED}The board received an email from Tom Barr: “You will keep out of the water.”"
    assert said(text, syntax)[-1][1] == "Tom Barr"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A nurse was shot outside a clinic, police said. “I saw his shoes and then the light,” she said.", "A nurse"),
        ("A bus driver was pulled from the river. “I thought about my sandwiches,” he told reporters.", "A bus driver"),
        ("A nurse, Ann Lee, was shot, police said. “I saw his shoes and then the light,” she said.", "Ann Lee"),
        ("A nurse was shot.\n\nIt rained. “I saw his shoes and then the light,” she said.", None),
    ],
)
def test_a_pronoun_takes_up_somebody_unnamed(syntax: Syntax | None, text: str, speaker: str | None) -> None:
    """Of whom the sentences right before tell without a name, "he" or "she" said it, unless somebody is named after all."""
    assert said(text, syntax)[-1][1] == speaker


def test_one_description_of_two_means_neither(syntax: Syntax | None) -> None:
    """ "The mayor" after two mayors stays a description; after a mayor and a deputy mayor it is the mayor."""
    words = "“Nobody will walk home in the rain again,” the mayor said."
    both = f"Mayor Petra Langley of Leeds and Mayor Dolores Quint of Hull signed the agreement. {words}"
    assert said(both, syntax)[-1][1] == "the mayor"
    deputy = f"Mayor Petra Langley of Leeds and Deputy Mayor Dolores Quint signed the agreement. {words}"
    assert said(deputy, syntax)[-1][1] == "Petra Langley"


@pytest.mark.parametrize("mark", ["?", ")", "!", "…", ";", "”", "]"])
def test_a_pronoun_is_read_whatever_mark_follows_it(syntax: Syntax | None, mark: str) -> None:
    """A mark right behind a "he" is no part of the word."""
    text = f"Tom Barr opened the pier on Friday. Who else but he{mark} The crowd cheered. “It was time,” he said."
    assert said(text, syntax) == [("It was time,", "Tom Barr")]


def test_who_speaks_with_somebody_may_be_taken_for_a_place(syntax: Syntax | None) -> None:
    """Of two names before the verb one may be a town's: then the other speaks, and nothing breaks."""
    text = "The two researchers Derby and McConnell note that “the differences in carts are minor” in a new book."
    assert [(one.speaker, one.also) for one in found(text, syntax)[1].quotations] == [("McConnell", ())]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("His lawyer met reporters on Tuesday.", "His lawyer"),
        ("His defence lawyer brought clients on Tuesday.", "His defence lawyer"),
        ("His lawyer wept on Tuesday.", "His lawyer"),
        ("His team doctor left on Tuesday.", "His team doctor"),
    ],
)
def test_whoever_speaks_has_no_verb(syntax: Syntax | None, text: str, speaker: str) -> None:
    """Who is described ends before what he or she does, whatever people the verb is about."""
    told = said(f'Tom Ash was jailed on Monday. {text} "It is harsh and it is cruel," she said.', syntax)
    assert [one for _, one in told] == [speaker]


def test_a_script_in_marks_names_its_speakers(syntax: Syntax | None) -> None:
    """A label in capitals inside the marks names the speaker, as far as the next label; who has no other name goes by it."""
    text = (
        "Governor Lee Penn spoke to the station on Sunday.\n\n"
        '"WALLIS: Will you come to the debate?\n\n"PENN: I have other plans for the evening.\n\n"They are private.\n\n"WALLIS: That is a pity for us."'
    )
    assert said(text, syntax) == [
        ("Will you come to the debate?", "WALLIS"),
        ("I have other plans for the evening. / They are private.", "Lee Penn"),
        ("That is a pity for us.", "WALLIS"),
    ]


def test_a_name_before_the_comma_of_a_fronted_phrase_is_not_introduced(syntax: Syntax | None) -> None:
    """A new name speaks next where its comma leads to what is told of it, and not where it leads to who acts."""
    assert said("In a talk with Ida Roe, Ann Lee made it clear. “It leans,” she said.", syntax)[-1][1] == "Ann Lee"
    assert (
        said("Ann Lee owns the pier, which worries Ida Roe, its chair. “It leans,” she said.", syntax)[-1][1]
        == "Ida Roe"
    )


def test_it_means_the_body_of_somebody(syntax: Syntax | None) -> None:
    """ "It" takes up whose campaign or firm the sentence before opens with."""
    text = "Ann Lee’s campaign has hit back. It said the leak was “a crude forgery of our plans”."
    assert said(text, syntax)[-1][1] == "Ann Lee’s campaign"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee rejected the senator Tom Roe's claim that “the pier is rotten” on Monday.", "Tom Roe"),
        ("Ann Lee condemned the diver Tom Roe's call to “let it sink” on Monday.", "Tom Roe"),
        ("Ann Lee accepted on Monday Ida Moor's assurance that she had never “touched the till”.", "Ida Moor"),
        ("Ann Lee denied a claim by the diver Tom Roe that “the pier is rotten” in the north.", "Tom Roe"),
        ("The critic, Ann Lee, called Tom Roe's assurance that “nobody gained a krone” laughable.", "Tom Roe"),
        ("Ann Lee rejected the opposition's claim that “there is no rice in the south”.", "the opposition"),
        ("Ann Lee rejected claims that “there is no rice in the south”.", None),
        ("Tom Roe withdrew on Monday his claim that “the town is bankrupt”.", "Tom Roe"),
        ("Ann Lee dismissed Tom Roe's claim as “a lie told by a fool”.", "Ann Lee"),
    ],
)
def test_a_claim_is_whose_it_is_and_not_who_rejects_it(syntax: Syntax | None, text: str, speaker: str | None) -> None:
    """A claim, a call or an assurance is its owner's; whoever rejects one whose owner nobody names does not make it."""
    assert [who for _, who in said(text, syntax) if who] == ([speaker] if speaker else [])


def test_a_label_that_two_people_fit_is_open(syntax: Syntax | None) -> None:
    """A label of a script that is the surname of two people names neither."""
    text = (
        "The call of Tom Penn and Sue Penn was played.\n\n"
        '"PENN: Where are you?\n\n"CLERK: Who is that calling?\n\n"PENN: It is me again."'
    )
    assert [who for _, who in said(text, syntax)] == ["PENN", "CLERK", "PENN"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The lawyer Ann Lee asked the nurse Ida Roe on Monday if she had lied. “I never did,” she said.", "Ida Roe"),
        ("Inspector Tom Ash asked the cook Jim Wallis for the knife. “I never saw it,” he answered.", "Jim Wallis"),
        ("The mayor Ann Lee asked the council for money. “We need it now,” she said.", "Ann Lee"),
        ("The mayor Ann Lee asked reporters why it leans. “I never knew,” she said.", "Ann Lee"),
    ],
)
def test_who_asks_does_not_answer(syntax: Syntax | None, text: str, speaker: str) -> None:
    """Behind a question to somebody named of the pronoun's gender it is he who speaks; a request alone leaves it to whoever makes it, unless it is answered."""
    assert [who for _, who in said(text, syntax)] == [speaker]


def test_a_relative_does_not_speak_for_the_subject(syntax: Syntax | None) -> None:
    """Somebody named as "her daughter" is not whom "she" means behind the words, where the sentence is about her mother."""
    told = "Ann Lee carried her daughter, Ida Lee, up a hill on Monday.\n\n“I would do it again,” she said."
    assert [who for _, who in said(told, syntax)] == ["Ann Lee"]
    told = "The pier of Ann Lee worries Ida Roe, chair of the board. “It leans badly,” she said."
    assert [who for _, who in said(told, syntax)] == ["Ida Roe"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Marta Nowak was told on Monday. The forester, Jan Wilk, brought her the paper. “It eats,” she said.",
            "Marta Nowak",
        ),
        ("Marta Nowak was told on Monday. The forester, Jan Wilk, brought her word. “It eats,” she said.", "Jan Wilk"),
        ("Marta Nowak told Ruth Cohen of it. Cohen asked her why she had come. “It leans,” she said.", "Marta Nowak"),
        ("Ann Lee told Ida Roe that it leaned. “I was never asked,” she said.", None),
        ("Ann Lee told the court that it leaned. “I was never asked,” she said.", "Ann Lee"),
        ("Tom Reid hit a goat. A band played. The doctor, Ama Serwaa, arrived. “I held it,” he said.", None),
        ("Tom Reid hit a goat. A band played. The doctor, Ama Serwaa, was blunt. “I held it,” he said.", "Ama Serwaa"),
        ("Tom Reid hit a goat. Nobody came. The cook said: “Yes.” Then he added: “Sir.”", None),
    ],
)
def test_a_pronoun_is_nobody_whom_its_clause_sets_against_it(
    syntax: Syntax | None, text: str, speaker: str | None
) -> None:
    """Who gives "her" something is not she, nor who asks her; of one who tells another either may speak, and of a bystander and the one told of before."""
    assert said(text, syntax)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Green leader, Ann Lee, said the council had promised “half a pier”, since no trains stop.", "Ann Lee"),
        ("His lawyer, Ann Lee, said the man denied all of it and was “very sorry”.", "Ann Lee"),
        ("Ann Lee told reporters that the firm had paid “a joke of a price”.", "Ann Lee"),
        ("Ann Lee said the council told her it was “too late for a new pier”.", "the council"),
        ("Ann Lee said Tom Roe had promised “half a pier” there.", "Tom Roe"),
        ("Ann Lee was away. The council had promised “half a pier” there.", "the council"),
        ("The head of their choir, Ann Lee, said “a light went out in the town”.", "Ann Lee"),
    ],
)
def test_what_somebody_says_that_another_did_is_in_his_words(
    syntax: Syntax | None, text: str, speaker: str | None
) -> None:
    """Of what somebody described promised or denied the words are of who tells it, and not where he is told to have said them; a description before a name is whole."""
    assert said(text, syntax)[-1][1] == speaker
