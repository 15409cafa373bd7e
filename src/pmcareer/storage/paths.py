"""Where files lie that nobody names: the shipped curriculum, and what the state folder holds."""

import os
from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
CURRICULUM = Path("data") / "curriculum.toml"
APART = ("steps", "certifications", "prompts", "profile", "frameworks", "industries")
"""Tables of the shipped curriculum that lie in files of their own, for those who need them."""


def shipped_curriculum() -> Path:
    """Find the curriculum in the wheel, or in the checkout of an editable install."""
    in_wheel = PACKAGE / CURRICULUM
    if in_wheel.is_file():
        return in_wheel
    return PACKAGE.parent.parent / CURRICULUM


def apart(file: Path, table: str) -> Path:
    """Name the file beside the shipped curriculum that a table lies in."""
    return file.with_name(f"{table}.toml")


def real_path(path: Path) -> Path:
    """Follow links to where a file lies."""
    # Not resolve(): it stumbles over links that lead in a circle.
    return Path(os.path.realpath(path))


def lock_of(state: Path, real: Path) -> Path:
    """Name the lock of a file, so that two names of one file share it: by its real path."""
    # Not beside the file: a sync service would carry the lock to other machines.
    return state / "locks" / f"{_digest(real)}.lock"


def line_of(state: Path, real: Path) -> Path:
    """Name the lock that those hold who want to write a file next."""
    return state / "locks" / f"{_digest(real)}-line.lock"


def snapshots_of(state: Path, real: Path) -> Path:
    """Name the folder of a file's snapshots."""
    return state / "snapshots" / _digest(real)


def receipts_of(state: Path, real: Path) -> Path:
    """Name the folder of the receipts of a file's entries."""
    return state / "receipts" / _digest(real)


def _digest(real: Path) -> str:
    return sha256(str(real).encode(errors="surrogateescape")).hexdigest()[:16]
