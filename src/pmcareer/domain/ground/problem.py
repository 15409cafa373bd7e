"""One problem of a data file: where it is, what is wrong, and the mend."""

from pmcareer.domain.ground.frozen import frozen


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
