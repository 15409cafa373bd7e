"""What several answers say in the same keys of their JSON."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    # Some answers have neither advice nor a task: they need not load what makes them.
    from pmcareer.domain.coaching.advice import Said
    from pmcareer.domain.curriculum.guidance import Practice
    from pmcareer.domain.curriculum.items import Exercise
    from pmcareer.domain.forecast.basis import PaceBasis
    from pmcareer.domain.plan.today import Slice


# The keys of a JSON object, with what stands behind them.
Keys = dict[str, Any]


def picked(value: object, *names: str) -> Keys:
    """Take what a value says under these names, each as a key of its own."""
    return {name: getattr(value, name) for name in names}


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


def said_keys(said: "Said | None") -> Keys | None:
    """Write the one piece of advice that stands beside something else."""
    if said is None:
        return None
    return {"id": said.advice.id, "title": said.advice.title, "text": said.text}


def advice_keys(advice: "Iterable[Said]") -> list[Keys]:
    """Write pieces of advice with where they come from."""
    return [
        {**picked(said.advice, "id", "title"), "text": said.text}
        | picked(said.advice, "do", "sources")
        for said in advice
    ]


def practice_keys(practice: "Practice | None") -> Keys | None:
    """Write the habit for today."""
    if practice:
        return picked(practice, "id", "title", "minutes")
    return None


def slice_keys(part: "Slice | None") -> Keys | None:
    """Write the part of a task that fits into the time there is."""
    if part:
        return picked(part, "minutes", "checklist")
    return None
