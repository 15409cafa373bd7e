"""What both screens of `review` say: which time it is, how the date moved, how to answer."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.review import REVIEW
from pmcareer.domain.forecast.outlook import BEYOND
from pmcareer.domain.person.step_counts import StepProgress
from pmcareer.domain.plan.drift import Drift, Moved
from pmcareer.views.look_up.job_search import so_far_words
from pmcareer.views.parts.causes import MOST_CAUSES, SAVED, cause_lines
from pmcareer.views.parts.keys import ids
from pmcareer.views.parts.text import day, joined, later, on_day
from pmcareer.views.review.answer import Reviewed

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.answers import Prompt
    from pmcareer.views.parts.layout import Blocks, Page, Piece
    from pmcareer.views.parts.styled import Text

# So many further questions are named: a look back is no backlog.
NAMED = 2


def heading(reviewed: Reviewed, page: "Page") -> "Text":
    """Name the time that is looked back upon."""
    if reviewed.since == reviewed.today:
        return page.heading("Today", day(reviewed.today))
    since = day(reviewed.since, reviewed.today)
    return page.heading(f"Since {since}", f"up to {day(reviewed.today)}")


def moved_words(drift: Moved | None, today: date, now: str = "") -> str:
    """Say how far the date moved: "in the role 3 weeks later than on 2 Nov 2026".

    `now` is said of it before: " Apr 2028,".
    """
    if drift is None:
        return "there is nothing before this to compare with"
    if drift.main.before is None and drift.main.after is None:
        return "there was no day before, and there is none now"
    if drift.moved_days is None:
        return f"a date is {BEYOND}, so a move can't be said"
    baseline = drift.baseline
    what, moved = "study done" if drift.main is drift.study else "in the role", drift.moved_days
    # Nobody saved it: it is the date that was shown when this time began.
    if baseline.id == REVIEW:
        than = f"{later(moved)} than" if moved else "as"
        return f"{what}{now} {than} {on_day(baseline.on, today)}"
    than = f"{later(moved)} than" if moved else "as"
    return f"{what}{now} {than} saved {on_day(baseline.on, today)}"


def render_causes(
    drift: Moved | None, page: "Page", today: date, most: int = MOST_CAUSES
) -> "Blocks":
    """Draw why the date moved, a line for each of the largest causes."""
    if not isinstance(drift, Drift) or not drift.moved_days:
        return
    then = on_day(drift.baseline.on, today) if drift.baseline.id == REVIEW else SAVED
    for days, words in cause_lines(drift.main, drift.grounds, then, most):
        yield page.row("", f"{days:>9}  {words}")


def search_words(search: StepProgress) -> str:
    """Name the step of the job search to take, and what came of it so far."""
    return f"{search.step.title} ({search.step.id}): {so_far_words(search)}"


def how_to_answer(prompt: "Prompt") -> "list[Piece]":
    """Write what is typed to answer, and the answers that there are to pick."""
    if not prompt.answers:
        return [(f'pmcareer answer {prompt.id} "..."', "command")]
    answers = ", ".join(ids(prompt.answers))
    return [(f"pmcareer answer {prompt.id}", "command"), (f"  {answers}", "quiet")]


def render_how_to_answer(reviewed: Reviewed, page: "Page") -> "Blocks":
    """Draw what is typed to answer the question, and which ones are unanswered besides."""
    rest = ids(reviewed.questions)[1:]
    yield page.row("", *how_to_answer(reviewed.questions[0]))
    named = rest[:NAMED]
    if len(rest) > NAMED:
        named.append(f"{len(rest) - NAMED} more")
    if named:
        yield page.row("", (f"unanswered so far: {joined(named)}", "quiet"))
