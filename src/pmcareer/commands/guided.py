"""What helps with an exercise, read for the commands that show it."""

from pmcareer.commands.home import Home
from pmcareer.domain.curriculum.guide import Guide, Reading
from pmcareer.domain.curriculum.items import Exercise


def guide_for(home: Home, exercise: Exercise) -> Guide:
    """Read what helps with an exercise, as this person is asked to do it."""
    from pmcareer.storage.curriculum.guides import guide_of  # noqa: PLC0415 -- a step has none

    return guide_of(exercise, home.curriculum, home.settings.curriculum)


def readings_for(home: Home, exercise: Exercise, guide: Guide) -> tuple[Reading, ...]:
    """Find what to read for an exercise."""
    from pmcareer.storage.curriculum.guides import readings_of  # noqa: PLC0415 -- as above

    return readings_of(guide, exercise, home.curriculum)
