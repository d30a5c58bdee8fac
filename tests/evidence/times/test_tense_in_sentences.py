"""Which way a weekday lies, by the verbs around it and by who tells it. Publication is on a Saturday."""

from __future__ import annotations

import pytest

from tests.evidence.times.cases import Case, case, shown

PAST = "2025-11-24"
NEXT = "2025-12-01"
CASES = [
    case("The map: more trains on Thursday, the operator said.", "Thursday = ?"),
    case("The map: more trains on Thursday, said the operator.", "Thursday = ?"),
    case("The map: more trains on Thursday, said Ann Lee.", "Thursday = ?"),
    case("The map: more trains on Thursday, Ann Lee said on Friday.", "Thursday = ?", "Friday = 2025-11-28"),
    case("The map: more trains on Thursday, then the operator closed it.", "Thursday = 2025-11-27"),
    case("On Thursday, the operator said so.", "Thursday = 2025-11-27"),
    case("The board ordered schools on Monday to shut.", f"Monday = {PAST}"),
    case("The board may meet on Monday.", f"Monday = {NEXT}"),
    case("Fees to rise on Monday.", f"Monday = {NEXT}"),
    case("Fees paid to the bank on Monday.", f"Monday = {PAST}"),
    case("Pupils are to return by Monday.", f"Monday = {NEXT}"),
    case("By Monday, thirty had died.", f"Monday = {PAST}"),
    case("A man has died after a car crash on Monday.", f"Monday = {PAST}"),
    case("A man was warned of a crash on Monday.", f"Monday = {PAST}"),
    case("She may die in a crash on Monday.", f"Monday = {NEXT}"),
    case("The council will meet after a fire on Monday.", f"Monday = {PAST}"),
    case("The owner could not be reached for comment on Monday.", f"Monday = {PAST}"),
    case("A deal could be reached on Monday.", f"Monday = {NEXT}"),
    case("He would not say who will speak on Monday.", f"Monday = {NEXT}"),
    case("They may have met on Monday.", f"Monday = {PAST}"),
    case("Rain stopped play on Monday.", f"Monday = {PAST}"),
    case("The club play Galway on Monday.", f"Monday = {NEXT}"),
    case("His visit Monday drew crowds.", f"Monday = {PAST}"),
    case("They agreed to the terms on Monday.", "Monday = ?"),
    case("The roof had already been mended by Monday.", f"Monday = {PAST}"),
    case("The firm had promised a boat by Monday.", "Monday = ?"),
    case("Staff who had complained must be told by Monday.", f"Monday = {NEXT}"),
    case("Bail was continued until Monday.", "Monday = ?"),
    case("The show continued until Monday.", f"Monday = {PAST}"),
    case("The school, which was to open on Monday, has no roof.", "Monday = ?"),
    case("Rain is forecast for Monday and Tuesday.", f"Monday = {NEXT}", "Tuesday = 2025-12-02"),
    case("A strike is set for Monday and Tuesday was quiet.", f"Monday = {NEXT}", "Tuesday = 2025-11-25"),
    case("Wages due on 12 November have not been paid.", "12 November = ?"),
    case("The next vote is due on 1 May.", "1 May = 2026-05-01"),
    case("The pool is closed until Monday.", f"Monday = {NEXT}"),
    case("The strike ran until Monday.", f"Monday = {PAST}"),
    case("Asked to answer by Monday.", f"Monday = {NEXT}"),
    case("The final is on Monday.", f"Monday = {NEXT}"),
    case("The minister is meeting voters on Monday.", f"Monday = {NEXT}"),
    case("The vote, planned for Monday, failed.", f"Monday = {NEXT}"),
    case("It was at 8 o'clock on Monday.", f"Monday = {PAST}"),
    case("Work until midnight on Monday.", f"Monday = {NEXT}"),
    case("Shops close at noon on Monday.", f"noon on Monday = {NEXT}T12:00"),
    case("He was told that the court will sit on Monday.", f"Monday = {NEXT}"),
    case("The firm agreed on Monday to pay.", f"Monday = {PAST}"),
    case("A man on Monday agreed to plead guilty.", f"Monday = {PAST}"),
    case("The town on Monday buried its dead.", f"Monday = {PAST}"),
    case("The town on Monday will bury its dead.", f"Monday = {NEXT}"),
    case("The plan that died in May comes back on Monday.", "May = 2025-05", f"Monday = {NEXT}"),
    case("Thieves blew the safe open on Monday.", f"Monday = {PAST}"),
    case("Ann Lee turns 90 on Monday.", f"Monday = {NEXT}"),
    case("The poem turns on Monday.", "Monday = ?"),
    case("The chief steps down on Monday.", f"Monday = {NEXT}"),
    case("The hearing, first set for November 10, was put off.", "November 10 = 2025-11-10"),
    case("She spoke before Monday's vote.", "Monday = ?"),
    case("The funeral is at St Paul's Bay on Monday.", f"Monday = {NEXT}"),
    case("Police say he is behind the theft on Monday.", "Monday = ?"),
    case("Police say he is behind the sale of the old van on Monday.", "Monday = ?"),
    case("Doctors say they are treating the victims of the crash on Monday.", "Monday = ?"),
    case("The strike starts at 9 tonight.", "9 tonight = 2025-11-29T21:00"),
    case("They won 9 tonight.", "tonight = 2025-11-29"),
    case("They met on the Friday before Christmas.", "the Friday before Christmas = 2024-12-20"),
    case("They will meet on the Monday after Easter.", "the Monday after Easter = 2026-04-06"),
    case("They met on the Monday after the storm.", "the Monday = ?"),
    case("It fell on Monday. By the next morning it was gone.", f"Monday = {PAST}", "the next morning = 2025-11-25"),
    case("It fell on Monday. The following night it rose.", f"Monday = {PAST}", "The following night = 2025-11-25"),
    case("Talks end. On Monday they resumed.", f"Monday = {PAST}"),
]


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.sentence[:50])
def test_which_way(one: Case) -> None:
    """The nearest verb that shows a tense decides, and one that only tells who said so does not; without one the day stays open."""
    assert shown(one.sentence) == one.expected
