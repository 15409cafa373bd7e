"""How complex a stay was: ten questions, three limits, and the months that count."""

import pytest

from pmcareer.domain.person.complexity import (
    QUESTIONS,
    complexity_of,
    is_enough,
    is_unsaid,
    ranges_as_complex,
)
from pmcareer.domain.person.person import person_of

from builders import TODAY, a_curriculum, a_logbook, an_exercise, experience

MODERATE = experience("leading", "2020-01-01", "2020-12-31", complexity="moderate", id="moderate")
COMPLEX = experience("leading", "2022-01-01", "2022-12-31", complexity="complex", id="complex")
UNSAID = experience("leading", "2024-01-01", "2024-12-31", id="unsaid")


def somebody(*entries):
    return person_of(a_curriculum(an_exercise()), a_logbook(*entries), TODAY)


@pytest.mark.parametrize(
    ("points", "word"),
    [(15, "simple"), (16, "moderate"), (25, "complex"), (31, "complex"), (32, "very-complex")],
)
def test_the_points_of_ten_questions_come_to_a_word(points, word):
    whole, rest = divmod(points, len(QUESTIONS))
    scores = [whole + (place < rest) for place in range(len(QUESTIONS))]
    assert complexity_of(scores) == word


def test_what_was_not_said_is_never_complex_enough():
    assert is_enough("complex", "moderate")
    assert not is_enough("moderate", "complex")
    assert not is_enough(None, "simple")


def test_months_count_of_stays_that_were_said_to_be_that_complex():
    person = somebody(MODERATE, COMPLEX, UNSAID)
    assert len(ranges_as_complex(person, "leading", None)) == 3
    assert len(ranges_as_complex(person, "leading", "moderate")) == 2
    assert len(ranges_as_complex(person, "hands-on", "complex")) == 1
    assert not ranges_as_complex(person, "leading", "very-complex")


def test_nothing_can_be_counted_until_one_stay_says_how_complex_it_was():
    assert is_unsaid(somebody(UNSAID), "leading")
    assert not is_unsaid(somebody(UNSAID, MODERATE), "leading")
