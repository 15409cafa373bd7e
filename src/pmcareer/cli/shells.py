"""How TAB's offers are written for each shell: in our order, with titles, and with no code in them.

Typer's own ways sort them, load Rich for every title, and offer files where nothing fits.
"""

import locale
import os
import re
import unicodedata
from collections.abc import Iterable

from pmcareer.cli.typer_parts import (
    FILES,
    BashComplete,
    CompletionItem,
    FishComplete,
    PowerShellComplete,
    ZshComplete,
    add_completion_class,
    completion_scripts,
)

BASH = """
%(complete_func)s() {
    local IFS=$'\\n'
    COMPREPLY=( $( env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \\
                   COMP_TYPE=$COMP_TYPE COLUMNS=$COLUMNS \\
                   %(autocomplete_var)s=complete_bash $1 ) )
    if [ "${COMPREPLY[0]}" = "FILES" ]; then
        COMPREPLY=()
        compopt -o default 2>/dev/null ||
            COMPREPLY=( $( compgen -f -- "${COMP_WORDS[COMP_CWORD]}" ) )
    fi
    return 0
}

complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null ||
    complete -F %(complete_func)s %(prog_name)s
""".replace("FILES", FILES)
"""Bash before 4.4, and so that of macOS, knows no nosort, before 4 no compopt, and says so."""
FISH = """
complete --command %(prog_name)s --keep-order --no-files --arguments '(
    set -l offered (env %(autocomplete_var)s=complete_fish \\
        _TYPER_COMPLETE_FISH_ACTION=get-args _TYPER_COMPLETE_ARGS=(commandline -cp) %(prog_name)s)
    if test "$offered[1]" = "FILES"
        __fish_complete_path (commandline -ct)
    else if set -q offered[1]
        printf "%%s\\n" $offered
    end
)'
""".replace("FILES", FILES)
LISTING = {"63", "33", "64"}
"""By COMP_TYPE bash tells that it lists the offers, on the second TAB, and types none of them."""
NARROWEST = 40
_WORD = re.compile(r"[A-Za-z0-9_.-]{1,80}", re.ASCII)
_PLAIN = " .,()+-"
_LIKE_IT = str.maketrans({":": " -", ";": ","})
"""What a shell could read, to what a person reads as well."""
MOST_LETTERS = 70
"""Of a title; longer ones would break a shell's list."""


def harmless(text: str) -> str:
    """Strip a text of everything that a shell could take for more than a word."""
    may = _is_harmless if locale.getencoding().lower() in {"utf-8", "utf8"} else _is_ascii
    signs = (sign if sign in _PLAIN or may(sign) else "" for sign in text.translate(_LIKE_IT))
    title = " ".join("".join(signs).split())
    if len(title) > MOST_LETTERS:
        return title[:MOST_LETTERS].rpartition(" ")[0] or title[:MOST_LETTERS]
    return title


def _is_harmless(sign: str) -> bool:
    """Tell of the letters, digits and accents of any script; in UTF-8 no part of one is a sign."""
    # Of Chinese and Japanese encodings the second byte of a letter can be "\\" or "`" to a shell.
    return sign.isalnum() or (not sign.isascii() and unicodedata.category(sign)[0] == "M")


def _is_ascii(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


class Bash(BashComplete):
    """Offers for bash, which has a place for titles only where it lists them."""

    def complete(self) -> str:
        """Write a word a line; where bash lists them, each with its title."""
        items = self.get_completions(*self.get_completion_args())
        if _are_files(items):
            return FILES
        words = [str(item.value) for item in items]
        if len(words) > 1 and os.environ.get("COMP_TYPE") in LISTING:
            return "\n".join(_in_columns(items, max(map(len, words))))
        return "\n".join(words)


def _in_columns(items: Iterable[CompletionItem], width: int) -> Iterable[str]:
    columns = os.environ.get("COLUMNS", "")
    # A longer line would be broken by the terminal, and the next offer begin in its middle.
    room = max(NARROWEST, int(columns) - 1) if columns.isdecimal() else MOST_LETTERS
    for item in items:
        yield f"{item.value!s:<{width}}  {harmless(item.help or '')}"[:room].rstrip()


class Zsh(ZshComplete):
    """Offers for zsh, whose script evaluates what it gets."""

    def complete(self) -> str:
        """Write a list in our order, or have files listed where a file is asked for."""
        items = self.get_completions(*self.get_completion_args())
        if _are_files(items):
            return "_files"
        listed = " ".join(f'"{_with_title(item, ":")}"' for item in _safe(items))
        if not listed:
            return ""
        return f"local -a offered; offered=({listed}); _describe -V pmcareer offered"


class Fish(FishComplete):
    """Offers for fish."""

    def format_completion(self, item: CompletionItem) -> str:
        """Write a word, and its title behind a tab."""
        return FILES if _are_files([item]) else _with_title(item, "\t")


class PowerShell(PowerShellComplete):
    """Offers for PowerShell."""

    def format_completion(self, item: CompletionItem) -> str:
        """Write a word, and its title or a blank behind three colons."""
        if _are_files([item]):
            return ""
        return f"{item.value}:::{harmless(item.help or '') or ' '}"


def _are_files(items: Iterable[CompletionItem]) -> bool:
    return any(item.help == FILES for item in items)


def _safe(items: Iterable[CompletionItem]) -> list[CompletionItem]:
    return [item for item in items if _WORD.fullmatch(str(item.value))]


def _with_title(item: CompletionItem, sign: str) -> str:
    title = harmless(item.help or "")
    return f"{item.value}{sign}{title}" if title else str(item.value)


def prepare() -> None:
    """Let these write the offers, in the place of Typer's, and our scripts ask for them.

    Typer reads a script from its table where it prints one, and where it installs one.
    """
    completion_scripts.update(bash=BASH, fish=FISH)
    add_completion_class(Bash, "bash")
    add_completion_class(Zsh, "zsh")
    add_completion_class(Fish, "fish")
    for name in ("powershell", "pwsh"):
        add_completion_class(PowerShell, name)
