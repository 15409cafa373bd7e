"""What is meant by a first word that is no command: what people try, and what the map knows."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from pmcareer.cli.typer_parts import Context
from pmcareer.errors import USAGE, PmcareerError, nearest
from pmcareer.errors.base import either

Curriculum = Any
Named = Any
"""What was read and found, of modules that are loaded once they are needed."""

MEANT_BY = {
    **dict.fromkeys(("today", "todo", "task", "tasks", "now", "what"), "next"),
    **dict.fromkeys(("begin", "init", "setup", "new"), "start"),
    **dict.fromkeys(("roles", "jobs"), "list roles"),
    **dict.fromkeys(("me", "whoami", "settings", "config", "hours", "role", "target"), "profile"),
    **dict.fromkeys(("add", "did", "finish", "finished", "track"), "log"),
    **dict.fromkeys(("delete", "remove", "rm", "revert", "cancel"), "undo"),
    **dict.fromkeys(("skip", "later", "postpone", "snooze"), "defer"),
    **dict.fromkeys(("burndown", "progress", "stats", "dashboard"), "status"),
    **dict.fromkeys(("roadmap", "route", "when", "date", "timeline"), "plan"),
    **dict.fromkeys(("week", "weekly", "report"), "review"),
    **dict.fromkeys(("calendar", "ical", "cv", "resume", "pdf", "html"), "export"),
    **dict.fromkeys(("find", "search"), "list exercises WORD"),
    **dict.fromkeys(("cert", "certs", "certifications", "exam", "exams"), "certificate"),
    **dict.fromkeys(("learnt", "course", "courses", "training", "pdu", "pdus"), "learned"),
    **dict.fromkeys(("how", "man", "usage", "tutorial"), "help"),
    "note": "lesson",
    "skills": "list skills",
    "exercises": "list exercises",
    "ls": "list",
    "goals": "gap",
    "why": "next --why",
    "version": "--version",
}
"""Words that people try first, and that look like others or like none, to what they mean."""
LEAVING = ("quit", "exit", "q", "bye", "close", "stop")
NOTHING_RUNS = "Nothing runs that could be left: each command ends by itself."
HINTS = dict.fromkeys(LEAVING, NOTHING_RUNS)
"""Words for which there is no command, to what there is to know."""
TYPED_FOR = {
    "role": ("start --role {}",),
    "goal": ("plan {}", "start --role {}"),
    "certification": ("certificate {}",),
    "prompt": ("answer {}",),
    **dict.fromkeys(("exercise", "practice", "step", "gate"), ("show {}", "log {}")),
}
"""What is typed for a thing of a kind; `show` for one of every other. A goal is led to."""


class UnknownCommand(PmcareerError):
    """Say that there is no such command, and which one is nearest; nothing is run instead."""

    code = "unknown-command"
    exit_code = USAGE

    def __init__(self, word: str, known: Sequence[str], meant: Sequence[str] = ()) -> None:
        """`meant` is what is typed for the thing that was named in the place of a command."""
        wanted = word.lower().strip(".,;:!?")
        hint = HINTS.get(wanted) or _offer(_usual(wanted) or meant or nearest(wanted, known)[:1])
        super().__init__(f"There is no command '{word}'; nothing was done.", hint)


def _usual(word: str) -> Sequence[str]:
    return [MEANT_BY[word]] if word in MEANT_BY else []


def _offer(lines: Sequence[str]) -> str:
    return f"Did you mean {either(list(lines))}?" if lines else "See: pmcareer --help"


def typed_for(context: Context, words: Sequence[str]) -> Sequence[str]:
    """Say what is typed for what the words name, all of them or the first; nothing where none is.

    They may name a role or an exercise by its id, by its title, or by another name of it.
    """
    # Where the files can't be read, a word is as unknown as without them.
    with suppress(PmcareerError, OSError):
        return _typed_for(context, words)
    return ()


def _typed_for(context: Context, words: Sequence[str]) -> Sequence[str]:
    from pmcareer.domain.words.lookup import known_otherwise
    from pmcareer.domain.words.titles import EVERY_KIND

    curriculum = _curriculum_in_use(context)
    for word in (" ".join(words), words[0]):
        if found := known_otherwise(curriculum, word, EVERY_KIND):
            return _lines_for(found, curriculum)
    return ()


def _lines_for(found: Named, curriculum: Curriculum) -> Sequence[str]:
    name = found.item.id
    is_goal = any(move.target == name for move in curriculum.moves)
    lines = TYPED_FOR.get("goal" if is_goal else found.kind, ("show {}",))
    return [line.format(name) for line in lines]


def _curriculum_in_use(context: Context) -> Curriculum:
    from pmcareer.cli.session import settings_from
    from pmcareer.storage.curriculum.reading import read_curriculum

    names = ("home", "curriculum", "today")
    said = dict(zip(names, map(context.params.get, names), strict=True))
    return read_curriculum(settings_from(context.obj.look.environment, **said).curriculum)
