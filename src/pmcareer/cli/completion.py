"""What TAB offers: ids and fixed words, and nothing that a shell could run.

zsh evaluates what stands in completions, and the text of a curriculum is somebody else's:
only ids of a strict form pass, and `shells` strips titles of every sign that a shell might read.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import repeat
from typing import Any

from typer import Context

from pmcareer.cli.cards import OTHER_WORDS, few_words
from pmcareer.cli.session import settings_from
from pmcareer.cli.typer_parts import FILES, CompletionItem, get_completion_script
from pmcareer.domain.ground.vocabulary import (
    ENTRY_KINDS,
    LEVELS,
    LISTABLE,
    SIDES,
    UNIT_SIDES,
    WORK_KINDS,
)
from pmcareer.errors import WrongValue
from pmcareer.settings import Settings

_ID = r"^[a-z0-9][a-z0-9-]{0,63}$"
_ENTRY_ID = r"^[A-Za-z0-9_-]{1,64}$"

SHOW, INSTALL = "--show-completion", "--install-completion"
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
COMPLETING = "_PMCAREER_COMPLETE"
"""The environment's variable by which a shell asks."""
UNNAMED = ("moves", "routes")
"""They can be listed, and not shown by an id."""

Offer = tuple[str, str]
"""A word and its title, which may be empty."""
Completer = Callable[[Context, list[str], str], list[Offer]]
Row = Mapping[str, Any]
Order = Callable[[list[Row], Settings], list[Row]]
Fits = Callable[[Row], bool]


def script_for(shell: str) -> str:
    """Return the script that brings TAB to a shell.

    Raises:
        WrongValue: A shell that there is no script for.
    """
    # Typer would end the process itself, and in its own words.
    if shell not in SHELLS:
        raise WrongValue(SHOW, shell, f"one of: {', '.join(SHELLS)}")
    from pmcareer.cli.shells import prepare

    prepare()
    return get_completion_script(prog_name="pmcareer", complete_var=COMPLETING, shell=shell)


def offered_commands(incomplete: str) -> list[CompletionItem]:
    """Offer commands with what they are for, and other words for them behind all others."""
    offers = [offer for _, words in few_words() for offer in words.items()]
    offers += [(word, f"another word for {name}") for word, name in OTHER_WORDS.items()]
    return [CompletionItem(word, help=help_) for word, help_ in _begun(offers, incomplete)]


def items(*tables: str, fits: Fits | None = None, order: Order | None = None) -> Completer:
    """Make a completer for the items of these tables of the curriculum, with their titles.

    `order` sorts them by what the logbook says, which is read for nothing else.
    """

    def complete(context: Context, _args: list[str], incomplete: str) -> list[Offer]:
        return _quietly(lambda: _offered(_settings(context), tables, fits, order), incomplete)

    return complete


def _offered(
    settings: Settings, tables: tuple[str, ...], fits: Fits | None, order: Order | None
) -> Iterable[Offer]:
    from pmcareer.storage.ids import curriculum_items

    rows = list(filter(fits, curriculum_items(settings.curriculum, tables)))
    # Of a logbook that can't be read the order is missing, and not what can be logged.
    with suppress(Exception):
        rows = order(rows, settings) if order else rows
    for row in rows:
        yield row["id"], str(row.get("title", ""))


def _open_first(rows: list[Row], settings: Settings) -> list[Row]:
    from pmcareer.domain.words.offers import open_first, standing_of
    from pmcareer.storage.ids import entry_rows

    return open_first(rows, standing_of(entry_rows(settings.logbook)))


def _only_open(rows: list[Row], settings: Settings) -> list[Row]:
    from pmcareer.domain.words.offers import only_open, standing_of
    from pmcareer.storage.ids import entry_rows

    return only_open(rows, standing_of(entry_rows(settings.logbook)))


def entries(context: Context, _args: list[str], incomplete: str) -> list[Offer]:
    """Offer the entries that can be taken back, the newest first, with day and thing."""
    return _quietly(lambda: _entries(context), incomplete, _ENTRY_ID)


def _entries(context: Context) -> Iterable[Offer]:
    from pmcareer.domain.words.offers import counting, entry_words
    from pmcareer.storage.ids import entry_rows

    for row in counting(entry_rows(_settings(context).logbook)):
        yield row["id"], entry_words(row)


def answers(context: Context, _args: list[str], incomplete: str) -> list[Offer]:
    """Offer the answers to the question that was typed before."""
    return _quietly(lambda: _answers(context), incomplete)


def _answers(context: Context) -> Iterable[Offer]:
    from pmcareer.storage.ids import curriculum_items

    asked = context.params.get("prompt")
    for row in curriculum_items(_settings(context).curriculum, ("prompts",)):
        if row["id"] == asked:
            for answer in row.get("answers", ()):
                yield answer["id"], str(answer.get("text", ""))


def files(_context: Context, _args: list[str], incomplete: str) -> list[Offer]:
    """Leave it to the shell, which knows its files."""
    return [(incomplete, FILES)]


def words(*known: str) -> Completer:
    """Make a completer for fixed words."""

    def complete(_context: Context, _args: list[str], incomplete: str) -> list[Offer]:
        return _begun(zip(known, repeat("")), incomplete)

    return complete


def _begun(offers: Iterable[Offer], incomplete: str) -> list[Offer]:
    # The ids that we give are lower case; what is typed before TAB need not be.
    return [offer for offer in offers if offer[0].startswith(incomplete.lower())]


def _quietly(find: Callable[[], Iterable[Offer]], incomplete: str, form: str = _ID) -> list[Offer]:
    """Look for offers; whatever goes wrong under TAB, nobody wants to read it there."""
    try:
        return _begun([offer for offer in find() if re.match(form, offer[0])], incomplete)
    except Exception:  # noqa: BLE001 -- see above
        return []


def _settings(context: Context) -> Settings:
    """Decide the settings again: under TAB only the line is parsed, and no session is opened."""
    # The options before the command count: `--home other undo TAB` offers the other's entries.
    said = context.find_root().params.get
    return settings_from(
        os.environ, home=said("home"), curriculum=said("curriculum"), today=said("today")
    )


def _is_living(row: Row) -> bool:
    return not row.get("retired")


def _is_goal(row: Row) -> bool:
    return _is_living(row) and not row.get("detour")


def _is_detour(row: Row) -> bool:
    return _is_living(row) and bool(row.get("detour"))


STEPS = ("steps", "job_steps")
loggable = items("exercises", "practices", *STEPS, "gates", order=_open_first, fits=_is_living)
about = items("exercises", *STEPS, "gates")
deferrable = items("exercises", *STEPS, order=_only_open, fits=_is_living)
workable = items("exercises", *STEPS, order=_open_first, fits=_is_living)
roles = items("roles", fits=_is_living)
goals = items("roles", fits=_is_goal)
detours = items("roles", fits=_is_detour)
industries = items("industries", fits=_is_living)
practices = items("practices", fits=_is_living)
skills = items("skills", "traits", fits=_is_living)
certifications = items("certifications", order=_open_first, fits=_is_living)
frameworks = items("frameworks", fits=_is_living)
prompts = items("prompts", order=_open_first, fits=_is_living)
everything = items(*(word.replace("-", "_") for word in LISTABLE if word not in UNNAMED))

unit_sides = words(*SIDES, *UNIT_SIDES)
works = words(*WORK_KINDS)
entry_kinds = words(*ENTRY_KINDS)
kinds = words(*LISTABLE)
levels = words(*map(str, range(len(LEVELS))))
