"""Things are put together by kind, amounts added up, and both keep their order."""

from operator import itemgetter

from pmcareer.domain.ground.grouping import added_up, grouped


def test_kinds_come_in_the_order_of_their_first_thing_and_things_as_they_came():
    groups = grouped(["pear", "apple", "plum", "peach", "avocado"], itemgetter(0))
    assert list(groups.items()) == [("p", ["pear", "plum", "peach"]), ("a", ["apple", "avocado"])]


def test_of_nothing_there_is_no_group():
    assert grouped([], itemgetter(0)) == {}


def test_amounts_of_one_kind_are_added_up():
    sums = added_up([("risk", 2.0), ("agile", 1.5), ("risk", 0.5)])
    assert list(sums.items()) == [("risk", 2.5), ("agile", 1.5)]
