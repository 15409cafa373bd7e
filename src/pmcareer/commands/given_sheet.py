"""The sheet of an exercise or a step as it is given to somebody."""

from pmcareer.commands.guided import guide_for, readings_for
from pmcareer.commands.home import Home
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.steps import Step
from pmcareer.exports.filled import with_mark
from pmcareer.exports.sheet import Firm, Worked, sheet_of
from pmcareer.settings import Settings
from pmcareer.storage.curriculum.guides import is_as_shipped, shipped_sheet
from pmcareer.storage.curriculum.sheets import read_sheet, sheet_folders
from pmcareer.storage.practice import read_firm

FIRM, FIRST_OF_FIRM = "Tidewell Lines", "README.md"


def own_sheet(settings: Settings, home: Home, item: Worked) -> str | None:
    """Read the sheet that a curriculum has for an item; None where it has none."""
    name = sheet_name(home, item)
    if name is None:
        return None
    return read_sheet(name, sheet_folders(home.curriculum, settings.curriculum))


def sheet_name(home: Home, item: Worked) -> str | None:
    """Name the file of an item's sheet below its curriculum's folder; None where there is none."""
    if item.sheet is None and isinstance(item, Exercise):
        return shipped_sheet(item, home.curriculum, home.settings.curriculum)
    return item.sheet


def given_sheet(home: Home, item: Worked, own: str | None) -> str:
    """Write the sheet of an item as it is given to somebody."""
    if isinstance(item, Step):
        return with_mark(sheet_of(item, own))
    guide = guide_for(home, item)
    reading = readings_for(home, item, guide)
    parts, mistakes, firm = guide.parts, guide.mistakes, firm_for(home, item)
    text = sheet_of(item, own, reading, parts=parts, mistakes=mistakes, firm=firm)
    return with_mark(text)


def firm_for(home: Home, exercise: Exercise) -> Firm | None:
    """Find what the practice firm has for an exercise; None where it needs real people."""
    if not is_as_shipped(exercise, home.curriculum, home.settings.curriculum):
        return None
    firm = read_firm()
    names = firm.exercises.get(exercise.id)
    if not names:
        return None
    files = [f"{name}: {firm.files[name]}" for name in (FIRST_OF_FIRM, *names)]
    return Firm(name=FIRM, files=tuple(files))
