"""Figures by name: what an answer is computed from is data, and which formula it is too."""

from collections.abc import Callable, Mapping
from typing import Any

from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.practice import choice, estimate, flow, from_tables, money, network, realised
from pmcareer.domain.practice.load import loads
from pmcareer.domain.practice.network import Activity
from pmcareer.domain.practice.order import wsjf
from pmcareer.domain.practice.over_rows import Over, over_rows
from pmcareer.domain.practice.question import Question, Read, Value
from pmcareer.errors import NoFigure


def figure(formula: str, said: Mapping[str, Any], read: Read) -> Value:
    """Work out a figure.

    Raises:
        NoFigure: there is no such formula, or it is not told what it needs.
        BadTable: a table is not as it needs it.
        NotComputable: the figures contradict each other.
    """
    if formula not in FORMULAS:
        raise NoFigure(formula)
    return FORMULAS[formula](Question(read=read, said=said))


def _flows(asked: Question, *columns: str) -> tuple[float, ...]:
    """Give cash by year; `later` pushes all of it off, so that the first is discounted too."""
    first = int(asked.number("from"))
    cash = from_tables.cash(asked.table(), asked.text("initiative"), first, *columns)
    return (0.0,) * int(asked.number("later", 0)) + cash


def _npv(asked: Question) -> Value:
    return money.npv(_flows(asked), asked.number("rate"))


def _irr(asked: Question) -> Value:
    return money.irr(_flows(asked))


def _payback(asked: Question) -> Value:
    return money.discounted_payback(_flows(asked), asked.number("rate", 0))


def _benefit_cost(asked: Question) -> Value:
    benefits = _flows(asked, "benefit_keur")
    costs = _flows(asked, "cost_keur", "running_keur")
    return money.benefit_cost_ratio(benefits, costs, asked.number("rate"))


def _earned(asked: Question) -> Value:
    at = from_tables.standing(asked.table(), asked.table("schedule"), asked.text("week"))
    return asked.found_in(
        {
            "pv": at.planned,
            "ev": at.earned,
            "ac": at.actual,
            "bac": at.budget,
            "cv": at.cost_variance,
            "sv": at.schedule_variance,
            "cpi": at.cpi,
            "spi": at.spi,
            "eac": at.eac,
            "eac-at-budget": at.eac_at_budget,
            "eac-in-time": at.eac_in_time,
            "etc": at.etc,
            "vac": at.vac,
            "tcpi": at.tcpi,
        },
        "figure",
    )


def _activities(asked: Question) -> tuple[Activity, ...]:
    return from_tables.activities(asked.table(), asked.said.get("changed", {}))


def _critical_path(asked: Question) -> Value:
    activities = _activities(asked)
    if asked.text("figure") == "length":
        return network.length(activities)
    at = asked.found_in(network.passed(activities), "activity")
    return asked.found_in(
        {
            "early-start": at.early_start,
            "early-finish": at.early_finish,
            "late-start": at.late_start,
            "late-finish": at.late_finish,
            "float": at.total_float,
            "free-float": at.free_float,
        },
        "figure",
    )


def _pert(asked: Question) -> Value:
    activities = _activities(asked)
    if "activity" in asked.said:
        path = tuple(each for each in activities if each.id == asked.text("activity"))
    else:
        path = estimate.on_critical_path(activities)
    told = {"mean": estimate.path_mean(path), "deviation": estimate.path_deviation(path)}
    return asked.found_in(told, "figure")


def _simulated(asked: Question) -> Value:
    lengths = estimate.simulated_lengths(from_tables.activities(asked.table()))
    if "days" in asked.said:
        return estimate.chance_within(lengths, asked.number("days"))
    return estimate.percentile(lengths, asked.number("share"))


def _simulated_cost(asked: Question) -> Value:
    where = asked.expression("where")
    rows = [row for row in asked.table().rows if where is None or where.of_row(row, {})]
    threats = from_tables.threats(rows)
    if asked.text("take", "") == "mean":
        return estimate.mean_cost(threats)
    return estimate.percentile(estimate.simulated_costs(threats), asked.number("share"))


def _flow(asked: Question) -> Value:
    items = from_tables.board_items(asked.table(), begun=asked.text("begun", "doing"))
    first, last = asked.day("first"), asked.day("last")
    weeks = ((last - first).days + 1) / DAYS_PER_WEEK
    per_week = sum(flow.weekly_throughput(items, first, round(weeks))) / weeks
    in_work = flow.mean_in_progress(items, first, last)
    return asked.found_in(
        {
            "throughput": per_week,
            "in-progress": in_work,
            "stay-in-days": flow.time_by_littles_law(in_work, per_week / DAYS_PER_WEEK),
            "open": float(len(flow.ages(items, last))),
        },
        "figure",
    )


def _cycle_time(asked: Question) -> Value:
    items = from_tables.board_items(asked.table(), begun=asked.text("begun", "doing"))
    return estimate.percentile(flow.cycle_times(items), asked.number("share"))


def _weeks(asked: Question) -> Value:
    items = from_tables.board_items(asked.table())
    past = flow.weekly_throughput(items, asked.day("first"), int(asked.number("weeks")))
    drawn = flow.weeks_to_finish(int(asked.number("items")), past)
    return estimate.percentile(drawn, asked.number("share"))


def _wsjf(asked: Question) -> Value:
    jobs = {job.id: job for job in from_tables.relative_jobs(asked.table())}
    return wsjf(asked.found_in(jobs, "item"))


def _cost_of_delay(asked: Question) -> Value:
    """Give what so many weeks of waiting cost, in the table's money."""
    row = asked.table().row("initiative", asked.text("initiative"))
    return row.number("cost_of_delay_eur_per_week") * asked.number("weeks")


def _capacity(asked: Question) -> Value:
    period = (asked.text("period"),)
    demand = from_tables.amounts(asked.table("demand"), period)
    capacity = from_tables.amounts(asked.table("capacity"), period)
    at = asked.found_in({load.role: load for load in loads(demand, capacity)}, "role")
    told = {"demand": at.demand, "capacity": at.capacity, "gap": at.gap, "use": at.use}
    return asked.found_in(told, "figure")


def _benefits(asked: Question) -> Value:
    claims = from_tables.claims(asked.table(), asked.table("initiatives"))
    once = realised.counted_once(claims)
    told = {
        "claimed": realised.total(claims),
        "once": realised.total(once),
        "weighted": realised.weighted_total(once),
    }
    return asked.found_in(told, "figure")


def _realised(asked: Question) -> Value:
    periods = from_tables.periods_of(asked.table(), asked.text("benefit"))
    told = {"share": realised.realisation(periods), "shortfall": realised.shortfall(periods)}
    return asked.found_in(told, "figure")


def _expected(asked: Question) -> Value:
    options = {option.id: option for option in from_tables.options(asked.table())}
    return choice.expected_value(asked.found_in(options, "option"))


def _pareto(asked: Question) -> Value:
    """Give the share of the most frequent causes, from 0 to 1."""
    rows = choice.pareto(from_tables.counts(asked.table(), asked.text("column")))
    shares = {f"{place}": share for place, (_, _, share) in enumerate(rows, 1)}
    return asked.found_in(shares, "first")


def _sum(asked: Question) -> Value:
    """Add a column up, of the rows of which another column is a word."""
    table = asked.table()
    rows = table.rows
    if "where" in asked.said:
        rows = table.where(asked.text("where"), asked.text("is"))
    return sum(row.number_if_any(asked.text("column")) or 0.0 for row in rows)


def _known(asked: Question) -> dict[str, float]:
    """Work out the figures that this one is made of."""
    return {name: _known_one(name, told, asked.read) for name, told in _told(asked).items()}


def _told(asked: Question) -> Mapping[str, Any]:
    found = asked.said.get("values", {})
    if not isinstance(found, Mapping):
        raise NoFigure("values")
    return found


def _known_one(name: str, told: Mapping[str, Any], read: Read) -> float:
    value = figure(str(told.get("formula", "rows")), told, read)
    if value is None:
        raise NoFigure(name)
    return value


def _over_rows(asked: Question) -> Value:
    """Take the sum, the mean or another of what an expression gives for each row."""
    over = Over(
        take=asked.text("take", "sum"),
        where=asked.expression("where"),
        of=asked.expression("of"),
        by=asked.text("by", ""),
        then=asked.text("then", ""),
    )
    return over_rows(asked.table(), over, _known(asked))


def _worked(asked: Question) -> Value:
    """Work out an expression of other figures."""
    expression = asked.expression("as")
    if expression is None:
        raise NoFigure("as")
    value = expression.of_figures(_known(asked))
    if not isinstance(value, int | float):
        raise NoFigure(expression.text)
    return float(value)


FORMULAS: Mapping[str, Callable[[Question], Value]] = {
    "npv": _npv,
    "irr": _irr,
    "payback": _payback,
    "benefit-cost": _benefit_cost,
    "earned-value": _earned,
    "critical-path": _critical_path,
    "pert": _pert,
    "simulated": _simulated,
    "flow": _flow,
    "cycle-time": _cycle_time,
    "weeks": _weeks,
    "wsjf": _wsjf,
    "cost-of-delay": _cost_of_delay,
    "capacity": _capacity,
    "benefits": _benefits,
    "realised": _realised,
    "expected": _expected,
    "pareto": _pareto,
    "sum": _sum,
    "rows": _over_rows,
    "worked": _worked,
    "simulated-cost": _simulated_cost,
}
"""By their names; each is asked for what it needs, and says what is missing."""
