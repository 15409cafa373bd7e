"""`pmcareer history`: the entries of the logbook, filtered."""

from collections.abc import Iterator, Sequence
from datetime import date

from pmcareer.commands.home import Home, home_of
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.logbook.entries import KINDS, REFERS_TO, Entry, Known, Void
from pmcareer.domain.logbook.logbook import Logbook, newest_first
from pmcareer.domain.words.amounts import count_of, words_of
from pmcareer.domain.words.days import day_of
from pmcareer.domain.words.lookup import skill_named, something_named
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.settings import Settings
from pmcareer.views.look_up.history import History

ABOUT = ("exercise", "step", "gate")
TABLES_OF_IDS: tuple[Known, ...] = ("exercises", "steps", "gates")
"""What `--exercise` can name."""


def run(
    settings: Settings,
    *,
    kinds: Sequence[str] = (),
    exercise: Typed = None,
    skill: Typed = None,
    since: Typed = None,
    until: Typed = None,
    limit: Typed = None,
    with_void: bool = False,
) -> History:
    """List the entries that pass every filter."""
    home = home_of(settings)

    entries = _of_kinds(_listed(home.logbook, with_void=with_void), kinds)
    for ids in _asked(home, exercise, skill):
        entries = [entry for entry in entries if ids & _subjects(entry, home.curriculum)]
    entries = _between(entries, since, until, settings.today)
    # A limit keeps the newest, and they are shown last: nearest to where one types.
    newest = newest_first(entries)[: if_typed(count_of, limit, "--limit")]

    return History(
        entries=tuple(reversed(newest)),
        today=settings.today,
        void=home.logbook.void,
        titles=home.titles,
        is_filtered=any((kinds, exercise, skill, since, until, limit)),
        problems=home.problems,
    )


def _listed(logbook: Logbook, *, with_void: bool) -> list[Entry]:
    """Leave out what was taken back and the taking back itself, unless all is asked for."""
    if with_void:
        return list(logbook.entries)
    return [entry for entry in logbook if not isinstance(entry, Void)]


def _of_kinds(entries: list[Entry], kinds: Sequence[str]) -> list[Entry]:
    if not kinds:
        return entries
    wanted = words_of(kinds, KINDS, "--kind")
    return [entry for entry in entries if entry.kind in wanted]


def _asked(home: Home, exercise: Typed, skill: Typed) -> Iterator[set[str]]:
    """Read which ids an entry must be about, one of each set."""
    if exercise is not None:
        yield _ids_meant(home, exercise)
    if skill is not None:
        yield {skill_named(home.curriculum, skill).id}


def _ids_meant(home: Home, word: str) -> set[str]:
    """Take an id that stands in the logbook as it is: the curriculum may not know it any more."""
    for table in TABLES_OF_IDS:
        if any(word in _ids_in(entry, table) for entry in home.logbook.entries):
            # A gate has one id for ever.
            now = word if table == "gates" else home.curriculum.now_called(table, word)
            return {word, now}
    return {something_named(home.curriculum, word, ABOUT).item.id}


def _subjects(entry: Entry, curriculum: Curriculum) -> set[str]:
    """Find what an entry is about: an exercise with its skill, a skill, a step or a gate."""
    subjects = {curriculum.now_called("skills", each) for each in _ids_in(entry, "skills")}
    subjects.update(_ids_in(entry, "gates"))
    subjects.update(curriculum.now_called("steps", each) for each in _ids_in(entry, "steps"))
    for each in _ids_in(entry, "exercises"):
        known = curriculum.now_called("exercises", each)
        subjects.add(known)
        if known in curriculum.exercise:
            subjects.add(curriculum.exercise[known].skill)
    return subjects


def _ids_in(entry: Entry, table: Known) -> Iterator[str]:
    """List the ids in an entry that may stand in a table of the curriculum."""
    for key, said in entry:
        if table in REFERS_TO.get(key, ()):
            yield from (said,) if isinstance(said, str) else said or ()


def _between(entries: list[Entry], since: Typed, until: Typed, today: date) -> list[Entry]:
    first = if_typed(day_of, since, today, "--since", lengths=True) or date.min
    last = if_typed(day_of, until, today, "--until", ends=True) or date.max
    return [entry for entry in entries if first <= entry.on <= last]
