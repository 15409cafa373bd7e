"""What a gate asks for, in words: the same on every screen, in JSON and in every export."""

from collections.abc import Mapping
from typing import assert_never

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import (
    CertificateGate,
    ClosedGate,
    ConfirmedGate,
    ExperienceGate,
    Gate,
    ServicesGate,
)
from pmcareer.domain.ground.vocabulary import Education


def gate_words(  # noqa: PLR0911 -- one sentence for each kind
    gate: Gate, curriculum: Curriculum, months: float | None = None
) -> str:
    """Say what a gate asks for: its title, or its kind in words.

    `months` are those of one person; without them months by education are named tier by tier.
    """
    if gate.title:
        return gate.title
    match gate:
        case ExperienceGate():
            asked = tiers_words(gate.months) if months is None else short(months)
            return f"{asked} months of {work_words(gate)} work"
        case CertificateGate(certification=name):
            held = curriculum.certification.get(name)
            return f"the certificate {held.title if held else name}"
        case ClosedGate(count=1):
            return "1 closed project"
        case ClosedGate(count=count):
            return f"{count} closed projects"
        case ServicesGate():
            return f"{gate.count} of the services {', '.join(gate.of)} at level {gate.level}"
        case ConfirmedGate():
            return f"{gate.id.replace('-', ' ')} (confirmed by others)"
        case _:
            assert_never(gate)


def work_words(gate: ExperienceGate) -> str:
    """Name the kind of work that counts: "pmo or portfolio"."""
    return gate.work.replace("+", " or ")


def tiers_words(months: float | Mapping[Education, float]) -> str:
    """Write months, by education where that matters: "60 secondary, 36 bachelor"."""
    if not isinstance(months, Mapping):
        return short(months)
    return ", ".join(f"{short(count)} {tier}" for tier, count in months.items())


def short(months: float) -> str:
    """Write months without a needless end: 12, 7.5."""
    return f"{round(months, 1):g}"
