"""What of a framework is covered, on one screen: by its parts, and what to do next for it."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from pmcareer.domain.plan.framework_gap import DomainGap, FrameworkGap, ItemGap
from pmcareer.domain.roadmap.readiness import NEARLY
from pmcareer.views.gap.answer import GapAnswer
from pmcareer.views.gap.framework_in_full import (
    following_words,
    nothing_read,
    origin_line,
    render_items,
    weight_words,
)
from pmcareer.views.parts.text import if_said, one_line, plural, share

if TYPE_CHECKING:
    from pmcareer.views.parts.beside import Height
    from pmcareer.views.parts.layout import Blocks, Page, Piece
    from pmcareer.views.parts.styled import Block

MOST_LINES = 22
"""Of a terminal of 24: one for the command, and one for what is typed next."""
BAR = 12
LEAST_ROWS = 3
LONGEST_PART = 34
LONGEST_TITLE = 44
OUTSIDE = "Not in your plan"
NAMED = 4
"""So many of what the plan leaves out fit a line."""
COVERED = "What counts: an exercise done for it, a level assessed, a post held."


def render_framework(answer: GapAnswer, gap: FrameworkGap, page: "Page") -> "Blocks":
    """Draw how much is covered, and the next of what is not; with --detail every item."""
    if not gap.items:
        yield from nothing_read(gap, page)
    elif answer.detail:
        parts = _parts(gap, page)
        yield from page.apart(_head(answer, gap, page), parts, render_items(answer, gap, page))
    else:
        yield page.fitted(partial(_composed, answer, gap, page))


def _composed(answer: GapAnswer, gap: FrameworkGap, page: "Page", height: "Height") -> "Blocks":
    above = [list(_head(answer, gap, page)), list(_parts(gap, page))]
    below = [[*_missing(gap, page), *_foot(answer, gap, page)]]
    shown = max(1, len(gap.ahead))
    while shown > LEAST_ROWS:
        groups = [*above, list(_ahead(gap, page, shown)), *below]
        if height(list(page.apart(*groups))) <= MOST_LINES:
            break
        shown -= 1
    yield from page.apart(*above, _ahead(gap, page, shown), *below)


def _head(answer: GapAnswer, gap: FrameworkGap, page: "Page") -> "Blocks":
    yield page.heading(one_line(gap.framework.title), gap.framework.id)
    yield page.row("Covered", *_covered(gap, page))
    if gap.count("planned"):
        yield page.row("", _once_planned(answer, gap))
    if not answer.detail:
        yield page.row("", (COVERED, "quiet"))
    if gap.taken:
        yield page.row("", f"Of the rest, taken for granted and not shown: {gap.taken}.")


def _covered(gap: FrameworkGap, page: "Page") -> "Iterator[Piece]":
    if not page.plain:
        yield page.bar(gap.share, BAR)
        yield " "
    # What rounds to all of it is not all of it.
    value = gap.share if gap.share >= 1 else min(gap.share, NEARLY)
    yield share(value), "strong"
    if gap.framework.has_weights:
        yield " by the publisher's weights"
    yield f": {gap.count('covered')} of {plural(len(gap.items), gap.framework.unit)}"


def _once_planned(answer: GapAnswer, gap: FrameworkGap) -> str:
    return f"{share(gap.share_once_planned)} once your plan to {_target(answer)} is done"


def _target(answer: GapAnswer) -> str:
    return one_line(answer.short_titles[answer.gap.target.id])


def _parts(gap: FrameworkGap, page: "Page") -> "Blocks":
    """Draw the parts of the framework: "People, 33 %  ████░░  2 of 8"."""
    titles = [_part_title(part) for part in gap.domains]
    wide = min(LONGEST_PART, max(map(len, titles), default=0))
    for part, title in zip(gap.domains, titles, strict=True):
        count = f"{part.covered} of {part.total}"
        if _is_for_words(page):
            yield page.line((f"{title}: ", "label"), count)
        else:
            bar = page.bar(part.covered / max(1, part.total), BAR)
            yield page.line((page.cut(title, wide, titles), "label"), "  ", bar, f" {count}")


def _is_for_words(page: "Page") -> bool:
    return page.plain or page.narrow or page.piped


def _part_title(part: DomainGap) -> str:
    return one_line(part.domain.title) + if_said(", {} %", weight_words(part.domain))


def _ahead(gap: FrameworkGap, page: "Page", shown: int) -> "Blocks":
    """Draw what to do next: what the plan asks for, in its order, and the first of the rest."""
    planned = [each for each in gap.ahead if each.state != "open"]
    taken = [each for each in gap.ahead if each.state == "open" and each.is_taken]
    outside = [each for each in gap.ahead if each.state == "open" and not each.is_taken]
    if not gap.ahead:
        return
    counts = f"{len(planned)} by your plan, {len(outside)} not in it"
    yield page.heading("To cover", counts + if_said(", {} taken for granted", len(taken) or None))
    rows = planned or outside or taken
    for each in rows[:shown]:
        yield _row(each, rows[:shown], page)
    if len(rows) > shown:
        yield page.quiet(f"and {len(rows) - shown} more: --detail")
    if planned and outside:
        yield page.line((f"{OUTSIDE}  ", "label"), _in_short(outside))


def _in_short(outside: Sequence[ItemGap]) -> str:
    """Name the first of what the plan leaves out: "p2 chg-05, r5 prc-01 and 9 more"."""
    named = ", ".join(f"{each.item.id} {following_words(each)}" for each in outside[:NAMED])
    return named + if_said(" and {} more", max(0, len(outside) - NAMED) or None)


def _row(each: ItemGap, among: Sequence[ItemGap], page: "Page") -> "Block":
    title, following = one_line(each.item.title), following_words(each)
    if _is_for_words(page):
        return page.line((each.item.id, "item"), f" {title}: {following}")
    wide = max(len(other.item.id) for other in among)
    columns = min(LONGEST_TITLE, max(len(one_line(other.item.title)) for other in among))
    # Between the four columns there are two blanks each.
    work = _work(each, page, page.width - wide - columns - len(following) - 6)
    name = (f"{each.item.id:<{wide}}", "item")
    return page.line(name, "  ", page.cut(title, columns), f"  {following}", (work, "quiet"))


def _work(each: ItemGap, page: "Page", room: int) -> str:
    """Say what an exercise is, as far as there is room."""
    if each.following is None:
        return ""
    return f"  {page.cut(one_line(each.following.title), room).rstrip()}"


def _missing(gap: FrameworkGap, page: "Page") -> "Blocks":
    """Name what no exercise, level or post of the curriculum covers."""
    if not gap.missing:
        return
    named = ", ".join(f"{each.item.id} {one_line(each.item.title)}" for each in gap.missing)
    yield page.line(("Nothing here covers  ", "label"), named)


def _foot(answer: GapAnswer, gap: FrameworkGap, page: "Page") -> "Blocks":
    yield page.quiet(origin_line(gap.framework, answer.today))
    every = f"pmcareer gap --framework {gap.framework.id} --detail"
    yield page.line(f"Every {gap.framework.unit}: {every}")
