"""`pmcareer schema`: what a curriculum may say, as a JSON Schema for editors."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pmcareer.domain.curriculum import Curriculum


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The JSON Schema of a curriculum's file."""

    schema: Mapping[str, Any]


def run() -> Schema:
    """Derive the schema from the records themselves, so that the two can't disagree."""
    return Schema(schema={"$schema": "https://json-schema.org/draft/2020-12/schema"} | Curriculum.model_json_schema())
