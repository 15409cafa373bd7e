"""The certificates that are recommended: for what, why, and what money and hours buy."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.recommended import Recommendation
from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.views.certificate.answer import Certificates
from pmcareer.views.certificate.facts import known_words, price_words
from pmcareer.views.certificate.none_to_pay import none_words
from pmcareer.views.certificate.words import gates_in_months, months_there_words, study_words
from pmcareer.views.parts.keys import Keys, rounded
from pmcareer.views.parts.text import joined, number, one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Page
    from pmcareer.views.parts.styled import Block

Rows = Iterator[tuple[int, "Block"]]

FIRST_COUNT = "our judgement: first count how many of ten adverts ask for it"
AGAIN = {
    False: "You passed it once; it ran out.",
    True: "You passed it once: say whether it was renewed before you pay for it again.",
}
NOTHING = "None to pay for now"


def recommended_rows(answer: Certificates, page: "Page") -> Rows:
    """Draw what is recommended, each row with when it gives way; nothing while all has to wait."""
    if answer.recommended:
        yield 0, page.heading("Recommended", FIRST_COUNT)
        for each in answer.recommended:
            yield from _one(each, answer, page)
    elif answer.none_to_pay and not _waits(answer):
        words = none_words(answer.none_to_pay, answer)
        yield 0, page.line((f"{NOTHING}: ", "strong"), words)


def _waits(answer: Certificates) -> bool:
    """Tell whether all have to wait, which is said of all at once."""
    return any(clock.parked_reason for clock in answer.clocks)


def _one(each: Recommendation, answer: Certificates, page: "Page") -> Rows:
    item = each.certification
    yield 0, page.line((item.id, "item"), "  ", (_head(each, answer), "strong"), indent=2)
    yield 0, page.line(("why: ", "label"), " ".join(reasons(each, answer)), indent=4)
    if item.buys:
        yield 1, page.line(("buys: ", "label"), one_line(item.buys), indent=4)
    yield 0, page.line(("costs: ", "label"), _costs(each, answer), indent=4)
    if each.others:
        others = joined(_others(each, answer), "or")
        yield 2, page.line(("instead: ", "label"), others, indent=4)


def _others(each: Recommendation, answer: Certificates) -> Iterator[str]:
    """Name what serves in its place, each with where alone it is asked for."""
    for other in each.others:
        yield other.id + _only(other) * (other.id not in answer.usual)


def _only(item: Certification) -> str:
    """Say " (in Britain)" of one that is asked for in some places alone."""
    return f" ({one_line(item.only_where)})"


def _head(each: Recommendation, answer: Certificates) -> str:
    title = one_line(each.certification.title)
    if not each.is_offered:
        return title
    return f"{title}, for {_place(each, answer)}"


def _place(each: Recommendation, answer: Certificates) -> str:
    role = one_line(each.role.short or each.role.title)
    if each.role.id == answer.person.stands_at:
        return f"{role}, your role"
    if each.is_next:
        return f"{role}, your next role"
    return f"{role}, the role after the next"


def reasons(each: Recommendation, answer: Certificates) -> Iterator[str]:
    """Say why it is this one, a sentence each."""
    if each.is_goal:
        yield "You aim at it."
    if each.industry:
        yield f"Asked for in your industry ({one_line(each.industry)})."
    if each.is_again:
        yield AGAIN[each.clock.is_unknown]
    if each.certification.why:
        yield one_line(each.certification.why)
    if gates_in_months(each.clock):
        yield months_there_words(answer.person, each.clock)
    elif each.is_offered and not each.certification.why:
        yield "Made for that role, and open to you now."


def _costs(each: Recommendation, answer: Certificates) -> str:
    clock, item = each.clock, each.certification
    pace = f"at {number(answer.pace.to_divide_by, 2)} h a week"
    hours = f"{study_words(clock)} {pace}" if clock.study_hours else "hours not known"
    if not item.fee:
        return f"{hours}. {one_line(item.fee_note or 'No fee is on record.')}"
    return f"{hours}; {price_words(item)} ({known_words(item, 'fee')})"


def recommended_keys(each: Recommendation, answer: Certificates) -> Keys:
    """Name the keys of a recommendation."""
    return {
        "id": each.certification.id,
        "title": each.certification.title,
        "role": each.role.id,
        "why": list(reasons(each, answer)),
        "buys": each.certification.buys,
        **rounded(each.clock, "study_hours"),
        "fee": each.certification.fee,
        "alternatives": [other.id for other in each.others],
    }
