"""What people install is what the checkout holds."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
from datetime import UTC, date, datetime, timedelta
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

import pmcareer
from pmcareer.storage.curriculum.packing import unpacked

from builders import finished, logbook_text

CHECKOUT = Path(__file__).parents[1]
CURRICULUM = CHECKOUT / "data" / "curriculum.toml"
FOR_PACKAGERS = [
    "data/curriculum.toml",
    "data/certifications.toml",
    "data/frameworks.toml",
    "data/industries.toml",
    "docs/curriculum.md",
    "docs/pictures/plan-dark.svg",
    "share/man/man1/pmcareer.1",
    "tests/conftest.py",
    "benchmarks/startup.py",
]
LARGEST_WHEEL = 2_050_000
"""Bytes: a sheet for each exercise and the practice firm are most of it, packed tables 45,000."""
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


APART = "steps.toml", "prompts.toml", "profile.toml", "frameworks.toml", "industries.toml"


def test_a_wheel_carries_what_lies_apart_every_sheet_and_the_firm_of_the_checkout(wheel):
    data = CHECKOUT / "data"
    firm = [file for file in sorted((data / "practice").rglob("*")) if file.is_file()]
    apart = [*map(data.joinpath, APART), *sorted((data / "sheets").iterdir()), *firm]
    assert len(apart) > len(firm) > 1
    with ZipFile(wheel) as archive:
        for file in apart:
            name = f"pmcareer/{file.relative_to(CHECKOUT).as_posix()}"
            assert archive.read(name) == file.read_bytes()


def test_a_wheel_carries_packed_tables_that_are_those_of_its_files(wheel):
    with ZipFile(wheel) as archive:
        packs = [name for name in archive.namelist() if name.endswith(".pack")]
        assert {"pmcareer/data/curriculum.pack", "pmcareer/data/guides/risk.pack"} <= set(packs)
        for name in packs:
            raw = archive.read(name.replace(".pack", ".toml"))
            assert unpacked(raw, archive.read(name)) == tomllib.loads(raw.decode())


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


def test_a_wheel_carries_a_bill_of_what_it_needs(wheel):
    """PEP 770: a scanner finds each package with its version, its licence and what its files hash to."""
    with ZipFile(wheel) as archive:
        (place,) = (name for name in archive.namelist() if ".dist-info/sboms/" in name)
        bill = json.loads(archive.read(place))
    assert place == f"pmcareer-{pmcareer.__version__}.dist-info/sboms/pmcareer.cdx.json"
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["purl"] == f"pkg:pypi/pmcareer@{pmcareer.__version__}"
    packages = tomllib.loads((CHECKOUT / "locks" / "pylock.toml").read_text("utf-8"))["packages"]
    carried = {each["name"]: each for each in bill["components"]}
    assert carried.keys() == {package["name"] for package in packages}
    for package in packages:
        each = carried[package["name"]]
        assert each["version"] == package["version"]
        assert each["licenses"][0]["expression"]
        hashes = {file["hashes"][0]["content"] for file in each["externalReferences"]}
        files = [package["sdist"], *package["wheels"]]
        assert hashes == {file["hashes"]["sha256"] for file in files}


def test_the_bill_says_that_all_of_it_is_needed_and_what_asks_for_it(wheel):
    with ZipFile(wheel) as archive:
        (place,) = (name for name in archive.namelist() if ".dist-info/sboms/" in name)
        bill = json.loads(archive.read(place))
    assert {each["scope"] for each in bill["components"]} == {"required"}
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {line.partition(">=")[0] for line in project["dependencies"]}
    own = bill["metadata"]["component"]["bom-ref"]
    needs = {row["ref"]: row["dependsOn"] for row in bill["dependencies"]}
    assert {ref.split("/")[1].split("@")[0] for ref in needs[own]} == needed


def test_nothing_in_the_bill_changes_from_build_to_build(wheel):
    with ZipFile(wheel) as archive:
        (place,) = (name for name in archive.namelist() if ".dist-info/sboms/" in name)
        text = archive.read(place).decode()
    assert "timestamp" not in text
    assert "serialNumber" not in text


PLACES = {
    "here": {"umask": 0o022, "mask": 0o755, "at": 1_700_000_000, "TZ": "UTC", "LC_ALL": "C"},
    "elsewhere, by somebody else/a folder": {
        "umask": 0o077, "mask": 0o700, "at": 1_800_000_001, "TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8",
    },
}  # fmt: skip
"""Two machines, as far as one can be two: another path, umask, mode, time, zone and order of hashes."""


def test_two_builds_are_the_same_bytes_wherever_and_whenever_and_from_either_source(tmp_path, dist):
    pytest.importorskip("build", reason="needs the dev tools: python -m pip install --group dev")
    built = {}
    for number, (name, place) in enumerate(PLACES.items()):
        copy = _a_copy(tmp_path / name, place["mask"], place["at"])
        into = tmp_path / f"built{number}"
        # --sdist and --wheel both build from the checkout, and the fixture's wheel comes from the archive.
        subprocess.run(
            [sys.executable, "-m", "build", "--sdist", "--wheel", "--outdir", into, copy],
            check=True,
            capture_output=True,
            umask=place["umask"],
            env=os.environ
            | {"TZ": place["TZ"], "LC_ALL": place["LC_ALL"], "PYTHONHASHSEED": str(number)},
        )
        built[name] = {file.name: file.read_bytes() for file in into.iterdir()}
    one, other = built.values()
    assert one.keys() == other.keys()
    assert len(one) == 2
    assert [name for name in one if one[name] != other[name]] == []
    released = {file.name: file.read_bytes() for file in dist.iterdir()}
    assert [name for name in one if one[name] != released[name]] == []


def _a_copy(folder, mask, at):
    """Copy what a release is built from, with other modes and times."""
    hidden = {".ci", ".gitattributes", ".gitignore"}
    kept = [path for path in CHECKOUT.iterdir() if path.name[0] != "." or path.name in hidden]
    for path in kept:
        if path.is_dir():
            ignore = shutil.ignore_patterns("__pycache__", ".*cache", ".hypothesis")
            shutil.copytree(path, folder / path.name, ignore=ignore)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, folder / path.name)
    for path in folder.rglob("*"):
        path.chmod(path.stat().st_mode & mask)
        os.utime(path, (at, at))
    return folder


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


PARSERS_AFTER = """
import os, sys
from pmcareer.cli.main import run
run(sys.argv[1:], os.environ)
print([name for name in ("tomli", "tomllib", "rich.console") if name in sys.modules])
"""


@pytest.mark.parametrize("years", [0, 10])
def test_an_installed_wheel_parses_nothing_for_todays_task(years, wheel, tmp_path):
    days = [date(2026, 3, 1) + timedelta(days=number) for number in range(365 * years)]
    at = datetime(2026, 3, 1, 19, 14, tzinfo=UTC)
    outcome = "Two weeks saved"
    entries = [finished("pmf-01", on=day, at=at, outcome=outcome, id=f"{day}") for day in days]
    if entries:
        (tmp_path / "logbook.toml").write_text(logbook_text(*entries), encoding="utf-8")
    python = _python_with(tmp_path, wheel)
    line = ("--home", str(tmp_path), "--today", "2036-11-21", "next")
    said = _said_by(python, tmp_path, "-c", PARSERS_AFTER, *line)
    assert said.splitlines()[-1] == "[]"
    assert len(said.splitlines()) > 5


EVERY_TABLE = """
from pmcareer.domain.curriculum.tables import ROWS
from pmcareer.storage.curriculum.reading import read_curriculum
shipped = read_curriculum(None)
print(shipped.title, shipped.searches, *(getattr(shipped, table) for table in ROWS), sep="\\n")
"""


def test_an_installed_wheel_reads_the_same_from_its_packs_as_from_its_files_and_edited_files_anew(
    wheel, tmp_path
):
    python = _python_with(tmp_path, wheel)
    data = Path(_said_by(python, tmp_path, "-c", WHERE)).with_name("data")
    quickly = _said_by(python, tmp_path, "-c", EVERY_TABLE)
    _retitle(data / "curriculum.toml", "pmf-01", "As edited")
    listed = json.loads(_said_by(python, tmp_path, "-m", "pmcareer", "list", "exercises", "--json"))
    assert {item["id"]: item["title"] for item in listed["items"]}["pmf-01"] == "As edited"
    (data / "curriculum.toml").write_bytes(CURRICULUM.read_bytes())
    assert _said_by(python, tmp_path, "-c", EVERY_TABLE) == quickly
    for pack in data.glob("*.pack"):
        pack.unlink()
    slowly = _said_by(python, tmp_path, "-c", EVERY_TABLE)
    assert slowly == quickly
    assert "pmf-01" in slowly


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
