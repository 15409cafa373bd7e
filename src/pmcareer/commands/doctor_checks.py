"""The checks of `pmcareer doctor`, each one a question with its answer."""

import os
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice, pairwise, starmap
from operator import attrgetter
from pathlib import Path

from pmcareer import __version__
from pmcareer.commands.clock import in_words, minute, most_back_of
from pmcareer.commands.doctor_git import merging_of
from pmcareer.commands.doctor_losses import as_it_was_stored, nothing_lost
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.clock import MOST_BACK, doubt_about
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.logbook.orphans import Orphan, orphans_of
from pmcareer.settings import Settings
from pmcareer.storage.attempting import attempted
from pmcareer.storage.curriculum.reading import CurriculumFile
from pmcareer.storage.disk.asides import how_to_allow, how_to_write
from pmcareer.storage.disk.files import DISK, is_regular, is_writable
from pmcareer.storage.disk.leftovers import other_names_of, sweepable_of
from pmcareer.storage.disk.state_folder import NO_FOLDER, closed_in, without
from pmcareer.storage.installed import version_of
from pmcareer.storage.logbook.appending import closed_to_more
from pmcareer.storage.logbook.care import others_may_write
from pmcareer.storage.logbook.conflicted import JOIN
from pmcareer.storage.logbook.copies import broken_copies, conflict_copies, spent_copies
from pmcareer.storage.logbook.damage import MAY_STAY, UPDATE
from pmcareer.storage.paths import real_path
from pmcareer.views.doctor import Check
from pmcareer.views.parts.text import plural

LIBRARIES = ("typer", "rich", "pydantic", "tomli-w", "filelock", "platformdirs")
SHOWN = 5
Look = Callable[[], Check | None]
"""One question: its answer, or none where it can't be asked."""


def checks_of(
    settings: Settings, logbook: Logbook, curriculum: CurriculumFile
) -> tuple[Check, ...]:
    """Answer every question, also those about files that can't be read."""
    looks: Mapping[str, Look] = {
        "pmcareer": _version,
        "python": _python,
        "libraries": _libraries,
        "home": partial(_home, settings),
        "logbook file": partial(_file, settings.logbook),
        "curriculum file": lambda: _well("curriculum file", str(curriculum.path)),
        "state": partial(_state, settings),
        "logbook": partial(_readable, settings, logbook),
        "words": partial(_understood, logbook),
        "entries": partial(nothing_lost, settings, logbook),
        "changed by hand": partial(as_it_was_stored, settings),
        "conflict copies": partial(_no_conflict_copies, settings),
        "git": partial(merging_of, settings),
        "clock": partial(_clock, settings, logbook),
        "permissions": partial(_private, settings),
        "leftovers": partial(_no_leftovers, settings),
        "hard links": partial(_no_other_names, settings),
        "curriculum": partial(_curriculum, curriculum),
        "orphans": partial(_orphans, logbook, curriculum),
    }
    return examined(looks)


def examined(looks: Mapping[str, Look]) -> tuple[Check, ...]:
    """Look at one thing after the other; one that can't be looked at is a finding of its own."""
    return tuple(filter(None, starmap(_answer, looks.items())))


def _answer(name: str, look: Look) -> Check | None:
    return attempted(look, partial(_unseen, name))


def _unseen(name: str, reason: str) -> Check:
    detail = f"it could not be looked at: {reason}"
    return _wrong(name, detail, "Check the path and its permissions.")


def _well(name: str, detail: str) -> Check:
    return Check(name=name, ok=True, detail=detail)


def _wrong(name: str, detail: str, hint: str) -> Check:
    return Check(name=name, ok=False, detail=detail, hint=hint)


def _version() -> Check:
    return _well("pmcareer", __version__)


def _python() -> Check:
    return _well("python", f"{platform.python_version()} on {platform.platform(terse=True)}")


def _libraries() -> Check:
    return _well("libraries", ", ".join(f"{name} {version_of(name)}" for name in LIBRARIES))


def _home(settings: Settings) -> Check:
    if settings.home.is_dir():
        return _well("home", str(settings.home))
    if settings.home.exists():
        detail = f"{settings.home} is no folder."
        return _wrong("home", detail, "Move it away, or choose another --home.")
    return _well("home", f"{settings.home} (made by the first entry)")


def _file(logbook: Path) -> Check:
    name = "logbook file"
    real = real_path(logbook)
    if logbook.is_symlink() and not real.parent.is_dir():
        detail = f"{logbook} is a link to {real}, and that folder is not there."
        return _wrong(name, detail, "Make the folder, or correct the link.")
    return _well(name, str(logbook))


def _state(settings: Settings) -> Check:
    closed = closed_in(settings.state)
    if closed is None:
        return _well("state", str(settings.state))
    folder, reason = closed
    missed = without(folder, settings.state)
    detail = f"{folder} can't be used: {reason}; entries are stored, and {missed}."
    hint = "Move it away." if reason == NO_FOLDER else how_to_allow(folder)
    return _wrong("state", detail, hint)


def _readable(settings: Settings, logbook: Logbook) -> Check:
    entries = _entries(len(logbook.entries))
    if not logbook.problems:
        closed = closed_to_more(settings.logbook)
        return _wrong("logbook", _sentence(closed), "") if closed else _well("logbook", entries)
    hint = ""
    # Of a file that can't be read as a whole each problem says what helps.
    others = [problem for problem in logbook.problems if problem.hint != JOIN]
    if any(problem.line for problem in others):
        hint = "A damaged end: pmcareer doctor --fix. Anything else: pmcareer edit"
    return _wrong("logbook", f"{entries} readable; {_listed(logbook.problems)}", hint)


def _entries(count: int) -> str:
    return plural(count, "entry", "entries")


def _listed(problems: Sequence[Problem]) -> str:
    return _some_of([*map(_sentence, problems)], " ", " …")


def _some_of(texts: Sequence[str], between: str, ellipsis: str = "") -> str:
    some = between.join(texts[:SHOWN])
    more = len(texts) - SHOWN
    if more > 0:
        return f"{some}{ellipsis} and {more} more"
    return some


def _sentence(problem: Problem) -> str:
    place = f"line {problem.line}: " if problem.line else ""
    named = f"{problem.where}: " if problem.where else ""
    return f"{place}{named}{problem.message} {problem.hint}".strip()


def _understood(logbook: Logbook) -> Check:
    if not logbook.notes:
        return _well("words", "every kind and key is known, every id is there once")
    wrong = [note for note in logbook.notes if note.hint != MAY_STAY]
    if not wrong:
        return _well("words", _listed(logbook.notes))
    hint = "Correct them with: pmcareer edit"
    if all(note.hint == UPDATE for note in wrong):
        hint = ""
    return _wrong("words", _listed(wrong), hint)


def _no_conflict_copies(settings: Settings) -> Check:
    name = "conflict copies"
    copies = conflict_copies(settings.logbook)
    broken = broken_copies(settings.logbook)
    if copies:
        hint = "Merge them: pmcareer doctor --fix"
        if stays := _names(copy for copy in copies if copy in broken):
            hint += f" ({stays} can't be read as a whole: mend it, or move it away)"
        return _wrong(name, _names(copies), hint)
    if broken:
        detail = f"{_names(broken)}: not all of it can be read; what can be is in the logbook."
        return _wrong(name, detail, "Mend it, or move it away.")
    if spent := spent_copies(settings.logbook):
        hint = "Put them away: pmcareer doctor --fix"
        detail = f"{_names(spent)}: nothing that the logbook lacks."
        return Check(name=name, ok=True, detail=detail, hint=hint)
    return _well(name, "none")


def _names(paths: Iterable[Path]) -> str:
    return ", ".join(path.name for path in paths)


def _clock(settings: Settings, logbook: Logbook) -> Check:
    if settings.odd_clock:
        hint = settings.odd_clock.hint
        # `doctor` writes nothing, and so has no such option.
        if settings.odd_clock.may_be_right:
            hint = "Set the clock. If it is right, say so of each entry: --clock-is-right"
        return _wrong("clock", f"{settings.odd_clock.what}.", hint)
    now = settings.now()
    doubt = doubt_about(now, logbook, most_back_of(settings))
    # A silence may well be right.
    if doubt is None or doubt.fault == "ahead":
        said = in_words(doubt) if doubt else f"it is {minute(now)}"
        return _well("clock", "; ".join((said, *_oddities(logbook))))
    hint = "Set the clock, or correct the entry with: pmcareer edit"
    return _wrong("clock", f"{in_words(doubt)}.", hint)


def _oddities(logbook: Logbook) -> Iterator[str]:
    written = [entry.at for entry in logbook if entry.at]
    back = sum(earlier - later > MOST_BACK for earlier, later in pairwise(written))
    if back:
        yield f"entries go back in time at {back} of them, as after a merge"


def _private(settings: Settings) -> Check:
    name = "permissions"
    paths = " ".join(map(str, filter(others_may_write, (settings.home, settings.logbook))))
    if paths:
        detail = "everybody on this machine may change your files."
        return _wrong(name, detail, f"Close them: chmod o-w {paths}")
    return _kept_from(settings.logbook) or _well(name, "nobody else may change your files")


def _kept_from(logbook: Path) -> Check | None:
    """Find that one may not write the logbook oneself, or not put a new one in its place."""
    status = DISK.status(logbook)
    if status is None or not is_regular(status):
        return None
    real = real_path(logbook)
    if is_writable(logbook, status) and os.access(real.parent, os.W_OK):
        return None
    detail = f"{logbook} can't be written: permission denied."
    return _wrong("permissions", detail, how_to_write(real, status))


def _no_leftovers(settings: Settings) -> Check:
    left = _names(sweepable_of(real_path(settings.logbook)))
    # No fault: a crash leaves them, and nothing reads them.
    if left:
        return Check(
            name="leftovers", ok=True, detail=left, hint="The next entry sweeps them away."
        )
    return _well("leftovers", "none")


def _no_other_names(settings: Settings) -> Check | None:
    count = other_names_of(real_path(settings.logbook), settings.state)
    # Next to nobody has one, and who has none needs no line about it.
    if not count:
        return None
    keeps = "another name, which keeps" if count == 1 else f"{count} other names, which keep"
    detail = f"the logbook has {keeps} the old text when the next entry is stored."
    file = settings.logbook
    hint = f"For a backup that is right; to keep one file under two names: ln -sf {file} OTHER_NAME"
    return Check(name="hard links", ok=True, detail=detail, hint=hint)


def _curriculum(curriculum: CurriculumFile) -> Check:
    known = curriculum.curriculum
    hint = f"See all: pmcareer check {curriculum.path}"
    errors = list(filter(attrgetter("is_error"), curriculum.problems))
    if errors or known is None:
        return _wrong("curriculum", _listed(errors), hint)
    exercises = plural(len(known.exercises), "exercise")
    detail = f"{known.title}, {known.version}: {exercises}"
    if known.credits:
        detail += f". {known.credits}."
    if curriculum.problems:
        warnings = plural(len(curriculum.problems), "warning")
        return Check(name="curriculum", ok=True, detail=f"{detail} ({warnings})", hint=hint)
    return _well("curriculum", detail)


def _orphans(logbook: Logbook, curriculum: CurriculumFile) -> Check | None:
    if curriculum.curriculum is None:
        return None
    orphans = orphans_of(logbook, curriculum.curriculum)
    if not orphans:
        return _well("orphans", "the curriculum knows what every entry is about")
    words = {orphan.word: orphan for orphan in orphans}
    unknown = _some_of(list(words), ", ")
    detail = f"the curriculum does not know {unknown}; kept: {_entries(len(orphans))}."
    hint = 'Correct them with: pmcareer edit, or say replaces = ["…"] in the curriculum.'
    return _wrong("orphans", detail, "".join((*_meant(words.values()), hint)))


def _meant(orphans: Iterable[Orphan]) -> Iterator[str]:
    """Ask of the first few whether the nearest id was meant; a search for one takes time."""
    for orphan in islice(orphans, SHOWN):
        if near := orphan.near:
            yield f"{orphan.word}: did you mean '{near}'? "
