"""The JSON Schema of a curriculum, as editors read it."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.parts.keys import Keys

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class Schema:
    """The JSON Schema of a curriculum's file."""

    schema: Mapping[str, Any]


def as_text(answer: Schema) -> str:
    """Write the schema as a file of its own."""
    return json.dumps(answer.schema, indent=2) + "\n"


def render(answer: Schema, page: "Page") -> "Blocks":
    """Draw the schema as it is written to a file."""
    yield page.paragraphs(as_text(answer).rstrip("\n"))


def as_dict(answer: Schema) -> Keys:
    """Return the schema under a key."""
    return {"schema": dict(answer.schema)}
