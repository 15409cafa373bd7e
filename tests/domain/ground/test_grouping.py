"""Things are put together by kind, and keep their order."""

from operator import itemgetter

from pmcareer.domain.ground.grouping import grouped


def test_kinds_come_in_the_order_of_their_first_thing_and_things_as_they_came():
    groups = grouped(["pear", "apple", "plum", "peach", "avocado"], itemgetter(0))
    assert list(groups.items()) == [("p", ["pear", "plum", "peach"]), ("a", ["apple", "avocado"])]


def test_of_nothing_there_is_no_group():
    assert grouped([], itemgetter(0)) == {}
