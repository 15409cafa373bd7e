"""`pmcareer list`: all items of a kind, filtered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pmcareer.commands.home import Home, home_of
from pmcareer.domain.coaching.job_search import early_steps, search_time
from pmcareer.domain.coaching.options import fitting_options
from pmcareer.domain.curriculum.asked_gates import AskedGate
from pmcareer.domain.curriculum.catalogue import Option
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, Item, Move
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.vocabulary import ONE
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.step_counts import progress_of
from pmcareer.domain.person.steps import StepLog, step_log
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.words.amounts import level_of, word_of
from pmcareer.domain.words.lookup import skill_named
from pmcareer.domain.words.optional import Typed, if_typed, only_said
from pmcareer.domain.words.titles import GATE, items_of
from pmcareer.errors import OfAnotherUse
from pmcareer.settings import Settings
from pmcareer.views.look_up.list import Kinds, Listed
from pmcareer.views.plan.routes import Routes

MOVE, ROUTE, STEP, ONE_STEP = "move", "route", "job step", "step"
KINDS = {table.replace("_", "-"): kind for table, kind in ONE.items()}
KINDS |= {"moves": MOVE, "routes": ROUTE, "job-steps": STEP, "gates": GATE}
"""What can be listed, as it is typed, to the kind of item."""
DONE = ("finished", "done", "awaited")
"""States of what is done; of an answer that is awaited the asking is."""
Items = list[Item | Move]
Titles = Mapping[str, str]


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
        _refuse_filters(skill=skill, level=level, core=core, open=is_open, done=is_done)
        return _routes(home)
    states = {item.id: state_of(home.person, item.id) for item in home.curriculum.exercises}
    asked = _asked(home.curriculum, skill, level, core=core)
    items = _having(home, kind, words, asked)
    logs = _logs(home.person, items) if kind in {STEP, ONE_STEP} else {}
    if is_open or is_done:
        items = _in_state(items, states, logs, is_done=is_done)
        logs = _logs(home.person, items) if logs else {}

    narrowed = bool(words or asked or is_open or is_done)
    listed = _listed(what.strip().lower(), items, states, home)
    listed = replace(listed, is_narrowed=narrowed)
    if kind == STEP:
        return _with_progress(listed, home.person, logs)
    if kind == GATE:
        return replace(listed, gates=tuple(_statuses(home.person, items)))
    return replace(listed, steps=tuple(logs.values()))


def _in_state(
    items: Items, states: Mapping[str, str], logs: Mapping[str, StepLog], *, is_done: bool
) -> Items:
    both = dict(states)
    for name, log in logs.items():
        both[name] = log.state
    return [item for item in items if _is_done(item, both) == is_done]


def _refuse_filters(**typed: object) -> None:
    """Refuse what exercises are filtered by.

    Raises:
        OfAnotherUse: There is a filter.
    """
    for name, value in typed.items():
        if value:
            raise OfAnotherUse(f"--{name}", "list routes", "list exercises")


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
    return only_said(keys)


def _having(home: Home, kind: str, words: Sequence[str], asked: Mapping[str, object]) -> Items:
    """List the living items of a kind that have every word, and are as asked."""
    titles = _titles_for(home, kind)
    return [item for item in _living(home.curriculum, kind) if _has(item, words, asked, titles)]


def _titles_for(home: Home, kind: str) -> Titles:
    """Give the titles that are searched with an item: of what it is for, or who asks for it."""
    return home.titles if kind in {STEP, ONE_STEP, GATE} else {}


def _has(
    item: Item | Move, words: Sequence[str], asked: Mapping[str, object], titles: Titles
) -> bool:
    """Tell whether every word is in the text of an item, and its keys are as asked."""
    # Only exercises have what is asked: with such a filter nothing else is listed.
    if asked and not isinstance(item, Exercise):
        return False
    if any(getattr(item, key) != value for key, value in asked.items()):
        return False
    text = f"{_text_of(item)} {_serves(item, titles)}"
    return all(word.lower() in text for word in words)


def _text_of(item: Item | Move) -> str:
    ends = f"{item.source} {item.target}" if isinstance(item, Move) else ""
    return f"{item.id} {item.title} {getattr(item, 'summary', None) or ''} {ends}".lower()


def _serves(item: Item | Move, titles: Titles) -> str:
    """Name what a step is for, and who asks for a gate, by id and title."""
    served = getattr(item, "use_for", ()) or getattr(item, "asked_by", ())
    named = (f"{name} {titles.get(name, '')}" for name in served if titles)
    return " ".join(named).lower()


def _is_done(item: Item | Move, states: Mapping[str, str]) -> bool | None:
    """Tell whether an exercise or a step is done; None of anything else."""
    if not isinstance(item, Exercise | Step):
        return None
    return states[item.id] in DONE


def _logs(person: Person, items: Items) -> dict[str, StepLog]:
    return {item.id: step_log(person, item) for item in items if isinstance(item, Step)}


def _listed(what: str, items: Items, states: Mapping[str, str], home: Home) -> Listed:
    """Answer with these items, options that fit the person before the others."""
    options = [item for item in items if isinstance(item, Option)]
    fitting = fitting_options(home.person, options)
    return Listed(
        what=what,
        items=_fitting_first(items, fitting),
        fitting=fitting,
        states=states,
        titles=home.titles,
        problems=home.problems,
    )


def _fitting_first(items: Items, fitting: Sequence[str]) -> tuple[Item | Move, ...]:
    # A sort keeps the order of equals: what fits no better stays as the curriculum has it.
    places = {option: place for place, option in enumerate(fitting)}
    return tuple(sorted(items, key=lambda item: places.get(item.id or "", len(places))))


def _statuses(person: Person, items: Items) -> Iterator[GateStatus]:
    for item in items:
        if isinstance(item, AskedGate):
            yield gate_status(person, item.gate)


def _with_progress(listed: Listed, person: Person, logs: Mapping[str, StepLog]) -> Listed:
    """Say of steps of the job search how far they are, and whether it is time for them."""
    return replace(
        listed,
        progress=tuple(progress_of(person, log.step) for log in logs.values()),
        search=search_time(Planner(person=person)),
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
