"""What conditions may ask about where somebody works: with whom, on what terms, since when."""

# ruff: noqa: D401 -- a docstring here says what is true or how much it is, for authors to read

from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.ground.conditions import Value
from pmcareer.domain.person.away import is_away
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.served import ranges_in_role
from pmcareer.domain.person.situations import (
    ON_CONTRACT,
    context_words,
    has_no_pm_near,
    situations_of,
)
from pmcareer.domain.person.tenure import is_new_to_team
from pmcareer.domain.roadmap.fact import fact


@fact("word")
def context(person: Person) -> Value:
    """The words of the surroundings that the profile tells of: one of them is enough."""
    return context_words(person.says)


@fact("yes or no")
def after_break(person: Person) -> bool:
    """Somebody is on a break, or comes back from one."""
    return is_away(person)


@fact("yes or no")
def on_contract(person: Person) -> bool:
    """Somebody works for a fee, from mandate to mandate."""
    return ON_CONTRACT in situations_of(person.says)


@fact("yes or no")
def no_pm_near(person: Person) -> bool:
    """No project manager is near: the context says `alone`, `contract` or `break`."""
    return has_no_pm_near(person.says)


@fact("number")
def months_in_role(person: Person) -> float:
    """Months on record, or said, in the role held."""
    held = person.held
    return months_in(ranges_in_role(person, held.id)) if held else 0.0


@fact("yes or no")
def changes_trade(person: Person) -> bool:
    """The target is sought in another industry than the one worked in."""
    trade = person.curriculum.trade
    return trade is not None and trade.changes


@fact("yes or no")
def new_to_team(person: Person) -> bool:
    """Somebody in a team has been there for less than 90 days."""
    return is_new_to_team(person)
