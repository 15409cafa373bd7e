"""Shipped answers in a curriculum that extends the shipped one: their effects name the heirs."""

from collections.abc import Mapping
from typing import Any

from pmcareer.domain.curriculum.answer_checks import NAMED_BY
from pmcareer.domain.curriculum.answers import Choosable

Renamed = Mapping[str, Mapping[str, str]]
"""Old ids to new ones, per table."""


def renamed_answer(answer: Choosable, renamed: Renamed) -> Choosable:
    """Let the effects of an answer name what took the place of what they named."""
    effects = answer.effects
    changed: dict[str, Any] = {}
    for field, table in NAMED_BY:
        changed[field] = _followed(getattr(effects, field), renamed[table])
    stands = changed["stands"].items()
    changed["stands"] = {role: _followed(levels, renamed["skills"]) for role, levels in stands}
    changed["profile"] = effects.profile.model_copy(update=_roles(effects.profile, renamed))
    return answer.model_copy(update={"effects": effects.model_copy(update=changed)})


def _roles(says: Any, renamed: Renamed) -> dict[str, Any]:  # noqa: ANN401 -- what an answer says
    heirs = renamed["roles"]
    target = {heirs.get(before, before): heirs.get(to, to) for before, to in says.target.items()}
    without, offers = _followed(says.without, heirs), _followed(says.offers, heirs)
    return {"target": target, "without": without, "offers": offers}


def _followed(value: Any, heirs: Mapping[str, str]) -> Any:  # noqa: ANN401 -- ids, or by ids
    if isinstance(value, Mapping):
        return {heirs.get(name, name): said for name, said in value.items()}
    return tuple(heirs.get(name, name) for name in value)
