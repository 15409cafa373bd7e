"""Figures of the practice firm that can't be read, or can't be computed with."""

from pmcareer.errors.base import NEEDS_REPAIR, PmcareerError


class BadTable(PmcareerError):
    """Refuse a table, or a row of it, that is not as the practice firm has it."""

    code = "bad-table"
    exit_code = NEEDS_REPAIR

    def __init__(self, table: str, why: str, line: int | None = None) -> None:
        self.why = why
        place = f"{table}:{line}" if line else table
        super().__init__(f"{place}: {why}.", "Put the file back as it was shipped.")


class NotComputable(PmcareerError):
    """Say that figures contradict each other, so nothing follows from them."""

    code = "not-computable"

    def __init__(self, why: str) -> None:
        super().__init__(f"Nothing can be computed: {why}.", "Mend the figures.")


class WaitsForItself(NotComputable):
    """Say that an activity comes after itself, if only round a corner."""

    def __init__(self, activity: str) -> None:
        super().__init__(f"{activity} waits for itself, round a corner")


class WaitsForNothing(NotComputable):
    """Say that an activity comes after one that is not there."""

    def __init__(self, activity: str, before: str) -> None:
        super().__init__(f"{activity} waits for {before}, which is not there")


class NoSize(NotComputable):
    """Say that a job takes no time, so nothing can be divided by it."""

    def __init__(self, job: str) -> None:
        super().__init__(f"{job} has no size")


class ChancesOff(NotComputable):
    """Say that the chances of an option are not those of all that may come of it."""

    def __init__(self, option: str, whole: float) -> None:
        super().__init__(f"the chances of '{option}' come to {whole:g}, not to 1")


class NothingFinished(NotComputable):
    """Say that nothing came out, so the rest never will."""

    def __init__(self) -> None:
        super().__init__("nothing was finished, so what is left never is")


class NotOneRow(NotComputable):
    """Say that a row is asked for, and none or several fit."""

    def __init__(self, found: int) -> None:
        super().__init__(f"{found} rows fit, and one should")


class NoRows(NotComputable):
    """Say that no row fits, so there is no mean of them."""

    def __init__(self, take: str) -> None:
        super().__init__(f"no row fits, so there is no {take} of them")


class NotWorkedOut(NotComputable):
    """Say that an expression comes to nothing."""

    def __init__(self, expression: str, why: str) -> None:
        super().__init__(f"'{expression}' can't be worked out ({why})")


class NoFigure(PmcareerError):
    """Say that a figure is asked for that no formula gives."""

    code = "no-figure"
    exit_code = NEEDS_REPAIR

    def __init__(self, name: str) -> None:
        super().__init__(
            f"No figure comes of '{name}' here.", "Check the formula, and what it is told."
        )
