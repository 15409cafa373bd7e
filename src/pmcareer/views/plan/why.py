"""Why the date moved: a waterfall from the day that was kept to today's."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pmcareer.domain.forecast.outlook import BEYOND
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.drift import DateMove, Drift
from pmcareer.views.parts.causes import REST, largest, words_for
from pmcareer.views.parts.text import day, later, signed
from pmcareer.views.plan.answer import PlanAnswer
from pmcareer.views.plan.glance import title_of

if TYPE_CHECKING:
    from datetime import date

    from pmcareer.views.parts.layout import Blocks, Grid, Page, Stack
    from pmcareer.views.parts.styled import Text

BAR = 24
"""Columns of a waterfall."""
UNSAVED = "No plan is saved for this target yet. Save one: "


@frozen
class Step:
    """A cause in words, its days, and how far those before it had moved the date."""

    words: str
    days: int
    begin: int

    @property
    def end(self) -> int:
        """How far it has moved by then."""
        return self.begin + self.days


def render_why(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw what moved the date; without a baseline, how to keep one."""
    drift = answer.drift
    if drift is None or answer.chosen.finish.is_undated:
        yield page.heading(title_of(answer))
        yield page.line(UNSAVED, ("pmcareer plan --save", "command"))
        return
    yield page.heading(title_of(answer), moved_words(answer, drift))
    if drift.moved_days:
        yield page.blank()
        yield from _waterfall(answer, drift, drift.main, page)
    yield from _study(answer, drift, page)


def _study(answer: PlanAnswer, drift: Drift, page: "Page") -> "Blocks":
    """Say why the study moved, too, where the first date is another one and moved otherwise."""
    moved = drift.study.moved_days
    if drift.study is not drift.main and moved and moved != drift.moved_days:
        yield page.blank()
        yield page.heading("The study alone", f"is done {later(moved)}")
        yield from _waterfall(answer, drift, drift.study, page)


def moved_words(answer: PlanAnswer, drift: Drift) -> str:
    """Say how far the date moved since it was kept, and by which way where another one is shown."""
    kept = day(drift.baseline.on, answer.today)
    if drift.route != answer.chosen.route.id:
        kept += f", by {drift.route}"
    if drift.moved_days is None:
        return f"since your plan of {kept}: one of the two dates lies {BEYOND}"
    if not drift.moved_days:
        return f"where your plan of {kept} had it: the date has not moved"
    return f"{later(drift.moved_days)} than your plan of {kept}"


def _waterfall(answer: PlanAnswer, drift: Drift, move: DateMove, page: "Page") -> "Blocks":
    """Draw the day that was kept, each cause from where the one before ended, and the new day."""
    steps = list(steps_of(drift, move))
    ends = [0, *[step.end for step in steps]]
    scale = _Scale(least=min(ends), most=max(ends))
    kept = f"the day that was kept on {day(drift.baseline.on, answer.today)}"
    rows = [(_day(move.before, answer), scale.bar(0, 0, "tick", page), kept)]
    for step in steps:
        bar = scale.bar(step.begin, step.end, "full", page)
        rows.append((signed(step.days), bar, step.words))
    end = scale.bar(ends[-1], ends[-1], "tick", page)
    rows.append((_day(move.after, answer), end, "the day that today alone says"))
    yield _table(rows, page)


def _table(rows: "Iterable[tuple[str, Text, str]]", page: "Page") -> "Grid | Stack":
    days = page.column("days", "strong", right=not page.narrow, key=True)
    words = page.column("", wraps=True, key=page.narrow)
    # Words say the same, and where there is little room they are all that is said.
    if page.plain or page.piped or page.narrow:
        return page.table((days, words), [(day, said) for day, _, said in rows], titled=False)
    return page.table((days, page.column(""), words), list(rows), titled=False)


def steps_of(drift: Drift, move: DateMove) -> Iterator[Step]:
    """Go through the largest causes, and what all the others add up to."""
    begin = 0
    for cause in largest(move):
        words = words_for(cause, drift.grounds)
        yield Step(words=f"{words} ({cause.cause})", days=cause.days, begin=begin)
        begin += cause.days
    rest = (move.moved_days or 0) - begin
    if rest:
        yield Step(words=REST, days=rest, begin=begin)


@frozen
class _Scale:
    """From the earliest to the latest that the date was on its way, on the columns of a bar."""

    least: int
    most: int

    def bar(self, begin: int, end: int, sign: str, page: "Page") -> "Text":
        """Draw what lies between two points, later in one colour and earlier in another."""
        first, last = sorted((self._column(begin), self._column(end)))
        drawn = page.glyph(sign) * (last - first + 1)
        style = "warning" if end > begin else "done"
        return page.text(" " * first, (drawn, "quiet" if begin == end else style))

    def _column(self, days: int) -> int:
        whole = max(self.most - self.least, 1)
        return round((days - self.least) * (BAR - 1) / whole)


def _day(value: "date | None", answer: PlanAnswer) -> str:
    return day(value, answer.today) if value else BEYOND
