from pmcareer.views.parts.layout import Page
from pmcareer.views.parts.levels import squares


def shown(have, need, page):
    return page.text(*squares(have, need, page)).plain.rstrip()


def test_a_square_stands_for_each_level_that_is_needed_and_those_reached_are_full():
    page = Page(width=80)
    assert shown(1, 3, page).count("■") == 1
    assert shown(1, 3, page).count("□") == 2
    assert "□" not in shown(4, 3, page)
    assert shown(4, 3, page).count("■") == 3


def test_words_say_it_where_there_are_no_signs():
    assert shown(1, 3, Page(width=80, plain=True)) == "1 of 3"
