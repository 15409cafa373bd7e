"""What is said of a text that is no TOML."""


class BadToml(ValueError):
    """Say in our own words why a text is no TOML, with the line counted from 1."""

    def __init__(self, message: str, hint: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line
