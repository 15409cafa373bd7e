"""What people install is what the checkout holds."""

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

import pmcareer

CHECKOUT = Path(__file__).parents[1]
CURRICULUM = CHECKOUT / "data" / "curriculum.toml"
FOR_PACKAGERS = [
    "data/curriculum.toml",
    "docs/curriculum.md",
    "share/man/man1/pmcareer.1",
    "tests/conftest.py",
    "benchmarks/startup.py",
]
LARGEST_WHEEL = 700_000
"""Bytes: the steps came in and their sheets, and sheets of exercises are to come."""
WHERE = "import pmcareer; print(pmcareer.__file__)"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    """What would be released: the source archive of the checkout, and the wheel built from that archive."""
    pytest.importorskip("build", reason="needs the dev tools: python -m pip install --group dev")
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", folder, CHECKOUT],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="module")
def sdist(dist):
    return next(dist.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(dist):
    return next(dist.glob("*.whl"))


@pytest.fixture(scope="module")
def metadata(wheel):
    with ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode())


def test_a_wheel_carries_the_curriculum_of_the_checkout(wheel):
    with ZipFile(wheel) as archive:
        assert archive.read("pmcareer/data/curriculum.toml") == CURRICULUM.read_bytes()


def test_a_wheel_carries_the_steps_and_every_sheet_of_the_checkout(wheel):
    data = CHECKOUT / "data"
    apart = [data / "steps.toml", *sorted((data / "sheets").iterdir())]
    assert len(apart) > 1
    with ZipFile(wheel) as archive:
        for file in apart:
            name = f"pmcareer/{file.relative_to(CHECKOUT).as_posix()}"
            assert archive.read(name) == file.read_bytes()


def test_a_wheel_is_pure_typed_and_small(wheel):
    assert wheel.name == f"pmcareer-{pmcareer.__version__}-py3-none-any.whl"
    assert wheel.stat().st_size < LARGEST_WHEEL
    with ZipFile(wheel) as archive:
        assert "pmcareer/py.typed" in archive.namelist()


def test_a_wheel_carries_the_program_and_what_is_shared_and_nothing_beside(wheel):
    whole = f"pmcareer-{pmcareer.__version__}"
    with ZipFile(wheel) as archive:
        folders = {name.partition("/")[0] for name in archive.namelist()}
    assert folders == {"pmcareer", f"{whole}.data", f"{whole}.dist-info"}


def test_a_wheel_carries_the_manual_page_and_the_completions_of_the_checkout(wheel):
    place = f"pmcareer-{pmcareer.__version__}.data/data/share/"
    with ZipFile(wheel) as archive:
        carried = {
            name.removeprefix(place): archive.read(name)
            for name in archive.namelist()
            if name.startswith(place)
        }
    share = CHECKOUT / "share"
    kept = {
        file.relative_to(share).as_posix(): file.read_bytes()
        for file in share.rglob("*")
        if file.is_file()
    }
    assert carried == kept


def test_its_licence_is_said_as_pep_639_wants_it(metadata):
    assert metadata["License-Expression"] == "MIT"
    assert metadata["License-File"] == "LICENSE"
    assert [name for name in metadata.get_all("Classifier") if name.startswith("License")] == []


def test_what_it_needs_is_what_the_checkout_says(metadata):
    said = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "dependencies"
    ]
    needed = [line for line in metadata.get_all("Requires-Dist") if "extra ==" not in line]
    assert sorted(needed) == sorted(said)


@pytest.mark.parametrize("name", FOR_PACKAGERS)
def test_a_source_archive_carries_what_a_packager_checks_with(sdist, name):
    with tarfile.open(sdist) as archive:
        assert f"pmcareer-{pmcareer.__version__}/{name}" in archive.getnames()


def test_an_installed_wheel_gives_a_task_far_from_the_checkout(wheel, tmp_path):
    python = _python_with(tmp_path, wheel)
    assert Path(_said_by(python, tmp_path, "-c", WHERE)).is_relative_to(tmp_path)
    prefix = Path(_said_by(python, tmp_path, "-c", "import sys; print(sys.prefix)"))
    assert (prefix / "share" / "man" / "man1" / "pmcareer.1").is_file()
    assert json.loads(_said_by(python, tmp_path, "-m", "pmcareer", "next", "--json"))["task"][
        "title"
    ]


def test_an_editable_install_reads_the_file_of_its_checkout(sdist, tmp_path):
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    checkout = tmp_path / f"pmcareer-{pmcareer.__version__}"
    python = _python_with(tmp_path, "-e", checkout)
    _retitle(checkout / "data" / "curriculum.toml", "pmf-01", "As edited")
    listed = json.loads(_said_by(python, tmp_path, "-m", "pmcareer", "list", "exercises", "--json"))
    assert {item["id"]: item["title"] for item in listed["items"]}["pmf-01"] == "As edited"


def _python_with(folder, *what):
    """Give the Python of a new environment into which this was installed, with what it needs."""
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", *what], check=True
    )
    return python


def _retitle(file, name, title):
    text = file.read_text(encoding="utf-8")
    file.write_text(
        re.sub(rf'(?m)(^id = "{name}"\n(?:.+\n)*?title = )".*"', rf'\1"{title}"', text),
        encoding="utf-8",
    )


def _said_by(python, folder, *arguments):
    return subprocess.run(
        [python, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()
