"""Levels for which there is nothing to study: they are rated, and no hours lead to a day."""

from dataclasses import replace

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.outlook import BY_RATING, Dates, RouteDates, RouteForecast
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.short_levels import ShortLevel, short_levels

NAMED = 3
"""So many skills are named in a sentence; `gap` lists all."""
UNKNOWN = Dates(
    kept=None, p10=None, p50=None, p80=None, p95=None, likely=None, safe=None, reason=BY_RATING
)


def undated(person: Person, target: Role, dates: RouteDates) -> RouteDates:
    """Leave out the days of a way that asks for levels and has no exercise for any of them.

    Nothing to study is done today: that would put somebody at level 0 into the role today.
    """
    # A rubric asks for risk at 3 and has no exercises: no day. With one exercise of risk there are
    # hours, and so days; what they leave short is named beside them.
    is_studied = any(stage.tasks for stage in dates.stages)
    if is_studied or not short_levels(person, target):
        return dates
    return replace(dates, study=UNKNOWN, ready=UNKNOWN, finish=UNKNOWN)


def without_stage_days(route: RouteForecast) -> RouteForecast:
    """Leave the days of the stages out, too, where the way has none."""
    if not route.finish.is_by_rating:
        return route

    stages = []
    for stage in route.stage_forecasts:
        stages.append(replace(stage, study=UNKNOWN, ready=UNKNOWN, finish=UNKNOWN))
    return replace(route, stage_forecasts=tuple(stages))


def what_is_short(person: Person, target: Role) -> str:
    """Say which levels the exercises leave short, "Risk 2 of 3"; "" where none is."""
    short = short_levels(person, target)
    words = [f"{each.skill.title} {each.have} of {each.need}" for each in short[:NAMED]]
    if len(short) > NAMED:
        words.append(f"{len(short) - NAMED} more (pmcareer gap)")
    return ", ".join(words)


def what_to_rate(person: Person, target: Role) -> str:
    """Say what to do where nothing is to be studied: rate oneself, then collect evidence."""
    short = short_levels(person, target)
    for each in short:
        if not each.is_rated:
            return f"{_needs(person, target)} {_rate_yourself(each)}"
    return f"{_needs(person, target)} {_collect_evidence(short[0])}"


def _needs(person: Person, target: Role) -> str:
    short = what_is_short(person, target)
    return f"{target.title} asks for levels, not for exercises. Short: {short}."


def _rate_yourself(short: ShortLevel) -> str:
    name = short.skill.id
    return (
        f"Rate yourself in {short.skill.title}: pmcareer assess {name} says what each level "
        f"means, and pmcareer assess {name} 1 (or 2, or 3) keeps yours. "
        "Then collect evidence for what is missing."
    )


def _collect_evidence(short: ShortLevel) -> str:
    name, need = short.skill.id, short.need
    return (
        f"Collect evidence for {short.skill.title}, level {need}: a piece of work that shows it, "
        f"kept with pmcareer project or pmcareer story. Then have it rated: "
        f"pmcareer assess {name} {need} --by manager --evidence URL."
    )
