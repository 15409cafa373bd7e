"""What a model says about wrong values, in our own words and with the line."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, get_args

from pydantic import AliasChoices, BaseModel, ValidationError
from pydantic.fields import FieldInfo

from pmcareer.domain.curriculum.items import SOURCE_PATTERN
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.ground.record import ID_PATTERN, TEXT_PATTERN
from pmcareer.errors import SHOWN_PROBLEMS, nearest
from pmcareer.storage.outline import Outline

Path = tuple[str | int, ...]
LONGEST_SHOWN = 40
MOST_EXPLAINED = 1000
A_LIST = "a list in [brackets]"
A_TABLE = "a table like { key = value }"
A_MOMENT = "a date and time with its offset, like 2026-11-21T19:14:03+01:00"
WANTED: Mapping[str, str] = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a number that can be counted with",
    "bool_type": "true or false",
    "string_type": "text in quotes",
    "date_type": "a date like 2026-11-21, without quotes",
    "date_from_datetime_inexact": "a date like 2026-11-21, without a time",
    "datetime_type": A_MOMENT,
    "timezone_aware": A_MOMENT,
    "tuple_type": A_LIST,
    "mapping_type": A_TABLE,
    "dict_type": A_TABLE,
    "model_type": A_TABLE,
    "model_attributes_type": A_TABLE,
}
WRONG_KIND = ("union_tag_invalid", "union_tag_not_found")
PATTERNS: Mapping[str, tuple[str, str]] = {
    ID_PATTERN: (
        "is no id",
        "An id has at most 64 lower-case letters, digits and dashes, and no dash in front.",
    ),
    SOURCE_PATTERN: ("is no source", "A source looks like S1-54."),
}


def problems_in(
    error: ValidationError,
    *,
    file: str,
    outline: Outline,
    found: object,
    model: type[BaseModel],
    above: Path = (),
) -> Iterator[Problem]:
    """Translate every error of a model about what was `found`, which lies `above` in the file."""
    root = _under(above, found)
    for path, message, hint in explained(error, found, model):
        yield problem_at((*above, *path), message, hint, file=file, outline=outline, root=root)


def _under(above: Path, found: object) -> object:
    """Wrap what was found, so that a path from the top of the file leads to it."""
    for part in reversed(above):
        found = {part: found}
    return found


def problem_at(
    path: Path, message: str, hint: str, *, file: str, outline: Outline, root: object
) -> Problem:
    """Put a message at its line, and name the item by its id."""
    return Problem(
        file=file, line=outline.line_of(path), where=_where(path, root), message=message, hint=hint
    )


def _where(path: Path, root: object) -> str:
    if len(path) < 2 or not isinstance(path[1], int):  # noqa: PLR2004 -- table and place make an item
        return _readable(path)
    item = _step(_step(root, path[0]), path[1])
    return ", ".join(
        part for part in (f"{path[0]} {_item_name(item, path[1])}", _readable(path[2:])) if part
    )


def _item_name(item: object, index: int) -> str:
    if isinstance(item, Mapping):
        if isinstance(item.get("id"), str):
            return shown(item["id"]).strip("'")
        if isinstance(item.get("from"), str) and isinstance(item.get("to"), str):
            return f"{shown(item['from'])} -> {shown(item['to'])}".replace("'", "")
    return f"number {index + 1}"


def _readable(path: Path) -> str:
    """Write "gates 1, work": places are counted from 1."""
    words = ""
    for part in path:
        words += f" {part + 1}" if isinstance(part, int) else f", {part}" if words else part
    return words


def explained(
    error: ValidationError, found: object, model: type[BaseModel]
) -> list[tuple[Path, str, str]]:
    """Path, message and mend of the first thousand errors, those of a choice between types once."""
    translated = []
    for number, each in enumerate(error.errors(include_url=False)[:MOST_EXPLAINED]):
        path, choice = _real_path(each["loc"], found)
        # A search for the nearest word takes a millisecond, and nobody reads the hint of the
        # 21st problem.
        words = _in_our_words(each, path, model, is_shown=number < SHOWN_PROBLEMS)
        if each["type"] in WRONG_KIND:
            path = (*path, "kind")
        translated.append((path, choice, *words))
    return _once(translated)


def _real_path(location: Sequence[str | int], found: object) -> tuple[Path, Path | None]:
    """Find the place in the file, and the part of it that was tried as several types.

    ("gates", 0, "experience", "months", "float") is gates 1, months: the kind of the gate and the
    type that was tried are no keys. What failed as a number fails there as a table, too.
    """
    path: list[str | int] = []
    choice = None
    for number, part in enumerate(location):
        is_last = number + 1 == len(location)
        inner = _step(found, part)
        if not is_last and _is_kind_of(found, part):
            continue
        if inner is _NOWHERE and not (is_last and _may_be_key(part)):
            choice = tuple(path) if choice is None else choice
            continue
        path.append(part)
        found = inner
    return tuple(path), choice


def _may_be_key(part: str | int) -> bool:
    return isinstance(part, int) or part.isidentifier()


def _is_kind_of(row: object, part: str | int) -> bool:
    """Tell whether a part of a location is the kind of a row; old gates do not say theirs."""
    if not isinstance(row, Mapping):
        return False
    kind = row.get("kind")
    if kind is None and part not in row:
        kind = "experience"
    return bool(part == kind)


_NOWHERE = object()


def _step(value: object, part: str | int) -> object:
    if isinstance(value, Mapping):
        return value.get(part, _NOWHERE)
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part]
    return _NOWHERE


def _once(errors: list[tuple[Path, Path | None, str, str]]) -> list[tuple[Path, str, str]]:
    """Of a value that failed as several types, keep what was said about its deepest part."""
    chosen: dict[object, tuple[Path, str, str]] = {}
    for number, (path, choice, message, hint) in enumerate(errors):
        group = number if choice is None else choice
        if group not in chosen or len(path) > len(chosen[group][0]):
            chosen[group] = (path, message, hint)
    return list(chosen.values())


def _in_our_words(
    error: Any,  # noqa: ANN401 -- a TypedDict of pydantic-core
    path: Path,
    model: type[BaseModel],
    *,
    is_shown: bool,
) -> tuple[str, str]:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    match kind:
        case "missing":
            said = _missing(path[-1])
        case "union_tag_not_found":
            said = _missing("kind")
        case "union_tag_invalid":
            said = _none_of(value["kind"], " or ".join(context["expected_tags"].rsplit(", ", 1)))
        case "extra_forbidden":
            said = _unknown_key(error["loc"], path, model if is_shown else None)
        case "value_error":
            said = (f"{context['error']}.", getattr(context["error"], "hint", ""))
        case "literal_error":
            said = _none_of(value, str(context["expected"]))
        case "string_pattern_mismatch":
            said = _not_in_pattern(value, context["pattern"])
        case _ if kind in WANTED:
            said = (f"{shown(value)} is not {WANTED[kind]}.", "")
        case _:
            said = _out_of_bounds(kind, value, context)
    return said


def _missing(key: str | int) -> tuple[str, str]:
    if isinstance(key, int):
        return f"value {key + 1} is missing.", "Add it to the list."
    return "it is missing.", f"Add {key} = …"


def _unknown_key(
    location: Sequence[str | int], path: Path, model: type[BaseModel] | None
) -> tuple[str, str]:
    key = str(path[-1])
    known = keys_of(model_at(model, location[:-1]))
    if key in known:
        return "the same is there under its other name.", "Keep one of the two."
    near = nearest(key, known)
    # The kind of a gate stands in the location, before the key, and is no part of the path.
    told = "" if location[-2:-1] == path[-2:-1] else f" of kind '{location[-2]}'"
    return (
        f"nothing{told} knows this key.",
        f"Did you mean '{near[0]}'?" if near else "Take it out.",
    )


def keys_of(model: type[BaseModel] | None) -> list[str]:
    """List the keys of a model as the file has them, old spellings too."""
    keys: list[str] = []
    for name, field in model.model_fields.items() if model else ():
        keys += _spellings(name, field)
    return keys


def _spellings(name: str, field: FieldInfo) -> list[str]:
    spelled = field.validation_alias
    if isinstance(spelled, AliasChoices):
        return [str(each) for each in spelled.choices]
    return [str(spelled or name)]


def model_at(
    model: type[BaseModel] | None, location: Sequence[str | int]
) -> type[BaseModel] | None:
    """Find the model that describes a place; of several kinds the one that the location names."""
    models = [model] if model else []
    for part in location:
        if isinstance(part, str):
            models = _below(models, part)
    return models[0] if models else None


def _below(models: list[type[BaseModel]], part: str) -> list[type[BaseModel]]:
    for model in models:
        for name, field in model.model_fields.items():
            if part in _spellings(name, field):
                return _models_in(field.annotation)
            if name == "kind" and part in get_args(field.annotation):
                return [model]
    return []


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    found: list[type[BaseModel]] = []
    for each in get_args(annotation):
        found += _models_in(each)
    return found


def _none_of(value: object, expected: str) -> tuple[str, str]:
    known = [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",")]
    near = nearest(value, known) if isinstance(value, str) else []
    meant = f"Did you mean '{near[0]}'? " if near and len(known) > 1 else ""
    return f"{shown(value)} is not known here.", f"{meant}It can be {expected}."


def _not_in_pattern(value: str, pattern: str) -> tuple[str, str]:
    if pattern == TEXT_PATTERN:
        return (
            "the text holds a character that can't be seen and could control a terminal.",
            "Delete it.",
        )
    what, hint = PATTERNS.get(
        pattern, ("can't be meant here", "See docs/curriculum.md for what it takes.")
    )
    return f"{shown(value)} {what}.", hint


BOUNDS: Mapping[str, tuple[str, str]] = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
}


def _out_of_bounds(kind: str, value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    if kind in BOUNDS:
        key, words = BOUNDS[kind]
        return f"{shown(value)} is out of bounds.", f"It must be {words} {context[key]:,.12g}."
    if kind == "string_too_short":
        return "the text is empty.", "Write something, or take the key out."
    if kind == "string_too_long":
        return "the text is too long.", f"It can have {context['max_length']:,} characters."
    if kind == "too_long":
        return (
            f"the list has {context.get('actual_length')} values.",
            f"It takes at most {context.get('max_length')}.",
        )
    if kind == "too_short":
        return (
            f"the list has {context.get('actual_length')} values.",
            f"It takes at least {context.get('min_length')}.",
        )
    return f"{shown(value)} can't be meant here.", ""


def shown(value: object) -> str:
    """Show a value in a sentence: shortened, and nothing in it in control of the terminal."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return repr(value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…")
    if isinstance(value, int) and abs(value) >= 10**LONGEST_SHOWN:
        return "a number of more than forty digits"
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a table"
    return str(value)
