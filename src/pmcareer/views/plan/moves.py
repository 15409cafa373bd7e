"""What stands below the picture: what decides, what helps, what to do now, what others give."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.unsaid import SINCE_WHEN
from pmcareer.domain.curriculum.items import Item
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.gates.wording import so_far_words
from pmcareer.domain.plan.applying import Applying
from pmcareer.domain.plan.levers import Lever
from pmcareer.domain.roadmap.stages import todo_in
from pmcareer.views.parts.aim import aim_words
from pmcareer.views.parts.text import day, hours, if_said, joined, minutes, number, one_line, plural
from pmcareer.views.plan.answer import PlanAnswer
from pmcareer.views.plan.sections import gained_words, lever_words

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

Words = list[tuple[str, str] | str]

COLUMNS = 12
NEXT = 2
OTHERS = 2
"""So many gates are named in a sentence; `plan --detail` lists all."""
MORE_STUDY = "more study will not move it"
OF_WHAT_DECIDES = {
    "move": "to keep them as short as they can be: {}",
    "detour": "to keep it as short as it can be: {}",
    "gate": "to have it given today: {}",
}
"""What would move the date, by what it is that decides it."""
BEGUN_NOW = "to begin it today: {}"
UNRECORDED = "months of it that you have and did not record: up to {}"
NOTHING_NOW = "nothing to do today: pmcareer next says what you wait for"


def render_moves(answer: PlanAnswer, page: "Page", without: Collection[str] = ()) -> "Blocks":
    """Draw what decides the date with its sign, and below it the next moves.

    `without` are the labels of those that there is no room for.
    """
    decides = decides_words(answer)
    if decides:
        sign = "" if page.plain else f"{page.glyph('decides')} "
        yield page.line((f"{sign}Decides the date", "decides"), f": {decides}.")
    for label, words in _rows(answer, page):
        if words and label not in without:
            yield page.row(label, *words, columns=COLUMNS)


def _rows(answer: PlanAnswer, page: "Page") -> Iterator[tuple[str, Words]]:
    yield "A step back", _filled(_step_back(answer))
    yield "Off the map", _filled(_off_the_map(answer))
    yield "Nearer", _filled(_nearer(answer))
    yield "What helps", [helps_words(answer)] if answer.levers else []
    yield "Now", _now(answer)
    # On a narrow page the axis stays, and words go.
    if page.narrow:
        return
    yield "Next", _next(answer, page)
    yield "Certificate", _aimed_at(answer)
    yield "Before", _filled(before_words(answer))
    yield "Only others", _filled(others_words(answer.chosen))
    yield "To be proved", _filled(proofs_words(answer))
    for asked in _first_unsaid(answer.unsaid):
        yield "Not said", _filled(_unsaid(asked))
    yield "To weigh", _filled(answer.weighs)


def _step_back(answer: PlanAnswer) -> str:
    """Say of a role behind the one held that no way leads there; "" of others."""
    if not answer.chosen.route.is_step_back:
        return ""
    target, ahead = answer.title_of(answer.target.id), answer.nearer
    if ahead is None:
        lacking = answer.chosen.route.legs[-1].lacking
        asked = joined([status.words for status in lacking])
        passed = if_said("asked all the same: {}", asked) or "its gates count as passed"
        return f"{target} leads on to {_held(answer)}, not back: {passed}"
    return (
        f"from {_held(answer)} one goes straight to {answer.title_of(ahead.id)}, where {target} "
        f"leads, too: pmcareer plan --target {ahead.id}"
    )


def _nearer(answer: PlanAnswer) -> str:
    """Name a target that one can plan for, where this one has no day within ten years."""
    if answer.nearer is None or answer.chosen.route.is_step_back:
        return ""
    return f"{answer.title_of(answer.nearer.id)}: pmcareer plan --target {answer.nearer.id}"


def _off_the_map(answer: PlanAnswer) -> str:
    """Say that nothing is known of a change between two roles but what the new one asks."""
    if not answer.chosen.route.is_off_the_map:
        return ""
    return f"nothing is known of a usual way from {_held(answer)}: no months in it are counted on"


def _held(answer: PlanAnswer) -> str:
    return answer.title_of(answer.chosen.route.legs[0].source.id)


def _aimed_at(answer: PlanAnswer) -> Words:
    return [aim_words(answer.aim, answer.today)] if answer.aim else []


def _filled(words: str) -> Words:
    return [words] if words else []


def decides_words(answer: PlanAnswer) -> str:
    """Name what decides the date, and say where more study would not help."""
    route = answer.chosen
    if route.finish.is_undated or route.has_nothing_to_set:
        return ""
    words = answer.name_of(route.driver)
    if not answer.idle_hours:
        return words
    idle, present = number(answer.idle_hours), number(answer.pace.hours_per_week)
    are = "is" if idle == "1" else "are"
    return f"{words}; {idle} of your {present} h a week {are} idle, {MORE_STUDY}"


def helps_words(answer: PlanAnswer) -> str:
    """Say what would move the date: of what decides it, or else the most."""
    best, *_ = sorted(answer.levers, key=lambda lever: not _is_of_driver(lever, answer))
    if best.id != answer.chosen.driver or best.days is None:
        return lever_words(answer, best)
    words = OF_WHAT_DECIDES.get(best.kind, BEGUN_NOW)
    if best.kind == "gate" and _is_of_months(answer):
        words = UNRECORDED
    return words.format(gained_words(best))


def _is_of_months(answer: PlanAnswer) -> bool:
    """Tell whether what decides is a gate of months of work."""
    work = {gate.gate.id: gate.status.work for gate in answer.chosen.gates}
    return bool(work.get(answer.chosen.driver))


def _is_of_driver(lever: Lever, answer: PlanAnswer) -> bool:
    driver = answer.chosen.driver
    return lever.id == driver or (lever.kind == "hours" and driver == "effort")


def _now(answer: PlanAnswer) -> Words:
    first = answer.first
    if first:
        return [*_named(first), f", {_length(first, answer)}"]
    return [NOTHING_NOW] * bool(answer.chosen.hours_left)


def _named(item: Item) -> Words:
    return [f"{one_line(item.title)} ", (item.id, "item")]


def _length(item: Item, answer: PlanAnswer) -> str:
    if isinstance(item, Step):
        return minutes(answer.first_minutes)
    return hours(_left_of(item, answer.chosen))


def _left_of(item: Item, route: RouteForecast) -> float:
    left = {task.exercise.id: task.hours_left for task in todo_in(route.stages)}
    return left.get(item.id, 0.0)


def _next(answer: PlanAnswer, page: "Page") -> Words:
    """Name what comes behind, as much of it as a line holds."""
    words: Words = []
    room = page.width - COLUMNS
    for exercise in islice(_ahead(answer), NEXT):
        room -= page.columns_of(f"{exercise.title} {exercise.id}, ")
        if words and room < 0:
            break
        words += [", "] if words else []
        words += _named(exercise)
    return words


def _ahead(answer: PlanAnswer) -> Iterator[Item]:
    """Go through what can be done today, what comes first left out."""
    for task in todo_in(answer.chosen.stages):
        if task.is_active and task.exercise != answer.first:
            yield task.exercise


def before_words(answer: PlanAnswer) -> str:
    """Say what has to be done before one may apply for the next role."""
    applying = answer.applying
    if applying is None:
        return ""
    title = answer.title_of(applying.role)
    if applying.since:
        begun = f"the search, begun {day(applying.since, answer.today)}"
        return f"you are {title}: {joined([begun, *_study_of(applying)])}"
    if applying.is_due:
        return f"you apply as {title}: nothing more, you may today"
    return if_said(f"you apply as {title}: {{}}", joined(_asked(applying, answer)))


def _study_of(applying: Applying) -> list[str]:
    return [f"{number(applying.whole_hours, 0)} h of study"] * bool(applying.whole_hours)


def _asked(applying: Applying, answer: PlanAnswer) -> Iterator[str]:
    """List study, months in one's role and posts for a time."""
    if applying.study_hours:
        first, whole = number(applying.study_hours, 0), number(applying.whole_hours, 0)
        yield f"{first} of its {whole} h of study"
    if applying.months:
        there = f"as {answer.title_of(applying.comes_from)}"
        where = "in your role" if applying.is_present else there
        yield f"{plural(round(applying.months) or 1, 'month')} {where}"
    for detour in applying.detours:
        yield answer.title_of(detour.id)


def others_words(route: RouteForecast) -> str:
    """Name what only other people can give, each with how much of it there is."""
    missing = [gate.status for gate in route.gates if gate.status.missing]
    named = list(dict.fromkeys(_given(status) for status in missing if not _has_calendar(status)))
    more = if_said("; {} more: --detail", max(0, len(named) - OTHERS))
    return if_said("can give: {}", "; ".join(named[:OTHERS]) + more)


def _has_calendar(status: GateStatus) -> bool:
    return status.gate.has_calendar


def _given(status: GateStatus) -> str:
    counted = f" ({so_far_words(status)})"
    return status.words + (counted if status.gate.unit == "count" else "")


def _first_unsaid(unsaid: Sequence[str]) -> Iterator[str]:
    """Yield the first thing that nobody has said, and since when a role is held beside it."""
    yield from unsaid[:1]
    yield from (asked for asked in unsaid[1:] if asked.startswith(SINCE_WHEN))


def _unsaid(asked: str) -> str:
    """Ask for what nobody has said and the days rest on, with its command."""
    question, mark, _ = asked.partition("?")
    # "Since when? Until then no month counts …: pmcareer profile …" in a line.
    _, name, command = asked.partition("pmcareer ")
    return f"{question}{mark} {name}{command}" if mark and command else asked


def proofs_words(answer: PlanAnswer) -> str:
    """Name the levels that nothing on the way leads to, and that the date does not wait for."""
    route = answer.chosen
    if answer.shows_detail:
        named = [proof for stage in route.stage_forecasts for proof in stage.to_prove]
        proofs = ", ".join(f"{proof.skill.title} {proof.level}" for proof in named)
    else:
        proofs = route.route.proofs
    return if_said("in the role: {}", proofs)
