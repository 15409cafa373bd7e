"""One certification: how far one is, what it buys and costs, how sure all this is."""

from collections.abc import Iterator, Mapping
from math import inf
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.gate import ExperienceGate, Gate
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.gates.certificates import CertificationClock
from pmcareer.domain.person.person import Person
from pmcareer.views.certificate.facts import (
    CONFIDENCE,
    facts_of,
    facts_with_origin,
    known_words,
    origin_words,
    pages_of,
)
from pmcareer.views.certificate.ledger import ledger_facts
from pmcareer.views.certificate.words import (
    begins_words,
    gates_in_months,
    held_words,
    opens_words,
    pace_words,
    renewed_command,
    rule_words,
    study_words,
)
from pmcareer.views.parts.gates import gate_line
from pmcareer.views.parts.room import Part, fitted, placed
from pmcareer.views.parts.text import day, hours, on_day, one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page
    from pmcareer.views.parts.styled import Block

Facts = Iterator[tuple[str, str]]
Ranked = Iterator[tuple[int, "Block"]]

MOST_LINES = 22
EDUCATION = "not said, so the longest months count: pmcareer profile --education bachelor"
TELL_COMPLEXITY = "pmcareer experience leading --from DATE --complexity ask"
LABEL = 10
"""Columns of the names beside facts."""
BRIEF = {
    "buys": 1,
    "disputed": 2,
    "fee": 3,
    "instead": 4,
    "renewal": 7,
    "exam": 6,
    "lapse": 8,
    "only": 5,
}
"""The facts of the first screen, and when each gives way to what is needed more."""
YOURS = {"education": 5, "exercises": 5, "framework": 4}
"""The same of what is said of somebody; all else stays."""
SHOWN_FACTS = ("buys", "only", "instead", "exam", "fee", "renewal", "lapse", "disputed")


def render_one(
    person: Person,
    pace: PaceBasis,
    clock: CertificationClock,
    page: "Page",
    titles: Mapping[str, str],
) -> "Blocks":
    """Draw on one screen where one stands, what it buys and costs, and where that was read."""
    item = clock.certification
    parts: list[Part] = [
        *placed(0, _head(clock, page)),
        *placed(1, _yours(person, pace, clock, page)),
        *placed(2, _briefly(clock, titles, page)),
        *placed(3, _foot(clock, page)),
    ]
    # In a pipe everything is one line, and nobody counts lines.
    yield from fitted(parts, inf if page.piped else MOST_LINES - 1, page)
    yield page.quiet(f"All facts, and how each is known: pmcareer certificate {item.id} --all")


def render_in_full(
    person: Person,
    pace: PaceBasis,
    clock: CertificationClock,
    page: "Page",
    titles: Mapping[str, str],
) -> "Blocks":
    """Draw where one stands first, then every fact with where it is from."""
    item = clock.certification
    facts = facts_with_origin(item, titles)
    yield from page.apart(
        [block for _, block in _head(clock, page)],
        [page.heading("You"), page.facts(_you(person, pace, clock))],
        [page.heading("The certificate"), page.facts(facts)],
        _text(item.note, page),
        _origin(clock, page),
    )


def _head(clock: CertificationClock, page: "Page") -> Ranked:
    item = clock.certification
    yield 0, page.heading(one_line(item.title), f"{item.id}, {one_line(item.issuer)}")
    if item.summary:
        yield 9, page.paragraphs(item.summary)


def _yours(person: Person, pace: PaceBasis, clock: CertificationClock, page: "Page") -> Ranked:
    for name, words in _you(person, pace, clock):
        yield YOURS.get(name, 0), page.row(name, words, columns=LABEL)


def _briefly(clock: CertificationClock, titles: Mapping[str, str], page: "Page") -> Ranked:
    item = clock.certification
    facts = dict(facts_of(item, titles))
    facts["fee"] = _with_day(facts["fee"], clock)
    for name in SHOWN_FACTS:
        if facts[name]:
            yield BRIEF[name], page.row(name, facts[name], columns=LABEL)


def _with_day(words: str, clock: CertificationClock) -> str:
    if not clock.certification.fee:
        return words
    return f"{words} ({known_words(clock.certification, 'fee')})"


def _foot(clock: CertificationClock, page: "Page") -> Ranked:
    item = clock.certification
    known = CONFIDENCE[item.confidence]
    yield 0, page.quiet(f"{known[0].upper()}{known[1:]}, {day(item.as_of)}.")
    if clock.stale:
        yield 0, _old(page)
    if item.url:
        yield 0, page.quiet(f"Look there before you pay: {item.url}")
    else:
        yield 0, page.quiet(f"Source: {one_line(item.source)}")


def _old(page: "Page") -> "Block":
    words = "Some of it was looked up over 12 months ago: check it before you rely on it."
    return page.line((words, "warning"))


def _you(person: Person, pace: PaceBasis, clock: CertificationClock) -> Facts:
    if clock.holding:
        yield "held", held_words(person, clock)
    if clock.renewal:
        yield from ledger_facts(clock.renewal, person)
    if clock.is_unknown:
        yield "renewed?", f"put it on record: {renewed_command(clock)}"
    if not clock.held:
        yield from _not_held(person, pace, clock)
        yield from _framework(person, clock)


def _framework(person: Person, clock: CertificationClock) -> Facts:
    """Point to the framework that it is about: what of that one has covered."""
    for framework in person.curriculum.frameworks:
        if clock.id in framework.certifications:
            yield "framework", f"what of it you cover: pmcareer gap --framework {framework.id}"


def _not_held(person: Person, pace: PaceBasis, clock: CertificationClock) -> Facts:
    holding = clock.holding
    if holding is None or holding.exam_again:
        yield from _to_go(person, pace, clock)
    if holding and holding.exam_again and gates_in_months(clock):
        issuer = one_line(clock.certification.issuer)
        yield "counts yet", f"the months above; ask {issuer} about the training of the first time"


def _to_go(person: Person, pace: PaceBasis, clock: CertificationClock) -> Facts:
    if clock.parked_reason:
        yield "not yet", f"certificates come {clock.parked_reason}"
    yield from _months(person, clock)
    if clock.requires:
        yield "first", ", ".join(clock.requires)
    yield "study", _study(pace, clock)
    if clock.begin_study_on:
        yield "begin", begins_words(person, clock)
    if "education" not in person.says and any(map(_has_tiers, clock.certification.gates)):
        yield "education", EDUCATION


def _months(person: Person, clock: CertificationClock) -> Facts:
    uncounted = False
    for forecast in clock.gates:
        gate = forecast.gate
        if isinstance(gate, ExperienceGate):
            yield "months", rule_words(person, forecast.status, gate)
            uncounted = uncounted or forecast.status.is_uncounted
        else:
            asks = "waits for" if forecast.status.missing else "asks for"
            yield asks, gate_line(forecast, person.today, "not by what you do now")
    if uncounted:
        yield "tell", TELL_COMPLEXITY
    months = gates_in_months(clock)
    if not months:
        yield "months", "none asked for"
    if clock.lost_on:
        yield "careful", f"old months fall out of the window {on_day(clock.lost_on, person.today)}"
    if months and not uncounted:
        yield "apply", opens_words(person, clock)


def _study(pace: PaceBasis, clock: CertificationClock) -> str:
    if not clock.study_hours:
        return study_words(clock)
    study = f"{study_words(clock)} {pace_words(pace)}"
    if clock.training_hours:
        study += f", {hours(clock.training_hours)} of training included"
    return study


def _has_tiers(gate: Gate) -> bool:
    return isinstance(gate, ExperienceGate) and isinstance(gate.months, Mapping)


def _text(text: str | None, page: "Page") -> "Blocks":
    if text:
        yield page.paragraphs(text)


def _origin(clock: CertificationClock, page: "Page") -> "Blocks":
    """Draw where all this was read, when, and how sure it is."""
    item = clock.certification
    if clock.stale:
        yield _old(page)
    yield page.quiet(origin_words(item))
    for url in pages_of(item):
        yield page.quiet(f"The issuer: {url}")
    if item.sources:
        yield page.quiet(f"Sources: {', '.join(item.sources)}")
