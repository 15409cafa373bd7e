"""The command that keeps courses."""

from functools import partial as prepared

from typer import Context

from pmcareer.cli import completion
from pmcareer.cli.boundary import missing
from pmcareer.cli.cards import Panel
from pmcareer.cli.options import (
    AS_JSON,
    CLOCK_IS_RIGHT,
    DRY_RUN,
    NOTE,
    ON,
    Said,
    argument,
    option,
)
from pmcareer.cli.session import settings_of
from pmcareer.cli.show import show, store

panel = Panel()


@panel.command(
    "learned",
    'pmcareer learned "Facilitation, two days" --hours 14 --side power-skills',
    'pmcareer learned "PMP course" --hours 35 --for pmp --provider "Some school"',
    "pmcareer learned",
    json="entry, stored, told, remarks; alone entry, courses",
)
def learned(
    context: Context,
    title: Said = argument("TITLE", "The course, in quotes."),
    *,
    hours: Said = option("--hours", "H", "How long it took: 14, 1.5."),
    side: Said = option(
        "--side", "SIDE", "A side, giving-back or practising.", completion.unit_sides
    ),
    provider: Said = option("--provider", "NAME", "Who gave it."),
    certification: Said = option(
        "--for", "ID", "The certificate it was study for.", completion.certifications
    ),
    on: Said = ON,
    note: Said = NOTE,
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Keep a course with its hours; alone, list them.

    A certificate you hold counts them towards its renewal, a goal certificate what is --for it.
    """
    from pmcareer.commands.learned import every, run
    from pmcareer.views import learned as view
    from pmcareer.views.parts import stored

    settings = settings_of(context, clock_is_right=clock_is_right)
    if title is None:
        if any((hours, side, provider, certification, on, note)):
            raise missing(context, "TITLE")
        show(context, every(settings), view, as_json=as_json)
        return
    if hours is None:
        raise missing(context, "--hours")
    answer = prepared(
        run,
        settings,
        title,
        hours=hours,
        side=side,
        provider=provider,
        certification=certification,
        on=on,
        note=note,
        dry_run=dry_run,
    )
    store(context, answer, stored, as_json=as_json)
