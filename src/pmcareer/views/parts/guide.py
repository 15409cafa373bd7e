"""What helps with an exercise: its parts, what commonly goes wrong, what to read."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.guide import Guide, Reading
from pmcareer.domain.plan.parts import PartNow
from pmcareer.domain.plan.today import MOST_MINUTES_A_DAY
from pmcareer.views.parts.keys import Keys, or_null, picked, picked_each
from pmcareer.views.parts.text import clean, if_said, minutes, one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Piece

NOT_OPENED = "not opened when written"
ROLLING = "rolling"
"""Said of a text that is kept up to date."""


def part_words(part: PartNow, *, is_begun: bool) -> str:
    """Say which part it is, how long it takes, and what to do: "2 of 4, 30 min: Call two"."""
    length = if_said(", {}", part.minutes and minutes(part.minutes))
    left = " left" if is_begun and part.minutes else ""
    sittings = ", in sittings" if part.minutes > MOST_MINUTES_A_DAY else ""
    return f"{part.number} of {part.count}{length}{left}{sittings}: {one_line(part.text)}"


def reading_pieces(reading: Reading) -> "Iterator[Piece]":
    """Say what it is, how long it takes, and where it is."""
    yield one_line(reading.title)
    yield if_said(", {}", reading.minutes and minutes(reading.minutes))
    yield (if_said("  {}", reading.url and clean(reading.url)), "item")


def reading_words(reading: Reading) -> str:
    """Say all that is known of a reading in a line."""
    length = if_said("{}", reading.minutes and minutes(reading.minutes))
    # What is kept up to date is of no day.
    dated = if_said("of {}", reading.as_of) if reading.as_of != ROLLING else ""
    told = (length, dated, _opened(reading))
    about = ", ".join(filter(None, told))
    words = f"{one_line(reading.title)}{if_said(' ({})', about)}"
    words += if_said(": {}", reading.why and one_line(reading.why))
    return f"{words}{if_said(' {}', reading.url and clean(reading.url))}"


def _opened(reading: Reading) -> str:
    if reading.read:
        return f"opened on {reading.read}"
    # Of what a curriculum of somebody else names nothing is known but what it says.
    return NOT_OPENED if reading.minutes else ""


def guide_keys(guide: Guide, readings: Iterable[Reading]) -> Keys:
    """Write the parts, the mistakes and what to read."""
    return {
        "parts": picked_each(guide.parts, "minutes", "text"),
        "mistakes": guide.mistakes,
        "readings": list(map(_reading_keys, readings)),
    }


def _reading_keys(reading: Reading) -> Keys:
    return picked(reading, "id", "title", "url", "minutes", "as_of", "read", "why")


@or_null
def part_keys(part: PartNow) -> Keys:
    """Write which part comes now."""
    return picked(part, "number", "count", "minutes", "text")
