"""What an answer takes away: levels that were taken for granted, and are no longer."""

from collections.abc import Iterator

from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person


def no_longer_words(before: Person, after: Person) -> str:
    """Name the skills that stand lower for an answer; "" where none does.

    Of another role or target nothing is said: that is what it is changed for.
    """
    if _aim(before) != _aim(after):
        return ""
    lower = ", ".join(_lower(before, after))
    return f"No longer taken for granted: {lower}." if lower else ""


def _aim(person: Person) -> tuple[str | None, str]:
    return person.role, person.target


def _lower(before: Person, after: Person) -> Iterator[str]:
    then, now = levels_of(before), levels_of(after)
    for name in filter(then.__contains__, now):
        if now[name].level < then[name].level:
            yield f"{after.curriculum.skill[name].title} {then[name].level}"
