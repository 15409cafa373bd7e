"""From words to the entry that they mean: what it is about, where no id begins so."""

from collections.abc import Collection, Iterator, Mapping

from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.ground.calendar import day_in_words
from pmcareer.domain.logbook.entries import REFERS_TO, Entry, Void
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.words.lookup import KIND_OF_ENTRY, entry_named
from pmcareer.domain.words.matching import LEAST_OF_TITLE, begins_words, words_to_find
from pmcareer.errors import AmbiguousWord

SHOWN = 2
"""Entries that are named where several are meant."""
OWN_TITLES = ("title", "project", "text", "what")
"""Keys with words of an entry's own."""


def entry_meant(logbook: Logbook, titles: Mapping[str, str], word: str) -> Entry:
    """Find the entry that is to be taken back: by its id, or by what it is about.

    Raises:
        AmbiguousWord: Several are about it; the newest stands first.
        AlreadyUndone, UnknownEntry, WrongValue: As of `entry_named`.
    """
    wanted = plain_name(word)
    is_id = any(entry.id.lower().startswith(wanted) for entry in logbook.entries)
    about = [] if is_id else list(_about(logbook, titles, wanted))
    if not about:
        return entry_named(logbook, word)
    if len(about) > 1:
        lines = {entry.id: _in_a_line(entry, titles) for entry in about}
        several = AmbiguousWord(KIND_OF_ENTRY, word, lines)
        # Nobody knows an entry by its id alone.
        several.hint = f"Type an id, as {_first_of(lines)}."
        raise several
    return about[0]


def _about(logbook: Logbook, titles: Mapping[str, str], wanted: str) -> Iterator[Entry]:
    """List the entries that count and are about it, the newest first."""
    starts = words_to_find(wanted)
    for entry in reversed(tuple(logbook)):
        names = tuple(_ids_in(entry))
        if isinstance(entry, Void) or not wanted:
            continue
        called = [*(titles.get(name, "") for name in names), *_own_titles(entry)]
        if _begins_id(names, wanted) or any(begins_words(starts, title) for title in called):
            yield entry


def _begins_id(names: Collection[str], wanted: str) -> bool:
    """Tell whether an id begins so; one that is too short for a title is whole."""
    if len(wanted) < LEAST_OF_TITLE:
        return wanted in names
    return any(name.startswith(wanted) for name in names)


def _first_of(lines: Mapping[str, str]) -> str:
    said = [f"{name} ({line})" for name, line in lines.items()]
    return " or ".join(said[:SHOWN])


def _ids_in(entry: Entry) -> Iterator[str]:
    for key, said in entry:
        if key in REFERS_TO and isinstance(said, str):
            yield said


def _own_titles(entry: Entry) -> Iterator[str]:
    for key in OWN_TITLES:
        said = getattr(entry, key, None)
        if isinstance(said, str):
            yield said


def _in_a_line(entry: Entry, titles: Mapping[str, str]) -> str:
    """Say what an entry is in a line: 20 Nov 2026, finished: Stakeholder map."""
    named = [titles.get(name, name) for name in _ids_in(entry)]
    about = next(iter((*named, *_own_titles(entry))), "")
    return f"{day_in_words(entry.on)}, {entry.kind}: {about}"
