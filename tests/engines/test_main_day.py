"""Rules of the day of the news. All articles were written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.test_extractive import drafted


def main_day(text: str) -> str | None:
    """The day of the news, as the text words it."""
    article, findings, draft = drafted(text)
    spans = [findings.times[one.time - 1].span for one in draft.when if one.main and one.time]
    return article.text[spans[0].start : spans[0].end] if spans else None


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Police have seized 40 tonnes of wheat, a minister told the assembly on Thursday. The raid took place on Tuesday.", "Tuesday"),
        ("Police have seized 40 tonnes of wheat, a minister said on Thursday. The raid took place last month.", "Thursday"),
        ("The mill said on Thursday it would close. It had lost its last customer on Tuesday.", "Thursday"),
        ("The mill will close on 20 March, its owner said on Thursday. Talks broke down on Tuesday.", "20 March"),
        ("The mill is to close, its owner said on Thursday. Shares were unchanged from Tuesday's close.", "Thursday"),
        ("Inspectors have confirmed 43 cases of rot at the mill, up from 29 last Friday. Tours will be held on 20 March.", None),
        ("The mill ground 43 tonnes last Friday, up from 29 a week ago, its owner said.", "last Friday"),
        ("A girl who got lost on a moor at Ivo, east of Norby, on Tuesday has been found. A carter said his dog had led him to the girl early on Wednesday.", "Wednesday"),
        ("A girl who got lost on a moor on Tuesday has been found. A carter was fined on Wednesday.", "Tuesday"),
        ("Flour from the mill was safe, the state has said. The spill, first reported by bakers on Tuesday, happened on 27 February.", "27 February"),
        ("Flour from the mill was safe, the state has said. The spill, first reported by bakers on Tuesday, was small.", "Tuesday"),
        ("A boy has been charged with arson in a fire at a mill last week, prosecutors said Monday.", "Monday"),
        ("Two men were arrested over Saturday's raid on the mill, police said on Monday.", "Monday"),
        ("Two men were arrested at the mill on Saturday, police said on Monday.", "Saturday"),
        ("The mill, which was sold on 27 February to a fund, burnt down on Sunday.", "Sunday"),
        ("A minister told the assembly on Thursday that a barge sank off the mill on Monday night.", "Monday night"),
        ("A minister told the assembly on Thursday that a barge would sail on Sunday.", "Thursday"),
        ("Millers who lost their stones in the flood of 28 February got new ones on Wednesday.", "Wednesday"),
        ("A barge sank in the small hours of Tuesday. The mill was empty on Thursday.", "Tuesday"),
        ("The mill has cut the price of flour from 20 March. Its owner told bakers so on Tuesday.", "20 March"),
        ("The mill has cut the price of flour from 20 March. A boy drowned off the weir on Tuesday.", "20 March"),
        ("The mill has cut the price of flour from 20 March. Its owner was fined on 2 February.", "20 March"),
        ("The mill has said that flour will cost more from 20 March. Its owner spoke on Tuesday.", "20 March"),
        ("A mill that has ground rye since 1840 opens to visitors on 20 March. Its owner spoke on Tuesday.", "20 March"),
        ("The hearing over the mill has been moved to 20 March. Its owner spoke on Tuesday.", "20 March"),
        ("A barge has sunk off the mill. It went down on Monday night. Crowds came on Thursday.", "Monday night"),
        ("A barge sank off the mill shortly after 4pm on Tuesday. Crowds came on Thursday.", "4pm on Tuesday"),
        ("Those who bought flour after 2 March should bring it back. It was recalled on Tuesday.", "Tuesday"),
        ("Barges will run all night from 1 April. The council approved the plan on Tuesday.", "Tuesday"),
        ("Barges will run all night from 1 April. The ruling, 9 to 2, came late on Tuesday.", "Tuesday"),
        ("Barges are to stop on Monday after a strike which began on 7 February. The decision was reached on Wednesday.", "Wednesday"),
        ("Twelve barges will race down the river to the old weir on Sunday. The mill, which announced the course on Tuesday, expects rain.", "Sunday"),
        ("Twelve barges will race down the river to the old weir on Sunday. The mill won the last race on Tuesday.", "Sunday"),
        ("Twelve barges will stop for good at the old weir on Sunday. The mill announced the last stop on 20 February.", "Sunday"),
        ("A man who burnt the mill on 28 February was jailed on Wednesday.", "Wednesday"),
        ("A man who fell off the weir on Sunday has died. An inquest will open on 20 May.", "Sunday"),
        ("A millers' march will be held on Saturday. More than 500 people signed a petition on Monday.", "Saturday"),
        ("The mill will be shown on Saturday. A rival mill agreed its price on Monday.", "Saturday"),
        ("A man who drove into the mill on Tuesday was drunk, and nobody knew on Wednesday.", "Tuesday"),
        ("Flu has closed the mill, a minister said on Wednesday. Some 90 cases were counted up to Tuesday.", "Wednesday"),
        ("The mill reported a loss on Tuesday, its third. Its chief left on Monday.", "Tuesday"),
        ("Some 300 people had left by Tuesday as the river, officials said, may crest on Sunday.", "Tuesday"),
        ("The toll of the flood has reached 23, up from nine on Tuesday, the mayor said on Wednesday.", "Wednesday"),
        ("The flood has killed 19 people, seven more than was known on Tuesday, the mayor said on Wednesday.", "Wednesday"),
        ("A gale left the mill without power by 7 a.m. on Wednesday as winds tore down lines.", "7 a.m. on Wednesday"),
        ("The mill must be repaired by Monday. It burnt on Tuesday.", "Tuesday"),
        ("The mill has been fined. The fine was set out in a letter dated 2 March and made public on Wednesday.", "Wednesday"),
        ("The mill was set on fire by boys before dawn on Tuesday, and its owner wept.", "Tuesday"),
        ("Boats have been brought to the weir. The barges, which came down the river last week, were towed off on Tuesday.", "Tuesday"),
    ],
)  # fmt: skip
def test_the_day_of_the_news_is_when_it_happened(opening: str, day: str) -> None:
    """A day at the end of the lead on which it was only told gives way to the one right before it on which it happened."""
    assert main_day(f"Mill news\n\n6 March 2026\n\n{opening}\n") == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Women due in the next six weeks are flown out after the ward closed on Monday.", "Monday"),
        ("Schools will shut from Friday because of the heat, the ministry said on Monday.", "Friday"),
        ("Schools will shut from Friday because of the heat. They were open since Monday.", "Friday"),
        ("Schools will shut from Friday because of the heat, the ministry announced on Monday.", "Monday"),
        ("Schools will shut on Friday after teachers rejected an offer on Monday.", "Monday"),
        ("Schools will shut on Friday after teachers rejected Monday's offer.", "Friday"),
        ("Schools shut on Monday and will reopen on Friday.", "Monday"),
        ("Schools will reopen on Friday after being shut since Monday.", "Friday"),
        ("Schools will reopen on Friday after the flood of 2 January.", "Friday"),
    ],
)
def test_a_day_of_these_days_comes_before_one_to_come(opening: str, day: str) -> None:
    """Where the lead says first what is to come, and names a day of the last week as well, that is when the news happened; not the edge of a period."""
    assert main_day(f"BERLIN, March 3 2026 (Post) - {opening} Nobody was hurt.\n") == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Barges stopped on 1 March. The owner left on Monday.", "1 March"),
        ("A man fell off the weir on 4 February. Police said on Sunday.", "4 February"),
        ("The weir broke on 4 February. It will be mended by Thursday.", "4 February"),
        ("The weir broke on 4 February. It has been shut since Sunday.", "4 February"),
        ("Singer Ray Poole died on 4 February, his family said. A funeral was held on Tuesday.", "4 February"),
        ("A barge was lost on 4 February. On Sunday the search was still going on.", "4 February"),
        ("The weir burst on 4 February. On Sunday, the owner said, nothing was known.", "4 February"),
        ("The court freed a miller on 4 February. He was seen on Sunday by a postman.", "4 February"),
        ("A boy drowned on 4 February. Fans left flowers on Sunday.", "4 February"),
        ("A boy lost on 4 February has been searched for. His mother last saw him on Sunday.", "4 February"),
        ("A boy hurt on 4 February has died. He was buried on Sunday.", "4 February"),
        ("A boy hurt on 4 February has been named. A man of 40 was held on Sunday.", "4 February"),
    ],
)
def test_a_day_of_weeks_ago_gives_way_to_none_of_these_days(opening: str, day: str) -> None:
    """Where the lead's day is of weeks ago it stays the news's: these days may be those of a funeral, a search, or of telling."""
    assert main_day(f"Mill news\n\n6 March 2026\n\n{opening}\n") == day


@pytest.mark.parametrize(
    "opening",
    [
        "Spain have beaten France to meet Italy in Sunday's final.",
        "Ann Lee has beaten two rivals to run in Thursday's by-election.",
        "Harl has beaten injury to play in Saturday's final.",
        "The club has lost Saturday's opponent to injury.",
        "The firm has won Saturday's rights.",
        "Ann Lee has lost Thursday's by-election bid in court.",
        "Ann Lee has won Thursday's by-election debate.",
    ],
)
def test_a_win_on_the_way_to_an_event_does_not_make_it_past(opening: str) -> None:
    """What has been won or lost before an event says nothing of it: its day stays open."""
    assert main_day(f"News\n\n20 November 2026\n\n{opening}\n") is None


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("The mayor has declared Sunday a day of mourning for those who died when a barge sank on Tuesday.", "Tuesday"),
        ("The mayor has declared Sunday a day of mourning. A barge sank last month.", "Sunday"),
        ("The mayor will declare Sunday a day of mourning for those who died when a barge sank on Tuesday.", "Sunday"),
        ("The office has fined the mill. A barge sank on 4 February. Its head announced the fine on Tuesday.", "Tuesday"),
        ("The office has fined the mill. A barge sank on 4 February. Its head was seen on Tuesday.", "4 February"),
        ("The office has fined the mill. A barge sank on 4 February. Its head had announced a fine on Tuesday.", "4 February"),
        ("The office fined the mill on 4 February. Its head announced the fine on Tuesday.", "4 February"),
        ("The office will fine the mill. A barge sank on 4 February. Its head announced the fine on Tuesday.", "4 February"),
    ],
)  # fmt: skip
def test_what_has_happened_has_no_day_to_come(opening: str, day: str) -> None:
    """Where the lead says what has happened, a day of the last week comes before one to come, and that of deciding it before the days of its causes."""
    assert main_day(f"Mill news\n\n6 March 2026\n\n{opening}\n") == day


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Flour prices rose 3.5 per cent in the December quarter, the office said on Tuesday.", "the December quarter"),
        ("Flour prices in Leeds fell in January, the office said on Tuesday.", "January"),
        ("Flour prices rose 3.5 per cent for the December quarter, the office said on Tuesday.", "Tuesday"),
        ("Flour prices rose 3.5 per cent in 2025, the office said on Tuesday.", "Tuesday"),
        ("Flour prices will rise in April, the office said on Tuesday.", "Tuesday"),
        ("Flour prices rose after a strike in January, the millers said on Tuesday.", "Tuesday"),
        ("Flour prices fell as a new mill opened in January, the office said on Tuesday.", "Tuesday"),
        ("Flour sales fell following a recall in January, the office said on Tuesday.", "Tuesday"),
        ("Flour prices rose on Monday, after they fell in January.", "Monday"),
        ("The mill closed in January, its owner said on Tuesday.", "Tuesday"),
        ("The mill raised its forecast on Tuesday after sales rose 22 per cent in the December quarter.", "Tuesday"),
    ],
)
def test_a_figure_is_of_the_period_in_which_it_rose(lead: str, day: str) -> None:
    """The quarter or month in which a figure rose or fell comes before the day on which that was only told; not the year, nor the period of a firm's result."""
    assert main_day(f"Mill news\n\n6 March 2026\n\n{lead} Bakers shrugged.\n") == day


def test_what_a_later_sentence_tells_of_the_news_aside_is_its_day() -> None:
    """An aside in the lead is of something older, but one on the lead's own matter further down gives its day."""
    assert (
        main_day(
            "Mill news\n\n6 March 2026\n\nA judge has shut the mill. The order, which was signed on Thursday, is final.\n"
        )
        == "Thursday"
    )


def test_in_an_obituary_it_is_the_day_of_the_death() -> None:
    """Of somebody who has died the days of the life come first in the text, and that of the death counts."""
    text = "Gwen Lee, who has died aged 94, kept the gates.\n\nOn 2 May she was still there. Her husband died on 20 May. She died on 27 May at home. The funeral is on 3 June.\n"
    assert main_day(f"Gwen Lee\n\n29 May 2026\n\n{text}") == "27 May"


@pytest.mark.parametrize(
    ("story", "day"),
    [
        ("Gwen Lee, who has died aged 94, kept the gates. She left on 2 May.\n\nGwen Lee, keeper, born 3 June 1931; died 27 May 2026", "27 May 2026"),
        ("When the train was late, people rang Gwen.\n\nGwen Lee, who has died aged 94, kept the gates to 2 May.\n\nShe died at home on 27 May.", "27 May"),
        ("Gwen Lee, who has died aged 94, kept the gates to “2 May. No later.”\n\nShe died at home on 27 May.", "27 May"),
        ("A bus hit a wall on 2 May. One of the hurt has died. She died on 27 May.", "2 May"),
        ("Gwen Lee, who has died aged 94, kept the gates. The critic Hans Ott died in a crash on 20 May. She fell ill on 26 May and died on 27 May.", "27 May"),
    ],
)  # fmt: skip
def test_the_day_of_the_death_may_stand_in_the_last_line(story: str, day: str) -> None:
    """That somebody has died may be said behind a scene, and the day in the line below the story."""
    assert main_day(f"Gwen Lee\n\n29 May 2026\n\n{story}\n") == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("The bars have a best-before date of 3 June 2026, the agency said on Tuesday.", "Tuesday"),
        ("The bars with use-by dates from 3 to 19 June are unsafe, the agency said on Tuesday.", "Tuesday"),
        ("The bars were recalled on 3 March, the agency said on Tuesday.", "3 March"),
    ],
)
def test_the_day_by_which_it_is_to_be_eaten_is_not_that_of_the_news(opening: str, day: str) -> None:
    """A date on a label is none of the news; a day on which something was done is."""
    assert main_day(f"Oat bars recalled\n\n4 March 2026\n\n{opening}\n") == day


@pytest.mark.parametrize(
    ("lead", "second", "day"),
    [
        ("Farmers may earn more by a plan shown this week.", "They were told of it on Tuesday.", "Tuesday"),
        ("Farmers may earn more by a plan shown this week.", "They will be told of it on Saturday.", "this week"),
        (
            "The clinic has said sorry to a farmer.",
            "He died on 7 May last year. A hearing on Monday blamed it.",
            "Monday",
        ),
        (
            "The clinic said sorry to a farmer.",
            "He died on 7 May last year. She wept, his aunt told it on Monday.",
            "7 May last year",
        ),
        (
            "A firm recalls all its bars.",
            "It widens a recall it issued last Friday. It found the cause on Tuesday.",
            "Tuesday",
        ),
        (
            "A firm recalls all its bars.",
            "It issued a recall last Friday. It found the cause on Tuesday.",
            "last Friday",
        ),
    ],
)
def test_a_nearer_day_comes_before_one_long_past_or_wider(lead: str, second: str, day: str) -> None:
    """A week gives way to its day that is told next, and what is long past, or tells which thing is meant, to a day of the last week."""
    assert main_day(f"Fire\n\n12 November 2026\n\n{lead}\n\n{second}\n") == day


@pytest.mark.parametrize(
    ("lead", "second", "day"),
    [
        ("The council said this week that it would shut a library.", "A man drowned in a lake on Monday.", "this week"),
        ("A bank said this week that it would cut jobs.", "Its rival opened a branch on Monday.", "this week"),
        ("A plan to shut a library was shown this week.", "Readers had been told on Monday it was safe.", "this week"),
        ("A plan to shut a library was shown this week.", "Readers saw it on Monday in a hall.", "Monday"),
        ("A plan to shut a library was shown this week.", "The plan came to readers on Monday.", "Monday"),
        ("A plan to shut a library was shown this week.", "The town's team came home on Monday.", "this week"),
        (
            "A firm widened a recall it issued last Friday to all bars.",
            "A court jailed a rival's chief on Tuesday.",
            None,
        ),
        ("A firm widened a recall it issued last Friday to all bars.", "A shopper fell ill on Saturday.", None),
        ("A firm widened a recall it issued last Friday to all bars.", "The recall grew on Tuesday.", "Tuesday"),
        (
            "A firm said sorry to a farmer. He died on 7 May last year.",
            "An inquest on Monday heard that he fell.",
            "Monday",
        ),
        ("A firm said sorry to a farmer. He died on 7 May last year.", "A baker fell on Monday.", "7 May last year"),
    ],
)
def test_a_day_gives_way_only_to_one_of_the_same_thing(lead: str, second: str, day: str | None) -> None:
    """A week or a day that tells which thing is meant gives way to the day of a sentence that takes up what was told, not to another event's; the day of a thing that is meant is none itself."""
    assert main_day(f"Fire\n\n12 November 2026\n\n{lead} {second} Ash wept.\n") == day


@pytest.mark.parametrize(
    ("opening", "late", "day"),
    [
        ("Two women saw a comet on 13 January last year.", "Their letters came out in a journal on Monday.", "Monday"),
        (
            "Two women saw a comet on 13 January last year.",
            "It was dust, a priest said on Monday.",
            "13 January last year",
        ),
        (
            "Two women saw a comet on 13 January last year.",
            "The letters lay in a hall since Monday.",
            "13 January last year",
        ),
        (
            "Two women saw a comet on 13 January last year.",
            "The letters came out on Tuesday last week.",
            "13 January last year",
        ),
        (
            "The comet that was seen on 13 January last year is dust, a priest said on Monday.",
            "The hall was shut on Tuesday.",
            "Monday",
        ),
        ("Two women saw a comet on 23 February.", "Their letters came out in a journal on Monday.", "23 February"),
        ("Two women saw a comet.", "Their letters came out in a journal on Wednesday.", "Wednesday"),
        ("Two women saw a comet.", "Their letters came out in a journal on Monday.", None),
        ("Two women saw a comet.", "It was dust, a priest said on Wednesday.", None),
        ("Two women saw a comet.", f"{'It had a tail. ' * 3}Their letters came out on Wednesday.", None),
    ],
)
def test_a_day_of_the_last_week_comes_before_one_long_past(opening: str, late: str, day: str | None) -> None:
    """What an article tells of more than a month ago is not its news where its first ten sentences tell of a day of the last week on which something was done; where the news names no date, one of the last two days is it."""
    between = (
        "They drew it on a door. It was as red as rust. Ash fell. No dog barked. A cow was lost. The door was kept."
    )
    assert main_day(f"Mill news\n\n12 March 2026\n\n{opening} {between} {late}\n") == day


@pytest.mark.parametrize(
    ("story", "day"),
    [
        ("The mill has taken the bid. It employs nine men.\n\nIts owners will vote on 14 March.", None),
        ("The mill was sold for nine pounds. It employs nine men.\n\nIts owners will vote on 14 March.", None),
        ("The mill will close for good. It employs nine men.\n\nIts owners will vote on 14 March.", "14 March"),
        ("On most mornings, long before the geese have begun, Ann Lee walks to the mill.\n\nShe leaves it on 14 March.", "14 March"),
        ("The mill has taken the bid. It employs nine men.\n\nIts owners met on 4 March.", "4 March"),
    ],
)  # fmt: skip
def test_what_is_to_come_is_not_when_it_happened(story: str, day: str | None) -> None:
    """Where the lead tells without a day what has been done, a day ahead that a later sentence names is of something else: the day of the news is open."""
    assert main_day(f"Mill news\n\n6 March 2026\n\n{story}\n") == day
