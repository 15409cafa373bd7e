"""The ledger of a renewal: what courses come to, what is missing, until when."""

from collections.abc import Iterator

from pmcareer.domain.gates.certificates import Renewal
from pmcareer.domain.gates.units import Units
from pmcareer.domain.person.person import Person
from pmcareer.views.parts.keys import Keys, picked
from pmcareer.views.parts.text import day, if_said, joined, number, plural, spaced

Facts = Iterator[tuple[str, str]]


def ledger_facts(renewal: Renewal, person: Person) -> Facts:
    """Say what there is in this cycle, side by side, and what is missing."""
    ledger, unit = renewal.ledger, renewal.unit
    begun, due = (day(each, person.today) for each in (ledger.begun_on, ledger.due_on))
    yield f"{unit}s", f"{number(ledger.counted)} of {number(ledger.asked)}, {begun} to {due}"
    if ledger.least_per_side or ledger.education:
        yield "by side", _by_side(ledger)
    if ledger.giving_back or ledger.practising:
        yield "beside", _beside(ledger)
    yield "missing", _missing(ledger, unit, day(ledger.last_on, person.today))
    spent = sum(renewal.hours_by_side.values())
    if spent:
        yield "exercises", f"{number(spent)} h in this cycle, not in it: ask whether they count"


def _by_side(ledger: Units) -> str:
    least = if_said(" of {}", number(ledger.least_per_side)) * bool(ledger.least_per_side)
    told = [f"{spaced(side)} {number(each)}{least}" for side, each in ledger.by_side.items()]
    if ledger.without_side:
        told.append(f"no side said {number(ledger.without_side)}")
    words = ", ".join(told)
    if ledger.least_education:
        words += f"; education {number(ledger.education)} of {number(ledger.least_education)}"
    return words


def _beside(ledger: Units) -> str:
    """Say what counts of giving back and practising, and of how much at most."""
    told = []
    for name, there, most in (
        ("giving back", ledger.giving_back, ledger.most_giving_back),
        ("practising", ledger.practising, ledger.most_practising),
    ):
        limit = "" if most is None else f" (at most {number(most)})"
        told.append(f"{name} {number(there)}{limit}")
    return f"{', '.join(told)}; {number(ledger.given)} of it count"


def _missing(ledger: Units, unit: str, due: str) -> str:
    if not ledger.missing:
        return f"nothing: report them, and renew by {due}"
    sides = [f"{number(each)} of {spaced(side)}" for side, each in ledger.missing_by_side.items()]
    least = if_said(", {} among them", joined(sides))
    education = ""
    if ledger.missing_education and not sides:
        education = f", {number(ledger.missing_education)} of education among them"
    return f"{plural(ledger.missing, unit)}{least}{education}, until {due}"


def ledger_keys(ledger: Units) -> Keys:
    """Name the keys of a ledger."""
    return {
        **picked(ledger, "begun_on", "due_on", "last_on", "asked", "by_side", "without_side"),
        **picked(ledger, "least_education", "least_per_side", "education"),
        **picked(ledger, "giving_back", "most_giving_back", "practising", "most_practising"),
        **picked(ledger, "counted", "missing", "missing_education", "missing_by_side"),
    }
