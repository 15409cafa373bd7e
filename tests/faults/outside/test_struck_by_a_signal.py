"""Killed, ended and interrupted at each system call: there is the old file or the new one."""

import signal

import pytest

from faults.outside.surroundings import (
    KILLED,
    LOGBOOK,
    a_person,
    leftovers,
    made_old,
    points_of,
    sampled,
    struck,
)

pytestmark = pytest.mark.slow

LOG = ("log", "rsk-02", "--minutes", "30")
COMMANDS = {
    "log": LOG,
    "undo": ("undo",),
    "merge": ("merge", "OTHER"),
    "plan --save": ("plan", "--target", "lead", "--save"),
}
ADDED = {"merge": 2}
OTHER = """\
format = 1
[[entries]]
kind = "lesson"
on = 2026-11-18
at = 2026-11-18T08:00:00+01:00
text = "Of another machine"
id = "cccccccccc"

[[entries]]
kind = "lesson"
on = 2026-11-18
at = 2026-11-18T09:00:00+01:00
text = "Of another machine, too"
id = "dddddddddd"
"""
ENDS = {
    "TERM": {143, -signal.SIGTERM},
    "INT": {130, -signal.SIGINT},
    "HUP": {129, -signal.SIGHUP},
}


def _arguments(command, place):
    return [str(place / "other.toml") if word == "OTHER" else word for word in COMMANDS[command]]


def _prepare(place):
    person = a_person(place)
    (place / "other.toml").write_text(OTHER, encoding="utf-8")
    return person


def _struck(tmp_path, command, what, **sample):
    """Strike a command at its points, each time in a fresh home."""
    points = points_of(tmp_path / "traced", _prepare, _arguments(command, tmp_path / "traced"))
    assert any(point.call == "fsync" for point in points)
    assert any(point.call.startswith("rename") for point in points)
    for number, point in enumerate(sampled(points, **sample)):
        place = tmp_path / str(number)
        person = _prepare(place)
        answer = struck(person, _arguments(command, place), point, what, place / "trace")
        yield person, answer, point


def _holds_old_or_new(person, added, point):
    """Say whether the entries of the command are there; nothing else may have happened."""
    before = LOGBOOK.encode()
    after = person.content
    if after == before:
        return False
    assert after.startswith(before), point
    assert person.ids[:2] == ["aaaaaaaaaa", "bbbbbbbbbb"], point
    assert len(person.ids) == 2 + added, point
    return True


def _goes_on(person, point):
    """Whatever happened, the next command works, and sweeps what was left behind."""
    before = person.content
    made_old(person.home)
    made_old(person.state)
    answer = person.run("log", "rsk-03", "--minutes", "5")
    assert answer.code == 0, (point, answer)
    assert person.content.startswith(before), point
    assert person.rows[-1]["exercise"] == "rsk-03", point
    assert leftovers(person) == [], point


@pytest.mark.parametrize("command", COMMANDS)
def test_a_kill_at_any_call_leaves_the_old_file_or_the_new_one(tmp_path, command):
    """F01: what was said to be stored is there, and the next entry can be logged at once."""
    one_of = 1 if command == "log" else 4
    for person, answer, point in _struck(tmp_path, command, "signal=KILL", one_of=one_of):
        assert answer.code in {0, KILLED}, (point, answer)
        is_stored = _holds_old_or_new(person, ADDED.get(command, 1), point)
        assert is_stored or not (answer.out or answer.code == 0), (point, answer)
        _goes_on(person, point)


@pytest.mark.parametrize("name", ENDS)
@pytest.mark.parametrize("command", COMMANDS)
def test_whoever_interrupts_gets_an_answer_or_an_unchanged_file(tmp_path, command, name):
    """F01, G04: a code that says "interrupted" means that nothing was stored."""
    one_of = {("log", "INT"): 1, ("log", "TERM"): 2}.get((command, name), 6)
    beginning_with = list(ENDS).index(name) + list(COMMANDS).index(command)
    sample = {"one_of": one_of, "beginning_with": beginning_with}
    for person, answer, point in _struck(tmp_path, command, f"signal={name}", **sample):
        assert answer.code in {0} | ENDS[name], (point, answer)
        is_stored = _holds_old_or_new(person, ADDED.get(command, 1), point)
        assert is_stored == (answer.code == 0), (point, answer)
        assert "Traceback" not in answer.err, (point, answer)
        if command == "log":
            _goes_on(person, point)


CONFLICTED = ("logbook.sync-conflict-20261120-101010-ABCDEFG.toml", OTHER)
TORN = '\n[[entries]]\nkind = "lesson"\non = 2026-11-20\ntext = "half of an en'


def _damaged(place):
    person = a_person(place, LOGBOOK + TORN)
    name, text = CONFLICTED
    (person.home / name).write_text(text, encoding="utf-8")
    return person


def test_a_kill_while_mending_loses_nothing_of_what_was_damaged_or_apart(tmp_path):
    """F01, G09: the second try mends the rest."""
    points = points_of(tmp_path / "traced", _damaged, ["doctor", "--fix"])
    for number, point in enumerate(sampled(points, one_of=4)):
        person = _damaged(tmp_path / str(number))
        struck(
            person,
            ["doctor", "--fix"],
            point,
            "signal=KILL",
            tmp_path / str(number) / "trace",
        )
        assert person.content.startswith(LOGBOOK.encode()), point
        made_old(person.home)
        made_old(person.state)
        answer = person.run("doctor", "--fix")
        assert answer.code == 0, (point, answer)
        assert sorted(person.ids) == [
            "aaaaaaaaaa",
            "bbbbbbbbbb",
            "cccccccccc",
            "dddddddddd",
        ], point
        # What an exchange brought out may stay as long as it is named, and a copy as it was.
        left = {path.name for path in person.home.iterdir()} - {"logbook.toml", CONFLICTED[0]}
        assert all(name in answer.out for name in left), (point, answer)
        kept = [*person.state.rglob("*"), *person.home.iterdir()]
        texts = [path.read_text(encoding="utf-8") for path in kept if path.is_file()]
        assert any(TORN.strip() in text for text in texts), point
        assert OTHER in texts, point
