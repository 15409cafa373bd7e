"""Commands that put on record what one brings along."""

from functools import partial

from typer import Context

from pmcareer.cli import asking, completion, unquoted
from pmcareer.cli.boundary import missing
from pmcareer.cli.cards import Panel
from pmcareer.cli.options import (
    AS_JSON,
    CLOCK_IS_RIGHT,
    DRY_RUN,
    EVIDENCE,
    NOTE,
    ON,
    ORGANISATION,
    OUTCOME,
    ROLE,
    Said,
    SaidOften,
    argument,
    either,
    flag,
    option,
)
from pmcareer.cli.session import settings_of
from pmcareer.cli.show import show, store
from pmcareer.domain.ground.vocabulary import COMPLEXITIES, RATERS, WORK_KINDS

panel = Panel()
ASK = "ask"
POINTS = (
    ("1", "the first of the two"),
    ("2", "nearer the first"),
    ("3", "nearer the second"),
    ("4", "the second"),
)
"""What is answered to each of the ten questions."""
WHICH_CERTIFICATE = "Which certificate did you earn?"


@panel.command(
    "experience",
    "pmcareer experience leading --from 2024-03-01 --to 2026-06-30",
    "pmcareer experience",
    json="entry, told and, when it lists, experience, months",
)
def experience(
    context: Context,
    work: Said = argument("WORK", either(WORK_KINDS), completion.works),
    *,
    start: Said = option("--from", "DATE", "First day; of a month, its first."),
    end: Said = option(
        "--to", "DATE", "Last day, or of a month; none, or now, if you still do it."
    ),
    role: Said = ROLE,
    organisation: Said = ORGANISATION,
    complexity: Said = option(
        "--complexity",
        "WORD",
        f"{either(COMPLEXITIES)} Or ask: ten questions, or ten points, 1 to 4: 3,2,4,...",
        completion.words(*COMPLEXITIES, ASK),
    ),
    note: Said = NOTE,
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Record months of a kind of work; alone, list them.

    Months that overlap count once: what was recorded already may be said again, and how complex
    it was with it.
    """
    from pmcareer.commands.experience import on_record, run
    from pmcareer.views import experience
    from pmcareer.views.parts import stored

    settings = settings_of(context, clock_is_right=clock_is_right)
    if work is None:
        if any((start, end, role, organisation, complexity)):
            raise missing(context, "WORK")
        show(context, on_record(settings), experience, as_json=as_json)
        return
    if start is None:
        raise missing(context, "--from")
    if complexity == ASK:
        complexity = _scores(context)
    answer = partial(
        run,
        settings,
        work,
        start=start,
        end=end,
        role=role,
        organisation=organisation,
        complexity=complexity,
        note=note,
        dry_run=dry_run,
    )
    store(context, answer, stored, as_json=as_json)


def _scores(context: Context) -> str:
    """Ask the ten questions, each for 1 to 4 points; where nobody answers they have to be typed."""
    from pmcareer.domain.person.complexity import QUESTIONS

    if not asking.may_ask(context):
        raise missing(context, "--complexity with a word, or with ten points")
    scores = []
    for question in QUESTIONS:
        scores.append(asking.pick(context, question, POINTS))
        if scores[-1] is None:
            raise missing(context, "--complexity with a word, or with ten points")
    return ",".join(filter(None, scores))


@panel.command(
    "certificate",
    "pmcareer certificate",
    "pmcareer certificate pmp",
    "pmcareer certificate capm --on 2026-11-20",
    json="entry, told and, when it shows, hours_per_week, pace, recommended, none_to_pay, "
    "certifications, certification",
    sorts=unquoted.title,
)
def certificate(
    context: Context,
    certification: Said = argument("ID", "A certification.", completion.certifications),
    *,
    on: Said = ON,
    with_all: bool = flag("--all", "Those for other roles, too; of one, every fact."),
    expires: Said = option(
        "--expires", "DATE", "The day it runs out, or after how long; of a month, its last."
    ),
    note: Said = NOTE,
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Record a certificate you earned; without a day, show when one opens; alone, all of them."""
    from pmcareer.commands.certificate import every, one, run, titles
    from pmcareer.views.certificate import screen as certificate
    from pmcareer.views.parts import stored

    settings = settings_of(context, clock_is_right=clock_is_right)
    # One command for three questions: all of them, one of them, one that was earned.
    if certification is None and any((on, expires)):
        if asking.may_ask(context):
            certification = asking.pick(context, WHICH_CERTIFICATE, titles(settings))
        if certification is None:
            raise missing(context, "ID")
    if certification is None:
        show(context, every(settings, with_all=with_all), certificate, as_json=as_json)
        return
    if on is None:
        if any((expires, note, dry_run)):
            raise missing(context, "--on")
        answer_of_one = one(settings, certification, with_all=with_all)
        show(context, answer_of_one, certificate, as_json=as_json)
        return
    answer = partial(
        run, settings, certification, on=on, expires=expires, note=note, dry_run=dry_run
    )
    store(context, answer, stored, as_json=as_json)


@panel.command(
    "project",
    'pmcareer project "New CRM" --outcome "Live in May, 3 % under budget"',
    "pmcareer project",
    json="entry, told and, when it lists, projects",
)
def project(
    context: Context,
    title: Said = argument("TITLE", "Its name, in quotes."),
    *,
    outcome: Said = OUTCOME,
    size: Said = option("--size", "TEXT", "People, money, months."),
    skills: SaidOften = option("--skills", "ID,...", "Skills it showed.", completion.skills),
    on: Said = ON,
    note: Said = NOTE,
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Record a project you led to its end; alone, list them."""
    from pmcareer.commands.project import every, run
    from pmcareer.views import project
    from pmcareer.views.parts import stored

    settings = settings_of(context, clock_is_right=clock_is_right)
    if title is None:
        if any((outcome, size, skills, on)):
            raise missing(context, "TITLE")
        show(context, every(settings), project, as_json=as_json)
        return
    if outcome is None:
        raise missing(context, "--outcome")
    answer = partial(
        run,
        settings,
        title,
        outcome=outcome,
        size=size,
        skills=skills or (),
        on=on,
        note=note,
        dry_run=dry_run,
    )
    store(context, answer, stored, as_json=as_json)


@panel.command(
    "assess",
    "pmcareer assess risk 3 --by manager",
    "pmcareer assess risk",
    json="entry, told and, when it describes levels, skills, traits",
    sorts=unquoted.title_and_level,
)
def assess(
    context: Context,
    skill: Said = argument("SKILL", "A skill or a trait.", completion.skills),
    level: Said = argument("LEVEL", "0 to 5.", completion.levels),
    *,
    by: str = option("--by", "WHO", either(RATERS), completion.words(*RATERS), default="self"),
    evidence: Said = EVIDENCE,
    on: Said = ON,
    note: Said = NOTE,
    dry_run: bool = DRY_RUN,
    clock_is_right: bool = CLOCK_IS_RIGHT,
    as_json: bool = AS_JSON,
) -> None:
    """Record prior learning or a rating; without a level, describe the levels."""
    from pmcareer.commands.assess import descriptors, run
    from pmcareer.views import assess
    from pmcareer.views.parts import stored

    settings = settings_of(context, clock_is_right=clock_is_right)
    if skill is None or level is None:
        if by != "self" or any(each is not None for each in (evidence, on, note)):
            raise missing(context, "LEVEL" if skill else "SKILL and LEVEL")
        show(context, descriptors(settings, skill), assess, as_json=as_json)
        return
    answer = partial(
        run, settings, skill, level, by=by, evidence=evidence, on=on, note=note, dry_run=dry_run
    )
    store(context, answer, stored, as_json=as_json)
