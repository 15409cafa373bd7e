"""A route as rows in time, in the order in which they are drawn: what lasts from when to when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any, Literal

from pmcareer.domain.curriculum.gate import CertificateGate
from pmcareer.domain.forecast.outlook import (
    EFFORT,
    MOVE,
    SEARCH,
    Dates,
    RouteForecast,
    StageForecast,
)
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.gates.wording import short, so_far_words
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.roadmap.routes import Detour, Leg

LegStages = tuple[Leg, Sequence[StageForecast]]
RowKind = Literal["study", "search", "post", "detour", "gate", "role"]

STUDY = "Study"
WHOLE_FROM = 3
"""Months from which a part of one is not said."""
STAYS_ABOUT = 1.5
"""A post that lasts so many times its months is held for something else."""
IN_THE_ROLE = "In the role"


@frozen
class Row:
    """Something that takes time on a route: from its likely begin to its likely and its safe end.

    The row of the role is no span: it has the two days on which one is likely and safely in it.
    """

    kind: RowKind
    id: str
    """As forecasts name it: effort, move:<from>:<to>, search:<role>, a gate's or the role's id."""
    title: str
    """What it is called where there is little room: "Apply, Junior PM"."""
    note: str = ""
    """How much of it there is: "159 h", "12 months", "0 of 2"."""
    begin: date | None
    """The likely day; None where what comes before it has none."""
    likely: date | None
    safe: date | None
    reason: str | None = None
    """Why a date is missing."""
    by_others: bool = False
    """Others decide when it ends: there is a month to name, and no day."""
    decides: bool = False
    """It is what decides when the route ends, in most trials."""
    stands_for: tuple[str, ...] = ()
    """Gates that it is taken for: where one of them decides, it does."""

    @property
    def is_dated(self) -> bool:
        """Tell whether there is anything of it to draw."""
        return self.begin is not None and self.likely is not None


@frozen
class Timeline:
    """The rows of a route from today to the last day that any of them names."""

    today: date
    last: date
    title: str
    """What the target is called where there is little room."""
    rows: tuple[Row, ...]

    @property
    def deciding(self) -> Row | None:
        """The row that decides the end; None where there is nothing left to decide."""
        return next((row for row in self.rows if row.decides), None)

    @property
    def is_drawn(self) -> bool:
        """Tell whether there is time to draw: a day after today."""
        return self.last > self.today


def timeline_of(route: RouteForecast, today: date, titles: Mapping[str, str]) -> Timeline:
    """List what a route is made of in time; `titles` are the short ones of roles."""
    rows = _with_decider(list(map(_in_order, _rows(route, today, titles))), route)
    days = [today]
    for row in rows:
        days += [day for day in (row.likely, row.safe) if day]
    target = titles[route.stage_forecasts[-1].role]
    return Timeline(today=today, last=max(days), title=target, rows=tuple(rows))


def _rows(route: RouteForecast, today: date, titles: Mapping[str, str]) -> Iterator[Row]:
    if route.finish.is_undated:
        return
    if route.hours_left:
        note = f"{short(route.hours_left, 0)} h"
        ends = _ends(route.study)
        yield Row(kind="study", id=EFFORT, title=STUDY, note=note, begin=today, **ends)
    for leg, stages in _legs(route):
        yield from _leg_rows(_Leg(leg=leg, stages=stages, titles=titles, driver=route.driver))
    last = route.stage_forecasts[-1]
    if not route.finish.is_held:
        ends, there = _ends(route.finish), titles[last.role]
        begin = route.finish.likely
        yield Row(kind="role", id=last.role, title=IN_THE_ROLE, note=there, begin=begin, **ends)


def _ends(dates: Dates | None) -> dict[str, Any]:
    """Give a row its ends, or none where nothing is known of them."""
    if dates is None:
        return {"likely": None, "safe": None}
    ends = {"likely": dates.likely, "safe": dates.safe, "by_others": dates.by_others}
    return ends if dates.likely and dates.safe else {**ends, "reason": dates.reason}


def _legs(route: RouteForecast) -> Iterator[LegStages]:
    """Give each leg its forecasts: those of its detours, and its own behind them."""
    ahead = iter(route.stage_forecasts)
    for leg in route.route.legs:
        yield leg, list(islice(ahead, len(leg.detours) + 1))


@frozen
class _Leg:
    """A leg with its forecasts, and what its rows are named by."""

    leg: Leg
    stages: Sequence[StageForecast]
    titles: Mapping[str, str]
    driver: str

    @property
    def stage(self) -> StageForecast:
        """The forecast of the leg itself."""
        return self.stages[-1]

    @property
    def begin(self) -> date | None:
        """The likely day on which it begins."""
        return self.stages[0].start.likely


def _leg_rows(leg: _Leg) -> Iterator[Row]:
    yield from _post(leg)
    for detour, forecast in zip(leg.leg.detours, leg.stages, strict=False):
        yield from _detour(leg, detour, forecast)
    yield from _gates(leg)
    stage = leg.stage
    if stage.search and stage.found and not stage.finish.is_held:
        yield _search(leg, stage, _no_later(stage.found, stage.finish))


def _search(leg: _Leg, stage: StageForecast, found: Dates) -> Row:
    title = f"Apply, {leg.titles[stage.role]}"
    months = stage.search.p50 if stage.search else 0.0
    return Row(
        kind="search",
        id=f"{SEARCH}{stage.role}",
        title=title,
        note=_months(months),
        begin=stage.ready.likely,
        **_ends(found),
    )


def _post(leg: _Leg) -> Iterator[Row]:
    """Give the months in the role that a leg starts from, until one may apply for the next.

    Of today's role only where months of it are still ahead.
    """
    # Of 12 months as a rule, and 24 at most, 30 are over: nothing of that row is left to draw.
    key = leg.leg.move.key if leg.leg.move else ""
    *_, most = leg.leg.months
    if leg.leg.is_first and most <= leg.leg.served_months and key != leg.driver:
        return
    row = Row(
        kind="post",
        id=key or f"{MOVE}{leg.leg.source.id}:{leg.leg.target.id}",
        title=leg.titles[leg.leg.source.id],
        begin=leg.begin,
        **_ends(leg.stage.ready),
    )
    # Who may apply today stays for nothing more: "today to today" would be drawn.
    if row.safe == row.begin and key != leg.driver:
        return
    months = max(0.0, leg.leg.months[1] - leg.leg.served_months)
    yield replace(row, note=_months(months)) if _lasts_about(row, months) else row


def _lasts_about(row: Row, months: float) -> bool:
    """Tell whether the months of a move are what makes one stay; else other things do."""
    # Of 12 months as a rule half of people need 15. Who stays 36 waits for something else, and
    # "12 months" beside a bar of three years would say nothing that is seen.
    if not (row.begin and row.likely):
        return True
    return (row.likely - row.begin).days <= months * STAYS_ABOUT * DAYS_PER_MONTH


def _detour(leg: _Leg, detour: Detour, forecast: StageForecast) -> Iterator[Row]:
    """Give the search for a detour, and the months on it."""
    begun = forecast.found or forecast.start
    if forecast.search:
        yield _search(leg, forecast, begun)
    title = leg.titles[detour.role.id]
    note = _months(detour.months_ahead)
    yield Row(
        kind="detour",
        id=detour.key,
        title=title,
        note=note,
        begin=begun.likely,
        stands_for=tuple(gate.id for gate in detour.opens),
        **_ends(forecast.finish),
    )


def _gates(leg: _Leg) -> Iterator[Row]:
    """Give what others have still to give, and the certificates; of other months what decides."""
    given = {gate.id for detour in leg.leg.detours for gate in detour.opens}
    for gate in leg.stage.gates:
        name = gate.gate.id
        if gate.status.missing and name not in given and _is_drawn(gate, leg.driver):
            ends = _ends(leg.stage.opening.get(name))
            title, note = gate.status.words, _progress(gate)
            yield Row(kind="gate", id=name, title=title, note=note, begin=leg.begin, **ends)


def _is_drawn(gate: GateForecast, driver: str) -> bool:
    # Months of work are served in a post, which has a row of its own.
    by_paper = isinstance(gate.gate, CertificateGate)
    return by_paper or not gate.gate.has_calendar or gate.gate.id == driver


def _progress(gate: GateForecast) -> str:
    return "" if gate.gate.unit == "yes or no" else so_far_words(gate.status)


def _months(months: float) -> str:
    if not months:
        return ""
    said = short(months, 0 if months >= WHOLE_FROM else 1)
    return "1 month" if said == "1" else f"{said} months"


def _no_later(dates: Dates, than: Dates) -> Dates:
    """Let a search end no later than the days that are shown for its role, which follow slowly."""
    likely = _earlier(dates.likely, than.likely)
    return replace(dates, likely=likely, safe=_earlier(dates.safe, than.safe))


def _in_order(row: Row) -> Row:
    """Let nothing begin after it ends, nor be safe before it is likely.

    The days that are shown of a route's end follow slowly, those before them do not.
    """
    safe = row.likely if row.likely and row.safe and row.safe < row.likely else row.safe
    begin = row.likely if row.likely and row.begin and row.begin > row.likely else row.begin
    return replace(row, begin=begin, safe=safe)


def _earlier(*days: date | None) -> date | None:
    return min(filter(None, days), default=None)


def _with_decider(rows: list[Row], route: RouteForecast) -> list[Row]:
    """Mark the row that stands for what decides the end; of several the last."""
    if route.has_nothing_to_set:
        return rows
    for place in reversed(range(len(rows))):
        row = rows[place]
        if route.driver in (row.id, *row.stands_for):
            rows[place] = replace(row, decides=True)
            return rows
    return rows
