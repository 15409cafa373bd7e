"""The work on record: every stretch, and the months per kind."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Experience
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.entries import Titles, complexity_words, title_of
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import number

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class OnRecord(Answer):
    """Every stretch of work on record, and the months per kind."""

    stretches: tuple[tuple[Experience, float], ...]
    """Each with its months up to today."""
    today: date
    totals: Mapping[str, float]
    """Calendar months per kind of work: the union, so that what overlaps counts once."""
    titles: Titles


def render(record: OnRecord, page: "Page") -> "Blocks":
    """Show stretches, then the months that count."""
    if not record.stretches:
        yield page.line(
            "No experience is on record. Example: pmcareer experience leading --from 2024-03-01"
        )
        return
    columns = (
        page.column("from", "quiet"),
        page.column("to", "quiet"),
        page.column("work", key=True),
        page.column("months", right=True),
        page.column("role", wraps=True),
        page.column("organisation", wraps=True),
        page.column("id", "item"),
    )
    rows = (_row(entry, months, record, page) for entry, months in record.stretches)
    yield page.records(columns, rows)
    if not page.piped:
        yield from _totals(record, page)


def _row(entry: Experience, months: float, record: OnRecord, page: "Page") -> tuple[str, ...]:
    # `still` and no blank: an open end is something that one says.
    start, today = page.dated(entry.start, record.today), record.today
    end = page.dated(entry.end, today) if entry.end else "still"
    role = title_of(entry.role or "", record.titles)
    work = ", ".join(filter(None, (entry.work, complexity_words(entry))))
    return start, end, work, number(months), role, entry.organisation or "", entry.id


def _totals(record: OnRecord, page: "Page") -> "Blocks":
    yield page.heading(
        "Months that count", "overlaps once, and each kind with what it also counts as"
    )
    yield page.facts((kind, number(months)) for kind, months in record.totals.items())


def as_dict(record: OnRecord) -> Keys:
    """Return the stretches with their months, and the totals."""
    rows = [entry.as_row() | {"months": round(months, 2)} for entry, months in record.stretches]
    totals = {kind: round(months, 2) for kind, months in record.totals.items()}
    return {"entry": None, "experience": rows, "months": totals}
