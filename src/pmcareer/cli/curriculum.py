"""Commands for who writes a curriculum."""

import sys
from pathlib import Path

from typer import Context

from pmcareer.cli.cards import Panel
from pmcareer.cli.options import AS_JSON, Said, argument
from pmcareer.cli.session import settings_of
from pmcareer.cli.show import show, show_text
from pmcareer.errors import WrongValue

panel = Panel()
FILE = "FILE"


@panel.command(
    "check",
    "pmcareer check curriculum.toml",
    json="file, problems (file, line, where, message, hint)",
)
def check(
    context: Context,
    file: Said = argument(FILE, "A curriculum, - for standard input; without one, the one in use."),
    *,
    as_json: bool = AS_JSON,
) -> None:
    """Find every problem of a curriculum, with its line and its mend."""
    from pmcareer.commands.check import run
    from pmcareer.views import check as view

    # An empty variable of a script: `check "$FILE"` must not check the curriculum in use.
    if file is not None and not file.strip():
        raise WrongValue(FILE, file, "a curriculum's file")
    named = Path(file).expanduser() if file is not None else None
    answer = run(settings_of(context), named, read_stdin=sys.stdin.buffer.read)
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
        show_text(view.as_text(answer))
