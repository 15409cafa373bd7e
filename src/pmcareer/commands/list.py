"""`pmcareer list`: all items of a kind, filtered."""

from collections.abc import Mapping, Sequence

from pmcareer.domain.coaching.job_search import early_steps, progress_of
from pmcareer.domain.coaching.options import fitting_options
from pmcareer.domain.curriculum.catalogue import JobStep, Option
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, Item, Move
from pmcareer.domain.curriculum.tables import ONE
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.readiness import readiness_for_target
from pmcareer.domain.words.amounts import level_of, word_of
from pmcareer.domain.words.lookup import items_of, skill_named
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.look_up.list import Kinds, Listed
from pmcareer.views.plan.routes import Routes

MOVES = "moves"
ROUTES = "routes"
# What can be listed, as it is typed, to the kind of item.
KINDS = {table.replace("_", "-"): kind for table, kind in ONE.items()} | {
    MOVES: "move",
    ROUTES: "route",
}
Items = list[Item | Move]


def run(
    settings: Settings,
    what: str,
    words: Sequence[str] = (),
    *,
    skill: str | None = None,
    level: str | None = None,
    core: bool = False,
    is_open: bool = False,
    is_done: bool = False,
) -> Listed | Routes:
    """List items whose text has every word; filters of exercises leave out all other kinds."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    kind = KINDS[word_of(what, KINDS, "WHAT")]
    person = person_of(curriculum, logbook, settings.today)
    if kind == KINDS[ROUTES]:
        return _routes(person, logbook.problems)
    states = {item.id: state_of(person, item.id) for item in curriculum.exercises}
    asked = _asked(curriculum, skill, level, core=core)
    items = [
        item for item in _living(curriculum, kind) if _has_words(item, words) and _has(item, asked)
    ]
    if is_open or is_done:
        items = _in_state(items, states, is_done=is_done)
    fitting = fitting_options(person, [item for item in items if isinstance(item, Option)])

    return Listed(
        what=what.strip().lower(),
        items=_fitting_first(items, fitting),
        fitting=fitting,
        states=states,
        progress=tuple(progress_of(person, item) for item in items if isinstance(item, JobStep)),
        readiness=readiness_for_target(person) if kind == "job step" else None,
        early=early_steps(curriculum) if kind == "job step" else (),
        problems=logbook.problems,
    )


def _routes(person: Person, problems: tuple[Problem, ...]) -> Routes:
    planner = Planner(person=person)
    routes = planner.forecasts
    return Routes(today=person.today, target=planner.target, routes=routes, problems=problems)


def _asked(
    curriculum: Curriculum, skill: str | None, level: str | None, *, core: bool
) -> dict[str, object]:
    """Read what an exercise must have, by its key."""
    asked: dict[str, object] = {}
    if skill is not None:
        asked["skill"] = skill_named(curriculum, skill).id
    if level is not None:
        asked["level"] = level_of(level, "--level")
    if core:
        asked["core"] = True
    return asked


def _has(item: Item | Move, asked: Mapping[str, object]) -> bool:
    # Only exercises have what is asked: with such a filter nothing else is listed.
    if asked and not isinstance(item, Exercise):
        return False
    return all(getattr(item, key) == value for key, value in asked.items())


def _in_state(items: Items, states: Mapping[str, str], *, is_done: bool) -> Items:
    exercises = [item for item in items if isinstance(item, Exercise)]
    return [item for item in exercises if (states[item.id] == "finished") == is_done]


def _fitting_first(items: Items, fitting: Sequence[str]) -> tuple[Item | Move, ...]:
    places = {name: place for place, name in enumerate(fitting)}
    return tuple(sorted(items, key=lambda item: places.get(item.id or "", len(places))))


def kinds(settings: Settings) -> Kinds:
    """Say what can be listed."""
    curriculum: Curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    planner = Planner(person=person_of(curriculum, logbook, settings.today))
    counts = {}
    for what, kind in KINDS.items():
        counts[what] = len(planner.candidates if what == ROUTES else _living(curriculum, kind))

    return Kinds(counts=counts, problems=logbook.problems)


def _living(curriculum: Curriculum, kind: str) -> tuple[Item | Move, ...]:
    if kind == KINDS[MOVES]:
        return curriculum.moves
    return tuple(item for item in items_of(curriculum, kind) if not item.retired)


def state_of(person: Person, exercise: str) -> str:
    """Tell the state of an exercise: finished, deferred, started or open."""
    if exercise in person.finished:
        return "finished"
    if exercise in person.deferred:
        return "deferred"
    if exercise in person.worked:
        return "started"
    return "open"


def _has_words(item: Item | Move, words: Sequence[str]) -> bool:
    ends = f"{item.source} {item.target}" if isinstance(item, Move) else ""
    text = f"{item.id} {item.title} {getattr(item, 'summary', None) or ''} {ends}".lower()
    return all(word.lower() in text for word in words)
