"""The gap to a role, as the keys of its JSON object."""

from pmcareer.domain.plan.gap import SkillGap, TraitGap
from pmcareer.domain.roadmap.readiness import Part
from pmcareer.views.gap.answer import GapAnswer
from pmcareer.views.gap.framework_keys import framework_keys
from pmcareer.views.parts.because import because_keys
from pmcareer.views.parts.dates import dates_keys
from pmcareer.views.parts.gates import gate_dict
from pmcareer.views.parts.keys import Keys, ids, pace_keys, picked, rounded
from pmcareer.views.parts.lifts import lift_keys


def as_dict(answer: GapAnswer) -> Keys:
    """Write the keys of the contract, traits, pace and the route's dates beside them."""
    gap = answer.gap
    return {
        "target": gap.target.id,
        "from": gap.source.id if gap.source else None,
        "pace": pace_keys(gap.pace),
        "route": gap.route.route.id,
        "hours_left": round(gap.route.hours_left, 2),
        **dates_keys(gap.route, "study", "ready", "finish"),
        "skills": list(map(_skill_keys, gap.skills)),
        "gates": list(map(gate_dict, gap.route.gates)),
        "traits": list(map(_trait_keys, gap.traits)),
        "because": because_keys(answer.because),
        "readiness": {
            "value": round(gap.readiness, 4) if gap.parts else None,
            "parts": list(map(_part_keys, gap.parts)),
        },
        "framework": framework_keys(answer.framework),
    }


def _skill_keys(gap: SkillGap) -> Keys:
    return {
        **picked(gap.skill, "id", "title"),
        "have": gap.have.level,
        "claimed": gap.have.claimed,
        "answered": gap.have.answered,
        "shown": gap.have.shown,
        "unsaid": gap.is_unsaid,
        "need": gap.need,
        "missing_exercises": ids(gap.missing),
        **rounded(gap, "hours", "weeks"),
        "next": lift_keys(gap.lift),
    }


def _trait_keys(gap: TraitGap) -> Keys:
    return {
        **picked(gap.trait, "id", "title"),
        "need": gap.need,
        "have": gap.rated,
        "self": gap.self_rated,
    }


def _part_keys(part: Part) -> Keys:
    figures = rounded(part, "value", "weight", digits=4)
    return {**picked(part, "id", "title"), **figures, "text": part.text}
