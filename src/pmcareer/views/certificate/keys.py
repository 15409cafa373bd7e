"""Certificates for scripts."""

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.gates.certificates import CertificationClock, Renewal
from pmcareer.domain.ground.vocabulary import ASPECTS, Aspect
from pmcareer.views.certificate.answer import Certificates
from pmcareer.views.certificate.ledger import ledger_keys
from pmcareer.views.certificate.none_to_pay import none_words
from pmcareer.views.certificate.recommended import recommended_keys
from pmcareer.views.parts.gates import gate_dict
from pmcareer.views.parts.items import item_as_dict
from pmcareer.views.parts.keys import Keys, or_null, pace_keys, picked, rounded


def as_dict(answer: Certificates) -> Keys:
    """Write each certification with its clock; asked for one, everything about it too."""
    return {
        "entry": None,
        "hours_per_week": answer.person.hours_per_week,
        "pace": pace_keys(answer.pace),
        "recommended": [recommended_keys(each, answer) for each in answer.recommended],
        "none_to_pay": _none_keys(answer),
        "certifications": [_keys(clock) | _about(answer, clock) for clock in answer.clocks],
        "certification": _item_keys(answer),
    }


def _none_keys(answer: Certificates) -> Keys | None:
    """Say why nothing is recommended, and which certificates that is about."""
    none = answer.none_to_pay
    if none is None:
        return None
    about = [clock.id for clock in none.clocks]
    words = none_words(none, answer)
    return {"reason": none.reason, "role": none.role.id, "about": about, "text": words}


def _item_keys(answer: Certificates) -> Keys | None:
    if answer.in_full:
        return item_as_dict(answer.clocks[0].certification)
    return None


def _keys(clock: CertificationClock) -> Keys:
    item = clock.certification
    return {
        **picked(item, "id", "title"),
        **_state(clock),
        **picked(clock, "open_on", "lost_on", "begin_study_on", "parked_reason"),
        "training_hours": clock.training_hours,
        **rounded(clock, "study_hours", "hours_done"),
        **rounded(clock, "study_weeks", digits=1),
        "requires": clock.requires,
        **picked(item, "supersedes", "alternatives", "offer_to"),
        "gates": list(map(gate_dict, clock.gates)),
        "renewal": _renewal_keys(clock.renewal),
        "as_of": item.as_of,
        "stale": clock.stale,
        **picked(item, "confidence", "source", "url", "disputed"),
        "facts": [_fact(item, aspect) for aspect in ASPECTS],
    }


def _about(answer: Certificates, clock: CertificationClock) -> Keys:
    """Name the frameworks that a certificate is about, and say whether it is for roles ahead."""
    known = answer.person.curriculum.frameworks
    name = clock.id
    frameworks = [each.id for each in known if name in each.certifications]
    return {"frameworks": frameworks, "on_your_way": answer.is_named(clock)}


def _state(clock: CertificationClock) -> Keys:
    told = dict.fromkeys(("since", "until", "grace_until"))
    keys = {"held": clock.held, "state": "none", "exam_again": False, **told}
    if clock.holding is None:
        return keys
    return keys | picked(clock.holding, "state", "exam_again", *told)


def _fact(item: Certification, aspect: Aspect) -> Keys:
    """Say how an aspect is known, since when, and where the issuer tells of it."""
    return {
        "about": aspect,
        "known": item.known(aspect),
        "as_of": item.looked_up(aspect),
        "url": item.page_of(aspect),
    }


@or_null
def _renewal_keys(renewal: Renewal) -> Keys:
    keys = picked(renewal, "due_on", "units", "unit", "minimum_per_side", "hours_by_side")
    return {**keys, "ledger": ledger_keys(renewal.ledger)}
