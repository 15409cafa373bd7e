"""A logbook that a disk, a sync, git or a hand has damaged, and every promise that holds all the same.

The damages are drawn from a seed, and an oracle that reads bytes only knows of each entry whether its
lines are whole. A failure prints the damage; its number alone draws it again:

    PYTHONPATH=src:tests python -c "import damaging; print(damaging.damage(damaging.styled('plain'), 17))"
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from damaging import CURRICULUM, STYLES, Block, Whole, damages, entries, intact, styled
from running import a_home, run_cli, run_process

from builders import logbook_text

READERS = (
    ("next",),
    ("status",),
    ("plan",),
    ("review",),
    ("gap",),
    ("list", "exercises"),
    ("show", "rsk-03"),
    ("export", "markdown"),
    ("experience",),
    ("certificate",),
    ("project",),
    ("profile",),
    ("assess",),
    ("story",),
    ("history",),
)
LOG = ("log", "rsk-12", "--minutes", "50", "--json")
CODES = {0, 1, 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A home and a state folder that are put back as they were before each damage."""

    home: Path
    state: Path
    kept: Path
    whole: Whole

    @property
    def logbook(self):
        return self.home / "logbook.toml"

    def again(self, raw):
        """Begin anew, with this in the logbook."""
        for folder in (self.home, self.state):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(self.kept / folder.name, folder)
        self.logbook.write_bytes(raw)

    def lines(self):
        """Every line that is kept anywhere, in the home or in the state folder."""
        found = set()
        for folder in (self.home, self.state):
            for path in folder.rglob("*"):
                if path.is_file():
                    found |= set(path.read_bytes().splitlines())
        return found


def a_person(style, tmp_path):
    """Log forty entries, keep the logbook by hand from then on, and log one more."""
    home = a_home(CURRICULUM)
    other = tmp_path / "stored.toml"
    other.write_text(logbook_text(*entries()), encoding="utf-8")
    assert run_cli("merge", str(other)).code == 0
    whole = styled(style)
    logbook = home / "logbook.toml"
    logbook.write_bytes(whole.raw)
    answer = run_cli("log", "rsk-11", "--minutes", "55", "--json")
    assert answer.code == 0, answer.err
    raw = logbook.read_bytes()
    assert raw.startswith(whole.raw)
    added = raw[len(whole.raw) :].lstrip(b"\r\n")
    own = Block(id=answer.json["entry"]["id"], text=added)
    state = Path(os.environ["XDG_STATE_HOME"])
    kept = tmp_path / "kept"
    for folder in (home, state):
        shutil.copytree(folder, kept / folder.name)
    whole = Whole(raw=raw, blocks=(*whole.blocks, own))
    return Person(home=home, state=state, kept=kept, whole=whole)


@pytest.fixture(params=STYLES)
def person(request, tmp_path):
    return a_person(request.param, tmp_path)


def shown(run=run_cli):
    """What counts, by id, and the answer that tells."""
    answer = run("history", "--all", "--json")
    if answer.code:
        return {}, answer
    return {row["id"]: row for row in answer.json["entries"]}, answer


def wrongs_of(person, damage, number, run=run_cli):
    """Name every promise that this damage makes us break."""
    raw = damage.raw
    whole = set(intact(person.whole, raw))
    found = []

    def held(is_held, promise):
        if not is_held:
            found.append(promise)

    def sound(answer, what):
        held(answer.code in CODES, f"{what} leaves with {answer.code}")
        held("inside pmcareer" not in answer.err + answer.out, f"{what}: {answer.err}")
        held("Traceback" not in answer.err, f"{what}: {answer.err}")

    person.again(raw)
    there, answer = shown(run)
    sound(answer, "history")
    lost = set(person.whole.ids) - there.keys()
    held(whole <= there.keys(), f"not read, and whole: {sorted(whole - there.keys())}")
    if lost:
        reader = run(*READERS[number % len(READERS)])
        sound(reader, READERS[number % len(READERS)][0])
        for each in (answer, reader):
            held(str(person.logbook) in each.err, f"{sorted(lost)} lost, and said: {each.err!r}")
    examined = run("doctor", "--json")
    sound(examined, "doctor")
    held(not lost or examined.code == 1, f"doctor says that all is well, {sorted(lost)} lost")
    held(person.logbook.read_bytes() == raw, "reading has written")

    logged = run(*LOG)
    sound(logged, "log")
    after = person.logbook.read_bytes()
    if logged.code == 0:
        new, again = shown(run)
        held(after.startswith(raw), "log has changed what was there")
        held(logged.json["entry"]["id"] in new, f"logged, and not read back: {again.err}")
        held(there.keys() <= new.keys(), "log has made something unreadable")
    else:
        held(after == raw, f"log has failed and written: {logged.err}")

    for option in ("--fix", "--restore"):
        person.again(raw)
        mended = run("doctor", option, "--json")
        sound(mended, f"doctor {option}")
        now, again = shown(run)
        held(there.keys() <= now.keys(), f"{option} loses {sorted(there.keys() - now.keys())}")
        gone = set(person.whole.ids) - now.keys()
        held(not gone or mended.code, f"after {option} all is well, {sorted(gone)} lost")
        missing = set(raw.splitlines()) - person.lines()
        held(not missing, f"{option} has thrown away {sorted(missing)[:3]}")
        held(option == "--fix" or mended.code or not gone, f"not restored: {sorted(gone)}")
    return found


def broken_by(person, seed, count, run=run_cli):
    """Draw damages and tell of those that break a promise."""
    broken = []
    for number, damage in enumerate(damages(person.whole, seed, count), start=seed):
        wrongs = wrongs_of(person, damage, number, run)
        if wrongs:
            broken.append("\n    ".join([damage.said, *wrongs]))
    return "\n".join([f"{len(broken)} of {count}", *broken]) if broken else ""


def test_of_a_few_damages_none_loses_an_entry_without_a_word(person):
    """G06, F19, F20, F22: two of each style of file."""
    broken = broken_by(person, 20_000, 2)
    assert not broken, broken


@pytest.mark.slow
def test_of_two_thousand_damages_none_loses_an_entry_without_a_word(person):
    """G06, F19, F20, F22: 500 of each style of file."""
    broken = broken_by(person, 0, 500)
    assert not broken, broken


@pytest.mark.slow
def test_of_fifty_damages_none_does_to_real_processes_what_it_does_to_none_in_ours(tmp_path):
    """G06: as above, with a process for each command."""
    broken = broken_by(a_person("plain", tmp_path), 40_000, 50, run_process)
    assert not broken, broken
