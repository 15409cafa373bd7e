"""Certificates and their clocks: what is worth its money, what is held, what opens when."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.gates.certificates import CertificationClock
from pmcareer.views.certificate.answer import Certificates
from pmcareer.views.certificate.in_full import MOST_LINES, render_in_full, render_one
from pmcareer.views.certificate.keys import as_dict
from pmcareer.views.certificate.recommended import recommended_rows
from pmcareer.views.certificate.words import (
    gates_in_months,
    held_words,
    months_words,
    pace_words,
    renewed_command,
    study_words,
    waits_words,
)
from pmcareer.views.parts.room import COLUMNS as FULL_WIDTH
from pmcareer.views.parts.room import Part, fitted, placed, ranked
from pmcareer.views.parts.text import month, on_day, one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.beside import Height
    from pmcareer.views.parts.layout import Blocks, Column, Page
    from pmcareer.views.parts.styled import Block

__all__ = ["as_dict", "render"]

GROUPS = {
    "held": "On record",
    "open": "No months missing",
    "opening": "To come, if your present work goes on",
    "waiting": "Waiting for more than months",
    "shut": "Not with what you do now",
    "elsewhere": "In some trades and countries only",
}
# What matters of a group beside id and title.
COLUMNS = {
    "open": ("study",),
    "opening": ("months", "apply from", "begin study"),
    "waiting": ("months", "waits for"),
    "shut": ("months",),
    "elsewhere": ("only",),
}
ALWAYS_SHOWN = 3
"""Certificates on record that keep their line, however much there is to show."""
WRAPPED = ("", "months", "waits for", "only")
NOT_YET = (
    "By then the concepts mean something. Until then, lead something small: practice counts more."
)
LOSING = "Months fall out of the window: "
STALE = "Looked up over 12 months ago, check them: "
SAY_EDUCATION = "The longest months count until you say your education: "
SAY_RENEWED = "Renewed? Put it on record: "


def render(answer: Certificates, page: "Page") -> "Blocks":
    """Show one certification, or each in a row of its own, by how far it is."""
    if answer.in_full:
        draw = render_in_full if answer.with_all else render_one
        yield from draw(answer.person, answer.pace, answer.clocks[0], page, answer.titles)
    elif not answer.clocks:
        yield page.line("This curriculum has no certifications.")
    elif answer.with_all or page.piped:
        yield from _whole(answer, page)
    else:
        yield page.fitted(lambda height: _on_one_screen(answer, page, height))


def _on_one_screen(answer: Certificates, page: "Page", height: "Height") -> "Iterable[Block]":
    """Give each certificate a row where there is room for that, else each group a line."""
    whole = list(_whole(answer, page))
    # A narrower page says the same in more lines.
    if height(whole) * min(page.width, FULL_WIDTH) <= MOST_LINES * FULL_WIDTH:
        return whole
    return [*fitted(_parts(answer, page), MOST_LINES, page)]


def _whole(answer: Certificates, page: "Page") -> "Blocks":
    """Draw everything, group by group."""
    yield from page.apart(
        _parked(answer, page),
        _alone(recommended_rows(answer, page)),
        _alone(_on_record(answer, page)),
        *_groups_in_full(answer, page),
        (block for _, block in _foot(answer, page)),
    )


def _alone(rows: "Iterable[tuple[int, Block]]") -> "Iterator[Block]":
    return (block for _, block in rows)


def _parts(answer: Certificates, page: "Page") -> list[Part]:
    """Draw in short what has to give way where there is too much of it."""
    return [
        *placed(0, ranked(0, _parked(answer, page))),
        *placed(1, recommended_rows(answer, page)),
        *placed(2, _on_record(answer, page)),
        *placed(3, ranked(4, _groups_in_short(answer, page))),
        *placed(4, _foot(answer, page)),
    ]


def _parked(answer: Certificates, page: "Page") -> "Blocks":
    """Say once why no certificate is suggested yet: the reason is the same for all."""
    reasons = [clock.parked_reason for clock in answer.clocks if clock.parked_reason]
    if reasons:
        yield page.line(("Not yet: ", "strong"), f"a first certificate comes {reasons[0]}.")
        # Who has long led, and only did not say since when, is no beginner.
        if not answer.is_unsaid:
            yield page.line(NOT_YET)


def _on_record(answer: Certificates, page: "Page") -> "Iterator[tuple[int, Block]]":
    """Give each a line, the newest first; the oldest give way."""
    clocks = _of_group("held", answer)
    if not clocks:
        return
    yield 0, page.heading(GROUPS["held"])
    clocks.sort(key=_since, reverse=True)
    for place, clock in enumerate(clocks):
        words = held_words(answer.person, clock)
        yield (
            6 * (place >= ALWAYS_SHOWN),
            page.line((clock.id, "item"), f"  {words}", indent=2),
        )
    yield from ranked(3, _renewed(clocks, page))


def _since(clock: CertificationClock) -> date:
    return clock.since


def _renewed(clocks: Iterable[CertificationClock], page: "Page") -> "Blocks":
    """Say of the first that may have been renewed how that is put on record."""
    unknown = [clock for clock in clocks if clock.is_unknown]
    for clock in unknown[:1]:
        yield page.line((SAY_RENEWED, "quiet"), (renewed_command(clock), "item"), indent=2)


def _of_group(group: str, answer: Certificates) -> list[CertificationClock]:
    clocks = [clock for clock in answer.listed if answer.group_of(clock) == group]
    return sorted(clocks, key=answer.is_named, reverse=True)


def _others(answer: Certificates) -> Iterator[tuple[str, list[CertificationClock]]]:
    """Go through the groups of what was never earned, without what is recommended above."""
    above = {each.certification.id for each in answer.recommended}
    for group in GROUPS:
        clocks = _of_group(group, answer)
        clocks = [clock for clock in clocks if clock.id not in above]
        if clocks and group != "held":
            yield group, clocks


def _groups_in_full(answer: Certificates, page: "Page") -> "Iterator[Blocks]":
    for group, clocks in _others(answer):
        yield _table(group, clocks, answer, page)


def _table(
    group: str, clocks: Sequence[CertificationClock], answer: Certificates, page: "Page"
) -> "Blocks":
    # Only where study comes next does it matter how fast one is.
    pace = f"study {pace_words(answer.pace)}" if group in ("open", "opening") else ""
    yield page.heading(GROUPS[group], pace)
    rows = [_row(clock, group, answer, page) for clock in clocks]
    yield page.table(_columns(group, page), rows, indent=2)


def _groups_in_short(answer: Certificates, page: "Page") -> "Blocks":
    """Name those of each group in a line; what each is called is behind --all."""
    if not list(_others(answer)):
        return
    yield page.heading("Others for your roles", "none of them recommended")
    for group, clocks in _others(answer):
        names = "; ".join(_briefly(clock, group, answer) for clock in clocks)
        yield page.line((f"{SHORT[group]}: ", "label"), names, indent=2)


SHORT = {
    "open": "no months missing",
    "opening": "to come",
    "waiting": "waiting",
    "shut": "months missing",
    "elsewhere": "in some trades and countries",
}


def _briefly(clock: CertificationClock, group: str, answer: Certificates) -> str:
    name = clock.id
    match group:
        case "opening" if clock.months_open_on:
            months = months_words(clock, answer.person)
            return f"{name} from {month(clock.months_open_on)}, {months}"
        case "waiting":
            return f"{name} for {waits_words(clock)}"
        case "shut":
            return f"{name} {months_words(clock, answer.person)}"
        case _:
            return name


def _columns(group: str, page: "Page") -> "Sequence[Column]":
    columns = [page.column("", "item", key=True), page.column("", wraps=True, key=True)]
    return columns + [page.column(name, wraps=name in WRAPPED) for name in COLUMNS[group]]


def _row(
    clock: CertificationClock, group: str, answer: Certificates, page: "Page"
) -> tuple[str, ...]:
    item = clock.certification
    cells = [item.id, _name(item.id, item.title)]
    if group == "open":
        return *cells, study_words(clock)
    if group == "elsewhere":
        return *cells, one_line(item.only_where or "")
    cells.append(months_words(clock, answer.person))
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


def _foot(answer: Certificates, page: "Page") -> "Iterator[tuple[int, Block]]":
    """Say which months are lost within a year, which facts are old, and what else there is."""
    if losing := ", ".join(_losing(answer)):
        yield 0, page.line((LOSING, "warning"), losing)
    if stale := ", ".join(_stale(answer)):
        yield 5, page.line((STALE, "warning"), stale)
    if "education" not in answer.person.says and any(map(gates_in_months, answer.listed)):
        say = ("pmcareer profile --education bachelor", "item")
        yield 7, page.line((SAY_EDUCATION, "quiet"), say)
    more = len(answer.clocks) - len(answer.listed)
    if more:
        yield 0, page.quiet(f"{more} more: pmcareer certificate --all")
    if answer.listed:
        yield 0, page.quiet(f"One in full: pmcareer certificate {_example(answer)}")


def _stale(answer: Certificates) -> Iterator[str]:
    for clock in answer.listed:
        if clock.stale and answer.group_of(clock) != "elsewhere":
            yield clock.id


def _losing(answer: Certificates) -> Iterator[str]:
    for clock in answer.listed:
        if clock.lost_on and answer.group_of(clock) != "elsewhere":
            yield f"{clock.id} {on_day(clock.lost_on, answer.person.today)}"


def _example(answer: Certificates) -> str:
    """Name one to look at: the first that is recommended, else the one that is spoken of."""
    if answer.recommended:
        return answer.recommended[0].certification.id
    if answer.none_to_pay and answer.none_to_pay.clocks:
        return answer.none_to_pay.clocks[0].certification.id
    return answer.listed[0].certification.id
