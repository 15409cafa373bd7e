"""The sheet that somebody worked in: whether it was filled in, and what stands in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pmcareer.commands.home import Home
from pmcareer.commands.sheet_places import place_of, sheet_path
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Did, Entry, Finished
from pmcareer.storage.curriculum.sheets import kept_sheet, sheet_folders, sheet_if_sound
from pmcareer.storage.paths import real_path

if TYPE_CHECKING:
    from pmcareer.exports.filled import Filled, Note
    from pmcareer.exports.sheet import Worked

AS_GIVEN = "The sheet {} is as it was given, so that it shows nothing."
NOTHING_NEW = "In the sheet {} stands nothing but what was given, so that it shows nothing."
ANOTHER = "{} has none of the headings of the sheet, so that it is not taken for it."
UNREAD = "The sheet {} can't be read: {}."
AS_EVIDENCE = "The sheet {} goes with it as evidence."
MARKDOWN = (".md", ".markdown")


@frozen
class _Kept:
    """A file that may be somebody's sheet, held against what was given."""

    filled: "Filled | None" = None
    why_not: str | None = None
    """Why it can't be read; None, too, where there is none."""

    @property
    def notes(self) -> "tuple[Note, ...]":
        return self.filled.notes if self.filled and self.filled.is_sheet else ()


def notes_kept(home: Home, item: "Worked") -> "tuple[Note, ...]":
    """Read what stands in the sheet of an exercise or a step; nothing where there is none."""
    return _kept(home, item, sheet_path(home.settings, item)).notes


def _kept(home: Home, item: "Worked", path: Path) -> _Kept:
    kept = kept_sheet(path)
    if kept.text is None:
        return _Kept(why_not=kept.why_not)
    # Here, as hardly anybody has a sheet of what they log.
    from pmcareer.commands.given_sheet import given_sheet, sheet_name  # noqa: PLC0415
    from pmcareer.exports.filled import held_against  # noqa: PLC0415

    folders = sheet_folders(home.curriculum, home.settings.curriculum)
    name = sheet_name(home, item)
    own = sheet_if_sound(name, folders) if name else None
    return _Kept(filled=held_against(given_sheet(home, item, own), kept.text))


def evidence_of(home: Home, item: "Worked", said: str | None) -> str | None:
    """Name the sheet as evidence, where there is one and something was written into it.

    `said` is what somebody named, which goes before; their sheet by another path is the sheet.
    """
    place = place_of(item.id)
    if said is None:
        return place if notes_kept(home, item) else None
    sheet = real_path(sheet_path(home.settings, item))
    is_it = _is_path(said) and real_path(Path(said)) == sheet
    return place if is_it and sheet.is_file() else said


def _is_path(said: str) -> bool:
    return "://" not in said and "\0" not in said


def remark_on_sheet(home: Home, entry: Entry, said: str | None) -> Iterator[str]:
    """Say that a sheet goes with an entry, or why it shows nothing.

    `said` is the evidence that somebody named; a sheet of another name is looked at, too.
    """
    item = _worked_on(home, entry)
    if item is None or not isinstance(entry, Did | Finished):
        return
    place = place_of(item.id)
    if entry.evidence == place and said is None:
        yield AS_EVIDENCE.format(place)
    elif entry.evidence in (None, place):
        yield from _wrong_with(_kept(home, item, sheet_path(home.settings, item)), place)
    elif said and _is_path(said) and said.lower().endswith(MARKDOWN):
        other = _kept(home, item, Path(said))
        # Whatever else somebody shows need not look like the sheet.
        if other.filled is None or other.filled.is_sheet:
            yield from _wrong_with(other, said)


def _worked_on(home: Home, entry: Entry) -> "Worked | None":
    """Find what an entry finished that may have a sheet."""
    match entry:
        case Finished():
            return home.curriculum.exercise[entry.exercise]
        case Did() if entry.step and not entry.begun:
            return home.curriculum.step[entry.step]
    return None


def _wrong_with(kept: _Kept, place: str) -> Iterator[str]:
    if kept.why_not:
        yield UNREAD.format(place, kept.why_not)
    elif kept.filled and not kept.filled.is_sheet:
        yield ANOTHER.format(place)
    elif kept.filled and not kept.filled.notes:
        yield (AS_GIVEN if kept.filled.is_whole else NOTHING_NEW).format(place)
