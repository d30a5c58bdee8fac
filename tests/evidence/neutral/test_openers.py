"""The little word that opens a sentence has a capital as well, and is no part of the name behind it."""

import pytest

from summarize.article import Article
from summarize.evidence.find import find


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("da", "Men Anna Berg sagde: ”Vi åbner broen igen i morgen tidlig.”", "Anna Berg"),
        ("de", "Aber Anna Berg sagte: „Wir öffnen die Brücke morgen früh wieder.“", "Anna Berg"),
        ("es", "Pero Ana Vidal dijo: «Abriremos el puente mañana por la mañana».", "Ana Vidal"),
        ("fr", "Mais Anne Leduc a déclaré : « Nous rouvrirons le pont demain matin. »", "Anne Leduc"),
        ("id", "Namun Ana Wijaya mengatakan: “Kami akan membuka jembatan itu besok pagi.”", "Ana Wijaya"),
        ("it", "Ma Anna Vitale ha detto: «Riapriremo il ponte domani mattina».", "Anna Vitale"),
        ("nl", "Maar Anna Berg zei: „Wij openen de brug morgenochtend weer.”", "Anna Berg"),
        ("pl", "Ale Anna Nowak powiedziała: „Otworzymy most jutro rano.”", "Anna Nowak"),
        ("pt", "Mas Ana Vidal disse: “Vamos reabrir a ponte amanhã de manhã”.", "Ana Vidal"),
        ("ro", "Dar Ana Popescu a declarat: „Vom redeschide podul mâine dimineață.”", "Ana Popescu"),
        ("ru", "Но Анна Петрова сказала: «Мы откроем мост завтра утром».", "Анна Петрова"),
        ("sv", "Men Anna Berg sade: ”Vi öppnar bron igen i morgon bitti.”", "Anna Berg"),
        ("tr", "Ama Ayşe Demir “Köprüyü yarın sabah yeniden açacağız” dedi.", "Ayşe Demir"),
        ("uk", "Але Анна Петренко сказала: «Ми відкриємо міст завтра вранці».", "Анна Петренко"),
    ],
)
def test_but_is_no_part_of_a_name(language: str, text: str, speaker: str) -> None:
    """“But Anna Berg said” names Anna Berg, in every language that writes names with capitals."""
    (quotation,) = find(Article(text=text, language=language)).quotations
    assert quotation.speaker == speaker
