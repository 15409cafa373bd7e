"""`pmcareer merge`: two logbooks of one person become one."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import strategies as st

from pmcareer.commands.merge import run
from pmcareer.errors import DataFileBroken, NewerFormat, NoSuchFile
from pmcareer.settings import Settings
from pmcareer.storage.logbook.losses import losses_of
from pmcareer.storage.logbook.reading import read_logbook
from pmcareer.views import merge as view
from running import a_home, run_cli
from sweeps import for_all

from builders import TODAY, finished, logbook_text, void, worked

FIRST, SECOND, THIRD = finished("pmf-01"), worked("pmf-02", 30), finished("pmf-03")


def settings_in(folder, curriculum=None):
    return Settings(
        home=folder / "home",
        state=folder / "state",
        curriculum=curriculum,
        today=TODAY,
        now=lambda: None,
        new_id=lambda: "",
    )


def no_stdin():
    pytest.fail("stdin was read")


def a_file(folder, name, *entries):
    file = folder / name
    file.write_text(logbook_text(*entries))
    return str(file)


def test_what_the_logbook_lacks_is_added_and_counted(tmp_path):
    settings = settings_in(tmp_path)
    run(settings, [a_file(tmp_path, "a", FIRST, SECOND)], read_stdin=no_stdin)
    merged = run(
        settings, [a_file(tmp_path, "b", SECOND, THIRD, void(FIRST, id="v"))], read_stdin=no_stdin
    )
    assert (merged.read, [row["id"] for row in merged.added]) == (3, [THIRD.id, "v"])
    assert list(read_logbook(settings.logbook)) == [SECOND, THIRD, void(FIRST, id="v")]
    assert view.as_dict(merged)["entries"] == [dict(row) for row in merged.added]


def test_a_second_merge_changes_no_byte(tmp_path):
    settings = settings_in(tmp_path)
    files = [a_file(tmp_path, "a", FIRST, SECOND), a_file(tmp_path, "b", THIRD)]
    run(settings, files, read_stdin=no_stdin)
    before = settings.logbook.read_bytes()
    assert run(settings, files, read_stdin=no_stdin).added == ()
    assert settings.logbook.read_bytes() == before


def test_the_text_that_was_not_chosen_is_kept_where_the_answer_says(tmp_path):
    """A dry run keeps nothing, and says nothing of a place."""
    settings = settings_in(tmp_path)
    shorter = worked("pmf-02", 9, id=SECOND.id)
    run(settings, [a_file(tmp_path, "a", FIRST, shorter)], read_stdin=no_stdin)
    file = a_file(tmp_path, "b", SECOND)
    looked = run(settings, [file], read_stdin=no_stdin, dry_run=True)
    assert not Path(looked.not_chosen).exists()
    merged = run(settings, [file], read_stdin=no_stdin)
    assert read_logbook(settings.logbook).entries == (FIRST, SECOND)
    (kept,) = Path(merged.not_chosen).iterdir()
    assert read_logbook(kept).entries == (shorter,)


@pytest.mark.parametrize(
    ("ours", "theirs", "whose"),
    [
        pytest.param({}, {"note": "and more"}, "theirs", id="theirs says more"),
        pytest.param({"note": "and more"}, {}, "yours", id="ours says more"),
        pytest.param({"minutes": 60}, {"minutes": 90}, "theirs", id="both say as much"),
    ],
)
def test_of_an_entry_told_in_two_ways_it_is_said_which_counts(tmp_path, ours, theirs, whose):
    home = a_home(None, finished("pmf-01", id="one", **ours))
    file = a_file(tmp_path, "b", finished("pmf-01", id="one", **theirs))
    for dry, then in (("--dry-run", "."), ("--plain", "; the other text is kept in ")):
        said = " ".join(run_cli("merge", file, dry).out.split())
        assert f"Told in two ways: one ({whose} counts){then}" in said
    kept = read_logbook(home / "logbook.toml").entries[0]
    expected = theirs if whose == "theirs" else ours
    assert {key: getattr(kept, key) for key in expected} == expected


def test_a_merge_into_a_logbook_that_is_gone_goes_by_its_receipts(tmp_path):
    settings, told = settings_in(tmp_path), []
    run(settings, [a_file(tmp_path, "a", FIRST, SECOND)], read_stdin=no_stdin)
    settings.logbook.unlink()
    settings = replace(settings, say=told.append)
    run(settings, [a_file(tmp_path, "b", THIRD)], read_stdin=no_stdin)
    assert told == []
    missing = losses_of(settings.logbook, settings.state, read_logbook(settings.logbook))
    assert list(missing) == [FIRST.id, SECOND.id]


def test_a_dash_reads_standard_input(tmp_path):
    settings = settings_in(tmp_path)
    merged = run(settings, ["-"], read_stdin=lambda: logbook_text(FIRST).encode())
    assert len(merged.added) == 1
    assert read_logbook(settings.logbook).entries == (FIRST,)


def test_kinds_and_keys_that_nobody_knows_are_carried_over(tmp_path):
    settings = settings_in(tmp_path)
    other = tmp_path / "other.toml"
    other.write_text(
        logbook_text(FIRST).replace("exercise", 'mood = ["good"]\nexercise')
        + '\n[[entries]]\nkind = "dreamt"\nid = "d"\n'
    )
    run(settings, [str(other)], read_stdin=no_stdin)
    text = settings.logbook.read_text()
    assert '"good"' in text
    assert 'kind = "dreamt"' in text


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (logbook_text(THIRD)[:-5], DataFileBroken),
        (logbook_text(THIRD).replace("format = 1", "format = 2"), NewerFormat),
        (None, NoSuchFile),
    ],
    ids=["a torn file", "a newer file", "no file"],
)
def test_of_several_files_all_are_merged_or_none(tmp_path, content, error):
    settings = settings_in(tmp_path)
    bad = tmp_path / "bad.toml"
    if content:
        bad.write_text(content)
    with pytest.raises(error) as caught:
        run(settings, [a_file(tmp_path, "a", FIRST), str(bad)], read_stdin=no_stdin)
    says_so = caught.value.hint == "Mend it first; nothing was merged."
    assert says_so is (error is DataFileBroken)
    assert not settings.logbook.exists()


logs = st.lists(
    st.sampled_from([FIRST, SECOND, THIRD, void(FIRST, id="v1"), void("v1", id="v2")]), unique=True
)


@for_all(logs, logs, logs, few=20, many=100)
def test_the_order_of_merges_does_not_matter(one, two, three):
    """F17: commutative, associative, idempotent."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = [a_file(folder, str(number), *log) for number, log in enumerate((one, two, three))]
        results = []
        for number, order in enumerate(([0, 1, 2], [2, 0, 1], [1, 1, 2, 0])):
            (folder / f"p{number}").mkdir()
            settings = settings_in(folder / f"p{number}", folder / "none.toml")
            for file in order:
                run(settings, [files[file]], read_stdin=no_stdin)
            results.append({entry.id for entry in read_logbook(settings.logbook)})
        assert results[0] == results[1] == results[2]


def test_a_merge_tells_how_far_the_dates_moved_since_the_newest_entry_that_was_here():
    first, other = finished("pmf-01", on="2026-03-02"), finished("pmf-02", on="2026-03-20")
    home = a_home(None, first)
    file = a_file(home.parent, "other.toml", first, other)
    (before,) = run_cli("plan", "--json", today="2026-03-02").json["routes"][:1]
    line = ("merge", file)
    dry = run_cli(*line, "--dry-run", "--json", today="2026-03-25").json["told"]
    screen = run_cli(*line, "--dry-run", today="2026-03-25").out
    told = run_cli(*line, "--json", today="2026-03-25").json["told"]
    (after,) = run_cli("plan", "--json", today="2026-03-25").json["routes"][:1]
    assert told == dry
    assert told["since"] == "2026-03-02"
    for name in ("study", "finish"):
        move = told[name]
        assert (move["before"], move["after"]) == (before[name]["likely"], after[name]["likely"])
        assert sum(each["days"] for each in move["because"]) == move["moved_days"]
    assert told["study"]["moved_days"]
    assert "than it was on 2 Mar 2026" in screen
    assert "this entry" not in screen
    assert run_cli(*line, "--json", today="2026-03-25").json["told"] is None


def test_a_merge_needs_no_curriculum_and_tells_nothing_then():
    home = a_home(None, FIRST)
    (home / "curriculum.toml").write_text("no curriculum")
    file = a_file(home.parent, "other.toml", SECOND)
    answer = run_cli("merge", file, "--json").json
    assert len(answer["entries"]) == 1
    assert answer["told"] is None
