"""The language that a text shows by its script and its commonest words, and what to say where it is not English.

Told without a library on purpose: what a page or a message declares is nearly always right, and a whole article holds hundreds of its
language's commonest words. py3langid brings numpy (64 MB), lingua has 98 MB, langdetect has had no release for years.
"""

from __future__ import annotations

import re

from summarize.expressions import expression
from summarize.languages.basics import basics

# The commonest words that few other languages of the same script share.
_WORDS = {
    "en": "the of and to in a is that for on was with as it by at from he she his her are be has have had not said will which this an were but their they who its after been",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son être aux cette",
    "es": "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ha este fue",
    "ca": "de la que el i a els del les per un amb no una al és més però seu ha aquest va són dels també",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das foi à ele pelo",
    "it": "di che e la il un a per in una è del non con da le si i gli sono della nel alla al dei più anche come lo ha",
    "nl": "de van het een en in is dat op te zijn met voor niet die aan er om ook als bij maar door naar heeft hij",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag från vi så kan",
    "da": "og i at det er en til på som af for med de den har ikke et var om men han der sig fra vil kan blev efter mellem",
    "no": "og i at det er en til på som av for med de har den ikke et var om men han seg fra vil kan ble etter mellom",
    "is": "og að í á er sem en til við með um var ekki af fyrir hann það hefur þar eftir",
    "pl": "w i na z do się nie że to jest o jak po za przez od dla co czy ale tym był są ze która",
    "cs": "a v se na je že o s z do i to k ve pro za by ale si po jako podle od jsou který",
    "sk": "a v sa na je že o s z do i to k vo pre za by ale si po ako podľa od sú ktorý",
    "sl": "in v se na je da za so z s ki tudi pa po kot bo bi ne od iz ali pri",
    "hr": "i u na je da se za su od s koji a ne će iz o što kako bi nije ili te",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra ama var o olduğu",
    "id": "yang dan di dari untuk dengan ini itu pada dalam tidak akan ke juga adalah oleh saat telah karena",
    "fi": "ja on ei että se hän oli ovat mutta myös kun kuin joka ole mukaan sen jos niin",
    "et": "ja on ei et see oli ta mis kui ka oma aga kes või ning seda pole veel",
    "hu": "a az és hogy nem is egy volt meg ez azt csak de már mint el szerint lehet",
    "ro": "de și în a la cu pe din care că nu o este un mai pentru să se au fost",
    "lt": "ir kad į iš su tai yra buvo ne bet kaip už apie po jo taip nuo dar",
    "lv": "un ir ka no ar par uz tas kas bija arī lai bet pēc kā to vai gan",
    "vi": "và của là có được cho trong các một không với người những đã này khi từ đến",
    "sw": "na ya wa kwa ni katika za la kuwa hiyo huo kama lakini baada yake cha alisema",
    "ru": "и в не на что с по как это он из за к от о для его но был так также",
    "uk": "і в не на що з та як це він із за до від про для його але був також й",
    "bg": "и в на не да се за от че с по е са като това до ще но има",
    "sr": "и у на је да се за су од са који а не ће из о што како није",
    "mk": "и во на да се за од со дека не е што по ќе ги го беше како",
    "be": "і ў не на што з па як гэта ён за да ад пра для яго але быў таксама",
    "ar": "في من على إلى أن عن التي الذي مع هذا هذه كان ما بعد بين قال",
    "fa": "و در به از که این را با است برای آن بر تا شد خود های می",
    "ur": "کے کی میں اور سے کا کو ہے نے پر کہ ہیں یہ اس نہیں بھی تھا",
    "hi": "के में की है और से का को पर ने हैं यह कि इस भी नहीं ही",
    "mr": "आहे आणि या च्या मध्ये तर हे ते होते नाही आहेत असे केला",
    "ne": "छ र को मा हो पनि गरेको भएको छन् लागि तर यो",
}  # fmt: skip
_COMMON = {code: frozenset(words.split()) for code, words in _WORDS.items()}
# A script, the languages that its words tell apart, and the one that it most often is where they do not.
_SCRIPTS = (
    ("[\u3040-\u30ff]", ("ja",)), ("[\uac00-\ud7af]", ("ko",)), ("[\u4e00-\u9fff]", ("zh",)),
    ("[\u0600-\u06ff]", ("ar", "fa", "ur")), ("[\u0590-\u05ff]", ("he",)),
    ("[\u0900-\u097f]", ("hi", "mr", "ne")), ("[\u0980-\u09ff]", ("bn",)),
    ("[\u0400-\u04ff]", ("ru", "uk", "bg", "sr", "mk", "be")), ("[\u0370-\u03ff\u1f00-\u1fff]", ("el",)),
    ("[\u0e00-\u0e7f]", ("th",)), ("[\u0b80-\u0bff]", ("ta",)), ("[\u0c00-\u0c7f]", ("te",)),
    ("[\u1000-\u109f]", ("my",)), ("[\u10a0-\u10ff]", ("ka",)), ("[\u0530-\u058f]", ("hy",)),
    ("[\u1200-\u137f]", ("am",)), ("[\u0a00-\u0a7f]", ("pa",)), ("[\u0a80-\u0aff]", ("gu",)),
    ("[\u0c80-\u0cff]", ("kn",)), ("[\u0d00-\u0d7f]", ("ml",)), ("[\u0d80-\u0dff]", ("si",)),
)  # fmt: skip
_OF_SCRIPT = {code: codes for _, codes in _SCRIPTS for code in codes}
_ENGLISH_ENOUGH = 0.15
"""Share of the commonest English words that no other language's text has."""
_LATIN = tuple(code for code in _COMMON if code not in _OF_SCRIPT)
# Languages that share a script with those above and are told by nothing but what is declared.
_UNTOLD = {"ar": {"ps", "ku", "ug", "sd"}, "hi": {"sa", "mai"}, "ru": {"kk", "ky", "mn", "tg"}, "bn": {"as"}, "he": {"yi"}}  # fmt: skip
_NAMES = {
    "am": "Amharic", "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "gu": "Gujarati", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kn": "Kannada", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mr": "Marathi",
    "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "si": "Sinhala",
    "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_CODE = expression(r"\s*([a-zA-Z]{2})(?:[-_][a-zA-Z0-9-]{1,40})?\s*")
# Vowel signs of the scripts of India are parts of words, and no letters to `re`.
_WORD = expression(r"[^\W\d_][\w\u0900-\u0963]*")
_LETTERS = expression(r"[^\W\d_]")
_SAMPLE = 6_000
_MIN_SHARE = 0.12
"""Share of the commonest words in a text of the language."""
_MIN_SHARE_ALONE = 0.06
"""The same where no other language comes near: Turkish, Finnish or Hungarian say with endings what others say with little words."""
_MIN_WORDS = 12
_LATIN_ENOUGH = 0.9
"""Share of Latin letters in a text that may be English."""


def commonest(code: str) -> frozenset[str]:
    """The commonest words by which a language is told, in small letters; none of a language that only its script tells."""
    return _COMMON.get(code, frozenset())


def shown_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that a text's script or its commonest words show, None if neither is plain."""
    sample = _lower_sample(text)
    words = _WORD.findall(sample)
    # Most texts are English, and nothing else need be asked of them.
    if len(words) >= _MIN_WORDS and _share(words, "en") >= _ENGLISH_ENOUGH:
        return "en"
    letters = len(_LETTERS.findall(sample))
    for script, codes in () if sample.isascii() else _SCRIPTS:
        found = len(re.findall(script, sample))
        if letters and found > (0.08 if codes == ("ja",) else 0.4) * letters:
            return max(codes, key=lambda code: _share(words, code)) if len(codes) > 1 else codes[0]
    if len(words) < _MIN_WORDS:
        return None
    best, second = sorted(((_share(words, code), code) for code in _LATIN), reverse=True)[:2]
    plain = best[0] >= _MIN_SHARE or (best[0] >= _MIN_SHARE_ALONE and best[0] >= 1.5 * second[0])
    return best[1] if plain else None


def reads_as_english(text: str) -> bool:
    """True if a text whose language is not known may be read by English rules: Latin letters, and no other language's words stand out.

    Meant for texts too short to show a language. A text that shows another language, by its script or its words, is not read as English.
    """
    shown = shown_language(text)
    if shown is not None:
        return shown == "en"
    sample = _lower_sample(text)
    words = _WORD.findall(sample)
    plain = sum(letter < "\u0250" for letter in _LETTERS.findall(sample))
    if plain < _LATIN_ENOUGH * len(_LETTERS.findall(sample)):
        return False
    english = _share(words, "en")
    return all(_share(words, code) <= english for code in _LATIN)


def is_another_language(text: str, code: str) -> bool:
    """True for a text, however short, whose script or commonest words are another language's than the one given."""
    shown = shown_language(text)
    if shown is not None:
        return shown != code
    words = [word for word in _WORD.findall(_lower_sample(text)) if len(word) > 1]
    counts = {each: sum(word in _COMMON[each] for word in words) for each in _LATIN}
    return max(counts.values()) >= counts.get(code, 0) + 2


def declared_language(claim: str | None) -> str | None:
    """The code of a language tag or an English name of a language, None for anything else."""
    if not claim:
        return None
    match = _CODE.fullmatch(claim)
    name = claim.strip().capitalize()
    code = match[1].lower() if match else next((code for code, known in _NAMES.items() if known == name), None)
    return {"iw": "he", "in": "id", "nb": "no", "nn": "no"}.get(code, code) if code else None


def is_plausible_language(code: str, shown: str | None, text: str) -> bool:
    """True if a text that shows the language `shown` may be in the language that is declared for it."""
    if shown is None or code == shown:
        return True
    if shown in _OF_SCRIPT:
        return code in _OF_SCRIPT[shown] or code in _UNTOLD.get(_OF_SCRIPT[shown][0], ())
    if code in _OF_SCRIPT:
        return False
    words = _WORD.findall(_lower_sample(text))
    return code not in _COMMON or len(words) < 40 or _share(words, code) >= 0.05


def language_notice(name: str, code: str | None) -> str | None:
    """What to tell the reader of an article in this language, None for English."""
    if code == "en":
        return None
    known = basics(code)
    if code is not None and known is not None:
        speakers = "speakers as they are described" if known.ahead is not None else "speakers beside a verb of saying"
        return (
            f"{name}: in {_NAMES.get(code, repr(code))}, of which the basics are known: without a language model expect its sentences, "
            f"quotations with {speakers}, and dates, open where no tense decides; no roles, places or background"
        )
    what = (
        f"in {_NAMES.get(code, repr(code))}, which has no rules of its own yet"
        if code
        else "its language could not be told"
    )
    return f"{name}: {what}: without a language model expect {_expected_findings(code)}; no people, roles or background"


_NO_SENTENCE_MARKS = frozenset({"th", "lo", "km", "my"})


def _expected_findings(code: str | None) -> str:
    """What is found in an article of a language by the rules that hold in every language."""
    from summarize.languages.cldr import date_forms  # noqa: PLC0415 - English articles need no table of languages

    sentences = "its paragraphs" if code in _NO_SENTENCE_MARKS else "its sentences"
    # Of the scripts that have no capitals, no label can be told from an ordinary word.
    speakers = (
        "without speakers"
        if code in _OF_SCRIPT and code not in _WITH_CAPITALS
        else "with a speaker only after a label (“Name: …”)"
    )
    dates = "dates written with their year" if code and date_forms(code) else "dates only in figures"
    return f"{sentences}, quotations {speakers}, and {dates}"


_WITH_CAPITALS = frozenset({"ru", "uk", "bg", "sr", "mk", "be", "el", "hy"})


def _lower_sample(text: str) -> str:
    # A Turkish capital İ lowered would be an i and a combining dot, at which words fall apart.
    return text[:_SAMPLE].replace("İ", "i").lower()


def _share(words: list[str], code: str) -> float:
    return sum(map(_COMMON[code].__contains__, words)) / max(1, len(words))
