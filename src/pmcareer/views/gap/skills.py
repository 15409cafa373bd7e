"""The skills of a gap as levels of what the role needs, with the hours of each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmcareer.domain.plan.gap import Gap, SkillGap
from pmcareer.views.parts.levels import columns_of_squares, squares, squares_unsaid
from pmcareer.views.parts.text import hours, one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Hanging, Page, Piece
    from pmcareer.views.parts.styled import Block

HOURS = 7
GAP = 4
LONGEST_TITLE = 44
SIDE_BY_SIDE = 72
"""From so many columns on skills that are many stand in two columns."""
NOT_BY_EXERCISES = "not by exercises"
ON_THE_WAY = "on the way"
"""What is asked for by a role before the one that is aimed at."""


def render_skills(gap: Gap, page: "Page", room: int) -> "Blocks":
    """Draw the skills in so many lines: in one column, in two, or those with most hours alone."""
    needed = len(gap.target.needs)
    there = needed - sum(skill.is_short for skill in gap.skills)
    note = f"{there} of {needed} at the level needed, and the hours to go"
    if not all(skill.missing for skill in gap.skills):
        note += f"; {page.glyph('dash')}: {NOT_BY_EXERCISES}"
    yield page.heading("Skills", note)
    skills, lines = gap.skills, room - 1
    if page.narrow or page.piped or len(skills) <= lines:
        for skill in skills:
            yield _row(skill, page, skills)
    elif not _pairs(page) or len(skills) > 2 * lines:
        yield from _most(skills, page, lines)
    else:
        yield _beside(skills, page, skills)


def _pairs(page: "Page") -> bool:
    """Tell whether there is room for two columns; words alone have a line for each skill."""
    return page.width >= SIDE_BY_SIDE and not page.plain


def _wide(skills: Sequence[SkillGap]) -> int:
    """Count the columns that levels take; what is asked for on the way is said in words."""
    needs = [skill.need for skill in skills]
    return max(0 if all(needs) else len(ON_THE_WAY), columns_of_squares(needs))


def _most(skills: Sequence[SkillGap], page: "Page", lines: int) -> "Blocks":
    """Draw those with most hours, in the role's order, and count the others."""
    pairs = _pairs(page)
    shown = max(1, (lines - 1) * (1 + pairs))
    first = sorted(skills, key=lambda skill: -skill.hours)[:shown]
    chosen = [skill for skill in skills if skill in first]
    if pairs:
        yield _beside(chosen, page, skills)
    else:
        for skill in chosen:
            yield _row(skill, page, skills)
    yield page.quiet(f"and {len(skills) - len(chosen)} more: --detail")


def _beside(skills: Sequence[SkillGap], page: "Page", among: Sequence[SkillGap]) -> "Block":
    half = (len(skills) + 1) // 2
    columns = (page.width - GAP) // 2
    part = page.of_width(columns)
    left = [_short(skill, part, among) for skill in skills[:half]]
    right = [_short(skill, part, among) for skill in skills[half:]]
    # What sets them side by side adds two columns of its own.
    return page.beside(left, right, columns + GAP - 2)


def _short(skill: SkillGap, page: "Page", among: Sequence[SkillGap]) -> "Hanging":
    wide = _wide(among)
    columns = page.width - wide - HOURS - 1
    title = page.cut(_title(skill), columns, map(_title, among))
    price = hours(skill.hours) if skill.missing else page.glyph("dash")
    return page.line(title, " ", *_levels(skill, page, wide), f"{price:>{HOURS}}")


def _title(skill: SkillGap) -> str:
    return one_line(skill.skill.title)


def _levels(skill: SkillGap, page: "Page", wide: int) -> "list[Piece]":
    """Draw the level beside the need; the role itself may need none of it."""
    if not skill.need:
        return [(f"{ON_THE_WAY:<{wide}}", "quiet")]
    draw = squares_unsaid if skill.is_unsaid else squares
    return draw(skill.have.level, skill.need, page, wide)


def _row(skill: SkillGap, page: "Page", among: Sequence[SkillGap]) -> "Hanging":
    """Draw a skill with its level, its hours, and the exercise to begin with."""
    wide, title, titles = _wide(among), _title(skill), map(_title, among)
    levels = _levels(skill, page, wide)
    if page.plain or page.piped:
        return page.line((f"{title}: ", "label"), *levels, f", {_price(skill)}")
    if page.narrow:
        part = page.width - wide - HOURS - 1
        price = f"{hours(skill.hours):>{HOURS}}" if skill.missing else ""
        return page.line(page.cut(title, part, titles), " ", *levels, price)
    columns = min(LONGEST_TITLE, page.width - wide - len(NOT_BY_EXERCISES) - 12)
    return page.line(page.cut(title, columns, titles), " ", *levels, f" {_price(skill)}")


def _price(skill: SkillGap) -> str:
    """Say "14.7 h, tld-02 first"; of a level that no exercise of the plan lifts that."""
    if not skill.missing:
        return NOT_BY_EXERCISES
    return f"{hours(skill.hours)}, {skill.missing[0].id} first"
