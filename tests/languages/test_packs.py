"""Where the tables of a language are: beside the others, or in the package that brings it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarize.languages import packs


@pytest.fixture
def brought(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of an installed package that brings the language xx, with one table."""
    (tmp_path / "__init__.py").touch()
    (tmp_path / "basics.toml").touch()
    module = SimpleNamespace(__file__=str(tmp_path / "__init__.py"))
    plugin = SimpleNamespace(value=module, package="summarize-xx", version="1.2")
    monkeypatch.setattr(
        packs, "plugin_named", lambda group, name: plugin if (group, name) == ("languages", "xx") else None
    )
    packs._pack.cache_clear()
    yield tmp_path
    packs._pack.cache_clear()


def test_a_package_brings_a_language(brought: Path) -> None:
    """Its tables are looked for in the package, also those that it has not, and what is kept of findings names it with its version."""
    assert packs.path_of("xx/basics.toml") == brought / "basics.toml"
    assert packs.path_of("xx/dates.toml") == brought / "dates.toml"
    assert packs.has_pack("xx", "basics.toml")
    assert not packs.has_pack("xx", "dates.toml")
    assert packs.brought_by("xx") == "summarize-xx 1.2"


def test_a_language_that_is_built_in(brought: Path) -> None:
    """What is built in, or brought by nobody, stands beside the other tables, and no package is named for it."""
    for language in ("en", "yy", "../en"):
        assert packs.path_of(f"{language}/basics.toml") == packs.FOLDER / language / "basics.toml"
        assert not packs.has_pack(language, "basics.toml")
        assert packs.brought_by(language) == ""
    assert packs.path_of("months.toml") == packs.FOLDER / "months.toml"
    assert packs.brought_by(None) == ""
    assert brought.is_dir()
