"""Look at the logbook anyhow, and at who may write to it."""

import os
from pathlib import Path
from typing import cast

from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.errors import DataFileBroken, PmcareerError
from pmcareer.storage.disk.files import DISK
from pmcareer.storage.logbook.reading import read_logbook


def read_logbook_anyhow(path: Path) -> Logbook:
    """Read a logbook; one that can't be read at all is empty and has a problem."""
    try:
        return read_logbook(path)
    except DataFileBroken as error:
        return Logbook(problems=cast("tuple[Problem, ...]", error.problems))
    except PmcareerError as error:
        return Logbook(problems=(Problem(file=str(path), message=error.message, hint=error.hint),))


def others_may_write(path: Path) -> bool:
    """Tell whether everybody on this machine may change a file or folder."""
    status = DISK.status(path)
    return os.name == "posix" and status is not None and bool(status.st_mode & 0o002)
