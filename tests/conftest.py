"""What all tests share: where the real edition is, and an edition in a temporary folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

VARIABLE = "DRAGOMAN_REAL_EDITION"


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
