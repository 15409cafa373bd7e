"""Months that a rule asks for by education."""

from collections.abc import Mapping

from pmcareer.domain.ground.conditions import Value
from pmcareer.domain.ground.vocabulary import Education


def months_for(months: float | Mapping[Education, float], education: Value) -> float:
    """Give the months that a tier of education asks for; a master counts as a bachelor, unknown as the longest."""
    if not isinstance(months, Mapping):
        return months
    tier = "bachelor" if education == "master" else education
    by_tier: dict[str, float] = {name: needed for name, needed in months.items()}  # noqa: C416 -- wider keys
    return by_tier.get(str(tier), max(by_tier.values()))
