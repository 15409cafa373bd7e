"""What is said of a gap on both of its screens: how much work it is, and when one is there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmcareer.domain.plan.gap import Gap
from pmcareer.views.gap.answer import GapAnswer
from pmcareer.views.parts.dates import arrival_days
from pmcareer.views.parts.text import hours, number, plural, weeks

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Piece

SAID = {
    "default": "taken for granted.",
    "profile": "as promised.",
    # Dates count the pauses to come, too, and are later.
    "history": "your own pace, if kept without a pause. Dates: pmcareer plan",
}
"""What the hours a week are, by what they rest on."""

IN_SHORT = {
    "default": "{} h a week, taken for granted",
    "profile": "the {} h a week that you promised",
    "history": "your own {} h a week, without a pause",
}


def total_words(gap: Gap) -> "list[Piece]":
    """Say "45 exercises to go, 283 h: 40 weeks at 7 h a week, as promised."."""
    count = sum(len(skill.missing) for skill in gap.skills)
    price = hours(sum(skill.hours for skill in gap.skills))
    time = weeks(sum(skill.weeks for skill in gap.skills))
    pace = f" at {number(gap.pace.hours_per_week, 2)} h a week, {SAID[gap.pace.basis]}"
    return [f"{plural(count, 'exercise')} to go, {price}: ", (time, "strong"), pace]


def total_in_short(gap: Gap) -> "list[Piece]":
    """Say "23 exercises to go, 170 h: 55 weeks at your own 3.1 h a week, without a pause"."""
    count = sum(len(skill.missing) for skill in gap.skills)
    price = f"{number(sum(skill.hours for skill in gap.skills), 0)} h"
    time = weeks(sum(skill.weeks for skill in gap.skills))
    pace = IN_SHORT[gap.pace.basis].format(number(gap.pace.hours_per_week))
    return [f"{plural(count, 'exercise')} to go, {price}: ", (time, "strong"), f" at {pace}"]


def unsaid_line(gap: Gap) -> "list[Piece]":
    """Say of a level that is unknown how to say it."""
    words, _, command = gap.unsaid_words.partition(": ")
    return [(f"{words}: ", "quiet"), (command, "command")]


def arrival(answer: GapAnswer) -> Iterator[tuple[str, "list[Piece]"]]:
    """Say when one is in the role, likely and safely, or why there is no day."""
    gap, today = answer.gap, answer.today
    finish = gap.route.finish
    if gap.target is gap.source:
        if gap.route.hours_left:
            yield "Study done", [*arrival_days(gap.route.study, today)]
    elif finish.is_shut:
        yield "In the role", [f"no day: {finish.reason}"]
    elif finish.likely is None and finish.reason:
        yield "In the role", [finish.reason]
    else:
        yield "In the role", arrival_days(finish, today)


def late_words(answer: GapAnswer) -> str:
    """Say why the later of the two days is so late, where one knows; of a role held its study."""
    route = answer.gap.route
    dates = route.study if answer.gap.target is answer.gap.source else route.finish
    return dates.late_because
