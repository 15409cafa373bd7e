"""Whether a moment can be right beside those that the logbook has, or a clock must be wrong."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from pmcareer.domain.ground.calendar import FIRST_YEAR, LAST_YEAR
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Entry

MOST_BACK = timedelta(hours=1)
"""Clocks go back by as much in autumn, and by less whenever they are set."""
MOST_BACK_OF_A_DAY = timedelta(days=1)
"""Of a day that was named nobody knows the hour: in the morning one may write of last night."""
MOST_AHEAD = timedelta(days=400)

Fault = Literal["outside", "before", "back", "ahead"]


@frozen
class Doubt:
    """What is odd about a moment."""

    fault: Fault
    moment: datetime
    other: datetime | None = None
    """When the entry was written that it does not fit to; absent for a year out of bounds."""

    @property
    def is_grave(self) -> bool:
        """Tell whether a clock like this is no clock to write by."""
        return self.fault in ("outside", "before")

    @property
    def days_ahead(self) -> int:
        """Whole days since the other moment."""
        if self.other is None:
            return 0
        return (self.moment - self.other).days


def doubt_about(
    moment: datetime, entries: Iterable[Entry], most_back: timedelta = MOST_BACK
) -> Doubt | None:
    """Compare a moment with those at which entries were written; None where it fits.

    It may lie before them by `most_back`.

    Worked example: in a logbook written from 3 March 10:00 to 5 May 10:00, 5 May 09:30 fits, 08:30
    goes back, 3 March 08:30 lies before the first entry, and 20 June of next year runs ahead.
    """
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return Doubt(fault="outside", moment=moment)
    written = [entry.at for entry in entries if entry.at]
    if not written:
        return None
    return _beside(moment, min(written), max(written), most_back)


def _beside(
    moment: datetime, first: datetime, last: datetime, most_back: timedelta
) -> Doubt | None:
    # Subtracted, never added to: a hand-written year 1 has no hour before it.
    if first - moment > most_back:
        return Doubt(fault="before", moment=moment, other=first)
    if last - moment > most_back:
        return Doubt(fault="back", moment=moment, other=last)
    if moment - last > MOST_AHEAD:
        return Doubt(fault="ahead", moment=moment, other=last)
    return None
