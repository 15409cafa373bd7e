"""Programs of others that are missing, or end with an error."""

from pmcareer.errors.base import PmcareerError


class NoEditor(PmcareerError):
    """Say that no editor could be started."""

    code = "no-editor"

    def __init__(self, command: str) -> None:
        super().__init__(
            f"The editor '{command}' can't be started.", "Name yours: export EDITOR=nano"
        )


class NoTerminal(PmcareerError):
    """Say that the editor every system has needs a terminal, and that none is there."""

    code = "no-editor"

    def __init__(self) -> None:
        super().__init__(
            "There is no terminal to edit in; nothing was changed.",
            "Set $VISUAL or $EDITOR to an editor that needs none.",
        )


class EditorFailed(PmcareerError):
    """Say that the editor ended with an error, so what it left is not taken for finished."""

    code = "editor-failed"

    def __init__(self, exit_code: int, copy: object) -> None:
        super().__init__(
            f"The editor ended with an error ({exit_code}); nothing was changed.",
            f"What it left is kept in {copy}",
        )
