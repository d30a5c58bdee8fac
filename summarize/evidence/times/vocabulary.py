"""The closed word lists of English time expressions. Every key is lower case."""

from __future__ import annotations

from typing import Final


def words(text: str) -> frozenset[str]:
    """The words of a list in which they are separated by spaces."""
    return frozenset(text.split())


MONTHS: Final[dict[str, int]] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
SHORT_MONTHS: Final = words("jan feb mar apr jun jul aug sep sept oct nov dec")
# Months that are also verbs, given names or adjectives: without a number beside them they need a preposition.
NAMELIKE_MONTHS: Final = words("march april may june august")

WEEKDAYS: Final[dict[str, int]] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SHORT_WEEKDAYS: Final = words("mon tue tues wed thu thur thurs fri sat sun")
# "Black Friday" and "Super Tuesday" are events whose day these rules do not know; "Sheffield Wednesday" is a club.
NAMED_WEEKDAYS: Final = words(
    "black palm bloody ash super cyber maundy shrove fat whit giving sheffield manic orthodox casual gun holy red "
    "ruby takeover freaky good easter news"
)
# "Sunday Times", "Friday Night Lights": a title, not a day, when capitalised after the weekday.
TITLE_AFTER_WEEKDAY: Final = words("times telegraph night mail mirror express herald tribune post people sun business")

UNITS: Final[dict[str, str]] = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "weekend": "weekend", "month": "month",
    "months": "month", "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year",
    "decade": "decade", "decades": "decade", "fortnight": "fortnight", "night": "day", "nights": "day",
}  # fmt: skip
SEASONS: Final = words("spring summer autumn fall winter")
DAY_PARTS: Final = words("morning afternoon evening night")
DAY_WORDS: Final[dict[str, int]] = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

CARDINALS: Final[dict[str, int]] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
ORDINALS: Final[dict[str, int]] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip

# Only names that mean one offset in news from anywhere; IST, CST, BST, AST and "ET" do not, and stay local.
ZONES: Final[dict[str, str]] = {
    "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "mst": "-07:00", "mdt": "-06:00", "pdt": "-07:00",
    "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "jst": "+09:00",
    "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00", "hkt": "+08:00",
    "sgt": "+08:00", "pkt": "+05:00", "sast": "+02:00",
    "et": "", "ct": "", "mt": "", "pt": "", "bst": "", "ist": "", "cst": "", "pst": "", "ast": "", "cdt": "",
}  # fmt: skip

# Hyphen, en and em dash, and the other hyphens and minus that typesetters use.
DASHES: Final = frozenset("-\u2013\u2014\u2010\u2011\u2012\u2212")
APOSTROPHES: Final = frozenset("'\u2019\u2018`")
RANGE_WORDS: Final = words("to through until till thru")
EDGES: Final = words("end beginning start middle close rest remainder course turn outset half")
LEANINGS: Final = words("early late mid earlier later")
# "more than three years ago" is not a date.
VAGUE: Final = words("about around nearly almost over some roughly approximately than least exceeding under approx")
DETERMINERS: Final = words("the a an its his her their our my your this that 's s")
# What may stand before a bare year.
YEAR_PREPOSITIONS: Final = words(
    "in since until till by before after during from through of circa for early late mid fiscal calendar year years "
    "versus vs as pre post season seasons around spring summer autumn fall winter between earlier later to"
)
MONTH_PREPOSITIONS: Final = words(
    "in since until till by before after during from through last next this early late mid each for between to and "
    "as earlier later past on"
)
# Capitalised words after which a year names one edition: "the World Cup 2026".
EVENT_WORDS: Final = words(
    "olympics olympic games cup euro conference summit expo festival forum championship championships awards open "
    "eurovision biennale congress convention convention election elections tour budget agenda vision"
)
# Nouns that make the number before them a count even where they are no plural in -s.
COUNTED: Final = words(
    "people men women children staff personnel police troops cattle sheep fish feet metric hectares homes jobs "
    "kilometres kilometers metres meters miles km kg mw gw mph hp tonnes tons barrels megawatts units copies dollars "
    "euros pounds rupees yuan yen crore lakh million billion trillion thousand hundred percent per cent points "
    "votes seats deaths cases employees workers soldiers students members residents vehicles aircraft vision"
)

# Future: the first of these met on the way from a date decides. "May" the month is never among them (lower case only).
FUTURE: Final = words(
    "will ll shall would could may might should must scheduled due slated expected planned upcoming forthcoming "
    "visit host face play travel takes meets faces "
    "continues leaves returns resumes arrives travels flies departs follows concludes "
    "opens begins starts expires ends kicks reopens resumes launches closes goes plays hosts deadline "
    "preparation preparations gonna if tomorrow anticipated projected poised"
)
# These look forward only with "to" behind them: "agreed to", "plans to", "is set to".
INTENT: Final = words(
    "plan plans hopes hope aims aim intends intend wants want vowed vows pledged pledges promised promises agreed "
    "agrees decided decides proposed proposes set wanted hoped planned aimed intended likely expects expect expecting "
    "planning hoping going about ready due scheduled expected prepared preparing seeks sought is are was were committed"
)
# Verb helpers that turn a participle into the future: "will be held", "to be announced".
FORWARD_HELPERS: Final = words("will ll shall would to may might could should can must")
BETWEEN_HELPERS: Final = words(
    "be stay remain keep also not now then have only first again soon finally officially formally"
)

# What asks somebody for something, which is then "to" do it: "asked drivers to stay off the road from Saturday".
ASKING: Final = words(
    "ask asked asks tell told urge urged urges order ordered orders warn warned warns advise advised invite invited call called calls"
)
ASKED: Final = words("asked told urged ordered warned advised invited called")
# The past forms among INTENT: "Roth on Thursday agreed to", said of the day before them.
RESOLVED: Final = words(
    "vowed pledged promised agreed decided proposed committed sought planned aimed intended wanted hoped"
)
# A year that a government or company counts for itself.
FISCAL: Final = words("fiscal financial")

PAST: Final = words(
    "was were had did said told met held won lost fell rose took made gave went came saw left began led ran sent "
    "spoke wrote became got found kept brought built bought sold paid hit struck cut put drew grew flew knew threw "
    "shot beat broke chose caught fought taught thought stood understood heard felt spent set shut read let quit "
    "died killed fled shook sank sang swore tore wore woke withdrew overcame overtook sought lent lay laid lit "
    "been done given taken seen shown known written begun broken fallen risen grown spoken chosen driven stolen "
    "sworn ago according born drove rode hid forbade froze slid stuck swept swung spread split cost "
    "closed dealt dug fed hung meant slept undertook voted wound underwent undid outlined forecast wed"
)
# Words in -ed that are no past tense.
NOT_PAST: Final = words(
    "need needed indeed speed feed seed bed red hundred united unprecedented exceed proceed succeed "
    "breed deed weed sacred naked rugged wicked limited proposed armed aged related based "
    "unmanned shed embed medicated dated weighted detailed noted renewed supposed concerned"
)
BUSINESS: Final = words(
    "profit profits revenue revenues sales earnings shares growth gdp economy economic results analysts net loss "
    "losses income inflation output exports imports deliveries production forecast guidance company bank investors "
    "market fiscal prices foreclosures spending orders contracted expanded earned economists unemployment business "
    "plants billion million quarterly shareholders dividend"
)
