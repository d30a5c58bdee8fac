"""A pytest plugin: the tests of the suite tell by the way what they reach of the modules in which a sample of faults is.

    PYTEST_PLUGINS=tests.mutants.beside SAMPLED="40 7" make test
    python -m tests.mutants --sample 40 --seed 7 --beside

The second needs not run the tests once more before it puts the faults in. As an option of pytest's the plugin would come too late: a worker of
pytest-xdist has imported the package by then.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.mutants.children import SKIPPED, Timed, noted_tables
from tests.mutants.faults import ROOT, mutants, sample
from tests.mutants.kept import KEPT, beside, test_files
from tests.mutants.marks import Marks
from tests.mutants.reached import modules_asked

_PATHS: Final = "SAMPLED_PATHS"
_WORKER: Final = "PYTEST_XDIST_WORKER"
_WORDS: Final = SKIPPED.replace("not ", "").split(" and ")


class Beside(Timed):
    """Tells of the tests that may notice a fault, and of no other."""

    def __init__(self, marks: Marks, path: Path) -> None:
        super().__init__(marks)
        self._path = path
        self._tables = noted_tables(ROOT)
        self._files = {file.relative_to(ROOT).as_posix() for file in test_files()}

    def is_told(self, item: pytest.Item) -> bool:
        """True for a test that is run for a fault."""
        is_skipped = any(word in item.nodeid for word in _WORDS) or item.get_closest_marker("timed") is not None
        return item.nodeid.partition("::")[0] in self._files and not is_skipped

    def pytest_sessionfinish(self) -> None:
        """Write down what was reached."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self.recorded("tests", self._tables).write(self._path)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Before anything of the package is imported for good."""
    if _WORKER not in os.environ:
        shutil.rmtree(KEPT / "beside", ignore_errors=True)
        size, seed = map(int, os.environ["SAMPLED"].split())
        os.environ[_PATHS] = "\n".join(sorted(modules_asked(sample(mutants(), size, seed))))
        return
    os.environ.pop("PYTEST_PLUGINS")  # what tests start is to be without it
    for name in [name for name in sys.modules if name.partition(".")[0] == "summarize"]:
        del sys.modules[name]
    marks = Marks(ROOT, os.environ.pop(_PATHS).splitlines())
    early_config.pluginmanager.register(Beside(marks, beside(os.environ[_WORKER])))
