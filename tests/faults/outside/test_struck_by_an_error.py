"""Each system call fails once, in eight ways: what is stored is said, and nothing else is."""

import json

import pytest

from faults.outside.surroundings import (
    LOGBOOK,
    LOOKING,
    a_person,
    has_met,
    points_of,
    sampled,
    struck,
)

pytestmark = pytest.mark.slow

ERRORS = ["EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT", "EMFILE", "EBUSY", "ENOSYS"]
LOG = ("log", "rsk-02", "--minutes", "30")
OTHER = """\
format = 1
[[entries]]
kind = "lesson"
on = 2026-11-18
at = 2026-11-18T08:00:00+01:00
text = "Of another machine"
id = "cccccccccc"
"""


def _checked(person, answer, point, *, as_json):
    """Hold the program to its word: the exit code, and what `stored` names, is what is there."""
    before, after = LOGBOOK.encode(), person.content
    assert after.startswith(before), point
    assert answer.code in {0, 1, 3}, (point, answer)
    for word in ("Traceback", "inside pmcareer", "Error:"):
        assert word not in answer.err, (point, answer)
    new = person.ids[2:]
    if answer.code == 0:
        assert len(new) == 1, (point, answer)
    elif new:
        # The one failure after which something is there: the disk did not confirm it.
        assert "not confirm" in answer.err or '"not-confirmed"' in answer.err, (
            point,
            answer,
        )
        assert len(new) == 1, (point, answer)
    else:
        assert after == before, (point, answer)
    if as_json and answer.code:
        error = json.loads(answer.err)["error"]
        assert error["message"], (point, answer)
        assert error["stored"] == new, (point, answer)
        assert (error["code"] == "not-confirmed") == bool(new), (point, answer)


def _strike_each(tmp_path, points, prepare, arguments, error, *, as_json):
    """Let the call at each point fail, each time in a fresh home."""
    missed = 0
    for point in points:
        place = tmp_path / f"{point.call}-{point.number}"
        person = prepare(place)
        answer = struck(person, arguments(place), point, f"error={error}", place / "trace")
        if has_met(point, person, place / "trace"):
            _checked(person, answer, point, as_json=as_json)
        else:
            missed += 1
    assert missed * 4 <= len(points)


@pytest.mark.parametrize("error", ERRORS)
def test_a_call_that_fails_while_logging_is_told_and_changes_nothing(tmp_path, error):
    """F03, F05, G07, G13: each point meets every third error, and each error every third point."""
    points = points_of(tmp_path / "traced", a_person, (*LOG, "--json"))
    some = sampled(points, one_of=3, beginning_with=ERRORS.index(error))
    _strike_each(tmp_path, some, a_person, lambda _: (*LOG, "--json"), error, as_json=True)


def test_a_look_that_fails_while_logging_is_told_and_changes_nothing(tmp_path):
    """F05: reading fails as well as writing does."""
    points = points_of(tmp_path / "traced", a_person, LOG, calls=LOOKING)
    some = sampled(points, one_of=2)
    _strike_each(tmp_path, some, a_person, lambda _: LOG, "EIO", as_json=False)


@pytest.mark.parametrize(
    ("command", "error"),
    [
        (("undo",), "EIO"),
        (("plan", "--target", "lead", "--save"), "ENOSPC"),
        (("merge", "OTHER"), "EACCES"),
    ],
    ids=["undo", "plan --save", "merge"],
)
def test_a_call_that_fails_in_another_command_is_told_as_well(tmp_path, command, error):
    """F05."""

    def prepare(place):
        person = a_person(place)
        (place / "other.toml").write_text(OTHER, encoding="utf-8")
        return person

    def arguments(place):
        named = [str(place / "other.toml") if word == "OTHER" else word for word in command]
        return [*named, "--json"]

    points = points_of(tmp_path / "traced", prepare, arguments(tmp_path / "traced"))
    _strike_each(tmp_path, sampled(points, one_of=4), prepare, arguments, error, as_json=True)
