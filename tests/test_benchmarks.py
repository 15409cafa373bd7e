"""What is measured is what people have: homes as the program writes them, from a wheel, the same each time."""

import importlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
import tomli_w

from pmcareer.domain.logbook.entries import Profile
from pmcareer.storage.curriculum.reading import read_curriculum
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.storage.logbook.reading import read_logbook
from sweeps import sweep

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture
def homes(monkeypatch):
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("homes")


def test_a_full_home_is_what_the_program_would_have_written(homes, tmp_path):
    file = Path(homes.full_home(tmp_path, 1)) / "logbook.toml"
    entries = read_logbook(file).entries
    ours = tmp_path / "ours" / "logbook.toml"
    ours.parent.mkdir()
    append_entries(ours, tmp_path / "state", entries)
    assert ours.read_bytes() == file.read_bytes()


def test_a_full_home_holds_what_people_tell(homes, tmp_path):
    logbook = read_logbook(Path(homes.full_home(tmp_path, 1)) / "logbook.toml")
    told = {key for entry in logbook.entries for key in entry.as_row()}
    assert {"outcome", "evidence", "note", "days_off", "hours_per_week"} <= told
    kinds = {entry.kind for entry in logbook.entries}
    assert {"profile", "experience", "practised", "did", "deferred", "void"} <= kinds
    first = logbook.entries[0]
    assert isinstance(first, Profile)
    assert (first.role, first.target) == ("programmer", "portfolio-pmo")


@pytest.mark.parametrize("make", ["plain_home", "full_home"])
def test_a_home_is_the_same_each_time(homes, tmp_path, make):
    texts = set()
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        home = getattr(homes, make)(tmp_path / name, 1)
        texts.add((Path(home) / "logbook.toml").read_bytes())
    assert len(texts) == 1


def test_ten_thousand_exercises_like_ours_ask_for_one_another(homes, tmp_path):
    curriculum = read_curriculum(Path(homes.many_like_ours(tmp_path)))
    shipped = read_curriculum(None)
    assert len(curriculum.exercises) == homes.MANY
    for key in ("requires", "core"):
        share = sum(bool(getattr(item, key)) for item in curriculum.exercises) / homes.MANY
        ours = sum(bool(getattr(item, key)) for item in shipped.exercises)
        assert share == pytest.approx(ours / len(shipped.exercises), abs=0.01)


def test_every_command_that_is_measured_has_a_limit(homes, tmp_path):
    cases = importlib.import_module("daily").cases_in(tmp_path, sys.executable)
    assert cases.keys() == importlib.import_module("startup").REACHED.keys()


@pytest.mark.parametrize(
    "script", sweep(["startup.py", "parts.py", "instructions.py"], quick=["startup.py"])
)
@pytest.mark.parametrize(
    ("installed", "reason"),
    [
        pytest.param(None, "there is none", id="nothing"),
        pytest.param({"dir_info": {"editable": True}}, "this one is editable", id="editable"),
        pytest.param({"archive_info": {}}, "this one has no packed tables", id="no packs"),
    ],
)
def test_what_is_not_from_a_wheel_is_not_measured(tmp_path, script, installed, reason):
    python, place = a_python(tmp_path)
    if installed is not None:
        info = place / "pmcareer-0.1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: pmcareer\nVersion: 0.1.0\n")
        (info / "direct_url.json").write_text(json.dumps(installed))
    done = measured(python, script)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert reason in done.stderr


def test_without_valgrind_no_instructions_are_counted(tmp_path):
    done = measured(sys.executable, "instructions.py", PATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "There is no valgrind here, which counts the instructions.\n"


@pytest.mark.slow
def test_parts_of_a_command_add_up_to_what_it_takes(a_wheel):
    done = measured(a_wheel, "parts.py", "--runs", "1", "--only=--help")
    head, _, row = (cells_of(line) for line in done.stdout.splitlines())
    assert head[2:4] == ["libraries", "our modules"]
    floors, *parts = map(float, row[1:])
    assert sum(parts) == pytest.approx(floors, abs=0.05)


@pytest.mark.slow
def test_instructions_of_two_versions_that_are_one_are_the_same(a_wheel):
    if not shutil.which("valgrind"):
        pytest.skip("needs valgrind")
    done = measured(a_wheel, "instructions.py", "--only=--help", "--before", a_wheel)
    rows = [cells_of(line) for line in done.stdout.splitlines()[2:]]
    assert [row[0] for row in rows] == ["floor", "--help"]
    for row in rows:
        assert float(row[3]) == pytest.approx(float(row[1]), rel=0.01)


@pytest.fixture(scope="module")
def a_wheel(tmp_path_factory):
    """An interpreter with pmcareer from a wheel, and its libraries from here."""
    pytest.importorskip("build", reason="needs the dev tools: python -m pip install --group dev")
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet"]
    make = [*pip, "wheel", "--no-deps", "--wheel-dir", folder, BENCHMARKS.parent]
    subprocess.run(make, check=True)
    python, place = a_python(folder)
    (place / "here.pth").write_text(sysconfig.get_path("purelib"))
    install = [*pip, "--python", python, "install", "--no-deps", *folder.glob("*.whl")]
    subprocess.run(install, check=True)
    return python


def cells_of(line):
    return [cell.strip() for cell in line.strip("|").split("|")]


def a_python(folder):
    """Make an environment that has tomli-w and nothing else; its interpreter, and where packages go."""
    venv.create(folder / "venv", symlinks=True)
    (place,) = (folder / "venv").glob("lib/python*/site-packages")
    shutil.copytree(Path(tomli_w.__file__).parent, place / "tomli_w")
    return folder / "venv" / "bin" / "python", place


def measured(python, script, *options, **environment):
    return subprocess.run(
        [python, BENCHMARKS / script, *options],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
    )
