"""Conditions as data: "months_business < 12", "projects = large-complex", "not crammed"."""

import operator
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from math import inf, isfinite, nan
from operator import attrgetter
from typing import Annotated

from pydantic import AfterValidator

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.record import Rows, Text

Value = float | str | bool | tuple[str, ...] | None
"""What a fact says about somebody, several words where they all hold; None: nothing is known."""
Facts = Callable[[str], Value]
"""Looks a fact up by its name."""

COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class BadCondition(ValueError):
    """Say that a text is no condition."""

    hint = "Write `fact`, `not fact`, `fact < 3`, `fact = word` or `fact in word word`."


@frozen
class Condition:
    """A condition taken apart: which fact it asks, and how it looks at the answer."""

    text: str
    fact: str
    sign: str = ""
    """One of < <= > >= = in not; empty where the fact alone has to hold."""
    words: tuple[str, ...] = ()
    """For = and in: the words, one of which it has to be."""
    limit: float = 0.0
    """For the others: the number it is compared with."""

    def holds(self, facts: Facts) -> bool:
        """Tell whether it holds; of a fact that is not known, only `not` does."""
        value = facts(self.fact)
        if self.sign in COMPARISONS:
            return isinstance(value, int | float) and COMPARISONS[self.sign](value, self.limit)
        if isinstance(value, tuple) and self.words:
            return not set(self.words).isdisjoint(value)
        if self.words:
            return value in self.words
        return bool(value) != (self.sign == "not")

    def holds_at(self, value: Value) -> bool:
        """Tell whether it holds where its fact has a value."""
        return self.holds(lambda _: value)


def all_hold(conditions: Iterable[Condition], facts: Facts) -> bool:
    """Tell whether every condition holds; where there is none, they do."""
    return all(condition.holds(facts) for condition in conditions)


def rules_out(conditions: Iterable[Condition], most: float = inf) -> bool:
    """Tell whether no value meets all of these conditions on one fact.

    A number lies between nought and `most`; words count as something said, and so do they here.
    """
    # months >= 12 and months < 6: none. role = a and role = b: none. level > 5, of five: none.
    about = list(conditions)
    signs = set(map(attrgetter("sign"), about))
    is_not = "not" in signs
    is_so = "" in signs
    words = _common(about)
    if (is_so and is_not) or (words is not None and (is_not or not words)):
        return True
    if signs.isdisjoint(COMPARISONS):
        return False
    # Where something holds at all, it does so at a limit, between two of them, or far above.
    limits = sorted({0.0, most, *map(attrgetter("limit"), about)})
    for low, high in pairwise([*limits, limits[-1]]):
        if _fits(low, about, most) or _fits((low + high) / 2, about, most):
            return False
    return True


def _common(conditions: Iterable[Condition]) -> set[str] | None:
    """Find the words that all conditions allow; None where none of them names a word."""
    common: set[str] | None = None
    for condition in conditions:
        if condition.words:
            common = set(condition.words) if common is None else common & set(condition.words)
    return common


def _fits(value: float, conditions: Iterable[Condition], most: float) -> bool:
    return 0 <= value <= most and all(each.holds_at(value) for each in conditions)


@cache
def condition_of(text: str) -> Condition:
    """Take a condition apart; each text once, however often its rule is looked at.

    Raises:
        BadCondition: It has none of the forms that a condition can have.
    """
    match text.split():
        case [fact] if fact != "not":
            return Condition(text=text, fact=fact)
        case ["not", fact]:
            return Condition(text=text, fact=fact, sign="not")
        case [fact, sign, number] if sign in COMPARISONS:
            return Condition(text=text, fact=fact, sign=sign, limit=_limit(number, text))
        case [fact, "=" as sign, word]:
            return Condition(text=text, fact=fact, sign=sign, words=(word,))
        case [fact, "in" as sign, *words] if words:
            return Condition(text=text, fact=fact, sign=sign, words=tuple(words))
    message = f"'{text}' is no condition"
    raise BadCondition(message)


def _limit(number: str, text: str) -> float:
    try:
        limit = float(number)
    except ValueError:
        limit = nan
    # Python reads "nan" and "inf", too: a condition with one of them would never hold, or always.
    if not isfinite(limit):
        message = f"'{text}' compares with '{number}', which is no number"
        raise BadCondition(message)
    return limit


def _readable(text: str) -> str:
    return condition_of(text).text


# A record keeps the text, as the file has it and scripts read it; that it can be taken apart is
# seen when the file is read, so that nobody who asks for the conditions later has to expect less.
ConditionText = Annotated[Text, AfterValidator(_readable)]
When = Rows[ConditionText]


def conditions_of(when: Iterable[str]) -> tuple[Condition, ...]:
    """Take apart the conditions of a record."""
    return tuple(map(condition_of, when))
