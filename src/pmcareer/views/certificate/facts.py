"""What a certificate is: what it asks for and costs, how it is renewed, where that was read."""

from collections.abc import Iterable, Iterator, Mapping

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.gates.wording import kind_words, tiers_words, window_words
from pmcareer.domain.ground.vocabulary import ASPECTS, Aspect
from pmcareer.views.parts.entries import Titles
from pmcareer.views.parts.items import value_words
from pmcareer.views.parts.text import day, hours, if_said, joined, number, one_line, plural

Facts = Iterator[tuple[str, str]]
NOT_READ = "reported by others, not read at the issuer"
CONFIDENCE = {
    "read": "read at the issuer",
    "third-party": f"{NOT_READ}: they read its own text",
    "reported": NOT_READ,
    "judgement": "a judgement, not a fact",
}
BRIEFLY = {
    "read": "read",
    "third-party": "reported",
    "reported": "reported",
    "judgement": "our judgement",
}
ASPECT_OF: Mapping[str, Aspect] = {
    "months": "eligibility",
    "education": "eligibility",
    "training": "eligibility",
    "review": "eligibility",
    "exam": "exam",
    "fee": "fee",
    "renewal": "renewal",
    "lapse": "renewal",
}
"""What each fact is a fact about; the others are not the issuer's."""
LEAST = {"min_education": "of education", "min_per_side": "on each side of the Talent Triangle"}
# Keys of a renewal to what they limit.
MOST = {"max_giving_back": "of giving back", "max_practising": "of practising"}


def facts_of(item: Certification, titles: Titles) -> Facts:
    """Say what a certificate is and asks for: name and words of each fact, empty where unknown."""
    facts = {
        "for": ", ".join(one_line(titles.get(name, name)) for name in item.fit),
        "only": one_line(item.only_where or ""),
        "buys": if_said("{} (our judgement)", one_line(item.buys or "")),
        "instead": ", ".join(item.alternatives),
        "months": "; ".join(_months_asked(item)),
        "education": if_said("{} at least", item.education_minimum),
        "training": _training(item),
        "study": if_said("{} (our estimate)", _three(item.study_hours)),
        "study again": if_said("{} (our estimate)", _three(item.study_hours_again)),
        "application": if_said("{} (our estimate)", _three(item.application_hours)),
        "review": if_said("by {}", item.review),
        "exam": one_line(item.exam or ""),
        "fee": fee_words(item),
        "renewal": renewal_words(item),
        "lapse": lapse_words(item),
        "disputed": one_line(item.disputed or ""),
    }
    yield from facts.items()


def facts_with_origin(item: Certification, titles: Titles) -> Facts:
    """Say the same, and of each fact of the issuer's how it is known and since when."""
    for name, words in facts_of(item, titles):
        aspect = ASPECT_OF.get(name)
        if words and aspect:
            yield name, f"{words} ({known_words(item, aspect)})"
        else:
            yield name, words


def known_words(item: Certification, aspect: Aspect) -> str:
    """Say "reported, 30 Jun 2026" of an aspect of a certificate."""
    return f"{BRIEFLY[item.known(aspect)]}, {day(item.looked_up(aspect))}"


def origin_words(item: Certification) -> str:
    """Say where all this was read, when, and how sure it is."""
    # The source of what somebody else has read says itself what they read.
    known, _, _ = CONFIDENCE[item.confidence].partition(":")
    return f"As of {day(item.as_of)}, {known}: {one_line(item.source)}"


def pages_of(item: Certification) -> Iterable[str]:
    """List the issuer's pages about a certificate, each once."""
    pages = dict.fromkeys([item.url, *map(item.page_of, ASPECTS)])
    return filter(None, pages)


def fee_words(item: Certification) -> str:
    """Say what it costs, with what there is to know of that."""
    return _sentences(price_words(item), item.fee_note)


def price_words(item: Certification) -> str:
    """Say what it costs: "USD 425 for members, 675 for others"."""
    return _fee(item.fee or {})


def renewal_words(item: Certification) -> str:
    """Say what keeps it alive, with what there is to know of that."""
    return _sentences(_renew(item.renew or {}), item.renew_note)


def lapse_words(item: Certification) -> str:
    """Say what becomes of it without a renewal; nothing where nobody said."""
    lapse = item.lapse
    if lapse is None:
        return ""
    if lapse.words:
        return one_line(lapse.words)
    grace = ""
    if lapse.grace_months:
        grace = f"{number(lapse.grace_months)} months to renew, in which it is not to be named; "
    then = "a new exam"
    if not lapse.exam_again:
        then = "a renewal, without an exam"
    return f"{grace}then {then}"


def _sentences(fact: str, note: str | None) -> str:
    return ". ".join(filter(None, (fact, one_line(note or ""))))


def _months_asked(item: Certification) -> Iterator[str]:
    """Say what is asked for, by education where it matters: leading 60 secondary, 36 bachelor."""
    for gate in item.gates:
        if isinstance(gate, ExperienceGate):
            words = f"{kind_words(gate)} {tiers_words(gate.months)}{window_words(gate)}"
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
    if not isinstance(years, int | float):
        return value_words(renew)
    every = "every year" if years == 1 else f"every {number(years)} years"
    if not isinstance(units, int | float):
        return f"{renew['unit']}s {every}" if renew.get("unit") else every
    asked = f"{plural(units, str(renew.get('unit', 'unit')))} {every}"
    return asked + _limits("at least", LEAST, renew) + _limits("at most", MOST, renew)


def _limits(limit: str, limited: Mapping[str, str], renew: Mapping[str, float | str]) -> str:
    said = [key for key in limited if key in renew]
    if not said:
        return ""
    return f", {limit} {joined(f'{value_words(renew[key])} {limited[key]}' for key in said)}"
