"""What one says about oneself."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Profile
from pmcareer.views.parts import stored as stored_view
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.entries import OF_EVERY_ENTRY, Titles, value_words
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.stored import Stored
from pmcareer.views.parts.text import joined, one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page, Pieces

KEYS = tuple(key for key in Profile.model_fields if key not in OF_EVERY_ENTRY)
NAMING = ("role", "target", "goal_certificate", "industry", "target_industry")
"""Keys whose value is the id of something with a title."""


@frozen
class ProfileAnswer(Answer):
    """What is said, after what was set."""

    says: Mapping[str, Any]
    """The newest value of each key."""
    titles: Titles
    since: date | None = None
    """The first day in the role that an experience says, where the profile says none."""
    stored: Stored | None = None
    same: tuple[str, ...] = ()
    """Keys that were set to what they were."""


def render(answer: ProfileAnswer, page: "Page") -> "Blocks":
    """Show what is said, or what was set."""
    if answer.stored is not None:
        yield from stored_view.render(answer.stored, page)
        if answer.same:
            yield page.line(f"As before: {joined(_label(key) for key in answer.same)}.")
        return
    yield page.heading("Profile")
    yield page.facts(_facts(answer))
    yield page.quiet("Change it: pmcareer profile --target ROLE --hours-per-week 5")


def _facts(answer: ProfileAnswer) -> "Iterator[tuple[str, Pieces]]":
    """Say what is said, each by itself, and name together what is not."""
    unsaid = []
    for key in KEYS:
        if key in answer.says:
            yield _label(key), _words(key, answer)
        elif key == "since" and answer.since:
            yield key, f"{value_words(answer.since)}, on record as experience"
        else:
            unsaid.append(_label(key))
    yield "not said", (", ".join(unsaid), "quiet")


def _label(key: str) -> str:
    return key.replace("_", " ")


def _words(key: str, answer: ProfileAnswer) -> str:
    value = answer.says[key]
    words = value_words(value)
    if key in NAMING and value in answer.titles:
        return f"{words} ({one_line(answer.titles[value])})"
    return words


def as_dict(answer: ProfileAnswer) -> Keys:
    """Return the newest value of every key, null where nothing was said."""
    stored: Keys = {"entry": None, "stored": False, "remarks": [], "told": None}
    if answer.stored:
        stored = stored_view.as_dict(answer.stored)
    # Every key, said or not: a script finds the same object whatever the person said.
    says = {key: answer.says.get(key) for key in KEYS}
    return {"profile": says, **stored, "same": answer.same, "since_on_record": answer.since}
