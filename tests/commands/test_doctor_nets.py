"""Each question of `doctor` stands on its own: what keeps one from its answer keeps no other."""

import os
from pathlib import Path

import pytest

from pmcareer.commands.doctor_checks import examined
from pmcareer.errors import NotReadable
from pmcareer.views.doctor import Check
from running import a_home, run_cli

from builders import finished, logbook_text

POSIX = pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
FINE = Check(name="fine", ok=True, detail="well")


def failing(error):
    def look():
        raise error

    return look


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied", "/x/y"), "/x/y: permission denied."),
        (OSError(5, "Input/output error"), "the disk reports an input/output error."),
        (NotReadable("/x", "it is no file"), "/x can't be read: it is no file."),
        (MemoryError(), "there is not enough memory."),
        (RecursionError(), "RecursionError, which is a bug of pmcareer's"),
        (KeyError("secret note"), "KeyError, which is a bug of pmcareer's"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_whatever_goes_wrong_in_one_is_its_own_finding_and_the_others_go_on(error, said):
    """G07."""
    checks = examined({"odd": failing(error), "fine": lambda: FINE})
    assert [check.name for check in checks] == ["odd", "fine"]
    assert checks[1] == FINE
    assert not checks[0].ok
    assert checks[0].detail.startswith(f"it could not be looked at: {said}")
    assert "secret" not in checks[0].detail


def test_a_question_that_can_not_be_asked_has_no_answer():
    assert examined({"orphans": lambda: None, "fine": lambda: FINE}) == (FINE,)


def a_file(home):
    home.write_text("mine")


def a_loop(home):
    home.symlink_to(home.name)


def a_pipe(home):
    os.mkfifo(home)


def a_folder_for_a_logbook(home):
    (home / "logbook.toml").mkdir(parents=True)


def a_pipe_for_a_logbook(home):
    home.mkdir()
    os.mkfifo(home / "logbook.toml")


def a_device_for_a_logbook(home):
    home.mkdir()
    (home / "logbook.toml").symlink_to("/dev/zero")


def a_dead_link_for_a_curriculum(home):
    home.mkdir()
    (home / "curriculum.toml").symlink_to("nowhere")


def a_pipe_for_a_curriculum(home):
    home.mkdir()
    os.mkfifo(home / "curriculum.toml")


ODD = [
    a_file,
    a_loop,
    a_pipe,
    a_folder_for_a_logbook,
    a_pipe_for_a_logbook,
    a_device_for_a_logbook,
    a_dead_link_for_a_curriculum,
    a_pipe_for_a_curriculum,
]
NEVER_MISSING = {"pmcareer", "python", "libraries", "home", "logbook", "clock", "curriculum"}


@POSIX
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
def test_doctor_comes_to_its_end_in_whatever_home(home, odd):
    """G07, G12."""
    odd(home)
    answer = run_cli("doctor", "--json")
    assert answer.code == 1
    assert answer.err == ""
    checks = {check["name"]: check for check in answer.json["checks"]}
    assert checks.keys() >= NEVER_MISSING
    wrong = [check for check in checks.values() if not check["ok"]]
    assert wrong
    assert not any("a bug" in check["detail"] for check in wrong)
    assert all(check["hint"] or "can't be read" in check["detail"] for check in wrong)


@POSIX
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
def test_what_reads_and_what_writes_says_in_a_sentence_what_is_odd_about_a_home(home, odd):
    """F13, G12: at once, with its place, and the mend below it."""
    odd(home)
    for command in (("next",), ("status",), ("log", "pmf-01"), ("plan", "--json"), ("undo",)):
        answer = run_cli(*command)
        assert answer.code in {1, 3}, command
        assert answer.out == ""
        assert str(home) in answer.err
        assert "inside pmcareer" not in answer.err
        assert len(answer.err.strip().splitlines()) in {1, 2}


@pytest.mark.parametrize("length", [300, 5000])
def test_a_home_whose_name_is_too_long_is_said(tmp_path, length):
    home = tmp_path / ("x" * length)
    for command in (("next",), ("log", "pmf-01")):
        answer = run_cli(*command, PMCAREER_HOME=str(home))
        assert answer.code == 1
        assert "name too long" in answer.err
    answer = run_cli("doctor", PMCAREER_HOME=str(home))
    assert (answer.code, answer.err) == (1, "")
    assert "name too long" in answer.out


@POSIX
def test_a_state_folder_in_whose_place_there_is_a_file_is_said_and_stops_nothing(
    tmp_path, monkeypatch
):
    """G07."""
    a_home(None, finished("pmf-01"))
    state = tmp_path / "state"
    state.mkdir()
    (state / "pmcareer").write_text("mine")
    # The platform's folders are read from the process, as platformdirs does.
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    doctor = run_cli("doctor", "--json")
    assert doctor.code == 1
    checks = {check["name"]: check for check in doctor.json["checks"]}
    assert not checks["state"]["ok"]
    assert "it is no folder" in checks["state"]["detail"]
    assert checks["state"]["hint"] == "Move it away."
    assert run_cli("status").code == 0
    assert run_cli("log", "pmf-02").code == 0


@POSIX
def test_a_home_that_everybody_may_write_to_is_said(home):
    """F45."""
    a_home(None, finished("pmf-01"))
    home.chmod(0o777)
    answer = run_cli("doctor")
    assert answer.code == 1
    assert f"chmod o-w {home}" in answer.out


def said_of_links():
    checks = run_cli("doctor", "--json").json["checks"]
    return next((check for check in checks if check["name"] == "hard links"), None)


@POSIX
def test_other_names_of_the_logbook_are_named_and_are_no_fault(tmp_path):
    """G12."""
    home = a_home(None, finished("pmf-01"))
    (tmp_path / "one").hardlink_to(home / "logbook.toml")
    one = said_of_links()
    assert "another name, which keeps the old text when the next entry is stored" in one["detail"]
    assert one["ok"] is True
    assert one["hint"].startswith(
        "For a backup that is right; to keep one file under two names: ln"
    )
    (tmp_path / "two").hardlink_to(home / "logbook.toml")
    assert "2 other names, which keep the old text" in said_of_links()["detail"]
    assert run_cli("log", "pmf-02", "30").code == 0
    assert said_of_links() is None


def check_named(name):
    checks = run_cli("doctor", "--json").json["checks"]
    return next(check for check in checks if check["name"] == name)


def of_the_state(what):
    return Path(os.environ["XDG_STATE_HOME"]) / "pmcareer" / what


@POSIX
def test_what_is_missed_without_a_folder_of_the_state_is_said_as_it_is(home):
    """G07."""
    said = {
        "locks": "the logbook's folder alone keeps writers apart",
        "snapshots": "no snapshot is kept",
        "receipts": "a loss may go unnoticed",
    }
    for name, words in said.items():
        of_the_state(name).mkdir(parents=True)
        of_the_state(name).rmdir()
        of_the_state(name).write_text("mine")
        detail = check_named("state")["detail"]
        assert detail.endswith(f"it is no folder; entries are stored, and {words}.")
        of_the_state(name).unlink()


@POSIX
def test_without_the_list_of_what_was_stored_nobody_says_that_nothing_is_missing(home):
    """G03, G07."""
    run_cli("log", "pmf-02", "30")
    (ids,) = of_the_state("receipts").rglob("ids")
    ids.unlink()
    ids.mkdir()
    (home / "logbook.toml").write_text(logbook_text(finished("pmf-01")))
    entries = check_named("entries")
    assert not entries["ok"]
    assert f"{ids} can't be read: it is no file" in entries["detail"]
    for option in ("--restore", "--accept"):
        answer = run_cli("doctor", option, "--json")
        assert answer.code == 1
        assert answer.json["mended"] == []
        assert answer.json["left"] == [
            f"Nobody knows whether something is missing: {ids} can't be read: it is no file."
        ]


@POSIX
def test_a_logbook_that_can_not_be_written_is_a_finding(home):
    """F12."""
    a_home(None, finished("pmf-01"))
    (home / "logbook.toml").chmod(0o444)
    assert check_named("permissions")["hint"] == f"Allow it: chmod u+w {home / 'logbook.toml'}"


@pytest.mark.parametrize(
    "rows", ["[]", '[{kind = "finished", on = 2026-02-01, exercise = "pmf-01", id = "a"}]']
)
def test_a_logbook_that_nothing_can_be_added_to_is_a_finding(home, rows):
    a_home(None)
    home.mkdir(exist_ok=True)
    (home / "logbook.toml").write_text(f"format = 1\nentries = {rows}\n")
    assert run_cli("log", "pmf-02").code == 3
    assert run_cli("doctor").code == 1
    assert check_named("logbook")["detail"] == (
        "line 2: entries: the entries are written in one piece, so nothing can be added at the "
        "end. Write each as [[entries]]."
    )


@pytest.mark.parametrize("command", ["next", "status", "plan", "review", "gap", "history"])
def test_that_a_newer_pmcareer_wrote_the_file_is_said_by_all_that_read_it(home, command):
    """F26."""
    a_home(None, finished("pmf-01"))
    file = home / "logbook.toml"
    file.write_text(file.read_text().replace("format = 1", "format = 2"))
    answer = run_cli(command)
    assert answer.code == 0
    assert "a newer pmcareer wrote this file (2); it is read as well as it can be" in answer.err


def test_a_newer_file_is_not_to_be_corrected_but_pmcareer_updated():
    home = a_home(None, finished("pmf-01"))
    file = home / "logbook.toml"
    file.write_text(file.read_text().replace("format = 1", "format = 9"))
    words = check_named("words")
    assert words["detail"].endswith("Update: python -m pip install --upgrade pmcareer")
    assert (words["ok"], words["hint"]) == (False, "")


@POSIX
def test_what_is_in_the_way_of_every_mend_is_said_once():
    home = a_home(None, finished("pmf-01"))
    (home / "logbook.toml").unlink()
    (home / "logbook.toml").mkdir()
    left = run_cli("doctor", "--fix", "--json").json["left"]
    assert left
    assert len(left) == len(set(left))


@POSIX
def test_a_link_into_a_folder_that_is_gone_is_in_the_way_of_the_next_entry(tmp_path):
    home = a_home(None)
    gone = tmp_path / "gone"
    (home / "logbook.toml").symlink_to(gone / "logbook.toml")
    assert run_cli("log", "pmf-01", "30").code == 1
    check = check_named("logbook file")
    assert check["ok"] is False
    assert f"is a link to {gone / 'logbook.toml'}, and that folder is not there" in check["detail"]
    gone.mkdir()
    assert run_cli("log", "pmf-01", "30").code == 0
    assert check_named("logbook file")["ok"] is True
