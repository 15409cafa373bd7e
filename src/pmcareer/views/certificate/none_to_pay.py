"""Why no certificate is recommended, in a sentence or two."""

from pmcareer.domain.coaching.none_to_pay import NoneToPay
from pmcareer.domain.gates.certificates import CertificationClock
from pmcareer.views.certificate.answer import Certificates
from pmcareer.views.certificate.words import held_words, months_there_words, study_words
from pmcareer.views.parts.text import number, one_line

NEXT = {False: "the next one on your way", True: "the one that you aim at"}


def none_words(none: NoneToPay, answer: Certificates) -> str:
    """Say why there is none to pay for now, and of one that is to come how far it is."""
    role = one_line(none.role.short or none.role.title)
    match none.reason:
        case "behind":
            return f"{role} comes before your post: months and work open it, and no paper does."
        case "none":
            return f"none on this list is made for {role}. Work that you can show counts there."
        case "elsewhere":
            return f"what adverts for {role} ask for depends on the place: {_where(none.clocks)}."
        case _:
            return _about(none, none.clocks[0], role, answer)


def _about(none: NoneToPay, clock: CertificationClock, role: str, answer: Certificates) -> str:
    name = one_line(clock.certification.title)
    match none.reason:
        case "long":
            pace = number(answer.pace.to_divide_by, 2)
            return f"the next one would be {name}: {study_words(clock)} at {pace} h a week."
        case "renewal":
            return f"see first to {name}, {held_words(answer.person, clock)}."
        case "missing":
            return f"{NEXT[none.is_goal]} is {name}. {months_there_words(answer.person, clock)}"
        case "held":
            return f"{name}, which you hold, says what one can say for {role}."
        case _:
            return f"what you have done says more than {name}."


def _where(clocks: tuple[CertificationClock, ...]) -> str:
    return "; ".join(f"{each.id} {one_line(each.certification.only_where)}" for each in clocks)
