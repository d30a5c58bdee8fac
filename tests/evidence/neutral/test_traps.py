"""Rules of who speaks where somebody else is named nearby: right, or nobody."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.evidence.find import find


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "Ayer la alcaldesa afirmó que Juan Paz «miente a todos».", "la alcaldesa"),
        ("es", "La alcaldesa afirmó que su rival, Juan Paz, «miente».", None),
        ("es", "El alcalde criticó a Pedro Gil, que dijo que «no hay dinero».", None),
        ("es", "El juez, que interrogó a Ana Ruiz, dijo que «no hay pruebas».", None),
        ("fr", "Paul Lenoir a remercié Anne Petit, qui a parlé d’un « geste rare ».", "Anne Petit"),
        ("it", "La madre di Carlo Bini ha raccontato che il figlio «dormiva».", None),
        ("de", "Gestern sagte die Bürgermeisterin, dass Paul Kern „allen etwas vormacht“.", "die Bürgermeisterin"),
        ("de", "Der Richter fragte Paul Kern, ob er „die Wahrheit“ kenne.", None),
        ("ru", "Журналист спросил у Ивана Петрова, правда ли, что мост «скоро рухнет».", None),
        ("es", "Marta Gil anunció que Luis Mora dejará el cargo. «Estoy cansado», dijo.", None),
        ("es", "El anuncio sorprendió a Luis Mora. «No sabía nada», dijo a este diario.", None),
    ],
)
def test_whoever_is_spoken_of_does_not_speak(language: str, text: str, speaker: str | None) -> None:
    """A name behind "that", in a relative clause, as an object, or beside the speaker's in the sentence before, is not given as the speaker."""
    (quotation,) = find(Article(text=text, language=language, published="2026-11-24")).quotations
    assert quotation.speaker == speaker
