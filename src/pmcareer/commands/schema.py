"""`pmcareer schema`: what a curriculum may say, as a JSON Schema for editors."""

from pmcareer.domain.curriculum.tables import CurriculumTables
from pmcareer.views.schema import Schema


def run() -> Schema:
    """Derive the schema from the records themselves, so that the two can't disagree."""
    return Schema(
        schema={"$schema": "https://json-schema.org/draft/2020-12/schema"}
        | CurriculumTables.model_json_schema()
    )
