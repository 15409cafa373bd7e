"""`pmcareer show`: one item with everything about it."""

from dataclasses import replace

from pmcareer.commands.list import state_of
from pmcareer.domain.coaching.advice import advice_for
from pmcareer.domain.coaching.job_search import progress_of
from pmcareer.domain.curriculum.catalogue import JobStep
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.curriculum.items import Exercise, Move, Role, Skill
from pmcareer.domain.gates.wording import gate_words
from pmcareer.domain.person.levels import exercises_by_skill, levels_of
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
    shown = Shown(
        kind=found.kind, item=item, titles=titles_of(curriculum), problems=logbook.problems
    )

    match item:
        case Exercise():
            return replace(
                shown,
                state=state_of(person, item.id),
                minutes_logged=round(60 * person.hours_logged.get(item.id, 0.0)),
                unlocks=_unlocked_by(curriculum, item.id),
            )
        case Skill():
            exercises = exercises_by_skill(curriculum).get(item.id, ())
            return replace(shown, exercises=tuple(exercises), level=levels_of(person)[item.id])
        case Role():
            gates = tuple(gate_words(gate, curriculum) for gate in item.gates)
            return replace(shown, moves=_moves_at(curriculum, item.id), gates=gates)
        case JobStep():
            return replace(shown, progress=progress_of(person, item))
        case Advice():
            return replace(shown, is_advised=_applies(person, item))
        case _:
            return shown


def _unlocked_by(curriculum: Curriculum, exercise: str) -> tuple[str, ...]:
    living = (each for each in curriculum.exercises if not each.retired)
    return tuple(each.id for each in living if exercise in each.requires)


def _moves_at(curriculum: Curriculum, role: str) -> tuple[Move, ...]:
    return tuple(move for move in curriculum.moves if role in (move.source, move.target))


def _applies(person: Person, rule: Advice) -> bool:
    return any(said.advice.id == rule.id for said in advice_for(person))
