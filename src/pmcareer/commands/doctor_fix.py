"""What `pmcareer doctor --fix` mends, each thing by itself: what can't be mended stops no other."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from pmcareer.errors import PmcareerError
from pmcareer.settings import Settings
from pmcareer.storage.git import may_be_in_git
from pmcareer.storage.logbook.copies import conflict_copies, spent_copies
from pmcareer.storage.logbook.joining import ASIDE
from pmcareer.storage.logbook.mending import (
    JoinedSides,
    MergedCopy,
    cut_torn_tail,
    join_sides,
    merge_copy,
    put_away,
    tried,
)
from pmcareer.storage.logbook.merging import Disagreement
from pmcareer.storage.paths import real_path
from pmcareer.views.doctor import Mended
from pmcareer.views.merge import counting
from pmcareer.views.parts.text import plural


def mended_in(settings: Settings) -> Mended:
    """Mend what can be mended, and say what was done and what was not."""
    # The conflict first: what looks torn may be a side of it.
    whole = _joined_sides(settings) + _cut_tail(settings)
    for copy in conflict_copies(settings.logbook):
        whole += _merged_copy(settings, copy)
    for copy in spent_copies(settings.logbook):
        whole += _put_away(settings, copy)
    # A file that can't be written is in the way of each of them.
    return Mended(done=whole.done, left=tuple(dict.fromkeys(whole.left)))


def _put_away(settings: Settings, copy: Path) -> Mended:
    match tried(partial(put_away, copy, settings.state)):
        case PmcareerError() as refused:
            return _refused(refused)
        case kept:
            said = f"{copy.name} has nothing that the logbook lacks; put it away as {kept}."
            return Mended(done=(said,))


def _joined_sides(settings: Settings) -> Mended:
    write = partial(join_sides, say=settings.say, hold=settings.hold)
    match tried(partial(write, settings.logbook, settings.state)):
        case PmcareerError() as refused:
            return _refused(refused)
        case None:
            return Mended()
        case joined:
            done = (*_said_of_sides(joined), *_then_git(settings))
            return Mended(done=done, left=tuple(_unreadable_in(joined)))


def _refused(error: PmcareerError) -> Mended:
    return Mended(left=(f"{error.message} {error.hint}".strip(),))


def _said_of_sides(joined: JoinedSides) -> Iterator[str]:
    yield f"Joined both sides of git's conflict; the file as it was is kept in {joined.kept}."
    yield from _told_in_two_ways(joined.merge.disagreed, "")


def _then_git(settings: Settings) -> Iterator[str]:
    file = real_path(settings.logbook)
    if may_be_in_git(file):
        yield f"Tell git that it is settled: git add {file.name}"


def _told_in_two_ways(disagreed: Iterable[Disagreement], more: str) -> Iterator[str]:
    said = ", ".join(map(counting, disagreed))
    if said:
        yield f"Told in two ways: {said}{more}."


def _unreadable_in(joined: JoinedSides) -> Iterator[str]:
    for problem in joined.merge.damage:
        yield f"Line {problem.line} of {joined.kept} can't be read: {problem.message}"


def _cut_tail(settings: Settings) -> Mended:
    write = partial(cut_torn_tail, say=settings.say, hold=settings.hold)
    match tried(partial(write, settings.logbook, settings.state)):
        case PmcareerError() as refused:
            return _refused(refused)
        case None:
            return Mended()
        case kept:
            return Mended(done=(f"Moved the damaged end of the logbook to {kept}.",))


def _merged_copy(settings: Settings, copy: Path) -> Mended:
    write = partial(merge_copy, say=settings.say, hold=settings.hold)
    match tried(partial(write, copy, settings.logbook, settings.state)):
        case PmcareerError() as refused:
            return _refused(refused)
        case merged:
            said = " ".join(_said_of_copy(copy, merged, settings))
            return Mended(done=(said,), left=tuple(_why_it_stays(copy, merged)))


def _said_of_copy(copy: Path, merged: MergedCopy, settings: Settings) -> Iterator[str]:
    joined = merged.joined
    away = f", and put it away as {merged.kept}" if merged.kept else ""
    yield f"Added {plural(len(joined.added), 'entry', 'entries')} from {copy.name}{away}."
    aside = settings.state / ASIDE
    yield from _told_in_two_ways(joined.disagreed, f"; the other text is kept in {aside}")
    if joined.comments:
        yield f"{plural(len(joined.comments), 'comment')} of it stayed there."


def _why_it_stays(copy: Path, merged: MergedCopy) -> Iterator[str]:
    if bad := merged.damage:
        yield f"{copy} stays where it is: line {bad.line} can't be read. {bad.message}"
