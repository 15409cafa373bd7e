"""Certificates and their clocks: what is held, what is open, what opens when, and one of them in full."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.gates.certificates import CertificationClock, Renewal
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.person.person import Person
from pmcareer.views.certificate.in_full import held_words, months_words, render_in_full, study_words
from pmcareer.views.parts.gates import gate_dict
from pmcareer.views.parts.items import item_as_dict
from pmcareer.views.parts.text import day, month, number

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.parts.layout import Column, Page

GROUPS = {
    "held": "Held",
    "open": "No months missing",
    "opening": "Opening, if your present work goes on",
    "shut": "Not with your present work",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """The clocks of all certifications, or of the one that is asked for."""

    person: Person
    clocks: tuple[CertificationClock, ...]
    titles: Mapping[str, str]
    in_full: bool = False
    problems: tuple[Problem, ...] = ()

    def group_of(self, clock: CertificationClock) -> str:
        """Tell whether it is held, open, opening or shut."""
        if clock.held:
            return "held"
        if clock.open_on is None:
            return "shut"
        return "open" if clock.open_on <= self.person.today else "opening"

    def fits(self, clock: CertificationClock) -> bool:
        """Tell whether it is made for the role one has or wants."""
        return not {self.person.stands_at, self.person.target}.isdisjoint(clock.certification.fit)


def render(answer: Certificates, page: "Page") -> Iterator["RenderableType"]:
    """Show one certification in full, or each in a row of its own: held, open, opening, shut."""
    if answer.in_full:
        yield from render_in_full(answer.person, answer.clocks[0], page, answer.titles)
    elif not answer.clocks:
        yield page.line("This curriculum has no certifications.")
    else:
        yield from _grouped(answer, page)


def _grouped(answer: Certificates, page: "Page") -> Iterator["RenderableType"]:
    parked = next((clock.parked_reason for clock in answer.clocks if clock.parked_reason), None)
    if parked:
        yield page.line(("Not yet: ", "strong"), f"a first certificate comes {parked}.")
        yield page.line(
            "By then the concepts mean something. Until then, lead something small: practice counts more."
        )
        yield page.blank()
    for group, title in GROUPS.items():
        clocks = [clock for clock in answer.clocks if answer.group_of(clock) == group]
        if clocks:
            pace = (
                f"study at {number(answer.person.hours_per_week, 2)} h a week"
                if group in ("open", "opening")
                else ""
            )
            clocks.sort(key=lambda clock: not answer.fits(clock))
            yield page.heading(title, pace)
            yield page.table(
                _columns(group, page),
                [_row(clock, group, answer, page) for clock in clocks],
                indent=2,
            )
            yield page.blank()
    yield from _warnings(answer, page)
    yield page.line((f"One in full: pmcareer certificate {_example(answer)}", "quiet"))


def _columns(group: str, page: "Page") -> "tuple[Column, ...]":
    """Name what matters of a group beside id and title."""
    more = {
        "held": ("",),
        "open": ("study",),
        "opening": ("months", "opens", "begin study"),
        "shut": ("months",),
    }[group]
    names = (page.column("", "item", key=True), page.column("", wraps=True, key=True))
    return *names, *(page.column(name, wraps=name in ("months", "")) for name in more)


def _row(
    clock: CertificationClock, group: str, answer: Certificates, page: "Page"
) -> tuple[str, ...]:
    match group:
        case "held":
            cells: tuple[str, ...] = (held_words(answer.person, clock),)
        case "open":
            cells = (study_words(clock),)
        case "opening":
            days = (
                month(each) if each else page.glyph("dash")
                for each in (clock.open_on, clock.begin_study_on)
            )
            cells = (months_words(clock), *days)
        case _:
            cells = (months_words(clock),)
    return clock.certification.id, _name(clock.certification), *cells


def _name(item: Certification) -> str:
    """Leave out the letters that the id says already."""
    letters, comma, name = item.title.partition(", ")
    return name if comma and letters.lower().replace(" ", "-") == item.id else item.title


def _warnings(answer: Certificates, page: "Page") -> Iterator["RenderableType"]:
    """Say which old months are lost within a year, and which rules are old."""
    losing = [
        f"{clock.certification.id} on {day(clock.lost_on)}"
        for clock in answer.clocks
        if clock.lost_on
    ]
    if losing:
        yield page.line(("Months fall out of the window: ", "warning"), ", ".join(losing))
    stale = [clock.certification.id for clock in answer.clocks if clock.stale]
    if stale:
        yield page.line(
            ("Rules read over 18 months ago, check them: ", "warning"), ", ".join(stale)
        )
    if "education" not in answer.person.says and any(clock.gates for clock in answer.clocks):
        yield page.line(
            ("The longest months count until you say your education: ", "quiet"),
            ("pmcareer profile --education bachelor", "item"),
        )


def _example(answer: Certificates) -> str:
    """Name one to look at: of those that fit the role, the one that opens next."""
    ahead = [clock for clock in answer.clocks if answer.fits(clock)] or answer.clocks
    opening = [clock for clock in ahead if answer.group_of(clock) == "opening"]
    return (opening or ahead)[0].certification.id


def as_dict(answer: Certificates) -> dict[str, Any]:
    """Give each certification with its clock; asked for one, everything about it too."""
    return {
        "entry": None,
        "hours_per_week": answer.person.hours_per_week,
        "certifications": [_keys(clock) for clock in answer.clocks],
        "certification": item_as_dict(answer.clocks[0].certification) if answer.in_full else None,
    }


def _keys(clock: CertificationClock) -> dict[str, Any]:
    item = clock.certification
    return {
        "id": item.id,
        "title": item.title,
        "held": clock.held,
        "open_on": clock.open_on,
        "lost_on": clock.lost_on,
        "begin_study_on": clock.begin_study_on,
        "parked_reason": clock.parked_reason,
        "training_hours": clock.training_hours,
        "study_hours": round(clock.study_hours, 2),
        "study_weeks": round(clock.study_weeks, 1),
        "requires": list(clock.requires),
        "gates": [gate_dict(gate) for gate in clock.gates],
        "renewal": _renewal_keys(clock.renewal) if clock.renewal else None,
        "as_of": item.as_of,
        "stale": clock.stale,
        "confidence": item.confidence,
        "source": item.source,
    }


def _renewal_keys(renewal: Renewal) -> dict[str, Any]:
    return {
        "due_on": renewal.due_on,
        "units": renewal.units,
        "unit": renewal.unit,
        "minimum_per_side": renewal.minimum_per_side,
        "hours_by_side": dict(renewal.hours_by_side),
    }
