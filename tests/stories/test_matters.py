"""Which stories go on with one of the day before. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.pipeline import pipeline_for
from summarize.settings import Settings
from tests.benches.days import LabelledDay, briefed

Piece = tuple[str, str]
DENIED = (
    "Minister Vale denies she will leave cabinet",
    "Transport minister Susanna Vale denied on Monday that she was about to resign over the cost of the Ostrava bridge.\n\n“I am not going anywhere,” Vale told parliament.",
)
PAY = (
    "Ministers' pay to be frozen for a year",
    "The pay of ministers will be frozen for a year from January, the prime minister, Edvard Lysne, said on Monday.\n\nHe declined to answer questions about transport minister Susanna Vale. “She has my confidence,” he said later.",
)
RESIGNED = (
    "Transport minister Vale resigns over bridge",
    "Transport minister Susanna Vale resigned on Tuesday over the cost of the Ostrava bridge, a day after she told parliament that she was not going anywhere.\n\nPrime minister Edvard Lysne said he would name a successor on Friday.",
)


def goes_on(then: Piece, now: Piece) -> bool:
    label = {"outlet": "Post", "event": "it"}
    days = [
        LabelledDay(date, {date: {**label, "id": date, "at": date, "title": title, "text": text}}, {}, ())
        for date, (title, text) in (("2026-11-23", then), ("2026-11-24", now))
    ]
    *_, last = briefed(days, pipeline_for(Settings(nlp="off")))
    return all(change.kind != "new" for story in last.stories for change in story.changes)


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (DENIED, RESIGNED),
        (
            ("Mud from burst mine dam buries streets in Karsk", "Rescuers in Karsk recovered 12 bodies on Monday after the dam of a mine burst, the fire brigade said.\n\nTarvos Metals, which owns the mine, denied that it had been warned of cracks."),
            ("Union publishes letter warning of cracks in Karsk dam", "The miners' union on Tuesday published a letter in which it warned Tarvos Metals of cracks in the dam at Karsk, which burst on Monday.\n\nTarvos Metals said the letter was about another dam."),
        ),
        (
            ("Lindmark port strike set for Thursday", "Dockers at the port of Lindmark will walk out for 48 hours from Thursday over pay, their union said on Monday.\n\nThe Dockers' Federation wants a rise of 6%."),
            ("Talks avert walkout at Lindmark", "A strike at the port of Lindmark that was to begin on Thursday has been put off to Saturday, the Dockers' Federation said on Tuesday.\n\nThe union wants 6%."),
        ),
        (
            ("Mayor Holt charged with fraud", "The mayor of Orla, John Holt, was charged with fraud on Monday over the sale of a school.\n\nProsecutors say that he took 40,000 crowns."),
            ("Holt in court: “I took nothing”", "John Holt, the mayor of Orla, told a court on Tuesday that he had taken nothing for the sale of a school.\n\nHe was released on bail."),
        ),
    ],
)  # fmt: skip
def test_a_story_goes_on(then: Piece, now: Piece) -> None:
    """What is told first of a story on two days has a word in common that is nobody's name or office."""
    assert goes_on(then, now)


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (DENIED, PAY),
        (PAY, RESIGNED),
        (DENIED, ("Prime minister opens hospital in Brod", "The prime minister, Edvard Lysne, opened a hospital for children in Brod on Tuesday.\n\nIt has 90 beds. Asked about transport minister Susanna Vale, he said that he had nothing to add.")),
        (DENIED, ("Vale opens clinic for lung patients", "Transport minister Susanna Vale opened a clinic for lung patients in her home town of Orla on Tuesday.\n\nIt was paid for by a foundation of her late mother.")),
        (
            ("Governor of central bank to marry", "Ana Rede, the governor of the central bank, will marry the actor Tom Sule in June, her office said on Monday.\n\nThey met in Rome."),
            ("Central bank raises rates", "The central bank raised its main rate to 4.5% on Tuesday because prices are rising faster than it had expected.\n\nIts governor, Ana Rede, said that more may follow."),
        ),
        (
            ("Two arrested over robbery of jeweller in Brod", "Two men were arrested on Monday over the robbery of a jeweller in Brod, police chief Karl Ott said.\n\nThe rings have not been found."),
            ("Warehouse burns in Selm", "A warehouse for furniture burned down in Selm on Tuesday; nobody was hurt.\n\nPolice chief Karl Ott praised the firefighters."),
        ),
    ],
)  # fmt: skip
def test_somebody_in_both_ties_nothing(then: Piece, now: Piece) -> None:
    """Somebody of an earlier story who is named in another, in its last line or its first, does not make the two one."""
    assert not goes_on(then, now)
