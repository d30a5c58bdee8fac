"""The language of a page: what it declares, unless its script or its commonest words say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarize.article import Layer

_CODE = re.compile(r"\s*([a-zA-Z]{2})(?:[-_][a-zA-Z0-9-]+)?\s*")
_NAMES = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "spanish": "es",
    "portuguese": "pt",
    "italian": "it",
    "hindi": "hi",
    "arabic": "ar",
    "japanese": "ja",
    "chinese": "zh",
    "russian": "ru",
}
_WORDS = {
    "en": "the of and to in a is that for on was with as it by at from he his are be has have had not said will which this an were but their who",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son être aux cette",
    "es": "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ha este fue ha",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das foi à ele pelo",
    "it": "di che e la il un a per in una è del non con da le si i gli sono della nel alla al dei più anche come lo ha",
    "nl": "de van het een en in is dat op te zijn met voor niet die aan er om ook als bij maar door naar heeft hij",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag från vi så kan",
    "da": "og i at det er en til på som af for med de den har ikke et var om men han der sig fra vil kan",
    "no": "og i at det er en til på som av for med de har den ikke et var om men han seg fra vil kan ble",
    "pl": "w i na z do się nie że to jest o jak po za przez od dla co czy ale tym był są ze która",
    "cs": "a v se na je že o s z do i to k ve pro za by ale si po jako podle od jsou který",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra ama var o olduğu",
    "id": "yang dan di dari untuk dengan ini itu pada dalam tidak akan ke juga adalah oleh saat telah karena",
    "fi": "ja on ei että se hän oli ovat mutta myös kun kuin joka ole mukaan sen ovat jos niin",
    "hu": "a az és hogy nem is egy volt meg ez azt csak de már mint el szerint lehet",
    "ro": "de și în a la cu pe din care că nu o este un mai pentru să se au fost",
}  # fmt: skip
_COMMON = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")), ("ko", re.compile("[\uac00-\ud7af]")), ("zh", re.compile("[\u4e00-\u9fff]")), ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")), ("hi", re.compile("[\u0900-\u097f]")), ("bn", re.compile("[\u0980-\u09ff]")), ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")), ("th", re.compile("[\u0e00-\u0e7f]")), ("ta", re.compile("[\u0b80-\u0bff]")), ("te", re.compile("[\u0c00-\u0c7f]")),
    ("my", re.compile("[\u1000-\u109f]")), ("ka", re.compile("[\u10a0-\u10ff]")), ("hy", re.compile("[\u0530-\u058f]")), ("am", re.compile("[\u1200-\u137f]")),
)  # fmt: skip
# Languages that share a script with the one that it is told by.
_SHARING = {"ar": {"fa", "ur", "ps", "ku", "ug"}, "hi": {"mr", "ne", "sa"}, "ru": {"uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"}, "bn": {"as"}, "he": {"yi"}}  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]")
_SAMPLE = 6_000
_FEWEST = 0.12
"""Share of the commonest words in a text of the language."""


def choose_language(claims: Iterable[tuple[Layer, str | None]], text: str) -> tuple[str | None, Layer | None]:
    """The ISO 639-1 code of a page's language and the layer that it is from; (None, None) if it is unknown.

    The first declaration that the text does not contradict; else the language that the text itself shows.
    """
    shown = shown_language(text)
    for layer, claim in claims:
        code = _code(claim)
        if code and (
            shown is None
            or code == shown
            or code in _SHARING.get(shown, ())
            or (shown not in dict(_SCRIPTS) and not _rules_out(text, code))
        ):
            return code, layer
    return (shown, "detected") if shown else (None, None)


def shown_language(text: str) -> str | None:
    """The language that a text's script or its commonest words show, None if neither is plain."""
    sample = text[:_SAMPLE]
    letters = len(_LETTERS.findall(sample))
    for code, script in _SCRIPTS:
        found = len(script.findall(sample))
        if letters and found > (0.08 if code == "ja" else 0.4) * letters:
            return code
    words = re.findall(r"[^\W\d_]+", sample.lower())
    shares = {code: sum(word in common for word in words) for code, common in _COMMON.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if len(words) >= 12 and shares[best] >= _FEWEST * len(words) else None


def _rules_out(text: str, code: str) -> bool:
    """True if a language that is told by its words is declared, and a text has next to none of them."""
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    if code in dict(_SCRIPTS):
        return True
    return code in _COMMON and len(words) >= 40 and sum(word in _COMMON[code] for word in words) < 0.05 * len(words)


def _code(claim: str | None) -> str | None:
    if not claim:
        return None
    match = _CODE.fullmatch(claim)
    code = match[1].lower() if match else _NAMES.get(claim.strip().lower())
    return {"iw": "he", "in": "id", "nb": "no", "nn": "no"}.get(code, code) if code else None
