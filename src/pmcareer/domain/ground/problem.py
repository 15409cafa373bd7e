"""One problem of a data file: where it is, what is wrong, and the mend."""

from typing import Literal

from pmcareer.domain.ground.frozen import frozen

Severity = Literal["error", "warning"]


@frozen
class Problem:
    """A place in a file, what is wrong there, and what to do about it."""

    file: str
    line: int | None = None
    """Counted from 1; absent where a problem has no single line."""
    where: str = ""
    """The item and its key, "exercises pmf-02, hours"; empty for the file as a whole."""
    message: str
    hint: str = ""
    severity: Severity = "error"
    """A warning breaks nothing: what is written may well be meant."""

    @property
    def is_error(self) -> bool:
        """Tell whether it has to be mended."""
        return self.severity == "error"

    @property
    def place(self) -> str:
        """File and line, as editors read them: logbook.toml:12."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def said(self) -> str:
        """Where it is and what is wrong."""
        where = f"{self.where}: " if self.where else ""
        return f"{self.place}: {where}{self.message}"

    def __str__(self) -> str:
        """Say where it is, what is wrong, and the mend."""
        return f"{self.said} {self.hint}" if self.hint else self.said


Problems = tuple[Problem, ...]
