"""`pmcareer show`: one item with everything about it."""

from pmcareer.commands.list import state_of
from pmcareer.domain.coaching.advice import advice_for
from pmcareer.domain.coaching.job_search import progress_of
from pmcareer.domain.curriculum.catalogue import JobStep
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.curriculum.items import Exercise, Role
from pmcareer.domain.gates.wording import gate_words
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.words.lookup import something_named, titles_of
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.look_up.show import Shown


def run(settings: Settings, word: str) -> Shown:
    """Find an item by id or by unmistakable words of its title."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    found = something_named(curriculum, word)
    item = found.item
    person = person_of(curriculum, logbook, settings.today)
    is_exercise = isinstance(item, Exercise)

    return Shown(
        kind=found.kind,
        item=item,
        titles=titles_of(curriculum),
        state=state_of(person, item.id) if is_exercise else None,
        minutes_logged=round(60 * person.hours_logged.get(item.id, 0.0)) if is_exercise else 0,
        unlocks=_unlocked_by(curriculum, item.id) if is_exercise else (),
        exercises=_living_exercises(curriculum, item.id) if found.kind == "skill" else (),
        level=levels_of(person)[item.id] if found.kind == "skill" else None,
        moves=tuple(m for m in curriculum.moves if item.id in (m.source, m.target))
        if found.kind == "role"
        else (),
        gates=tuple(gate_words(gate, curriculum) for gate in item.gates)
        if isinstance(item, Role)
        else (),
        progress=progress_of(person, item) if isinstance(item, JobStep) else None,
        is_advised=isinstance(item, Advice) and _applies(person, item),
        problems=logbook.problems,
    )


def _applies(person: Person, rule: Advice) -> bool:
    return any(said.advice.id == rule.id for said in advice_for(person))


def _unlocked_by(curriculum: Curriculum, name: str) -> tuple[str, ...]:
    return tuple(
        each.id for each in curriculum.exercises if name in each.requires and not each.retired
    )


def _living_exercises(curriculum: Curriculum, skill: str) -> tuple[Exercise, ...]:
    return tuple(each for each in curriculum.exercises if each.skill == skill and not each.retired)
