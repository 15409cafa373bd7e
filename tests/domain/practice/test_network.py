"""The critical path of a network that was gone through by hand, and what is no network."""

import pytest

from pmcareer.domain.practice.network import Activity, critical_path, in_order, length, passed
from pmcareer.errors import NotComputable


def activity(name, likely, *after):
    return Activity(
        id=name, after=after, optimistic=likely - 1, likely=likely, pessimistic=likely + 2
    )


# The next release of crew rostering: a-d-e-f takes 3 + 8 + 3 + 5 days.
ROSTERS = (
    activity("f", 5, "e"),
    activity("a", 3),
    activity("b", 6, "a"),
    activity("c", 5, "a"),
    activity("d", 8, "a"),
    activity("e", 3, "b", "c", "d"),
)


def test_the_longest_way_sets_the_end():
    assert length(ROSTERS) == 19
    assert critical_path(ROSTERS) == ("a", "d", "e", "f")


def test_floats_say_how_long_each_may_last_longer():
    at = passed(ROSTERS)
    assert {name: at[name].total_float for name in "abcdef"} == {
        "a": 0,
        "b": 2,
        "c": 3,
        "d": 0,
        "e": 0,
        "f": 0,
    }


def test_both_passes_are_told():
    b = passed(ROSTERS)["b"]
    assert (b.early_start, b.early_finish, b.late_start, b.late_finish) == (3, 9, 5, 11)


def test_a_chain_shares_its_float_and_its_last_alone_has_it_free():
    # a 3, then x 4 and y 1 beside d 8; z begins after both, on day 11.
    network = (activity("a", 3), activity("d", 8, "a"), activity("x", 4, "a"))
    at = passed((*network, activity("y", 1, "x"), activity("z", 2, "d", "y")))
    assert (at["x"].total_float, at["x"].free_float) == (3, 0)
    assert (at["y"].total_float, at["y"].free_float) == (3, 3)


def test_other_durations_may_make_another_path():
    assert length(ROSTERS, lambda activity: activity.pessimistic) == 5 + 10 + 5 + 7
    assert critical_path(ROSTERS, lambda activity: 20 if activity.id == "c" else 1) == (
        "a",
        "c",
        "e",
        "f",
    )


def test_nothing_takes_no_time():
    assert length(()) == 0
    assert critical_path(()) == ()


def test_who_waits_stands_behind_whom_it_waits_for():
    names = [each.id for each in in_order(ROSTERS)]
    assert names.index("a") < names.index("d") < names.index("e") < names.index("f")


@pytest.mark.parametrize(
    ("network", "sentence"),
    [
        ((activity("a", 1, "b"), activity("b", 1, "a")), "a waits for itself"),
        ((activity("a", 1, "a"),), "a waits for itself"),
        ((activity("a", 1, "q"),), "a waits for q, which is not there"),
    ],
)
def test_a_ring_and_a_gap_are_named(network, sentence):
    with pytest.raises(NotComputable, match=sentence):
        passed(network)
