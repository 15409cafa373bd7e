"""Two at once: what is stored was decided by what the logbook holds, not by what it held."""

import io
import json
import os
import subprocess
import sys
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from pathlib import Path
from types import SimpleNamespace

import pytest

from pmcareer.cli.look import Look
from pmcareer.cli.main import run
from pmcareer.cli.outcome import Outcome
from pmcareer.cli.session import Session, Waiting, settings_from
from pmcareer.cli.show import MOST_TRIES, store
from pmcareer.commands import lesson
from pmcareer.errors import Stale
from pmcareer.settings import settings_of
from pmcareer.storage.disk.files import DISK
from pmcareer.storage.disk.lock import held, say_nothing
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import read_logbook
from pmcareer.storage.paths import line_of, real_path
from pmcareer.views.parts import stored
from running import TODAY, Result, a_home

from builders import a_lesson, did, finished

YESTERDAY, TODAYS = finished("pmf-01", on="2026-11-20"), finished("pmf-02", id="first")


@pytest.fixture
def logbook():
    return a_home(None, YESTERDAY) / "logbook.toml"


class Meanwhile(io.StringIO):
    """What is told to the user; when that is to wait, somebody else is quicker."""

    def __init__(self, quicker):
        super().__init__()
        self.quicker = quicker

    def write(self, text):
        if text.startswith("Waiting for another pmcareer"):
            self.quicker()
        return super().write(text)


def run_behind(entries, *arguments):
    """Run while somebody else, who is before us in the line, stores these entries."""
    settings = settings_of(os.environ)
    out = io.StringIO()
    with ExitStack() as first:
        line = line_of(settings.state, real_path(settings.logbook))
        first.enter_context(held(line, files=DISK, say=say_nothing))

        def store_first():
            append_entries(settings.logbook, settings.state, entries)
            first.close()

        said = Meanwhile(store_first)
        with redirect_stdout(out), redirect_stderr(said):
            code = run(arguments, os.environ | {"PMCAREER_TODAY": TODAY})
    err = said.getvalue().partition("\n")[2]
    return Result(out=out.getvalue(), err=err, code=code)


def test_the_same_exercise_twice_at_once_is_a_slip_for_the_second(logbook):
    """G10."""
    second = run_behind([TODAYS], "log", "pmf-02")
    assert second.code == 1
    assert "already logged as finished" in second.err
    assert read_logbook(logbook).entries == (YESTERDAY, TODAYS)


@pytest.mark.slow  # each waits for a second; the one above waits too
def test_an_undo_takes_back_what_is_last_when_it_is_stored(logbook):
    """G10: not what was last when it began."""
    second = run_behind([TODAYS], "undo")
    assert second.code == 0
    assert "pmf-02" in second.out
    assert read_logbook(logbook).entries[-1].of == TODAYS.id


@pytest.mark.slow
def test_the_id_of_a_script_is_stored_once_however_many_try_at_once(logbook):
    """G10."""
    again = finished("pmf-02", id="timer-1")
    second = run_behind([again], "log", "pmf-02", "--id", "timer-1")
    assert (second.code, second.err) == (0, "")
    assert "Stored before" in second.out
    assert read_logbook(logbook).entries == (YESTERDAY, again)


@pytest.mark.slow
def test_without_a_word_it_is_the_task_that_is_left_when_it_is_stored(logbook):
    """G10: the first has done today's step meanwhile."""
    first = run_behind([], "log", "--dry-run", "--json")
    assert first.code == 0
    task = json.loads(first.out)["entry"]["step"]
    run_behind([did(task, id="first")], "log")
    _, quicker, own = read_logbook(logbook).entries
    assert quicker.step == task
    # An exercise may come next, which is no step.
    assert getattr(own, "step", None) != task


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ("profile", "--hours-per-week", "5"),
        ("plan", "--save"),
        ("start", "--role", "programmer", "--no-input"),
        ("lesson", "Ask first"),
    ],
    ids=" ".join,
)
def test_what_is_no_less_true_after_another_entry_is_stored_beside_it(logbook, arguments):
    """F06."""
    assert run_behind([TODAYS], *arguments).code == 0
    assert read_logbook(logbook).entries[:2] == (YESTERDAY, TODAYS)
    assert len(read_logbook(logbook).entries) > 2


def a_session():
    waiting, outcome = Waiting(), Outcome()
    said = os.environ | {"PMCAREER_TODAY": TODAY}
    return Session(
        settings=settings_from(
            said, home=None, curriculum=None, today=None, waiting=waiting, outcome=outcome
        ),
        look=Look(environment=said, color="never", plain=True),
        waiting=waiting,
        outcome=outcome,
    )


def stored_beside(logbook, changes):
    """Store a lesson while another program writes a comment, so many times, before each try."""
    session = a_session()
    tries = []

    def compute():
        answer = lesson.run(session.settings, "Ask first")
        tries.append(answer)
        if len(tries) <= changes:
            with logbook.open("a") as file:
                file.write(f"# an editor wrote this, {len(tries)}\n")
        return answer

    root = SimpleNamespace(obj=session)
    context = SimpleNamespace(find_root=lambda: root, info_name="lesson")
    try:
        with redirect_stdout(io.StringIO()):
            store(context, compute, stored, as_json=False)
    finally:
        session.outcome.let_go()
    return tries


def test_an_answer_is_worked_out_until_it_is_true_of_what_is_stored(logbook):
    """F09."""
    tries = stored_beside(logbook, MOST_TRIES - 1)
    assert len(tries) == MOST_TRIES
    assert read_logbook(logbook).entries == (YESTERDAY, tries[-1].entry)
    assert logbook.read_text().count("an editor wrote this") == MOST_TRIES - 1


def test_a_logbook_that_never_stands_still_is_left_alone_after_five_tries(logbook):
    """F09."""
    with pytest.raises(Stale, match="changed by another program all the time; nothing was logged"):
        stored_beside(logbook, MOST_TRIES)
    assert read_logbook(logbook).entries == (YESTERDAY,)
    assert logbook.read_text().count("an editor wrote this") == MOST_TRIES


@pytest.mark.slow
def test_forty_at_once_are_all_stored_and_told_so(logbook, pmcareer):
    """F06: by the program itself, which plans before it writes."""
    found = subprocess.run(
        [sys.executable, "-m", "pmcareer", "list", "exercises"],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=os.environ,
    )
    names = [line.split()[0] for line in found.stdout.splitlines() if "pmf-01" not in line][:40]
    environment = os.environ | {"PMCAREER_TODAY": TODAY, "PYTHONUTF8": "1"}
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "pmcareer", "log", name],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        for name in names
    ]
    said = [(writer.communicate(), writer.returncode) for writer in writers]
    assert [code for _, code in said] == [0] * 40, said
    assert sorted(entry.exercise for entry in read_logbook(logbook).entries[1:]) == sorted(names)
    assert [path.name for path in Path(logbook).parent.iterdir()] == ["logbook.toml"]


@pytest.mark.slow
def test_whoever_is_first_in_line_and_has_died_holds_nobody_up(logbook):
    """F08: the line is a courtesy."""
    settings = settings_of(os.environ)
    line = line_of(settings.state, real_path(settings.logbook))
    line.parent.mkdir(parents=True)
    line.touch()
    line.chmod(0o400)
    out = io.StringIO()
    with redirect_stdout(out):
        assert run(["lesson", "Ask first"], os.environ | {"PMCAREER_TODAY": TODAY}) == 0
    assert read_logbook(logbook).entries[1].text == a_lesson("Ask first").text


def test_whoever_was_too_slow_three_times_is_let_alone(logbook):
    """G01: writers of other state folders don't stand in our line; the folder's lock stops them."""
    session, alone = a_session(), []
    other = settings_of(os.environ | {"PMCAREER_TODAY": TODAY})

    def compute():
        answer = lesson.run(session.settings, "Ask first")
        alone.append(session.settings.is_alone())
        if not alone[-1]:
            append_entries(other.logbook, other.state / "other", [a_lesson(f"Try {len(alone)}")])
        return answer

    root = SimpleNamespace(obj=session)
    context = SimpleNamespace(find_root=lambda: root, info_name="lesson")
    with redirect_stdout(io.StringIO()):
        store(context, compute, stored, as_json=False)
    session.outcome.let_go()
    assert alone == [False, False, False, True]
    texts = [entry.text for entry in read_logbook(logbook).entries[1:]]
    assert texts == ["Try 1", "Try 2", "Try 3", "Ask first"]
