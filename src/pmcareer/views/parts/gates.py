"""Gates, for scripts and in words."""

from datetime import date
from functools import cache
from typing import get_args, get_origin

from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.gates.state import GateForecast, GateStatus
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.keys import Keys, picked
from pmcareer.views.parts.text import day, number


def gate_line(forecast: GateForecast, today: date) -> str:
    """Say what a gate asks for, how far one is, and when it opens or is lost."""
    status = forecast.status
    if not status.missing:
        return f"{status.words}: open{lost_words(forecast)}"
    if forecast.gate.has_calendar:
        opens = opens_words(forecast, today, "not on this way")
        return f"{status.words}: {_so_far(forecast)}, {opens}{lost_words(forecast)}"
    # What others decide has no date: a count, such as of projects, says how far one is.
    if forecast.gate.unit == "count":
        return f"{status.words}, {number(status.have, 0)} so far: for other people to say"
    return f"{status.words}: for other people to say"


def _so_far(forecast: GateForecast) -> str:
    if forecast.gate.unit == "months":
        return f"{so_far_words(forecast.status)} months"
    return "not yet"


def opens_words(forecast: GateForecast, today: date, never: str) -> str:
    """Say when a gate is likely to open, or that it never does."""
    if forecast.open_on:
        return f"likely {about(forecast.open_on, today)}"
    return never


def so_far_words(status: GateStatus, digits: int = 1) -> str:
    """Say how much there is of what a gate asks for: 14 of 36."""
    return f"{number(status.have, digits)} of {number(status.needed, digits)}"


def lost_words(forecast: GateForecast) -> str:
    """Say when months on record are lost; nothing where that never comes."""
    if not forecast.lost_on:
        return ""
    return f"; months fall out of the window on {day(forecast.lost_on)}"


def gate_dict(forecast: GateForecast) -> Keys:
    """Name the keys of a gate and of how far one is."""
    gate, status = forecast.gate, forecast.status
    have, months = round(status.have, 1), gate.unit == "months"
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
