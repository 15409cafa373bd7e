"""What a fact is: something about a person that a condition may ask, declared once."""

from collections.abc import Callable, Mapping
from dataclasses import field
from math import inf
from typing import Any, Literal

from pmcareer.domain.ground.conditions import Value
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person

Kind = Literal["number", "word", "yes or no"]
Find = Callable[..., Value]
"""Works a fact out from a person, and from what the fact is of where there are several."""
Blank = Callable[[Person, Any], str]
"""Says the value of a fact as it fills a blank in a text."""


@frozen
class Fact:
    """Something that a condition may ask about a person."""

    name: str
    kind: Kind
    meaning: str
    find: Find
    words: tuple[str, ...] = ()
    """All that a word can be; empty where any text can stand."""
    ids_of: str = ""
    """The table of the curriculum whose ids the word can be."""
    each: str = ""
    """There is one for each of these: what it is of ends its name, as in level_risk."""
    most: float = inf
    """The largest number it can be; none is less than nought."""
    within: Callable[[Person], tuple[float, float] | None] | None = None
    """Says between which two numbers it lies, both included, where that is cheaper to tell."""
    blanks: Mapping[str, Blank] = field(default_factory=dict)
    """Blanks of a text that it fills, by their names."""


FACTS: dict[str, Fact] = {}
"""Facts by name, in the order in which they are declared."""


# The keys are those of a Fact: each has a type of its own.
def fact(kind: Kind, **keys: Any) -> Callable[[Find], Find]:  # noqa: ANN401
    """Declare the function below as a fact of its name, explained by its docstring."""

    def declared(find: Find) -> Find:
        name = find.__name__
        FACTS[name] = Fact(name=name, kind=kind, meaning=find.__doc__ or "", find=find, **keys)
        return find

    return declared
