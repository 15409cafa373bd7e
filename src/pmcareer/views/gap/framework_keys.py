"""What of a framework is covered, as keys of the JSON object of `gap`."""

from pmcareer.domain.plan.framework_gap import DomainGap, FrameworkGap, ItemGap, ItemState
from pmcareer.views.parts.keys import Keys, ids, or_null, picked

STATES: tuple[ItemState, ...] = ("covered", "planned", "open", "missing")


@or_null
def framework_keys(gap: FrameworkGap) -> Keys:
    """Write a framework with its parts and items, how much is covered, and what comes next."""
    framework = gap.framework
    return {
        **picked(framework, "id", "title", "publisher", "url", "confidence", "read", "unit"),
        "as_of": framework.as_of.isoformat(),
        "value": round(gap.share, 4) if gap.items else None,
        "value_once_planned": round(gap.share_once_planned, 4) if gap.items else None,
        "by_weight": framework.has_weights,
        "counts": {state: gap.count(state) for state in STATES},
        "taken_for_granted": gap.taken,
        "domains": list(map(_domain_keys, gap.domains)),
        "items": list(map(_item_keys, gap.items)),
        "next": list(gap.order),
    }


def _domain_keys(part: DomainGap) -> Keys:
    return picked(part.domain, "id", "title", "weight") | picked(
        part, "covered", "planned", "total"
    )


def _item_keys(gap: ItemGap) -> Keys:
    return {
        "id": gap.name,
        **picked(gap.item, "title", "domain", "note"),
        **picked(gap, "state", "done", "covered_by"),
        "taken_for_granted": gap.is_taken,
        "exercises": ids(gap.exercises),
        "next": gap.following.id if gap.following else None,
        "role": gap.role.id if gap.role else None,
    }
