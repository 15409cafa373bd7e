"""The system's own call: by its function, by its number, or not at all."""

import ctypes
import errno
import os
import platform
import subprocess
import sys

import pytest

from pmcareer.storage.disk.exchanging import NUMBERS, exchange, of_linux

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the numbers of Linux")


@pytest.fixture
def two(tmp_path):
    one, other = tmp_path / "one ünd", tmp_path / "other"
    one.write_text("1")
    other.write_text("2")
    return one, other


def can_exchange(two):
    try:
        exchange(*two)
    except OSError as error:
        pytest.skip(f"the disk of the tests can't exchange names: {error}")


def test_two_files_change_names(two):
    one, other = two
    can_exchange(two)
    assert (one.read_text(), other.read_text()) == ("2", "1")
    exchange(one, other)
    assert (one.read_text(), other.read_text()) == ("1", "2")


def test_a_name_that_is_gone_is_an_error_and_nothing_is_changed(two):
    can_exchange(two)
    one, other = two
    other.unlink()
    with pytest.raises(FileNotFoundError) as caught:
        exchange(one, other)
    assert (caught.value.filename, caught.value.filename2) == (str(one), str(other))
    assert one.read_text() == "2"


class NoFunction:
    """A C library that knows the call by number alone."""

    def __init__(self):
        self.library = ctypes.CDLL(None, use_errno=True)
        self.asked = []

    def syscall(self, *arguments):
        self.asked.append(arguments)
        return self.library.syscall(*arguments)

    def __getattr__(self, name):
        raise AttributeError(name)


@LINUX
def test_without_the_function_the_systems_number_does(two):
    """Old musl, old glibc."""
    can_exchange(two)
    one, other = two
    if platform.machine() not in NUMBERS:
        pytest.skip("a machine whose number we do not know")
    swap = of_linux(NoFunction(), platform.machine(), is_small=sys.maxsize < 2**32)
    assert swap(os.fsencode(one), os.fsencode(other)) == 0
    assert (one.read_text(), other.read_text()) == ("1", "2")
    other.unlink()
    assert swap(os.fsencode(one), os.fsencode(other)) == -1


@LINUX
@pytest.mark.parametrize(
    ("machine", "is_small", "number"),
    [
        ("x86_64", False, 316),
        ("x86_64", True, 353),
        ("aarch64", False, 276),
        ("aarch64", True, 382),
    ],
)
def test_a_small_program_on_a_large_machine_has_numbers_of_its_own(machine, is_small, number):
    class Noted(NoFunction):
        def syscall(self, *arguments):
            self.asked.append(arguments)
            return 0

    library = Noted()
    of_linux(library, machine, is_small=is_small)(b"one", b"other")
    ((asked, *names, flags),) = library.asked
    assert (asked.value, flags.value) == (number, 2)
    assert names == [-100, b"one", -100, b"other"]


@LINUX
def test_on_a_machine_that_nobody_knows_there_is_no_call():
    assert of_linux(NoFunction(), "vax", is_small=False) is None


def test_a_python_without_ctypes_has_no_exchange_and_says_so(two):
    code = f"""
import sys
sys.modules["ctypes"] = None
from pathlib import Path
from pmcareer.storage.disk.files import DISK
try:
    DISK.exchange(Path({str(two[0])!r}), Path({str(two[1])!r}))
except OSError as error:
    print(error.errno)
"""
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert int(ended.stdout) == errno.ENOSYS


def test_who_only_reads_loads_no_ctypes():
    code = "import sys, pmcareer.storage.disk.replacing; print('ctypes' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ended.stdout == "False\n"
