"""Places, zones and streams as nobody would choose them: a sentence at once, and nothing made."""

import json
import os
import subprocess
import sys
import tomllib
from contextlib import chdir
from datetime import datetime
from pathlib import Path

import pytest

from others import a_folder_for_all, run_as
from running import TODAY, a_home, run_cli, run_process, run_shell

from builders import finished

POSIX = pytest.mark.skipif(os.name != "posix", reason="homes, zones and devices of POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="devices and limits of Linux")
OLD = finished("pmf-01")
OF_NOBODY = "~nosuchuser/pm"


def run_without(*arguments, cwd=None, without=(), **environment):
    """Run as a process of which some of the environment is taken away."""
    kept = {name: value for name, value in os.environ.items() if name not in without}
    done = subprocess.run(
        [sys.executable, "-m", "pmcareer", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=kept | {"PMCAREER_TODAY": TODAY} | environment,
    )
    assert "Traceback" not in done.stderr
    assert "inside pmcareer" not in done.stderr
    return done


@pytest.mark.parametrize(
    "command",
    [
        ("--home", OF_NOBODY, "log", "pmf-01"),
        ("--home", OF_NOBODY, "next"),
        ("--curriculum", OF_NOBODY, "next"),
        ("check", OF_NOBODY),
        ("export", "csv", "--output", OF_NOBODY),
        ("work", "pmf-01", "--output", OF_NOBODY),
    ],
    ids=lambda command: " ".join(command[-2:]),
)
def test_a_home_of_nobody_s_is_a_wrong_value_and_no_folder_of_that_name(tmp_path, command):
    """G12."""
    with chdir(tmp_path):
        answer = run_cli(*command)
    assert answer.code == 2
    assert OF_NOBODY in answer.err
    assert "nobody has that home folder" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_the_variables_are_read_as_the_options_are():
    """G12."""
    for name in ("PMCAREER_HOME", "PMCAREER_CURRICULUM"):
        answer = run_cli("next", **{name: OF_NOBODY})
        assert (answer.code, name in answer.err, OF_NOBODY in answer.err) == (2, True, True)


def test_an_empty_home_is_a_wrong_value():
    assert run_cli("--home", "", "log", "pmf-01").code == 2
    assert run_cli("--home", " ", "next").code == 2


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("name", ["XDG_DATA_HOME", "XDG_STATE_HOME"])
@pytest.mark.parametrize("value", ["", "relative", "./here", "~"])
def test_a_folder_of_the_platform_that_is_no_absolute_path_counts_for_nothing(
    tmp_path, name, value
):
    """As the XDG Base Directory Specification says: it is ignored."""
    environment = {"HOME": str(tmp_path / "user"), name: value}
    (tmp_path / "here").mkdir()
    done = run_without(
        "log",
        "pmf-01",
        cwd=tmp_path / "here",
        without=("PMCAREER_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"),
        **environment,
    )
    assert done.returncode == 0
    assert (tmp_path / "user/.local/share/pmcareer/logbook.toml").is_file()
    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("home", ["/nonexistent/x", "/dev/null", "/proc/1"])
def test_a_home_folder_that_can_not_be_is_said_when_something_is_written(home):
    """G12."""
    without = ("PMCAREER_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    if os.access("/", os.W_OK) and home.startswith("/nonexistent"):
        pytest.skip("whoever may write to / can make it")
    done = run_without("log", "pmf-01", without=without, HOME=home)
    assert done.returncode == 1
    assert home in done.stderr
    assert "nothing was logged" in done.stderr or "can't be read" in done.stderr


@LINUX
@pytest.mark.slow
@pytest.mark.parametrize("home", [None, "", "relative"])
def test_a_user_without_a_folder_is_told_to_name_one_and_can(home):
    """G12: as in containers that run under any number."""
    if os.geteuid() != 0:
        pytest.skip("only root becomes a user without a name")
    with a_folder_for_all() as place:
        said = {"HOME": home} if home is not None else {}
        for command in (("next",), ("log", "pmf-01", "--json")):
            done = run_as(54_321, *command, cwd=place, **said)
            assert done.returncode == 1
            assert "There is no folder for your logbook" in done.stderr
            assert "--home DIR" in done.stderr
        named = run_as(54_321, "--home", str(place / "pm"), "log", "pmf-01", cwd=place, **said)
        assert (named.returncode, named.stderr) == (0, "")
        # Beside what is named, and not below wherever one stands.
        assert sorted(path.name for path in place.iterdir()) == ["pm", "pm-state"]


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("XXX-25", "+23:59"),
        ("<+2545>-25:45", "+23:59"),
        ("XXX+24:59:59", "-23:59"),
        ("XXX-00:19:32", "+00:20"),
        (":bad", "+00:00"),
        ("", "+00:00"),
        ("Europe/Berlin", None),
    ],
)
def test_whatever_the_zone_an_entry_has_an_offset_that_can_be_read_back(home, zone, offset):
    """F30, F32, G12."""
    done = run_process("log", "pmf-01", today="", TZ=zone)
    assert (done.code, done.err) == (0, "")
    written = tomllib.loads((home / "logbook.toml").read_text())["entries"][0]["at"]
    if offset is not None:
        assert written.isoformat().endswith(offset)
    # The moment is the clock's, to the second and whatever the zone makes of it.
    if zone in {":bad", "", "Europe/Berlin"}:
        away = abs(datetime.now(tz=written.tzinfo) - written).total_seconds()
        assert away < 600
    assert run_process("status", today="", TZ=zone).code == 0
    assert run_process("doctor", today="", TZ=zone).code in {0, 1}


@pytest.mark.slow
@LINUX
@pytest.mark.parametrize(
    "command",
    [
        "pmcareer merge - < /dev/zero",
        "yes '[[entries]]' | pmcareer merge -",
        "pmcareer check - < /dev/zero",
    ],
)
def test_input_without_an_end_is_refused_at_its_limit_and_in_little_memory(command):
    """G12: read to the limit and one byte."""
    home = a_home(None, OLD)
    before = (home / "logbook.toml").read_bytes()
    answer = run_shell(f"ulimit -v 500000; {command}")
    assert answer.code == 3
    said = answer.out + answer.err
    assert "64,000,000 bytes" in said or "2,000,000 bytes" in said
    assert "inside pmcareer" not in said
    assert (home / "logbook.toml").read_bytes() == before


@LINUX
@pytest.mark.parametrize("what", ["a device", "a pipe", "a folder", "three gigabytes"])
@pytest.mark.parametrize(
    "command", [("merge", "{}"), ("check", "{}"), ("--curriculum", "{}", "next")], ids=str
)
def test_what_is_no_file_or_far_too_large_is_refused_without_waiting(tmp_path, what, command):
    """G12, F28."""
    a_home(None, OLD)
    place = tmp_path / "given"
    match what:
        case "a device":
            place.symlink_to("/dev/zero")
        case "a pipe":
            os.mkfifo(place)
        case "a folder":
            place.mkdir()
        case _:
            place.touch()
            os.truncate(place, 3 << 30)
    answer = run_cli(*(word.format(place) for word in command))
    assert answer.code in {1, 3}
    assert str(place) in answer.out + answer.err
    assert "inside pmcareer" not in answer.err


@POSIX
def test_an_editor_that_leaves_a_giant_or_no_file_changes_nothing(tmp_path):
    """G12."""
    home = a_home(None, OLD)
    before = (home / "logbook.toml").read_bytes()
    for number, line in enumerate(
        ('truncate -s 65M "$1"', 'rm "$1"; mkfifo "$1"', 'rm "$1"', 'rm "$1"; mkdir "$1"')
    ):
        editor = tmp_path / f"editor{number}"
        editor.write_text(f"#!/bin/sh\n{line}\n")
        editor.chmod(0o755)
        answer = run_cli("edit", VISUAL=str(editor))
        assert answer.code in {1, 3}, line
        assert "nothing was changed" in answer.err, line
        assert (home / "logbook.toml").read_bytes() == before


@pytest.mark.slow
@POSIX
def test_with_no_mask_at_all_nothing_that_is_written_is_open_to_others(tmp_path):
    """G12: exports and sheets hold what the logbook holds, so they are as private as it is."""
    before = os.umask(0)
    try:
        home = tmp_path / "home"
        said = {"PMCAREER_HOME": str(home)}
        for command in (
            ("log", "pmf-01"),
            ("log", "pmf-02"),
            ("work", "pmf-03"),
            ("export", "csv", "--output", str(home / "mine.csv")),
            ("export", "markdown", "--output", str(home / "mine.md")),
            ("plan", "--save"),
        ):
            assert run_process(*command, **said).code == 0, command
    finally:
        os.umask(before)
    state = Path(os.environ["XDG_STATE_HOME"]) / "pmcareer"
    written = [home, *home.rglob("*"), state, *state.rglob("*")]
    assert len(written) > 9
    open_to_others = [str(path) for path in written if path.stat().st_mode & 0o077]
    assert open_to_others == []


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("files", [5, 6, 7, 9])
def test_with_few_files_that_may_be_open_an_entry_is_stored_or_it_is_said(files):
    home = a_home(None, OLD)
    before = (home / "logbook.toml").read_bytes()
    answer = run_shell(f"ulimit -n {files}; pmcareer log pmf-02")
    if answer.code == 0:
        assert (home / "logbook.toml").read_bytes().startswith(before)
    else:
        assert answer.code == 1
        assert "nothing was logged" in answer.err
        assert (home / "logbook.toml").read_bytes() == before


@pytest.mark.slow
@LINUX
def test_too_little_memory_is_no_bug_of_ours():
    home = a_home(None, OLD)
    before = (home / "logbook.toml").read_bytes()
    answer = run_shell("ulimit -v 46000; pmcareer log pmf-02 --json")
    if answer.code:
        assert (home / "logbook.toml").read_bytes() == before
        if answer.err.startswith("{"):
            assert json.loads(answer.err)["error"]["code"] in {"out-of-memory", "internal"}
    else:
        assert (home / "logbook.toml").read_bytes().startswith(before)


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize(
    "streams", ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"], ids=lambda each: each
)
def test_with_streams_closed_an_entry_is_stored_and_stands_in_the_logbook_alone(streams):
    """G04, G12."""
    home = a_home(None, OLD)
    before = (home / "logbook.toml").read_bytes()
    answer = run_shell(f"pmcareer log pmf-02 {streams}")
    assert answer.code == 0
    entries = tomllib.loads((home / "logbook.toml").read_text())["entries"]
    assert [entry["exercise"] for entry in entries] == ["pmf-01", "pmf-02"]
    assert (home / "logbook.toml").read_bytes().startswith(before)


@pytest.mark.slow
@pytest.mark.parametrize(
    "said",
    [
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
    ids=str,
)
def test_a_terminal_of_few_signs_loses_none_in_the_file(said):
    """F25."""
    a_home(None, finished("pmf-01", note="Süß – 漢字 🧪"))
    for command in (("history",), ("log", "pmf-02"), ("status",), ("export", "csv")):
        answer = run_shell(f"pmcareer {' '.join(command)} | cat -v", **said)
        assert (answer.code, answer.err) == (0, "")
    assert "Süß – 漢字 🧪" in run_cli("history", "--json").json["entries"][0]["note"]


@pytest.mark.slow
@POSIX
def test_a_folder_that_is_gone_holds_up_only_what_starts_from_it(tmp_path):
    """G12."""
    a_home(None, OLD)
    gone = tmp_path / "gone"
    gone.mkdir()
    answer = run_shell(f"cd {gone}; rmdir {gone}; pmcareer log pmf-02; pmcareer --home x next")
    assert "Finished " in answer.out
    assert "The folder you are in is gone" in answer.err


@POSIX
@pytest.mark.parametrize("name", ["new\nline", "b\udcff", "\x1b[31mred", "a b;$(touch x)'\""])
def test_a_home_of_any_name_is_used_and_controls_nothing(tmp_path, name):
    """F33."""
    home = tmp_path / name
    for command in (("log", "pmf-01"), ("log", "pmf-02", "--json"), ("next",), ("doctor",)):
        answer = run_cli(*command, PMCAREER_HOME=str(home))
        assert answer.code in {0, 1}
        assert "\x1b" not in answer.out + answer.err
    assert len(tomllib.loads((home / "logbook.toml").read_text())["entries"]) == 2
    assert [path.name for path in tmp_path.iterdir()] == [name]
