"""Make sure of what an earlier try has stored, and could not be sure of."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from pmcareer.errors import NotConfirmed, Stale
from pmcareer.storage.disk.asides import Asides
from pmcareer.storage.disk.files import DISK, Files, reason_of
from pmcareer.storage.disk.lock import Say, alone, say_nothing
from pmcareer.storage.logbook.keeping import receipts_for
from pmcareer.storage.logbook.reading import Basis
from pmcareer.storage.paths import real_path


def confirm_entries(
    path: Path,
    state: Path,
    ids: Sequence[str],
    *,
    basis: Basis,
    files: Files = DISK,
    say: Say = say_nothing,
) -> tuple[str, ...]:
    """Wait until entries that were read are on the medium, and give them the receipts they lack.

    No byte of the logbook is written. Their ids are returned.

    Raises:
        Stale: the logbook is no longer what was read.
        NotStored: somebody else is writing and does not finish.
        NotConfirmed: they are there, and the disk did not promise to keep them.
    """
    asides = Asides(say)
    look = partial(_confirm, path, state, basis, files, asides)
    try:
        if basis.is_locked:
            look()
        else:
            _when_alone(look, real_path(path), state, files=files, asides=asides, say=say)
    except OSError as error:
        raise NotConfirmed(path, reason_of(error), ids) from error
    asides.tell()
    return tuple(ids)


def _when_alone(
    look: Callable[[], None], real: Path, state: Path, *, files: Files, asides: Asides, say: Say
) -> None:
    with alone(real, state, files=files, say=say) as refused:
        if refused:
            asides.miss("lock", state, refused)
        look()


def _confirm(path: Path, state: Path, basis: Basis, files: Files, asides: Asides) -> None:
    real = real_path(path)
    there = files.read(real)
    if there is None or there != basis.raw:
        raise Stale(path)
    _sync(real, files)
    try:
        receipts_for(path, state, files=files)(there, there)
    except Exception as error:  # noqa: BLE001 -- a receipt is no veto
        asides.miss("receipt", state, error)


def _sync(real: Path, files: Files) -> None:
    # The try before may have ended between the swap and the moment when its name was safe.
    files.sync_file(real)
    files.sync_folder(real.parent)
