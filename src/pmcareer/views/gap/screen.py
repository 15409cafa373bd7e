"""The gap to a role on one screen: skills as levels, hours, gates in short, how ready one is."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from pmcareer.domain.gates.wording import progress_words
from pmcareer.domain.plan.gap import Gap
from pmcareer.domain.roadmap.readiness import NEARLY, Part
from pmcareer.views.gap.answer import GapAnswer
from pmcareer.views.gap.in_full import APPLY, render_in_full
from pmcareer.views.gap.keys import as_dict
from pmcareer.views.gap.sentences import arrival, total_in_short
from pmcareer.views.gap.skills import render_skills
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.gates import gate_lines
from pmcareer.views.parts.text import one_line, plural, share

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.domain.gates.state import GateForecast
    from pmcareer.views.parts.beside import Height
    from pmcareer.views.parts.layout import Blocks, Page, Piece

__all__ = ["as_dict", "render"]

MOST_LINES = 22
"""Of a terminal of 24: one for the command, and one for what is typed next."""
LONGEST_TITLE = 40
BAR = 12
COUNT = re.compile(r"\d+ of \d+")
MADE_OF = {"levels": "levels", "work": "exercises", "gates": "gates"}
"""The parts of readiness that are named, and what each counts."""
GATES_SHOWN = 4
LEAST_SKILLS = 9
"""Lines for skills that are kept free, their heading and their sum counted; gates give way."""


def render(answer: GapAnswer, page: "Page") -> "Blocks":
    """Draw how ready one is, then the skills in what room is left, gates, and the dates."""
    if answer.detail:
        yield from render_in_full(answer, page)
    else:
        yield page.fitted(partial(_composed, answer, page))


def _composed(answer: GapAnswer, page: "Page", height: "Height") -> "Blocks":
    head, foot = list(_head(answer, page)), list(_foot(answer, page))
    shown = GATES_SHOWN
    gates = list(_gates(answer, page, shown))
    while shown > 1 and _room(height, head, gates, foot) < LEAST_SKILLS:
        shown -= 1
        gates = list(_gates(answer, page, shown))
    total = list(_total(answer.gap, page))
    skills = _skills(answer.gap, page, _room(height, head, gates, foot) - height(total))
    yield from page.apart(head, [*skills, *total], gates, foot)


def _room(height: "Height", *groups: "Sequence[RenderableType]") -> int:
    """Count the lines that are left, those between the groups taken off."""
    drawn = [group for group in groups if group]
    return MOST_LINES - sum(map(height, drawn)) - len(drawn)


def _head(answer: GapAnswer, page: "Page") -> "Blocks":
    gap = answer.gap
    title = one_line(gap.target.title)
    if len(title) > LONGEST_TITLE:
        title = one_line(answer.short_titles[gap.target.id])
    source = one_line(answer.short_titles[gap.source.id]) if gap.source else ""
    yield page.heading(title, f"from {source}" if source else "")
    if gap.target is gap.source:
        yield page.line("You hold this role: its gates are behind you, its levels to be shown.")
    if not gap.parts:
        yield page.line("It asks for nothing: no levels, no exercises, no gates.")
        return
    yield page.line(("Readiness  ", "label"), *_readiness(gap, page))
    if gap.apply_rule and gap.target is not gap.source:
        # The rest of the advice, and where it is from, stands in the detail.
        yield page.line(APPLY.split(":")[0] + ".", indent=0 if page.narrow else 11)


def _readiness(gap: Gap, page: "Page") -> Iterator["Piece"]:
    """Draw how much of the evidence is there, and of what it is made."""
    if not page.plain:
        yield page.bar(gap.readiness, BAR)
        yield " "
    # What rounds to all of it is not all of it.
    value = gap.readiness if gap.readiness >= 1 else min(gap.readiness, NEARLY)
    yield share(value), "strong"
    parts = [_part(part) for part in gap.parts if part.id in MADE_OF]
    yield f": {', '.join(parts)}"


def _part(part: Part) -> str:
    """Say one part of readiness in short: "4 of 27 exercises"."""
    # What is covered, and what counts half, is said in the detail.
    count = COUNT.match(part.text)
    return f"{count.group() if count else ''} {MADE_OF[part.id]}".strip()


def _skills(gap: Gap, page: "Page", room: int) -> "Blocks":
    if gap.skills:
        yield from render_skills(gap, page, room)
    else:
        yield page.line("No skill is missing anything.")


def _total(gap: Gap, page: "Page") -> "Blocks":
    """Say how much work it is."""
    if gap.is_priced:
        yield page.line(*total_in_short(gap))


def _gates(answer: GapAnswer, page: "Page", shown: int) -> "Blocks":
    """Say what study can't buy: so many gates that are not met, in the order of the way."""
    missing = [gate for gate in answer.gap.route.gates if gate.status.missing]
    if not missing:
        return
    lines = list(dict.fromkeys(_gate_lines(answer, missing)))
    said = lines[:shown]
    if len(lines) > shown:
        said.append(f"and {len(lines) - shown} more: --detail")
    yield page.heading("Gates", "what study hours can't buy")
    yield page.bullets(said)


def _gate_lines(answer: GapAnswer, gates: "Sequence[GateForecast]") -> Iterator[str]:
    """Say each gate in short; months that levels ask for in one line."""
    of_levels = []
    for gate in gates:
        if gate.status.is_of_level:
            of_levels.append(gate)
            continue
        words = one_line(gate.status.words)
        if gate.gate.unit != "yes or no":
            words += f": {progress_words(gate.status)}"
        if gate.gate.has_calendar and gate.open_on:
            words += f", likely {about(gate.open_on, answer.today)}"
        yield words
    yield from map(one_line, gate_lines(of_levels, answer.today))


def _foot(answer: GapAnswer, page: "Page") -> "Blocks":
    """Say when one is there, what others are to rate, and where the rest stands."""
    gap = answer.gap
    for label, words in arrival(answer):
        yield page.line((f"{label}  ", "label"), *words)
    unrated = [trait for trait in gap.traits if trait.rated is None or trait.rated < trait.need]
    if unrated:
        traits = f"{plural(len(unrated), 'trait')} for others to rate high enough"
        yield page.line(("Traits  ", "label"), traits)
    yield page.line(
        *("Every row ", ("--detail", "command"), f" {page.glyph('dot')} what decides the date "),
        (f"pmcareer plan --target {gap.target.id}", "command"),
    )
