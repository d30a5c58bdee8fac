"""The user's folders are those that the system's own rules name."""

from __future__ import annotations

import platformdirs
import pytest

from summarize.settings.folders import cache_folder, config_folder


@pytest.mark.parametrize("home", ["/home/ann", "/", "", "ann", None])
@pytest.mark.parametrize("named", ["/srv/kept", "/srv/kept/", "kept", "", " ", None])
def test_folders_are_where_the_system_has_them(
    home: str | None, named: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the environment says, a folder is the one that `platformdirs` gives, which is not asked where the answer is plain."""
    for variable, value in {"HOME": home, "XDG_CACHE_HOME": named, "XDG_CONFIG_HOME": named}.items():
        monkeypatch.delenv(variable, raising=False) if value is None else monkeypatch.setenv(variable, value)
    assert cache_folder() == platformdirs.user_cache_path("summarize", appauthor=False)
    assert config_folder() == platformdirs.user_config_path("summarize", appauthor=False)
