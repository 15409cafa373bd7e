"""A logbook that is not as it should be: what can still be read, and a line for everything else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.entries import KINDS, Entry
from pmcareer.domain.logbook.logbook import FORMAT, Logbook, logbook_of
from pmcareer.errors import nearest
from pmcareer.storage.explaining import problems_in, shown
from pmcareer.storage.logbook_rows import FIRST_YEAR, KEYS, LAST_YEAR, entry_of
from pmcareer.storage.outline import Outline, pieces
from pmcareer.storage.toml import BOM, BadToml, parse_text

HEADER = re.compile(r"^[ \t]*\[\[[ \t]*entries[ \t]*\]\]", re.MULTILINE)
LAST_KEY = re.compile(r"\s*id\s*=")
NOT_UTF8 = re.compile("[\udc80-\udcff]")
UPDATE = "Update: python -m pip install --upgrade pmcareer"


@dataclass(kw_only=True)
class _Reading:
    """What has been read so far."""

    file: str
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def problem(self, line: int | None, message: str, hint: str, where: str = "") -> None:
        self.problems.append(
            Problem(file=self.file, line=line, where=where, message=message, hint=hint)
        )

    def note(self, line: int | None, message: str, hint: str, where: str = "") -> None:
        self.notes.append(
            Problem(file=self.file, line=line, where=where, message=message, hint=hint)
        )

    def logbook(self) -> Logbook:
        _note_ids_there_twice(self)
        return logbook_of(
            self.entries, problems=_by_line(self.problems), notes=_by_line(self.notes)
        )


def explained(
    found: Mapping[str, Any],
    entries: Sequence[Entry | None],
    unread: Sequence[int],
    raw: bytes,
    *,
    file: str,
) -> Logbook:
    """Give the entries of a file that is TOML, and say what is wrong with its other rows and keys."""
    reading = _Reading(file=file)
    outline = Outline(text=raw.decode("utf-8-sig"))
    _note_top_level(reading, found, outline)
    rescued = {
        index: _rescued(reading, found["entries"][index], index, outline) for index in unread
    }
    reading.entries = [
        entry for index, read in enumerate(entries) if (entry := read or rescued[index])
    ]
    return reading.logbook()


def _note_top_level(
    reading: _Reading, found: Mapping[str, Any], outline: Outline, shift: int = 0
) -> None:
    for key in found.keys() - KEYS:
        near = nearest(key, KEYS)
        meant = f"Did you mean '{near[0]}'?" if near else "It can stay."
        line = _shifted(outline.line_of((key,)), shift)
        reading.note(
            line, "nothing knows this; it is kept and counts nowhere.", meant, shown(key).strip("'")
        )
    if not isinstance(found.get("entries", []), list):
        line = _shifted(outline.line_of(("entries",)), shift)
        reading.problem(
            line, "this is one table and no array of tables.", "Write [[entries]].", "entries"
        )
    if "format" in found:
        _judge_format(reading, found["format"], _shifted(outline.line_of(("format",)), shift))


def _judge_format(reading: _Reading, number: object, line: int | None) -> None:
    if type(number) is not int or number < FORMAT:
        reading.problem(
            line, f"{shown(number)} is no format.", f"Write format = {FORMAT}.", "format"
        )
    elif number > FORMAT:
        message = f"a newer pmcareer wrote this file ({number}); it is read as well as it can be, and not written to."
        reading.note(line, message, UPDATE, "format")


def _shifted(line: int | None, shift: int) -> int | None:
    return None if line is None else line + shift


def _rescued(
    reading: _Reading, row: object, index: int, outline: Outline, shift: int = 0
) -> Entry | None:
    """Read a row past its unknown keys; say why when that does not help."""
    header = _shifted(outline.line_of(("entries", index)), shift)
    if not isinstance(row, dict):
        reading.problem(header, f"{shown(row)} is no entry.", "Write it as an [[entries]] table.")
        return None
    name = f"entries {_name(row, index)}"
    kind = row.get("kind")
    if not isinstance(kind, str) or not isinstance(row.get("id"), str):
        key = "id" if isinstance(kind, str) else "kind"
        message = (
            "it is missing." if key not in row else f"{shown(row[key])} is not text in quotes."
        )
        reading.problem(header, message, "A record that was cut off lacks it.", f"{name}, {key}")
        return None
    if kind not in KINDS:
        near = nearest(kind, KINDS)
        meant = f"Did you mean '{near[0]}'?" if near else f"The kinds are {', '.join(KINDS)}."
        line = _shifted(outline.line_of(("entries", index, "kind")), shift)
        reading.note(
            line,
            f"nothing knows the kind {shown(kind)}; it is kept and counts nowhere.",
            meant,
            name,
        )
        return None
    return _read_past(reading, row, index, outline, shift)


def _name(row: Mapping[str, Any], index: int) -> str:
    name = row.get("id")
    return shown(name).strip("'") if isinstance(name, str) else f"number {index + 1}"


def _read_past(
    reading: _Reading, row: Mapping[str, Any], index: int, outline: Outline, shift: int
) -> Entry | None:
    model = KINDS[row["kind"]]
    wrong = []
    for problem in _wrong_with(reading.file, row, index, outline):
        moved = replace(problem, line=_shifted(problem.line, shift))
        if problem.message.startswith("nothing knows this key"):
            message = "nothing knows this key; it is kept and counts nowhere."
            reading.notes.append(
                replace(moved, message=message, hint=moved.hint.replace("Take it out.", ""))
            )
        else:
            wrong.append(moved)
    reading.problems.extend(wrong)
    known = {field.alias or name for name, field in model.model_fields.items()}
    return None if wrong else entry_of({key: value for key, value in row.items() if key in known})


def _wrong_with(
    file: str, row: Mapping[str, Any], index: int, outline: Outline
) -> Iterator[Problem]:
    model = KINDS[row["kind"]]
    try:
        entry = model.model_validate(row)
    except ValidationError as error:
        above = ("entries", index)
        yield from problems_in(
            error, file=file, outline=outline, found=row, model=model, above=above
        )
        return
    yield Problem(
        file=file,
        line=outline.line_of(("entries", index, "on")),
        where=f"entries {_name(row, index)}, on",
        message=f"{entry.on} is no day of a logbook.",
        hint=f"Write a day between {FIRST_YEAR} and {LAST_YEAR}.",
    )


def salvaged(raw: bytes, whole: BadToml, *, file: str) -> Logbook:
    """Read the entries of a file that is no TOML one by one; the `whole` says why where no entry does."""
    reading = _Reading(file=file)
    text = raw.decode("utf-8", "surrogateescape").removeprefix(BOM)
    for first_line, piece in pieces(text, Outline(text=text).starts("entries")):
        for line, part in _parts(piece, first_line):
            _read_part(reading, part, line)
    if not any(problem.line == whole.line for problem in reading.problems):
        reading.problem(whole.line, whole.message, whole.hint)
    reading.problems = [_with_offset(problem, whole) for problem in reading.problems]
    return reading.logbook()


def _with_offset(problem: Problem, whole: BadToml) -> Problem:
    """Say of the first byte that is not UTF-8 where in the file it is."""
    first = problem.line == whole.line and "UTF-8" in whole.message and "UTF-8" in problem.message
    return replace(problem, message=whole.message) if first else problem


def _parts(piece: str, first_line: int) -> list[tuple[int, str]]:
    """Cut a piece once more where a text that is never closed hides the headers below it."""
    if _bad(piece) is None:
        return [(first_line, piece)]
    hidden = [piece.count("\n", 0, match.start()) + 1 for match in HEADER.finditer(piece)]
    return [(first_line + line - 1, part) for line, part in pieces(piece, hidden)]


def _bad(text: str) -> BadToml | None:
    stray = NOT_UTF8.search(text)
    if stray:
        line = text.count("\n", 0, stray.start()) + 1
        byte = ord(stray[0]) - 0xDC00
        return BadToml(f"byte 0x{byte:02x} is not UTF-8 text.", "Save the file as UTF-8.", line)
    try:
        parse_text(text)
    except BadToml as bad:
        return bad
    return None


def _read_part(reading: _Reading, part: str, first_line: int) -> None:
    bad = _bad(part)
    if bad is not None:
        line = first_line + (bad.line or 1) - 1
        reading.problem(line, bad.message, bad.hint)
        part = _sound_start(part, bad)
    found = parse_text(part)
    outline = Outline(text=part)
    _note_top_level(reading, found, outline, first_line - 1)
    rows = found.get("entries", [])
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        entry = entry_of(row)
        if entry is None and bad is None:
            entry = _rescued(reading, row, index, outline, first_line - 1)
        if entry:
            reading.entries.append(entry)


def _sound_start(part: str, bad: BadToml) -> str:
    """Give what comes before the damage: up to its line, or up to the `id`, with which a record is whole."""
    lines = part.split("\n")
    ids = (number for number, line in enumerate(lines, start=1) if LAST_KEY.match(line))
    for size in ((bad.line or 1) - 1, next(ids, 0)):
        start = "\n".join(lines[:size])
        if _bad(start) is None:
            return start
    return ""


def _note_ids_there_twice(reading: _Reading) -> None:
    seen: dict[str, Entry] = {}
    for entry in reading.entries:
        first = seen.setdefault(entry.id, entry)
        if first is not entry:
            differs = "" if first == entry else " They differ: the first one counts."
            message = f"this id is there twice; it counts once.{differs}"
            reading.note(None, message, "Delete one, or give it another id.", f"entries {entry.id}")


def _by_line(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))
