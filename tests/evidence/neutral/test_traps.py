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


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "Selon la veuve du maire, Paul Lenoir, « personne ne nous a aidés ».", "la veuve"),
        ("fr", "Selon l’avocate du tueur présumé, Paul Lenoir, « rien n’est prouvé ».", "l’avocate"),
        ("fr", "Selon la fille de l’accusé, Paul Lenoir, « rien n’est prouvé ».", "la fille"),
        ("fr", "Selon la veuve, Paul Lenoir, « personne ne nous a aidés ».", "la veuve"),
        ("fr", "Selon la directrice générale, Anne Morel, « rien n’est prouvé ».", "Anne Morel"),
        ("es", "Según la madre del detenido, Juan Ruiz, «nadie nos ha llamado».", "la madre"),
        ("es", "Según la viuda del Presidente, Juan Ruiz, «nadie nos ha llamado».", "la viuda"),
        ("es", "Según la alcaldesa de Sevilla, Ana Ruiz, «nadie nos ha llamado».", "Ana Ruiz"),
        ("it", "Secondo il legale dell’accusato, Paolo Neri, «nessuno ci ha chiamati».", "il legale"),
        ("it", "Secondo il sindaco, Paolo Neri, «nessuno ci ha chiamati».", "Paolo Neri"),
        ("pt", "Segundo a viúva do prefeito, João Prado, «ninguém nos chamou».", "a viúva"),
        ("nl", "Volgens de weduwe van de burgemeester, Jan Smit, “heeft niemand gebeld”.", "de weduwe"),
        ("nl", "Volgens de burgemeester van Gent, Jan Smit, “heeft niemand gebeld”.", "Jan Smit"),
    ],
)
def test_a_name_behind_two_people_is_not_the_speakers(language: str, text: str, speaker: str) -> None:
    """A name between commas behind "according to" tells who a description of one person is; behind one of two, or of a woman before a man's name, it does not."""
    (quotation,) = find(Article(text=text, language=language, published="2026-11-24")).quotations
    assert quotation.speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Le conseil, qui débat vendredi du budget de la ville, a rejeté le plan.", None),
        ("es", "El pleno, que debate el viernes el presupuesto municipal, rechazó el plan.", None),
        ("nl", "Zijn dochter, die in maart een winkel in Breda opende, wil de naam behouden.", None),
        ("de", "Bei dem Unfall, der sich am Freitag auf der B3 ereignete, starb ein Mann.", "2026-11-20"),
        ("de", "Die Brücke wird, so der Rat, am Freitag geöffnet werden.", "2026-11-27"),
    ],
)
def test_a_clause_of_its_own_has_not_the_tense_of_another(language: str, text: str, day: str | None) -> None:
    """A day in a clause of some length behind another does not lie as the verb of that other tells, where its own verb is not known."""
    assert find(Article(text=text, language=language, published="2026-11-24")).times[0].start == day


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("de", "Die Gewerkschaft rief für Mittwoch, Donnerstag und Freitag zum Streik auf.", (None, None, None)),
        ("es", "El sindicato ha convocado paros para el jueves y el viernes.", (None, None)),
        ("fr", "Le syndicat a appelé à la grève pour jeudi et vendredi.", (None, None)),
        ("nl", "De bond had voor donderdag en vrijdag acties aangekondigd.", (None, None)),
        ("de", "Am Donnerstag und Freitag fuhr kein Zug.", ("2026-11-19", "2026-11-20")),
        ("de", "Für Montag war Regen gemeldet, und am Dienstag schien die Sonne.", (None, "2026-11-24")),
    ],
)
def test_a_day_joined_to_one_that_is_open_is_open(language: str, text: str, days: tuple[str | None, ...]) -> None:
    """What leaves a weekday open leaves open those that a comma or "and" joins to it, and no day of another clause."""
    assert (
        tuple(time.start for time in find(Article(text=text, language=language, published="2026-11-24")).times) == days
    )


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "La piscine ferme vendredi, a annoncé la mairie.", None),
        ("es", "El museo abre el viernes, según informó el ayuntamiento.", None),
        ("it", "Il referendum potrebbe tenersi il 14 febbraio, ha detto il sindaco.", None),
        ("de", "Ein Entscheid könnte am 14. Februar stattfinden, wie der Kreis in Kiel mitteilte.", None),
        ("fr", "La piscine a fermé vendredi, a annoncé la mairie.", "2026-11-20"),
        ("es", "Dos hombres murieron el sábado y un tercero resultó herido, informó la policía.", "2026-11-21"),
        ("fr", "La grève dure jusqu’à mercredi, a dit le syndicat.", "2026-11-25"),
    ],
)
def test_who_says_it_at_the_end_tells_no_tense(language: str, text: str, day: str | None) -> None:
    """The past of "said" at the end of a sentence does not make its day past; a verb of what is said does."""
    (time,) = find(Article(text=text, language=language, published="2026-11-24")).times
    assert time.start == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Lundi, a dit le maire, le pont ouvre."),
        ("fr", "Lundi, a dit le maire, le pont est fermé."),
        ("fr", "La piscine ferme lundi, a dit le maire qui rouvrira le pont."),
        ("es", "El puente cierra el lunes, anunció el alcalde que lo inaugurará."),
        ("de", "Am Montag, so sagte der Rat, kommt die Brücke weg."),
        ("de", "Am Montag, sagte der Rat, habe niemand gefragt, man werde das prüfen."),
        ("de", "Am Montag, sagte der Mann, der am Freitag ging, wird er klagen."),
        ("de", "Am Montag, sagte der Rat, wird der Platz gesperrt, der seit 2019 gepflastert wurde."),
        ("ru", "В понедельник, сказал мэр, мост откроют."),
    ],
)
def test_the_past_of_who_says_it_is_not_the_days(language: str, text: str) -> None:
    """A day before whoever says it is not past because "said" is; it stays open unless all verbs outside what says it are to come."""
    assert find(Article(text=text, language=language, published="2026-11-24")).times[0].start is None


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Lundi, a dit le maire, le pont rouvrira.", "2026-11-30"),
        ("fr", "Lundi, a dit le maire que tous connaissent, le pont rouvrira.", "2026-11-30"),
        ("es", "El 3 de mayo, confirmó la ministra, llegarán las ayudas.", "2027-05-03"),
        ("es", "El lunes, como pidió el juez, se abrirá el puente.", "2026-11-30"),
        ("it", "Lunedì, ha detto il sindaco, il ponte riaprirà.", "2026-11-30"),
        ("nl", "Maandag, zei de burgemeester, gaat de brug weer open.", "2026-11-30"),
        ("de", "Am Montag, sagte der Bürgermeister, wird die Brücke wieder geöffnet.", "2026-11-30"),
        ("pt", "Na segunda-feira, disse o prefeito, a ponte reabrirá.", "2026-11-30"),
        ("ru", "В пятницу, сказал мэр, мост будет открыт.", "2026-11-27"),
    ],
)
def test_a_day_before_who_says_it_lies_as_the_verb_behind_tells(language: str, text: str, day: str) -> None:
    """A day that opens a sentence before whoever says it belongs to the clause behind that: "On Monday, said the mayor, it will …"."""
    (time,) = find(Article(text=text, language=language, published="2026-11-24")).times
    assert time.start == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Lundi, le maire a promis que la piscine rouvrira.", "2026-11-23"),
        ("fr", "Lundi, a annoncé la police, deux hommes ont été arrêtés.", "2026-11-23"),
        ("es", "20 de noviembre El lunes, la empresa anunció la línea que unirá las islas.", "2026-11-23"),
        ("pt", "Na segunda-feira, a prefeita disse que a ponte reabrirá.", "2026-11-23"),
    ],
)
def test_a_day_that_opens_a_sentence_has_the_verb_behind_it(language: str, text: str, day: str) -> None:
    """Where a clause that is only a day opens a sentence, its verb is that of the clause behind it, not that of a subordinate one."""
    assert find(Article(text=text, language=language, published="2026-11-24")).times[-1].start == day
