"""Which way a date lies from the day of publication, by the words of a language's basics. Undecided stays open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from summarize.languages.basics import Basics

Way = Literal["past", "future"]
Range = tuple[int, int]

# By what parts words and not by what they consist of: vowel signs of Hindi are no letters to `re`.
_WORD = re.compile(r"[^\s\d.,;:!?…()\[\]\"“”„«»‹›।॥،؛؟–—/·-]+")
_CLAUSE = re.compile(r"[,;:–—()、，؛،]|\s-\s")
_OWN_CLAUSE = 4
"""Words beside a day from which on its clause has a verb."""
_VERB_WITHIN = 3
"""A verb of saying is among so many words at the end of a sentence: "teilte die Stadt mit", "a-t-elle dit"."""
_NEAR = 400
"""Code points on each side of a date that are read, so that a sentence without end costs no more than its length."""
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def _low(word: re.Match[str]) -> str:
    return word.group().lower().replace("’", "'")


def way_of(text: str, sentence: Range, at: Range, basics: Basics, skip: tuple[Range, ...] = ()) -> Way | None:
    """Past or future by the words beside a date, then by the verbs of its clause, then of its sentence; None if they do not decide."""
    sentence = (max(sentence[0], at[0] - _NEAR), min(sentence[1], at[1] + _NEAR))
    before, after = _words_beside(text, sentence, at, basics)
    lead = next((word for word in reversed(before) if word not in basics.articles), "")
    own = {_low(word) for word in _WORD.finditer(text, *at)}  # Swedish "i fredags"
    beside = "past" if lead in basics.since else _beside({*before, after, *own}, set(before), basics)
    if beside is not None:
        return beside
    clause = _clause(text, sentence, at)
    way = _tense(text, clause, at, basics, skip)
    # A clause of some length behind another has a verb of its own, which may be in no table: "who on Friday debates the budget".
    is_own = clause[0] > sentence[0] and sum(1 for _ in _words(text, clause, at, basics, skip)) > _OWN_CLAUSE
    if way is None and not is_own:
        telling = _attribution_at_end(text, clause[1], sentence[1], basics)
        way = _tense(text, sentence, at, basics, (*skip, telling) if telling else skip)
    if way is None and basics.subordinators:
        way = _tense(text, _subordinate(text, clause, at, basics), at, basics, skip)
    if clause[0] == sentence[0] and _opens(text, clause, at, basics):
        inset = _inset(text, clause[1], sentence[1], basics)
        if inset is not None:
            way = _beside_inset(text, sentence, inset, at, basics, skip)
        elif way is None:
            way = _tense(text, _behind(text, clause[1], sentence[1], at, basics), at, basics, skip)
    if way == "past" and (lead in basics.aims or _has_infinitive(text, clause, at, basics)):
        return None  # "asked them to stay at home on Saturday": the verb of the past is not that of the day
    is_other = _is_attached(text, sentence, at, basics) or (
        lead not in basics.aims and _is_attribute(text, clause, at, basics)
    )
    return None if way == "future" and is_other else way


def _attribution_at_end(text: str, start: int, end: int, basics: Basics) -> Range | None:
    """Who says it, at the end of a sentence: "It shuts on Friday, | the town hall said."; None if nobody does."""
    marks = [mark.start() for mark in _CLAUSE.finditer(text, start, end)]
    if not marks:
        return None
    words = [_low(word) for word in _WORD.finditer(text, marks[-1], end)]
    return (marks[-1], end) if basics.verbs & {*words[:_VERB_WITHIN], *words[-1:]} else None


def _subordinate(text: str, clause: Range, at: Range, basics: Basics) -> Range:
    """The part of a clause around a date between the words that open subordinate ones: "said | that it will open on Monday"."""
    start, end = clause
    for word in _WORD.finditer(text, *clause):
        if _low(word) in basics.subordinators:
            if word.end() <= at[0]:
                start = word.end()
            elif word.start() >= at[1]:
                return start, word.start()
    return start, end


def _opens(text: str, clause: Range, at: Range, basics: Basics) -> bool:
    """True for a day that is all there is to the clause that opens a sentence, but for small words: "On Tuesday,", not "It shuts on Tuesday,".

    A dateline before them, in the same sentence, does not count: "12 May 2025 On Tuesday,".
    """
    small = basics.articles | basics.prepositions | basics.particles | basics.function_words
    for word in reversed([found.group() for found in _WORD.finditer(text, clause[0], at[0])]):
        if word.lower() not in small:
            return False
        if word[0].isupper():
            break
    return all(_low(word) in small for word in _WORD.finditer(text, at[1], clause[1]))


def _behind(text: str, start: int, end: int, at: Range, basics: Basics) -> Range:
    """The clause behind the one that opens a sentence, whose verb such a day has: "On Tuesday, | the firm said | that it will …".

    Empty unless the word of a subordinate clause ends it and no other mark follows: "On Tuesday, the mayor said, it will …" has another verb.
    """
    clause = _subordinate(text, (start, end), at, basics)
    return (start, start) if clause[1] == end or _CLAUSE.search(text, start + 1, end) else clause


def _inset(text: str, start: int, end: int, basics: Basics) -> Range | None:
    """Who says it, between the day that opens a sentence and its verb: "On Tuesday, | said the mayor, | it opens again"; None if nobody."""
    mark = _CLAUSE.search(text, start + 1, end)
    words = [word.group() for word in _WORD.finditer(text, start, mark.start())][:2] if mark else []
    verb = next((i for i, word in enumerate(words) if word.lower() in basics.verbs), None)
    if mark is None or verb is None or (verb and (words[0][0].isupper() or words[0].lower() in basics.pronouns)):
        return None
    return start, mark.start()


def _beside_inset(  # noqa: PLR0913, PLR0917 - what `way_of` has in hand
    text: str, sentence: Range, inset: Range, at: Range, basics: Basics, skip: tuple[Range, ...]
) -> Way | None:
    """What the clause behind the inset says, if all that stands outside the inset says the same, by verbs that need no participle."""
    mark = _CLAUSE.search(text, inset[1] + 1, sentence[1])
    clause = inset[1], mark.start() if mark else sentence[1]
    way = _finite(list(_words(text, clause, at, basics, skip)), basics)
    return way if way == _finite(list(_words(text, sentence, at, basics, (*skip, inset))), basics) else None


def _has_infinitive(text: str, clause: Range, at: Range, basics: Basics) -> bool:
    """True for an infinitive that the day may belong to: where the verb comes first, it stands between that and the day."""
    if not basics.subordinators:
        return any(_low(word) in basics.infinitives for word in _WORD.finditer(text, *clause))
    start, end = _subordinate(text, clause, at, basics)
    words = [word.group() for word in _WORD.finditer(text, start, min(at[0], end))]
    return any(word in basics.infinitives for word in words if word[0].islower())  # "Computer" is a name


def _is_attached(text: str, sentence: Range, at: Range, basics: Basics) -> bool:
    """True for a day that belongs to a noun, so that the verb's future says nothing of it."""
    before = [_low(word) for word in _WORD.finditer(text, max(sentence[0], at[0] - 40), at[0])][-1:]
    after = _WORD.search(text, at[1], min(sentence[1], at[1] + 20))
    return bool(basics.attached & {*before, _low(after) if after else ""})


def _is_attribute(text: str, clause: Range, at: Range, basics: Basics) -> bool:
    """True for a day beside the participle of a noun: "el hombre detenido el viernes será …", "die am Freitag gewählte Rätin wird …".

    Behind an article the participle is a noun, and behind a verb or a pronoun the clause's own: "la ley será aprobada el viernes".
    """
    if not basics.attributes:
        return False
    small = basics.articles | basics.prepositions
    words = [word.group() for word in _WORD.finditer(text, clause[0], at[0])]
    articled = False
    while words and words[-1].lower() in small:
        articled |= words.pop().lower() in basics.articles
    after = _WORD.search(text, at[1], clause[1])
    if after is not None and after.group() in basics.attributes and (articled or not basics.articles):
        return True
    if not words or words[-1].lower() not in basics.attributes or words[-1].lower() in basics.future:
        return False
    lead = words[-2].lower() if len(words) > 1 else ""
    verbs = (basics.past, basics.future, basics.infinitives, basics.auxiliaries, basics.pronouns)
    return not (lead in small or any(lead in forms for forms in verbs))


def _words_beside(text: str, sentence: Range, at: Range, basics: Basics) -> tuple[list[str], str]:
    """The two words before a date in its clause, and the one behind it."""
    begin = max(
        [
            max(sentence[0], at[0] - 40),
            *(mark.end() for mark in _CLAUSE.finditer(text, max(sentence[0], at[0] - 40), at[0])),
        ]
    )
    before = [_low(word) for word in _WORD.finditer(text, begin, at[0])][-2:]
    following = _WORD.search(text, at[1], min(sentence[1], at[1] + 20))
    after = _low(following) if following else ""
    if _UNSPACED.search(text, *at):
        lead = text[max(sentence[0], at[0] - 2) : at[0]]
        before = [word for word in (*basics.last, *basics.next) if lead.endswith(word)]
    return before, after


def _beside(near: set[str], before: set[str], basics: Basics) -> Way | None:
    if near & basics.last:
        return "past"
    if near & basics.next or before & basics.until:
        return "future"
    return None


def _clause(text: str, sentence: Range, at: Range) -> Range:
    start, end = sentence
    for mark in _CLAUSE.finditer(text, *sentence):
        if mark.end() <= at[0]:
            start = mark.end()
        elif mark.start() >= at[1]:
            end = mark.start()
            break
    return start, end


def _tense(text: str, within: Range, at: Range, basics: Basics, skip: tuple[Range, ...]) -> Way | None:
    if _UNSPACED.search(text, *within):
        run = text[slice(*within)]
        past, future = (any(word in run for word in words.whole) for words in (basics.past, basics.future))
        return _only(past=past, future=future)
    words = list(_words(text, within, at, basics, skip))
    forms = {form for _, form in words}
    past, future = any(form in basics.past for form in forms), any(form in basics.future for form in forms)
    if past or future:
        return _only(past=past, future=future)
    formed = any(form in basics.participles for form in forms)
    helped = not basics.auxiliaries.isdisjoint(forms)
    last = words[-1] if words else None
    ends = last is not None and last[0] >= at[1] and last[1] in basics.participles
    small = basics.articles | basics.prepositions | {""}
    lead = next((form for start, form in reversed(words) if start < at[0] and form not in small), "")
    leads = basics.participles_lead and lead in basics.participles
    # "Das Werk verkauft im Juni …", "La société ferme lundi": no participles.
    return "past" if formed and (not basics.auxiliaries or helped or ends or leads) else None


def _finite(words: list[tuple[int, str]], basics: Basics) -> Way | None:
    """What verbs say that need no participle."""
    forms = {form for _, form in words}
    return _only(past=any(form in basics.past for form in forms), future=any(form in basics.future for form in forms))


def _words(text: str, within: Range, at: Range, basics: Basics, skip: tuple[Range, ...]) -> Iterator[tuple[int, str]]:
    """The words of a part of the text in small letters, with where each begins; empty for a noun where nouns have capitals."""
    for word in _WORD.finditer(text, *within):
        if (at[0] <= word.start() < at[1]) or any(low <= word.start() < high for low, high in skip):
            continue
        form = word.group()
        is_noun = basics.noun_capitals and form[0].isupper()
        is_noun = is_noun and not (word.start() == within[0] and _is_listed(form, basics))
        yield word.start(), "" if is_noun else _low(word)


def _is_listed(form: str, basics: Basics) -> bool:
    """True for a form that stands in a list as it is: what opens a sentence and only ends like a verb may be a noun."""
    return form.lower() in basics.past.whole | basics.future.whole


def _only(*, past: bool, future: bool) -> Way | None:
    if past == future:
        return None
    return "past" if past else "future"
