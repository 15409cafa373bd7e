"""The checks of `pmcareer doctor`, each one a question with its answer."""

import platform
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from pmcareer import __version__
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.logbook.orphans import orphans_of
from pmcareer.settings import Settings
from pmcareer.storage.care import lost_since, others_may_write
from pmcareer.storage.curriculum_file import CurriculumFile
from pmcareer.storage.installed import version_of
from pmcareer.storage.noticing import conflict_copies
from pmcareer.storage.replacing import leftovers_of
from pmcareer.views.doctor import Check

LIBRARIES = ("typer", "rich", "pydantic", "tomli-w", "filelock", "platformdirs")
CLOCK_MAY_LAG = timedelta(minutes=5)
LONG_SILENCE = timedelta(days=400)
SHOWN = 5


def checks_of(
    settings: Settings, logbook: Logbook, curriculum: CurriculumFile
) -> tuple[Check, ...]:
    """Answer every question, also those about files that can't be read."""
    return (
        *_versions(),
        *_paths(settings, curriculum),
        _readable(logbook),
        _understood(logbook),
        _nothing_lost(settings, logbook),
        _no_conflict_copies(settings),
        _clock(settings, logbook),
        *_private(settings),
        _no_leftovers(settings),
        _curriculum(curriculum),
        *_orphans(logbook, curriculum),
    )


def _versions() -> Iterator[Check]:
    yield Check(name="pmcareer", ok=True, detail=__version__)
    yield Check(
        name="python",
        ok=True,
        detail=f"{platform.python_version()} on {platform.platform(terse=True)}",
    )
    yield Check(
        name="libraries",
        ok=True,
        detail=", ".join(f"{name} {version_of(name)}" for name in LIBRARIES),
    )


def _paths(settings: Settings, curriculum: CurriculumFile) -> Iterator[Check]:
    there = "" if settings.home.exists() else " (made by the first entry)"
    yield Check(name="home", ok=True, detail=f"{settings.home}{there}")
    yield Check(name="logbook file", ok=True, detail=str(settings.logbook))
    yield Check(name="curriculum file", ok=True, detail=str(curriculum.path))
    yield Check(name="state", ok=True, detail=str(settings.state))


def _readable(logbook: Logbook) -> Check:
    entries = _entries(len(logbook.entries))
    if not logbook.problems:
        return Check(name="logbook", ok=True, detail=entries)
    hint = "A damaged end: pmcareer doctor --fix. Anything else: pmcareer edit"
    return Check(
        name="logbook",
        ok=False,
        detail=f"{entries} readable; {_listed(logbook.problems)}",
        hint=hint,
    )


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def _listed(problems: Sequence[Problem]) -> str:
    listed = " ".join(map(_sentence, problems[:SHOWN]))
    if len(problems) > SHOWN:
        return f"{listed} … and {len(problems) - SHOWN} more"
    return listed


def _sentence(problem: Problem) -> str:
    place = f"line {problem.line}: " if problem.line else ""
    named = f"{problem.where}: " if problem.where else ""
    return f"{place}{named}{problem.message} {problem.hint}".strip()


def _understood(logbook: Logbook) -> Check:
    if not logbook.notes:
        return Check(
            name="words", ok=True, detail="every kind and key is known, every id is there once"
        )
    hint = "Correct them with: pmcareer edit"
    return Check(name="words", ok=False, detail=_listed(logbook.notes), hint=hint)


def _nothing_lost(settings: Settings, logbook: Logbook) -> Check:
    lost = lost_since(settings.logbook, settings.state, logbook)
    if lost is None:
        return Check(name="snapshots", ok=True, detail="nothing that was there is missing")
    detail = (
        f"{_entries(lost.had)} on {lost.snapshot.day}, {len(logbook.entries)} now; "
        f"missing: {lost.missing}."
    )
    return Check(
        name="snapshots",
        ok=False,
        detail=detail,
        hint=f"Bring them back: pmcareer merge {lost.snapshot.path}",
    )


def _no_conflict_copies(settings: Settings) -> Check:
    copies = conflict_copies(settings.logbook)
    if not copies:
        return Check(name="conflict copies", ok=True, detail="none")
    detail = ", ".join(copy.name for copy in copies)
    return Check(
        name="conflict copies", ok=False, detail=detail, hint="Merge them: pmcareer doctor --fix"
    )


def _clock(settings: Settings, logbook: Logbook) -> Check:
    added = [entry.at for entry in logbook.entries if entry.at]
    now = settings.now()
    detail = f"{now:%Y-%m-%d %H:%M}"
    if not added:
        return Check(name="clock", ok=True, detail=detail)
    last = added[-1]
    if now < last - CLOCK_MAY_LAG:
        return Check(
            name="clock",
            ok=False,
            detail=f"it is {detail}, and the last entry was written at {last:%Y-%m-%d %H:%M}.",
            hint="Set the clock, or correct the entry with: pmcareer edit",
        )
    if now - last > LONG_SILENCE:
        detail += f"; {(now - last).days} days since the last entry"
    back = sum(later < earlier - CLOCK_MAY_LAG for earlier, later in pairwise(added))
    if back:
        detail += f"; entries go back in time at {back} of them, as after a merge"
    return Check(name="clock", ok=True, detail=detail)


def _private(settings: Settings) -> Iterator[Check]:
    open_to_all = [path for path in (settings.home, settings.logbook) if others_may_write(path)]
    if open_to_all:
        paths = " ".join(str(path) for path in open_to_all)
        detail = "everybody on this machine may change your files."
        yield Check(
            name="permissions", ok=False, detail=detail, hint=f"Close them: chmod o-w {paths}"
        )
    else:
        yield Check(name="permissions", ok=True, detail="nobody else may change your files")


def _no_leftovers(settings: Settings) -> Check:
    left = leftovers_of(settings.logbook.resolve())
    detail = ", ".join(path.name for path in left) or "none"
    return Check(
        name="leftovers",
        ok=True,
        detail=detail,
        hint="The next entry sweeps them away." if left else "",
    )


def _curriculum(curriculum: CurriculumFile) -> Check:
    if not curriculum.problems and curriculum.curriculum:
        known = curriculum.curriculum
        detail = f"{known.title}, {known.version}: {len(known.exercises)} exercises"
        return Check(name="curriculum", ok=True, detail=detail)
    detail = _listed(curriculum.problems)
    return Check(
        name="curriculum",
        ok=False,
        detail=detail,
        hint=f"See all: pmcareer check {curriculum.path}",
    )


def _orphans(logbook: Logbook, curriculum: CurriculumFile) -> Iterator[Check]:
    if curriculum.curriculum is None:
        return
    orphans = orphans_of(logbook, curriculum.curriculum)
    if not orphans:
        yield Check(
            name="orphans", ok=True, detail="the curriculum knows what every entry is about"
        )
        return
    words = list(dict.fromkeys(orphan.word for orphan in orphans))
    unknown = ", ".join(words[:SHOWN])
    if len(words) > SHOWN:
        unknown += f" and {len(words) - SHOWN} more"
    detail = f"the curriculum does not know {unknown}; kept: {_entries(len(orphans))}."
    hint = 'Correct them with: pmcareer edit, or say replaces = ["…"] in the curriculum.'
    yield Check(name="orphans", ok=False, detail=detail, hint=hint)
