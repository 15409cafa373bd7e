"""The tables that are shipped, as the values that are computed with; figures as they stand in the files."""

from datetime import date

import pytest

from pmcareer.domain.practice import from_tables
from pmcareer.storage.practice import read_table


def test_cash_is_net_and_what_was_paid_before_is_left_out():
    cash = read_table("portfolio/cash.csv")
    # 2027: 400 - 1,900 - 250; 2028: 1,700 - 420; then 2,400 - 420
    assert from_tables.cash(cash, "P01", 2027) == (-1750, 1280, 1980, 1980, 1980, 1980)
    assert from_tables.cash(cash, "P01", 2027, "benefit_keur") == (400, 1700, *[2400] * 4)
    assert from_tables.cash(cash, "P99", 2027) == ()


def test_activities_wait_for_those_that_they_name():
    activities = {each.id: each for each in from_tables.activities(read_table("team/schedule.csv"))}
    assert activities["A13"].after == ("A11", "A12")
    assert (activities["A13"].optimistic, activities["A13"].pessimistic) == (4, 11)


def test_a_standing_has_the_budget_of_all_activities():
    progress, schedule = read_table("team/progress.csv"), read_table("team/schedule.csv")
    standing = from_tables.standing(progress, schedule, "9")
    assert (standing.planned, standing.earned, standing.actual) == (350.8, 257.5, 290)
    assert standing.budget == 400


def test_items_of_the_board_begin_where_one_says():
    board = read_table("team/board.csv")
    stuck = {each.id: each for each in from_tables.board_items(board)}["BK-052"]
    assert (stuck.began, stuck.done) == (date(2026, 7, 20), None)
    tested = from_tables.board_items(board, begun="test")
    assert len(tested) < len(from_tables.board_items(board))


def test_days_of_work_are_told_by_role_and_period():
    capacity = read_table("portfolio/capacity.csv")
    amounts = dict(from_tables.amounts(capacity, ("2027Q1", "2027Q2")))
    assert amounts["integration architect", "2027Q1"] == 72
    assert amounts["integration architect", "2027Q2"] == 68


def test_a_backlog_has_relative_costs_of_delay():
    jobs = {each.id: each for each in from_tables.relative_jobs(read_table("team/backlog.csv"))}
    assert (jobs["BK-101"].delay_cost, jobs["BK-101"].weeks) == (8 + 13 + 2, 5)


def test_claims_are_as_sure_as_their_initiative():
    register, initiatives = (
        read_table("portfolio/benefits.csv"),
        read_table("portfolio/initiatives.csv"),
    )
    claims = from_tables.claims(register, initiatives)
    assert (claims[0].amount, claims[0].confidence) == (1650, 0.7)
    assert [claim.id for claim in claims if not claim.owner] == ["B12"]


def test_periods_say_what_was_planned_and_measured():
    values = read_table("portfolio/benefit-values.csv")
    assert from_tables.periods_of(values, "B30") == ((40, 38), (90, 52), (75, None))


def test_a_tree_has_its_options_with_their_outcomes():
    options = from_tables.options(read_table("team/decision-tree.csv"))
    assert [(option.cost, len(option.outcomes)) for option in options] == [(0, 2), (60, 2), (0, 2)]
    assert options[0].outcomes[0].chance == pytest.approx(0.45)


def test_rows_are_counted_by_a_column():
    counts = from_tables.counts(read_table("team/defects.csv"), "cause")
    assert counts["fare rule misunderstood"] == 21
    assert sum(counts.values()) == 60
