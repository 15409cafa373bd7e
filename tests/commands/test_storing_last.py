"""An entry waits until the answer to it is drawn: what can't be answered is not stored."""

import os

import pytest

from pmcareer.commands import answer, lesson, log, plan, start, undo
from pmcareer.settings import settings_of
from running import TODAY, a_home

from builders import finished


@pytest.mark.parametrize(
    "command",
    [
        lambda settings: lesson.run(settings, "Ask first"),
        lambda settings: answer.run(settings, "q01", "Because of two projects"),
        lambda settings: log.run(settings, log.Line(word="rsk-01")),
        lambda settings: plan.run(settings, save=True),
        lambda settings: start.run(settings, {"role": "programmer"}),
        undo.run,
    ],
    ids=["lesson", "answer", "log", "plan --save", "start", "undo"],
)
def test_a_command_has_its_answer_before_a_byte_is_written(command):
    logbook = a_home(None, finished("pmf-01", on="2026-11-20")) / "logbook.toml"
    before, waiting = logbook.read_bytes(), []
    said = settings_of(os.environ | {"PMCAREER_TODAY": TODAY}, write=waiting.append)

    assert command(said) is not None
    assert logbook.read_bytes() == before
    (write,) = waiting
    write()
    assert logbook.read_bytes().startswith(before)
    assert logbook.read_bytes() != before
