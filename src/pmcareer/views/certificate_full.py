"""One certification in full: how far one is, when to begin, the exam, the fee, the renewal, and how sure all this is."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pmcareer.domain.catalogue import Certification
from pmcareer.domain.certifying import CertificationClock, Renewal
from pmcareer.domain.outlook import GateForecast
from pmcareer.domain.person import Person
from pmcareer.views.dates import about
from pmcareer.views.items import value_words
from pmcareer.views.text import day, hours, joined, month, number, one_line, plural

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.layout import Page

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
    yield page.facts(_standing(person, clock))
    if clock.renewal:
        yield page.facts(_renewal(clock.renewal))
    yield page.blank()
    yield page.heading("The certificate")
    yield page.facts(_facts(item, titles))
    if item.note:
        yield page.blank()
        yield page.paragraphs(item.note)
    yield page.blank()
    if clock.stale:
        yield page.line(("Read over 18 months ago: check it before you rely on it.", "warning"))
    yield page.line((f"As of {day(item.as_of)}, {CONFIDENCE[item.confidence]}: {one_line(item.source)}", "quiet"))
    yield page.line((f"Sources: {', '.join(item.sources) or 'none given'}", "quiet"))


def _standing(person: Person, clock: CertificationClock) -> Iterator[tuple[str, str]]:
    if clock.held:
        yield "held", held_words(person, clock)
        return
    if clock.parked_reason:
        yield "not yet", f"certificates come {clock.parked_reason}"
    for gate in clock.gates:
        yield "months", _rule_line(person, gate)
    if not clock.gates:
        yield "months", "none asked for"
    if clock.lost_on:
        yield "careful", f"old months fall out of the window on {day(clock.lost_on)}"
    if clock.gates:
        yield "opens", _opens(person, clock)
    if clock.requires:
        yield "first", ", ".join(clock.requires)
    training = f", {hours(clock.training_hours)} of training included" if clock.training_hours else ""
    yield "study", f"{study_words(clock)} at {number(person.hours_per_week)} h a week{training}"
    if clock.begin_study_on:
        yield "begin to study", _begins(person, clock)
    if "education" not in person.says and len(_tiers(clock.certification)) > 1:
        yield "education", "not said, so the longest months count: pmcareer profile --education bachelor"


def _rule_line(person: Person, gate: GateForecast) -> str:
    """Say "14 of 36 of leading in the last 10 years, 22 missing; overlaps count once"."""
    waiving = [name for name in gate.gate.waived_by if name in person.certificates]
    if waiving:
        return f"{_work(gate)}: {joined(waiving)} stands in for them"
    window = f" in the last {number(gate.gate.window_years)} years" if gate.gate.window_years else ""
    missing = f", {number(gate.standing.missing)} missing" if gate.standing.missing else ""
    return f"{number(gate.standing.have)} of {number(gate.standing.needed)} of {_work(gate)} work{window}{missing}"


def _work(gate: GateForecast) -> str:
    return (gate.gate.work or "").replace("+", " or ")


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
    logged = ", ".join(f"{SIDE_TITLES[side]} {hours(total)}" for side, total in renewal.hours_by_side.items())
    least = f"; at least {plural(renewal.minimum_per_side, renewal.unit)} each" if renewal.minimum_per_side else ""
    yield "hours in this cycle", f"{logged}{least}"


def _facts(item: Certification, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "for", ", ".join(one_line(titles.get(name, name)) for name in item.fit)
    yield "months", "; ".join(_tiers(item))
    yield "education", f"{item.education_minimum} at least" if item.education_minimum else ""
    yield "training", _training(item)
    yield "study", _three(item.study_hours)
    yield "application", _three(item.application_hours)
    yield "review", f"by {item.review}" if item.review else ""
    yield "exam", one_line(item.exam or "")
    yield "fee", "; ".join(part for part in (_fee(item), one_line(item.fee_note or "")) if part)
    yield "renewal", "; ".join(part for part in (_renew(item), one_line(item.renew_note or "")) if part)


def _tiers(item: Certification) -> tuple[str, ...]:
    """Say what each rule asks for, by education where that matters."""
    lines = []
    for rule in item.experience:
        months = rule.months
        by_tier = [f"{number(months)}"] if not isinstance(months, Mapping) else [
            f"{number(count)} {tier}" for tier, count in months.items()
        ]
        window = f" within {number(rule.window_years)} years" if rule.window_years else ""
        waived = f", or {joined(rule.waived_by, 'or')}" if rule.waived_by else ""
        lines.append((f"{rule.work.replace('+', ' or ')} {', '.join(by_tier)}{window}{waived}", len(by_tier)))
    return tuple(line for line, _ in lines)
