"""The JSON Schema of a curriculum, each key with the sentence that stands below it in the code.

Pydantic can read those sentences itself, when a class is made: every start would pay for what only
`pmcareer schema` needs. So they are read from the source here, once.
"""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent
from typing import Any

from pmcareer.domain.curriculum.tables import CurriculumTables
from pmcareer.domain.ground.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ROOM = "pmcareer.domain.curriculum"


def curriculum_schema() -> dict[str, Any]:
    """Derive the schema from the records, and describe every key of every table."""
    schema = CurriculumTables.model_json_schema()
    records = {}
    for record in _records_below(Record):
        records[record.__name__] = record
    _describe(schema, CurriculumTables)
    for name, part in schema["$defs"].items():
        _describe(part, records[name])
    return {"$schema": DIALECT} | schema


def _records_below(record: type[Record]) -> Iterator[type[Record]]:
    for below in record.__subclasses__():
        if below.__module__.startswith(ROOM):
            yield below
        yield from _records_below(below)


def _describe(part: dict[str, Any], record: type[Record]) -> None:
    """Write the sentence of each field to its key; what describes itself already is left alone."""
    said = _sentences(record)
    for name, field in record.model_fields.items():
        key = field.alias or name
        if name in said and key in part["properties"]:
            part["properties"][key].setdefault("description", said[name])


def _sentences(record: type[Record]) -> dict[str, str]:
    """Collect the sentences below the fields of a record, and of those that it is made from."""
    said: dict[str, str] = {}
    for each in reversed(record.__mro__):
        if each.__module__.startswith(ROOM):
            said.update(_sentences_in(each))
    return said


def _sentences_in(record: type) -> Iterator[tuple[str, str]]:
    (written,) = ast.parse(dedent(inspect.getsource(record))).body
    assert isinstance(written, ast.ClassDef)  # noqa: S101 -- the source of a class
    for field, below in pairwise(written.body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(sentence))),
            ):
                yield name, " ".join(sentence.split())
            case _:
                continue
