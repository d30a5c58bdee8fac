"""Why the findings say what they say: a kind of finding each."""

from __future__ import annotations

import pytest

from summarize.article import Article, Span
from summarize.engines.extractive.engine import ExtractiveEngine
from summarize.evidence.explaining import explain
from summarize.languages.loader import document
from summarize.rendering.findings import reasons_text
from summarize.rules import RuleReason, notebook
from tests.evidence.passages import found

TEXT = "Hanna Osei met Tom Lindqvist on Monday. Osei was blunt. “We shall not sign,” she said."


def test_the_rules_of_a_speaker_and_of_its_pronoun() -> None:
    """The rule that gave the speaker comes first, those it beat with what they would have said, then those of the pronoun."""
    article, _ = found(TEXT)
    ((at, reasons),) = explain(article, "shall not sign")
    assert article.text[at.start : at.end] == "shall not sign"
    kind, speaker, pronoun = reasons
    assert (kind.about, kind.verdict) == ("kind", "speech")
    assert (speaker.about, speaker.rule, speaker.verdict) == (
        "speaker",
        "a name and a verb behind it",
        "Hanna Osei (“she”)",
    )
    assert ("the sentence before", "Hanna Osei (“Osei”)") in {(one.rule, one.verdict) for one in speaker.beat}
    assert (pronoun.about, pronoun.rule) == ("“she”", "the last subject, here or one sentence before")
    assert "by the rule “a name and a verb behind it”" in reasons_text(article, [(at, reasons)])


def test_an_open_speaker_has_no_rule() -> None:
    """A quotation that no rule gives to anybody says so."""
    article, _ = found("The wall has carried the same words for years: “Nobody owns the sea and nobody ever will.”")
    ((_, (_, reason)),) = explain(article, "owns the sea")
    assert (reason.rule, reason.verdict, reason.beat) == (None, "", ())


def test_why_words_in_marks_are_no_quotation() -> None:
    """A nickname in quotation marks is nobody's words, by the rule that says so; a quotation is one by another."""
    article, _ = found("The old hall, nicknamed the so-called “Toaster”, burned. “It went fast,” said Ann Lee.")
    ((_, (nickname, *_)),) = explain(article, "Toaster")
    assert (nickname.about, nickname.verdict) == ("kind", "words")
    assert nickname.rule is not None
    ((_, (speech, *_)),) = explain(article, "It went fast")
    assert speech.verdict == "speech"


def _told(article: Article, words: str) -> dict[str, RuleReason]:
    """The reasons for what stands where some words do first, by what they are about."""
    _, reasons = next(explain(article, words, None, ExtractiveEngine().choose))
    return {reason.about: reason for reason in reasons}


def test_why_a_date_is_that_day() -> None:
    """A date says what it was read as, from which day it is counted, which row gave its tense, and what that beat."""
    article, findings = found("DUNMORE, March 12 - The council will meet on Friday. It was asked to answer by Monday.")
    told = _told(article, "Friday")
    assert (told["date"].verdict, told["tense"].verdict) == ("2026-03-13", "future")
    assert (told["tense"].rule, told["tense"].table) == ("future", "languages/en/times.toml")
    assert "“will”" in told["tense"].why
    assert told["day to count from"].verdict == "2026-03-12"
    assert "dateline" in told["day to count from"].why
    # Counted from the day of publication it is another day, so it is listed as open.
    assert next(one.start for one in findings.times if one.span.start == article.text.index("Friday")) is None
    assert "2026-03-20" in told["date as listed"].why
    deadline = _told(article, "Monday")["tense"]
    assert (deadline.verdict, deadline.rule, [one.rule for one in deadline.beat]) == ("future", None, ["asked_to"])


def test_a_date_counted_from_the_one_before() -> None:
    """A date that rests on the one before it in the text says on which; one that says its day by itself says that."""
    article, _ = found("The bridge fell on Tuesday. Two days later it was shut. It was built on 4 May 1911.")
    assert "the date before it in the text, 2026-03-10" in _told(article, "Two days later")["date"].why
    assert "says its day by itself" in _told(article, "4 May 1911")["date"].why


def test_why_a_date_without_a_year_is_open() -> None:
    """Where the year that the tense means is not taken, it is said which that is, and why not."""
    article, findings = found("Wages are due on 20 February.")
    assert findings.times[0].start is None
    told = _told(article, "20 February")
    assert told["date"].verdict == told["year"].verdict == ""
    assert "2027-02-20" in told["year"].why


def test_why_a_name_is_of_its_kind() -> None:
    """A name says which rows gave its kind and what they beat, what carried it on, and what was set apart of it."""
    article, _ = found("Mayor Ann Lee met the Bank of Trent’s chairman Tom Varrick. The Kestrel Choir sang.")
    bank = _told(article, "Bank of Trent")
    assert (bank["“of” behind “Bank”"].rule, bank["“of” behind “Bank”"].verdict) == ("of", "2")
    proved = bank["kind, proved"]
    assert (proved.verdict, proved.table) == ("organisation", "languages/en/name_proofs.toml")
    assert proved.beat
    assert "“Mayor” set apart" in _told(article, "Ann Lee")["run of capitals “Mayor Ann Lee”"].why
    assert "“Mayor”" in _told(article, "Ann Lee")["kind, proved"].why
    assert "“The” left out" in _told(article, "Kestrel")["run of capitals “The Kestrel Choir”"].why


def test_why_a_short_name_means_somebody() -> None:
    """A short name says to whom it was joined, and by what."""
    article, _ = found("Ann Lee and Tom Lee met Cook Island Airways. Lee was glad. Cook said so. Ann Lee wept.")
    joined = _told(article, "Lee was")["“Lee” joined to"]
    assert (joined.verdict, "of 2 with it" in joined.why) == ("Ann Lee", True)
    assert _told(article, "Cook said")["“Cook” joined to"].verdict == "Cook Island Airways"


def test_why_somebody_has_a_role() -> None:
    """Each word beside a name says whether it is part of the role, and by which row; somebody without one says that."""
    article, findings = found("Chairman Tom Varrick resigned. Ann Lee, a former teacher, wept. Ben Doyle left.")
    told = _told(article, "Ann Lee")
    assert told["“former teacher” behind it"].table == "languages/en/role_descriptions.toml"
    assert told["role of Ann Lee"].verdict == findings.participants[1].role
    assert _told(article, "Ben Doyle")["role of Ben Doyle"].verdict == "none"


def test_why_words_are_no_name() -> None:
    """A candidate that is refused says why, and words that nothing looked at say that in one line."""
    article, _ = found("Forecasters warned of rain. The wall has stood for years.", published=None)
    assert "by their trade" in _told(article, "Forecasters")["“Forecasters”"].why
    (nothing,) = _told(article, "stood for").values()
    assert (nothing.about, nothing.verdict, nothing.rule) == ("found", "nothing", None)


def test_why_a_place_lies_where_it_does() -> None:
    """A place says what lists know of its name, which of its namesakes is meant and why, and why it is the main place or not."""
    article, findings = found(
        "PITLOCHRY, Scotland - A train left the rails in Perth on Friday, the Scottish government said. "
        "Ann Lee, of Glasgow, was hurt in Springfield."
    )
    perth = _told(article, "Perth")
    assert "small_towns.tsv: AU GB" in perth["entries of the gazetteer"].verdict
    assert (perth["country"].verdict, perth["country of the story"].verdict) == ("GB", "GB")
    assert "nothing else speaks for AU" in perth["country"].why
    assert perth["place of the news"].verdict == "the main place"
    assert "news says that it happened" in perth["place of the news"].why
    assert "in the text" in perth["“Perth” means"].why
    (cue,) = {
        one.table
        for _, told in explain(article, "Perth", None, ExtractiveEngine().choose)
        for one in told
        if "cue" in one.about
    }
    assert cue == "languages/en/cues.toml"
    filed = _told(article, "PITLOCHRY")
    assert "dateline" in filed["kind"].why
    assert "in the dateline" in filed["“PITLOCHRY” means"].why
    elsewhere = _told(article, "Springfield")["country"]
    assert (elsewhere.verdict, [one.country for one in findings.places if one.name == "Springfield"]) == ("", [None])
    assert "lists know one in US" in elsewhere.why


def test_who_is_on_the_card() -> None:
    """A name says whom it means, and whether the card lists that participant or why not."""
    article, _ = found("Tom Varrick, a guard, was hurt. The line was shut for a week after the crash. Ben Doyle wept.")
    told = _told(article, "Varrick")
    assert told["“Tom Varrick” means"].verdict == "Tom Varrick"
    assert told["on the card"].verdict == "yes"


EVERYTHING = (
    TEXT,
    "DUNMORE, March 12 - The council will meet on Friday, Mayor Ann Lee of the Bank of Trent said. It was asked to answer by Monday.",
    "PERTH, Scotland - A train left the rails near Pitlochry on Friday. “It went fast,” said guard Tom Varrick, 43, a former teacher.",
    "The old hall, nicknamed the so-called “Toaster”, burned in Nairobi after lakhs had been paid to the Ministry of Works.",
)


@pytest.mark.parametrize("text", EVERYTHING)
def test_what_is_told_is_what_is_found(text: str) -> None:
    """The day of every date, the country of every place and the role of everybody that are told are those that are listed."""
    article, findings = found(text)

    def about(at: Span) -> dict[str, str]:
        words = article.text[at.start : at.end]
        (reasons,) = (told for where, told in explain(article, words) if where == at)
        return {reason.about: reason.verdict for reason in reasons}

    for time in findings.times:
        told = about(time.span)
        listed = f"{time.start}/{time.end}" if time.end else time.start or ""
        assert told.get("date as listed", told["date"]) == listed
    for place in findings.places:
        assert about(place.name_span)["country"] == (place.country or "")
    for one in findings.participants:
        if one.kind == "person":
            assert about(one.name_span)[f"role of {one.name}"] == (one.role or "none")


def test_every_row_that_is_named_exists() -> None:
    """Each rule that a reason names is a row of the table that it names, and so is what a row of it beat."""
    rows = 0
    for text in EVERYTHING:
        article, _ = found(text)
        for word in dict.fromkeys(article.text.split()):
            for _, reasons in explain(article, word, None, ExtractiveEngine().choose):
                for reason in reasons:
                    if reason.rule is None:
                        assert not reason.table
                        continue
                    known = _ids(reason.table)
                    assert reason.rule in known, reason
                    rows += 1
                    if reason.table != "languages/en/times.toml":  # where a word may have beaten a row
                        assert {one.rule for one in reason.beat} <= known, reason
    assert rows > len(EVERYTHING)


def _ids(table: str) -> set[str]:
    held = document(table.removeprefix("languages/"))
    return {row["id"] for key in ("rule", "tense", "direction") for row in held.get(key, ())}


def test_nothing_is_noted_unless_asked() -> None:
    """Findings are the same while notes are taken, and none are taken while nobody asks."""
    article, findings = found(TEXT)
    list(explain(article, "Osei"))
    assert notebook() is None
    assert found(TEXT)[1] == findings


def test_whole_words_are_explained() -> None:
    """Words are looked for as whole ones: "he" in no "The", and a part of a name nowhere."""
    article, _ = found(TEXT + " The end came when he left.")
    assert [article.text[at.start - 1 : at.end + 1] for at, _ in explain(article, "he")] == [" he "]
    assert not list(explain(article, "Lind"))


def test_a_nickname_within_a_name_has_no_speaker() -> None:
    """Words in marks that are part of somebody's name are asked of no rule of speakers, and the reason says so."""
    article, _ = found("The vote was close. Pete “The Postman” Lomax won. “I am glad,” said Ann Lee.")
    ((_, (kind, speaker, *_)),) = explain(article, "The Postman")
    assert (kind.about, kind.verdict) == ("kind", "words")
    assert (speaker.about, speaker.rule, speaker.verdict) == ("speaker", None, "")
    assert "part of somebody's name" in speaker.why
