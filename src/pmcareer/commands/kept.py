"""The sheet that somebody worked in: whether it was filled in, and what stands in it."""

from collections.abc import Iterator
from pathlib import Path

from pmcareer.commands.home import Home
from pmcareer.commands.work import FOLDER, given_sheet, sheet_name, sheet_path
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.logbook.entries import Entry, Finished
from pmcareer.exports.filled import Note, notes_in
from pmcareer.storage.curriculum.sheets import kept_text, sheet_folders, sheet_if_sound
from pmcareer.storage.paths import real_path

AS_GIVEN = "The sheet {} is as it was given, so that it shows nothing."
AS_EVIDENCE = "The sheet {} goes with it as evidence."


def notes_kept(home: Home, exercise: Exercise) -> tuple[Note, ...] | None:
    """Read what stands in the sheet of an exercise; None where there is no sheet to be read."""
    text = kept_text(sheet_path(home.settings, exercise))
    if text is None:
        return None
    folders = sheet_folders(home.curriculum, home.settings.curriculum)
    name = sheet_name(home, exercise)
    own = sheet_if_sound(name, folders) if name else None
    return notes_in(text, given_sheet(home, exercise, own))


def place_of(exercise: str) -> str:
    """Name the sheet of an exercise below the home, as evidence does."""
    return f"{FOLDER}/{exercise}.md"


def evidence_of(home: Home, exercise: Exercise, said: str | None) -> str | None:
    """Name the sheet as evidence, where there is one and something was written into it.

    `said` is what somebody named, which goes before; their sheet by another path is the sheet.
    """
    place = place_of(exercise.id)
    if said is None:
        return place if notes_kept(home, exercise) else None
    sheet = real_path(sheet_path(home.settings, exercise))
    is_it = "://" not in said and "\0" not in said and real_path(Path(said)) == sheet
    return place if is_it and sheet.is_file() else said


def remark_on_sheet(home: Home, entry: Entry, *, is_said: bool) -> Iterator[str]:
    """Say that a sheet goes with an entry, or that nothing stands in it.

    `is_said`: somebody named the evidence.
    """
    if not isinstance(entry, Finished):
        return
    place = place_of(entry.exercise)
    if entry.evidence == place and not is_said:
        yield AS_EVIDENCE.format(place)
    elif entry.evidence in (None, place):
        notes = notes_kept(home, home.curriculum.exercise[entry.exercise])
        if notes is not None and not notes:
            yield AS_GIVEN.format(place)
