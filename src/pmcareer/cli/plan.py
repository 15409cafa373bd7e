"""Commands that look ahead, and what they rest on."""

from typing import Annotated

import typer

from pmcareer.cli import completion
from pmcareer.cli.cards import Panel
from pmcareer.cli.options import (
    AsJson,
    Background,
    DryRun,
    Education,
    Note,
    PmoType,
    Projects,
    RoleOption,
    Target,
)
from pmcareer.cli.session import settings_of
from pmcareer.cli.show import show
from pmcareer.domain.ground.vocabulary import SERVICES, WEEKDAYS

panel = Panel()
Source = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="ROLE", help="The role you have.", autocompletion=completion.roles
    ),
]
Hours = Annotated[
    str | None,
    typer.Option("--hours-per-week", metavar="H", help="Hours you promise a week, at most 80."),
]


@panel.command(
    "plan",
    "pmcareer plan --target tech-pm",
    "pmcareer plan --by 2027-09-01",
    "pmcareer plan --compare",
    json="target, from, pace, routes, chosen, by, baseline, levers, track_record, advice, entry, "
    "stored",
)
def plan(
    context: typer.Context,
    *,
    target: Target = None,
    source: Source = None,
    hours_per_week: Hours = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="DATE", help="A day: the chance, and the pace it takes."),
    ] = None,
    route: Annotated[
        str | None, typer.Option("--route", metavar="ID", help="This route, not the first.")
    ] = None,
    compare: Annotated[bool, typer.Option("--compare", help="Routes side by side.")] = False,
    save: Annotated[bool, typer.Option("--save", help="Keep it as the baseline.")] = False,
    why: Annotated[
        bool, typer.Option("--why", help="What moved the date since the baseline.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Every exercise, not only the next ones.")
    ] = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Show the route: stages, exercises, gates, and dates with their chances."""
    from pmcareer.commands.plan import run
    from pmcareer.views.plan import screen as view

    answer = run(
        settings_of(context),
        target=target,
        source=source,
        hours_per_week=hours_per_week,
        by=by,
        route=route,
        why=why,
        compare=compare,
        everything=everything,
        in_full=as_json,
        save=save,
        dry_run=dry_run,
    )
    show(context, answer, view, as_json=as_json)


@panel.command(
    "gap",
    "pmcareer gap --target tech-pm",
    "pmcareer gap",
    json="target, from, pace, skills, gates, traits, readiness",
)
def gap(
    context: typer.Context,
    *,
    target: Target = None,
    source: Source = None,
    as_json: AsJson = False,
) -> None:
    """Show what is missing for a role, in hours and weeks, and how ready you are."""
    from pmcareer.commands.gap import run
    from pmcareer.views import gap as view

    show(context, run(settings_of(context), target=target, source=source), view, as_json=as_json)


@panel.command(
    "profile",
    "pmcareer profile",
    "pmcareer profile --target tech-pm --hours-per-week 5",
    "pmcareer profile --days-off 2026-12-24..2027-01-03",
    json="profile, entry, stored, remarks, same",
)
def profile(
    context: typer.Context,
    *,
    role: RoleOption = None,
    target: Target = None,
    hours_per_week: Hours = None,
    education: Education = None,
    background: Background = None,
    projects: Projects = None,
    pmo_type: PmoType = None,
    pmo_services: Annotated[
        list[str] | None,
        typer.Option(
            "--pmo-services",
            metavar="WORD,...",
            help=f"{', '.join(SERVICES)}, or none.",
        ),
    ] = None,
    culture: Annotated[
        str | None, typer.Option("--culture", metavar="TEXT", help="How things are done here.")
    ] = None,
    situation: Annotated[
        str | None, typer.Option("--context", metavar="TEXT", help="Your situation.")
    ] = None,
    mentor: Annotated[
        str | None, typer.Option("--mentor", metavar="NAME", help="Who helps you.")
    ] = None,
    practices: Annotated[
        list[str] | None,
        typer.Option(
            "--practices",
            metavar="ID,...",
            help="Three habits at most, or none.",
            autocompletion=completion.practices,
        ),
    ] = None,
    goal_certificate: Annotated[
        str | None,
        typer.Option(
            "--goal-certificate",
            metavar="ID",
            help="The certificate you want.",
            autocompletion=completion.certifications,
        ),
    ] = None,
    days_off: Annotated[
        list[str] | None,
        typer.Option(
            "--days-off",
            metavar="FROM..TO",
            help="Days without study, added to those known, or none.",
        ),
    ] = None,
    study_days: Annotated[
        list[str] | None,
        typer.Option("--study-days", metavar="DAY,...", help=f"{','.join(WEEKDAYS)}, or all."),
    ] = None,
    mute: Annotated[
        list[str] | None,
        typer.Option(
            "--mute", metavar="ID", help="Advice, practice, question or streak not to be shown."
        ),
    ] = None,
    unmute: Annotated[
        list[str] | None, typer.Option("--unmute", metavar="ID", help="Show it again.")
    ] = None,
    note: Note = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Show what you say about yourself, or set some of it."""
    from pmcareer.commands.profile import change, run
    from pmcareer.views import profile as view

    said = {
        "role": role,
        "target": target,
        "hours_per_week": hours_per_week,
        "education": education,
        "background": background,
        "projects": projects,
        "pmo_type": pmo_type,
        "pmo_services": pmo_services,
        "culture": culture,
        "context": situation,
        "mentor": mentor,
        "practices": practices,
        "goal_certificate": goal_certificate,
        "days_off": days_off,
        "study_days": study_days,
        "mute": mute,
        "unmute": unmute,
    }
    typed = {key: value for key, value in said.items() if value is not None}
    settings = settings_of(context)
    answer = change(settings, note=note, dry_run=dry_run, **typed) if typed else run(settings)
    show(context, answer, view, as_json=as_json)
