"""Folders and files that belong to somebody else, or are closed: what can go on does."""

import os
import shutil

import pytest

from others import a_folder_for_all, run_as, run_many_as

from builders import finished, logbook_text

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody else"
    ),
]
SOMEBODY, NOBODY = 12_345, 65_534
READERS = [
    [],
    ["status"],
    ["plan"],
    ["review"],
    ["gap"],
    ["profile"],
    ["experience"],
    ["certificate"],
    ["project"],
    ["assess"],
    ["show", "pmf-01"],
    ["list", "exercises"],
    ["history"],
    ["story"],
    ["export", "csv"],
    ["work", "pmf-02", "--print"],
]
WRITERS = [["log", "pmf-02"], ["lesson", "Ask first"], ["undo"], ["plan", "--save"]]
DOCTOR = [["doctor"], ["doctor", "--json"]]


@pytest.fixture
def place():
    """Somebody's folders, in which an entry was logged and a second one yesterday."""
    with a_folder_for_all() as folder:
        first = run_as(SOMEBODY, "log", "pmf-01", cwd=folder, **said_of(folder))
        assert (first.returncode, first.stderr) == (0, "")
        assert run_as(SOMEBODY, "log", "pmf-03", cwd=folder, **said_of(folder)).returncode == 0
        yield folder


def said_of(place):
    return {
        "HOME": str(place),
        "PMCAREER_HOME": str(place / "pm"),
        "XDG_STATE_HOME": str(place / "state"),
    }


def answers(place, commands):
    return run_many_as(SOMEBODY, commands, cwd=place, **said_of(place))


def closed(path):
    path.chmod(0)


def of_root(path):
    for each in (path, *path.rglob("*")):
        os.chown(each, 0, 0)
        each.chmod(0o700 if each.is_dir() else 0o600)


@pytest.mark.parametrize("how", [closed, of_root], ids=["closed", "of root"])
@pytest.mark.parametrize("what", [".", "locks", "snapshots"])
def test_a_state_folder_that_can_not_be_used_keeps_nobody_from_anything(place, what, how):
    """G07: every command does what it is for, doctor and each entry name the folder and the mend."""
    folder = place / "state/pmcareer" / what
    how(folder)
    for command, code, _, err in answers(place, READERS):
        assert (code, "state" in err) == (0, False), (command, err)
    for command, code, out, err in answers(place, WRITERS):
        assert code == 0, (command, err)
        assert str(place / "state/pmcareer") in err, command
        assert "sudo chown" in err, command
        assert out, command
    for command, code, out, err in answers(place, DOCTOR):
        assert (code, err) == (1, ""), command
        assert "can't be used: permission denied" in " ".join(out.split()), command


@pytest.mark.parametrize("what", ["pm/logbook.toml", "pm", "pm/curriculum.toml"])
def test_what_can_not_be_read_is_named_by_every_command_and_doctor_comes_to_its_end(place, what):
    """F13, G07."""
    target = place / what
    if not target.exists():
        target.write_text("format = 1\n")
    target.chmod(0)
    for command, code, out, err in answers(place, READERS + WRITERS):
        assert (code, out) == (1, ""), command
        assert f"{place / what}" in err, command
        assert "can't be read: permission denied." in err, command
    for command, code, out, err in answers(place, DOCTOR):
        assert (code, err) == (1, ""), command
        assert "permission denied" in out, command
        assert "a bug" not in out, command


def test_a_home_of_another_s_is_read_and_not_written(place):
    """F12, F13."""
    home = place / "pm"
    home.chmod(0o755)
    (home / "logbook.toml").chmod(0o644)
    before = (home / "logbook.toml").read_bytes()
    said = said_of(place) | {"HOME": str(place / "mine"), "XDG_STATE_HOME": str(place / "mine")}
    for command, code, _, err in run_many_as(NOBODY, READERS, cwd=place, **said):
        assert code == 0, (command, err)
    for command, code, out, err in run_many_as(NOBODY, WRITERS, cwd=place, **said):
        assert (code, out) == (1, ""), (command, err)
        assert "nothing was logged" in err, command
    assert (home / "logbook.toml").read_bytes() == before


def test_root_in_somebody_s_home_leaves_nothing_of_root_s_behind(place):
    """G07: `sudo -E pmcareer log`, and the first entry of all in a new home too."""
    for command in (("log", "pmf-02"), ("work", "pmf-02"), ("doctor",), ("undo",)):
        done = run_as(0, *command, cwd=place, **said_of(place))
        assert done.returncode in {0, 1}, done.stderr
    foreign = [str(path) for path in (place / "pm").rglob("*") if path.stat().st_uid != SOMEBODY]
    foreign += [
        str(path) for path in (place / "state").rglob("*") if path.stat().st_uid != SOMEBODY
    ]
    assert foreign == []
    again = answers(place, [["log", "pmf-02", "--again"], ["status"], ["doctor"]])
    assert [(code, err) for _, code, _, err in again] == [(0, ""), (0, ""), (0, "")]


def test_root_begins_a_home_below_somebody_s_folder_for_them(place):
    """G07."""
    shutil.rmtree(place / "pm")
    shutil.rmtree(place / "state")
    os.chown(place, SOMEBODY, SOMEBODY)
    done = run_as(0, "log", "pmf-02", cwd=place, **said_of(place))
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.stat().st_uid for path in place.rglob("*")} == {SOMEBODY}
    again = answers(place, [["log", "pmf-01"]])
    assert [(code, err) for _, code, _, err in again] == [(0, "")]


def test_a_logbook_of_somebody_else_s_in_my_home_is_kept_theirs_or_refused(place):
    """F11, F12."""
    logbook = place / "pm/logbook.toml"
    logbook.write_text(logbook_text(finished("pmf-01")))
    os.chown(logbook, NOBODY, NOBODY)
    logbook.chmod(0o644)
    before = logbook.read_bytes()
    for command, code, _, err in answers(place, [["log", "pmf-02"]]):
        assert code == 1, command
        assert "permission denied; nothing was logged" in err
    assert logbook.read_bytes() == before


@pytest.mark.parametrize(
    ("file", "folder", "allowed"),
    [
        (0o644, 0o500, "{0} {0}/logbook.toml"),
        (0o444, 0o500, "{0} {0}/logbook.toml"),
        (0o444, 0o700, "{0}/logbook.toml"),
    ],
)
def test_a_home_that_can_not_be_written_to_is_found_with_all_that_allows_it(
    place, file, folder, allowed
):
    home = place / "pm"
    (home / "logbook.toml").chmod(file)
    home.chmod(folder)
    logged, looked = answers(place, [["log", "pmf-02"], ["doctor"]])
    home.chmod(0o700)
    assert (logged[1], looked[1]) == (1, 1)
    assert f"Allow it: chmod u+w {allowed.format(home)}\n" in looked[2]
