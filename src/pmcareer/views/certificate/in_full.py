"""One certification in full: how far one is, when to begin, what it is, how sure all this is."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.gate import ExperienceGate, Gate
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.gates.certificates import CertificationClock, Renewal
from pmcareer.domain.gates.wording import tiers_words, window_words, work_words
from pmcareer.domain.person.person import Person
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
from pmcareer.views.parts.items import value_words
from pmcareer.views.parts.text import (
    day,
    hours,
    if_said,
    joined,
    number,
    on_day,
    one_line,
    plural,
    spaced,
)

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

Facts = Iterator[tuple[str, str]]

CONFIDENCE = {
    "read": "read at the source",
    "reported": "reported by others, not read at the source",
    "judgement": "a judgement, not a fact",
}
EDUCATION = "not said, so the longest months count: pmcareer profile --education bachelor"
LEAST = {"min_education": "of education", "min_per_side": "on each side of the Talent Triangle"}
# Keys of a renewal to what they limit.
MOST = {"max_giving_back": "of giving back", "max_practising": "of practising"}


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
        [page.heading("The certificate"), page.facts(_facts(item, titles).items())],
        _text(item.note, page),
        _origin(clock, page),
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


def _facts(item: Certification, titles: Mapping[str, str]) -> dict[str, str]:
    return {
        "for": ", ".join(one_line(titles.get(name, name)) for name in item.fit),
        "months": "; ".join(_months_asked(item)),
        "education": if_said("{} at least", item.education_minimum),
        "training": _training(item),
        "study": _three(item.study_hours),
        "application": _three(item.application_hours),
        "review": if_said("by {}", item.review),
        "exam": one_line(item.exam or ""),
        "fee": _sentences(_fee(item.fee or {}), item.fee_note),
        "renewal": _sentences(_renew(item.renew or {}), item.renew_note),
    }


def _sentences(fact: str, note: str | None) -> str:
    return ". ".join(filter(None, (fact, one_line(note or ""))))


def _months_asked(item: Certification) -> Iterator[str]:
    """Say what is asked for, by education where it matters: leading 60 secondary, 36 bachelor."""
    for gate in item.gates:
        if isinstance(gate, ExperienceGate):
            words = f"{work_words(gate.work)} {tiers_words(gate.months)}{window_words(gate)}"
            if gate.waived_by:
                words += f", or {joined(gate.waived_by, 'or')} instead"
            yield words


def _training(item: Certification) -> str:
    asked = item.training_hours
    if not asked:
        return ""
    if isinstance(asked, Mapping):
        words = ", ".join(f"{hours(count)} {tier}" for tier, count in asked.items())
    else:
        words = hours(asked)
    if item.training_waived_by:
        words += f", not with {joined(item.training_waived_by, 'or')}"
    return words


def _three(estimate: tuple[float, float, float] | None) -> str:
    if estimate is None:
        return ""
    low, likely, high = map(number, estimate)
    return f"{low} to {high} h, likely {likely}"


def _fee(fee: Mapping[str, float | str]) -> str:
    member, other = fee.get("member", ""), fee.get("other", "")
    if not (member or other):
        return value_words(fee)
    price = value_words(member)
    if member != other:
        price += f" for members, {value_words(other)} for others"
    return f"{fee.get('currency', '')} {price}".strip()


def _renew(renew: Mapping[str, float | str]) -> str:
    """Say "60 PDUs every 3 years, at least 35 of education, at most 25 of giving back"."""
    years, units = renew.get("years"), renew.get("units")
    # A curriculum of one's own may say it in other keys: they are shown as they are.
    if not isinstance(years, int | float) or not isinstance(units, int | float):
        return value_words(renew)
    every = "every year" if years == 1 else f"every {number(years)} years"
    asked = f"{plural(units, str(renew.get('unit', 'unit')))} {every}"
    return asked + _limits("at least", LEAST, renew) + _limits("at most", MOST, renew)


def _limits(limit: str, limited: Mapping[str, str], renew: Mapping[str, float | str]) -> str:
    said = [key for key in limited if key in renew]
    if not said:
        return ""
    return f", {limit} {joined(f'{value_words(renew[key])} {limited[key]}' for key in said)}"


def _origin(clock: CertificationClock, page: "Page") -> "Blocks":
    """Draw where all this was read, when, and how sure it is."""
    item = clock.certification
    if clock.stale:
        yield page.line(("Read over 18 months ago: check it before you rely on it.", "warning"))
    source = f"{CONFIDENCE[item.confidence]}: {one_line(item.source)}"
    yield page.quiet(f"As of {day(item.as_of)}, {source}")
    yield page.quiet(f"Sources: {', '.join(item.sources) or 'none given'}")
