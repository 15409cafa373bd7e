"""Lines are on the medium when they are said to be, all of them, whatever a crash left behind."""

import errno
import os

import pytest

from disks import FaultyFiles, short_write
from pmcareer.storage.disk.files import Files
from pmcareer.storage.disk.lines import add_lines, put_lines


def test_lines_are_added_at_the_end_and_on_the_medium_before_it_is_closed(tmp_path):
    path = tmp_path / "lines"
    path.write_text("zero\n")
    files = FaultyFiles()
    add_lines(path, ["one", "two"], files)
    assert path.read_text() == "zero\none\ntwo\n"
    assert files.trace == ["open_end", "write", "fsync", "close"]


def test_a_disk_that_takes_a_part_at_a_time_gets_all_of_it(tmp_path):
    files = FaultyFiles(2, short_write)
    add_lines(tmp_path / "lines", ["one", "two"], files)
    assert (tmp_path / "lines").read_text() == "one\ntwo\n"
    assert files.trace.count("write") == 2


@pytest.mark.parametrize("taken", [0, 1])
def test_a_disk_that_takes_nothing_is_full_and_one_that_takes_a_byte_is_not(tmp_path, taken):
    class Slow(FaultyFiles):
        def _do(self, name, operation, arguments):
            if name == "write":
                self.trace.append(name)
                descriptor, piece = arguments
                return Files.write(self, descriptor, piece[:1]) if taken else 0
            return super()._do(name, operation, arguments)

    files = Slow()
    if taken:
        add_lines(tmp_path / "lines", ["one"], files)
        assert (tmp_path / "lines").read_text() == "one\n"
    else:
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            add_lines(tmp_path / "lines", ["one"], files)
        assert files.trace == ["open_end", "write", "close"]


def test_no_lines_ask_nothing_of_the_disk(tmp_path):
    files = FaultyFiles()
    add_lines(tmp_path / "lines", [], files)
    assert files.trace == []
    assert list(tmp_path.iterdir()) == []


def test_lines_are_put_in_place_whole_whatever_a_crash_left(tmp_path):
    path = tmp_path / "lines"
    path.write_text("old\n")
    path.with_suffix(".part").write_text("half a li")
    put_lines(path, ["one", "two"], Files())
    assert path.read_text() == "one\ntwo\n"
    assert list(tmp_path.iterdir()) == [path]
