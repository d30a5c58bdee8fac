"""Rules of what is found in articles that are not in English: right, or nothing."""

from __future__ import annotations

import pytest

from summarize.article import Article, article_id
from summarize.engines.extractive import ExtractiveEngine
from summarize.evaluation import packs
from summarize.evaluation.packs import examples, failures
from summarize.evidence.find import find
from summarize.evidence.neutral.dates import dates_in
from summarize.evidence.persons import languages_with_models
from summarize.evidence.syntax import load
from summarize.findings import Findings
from summarize.languages import basics as basics_module
from summarize.languages.identification import shown_language
from summarize.languages.loader import TableError
from summarize.languages.packs import FOLDER
from summarize.pipeline import Pipeline

from .articles import CASES, Case

ALL = pytest.mark.parametrize("case", CASES, ids=lambda case: case.language)


def _words(case: Case, findings: Findings) -> dict[str, str]:
    return {
        " ".join(case.text[part.start : part.end] for part in each.parts): each.kind for each in findings.quotations
    }


@ALL
def test_speech_and_nothing_else(case: Case) -> None:
    """Words in marks are given as speech where somebody says all of them; terms, and runs that hold words of attribution, are not."""
    found = _words(case, find(case.article))
    assert {words for words, kind in found.items() if kind != "words"} == set(case.said)
    assert set(case.unsaid) <= {words for words, kind in found.items() if kind == "words"}


@ALL
def test_speakers_by_the_basics_of_the_language(case: Case) -> None:
    """A speaker is whom a label or a verb of saying names, and nobody but speakers with a name is a participant."""
    findings = find(case.article)
    named = {
        (quotation.speaker, case.text[quotation.parts[0].start :][:20])
        for quotation in findings.quotations
        if quotation.speaker
    }
    expected = (*case.speakers, *case.described)
    assert len(named) == len(expected)
    assert all(
        any(name == speaker and words.startswith(begins) for name, words in named) for begins, speaker in expected
    )
    assert {person.name for person in findings.participants} == {speaker for _, speaker in case.speakers}


@ALL
def test_dates_right_or_open(case: Case) -> None:
    """A date without its year, and a weekday, have a value where tense decides, else none; doubtful figures are no dates."""
    times = find(case.article).times
    assert tuple((case.text[time.span.start : time.span.end], time.start) for time in times) == case.dates


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Die Brücke wird am 1. Dezember 9999 geschlossen."),
        ("de", "Die Brücke wird am Mittwoch, 1. Dezember 9999, geschlossen."),
        ("de", "Die Brücke wird vom 1. bis 5. Dezember 9999 geschlossen."),
        ("de", "Die Brücke wird im Dezember 9999 geschlossen."),
        ("de", "Die Brücke wird am 1.12.9999 geschlossen."),
        ("es", "El puente cerrará el 1 de diciembre del 9999."),
        ("fr", "Le pont fermera le mercredi 1er décembre 9999."),
        ("ru", "Мост закроют 1 декабря 9999 года."),
        ("ja", "橋は9999年12月1日に閉鎖される。"),
    ],
)
def test_a_year_out_of_the_calendar_is_no_other_year(language: str, sentence: str) -> None:
    """A date or month with four figures behind it that are no year of news has no value, nor has its weekday."""
    assert not [each.start for each in dates_in(sentence, [(0, len(sentence))], language, "2026-11-24") if each.start]


LANGUAGES = sorted(path.parent.name for path in FOLDER.glob("*/examples.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples(language: str) -> None:
    """Every example that stands beside a language's basics is read as its line says, and there are some of dates and of speakers."""
    assert list(failures(language)) == []
    assert all(examples(language)[kind] for kind in ("dates", "speakers"))


def test_an_example_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """An example that is read otherwise is told, with what was read."""
    monkeypatch.setattr(
        packs, "examples", lambda _: {"dates": [("Die Brücke wurde am Montag gesperrt.", "2026-11-30")]}
    )
    assert list(failures("de")) == ["de: Die Brücke wurde am Montag gesperrt. -> 2026-11-30, but read as 2026-11-23"]


def test_basics_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field that nobody reads, a value of another kind, a list of the wrong length and a unit that is none are errors with file and key."""
    for rows, key in (
        ({"tense": {"pasts": "war"}}, "pasts"),
        ({"tenses": {}}, "tenses"),
        ({"tense": "war"}, "tense"),
        ({"tense": {"past": ["war"]}}, "past"),
        ({"speech": {"told": 3}}, "told"),
        ({"speech": {"noun_capitals": "no"}}, "noun_capitals"),
        ({"dates": {"quarters": [1, 2, 3, 4]}}, "quarters"),
        ({"dates": {"weekdays": ["lunes"]}}, "weekdays"),
        ({"dates": {"relative": {"hoy": "days 0"}}}, "hoy"),
        ({"speech": {"ahead": "(?P<name>x)"}}, "ahead"),
    ):
        monkeypatch.setattr(basics_module, "table", lambda _, rows=rows: rows)
        with pytest.raises(TableError, match=rf"es/basics\.toml: {key}"):
            basics_module.basics.__wrapped__("es")


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.language not in languages_with_models()], ids=lambda case: case.language
)
def test_the_nlp_model_reads_english_only(case: Case) -> None:
    """Findings of a language without a model of its own are the same with and without the English one."""
    assert find(case.article, load()) == find(case.article)
    assert find(case.article).pack is None


@ALL
def test_the_language_shows(case: Case) -> None:
    """Each of these languages is told by its script or words, Turkish too."""
    assert shown_language(case.text) == case.language


@ALL
def test_a_card_with_no_guess(case: Case) -> None:
    """A card of the built-in engine has whole sentences as news, and neither background nor role; its main date is one of the news."""
    card = Pipeline(ExtractiveEngine()).card(case.article)
    assert card.what
    assert not card.background
    assert all(when.start is not None for when in card.when if when.main)
    assert not any(person.role for person in card.who)
    assert all(statement.text in " ".join(case.text.split()) for statement in card.what)


def test_sentences() -> None:
    """Ordinals do not end a sentence where a language writes them with a stop; danda and full-width stops do."""

    def sentences(language: str, text: str) -> list[str]:
        article = Article(id=article_id(text), source="x", language=language, text=text)
        return [text[each.span.start : each.span.end] for each in find(article).sentences]

    assert len(sentences("de", "Die Frist endet am 5. Dezember um zwölf. Danach wird Dr. Meier neu entscheiden.")) == 2
    assert len(sentences("da", "Fristen udløber den 5. December på rådhuset. Derefter ses der på sagen igen.")) == 2
    assert len(sentences("es", "El equipo jugó en 2019 y quedó en el puesto 5. Después descendió a la segunda.")) == 2
    assert len(sentences("hi", "पुल बंद रहेगा। यह जानकारी परिषद ने दी। काम कल शुरू होगा।")) == 3
    assert len(sentences("zh", "大桥仍然关闭。市政府星期三宣布了这一消息。“修复需要两周。”市长说。")) == 4


def test_unknown_language() -> None:
    """A short English text without a language is read by English rules; a text that shows another language is not."""
    text = '"We lost the vote," Ann Lee said.'
    assert find(Article(id=article_id(text), source="x", text=text)).pack == "en"
    case = CASES[0]
    assert find(Article(id=article_id(case.text), source="x", text=case.text)).pack is None


def test_marks() -> None:
    """Marks are found where no space stands around them, and a Hebrew abbreviation's mark is none."""
    for language, text, words in (
        ("zh", '市长在星期三的会议上说："修复大桥需要两周时间。"会议随后结束。', "修复大桥需要两周时间。"),
        ("zh", "市长在会议上表示＂修复大桥需要两周的时间＂，会议随后结束。", "修复大桥需要两周的时间"),
        ("he", 'ראש העיר אמרה: "צה"ל יסייע בתיקון הגשר השבוע." הדיון הסתיים.', 'צה"ל יסייע בתיקון הגשר השבוע.'),
    ):
        article = Article(id=article_id(text), source="x", language=language, text=text)
        (quotation,) = find(article).quotations
        assert text[quotation.parts[0].start : quotation.parts[0].end] == words
        assert quotation.kind == "speech"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "La jueza Ana Pérez interrogó al acusado durante una hora. «Yo no estaba en la casa», dijo.", None),
        ("es", "Ana Pérez habló el martes con el ministro. «No es cierto que falte dinero», afirmó.", None),
        ("es", "Ana Pérez llegó tarde. El ministro esperaba. «No es cierto que falte dinero», dijo.", None),
        ("es", "Ana Pérez habló el martes con Robles. «No es cierto que falte dinero», dijo.", None),
        ("es", "El periodista Juan López preguntó dos veces. «Lo cerramos ayer», contestó.", None),
        ("es", "El periodista Juan López habló en Oviedo el martes. «La casa se cerró», dijo.", "Juan López"),
        ("it", "Anna Rossi ha incontrato il sindaco. «Non ho mai rubato niente», ha detto.", None),
        ("it", "Anna Rossi ha parlato venerdì all’imputato. «Non ho mai rubato niente», ha detto.", None),
        ("it", "Anna Rossi ha parlato venerdì. «Non ho mai rubato niente», ha detto.", "Anna Rossi"),
        ("pt", "A juíza Ana Souza ouviu o réu. «Não estava em casa», disse.", None),
        ("pt", "A juíza Ana Souza falou pelo réu. «Não estava em casa», disse.", None),
        ("pt", "A juíza Ana Souza falou na sexta-feira. «A porta não estava aberta», disse.", "Ana Souza"),
    ],
)
def test_who_is_meant_without_a_pronoun(language: str, text: str, speaker: str | None) -> None:
    """A verb without its pronoun means the only person told of; with anybody else there, described or named, and for an answer, nobody is given."""
    (found,) = find(Article(text=text, language=language)).quotations
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("es", "«¿Vendrá usted mañana?», preguntó Juan López. «No lo sé», contestó.", ["Juan López", None]),
        ("de", "„Wir bleiben hier“, sagte Anna Berg. „Das ist nicht wahr“, blaffte Karl Weiß.", ["Anna Berg", None]),
        ("de", "„Wir bleiben hier“, sagte Anna Berg. „Das ist so“, ergänzte sie.", ["Anna Berg", "Anna Berg"]),
        ("es", "«Es falso», respondió el concejal Pedro Sanz. «Lo vimos todos aquí.»", ["Pedro Sanz", "Pedro Sanz"]),
    ],
)
def test_who_goes_on(language: str, text: str, speakers: list[str | None]) -> None:
    """Somebody goes on behind the end of a sentence, or with a pronoun; a verb that is not listed may name another, and leaves it open."""
    found = find(Article(text=text, language=language)).quotations
    assert [each.speaker for each in found] == speakers
