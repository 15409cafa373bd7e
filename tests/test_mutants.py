"""Mistakes can be made on purpose, and those that we named can still be made where they were."""

import ast
import tomllib
from pathlib import Path

from mutating import mutants_of, planted, sample
from sweeps import of_each

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGE = CHECKOUT / "src/pmcareer"
LISTED = tomllib.loads((CHECKOUT / "tests/mutants.toml").read_text(encoding="utf-8"))

SMALL = '''\
"""Words stay."""
LIMIT = 5


def kept(items: list[int], least: int = 0) -> list[int]:
    """Words stay."""
    found = []
    for item in items:
        if item > least and item != LIMIT:
            found.append(item)
    if not found:
        raise ValueError("words stay, 3")
    return sorted(found)
'''
BECOMES = [
    "LIMIT = (6)",
    "def kept(items: list[int], least: int = (1)) -> list[int]:",
    "if (not (item > least and item != LIMIT)):",
    "if ((item > least) or (item != LIMIT)):",
    "if ((item != LIMIT)):",
    "if ((item > least)):",
    "if (item >= least) and item != LIMIT:",
    "if (item <= least) and item != LIMIT:",
    "if item > least and (item == LIMIT):",
    "pass",
    "if found:",
    "pass",
    "return None",
    "return found",
]


def test_one_small_mistake_is_made_in_each_place_and_none_in_words():
    mutants = mutants_of("small.py", SMALL)
    assert [mutant.becomes for mutant in mutants] == BECOMES
    assert {mutant.function for mutant in mutants} == {"", "kept"}
    for mutant in mutants:
        ast.parse(mutant.source)


def test_the_sample_is_the_same_each_time_and_hardly_changes_with_a_line():
    names = [mutant.name for mutant in sample(mutants_of("small.py", SMALL), 6)]
    again = [mutant.name for mutant in sample(mutants_of("small.py", SMALL), 6)]
    longer = SMALL.replace("LIMIT = 5\n", "LIMIT = 5\nMORE = 3\n")
    other = {mutant.name for mutant in sample(mutants_of("small.py", longer), 6)}
    assert names == again
    assert len(set(names) - other) <= 1


@of_each(LISTED["named"], called=lambda each: each["name"])
def test_a_mistake_with_a_name_can_still_be_made(named):
    """Where the code has moved on, tests/mutants.toml has to follow it."""
    source = (PACKAGE / named["file"]).read_text(encoding="utf-8")
    ast.parse(planted(**named, source=source).source)
    assert named["file"] in LISTED["tests"]


def test_every_file_has_tests_and_every_survivor_a_reason():
    for file, tests in LISTED["tests"].items():
        assert (PACKAGE / file).is_file(), file
        assert all((CHECKOUT / each).exists() for each in tests), file
    assert LISTED["tests"].keys() >= set(LISTED["sample"])
    for survivor in LISTED["survivors"]:
        assert survivor["reason"]
        assert survivor["file"] in LISTED["sample"]


def test_all_that_was_promised_is_in_the_sample():
    gates = {f"domain/gates/{each.name}" for each in (PACKAGE / "domain/gates").glob("[!_]*.py")}
    others = {
        "domain/forecast/pace.py",
        "domain/forecast/sessions.py",
        "domain/forecast/signs.py",
        "domain/roadmap/detours.py",
        "domain/roadmap/paths.py",
        "domain/roadmap/routes.py",
        "commands/entry.py",
        "cli/put_off.py",
        "storage/curriculum/trusted.py",
    }
    storage = {
        f"storage/{room}/{each.name}"
        for room in ("disk", "logbook")
        for each in (PACKAGE / "storage" / room).glob("[!_]*.py")
    }
    assert gates | others | storage == set(LISTED["sample"])
