"""What git is asked, and what it is told: the repository a file lies in, and how it merges it."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.storage.disk.files import DISK, create_whole, looks_of, replace_patiently

DRIVER = "pmcareer"
KEY = f"merge.{DRIVER}"
ATTRIBUTES = ".gitattributes"
ARGUMENTS = "merge --git-driver %O %A %B"
SECONDS = 20
FAILED = 255
NOT_INSTALLED = "git is not installed"
OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
PLAIN_NAME = re.compile(r"[\w.-]+")
UNSPECIFIED = "unspecified"


@frozen
class Answer:
    """What git answered."""

    raw: bytes = b""
    reason: str = ""
    """Why it did not, in its own words."""
    code: int = 0

    @property
    def said(self) -> str:
        """Its answer of one line."""
        return self.raw.decode("utf-8", "replace").strip()

    @property
    def is_done(self) -> bool:
        """Tell whether it did what it was asked."""
        return self.code == 0


@frozen
class InGit:
    """How git sees a file."""

    top: str = ""
    """The folder of the repository; empty where there is none, or git says nothing of it."""
    reason: str = ""
    """Why git says nothing of it."""
    merges_with: str = UNSPECIFIED
    """The driver that attributes name for it."""
    driver: str = ""
    """The command of ours, as the repository's configuration has it."""

    @property
    def is_set_up(self) -> bool:
        """Tell whether branches merge the file with pmcareer."""
        return self.merges_with == DRIVER and bool(self.driver)


def may_be_in_git(file: Path) -> bool:
    """Tell, without asking git, whether a folder above a file is a repository."""
    return any((folder / ".git").exists() for folder in file.parents)


def in_git(file: Path) -> InGit:
    """Ask git about a file."""
    top = ask(file.parent, "rev-parse", "--show-toplevel")
    if not top.is_done or not top.said:
        return InGit(reason=top.reason or "git knows no repository there")
    attribute = ask(file.parent, "check-attr", "merge", "--", file.name).said
    return InGit(
        top=top.said,
        merges_with=attribute.rpartition(": ")[2] or UNSPECIFIED,
        driver=ask(file.parent, "config", "--get", f"{KEY}.driver").said,
    )


def ask(folder: Path, *arguments: str) -> Answer:
    """Run git in a folder, and wait for what it says."""
    try:
        done = subprocess.run(  # noqa: S603 -- git, with arguments of ours
            ["git", "-C", str(folder), *arguments],  # noqa: S607 -- the user's own git
            capture_output=True,
            check=False,
            env=_environment(os.environ),
            timeout=SECONDS,
        )
    except FileNotFoundError:
        return Answer(reason=NOT_INSTALLED, code=FAILED)
    except (OSError, subprocess.TimeoutExpired) as error:
        return Answer(reason=f"git can't be asked: {error}", code=FAILED)
    reason = done.stderr.decode("utf-8", "replace").strip()
    first = reason.partition("\n")[0]
    return Answer(raw=done.stdout, reason=first, code=done.returncode)


def _environment(environment: Mapping[str, str]) -> dict[str, str]:
    # Within a hook these name another repository than the one that the folder lies in.
    return {name: value for name, value in environment.items() if name not in OF_A_HOOK}


def driver_command() -> str:
    """Write the command that git runs in a shell, with this very pmcareer."""
    # -P: else a folder named pmcareer in the repository would be run in its place.
    program = f"{shlex.quote(sys.executable)} -P -m pmcareer"
    return f"{program.replace('%', '%%')} {ARGUMENTS}"


def is_ours(command: str) -> bool:
    """Tell whether a command is a pmcareer's, maybe one that lay elsewhere."""
    return DRIVER in command and command.endswith(ARGUMENTS)


def missing_program(command: str) -> str:
    """Name the program of a command where there is none such; nothing where it is there."""
    try:
        program = shlex.split(command.replace("%%", "%"))[0]
    except (ValueError, IndexError):
        return command
    return "" if shutil.which(program) else program


def set_driver(file: Path, command: str) -> str:
    """Tell the repository what merges, and return why that failed, else nothing."""
    for key, value in (("name", "pmcareer logbook"), ("driver", command)):
        told = ask(file.parent, "config", "--local", f"{KEY}.{key}", value)
        if not told.is_done:
            return told.reason or "git did not say why"
    return ""


def add_attribute(file: Path) -> Path:
    """Say beside a file that our driver merges it; every line that is there stays.

    Raises:
        OSError: nothing was changed.
    """
    attributes = file.with_name(ATTRIBUTES)
    old = DISK.read(attributes) or b""
    end = b"\r\n" if old.endswith(b"\r\n") else b"\n"
    start = old if not old or old.endswith(b"\n") else old + end
    line = f"{_pattern(file.name)} merge={DRIVER}".encode()
    put_whole(attributes, start + line + end)
    return attributes


def _pattern(name: str) -> str:
    if PLAIN_NAME.fullmatch(name):
        return name
    escaped = re.sub(r'(["\\])', r"\\\1", re.sub(r"([*?\[\\])", r"\\\1", name))
    return f'"{escaped}"'


def put_whole(path: Path, content: bytes) -> None:
    """Put a finished file in a place, so that nobody sees half of it.

    Raises:
        OSError: what was there is as it was.
    """
    temporary = path.with_name(f"{path.name}.pmcareer-{os.getpid()}")
    temporary.unlink(missing_ok=True)
    status = DISK.status(path)
    looks = looks_of(DISK, path, status) if status else None
    create_whole(DISK, temporary, content, looks)
    try:
        replace_patiently(DISK, temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
