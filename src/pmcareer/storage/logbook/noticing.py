"""What lies beside the logbook and is worth a word in passing: copies of a sync service."""

from pathlib import Path

from pmcareer.domain.ground.problem import Problem
from pmcareer.storage.logbook.copies import conflict_copies


def noticed(logbook: Path) -> tuple[Problem, ...]:
    """Warn of what lies beside the logbook, and name the command that mends it."""
    found = []
    for copy in conflict_copies(logbook)[:1]:
        message = "this copy has entries of its own. Merge them: pmcareer doctor --fix"
        found.append(Problem(file=str(copy), message=message))
    return tuple(found)
