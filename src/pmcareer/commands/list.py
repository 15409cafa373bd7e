"""`pmcareer list`: all items of a kind, filtered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pmcareer.commands.home import Home, home_of
from pmcareer.domain.coaching.job_search import early_steps
from pmcareer.domain.coaching.options import fitting_options
from pmcareer.domain.curriculum.catalogue import Option
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, Item, Move
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.curriculum.tables import ONE
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.step_counts import progress_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.readiness import readiness_for_target
from pmcareer.domain.words.amounts import level_of, word_of
from pmcareer.domain.words.lookup import items_of, skill_named
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.settings import Settings
from pmcareer.views.look_up.list import Kinds, Listed
from pmcareer.views.plan.routes import Routes

MOVE, ROUTE, STEP = "move", "route", "job step"
KINDS = {table.replace("_", "-"): kind for table, kind in ONE.items()}
KINDS |= {"moves": MOVE, "routes": ROUTE, "job-steps": STEP}
"""What can be listed, as it is typed, to the kind of item."""
Items = list[Item | Move]


def run(
    settings: Settings,
    what: str,
    words: Sequence[str] = (),
    *,
    skill: Typed = None,
    level: Typed = None,
    core: bool = False,
    is_open: bool = False,
    is_done: bool = False,
) -> Listed | Routes:
    """List items whose text has every word; filters of exercises leave out all other kinds."""
    home = home_of(settings)

    kind = KINDS[word_of(what, KINDS, "WHAT")]
    if kind == ROUTE:
        return _routes(home)
    states = {item.id: state_of(home.person, item.id) for item in home.curriculum.exercises}
    asked = _asked(home.curriculum, skill, level, core=core)
    items = [item for item in _living(home.curriculum, kind) if _has(item, words, asked)]
    if is_open or is_done:
        items = _in_state(items, states, is_done=is_done)

    listed = _listed(what.strip().lower(), items, states, home)
    if kind == STEP:
        return _with_progress(listed, home.person)
    return listed


def _routes(home: Home) -> Routes:
    planner = Planner(person=home.person)
    return Routes(
        # First of all, because it is refused from a role that is not on the map.
        routes=planner.forecasts,
        target=planner.target,
        today=home.today,
        problems=home.problems,
    )


def _asked(curriculum: Curriculum, skill: Typed, level: Typed, *, core: bool) -> dict[str, object]:
    """Read what an exercise must have, by its key."""
    wanted = skill_named(curriculum, skill).id if skill is not None else None
    keys = {"skill": wanted, "level": if_typed(level_of, level, "--level"), "core": core or None}
    return {key: value for key, value in keys.items() if value is not None}


def _has(item: Item | Move, words: Sequence[str], asked: Mapping[str, object]) -> bool:
    """Tell whether every word is in the text of an item, and its keys are as asked."""
    # Only exercises have what is asked: with such a filter nothing else is listed.
    if asked and not isinstance(item, Exercise):
        return False
    if any(getattr(item, key) != value for key, value in asked.items()):
        return False
    text = _text_of(item)
    return all(word.lower() in text for word in words)


def _text_of(item: Item | Move) -> str:
    ends = f"{item.source} {item.target}" if isinstance(item, Move) else ""
    return f"{item.id} {item.title} {getattr(item, 'summary', None) or ''} {ends}".lower()


def _in_state(items: Items, states: Mapping[str, str], *, is_done: bool) -> Items:
    return [
        item
        for item in items
        if isinstance(item, Exercise) and (states[item.id] == "finished") == is_done
    ]


def _listed(what: str, items: Items, states: Mapping[str, str], home: Home) -> Listed:
    """Answer with these items, options that fit the person before the others."""
    options = [item for item in items if isinstance(item, Option)]
    fitting = fitting_options(home.person, options)
    return Listed(
        what=what,
        items=_fitting_first(items, fitting),
        fitting=fitting,
        states=states,
        problems=home.problems,
    )


def _fitting_first(items: Items, fitting: Sequence[str]) -> tuple[Item | Move, ...]:
    # A sort keeps the order of equals: what fits no better stays as the curriculum has it.
    places = {option: place for place, option in enumerate(fitting)}
    return tuple(sorted(items, key=lambda item: places.get(item.id or "", len(places))))


def _with_progress(listed: Listed, person: Person) -> Listed:
    """Say of steps of the job search how far they are, and whether it is time for them."""
    return replace(
        listed,
        progress=tuple(
            progress_of(person, item) for item in listed.items if isinstance(item, Step)
        ),
        readiness=readiness_for_target(person),
        early=early_steps(person.curriculum),
    )


def kinds(settings: Settings) -> Kinds:
    """Say what can be listed."""
    home = home_of(settings)
    return Kinds(
        counts={what: _count_of(kind, home) for what, kind in KINDS.items()},
        problems=home.problems,
    )


def _count_of(kind: str, home: Home) -> int:
    # Routes stand in no table; counting the candidates takes no forecast of them.
    if kind == ROUTE:
        return len(Planner(person=home.person).candidates)
    return len(_living(home.curriculum, kind))


def _living(curriculum: Curriculum, kind: str) -> tuple[Item | Move, ...]:
    if kind == MOVE:
        return curriculum.moves
    items = curriculum.job_steps if kind == STEP else items_of(curriculum, kind)
    return tuple(item for item in items if not item.retired)


def state_of(person: Person, exercise: str) -> str:
    """Tell the state of an exercise: finished, deferred, started or open."""
    if exercise in person.finished:
        return "finished"
    if exercise in person.deferred:
        return "deferred"
    if exercise in person.worked:
        return "started"
    return "open"
