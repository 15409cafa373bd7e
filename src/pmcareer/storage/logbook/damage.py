"""A logbook that is not as it should be: what can still be read, and a line for everything else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from pmcareer.domain.ground.problem import Problem, Severity
from pmcareer.domain.logbook.entries import KINDS, Entry
from pmcareer.domain.logbook.logbook import FORMAT, NEWER, Logbook, logbook_of
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.explaining import bare, by_line, meant, problems_in, shown
from pmcareer.storage.logbook.blocks import bad_in, parts_of, sound_start, text_in
from pmcareer.storage.logbook.rows import FIRST_YEAR, KEYS, LAST_YEAR, entry_of, rows_of
from pmcareer.storage.outline import Outline, pieces
from pmcareer.storage.toml import parse_text

MAY_STAY = "It can stay."
KEPT = "it is kept and counts nowhere."
NOT_WRITTEN_TO = "it is read as well as it can be, and not written to."
UPDATE = "Update: python -m pip install --upgrade pmcareer"


@dataclass(kw_only=True)
class _Reading:
    """What has been read of a file, or of a part of one."""

    outline: Outline
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    uncounted: list[tuple[set[str], Problem]] = field(default_factory=list)
    """What is wrong with rows that count nowhere, with their ids."""

    def line_of(self, *place: str | int) -> int | None:
        return self.outline.line_of(place)

    def problem(self, line: int | None, message: str, hint: str, where: str = "") -> None:
        self.problems.append(self.at(line, message, hint, where))

    def note(
        self,
        line: int | None,
        message: str,
        hint: str,
        where: str = "",
        *,
        severity: Severity = "warning",
    ) -> None:
        """Note what was read past: an error where an entry does not count because of it."""
        found = self.at(line, message, hint, where)
        self.notes.append(replace(found, severity=severity))

    def at(self, line: int | None, message: str, hint: str, where: str) -> Problem:
        return Problem(file=self.outline.file, line=line, where=where, message=message, hint=hint)

    def logbook(self) -> Logbook:
        _note_ids_there_twice(self)
        _forgive_what_counts_elsewhere(self)
        return logbook_of(self.entries, problems=by_line(self.problems), notes=by_line(self.notes))


def explained(
    found: Mapping[str, Any], entries: Sequence[Entry | None], raw: bytes, *, file: str
) -> Logbook:
    """Return what is read of a file that is TOML, and say what is wrong with its rows and keys.

    `entries` are those of its rows, None where a row is no entry at first sight.
    """
    reading = _Reading(outline=Outline(file=file, text=raw.decode("utf-8-sig")))
    _note_top_level(reading, found)
    for index, entry in enumerate(entries):
        read = entry or _rescued(reading, found["entries"][index], index)
        if read:
            reading.entries.append(read)
    return reading.logbook()


def _note_top_level(reading: _Reading, found: Mapping[str, Any]) -> None:
    for key in found.keys() - KEYS:
        _note_unknown_top(reading, key, found[key])
    if not isinstance(found.get("entries", []), list):
        message = "this is one table and no array of tables."
        reading.problem(reading.line_of("entries"), message, "Write [[entries]].", "entries")
    if "format" in found:
        _judge_format(reading, found["format"])


def _note_unknown_top(reading: _Reading, key: str, value: object) -> None:
    line, message, where = reading.line_of(key), f"nothing knows this; {KEPT}", bare(key)
    near = meant(key, KEYS)
    if _looks_like_entries(value):
        entries = near or "Did you mean 'entries'?"
        reading.note(line, f"{message} {entries}", "", where, severity="error")
        _remember(reading, value, reading.notes[-1:])
    else:
        reading.note(line, message, near or MAY_STAY, where)


def _looks_like_entries(value: object) -> bool:
    """Tell what was an entry before its header was damaged from a table of somebody's own."""
    rows = value if isinstance(value, list) else [value]
    return any(isinstance(row, dict) and {"kind", "id"} & row.keys() for row in rows)


def _judge_format(reading: _Reading, number: object) -> None:
    line = reading.line_of("format")
    if type(number) is not int or number < FORMAT:
        hint = f"Write format = {FORMAT}."
        reading.problem(line, f"{shown(number)} is no format.", hint, "format")
    elif number > FORMAT:
        message = f"a newer pmcareer wrote this file ({number}); {NOT_WRITTEN_TO}"
        reading.note(line, message, UPDATE, NEWER)


def _rescued(reading: _Reading, row: object, index: int) -> Entry | None:
    """Read a row past its unknown keys; say why when that does not help."""
    header = reading.line_of("entries", index)
    if not isinstance(row, dict):
        reading.problem(header, f"{shown(row)} is no entry.", "Write it as an [[entries]] table.")
        return None
    where = f"entries {_name(row, index)}"
    for key in ("kind", "id"):
        if not isinstance(row.get(key), str):
            hint = "A record that was cut off lacks it."
            if key == "id" and entry_of({**row, "id": "x"}):
                hint = 'Give it one that no other has, with pmcareer edit: id = "…"'
            reading.problem(header, _no_text(row, key), hint, f"{where}, {key}")
            _remember(reading, row, reading.problems[-1:])
            return None
    if row["kind"] not in KINDS:
        _note_kind(reading, row["kind"], index, where)
        _remember(reading, row, reading.notes[-1:])
        return None
    return _read_past(reading, row, index)


def _remember(reading: _Reading, row: object, problems: Iterable[Problem]) -> None:
    """Keep with the problems of a row, or of several in a table, the ids that they have."""
    rows = row if isinstance(row, list) else [row]
    names = {str(each.get("id", "")) for each in rows if isinstance(each, dict)}
    reading.uncounted += [(names, problem) for problem in problems]


def _forgive_what_counts_elsewhere(reading: _Reading) -> None:
    """Only note what is wrong with a row whose entry counts all the same.

    So it is once it was brought back: the damaged row stays where it is, and costs nothing.
    """
    counted = {entry.id for entry in reading.entries}
    for names, problem in reading.uncounted:
        if names <= counted:
            _forgive(reading, problem)


def _forgive(reading: _Reading, problem: Problem) -> None:
    for found in (reading.problems, reading.notes):
        if problem in found:
            found.remove(problem)
    message = f"{problem.message} What it said counts."
    hint = "Take it out."
    reading.notes.append(replace(problem, message=message, hint=hint, severity="warning"))


def _name(row: Mapping[str, Any], index: int) -> str:
    name = row.get("id")
    if isinstance(name, str):
        return bare(name)
    return f"number {index + 1}"


def _no_text(row: Mapping[str, Any], key: str) -> str:
    if key not in row:
        return "it is missing."
    return f"{shown(row[key])} is not text in quotes."


def _note_kind(reading: _Reading, kind: str, index: int, where: str) -> None:
    message = f"nothing knows the kind {shown(kind)}; {KEPT}"
    # In the sentence itself, as readers are told no hints.
    near = meant(kind, KINDS)
    hint = "" if near else f"The kinds are {', '.join(KINDS)}."
    line = reading.line_of("entries", index, "kind")
    reading.note(line, f"{message} {near}".strip(), hint, where, severity="error")


def _read_past(reading: _Reading, row: Mapping[str, Any], index: int) -> Entry | None:
    """Read a row without the keys that its kind does not know, and note each of them."""
    wrong = []
    for problem in _wrong_with(reading, row, index):
        if problem.message.startswith("nothing knows this key"):
            hint = problem.hint.replace("Take it out.", MAY_STAY)
            message = f"nothing knows this key; {KEPT}"
            noted = replace(problem, message=message, hint=hint, severity="warning")
            reading.notes.append(noted)
        else:
            wrong.append(problem)
    reading.problems += wrong
    if wrong:
        _remember(reading, row, wrong)
        return None
    fields = KINDS[row["kind"]].model_fields.items()
    keys = {field.alias or name for name, field in fields}
    return entry_of({key: row[key] for key in keys & row.keys()})


def _wrong_with(reading: _Reading, row: Mapping[str, Any], index: int) -> Iterable[Problem]:
    model = KINDS[row["kind"]]
    place = ("entries", index)
    try:
        entry = model.model_validate(row)
    except ValidationError as error:
        return problems_in(error, outline=reading.outline, found=row, model=model, above=place)
    message = f"{entry.on} is no day of a logbook."
    hint = f"Write a day between {FIRST_YEAR} and {LAST_YEAR}."
    where = f"entries {_name(row, index)}, on"
    return [reading.at(reading.line_of(*place, "on"), message, hint, where)]


def salvaged(raw: bytes, whole: BadToml, *, file: str) -> Logbook:
    """Read the entries of a file that is no TOML one by one.

    What is wrong with the `whole` is said where nothing is wrong with any entry.
    """
    text = text_in(raw)
    reading = _Reading(outline=Outline(file=file, text=text))
    for first_line, piece in pieces(text, reading.outline.starts("entries")):
        for line, part in parts_of(piece, first_line):
            _read_part(reading, part, line - 1)
    lines = [problem.line for problem in reading.problems]
    if whole.line not in lines:
        reading.problem(whole.line, whole.message, whole.hint)
    reading.problems = [_with_offset(problem, whole) for problem in reading.problems]
    return reading.logbook()


def _read_part(whole: _Reading, part: str, above: int) -> None:
    """Read a part with `above` lines of the file above it, to the lists of the whole."""
    bad = bad_in(part)
    sound = part
    if bad is not None:
        whole.problem(above + (bad.line or 1), bad.message, bad.hint)
        sound = sound_start(part, bad)
    found = parse_text(sound)
    reading = replace(whole, outline=Outline(file=whole.outline.file, text=sound, above=above))
    _note_top_level(reading, found)
    for index, row in enumerate(rows_of(found)):
        entry = entry_of(row)
        # Of a record that is torn one line tells, and not one for each key that it lacks.
        if entry is None and bad is None:
            entry = _rescued(reading, row, index)
        if entry:
            reading.entries.append(entry)


def _with_offset(problem: Problem, whole: BadToml) -> Problem:
    """Say of the first byte that is not UTF-8 where in the file it is."""
    if problem.line == whole.line and "UTF-8" in whole.message and "UTF-8" in problem.message:
        return replace(problem, message=whole.message)
    return problem


def _note_ids_there_twice(reading: _Reading) -> None:
    seen: dict[str, Entry] = {}
    for entry in reading.entries:
        first = seen.setdefault(entry.id, entry)
        if first is entry:
            continue
        message = "this id is there twice; it counts once."
        severity: Severity = "warning"
        if first != entry:
            message += " They differ: the first one counts."
            severity = "error"
        hint, where = "Delete one, or give it another id.", f"entries {entry.id}"
        reading.note(None, message, hint, where, severity=severity)
