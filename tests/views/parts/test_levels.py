"""Levels as squares: one for each that is needed."""

import pytest

from pmcareer.views.parts.layout import Page
from pmcareer.views.parts.levels import columns_of_squares, mark, squares


def drawn(have: int, need: int, page: Page, columns: int = 0) -> str:
    return page.text(*squares(have, need, page, columns)).plain


@pytest.mark.parametrize(
    ("have", "need", "said"),
    [(0, 3, "□ □ □ "), (2, 3, "■ ■ □ "), (3, 3, "■ ■ ■ "), (5, 3, "■ ■ ■ "), (0, 0, "")],
)
def test_there_is_a_square_for_each_level_that_is_needed(have, need, said):
    assert drawn(have, need, Page()) == said


def test_ascii_has_signs_of_its_own_and_words_need_none():
    assert drawn(2, 3, Page(unicode=False)) == "# # . "
    assert drawn(2, 3, Page(plain=True)) == "2 of 3"


def test_levels_of_several_skills_end_in_one_column():
    columns = columns_of_squares((2, 5, 3))
    assert {len(drawn(1, need, Page(), columns)) for need in (2, 3, 5)} == {columns}
    assert columns_of_squares(()) == 0


def test_a_level_that_is_reached_has_a_sign_beside_its_colour():
    assert (mark(3, 3, Page()), mark(2, 3, Page())) == ("✓", " ")
