"""Commands that look after the logbook."""

import sys
from functools import cache, partial
from pathlib import Path

from typer import Context

from pmcareer.cli import completion
from pmcareer.cli.cards import Panel
from pmcareer.cli.options import AS_JSON, DRY_RUN, argument, flag, the_one_of
from pmcareer.cli.session import session_of, settings_of
from pmcareer.cli.show import show, store

panel = Panel()


@panel.command(
    "doctor",
    "pmcareer doctor",
    "pmcareer doctor --fix",
    "pmcareer doctor --restore",
    "pmcareer doctor --git",
    json="checks (name, ok, detail, hint), mended, left",
)
def doctor(
    context: Context,
    *,
    fix: bool = flag(
        "--fix",
        "Put a damaged end away, merge conflict copies and git's conflicts; nothing is lost.",
    ),
    restore: bool = flag("--restore", "Bring back entries that were stored and are gone."),
    accept: bool = flag("--accept", "Let such entries go, and ask no more."),
    git: bool = flag("--git", "Let git merge branches of the logbook by its entries."),
    as_json: bool = AS_JSON,
) -> None:
    """Look whether everything is as it should be.

    Exit code 1 says that something is wrong.
    """
    from pmcareer.commands.doctor import run
    from pmcareer.views import doctor as view

    the_one_of(restore=restore, accept=accept)
    if fix or git or restore or accept:
        session_of(context).outcome.watch()
    examine = partial(run, settings_of(context), fix=fix, git=git, restore=restore, accept=accept)
    store(context, examine, view, as_json=as_json)


@panel.command(
    "edit",
    "pmcareer edit",
    json="logbook, changed, before, after, added, removed, meanwhile, disagreed, notes",
)
def edit(context: Context, *, as_json: bool = AS_JSON) -> None:
    """Open the logbook in your editor; it is put back only when it is valid.

    The editor is $VISUAL, else $EDITOR.
    """
    from pmcareer.commands.edit import run
    from pmcareer.views import edit as view

    session = session_of(context)
    said = session.look.environment
    edited = partial(run, session.settings, said, at_terminal=sys.stdin.isatty())
    store(context, edited, view, as_json=as_json)


@panel.command(
    "merge",
    "pmcareer merge laptop.toml",
    "pmcareer merge - < laptop.toml",
    json="logbook, files, read, entries, stored, disagreed (id, kept, other), left, told",
)
def merge(
    context: Context,
    files: list[str] = argument(
        "FILE...", "Logbooks; - is standard input.", completion.files, default=...
    ),
    *,
    git_driver: bool = flag("--git-driver", "What git runs: three files, %O %A %B."),
    dry_run: bool = DRY_RUN,
    as_json: bool = AS_JSON,
) -> None:
    """Bring the entries of other logbooks into yours.

    What yours lacks is added at its end. Where two tell one entry in two ways it is said which of
    them counts, and the other text is kept.
    """
    if git_driver:
        _merge_for_git(context, files, as_json=as_json)
        return
    from pmcareer.commands.merge import run
    from pmcareer.storage.logbook.rows import all_of
    from pmcareer.views import merge as view

    # Standard input can be read once; the answer may have to be worked out more often.
    read_stdin = cache(partial(all_of, sys.stdin.buffer.read, Path("standard input")))
    merged = partial(run, settings_of(context), files, read_stdin=read_stdin, dry_run=dry_run)
    store(context, merged, view, as_json=as_json)


def _merge_for_git(context: Context, files: list[str], *, as_json: bool) -> None:
    from pmcareer.commands.git_driver import run
    from pmcareer.views import git_driver as view

    show(context, run(settings_of(context), files), view, as_json=as_json)
