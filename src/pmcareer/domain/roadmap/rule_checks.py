"""Problems of a curriculum's rules: conditions that can never hold, blanks that nothing fills."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.links import Finding
from pmcareer.domain.ground.conditions import COMPARISONS, Condition
from pmcareer.domain.roadmap.fact import Fact, Kind
from pmcareer.domain.roadmap.facts import fact_named, names_in
from pmcareer.errors import SHOWN_PROBLEMS, nearest

SIGNS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "number": ("", "not", *COMPARISONS),
    "word": ("", "not", "=", "in"),
    "yes or no": ("", "not"),
}
"""How each kind of fact can be looked at."""
EXAMPLES: Final[Mapping[Kind, str]] = {
    "number": "{0} >= 3",
    "word": "{0} = word",
    "yes or no": "{0}, or: not {0}",
}
BLANK = re.compile(r"\{([^{}]*)\}")

Said = Iterator[tuple[str, str]]
"""Messages, each with its mend."""


def rule_problems(curriculum: Curriculum) -> Iterator[Finding]:
    """Judge every condition of advice and options, and every blank in the text of advice."""
    judge = _Judge(curriculum)
    for table in ("advice", "options"):
        for index, item in enumerate(getattr(curriculum, table)):
            for condition in item.conditions:
                for message, hint in judge.problems_of(condition):
                    yield Finding(
                        table=table, index=index, item=item.id, key="when",
                        message=message, hint=hint,
                    )  # fmt: skip
    for index, rule in enumerate(curriculum.advice):
        for message, hint in _unfilled(rule.text, rule.conditions):
            yield Finding(
                table="advice", index=index, item=rule.id, key="text", message=message, hint=hint
            )


class _Judge:
    """Knows what conditions of a curriculum may ask, and what it may be compared with."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._asked = 0

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(names_in(self._curriculum))

    def problems_of(self, condition: Condition) -> Said:
        """Say what is wrong with a condition: its fact, how it looks at it, or a word of it."""
        named = fact_named(condition.fact)
        if named is None or condition.fact not in self._names:
            message = f"there is no fact '{condition.fact}'."
            yield message, self._meant(condition.fact, self._names)
            return
        fact = named[0]
        if condition.sign not in SIGNS[fact.kind]:
            message = f"'{condition.text}' can't hold: {condition.fact} is a {fact.kind}."
            yield message, f"Write: {EXAMPLES[fact.kind].format(condition.fact)}."
            return
        known = self._words_of(fact)
        for word in condition.words:
            if known and word not in known:
                yield f"{condition.fact} is never '{word}'.", self._meant(word, known)

    def _words_of(self, fact: Fact) -> frozenset[str]:
        items = getattr(self._curriculum, fact.ids_of) if fact.ids_of else ()
        return frozenset(fact.words).union(item.id for item in items)

    def _meant(self, word: str, known: frozenset[str]) -> str:
        # A search takes a millisecond, and nobody reads the hint of the 21st problem.
        self._asked += 1
        near = nearest(word, sorted(known)) if self._asked <= SHOWN_PROBLEMS else []
        if near:
            return f"Did you mean '{near[0]}'?"
        return "docs/curriculum.md lists the facts and their words."


def _unfilled(text: str, conditions: tuple[Condition, ...]) -> Said:
    facts = [named[0] for each in conditions if (named := fact_named(each.fact))]
    filled = [f"{{{blank}}}" for fact in facts for blank in fact.blanks]
    for blank in BLANK.findall(text):
        if f"{{{blank}}}" not in filled:
            mend = f"They fill {' and '.join(filled)}." if filled else "They fill none."
            yield f"no fact of its `when` fills '{{{blank}}}'.", mend
