"""`pmcareer history`: the entries of the logbook, filtered."""

from collections.abc import Iterator, Sequence

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.vocabulary import Table
from pmcareer.domain.logbook.entries import KINDS, Entry
from pmcareer.domain.logbook.logbook import Logbook, newest_first
from pmcareer.domain.words.amounts import count_of, words_of
from pmcareer.domain.words.days import day_of
from pmcareer.domain.words.lookup import exercise_named, skill_named, titles_of
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.look_up.history import History


def run(
    settings: Settings,
    *,
    kinds: Sequence[str] = (),
    exercise: str | None = None,
    skill: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: str | None = None,
    with_void: bool = False,
) -> History:
    """List the entries that pass every filter."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    found = _listed(logbook, with_void=with_void)
    if kinds:
        wanted = words_of(kinds, KINDS, "--kind")
        found = (entry for entry in found if entry.kind in wanted)
    if exercise is not None:
        found = _about(found, curriculum, _exercise_ids(curriculum, logbook, exercise))
    if skill is not None:
        found = _about(found, curriculum, {skill_named(curriculum, skill).id})
    if since is not None:
        first = day_of(since, settings.today, "--since")
        found = (entry for entry in found if entry.on >= first)
    if until is not None:
        last = day_of(until, settings.today, "--until")
        found = (entry for entry in found if entry.on <= last)
    newest = newest_first(found)[: count_of(limit, "--limit") if limit is not None else None]

    return History(
        entries=tuple(reversed(newest)),
        void=logbook.void,
        titles=titles_of(curriculum),
        is_filtered=any((kinds, exercise, skill, since, until, limit)),
        problems=logbook.problems,
    )


def _listed(logbook: Logbook, *, with_void: bool) -> Iterator[Entry]:
    """Leave out what was taken back and the taking back itself, unless all is asked for."""
    return (
        entry
        for entry in logbook.entries
        if with_void or (entry.id not in logbook.void and entry.kind != "void")
    )


def _exercise_ids(curriculum: Curriculum, logbook: Logbook, word: str) -> set[str]:
    """Take an id that stands in the logbook as it is: the curriculum may not know it any more."""
    if any(word in _ids_in(entry, "exercises") for entry in logbook.entries):
        return {word, curriculum.now_called("exercises", word)}
    return {exercise_named(curriculum, word).id}


def _about(entries: Iterator[Entry], curriculum: Curriculum, ids: set[str]) -> Iterator[Entry]:
    return (entry for entry in entries if ids & _subjects(entry, curriculum))


def _subjects(entry: Entry, curriculum: Curriculum) -> set[str]:
    """Find the exercises and skills that an entry is about, and the skills of these exercises."""
    exercises = {curriculum.now_called("exercises", id_) for id_ in _ids_in(entry, "exercises")}
    skills = {curriculum.now_called("skills", id_) for id_ in _ids_in(entry, "skills")}
    for id_ in exercises & curriculum.exercise.keys():
        skills.add(curriculum.exercise[id_].skill)
    return exercises | skills


def _ids_in(entry: Entry, table: Table) -> Iterator[str]:
    """List the ids in an entry that may stand in a table of the curriculum."""
    for key, tables in entry.REFERS_TO.items():
        if table in tables:
            said = getattr(entry, key)
            yield from (said,) if isinstance(said, str) else said or ()
