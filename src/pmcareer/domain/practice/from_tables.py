"""What the tables of the firm hold, as the values that are computed with."""

from collections.abc import Iterable, Iterator, Mapping

from pmcareer.domain.practice.choice import Option, Outcome
from pmcareer.domain.practice.earning import Standing
from pmcareer.domain.practice.estimate import Threat
from pmcareer.domain.practice.flow import Item
from pmcareer.domain.practice.load import Amount
from pmcareer.domain.practice.network import Activity
from pmcareer.domain.practice.order import Job, relative_delay_cost
from pmcareer.domain.practice.realised import Claim, Period
from pmcareer.domain.practice.table import Row, Table

PERCENT = 100


def cash(table: Table, initiative: str, first_year: int, *columns: str) -> tuple[float, ...]:
    """Give the cash of an initiative by year from the first on, in the unit of the table.

    `columns` are added up; one with a minus before it is taken off. Without any it is the net
    flow. What lies before the first year is sunk, and left out.
    """
    signed = columns or ("benefit_keur", "-cost_keur", "-running_keur")
    years: dict[int, float] = {}
    for row in table.where("initiative", initiative):
        years[int(row.number("year"))] = sum(_signed(row, column) for column in signed)
    last = max(years, default=first_year - 1)
    return tuple(years.get(year, 0.0) for year in range(first_year, last + 1))


def _signed(row: Row, column: str) -> float:
    amount = row.number(column.removeprefix("-"))
    return -amount if column.startswith("-") else amount


def activities(table: Table, changed: Mapping[str, float] | None = None) -> tuple[Activity, ...]:
    """Read a network of activities, in working days; likely ones as `changed` has them."""
    return tuple(_activity(row, changed or {}) for row in table.rows)


def _activity(row: Row, changed: Mapping[str, float]) -> Activity:
    name = row.word("id")
    return Activity(
        id=name,
        after=row.words("after"),
        optimistic=row.number("optimistic_days"),
        likely=changed.get(name, row.number("likely_days")),
        pessimistic=row.number("pessimistic_days"),
    )


def standing(progress: Table, schedule: Table, week: str) -> Standing:
    """Give the earned value at the end of a week; the budget is that of all activities."""
    row = progress.row("week", week)
    return Standing(
        planned=row.number("planned_value_keur"),
        earned=row.number("earned_value_keur"),
        actual=row.number("actual_cost_keur"),
        budget=sum(each.number("budget_keur") for each in schedule.rows),
    )


def board_items(table: Table, *, begun: str = "doing") -> tuple[Item, ...]:
    """Read what was begun on a board; `begun` is the column that counts as the start."""
    return tuple(_item(row, begun) for row in table.rows if row.word(begun))


def _item(row: Row, begun: str) -> Item:
    return Item(id=row.word("item"), began=row.day(begun), done=row.day_if_any("done"))


def amounts(table: Table, periods: Iterable[str]) -> Iterator[Amount]:
    """Read days of work by role and period; each period is a column."""
    for period in periods:
        for row in table.rows:
            yield (row.word("role"), period), row.number(period)


def relative_jobs(table: Table) -> tuple[Job, ...]:
    """Read a backlog with relative figures."""
    return tuple(map(_relative_job, table.rows))


def _relative_job(row: Row) -> Job:
    parts = (row.number("value"), row.number("time"), row.number("risk"))
    return Job(id=row.word("id"), delay_cost=relative_delay_cost(*parts), weeks=row.number("size"))


def claims(register: Table, initiatives: Table) -> tuple[Claim, ...]:
    """Read a register of benefits, each with the confidence of its initiative."""
    sure = {row.word("id"): row.number("confidence_percent") for row in initiatives.rows}
    return tuple(_claim(row, sure[row.word("initiative")] / PERCENT) for row in register.rows)


def _claim(row: Row, confidence: float) -> Claim:
    return Claim(
        id=row.word("id"),
        initiative=row.word("initiative"),
        measure=row.word("measure"),
        amount=row.number("value_2030_keur"),
        confidence=confidence,
        owner=row.word("owner"),
    )


def periods_of(table: Table, benefit: str) -> tuple[Period, ...]:
    """Read what was planned for a benefit and what was measured, period by period."""
    return tuple(map(_period, table.where("benefit", benefit)))


def _period(row: Row) -> Period:
    return row.number("planned_keur"), row.number_if_any("measured_keur")


def options(table: Table) -> tuple[Option, ...]:
    """Read a decision tree, its options in the order in which they stand."""
    found: dict[str, Option] = {}
    for row in table.rows:
        name = row.word("option")
        before = found[name].outcomes if name in found else ()
        outcome = Outcome(
            chance=row.number("probability_percent") / PERCENT, result=row.number("result_keur")
        )
        found[name] = Option(id=name, cost=row.number("cost_keur"), outcomes=(*before, outcome))
    return tuple(found.values())


def counts(table: Table, column: str) -> dict[str, float]:
    """Count the rows by what stands in a column, in the order in which it came first."""
    found: dict[str, float] = {}
    for row in table.rows:
        found[row.word(column)] = found.get(row.word(column), 0.0) + 1
    return found


def threats(rows: Iterable[Row]) -> tuple[Threat, ...]:
    """Read risks with the money that they cost if they come."""
    return tuple(map(_threat, rows))


def _threat(row: Row) -> Threat:
    return Threat(
        chance=row.number("probability_percent") / PERCENT,
        low=row.number("cost_low_keur"),
        likely=row.number("cost_likely_keur"),
        high=row.number("cost_high_keur"),
    )
