"""A logbook in git: two branches log, and every way to bring them together keeps every entry."""

import os
import shutil
import subprocess
from datetime import datetime, timedelta, timezone
from itertools import count

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import read_logbook

from builders import finished, logbook_text

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

AT = datetime(2026, 11, 21, 19, 14, 3, tzinfo=timezone(timedelta(hours=1)))
NOBODY = {
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_EDITOR": "true",
}


class Repository:
    """A home in a repository of its own, with a branch `other` beside the first."""

    def __init__(self, folder, attributes=""):
        self.home = folder / "home"
        self.home.mkdir(parents=True)
        self.state = folder / "state"
        self.logbook = self.home / "logbook.toml"
        self.git("init", "-q", "-b", "main")
        self.git("config", "core.autocrlf", "false")
        (self.home / ".gitattributes").write_text(attributes)
        self.commit("begin")

    def git(self, *arguments, fails=False):
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.home,
            env=os.environ | NOBODY,
            capture_output=True,
            text=True,
            check=False,
        )
        assert bool(done.returncode) is fails, done.stderr + done.stdout
        return done.stdout + done.stderr

    def commit(self, words):
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", words)

    def log(self, *entries):
        append_entries(self.logbook, self.state, entries)
        self.commit("log")

    def ids(self):
        logbook = read_logbook(self.logbook)
        assert logbook.problems == ()
        assert logbook.notes == ()
        return sorted(entry.id for entry in logbook.entries)

    def branches(self, ours, theirs):
        """Log on both branches, each list of entries a commit; end on the first."""
        self.git("branch", "other")
        for entries in ours:
            self.log(*entries)
        self.git("checkout", "-q", "other")
        for entries in theirs:
            self.log(*entries)
        self.git("checkout", "-q", "main")


UNION = "logbook.toml merge=union\n"


def alike(name, **keys):
    """An entry that differs from others by its id alone, in as many lines as can be."""
    said = {"minutes": 90, "note": "the same", "evidence": "https://x", "mode": "real"} | keys
    return finished("pmf-02", at=AT, part="led", curriculum="1", id=name, **said)


@pytest.mark.parametrize(
    "before",
    [
        None,
        "",
        logbook_text(finished("pmf-01")),
        logbook_text(finished("pmf-01")).rstrip("\n"),
        logbook_text(finished("pmf-01")).replace("\n", "\r\n"),
        logbook_text(finished("pmf-01")) + "# mine, without an end",
    ],
    ids=["no file", "an empty file", "an entry", "no line end", "ends of Windows", "a comment"],
)
@pytest.mark.parametrize(("ours", "theirs"), [(1, 1), (3, 2)], ids=["one each", "several"])
def test_the_union_of_two_branches_is_a_sound_logbook(tmp_path, before, ours, theirs):
    """G02: even where all that was logged is the same but for the id."""
    home = Repository(tmp_path, UNION)
    if before is not None:
        home.logbook.write_bytes(before.encode())
        home.commit("before")
    there = home.ids()
    ours, theirs = (
        [f"{side}{n}" for n in range(many)] for side, many in (("o", ours), ("t", theirs))
    )
    home.branches([[alike(name)] for name in ours], [[alike(name) for name in theirs]])
    home.git("merge", "-q", "other", "-m", "both")
    assert home.ids() == sorted([*there, *ours, *theirs])


ROWS = st.fixed_dictionaries(
    {},
    optional={
        "minutes": st.sampled_from([30, 90]),
        "note": st.sampled_from(["a", "b"]),
        "evidence": st.just("https://x"),
        "mode": st.just("real"),
    },
)
LOGS = st.lists(st.lists(ROWS, min_size=1, max_size=3), min_size=1, max_size=3)


@pytest.mark.slow
@effort(max_examples=60)
@given(LOGS, LOGS, st.booleans())
def test_whatever_two_branches_log_their_union_is_sound(tmp_path_factory, ours, theirs, has_some):
    """G02."""
    home = Repository(tmp_path_factory.mktemp("union"), UNION)
    if has_some:
        home.log(alike("first"))
    numbers = count()

    def named(logs):
        return [[alike(f"e{next(numbers)}", **keys) for keys in rows] for rows in logs]

    home.branches(named(ours), named(theirs))
    home.git("merge", "-q", "other", "-m", "both")
    assert len(home.ids()) == next(numbers) + has_some
