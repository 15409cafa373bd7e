"""Problems of a curriculum's rules: conditions that can never hold, blanks that nothing fills."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import attrgetter

from pmcareer.domain.curriculum.catalogue import Option
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guidance import Advice, Practice
from pmcareer.domain.curriculum.items import Move, Role
from pmcareer.domain.curriculum.links import Finding, Said, findings
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.conditions import COMPARISONS, Condition, conditions_of, rules_out
from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.roadmap.fact import Fact, Kind
from pmcareer.domain.roadmap.facts import fact_named, names_in
from pmcareer.errors import SHOWN_PROBLEMS, did_you_mean

SIGNS: dict[Kind, tuple[str, ...]] = {
    "number": ("", "not", *COMPARISONS),
    "word": ("", "not", "=", "in"),
    "yes or no": ("", "not"),
}
"""How each kind of fact can be looked at."""
EXAMPLES: dict[Kind, str] = {
    "number": "{0} >= 3",
    "word": "{0} = word",
    "yes or no": "{0}, or: not {0}",
}
BLANK = re.compile(r"\{[^{}]*\}|\{\w*|\}")
"""A name in braces; or a brace that has lost its other one, which would be shown as it stands."""


def rule_problems(curriculum: Curriculum) -> Iterator[Finding]:
    """Judge every condition, and every blank in the words of advice."""
    tables = ("advice", "options", "roles", "moves", "practices", "steps")
    yield from findings(curriculum, tables, _Judge(curriculum).problems_of)
    yield from findings(curriculum, ("advice",), _unfilled)


class _Judge:
    """Knows what conditions of a curriculum may ask, and what it may be compared with."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._asked = 0

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(names_in(self._curriculum))

    def problems_of(self, item: Advice | Option | Role | Move | Practice | Step) -> Said:
        """Say what is wrong with the conditions of an item."""
        conditions = conditions_of(item.when)
        for condition in conditions:
            name = condition.fact
            named = fact_named(name)
            if named and name in self._names:
                yield from self._problems_with(condition, named[0])
            else:
                yield "when", f"there is no fact '{name}'.", self._meant(name, self._names)

        yield from self._never_together(conditions)

    def _never_together(self, conditions: Iterable[Condition]) -> Said:
        """Name the conditions on one fact that no value meets at once, or not even one alone."""
        for name, several in grouped(conditions, attrgetter("fact")).items():
            named = fact_named(name)
            if named and name in self._names and rules_out(several, named[0].most):
                texts = " and ".join(f"'{condition.text}'" for condition in several)
                if len(several) == 1:
                    yield "when", f"{texts} can never hold.", "Take it out."
                else:
                    yield "when", f"{texts} can never hold together.", "Take one of them out."

    def _problems_with(self, condition: Condition, fact: Fact) -> Said:
        """Say what is wrong with how a condition looks at a fact, or with a word of it."""
        name, kind = condition.fact, fact.kind
        if condition.sign not in SIGNS[kind]:
            message = f"'{condition.text}' can't hold: {name} is a {kind}."
            yield "when", message, f"Write: {EXAMPLES[kind].format(name)}."
            return
        known = self._words_of(fact)
        for word in condition.words:
            if known and word not in known:
                yield "when", f"{name} is never '{word}'.", self._meant(word, known)

    def _words_of(self, fact: Fact) -> frozenset[str]:
        # Most facts have no table (""), and so no ids.
        items = getattr(self._curriculum, fact.ids_of, ())
        return frozenset(fact.words).union(item.id for item in items)

    def _meant(self, word: str, known: frozenset[str]) -> str:
        # A search takes a millisecond, and nobody reads the hint of the 21st problem.
        self._asked += 1
        if self._asked > SHOWN_PROBLEMS:
            return ""
        words = sorted(known)
        return did_you_mean(word, words) or f"Known are {', '.join(words)}."


def _unfilled(rule: Advice) -> Said:
    filled: list[str] = []
    for condition in rule.conditions:
        if named := fact_named(condition.fact):
            filled += map("{{{}}}".format, named[0].blanks)
    for blank in BLANK.findall(rule.text):
        if blank not in filled:
            fill = " and ".join(filled) or "none"
            yield "text", f"no fact of its `when` fills '{blank}'.", f"They fill {fill}."
    for blank in BLANK.findall(rule.title):
        yield "title", f"nothing fills '{blank}' in a title.", "Say it in `text`."
