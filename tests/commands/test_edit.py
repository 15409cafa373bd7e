"""`pmcareer edit`: the logbook in one's own editor, here small programs that write into the file they are given."""

import errno
import os
import re
import shlex
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from disks import FaultyFiles, Killed, killed_after, killed_halfway
from pmcareer.cli.outcome import Ended, Outcome
from pmcareer.commands.edit import run
from pmcareer.errors import (
    DataFileBroken,
    EditorFailed,
    NewerFormat,
    NoEditor,
    NotConfirmed,
    NotStored,
)
from pmcareer.settings import Settings
from pmcareer.storage.disk.files import Files
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.drafts import draft_of
from pmcareer.storage.logbook.editing import edit_logbook, editor_in
from pmcareer.storage.logbook.reading import read_logbook
from pmcareer.storage.logbook.receipts import ids_file, read_ids, receipts_in
from pmcareer.views import edit as view
from pmcareer.views.parts.layout import Page
from running import run_loaded

from builders import TODAY, finished, logbook_text, worked

FIRST, SECOND = finished("pmf-01"), worked("pmf-02", 30)


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home/logbook.toml").write_text(logbook_text(FIRST, SECOND))
    return Settings(
        home=tmp_path / "home",
        state=tmp_path / "state",
        curriculum=None,
        today=TODAY,
        now=lambda: None,
        new_id=lambda: "",
    )


def an_editor(code):
    """An editor that runs code on `path`."""
    script = f"import sys; from pathlib import Path; path = Path(sys.argv[1]); {code}"
    return {"EDITOR": shlex.join([sys.executable, "-c", script])}


def replacing(old, new):
    return an_editor(f"path.write_text(path.read_text().replace({old!r}, {new!r}))")


def copies(settings):
    """Texts that wait to be gone on with; beside each lies the one that it began from."""
    return sorted(path for path in (settings.state / "edit").iterdir() if path.suffix == ".toml")


def test_a_valid_edit_is_put_back_and_counted(settings):
    more = logbook_text(finished("pmf-09")).partition("format = 1\n")[2]
    edited = run(
        settings, an_editor(f"path.write_text(path.read_text().replace('= 30', '= 45') + {more!r})")
    )
    assert read_logbook(settings.logbook).entries == (
        FIRST,
        worked("pmf-02", 45, id=SECOND.id),
        finished("pmf-09"),
    )
    assert (edited.changed, edited.before, edited.after) == (True, 2, 3)
    assert view.as_dict(edited)["added"] == (finished("pmf-09").id,)
    assert copies(settings) == []


def test_an_entry_that_was_deleted_is_named(settings):
    edited = run(settings, an_editor(f"path.write_text({logbook_text(FIRST)!r})"))
    assert edited.removed == (SECOND.id,)


def test_a_wrong_edit_changes_nothing_and_is_kept_where_the_error_says(settings):
    before = settings.logbook.read_bytes()
    with pytest.raises(DataFileBroken, match="minutes: 'x' is not a whole number") as caught:
        run(settings, replacing("minutes = 30", "minutes = 'x'"))
    assert settings.logbook.read_bytes() == before
    (copy,) = copies(settings)
    assert str(copy) in caught.value.hint
    assert "minutes = 'x'" in copy.read_text()


def test_a_look_without_a_change_writes_nothing(settings):
    before = (settings.logbook.stat().st_mtime_ns, settings.logbook.stat().st_ino)
    assert not run(settings, an_editor("pass")).changed
    assert (settings.logbook.stat().st_mtime_ns, settings.logbook.stat().st_ino) == before
    assert copies(settings) == []


def meanwhile(settings, text, code):
    """An editor that sees `text` appear in the logbook, and then runs code on `path`."""
    return an_editor(f"Path({str(settings.logbook)!r}).write_text({text!r}); {code}")


CHANGED = "path.write_text(path.read_text().replace('= 30', '= 45'))"


def test_what_was_logged_while_the_editor_was_open_is_merged_in_and_said(settings):
    """F09, G11."""
    third = finished("pmf-03")
    text = logbook_text(FIRST, SECOND, third) + "# meanwhile"
    edited = run(settings, meanwhile(settings, text, CHANGED))
    longer = worked("pmf-02", 45, id=SECOND.id)
    assert read_logbook(settings.logbook).entries == (FIRST, longer, third)
    assert "# meanwhile" in settings.logbook.read_text()
    assert edited.meanwhile == (third.id,)
    assert copies(settings) == []
    page = Page(width=80, unicode=True, plain=True)
    assert "1 entry logged meanwhile was kept." in "".join(map(str, view.render(edited, page)))


def test_an_entry_deleted_in_the_editor_stays_deleted_whatever_was_logged_meanwhile(settings):
    text = logbook_text(FIRST, SECOND, finished("pmf-03"))
    edited = run(settings, meanwhile(settings, text, f"path.write_text({logbook_text(FIRST)!r})"))
    assert edited.removed == (SECOND.id,)
    assert read_logbook(settings.logbook).entries == (FIRST, finished("pmf-03"))


def test_an_entry_changed_in_both_is_as_the_editor_has_it_and_the_other_text_is_kept(settings):
    """G11."""
    other = worked("pmf-02", 50, id=SECOND.id, note="a longer text than the other")
    edited = run(settings, meanwhile(settings, logbook_text(FIRST, other), CHANGED))
    assert read_logbook(settings.logbook).entries == (FIRST, worked("pmf-02", 45, id=SECOND.id))
    assert edited.disagreed == (SECOND.id,)
    (kept,) = Path(edited.not_chosen).iterdir()
    assert read_logbook(kept).entries == (other,)
    assert re.fullmatch(r"\d{8}T\d{6}Z logbook\.toml", kept.name)


def test_a_loose_comment_that_was_written_meanwhile_is_kept_beside_that_of_the_editor(settings):
    text = logbook_text(FIRST, SECOND, finished("pmf-03")) + "\n# theirs, loose\n"
    run(settings, meanwhile(settings, text, f"{CHANGED}; path.open('a').write('\\n# mine\\n')"))
    assert "\n# mine\n" in settings.logbook.read_text()
    assert "# theirs, loose\n" in settings.logbook.read_text()
    assert len(read_logbook(settings.logbook).entries) == 3


def test_of_what_was_damaged_meanwhile_the_rest_is_merged_and_the_whole_is_kept_aside(settings):
    third = finished("pmf-03")
    text = logbook_text(FIRST, SECOND, third) + "\n# theirs, loose\n"
    text = text.replace("format = 1\n", "format = 1\noops\n")
    edited = run(settings, meanwhile(settings, text, CHANGED))
    longer = worked("pmf-02", 45, id=SECOND.id)
    assert read_logbook(settings.logbook).entries == (FIRST, longer, third)
    assert "# theirs, loose\n" in settings.logbook.read_text()
    assert edited.meanwhile == (third.id,)
    (kept,) = settings.state.glob("logbook.toml.damaged-*")
    assert kept.read_text() == text


def test_an_older_pmcareer_puts_no_edit_into_a_newer_file(settings):
    """What was typed is kept; and where the number was a slip, that can be mended."""
    newer = settings.logbook.read_text().replace("format = 1", "format = 9")
    settings.logbook.write_text(newer)
    with pytest.raises(NewerFormat) as refused:
        run(settings, replacing("pmf-02", "pmf-03"))
    (kept,) = copies(settings)
    assert settings.logbook.read_text() == newer
    assert "pmf-03" in kept.read_text()
    assert refused.value.hint.startswith(f"Your text is kept in {kept}. Update first: ")
    run(settings, replacing("format = 9", "format = 1"))
    assert "pmf-03" in settings.logbook.read_text()
    assert "format = 1" in settings.logbook.read_text()
    assert copies(settings) == []


def test_what_the_disk_does_not_promise_to_keep_is_named_with_its_entries(settings):
    """G04: a script that is told of nothing would log it once more."""

    class Unsure(Files):
        def sync_folder(self, path):
            raise OSError(errno.EIO, "Input/output error", str(path))

    third = finished("pmf-03")
    text = logbook_text(FIRST, SECOND, third)
    editor = editor_in(an_editor(f"path.write_text({text!r})"), at_terminal=False)
    with pytest.raises(NotConfirmed) as unsure:
        edit_logbook(settings.logbook, settings.state, editor, files=Unsure())
    assert unsure.value.stored == (third.id,)
    assert read_logbook(settings.logbook).entries == (FIRST, SECOND, third)


def test_a_text_that_was_refused_is_gone_on_with(settings):
    """The work in it is neither lost nor to be done again."""
    with pytest.raises(DataFileBroken) as refused:
        run(settings, replacing("minutes = 30", "minutes = 'x'"))
    assert "go on with it: pmcareer edit" in refused.value.hint
    more = finished("pmf-03")
    append_entries(settings.logbook, settings.state, [more])
    told = []
    (copy,) = copies(settings)
    settings = replace(settings, say=told.append)
    edited = run(settings, replacing("minutes = 'x'", "minutes = 45"))
    assert told == [f"Going on with your text that could not be put back, kept in {copy}"]
    assert read_logbook(settings.logbook).entries == (
        FIRST,
        worked("pmf-02", 45, id=SECOND.id),
        more,
    )
    assert edited.meanwhile == (more.id,)
    assert copies(settings) == []


def given_over(settings, before, after):
    """Make the text that waits one of another process."""
    for path in list((settings.state / "edit").iterdir()):
        path.rename(path.with_name(path.name.replace(f"-{before}-", f"-{after}-")))


@pytest.mark.skipif(os.name != "posix", reason="asks for processes as POSIX does")
def test_a_text_in_an_open_editor_is_left_to_it_and_gone_on_with_once_that_has_ended(settings):
    with pytest.raises(DataFileBroken):
        run(settings, replacing("minutes = 30", "minutes = 'x'"))
    told = []
    settings = replace(settings, say=told.append)
    given_over(settings, os.getpid(), os.getppid())
    assert not run(settings, an_editor("pass")).changed
    assert told == []
    assert len(copies(settings)) == 1
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    given_over(settings, os.getppid(), ended.pid)
    assert run(settings, replacing("minutes = 'x'", "minutes = 45")).changed
    assert len(told) == 1


def test_a_folder_for_texts_that_can_not_be_used_is_named(settings):
    settings.state.mkdir()
    (settings.state / "edit").write_text("a file in its place")
    with pytest.raises(NotStored, match=r"edit can't be used: .*; nothing was changed\."):
        run(settings, an_editor("pass"))


def test_a_text_of_another_home_is_left_to_it(settings, tmp_path):
    with pytest.raises(DataFileBroken):
        run(settings, replacing("minutes = 30", "minutes = 'x'"))
    other = replace(settings, home=tmp_path / "other")
    assert not run(other, an_editor("pass")).changed
    assert len(copies(settings)) == 1


def test_a_broken_logbook_can_be_mended_with_it(settings):
    settings.logbook.write_text(logbook_text(FIRST) + "oops")
    told = []
    run(replace(settings, say=told.append), replacing("oops", ""))
    assert read_logbook(settings.logbook).problems == ()
    assert told == []
    assert list(receipts_in(read_ids(ids_file(settings.logbook, settings.state))).stored) == [
        FIRST.id
    ]


@pytest.mark.parametrize("killed", [killed_halfway, killed_after])
def test_a_copy_that_was_begun_and_not_finished_is_nobodys_text(settings, killed):
    """Half a logbook would be gone on with, and what it lacks taken out."""
    for at in count(1):
        files, state = FaultyFiles(at, killed), settings.state / str(at)
        with suppress(Killed):
            draft_of(settings.logbook, state, files)
        assert not draft_of(settings.logbook, state).is_continued
        if not files.has_failed:
            break
    assert files.trace.count("write") == 2


def test_an_emptied_text_is_taken_for_a_slip(settings):
    with pytest.raises(NotStored, match="empty; nothing was changed") as caught:
        run(settings, an_editor("path.write_text('')"))
    assert caught.value.hint == "To begin anew, move the logbook away."
    assert read_logbook(settings.logbook).entries == (FIRST, SECOND)


def test_a_text_too_large_for_a_logbook_is_kept_where_the_error_says(settings):
    """F28."""
    with pytest.raises(NotStored, match="more than the 64,000,000 bytes that a logbook") as caught:
        run(settings, an_editor("path.open('r+b').truncate(64_000_001)"))
    assert caught.value.hint == f"It is kept in {copies(settings)[0]}"
    assert read_logbook(settings.logbook).entries == (FIRST, SECOND)


def test_a_text_that_the_editor_took_away_changes_nothing(settings):
    with pytest.raises(NotStored, match=r"toml can't be read: .*; nothing was changed\."):
        run(settings, an_editor("path.unlink()"))
    assert read_logbook(settings.logbook).entries == (FIRST, SECOND)


def test_where_a_text_can_not_be_put_back_the_error_says_where_it_is(settings):
    place = f"Path({str(settings.logbook)!r})"
    with pytest.raises(NotStored, match="is a folder") as caught:
        run(settings, an_editor(f"{place}.unlink(); {place}.mkdir(); {CHANGED}"))
    (copy,) = copies(settings)
    assert caught.value.hint == f"Your text is kept in {copy}"
    assert "minutes = 45" in copy.read_text()


def test_without_a_logbook_one_begins_with_the_header(settings):
    settings.logbook.unlink()
    more = logbook_text(FIRST).partition("format = 1\n")[2]
    told = []
    settings = replace(settings, say=told.append)
    run(settings, an_editor(f"path.write_text(path.read_text() + {more!r})"))
    assert told == []
    assert settings.logbook.read_text().startswith("# pmcareer logbook. Yours to read and edit.")
    assert read_logbook(settings.logbook).entries == (FIRST,)


def test_an_editor_that_fails_changes_nothing(settings):
    with pytest.raises(EditorFailed, match=r"\(3\); nothing was changed"):
        run(settings, an_editor("path.write_text('format = 1'); sys.exit(3)"))
    assert read_logbook(settings.logbook).entries == (FIRST, SECOND)


@pytest.mark.parametrize(
    "command", ["no-such-editor-at-all --wait", 'vi "unclosed'], ids=["unknown", "misquoted"]
)
def test_an_editor_that_can_not_start_is_named(settings, command):
    with pytest.raises(NoEditor, match=command.split()[0]):
        run(settings, {"EDITOR": command})


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, ("code", "--wait")),
        ({"VISUAL": " ", "EDITOR": "nano"}, ("nano",)),
        ({}, ("notepad",) if os.name == "nt" else ("vi",)),
    ],
    ids=[
        "the visual one with its arguments",
        "the other where that is empty",
        "what the system has",
    ],
)
def test_the_editor_is_the_users_own(environment, command):
    assert editor_in(environment, at_terminal=True) == command


@pytest.mark.skipif(os.name == "nt", reason="Windows has an editor with a window of its own")
def test_without_a_terminal_the_editor_must_be_named():
    refused = run_loaded("edit")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "There is no terminal to edit in; nothing was changed.\n"
        "Set $VISUAL or $EDITOR to an editor that needs none.\n"
    )


def test_a_named_editor_needs_no_terminal(settings):
    assert not run(settings, an_editor("pass"), at_terminal=False).changed


def test_a_signal_before_the_text_is_put_back_leaves_nothing_beside_the_logbook(settings):
    """F01: the editor's own signals are let be, and ours end the command tidily."""
    before, outcome = settings.logbook.read_bytes(), Outcome()
    # Of the tests: what is not caught does nothing, and the text would be put back.
    ours = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        told = replace(
            settings, watch=outcome.watch, hold=lambda: signal.raise_signal(signal.SIGTERM)
        )
        with pytest.raises(Ended):
            run(told, replacing("= 30", "= 45"))
    finally:
        outcome.let_go()
        signal.signal(signal.SIGTERM, ours)
    assert settings.logbook.read_bytes() == before
    assert list(settings.home.iterdir()) == [settings.logbook]
    assert len(copies(settings)) == 1
