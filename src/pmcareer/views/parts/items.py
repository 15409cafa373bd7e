"""Items of the curriculum as the keys that scripts read, and their values in words."""

from collections.abc import Mapping
from typing import Any

from pmcareer.domain.curriculum.items import Exercise, Gate, Item, Move
from pmcareer.views.parts.text import clean, number, one_line, plural


def item_as_dict(item: Item | Move) -> dict[str, Any]:
    """Give every key of an item, null or empty where the curriculum says nothing."""
    if isinstance(item, Move):
        keys = item.model_dump(mode="json", by_alias=True)
        return keys | {
            "id": item.id or item.key,
            "title": item.title or f"{item.source} to {item.target}",
        }
    keys = item.model_dump(mode="json", by_alias=True)
    return keys | {"hours": hours_as_dict(item)} if isinstance(item, Exercise) else keys


def hours_as_dict(exercise: Exercise) -> dict[str, float]:
    """Give the three-point estimate and its mean, in hours."""
    optimistic, likely, pessimistic = exercise.hours
    return {
        "optimistic": optimistic,
        "likely": likely,
        "pessimistic": pessimistic,
        "mean": round(exercise.mean_hours, 2),
    }


def hours_words(exercise: Exercise) -> str:
    """Write the three-point estimate: 14.7 h (8 to 24, likely 14)."""
    optimistic, likely, pessimistic = exercise.hours
    spread = f"{number(optimistic)} to {number(pessimistic)}, likely {number(likely)}"
    return f"{number(exercise.mean_hours)} h ({spread})"


def gate_words(gate: Gate, titles: Mapping[str, str]) -> str:
    """Say what a gate waits for."""
    if gate.title:
        return one_line(gate.title)
    match gate.kind:
        case "experience":
            window = f" within {number(gate.window_years)} years" if gate.window_years else ""
            return f"{number(gate.months or 0)} months of {gate.work}{window}"
        case "certificate":
            return f"certificate {one_line(titles.get(gate.certification or '', gate.certification or ''))}"
        case "closed":
            return f"{plural(gate.count or 1, 'project')} led to the end"
        case "services":
            return f"{gate.count} of {', '.join(gate.of)} at level {gate.level}"
        case "confirmed":
            return "confirmed by others"


def label(key: str) -> str:
    """Turn a key into words."""
    return key.replace("_", " ")


def value_words(value: Any) -> str:  # noqa: ANN401 -- whatever a curriculum may hold
    """Write any value of an item in one line; empty when there is nothing to say."""
    if value is None or value is False:
        return ""
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
    return number(value, 2) if isinstance(value, int | float) else one_line(value)
