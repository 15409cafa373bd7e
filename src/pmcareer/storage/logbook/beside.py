"""Which files beside the logbook may be copies of it, by their names alone."""

import re
from collections.abc import Iterator
from pathlib import Path

from pmcareer.storage.disk.files import DISK
from pmcareer.storage.disk.leftovers import leftovers_of
from pmcareer.storage.paths import real_path

SUFFIX = ".toml"
NOT_OURS = "curriculum.toml"
SAYS_SO = re.compile("conflict|konflikt", re.IGNORECASE)
OF_A_SERVICE = re.compile(r"conflict|konflikt| \d+\.toml$|\(\d+\)\.toml$", re.IGNORECASE)
"""What people rarely call a file of their own: Syncthing, Dropbox, Nextcloud; iCloud; Drive."""


def candidates_beside(logbook: Path) -> Iterator[Path]:
    """Go through the files beside the logbook whose names would do."""
    real = real_path(logbook)
    names = {logbook.name.lower(), real.name.lower(), NOT_OURS}
    stems = _stems(logbook, real)
    for folder in dict.fromkeys((logbook.parent, real.parent)):
        for name in _names(folder):
            if _may_be_one(name, stems) and name.lower() not in names:
                yield folder / name
    # What another program saved when a writer was killed.
    yield from leftovers_of(real)


def _stems(logbook: Path, real: Path) -> tuple[str, str]:
    # Of a link, both: a service goes by the one that it sees.
    return logbook.stem.lower(), real.stem.lower()


def _may_be_one(name: str, stems: tuple[str, str]) -> bool:
    if name[:1] == ".":
        return False
    # rclone writes "logbook.toml.conflict1".
    says_so = SAYS_SO.search(name) and name.lower().startswith(stems)
    return name.lower().endswith(SUFFIX) or bool(says_so)


def _names(folder: Path) -> list[str]:
    try:
        return DISK.names(folder)
    except OSError:
        return []


def is_named_like(path: Path, logbook: Path) -> bool:
    """Tell whether a file has a name of the logbook, with something more."""
    return path.name.lower().lstrip(".").startswith(_stems(logbook, real_path(logbook)))
