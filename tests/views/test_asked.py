"""A question is drawn so that its choices are found at a glance, however wide the window is."""

import pytest

from pmcareer.domain.words.choices import Choice, Question
from pmcareer.views.asked import prompt_of, rows_of

TITLES = ("Programmer", "Team lead", "Coordinator", "Junior PM", "Tech PM", "Senior PM", "Director")
CHOICES = tuple(Choice(id=title.lower(), title=title) for title in TITLES)


def lines(choices, width):
    return [
        "  ".join(f"{number} {title}{padding}" for number, title, padding in row).rstrip()
        for row in rows_of(choices, width)
    ]


def test_choices_stand_below_each_other_in_as_many_columns_as_fit():
    assert lines(CHOICES, 80) == [
        "1 Programmer   5 Tech PM",
        "2 Team lead    6 Senior PM",
        "3 Coordinator  7 Director",
        "4 Junior PM",
    ]


def test_where_there_is_no_room_they_stand_in_one_column_and_are_whole():
    assert lines(CHOICES, 26) == [f"{place} {title}" for place, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize("count", range(14))
@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_every_choice_is_listed_once_and_no_line_is_too_wide(count, width):
    choices = (CHOICES * 2)[:count]
    rows = list(rows_of(choices, width))
    numbers = sorted(int(number) for row in rows for number, _, _ in row)
    assert numbers == list(range(1, count + 1))
    assert max((len(line) + 2 for line in lines(choices, width)), default=0) <= width


def test_the_prompt_says_what_can_be_typed_and_what_enter_means():
    asked = Question(key="role", text="Role", choices=CHOICES, default_words="none of these")
    assert prompt_of(asked, 80) == "Number or words (Enter: none of these) > "
    narrow = prompt_of(asked, 30).split("\n")
    assert narrow[-1] == "> "
    assert max(map(len, narrow)) <= 30


def test_a_question_that_belongs_to_the_one_before_is_asked_in_the_line_that_is_typed_in():
    asked = Question(key="since", text="Since when?", example="6 years", default_words="open")
    assert prompt_of(asked, 80) == "Since when? (6 years; Enter: open) > "
