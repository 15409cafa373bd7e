"""Gates, for scripts and in words."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, get_args, get_origin

from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.gates.state import GateForecast
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.text import day, number


def gate_line(forecast: GateForecast, today: date) -> str:
    """Say what a gate asks for, how far one is, and when it opens or is lost."""
    status, unit = forecast.status, forecast.gate.unit
    lost = lost_words(forecast)
    if not status.missing:
        return f"{status.words}: open{lost}"
    if not forecast.gate.has_calendar:
        so_far = f", {number(status.have, 0)} so far" if unit == "count" else ""
        return f"{status.words}{so_far}: for other people to say"
    so_far = "not yet"
    if unit == "months":
        so_far = f"{number(status.have)} of {number(status.needed)} months"
    opens = f"likely {about(forecast.open_on, today)}" if forecast.open_on else "not on this way"
    return f"{status.words}: {so_far}, {opens}{lost}"


def lost_words(forecast: GateForecast) -> str:
    """Say when months on record are lost; nothing where that never comes."""
    if not forecast.lost_on:
        return ""
    return f"; months fall out of the window on {day(forecast.lost_on)}"


def gate_dict(forecast: GateForecast) -> dict[str, Any]:
    """Name the keys of a gate and of how far one is."""
    gate, status = forecast.gate, forecast.status
    have = round(status.have, 1)
    in_months = gate.unit == "months"
    return {
        "id": gate.id,
        "title": status.words,
        "kind": gate.kind,
        "work": status.work or None,
        "needed_months": status.needed if in_months else None,
        "have_months": have if in_months else None,
        "needed": status.needed,
        "have": have,
        "open_on": forecast.open_on,
        "lost_on": forecast.lost_on,
        "by_others": not gate.has_calendar,
    }


def gate_facts(gate: Gate) -> dict[str, Any]:
    """Every key that any kind of gate has, null or empty where this kind has none."""
    return {**_blank_gate(), **gate.model_dump(mode="json")}


@cache
def _blank_gate() -> Mapping[str, Any]:
    # Scripts read the same keys from every gate; a new kind adds its own to all of them.
    blank: dict[str, Any] = {}
    for kind in get_args(Gate):
        for name, field in kind.model_fields.items():
            blank[name] = [] if get_origin(field.annotation) is tuple else None
    return blank
