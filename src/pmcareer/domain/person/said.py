"""What somebody says of themselves, and what of it a newer word takes back."""

from collections.abc import Iterable, Mapping
from typing import Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.logbook.entries import KEYS_OF_ALL, Profile
from pmcareer.domain.logbook.logbook import newest_first, oldest_first

UNSAID = "none"
OF_SURROUNDINGS = ("culture", "context", "industry", "target_industry")
CAN_BE_UNSAID = ("since", "left", "looking", "route", *OF_SURROUNDINGS)
"""Keys of the profile that this word takes back."""
OUTDATED = {"role": ("since", "left", "looking", "route"), "target": ("route",)}
"""What of the profile held for the role, or the target, that was said before."""


def newest_values(profiles: Iterable[Profile]) -> dict[str, Any]:
    """Read the newest value of each key of the profile."""
    values: dict[str, Any] = {}
    for entry in oldest_first(profiles):
        say(values, values_in(entry))
    return values


def values_in(entry: Profile) -> dict[str, Any]:
    """Read what an entry says, key by key."""
    said = {}
    # In the order of the class: the set of what was said has another one in every process.
    for key in Profile.model_fields:
        value = getattr(entry, key)
        if key not in KEYS_OF_ALL and value is not None:
            said[key] = value
    return said


def say(values: dict[str, Any], said: Mapping[str, Any]) -> None:
    """Add what is said to what was said before, which a new role or target makes out of date."""
    # Since 2024 as junior PM, says the profile; then it says tech PM. Since when is not said again,
    # and a way that was chosen to get there leads nowhere any more.
    for cause, outdated in OUTDATED.items():
        if cause in said and said[cause] != values.get(cause):
            for key in outdated:
                values.pop(key, None)
    for key, value in said.items():
        values[key] = value
        if value == UNSAID and key in CAN_BE_UNSAID:
            del values[key]


def role_before(curriculum: Curriculum, profiles: Iterable[Profile]) -> str | None:
    """Find the newest role said that is no detour."""
    for entry in newest_first(profiles):
        name = entry.role and curriculum.now_called("roles", entry.role)
        known = curriculum.role.get(name or "")
        if name and not (known and known.detour):
            return name
    return None
