"""What says what lies between a person and a role."""

from collections.abc import Mapping
from datetime import date

from pmcareer.domain.coaching.because import Because
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.plan.framework_gap import FrameworkGap
from pmcareer.domain.plan.gap import Gap


@frozen
class GapAnswer:
    """The difference to a role, on a day."""

    gap: Gap
    today: date
    short_titles: Mapping[str, str]
    """What each role is called where there is little room."""
    because: tuple[Because, ...] = ()
    """The answers that change it."""
    framework: FrameworkGap | None = None
    """The published framework that was asked about."""
    detail: bool = False
    """All of it was asked for."""
    problems: Problems = ()
