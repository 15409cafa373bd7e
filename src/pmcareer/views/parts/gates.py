"""Gates, for scripts and in words."""

from datetime import date
from typing import Any

from pmcareer.domain.curriculum.items import Gate
from pmcareer.domain.gates.state import GateForecast
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.text import day, number, plural


def gate_words(gate: Gate) -> str:
    """Say what a gate asks for."""
    if gate.title:
        return gate.title
    if gate.kind == "experience":
        return f"{number(gate.months or 0)} months of {(gate.work or '').replace('+', ' or ')} work"
    return {
        "certificate": f"the certificate {gate.certification}",
        "closed": plural(gate.count or 1, "closed project"),
        "services": f"{gate.count} of {len(gate.of)} services at level {gate.level}",
    }.get(gate.kind, gate.id)


def gate_line(forecast: GateForecast, today: date) -> str:
    """Say what a gate asks for, how far one is, and when it opens or is lost."""
    status = forecast.status
    words = gate_words(forecast.gate)
    lost = f"; months fall out of the window on {day(forecast.lost_on)}" if forecast.lost_on else ""
    if not status.missing:
        return f"{words}: open{lost}"
    if not forecast.gate.has_calendar:
        so_far = "" if forecast.gate.kind == "confirmed" else f", {number(status.have, 0)} so far"
        return f"{words}{so_far}: for other people to say"
    so_far = (
        f"{number(status.have)} of {number(status.needed)} months"
        if forecast.gate.kind == "experience"
        else "not yet"
    )
    opens = f"likely {about(forecast.open_on, today)}" if forecast.open_on else "not on this way"
    return f"{words}: {so_far}, {opens}{lost}"


def gate_dict(forecast: GateForecast) -> dict[str, Any]:
    """Give the keys of a gate."""
    gate, status = forecast.gate, forecast.status
    in_months = gate.kind == "experience"
    return {
        "id": gate.id,
        "title": gate_words(gate),
        "kind": gate.kind,
        "work": gate.work,
        "needed_months": status.needed if in_months else None,
        "have_months": round(status.have, 1) if in_months else None,
        "needed": status.needed,
        "have": round(status.have, 1),
        "open_on": forecast.open_on,
        "lost_on": forecast.lost_on,
        "by_others": not gate.has_calendar,
    }
