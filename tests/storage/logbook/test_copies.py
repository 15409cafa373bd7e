"""Files beside the logbook that have the name of a copy, and can be none."""

import os
from threading import Thread

import pytest

from pmcareer.storage.logbook.copies import broken_copies, conflict_copies
from pmcareer.storage.logbook.rows import MOST_BYTES

from builders import finished, logbook_text

FIRST, THIRD = finished("pmf-01"), finished("pmf-03")


@pytest.fixture
def logbook(logbook):
    logbook.write_text(logbook_text(FIRST))
    return logbook


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_is_no_copy_and_nobody_waits_for_what_comes_out_of_it(logbook):
    """F13: whoever opens one waits until somebody writes to it, which here is at once."""
    pipe = logbook.with_name("logbook 2.toml")
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_text, args=[logbook_text(FIRST, THIRD)])
    writer.start()
    found = conflict_copies(logbook)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    writer.join()
    os.close(reader)
    assert found == ()


def test_a_file_too_large_to_be_a_logbook_is_no_copy_of_one(logbook):
    """F28."""
    huge = logbook.with_name("logbook 2.toml")
    huge.write_text(logbook_text(FIRST, THIRD))
    assert conflict_copies(logbook) == (huge,)
    os.truncate(huge, MOST_BYTES + 1)
    assert conflict_copies(logbook) == ()
    assert broken_copies(logbook) == ()
