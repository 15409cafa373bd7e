"""What a model says about wrong values, in our own words and with the line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, get_args

from pydantic import AliasChoices, BaseModel, ValidationError
from pydantic.fields import FieldInfo

from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.ground.record import ID_PATTERN, TEXT_PATTERN
from pmcareer.errors import SHOWN_PROBLEMS, did_you_mean
from pmcareer.storage.outline import Outline

Path = tuple[str | int, ...]
Model = type[BaseModel]
Said = tuple[str, str]
"""What is wrong, and the mend."""
LONGEST_SHOWN = 40
MOST_EXPLAINED = 1000
A_LIST = "a list in [brackets]"
A_TABLE = "a table like { key = value }"
A_MOMENT = "a date and time with its offset, like 2026-11-21T19:14:03+01:00"
WANTED = {
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
PATTERNS = {
    ID_PATTERN: (
        "is no id",
        "An id has at most 64 lower-case letters, digits and dashes, and no dash in front.",
    ),
}
BOUNDS = {
    "greater_than": ("more than", "gt"),
    "greater_than_equal": ("at least", "ge"),
    "less_than": ("less than", "lt"),
    "less_than_equal": ("at most", "le"),
    "too_long": ("at most", "max_length"),
    "too_short": ("at least", "min_length"),
}
SHAPES = {list: "a list", dict: "a table"}


def problems_in(
    error: ValidationError,
    *,
    outline: Outline,
    found: object,
    model: Model,
    above: Path = (),
) -> Iterator[Problem]:
    """Translate every error of a model about what was `found`, which lies `above` in the file."""
    root = found
    for part in reversed(above):
        root = {part: root}
    for path, (message, hint) in _explained(error, found, model):
        yield problem_at((*above, *path), message, hint, outline, root)


def problem_at(path: Path, message: str, hint: str, outline: Outline, root: object) -> Problem:
    """Put a message at its line, and name the item by its id."""
    return Problem(
        file=outline.file,
        line=outline.line_of(path),
        where=_where(path, root),
        message=message,
        hint=hint,
    )


def _where(path: Path, root: object) -> str:
    """Write "exercises pmf-02, hours": an item has a table and a place in it."""
    table, place = (*path, "", "")[:2]
    if not isinstance(place, int):
        return _readable(path)
    name = _item_name(_step(_step(root, table), place), place)
    return f"{table} {name}, {_readable(path[2:])}".removesuffix(", ")


def _item_name(item: object, index: int) -> str:
    match item:
        case {"id": str(name)}:
            return bare(name)
        case {"from": str(source), "to": str(target)}:
            return f"{shown(source)} -> {shown(target)}".replace("'", "")
        case _:
            return f"number {index + 1}"


def _readable(path: Path) -> str:
    """Write "gates 1, work": places are counted from 1."""
    words = ""
    for part in path:
        if isinstance(part, int):
            words += f" {part + 1}"
        else:
            words += f", {part}"
    return words.removeprefix(", ")


def _explained(error: ValidationError, found: object, model: Model) -> list[tuple[Path, Said]]:
    """Path, message and mend of the first thousand errors, those of a choice between types once."""
    chosen: dict[object, tuple[Path, Said]] = {}
    for number, each in enumerate(error.errors(include_url=False)[:MOST_EXPLAINED]):
        path, choice = _real_path(each["loc"], found)
        # A search for the nearest word takes a millisecond, and nobody reads the hint of the
        # 21st problem.
        said = _in_our_words(each, path, model if number < SHOWN_PROBLEMS else None)
        if each["type"] in WRONG_KIND:
            path = (*path, "kind")
        # Of a value that failed as several types, what was said about its deepest part counts.
        group = number if choice is None else choice
        if group not in chosen or len(path) > len(chosen[group][0]):
            chosen[group] = (path, said)
    return list(chosen.values())


def _real_path(location: Path, found: object) -> tuple[Path, Path | None]:
    """Find the place in the file, and the part of it that was tried as several types.

    ("gates", 0, "experience", "months", "float") is gates 1, months: the kind of the gate and the
    type that was tried are no keys. What failed as a number fails there as a table, too.
    """
    path: Path = ()
    choice = None
    for left, part in enumerate(location, start=1 - len(location)):
        if left and _is_kind_of(found, part):
            continue
        inner = _step(found, part)
        # The last part may be a key that is missing.
        if inner is not _NOWHERE or (not left and _may_be_key(part)):
            path = (*path, part)
            found = inner
        elif choice is None:
            choice = path
    return path, choice


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


def _in_our_words(error: Any, path: Path, model: Model | None) -> Said:  # noqa: ANN401
    """Say what is wrong with a key, or with its value; without a model no key is suggested.

    `error` is a TypedDict of pydantic-core.
    """
    match error["type"]:
        case "missing":
            return _missing(path[-1])
        case "union_tag_not_found":
            return _missing("kind")
        case "extra_forbidden":
            return _unknown_key(error["loc"], path, model)
        case kind:
            return _wrong_value(kind, error["input"], error.get("ctx", {}))


def _missing(key: str | int) -> Said:
    if isinstance(key, int):
        return f"value {key + 1} is missing.", "Add it to the list."
    return "it is missing.", f"Add {key} = …"


def _unknown_key(location: Path, path: Path, model: Model | None) -> Said:
    key = str(path[-1])
    known = _keys_at(model, location[:-1])
    if key in known:
        return "the same is there under its other name.", "Keep one of the two."
    told = ""
    # The kind of a gate stands in the location, before the key, and is no part of the path.
    if location[-2:-1] != path[-2:-1]:
        told = f" of kind '{location[-2]}'"
    return f"nothing{told} knows this key.", meant(key, known) or "Take it out."


def _keys_at(model: Model | None, location: Path) -> list[str]:
    """List what a place can hold as the file has it, old spellings too."""
    models = [model] if model else []
    for part in location:
        if isinstance(part, str):
            models = _below(models, part)
    keys: list[str] = []
    # Of several kinds the first is meant; a location names its kind.
    for described in models[:1]:
        for name, field in described.model_fields.items():
            keys += _spellings(name, field)
    return keys


def _below(models: list[Model], part: str) -> list[Model]:
    for model in models:
        for name, field in model.model_fields.items():
            if part in _spellings(name, field):
                return _models_in(field.annotation)
            if name == "kind" and part in get_args(field.annotation):
                return [model]
    return []


def _spellings(name: str, field: FieldInfo) -> list[str]:
    spelled = field.validation_alias or name
    if isinstance(spelled, AliasChoices):
        return list(map(str, spelled.choices))
    return [str(spelled)]


def _models_in(annotation: object) -> list[Model]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    found: list[Model] = []
    for each in get_args(annotation):
        found += _models_in(each)
    return found


def meant(word: object, known: Iterable[str]) -> str:
    """Ask whether the nearest known word was meant; nothing is near to what is no word."""
    return did_you_mean(word, known) if isinstance(word, str) else ""


def _wrong_value(kind: str, value: Any, context: Mapping[str, Any]) -> Said:  # noqa: ANN401
    match kind:
        case "value_error":
            return f"{context['error']}.", getattr(context["error"], "hint", "")
        case "union_tag_invalid":
            tags = " or ".join(context["expected_tags"].rsplit(", ", 1))
            return _none_of(value["kind"], tags)
        case "literal_error":
            return _none_of(value, context["expected"])
        case "string_pattern_mismatch":
            return _not_in_pattern(value, context["pattern"])
        case _ if kind in WANTED:
            return f"{shown(value)} is not {WANTED[kind]}.", ""
        case _:
            return _out_of_bounds(kind, value, context)


def _none_of(value: object, expected: str) -> Said:
    known = re.findall("'([^']*)'", expected)
    hint = f"It can be {expected}."
    # Of one possible word nobody needs to be reminded twice.
    if len(known) > 1:
        hint = f"{meant(value, known)} {hint}".lstrip()
    return f"{shown(value)} is not known here.", hint


def _not_in_pattern(value: str, pattern: str) -> Said:
    if pattern == TEXT_PATTERN:
        message = "the text holds a character that can't be seen and could control a terminal."
        return message, "Delete it."
    unnamed = ("can't be meant here", f"It has to match {pattern}")
    what, hint = PATTERNS.get(pattern, unnamed)
    return f"{shown(value)} {what}.", hint


def _out_of_bounds(kind: str, value: object, context: Mapping[str, Any]) -> Said:
    words, key = BOUNDS.get(kind, ("", ""))
    match kind:
        case "string_too_short":
            return "the text is empty.", "Write something, or take the key out."
        case "string_too_long":
            return "the text is too long.", f"It can have {context['max_length']:,} characters."
        case "too_long" | "too_short":
            message = f"the list has {context['actual_length']} values."
            return message, f"It takes {words} {context[key]}."
        case _ if key:
            return f"{shown(value)} is out of bounds.", f"It must be {words} {context[key]:,.12g}."
        case _:
            return f"{shown(value)} can't be meant here.", ""


def by_line(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put problems in the order of the file; those without a line come first."""
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def bare(text: str) -> str:
    """Show a text without quotes."""
    return shown(text).strip("'")


def shown(value: object) -> str:
    """Show a value in a sentence: shortened, and nothing in it in control of the terminal."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            if len(value) > LONGEST_SHOWN:
                value = f"{value[:LONGEST_SHOWN]}…"
            return repr(value)
        case int() if abs(value) >= 10**LONGEST_SHOWN:
            return "a number of more than forty digits"
        case date():
            return value.isoformat()
        case list() | dict():
            return SHAPES[type(value)]
        case _:
            return str(value)
