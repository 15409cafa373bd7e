"""Rows that our own tests hold against their class: put together without being validated again.

A pack opens with the text alone that it was made of, and that is the one that was tested. Half of
what a start has to do for the curriculum is to build validators for it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pmcareer.domain.ground.record import Record

Turns = Mapping[type, Callable[[Any], Any]]
"""What a value of TOML is turned into, by its type; one of another type stays what it is."""


class _Plan(NamedTuple):
    """How a row becomes a record."""

    usual: Record
    """One that has nothing but what is usual, its fields in their order."""
    keys: Mapping[str, tuple[str, Turns]]
    """To each key its field, and what its values are turned into."""


def trusted(model: type[Record], row: Mapping[str, Any]) -> Record:
    """Make of a sound row what `model.model_validate` makes of it, unsound ones being nobody's.

    Raises:
        KeyError: there is no such key.
    """
    plan = _plan_of(model)
    said = {}
    for key, value in row.items():
        name, turns = plan.keys[key]
        said[name] = _turned(turns, value)
    return plan.usual.model_copy(update=said)


def _turned(turns: Turns, value: Any) -> Any:  # noqa: ANN401 -- whatever TOML has
    turn = turns.get(value.__class__)
    return turn(value) if turn else value


@cache
def _plan_of(model: type[Record]) -> _Plan:
    fields = model.model_fields.items()
    keys = {each.alias or name: (name, _turns(each.annotation)) for name, each in fields}
    asked = {name: None for name, each in fields if each.is_required()}
    return _Plan(usual=model.model_construct(set(), **asked), keys=keys)


def _turns(annotation: Any) -> Turns:  # noqa: ANN401 -- types, and what stands for several
    if annotation is float:
        return {int: float}
    if _is_record(annotation):
        return {dict: partial(trusted, annotation)}
    of_parts = _OF_PARTS.get(get_origin(annotation))
    return of_parts(*get_args(annotation)) if of_parts else {}


def _is_record(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Record)


def _one_of(*parts: Any) -> Turns:  # noqa: ANN401 -- as above
    """Tell by its type which of several a value is; records of several kinds name theirs."""
    turns = dict(chain.from_iterable(_turns(part).items() for part in parts))
    records = [part for part in parts if _is_record(part)]
    if len(records) > 1:
        kinds = {get_args(each.model_fields["kind"].annotation)[0]: each for each in records}
        turns[dict] = partial(_of_kind, kinds)
    return turns


def _of_kind(kinds: Mapping[str, type[Record]], row: Mapping[str, Any]) -> Record:
    return trusted(kinds[row["kind"]], row)


def _tuple(turns: Turns, values: Sequence[object]) -> tuple[object, ...]:
    return tuple([_turned(turns, value) for value in values]) if turns else tuple(values)


def _mapping(turns: Turns, values: Mapping[str, object]) -> Mapping[str, object]:
    return {key: _turned(turns, value) for key, value in values.items()} if turns else values


_OF_PARTS: Mapping[Any, Callable[..., Turns]] = {
    Annotated: lambda inner, *_: _turns(inner),
    # One word stands for a list of one.
    tuple: lambda item, *_: {list: partial(_tuple, _turns(item)), str: lambda word: (word,)},
    Mapping: lambda _, item: {dict: partial(_mapping, _turns(item))},
    Union: _one_of,
    UnionType: _one_of,
}
