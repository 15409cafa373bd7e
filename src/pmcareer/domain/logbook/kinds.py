"""Every kind of entry by the word that `kind` has in the file."""

from collections.abc import Mapping
from typing import Final

from pmcareer.domain.logbook.entries import (
    Deferred,
    Entry,
    Finished,
    Practised,
    Profile,
    Void,
    Worked,
)
from pmcareer.domain.logbook.evidence import (
    Answered,
    Assessed,
    Baseline,
    Certified,
    Closed,
    Did,
    Experience,
    Lesson,
    Rated,
    Story,
)

KINDS: Final[Mapping[str, type[Entry]]] = {
    "finished": Finished,
    "worked": Worked,
    "practised": Practised,
    "deferred": Deferred,
    "profile": Profile,
    "void": Void,
    "assessed": Assessed,
    "experience": Experience,
    "closed": Closed,
    "certified": Certified,
    "answered": Answered,
    "rated": Rated,
    "did": Did,
    "lesson": Lesson,
    "story": Story,
    "baseline": Baseline,
}
