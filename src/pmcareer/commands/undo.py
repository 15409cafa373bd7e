"""`pmcareer undo`: an entry is taken back, or an undo undone; nothing is ever deleted."""

from functools import partial

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import Home, home_of
from pmcareer.domain.logbook.entries import Entry, Void
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.words.entry_lookup import entry_meant
from pmcareer.domain.words.optional import Typed
from pmcareer.errors import NothingToUndo
from pmcareer.settings import Settings
from pmcareer.views.parts.entries import described
from pmcareer.views.parts.text import day
from pmcareer.views.undo import Undone


def run(
    settings: Settings, word: Typed = None, *, note: Typed = None, dry_run: bool = False
) -> Undone:
    """Take back the last entry that counts, or the one that is named."""
    home = home_of(settings)
    before = home.logbook

    undone = _last(before) if word is None else _named(home, word)
    entry = entry_for(settings, Void, of=undone.id, note=note)
    # An undo can be taken back as well: then what it took away counts again.
    after = before.add(entry)

    return Undone(
        stored=stored(settings, home, entry, dry_run=dry_run),
        undone=undone,
        gone=_facts(before, after.void - before.void),
        back=_facts(before, before.void - after.void),
    )


def _named(home: Home, word: str) -> Entry:
    return entry_meant(home.logbook, home.titles, word, partial(_in_words, home))


def _in_words(home: Home, entry: Entry) -> str:
    """Say what an entry is, in a line: Fri 20 Nov: Finished stk-01 Stakeholder map (45 min)."""
    return f"{day(entry.on, home.today)}: {described(entry, home.titles)}"


def _last(logbook: Logbook) -> Entry:
    if logbook.last is None:
        message = "There is nothing to take back."
        raise NothingToUndo(message, "See what there is: pmcareer history --all")
    return logbook.last


def _facts(logbook: Logbook, ids: frozenset[str]) -> tuple[Entry, ...]:
    return tuple(
        entry for entry in logbook.entries if entry.id in ids and not isinstance(entry, Void)
    )
