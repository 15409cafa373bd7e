"""A logbook in git on two machines: whatever both did meanwhile, by merge, union, driver, rebase or pick.

Two clones of one repository, a state folder each, real git, and pmcareer as a person would type it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from running import run_cli

from builders import a_curriculum, an_exercise, curriculum_text

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None or os.name != "posix", reason="needs git and a shell")

EXERCISES = tuple(f"rsk-{number:02}" for number in range(1, 10))
CURRICULUM = curriculum_text(a_curriculum(*map(an_exercise, EXERCISES)))
NOBODY = {
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_EDITOR": "true",
}
WAYS = ("plain", "union", "driver")
MARKS = (b"<<<<<<<", b">>>>>>>")


class Machine:
    """A clone, with a state folder of its own."""

    def __init__(self, folder, monkeypatch, inside=""):
        self.folder = folder
        self.home = folder / "clone" / inside
        self.logbook = self.home / "logbook.toml"
        self.state = folder / "state"
        self.monkeypatch = monkeypatch

    def run(self, *arguments):
        """Run pmcareer here."""
        for name, value in self._places().items():
            self.monkeypatch.setenv(name, value)
        return run_cli(*arguments)

    def _places(self):
        return {"PMCAREER_HOME": str(self.home), "XDG_STATE_HOME": str(self.state)}

    def git(self, *arguments, may_fail=False):
        """Run git here; `pmcareer` is found as it is where it is installed."""
        path = f"{self.folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            [GIT, *arguments],
            cwd=self.folder / "clone",
            env=os.environ | self._places() | NOBODY | {"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert may_fail or done.returncode == 0, done.stdout + done.stderr
        return done

    def log(self, exercise):
        """Log, commit, and give the id."""
        answer = self.run("log", exercise, "--minutes", "60", "--json")
        assert answer.code == 0, answer.err
        self.commit(f"log {exercise}")
        return answer.json["entry"]["id"]

    def undo(self, name):
        answer = self.run("undo", name, "--json")
        assert answer.code == 0, answer.err
        self.commit(f"undo {name}")
        return answer.json["entry"]["id"]

    def edit(self, name, minutes):
        """Correct by hand how long an entry took."""
        text = self.logbook.read_bytes()
        end = text.index(f'id = "{name}"'.encode())
        start = text.rindex(b"minutes = ", 0, end)
        stop = text.index(b"\n", start)
        stop -= text[stop - 1 : stop] == b"\r"
        self.logbook.write_bytes(text[:start] + f"minutes = {minutes}".encode() + text[stop:])
        self.commit(f"correct {name}")

    def commit(self, words):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", words)

    def entries(self):
        answer = self.run("history", "--all", "--json")
        assert answer.code == 0, answer.err
        return {row["id"]: row for row in answer.json["entries"]}

    def is_conflicted(self):
        return any(mark in self.logbook.read_bytes() for mark in MARKS)

    def bring(self, *command):
        """Bring the other's commits in, and where git leaves marks let doctor take them out."""
        done = self.git(*command, may_fail=True)
        while done.returncode:
            before = self.entries()
            if self.is_conflicted():
                said = self.run("history").err
                assert str(self.logbook) in said
            self.run("doctor", "--fix")
            assert not self.is_conflicted()
            assert before.keys() <= self.entries().keys()
            self.git("add", "-A")
            done = self._go_on()

    def _go_on(self):
        hidden = self.folder / "clone/.git"
        if (hidden / "rebase-merge").exists() or (hidden / "rebase-apply").exists():
            return self.git("rebase", "--continue", may_fail=True)
        if (hidden / "CHERRY_PICK_HEAD").exists():
            # Where all that was picked is there already nothing is left to commit.
            if not self.git("diff", "--cached", "--quiet", may_fail=True).returncode:
                return self.git("cherry-pick", "--skip")
            return self.git("cherry-pick", "--continue", may_fail=True)
        return self.git("commit", "-q", "--no-edit", may_fail=True)

    def pull(self, other):
        self.git("fetch", "-q", str(other.folder / "clone"), "main:theirs", "--force")
        self.bring("merge", "-q", "--no-edit", "theirs")

    def is_sound(self):
        """Nothing is wrong, for doctor and for git."""
        answer = self.run("doctor")
        assert answer.code == 0, answer.out + answer.err
        assert not self.is_conflicted()
        assert self.git("status", "--porcelain").stdout == ""
        return True


@pytest.fixture
def machines(tmp_path, monkeypatch):
    """Make a laptop and a desk with the same three entries, in the way that is asked for."""

    def make(way, inside="", autocrlf="false"):
        _an_installed_pmcareer(tmp_path / "bin")
        laptop = Machine(tmp_path / "laptop", monkeypatch, inside)
        desk = Machine(tmp_path / "desk", monkeypatch, inside)
        laptop.home.mkdir(parents=True)
        laptop.git("init", "-q", "-b", "main")
        laptop.git("config", "core.autocrlf", autocrlf)
        (laptop.home / "curriculum.toml").write_text(CURRICULUM, encoding="utf-8")
        if way == "union":
            (laptop.home / ".gitattributes").write_text("logbook.toml merge=union\n")
        laptop.run("profile", "--hours-per-week", "5")
        if way == "driver":
            answer = laptop.run("doctor", "--git")
            assert answer.code == 0, answer.err
        laptop.commit("begin")
        for exercise in EXERCISES[:3]:
            laptop.log(exercise)
        desk.folder.mkdir()
        laptop.git(
            "clone", "-q", "-c", f"core.autocrlf={autocrlf}", ".", str(desk.folder / "clone")
        )
        if way == "driver":
            desk.run("doctor", "--git")
        if autocrlf == "true":
            # As git would have checked it out, had it been cloned.
            laptop.git("rm", "-q", "--cached", "-r", ".")
            laptop.git("reset", "-q", "--hard")
        return laptop, desk

    return make


def _an_installed_pmcareer(folder):
    folder.mkdir()
    script = folder / "pmcareer"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pmcareer "$@"\n')
    script.chmod(0o755)


def old_ids(machine):
    return [name for name, row in machine.entries().items() if row["kind"] == "finished"]


@pytest.mark.parametrize("way", WAYS)
def test_what_both_logged_is_there_after_a_merge(machines, way):
    """G02."""
    laptop, desk = machines(way)
    before = laptop.entries().keys()
    new = {laptop.log("rsk-04"), desk.log("rsk-05")}
    laptop.pull(desk)
    assert laptop.entries().keys() == before | new
    assert laptop.is_sound()
    desk.pull(laptop)
    assert desk.entries().keys() == before | new
    assert desk.is_sound()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_what_one_took_back_and_the_other_logged_hold_after_a_merge(machines, way):
    """G02."""
    laptop, desk = machines(way)
    old = old_ids(laptop)[0]
    new = {laptop.undo(old), desk.log("rsk-05"), desk.log("rsk-06")}
    laptop.pull(desk)
    entries = laptop.entries()
    assert new <= entries.keys()
    assert entries[old]["void"]
    assert laptop.is_sound()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_an_older_entry_that_one_corrected_is_the_corrected_one_after_a_merge(machines, way):
    """G02."""
    laptop, desk = machines(way)
    old = old_ids(laptop)[1]
    desk.edit(old, 95)
    new = {laptop.log("rsk-04"), desk.log("rsk-05")}
    laptop.pull(desk)
    entries = laptop.entries()
    assert new <= entries.keys()
    assert entries[old]["minutes"] == 95
    assert laptop.is_sound()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_of_an_entry_that_both_corrected_no_form_is_dropped_without_a_word(machines, way):
    """G02."""
    laptop, desk = machines(way)
    old = old_ids(laptop)[1]
    laptop.edit(old, 85)
    desk.edit(old, 95)
    new = {laptop.log("rsk-04"), desk.log("rsk-05")}
    laptop.pull(desk)
    entries = laptop.entries()
    said = laptop.run("doctor")
    assert new <= entries.keys()
    if old in entries:
        assert entries[old]["minutes"] in {85, 95}
    else:
        assert said.code == 1
        assert str(laptop.logbook) in laptop.run("history").err
    for minutes in (85, 95):
        assert f"minutes = {minutes}" in everything(laptop)


def everything(machine):
    """All text that is kept in the home, in git's own store of it or in the state folder."""
    paths = [*machine.home.rglob("*"), *machine.state.rglob("*")]
    files = [path for path in paths if path.is_file() and ".git" not in path.parts]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    return "\n".join([machine.git("log", "-p", "--all").stdout, *texts])


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_rounds_of_logging_and_merging_lose_nothing(machines, way):
    """G02: three rounds, each machine merges the other."""
    laptop, desk = machines(way)
    expected = set(laptop.entries())
    for old, first, second in zip(old_ids(laptop), EXERCISES[3::2], EXERCISES[4::2], strict=True):
        expected |= {laptop.log(first), new := desk.log(second), desk.undo(new)}
        laptop.pull(desk)
        expected.add(laptop.undo(old))
        desk.pull(laptop)
        assert laptop.entries().keys() == desk.entries().keys() == expected
        assert {name for name, row in desk.entries().items() if row["void"]} >= {old, new}
    assert laptop.is_sound()
    assert desk.is_sound()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_rebase_keeps_what_both_logged(machines, way):
    """G02."""
    laptop, desk = machines(way)
    before = laptop.entries().keys()
    new = {laptop.log("rsk-04"), laptop.log("rsk-06"), desk.log("rsk-05"), desk.log("rsk-07")}
    laptop.git("fetch", "-q", str(desk.folder / "clone"), "main:theirs")
    laptop.bring("rebase", "-q", "theirs")
    assert laptop.entries().keys() == before | new
    assert laptop.is_sound()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_commit_that_is_picked_brings_its_entry_and_takes_none(machines, way):
    """G02."""
    laptop, desk = machines(way)
    before = laptop.entries().keys()
    own, first, second = laptop.log("rsk-04"), desk.log("rsk-05"), desk.log("rsk-06")
    laptop.git("fetch", "-q", str(desk.folder / "clone"), "main:theirs")
    laptop.bring("cherry-pick", "theirs")
    entries = laptop.entries().keys()
    if way == "union" and laptop.run("doctor").code:
        # A union of lines that were replaced is none of records: no header helps, but it is said.
        assert str(laptop.logbook) in laptop.run("next").err
        return
    # Git's marks hold the neighbours too, so that the first may come with the second.
    assert before | {own, second} <= entries <= before | {own, first, second}
    assert laptop.is_sound()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_home_in_a_folder_of_the_repository_is_no_different(machines, way):
    """G02: a home among dotfiles, say."""
    laptop, desk = machines(way, inside="share/my career")
    before = laptop.entries().keys()
    new = {laptop.log("rsk-04"), desk.log("rsk-05")}
    laptop.pull(desk)
    assert laptop.entries().keys() == before | new
    assert laptop.is_sound()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_line_ends_of_windows_are_no_different(machines, way):
    """G02, F24: core.autocrlf."""
    laptop, desk = machines(way, autocrlf="true")
    assert b"\r\n" in desk.logbook.read_bytes()
    before = laptop.entries().keys()
    new = {laptop.log("rsk-04"), desk.log("rsk-05")}
    laptop.pull(desk)
    assert laptop.entries().keys() == before | new
    assert b"\r\n" in laptop.logbook.read_bytes()
    assert laptop.is_sound()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_what_is_logged_while_a_merge_stands_open_is_kept_or_refused(machines, way):
    """G02: somebody logs before looking at the marks."""
    laptop, desk = machines(way)
    new = {laptop.log("rsk-04"), desk.log("rsk-05")}
    laptop.git("fetch", "-q", str(desk.folder / "clone"), "main:theirs")
    laptop.git("merge", "-q", "--no-edit", "theirs", may_fail=True)
    before = laptop.logbook.read_bytes()
    answer = laptop.run("log", "rsk-06", "--minutes", "30", "--json")
    after = laptop.logbook.read_bytes()
    if answer.code:
        assert after == before
    else:
        assert after.startswith(before)
        new.add(answer.json["entry"]["id"])
    laptop.run("doctor", "--fix")
    assert new <= laptop.entries().keys()
    laptop.git("add", "-A")
    laptop.git("commit", "-q", "--allow-empty", "-m", "both")
    assert laptop.is_sound()


def test_git_is_set_up_once_and_nothing_else_of_the_repository_changes(machines):
    """G02."""
    laptop, _ = machines("driver")
    before = laptop.git("config", "--local", "--list").stdout
    attributes = sorted(Path(laptop.folder).rglob(".gitattributes"))
    texts = [path.read_text() for path in attributes]
    assert laptop.run("doctor", "--git").code == 0
    assert laptop.git("config", "--local", "--list").stdout == before
    assert [path.read_text() for path in attributes] == texts
    assert laptop.is_sound()
