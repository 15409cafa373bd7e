"""Which step moves what decides a date: from what ends a stage to what one can ask somebody for."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from pmcareer.domain.curriculum.gate import CertificateGate
from pmcareer.domain.curriculum.steps import SEARCH, STEP_BACK
from pmcareer.domain.ground.vocabulary import SITUATIONS
from pmcareer.domain.roadmap.actions import Action
from pmcareer.domain.roadmap.routes import Detour, Leg, Route

SEARCH_OF = "search:"
"""What the keys of searches begin with, as forecasts name them."""


def first_towards(
    route: Route, actions: Sequence[Action], deciding: Iterable[str]
) -> tuple[Action, str] | None:
    """Choose the first open step towards what decides, and name what of it that is.

    `deciding` are a gate's id, or the key of a move or a search, the one that decides most often
    first. What decides in a later stage is served by every step of the present one.
    """
    for row in deciding:
        for ask in _asks(route.legs[0], actions, row):
            return ask, row
        for names in served_by(route.legs[0], row):
            serving = [each for each in actions if names is None or names & {*each.serves}]
            if action := first_open(serving):
                return action, row
    return None


def first_open(actions: Iterable[Action]) -> Action | None:
    """Choose of several steps: whom to ask again, then what was never done, then the oldest.

    Of those that are alike it is the first of the curriculum.
    """
    # Volunteering and listing employers go on for weeks: they take turns, and what was never done
    # comes before both.
    return min(filter(attrgetter("is_open"), actions), key=_turn_of, default=None)


def _turn_of(action: Action) -> tuple[bool, date]:
    return not (action.awaited or action.told), action.done_on or date.min


def _asks(leg: Leg, actions: Sequence[Action], row: str) -> Iterator[Action]:
    """List the detours' asks that are open, where detours bear a row: those of all detours.

    Answers take their weeks side by side; what builds on one waits for no other.
    """
    # Months in a business post decide; the stint comes before it. On Monday the stint is asked
    # for, and on Tuesday the post: neither waits until the terms of the other are agreed.
    until = detours_until(leg, row)
    if until:
        names = dict.fromkeys((*until, *leg.detour_ids))
        yield from filter(attrgetter("is_open"), asks_for(names, actions))


def asks_for(detours: Iterable[str], actions: Sequence[Action]) -> Iterator[Action]:
    """Go through the first step of each detour, where that is to ask somebody."""
    for name in detours:
        first = next((action for action in actions if name in action.serves), None)
        if first and first.step.waits:
            yield first


def served_by(leg: Leg, row: str) -> Iterator[frozenset[str] | None]:
    """Say what steps have to be for to serve a row, best first; None where every step does."""
    # Twelve months in a business post decide. The stint and the post are taken one after the
    # other: asking for the stint comes first, for it holds up the post. Where the months in the
    # role decide those of the detours come on top of them, and so they come before the role.
    if leg.is_step_back:
        yield frozenset({STEP_BACK})
    if not is_in(leg, row):
        yield None
        return
    detours = detours_until(leg, row)
    if not detours:
        yield frozenset({row, *_certificates(leg, row), *_search(leg, row)})
        detours = leg.detour_ids
    for name in detours:
        yield frozenset({name})
    yield frozenset({leg.target.id, *SITUATIONS})


def is_in(leg: Leg, row: str) -> bool:
    """Tell whether what decides lies in this leg, and not in a later one."""
    if row in (leg.move.key if leg.move else "", f"{SEARCH_OF}{leg.target.id}"):
        return True
    is_gate = any(status.gate.id == row for status in leg.gates)
    return is_gate or bool(detours_until(leg, row))


def is_waited_for(leg: Leg, row: str, action: Action) -> bool:
    """Tell whether what decides begins or is met no earlier than a step is done.

    Months that run in a post run without it: it may be the nearest thing, but nothing waits for it.
    """
    # Twelve months in a business post decide: they begin after the ask. Eighteen months as junior
    # decide: they run, whether stories are chosen meanwhile or not.
    if detours := detours_until(leg, row):
        # The detour that one is on has begun: what is done there holds up nothing.
        here = {detour.role.id for detour in leg.detours if detour.is_present}
        return not {*detours}.difference(here).isdisjoint(action.serves)
    if row == f"{SEARCH_OF}{leg.target.id}":
        return SEARCH in action.serves
    meant = {row, *_certificates(leg, row)}
    return not is_of_months(leg, row) and not meant.isdisjoint(action.serves)


def is_of_months(leg: Leg, row: str) -> bool:
    """Tell whether what decides are months that run in this leg, outside of detours."""
    if detours_until(leg, row):
        return False
    months = {leg.move.key} if leg.move else set()
    months.update(status.gate.id for status in leg.gates if status.work)
    return row in months


def detours_until(leg: Leg, row: str) -> list[str]:
    """List the detours up to the last one that bears a row: one is taken after the other."""
    names: list[str] = []
    until: list[str] = []
    for detour in leg.detours:
        names.append(detour.role.id)
        if _is_borne_by(detour, row):
            until = [*names]
    return until


def _is_borne_by(detour: Detour, row: str) -> bool:
    """Tell whether a row is a detour's: its months, a gate it opens, or the search for it."""
    opens = map(attrgetter("id"), detour.opens)
    return row in (detour.key, f"{SEARCH_OF}{detour.role.id}", *opens)


def _search(leg: Leg, row: str) -> Iterator[str]:
    if row == f"{SEARCH_OF}{leg.target.id}":
        yield SEARCH


def _certificates(leg: Leg, row: str) -> Iterator[str]:
    for status in leg.gates:
        if status.gate.id == row and isinstance(status.gate, CertificateGate):
            yield status.gate.certification
