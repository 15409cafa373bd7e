"""`pmcareer show`: one item with everything about it."""

from typing import Any

from pmcareer.commands.given_sheet import firm_for
from pmcareer.commands.guided import guide_for, readings_for
from pmcareer.commands.home import Home, home_of
from pmcareer.commands.list import state_of
from pmcareer.domain.coaching.advice import advice_for
from pmcareer.domain.curriculum.asked_gates import AskedGate
from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.frameworks import Framework
from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.curriculum.items import Exercise, Item, Move, Role, Skill
from pmcareer.domain.curriculum.serving import (
    Served,
    exercises_for,
    grouped,
    served_by,
    served_by_skill,
    serving,
)
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.gates.wording import gate_words
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.step_counts import progress_of
from pmcareer.domain.person.steps import confirmations_of, open_before, step_log
from pmcareer.domain.plan.parts import part_now
from pmcareer.domain.words.framework_items import framework_item_named
from pmcareer.domain.words.lookup import something_named
from pmcareer.settings import Settings
from pmcareer.views.look_up.frameworks import ServedFacts
from pmcareer.views.look_up.gates import GateFacts
from pmcareer.views.look_up.show import Shown
from pmcareer.views.look_up.steps import StepFacts


def run(settings: Settings, word: str) -> Shown:
    """Find an item by id or by unmistakable words of its title."""
    home = home_of(settings)
    if served := framework_item_named(home.curriculum, word):
        return _served(home, served)
    found = something_named(home.curriculum, word)
    return Shown(
        kind=found.kind,
        item=found.item,
        titles=home.titles,
        today=home.today,
        problems=home.problems,
        **_more(found.item, home),
    )


def _served(home: Home, served: Served) -> Shown:
    """Show an item of a framework with the exercises that serve it."""
    exercises = exercises_for(home.curriculum, served.framework, served.item)
    states = {each.id: state_of(home.person, each.id) for each in exercises}
    return Shown(
        kind="framework item",
        item=served.item,
        titles=home.titles,
        today=home.today,
        problems=home.problems,
        served=ServedFacts(served=served, exercises=exercises, states=states),
    )


def _more(  # noqa: PLR0911 -- one answer for each kind of item
    item: Item, home: Home
) -> dict[str, Any]:
    """Add what an item belongs to, and where one stands with it."""
    person, curriculum = home.person, home.curriculum
    match item:
        case Exercise():
            serves = tuple(each.name for each in served_by(curriculum, item))
            return {**_of_exercise(item, home), "serves": serves}
        case Skill():
            exercises = curriculum.asked_by_skill.get(item.id, ())
            known = item.frameworks or grouped(served_by_skill(curriculum, item.id))
            level = levels_of(person)[item.id]
            return {"exercises": tuple(exercises), "level": level, "frameworks": known}
        case Role():
            gates = tuple(gate_words(gate, curriculum) for gate in item.gates)
            return {"moves": _moves_at(curriculum, item.id), "gates": gates}
        case Certification():
            # Its months have a line of their own.
            others = (gate for gate in item.gates if not isinstance(gate, ExperienceGate))
            return {"gates": tuple(gate_words(gate, curriculum) for gate in others)}
        case Step():
            return {"step": step_facts(person, item)}
        case AskedGate():
            return {"gate": _gate_facts(person, item)}
        case Framework():
            return {"serving": serving(curriculum, item)}
        case Advice():
            return {"advised": _said_today(item, person)}
        case _:
            return {}


def _of_exercise(item: Exercise, home: Home) -> dict[str, Any]:
    person, exercise = home.person, item.id
    guide, finishes = guide_for(home, item), person.finished.get(exercise, ())
    at_the_end = sum(entry.minutes or 0 for entry in finishes)
    return {
        "guide": guide,
        "on_firm": not item.retired and firm_for(home, item) is not None,
        "readings": readings_for(home, item, guide),
        "part": None if finishes else part_now(person, exercise, guide.parts),
        "state": state_of(person, exercise),
        "minutes_logged": round(60 * person.hours_logged(exercise)) + at_the_end,
        "unlocks": tuple(
            each.id
            for each in person.curriculum.exercises
            if exercise in each.requires and not each.retired
        ),
    }


def step_facts(person: Person, step: Step) -> StepFacts:
    """Gather what is on record of a step, and what comes before it."""
    return StepFacts(
        log=step_log(person, step),
        progress=progress_of(person, step),
        open_before=open_before(person, step),
    )


def _gate_facts(person: Person, asked: AskedGate) -> GateFacts:
    steps = [step for step in person.curriculum.steps if asked.id in step.use_for]
    status = gate_status(person, asked.gate)
    untitled = asked.gate.model_copy(update={"title": None})
    return GateFacts(
        asked=asked,
        status=status,
        asks=gate_words(untitled, person.curriculum, status.needed),
        confirmed=confirmations_of(person, asked.id),
        steps=tuple(step_log(person, step) for step in steps if not step.retired),
    )


def _moves_at(curriculum: Curriculum, role: str) -> tuple[Move, ...]:
    return tuple(move for move in curriculum.moves if role in (move.source, move.target))


def _said_today(rule: Advice, person: Person) -> str:
    said = (said.text for said in advice_for(person) if said.advice.id == rule.id)
    return next(said, "")
