"""Where files lie that nobody names: the shipped curriculum, and what the state folder holds."""

from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
CURRICULUM = Path("data") / "curriculum.toml"


def shipped_curriculum() -> Path:
    """Find the curriculum in the wheel, or in the checkout of an editable install."""
    in_wheel = PACKAGE / CURRICULUM
    return in_wheel if in_wheel.is_file() else PACKAGE.parent.parent / CURRICULUM


def lock_of(state: Path, real: Path) -> Path:
    """Name the lock of a file by its real path, so that two links to one file share it."""
    return state / "locks" / f"{_digest(real)}.lock"


def snapshots_of(state: Path, real: Path) -> Path:
    """Name the folder of a file's snapshots."""
    return state / "snapshots" / _digest(real)


def _digest(real: Path) -> str:
    return sha256(str(real).encode(errors="surrogateescape")).hexdigest()[:16]
