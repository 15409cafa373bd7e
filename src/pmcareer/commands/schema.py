"""`pmcareer schema`: what a curriculum may say, as a JSON Schema for editors."""

from pmcareer.storage.curriculum.described_schema import curriculum_schema
from pmcareer.views.schema import Schema


def run() -> Schema:
    """Derive the schema from the records themselves, so that the two can't disagree."""
    return Schema(schema=curriculum_schema())
