"""The places that give a setting its value: flag, then environment, then provider and `summarize.toml`, the nearest to the user first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from summarize.settings import providers
from summarize.settings.providers import Provider

FILE = "summarize.toml"
SETTABLE: Final = (providers.SETTINGS - {"base_url", "model", "timeout", "window", "jobs"}) | {"headers"}
"""Settings of an endpoint that `--set` sets, as they have no option of their own."""
Found = tuple[object, str]
"""A value, and what to call the place that gives it."""


class Places(Struct, frozen=True):
    """What the user says, by place."""

    flags: Mapping[str, object]
    environment: Mapping[str, str]
    file: Mapping[str, object]
    provider: Provider | None = None

    def found(self, name: str, variables: tuple[str, ...]) -> Found | None:
        """The value of the highest place that gives a setting one; None if none does. An empty variable gives none."""
        if self.flags.get(name) is not None:
            return self.flags[name], f"--set {name}" if name in SETTABLE else "--" + name.replace("_", "-")
        variable = next((each for each in variables if self.environment.get(each) and self._counts(each)), None)
        if variable is not None:
            return self.environment[variable], variable
        given = self._of_provider(name)
        if given is not None:
            return given
        if name in self.file:
            return self.file[name], f"{name} in {FILE}"
        if self.provider is not None and name in providers.SETTINGS and name in self.provider.ready:
            return self.provider.ready[name], f"provider {self.provider.name}"
        return None

    def _counts(self, variable: str) -> bool:
        """OPENAI_BASE_URL is where OpenAI is, and no other provider."""
        return variable != "OPENAI_BASE_URL" or self.provider is None or self.provider.name == providers.OPENAI

    def _of_provider(self, name: str) -> Found | None:
        provider = self.provider
        if provider is None:
            return None
        if name in provider.own and name in providers.SETTINGS:
            return provider.own[name], f"[providers.{provider.name}] in {FILE}"
        if name != "base_url":
            return None
        address, in_file = provider.address(self.environment)
        return address, f"provider {provider.name} in {FILE}" if in_file else f"provider {provider.name}"
