"""Capacity against demand."""

from pmcareer.domain.practice.load import loads

DEMAND = [
    (("tester", "Q1"), 30.0),
    (("tester", "Q1"), 25.0),
    (("tester", "Q2"), 10.0),
    (("pilot", "Q1"), 5.0),
]
CAPACITY = [(("tester", "Q1"), 50.0), (("tester", "Q2"), 20.0), (("cook", "Q1"), 8.0)]


def test_a_bottleneck_is_seen_in_the_sum_alone():
    first = loads(DEMAND, CAPACITY)[0]
    assert (first.role, first.period, first.demand, first.capacity) == ("tester", "Q1", 55, 50)
    assert (first.gap, first.use) == (5, 1.1)


def test_a_role_without_demand_and_one_without_people_both_show():
    told = {(load.role, load.period): load.use for load in loads(DEMAND, CAPACITY)}
    assert told["cook", "Q1"] == 0
    assert told["pilot", "Q1"] is None
