"""`pmcareer log`: record what was done."""

from collections.abc import Iterator, Mapping
from dataclasses import field

from pmcareer.commands.entry import entry_for, stored, stored_before, telling_of
from pmcareer.commands.guided import guide_for
from pmcareer.commands.home import Home, home_of
from pmcareer.commands.kept import evidence_of, remark_on_sheet
from pmcareer.domain.coaching.recording import (
    entry_kind,
    refuse_slip,
    something_to_log,
    todays_task,
)
from pmcareer.domain.coaching.remarks import remarks_on
from pmcareer.domain.coaching.stored_before import (
    entry_with,
    given_id,
    refuse_other,
    remarks_on_stored,
    thing_of,
)
from pmcareer.domain.curriculum.items import Exercise, Item
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Did, Entry, Finished, Worked
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.parts import PartNow, left_behind, part_now, said_back
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.progress import first_minutes, progress_between
from pmcareer.domain.words.amounts import minutes_left_of, time_said
from pmcareer.domain.words.days import ON, refuse_month
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.errors import NotTogether, OfAnotherUse
from pmcareer.settings import Settings
from pmcareer.views.log import Logged


@frozen
class Line:
    """What was typed behind `log`, as it was typed."""

    word: Typed = None
    """An exercise, a practice, a step or a gate; without it, today's task."""
    time: Typed = None
    """How long it took, where it follows the word."""
    day: Typed = None
    """The day, where it follows the word."""
    minutes: Typed = None
    left: Typed = None
    piece: Typed = None
    """The part of an exercise that is done, by its number."""
    on: Typed = None
    """The day in either case."""
    name: Typed = None
    """An id that a script chose: what it has stored before is not stored again."""
    partial: bool = False
    again: bool = False
    said: Mapping[str, Typed] = field(default_factory=dict)
    """What else is said of it, by the keys of entries."""

    @property
    def option(self) -> str:
        """Name what the day was typed as."""
        return "DATE" if self.day else ON


def run(settings: Settings, line: Line, *, dry_run: bool = False) -> Logged:
    """Record what a line means."""
    home = home_of(settings)
    before = Planner(person=home.person)
    known = entry_with(home.logbook, if_typed(given_id, line.name))
    _, entry = _entry(settings, home, before, known, line)
    if known:
        # A day that nobody typed is not compared: a script may try again after midnight.
        refuse_other(known, entry, unsaid=tuple(_unsaid(line)))
        return _logged_before(home, before, known, dry_run=dry_run)
    refuse_slip(home.person, entry, again=line.again)

    telling = telling_of(home, entry, without=before)
    on_sheet = remark_on_sheet(home, entry, line.said.get("evidence"))
    remarks = (*remarks_on(home.person, entry, before, telling.after.person), *on_sheet)
    if back := _back_by_part(home, telling.after.person, entry, line):
        remarks = (back, *remarks)
    progress = progress_between(before, telling.after, entry)
    return Logged(
        stored=stored(settings, home, entry, dry_run=dry_run, remarks=remarks, telling=telling),
        progress=progress,
        part=_part_after(home, telling.after.person, entry),
        problems=home.problems,
    )


def _unsaid(line: Line) -> Iterator[str]:
    """Name what is not compared with what an earlier try stored, for nobody typed it."""
    if not line.on:
        yield "on"
    # The sheet may have been filled in, or emptied, since then.
    if line.said.get("evidence") is None:
        yield "evidence"


def _back_by_part(home: Home, after: Person, entry: Entry, line: Line) -> str:
    """Say that the part which is done comes before what was said to be done already."""
    if line.piece is None or not isinstance(entry, Worked):
        return ""
    parts = guide_for(home, after.curriculum.exercise[entry.exercise]).parts
    return said_back(home.person, after, entry.exercise, parts)


def _part_after(home: Home, after: Person, entry: Entry) -> PartNow | None:
    """Tell which part of an exercise that is not finished comes after an entry."""
    if not isinstance(entry, Worked) or entry.exercise in after.finished:
        return None
    guide = guide_for(home, after.curriculum.exercise[entry.exercise])
    return part_now(after, entry.exercise, guide.parts)


def to_be_logged(settings: Settings, line: Line) -> tuple[Item, Entry]:
    """Read what `run` would store, and of what, so that nobody is asked about what it refuses.

    Raises:
        PmcareerError: as `run` does.
    """
    home = home_of(settings)
    item, entry = _entry(settings, home, Planner(person=home.person), None, line)
    refuse_slip(home.person, entry, again=line.again)
    return item, entry


def task_of_the_day(settings: Settings) -> tuple[Item, int]:
    """Name what `run` would store without a word, and the minutes that it still takes.

    Raises:
        NothingToLog: There is no task today.
    """
    planner = Planner(person=home_of(settings).person)
    return todays_task(planner).item, first_minutes(planner)


def _entry(
    settings: Settings, home: Home, before: Planner, known: Entry | None, line: Line
) -> tuple[Item, Entry]:
    """Find what a line is about, and make the entry that it means."""
    # Today's task of an earlier try is not today's task any more.
    word = thing_of(known) if line.word is None else line.word
    meant = something_to_log(before, word, line.time, line.day)
    if_typed(refuse_month, line.on, settings.today, line.option)
    spent = time_said(line.time, line.minutes)
    ahead = _left_of(home, meant.item, line)
    # The word decides the kind: an exercise is finished, a practice kept, a gate confirmed.
    kind, keys = entry_kind(meant, partial=line.partial, minutes=spent, left=ahead, said=line.said)
    if kind in {Finished, Worked}:
        keys["curriculum"] = home.curriculum.version
    if isinstance(meant.item, Exercise | Step) and kind in {Finished, Did} and not line.partial:
        keys["evidence"] = evidence_of(home, meant.item, keys.get("evidence"))
    return meant.item, entry_for(
        settings, kind, on=line.on, option=line.option, name=line.name, **keys
    )


def _left_of(home: Home, item: Item, line: Line) -> int | None:
    """Read how many minutes are still to do: as said, or as the parts take that are not done."""
    if line.piece is None:
        return if_typed(minutes_left_of, line.left, item.id)
    if line.left is not None:
        said = (f"--left {line.left}", f"--part {line.piece}")
        raise NotTogether(*said)
    parts = guide_for(home, item).parts if isinstance(item, Exercise) else ()
    if not parts:
        raise OfAnotherUse("--part", item.id, "an exercise that comes in parts")
    return left_behind(parts, line.piece, item.id)


def _logged_before(home: Home, planner: Planner, known: Entry, *, dry_run: bool) -> Logged:
    """Answer with the entry that an earlier try has stored."""
    remarks = remarks_on_stored(home.logbook, known)
    return Logged(
        stored=stored_before(home, known, remarks, dry_run=dry_run),
        progress=progress_between(planner, planner, known),
        problems=home.problems,
    )
