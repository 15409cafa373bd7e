"""What `pmcareer doctor` says and does about entries that were stored and are gone."""

from collections.abc import Iterator, Mapping

from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.settings import Settings
from pmcareer.storage.disk.asides import how_to_allow
from pmcareer.storage.logbook.losses import (
    BroughtBack,
    Changed,
    accept_losses,
    bring_back,
    changed_by_hand,
    damaged_receipts,
    losses_of,
    without_way_back,
)
from pmcareer.storage.logbook.missing import WAY_BACK, missing_words
from pmcareer.storage.logbook.unread import unread_receipts
from pmcareer.storage.toml import Row
from pmcareer.views.doctor import Check, Mended
from pmcareer.views.parts.text import one_line, plural

NOTHING = "Nothing is missing."
UNKNOWN = "Nobody knows whether something is missing"
SHOWN = 5
LONGEST_VALUE = 24


def restored(settings: Settings) -> Mended:
    """Bring back what is missing."""
    back = bring_back(settings.logbook, settings.state, say=settings.say)
    if not back.entries and not back.left:
        return _nothing_in(settings)
    left = [f"Not brought back: {each.id} of {each.day}: {each.why}." for each in back.left]
    return Mended(done=tuple(_back_words(back)), left=tuple(left))


def _nothing_in(settings: Settings) -> Mended:
    unread = _unread_in(settings)
    return Mended(left=(f"{UNKNOWN}: {unread}.",)) if unread else Mended(done=(NOTHING,))


def _unread_in(settings: Settings) -> str:
    unread = unread_receipts(settings.logbook, settings.state)
    return f"{unread[0]} can't be read: {unread[1]}" if unread else ""


def _back_words(back: BroughtBack) -> Iterator[str]:
    if back.tail:
        yield f"Moved the damaged end of the logbook to {back.tail}."
    if back.entries:
        names = _listed({entry.id: str(entry.on) for entry in back.entries})
        yield f"Brought back {plural(len(back.entries), 'entry', 'entries')}: {names}."


def accepted(settings: Settings) -> Mended:
    """Let what is missing go."""
    gone = accept_losses(settings.logbook, settings.state, say=settings.say)
    if not gone:
        return _nothing_in(settings)
    count = plural(len(gone), "entry", "entries")
    return Mended(done=(f"Let go of {count}, and will not ask again: {_listed(gone)}.",))


def _listed(days: Mapping[str, str]) -> str:
    """Name the newest few of these entries, each with its day."""
    newest = sorted(days, key=lambda name: days[name], reverse=True)
    names = [f"{name} of {days[name]}" for name in newest[:SHOWN]]
    more = len(days) - SHOWN
    return ", ".join(names) + (f" and {more} more" if more > 0 else "")


def nothing_lost(settings: Settings, logbook: Logbook) -> Check:
    """Answer whether everything that was stored is there."""
    missing = losses_of(settings.logbook, settings.state, logbook)
    if not missing:
        return _unknown(settings) or _all_there(settings)
    detail = f"{missing_words(missing)} {_listed(missing)}."
    left = without_way_back(settings.logbook, settings.state, missing)
    hint = WAY_BACK
    if left.keys() == missing.keys():
        # Then to restore would bring nothing back.
        name, why = next(iter(left.items()))
        hint = f"{name}: {why}. If what is missing may be gone: pmcareer doctor --accept"
    return Check(name="entries", ok=False, detail=detail, hint=hint)


def _unknown(settings: Settings) -> Check | None:
    unread = _unread_in(settings)
    if not unread:
        return None
    hint = how_to_allow(settings.state)
    return Check(name="entries", ok=False, detail=f"{UNKNOWN}: {unread}.", hint=hint)


def _all_there(settings: Settings) -> Check:
    detail = "everything that was stored is there"
    if damaged := damaged_receipts(settings.logbook, settings.state):
        detail += f", as far as can be told: {damaged} is damaged (the next entry mends it)"
    return Check(name="entries", ok=True, detail=detail)


def as_it_was_stored(settings: Settings) -> Check:
    """Name what says something else by now; that is its owner's right, and no fault."""
    changed = changed_by_hand(settings.logbook, settings.state)
    detail = "; ".join(map(_change_words, changed[:SHOWN])) or "nothing"
    if len(changed) > SHOWN:
        detail = f"{plural(len(changed), 'entry', 'entries')}: {detail}; …"
    return Check(name="changed by hand", ok=True, detail=detail)


def _change_words(changed: Changed) -> str:
    """Say of an entry what it said: "k7f3q2m9xd of 2026-11-21: minutes was 45, is 90"."""
    entry = f"{changed.id} of {changed.day}"
    if changed.before is None:
        return f"{entry} (what it said is kept for four weeks, and they are over)"
    return f"{entry}: {', '.join(_differences(changed.before, changed.now))}"


def _differences(before: Row, now: Row) -> Iterator[str]:
    for key in (*before, *(key for key in now if key not in before)):
        was, is_now = (_shown(row.get(key)) for row in (before, now))
        if before.get(key) != now.get(key):
            yield f"{key} was {was}, is {is_now}"


def _shown(value: object) -> str:
    if value is None:
        return "not there"
    text = one_line(value)
    if len(text) > LONGEST_VALUE:
        return f"{text[:LONGEST_VALUE]}…"
    return text
