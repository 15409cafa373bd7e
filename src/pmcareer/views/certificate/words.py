"""What the list of certificates and the look at one of them say in the same words."""

from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.gates.certificates import CertificationClock
from pmcareer.domain.gates.state import GateForecast, GateStatus
from pmcareer.domain.gates.wording import so_far_words, window_words, work_words
from pmcareer.domain.person.person import Person
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.text import day, joined, number, one_line, weeks

SAID = {"default": "taken for granted", "profile": "as promised", "history": "your own pace"}
NOT_YOURS = "not by your present work; see: pmcareer experience"


def rule_words(person: Person, status: GateStatus, gate: ExperienceGate) -> str:
    """Say "14 of 36 of leading work in the last 10 years, 22 missing"."""
    waiving = [name for name in gate.waived_by if name in person.certificates]
    if waiving:
        return f"{work_words(gate.work)}: {joined(waiving)} stands in for them"
    words = f"{so_far_words(status)} of {work_words(gate.work)} work"
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


def begins_words(person: Person, clock: CertificationClock) -> str:
    """Say when to begin to study."""
    if clock.begin_study_on == person.today:
        return "whenever you like"
    begin = about(clock.begin_study_on, person.today)
    return f"{begin}, so that it ends when you may apply, not today"


def months_words(clock: CertificationClock) -> str:
    """Say "14 of 36 leading" for each gate in months; "none asked for" where there is none."""
    told = (
        f"{so_far_words(each.status, digits=0)} {work_words(each.status.work)}"
        for each in gates_in_months(clock)
    )
    return ", ".join(told) or "none asked for"


def waits_words(clock: CertificationClock) -> str:
    """Name what is missing beside months: other certificates, projects, what others confirm."""
    others = (each.status for each in clock.gates if not each.status.work)
    return "; ".join(one_line(each.words) for each in others if each.missing)


def study_words(clock: CertificationClock) -> str:
    """Say "190 h, 38 weeks"."""
    return f"{number(clock.study_hours, 0)} h, {weeks(clock.study_weeks)}"


def pace_words(pace: PaceBasis) -> str:
    """Say "at 4.5 h a week, your own pace"."""
    return f"at {number(pace.to_divide_by, 2)} h a week, {SAID[pace.basis]}"


def held_words(person: Person, clock: CertificationClock) -> str:
    """Say since when it is held, until when, and by when it is to be renewed."""
    entry = person.certificates[clock.certification.id]
    words = f"since {day(entry.on, person.today)}"
    if entry.expires:
        return f"{words}, until {day(entry.expires, person.today)}"
    if clock.renewal:
        return f"{words}, renew by {day(clock.renewal.due_on, person.today)}"
    return words
