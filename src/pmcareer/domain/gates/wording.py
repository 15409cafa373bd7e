"""Gates in words, for every screen, JSON and every export: what each asks for, how far one is."""

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
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.vocabulary import Education
from pmcareer.domain.ground.work import IMPLIES, wanted_kinds

DEGREES = {
    "moderate": "moderately complex ",
    "complex": "complex ",
    "very-complex": "very complex ",
}
"""What is put before a kind of work whose months count from a complexity on."""
BY_OTHERS = "only others can give it"
"""Of what somebody has to award or confirm: no study brings it, and no day can be told."""


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
            return f"{asked} months of {kind_words(gate)} work"
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


def work_words(work: str) -> str:
    """Name the kind of work that counts: "pmo or portfolio"."""
    return work.replace("+", " or ")


def kind_words(gate: ExperienceGate) -> str:
    """Name the work that counts for a gate: "leading", "moderately complex leading"."""
    degree = DEGREES.get(gate.complexity or "", "")
    return f"{degree}{work_words(gate.work)}"


def window_words(gate: ExperienceGate) -> str:
    """Say " in the last 5 years"; nothing for a gate without a window."""
    if not gate.window_years:
        return ""
    return f" in the last {short(gate.window_years)} years"


def progress_words(status: GateStatus) -> str:
    """Say how far one is in the gate's own unit: "14 of 36 months", "0 of 2", "not yet"."""
    match status.gate.unit:
        case "months":
            return f"{so_far_words(status)} months"
        case "count":
            return so_far_words(status)
        case _:
            return "not yet"


def by_others_words(status: GateStatus) -> str:
    """Say what others decide: it has no date, and a count, such as of projects, says how far.

    Where months are assumed for it, they are named as that.
    """
    said = f"{_counted(status)}: {BY_OTHERS}"
    if status.assumed_months:
        return f"{said}, assumed to take {months_words(status.assumed_months)}"
    return said


def _counted(status: GateStatus) -> str:
    if status.gate.unit != "count":
        return status.words
    return f"{status.words}, {so_far_words(status)}"


def months_words(months: tuple[float, float, float]) -> str:
    """Say three months: "2 to 8 months, likely 4"; one alone where they are the same."""
    least, mode, most = map(short, months)
    if least == most:
        return f"{most} months"
    return f"{least} to {most} months, likely {mode}"


def opener_words(gate: Gate) -> str:
    """Name the command that puts on record what opens a gate."""
    match gate:
        case ExperienceGate(work=work):
            # A union of kinds is no kind of an entry: the first of its parts is.
            wanted = wanted_kinds(work)
            return f"pmcareer experience {next(filter(wanted.__contains__, IMPLIES))} --from DATE"
        case CertificateGate(certification=name):
            return f"pmcareer certificate {name} --on DATE"
        case _:
            return f'pmcareer log {gate.id} --with "NAME" --evidence "WHERE"'


def so_far_words(status: GateStatus, digits: int = 1) -> str:
    """Say how much there is of what a gate asks for: 14 of 36."""
    return f"{short(_shown(status, digits), digits)} of {short(status.needed)}"


def _shown(status: GateStatus, digits: int) -> float:
    # 35.97 of 36 months are not 36: the gate is met tomorrow.
    if status.missing and round(status.have, digits) >= status.needed:
        return status.needed - 0.1**digits
    return status.have


def tiers_words(months: float | Mapping[Education, float]) -> str:
    """Write months, by education where that matters: "60 secondary, 36 bachelor"."""
    if not isinstance(months, Mapping):
        return short(months)
    return ", ".join(f"{short(count)} {tier}" for tier, count in months.items())


def short(months: float, digits: int = 1) -> str:
    """Write months without a needless end: 12, 7.5."""
    return f"{round(months, digits):g}"
