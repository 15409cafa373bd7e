"""The blocks of `status`: skills, weeks, balance and burn-up, side by side where there is room."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.items import Skill
from pmcareer.views.parts.levels import columns_of_squares, mark, squares
from pmcareer.views.parts.text import one_line, plural, share, spaced
from pmcareer.views.status.answer import StatusAnswer
from pmcareer.views.status.burn_up import render_burn_up
from pmcareer.views.status.hours import render_hours

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Hanging, Page
    from pmcareer.views.parts.styled import Block

Drawn = "list[Block]"
SIDE_BY_SIDE = 72
THREE = 110
"""From so many columns on two blocks stand side by side, and three."""
SKILLS_COLUMNS = 38
WEEKS_COLUMNS = 36
GAP = 4
"""Columns between blocks; two of them belong to what sets them side by side."""
MOST_ROWS, LEAST_ROWS = 8, 3
SHORT_BAR, WIDE_BAR = 5, 20
STACKED_ROWS = 5
NAMED = 8
"""Skills that a sentence names."""
LEAST_BURN_UP = 34
NO_WEEKS = "Your weeks will stand here, hours against the promise, once you log time."


def render_blocks(answer: StatusAnswer, page: "Page", room: int) -> "Blocks":
    """Draw the blocks in so many lines, or one below the other on a narrow page."""
    if page.plain or page.piped:
        yield from page.apart(_in_words(answer, page))
        return
    if page.width < SIDE_BY_SIDE:
        yield from page.apart(
            _skills(answer, page, len(answer.target.needs) + 1),
            _weeks(answer, page, STACKED_ROWS),
            _burn_up(answer, page, STACKED_ROWS),
            _balance(answer, page),
        )
        return
    if answer.target.needs:
        left = list(_skills(answer, page.of_width(SKILLS_COLUMNS), room))
        right = page.of_width(page.width - SKILLS_COLUMNS - GAP)
        yield page.beside(left, _beside_skills(answer, right, room), SKILLS_COLUMNS + GAP - 2)
    else:
        yield from _beside_skills(answer, page, room)


def _in_words(answer: StatusAnswer, page: "Page") -> "Blocks":
    """Say skills, weeks and balance in a paragraph each."""
    known = _known(answer)
    if known:
        there = _there(answer, known)
        lacking = [skill for skill in known if answer.lacks(skill.id)]
        named = [_level_words(answer, skill) for skill in _shown(answer, lacking, NAMED)]
        if len(lacking) > len(named):
            named.append(f"and {len(lacking) - len(named)} more")
        said = f"{there}: {', '.join(named)}." if named else f"{there}."
        yield page.line(("Skills: ", "label"), said)
    yield from _weeks(answer, page, STACKED_ROWS)
    yield from _streak(answer, page)
    if answer.shows("balance") and any(answer.balance.values()):
        said = ", ".join(f"{spaced(side)} {words.strip()}" for side, words in _shares(answer))
        yield page.line(("Balance: ", "label"), f"{said}.")


def _level_words(answer: StatusAnswer, skill: Skill) -> str:
    have, need = _level(answer, skill)
    return f"{one_line(skill.title)} {have} of {need}"


def _level(answer: StatusAnswer, skill: Skill) -> tuple[int, int]:
    """Return the level that is there, and the one that is needed."""
    return answer.levels[skill.id].level, answer.target.needs[skill.id]


def _known(answer: StatusAnswer) -> list[Skill]:
    """List the skills that the target needs, in its order."""
    return [answer.skills[name] for name in answer.target.needs if name in answer.skills]


def _there(answer: StatusAnswer, known: Sequence[Skill]) -> str:
    there = sum(not answer.lacks(skill.id) for skill in known)
    return f"{there} of {len(known)} at the level needed"


def _beside_skills(answer: StatusAnswer, page: "Page", room: int) -> "Sequence[Block]":
    """Set the weeks beside the burn-up, or draw them alone, with the balance below them."""
    columns = page.width - WEEKS_COLUMNS - GAP
    if columns < LEAST_BURN_UP:
        return _weeks_and_balance(answer, page, room)
    weeks = _weeks_and_balance(answer, page.of_width(WEEKS_COLUMNS), room)
    # Its heading, ceiling, axis and legend are lines, too.
    rows = max(LEAST_ROWS, min(MOST_ROWS, room - 4))
    hill = list(_burn_up(answer, page.of_width(columns), rows))
    return [page.beside(weeks, hill, WEEKS_COLUMNS + GAP - 2)] if hill else weeks


def _weeks_and_balance(answer: StatusAnswer, page: "Page", room: int) -> "list[Block]":
    """Draw the weeks as high as the balance leaves room for; without it where they need it all."""
    balance = [page.blank(), *_balance(answer, page)]
    streak = list(_streak(answer, page))
    rows = room - len(streak) - len(balance) - 2
    if rows < LEAST_ROWS or len(balance) == 1:
        balance, rows = [], room - len(streak) - 2
    return [*_weeks(answer, page, min(rows, MOST_ROWS - 3)), *streak, *balance]


def _weeks(answer: StatusAnswer, page: "Page", rows: int) -> "Blocks":
    if not answer.shows("heat-map"):
        return
    if answer.weeks:
        # Where nothing is left to study nobody is behind with it.
        promise = answer.pace.promised if answer.route.hours_left else 0.0
        yield from render_hours(answer.weeks, promise, page, rows)
    elif answer.route.hours_left:
        yield page.heading("Hours by week")
        yield page.quiet(NO_WEEKS)


def _streak(answer: StatusAnswer, page: "Page") -> "Iterator[Hanging]":
    streak = answer.streak
    if streak.weeks and answer.shows("streak"):
        days = f"{plural(streak.days_this_week, 'day')} this week"
        row = f"{plural(streak.weeks, 'week')} in a row, " if streak.weeks > 1 else ""
        yield page.quiet(row + days)


def _balance(answer: StatusAnswer, page: "Page") -> "Blocks":
    """Draw how the hours were shared over the sides, and which one gets too little."""
    if not answer.shows("balance") or not any(answer.balance.values()):
        return
    yield page.heading("Balance", "of your hours on exercises")
    longest = max(map(len, answer.balance))
    for side, words in _shares(answer):
        bar = page.bar(answer.balance[side], _bar_columns(page), "study")
        yield page.line(f"{spaced(side):<{longest}}  ", bar, " ", words)


def _shares(answer: StatusAnswer) -> Iterator[tuple[str, str]]:
    """Say the share of each side, and what was planned for the one that gets too little."""
    for side, part in answer.balance.items():
        planned = ""
        if answer.short and answer.short.side == side:
            planned = f", plan {share(answer.short.plan_share)}"
        yield side, f"{share(part):>4}{planned}"


def _bar_columns(page: "Page") -> int:
    return WIDE_BAR if page.width >= SIDE_BY_SIDE else SHORT_BAR


def _burn_up(answer: StatusAnswer, page: "Page", rows: int) -> "Blocks":
    if answer.earned:
        of_plan = answer.route.hours_done
        yield from render_burn_up(answer.earned, answer.today, page, rows, of_plan)


def _skills(answer: StatusAnswer, page: "Page", room: int) -> "Blocks":
    """Draw each skill that the target needs as squares; where lines are few those that lack most.

    The role's order stays, whatever is drawn.
    """
    known = _known(answer)
    if not known:
        return
    yield page.heading("Skills", _there(answer, known))
    shown = _shown(answer, known, room - 1)
    for skill in shown:
        yield _skill(answer, skill, page)
    if len(shown) < len(known):
        yield page.quiet(f"and {len(known) - len(shown)} more: pmcareer gap --detail")


def _shown(answer: StatusAnswer, known: Sequence[Skill], room: int) -> Sequence[Skill]:
    if len(known) <= room:
        return known
    first = sorted(known, key=lambda skill: (-answer.lacks(skill.id), -answer.hours_left(skill.id)))
    chosen = {skill.id for skill in first[: max(room - 1, 1)]}
    return [skill for skill in known if skill.id in chosen]


def _title(skill: Skill) -> str:
    return one_line(skill.title)


def _skill(answer: StatusAnswer, skill: Skill, page: "Page") -> "Hanging":
    have, need = _level(answer, skill)
    wide = columns_of_squares(answer.target.needs.values())
    columns = min(page.width, SKILLS_COLUMNS) - wide - 2
    title = page.cut(_title(skill), columns, map(_title, _known(answer)))
    sign = (mark(have, need, page), "done")
    return page.line(title, " ", *squares(have, need, page, wide), sign)
