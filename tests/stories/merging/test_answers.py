"""Rules of what answers the lines of a story."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarize.briefing import BUDGETS, Briefing
from summarize.rendering.briefing.answers import headlined
from summarize.rendering.briefing.plan import Plan, fit_to_length
from summarize.stories.merging import Source
from summarize.stories.merging.answers import with_answers
from tests.rendering.briefing.samples import full
from tests.stories.made import FIRE, card_of, story_of

CHARGE = (
    "The miners' union published a letter on Friday in which it warned Tarvos Metals of cracks in the dam at Karsk."
)
ANSWER = "Tarvos Metals said the letter was about another dam at Karsk."
OTHERS = " ".join(
    f"The {what} at Karsk was shut for {n} days." for n, what in enumerate(("road", "school", "market"), 3)
)


def facts(*texts: str) -> list[str]:
    """The lede and facts of the story of some articles."""
    story = story_of(*(card_of(text, publisher=f"Paper {n}") for n, text in enumerate(texts)))
    return [story.lede.text, *(line.text for line in story.facts)]


def test_the_answer_to_the_lede_is_its_first_fact() -> None:
    """It stands right behind the lede, though it has most of its words."""
    assert facts(f"{CHARGE} {ANSWER} {OTHERS}")[:2] == [CHARGE, ANSWER]


def test_a_quotation_may_stand_between() -> None:
    """What is quoted between a charge and its answer parts them not."""
    told = facts(
        f"Prosecutors searched the offices of Tarvos Metals at Karsk on Friday. “We are looking at papers,” Dmitri Hale said. {ANSWER}"
    )
    assert told[1] == ANSWER


def test_one_side_of_a_number_is_told_with_the_other() -> None:
    """Whoever reads what one puts a number at reads what another does, though a card has the one only: both stand side by side."""
    one, other = "Police put the crowd at 8,000.", "The Brest Dairy Union said 20,000 had come."
    text = (
        f"Farmers marched through Brest on Friday over the price of milk. They came on tractors. {one} {other} {OTHERS}"
    )
    card = card_of(text)
    both = [each for each in card.what if each.text != one]
    alone = card.model_copy(update={"what": tuple(both), "claims": ()})
    told = [line.text for line in story_of(alone).facts]
    assert told[told.index(other) - 1] == one


def test_an_answer_that_two_articles_have_is_told_once() -> None:
    """Another outlet's account of it adds nothing."""
    told = facts(f"{CHARGE} {ANSWER}", f"{CHARGE} Tarvos Metals said that letter was about another dam.")
    assert sum("another dam" in line for line in told) == 1


def test_what_somebody_says_who_declined_to_answer() -> None:
    """Behind that somebody declined to answer stands what he did say."""
    told = facts(
        "Ministers' pay will be frozen for a year, the prime minister, Edvard Lysne, said on Friday.\n\n"
        'Lysne declined to answer questions about the bridge. "Ask me in May," he said later.'
    )
    assert told[-1] == '"Ask me in May," he said later.'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Minister Susanna Vale resigned on Friday over the bridge.\n\n“I should have known the figures,” she said.",
            "Susanna Vale",
        ),
        ("Mayor John Holt lost to Peter Court on Friday.\n\n“He lied to all of us for years,” he said.", None),
        ("Captain Ann Lee resigned on Friday.\n\n“I did what the law asked of me,” she said, as Per Egge left.", None),
    ],
)
def test_who_alone_is_named_above_a_quotation(text: str, speaker: str | None) -> None:
    """A speaker is certain who alone is named in the paragraph above and in the sentence; of two, neither is."""
    assert [quote.speaker for quote in story_of(card_of(text)).quotes] == ([speaker] if speaker else [])


def test_a_correction_is_no_fact_and_no_date() -> None:
    """What an outlet got wrong is told as a correction alone."""
    note = "Correction: We said on Thursday that 43 stalls burned. The fire brigade says it was 34."
    story = story_of(card_of(f"{FIRE}{OTHERS}\n\n{note}"))
    told = [story.lede, *story.facts, *story.background, *(each.what for each in story.timeline if each.what)]
    assert not [line.text for line in told if "43 stalls" in line.text or "it was 34" in line.text]


RESIGNED = (
    "The mayor of Brest, Ann Lee, resigned on Friday after an auditor accused her of taking bribes from a builder."
)


@pytest.mark.parametrize(
    "texts",
    [
        (f"{RESIGNED} Lee, 51, denies the charge and says the money was paid back.",),
        (f"{RESIGNED} The council meets on Monday.\n\nHer deputy, Tom Roe, takes over. Buses will run.\n\nLee denied that she took money.",),
        (f"{RESIGNED} The council meets on Monday.", "Mayor Ann Lee of Brest resigned on Friday. An auditor accused her of taking bribes. Lee denied the charge."),
    ],
)  # fmt: skip
def test_who_resigns_over_a_charge_denies_it(texts: Sequence[str]) -> None:
    """The denial of a charge is the first fact of a story, from wherever in the article, or from another account; a listed headline has it too."""
    story = story_of(
        *(card_of(text, publisher=f"Paper {at}", title="Mayor resigns over bribes") for at, text in enumerate(texts))
    )
    assert "den" in story.facts[0].text
    told = [line.text for line in story.facts]
    assert len(told) == len(set(told))
    listed = story.model_copy(update={"headline": story.lede})
    assert [line.text for line in headlined(listed)] == [story.lede.text, story.facts[0].text]


def test_an_answer_stands_with_the_charge_against_whoever_gives_it() -> None:
    """Of two charges each has the answer of whom it charges, though both answers stand behind the second."""
    first = "A nurse accused the Portland Clinic of Brest of ignoring four letters on Friday."
    second = "She accused the manager, Dawn Shaw, of shredding files."
    clinic, shaw = "The Portland Clinic denied the charge.", "Shaw said she owned no shredder."
    story = story_of(card_of(f"{first} {second} {clinic} {shaw}", title="Clinic accused"))
    assert [story.lede.text, *(line.text for line in story.facts)] == [first, clinic, second, shaw]


def test_a_charge_takes_no_answer_to_one_that_is_not_told() -> None:
    """The answer of whom an untold sentence before charges stands not behind another charge."""
    charge = "She accused the manager, Dawn Shaw, of shredding files."
    text = f"A storm hit the roof of a school. A nurse accused the Portland Clinic of Brest of ignoring four letters on Friday. {charge} The Portland Clinic denied the charge. Shaw said she owned no shredder."
    source = Source(1, card_of(text, title="Clinic accused"), None)
    told = [source.line(one) for one in (*source.card.what, *source.card.claims)]
    (line,) = [one for one in told if one.text == charge]
    ((_, answers),) = with_answers([line], [source])
    assert "The Portland Clinic denied the charge." not in [one.text for one in answers]


BRIBES = "An auditor, Jan Prohl, has accused the mayor of Skerry, Nils Aune, of taking bribes for the new quay."
QUAY = "The quay was opened in May 2024 and cost nine million euros."


@pytest.mark.parametrize(
    "answer",
    [
        "Mr Aune said that he had never taken a cent.",
        "Mr Aune said that he had done nothing wrong and that his brother had sold the firm in 2019.",
        "Mr Aune's lawyer, Eva Lind, said her client had never seen the money.",
    ],
)
def test_who_says_that_he_never_did_it_answers_the_charge(answer: str) -> None:
    """He need not say "denied", nor stand right behind: it is told behind the lede that charges him by office, place and name."""
    story = story_of(card_of(f"{BRIBES}\n\n{QUAY}\n\n{answer}", title="Mayor took bribes for quay, auditor says"))
    assert next(line.text for line in story.facts) == answer


def test_a_charge_of_the_background_stands_there_with_its_answer() -> None:
    """The one who answers may be known there as what he is: "the ferry's owner", "The owner, Aster Lines"."""
    charge = (
        "She said a diver's report in 2023 had called the hull unsafe and that the ferry's owner had been told of it."
    )
    answer = "The owner, Aster Lines, said it had never received the report."
    story = story_of(
        card_of(
            "A ferry sank off Karsk early on Monday, killing four people, the port's head, Ada Holm, said.\n\n"
            f"About 180 divers were searching the wreck.\n\nThe prosecutor, Ida Bertold, opened an inquiry. {charge}\n\n{answer}"
        )
    )
    told = [line.text for line in (*story.facts, *story.background)]
    assert any(text.endswith("had been told of it.") for text in told) <= (answer in told)
    assert answer in told


def test_a_charge_told_in_passing_has_the_answer_behind_it() -> None:
    """Who resigned after another's charge is not the one who charges: what she says of it answers."""
    lede = "The chief executive of Aster Lines, Victoria Stannard, resigned on Wednesday, two days after a former mate said the firm had hidden leaks."
    rest = 'She said she had done nothing wrong. "I go so that the company can answer without me," she said.'
    assert any("had done nothing wrong" in text for text in facts(f"{lede}\n\n{rest}"))


def test_a_suspect_is_charged_and_his_lawyer_answers() -> None:
    """Neither is told without the other, whatever stands between."""
    charge = "Prosecutors named the director of Aster Lines, Stefan Auer, as a suspect."
    between = "They accuse him of sending the ferry out although a diver had warned that the hull was unsafe."
    answer = "Mr Auer's lawyer, Renate Kofler, said her client had never seen the warning."
    told = facts(
        f"A ferry sank off Karsk on Monday, the port's head, Ada Holm, said.\n\n{charge} {between}\n\n{answer}"
    )
    assert (charge in told) == (answer in told)
    assert charge in told


def test_a_headline_that_names_nobody_takes_the_denial_of_its_article() -> None:
    """Where the charge stands in the headline alone, what is said against it is the first fact."""
    text = (
        "A committee of parliament will hear the chief executive of Aster Lines again next week about leaks.\n\n"
        "Shares in the parent firm, Corran Holdings, fell 11 per cent.\n\nThe committee sits in Brest on Wednesday.\n\n"
        "Ruth Adebayo, who sits for Karsk, said Victoria Stannard had told the committee that all pumps worked. "
        '"That was a lie, and she knew it," she said.\n\nMs Stannard called the charge a smear.'
    )
    story = story_of(card_of(text, title="Aster boss lied to parliament, MP says"))
    assert story.facts[0].text == "Ms Stannard called the charge a smear."


def test_a_listed_headline_that_charges_has_the_denial_and_not_a_second_charge() -> None:
    """The denial may be the lede, and the article's own word."""
    charging = card_of(
        "A former mate has accused Aster Lines of hiding 312 leaks in the ferry over four years.",
        title="Ferry firm hid 312 leaks, former mate says",
    )
    denying = card_of(
        "Aster Lines on Monday denied that it hid leaks in the ferry, as a former mate says it did.", publisher="Paper"
    )
    story = story_of(denying, charging)
    head = charging.headline.text
    listed = story.model_copy(update={"headline": story.lede.model_copy(update={"text": head})})
    told = [line.text for line in headlined(listed)]
    assert told[0] == head
    assert any("denied that it hid leaks" in text for text in told[1:])
    assert not any("has accused" in text for text in told[1:])


DOWN = "The ferry Aster went down about three kilometres off Karsk."
FULLER = "The Aster, which runs to Tarvos, took on water at 4 a.m. and went down some three kilometres off Karsk, the coastguard said."
AT_SEA = "Nine people died on Friday when a ship was lost in a storm, the port of Karsk said."


@pytest.mark.parametrize(
    ("fuller", "stays"),
    [
        (FULLER, False),
        (FULLER.replace("went down", "never went down"), True),
        (FULLER.replace("three", "seven"), True),
        (f"“{FULLER}” said Ida Hale.", True),
    ],
)
def test_a_fact_that_a_longer_one_of_another_article_says_as_well(fuller: str, stays: bool) -> None:
    """It stands once, in the longer one with whose word that is; not where that denies it, is a quotation, or says another thing."""
    told = facts(f"{AT_SEA} {DOWN}", f"{AT_SEA} {fuller}")
    assert (DOWN in told) is stays


def test_a_fact_that_is_somebodys_word_stays() -> None:
    """Whoever says something is not left out for another who says as much and more."""
    own = DOWN.replace(".", ", the harbour master said.")
    assert own in facts(f"{AT_SEA} {own}", f"{AT_SEA} {FULLER}")


BLAMED = "Ann Lee blamed a sluice gate that had not been shut."
OTHERWISE = "Tom Roe, manager of the mill, said the sluice gate was shut on Thursday."
FLOOD = "A flood drowned the mill at Brest on Friday. The race rose by two metres. Nobody was hurt. Fire crews left at noon."


@pytest.mark.parametrize("between", ["", "“It was open all night,” Lee said. "])
def test_a_charge_in_the_background_has_what_is_told_otherwise(between: str) -> None:
    """Whoever tells of the same that it was not so answers a charge, though it names neither him nor his mill; both are told, in that order, or neither."""
    story = story_of(card_of(f"{FLOOD}\n\n{BLAMED} {between}{OTHERWISE}"))
    told = [line.text for line in (story.lede, *story.facts, *story.background)]
    assert told[told.index(BLAMED) + 1] == OTHERWISE


def test_the_same_from_who_does_not_speak_of_it_answers_nothing() -> None:
    """What another tells of other things is no answer, nor what he tells of the same without saying otherwise."""
    for other in (
        "Tom Roe, who runs the mill, said rain was not rare.",
        "Tom Roe said the sluice gate had not been shut.",
    ):
        source = Source(1, card_of(f"{FLOOD}\n\n{BLAMED} {other}"), None)
        lines = [source.line(one) for one in (*source.card.what, *source.card.background)]
        assert [answers for line, answers in with_answers(lines, [source]) if line.text == BLAMED] in ([[]], [])


ARRESTED = "The captain of the ferry was arrested on Friday at Brest."
LAWYER = "His lawyer, Mona Ek, said he had been on the bridge the whole time."


def test_the_answer_to_a_charge_that_is_told_again_is_told_first() -> None:
    """Where the lede tells a charge, and the answer stands behind the same charge further on, it is the first fact, and is told once."""
    text = f"{ARRESTED} The dead number 38. The captain, Anton Breck, was arrested at his home, a prosecutor said. {LAWYER}"
    story = story_of(card_of(text, title="Captain of ferry arrested"))
    told = [line.text for line in (story.lede, *story.facts)]
    assert told[:2] == [ARRESTED, LAWYER]
    assert told.count(LAWYER) == 1


def test_an_answer_in_quotation_marks_is_an_answer() -> None:
    """Where whoever is accused, or is of the body that is, answers in his own words alone, the sentence with them stands behind the charge."""
    spoken = "“The door was locked,” said Petra Vorland, chief executive of Orrin Lines."
    charge = "Ann Lee, the harbour master of Brest, accused Orrin Lines on Friday of sailing with an open door."
    told = facts(f"{charge} {spoken} {OTHERS}")
    assert told[:2] == [charge, spoken]
    other = spoken.replace("Orrin Lines", "Brest")
    assert facts(f"{charge} {other} {OTHERS}")[1] != other


def test_the_words_of_who_accuses_are_quoted_with_the_answer_to_them() -> None:
    """A story that tells that he was on the bridge has the words of who accuses him that he was not, in place of the answer once more."""
    charge = "The captain, Anton Breck, is suspected of manslaughter, Ingrid Solheim said. “He was not on the bridge when the water came in,” Solheim said."
    arrested = "The captain, Anton Breck, was arrested at his home."
    diver = "“We came as fast as we could that night,” said Per Olsen, a diver. “We saw no lights at all,” said Ana Roe, a nurse."
    story = story_of(
        card_of(f"{ARRESTED} {arrested} {LAWYER} “He never left the bridge,” Ek said.", "A"),
        card_of(f"{ARRESTED[:-9]}. {diver} {charge}", "B"),
    )
    assert LAWYER in [line.text for line in story.facts]
    assert [quote.speaker for quote in story.quotes] == ["Per Olsen", "Ingrid Solheim"]


def _room_for(words: int) -> Callable[[Briefing, Plan], int]:
    """Counts the words of a briefing that has room for so many lines' words."""
    return lambda _, plan: (BUDGETS["long"] or 0) - (0 if plan.counts else words)


@pytest.mark.parametrize("at_facts", [False, True], ids=["beside it", "among the facts"])
def test_a_charge_of_the_background_is_shown_with_its_answer_or_not_at_all(at_facts: bool) -> None:
    """However many words there are for it, no length has the one without the other, wherever in the story the answer stands."""
    source = Source(1, card_of(f"{FLOOD}\n\n{BLAMED} {OTHERWISE}"), None)
    lines = {one.text: source.line(one) for one in (*source.card.what, *source.card.background, *source.card.claims)}
    charge, answer = lines[BLAMED], lines[OTHERWISE]
    parts = {"facts": (answer,), "background": (charge,)} if at_facts else {"facts": (), "background": (charge, answer)}
    day = full("long").model_copy(
        update={"stories": (), "top": (), "ahead": (), "skipped": (), "previous": None, "quiet": ()}
    )
    story = story_of(source.card).model_copy(update={"people": (), "timeline": (), "figures": (), **parts})
    day = day.model_copy(update={"stories": (story,), "warnings": (), "articles": day.articles[:1]})
    shown = set[tuple[bool, bool]]()
    for room in range(10, 200):
        plan = fit_to_length(day, _room_for(room))
        there = [line.text for part in parts for line in plan.shown((1, part), getattr(story, part))]
        shown.add((BLAMED in there, OTHERWISE in there))
    assert (True, True) in shown
    assert (True, False) not in shown


def test_a_charge_that_answers_another_has_its_own_answer() -> None:
    """Behind a lede that charges somebody stands who suspects him of what, and what is answered to that."""
    lede = "Rovania's harbour minister, Emil Dorsk, resigned on Friday, hours after prosecutors searched his office in an inquiry into a quay."
    suspicion = "Prosecutors suspect that Dorsk took 2 million euros from the builder Kessel in return for the quay, the prosecutor Ada Brunn told reporters."
    between = "President Ida Lom named Per Ost as acting minister."
    denial = "Kessel denied wrongdoing."
    told = facts(f"{lede}\n\n{suspicion} He was questioned for an hour.\n\n{between}\n\n{denial}")
    assert told[told.index(suspicion) + 1] == denial
    assert told.count(denial) == 1


def test_a_listed_headline_has_no_answer_of_whom_only_another_charge_names() -> None:
    """Nobody reads that a firm denied wrongdoing under a headline that speaks of a minister alone."""
    lede = "Rovania's harbour minister, Emil Dorsk, resigned on Friday, hours after prosecutors searched his office in an inquiry into a quay."
    suspicion = "Prosecutors suspect that Dorsk took 2 million euros from the builder Kessel in return for the quay, the prosecutor Ada Brunn told reporters."
    title = "Harbour minister quits over bribery inquiry"
    story = story_of(card_of(f"{lede}\n\n{suspicion}\n\nKessel denied wrongdoing.", title=title))
    assert [each.text for each in headlined(story)] == [title]
    own = story_of(card_of(f"{lede}\n\n{suspicion}\n\nDorsk denied wrongdoing.", title=title))
    assert [each.text for each in headlined(own)] == [title, "Dorsk denied wrongdoing."]


CAUSE = "Brandt Foods said the leak was caused by a cracked pipe."


@pytest.mark.parametrize(
    ("behind", "is_told"),
    [
        (" The food inspectorate said workers had ignored an alarm.", True),
        (" The union said valves had been taken out to save money.", True),
        ("\n\nThe food inspectorate said workers had ignored an alarm.", False),
        (" The food inspectorate said it had closed the plant.", False),
        (" Brandt Foods said workers had stayed at home.", False),
    ],
)
def test_another_cause_stands_behind_the_first(behind: str, is_told: bool) -> None:
    """Who says what caused something has behind him what another says, in the same paragraph, had been done; not what he or the other did."""
    text = f"A cloud of ammonia drifted over Lemvik on Friday.\n\n{CAUSE}{behind}"
    source = Source(1, card_of(text), None)
    told = [source.line(one) for one in (*source.card.what, *source.card.claims)]
    (answers,) = [answers for line, answers in with_answers(told, [source]) if line.text == CAUSE]
    assert bool(answers) is is_told
