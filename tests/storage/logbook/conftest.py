"""Where the logbook of each test here lies, and what is stored beside it."""

import pytest


@pytest.fixture
def logbook(tmp_path):
    """The place of a logbook that is not there yet, in a home that is."""
    path = tmp_path / "home/logbook.toml"
    path.parent.mkdir()
    return path


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"
