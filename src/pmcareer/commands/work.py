"""`pmcareer work`: the sheet of an exercise or a step, to work on."""

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from shlex import quote

from pmcareer.commands.given_sheet import FIRM, firm_for, given_sheet, own_sheet
from pmcareer.commands.home import Home, home_of
from pmcareer.commands.sheet_places import sheet_path
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.plan.first import first_named
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.practice.answers import answers_in
from pmcareer.domain.practice.asked import AskedFigure, asked_of
from pmcareer.domain.practice.marking import marked, not_asked
from pmcareer.domain.words.lookup import something_to_work_on
from pmcareer.domain.words.named import Named
from pmcareer.domain.words.optional import Typed
from pmcareer.errors import (
    AnotherSheet,
    NoExample,
    NoFigures,
    NoSheetThere,
    NothingToCheck,
    NothingToWorkOn,
    NotTogether,
    WrongValue,
)
from pmcareer.exports.sheet import Worked, examples_in
from pmcareer.settings import Settings, typed_path
from pmcareer.storage.curriculum.guides import figures_of
from pmcareer.storage.curriculum.sheets import read_filled, write_sheet
from pmcareer.storage.firm_copy import copy_firm
from pmcareer.storage.paths import real_path
from pmcareer.storage.practice import read_table
from pmcareer.views.work import A_FIRM, WorkedOn

LINES_OF_A_HEAD = 10


def run(
    settings: Settings,
    word: Typed = None,
    *,
    output: Typed = None,
    is_printed: bool = False,
    is_example: bool = False,
    check: Typed = None,
    practice: Typed = None,
) -> WorkedOn:
    """Write the sheet of what is named, else of today's task; or hand its text back.

    With `check`, a file, it says which figures of a filled-in sheet are right; with `practice`, a
    folder, it copies the files of the practice firm there.
    """
    if practice is not None:
        said = _said(word, output, check, is_printed=is_printed, is_example=is_example)
        return _practice(settings, practice, said)
    home = home_of(settings)
    if output is not None and (is_printed or is_example):
        said = (f"--output {output}", "--print" if is_printed else "--example")
        raise NotTogether(*said)
    if output is not None and output.strip() in {"", "-"}:
        raise WrongValue("--output", output, "a file; --print prints the sheet")
    if check is not None:
        said_too = _said(None, output, None, is_printed=is_printed, is_example=is_example)
        _refuse_beside("--check", check, said_too)

    meant = something_to_work_on(home.curriculum, word) if word is not None else _todays(home)
    item = meant.item
    assert isinstance(item, Exercise | Step)  # noqa: S101 -- nothing else has a sheet
    own = None if check is not None else own_sheet(settings, home, item)
    answer = WorkedOn(
        kind=meant.kind,
        id=item.id,
        title=item.title,
        log_with=_log_line(item),
        problems=home.problems,
    )

    if check is not None:
        return _checked(home, item, check, answer)
    if is_example:
        return answer.printing(_examples(own, item.id))
    text = given_sheet(home, item, own)
    if is_printed:
        return answer.printing(text)
    path = sheet_path(settings, item)
    if output is not None:
        path = typed_path("--output", output)
    settings.put(partial(_write, settings, path, text, makes_folder=output is None))
    written = str(real_path(path))
    return _with_firm(home, item, answer.written_to(written))


def _with_firm(home: Home, item: Worked, answer: WorkedOn) -> WorkedOn:
    """Add what the practice firm has for an item whose sheet was written."""
    on_firm = isinstance(item, Exercise) and firm_for(home, item) is not None
    if _figures_for(home, item):
        check_with = f"pmcareer work {item.id} --check {quote(answer.path or '')}"
        answer = replace(answer, check_with=check_with)
    return replace(answer, on_firm=on_firm)


def _said(
    word: Typed, output: Typed, check: Typed, *, is_printed: bool, is_example: bool
) -> tuple[str, ...]:
    """List what was typed, as it was typed."""
    typed = {
        word or "": word is not None,
        f"--output {output}": output is not None,
        f"--check {check}": check is not None,
        "--print": is_printed,
        "--example": is_example,
    }
    return tuple(each for each, is_said in typed.items() if is_said)


def _refuse_beside(option: str, name: str, others: Sequence[str]) -> None:
    if others:
        said = (f"{option} {name}", others[0])
        raise NotTogether(*said)
    # Whoever types an option behind it wants help, and no folder of that name.
    if not name.strip() or name.startswith("-"):
        raise WrongValue(option, name, "a folder" if option == "--practice" else "a file")


def _practice(settings: Settings, name: str, others: Sequence[str]) -> WorkedOn:
    """Copy the practice firm to where somebody wants to work with it."""
    _refuse_beside("--practice", name, others)
    folder = typed_path("--practice", name)
    settings.put(partial(_copy, settings, folder))
    answer = WorkedOn(kind=A_FIRM, id=folder.name, title=FIRM, log_with="")
    return answer.written_to(str(real_path(folder)))


def _copy(settings: Settings, folder: Path) -> tuple[str, ...]:
    """Copy the firm; it is no entry."""
    copy_firm(folder, hold=settings.hold)
    return ()


def _checked(home: Home, item: Worked, file: str, answer: WorkedOn) -> WorkedOn:
    """Hold the figures of a filled-in sheet against those of the practice firm."""
    figures = _figures_for(home, item)
    if not figures:
        raise NothingToCheck(item.id)
    text = _filled(home, item, file)
    answers = answers_in(text)
    if answers is None:
        raise NoFigures(file, item.id)
    found = marked(figures, answers, read_table)
    if {each.state for each in found} == {"missing"}:
        raise AnotherSheet(quote(file), item.id, _whose(home, item, text))
    return replace(
        answer,
        checked=file,
        figures=found,
        not_checked=not_asked(figures, answers),
    )


def _whose(home: Home, item: Worked, text: str) -> str:
    """Find the exercise that the head of a sheet names; "" for none, or the item itself."""
    for line in text.splitlines()[:LINES_OF_A_HEAD]:
        name = line.partition(" ")[0]
        if name in home.curriculum.exercise and name != item.id:
            return name
    return ""


def _figures_for(home: Home, item: Worked) -> tuple[AskedFigure, ...]:
    """Read which figures of the practice firm an item asks for."""
    if not isinstance(item, Exercise):
        return ()
    rows = figures_of(item, home.curriculum, home.settings.curriculum)
    return tuple(map(asked_of, rows))


def _filled(home: Home, item: Worked, file: str) -> str:
    """Read a filled-in sheet; say where that of the item lies, where it is not the one."""
    path, sheet = typed_path("--check", file), sheet_path(home.settings, item)
    if sheet.is_file() and not os.path.lexists(path):
        raise NoSheetThere(file, item.id, quote(str(sheet)))
    return read_filled(path)


def _write(settings: Settings, path: Path, text: str, *, makes_folder: bool) -> tuple[str, ...]:
    """Write the sheet; it is no entry."""
    write_sheet(path, text, makes_folder=makes_folder, hold=settings.hold)
    return ()


def _todays(home: Home) -> Named:
    task = first_named(Planner(person=home.person))
    if task is None:
        raise NothingToWorkOn
    return task


def _examples(own: str | None, name: str) -> str:
    examples = examples_in(own or "")
    if not examples:
        raise NoExample(name)
    return f"{examples}\n"


def _log_line(item: Worked) -> str:
    line = f"pmcareer log {item.id}"
    if isinstance(item, Exercise):
        return line
    # Whose answer one waits for is worth a name.
    return item.log_with or (f'{line} --with "NAME"' if item.waits else line)
