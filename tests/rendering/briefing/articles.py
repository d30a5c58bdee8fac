"""Invented articles that the sample briefings are made of."""

from __future__ import annotations

from summarize.article import article_id
from summarize.briefing import BriefedArticle, Cite

FIRE = """\
Rope works fire in Hamnøy: 41 people treated

HAMNØY, 20 November 2026 — Forty-one people were treated for smoke after a fire at the old rope works in Hamnøy on Thursday \
night, the county hospital said. Fire crews from three towns worked until dawn.

“We heard the roof before we saw it,” said Ada Lund, mayor of Hamnøy. “Then the whole quay was lit.”

The fire began in a workshop on the first floor, according to the police. About 120 people were in the building for a concert. \
The rope works opened in 1904 and has been a concert hall since 1998.

The police will question the hall's manager, Jonas Brekke, on 24 November. The quay stays closed until 30 November.
"""

FIRE_TOO = """\
Dozens hurt as concert hall burns

At least 38 people were treated after a fire in Hamnøy's rope works, the fire service said on Friday morning. The fire started in \
the kitchen, a guard told this newspaper.

“Then the whole quay was lit,” Lund told reporters. Damage is put at 11 million kroner.
"""

FIRE_COPY = """\
Forty-one people were treated for smoke after a fire at the old rope works in Hamnøy on Thursday night, the county hospital said. \
Fire crews from three towns worked until dawn.
"""

FERRY = """\
Skerry keeps its night ferry

SKERRY, 20 November 2026 — The harbour council of Skerry voted by 9 to 4 on Friday to keep the night ferry to Hamnøy running until \
March. The line carries about 180 people a night – most of them shift workers, it says.

The council meets again on 4 December to decide who pays.
"""

WATER = """\
Reservoir notice

The Aldern reservoir is at 62 per cent of its capacity, the water board said on Friday.
"""

FIRE_BEFORE = """\
Fire at Hamnøy rope works

Seven people were treated for smoke after a fire at the rope works in Hamnøy, the police said late on Thursday.
"""

STRIKE_BEFORE = """\
Bakers in Aldern end their strike

Bakers in Aldern went back to work on Wednesday after eleven days.
"""

LIBRARY = """\
Library opens on Sundays

The library in Aldern will open on Sundays from January, its director, Mette Sand, said.
"""

_TEXTS = (FIRE, FIRE_TOO, FIRE_COPY, FERRY, WATER, LIBRARY, FIRE_BEFORE, STRIKE_BEFORE)


def articles() -> tuple[BriefedArticle, ...]:
    """Eight: on the web and in a file, a copy, one with an address of another host, two of the day before."""
    known: tuple[dict[str, object], ...] = (
        {
            "source": "https://quay.example/2026/11/20/rope_works?edition=coast&copy=1",
            "url": "https://quay.example/2026/11/20/rope_works",
            "title": "Rope works fire in Hamnøy: 41 people treated",
            "publisher": "Quay Gazette",
            "authors": ("Marit Voll", "Tom Eide"),
            "published": "2026-11-20T06:40:00+01:00",
            "modified": "2026-11-20T09:05:00+01:00",
            "language": "en",
        },
        {
            "source": "https://www.skerry.example/news/38-hurt",
            "url": "https://elsewhere.example/news",
            "title": "Dozens hurt as concert hall burns",
            "publisher": "Skerry Post",
            "published": "2026-11-20",
            "paywalled": True,
            "language": "en",
        },
        {
            "source": "https://coastwire.example/a/991#top",
            "title": "Forty-one treated after fire",
            "publisher": "Coast Wire",
            "published": "2026-11-20",
            "agency": "NTB",
            "copy_of": 1,
        },
        {
            "source": "inbox/ferry.eml",
            "url": "https://fjordradio.example/ferry",
            "title": "Skerry keeps its night ferry",
            "publisher": "Fjord Radio",
            "authors": ("Per Aas",),
            "published": "2026-11-20",
            "language": "nb",
        },
        {"source": "/home/desk/notices/reservoir.txt", "title": "Reservoir notice"},
        {"source": "https://aldern.example/library", "title": "Library opens on Sundays", "published": "2026-11-20"},
        {
            "source": "https://quay.example/2026/11/19/fire",
            "title": "Fire at Hamnøy rope works",
            "publisher": "Quay Gazette",
            "published": "2026-11-19",
            "earlier": "2026-11-19",
        },
        {
            "source": "strike.txt",
            "title": "Bakers in Aldern end their strike",
            "publisher": "Aldern Times",
            "published": "2026-11-18",
            "earlier": "2026-11-19",
        },
    )
    return tuple(
        BriefedArticle.model_validate({"number": number, "id": article_id(text), "text": text, **fields})
        for number, (text, fields) in enumerate(zip(_TEXTS, known, strict=True), start=1)
    )


def at(number: int, words: str, occurrence: int = 1) -> Cite:
    """The citation of the given occurrence of `words` in article `number`."""
    text = _TEXTS[number - 1]
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Cite(article=number, start=start, end=start + len(words), text=words)
