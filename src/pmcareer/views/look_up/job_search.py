"""Steps of the job search: what is done of each, by its own test."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pmcareer.domain.coaching.job_search import (
    READY_ENOUGH,
    SEARCH_MONTHS,
    Count,
    StepProgress,
)
from pmcareer.views.parts.text import joined, one_line, share

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Page

LABEL = 8
SEARCH_TIME = (
    "A search takes {0} to {2} months, {1} as a rule; a move inside the firm half of that."
)


def job_steps(
    steps: Sequence[StepProgress], readiness: float | None, early: Sequence[str], page: "Page"
) -> Iterator[Any]:
    """Draw each step with how far it is, and whether it is time to begin."""
    columns = (
        page.column("id", "item", key=True),
        page.column("title", key=True),
        page.column("so far", wraps=True),
    )
    yield page.records(
        columns, ((each.step.id, each.step.title, so_far_words(each)) for each in steps)
    )
    if page.piped:
        return
    yield page.blank()
    if readiness is not None:
        yield page.line(_whether(readiness, early))
    yield page.line(SEARCH_TIME.format(*SEARCH_MONTHS))
    yield page.line(("One step in full: ", "quiet"), (f"pmcareer show {steps[0].step.id}", "item"))


def so_far_words(progress: StepProgress) -> str:
    """Say what of a step is done."""
    sign = "done: " if progress.is_done else ""
    return sign + ", ".join(_count_words(count) for count in progress.counts)


def _count_words(count: Count) -> str:
    return f"{count.have} of {count.need} {count.what}"


def _whether(readiness: float, early: Sequence[str]) -> str:
    if readiness >= READY_ENOUGH:
        return f"You are {share(readiness)} ready: far enough to apply. Nobody who made it waited to know everything."
    now = f" {joined(early)} can begin now." if early else ""
    enough = share(READY_ENOUGH)
    return f"You are {share(readiness)} ready; applications are for {enough} and more.{now}"


def job_step(progress: StepProgress, page: "Page") -> Iterator[Any]:
    """Draw what to do, its test, and what of it is done."""
    step = progress.step
    yield page.row("Do", step.do, columns=LABEL)
    yield page.row("Done", step.done, columns=LABEL)
    for place, count in enumerate(progress.counts):
        mark = "[x]" if count.have >= count.need else "[ ]"
        yield page.row("" if place else "So far", _count_words(count), columns=LABEL, mark=mark)
    if step.guide:
        yield page.row("Guide", one_line(step.guide), columns=LABEL)
    yield page.row("Sources", ", ".join(step.sources) or "none given", columns=LABEL)
    if step.log_with:
        yield page.row("Log it", (step.log_with, "item"), columns=LABEL)


def progress_keys(progress: StepProgress) -> dict[str, Any]:
    """Give the counts of a step."""
    return {
        "is_done": progress.is_done,
        "progress": [
            {"what": count.what, "have": count.have, "need": count.need}
            for count in progress.counts
        ],
    }
