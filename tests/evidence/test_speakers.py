"""Rules of who speaks. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.draft import Draft, DraftQuote
from summarize.evidence.syntax import Syntax
from summarize.grounding import ground
from tests.evidence.passages import found, participant, said

INTRODUCED = "Hanna Osei, the treasurer of the harbour board, came to the quay on Monday. "

DIRECT = [
    ("“The pier is safe and will stay open,” Hanna Osei said.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” said Hanna Osei.", "Hanna Osei"),
    ("Hanna Osei said, “The pier is safe and will stay open.”", "Hanna Osei"),
    ("Hanna Osei said “the pier is safe and will stay open”.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” said treasurer Hanna Osei.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” said the treasurer, Hanna Osei.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” the treasurer, Hanna Osei, said.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” said Hanna Osei, the treasurer.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” Hanna Osei, the treasurer, said.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” Hanna Osei told reporters on Monday.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” Hanna Osei later added.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” Ms Osei said.", "Osei"),
    ("“The pier is safe and will stay open,” Harbour Minister Hanna Osei said.", "Hanna Osei"),
    ("“Why is the pier still open?” asked Hanna Osei.", "Hanna Osei"),
    ("“Why is the pier still open?” Hanna Osei asked.", "Hanna Osei"),
    ("“Close the pier before it falls!” Hanna Osei shouted.", "Hanna Osei"),
    ("According to Hanna Osei, “the pier is safe and will stay open”.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” according to Hanna Osei.", "Hanna Osei"),
    ("Hanna Osei left the hall early, saying “the pier is safe and will stay open”.", "Hanna Osei"),
    ("Hanna Osei met the union and said: “The pier is safe and will stay open.”", "Hanna Osei"),
    ("“The pier is safe and will stay open,” the Harbour Ministry said.", "Harbour Ministry"),
    ("“The pier is safe and will stay open,” Hanna Osei, 52, said.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” Hanna Osei (Lab) said.", "Hanna Osei"),
]


@pytest.mark.parametrize(("text", "speaker"), DIRECT)
def test_the_name_beside_the_verb_speaks(syntax: Syntax | None, text: str, speaker: str) -> None:
    """The subject of the speech verb, before it or after it, with title or description, is the speaker."""
    assert [one for _, one in said(text, syntax)] == [speaker]


@pytest.mark.parametrize(
    "attribution",
    [
        "she said",
        "Osei said",
        "Ms Osei said",
        "said Osei",
        "the treasurer said",
        "Mrs Osei added",
        "she told reporters",
    ],
)
def test_a_short_form_speaks_for_the_full_name(syntax: Syntax | None, attribution: str) -> None:
    """A pronoun, a surname and a description stand for the person introduced by name."""
    assert said(f"{INTRODUCED}“We shall not sign,” {attribution}.", syntax) == [("We shall not sign,", "Hanna Osei")]


def test_a_pronoun_means_the_person_of_its_gender(syntax: Syntax | None) -> None:
    """With a woman and a man introduced, "she" and "he" are the one and the other."""
    text = "Hanna Osei, the treasurer, met the harbour master, Tom Lindqvist, on Monday.\n\n“We shall not sign,” she said.\n\n“Nobody asked you to,” he said."
    assert said(text, syntax) == [("We shall not sign,", "Hanna Osei"), ("Nobody asked you to,", "Tom Lindqvist")]


def test_a_participant_is_told_beside_the_speaker(syntax: Syntax | None) -> None:
    """A speaker who is a participant is referred to by number, and the words that say who speaks are marked."""
    article, findings = found(f"{INTRODUCED}“We shall not sign,” she said.", syntax)
    quotation = findings.quotations[0]
    assert quotation.participant == participant(findings, "Hanna Osei").number
    assert quotation.speaker_span is not None
    assert article.text[quotation.speaker_span.start : quotation.speaker_span.end] == "she"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We have seen nothing like it,” a harbour official said on Monday.", "a harbour official"),
        ("“We have seen nothing like it,” said one resident.", "one resident"),
        ("“We have seen nothing like it,” the union said in a statement.", "the union"),
        ("“We have seen nothing like it,” police said.", "police"),
        ("“We have seen nothing like it,” said a spokesman for the board.", "a spokesman for the board"),
        ("“We have seen nothing like it,” said a spokesman for Kestrel Energy.", "a spokesman for Kestrel Energy"),
        ("A woman said, “We have seen nothing like it,” and left the quay.", "A woman"),
    ],
)
def test_an_unnamed_speaker_is_described(syntax: Syntax | None, text: str, speaker: str) -> None:
    """A speaker without a name is given by the article's own description."""
    assert said(text, syntax) == [("We have seen nothing like it,", speaker)]


@pytest.mark.parametrize(
    "attribution",
    [
        "said a spokesman for Ms Osei",
        "Ms Osei’s spokesman said",
        "said a lawyer for Hanna Osei",
        "the Osei spokesman said",
        "a spokesman for Osei said on Monday",
    ],
)
def test_a_spokesman_is_not_whom_he_speaks_for(syntax: Syntax | None, attribution: str) -> None:
    """The words of somebody's spokesman or lawyer are not that person's."""
    [(_, speaker)] = said(f"{INTRODUCED}“We shall not sign,” {attribution}.", syntax)
    assert speaker not in {"Hanna Osei", "Osei"}
    assert speaker is None or "spokesman" in speaker or "lawyer" in speaker


@pytest.mark.parametrize(
    "text",
    [
        "TASS cited a Kremlin statement as saying “the visit will go ahead as it was planned”.",
        "The agency cited the Kremlin as saying: “The visit will go ahead as it was planned.”",
        "“The visit will go ahead as it was planned,” the Kremlin said, according to TASS.",
    ],
)
def test_who_passes_words_on_does_not_speak_them(syntax: Syntax | None, text: str) -> None:
    """Words that a news agency passes on are those of whoever said them."""
    [(_, speaker)] = said(f"The Kremlin confirmed the visit on Monday. {text}", syntax)
    assert speaker is not None
    assert "Kremlin" in speaker


@pytest.mark.parametrize(
    "relay",
    [
        "The Daily News quoted him as saying: “{}”",
        "Reporter Ann Blake of the Courier quoted Governor Lee Mott as saying: “{}”",
        "The Daily News quoted Lee Mott as having said: “{}”",
        "Ann Blake, citing Lee Mott as saying “{}”, filed her report at noon.",
    ],
)
def test_who_is_quoted_as_saying_speaks(syntax: Syntax | None, relay: str) -> None:
    """ "Quoted the governor as saying" makes the governor the speaker, by name or pronoun; never the reporter or the paper."""
    text = (
        f"Governor Lee Mott spoke at the mine on Monday. {relay.format('We have done nothing wrong at all this year.')}"
    )
    ((_, speaker),) = said(text, syntax)
    assert speaker == "Lee Mott"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee issued a statement saying “the bishop has our thanks”.", "Ann Lee"),
        ("The diocese issued a statement calling the sale “a clear violation of trust”.", "the diocese"),
        ("Ann Lee read out the contract, which says the road leads “to the market, or near it”.", "the contract"),
        ("Ann Lee of Leeds, Ala., derided the dam as “a wall with a fish problem”.", "Ann Lee"),
        ("A beekeeper in the next village, who gave no name, said: “There is a market for it.”", "A beekeeper"),
        ("“There is a market for it,” said a beekeeper.", "a beekeeper"),
        ("The tram company was relieved. “The first tram leaves at four,” it said.", "the tram company"),
        ("The app told customers on Sunday: “Your power is back.”", "the app"),
        ("Moderator: “One more question, please.”", "Moderator"),
        ("The power was back in 30,000 homes, spokesman Tom Lindqvist said. “It takes one branch.”", "Tom Lindqvist"),
        ("Tom Lindqvist said Ann Lee lied. “Now it is all in ashes and dust.”", "Tom Lindqvist"),
    ],
)
def test_who_says_it_is_no_container_place_or_last_subject(syntax: Syntax | None, text: str, speaker: str) -> None:
    """A statement is what somebody says something in, a town is where somebody is from; a text or an app can speak, by its description."""
    assert said(text, syntax) == [(text[text.index("“") + 1 : text.index("”")], speaker)]


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
        ("It leaned, said the chair of the board, Ann Lee. “It will fall if it is left alone.”", "Ann Lee"),
        ("It leaned, wrote the chair of the board to the owner, Ann Lee. “It will fall if it is left alone.”", None),
    ],
)
def test_the_last_one_told_of_speaks(syntax: Syntax | None, text: str, speaker: str | None) -> None:
    """A pronoun means somebody's colleague or relative where that opens the sentence; a sentence of what its last name said goes on in its words."""
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
    "text",
    [
        "“The pier is safe and will stay open for the whole of the summer.”\n\nThe council met in the old hall on Monday night.",
        "The wall beside the pier has carried the same words for years: “Nobody owns the sea and nobody ever will.”",
    ],
)
def test_an_unknown_speaker_stays_unknown(syntax: Syntax | None, text: str) -> None:
    """A quotation that the article gives to nobody has no speaker."""
    assert [speaker for _, speaker in said(text, syntax)] in ([None], [])


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Tom Roe called the plan", "Tom Roe"),
        ("Tom Roe described the end of it as", "Tom Roe"),
        ("Tom Roe never called the plan", "Ann Lee"),
        ("Tom Roe denied that he had called the plan", "Ann Lee"),
        ("Tom Roe no longer calls the plan", "Ann Lee"),
        ("If Tom Roe called the plan", "Ann Lee"),
        ("No minister called the plan", "Ann Lee"),
        ("Few called the plan", "Ann Lee"),
        ("Tom Roe is said to have called the plan", "Ann Lee"),
    ],
)
def test_what_nobody_is_said_to_call_anything_is_the_word_of_who_tells_it(
    syntax: Syntax | None, before: str, speaker: str
) -> None:
    """What somebody calls something is his word; behind "never", "no", "if" or "denied" it is the word of whoever the sentence ends on."""
    assert said(f"{before} “a surrender to them all”, Ann Lee said.", syntax) == [("a surrender to them all", speaker)]


@pytest.mark.parametrize(
    "before",
    [
        "Tom Roe had called a meeting on",
        "Tom Roe called for a ban on",
        "Tom Roe called in",
        "Tom Roe called off",
        "Tom Roe calls on shops to end",
        "Tom Roe dismissed the union's warning of",
        "Tom Roe condemned him to",
        "Tom Roe described how staff saw him as",
    ],
)
def test_a_verb_that_calls_nothing_anything_gives_nobody_the_words(syntax: Syntax | None, before: str) -> None:
    """Calling a meeting on something, for it or it off says nothing of it: the words are those of whoever the sentence ends on."""
    assert said(f"{before} “a long hot summer”, Ann Lee said.", syntax) == [("a long hot summer", "Ann Lee")]


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("The woman whose dog was killed told reporters", "the woman"),
        ("The farmer whose cows died said", "the farmer"),
        ("A teacher whose class won the cup said", "A teacher"),
        ("The lawyer whose client walked free told reporters", "the lawyer"),
        ("Tom Roe, whose wife is a doctor, said", "Tom Roe"),
        ("Ann Lee in a red cap said", "Ann Lee"),
        ("The man in the mask said", "the man in the mask"),
        ("The maker of the cake said", "the maker of the cake"),
        ("Ann Lee of the band Red Float said", "Ann Lee"),
        ("Ann Lee raised her hat saying", "Ann Lee"),
        ("SS Rajamouli said", "SS Rajamouli"),
        ("MV Murphy, a lawyer, said", "MV Murphy"),
        ("Importer Roe, 44, was jailed. He said", "Importer Roe"),
    ],
)
def test_what_stands_right_before_the_verb_is_not_always_who_speaks(
    syntax: Syntax | None, who: str, speaker: str
) -> None:
    """What befell somebody's own, and what he wears or makes, says nothing: he does."""
    assert said(f"{who}: “I want my money back from them.”", syntax)[0][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee, whose spokesman had called it “a blip for us all”, left the hall.", "spokesman"),
        ("Ann Lee, whose elder brother later said he was “a broken man now”, left.", "elder brother"),
        ("Ann Lee, whose lawyer said the claim was “a lie from start to end”, left.", "lawyer"),
    ],
)
def test_somebodys_own_people_speak_for_themselves(text: str, speaker: str) -> None:
    """Somebody who is another's and stands before the verb says it, and not the one whose he is."""
    assert said(text)[0][1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "{} said: “It was a mess to us all.”",
        "{} said it was “a mess to us all”.",
        "“It was a mess to us all,” said {}.",
        "“It was a mess to us all,” {} told reporters.",
    ],
)
@pytest.mark.parametrize("name", ["Ann “The Hammer” Lee", "Pete ‘The Postman’ Lomax", "Hubert “Bertie” Lashley"])
def test_a_nickname_in_marks_is_part_of_who_speaks(syntax: Syntax | None, name: str, text: str) -> None:
    """What stands in marks inside a name is no quotation: the whole name says what is one."""
    assert [speaker for _, speaker in said(text.format(name), syntax)] == [name]


def test_a_nickname_in_marks_takes_no_title_into_the_name(syntax: Syntax | None) -> None:
    """A nickname of two words does not make a name too long for the title before it."""
    text = "Boxer Tony “The Bomber” Bellew Jones said: “We want our money back from them.”"
    assert said(text, syntax)[0][1] == "Tony “The Bomber” Bellew Jones"


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("Good Friday was the worst", "Ann Lee"),
        ("The Old Mill was her home", "Ann Lee"),
        ("Old Trafford is special", "Ann Lee"),
        ("Union delegate Bozhidar Veltrick was there", None),
    ],
)
def test_a_day_or_a_place_takes_nobodys_word(opening: str, speaker: str | None) -> None:
    """A sentence that opens on somebody of its own does not go on in the words of who spoke before; one on a day or a place does."""
    text = f"“We lost it all,” said Ann Lee. {opening}: “We had no bread at all.”"
    assert said(text)[1][1] == speaker


def test_both_readings_agree_on_plain_prose(model: Syntax) -> None:
    """Where the forms are simple, rules alone and the NLP model find the same quotations and speakers."""
    for text, _ in DIRECT:
        assert said(text) == said(text, model)


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Her deputy, Tom Barr, was blunter:", "Tom Barr"),
        ("Her deputy, Tom Barr, shrugged:", "Tom Barr"),
        ("But Tom Barr put it differently:", "Tom Barr"),
        ("A fisherman who was there was blunter:", "A fisherman"),
        ("The union's answer came within the hour:", "the union"),
        ("Her reason was short:", "Hanna Osei"),
        ("Tom Barr's boat is short of room:", "Hanna Osei"),
        ("Tom Barr was far less sure about it:", "Tom Barr"),
        ("Tom Barr took another view:", "Tom Barr"),
        ("Tom Barr had one question:", "Tom Barr"),
        ("Tom Barr, who built it, put it in one sentence:", "Tom Barr"),
        ("Tom Barr remembers the night well:", "Tom Barr"),
        ("Tom Barr's answer came by text:", "Tom Barr"),
        ("The report by Judge Tom Barr was scathing:", "Tom Barr"),
        ("A verse on the plinth begins:", "A verse"),
    ],
)
def test_whose_answer_or_view_leads_up_to_a_colon_speaks(syntax: Syntax | None, lead: str, speaker: str) -> None:
    """Words behind a colon are whose answer, question or view the sentence before it says they are, whatever its verb; what else is his says nothing."""
    text = f"{INTRODUCED}“We have the parts we need,” Hanna Osei said. {lead} “They have been here since May.”"
    assert said(text, syntax)[-1][1] == speaker


@pytest.mark.parametrize(
    "lead",
    [
        "Tom Barr held up the sign:",
        "Tom Barr remembers the headline in the Gazette:",
        "Mr Barr was handed a leaflet:",
        "Tom Barr faced a crowd of fishermen:",
        "Tom Barr ignored the chants:",
        "Tom Barr has heard it before:",
        "Tom Barr found three words painted on his door:",
        "Tom Barr pointed to the contract:",
        "Tom Barr showed reporters the log:",
        "Tom Barr woke to a siren:",
        "Tom Barr never forgot the first rule of the sea:",
        "Tom Barr was there:",
        "Police found a note on the table:",
        "The board received an email on Friday:",
        "Residents were sent a warning at dawn:",
        "She held up the sign:",
        "Tom Barr's answer from the bank came in June:",
        "Tom Barr got a reply by email:",
    ],
)
def test_what_somebody_sees_holds_or_hears_is_not_his(syntax: Syntax | None, lead: str) -> None:
    """Words behind a colon that are written somewhere, or sent or shouted at whom the sentence is about, are neither his nor whose words stood before."""
    text = f"{INTRODUCED}“We have the parts we need,” Hanna Osei said. {lead} “You will keep out of the water.” She read it twice."
    assert said(text, syntax)[-1][1] is None


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


@pytest.mark.parametrize(
    "text",
    [
        "Police met the family. “She was a brave nurse and we miss her,” her father said. “We will find the man,” she said.",
        "It was Sunday. “He was a good man and never told a lie,” her father said. “I saw him on Sunday,” he said.",
        "It was Sunday. “We left. His brother said nothing at all,” her father said. “I saw him on Sunday,” he said.",
        "It was Sunday. “We left. The company said nothing,” Ann Lee told the court. “We were not asked,” it said.",
    ],
)
def test_whom_quoted_words_describe_does_not_speak(syntax: Syntax | None, text: str) -> None:
    """A pronoun takes up nobody whom somebody else's quoted words alone describe; nobody is named then."""
    assert said(text, syntax)[-1][1] is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The king was quoted by Reuters as saying that it was “a disgrace to us all”.", "the king"),
        ("According to police quoted by Reuters, the man had “lost his head again”.", "police"),
        ("The paper quoted Tom Barr as saying that it was “a disgrace to us all”.", "Tom Barr"),
        ("The local MP, independent Tom Barr, said residents were “entitled to be furious”.", "Tom Barr"),
        ("Tom Barr said the players had voted for her “with all of their ears”.", "Tom Barr"),
        ("“We asked people what they did,” says Fjordlight co-founder Tom Barr.", "Tom Barr"),
    ],
)
def test_who_passes_on_or_is_told_of_does_not_speak(syntax: Syntax | None, text: str, speaker: str) -> None:
    """An agency that words are quoted by, what somebody is before his name, and whom he tells of are not who speaks."""
    assert said(f"It rained. {text}", syntax)[-1][1] == speaker


def test_a_sentence_behind_a_full_stop_is_another(syntax: Syntax | None) -> None:
    """A full stop inside the marks ends the sentence: what opens behind it says nothing of who spoke."""
    text = "“Thirty days,” said Ann Lee. “I have them all written down.” A load of water now goes for 2,200."
    assert [one for _, one in said(text, syntax)] == ["Ann Lee"] * len(said(text, syntax))


def test_what_has_an_article_of_its_own_belongs_to_no_name_before_it(syntax: Syntax | None) -> None:
    """Who holds her grandson is the subject, and no grandson's name."""
    text = "At the gym, Ann Guidry held her grandson.\n\n“The water did not come up the street,” she said."
    assert said(INTRODUCED + "\n\n" + text, syntax)[-1][1] == "Ann Guidry"
