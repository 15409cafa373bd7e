"""How TAB's offers are written for each shell: in our order, with titles, and with no code in them.

Typer's own ways sort them, and load Rich for every title.
"""

import re
from collections.abc import Iterable

from pmcareer.cli.typer_parts import (
    CompletionItem,
    FishComplete,
    PowerShellComplete,
    ZshComplete,
    add_completion_class,
    completion_scripts,
)

NO_SORT = "-o nosort -o default"
KEEP_ORDER = "--keep-order --no-files"
_WORD = re.compile(r"[A-Za-z0-9_.-]{1,80}", re.ASCII)
_UNSAFE = re.compile(r"[^A-Za-z0-9 .,()+-]")
_LIKE_IT = str.maketrans({":": " -", ";": ","})
"""What a shell could read, to what a person reads as well."""
MOST_LETTERS = 70
"""Of a title; longer ones would break a shell's list."""


def harmless(text: str) -> str:
    """Strip a text of everything that a shell could take for more than a word."""
    title = " ".join(_UNSAFE.sub("", text.translate(_LIKE_IT)).split())
    if len(title) > MOST_LETTERS:
        return title[:MOST_LETTERS].rpartition(" ")[0]
    return title


class Zsh(ZshComplete):
    """Offers for zsh, whose script evaluates what it gets."""

    def complete(self) -> str:
        """Write a list in our order; where nothing is offered, files are."""
        items = _safe(self.get_completions(*self.get_completion_args()))
        listed = " ".join(f'"{_with_title(item, ":")}"' for item in items)
        if not listed:
            return "_files"
        return f"local -a offered; offered=({listed}); _describe -V pmcareer offered"


class Fish(FishComplete):
    """Offers for fish."""

    def format_completion(self, item: CompletionItem) -> str:
        """Write a word, and its title behind a tab."""
        return _with_title(item, "\t")


class PowerShell(PowerShellComplete):
    """Offers for PowerShell."""

    def format_completion(self, item: CompletionItem) -> str:
        """Write a word, and its title or a blank behind three colons."""
        return f"{item.value}:::{harmless(item.help or '') or ' '}"


def _safe(items: Iterable[CompletionItem]) -> list[CompletionItem]:
    return [item for item in items if _WORD.fullmatch(str(item.value))]


def _with_title(item: CompletionItem, sign: str) -> str:
    title = harmless(item.help or "")
    return f"{item.value}{sign}{title}" if title else str(item.value)


def prepare() -> None:
    """Let these write the offers, in the place of Typer's, and scripts keep their order.

    Typer reads a script from its table where it prints one, and where it installs one.
    """
    for shell, script in completion_scripts.items():
        completion_scripts[shell] = in_our_order(script, shell)
    add_completion_class(Zsh, "zsh")
    add_completion_class(Fish, "fish")
    for name in ("powershell", "pwsh"):
        add_completion_class(PowerShell, name)


def in_our_order(script: str, shell: str) -> str:
    """Ask a shell by its script to keep the order of the offers, where a script can."""
    if shell == "fish" and KEEP_ORDER not in script:
        return script.replace(" --no-files", f" {KEEP_ORDER}")
    plain = re.search(r"(?m)^complete -o default (.*)$", script)
    if shell != "bash" or plain is None:
        return script
    # Bash before 4.4, and so that of macOS, knows no nosort and says so.
    sorted_by_bash = plain[0]
    ours = f"complete {NO_SORT} {plain[1]} 2>/dev/null ||\n    {sorted_by_bash}"
    return script.replace(sorted_by_bash, ours)
