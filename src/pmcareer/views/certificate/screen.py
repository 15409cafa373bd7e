"""Certificates and their clocks: what is held, what is open, what opens when."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.gates.certificates import CertificationClock, Renewal
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.person.person import Person
from pmcareer.views.certificate.in_full import render_in_full
from pmcareer.views.certificate.words import (
    gates_in_months,
    held_words,
    months_words,
    pace_words,
    study_words,
    waits_words,
)
from pmcareer.views.parts.gates import gate_dict
from pmcareer.views.parts.items import item_as_dict
from pmcareer.views.parts.keys import Keys, or_null, pace_keys, picked, rounded
from pmcareer.views.parts.text import month, on_day

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Column, Page

GROUPS = {
    "held": "Held",
    "open": "No months missing",
    "opening": "To come, if your present work goes on",
    "waiting": "Waiting for more than months",
    "shut": "Not with your present work",
}
# What matters of a group beside id and title.
COLUMNS = {
    "held": ("",),
    "open": ("study",),
    "opening": ("months", "apply from", "begin study"),
    "waiting": ("months", "waits for"),
    "shut": ("months",),
}
WRAPPED = ("", "months", "waits for")
NOT_YET = (
    "By then the concepts mean something. Until then, lead something small: practice counts more."
)
LOSING = "Months fall out of the window: "
STALE = "Rules read over 18 months ago, check them: "
SAY_EDUCATION = "The longest months count until you say your education: "


@frozen
class Certificates:
    """The clocks of all certifications, or of the one that is asked for."""

    person: Person
    pace: PaceBasis
    """What the study of certificates is counted at."""
    clocks: tuple[CertificationClock, ...]
    titles: Mapping[str, str]
    in_full: bool = False
    for_every_role: bool = False
    """Asked for by --all: those for roles that one neither has nor wants are listed, too."""
    problems: Problems = ()

    def group_of(self, clock: CertificationClock) -> str:
        """Tell whether it is held, open, opening, waiting or shut."""
        if clock.held:
            return "held"
        if clock.months_open_on is None:
            return "shut"
        if waits_words(clock):
            return "waiting"
        if clock.months_open_on <= self.person.today:
            return "open"
        return "opening"

    @property
    def listed(self) -> tuple[CertificationClock, ...]:
        """Those that a screen lists: what is held, and what is for one's role or target."""
        if self.for_every_role:
            return self.clocks
        fitting = [each for each in self.clocks if each.held or self.fits(each)]
        return tuple(fitting) or self.clocks

    def fits(self, clock: CertificationClock) -> bool:
        """Tell whether it is made for the role one has or wants, or for any."""
        fit = clock.certification.fit
        return not fit or not {self.person.stands_at, self.person.target}.isdisjoint(fit)


def render(answer: Certificates, page: "Page") -> "Blocks":
    """Show one certification in full, or each in a row of its own, by how far it is."""
    if answer.in_full:
        yield from render_in_full(answer.person, answer.pace, answer.clocks[0], page, answer.titles)
    elif not answer.clocks:
        yield page.line("This curriculum has no certifications.")
    else:
        yield from _parked(answer, page)
        for group in GROUPS:
            yield from _group(group, answer, page)
        yield from _warnings(answer, page)
        yield from _more(answer, page)


def _more(answer: Certificates, page: "Page") -> "Blocks":
    """Say what else there is to see."""
    more = len(answer.clocks) - len(answer.listed)
    if more:
        yield page.quiet(f"{more} more for other roles: pmcareer certificate --all")
    yield page.quiet(f"One in full: pmcareer certificate {_example(answer)}")


def _parked(answer: Certificates, page: "Page") -> "Blocks":
    """Say once why no certificate is suggested yet: the reason is the same for all."""
    reasons = [clock.parked_reason for clock in answer.clocks if clock.parked_reason]
    if reasons:
        yield page.line(("Not yet: ", "strong"), f"a first certificate comes {reasons[0]}.")
        yield page.line(NOT_YET)
        yield page.blank()


def _group(group: str, answer: Certificates, page: "Page") -> "Blocks":
    clocks = [clock for clock in answer.listed if answer.group_of(clock) == group]
    clocks.sort(key=answer.fits, reverse=True)
    if clocks:
        yield page.heading(GROUPS[group], _pace(group, answer.pace))
        rows = [_row(clock, group, answer, page) for clock in clocks]
        yield page.table(_columns(group, page), rows, indent=2)
        yield page.blank()


def _pace(group: str, pace: PaceBasis) -> str:
    # Only where study comes next does it matter how fast one is.
    if group in ("open", "opening"):
        return f"study {pace_words(pace)}"
    return ""


def _columns(group: str, page: "Page") -> "Sequence[Column]":
    columns = [page.column("", "item", key=True), page.column("", wraps=True, key=True)]
    return columns + [page.column(name, wraps=name in WRAPPED) for name in COLUMNS[group]]


def _row(
    clock: CertificationClock, group: str, answer: Certificates, page: "Page"
) -> tuple[str, ...]:
    item = clock.certification
    cells = [item.id, _name(item.id, item.title)]
    if group == "held":
        return *cells, held_words(answer.person, clock)
    if group == "open":
        return *cells, study_words(clock)
    cells.append(months_words(clock))
    if group == "waiting":
        return *cells, waits_words(clock)
    if group == "shut":
        return tuple(cells)
    days = (clock.open_on, clock.begin_study_on)
    return *cells, *(month(each) if each else page.glyph("dash") for each in days)


def _name(certification: str, title: str) -> str:
    """Leave out the letters that the id says already."""
    letters, comma, name = title.partition(", ")
    if comma and letters.lower().replace(" ", "-") == certification:
        return name
    return title


def _warnings(answer: Certificates, page: "Page") -> "Blocks":
    """Say which old months are lost within a year, and which rules are old."""
    stale = [clock.certification.id for clock in answer.listed if clock.stale]
    for warning, named in ((LOSING, _losing(answer)), (STALE, stale)):
        if found := ", ".join(named):
            yield page.line((warning, "warning"), found)
    if "education" not in answer.person.says and any(map(gates_in_months, answer.listed)):
        say = ("pmcareer profile --education bachelor", "item")
        yield page.line((SAY_EDUCATION, "quiet"), say)


def _losing(answer: Certificates) -> Iterator[str]:
    for clock in answer.clocks:
        if clock.lost_on:
            yield f"{clock.certification.id} {on_day(clock.lost_on, answer.person.today)}"


def _example(answer: Certificates) -> str:
    """Name one to look at: of those that fit the role, the one that opens next."""
    next_one = max(
        answer.clocks, key=lambda clock: (answer.fits(clock), answer.group_of(clock) == "opening")
    )
    return next_one.certification.id


def as_dict(answer: Certificates) -> Keys:
    """Write each certification with its clock; asked for one, everything about it too."""
    return {
        "entry": None,
        "hours_per_week": answer.person.hours_per_week,
        "pace": pace_keys(answer.pace),
        "certifications": list(map(_keys, answer.clocks)),
        "certification": _item_keys(answer),
    }


def _item_keys(answer: Certificates) -> Keys | None:
    if answer.in_full:
        return item_as_dict(answer.clocks[0].certification)
    return None


def _keys(clock: CertificationClock) -> Keys:
    item = clock.certification
    return {
        **picked(item, "id", "title"),
        **picked(clock, "held", "open_on", "lost_on", "begin_study_on", "parked_reason"),
        "training_hours": clock.training_hours,
        **rounded(clock, "study_hours"),
        **rounded(clock, "study_weeks", digits=1),
        "requires": clock.requires,
        "gates": list(map(gate_dict, clock.gates)),
        "renewal": _renewal_keys(clock.renewal),
        "as_of": item.as_of,
        "stale": clock.stale,
        **picked(item, "confidence", "source"),
    }


@or_null
def _renewal_keys(renewal: Renewal) -> Keys:
    return picked(renewal, "due_on", "units", "unit", "minimum_per_side", "hours_by_side")
