"""Commands for who writes a curriculum."""

import sys
from functools import partial

from typer import Context

from pmcareer.cli import completion
from pmcareer.cli.cards import Panel
from pmcareer.cli.options import AS_JSON, SaidOften, argument, flag
from pmcareer.cli.session import settings_of
from pmcareer.cli.show import show, show_text
from pmcareer.errors import WrongValue
from pmcareer.settings import typed_path

panel = Panel()
FILE = "FILE"
FILES = "FILE..."


@panel.command(
    "check",
    "pmcareer check curriculum.toml",
    "pmcareer check curricula/*.toml",
    "pmcareer check --fresh",
    json="file, files (file, errors, warnings), problems (file, line, where, message, hint, "
    "severity), old",
)
def check(
    context: Context,
    files: SaidOften = argument(
        FILES,
        "Curricula, - for standard input; without one, the one in use.",
        completion.files,
    ),
    *,
    fresh: bool = flag("--fresh", "Name the facts that were looked up over a year ago."),
    as_json: bool = AS_JSON,
) -> None:
    """Find every problem of curricula, with its line and its mend.

    With --fresh facts of certificates and frameworks over twelve months old are named, too, each
    with its day and the issuer's page; the exit code is 1 where there are any.
    """
    from pmcareer.commands.check import run
    from pmcareer.storage.curriculum.reading import MOST_BYTES
    from pmcareer.views import check as view

    # An empty variable of a script: `check "$FILE"` must not check the curriculum in use.
    for file in files or ():
        if not file.strip():
            raise WrongValue(FILE, file, "a curriculum's file")
    named = [typed_path(FILE, file) for file in files or ()]
    answer = run(
        settings_of(context),
        *named,
        fresh=fresh,
        read_stdin=partial(sys.stdin.buffer.read, MOST_BYTES + 1),
    )
    show(context, answer, view, as_json=as_json)


@panel.command("schema", "pmcareer schema > curriculum.schema.json", json="schema")
def schema(context: Context, *, as_json: bool = AS_JSON) -> None:
    """Print the JSON Schema of a curriculum, so that editors complete and check it."""
    from pmcareer.commands.schema import run
    from pmcareer.views import schema as view

    answer = run()
    if as_json:
        show(context, answer, view, as_json=True)
    else:
        show_text(context, view.as_text(answer))
