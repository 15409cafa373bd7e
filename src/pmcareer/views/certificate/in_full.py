"""One certification in full: how far one is, when to begin, what it is, how sure all this is."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.gate import ExperienceGate, Gate
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.gates.certificates import CertificationClock, Renewal
from pmcareer.domain.person.person import Person
from pmcareer.views.certificate.facts import facts_of, origin_words
from pmcareer.views.certificate.words import (
    begins_words,
    gates_in_months,
    held_words,
    opens_words,
    pace_words,
    rule_words,
    study_words,
)
from pmcareer.views.parts.gates import gate_line
from pmcareer.views.parts.text import (
    day,
    hours,
    on_day,
    one_line,
    plural,
    spaced,
)

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

Facts = Iterator[tuple[str, str]]

EDUCATION = "not said, so the longest months count: pmcareer profile --education bachelor"


def render_in_full(
    person: Person,
    pace: PaceBasis,
    clock: CertificationClock,
    page: "Page",
    titles: Mapping[str, str],
) -> "Blocks":
    """Draw where one stands first, then what the certificate is."""
    item = clock.certification
    head = page.heading(one_line(item.title), f"{item.id}, {one_line(item.issuer)}")
    yield from page.apart(
        [head, *_text(item.summary, page)],
        [page.heading("You"), page.facts(_you(person, pace, clock))],
        [page.heading("The certificate"), page.facts(facts_of(item, titles))],
        _text(item.note, page),
        _origin(clock, person.today, page),
    )


def _text(text: str | None, page: "Page") -> "Blocks":
    if text:
        yield page.paragraphs(text)


def _you(person: Person, pace: PaceBasis, clock: CertificationClock) -> Facts:
    if clock.held:
        yield "held", held_words(person, clock)
    else:
        yield from _to_go(person, pace, clock)
    if clock.renewal:
        yield from _renewal(clock.renewal, person.today)


def _to_go(person: Person, pace: PaceBasis, clock: CertificationClock) -> Facts:
    if clock.parked_reason:
        yield "not yet", f"certificates come {clock.parked_reason}"
    yield from _months(person, clock)
    if clock.requires:
        yield "first", ", ".join(clock.requires)
    yield "study", _study(pace, clock)
    if clock.begin_study_on:
        yield "begin to study", begins_words(person, clock)
    if "education" not in person.says and any(map(_has_tiers, clock.certification.gates)):
        yield "education", EDUCATION


def _months(person: Person, clock: CertificationClock) -> Facts:
    for forecast in clock.gates:
        if isinstance(forecast.gate, ExperienceGate):
            yield "months", rule_words(person, forecast.status, forecast.gate)
        else:
            asks = "waits for" if forecast.status.missing else "asks for"
            yield asks, gate_line(forecast, person.today, "not by your present work")
    months = gates_in_months(clock)
    if not months:
        yield "months", "none asked for"
    if clock.lost_on:
        yield "careful", f"old months fall out of the window {on_day(clock.lost_on, person.today)}"
    if months:
        yield "apply", opens_words(person, clock)


def _study(pace: PaceBasis, clock: CertificationClock) -> str:
    study = f"{study_words(clock)} {pace_words(pace)}"
    if clock.training_hours:
        study += f", {hours(clock.training_hours)} of training included"
    return study


def _has_tiers(gate: Gate) -> bool:
    return isinstance(gate, ExperienceGate) and isinstance(gate.months, Mapping)


def _renewal(renewal: Renewal, today: date) -> Facts:
    yield "renew by", f"{day(renewal.due_on, today)}, with {plural(renewal.units, renewal.unit)}"
    sides = [f"{spaced(side)} {hours(spent)}" for side, spent in renewal.hours_by_side.items()]
    least = ""
    if renewal.minimum_per_side:
        least = f"; at least {plural(renewal.minimum_per_side, renewal.unit)} each"
    yield "hours in this cycle", f"{', '.join(sides)}{least}"


def _origin(clock: CertificationClock, today: date, page: "Page") -> "Blocks":
    """Draw where all this was read, when, and how sure it is."""
    if clock.stale:
        yield page.line(("Read over 18 months ago: check it before you rely on it.", "warning"))
    yield page.quiet(origin_words(clock.certification, today))
    yield page.quiet(f"Sources: {', '.join(clock.certification.sources) or 'none given'}")
