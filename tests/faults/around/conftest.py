import os
from pathlib import Path

import pytest

from faults.around.typed import CURRICULUM, log
from running import a_home


@pytest.fixture
def logbook():
    """Start with a logbook of three entries that pmcareer wrote."""
    home = a_home(CURRICULUM)
    for number in (1, 2, 3):
        log(f"rsk-{number:02}")
    return home / "logbook.toml"


@pytest.fixture
def state():
    return Path(os.environ["XDG_STATE_HOME"])
