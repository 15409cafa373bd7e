"""Room to breathe: our code keeps to limits, and for each there is code that breaks it alone."""

from pathlib import Path

import pytest

from measuring import circles_of, files_of, functions_of, imports_of, measures_of

SOURCE = Path(__file__).parents[1] / "src" / "pmcareer"
AT_MOST = {
    "median_nodes": 40,
    "p95_nodes": 160,
    "largest_nodes": 400,
    "comprehensions": 28,
    "conditionals": 15,
    "long_lines": 0,
    "nodes": 430_500,
    "circles": 0,
}
AT_LEAST = {"comment_lines": 1.5}


def broken_by(package, **other_limits):
    return broken(measures_of(package), **other_limits)


def broken(measures, **other_limits):
    """Name the limits that are not kept."""
    at_most = AT_MOST | other_limits
    above = {name for name, most in at_most.items() if getattr(measures, name) > most}
    below = {name for name, least in AT_LEAST.items() if getattr(measures, name) < least}
    return above | below


def a_package(folder, **modules):
    """Write modules of these texts; `room__inner` lies in the folder `room`."""
    package = folder / "thing"
    package.mkdir()
    (package / "__init__.py").write_text('"""A thing."""\n', "utf-8")
    for name, text in modules.items():
        path = package / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return package


def a_function(statements, name="act"):
    """A function of so many statements, of four nodes each, with a comment."""
    body = "    x = 1\n" * statements
    return f'def {name}():\n    """Act."""\n    # A word on why.\n{body}\n\n'


CALM = "".join(a_function(5, f"calm{number}") for number in range(40))
"""Forty functions of some twenty nodes each."""


def test_our_code_leaves_its_reader_room():
    ours = measures_of(SOURCE)
    assert {limit: getattr(ours, limit) for limit in broken(ours)} == {}


class TestEachLimitIsNoticed:
    def test_calm_code_keeps_all_of_them(self, tmp_path):
        assert broken_by(a_package(tmp_path, calm=CALM)) == set()

    def test_where_most_functions_are_large(self, tmp_path):
        large = "".join(a_function(12, f"large{number}") for number in range(50))
        assert broken_by(a_package(tmp_path, calm=CALM, large=large)) == {"median_nodes"}

    def test_where_one_function_in_ten_is_very_large(self, tmp_path):
        large = "".join(a_function(60, f"large{number}") for number in range(4))
        assert broken_by(a_package(tmp_path, calm=CALM, large=large)) == {"p95_nodes"}

    def test_where_a_single_function_is_far_too_large(self, tmp_path):
        assert broken_by(a_package(tmp_path, calm=CALM, large=a_function(120))) == {"largest_nodes"}

    @pytest.mark.parametrize(
        "line",
        [
            "x = [y for y in z]",
            "x = {y for y in z}",
            "x = {y: y for y in z}",
            "x = any(y for y in z)",
        ],
    )
    def test_where_comprehensions_are_packed(self, tmp_path, line):
        packed = f"# Why.\n{line}\n" * 20
        assert broken_by(a_package(tmp_path, calm=CALM, packed=packed)) == {"comprehensions"}

    def test_where_conditional_expressions_are_packed(self, tmp_path):
        packed = "# Why.\nx = 1 if y else 2\n" * 12
        assert broken_by(a_package(tmp_path, calm=CALM, packed=packed)) == {"conditionals"}

    def test_where_one_line_is_too_long_by_one_column(self, tmp_path):
        line = "x = " + "1" * 96
        assert broken_by(a_package(tmp_path, calm=f"{CALM}{line}\n")) == set()
        (tmp_path / "longer").mkdir()
        assert broken_by(a_package(tmp_path / "longer", calm=f"{CALM}{line}1\n")) == {"long_lines"}

    def test_where_all_of_it_is_too_much(self, tmp_path):
        # Of a hundredth of what we may have: as much as that would take seconds to read.
        most = AT_MOST["nodes"] // 100
        much = "x = 1\n" * (most // 4) + "# Why.\n" * 20
        package = a_package(tmp_path, calm=CALM, much=much)
        assert broken_by(package) == set()
        assert broken_by(package, nodes=most) == {"nodes"}

    def test_where_no_comment_says_why(self, tmp_path):
        silent = (
            'x = 1\ny = """\n# no comment\n"""\nz = 2  # behind code, and no line of its own\n'
            * 1600
        )
        assert broken_by(a_package(tmp_path, calm=CALM, silent=silent)) == {"comment_lines"}


class TestACircleOfImportsIsNoticed:
    @pytest.mark.parametrize(
        "back",
        [
            "from thing.one import x",
            "from thing import one",
            "import thing.one",
            "from . import one",
            "from .one import x",
            "def act():\n    from thing.one import x",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from thing.one import x",
        ],
    )
    def test_of_two_however_the_import_is_written(self, tmp_path, back):
        package = a_package(tmp_path, calm=CALM, one="import thing.two\n", two=f"{back}\n")
        assert broken_by(package) == {"circles"}
        assert circles_of(package) == [["thing.one", "thing.two"]]

    def test_of_three_in_different_rooms(self, tmp_path):
        package = a_package(
            tmp_path,
            calm=CALM,
            one="import thing.room.two",
            room__two="from .three import x",
            room__three="from ..one import x",
        )
        assert circles_of(package) == [["thing.one", "thing.room.three", "thing.room.two"]]

    def test_and_two_of_them_are_two(self, tmp_path):
        package = a_package(
            tmp_path,
            a="import thing.b",
            b="import thing.a",
            c="import thing.d",
            d="import thing.c, thing.a",
        )
        assert measures_of(package).circles == 2

    def test_and_an_import_in_one_direction_is_none(self, tmp_path):
        package = a_package(
            tmp_path, one="from thing import two, word", two="import os", other="import thing.two"
        )
        assert imports_of(package)["thing.one"] == {"thing", "thing.two"}
        assert circles_of(package) == []


class TestAFunctionIsMeasured:
    def test_by_its_body_and_without_its_docstring_or_its_arguments(self, tmp_path):
        text = 'def act(a, b=[1, 2, 3]):\n    """Say a lot."""\n    x = 1\n    y = 2\n'
        function = functions_of(files_of(a_package(tmp_path, one=text)))[0]
        assert (function.place, function.nodes, function.lines) == ("thing/one.py:1 act", 8, 2)

    def test_with_what_is_defined_inside_which_counts_on_its_own_too(self, tmp_path):
        text = "class It:\n    async def act(self):\n        def inner():\n            return 1\n"
        sizes = [
            function.nodes for function in functions_of(files_of(a_package(tmp_path, one=text)))
        ]
        assert sizes == [4, 2]
