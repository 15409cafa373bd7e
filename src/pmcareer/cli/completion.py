"""What TAB offers: ids and fixed words, and nothing that a shell could run.

zsh evaluates what stands in completions, and the text of a curriculum is somebody else's:
only ids of a strict form pass, and help is stripped of every sign a shell might read.
"""

import os
import re
from collections.abc import Callable, Iterable

from typer import Context

from pmcareer.cli.cards import cards
from pmcareer.cli.session import settings_from
from pmcareer.cli.typer_parts import CompletionItem, get_completion_script
from pmcareer.domain.ground.vocabulary import ENTRY_KINDS, LISTABLE, WORK_KINDS
from pmcareer.errors import WrongValue
from pmcareer.settings import Settings

_ID = re.compile(r"^[a-z0-9][a-z0-9-]{0,63}$")
_ENTRY_ID = re.compile(r"^[A-Za-z0-9_-]{1,64}$")
_UNSAFE_HELP = re.compile(r"[^A-Za-z0-9 .,()+-]")

SHOW = "--show-completion"
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
COMPLETING = "_PMCAREER_COMPLETE"
"""The environment's variable by which a shell asks."""
UNNAMED = ("moves", "routes")
"""They can be listed, and not shown by an id."""

Completer = Callable[[Context, list[str], str], list[str]]


def script_for(shell: str) -> str:
    """Return the script that brings TAB to a shell.

    Raises:
        WrongValue: A shell that there is no script for.
    """
    # Typer would end the process itself, and in its own words.
    if shell not in SHELLS:
        raise WrongValue(SHOW, shell, f"one of: {', '.join(SHELLS)}")
    return get_completion_script(prog_name="pmcareer", complete_var=COMPLETING, shell=shell)


def offered_commands(incomplete: str) -> list[CompletionItem]:
    """Offer commands with a harmless word of help."""
    return [
        CompletionItem(card.name, help=harmless(card.summary))
        for _, panel in cards()
        for card in panel
        if card.name.startswith(incomplete)
    ]


def harmless(text: str) -> str:
    """Strip a text of everything that a shell could take for more than a word."""
    return _UNSAFE_HELP.sub("", text)


def ids_of(*tables: str) -> Completer:
    """Make a completer for the ids of these tables of the curriculum."""

    def complete(context: Context, _args: list[str], incomplete: str) -> list[str]:
        return _quietly(lambda: _curriculum_ids(context, tables), incomplete)

    return complete


def entries(context: Context, _args: list[str], incomplete: str) -> list[str]:
    """Offer the ids of the logbook's entries."""
    return _quietly(lambda: _entry_ids(context), incomplete, _ENTRY_ID)


def words(*known: str) -> Completer:
    """Make a completer for fixed words."""

    def complete(_context: Context, _args: list[str], incomplete: str) -> list[str]:
        return _begun(known, incomplete)

    return complete


def _begun(known: Iterable[str], incomplete: str) -> list[str]:
    # The ids that we give are lower case; what is typed before TAB need not be.
    return [word for word in known if word.startswith(incomplete.lower())]


def _quietly(
    find: Callable[[], Iterable[str]], incomplete: str, form: re.Pattern[str] = _ID
) -> list[str]:
    """Look for ids; whatever goes wrong under TAB, nobody wants to read it there."""
    try:
        return _begun(filter(form.match, find()), incomplete)
    except Exception:  # noqa: BLE001 -- see above
        return []


def _curriculum_ids(context: Context, tables: tuple[str, ...]) -> Iterable[str]:
    from pmcareer.storage.ids import curriculum_ids

    return curriculum_ids(_settings(context).curriculum, tables)


def _entry_ids(context: Context) -> Iterable[str]:
    from pmcareer.storage.ids import entry_ids

    return entry_ids(_settings(context).logbook)


def _settings(context: Context) -> Settings:
    """Decide the settings again: under TAB only the line is parsed, and no session is opened."""
    # The options before the command count: `--home other undo TAB` offers the other's entries.
    said = context.find_root().params.get
    return settings_from(
        os.environ, home=said("home"), curriculum=said("curriculum"), today=said("today")
    )


exercises = ids_of("exercises")
loggable = ids_of("exercises", "practices", "steps", "job_steps", "gates")
about = ids_of("exercises", "steps", "job_steps", "gates")
deferrable = ids_of("exercises", "steps", "job_steps")
workable = ids_of("exercises", "steps", "job_steps")
roles = ids_of("roles")
practices = ids_of("practices")
skills = ids_of("skills", "traits")
certifications = ids_of("certifications")
prompts = ids_of("prompts")
everything = ids_of(*(word.replace("-", "_") for word in LISTABLE if word not in UNNAMED))

works = words(*WORK_KINDS)
entry_kinds = words(*ENTRY_KINDS)
kinds = words(*LISTABLE)
