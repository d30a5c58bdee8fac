"""A briefing that says one and the same text in every field that can hold a text."""

from __future__ import annotations

from summarize.briefing import (
    Ahead,
    BriefedArticle,
    Briefing,
    Change,
    Cite,
    Coverage,
    Criterion,
    Disagreement,
    Figure,
    Indexed,
    Line,
    Made,
    Moment,
    Party,
    Reason,
    Side,
    Skipped,
    Story,
    StoryPlace,
    StoryQuote,
    Top,
)
from summarize.briefing.briefing import Length
from summarize.card import Usage

ADDRESSES = ("https://news.example/one?a=b&copy=1", "https://news.example/two#part")


def hostile(payload: str, length: Length = "all") -> Briefing:
    """Three articles, two of them on the web, and all sections. Past its checks: the forms hold whatever they are given."""
    known = {"title": payload, "publisher": payload, "authors": (payload,), "published": payload, "modified": payload}
    others = {"language": payload, "agency": payload, "earlier": payload, "paywalled": True, "copy_of": 1}
    articles = (
        BriefedArticle.model_validate({"number": 1, "id": "x", "source": ADDRESSES[0], "text": payload} | known),
        BriefedArticle.model_validate(
            {"number": 2, "id": "x", "source": payload, "url": ADDRESSES[1], "text": payload} | known | others
        ),
        BriefedArticle.model_validate(
            {"number": 3, "id": "x", "source": payload, "url": payload, "text": payload} | known
        ),
    )
    return Briefing.model_construct(
        schema_version="1.0",
        title=payload,
        date=payload,
        zone=payload,
        since=payload + "x",
        length=length,
        previous=payload,
        articles=articles,
        skipped=(Skipped(source=payload, reason=payload),),
        top=(Top(story=1, line=_line(1, payload)),),
        stories=(_story(1, payload), _story(2, payload)),
        full=1,
        quiet=(_story(3, payload),),
        ahead=(Ahead(story=1, moment=_moment(payload)),),
        index=(Indexed(name=payload, role=payload, kind="person", stories=(1,)),),
        criteria=(Criterion(name=payload, meaning=payload, weight=1),),
        watch=(payload, payload),
        warnings=(payload,),
        made=Made(
            created=payload,
            tool_version=payload,
            engine=payload,
            model=payload,
            nlp=payload,
            prompt=payload,
            cards=1,
            usage=Usage(requests=1),
            seconds=0,
        ),
    )


def _cite(number: int, payload: str) -> Cite:
    return Cite(article=number, start=0, end=len(payload), text=payload)


def _line(number: int, payload: str) -> Line:
    return Line(text=payload, support="judged", evidence=(_cite(number, payload),))


def _moment(payload: str) -> Moment:
    return Moment(
        evidence=(_cite(2, payload),),
        start=payload,
        end=payload + "x",
        precision="day",
        words=payload,
        what=_line(2, payload),
    )


def _story(number: int, payload: str) -> Story:
    every = (_cite(1, payload), _cite(2, payload), _cite(3, payload))
    figure = Figure(
        evidence=every,
        about=payload,
        value=payload,
        amount=None,
        unit=payload,
        bound="least",
        attributed_to=payload,
        as_of=payload,
        line=_line(3, payload),
    )
    change = Change(
        kind="updated",
        since=payload,
        about=payload,
        before=_line(3, payload),
        now=_line(1, payload),
        values=(payload, payload),
    )
    side = Side(value=payload, figures=(figure,), lines=(_line(1, payload), _line(3, payload)))
    return Story(
        number=number,
        key=payload,
        headline=_line(1, payload),
        lede=_line(2, payload),
        facts=(_line(3, payload),),
        places=(StoryPlace(name=payload, country=payload, evidence=every),),
        date=_moment(payload).model_copy(update={"what": None}),
        figures=(figure,),
        disagreements=(Disagreement(about=payload, kind="figure", sides=(side, side)),),
        quotes=(StoryQuote(text=payload, speaker=payload, role=payload, cue=payload, evidence=every, also=every),),
        people=(
            Party(name=payload, role=payload, kind="person", mentions=1, aliases=(payload, payload), evidence=every),
        ),
        timeline=(_moment(payload),),
        background=(_line(1, payload),),
        ahead=(_moment(payload),),
        articles=(1, 2, 3),
        coverage=Coverage(articles=3, outlets=3, independent=3, agencies=(payload,)),
        changes=(change, change.model_copy(update={"kind": "corrected"})),
        scores={payload: 0.5},
        reasons=(Reason(articles=(1, 2), score=0.5, shared=(payload, payload)),),
        warnings=(payload,),
    )
