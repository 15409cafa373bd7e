"""Curricula and logbooks in the words of the field: a_curriculum(an_exercise("pmf-02")), finished("pmf-02").

What a test does not say has a plain default; what it does say is a key of the file format.
Ids of entries are made from what the entry says, so two entries that say the same need an `id` of their own.
"""

import re
from collections.abc import Iterable
from datetime import date
from zlib import crc32

import tomli_w

from pmcareer.domain.curriculum.answers import Choosable, Prompt, Saying
from pmcareer.domain.curriculum.catalogue import Certification, Option, Resource
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.frameworks import Framework
from pmcareer.domain.curriculum.guidance import Advice, Practice
from pmcareer.domain.curriculum.industries import Industry
from pmcareer.domain.curriculum.items import USUAL_SIDES, Exercise, Item, Move, Role, Skill
from pmcareer.domain.curriculum.steps import JobStep, Step
from pmcareer.domain.curriculum.tables import MODELS, CurriculumTables, curriculum_of
from pmcareer.domain.ground.record import Record
from pmcareer.domain.ground.vocabulary import TABLES
from pmcareer.domain.logbook.entries import KINDS, Entry
from pmcareer.domain.logbook.logbook import Logbook, logbook_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner

TODAY = date(2026, 11, 21)
LOGBOOK_HEADER = "# pmcareer logbook.\nformat = 1\n"
PLACES = {model: table for table, model in MODELS.items() if table != "traits"}


def a_curriculum(*items: Item | Move, **keys: object) -> Curriculum:
    """A curriculum of these items, in this order.

    Skills that are named and not given are added. Without roles (detours do not count) it gets two: "starter", who
    needs nothing, and "tech-pm", who needs each skill at the level of its highest exercise.
    """
    given = {
        place: tuple(item for item in items if _is_a(item, kind)) for kind, place in PLACES.items()
    }
    if all(role.detour for role in given["roles"]):
        given["roles"] = (*_two_roles(given["exercises"]), *given["roles"])
    named = [each.skill for each in given["exercises"]] + [
        skill for role in given["roles"] for skill in role.needs
    ]
    known = {skill.id for skill in given["skills"]}
    given["skills"] += tuple(a_skill(name) for name in dict.fromkeys(named) if name not in known)
    return curriculum_of(
        CurriculumTables(
            **{"format": 1, "title": "A small one", "version": "2026.11"} | given | keys
        )
    )


def _is_a(item: Item | Move, kind: type) -> bool:
    return isinstance(item, Step) if kind is Step else type(item) is kind


def _two_roles(exercises: tuple[Exercise, ...]) -> tuple[Role, Role]:
    needs: dict[str, int] = {}
    for exercise in exercises:
        needs[exercise.skill] = max(exercise.level, needs.get(exercise.skill, 0))
    return a_role("starter"), a_role("tech-pm", needs=needs)


def a_skill(name: str = "risk", **keys: object) -> Skill:
    """A way of working."""
    return Skill(**{"id": name, "title": _title(name), "side": "ways-of-working"} | keys)


def an_exercise(name: str = "rsk-01", **keys: object) -> Exercise:
    """A core exercise of risk at level 2 that takes 2, 4 or 6 hours: 4 in the mean."""
    defaults = {
        "id": name,
        "title": _title(name),
        "skill": "risk",
        "level": 2,
        "hours": (2, 4, 6),
        "core": True,
    }
    return Exercise(**defaults | keys)


def a_role(name: str = "tech-pm", **keys: object) -> Role:
    """A role that needs nothing until a test says what, and is got on the day one is ready.

    With `search=None` it is looked for as long as anywhere where nothing is said.
    """
    return Role(**{"id": name, "title": _title(name), "needs": {}, "search": (0, 0, 0)} | keys)


def a_detour(name: str = "delivery-stint", **keys: object) -> Role:
    """A role one comes back from, after six, twelve or eighteen months."""
    return a_role(name, **{"detour": True, "months": (6, 12, 18)} | keys)


def a_move(start: str = "starter", end: str = "tech-pm", **keys: object) -> Move:
    """A move after six, twelve or twenty-four months."""
    return Move(**{"from": start, "to": end, "months": (6, 12, 24)} | keys)


def a_gate(name: str = "leading-12", **keys: object) -> dict[str, object]:
    """A gate as a role or a move takes it: twelve months of leading, or the `kind` that is said."""
    defaults = {"kind": "experience", "work": "leading", "months": 12} if "kind" not in keys else {}
    return {"id": name} | defaults | keys


def months_of(work: str, months: int = 12) -> dict[str, object]:
    """A gate that wants months of a kind of work."""
    return a_gate(f"{work}-{months}", kind="experience", work=work, months=months)


def by_way_of_a_post(*gates: dict[str, object], **senior: object) -> tuple[Role, Role, Role]:
    """A junior, a senior of whom business is asked, and the post for a time that gives it."""
    asked = gates or (months_of("business"),)
    return (
        a_role("junior", work=("hands-on",)),
        a_role("senior", needs={"risk": 2}, gates=asked, **senior),
        a_detour("post", work=("business",)),
    )


def a_practice(name: str = "h01", **keys: object) -> Practice:
    """A daily habit of ten minutes."""
    return Practice(
        **{"id": name, "title": _title(name), "do": "Do it.", "minutes": 10, "rhythm": "daily"}
        | keys
    )


def a_certification(name: str = "pmp", **keys: object) -> Certification:
    """A certificate that asks for nothing, checked today."""
    facts = {"issuer": "PMI", "as_of": TODAY, "source": "The handbook", "confidence": "read"}
    return Certification(**{"id": name, "title": _title(name)} | facts | keys)


def a_prompt(name: str = "q01", **keys: object) -> Prompt:
    """A question."""
    return Prompt(**{"id": name, "title": _title(name), "text": "What was it?"} | keys)


def an_answer(name: str = "yes", go: str | None = None, **effects: object) -> Choosable:
    """An answer to pick, with these effects."""
    return Choosable.model_validate(
        {"id": name, "text": _title(name), "effects": effects, "go": go}
    )


def a_saying(name: str = "culture", *answers: Choosable, **keys: object) -> Saying:
    """A key of the profile whose words change something."""
    defaults = {"id": name, "title": _title(name), "text": "How is it?", "answers": answers}
    return Saying(**defaults | keys)


def an_industry(name: str = "building", **keys: object) -> Industry:
    """A trade that changes nothing until a test says what."""
    defaults = {"id": name, "title": _title(name), "called": name}
    return Industry.model_validate(defaults | keys)


def a_step(name: str = "s1", **keys: object) -> Step:
    """A step for a role that a move reaches, unless `for` says otherwise."""
    return Step(**({"id": name, "title": f"Step {name}", "for": "senior", "minutes": 30} | keys))


def a_job_step(name: str = "j1", **keys: object) -> JobStep:
    """A step of the job search."""
    return JobStep(
        **{"id": name, "title": _title(name), "do": "Do it.", "done": "It is done."} | keys
    )


def an_option(name: str = "e1", **keys: object) -> Option:
    """A way in that fits nobody until a test says whom."""
    return Option(**{"id": name, "title": _title(name), "kind": "entry"} | keys)


def an_advice(name: str = "r01", **keys: object) -> Advice:
    """A sentence for everybody."""
    return Advice(
        **{"id": name, "title": _title(name), "priority": 5, "when": (), "text": "A sentence."}
        | keys
    )


def a_resource(name: str = "a-book", **keys: object) -> Resource:
    """Something to read."""
    return Resource(**{"id": name, "title": _title(name)} | keys)


def a_framework(name: str = "pmp-2026", *items: dict[str, object], **keys: object) -> Framework:
    """What a publisher says the profession consists of: one task that nothing serves, or these."""
    defaults = {
        "id": name,
        "title": _title(name),
        "publisher": "PMI",
        "url": "https://example.org/outline",
        "as_of": TODAY,
        "confidence": "reported",
        "read": "Its tasks, as others report them.",
        "unit": "task",
        "items": tuple({"title": _title(str(item["id"]))} | item for item in items),
    }
    return Framework(**defaults | keys)


def _title(name: str) -> str:
    return f"About {name}"


def a_logbook(*entries: Entry) -> Logbook:
    """A logbook of these entries, in this order."""
    return logbook_of(entries)


def a_planner(*entries: Entry, items: Iterable[Item | Move], today: date = TODAY) -> Planner:
    """Plan for whoever has these entries, with a curriculum of these items."""
    return Planner(person=person_of(a_curriculum(*items), a_logbook(*entries), today))


def finished(exercise: str = "rsk-01", **keys: object) -> Entry:
    return an_entry("finished", exercise=exercise, **keys)


def worked(exercise: str = "rsk-01", minutes: int = 60, **keys: object) -> Entry:
    return an_entry("worked", exercise=exercise, minutes=minutes, **keys)


def practised(practice: str = "h01", **keys: object) -> Entry:
    return an_entry("practised", practice=practice, **keys)


def deferred(exercise: str, until: str | date, **keys: object) -> Entry:
    return an_entry("deferred", exercise=exercise, until=_day(until), **keys)


def assessed(skill: str, level: int, by: str = "self", **keys: object) -> Entry:
    return an_entry("assessed", skill=skill, level=level, by=by, **keys)


def experience(
    work: str, start: str | date, end: str | date | None = None, **keys: object
) -> Entry:
    """Months of a kind of work; without an end it is still going on."""
    return an_entry("experience", work=work, **{"from": _day(start), "to": _day(end)}, **keys)


def closed(project: str = "A release", outcome: str = "In use", **keys: object) -> Entry:
    return an_entry("closed", project=project, outcome=outcome, **keys)


def certified(certification: str = "pmp", **keys: object) -> Entry:
    return an_entry("certified", certification=certification, **keys)


def a_profile(**keys: object) -> Entry:
    """What somebody says about themselves: a_profile(hours_per_week=5)."""
    return an_entry("profile", **keys)


def answered(prompt: str = "q01", text: str = "An answer", **keys: object) -> Entry:
    return an_entry("answered", prompt=prompt, text=text, **keys)


def picked(prompt: str = "q01", choice: str = "yes", **keys: object) -> Entry:
    """An answer that was picked."""
    return an_entry("answered", prompt=prompt, choice=choice, **keys)


def rated(trait: str, level: int, by: str = "peer", **keys: object) -> Entry:
    return an_entry("rated", trait=trait, level=level, by=by, **keys)


def did(step: str = "j1", **keys: object) -> Entry:
    return an_entry("did", step=step, **keys)


def a_lesson(text: str = "A lesson", **keys: object) -> Entry:
    return an_entry("lesson", text=text, **keys)


def a_story(title: str = "A story", **keys: object) -> Entry:
    parts = {"situation": "Then", "task": "This", "action": "That", "result": "So"}
    return an_entry("story", title=title, **parts | keys)


def void(of: Entry | str, **keys: object) -> Entry:
    """Takes an entry, or the entry of that id, back."""
    return an_entry("void", of=of if isinstance(of, str) else of.id, **keys)


def an_entry(kind: str, *, on: str | date = TODAY, **keys: object) -> Entry:
    """An entry of any kind; days may be said as "2026-11-21"."""
    said = {key: value for key, value in keys.items() if value is not None}
    return KINDS[kind](**{"on": _day(on), "id": _id(kind, _day(on), said)} | said)


def _day(day: str | date | None) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else day


def _id(kind: str, on: date | None, said: dict[str, object]) -> str:
    """Make "finished-rsk-01-2026-11-21", or where that is no id "closed-1f0c9a3b-2026-11-21"."""
    first = str(next(iter(said.values()), ""))
    readable = f"{kind}-{first}-{on}"
    if re.fullmatch(r"[A-Za-z0-9_-]{1,64}", readable):
        return readable
    return f"{kind}-{crc32(repr(said).encode()):08x}-{on}"


def logbook_text(*entries: Entry) -> str:
    """The text of a logbook file with these entries."""
    return LOGBOOK_HEADER + "".join(
        f"\n[[entries]]\n{tomli_w.dumps(entry.as_row())}" for entry in entries
    )


def curriculum_text(curriculum: Curriculum) -> str:
    """The text of a curriculum file."""
    keys = ("title", "version", "default_role", "default_target")
    keys += ("authors", "license", "homepage")
    tables = {table: getattr(curriculum, table) for table in (*TABLES, "profile")}
    stated = {"format": 1, **{key: getattr(curriculum, key) for key in keys}}
    if curriculum.sides != USUAL_SIDES:
        tables["sides"] = curriculum.sides
    return tomli_w.dumps(
        _plain({**stated, **{name: items for name, items in tables.items() if items}})
    )


def _plain(value: object) -> object:
    if isinstance(value, Record):
        # Not model_dump, which leaves out what screens and scripts do not show.
        fields = [
            (name, each, getattr(value, name)) for name, each in type(value).model_fields.items()
        ]
        return _plain({each.alias or name: v for name, each, v in fields if v != each.default})
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    return [_plain(item) for item in value] if isinstance(value, tuple | list) else value
