"""JSON: all that the logbook says that counts or was taken back, and where the plan stands."""

from dataclasses import asdict

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.in_short import PlanInShort
from pmcareer.exports.format import Format
from pmcareer.exports.plain import Keys, json_text, on_one_line
from pmcareer.exports.record import NAME

VERSION = 1
"""Of this object's form, as `format` says it."""


@frozen
class Everything:
    """Whose record it is, every entry, and the plan, where there can be one."""

    person: Person
    logbook: Logbook
    plan: PlanInShort | None
    name: str = ""


def everything_text(everything: Everything) -> str:
    """Write the profile, every entry as the file has it, and the plan in short."""
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
        # A role that the curriculum does not know any more keeps no entry in: only the plan is
        # null.
        "plan": None,
    }
    if everything.plan:
        keys["plan"] = _plan(everything.plan)
    return json_text(keys)


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
