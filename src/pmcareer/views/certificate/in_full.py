"""One certification in full: how far one is, when to begin, the exam, the fee, the renewal, how sure all this is."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.gate import ExperienceGate, Gate
from pmcareer.domain.gates.certificates import CertificationClock, Renewal
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.gates.wording import tiers_words, work_words
from pmcareer.domain.person.person import Person
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.gates import gate_line
from pmcareer.views.parts.items import value_words
from pmcareer.views.parts.text import day, hours, joined, number, one_line, plural, weeks

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.parts.layout import Page

SIDE_TITLES = {
    "ways-of-working": "ways of working",
    "power-skills": "power skills",
    "business-acumen": "business acumen",
}
CONFIDENCE = {
    "read": "read at the source",
    "reported": "reported by others, not read at the source",
    "judgement": "a judgement, not a fact",
}


def render_in_full(
    person: Person, clock: CertificationClock, page: "Page", titles: Mapping[str, str]
) -> Iterator["RenderableType"]:
    """Draw where one stands first, then what the certificate is."""
    item = clock.certification
    yield page.heading(one_line(item.title), f"{item.id}, {one_line(item.issuer)}")
    if item.summary:
        yield page.paragraphs(item.summary)
    yield page.blank()
    yield page.heading("You")
    yield page.facts(
        [*_standing(person, clock), *(_renewal(clock.renewal) if clock.renewal else ())]
    )
    yield page.blank()
    yield page.heading("The certificate")
    yield page.facts(_facts(item, titles))
    if item.note:
        yield page.blank()
        yield page.paragraphs(item.note)
    yield page.blank()
    if clock.stale:
        yield page.line(("Read over 18 months ago: check it before you rely on it.", "warning"))
    yield page.line(
        (
            f"As of {day(item.as_of)}, {CONFIDENCE[item.confidence]}: {one_line(item.source)}",
            "quiet",
        )
    )
    yield page.line((f"Sources: {', '.join(item.sources) or 'none given'}", "quiet"))


def _standing(person: Person, clock: CertificationClock) -> Iterator[tuple[str, str]]:
    if clock.held:
        yield "held", held_words(person, clock)
        return
    if clock.parked_reason:
        yield "not yet", f"certificates come {clock.parked_reason}"
    for forecast in clock.gates:
        if isinstance(forecast.gate, ExperienceGate):
            yield "months", _months_line(person, forecast.status, forecast.gate)
        else:
            yield "asks for", gate_line(forecast, person.today)
    if not clock.gates:
        yield "months", "none asked for"
    if clock.lost_on:
        yield "careful", f"old months fall out of the window on {day(clock.lost_on)}"
    if clock.gates:
        yield "opens", _opens(person, clock)
    if clock.requires:
        yield "first", ", ".join(clock.requires)
    training = (
        f", {hours(clock.training_hours)} of training included" if clock.training_hours else ""
    )
    yield "study", f"{study_words(clock)} at {number(person.hours_per_week, 2)} h a week{training}"
    if clock.begin_study_on:
        yield "begin to study", _begins(person, clock)
    if "education" not in person.says and _has_tiers(clock.certification):
        yield (
            "education",
            "not said, so the longest months count: pmcareer profile --education bachelor",
        )


def _months_line(person: Person, status: GateStatus, gate: ExperienceGate) -> str:
    """Say "14 of 36 of leading work in the last 10 years, 22 missing"."""
    waiving = [name for name in gate.waived_by if name in person.certificates]
    if waiving:
        return f"{work_words(gate)}: {joined(waiving)} stands in for them"
    window = f" in the last {number(gate.window_years)} years" if gate.window_years else ""
    missing = f", {number(status.missing)} missing" if status.missing else ""
    so_far = f"{number(status.have)} of {number(status.needed)}"
    return f"{so_far} of {work_words(gate)} work{window}{missing}"


def _opens(person: Person, clock: CertificationClock) -> str:
    if clock.open_on is None:
        return "not by your present work; see: pmcareer experience"
    if clock.open_on <= person.today:
        return "the months are there"
    return f"{day(clock.open_on)}, if your present work goes on"


def _begins(person: Person, clock: CertificationClock) -> str:
    if clock.begin_study_on == person.today:
        return "whenever you like"
    return f"{about(clock.begin_study_on, person.today)}, so that it ends when the certificate opens, not today"


def _renewal(renewal: Renewal) -> Iterator[tuple[str, str]]:
    yield "renew by", f"{day(renewal.due_on)}, with {plural(renewal.units, renewal.unit)}"
    logged = ", ".join(
        f"{SIDE_TITLES[side]} {hours(total)}" for side, total in renewal.hours_by_side.items()
    )
    least = (
        f"; at least {plural(renewal.minimum_per_side, renewal.unit)} each"
        if renewal.minimum_per_side
        else ""
    )
    yield "hours in this cycle", f"{logged}{least}"


def _facts(item: Certification, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "for", ", ".join(one_line(titles.get(name, name)) for name in item.fit)
    yield "months", "; ".join(_months(item.gates))
    yield "education", f"{item.education_minimum} at least" if item.education_minimum else ""
    yield "training", _training(item)
    yield "study", _three(item.study_hours)
    yield "application", _three(item.application_hours)
    yield "review", f"by {item.review}" if item.review else ""
    yield "exam", one_line(item.exam or "")
    yield "fee", _sentences(_fee(item), item.fee_note)
    yield "renewal", _sentences(_renew(item), item.renew_note)


def _sentences(fact: str, note: str | None) -> str:
    return ". ".join(part for part in (fact, one_line(note or "")) if part)


def _months(gates: tuple[Gate, ...]) -> Iterator[str]:
    """Say what each gate asks for, by education where that matters: leading 60 secondary, 36 bachelor."""
    for gate in gates:
        if isinstance(gate, ExperienceGate):
            window = f" within {number(gate.window_years)} years" if gate.window_years else ""
            instead = f", or {joined(gate.waived_by, 'or')} instead" if gate.waived_by else ""
            yield f"{work_words(gate)} {tiers_words(gate.months)}{window}{instead}"


def _has_tiers(item: Certification) -> bool:
    return any(isinstance(getattr(gate, "months", 0), Mapping) for gate in item.gates)


def _training(item: Certification) -> str:
    asked = item.training_hours
    if not asked:
        return ""
    by_tier = asked if isinstance(asked, Mapping) else {"": asked}
    words = ", ".join(f"{hours(count)} {tier}".rstrip() for tier, count in by_tier.items())
    return (
        f"{words}, not with {joined(item.training_waived_by, 'or')}"
        if item.training_waived_by
        else words
    )


def _three(estimate: tuple[float, float, float] | None) -> str:
    if estimate is None:
        return ""
    low, likely, high = estimate
    return f"{number(low)} to {number(high)} h, likely {number(likely)}"


def _fee(item: Certification) -> str:
    fee = item.fee or {}
    currency, member, other = (fee.get(key, "") for key in ("currency", "member", "other"))
    if not (member or other):
        return value_words(fee)
    if member == other:
        return f"{currency} {value_words(member)}".strip()
    return f"{currency} {value_words(member)} for members, {value_words(other)} for others".strip()


def _renew(item: Certification) -> str:
    """Say "60 PDUs every 3 years: at least 35 of education, 8 on each side; at most 25 of giving back"."""
    renew = item.renew or {}
    years, units = renew.get("years"), renew.get("units")
    if not isinstance(years, int | float) or not isinstance(units, int | float):
        return value_words(renew)
    unit = str(renew.get("unit", "unit"))
    least = [
        f"{value_words(renew[key])} {what}"
        for key, what in (
            ("min_education", "of education"),
            ("min_per_side", "on each side of the Talent Triangle"),
        )
        if key in renew
    ]
    most = [
        f"{value_words(renew[key])} {what}"
        for key, what in (
            ("max_giving_back", "of giving back"),
            ("max_practising", "of practising"),
        )
        if key in renew
    ]
    every = "every year" if years == 1 else f"every {number(years)} years"
    parts = [f"{plural(units, unit)} {every}"]
    parts += [f"at least {joined(least)}"] if least else []
    parts += [f"at most {joined(most)}"] if most else []
    return ", ".join(parts)


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


def held_words(person: Person, clock: CertificationClock) -> str:
    """Say since when it is held, until when, and by when it is to be renewed."""
    entry = person.certificates[clock.certification.id]
    if entry.expires:
        return f"since {entry.on}, until {entry.expires}"
    return f"since {entry.on}" + (f", renew by {clock.renewal.due_on}" if clock.renewal else "")
