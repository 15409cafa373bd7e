"""What the list of certificates and the look at one of them say in the same words."""

from collections.abc import Mapping

from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.gates.certificates import CertificationClock
from pmcareer.domain.gates.state import GateForecast, GateStatus
from pmcareer.domain.gates.wording import kind_words, so_far_words, window_words
from pmcareer.domain.person.holdings import Holding
from pmcareer.domain.person.person import Person
from pmcareer.views.certificate.facts import lapse_words
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.text import day, if_said, joined, number, on_day, one_line, weeks

SAID = {"default": "taken for granted", "profile": "as promised", "history": "your own pace"}
NOT_YOURS = "not by what you do now; see: pmcareer experience"
UNTIL = {True: "until", False: "renew by"}
UNCOUNTED = "can't be counted: tell which projects were complex, in ten questions"


def rule_words(person: Person, status: GateStatus, gate: ExperienceGate) -> str:
    """Say "14 of 36 of leading work in the last 10 years, 22 missing"."""
    waiving = [name for name in gate.waived_by if name in person.certificates]
    if waiving:
        return f"{kind_words(gate)}: {joined(waiving)} stands in for them"
    if status.is_uncounted:
        asked = f"{number(status.needed)} of {kind_words(gate)} work{window_words(gate)}"
        return f"{asked}, {UNCOUNTED}"
    words = f"{so_far_words(status)} of {kind_words(gate)} work"
    words += window_words(gate)
    if status.missing:
        words += f", {number(status.missing)} missing"
    return words


def gates_in_months(clock: CertificationClock) -> list[GateForecast]:
    """List the gates that present work opens; a certificate may ask for other things too."""
    return [each for each in clock.gates if each.status.work]


def opens_words(person: Person, clock: CertificationClock) -> str:
    """Say when the months of all its gates are there."""
    latest = clock.months_open_on
    if latest is None:
        return NOT_YOURS
    if latest <= person.today:
        return "the months are there"
    return f"{day(latest, person.today)}, if your present work goes on"


def months_there_words(person: Person, clock: CertificationClock) -> str:
    """Say in a sentence how many months there are, and when all of them are."""
    latest = clock.months_open_on
    if latest and latest <= person.today:
        return "No months are missing for it."
    have = f"Months so far: {months_words(clock, person)}"
    if latest is None:
        return f"{have}; your present work does not bring the rest."
    return f"{have}; the rest {on_day(latest, person.today)}, if your present work goes on."


def begins_words(person: Person, clock: CertificationClock) -> str:
    """Say when to begin to study."""
    if clock.begin_study_on == person.today:
        return "whenever you like"
    begin = about(clock.begin_study_on, person.today)
    return f"{begin}, so that it ends when you may apply, not today"


def months_words(clock: CertificationClock, person: Person) -> str:
    """Say "14 of 60 leading (36 with a bachelor)" of the months that are missing, else of all."""
    asked = gates_in_months(clock)
    told = []
    for each in [each for each in asked if each.status.missing] or asked:
        gate = each.gate
        if isinstance(gate, ExperienceGate):
            words = f"{_count(each.status)} {kind_words(gate)}"
            told.append(f"{words}{_with_a_degree(each.status, gate, person)}")
    return ", ".join(told) or "none asked for"


def _count(status: GateStatus) -> str:
    if status.is_uncounted:
        return f"? of {number(status.needed)}"
    return so_far_words(status, digits=0)


def _with_a_degree(status: GateStatus, gate: ExperienceGate, person: Person) -> str:
    """Say how many would do with a bachelor, to who did not say their education."""
    if "education" in person.says or not status.missing or not isinstance(gate.months, Mapping):
        return ""
    fewer = gate.months.get("bachelor", status.needed)
    return if_said(" ({} with a bachelor)", number(fewer)) * (fewer < status.needed)


def waits_words(clock: CertificationClock) -> str:
    """Name what is missing beside months: other certificates, projects, what others confirm."""
    others = (each.status for each in clock.gates if not each.status.work)
    told = [*clock.requires, *(one_line(each.words) for each in others if each.missing)]
    return "; ".join(told)


def study_words(clock: CertificationClock) -> str:
    """Say "190 h, 38 weeks"; "not known" where nobody estimates it."""
    if not clock.study_hours:
        return "not known"
    words = f"{number(clock.study_hours, 0)} h"
    if clock.hours_done:
        words += f", {number(clock.hours_done)} of them done"
    return f"{words}, {weeks(clock.study_weeks)}"


def pace_words(pace: PaceBasis) -> str:
    """Say "at 4.5 h a week, your own pace"."""
    return f"at {number(pace.to_divide_by, 2)} h a week, {SAID[pace.basis]}"


def held_words(person: Person, clock: CertificationClock) -> str:
    """Say since when it is held and until when, or what became of it."""
    holding = clock.holding
    if holding is None:
        return ""
    since = f"since {day(holding.since, person.today)}"
    if holding.until is None:
        return since
    until = day(holding.until, person.today)
    return f"{since}{_became(holding, until, person)}{_again(clock)}"


def _became(holding: Holding, until: str, person: Person) -> str:
    match holding.state:
        case "valid":
            return f", {UNTIL[holding.is_said]} {until}"
        case "unknown":
            return f"; unknown: lapsed on {until} unless renewed"
        case "grace":
            return f"; ran out on {until}, {_grace(holding, person)}"
        case _:
            return f"; lapsed on {until}"


def _grace(holding: Holding, person: Person) -> str:
    last = holding.grace_until or person.today
    return f"not to be named, can be renewed until {day(last, person.today)}"


def _again(clock: CertificationClock) -> str:
    """Say what it takes to hold again what has lapsed."""
    if clock.holding is None or clock.holding.state != "lapsed":
        return ""
    if clock.holding.exam_again:
        return ": it takes a new exam"
    return f": {lapse_words(clock.certification) or 'ask the issuer what it takes'}"


def renewed_command(clock: CertificationClock) -> str:
    """Write what is typed to put a renewal on record."""
    return f"pmcareer certificate {clock.id} --on DATE --expires DATE"
