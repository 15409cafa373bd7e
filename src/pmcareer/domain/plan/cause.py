"""A part of how far a date has moved, and why."""

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import DriftCause


@frozen
class Cause:
    """One part of a move, in days; later is positive."""

    cause: DriftCause
    days: int
