"""Where the sheet of an exercise or a step lies, once somebody has it."""

from pathlib import Path

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.steps import Step
from pmcareer.settings import Settings

FOLDER = "work"


def sheet_path(settings: Settings, item: Exercise | Step) -> Path:
    """Name the file in the home that an item's sheet is written to."""
    return settings.home / FOLDER / f"{item.id}.md"


def place_of(item: str) -> str:
    """Name the sheet of an exercise or a step below the home, as evidence does."""
    return f"{FOLDER}/{item}.md"
