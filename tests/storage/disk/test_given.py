"""A file that somebody names is read as far as it can be used, and nobody waits for a pipe."""

import os
from pathlib import Path

import pytest

from pmcareer.storage.disk.given import read_at_most


def test_one_byte_too_many_tells_that_there_is_too_much(tmp_path):
    file = tmp_path / "given"
    file.write_bytes(b"0123456789")
    assert read_at_most(file, 4) == b"01234"
    assert read_at_most(file, 9) == read_at_most(file, 10) == b"0123456789"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_that_nobody_writes_into_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="it is no file"):
        read_at_most(tmp_path / "pipe", 10)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device without an end")
def test_a_device_without_an_end_is_refused():
    with pytest.raises(OSError, match="it is no file"):
        read_at_most(Path("/dev/zero"), 10)
