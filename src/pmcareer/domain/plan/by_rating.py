"""Levels for which there is nothing to study: they are rated, and no hours lead to a day."""

from collections.abc import Sequence
from dataclasses import replace

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.outlook import (
    BY_RATING,
    NOTHING_ASKED,
    Dates,
    RouteDates,
    RouteForecast,
)
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.short_levels import ShortLevel, short_levels

NAMED = 3
"""So many skills are named in a sentence; `gap` lists all."""
NO_DATE = Dates(kept=None, p10=None, p50=None, p80=None, p95=None, likely=None, safe=None)


def undated(person: Person, target: Role, dates: RouteDates) -> RouteDates:
    """Leave out the days of a way that asks for levels and has no exercise for any of them.

    Nothing to study is done today: that would put somebody at level 0 into the role today.
    """
    # A rubric asks for risk at 3 and has no exercises: no day. With one exercise of risk there are
    # hours, and so days; what they leave short is named beside them.
    if any(stage.tasks for stage in dates.stages):
        return dates
    reason = ""
    if short_levels(person, target):
        reason = BY_RATING
    elif _asks_for_nothing(person, target, dates):
        reason = NOTHING_ASKED
    none = replace(NO_DATE, reason=reason)
    return replace(dates, study=none, ready=none, finish=none) if reason else dates


def _asks_for_nothing(person: Person, target: Role, dates: RouteDates) -> bool:
    """Tell whether a way has no levels, no gates and no months either."""
    if person.role == target.id or target.needs:
        return False
    return not any(leg.gates or leg.move for leg in dates.route.legs)


def without_stage_days(route: RouteForecast) -> RouteForecast:
    """Leave the days of the stages out, too, where the way has none."""
    if not route.finish.is_undated:
        return route
    none = route.finish
    stages = route.stage_forecasts
    undated_too = tuple(replace(stage, study=none, ready=none, finish=none) for stage in stages)
    return replace(route, stage_forecasts=undated_too)


def what_is_short(person: Person, target: Role) -> str:
    """Say which levels the exercises leave short, and what lifts them; "" where none is."""
    short = short_levels(person, target)
    if not short:
        return ""
    return (
        f"All exercises for {target.title} are done, but not every level is there: "
        f"{_named(short)}. What lifts it: pmcareer assess {short[0].skill.id}"
    )


def _named(short: Sequence[ShortLevel]) -> str:
    """Name the first of them: "Risk 2 of 3, Talking 0 of 4"."""
    words = [f"{each.skill.title} {each.have} of {each.need}" for each in short[:NAMED]]
    if len(short) > NAMED:
        words.append(f"{len(short) - NAMED} more (pmcareer gap)")
    return ", ".join(words)


def what_to_rate(person: Person, target: Role) -> str:
    """Say what to do where nothing is to be studied: rate oneself, then collect evidence."""
    short = short_levels(person, target)
    if not short:
        return (
            f"The curriculum asks for nothing for {target.title}: no levels, exercises or gates. "
            "Head for another role: pmcareer profile --target ROLE"
        )
    for each in short:
        if not each.is_rated:
            return f"{_needs(short, target)} {_rate_yourself(each)}"
    return f"{_needs(short, target)} {_collect_evidence(short[0])}"


def _needs(short: Sequence[ShortLevel], target: Role) -> str:
    return f"{target.title} asks for levels, not for exercises. Short: {_named(short)}."


def _rate_yourself(short: ShortLevel) -> str:
    name = short.skill.id
    return (
        f"Rate yourself in {short.skill.title}: pmcareer assess {name} says what each level "
        f"means, and pmcareer assess {name} 1 (or 2, or 3) keeps yours. "
        "Then collect evidence for what is missing."
    )


def _collect_evidence(short: ShortLevel) -> str:
    return (
        f"Collect evidence for {short.skill.title}, level {short.need}: a piece of work that "
        f"shows it, kept with pmcareer project or pmcareer story. Then have it rated: "
        f"pmcareer assess {short.skill.id} {short.need} --by manager --evidence URL."
    )
