"""CSV: a row per entry of work, in which no cell is a formula."""

import csv
from collections.abc import Iterator
from io import StringIO

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.logbook.entries import Did, Entry, Finished, Learned, Practised, Worked
from pmcareer.domain.person.person import Person
from pmcareer.domain.words.titles import Titles
from pmcareer.exports.format import Format
from pmcareer.exports.plain import without_controls

COLUMNS = (
    "on",
    "kind",
    "what",
    "title",
    "skill",
    "side",
    "minutes",
    "mode",
    "part",
    "outcome",
    "evidence",
    "reviewed_by",
    "note",
    "id",
    "with",
    "begun",
)
OF_WORK = Finished | Worked | Practised | Did | Learned
"""Kinds of entries that are work: study, practices, steps, gates of others, courses."""
# Full-width forms count, too: a spreadsheet in Japanese reads them as the others.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
QUOTE = "'"


def csv_of(person: Person) -> str:
    """Write every entry of work, oldest first."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    work = [entry for entry in person.entries if isinstance(entry, OF_WORK)]
    titles = Titles(person.curriculum)
    # Sorting is stable: entries of one day stay in the order in which they were logged.
    for entry in sorted(work, key=lambda entry: entry.on):
        writer.writerow(_cells(entry, person.curriculum, titles))
    return text.getvalue()


def _cells(entry: Entry, curriculum: Curriculum, titles: Titles) -> Iterator[object]:
    row = entry.as_row()
    if isinstance(entry, Learned):
        # Its title, its side and its note stand under the keys of the columns already.
        known = row | {"what": entry.certification or "", "minutes": round(60 * entry.hours)}
    elif isinstance(entry, Did):
        # A gate that was confirmed, and a step, have no skill of their own.
        known = row | {"what": entry.thing, "title": titles.get(entry.thing, "")}
    else:
        known = row | _known(row, curriculum)
    for column in COLUMNS:
        yield _cell(known.get(column, ""))


def _cell(value: object) -> object:
    # Minutes stay numbers, so that a spreadsheet can add them up; true and false are words.
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return harmless(str(value))


def _known(row: dict[str, object], curriculum: Curriculum) -> dict[str, str]:
    """Say what the curriculum knows about what an entry names."""
    if "practice" in row:
        name = curriculum.now_called("practices", str(row["practice"]))
        practice = curriculum.practice.get(name)
        return {"what": name, "title": practice.title if practice else ""}
    name = curriculum.now_called("exercises", str(row["exercise"]))
    exercise = curriculum.exercise.get(name)
    if exercise is None:
        return {"what": name}
    known = {"what": name, "title": exercise.title, "skill": exercise.skill}
    if exercise.skill in curriculum.skill:
        known["side"] = curriculum.side_of(exercise) or ""
    return known


def harmless(text: str) -> str:
    """Put a quotation mark before what a spreadsheet would take for a formula."""
    # A note that says =HYPERLINK(…) would run when the table is opened.
    clean = without_controls(text)
    if clean.startswith(FORMULA_STARTS):
        return f"{QUOTE}{clean}"
    return clean


FORMAT = Format(name="csv", rests_on=Person, write=csv_of)
