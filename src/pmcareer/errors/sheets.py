"""Sheets to work on that are not there, or no sheets."""

from pmcareer.errors.base import NEEDS_REPAIR, PmcareerError


class SheetThere(PmcareerError):
    """Refuse to write over a sheet that somebody may be working on."""

    code = "file-there"

    def __init__(self, file: object) -> None:
        super().__init__(
            f"{file} is there already; nothing was written.",
            "Go on in it, or name another file: --output FILE",
        )


class FolderThere(PmcareerError):
    """Refuse to copy files into a folder that is there."""

    code = "file-there"

    def __init__(self, folder: object) -> None:
        super().__init__(
            f"{folder} is there already; nothing was written.",
            "Name a folder that is not: pmcareer work --practice FOLDER",
        )


class BadSheet(PmcareerError):
    """Refuse a sheet that a curriculum names and that is no text below its folder."""

    code = "bad-sheet"
    exit_code = NEEDS_REPAIR

    def __init__(self, name: str, why: str) -> None:
        self.why = why
        self.mend = f"Take `sheet` out, or put a UTF-8 text there: {name}"
        super().__init__(f"The sheet '{name}' can't be used: {why}.", "See: pmcareer check")


class NoExample(PmcareerError):
    """Say that an item comes without a good and a poor example."""

    code = "no-example"

    def __init__(self, item: str) -> None:
        super().__init__(
            f"There is no example for {item}.", f"Its sheet all the same: pmcareer work {item}"
        )


class NothingToWorkOn(PmcareerError):
    """Say that there is no task today, so a bare `work` has nothing to make a sheet of."""

    code = "nothing-to-work-on"

    def __init__(self) -> None:
        super().__init__(
            "There is no open task today, so no sheet was written.", "Name one: pmcareer work ID"
        )


class BadGuide(PmcareerError):
    """Say that a file of ours that helps with an exercise is not as it was shipped."""

    code = "bad-guide"
    exit_code = NEEDS_REPAIR

    def __init__(self, file: object, why: str) -> None:
        super().__init__(f"{file} can't be used: {why}.", "Install pmcareer again.")


class NothingToCheck(PmcareerError):
    """Say that an item asks for no figure that can be computed."""

    code = "nothing-to-check"

    def __init__(self, item: str) -> None:
        super().__init__(
            f"{item} asks for no figure that can be worked out here.",
            f"Its checklist says when it is done: pmcareer show {item}",
        )


class NoSheetThere(PmcareerError):
    """Say that the file to be checked is not there, and where the sheet lies."""

    code = "no-such-file"

    def __init__(self, file: object, item: str, sheet: object) -> None:
        super().__init__(
            f"There is no file {file}.",
            f"Your sheet is another: pmcareer work {item} --check {sheet}",
        )


class NoFigures(PmcareerError):
    """Say that a file has no table of figures to be checked."""

    code = "no-figures"

    def __init__(self, file: object, item: str) -> None:
        super().__init__(
            f"{file} has no table under a heading 'Figures'.",
            f"A sheet that has one: pmcareer work {item} --print",
        )


class AnotherSheet(PmcareerError):
    """Say that a file's figures are none of those that an item asks for."""

    code = "another-sheet"

    def __init__(self, file: object, item: str, whose: str) -> None:
        known = f" It is that of {whose}: pmcareer work {whose} --check {file}" if whose else ""
        super().__init__(
            f"{file} is another sheet: none of its figures is asked for by {item}.",
            known.strip() or f"Its own: pmcareer work {item} --print",
        )
