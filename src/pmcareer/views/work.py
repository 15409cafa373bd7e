"""The sheet that was written, or its text."""

from dataclasses import replace
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.practice.marking import Marked
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.keys import Keys, picked
from pmcareer.views.parts.text import clean, if_said, one_line, plural, shortened

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

SAYS = {
    "right": "{}, right",
    "wrong": "{} is not it.",
    "empty": "still empty",
    "missing": "no such row in the sheet",
    "unread": "'{}' can't be read as one number.",
    "unit": "{} is in another unit.",
}
WEIGHS = {
    "right": "done",
    "wrong": "warning",
    "empty": "quiet",
    "missing": "warning",
    "unread": "warning",
    "unit": "warning",
}
"""How what is said of a figure is drawn, where it is no warning."""
MOST_OF_A_LABEL = 120
COPY_FIRM = "pmcareer work --practice tidewell"
"""What is typed to have the files of the practice firm."""
A_FIRM = "firm"
"""What is no exercise and no step, but the files that one practises on."""


@frozen
class WorkedOn(Answer):
    """An exercise or a step, and the sheet that was made of it."""

    kind: str
    id: str
    title: str
    log_with: str
    """What is typed once it is done."""
    check_with: str = ""
    """What is typed to see which figures are right; nothing where none is asked for."""
    on_firm: bool = False
    """The practice firm has the files for it."""
    path: str | None = None
    """Where it was written; None where it was only printed."""
    text: str | None = None
    """What is printed; None where it was written."""
    checked: str | None = None
    """The filled-in sheet whose figures were looked at."""
    figures: tuple[Marked, ...] = ()
    """What was found of each."""
    not_checked: tuple[str, ...] = ()
    """Labels of the sheet's table that can't be worked out here."""

    @property
    def exit_code(self) -> int:
        """Tell scripts whether a figure is not right yet."""
        return 1 if any(each.state != "right" for each in self.figures) else 0

    def printing(self, text: str) -> "WorkedOn":
        """Return the same with its text."""
        return replace(self, text=text)

    def written_to(self, path: str) -> "WorkedOn":
        """Return the same with the place it was written to."""
        return replace(self, path=path)


def render(worked: WorkedOn, page: "Page") -> "Blocks":
    """Say where it is, and what is typed once it is done; or which figures are right."""
    if worked.checked:
        yield from _figures(worked, page)
        return
    yield page.line((f"Wrote {clean(worked.path)}", "strong"))
    if worked.kind == A_FIRM:
        yield page.line((f"{worked.title}, a made-up firm; its README.md comes first.", "quiet"))
        return
    yield page.line((f"{clean(worked.title)}. Work in it with any editor.", "quiet"))
    if worked.check_with:
        yield page.line(("Which figures are right: ", "quiet"), (worked.check_with, "item"))
    if worked.on_firm:
        yield page.line(("No project? The practice firm: ", "quiet"), (COPY_FIRM, "item"))
    yield page.line(("When it is done: ", "quiet"), (worked.log_with, "item"))


def _figures(worked: WorkedOn, page: "Page") -> "Blocks":
    """Draw each figure with what is to be said of it; what is right is not given away."""
    right = sum(each.state == "right" for each in worked.figures)
    yield page.heading(one_line(worked.title), worked.id)
    yield page.line(f"{right} of {plural(len(worked.figures), 'figure')} right.")
    for each in worked.figures:
        sign = "done" if each.state == "right" else "open"
        answer = f"{shortened(each.answer)}{if_said(' (read as {})', each.read_as)}"
        words = f": {SAYS[each.state].format(answer)}{if_said(' {}', each.says)}"
        yield page.led(sign, one_line(each.figure.asks), (words, WEIGHS.get(each.state, "warning")))
    for label in worked.not_checked:
        yield page.led(
            "open", shortened(label, MOST_OF_A_LABEL), (": it can't be worked out here", "quiet")
        )
    if right == len(worked.figures):
        yield page.line(("When it is done: ", "quiet"), (worked.log_with, "item"))


def as_dict(worked: WorkedOn) -> Keys:
    """Return what it is of, and its path or its text."""
    return {
        "kind": worked.kind,
        "id": worked.id,
        "title": worked.title,
        "path": worked.path,
        "text": worked.text,
        "checked": worked.checked,
        "figures": list(map(_figure_keys, worked.figures)),
        "not_checked": worked.not_checked,
    }


def _figure_keys(each: Marked) -> Keys:
    return {
        **picked(each.figure, "id", "asks", "unit"),
        "answer": each.answer or None,
        "state": each.state,
        "says": each.says or None,
        "read_as": each.read_as or None,
    }
