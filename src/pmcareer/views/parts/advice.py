"""A piece of advice in two rows: what is said, and what to do about it."""

from collections.abc import Iterator
from typing import Any

from pmcareer.domain.coaching.advice import Said

TRY = "Try"
"""The label of what to do."""


def advice_rows(said: Said) -> Iterator[tuple[str, list[Any]]]:
    """Give each row its label and what stands in it, the id at the end of the last."""
    name = (f"  {said.advice.id}", "quiet")
    if not said.advice.do:
        yield "Advice", [said.text, name]
        return
    yield "Advice", [said.text]
    yield TRY, [said.advice.do, name]
