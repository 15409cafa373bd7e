"""What is put off, and until when."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.put_off import PutOff
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.entries import Titles, title_of
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import day

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class AllPutOff(Answer):
    """Everything that is put off, what is back first first."""

    put_off: tuple[PutOff, ...]
    titles: Titles
    today: date


def render(answer: AllPutOff, page: "Page") -> "Blocks":
    """Show each in a row of its own, and how it comes back sooner."""
    if not answer.put_off:
        yield page.line("Nothing is put off. Not for now: pmcareer defer EXERCISE in 2 weeks")
        return
    columns = (
        page.column("id", "item"),
        page.column("put off", wraps=True, key=True),
        page.column("until"),
    )
    yield page.records(columns, (_row(each, answer) for each in answer.put_off))
    if not page.piped:
        first = answer.put_off[0].id
        yield page.blank()
        yield page.line(f"Back sooner: pmcareer defer {first} tomorrow")


def _row(each: PutOff, answer: AllPutOff) -> tuple[str, ...]:
    return each.id, title_of(each.id, answer.titles), day(each.until, answer.today)


def as_dict(answer: AllPutOff) -> Keys:
    """Return each with its day."""
    rows = [
        {
            "kind": each.kind,
            "id": each.id,
            "title": title_of(each.id, answer.titles),
            "until": each.until,
        }
        for each in answer.put_off
    ]
    return {"entry": None, "put_off": rows}
