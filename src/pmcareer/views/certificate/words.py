"""What the list of certificates and the look at one of them say in the same words."""

from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.gates.certificates import CertificationClock
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.gates.wording import work_words
from pmcareer.domain.person.person import Person
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.gates import so_far_words
from pmcareer.views.parts.text import day, joined, number, weeks

NOT_YOURS = "not by your present work; see: pmcareer experience"


def rule_words(person: Person, status: GateStatus, gate: ExperienceGate) -> str:
    """Say "14 of 36 of leading work in the last 10 years, 22 missing"."""
    waiving = [name for name in gate.waived_by if name in person.certificates]
    if waiving:
        return f"{work_words(gate)}: {joined(waiving)} stands in for them"
    words = f"{so_far_words(status)} of {work_words(gate)} work"
    if gate.window_years:
        words += f" in the last {number(gate.window_years)} years"
    if status.missing:
        words += f", {number(status.missing)} missing"
    return words


def opens_words(person: Person, clock: CertificationClock) -> str:
    """Say when the months are there."""
    if clock.open_on is None:
        return NOT_YOURS
    if clock.open_on <= person.today:
        return "the months are there"
    return f"{day(clock.open_on)}, if your present work goes on"


def begins_words(person: Person, clock: CertificationClock) -> str:
    """Say when to begin to study."""
    if clock.begin_study_on == person.today:
        return "whenever you like"
    begin = about(clock.begin_study_on, person.today)
    return f"{begin}, so that it ends when the certificate opens, not today"


def months_words(clock: CertificationClock) -> str:
    """Say "14 of 36 leading" for each gate in months; "none asked for" where there is none."""
    told = []
    for forecast in clock.gates:
        if isinstance(forecast.gate, ExperienceGate):
            status = forecast.status
            so_far = f"{number(status.have, 0)} of {number(status.needed)}"
            told.append(f"{so_far} {work_words(forecast.gate)}")
    return ", ".join(told) or "none asked for"


def study_words(clock: CertificationClock) -> str:
    """Say "190 h, 38 weeks"."""
    return f"{number(clock.study_hours, 0)} h, {weeks(clock.study_weeks)}"


def pace_words(person: Person) -> str:
    """Say "at 4.5 h a week"."""
    return f"at {number(person.hours_per_week, 2)} h a week"


def held_words(person: Person, clock: CertificationClock) -> str:
    """Say since when it is held, until when, and by when it is to be renewed."""
    entry = person.certificates[clock.certification.id]
    words = f"since {entry.on}"
    if entry.expires:
        return f"{words}, until {entry.expires}"
    if clock.renewal:
        return f"{words}, renew by {clock.renewal.due_on}"
    return words
