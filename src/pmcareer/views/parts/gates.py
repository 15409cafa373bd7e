"""Gates, for scripts and in words."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import get_args, get_origin

from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.gates.wording import by_others_words, progress_words
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.keys import Keys, picked
from pmcareer.views.parts.text import on_day, plural


def gate_line(forecast: GateForecast, today: date, never: str = "not within twenty years") -> str:
    """Say what a gate asks for, how far one is, and when it is met or lost."""
    status, opens, lost = forecast.status, never, ""
    if forecast.lost_on:
        lost = f"; months fall out of the window {on_day(forecast.lost_on, today)}"
    if not status.missing:
        return f"{status.words}: met{lost}"
    if not forecast.gate.has_calendar:
        return by_others_words(status)
    if forecast.open_on:
        opens = f"likely {about(forecast.open_on, today)}"
    return f"{status.words}: {progress_words(status)}, {opens}{lost}"


def gate_lines(gates: Iterable[GateForecast], today: date, *, in_full: bool = False) -> list[str]:
    """Say of each gate how far one is; of those that levels ask for only when the last is met.

    What two roles ask for in the same words is said once.
    """
    lines: list[str] = []
    of_levels = []
    for gate in gates:
        if gate.status.is_of_level and not in_full:
            of_levels.append(gate)
        elif (line := gate_line(gate, today)) not in lines:
            lines.append(line)
    if of_levels:
        count, last = plural(len(of_levels), "level"), _last_of(of_levels, today)
        lines.append(f"Months of work for {count} above 3: {last}; each: plan --detail")
    return lines


def _last_of(gates: Iterable[GateForecast], today: date) -> str:
    days = [gate.open_on for gate in gates]
    latest = max((each for each in days if each), default=None)
    if latest is None or None in days:
        return "not within twenty years"
    return f"all likely by {about(latest, today)}"


def gate_dict(forecast: GateForecast) -> Keys:
    """Name the keys of a gate and of how far one is."""
    gate, status = forecast.gate, forecast.status
    have, months = round(status.have, 1), gate.unit == "months"
    months_assumed = status.assumed_months
    return {
        "id": gate.id,
        "title": status.words,
        "kind": gate.kind,
        "work": status.work or None,
        "needed_months": status.needed if months else None,
        "have_months": have if months else None,
        "needed": status.needed,
        "have": have,
        **picked(forecast, "open_on", "lost_on"),
        "by_others": not gate.has_calendar,
        "assumed_months": list(months_assumed) if months_assumed else None,
        "in_date": not status.is_left_open,
    }


def gate_facts(gate: Gate) -> Keys:
    """Every key that any kind of gate has, null or empty where this kind has none."""
    return {**_blank_gate(), **gate.model_dump(mode="json")}


@cache
def _blank_gate() -> Keys:
    # Scripts read the same keys from every gate; a new kind adds its own to all of them.
    blank: Keys = {}
    for kind in get_args(Gate):
        for name, field in kind.model_fields.items():
            blank[name] = [] if get_origin(field.annotation) is tuple else None
    return blank
