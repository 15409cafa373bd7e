"""Numbers are read as people type them, and what may mean another is not read."""

import pytest

from pmcareer.domain.practice.typed import numbers_in, typed_in, usual
from sweeps import of_each


@of_each(
    [
        ("1,234.5", 1234.5),
        ("1 234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("1\u00a0234,5", 1234.5),
        ("1'234.50", 1234.5),
        ("1,234,567", 1234567),
        ("12 %", 12),
        ("12%", 12),
        ("-3", -3),
        ("\u22123", -3),
        ("- 3", -3),
        (".5", 0.5),
        ("EUR 40", 40),
        ("about 3.75 years", 3.75),
        ("**12**", 12),
        ("12[^1]", 12),
        ("\u2248 12", 12),
        ("~12", 12),
        ("ca.12", 12),
        ("ca. .5", 0.5),
        ("+12", 12),
        ("12,-", 12),
        ("1\u2009234.5", 1234.5),
        ("\u0661\u0662", 12),
        ("\uff11\uff12\uff05", 12),
        ("(2,384.0)", -2384),
        ("EUR (2 384)", -2384),
        ("(2384 kEUR)", -2384),
        ("minus 2384", -2384),
        ("2384-", -2384),
        ("2384- kEUR", -2384),
        ("-\u20ac2384k", -2384),
        ("\u20ac-2384k", -2384),
        ("12 - as computed", 12),
    ]
)
def test_a_number_is_read_as_it_is_typed(typed, number):
    assert numbers_in(typed) == (number,)


def test_one_comma_before_three_digits_may_be_either():
    assert numbers_in("1,234") == (1234, 1.234)
    assert numbers_in("1.234") == (1.234, 1234)


def test_what_begins_with_nought_has_no_thousands():
    assert numbers_in("0.137") == (0.137,)
    assert numbers_in("0,137") == (0.137,)


NO_NUMBER = (
    "six||3 or 4|1-2|\x00|NaN|inf|3\u00be|5 5|1 2345|10\u00b2|P80|CR-02|No.12|12/5|> 12|2*3|"
    "12-fold|+/-3|1,23,456|1e5|\u5341|12. 5|ca. 3 to 4|--3|3 --|\u20b93"
)


@pytest.mark.parametrize("typed", NO_NUMBER.split("|"))
def test_what_is_no_single_number_is_none(typed):
    assert numbers_in(typed) == ()


@of_each(
    [
        ("300", None, False),
        ("300k", 1000, False),
        ("300 k EUR", 1000, True),
        ("\u20ac300k", 1000, True),
        ("EUR 300 thousand", 1000, True),
        ("k\u20ac 300", 1000, True),
        ("0.3 Mio. \u20ac", 1e6, True),
        ("\u20ac0.3m", 1e6, True),
        ("300 EUR", 1, True),
        ("3 per thousand", None, False),
        ("12 m", None, False),
        ("12 neurons", None, False),
    ]
)
def test_how_many_it_is_said_in_stands_before_or_behind(typed, scale, is_money):
    found = typed_in(typed)
    assert (found.scale, found.is_money) == (scale, is_money)


def test_a_number_that_is_too_long_for_anybody_is_none():
    assert numbers_in("7" * 5000) == ()


@of_each(
    [
        ("1 ", None, None, None),
        ("1,", None, None, None),
        ("[^", None, None, None),
        ("x 1 ", None, None, None),
        ("-", None, None, None),
        ("(", None, 1, 7),
        ("*", None, 1, 7),
        ("- ", None, 1, -7),
        ("minus ", None, 1, -7),
        ("eur", None, 1, None),
    ]
)
def test_an_answer_that_never_ends_is_read_as_a_short_one(piece, alone, behind_one, before_seven):
    # An expression that looks back would not come to its end here.
    endless = piece * 20_000
    found = (typed_in(usual(text)) for text in (endless, f"1{endless}", f"{endless}7"))
    assert [each and each.values[0] for each in found] == [alone, behind_one, before_seven]
