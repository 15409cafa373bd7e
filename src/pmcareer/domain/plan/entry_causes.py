"""Why dates move when an entry is written, by its kind and what it says."""

from collections.abc import Iterable, Mapping

from pmcareer.domain.ground.vocabulary import DriftCause, EntryKind
from pmcareer.domain.logbook.entries import KEYS_OF_ALL, Entry, Profile, Void
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.person.person import CALENDAR_KEYS

CAUSES: Mapping[EntryKind, DriftCause] = {
    "finished": "pace",
    "worked": "pace",
    "deferred": "calendar",
    "assessed": "scope",
    "answered": "scope",
    "experience": "gates",
    "closed": "gates",
    "certified": "gates",
    "did": "gates",
}
"""Why a date moves when an entry of this kind is written; of others it depends on what they say."""
PACE_KEYS = ("hours_per_week", "past_weeks")
FURTHEST_FIRST: tuple[DriftCause, ...] = ("scope", "calendar", "gates", "pace")
STUDY_CAUSES: Mapping[EntryKind, DriftCause] = {**CAUSES, "did": "pace"}
"""The same where study decides: the hours that a step of the job search takes are lost to it."""


def cause_of(
    added: Iterable[Entry],
    logbook: Logbook,
    by_kind: Mapping[EntryKind, DriftCause] = CAUSES,
) -> DriftCause:
    """Name why dates move when these are written; of several causes the furthest-reaching."""
    causes = {_cause_of(taken_back_by(entry, logbook), by_kind) for entry in added}
    return next((cause for cause in FURTHEST_FIRST if cause in causes), "remainder")


def taken_back_by(entry: Entry, logbook: Logbook) -> Entry:
    """Follow what takes something back to what counts or not by it; a ring is followed once."""
    known = {each.id: each for each in logbook.entries}
    seen: set[str] = set()
    while isinstance(entry, Void) and entry.of in known and entry.of not in seen:
        seen.add(entry.of)
        entry = known[entry.of]
    return entry


def _cause_of(entry: Entry, by_kind: Mapping[EntryKind, DriftCause]) -> DriftCause:
    if not isinstance(entry, Profile):
        return by_kind.get(entry.kind, "remainder")
    said = entry.as_row().keys() - KEYS_OF_ALL
    if said - {*PACE_KEYS, *CALENDAR_KEYS}:
        return "scope"
    return "pace" if said.isdisjoint(CALENDAR_KEYS) else "calendar"
