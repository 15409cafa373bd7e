"""The base of everything that is read from a file, and the types its fields share."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema
from pydantic_core.core_schema import float_schema, int_schema, str_schema

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
# No control characters, no bidirectional or zero-width marks (ZWJ and ZWNJ stay: emoji and
# Persian need them).
# A line break is allowed: notes and stories may have paragraphs.
TEXT_PATTERN = (
    r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]*$"
)


# Each start builds the schemas of some two hundred fields. What Pydantic makes of StringConstraints
# and Field in three times the time, these two say at once.
class Shaped:
    """Says by a schema of Pydantic's core what a field may be."""

    def __init__(self, schema: CoreSchema) -> None:
        self._schema = schema

    def __repr__(self) -> str:
        """Show the schema."""
        return f"Shaped({self._schema})"

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        """Return the schema, one for each field: Pydantic writes into it."""
        return dict(self._schema)


class Lenient:
    """Takes a list where a tuple is held, for TOML gives lists; the items stay strict."""

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401 -- whatever a type may be
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        """Return the schema of the tuple, not strict any more."""
        return {**handler(source), "strict": False}


Id = Annotated[str, Shaped(str_schema(pattern=ID_PATTERN))]
Text = Annotated[str, Shaped(str_schema(min_length=1, max_length=4000, pattern=TEXT_PATTERN))]
Level = Annotated[int, Shaped(int_schema(ge=0, le=5))]
Positive = Annotated[float, Shaped(float_schema(gt=0, le=100_000))]
Fraction = Annotated[float, Shaped(float_schema(ge=0, le=10))]
Months = Annotated[float, Shaped(float_schema(ge=0, le=1200))]
ThreePoint = Annotated[tuple[Months, Months, Months], Lenient()]
"""Least, likely, most."""
WebAddress = Annotated[str, Shaped(str_schema(pattern=r"^https?://[^\s\x00-\x1f]+$"))]
Work = Annotated[str, Shaped(str_schema(pattern=r"^[a-z][a-z+-]{0,63}$"))]
"""Kinds of work, several joined by a plus."""
Row = TypeVar("Row")
Rows = Annotated[tuple[Row, ...], Lenient()]
Ids = Rows[Id]
Texts = Rows[Text]


class Record(BaseModel):
    """A frozen, strict value from a file; unknown keys are an error."""

    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True
    )
