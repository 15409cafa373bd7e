"""Commands that look back: at where one stands, and at a week."""

from typer import Context

from pmcareer.cli.cards import Panel
from pmcareer.cli.options import (
    AS_JSON,
    DETAIL,
    SINCE,
    Said,
)
from pmcareer.cli.session import settings_of
from pmcareer.cli.show import show

panel = Panel()


@panel.command(
    "status",
    "pmcareer status",
    "pmcareer status --detail",
    json="target, skills, gates, pace, promise, study, ready, finish, earned, track_record, week, "
    "weeks, month, streak, days, balance, neglected, practices, awaited, first, milestone, "
    "advice, done, open, left, hours_done, mentor",
)
def status(context: Context, *, detail: bool = DETAIL, as_json: bool = AS_JSON) -> None:
    """Show where you stand: skills, gates, pace, weeks, finish date."""
    from pmcareer.commands.status import run
    from pmcareer.views.status import screen as view

    answer = run(settings_of(context), detail=detail, in_full=as_json)
    show(context, answer, view, as_json=as_json)


@panel.command(
    "review",
    "pmcareer review",
    "pmcareer review --since -14d",
    json="since, target, done, steps, awaited, hours, earned, track_record, practices, moved, "
    "question, unanswered, recall, milestone, look_back, mentor, first, job_search, "
    "advice, certificate",
)
def review(
    context: Context, *, since: Said = SINCE, detail: bool = DETAIL, as_json: bool = AS_JSON
) -> None:
    """Look back on the week: done, hours, why the date moved, one question."""
    from pmcareer.commands.review import run
    from pmcareer.views.review import screen as view

    answer = run(settings_of(context), since=since, detail=detail, in_full=as_json)
    show(context, answer, view, as_json=as_json)
