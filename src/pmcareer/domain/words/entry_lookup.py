"""From words to the entry that they mean: by its id or the start of it, or what it is about."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from operator import attrgetter

from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.logbook.entries import REFERS_TO, Entry, Void
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.words.lookup import KIND_OF_ENTRY, entry_named
from pmcareer.domain.words.matching import LEAST_OF_TITLE, begins_words, words_to_find
from pmcareer.errors import AmbiguousWord

MOST_ASKED = 6
"""Entries to choose from, on one screen of 40 columns too: of more than these, the newest."""
SHOWN = 2
"""Entries that are named where several are meant."""
OWN_TITLES = ("title", "project", "text", "what")
"""Keys with words of an entry's own."""


def entry_meant(
    logbook: Logbook, titles: Mapping[str, str], word: str, in_words: Callable[[Entry], str]
) -> Entry:
    """Find the entry that is to be taken back: by its id, or by what it is about.

    `in_words` says what an entry is, in a line.

    Raises:
        AmbiguousWord: Several begin so, or are about it; the newest stands first.
        AlreadyUndone, UnknownEntry, WrongValue: As of `entry_named`.
    """
    found = _fitting(logbook, titles, plain_name(word))
    if not found:
        return entry_named(logbook, word)
    if len(found) > 1:
        raise _several(found, word, in_words)
    return found[0]


def _fitting(logbook: Logbook, titles: Mapping[str, str], wanted: str) -> Sequence[Entry]:
    """List the entries that count and fit, by their ids first; a whole id fits one alone."""
    named = [] if not wanted else [each for each in _newest(logbook) if _begins(each, wanted)]
    if any(each.id.lower() == wanted for each in named):
        return ()
    # Letters that begin an id may as well be meant for what another entry is about.
    found = (*named, *_about(logbook, titles, wanted))
    return tuple(dict.fromkeys(found))


def _newest(logbook: Logbook) -> Sequence[Entry]:
    return tuple(reversed(tuple(logbook)))


def _begins(entry: Entry, wanted: str) -> bool:
    return entry.id.lower().startswith(wanted)


def _several(found: Sequence[Entry], word: str, in_words: Callable[[Entry], str]) -> AmbiguousWord:
    asked = found[:MOST_ASKED]
    lines = dict(zip(map(attrgetter("id"), asked), map(in_words, asked), strict=True))
    several = AmbiguousWord(KIND_OF_ENTRY, word, lines)
    some = "" if len(asked) == len(found) else f" Here are the newest {len(asked)}."
    several.question = f"{len(found)} entries fit '{word}'. Which one is taken back?{some}"
    # Nobody knows an entry by its id alone.
    several.hint = f"Type an id, as {_first_of(lines)}."
    return several


def _about(logbook: Logbook, titles: Mapping[str, str], wanted: str) -> Iterator[Entry]:
    """List the entries that count and are about it, the newest first."""
    starts = words_to_find(wanted)
    for entry in _newest(logbook):
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
