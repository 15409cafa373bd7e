"""What several answers say in the same keys of their JSON."""

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    # Some answers have neither advice nor a task: they need not load what makes them.
    from pmcareer.domain.coaching.advice import Said
    from pmcareer.domain.coaching.practices import NotForYou
    from pmcareer.domain.curriculum.guidance import Practice
    from pmcareer.domain.curriculum.items import Exercise
    from pmcareer.domain.forecast.basis import PaceBasis
    from pmcareer.domain.plan.today import Slice


# The keys of a JSON object, with what stands behind them.
Keys = dict[str, Any]
AValue = TypeVar("AValue")


def or_null(keys: "Callable[[AValue], Keys]") -> "Callable[[AValue | None], Keys | None]":
    """Write null where there is no value to write the keys of."""
    return lambda value: None if value is None else keys(value)


def picked(value: object, *names: str) -> Keys:
    """Take what a value says under these names, each as a key of its own."""
    return {name: getattr(value, name) for name in names}


def rounded(value: object, *names: str, digits: int = 2) -> Keys:
    """Take the numbers that a value says under these names, rounded as scripts see them."""
    return {name: round(getattr(value, name), digits) for name in names}


def picked_each(values: "Iterable[object]", *names: str) -> list[Keys]:
    """Take the same of each of several values."""
    return [picked(value, *names) for value in values]


def ids(items: "Iterable[Any]") -> list[str]:
    """Name items as scripts know them."""
    return [item.id for item in items]


def hours_as_dict(exercise: "Exercise") -> dict[str, float]:
    """Write a three-point effort with its PERT mean, in hours."""
    optimistic, likely, pessimistic = exercise.hours
    return {
        "optimistic": optimistic,
        "likely": likely,
        "pessimistic": pessimistic,
        "mean": round(exercise.mean_hours, 2),
    }


def pace_keys(pace: "PaceBasis") -> Keys:
    """Write what dates rest on."""
    return picked(pace, "hours_per_week", "basis", "weeks_seen", "promised", "bias", "bias_from")


@or_null
def said_keys(said: "Said") -> Keys:
    """Write the one piece of advice that stands beside something else."""
    return _brief(said) | picked(said.advice, "do")


def advice_keys(advice: "Iterable[Said]") -> list[Keys]:
    """Write pieces of advice with where they come from."""
    return [_brief(said) | picked(said.advice, "do", "sources") for said in advice]


def _brief(said: "Said") -> Keys:
    return picked(said.advice, "id", "title") | {"text": said.text}


@or_null
def practice_keys(practice: "Practice") -> Keys:
    """Write the habit for today."""
    return picked(practice, "id", "title", "minutes")


@or_null
def not_for_you_keys(unkept: "NotForYou") -> Keys:
    """Write the habit that was not kept for a fortnight."""
    return picked(unkept.practice, "id", "title") | picked(unkept, "since")


@or_null
def slice_keys(part: "Slice") -> Keys:
    """Write the part of a task that fits into the time there is."""
    parts = picked_each(part.parts, "number", "count", "minutes", "text")
    return picked(part, "minutes", "checklist") | {"parts": parts}
