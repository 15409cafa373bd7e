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
from pmcareer.storage.logbook.layout import table_of
from pmcareer.storage.logbook.reading import logbook_in, read_logbook
from running import a_few_exercises, run_cli

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


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    a_few_exercises(monkeypatch, *(f"pmf-{number:02}" for number in range(1, 10)))


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
            ["git", *arguments],  # noqa: S607
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
@effort(max_examples=20)
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


def set_up(home, tmp_path, **environment):
    """Let `doctor --git` set the merge driver up, as a user does, and commit what it wrote."""
    done = doctor_git(home, **environment)
    home.commit("merge by entries")
    return done


def doctor_git(home, **environment):
    return run_cli("--home", str(home.home), "doctor", "--git", "--json", **environment)


@pytest.fixture
def repository(tmp_path):
    home = Repository(tmp_path)
    home.log(finished("pmf-01", id="base"))
    set_up(home, tmp_path)
    return home


def test_set_up_once_git_merges_by_entries_and_says_so(tmp_path):
    home = Repository(tmp_path)
    home.log(finished("pmf-01"))
    first = doctor_git(home)
    assert first.code == 0, first.out
    assert (home.home / ".gitattributes").read_text() == "logbook.toml merge=pmcareer\n"
    assert str(home.home / ".gitattributes") in " ".join(first.json["mended"])
    before = home.git("status", "--porcelain"), home.git("config", "--list", "--local")
    again = doctor_git(home)
    assert "already" in again.json["mended"][0]
    assert (home.git("status", "--porcelain"), home.git("config", "--list", "--local")) == before
    checks = {check["name"]: check for check in again.json["checks"]}
    assert checks["git"]["ok"]
    assert "merges the logbook with pmcareer" in checks["git"]["detail"]


def test_before_it_is_set_up_doctor_names_the_way(tmp_path):
    home = Repository(tmp_path)
    home.log(finished("pmf-01"))
    checks = run_cli("--home", str(home.home), "doctor", "--json").json["checks"]
    (git,) = (check for check in checks if check["name"] == "git")
    assert git["ok"]
    assert git["hint"].endswith("pmcareer doctor --git")
    assert home.git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("", "doesn't know it yet"),
        ("true", "another command"),
        ("'/gone/python' -P -m pmcareer merge --git-driver %O %A %B", "/gone/python is not there"),
    ],
    ids=["a clone", "another command", "a program that is gone"],
)
def test_where_git_can_not_run_the_driver_doctor_says_so(tmp_path, command, said):
    """.gitattributes travels with a clone, the driver does not; and a venv may move."""
    home = Repository(tmp_path, "logbook.toml merge=pmcareer\n")
    home.log(finished("pmf-01"))
    if command:
        home.git("config", "merge.pmcareer.driver", command)
    answer = run_cli("--home", str(home.home), "doctor", "--json")
    (git,) = (check for check in answer.json["checks"] if check["name"] == "git")
    assert answer.code == 1
    assert not git["ok"]
    assert said in git["detail"]
    if command == "true":
        assert "--unset merge.pmcareer.driver" in git["hint"]
        home.git("config", "--unset", "merge.pmcareer.driver")
    doctor_git(home)
    assert run_cli("--home", str(home.home), "doctor").code == 0


def test_doctor_says_what_union_can_not_do(tmp_path):
    home = Repository(tmp_path, UNION)
    home.log(finished("pmf-01"))
    checks = run_cli("--home", str(home.home), "doctor", "--json").json["checks"]
    (git,) = (check for check in checks if check["name"] == "git")
    assert git["ok"]
    assert "two branches change" in git["hint"]


def test_where_no_repository_is_the_two_commands_that_help_are_named_and_do(tmp_path):
    """In our words: what git says of it depends on its language and names no mend."""
    home = Repository(tmp_path)
    home.log(finished("pmf-01"))
    shutil.rmtree(home.home / ".git")
    (said,) = doctor_git(home).json["left"]
    first = f"git init {home.home}"
    way = f"Make it one, and then say this once more: {first}"
    assert said == f"{home.home} is in no repository. {way}"
    home.git(*first.split()[1:])
    assert doctor_git(home).code == 0


def test_what_git_says_of_a_repository_that_it_can_not_use_is_passed_on(tmp_path):
    home = Repository(tmp_path)
    home.log(finished("pmf-01"))
    (home.home / ".git" / "HEAD").write_text("nowhere")
    (said,) = doctor_git(home).json["left"]
    assert said.startswith(f"{home.home} is in no repository that git can use: fatal: ")


def test_attributes_that_are_there_stay(tmp_path):
    home = Repository(tmp_path, "*.png binary\r\n# mine")
    home.log(finished("pmf-01"))
    doctor_git(home)
    attributes = (home.home / ".gitattributes").read_bytes()
    assert attributes == b"*.png binary\r\n# mine\nlogbook.toml merge=pmcareer\n"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda home: shutil.rmtree(home.home / ".git"), "in no repository"),
        (
            lambda home: (home.home / ".gitattributes").write_text("*.toml merge=union\n"),
            "with 'union' already; nothing was changed.",
        ),
        (
            lambda home: home.git("config", "merge.pmcareer.driver", "mine %O"),
            "another command already; nothing was changed.",
        ),
        (lambda home: shutil.rmtree(home.home), "is not there yet"),
    ],
    ids=["no repository", "another driver", "another command", "no home"],
)
def test_where_it_can_not_be_set_up_a_sentence_says_why_and_nothing_is_written(
    tmp_path, spoil, said
):
    home = Repository(tmp_path)
    home.log(finished("pmf-01"))
    spoil(home)
    files = sorted(path for path in tmp_path.rglob("*") if "state" not in path.parts)
    answer = doctor_git(home)
    assert answer.code == 1
    assert said in answer.json["left"][0]
    assert sorted(path for path in tmp_path.rglob("*") if "state" not in path.parts) == files


def test_without_git_a_sentence_says_so(tmp_path, monkeypatch):
    home = Repository(tmp_path)
    home.log(finished("pmf-01"))
    monkeypatch.setenv("PATH", str(tmp_path))
    answer = doctor_git(home)
    assert answer.code == 1
    (said,) = answer.json["left"]
    assert said.startswith("git is not installed; nothing was changed. Install it. ")
    assert said.endswith("once more: pmcareer doctor --git")


WAYS = {
    "merge": (("merge", "-q", "--no-edit", "other"),),
    "rebase": (("rebase", "-q", "other"),),
    "cherry-pick": (("cherry-pick", "main..other"),),
}


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("ours", "theirs"), [(1, 1), (3, 2)], ids=["one each", "several"])
def test_every_way_to_bring_branches_together_keeps_all_entries(repository, way, ours, theirs):
    """G02: merge, rebase and cherry-pick, without a conflict."""
    ours, theirs = (
        [f"{side}{n}" for n in range(many)] for side, many in (("o", ours), ("t", theirs))
    )
    repository.branches([[alike(name)] for name in ours], [[alike(name)] for name in theirs])
    for command in WAYS[way]:
        repository.git(*command)
    assert repository.ids() == sorted(["base", *ours, *theirs])


@pytest.mark.slow
@pytest.mark.parametrize("place", ['it\'s "my" home %O', "a folder/of mine"])
def test_odd_places_and_worktrees_merge_as_well(tmp_path, place):
    home = Repository(tmp_path / place)
    home.log(finished("pmf-01", id="base"))
    set_up(home, tmp_path)
    home.git("branch", "other")
    home.git("worktree", "add", "-q", str(tmp_path / "beside"), "other")
    home.log(alike("ours"))
    append_entries(tmp_path / "beside/logbook.toml", home.state, [alike("theirs")])
    home.git("-C", str(tmp_path / "beside"), "commit", "-qam", "theirs")
    home.git("-C", str(tmp_path / "beside"), "merge", "-q", "--no-edit", "main")
    home.git("merge", "-q", "other")
    assert home.ids() == ["base", "ours", "theirs"]


@pytest.mark.slow
def test_fresh_files_of_two_branches_become_one(tmp_path):
    home = Repository(tmp_path)
    home.log(finished("pmf-01"))
    set_up(home, tmp_path)
    home.logbook.unlink()
    home.commit("anew")
    home.branches([[alike("ours")]], [[alike("theirs")]])
    home.git("merge", "-q", "--no-edit", "other")
    assert home.ids() == ["ours", "theirs"]


def after(*entries):
    return "".join(f"\n{table_of(entry.as_row())}" for entry in entries)


class TestTheDriver:
    """What git's three files become, without git."""

    @pytest.fixture
    def three(self, tmp_path):
        def put(*texts):
            paths = [tmp_path / name for name in ("O", "A", "B")]
            for path, content in zip(paths, texts, strict=True):
                if content is not None:
                    path.write_bytes(content.encode())
            return paths

        return put

    def drive(self, paths):
        return run_cli("merge", "--git-driver", *map(str, paths), "--json")

    def test_entries_of_both_sides_are_in_ours_and_comments_keep_their_places(self, three):
        base = logbook_text(finished("pmf-01"), finished("pmf-02"))
        ours = base.replace("[[entries]]", "# ours, above the first\n[[entries]]", 1)
        theirs = base.replace('exercise = "pmf-02"', '# theirs\nexercise = "pmf-02"')
        paths = three(base, ours + after(alike("o")), theirs + after(alike("t")))
        assert self.drive(paths).code == 0
        text = paths[1].read_text()
        assert logbook_in(text.encode(), file="").problems == ()
        assert [entry.id for entry in read_logbook(paths[1]).entries][2:] == ["o", "t"]
        assert "# ours, above the first\n[[entries]]" in text
        assert '# theirs\nexercise = "pmf-02"' in text

    @pytest.mark.parametrize("base", ["", None], ids=["an empty base", "no base"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["plain", "of Windows"])
    def test_without_a_base_it_is_the_union(self, three, base, end):
        ours, theirs = (logbook_text(alike(name)).replace("\n", end) for name in "ot")
        paths = three(base, ours, theirs)
        assert self.drive(paths).code == 0
        assert [entry.id for entry in read_logbook(paths[1]).entries] == ["o", "t"]

    def test_what_both_sides_changed_is_shown_as_git_does(self, three):
        base, ours, theirs = (logbook_text(alike("x", minutes=many)) for many in (90, 45, 450))
        paths = three(base, ours + after(alike("o")), theirs + after(alike("t")))
        answer = self.drive(paths)
        assert answer.code == 1
        assert answer.json["open"] == ["entries x: both sides changed it."]
        text = paths[1].read_text()
        for line in ("<<<<<<< ours\n", "minutes = 45\n", "=======\n", "minutes = 450\n"):
            assert line in text
        logbook = read_logbook(paths[1])
        assert sorted(entry.id for entry in logbook.entries) == ["o", "t", "x"]
        assert logbook.problems[0].hint == "Join them: pmcareer doctor --fix"

    def test_of_a_conflict_one_way_out_is_told(self, three):
        sides = [logbook_text(alike("x", minutes=many)) for many in (90, 45, 450)]
        paths = three(*sides)
        assert self.drive(paths).code == 1
        home = paths[1].parent / "conflicted"
        home.mkdir()
        shutil.copy(paths[1], home / "logbook.toml")
        for command in (("doctor",), ("log", "pmf-01")):
            answer = run_cli("--home", str(home), *command)
            assert answer.code
            assert "Join them: pmcareer doctor --fix" in answer.out + answer.err
            assert "pmcareer edit" not in answer.out + answer.err
        (home / ".git").mkdir()
        assert "git add logbook.toml" in run_cli("--home", str(home), "doctor", "--fix").out

    @pytest.mark.parametrize("is_ours", [True, False], ids=["ours", "theirs"])
    @pytest.mark.parametrize(
        "broken",
        [after(alike("y")) + "oops\n", after(alike("y")) + "\0", "format = 2\n"],
        ids=["a line", "a zero", "a newer one"],
    )
    def test_where_a_side_is_broken_nothing_of_either_is_lost(self, three, is_ours, broken):
        """G09."""
        base = logbook_text(finished("pmf-01"))
        if broken.startswith("format"):
            broken = after(alike("y")).replace("minutes", "moments")
            spoilt = base.replace("format = 1", "format = 2") + broken
        else:
            spoilt = base + broken
        sound = base + after(alike("x"))
        paths = three(base, *((spoilt, sound) if is_ours else (sound, spoilt)))
        answer = self.drive(paths)
        assert answer.code == 1
        (said,) = answer.json["open"]
        assert said.startswith("ours: " if is_ours else "theirs: ")
        newer = "a newer pmcareer wrote it (format 2). Update pmcareer."
        assert said.endswith(newer) is ("moments" in broken)
        # What can't be read of theirs stays out, and the file as it was is kept aside.
        can_be_joined = not is_ours and "moments" not in broken
        assert answer.json["has_marks"]
        assert answer.json["can_be_joined"] is can_be_joined
        text = paths[1].read_bytes().decode()
        assert 'id = "x"' in text
        assert 'id = "y"' in text

    @pytest.mark.parametrize("is_swapped", [False, True], ids=["theirs", "ours"])
    @pytest.mark.parametrize(
        ("reworded", "edited"),
        [
            (("# hard", "# REWORDED"), ("minutes = 90", "minutes = 75")),
            (("90", "90  # REWORDED"), ("mode =", "part_two = 1\nmode =")),
            (("# hard", "# REWORDED"), ("[[entries]]", "[[entries]]")),
        ],
        ids=["above", "in a line", "alone, where the other side only adds"],
    )
    def test_a_comment_that_one_side_reworded_stands_at_its_entry(
        self, three, reworded, edited, is_swapped
    ):
        """Whatever the other did to the entry: promise 4."""
        base = logbook_text(alike("x"), alike("y")).replace("[[", "# hard\n[[", 1)
        sides = [base.replace(*edited, 1) + after(alike("o")), base.replace(*reworded, 1)]
        paths = three(base, *(sides[::-1] if is_swapped else sides))
        assert self.drive(paths).code == 0
        head, _, below = paths[1].read_text().partition('id = "x"')
        assert head.count("# REWORDED") == 1
        assert head.count("# hard") == reworded[1].count("9")
        assert edited[1] in head
        assert [entry.id for entry in read_logbook(paths[1]).entries][-1] == "o"
        assert "REWORDED" not in below

    @pytest.mark.parametrize("is_ours", [True, False], ids=["ours", "theirs"])
    def test_a_change_of_what_the_other_side_removed_is_for_people_to_settle(self, three, is_ours):
        base, changed = (logbook_text(alike("x", minutes=many), alike("y")) for many in (90, 45))
        gone = logbook_text(alike("y"))
        paths = three(base, *((changed, gone) if is_ours else (gone, changed)))
        answer = self.drive(paths)
        assert answer.code == 1
        assert answer.json["open"] == ["entries x: one side changed it, the other removed it."]
        text = paths[1].read_text()
        ours, theirs = text.partition("<<<<<<< ours\n")[2].split("=======\n")
        assert "minutes = 45" in (ours if is_ours else theirs.partition(">>>>>>> theirs\n")[0])
        assert theirs.startswith(">>>>>>> theirs\n") if is_ours else ours == ""
        assert text.count('id = "x"') == 1

    def test_where_both_changed_an_entry_each_text_has_its_own_comment(self, three):
        base = logbook_text(alike("x")).replace("[[", "# hard\n[[", 1)
        ours = base.replace("90", "75")
        theirs = base.replace("90", "450").replace("hard", "harder")
        paths = three(base, ours, theirs)
        assert self.drive(paths).code == 1
        ours, theirs = paths[1].read_text().split("=======")
        assert ("# hard\n" in ours, "# harder\n" in theirs) == (True, True)

    @pytest.mark.parametrize(
        ("spoilt", "said"),
        [("format = 2", "git has merged it line by line"), ("oops", "pmcareer doctor --fix")],
    )
    def test_the_way_on_is_one_that_works(self, three, spoilt, said):
        base = logbook_text(alike("x"))
        theirs = base.replace("format = 1", spoilt)
        ours = base if spoilt != "oops" else base.replace("format = 1", "format = 1  # mine")
        paths = three(base, ours, theirs)
        answer = run_cli("merge", "--git-driver", *map(str, paths))
        assert answer.code == 1
        assert said in answer.out
        assert ("<<<<<<<" in paths[1].read_text()) is ("line by line" not in said)

    def test_where_nothing_of_ours_can_join_the_sides_an_editor_is_named(self, three):
        """Entries in one piece have no place for another."""
        one, other = (f'format = 1\nentries = [{{ kind = "dreamt", id = "{x}" }}]\n' for x in "ot")
        paths = three("format = 1\n", one, other)
        answer = run_cli("merge", "--git-driver", *map(str, paths))
        assert answer.code == 1
        assert "between git's marks. Choose with an editor." in " ".join(answer.out.split())
        text = paths[1].read_text()
        assert (one.split("\n")[1] in text, other.split("\n")[1] in text) == (True, True)

    @pytest.mark.parametrize("is_ours", [True, False], ids=["ours", "theirs"])
    def test_where_git_merges_no_lines_either_each_side_stands_whole_between_its_marks(
        self, three, is_ours
    ):
        """As it takes a zero for the sign of another kind of file."""
        torn = logbook_text(alike("x")) + "\0"
        paths = three(torn, *((torn, None) if is_ours else (None, torn)))
        assert self.drive(paths).code == 1
        sides = (f"{torn}\n", "") if is_ours else ("", f"{torn}\n")
        then = "<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n".format(*sides)
        assert paths[1].read_bytes().decode() == then

    def test_a_side_that_lost_all_takes_nothing_from_the_other(self, three):
        base = logbook_text(alike("x"))
        paths = three(base, base, None)
        answer = self.drive(paths)
        assert answer.code == 1
        assert answer.json["open"] == ["theirs: it has lost all of its entries."]
        assert 'id = "x"' in paths[1].read_text()

    def test_three_files_are_asked_for(self, three):
        assert self.drive(three("", "", "")[:2]).code == 2
