"""The headings of a sheet that stand above no work: examples, what is wrong with one, a mail."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pmcareer.exports.plain import on_one_line

_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
EXAMPLE = re.compile(
    r"(?:(?:an?|the|one) )?(?:good|poor)(?: (?:one|example|sample))?", re.IGNORECASE
)
ANSWERS = re.compile(
    r"(?:(?:its|the) )?(?:(?:one|two|three|four|five|\d) )?faults(?: in it)?", re.IGNORECASE
)
"""Whole headings, so that "What good risks look like" stands above work."""
MAIL = re.compile(r"(?:an? )?mail to (?:an?|the|your) reviewer", re.IGNORECASE)
ASIDE = (EXAMPLE, ANSWERS, MAIL)
"""All below which nothing is filled in that shows the work."""


def heading_in(line: str) -> tuple[int, str] | None:
    """Read how deep a heading is, and what it says; None of another line."""
    found = _HEADING.match(line)
    return (len(found[1]), on_one_line(found[2]).strip(" #*_:.")) if found else None


def under(
    lines: Iterable[str], signs: Sequence[re.Pattern[str]], *, beside: bool = False
) -> Iterator[str]:
    """Pick what stands under the headings that are called so, or all that stands beside it."""
    # "### A good one" goes on to the next heading of its own depth, or of a lesser one.
    within = 0
    for line in lines:
        found = heading_in(line)
        if found and (not within or found[0] <= within):
            within = found[0] if any(sign.fullmatch(found[1]) for sign in signs) else 0
        if bool(within) != beside:
            yield line
