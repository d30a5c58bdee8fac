"""Cards of articles that are this project's own inventions, some in other scripts."""

from __future__ import annotations

from functools import cache

from summarize.card import Card
from summarize.pipeline import pipeline_for
from summarize.reading import read_text
from summarize.settings import Settings

PLANT = """\
LEEDS, January 14 2026 (Post) - The council approved a nuclear power station at Holm on Wednesday.

"We will build it, and nuclear power will pay for the school," said Ann Lee, the mayor of Leeds.

"It is the wrong place," Bob Marsh, a farmer, said.
"""
LATER = """\
HOLM, February 3 2026 (Herald) - Work on the power station began on Tuesday.

"The nuclear question is settled," said Ann Lee, the mayor of Leeds.

"José Núñez stays our engineer," Bob Marsh said.
"""
TEXTS = {"plant": ("Leeds Post", "2026-01-14", PLANT), "later": ("Morning Herald", "2026-02-03", LATER)}


@cache
def cards() -> tuple[Card, ...]:
    """A card of each text, by the built-in engine."""
    pipeline = pipeline_for(Settings(nlp="off", engine="extractive"))
    made = []
    for name, (outlet, published, text) in TEXTS.items():
        article = read_text(text, f"{name}.txt", published).article
        made.append(pipeline.card(article.model_copy(update={"publisher": outlet})))
    return tuple(made)
