"""What a certificate is: what it asks for and costs, how it is renewed, where that was read."""

from collections.abc import Iterator, Mapping
from datetime import date

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.gates.wording import tiers_words, window_words, work_words
from pmcareer.views.parts.entries import Titles
from pmcareer.views.parts.items import value_words
from pmcareer.views.parts.text import day, hours, if_said, joined, number, one_line, plural

CONFIDENCE = {
    "read": "read at the source",
    "reported": "reported by others, not read at the source",
    "judgement": "a judgement, not a fact",
}
LEAST = {"min_education": "of education", "min_per_side": "on each side of the Talent Triangle"}
# Keys of a renewal to what they limit.
MOST = {"max_giving_back": "of giving back", "max_practising": "of practising"}


def facts_of(item: Certification, titles: Titles) -> Iterator[tuple[str, str]]:
    """Say what a certificate is and asks for: name and words of each fact, empty where unknown."""
    facts = {
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
    yield from facts.items()


def origin_words(item: Certification, today: date) -> str:
    """Say where all this was read, when, and how sure it is."""
    source = f"{CONFIDENCE[item.confidence]}: {one_line(item.source)}"
    return f"As of {day(item.as_of, today)}, {source}"


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
