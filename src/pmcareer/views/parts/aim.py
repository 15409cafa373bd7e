"""The certificate that somebody aims at, in a sentence and as keys."""

from datetime import date

from pmcareer.domain.plan.aim import Aim
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.keys import Keys, or_null, picked
from pmcareer.views.parts.text import number, one_line


def name_of(aim: Aim) -> str:
    """Name it in short: what stands before the comma of its title."""
    short, comma, _ = one_line(aim.certification.title).partition(", ")
    if not comma:
        return aim.certification.id
    return short


def aim_words(aim: Aim, today: date) -> str:
    """Say "PMP, 190 h that the dates leave out: from Mar 2028, earliest Sep 2028"."""
    return f"{name_of(aim)}, {_left(aim)} that the dates leave out: {_when(aim, today)}"


def _left(aim: Aim) -> str:
    return f"{number(aim.clock.study_left, 0)} h"


def _when(aim: Aim, today: date) -> str:
    if aim.clock.parked_reason:
        return "certificates wait for half a year of project work"
    if aim.begin_on is None or aim.earliest_on is None:
        return "its months do not come by what you do now"
    begin = "now" if aim.is_due else about(aim.begin_on, today)
    return f"from {begin}{_earliest(aim, today)}"


def _earliest(aim: Aim, today: date) -> str:
    if aim.earliest_on is None:
        return ""
    return f", earliest {about(aim.earliest_on, today)}"


def due_words(aim: Aim, today: date) -> str:
    """Say that its time has come, and what there is to do for it."""
    left = f"{_left(aim)} left beside the study{_earliest(aim, today)}"
    return f"{name_of(aim)}, its time has come: {left}. "


def due_command(aim: Aim) -> str:
    """Write what is typed when some of its study is done."""
    return f'pmcareer learned "..." --hours H --for {aim.certification.id}'


@or_null
def aim_keys(aim: Aim) -> Keys:
    """Name its keys."""
    clock = aim.clock
    return {
        **picked(aim.certification, "id", "title"),
        "hours": round(clock.study_hours, 2),
        "hours_done": round(clock.hours_done, 2),
        "hours_left": round(clock.study_left, 2),
        "open_on": clock.open_on,
        **picked(aim, "begin_on", "earliest_on"),
        "due": aim.is_due,
    }
