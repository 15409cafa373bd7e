"""Since when somebody on a break is away from the work that they did."""

from datetime import date

from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.situations import AWAY, situations_of


def is_away(person: Person) -> bool:
    """Tell whether no work goes on: somebody is on a break, or back from one."""
    return AWAY in situations_of(person.says)


def left_on(person: Person) -> date | None:
    """Find the day on which the role held was left; None where nobody is away, or never said."""
    said: date | None = person.says.get("left")
    return said if said and is_away(person) and said <= person.today else None


def months_away(person: Person) -> float:
    """Count the months since then; 0 where no day was said."""
    left = left_on(person)
    return months_in([(left, person.today)]) if left else 0.0
