"""The base of everything that is read from a file, and the types its fields share."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
# No control characters, no bidirectional or zero-width marks (ZWJ and ZWNJ stay: emoji and
# Persian need them).
# A line break is allowed: notes and stories may have paragraphs.
TEXT_PATTERN = (
    r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]*$"
)

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=TEXT_PATTERN)]
Level = Annotated[int, Field(ge=0, le=5)]
Positive = Annotated[float, Field(gt=0, le=100_000)]
Fraction = Annotated[float, Field(ge=0, le=10)]
Months = Annotated[float, Field(ge=0, le=1200)]
ThreePoint = Annotated[tuple[Months, Months, Months], Field(strict=False)]
"""Least, likely, most."""
WebAddress = Annotated[str, Field(pattern=r"^https?://[^\s\x00-\x1f]+$")]
Work = Annotated[str, Field(pattern=r"^[a-z][a-z+-]{0,63}$")]
"""Kinds of work, several joined by a plus."""
# TOML gives lists; records hold tuples. Only the container is lenient, its items stay strict.
Row = TypeVar("Row")
Rows = Annotated[tuple[Row, ...], Field(strict=False)]
Ids = Rows[Id]
Texts = Rows[Text]


class Record(BaseModel):
    """A frozen, strict value from a file; unknown keys are an error."""

    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True
    )
