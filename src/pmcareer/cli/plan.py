"""Commands that look ahead, and what they rest on."""

from functools import partial

from typer import Context

from pmcareer.cli import asking, completion, unquoted
from pmcareer.cli.boundary import missing
from pmcareer.cli.cards import Panel
from pmcareer.cli.options import (
    AS_JSON,
    BACKGROUND,
    CLOCK_IS_RIGHT,
    DETAIL,
    DRY_RUN,
    EDUCATION,
    GOAL,
    INDUSTRY,
    NOTE,
    PAST_WEEKS,
    PMO_TYPE,
    PROJECTS_LED,
    ROLE,
    TARGET,
    Said,
    SaidOften,
    flag,
    option,
    with_or_without,
)
from pmcareer.cli.session import session_of, settings_of
from pmcareer.cli.show import show, store
from pmcareer.domain.ground.vocabulary import SERVICES, WEEKDAYS
from pmcareer.settings import Settings

panel = Panel()
LEFT_OPEN = ("skip", "none")
SOURCE = option("--from", "ROLE", "The role you have.", completion.roles)
HOURS = option("--hours-per-week", "H", "Hours you promise a week, at most 80.")


@panel.command(
    "plan",
    "pmcareer plan tech-pm",
    "pmcareer plan --by 2027-09-01",
    "pmcareer plan --compare",
    json="target, from, first, pace, routes, chosen, choice, unsaid, because, by, edition, "
    "baseline, levers, earned, track_record, advice, entry, stored, told, certificate",
    sorts=unquoted.title,
)
def plan(
    context: Context,
    role: Said = GOAL,
    *,
    target: Said = TARGET,
    source: Said = SOURCE,
    hours_per_week: Said = HOURS,
    by: Said = option("--by", "DATE", "A day, or a month: the chance, and the pace it takes."),
    route: Said = option("--route", "ID", "This route, not the first."),
    compare: bool = flag("--compare", "Routes side by side."),
    save: bool = flag("--save", "Keep it as the baseline."),
    why: bool = flag("--why", "What moved the date since the baseline."),
    everything: bool = flag("--all", "Every exercise, not only the next ones."),
    detail: bool = flag("--detail", "Every figure behind the dates."),
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Show the route: stages, exercises, gates, and dates with their chances."""
    from pmcareer.commands.plan import run
    from pmcareer.views.plan import screen as view

    answer = partial(
        run,
        settings_of(context, clock_is_right=clock_is_right),
        target=with_or_without("--target", role, target),
        source=source,
        hours_per_week=hours_per_week,
        by=by,
        route=route,
        why=why,
        compare=compare,
        everything=everything,
        detail=detail,
        in_full=as_json,
        save=save,
        dry_run=dry_run,
    )
    store(context, answer, view, as_json=as_json)


@panel.command(
    "gap",
    "pmcareer gap tech-pm",
    "pmcareer gap --detail",
    "pmcareer gap --framework pmp-2026",
    json="target, from, pace, route, hours_left, study, ready, finish, skills, gates, traits, "
    "because, readiness, framework",
    sorts=unquoted.title,
)
def gap(
    context: Context,
    role: Said = GOAL,
    *,
    target: Said = TARGET,
    source: Said = SOURCE,
    framework: Said = option(
        "--framework", "ID", "What of a published framework is covered.", completion.frameworks
    ),
    detail: bool = DETAIL,
    as_json: bool = AS_JSON,
) -> None:
    """Show what is missing for a role, in hours and weeks, and how ready you are."""
    from pmcareer.commands.gap import run
    from pmcareer.views.gap import screen as view

    target = with_or_without("--target", role, target)
    answer = run(
        settings_of(context), target=target, source=source, framework=framework, detail=detail
    )
    show(context, answer, view, as_json=as_json)


@panel.command(
    "profile",
    "pmcareer profile",
    "pmcareer profile --target tech-pm --hours-per-week 5",
    "pmcareer profile --days-off 2026-12-24..2027-01-03",
    json="profile, entry, stored, told, remarks, same, since_on_record",
)
def profile(
    context: Context,
    *,
    role: Said = ROLE,
    since: Said = option("--since", "DATE", "In that role since: March 2020, 6 years; or none."),
    left: Said = option("--left", "DATE", "Away from it since: March 2023, 8 months; or none."),
    target: Said = TARGET,
    route: Said = option("--route", "ID", "The way you want, as plan calls it, or none."),
    without: SaidOften = option(
        "--without", "ROLE,...", "Detours you don't want, or none.", completion.detours
    ),
    looking: Said = option("--looking", "[DATE]", "You look for a post, since that day, or none."),
    hours_per_week: Said = HOURS,
    past_weeks: Said = PAST_WEEKS,
    education: Said = EDUCATION,
    background: Said = BACKGROUND,
    projects: Said = PROJECTS_LED,
    pmo_type: Said = PMO_TYPE,
    pmo_services: SaidOften = option(
        "--pmo-services",
        "WORD,...",
        f"{', '.join(SERVICES)}, or none.",
        completion.words(*SERVICES),
    ),
    industry: Said = INDUSTRY,
    target_industry: Said = option(
        "--target-industry",
        "WORD",
        "The trade to go into, where it is another; or none.",
        completion.industries,
    ),
    culture: Said = option(
        "--culture", "WORD", "open, fast-informal, slow-formal, hostile, blame or unknown; or none."
    ),
    situation: Said = option(
        "--context",
        "WORD,...",
        "alone, contract, break, small-firm, large, agency, regulated, public; or none.",
    ),
    mentor: Said = option("--mentor", "NAME", "Who helps you; or asked, or none."),
    practices: SaidOften = option(
        "--practices", "ID,...", "Three habits at most, or none.", completion.practices
    ),
    goal_certificate: Said = option(
        "--goal-certificate", "ID", "The certificate you want.", completion.certifications
    ),
    days_off: SaidOften = option(
        "--days-off", "FROM..TO", "Days without study, 24 Dec to 3 Jan; or none."
    ),
    study_days: SaidOften = option("--study-days", "DAY,...", f"{','.join(WEEKDAYS)}, or all."),
    mute: SaidOften = option(
        "--mute", "ID", "Advice, practice, question or streak not to be shown."
    ),
    unmute: SaidOften = option("--unmute", "ID", "Show it again."),
    note: Said = NOTE,
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Show what you say about yourself, or set some of it."""
    from pmcareer.commands.profile import change, run
    from pmcareer.domain.words.optional import only_said
    from pmcareer.views import profile as view

    said = {
        "role": role,
        "since": since,
        "left": left,
        "target": target,
        "route": route,
        "without": without,
        "looking": looking,
        "hours_per_week": hours_per_week,
        "past_weeks": past_weeks,
        "education": education,
        "background": background,
        "projects": projects,
        "pmo_type": pmo_type,
        "pmo_services": pmo_services,
        "industry": industry,
        "target_industry": target_industry,
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
    typed = only_said(said)
    settings = settings_of(context, clock_is_right=clock_is_right)
    if not typed:
        if note is not None:
            raise missing(context, "an option that says something, beside --note")
        show(context, run(settings), view, as_json=as_json)
        return
    if role and asking.may_ask(context):
        typed |= _asked_beside(context, settings, role)
    answer = partial(change, settings, note=note, dry_run=dry_run, **typed)
    store(context, answer, view, as_json=as_json)


def _asked_beside(context: Context, settings: Settings, role: str) -> dict[str, str]:
    """Ask for the role, and the day it was left, of whoever named a situation in its place."""
    from pmcareer.commands.start import interview

    questions, said = interview(settings), {"role": role}
    while question := questions.question_beside(said):
        answer = asking.ask(session_of(context), question, partial(questions.meant, question))
        if answer is None:
            break
        said[question.key] = answer
    return {key: answer for key, answer in said.items() if answer not in LEFT_OPEN}
