"""The browser of the tests of the page."""

from __future__ import annotations

from tests.browser import browser

__all__ = ["browser"]
