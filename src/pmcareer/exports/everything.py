"""JSON: all that the logbook says, what it comes to skill by skill, and where the plan stands."""

from collections.abc import Mapping
from dataclasses import asdict

from pmcareer.domain.curriculum.items import Skill
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import LEVELS
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.person.levels import SkillLevel
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.gap import Gap
from pmcareer.domain.plan.in_short import PlanInShort
from pmcareer.domain.roadmap.readiness import Part
from pmcareer.exports.format import Format
from pmcareer.exports.plain import Keys, json_text, on_one_line
from pmcareer.exports.record import NAME

VERSION = 1
"""Of this object's form, as `format` says it."""


@frozen
class Everything:
    """Whose record it is, every entry, every skill, and the way, where there can be one."""

    person: Person
    logbook: Logbook
    levels: Mapping[str, SkillLevel]
    plan: PlanInShort | None
    gap: Gap | None
    """What the target asks for beyond that; None where the plan is."""
    name: str = ""

    def needed(self, skill: str) -> int | None:
        """Read which level the target needs of a skill, 0 to 5; None where there is no way."""
        return self.gap.target.needs.get(skill, 0) if self.gap else None


def everything_text(everything: Everything) -> str:
    """Write the profile, every entry as the file has it, the levels, and the plan in short."""
    person, logbook = everything.person, everything.logbook
    curriculum = person.curriculum
    keys: Keys = {
        "format": VERSION,
        "command": "export",
        "name": on_one_line(everything.name) or None,
        "today": person.today,
        "profile": dict(person.says),
        "curriculum": {"title": curriculum.title, "version": curriculum.version},
        # Taken back or not: what this file leaves out would be lost to whoever moves with it.
        "entries": [entry.as_row() for entry in logbook.entries],
        "void": sorted(logbook.void),
        "skills": [_skill(each, everything) for each in curriculum.skills],
        # A role that the curriculum does not know any more keeps no entry in: only what is of the
        # way is null.
        "readiness": everything.gap and _readiness(everything.gap),
        "plan": everything.plan and _plan(everything.plan),
    }
    return json_text(keys)


def _skill(skill: Skill, everything: Everything) -> Keys:
    """Write the level that counts, in its word too, what the target needs, and where it is from."""
    level = everything.levels[skill.id]
    return {
        "id": skill.id,
        "title": on_one_line(skill.title),
        "level": level.level,
        "means": LEVELS[level.level],
        "needed": everything.needed(skill.id),
        **_sources(level),
    }


def _sources(level: SkillLevel) -> Keys:
    return {
        "earned": level.earned,
        "assessed": level.assessed,
        "assumed": level.assumed,
        "shown": level.shown,
    }


def _readiness(gap: Gap) -> Keys:
    """Write how ready one is for the target, 0 to 1, and in which parts, as `gap` says it."""
    return {
        "target": gap.target.id,
        "title": on_one_line(gap.target.title),
        "value": round(gap.readiness, 4) if gap.parts else None,
        "parts": list(map(_part, gap.parts)),
    }


def _part(part: Part) -> Keys:
    return {
        "id": part.id,
        "title": part.title,
        "value": round(part.value, 4),
        "weight": round(part.weight, 4),
        "text": on_one_line(part.text),
    }


def _plan(plan: PlanInShort) -> Keys:
    return {
        "target": plan.target,
        "from": plan.source,
        "route": plan.route.route.id,
        "done": plan.done,
        "open": plan.open,
        "left": round(plan.route.hours_left, 2),
        "study": asdict(plan.route.study),
        "ready": asdict(plan.route.ready),
        "finish": asdict(plan.route.finish),
    }


FORMAT = Format(name="json", rests_on=Everything, write=everything_text, options=(NAME,))
