"""What the answers of several commands have in common."""

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem


@frozen
class Answer:
    """What a command found out; what it read may be at fault."""

    problems: tuple[Problem, ...] = ()
    """What could not be used of the files it rests on."""
