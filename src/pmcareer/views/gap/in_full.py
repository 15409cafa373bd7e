"""The gap with every row, for `gap --detail`: its price, and readiness in its parts."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.forecast.outlook import Dates
from pmcareer.domain.person.earned import SELF_RATED_AT_MOST
from pmcareer.domain.plan.gap import Gap, SkillGap, TraitGap
from pmcareer.domain.roadmap.readiness import NEARLY, Part
from pmcareer.views.gap.answer import GapAnswer
from pmcareer.views.gap.sentences import late_words, total_words, unsaid_line
from pmcareer.views.parts.because import because_in_full
from pmcareer.views.parts.dates import is_far_off, likely, which
from pmcareer.views.parts.gates import gate_lines
from pmcareer.views.parts.levels import UNSAID
from pmcareer.views.parts.lifts import lift_words
from pmcareer.views.parts.text import if_said, number, one_line, plural, share

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page, Piece

APPLY = (
    # The share is the source's (S1-93).
    "Apply at 60 to 70 %, not at 100: those who made it did not wait until they knew everything."
)
OF_THE_ROLE = "of what the role itself asks"
"""Readiness counts by the role alone; what is still to do, and gates, by the way there."""
BEYOND_EXERCISES = 4
"""From this level on exercises alone do not carry."""
RATED_BY_OTHERS = "as others rate them, beside the skills and never part of them"
LEVEL_4 = "Level 4 asks for 12 months of the work too, level 5 for 24 and somebody else's word."


def render_in_full(answer: GapAnswer, page: "Page") -> "Blocks":
    """Draw readiness and its parts, then what is missing: skills, gates, traits, and the dates."""
    gap = answer.gap
    gates = list(map(one_line, gate_lines(gap.missing_gates, answer.today)))
    yield from page.apart(
        _readiness(answer, page),
        _skills(gap, page),
        _lifts(gap, page),
        page.section("Gates", "on the way there: what study hours can't buy", gates),
        _traits(gap.traits, page),
        _dates(answer, page),
    )


def _readiness(answer: GapAnswer, page: "Page") -> "Blocks":
    gap = answer.gap
    start = f"from {one_line(gap.source.title)}" if gap.source else ""
    yield page.heading(one_line(gap.target.title), start)
    if gap.held_words:
        yield page.line(gap.held_words)
    if not gap.parts:
        yield page.line("It asks for nothing: no levels, no exercises, no gates.")
        return
    made_of = (f" {OF_THE_ROLE}: evidence, not permission.", "quiet")
    yield page.line("Readiness ", (share(gap.readiness), "strong"), made_of)
    yield page.facts((part.title, _part(part, page)) for part in gap.parts)
    if gap.apply_rule and gap.target is not gap.source:
        yield page.line(APPLY, (f"  {gap.apply_rule.id}", "quiet"))
    yield from map(page.line, because_in_full(answer.because))


def _part(part: Part, page: "Page") -> "list[Piece]":
    bar = [] if page.plain else [page.bar(part.value, 12)]
    # What rounds to all of it is not all of it.
    value = part.value if part.value >= 1 else min(part.value, NEARLY)
    said = f" {share(value):>5}  {part.text}"
    return [*bar, said, (f", weighs {share(part.weight)}", "quiet")]


def _skills(gap: Gap, page: "Page") -> "Blocks":
    priced = [skill for skill in gap.skills if skill.missing]
    if not gap.skills:
        yield page.line("No skill is missing anything.")
    if not priced:
        return
    columns = (
        page.column("Missing", wraps=True, key=True),
        page.column("level"),
        *(page.column(title, right=True) for title in ("exercises", "h", "weeks")),
        page.column("first", "item"),
    )
    yield page.table(columns, [_skill_row(skill, page) for skill in priced])
    yield from _total(gap, page)
    if gap.enough:
        yield page.quiet(f"{plural(gap.enough, 'more skill')} needed, and there already.")
    if max(skill.need for skill in priced) >= BEYOND_EXERCISES:
        yield page.quiet(LEVEL_4)
    if gap.unsaid_words:
        yield page.line(*unsaid_line(gap))


def _skill_row(gap: SkillGap, page: "Page") -> tuple[str, ...]:
    price = str(len(gap.missing)), number(gap.hours), number(gap.weeks)
    return gap.skill.title, _level(gap, page), *price, gap.missing[0].id


def _level(gap: SkillGap, page: "Page") -> str:
    if gap.is_short:
        return f"{_have(gap)}{page.arrow}{gap.need}"
    return str(gap.have.level)


def _have(gap: SkillGap) -> str:
    return UNSAID if gap.is_unsaid else str(gap.have.level)


def _lifts(gap: Gap, page: "Page") -> "Blocks":
    """Say what lifts the levels that no exercise of the plan lifts."""
    unpriced = [skill for skill in gap.skills if not skill.missing]
    if not unpriced:
        return
    yield page.heading("Beyond exercises", "levels that no open exercise of your plan lifts")
    for skill in unpriced:
        named = f"{one_line(skill.skill.title)}, {_level(skill, page)}"
        yield page.bullets([f"{named}: {_lift(skill)}"])
    name, level = unpriced[0].skill.id, unpriced[0].have.level + 1
    ask = f"pmcareer assess {name} {level} --by manager"
    yield page.line(("Somebody's word lifts any of them: ", "quiet"), (ask, "item"))


def _lift(gap: SkillGap) -> str:
    """Say what the next level takes: "12 months of leading work; 0 on record"."""
    if gap.lift is None:
        return ""
    first, *others = *lift_words(gap.lift), ""
    if first:
        return "; ".join((first, *map(_continued, others[:-1])))
    if gap.lift.level <= SELF_RATED_AT_MOST:
        return f"Your own word, with evidence: pmcareer assess {gap.skill.id} {gap.lift.level}"
    return "A rating by somebody else"


def _continued(way: str) -> str:
    return way[:1].lower() + way[1:]


def _total(gap: Gap, page: "Page") -> "Blocks":
    if not gap.is_priced:
        return
    yield page.line(*total_words(gap))
    if gap.on_the_way:
        are = "is" if gap.on_the_way == 1 else "are"
        asked = f"{gap.on_the_way} of them {are} asked for on the way, not by the role."
        yield page.quiet(asked)


def _traits(traits: tuple[TraitGap, ...], page: "Page") -> "Blocks":
    """Draw the traits that others rate too low, then those that nobody has rated."""
    unrated = [trait for trait in traits if trait.rated is None]
    low = list(_too_low(traits))
    if low or unrated:
        yield page.heading("Traits", RATED_BY_OTHERS)
        yield page.bullets(low)
    if unrated:
        names = ", ".join(f"{one_line(trait.trait.title)} {trait.need}" for trait in unrated)
        ask = f"Ask somebody, then: pmcareer assess {unrated[0].trait.id} 4 --by peer"
        yield page.line(f"Needed, and rated by nobody yet: {names}", indent=2)
        yield page.line((ask, "quiet"), indent=2)


def _too_low(traits: tuple[TraitGap, ...]) -> Iterator[str]:
    for trait in traits:
        rated, need = trait.rated, trait.need
        if rated is not None and rated < need:
            yield f"{one_line(trait.trait.title)}: {rated} of {need}"


def _dates(answer: GapAnswer, page: "Page") -> "Blocks":
    """Say by when it is all done, as `plan` says it."""
    gap, today = answer.gap, answer.today
    if gap.route.hours_left:
        yield page.line("Study done   ", (_when(gap.route.study, today), "strong"))
    if gap.target is not gap.source:
        yield page.line("In the role  ", (_when(gap.route.finish, today), "strong"))
    if late := late_words(answer):
        yield page.line(late)
    plan = (f"pmcareer plan --target {gap.target.id}", "item")
    in_order = ""
    if any(stage.tasks for stage in gap.route.stages):
        in_order = ", and every exercise in its order"
    yield page.line((f"What decides it{in_order}: ", "quiet"), plan)


def _when(dates: Dates, today: date) -> str:
    """Say the range, or why there is none, as `plan` does."""
    if dates.is_shut:
        return f"no day: {dates.reason}"
    if dates.likely is None and dates.reason:
        return dates.reason
    said = likely(dates, today)
    if is_far_off(dates.likely, today):
        return said
    if dates.is_earliest:
        return f"{said} at the earliest"
    return said + if_said(", {}", which(dates, today))
