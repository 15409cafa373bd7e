"""What lies beside the logbook and is worth a word in passing: copies of a sync service."""

from pathlib import Path

from pmcareer.domain.ground.problem import Problem
from pmcareer.storage.logbook.beside import candidates_beside


def noticed(logbook: Path) -> tuple[Problem, ...]:
    """Warn of what lies beside the logbook, and name the command that mends it."""
    # By names first, since every command that reads stops here for a moment.
    if not any(candidates_beside(logbook)):
        return ()
    from pmcareer.storage.logbook.copies import conflict_copies  # noqa: PLC0415

    found = []
    for copy in conflict_copies(logbook)[:1]:
        message = "this copy has entries of its own. Merge them: pmcareer doctor --fix"
        found.append(Problem(file=str(copy), message=message))
    return tuple(found)
