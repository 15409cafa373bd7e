"""A logbook beside a curriculum that it was not kept with."""

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.unknown_work import unknown_work
from running import a_home, run_cli, run_shell

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    an_exercise,
    curriculum_text,
    finished,
    worked,
)

MINE = a_curriculum(an_exercise("rsk-01"), an_exercise("rsk-02", replaces=("old",)))
OTHER = a_curriculum(an_exercise("soup-01", skill="cooking"), title="A cook's")


def unknown(*entries):
    return unknown_work(person_of(MINE, a_logbook(*entries), TODAY))


def test_what_the_curriculum_knows_or_replaces_is_not_unknown():
    found = unknown(finished("rsk-01"), worked("old"), finished("soup-01"))
    assert (found.names, found.total, found.is_most) == (("soup-01",), 3, False)


def test_where_most_is_unknown_the_logbook_is_another_curriculums():
    assert unknown(finished("soup-01"), worked("soup-02"), finished("rsk-01")).is_most
    assert unknown(finished("soup-01")).is_most


def test_an_empty_logbook_is_nobody_elses():
    assert not unknown().is_most


@pytest.mark.parametrize(
    "arguments",
    [["next"], ["status"], ["plan"], ["gap"], ["review"], ["history"], ["list", "exercises"]],
    ids=" ".join,
)
def test_every_command_that_reads_says_so_before_it_answers(arguments):
    home = a_home(OTHER, finished("rsk-01"), finished("rsk-02"))
    done = run_cli(*arguments, "--json")
    assert done.code == 0
    assert done.json["command"] == arguments[0]
    assert 'unknown to the curriculum in use, "A cook\'s": rsk-01, rsk-02.' in done.err
    assert "--curriculum FILE" in done.err
    # What is said there is what helps.
    theirs = home / "theirs.toml"
    theirs.write_text(curriculum_text(MINE), encoding="utf-8")
    assert run_cli("--curriculum", str(theirs), *arguments).err.count("Warning") == 0


def test_it_stands_above_the_answer():
    a_home(OTHER, finished("rsk-01"))

    lines = run_shell("pmcareer status 2>&1").out.splitlines()
    assert lines[0].startswith("Warning: ")
