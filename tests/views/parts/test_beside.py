from io import StringIO

from rich.console import Console

from pmcareer.views.parts.layout import Page


def drawn(block, width):
    console = Console(file=StringIO(), width=width)
    console.print(block)
    return console.file.getvalue().splitlines()


def test_two_stacks_stand_side_by_side_as_long_as_the_longer_one():
    page = Page(width=40)
    left = [page.line("one two three four"), page.line("five")]
    right = [page.line("right")]

    assert drawn(page.beside(left, right, 14), 40) == ["one two three   right", "four", "five"]


def test_letters_of_two_columns_keep_the_right_stack_in_its_place():
    page = Page(width=30)
    left = [page.line("計画"), page.line("plan")]
    lines = drawn(page.beside(left, [page.line("a"), page.line("b")], 10), 30)

    assert lines == ["計画        a", "plan        b"]


def test_what_is_fitted_knows_the_lines_that_blocks_take_on_its_page():
    page = Page(width=20)
    blocks = [
        page.heading("Title"),
        page.blank(),
        page.line("word " * 8),
        page.bullets(["short", "word " * 6]),
    ]
    counted = []

    def compose(height):
        counted.append(height(blocks))
        return [page.line("as chosen")]

    assert drawn(page.fitted(compose), 20) == ["as chosen"]
    assert counted == [len([line for block in blocks for line in drawn(block, 20)])]


def test_each_of_two_stacks_is_broken_for_its_own_columns():
    page = Page(width=30)
    lines = drawn(page.beside([page.line("aa bb cc")], [page.line("dd ee ff gg hh")], 6), 30)

    assert lines == ["aa bb   dd ee ff gg hh", "cc"]
    narrower = drawn(page.beside([page.line("aa")], [page.line("dd ee ff gg hh")], 18), 30)
    assert narrower == ["aa                  dd ee ff", "                    gg hh"]
