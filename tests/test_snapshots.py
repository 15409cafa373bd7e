"""Screens as a real terminal shows them: the program runs in tmux, and the pane is compared with a kept picture.

`python tests/test_snapshots.py --update` takes the pictures anew; look at every one before you keep it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pmcareer.storage.curriculum.reading import read_curriculum

from builders import (
    a_lesson,
    a_profile,
    closed,
    deferred,
    experience,
    finished,
    logbook_text,
    practised,
    worked,
)

TODAY = "2026-11-21"
TMUX = shutil.which("tmux")
PICTURES = Path(__file__).parent / "snapshots"
SIZES = {"80x24": (80, 24), "40x24": (40, 24)}
SCREENS = {
    "next": ("next",),
    "log": ("log", "--minutes", "90", "--dry-run"),
    "plan": ("plan",),
    "status": ("status",),
    "gap": ("gap",),
    "review": ("review",),
}
BACKGROUNDS = {"dark": "15;0", "light": "0;15"}
"""What a terminal says of its own colours in COLORFGBG."""
LOOKS = {"0", "1", "2", "31", "32", "33", "35", "36", "39", "49"}
"""Reset, bold, dim, the terminal's own colours, and red, green, yellow, magenta, cyan: not white, black or bright."""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(TMUX is None, reason="needs tmux")]


EDITION = {"curriculum": read_curriculum(None).version}
"""As entries are written: under the edition of the day."""


def her_logbook() -> str:
    """A project coordinator in her ninth week: some of everything that a screen shows."""
    weeks = [
        entry
        for week, (work, habit) in enumerate(
            [
                ("09-22", "09-24"),
                ("09-29", "09-30"),
                ("10-06", "10-08"),
                ("10-27", "10-28"),
                ("11-03", "11-05"),
            ]
        )
        for entry in (
            worked(("pmf-04", "tld-02")[week % 2], 60 + 15 * week, on=f"2026-{work}", **EDITION),
            practised("h02", on=f"2026-{habit}"),
        )
    ]
    return logbook_text(
        a_profile(
            role="project-coordinator",
            target="tech-pm",
            hours_per_week=5.0,
            practices=("h02", "h05"),
            on="2026-09-21",
        ),
        experience("hands-on", "2026-03-01", role="project-coordinator", on="2026-09-21"),
        *weeks,
        finished(
            "tec-01", minutes=330, **EDITION, on="2026-10-01", note="Drawn with the whole team"
        ),
        finished("app-11", minutes=100, **EDITION, on="2026-10-20"),
        finished("tec-03", minutes=250, **EDITION, on="2026-11-10"),
        closed("Office move", outcome="On the day, 4 % under budget", on="2026-10-30"),
        a_lesson("Ask for the budget before the date", on="2026-11-12"),
        deferred("pmf-04", "2026-12-01", on="2026-11-12"),
        finished("tld-01", minutes=200, **EDITION, on="2026-11-17"),
        worked("tld-02", 45, on="2026-11-19", **EDITION),
        practised("h02", on="2026-11-19"),
        practised("h05", on="2026-11-20"),
    )


@contextmanager
def a_terminal(
    person: Path, arguments: tuple[str, ...], size: str, background: str
) -> Iterator[list[str]]:
    """Run in a terminal of this size until it is done, and give the command that asks tmux about the pane."""
    (person / "pmcareer").mkdir(parents=True, exist_ok=True)
    (person / "pmcareer" / "logbook.toml").write_text(her_logbook(), encoding="utf-8")
    columns, rows = SIZES[size]
    ask = [TMUX or "tmux", "-S", str(person / "socket"), "-f", "/dev/null"]
    said = {
        "COLORFGBG": BACKGROUNDS[background],
        "HOME": str(person),
        "LC_ALL": "C.UTF-8",
        # A picture is of everything: what is longer than the pane stands above it.
        "PAGER": "",
        "PATH": os.environ["PATH"],
        "PMCAREER_HOME": str(person / "pmcareer"),
        "PMCAREER_TODAY": TODAY,
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "SHELL": "/bin/sh",
    }
    words = " ".join([sys.executable, "-m", "pmcareer", *arguments])
    line = f"{words}; {' '.join(ask)} wait-for -S done; exec cat"
    start = ["new-session", "-d", "-x", str(columns), "-y", str(rows), line]
    subprocess.run([*ask, *start], check=True, env=said)
    try:
        subprocess.run([*ask, "wait-for", "done"], check=True, timeout=60)
        yield ask
    finally:
        subprocess.run([*ask, "kill-server"], check=False)


def picture_of(
    person: Path, name: str, size: str, background: str = "dark", *, with_looks: bool = False
) -> str:
    """Give everything that stands in the pane and above it; with looks, its escape codes too."""
    with a_terminal(person, SCREENS[name], size, background) as ask:
        capture = ["capture-pane", "-p", "-S", "-", *(["-e"] if with_looks else [])]
        done = subprocess.run([*ask, *capture], check=True, capture_output=True, encoding="utf-8")
    return done.stdout.rstrip("\n") + "\n"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_the_picture_that_was_looked_at(name, size, tmp_path):
    kept = (PICTURES / f"{name}-{size}.txt").read_text(encoding="utf-8")
    assert picture_of(tmp_path, name, size) == kept


@pytest.mark.parametrize("name", SCREENS)
def test_light_and_dark_terminals_get_the_same_bytes_in_colours_that_both_can_show(name, tmp_path):
    dark, light = (
        picture_of(tmp_path / background, name, "80x24", background, with_looks=True)
        for background in BACKGROUNDS
    )
    assert dark == light
    codes = {
        code for found in re.findall(r"\x1b\[([0-9;]*)m", dark) for code in found.split(";") if code
    }
    assert codes
    assert codes <= LOOKS


def test_every_picture_is_of_a_screen():
    assert {path.stem for path in PICTURES.glob("*.txt")} == {
        f"{name}-{size}" for name in SCREENS for size in SIZES
    }


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("It takes --update, and nothing else.")
    for each in SCREENS:
        for size_name in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                (PICTURES / f"{each}-{size_name}.txt").write_text(
                    picture_of(Path(folder), each, size_name), "utf-8"
                )
