"""Items of the curriculum as the keys that scripts read, and their values in words."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.curriculum.items import Exercise, Item, Move, Role
from pmcareer.views.parts.gates import gate_facts
from pmcareer.views.parts.keys import Keys, hours_as_dict
from pmcareer.views.parts.text import clean, hours, number, one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Column, Page


def item_as_dict(item: Item | Move) -> Keys:
    """Every key of an item, null or empty where the curriculum says nothing."""
    keys = item.model_dump(mode="json", by_alias=True)
    match item:
        case Move():
            keys["id"] = item.id or item.key
            keys["title"] = move_title(item)
            keys["gates"] = [gate_facts(gate) for gate in item.gates]
        case Role():
            keys["gates"] = [gate_facts(gate) for gate in item.gates]
        case Exercise():
            keys["hours"] = hours_as_dict(item)
            keys["industry"] = item.industry
        case Certification():
            return _with_experience(keys, item)
        case _:
            pass
    return keys


def move_title(move: Move) -> str:
    """Write what a move is called; one without a title is called by its ends."""
    return move.title or f"{move.source} to {move.target}"


def _with_experience(keys: Mapping[str, Any], item: Certification) -> Keys:
    """Put months of work under the key they always had; scripts know them without id and kind."""
    told: Keys = {}
    others = []
    for key, value in keys.items():
        told["experience" if key == "gates" else key] = value
    told["experience"] = []
    for gate in item.gates:
        if isinstance(gate, ExperienceGate):
            months = gate.model_dump(mode="json", exclude={"id", "kind", "title"})
            told["experience"].append(months)
        else:
            others.append(gate_facts(gate))
    if others:
        return told | {"gates": others}
    return told


def id_and_title(page: "Page") -> tuple["Column", ...]:
    """Return the columns that every list of items begins with."""
    return page.column("id", "item", key=True), page.column("title", wraps=True, key=True)


def effort_columns(page: "Page") -> tuple["Column", ...]:
    """Return the columns of an exercise's level and effort."""
    return page.column("level", right=True), page.column("core"), page.column("effort", right=True)


def effort_cells(exercise: Exercise) -> tuple[str, str, str]:
    """Return what stands in these columns."""
    core = "core" if exercise.core else ""
    return str(exercise.level), core, hours(exercise.mean_hours)


def hours_words(exercise: Exercise) -> str:
    """Write the three-point estimate: 14.7 h (8 to 24, likely 14)."""
    optimistic, likely, pessimistic = map(number, exercise.hours)
    return f"{hours(exercise.mean_hours)} ({optimistic} to {pessimistic}, likely {likely})"


def months_words(months: Iterable[float]) -> str:
    """Write the least, likely and most months: 6 / 9 / 12 months."""
    return f"{' / '.join(map(number, months))} months"


def label(key: str) -> str:
    """Turn a key into words."""
    return key.replace("_", " ")


def value_words(value: Any) -> str:  # noqa: ANN401 -- whatever a curriculum may hold
    """Write any value of an item in one line; empty when there is nothing to say."""
    # What is false or null says nothing: a page full of "no" would hide what is said.
    if value is None or value is False:
        return ""
    # Before the numbers: True is an int to Python, and would be written as 1.
    if value is True:
        return "yes"
    if isinstance(value, Mapping):
        return ", ".join(
            f"{label(clean(key))} {value_words(part)}"
            for key, part in value.items()
            if value_words(part)
        )
    if isinstance(value, list | tuple):
        return "; ".join(words for part in value if (words := value_words(part)))
    if isinstance(value, int | float):
        return number(value, 2)
    return one_line(value)
