"""Which of two days in one sentence is the day of the news."""

from __future__ import annotations

import pytest

from tests.engines.test_main_day import main_day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Families who lost their homes in Friday's landslide were given keys to new flats on Wednesday.", "Wednesday"),
        ("Talks to avert Friday's rail strike collapsed on Tuesday.", "Tuesday"),
        ("Two weeks after the mayor resigned on 4 May, the council elected Ruth Adler on Tuesday.", "Tuesday"),
        ("With the election set for 30 May, the two met for a debate on Tuesday.", "Tuesday"),
        ("A man jailed on 3 March for fraud escaped on Tuesday from a prison van.", "Tuesday"),
        ("The strike that began on Monday was called off on Tuesday.", "Tuesday"),
        ("The singer Ray Poole, whose Blue Sunday was a hit, died at his home in Harl on Monday.", "Monday"),
        ("A nurse has won Tuesday's by-election by 40 votes.", "Tuesday"),
        ("An earthquake that struck Harl on Sunday has left 40 dead, officials said on Tuesday.", "Sunday"),
        ("A boy who was hurt at a weir on Sunday has died. He was buried on Tuesday.", "Sunday"),
        ("Voters rejected the plan in Sunday's referendum, officials said on Tuesday.", "Sunday"),
        ("After a night of talks on Saturday, the two signed a pact on Sunday.", "Sunday"),
        ("A man arrested on Monday will appear in court on Thursday.", "Monday"),
        ("Dock workers who walked out on 4 May voted on Tuesday to go back.", "Tuesday"),
        ("Whales stranded on a beach on Monday were refloated yesterday afternoon.", "yesterday afternoon"),
        ("A statue stolen on 3 May was returned on Tuesday with a note.", "Tuesday"),
        ("A man shot on Saturday outside a pub was named on Tuesday.", "Saturday"),
        ("The pilot who died on Saturday in a crash was named on Tuesday as Jon Ek.", "Saturday"),
        ("When the river rose on Sunday, nobody moved; on Tuesday it took 40 houses.", "Sunday"),
        ("The tanker that blew up at sea on Sunday was inspected on Thursday, the port said.", "Sunday"),
        ("A trawler lost on Sunday with nine men was sold on Friday to a new owner.", "Sunday"),
        ("Charged with fraud on Monday, the mayor was re-elected on Friday.", "Monday"),
        ("Sunday's explosion killed nine people, and two men hurt in it were sent home on Monday.", "Sunday"),
        ("With gusts on Sunday, a storm killed six people in Harl and moved inland on Monday.", "Sunday"),
        ("Before dawn on Sunday, a ferry sank off Harl; divers found nine bodies on Monday.", "Sunday"),
        ("With gusts on Sunday, a storm tore roofs off before it died out on Monday.", "Sunday"),
        ("Miners who had walked out on Saturday over the death of a driver returned to work on Monday.", "Monday"),
        ("A teacher who on Saturday had no money won the election on the island of Brava on Monday.", "Monday"),
        ("A judge whom a newspaper on Sunday showed asleep in court resigned on Monday.", "Monday"),
        ("The tram to Weil, stopped by a burst pipe on Saturday, ran again on Monday.", "Monday"),
        ("A school that was set to open on Saturday was set on fire on Monday by a man freed on Sunday.", "Monday"),
        ("With Friday's vote two days away, the state said on Monday that it would win.", "Monday"),
        ("A lorry that fell from a bridge on Sunday killed two people, one of whom died on Monday.", "Sunday"),
        ("A pilot who on Saturday fell from the sky was named on Monday.", "Saturday"),
        ("Hours after a shop was looted on Saturday, it was burnt down on Sunday.", "Sunday"),
    ],
)
def test_a_day_that_tells_who_is_meant_gives_way_to_that_of_the_deed(opening: str, day: str) -> None:
    """In one sentence a day of a clause about somebody, or of a genitive, gives way to a later one of the main clause, unless on that it was only told."""
    assert main_day(f"Mill news\n\n13 May 2026\n\n{opening}\n") == day
