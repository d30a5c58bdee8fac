"""The prompt: a file with front matter, a system message that never changes, and a user message filled with the article's findings.

The system message goes out byte for byte as it stands in the file, first, so that providers can cache it. The user message is filled
with `string.Template`: values are put in once and never read again as a template, so that nothing in an article can act as one.
"""

from __future__ import annotations

import hashlib
import re
import string
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import ConfigurationError
from summarize.resources import prompt_path

DEFAULT = "brief/v2"
FIELDS = frozenset({"published", "language", "findings"})
"""What the user message may take in: `$published`, `$language`, `$findings`; a judge's findings are the claims with their sentences."""

_FRONT = re.compile(r"\A---\n(?P<front>.*?)\n---\n", re.DOTALL)
_PARTS = re.compile(r"(?:\A|\n)# System\n(?P<system>.*?)\n# User\n(?P<user>.*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as read from its file."""

    name: str
    """Name and version, such as `brief/v2`."""
    digest: str
    """`sha256:` and the digest of the file."""
    system: str
    user: string.Template

    def messages(self, published: str, language: str, findings: str) -> list[dict[str, str]]:
        """The two messages of a first request."""
        filled = self.user.substitute(published=published, language=language, findings=findings)
        return [{"role": "system", "content": self.system}, {"role": "user", "content": filled}]


def load(path: Path | None = None) -> Prompt:
    """The prompt of a file; the built-in one if None.

    Raises:
        ConfigurationError: the file cannot be read, or is not a prompt.
    """
    file = path or prompt_path(DEFAULT)
    try:
        raw = file.read_bytes()
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise ConfigurationError(f"the prompt {file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"the prompt {file} is not UTF-8") from error
    front = _FRONT.match(text)
    parts = _PARTS.search(text, front.end() - 1 if front else 0)
    if front is None or parts is None:
        raise ConfigurationError(
            f"{file} is not a prompt: it needs front matter between --- lines, then '# System', then '# User'"
        )
    user = string.Template(parts["user"].strip())
    if not user.is_valid() or set(user.get_identifiers()) - FIELDS or "findings" not in user.get_identifiers():
        raise ConfigurationError(
            f"the user message of {file} must hold $findings, may hold $published and $language, and writes $ as $$"
        )
    return Prompt(
        name=_name(front["front"], file),
        digest="sha256:" + hashlib.sha256(raw).hexdigest(),
        system=parts["system"].strip(),
        user=user,
    )


def _name(front: str, file: Path) -> str:
    values = dict(re.findall(r"(?m)^(name|version):[ ]*(\S+)[ ]*$", front))
    if values.keys() != {"name", "version"}:
        raise ConfigurationError(f"the front matter of the prompt {file} must give name and version, a word each")
    return f"{values['name']}/v{values['version']}"
