"""Rules of times of day in running text."""

from __future__ import annotations

import pytest

from summarize.text.dates.clocks import clock
from summarize.text.dates.expressions import Clock
from summarize.text.pieces import Pieces


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("at 09:30 on", ("09:30", "09:30")), ("09:30 on", None), ("near 09:30", None), ("at 9.30 on", None), ("at 9.30am on", ("09:30", "9.30am")),
        ("9am on", ("09:00", "9am")), ("9 am on", ("09:00", "9 am")), ("9 a.m. on", ("09:00", "9 a.m.")), ("9 a.m on", ("09:00", "9 a.m")),
        ("9 a. m. on", None), ("9 a.m", ("09:00", "9 a.m")), ("9 a.m.", ("09:00", "9 a.m.")), ("9 a .m.", None), ("12 am", ("00:00", "12 am")),
        ("12:59 am", ("00:59", "12:59 am")), ("12 pm", ("12:00", "12 pm")), ("1 pm", ("13:00", "1 pm")), ("13 pm", None), ("0 am", None), ("at 24:00", None),
        ("at 23:59", ("23:59", "23:59")), ("at 23:60", None), ("at 00:00", ("00:00", "00:00")), ("at 123:45", None), ("at 12345 GMT", None),
        ("at 123 GMT", None), ("0930 GMT on", ("09:30Z", "0930 GMT")), ("0930 hrs", None), ("at 0930 on", None), ("at 0930 hrs on", ("09:30", "0930")),
        ("at about 0930 hrs", ("09:30", "0930")), ("about 0930 hrs", None), ("at 2400 GMT", None), ("at 2359 GMT", ("23:59Z", "2359 GMT")),
        ("at 2360 GMT", None), ("at 01.25 hrs on", ("01:25", "01.25 hrs")), ("at 01.25 on", None), ("at about 01.25 hrs", ("01:25", "01.25 hrs")),
        ("for 01.25 hrs", None), ("at 1 hrs", None), ("at 03h30 on", ("03:30", "03h30")), ("about 03h30", None), ("for 03h30", None),
        ("at about 03h30", ("03:30", "03h30")), ("at 03h3", None), ("at 03h300", None), ("at 03 h30", None), ("at 03h 30", None), ("at 03hxx", None),
        ("at 9:3 am", None), ("at 9:300 am", None), ("at 9: 30", None), ("at 9 :30", None), ("at 9:xx", None), ("at 9:30:15", None),
        ("at 9:30: 15", ("09:30", "9:30")), ("at 9:30 :15", ("09:30", "9:30")), ("at 9:30:x", ("09:30", "9:30")), ("$9 am", None), ("x9 am", None),
        ("/9 am", None), ("-9 am", ("09:00", "9 am")), (", 9 am", ("09:00", "9 am")), ("x 9 am", ("09:00", "9 am")),
        ("9 am (EST) on", ("09:00-05:00", "9 am (EST)")), ("9 am (EST on", ("09:00", "9 am")), ("9 am ( EST ) on", ("09:00-05:00", "9 am ( EST )")),
        ("9 am [EST]", ("09:00", "9 am")), ("10 CAT", None), ("9 am CAT on", ("09:00+02:00", "9 am CAT")), ("9:30 CAT", ("09:30+02:00", "9:30 CAT")),
        ("9.30 CAT", None), ("at 0930 CAT", ("09:30+02:00", "0930 CAT")), ("09:30 UTC+5 on", ("09:30+05:00", "09:30 UTC+5")),
        ("09:30 UTC+14 on", ("09:30+14:00", "09:30 UTC+14")), ("09:30 UTC+15 on", ("09:30Z", "09:30 UTC")),
        ("09:30 UTC-3 on", ("09:30-03:00", "09:30 UTC-3")), ("09:30 UTC+ on", ("09:30Z", "09:30 UTC")), ("09:30 UTC+x", ("09:30Z", "09:30 UTC")),
        ("09:30 GMT on", ("09:30Z", "09:30 GMT")), ("09:30 EST+5", ("09:30-05:00", "09:30 EST")), ("9:30 local time on", ("09:30", "9:30 local time")),
        ("9 local time on", ("09:00", "9 local time")), ("9:30 local", None), ("9:30 E", None), ("9:30 est", None),
        ("9:30 EST", ("09:30-05:00", "9:30 EST")), ("9-11 am on", ("09:00 to 11:00", "9-11 am")), ("11-1 pm", None), ("10-10 am", None),
        ("10-10:01 am", ("10:00 to 10:01", "10-10:01 am")), ("9 am-5 pm on", ("09:00 to 17:00", "9 am-5 pm")),
        ("9 to 11 am", ("09:00 to 11:00", "9 to 11 am")), ("9:00-10:30 on", ("09:00 to 10:30", "9:00-10:30")),
        ("at 9:00-10:30 on", ("09:00 to 10:30", "9:00-10:30")), ("9.00-10.30 GMT", None), ("between 9 and 10 am", ("09:00 to 10:00", "9 and 10 am")),
        ("from 9 and 10 am", None), ("9 am to 17:00 on", ("09:00 to 17:00", "9 am to 17:00")), ("9 am to 5 on", ("09:00", "9 am")),
        ("9 GMT to 10 on", ("09:00 to 10:00", "9 GMT to 10")), ("9 am to 5 pm EST on", ("09:00-05:00 to 17:00", "9 am to 5 pm EST")),
        ("between 9:30 and 10:30 GMT on", ("09:30Z to 10:30", "9:30 and 10:30 GMT")), ("9 am and 10 am", ("09:00", "9 am")), ("(9 am)", ("09:00", "9 am")),
        ("at 9:30 a.m. EST on", ("09:30-05:00", "9:30 a.m. EST")), ("at 9:30 hrs on", ("09:30", "9:30")), ("at 930 hrs", None), ("9:30pm", ("21:30", "9:30pm")),
        ("13-2 pm", None), ("2-13 pm", None), ("009 am", None), ("9 a.m .", ("09:00", "9 a.m")), ("at 9:30 Z", ("09:30", "9:30")),
        ("9:30 ET", ("09:30", "9:30 ET")), ("9:30 WET", ("09:30+00:00", "9:30 WET")), ("9:00-10:30 CAT", ("09:00+02:00 to 10:30", "9:00-10:30 CAT")),
        ("9.00-10 CAT", None), ("é9 am", None),
    ],
)  # fmt: skip
def test_a_time_of_day(text: str, told: tuple[str, str] | None) -> None:
    """Figures are a time of day that there is where am, pm, a zone, or minutes behind a preposition say so, and end with what says it; two of them with a dash are from one to a later one."""
    t = Pieces(text, 0, len(text))
    first = next(i for i in range(t.size) if t.is_number(i))
    found = clock(t, first)
    if found is None:
        assert told is None
        return
    said = found.expression
    assert isinstance(said, Clock)
    time = f"{said.time}{said.zone}{f' to {said.last}' if said.last else ''}"
    assert (time, text[t.starts[first] : t.ends[found.end - 1]]) == told
