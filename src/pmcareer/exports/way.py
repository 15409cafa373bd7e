"""What a picture of a route rests on, and the words that say the same."""

from collections.abc import Iterator
from datetime import date

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.outlook import Dates, RouteForecast
from pmcareer.domain.ground.calendar import TEN_YEARS_DAYS
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.timeline import Row, Timeline
from pmcareer.exports.days import forecast_words

DECIDES = "decides the date"
SIGN = "\u25b2 "
"""Goes before what is said of the row that decides."""
BY_OTHERS = "only others can give it"
SAFE = "Safe to promise (8 in 10 who keep going): "
NOTHING_SAFE = "Nothing within ten years is safe to promise"
OPEN_GATES = " than this: other people decide gates that nobody can date."
Sentence = tuple[str, str, str]
"""What is said, the day, or the words that matter most, and how it ends."""


@frozen
class Way:
    """Somebody's recommended route, with its rows in time."""

    name: str
    """Whose it is; "" where they did not say."""
    source: Role | None
    """Where one stands; None where the start is nobody's place."""
    target: Role
    route: RouteForecast
    timeline: Timeline

    @property
    def today(self) -> date:
        """The day as of which it is."""
        return self.timeline.today

    @property
    def origin(self) -> str:
        """Where it leads from; "" where that is nobody's place, or the target itself."""
        if self.source is None or self.source.id == self.target.id:
            return ""
        return self.source.title

    @property
    def to(self) -> str:
        """Where it leads: "On the way to Tech project manager"; the title alone once it is held."""
        if self.route.finish.is_held:
            return self.target.title
        return f"On the way to {self.target.title}"

    @property
    def title(self) -> str:
        """Whose it is, and where it leads."""
        return ": ".join(filter(None, (self.name, self.to)))

    @property
    def arrival(self) -> str:
        """The two sentences on when one is in the role."""
        return " ".join(map("".join, arrival_words(self.route.finish, self.today)))

    def day(self, day: date | None, row: Row) -> str:
        """Say a day of a row: "today", "Mar 2027", "beyond twenty years"."""
        if day == self.today:
            return "today"
        return forecast_words(day, self.today, by_others=row.by_others)


def arrival_words(dates: Dates, today: date) -> Iterator[Sentence]:
    """Say in two sentences when one is in the role; in one where there is no day.

    "As likely as not in the role by ", "Apr 2028", "."
    """
    if dates.is_held:
        yield "In the role ", "already", "."
    elif dates.is_undated or dates.is_shut:
        reason = (dates.reason or "").removeprefix("no day: ")
        yield "", "No day", f": {without_commands(reason)}."
    elif _is_far_off(dates.likely, today):
        yield "As likely as not in the role ", forecast_words(dates.likely, today), "."
    else:
        yield from _days(dates, today)


def _days(dates: Dates, today: date) -> Iterator[Sentence]:
    likely = forecast_words(dates.likely, today, by_others=dates.by_others)
    yield "As likely as not in the role by ", likely, "."
    if _is_far_off(dates.safe, today):
        yield "", NOTHING_SAFE, "."
    else:
        yield SAFE, forecast_words(dates.safe, today, by_others=dates.by_others), "."
    if dates.is_earliest:
        yield "", "No earlier", OPEN_GATES


def _is_far_off(day: date | None, today: date) -> bool:
    return day is None or (day - today).days >= TEN_YEARS_DAYS


def without_commands(reason: str) -> str:
    """Leave out what is to be typed: whoever is shown a page has nothing to type."""
    # "12 months of delivery: nothing on this way gives them; months on record (pmcareer …) would".
    parts = (part for part in reason.split("; ") if "pmcareer" not in part)
    return "; ".join(parts)


def row_words(way: Way, row: Row) -> str:
    """Say a row in a sentence, for whoever does not see it.

    "Study, 159 h: from 2 Mar 2026 to Nov 2026, or to Jan 2027 if it goes slowly."
    """
    named = ", ".join(filter(None, (row.title, row.note)))
    text = f"{named}: {_span_words(way, row)}"
    if row.decides:
        return f"{text}; it {DECIDES}."
    return f"{text}."


def _span_words(way: Way, row: Row) -> str:
    if not row.is_dated:
        return undated_words(row)
    likely, safe = way.day(row.likely, row), way.day(row.safe, row)
    if row.kind == "role":
        return f"{likely} as likely as not, {safe} safe to promise"
    return f"from {way.day(row.begin, row)} to {likely}, or to {safe} if it goes slowly"


def undated_words(row: Row) -> str:
    """Say why a row has no end."""
    return without_commands(row.reason or BY_OTHERS)
