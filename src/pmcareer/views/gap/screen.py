"""The gap to a role on one screen: skills as levels, hours, gates in short, how ready one is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from pmcareer.domain.gates.wording import progress_words
from pmcareer.domain.plan.gap import Gap
from pmcareer.domain.roadmap.readiness import NEARLY, Part
from pmcareer.views.gap.answer import GapAnswer
from pmcareer.views.gap.framework import MOST_LINES, render_framework
from pmcareer.views.gap.in_full import APPLY, OF_THE_ROLE, render_in_full
from pmcareer.views.gap.keys import as_dict
from pmcareer.views.gap.sentences import arrival, late_words, total_in_short, unsaid_line
from pmcareer.views.gap.skills import render_skills
from pmcareer.views.parts.because import because_in_short
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.gates import gate_lines
from pmcareer.views.parts.text import if_said, one_line, plural, share

if TYPE_CHECKING:
    from pmcareer.domain.gates.state import GateForecast
    from pmcareer.views.parts.beside import Height
    from pmcareer.views.parts.layout import Blocks, Page, Piece
    from pmcareer.views.parts.styled import Block

__all__ = ["as_dict", "render"]

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
    if answer.framework:
        yield from render_framework(answer, answer.framework, page)
    elif answer.detail:
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


def _room(height: "Height", *groups: "Sequence[Block]") -> int:
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
    if gap.held_words:
        yield page.line(gap.held_words)
    if not gap.parts:
        yield page.line("It asks for nothing: no levels, no exercises, no gates.")
        return
    yield page.row("Readiness", *_readiness(gap, page))
    yield page.row("", "; ".join(_part(part) for part in gap.parts if part.id in MADE_OF))
    if gap.apply_rule and gap.target is not gap.source:
        # The rest of the advice, and where it is from, stands in the detail.
        yield page.line(APPLY.split(":")[0] + ".", indent=0 if page.narrow else 11)
    for words in because_in_short(answer.because, page):
        yield page.line((words, "quiet"))


def _readiness(gap: Gap, page: "Page") -> Iterator["Piece"]:
    """Draw how much of the evidence is there."""
    if not page.plain:
        yield page.bar(gap.readiness, BAR)
        yield " "
    # What rounds to all of it is not all of it.
    value = gap.readiness if gap.readiness >= 1 else min(gap.readiness, NEARLY)
    yield share(value), "strong"
    yield f" {OF_THE_ROLE}:"


def _part(part: Part) -> str:
    """Say one part of readiness in short: "4 of 27 exercises done, 2 covered"."""
    if count := COUNT.match(part.text):
        rest = _how(part.text[count.end() :]) if part.id == "work" else ""
        return f"{count.group()} {MADE_OF[part.id]}{rest}"
    return MADE_OF[part.id]


def _how(text: str) -> str:
    """Leave out that one's own word counts half: the detail says that."""
    return text.partition(", which")[0]


def _skills(gap: Gap, page: "Page", room: int) -> "Blocks":
    if gap.skills:
        yield from render_skills(gap, page, room)
    else:
        yield page.line("No skill is missing anything.")


def _total(gap: Gap, page: "Page") -> "Blocks":
    """Say how much work it is."""
    if gap.is_priced:
        yield page.line(*total_in_short(gap))
    if gap.unsaid_words:
        yield page.line(*unsaid_line(gap))


def _gates(answer: GapAnswer, page: "Page", shown: int) -> "Blocks":
    """Say what study can't buy: so many gates that are not met, in the order of the way."""
    gap, missing = answer.gap, answer.gap.missing_gates
    if not missing:
        return
    lines = _gate_lines(answer, missing)
    said = list(lines)[:shown]
    more = len(missing) - sum(lines[line] for line in said)
    if more:
        said.append(f"and {_more(more, missing)}: --detail")
    met = f"{gap.gates_met} of {len(gap.route.gates)} met on the way there"
    yield page.heading("Gates", f"{met}: what study hours can't buy")
    yield page.bullets(said)


def _more(count: int, missing: "Sequence[GateForecast]") -> str:
    """Count the gates that are left out; months of levels are joined, there and in the detail.

    They come last, on one line: "11 more, 7 of them months for levels".
    """
    of_levels = sum(gate.status.is_of_level for gate in missing)
    if of_levels <= 1:
        return f"{count} more"
    those = "all" if of_levels == count else of_levels
    return f"{count} more, {those} of them months for levels"


def _gate_lines(answer: GapAnswer, gates: "Sequence[GateForecast]") -> Counter[str]:
    """Say each gate in short, and for how many a line stands; all months of levels are one."""
    of_levels = [gate for gate in gates if gate.status.is_of_level]
    lines = Counter(_gate_line(answer, gate) for gate in gates if gate not in of_levels)
    for line in gate_lines(of_levels, answer.today):
        lines[one_line(line)] += len(of_levels)
    return lines


def _gate_line(answer: GapAnswer, gate: "GateForecast") -> str:
    words = one_line(gate.status.words)
    if gate.gate.unit != "yes or no":
        words += f": {progress_words(gate.status)}"
    return words + if_said(", likely {}", _opens(answer, gate))


def _opens(answer: GapAnswer, gate: "GateForecast") -> str:
    """Name the day on which a gate is likely met, where one can be worked out."""
    if gate.gate.has_calendar and gate.open_on:
        return about(gate.open_on, answer.today)
    return ""


def _foot(answer: GapAnswer, page: "Page") -> "Blocks":
    """Say when one is there, what others are to rate, and where the rest stands."""
    gap = answer.gap
    for label, words in arrival(answer):
        yield page.line((f"{label}  ", "label"), *words)
    if late := late_words(answer):
        yield page.line(late)
    unrated = [trait for trait in gap.traits if trait.rated is None or trait.rated < trait.need]
    if unrated:
        traits = f"{plural(len(unrated), 'trait')} for others to rate high enough"
        yield page.line(("Traits  ", "label"), traits)
    yield page.line(
        *("Every row ", ("--detail", "command"), f" {page.glyph('dot')} what decides the date "),
        (f"pmcareer plan --target {gap.target.id}", "command"),
    )
