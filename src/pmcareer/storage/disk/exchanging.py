"""Two names change their files with each other in one step, where the system has means to.

Loaded by who writes alone: ctypes costs some milliseconds.
"""

import ctypes
import os
import platform
import sys
from collections.abc import Callable
from errno import ENOSYS
from functools import cache
from pathlib import Path

LINUX_EXCHANGE, MACOS_SWAP = 2, 2
AT_CWD = -100
NUMBERS = {
    "x86_64": 316,
    "i386": 353,
    "i686": 353,
    "aarch64": 276,
    "riscv64": 276,
    "loongarch64": 276,
    "armv6l": 382,
    "armv7l": 382,
    "ppc64": 357,
    "ppc64le": 357,
    "s390x": 347,
}
"""Of `renameat2` among the calls of Linux, for C libraries that have no function of that name."""
OF_32_BITS = {"x86_64": "i686", "aarch64": "armv7l"}
"""What a small program on a large machine calls by."""

Exchange = Callable[[bytes, bytes], int]


def exchange(one: Path, other: Path) -> None:
    """Let two files change names, each being there all the time.

    Raises:
        OSError: nothing was changed; with ENOSYS, there is no such call.
    """
    swap = _call()
    if swap is None:
        raise OSError(ENOSYS, os.strerror(ENOSYS))
    if swap(os.fsencode(one), os.fsencode(other)):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _call() -> Exchange | None:
    # Windows has no such call: a look just before the rename has to do there.
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        return _of_macos(library)
    return of_linux(library, platform.machine(), is_small=sys.maxsize < 2**32)


def _of_macos(library: ctypes.CDLL) -> Exchange | None:
    # APFS can, HFS+ and network disks say ENOTSUP.
    swap = getattr(library, "renamex_np", None)
    if swap is None:
        return None
    return lambda one, other: int(swap(one, other, ctypes.c_uint(MACOS_SWAP)))


def of_linux(library: ctypes.CDLL, machine: str, *, is_small: bool) -> Exchange | None:
    """Take the function of the C library, else the system's number for the call."""
    named = getattr(library, "renameat2", None)
    flags = ctypes.c_uint(LINUX_EXCHANGE)
    if named is not None:
        return lambda one, other: int(named(AT_CWD, one, AT_CWD, other, flags))
    if is_small:
        machine = OF_32_BITS.get(machine, machine)
    number = NUMBERS.get(machine)
    if number is None or not hasattr(library, "syscall"):
        return None
    asked = ctypes.c_long(number)
    return lambda one, other: int(library.syscall(asked, AT_CWD, one, AT_CWD, other, flags))
