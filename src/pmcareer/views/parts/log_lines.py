"""What is typed once a part of an exercise is done, or what fits in the time there is."""

from pmcareer.domain.plan.parts import PartNow
from pmcareer.domain.plan.today import MOST_MINUTES_A_DAY, Slice, Today


def log_slice_line(today: Today, slice_: Slice) -> str:
    """Write what is typed when a slice is done: up to which part, where it ends with one."""
    line = finish_line(today)
    if slice_.is_all_of(today.minutes_left):
        return line
    if last := slice_.fitting.last_done:
        return _up_to(line, last.number, sum(part.minutes for part in slice_.parts))
    return _under_way(line, slice_.minutes)


def log_part_line(today: Today, part: PartNow, time_box: int) -> str:
    """Write what is typed when a part is done; of one of many hours, when a sitting is.

    `time_box` are the minutes proposed for today.
    """
    line = finish_line(today)
    if part.minutes > MOST_MINUTES_A_DAY:
        return _under_way(line, time_box)
    if part.number < part.count:
        return _up_to(line, part.number, part.minutes)
    return line


def finish_line(today: Today) -> str:
    """Write what is typed when the whole exercise is done."""
    return f"pmcareer log {today.task.exercise.id}"


def _up_to(line: str, number: int, minutes: int) -> str:
    return f"{line} {minutes} --part {number}"


def _under_way(line: str, minutes: int) -> str:
    return f"{line} --partial --minutes {minutes}"
