"""The logbook: what happened, entry by entry, never changed and only ever added to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Final, Literal, TypeVar

from pydantic import AwareDatetime, Field

from pmcareer.domain.curriculum import Background, Education
from pmcareer.domain.problem import Problem
from pmcareer.domain.record import Id, Ids, Record, Text

FORMAT = 1
Minutes = Annotated[int, Field(ge=1, le=60_000)]
HoursPerWeek = Annotated[float, Field(gt=0, le=80)]
DayRange = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$")]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Service = Literal[
    "investment-appraisal",
    "prioritisation",
    "resource-management",
    "benefits",
    "reporting",
    "governance",
    "methods",
    "support",
]


class Entry(Record):
    """One record; the subclass is its kind."""

    kind: str
    on: date
    """The user's own calendar day."""
    at: AwareDatetime | None = None
    """When it was written down."""
    note: Text | None = None
    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]

    LAST_KEYS: ClassVar[tuple[str, ...]] = ("note", "evidence", "id")

    def as_row(self) -> dict[str, Any]:
        """Give the keys as the file has them: kind, on, at first and the id last, so that a torn record can't pass."""
        row = self.model_dump(by_alias=True, exclude_none=True)
        first = {key: row.pop(key) for key in ("kind", "on", "at") if key in row}
        last = {key: row.pop(key) for key in self.LAST_KEYS if key in row}
        body = {key: list(value) if isinstance(value, tuple) else value for key, value in row.items()}
        return first | body | last


AnEntry = TypeVar("AnEntry", bound=Entry)


class Finished(Entry):
    """An exercise is done."""

    kind: Literal["finished"] = "finished"
    exercise: Id
    minutes: Minutes | None = None
    outcome: Text | None = None
    evidence: Text | None = None
    mode: Literal["real", "simulated"] | None = None
    part: Literal["led", "supported", "shadowed"] | None = None
    reviewed_by: Text | None = None


class Worked(Entry):
    """Worked on an exercise, not finished."""

    kind: Literal["worked"] = "worked"
    exercise: Id
    minutes: Minutes


class Practised(Entry):
    """A habit was kept."""

    kind: Literal["practised"] = "practised"
    practice: Id
    minutes: Minutes | None = None


class Deferred(Entry):
    """Not before that day."""

    kind: Literal["deferred"] = "deferred"
    exercise: Id
    until: date


class Profile(Entry):
    """What the person says about themselves; the newest value of each key counts."""

    kind: Literal["profile"] = "profile"
    role: Id | None = None
    target: Id | None = None
    hours_per_week: HoursPerWeek | None = None
    education: Education | None = None
    background: Background | None = None
    projects: Literal["small-simple", "large-complex", "mixed"] | None = None
    pmo_type: Literal["project", "programme", "portfolio", "centre-of-excellence"] | None = None
    pmo_services: Annotated[tuple[Service, ...], Field(strict=False)] | None = None
    culture: Text | None = None
    context: Text | None = None
    mentor: Text | None = None
    practices: Annotated[tuple[Id, ...], Field(strict=False, max_length=3)] | None = None
    goal_certificate: Id | None = None
    days_off: Annotated[tuple[DayRange, ...], Field(strict=False)] | None = None
    study_days: Annotated[tuple[Weekday, ...], Field(strict=False, min_length=1)] | None = None
    muted: Ids | None = None


class Void(Entry):
    """Takes an entry back."""

    kind: Literal["void"] = "void"
    of: Text


DAILY: Final[Mapping[str, type[Entry]]] = {
    "finished": Finished,
    "worked": Worked,
    "practised": Practised,
    "deferred": Deferred,
    "profile": Profile,
    "void": Void,
}
FROM_EVIDENCE: Final[Mapping[str, str]] = {
    "assessed": "Assessed",
    "experience": "Experience",
    "closed": "Closed",
    "certified": "Certified",
    "answered": "Answered",
    "rated": "Rated",
    "did": "Did",
    "lesson": "Lesson",
    "story": "Story",
    "baseline": "Baseline",
}


class _Kinds(Mapping[str, type[Entry]]):
    """Every kind by its word; those in `evidence` are loaded only for logbooks that have them."""

    def __getitem__(self, word: str) -> type[Entry]:
        """Give the kind of entry that a word names."""
        if word in DAILY:
            return DAILY[word]
        from pmcareer.domain import evidence  # noqa: PLC0415 -- ten models that most days need none of

        found: type[Entry] = getattr(evidence, FROM_EVIDENCE[word])
        return found

    def __iter__(self) -> Iterator[str]:
        """Go through the words."""
        return iter((*DAILY, *FROM_EVIDENCE))

    def __len__(self) -> int:
        """Count the kinds."""
        return len(DAILY) + len(FROM_EVIDENCE)


KINDS: Final[Mapping[str, type[Entry]]] = _Kinds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Logbook:
    """All entries in the order of the file; what is void is known, and nothing is ever taken out."""

    entries: tuple[Entry, ...] = ()
    void: frozenset[str] = field(default=frozenset())
    """Ids of entries that are taken back."""
    problems: tuple[Problem, ...] = ()
    """What of the file could not be read; nothing is written while there is any."""
    notes: tuple[Problem, ...] = ()
    """What was read past: unknown kinds and keys, ids there twice, a newer format."""

    def __iter__(self) -> Iterator[Entry]:
        """Go through the entries that count."""
        void = self.void
        return (entry for entry in self.entries if entry.id not in void)

    def add(self, *added: Entry) -> "Logbook":
        """Give a new logbook with these entries at its end."""
        return logbook_of((*self.entries, *added), problems=self.problems, notes=self.notes)

    @property
    def last(self) -> Entry | None:
        """The last entry that is not void: what `undo` takes back."""
        return next((entry for entry in reversed(self.entries) if entry.id not in self.void), None)


def logbook_of(
    entries: Iterable[Entry], *, problems: tuple[Problem, ...] = (), notes: tuple[Problem, ...] = ()
) -> Logbook:
    """Build a logbook: the same id twice is one entry, and voids are settled whatever the order."""
    unique: dict[str, Entry] = {}
    for entry in entries:
        unique.setdefault(entry.id, entry)
    kept = tuple(unique.values())
    return Logbook(entries=kept, void=_void_ids(kept), problems=problems, notes=notes)


def _void_ids(entries: Iterable[Entry]) -> frozenset[str]:
    """Settle who takes back whom: an entry counts unless an entry that counts voids it.

    Entries that void each other in a ring can't be settled; all of the ring count.
    """
    voids = [entry for entry in entries if isinstance(entry, Void)]
    if not voids:
        return frozenset()
    takers: dict[str, list[str]] = {}
    for entry in voids:
        takers.setdefault(entry.of, []).append(entry.id)
    counting: dict[str, bool] = {}
    waiting = {entry.id for entry in voids} | set(takers)
    while True:
        settled = _settle(waiting, takers, counting)
        if not settled:
            return frozenset(name for name, counts in counting.items() if not counts)
        counting |= settled
        waiting -= settled.keys()


def _settle(waiting: set[str], takers: Mapping[str, list[str]], counting: Mapping[str, bool]) -> dict[str, bool]:
    settled = {}
    for name in waiting:
        by = takers.get(name, [])
        if any(counting.get(taker) for taker in by):
            settled[name] = False
        elif all(taker in counting for taker in by):
            settled[name] = True
    return settled


def newest_first(entries: Iterable[AnEntry]) -> list[AnEntry]:
    """Order entries from the newest to the oldest; of two written in one second the later in the file is newer."""
    numbered = sorted(enumerate(entries), key=lambda pair: (pair[1].on, _instant(pair[1]), pair[0]), reverse=True)
    return [entry for _, entry in numbered]


def _instant(entry: Entry) -> float:
    at: datetime | None = entry.at
    return at.timestamp() if at else float("-inf")
