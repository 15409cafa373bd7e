"""Commands that look things up."""

from typer import Context

from pmcareer.cli import completion
from pmcareer.cli.cards import Panel
from pmcareer.cli.options import (
    AS_JSON,
    SINCE,
    UNTIL,
    Said,
    SaidOften,
    argument,
    either,
    flag,
    option,
)
from pmcareer.cli.session import settings_of
from pmcareer.cli.show import show
from pmcareer.domain.ground.vocabulary import LISTABLE

panel = Panel()


@panel.command(
    "show", "pmcareer show pmf-02", "pmcareer show living risk register", json="kind, item"
)
def show_(
    context: Context,
    word: list[str] = argument(
        "ID", "An id, or words of a title.", completion.everything, default=...
    ),
    *,
    as_json: bool = AS_JSON,
) -> None:
    """Show anything by its id, or by unmistakable words of its title."""
    from pmcareer.commands.show import run
    from pmcareer.views.look_up import show as view

    show(context, run(settings_of(context), " ".join(word)), view, as_json=as_json)


@panel.command(
    "list",
    "pmcareer list exercises --skill risk --open",
    "pmcareer list steps secondment --open",
    json="what, items",
)
def list_(
    context: Context,
    what: Said = argument("WHAT", either(LISTABLE), completion.kinds),
    words: SaidOften = argument("WORD...", "Words to look for."),
    *,
    skill: Said = option("--skill", "SKILL", "Exercises of this skill.", completion.skills),
    level: Said = option("--level", "N", "Exercises of this level."),
    core: bool = flag("--core", "Core exercises."),
    is_open: bool = flag("--open", "Exercises and steps not done."),
    is_done: bool = flag("--done", "Exercises and steps done."),
    as_json: bool = AS_JSON,
) -> None:
    """List everything of a kind; alone, what can be listed."""
    from pmcareer.commands.list import kinds, run
    from pmcareer.views.look_up import list as view

    settings = settings_of(context)
    if what is None:
        show(context, kinds(settings), view, as_json=as_json)
        return
    answer = run(
        settings,
        what,
        words or (),
        skill=skill,
        level=level,
        core=core,
        is_open=is_open,
        is_done=is_done,
    )
    show(context, answer, view, as_json=as_json)


@panel.command(
    "history",
    "pmcareer history --since monday",
    "pmcareer history --skill risk --limit 10",
    json="entries",
)
def history(
    context: Context,
    *,
    kind: SaidOften = option(
        "--kind", "KIND,...", "finished, worked, practised and so on.", completion.entry_kinds
    ),
    exercise: Said = option("--exercise", "ID", "About this, or a step or gate.", completion.about),
    skill: Said = option("--skill", "SKILL", "About this skill.", completion.skills),
    since: Said = SINCE,
    until: Said = UNTIL,
    limit: Said = option("--limit -n", "N", "The newest N."),
    with_void: bool = flag("--all", "With what was taken back."),
    as_json: bool = AS_JSON,
) -> None:
    """List the entries of the logbook with their ids, the newest last."""
    from pmcareer.commands.history import run
    from pmcareer.views.look_up import history as view

    answer = run(
        settings_of(context),
        kinds=kind or (),
        exercise=exercise,
        skill=skill,
        since=since,
        until=until,
        limit=limit,
        with_void=with_void,
    )
    show(context, answer, view, as_json=as_json)
