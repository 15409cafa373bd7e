"""Steps of the job search: what is done of each, by its own test."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.job_search import SEARCH_MONTHS, SearchTime
from pmcareer.domain.person.step_counts import Count, StepProgress
from pmcareer.domain.roadmap.search import ENOUGH_DONE
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import joined, one_line, share

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page, Piece

SEARCH_TIME = (
    "A search takes {0} to {2} months, {1} as a rule; a move inside the firm half of that."
)


def job_steps(
    steps: Sequence[StepProgress], search: SearchTime | None, early: Sequence[str], page: "Page"
) -> "Blocks":
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
    if search is not None:
        yield page.line(*_whether(search, early))
    yield page.line(SEARCH_TIME.format(*SEARCH_MONTHS))
    yield page.line(("One step in full: ", "quiet"), (f"pmcareer show {steps[0].step.id}", "item"))


def so_far_words(progress: StepProgress) -> str:
    """Say what of a step is done."""
    counts = ", ".join(map(_count_words, progress.counts))
    if progress.is_done:
        return f"done: {counts}"
    return counts


def _count_words(count: Count) -> str:
    return f"{count.have} of {count.need} {count.what}"


def _whether(search: SearchTime, early: Sequence[str]) -> "Iterator[Piece]":
    role = one_line(search.role.short or search.role.title)
    # 59.8 % are not 60 yet.
    done = f"{int(100 * search.done)} % of the hours on the way to {role} are done"
    if search.is_looking:
        yield f"You are looking for the post of {role}; {done}."
    elif search.is_open:
        yield f"{done}: far enough to apply. Nobody who made it waited to know everything."
    else:
        yield f"{done}; the search opens at {share(ENOUGH_DONE)}, or when you say that you look: "
        yield "pmcareer profile --looking", "item"
        if early:
            yield f". {joined(early)} can begin now."


def progress_keys(progress: StepProgress) -> Keys:
    """Return the counts of a step."""
    return {"is_done": progress.is_done, "progress": list(map(asdict, progress.counts))}
