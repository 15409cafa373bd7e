"""What the documents show is what the program does. `python tests/test_readme.py --update` writes the screens anew."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

import pmcareer as package
from pictures import THEMES, picture
from pmcareer.cli.cards import HELP, MODULES, OTHER_WORDS
from pmcareer.domain.curriculum.catalogue import Option, Trait
from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.curriculum.tables import CurriculumTables
from running import run_cli

from builders import PLACES

CHECKOUT = Path(__file__).parents[1]
README = CHECKOUT / "README.md"
DOCUMENTS = [
    README,
    CHECKOUT / "CHANGELOG.md",
    CHECKOUT / "CONTRIBUTING.md",
    *sorted(CHECKOUT.glob("docs/*.md")),
]
PICTURES = CHECKOUT / "docs" / "pictures"
IN_THE_PICTURE = CHECKOUT / "docs" / "examples" / "programmer-in-a-firm-of-five.md"
"""Whose plan is drawn: what they type there, before they read it."""
WRITES = {"profile", "experience"}
TODAY = "2026-11-21"
WRITTEN_AT = "2026-11-21T19:14:03+01:00"

SCREENS = re.compile(r"(?ms)^```console\n(.*?)^```$")
COMMAND = re.compile(r"(?m)^\$ (pmcareer .+)\n")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(#[^)]*)?\)")


def test_every_screen_of_the_readme_is_what_the_program_prints(tmp_path):
    shown = README.read_text(encoding="utf-8")
    assert _as_run(shown, tmp_path) == shown


def test_every_picture_is_the_screen_as_it_is_now(tmp_path):
    kept = {file.name: file.read_text(encoding="utf-8") for file in PICTURES.iterdir()}
    assert _pictures(tmp_path) == kept


@pytest.mark.parametrize("theme", THEMES)
def test_the_readme_shows_the_picture_that_fits_the_page_and_says_what_is_on_it(theme):
    shown = README.read_text(encoding="utf-8")
    (block,) = re.findall(r"(?s)<picture>.*?</picture>", shown)
    assert f'"docs/pictures/plan-{theme}.svg"' in block
    assert '<source media="(prefers-color-scheme: dark)" srcset="docs/pictures/plan-dark' in block
    (alt,) = re.findall(r'(?s) alt="([^"]+)"', block)
    assert len(alt.split()) > 20
    # Whoever wonders whose plan it is can read all of it.
    assert IN_THE_PICTURE.relative_to(CHECKOUT).as_posix() in shown


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_fetches_nothing_and_says_the_words_of_the_screen(theme):
    text = (PICTURES / f"plan-{theme}.svg").read_text(encoding="utf-8")
    assert re.findall(r"https?:[^\"]+", text) == ["http://www.w3.org/2000/svg"]
    assert [tag for tag in ("<script", "<image", "@font-face", "href") if tag in text] == []
    said = "".join(ET.fromstring(text).itertext())  # noqa: S314 -- our own
    words = said.replace("\u00a0", " ").replace("\n", "")
    for shown in ("Tech project manager", "safe to promise", "Decides the date: the months", "◆"):
        assert shown in words


def test_the_readme_shows_the_three_commands_it_lives_by():
    commands = COMMAND.findall("".join(SCREENS.findall(README.read_text(encoding="utf-8"))))
    assert {"next", "log", "plan"} <= {command.split()[1] for command in commands}


def test_the_readme_begins_with_the_two_commands_word_for_word():
    lines = README.read_text(encoding="utf-8").splitlines()
    promised = [line for line in lines if line.startswith("python3 -m venv ")]
    assert promised == [
        "python3 -m venv .venv && .venv/bin/python -m pip install . && .venv/bin/pmcareer next",
        "python3 -m venv .venv && .venv/bin/python -m pip install -e '.[test]' && .venv/bin/python -m pytest",
    ]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_named_can_be_typed(document):
    named = re.findall(r"`(?:\$ )?pmcareer ([a-z]+)", document.read_text(encoding="utf-8"))
    assert [name for name in named if name not in {*MODULES, *OTHER_WORDS, HELP}] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(document):
    linked = [found[0] for found in LINK.findall(document.read_text(encoding="utf-8"))]
    assert [link for link in linked if not (document.parent / link).exists()] == []


def test_the_changelog_begins_with_the_version_of_the_package():
    versions = re.findall(
        r"(?m)^## \[([^]]+)\]", (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    )
    assert versions[0] == package.__version__


def test_the_curriculum_of_the_documents_has_no_problem(tmp_path):
    text = (CHECKOUT / "docs" / "curriculum.md").read_text(encoding="utf-8")
    examples = re.findall(r"(?ms)^```toml\n(format = 1\n.*?)^```$", text)
    assert examples
    for number, example in enumerate(examples):
        file = tmp_path / f"example-{number}.toml"
        file.write_text(example, encoding="utf-8")
        done = run_cli("check", str(file))
        assert (done.code, done.err) == (0, "")


def test_the_documents_know_every_key_of_a_curriculum():
    text = (CHECKOUT / "docs" / "curriculum.md").read_text(encoding="utf-8")
    told = {
        key
        for row in re.findall(r"(?m)^\| ([a-z_*, ]+) \|", text)
        for key in row.replace("*", "").split(", ")
    }
    records = [CurriculumTables, *get_args(Gate), *PLACES, Trait, Option]
    keys = {
        field.alias or name for record in records for name, field in record.model_fields.items()
    }
    assert keys - told == set()


def _as_run(text: str, folder: Path) -> str:
    """Give the document with every screen as it is printed now, by a person who starts with nothing in this folder."""
    return SCREENS.sub(lambda screen: f"```console\n{_screen(screen[1], folder)}```", text)


def _screen(block: str, folder: Path) -> str:
    return "\n".join(
        f"$ {command}\n{_printed(command, folder)}" for command in COMMAND.findall(block)
    )


def _pictures(folder: Path) -> dict[str, str]:
    """Draw the plan of one of the worked people as a terminal of 80 columns shows it."""
    here = {"PMCAREER_HOME": str(folder / "home"), "XDG_STATE_HOME": str(folder / "state")}
    for command in COMMAND.findall(IN_THE_PICTURE.read_text(encoding="utf-8")):
        if command.split()[1] in WRITES:
            assert run_cli(*shlex.split(command)[1:], today=TODAY, **here).code == 0
    shown = run_cli("--color", "always", "plan", today=TODAY, COLUMNS="80", **here).out
    return {f"plan-{theme}.svg": picture("pmcareer plan", shown, theme) for theme in THEMES}


def _printed(command: str, folder: Path, **said: str) -> str:
    """Run one line, piped: both streams, in the order in which they were written."""
    environment = {
        "HOME": str(folder),
        "PMCAREER_TODAY": TODAY,
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "PYTHONUNBUFFERED": "1",
        "PYTHONUTF8": "1",
        "XDG_DATA_HOME": str(folder / ".local" / "share"),
        "XDG_STATE_HOME": str(folder / ".local" / "state"),
    } | said
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        check=True,
        env=environment,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return _masked(done.stdout, folder)


def _masked(printed: str, folder: Path) -> str:
    """Put what is random or of this machine as the documents have it: ids and times of entries, and the home folder."""
    logbook = folder / ".local" / "share" / "pmcareer" / "logbook.toml"
    entries = (
        tomllib.loads(logbook.read_text(encoding="utf-8"))["entries"] if logbook.exists() else []
    )
    for number, entry in enumerate(entries):
        printed = printed.replace(entry["id"], f"k7f3q2m9x{number}")
        printed = printed.replace(entry["at"].isoformat(), WRITTEN_AT)
    return printed.replace(str(folder), "~")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("It takes --update, and nothing else.")
    with tempfile.TemporaryDirectory() as empty:
        README.write_text(
            _as_run(README.read_text(encoding="utf-8"), Path(empty)), encoding="utf-8"
        )
    with tempfile.TemporaryDirectory() as empty:
        for name, drawn in _pictures(Path(empty)).items():
            (PICTURES / name).write_text(drawn, encoding="utf-8")


def test_each_promise_names_a_test_that_is_there():
    _, after = README.read_text(encoding="utf-8").split("We promise, and test")
    promises = re.split(r"\n\d\. ", after.partition("\n\nWhat no")[0])[1:]
    assert len(promises) == 8
    for promise in promises:
        named = re.findall(r"`([\w/]*test_\w+\.py)`", promise)
        assert named, promise
        assert [name for name in named if not (CHECKOUT / "tests" / name).is_file()] == []
