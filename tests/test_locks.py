"""`locks/` holds what people install to the byte, and is in step with pyproject.toml."""

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version

CHECKOUT = Path(__file__).parents[1]
LOCKS = CHECKOUT / "locks"
PYPROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
PACKAGES = tomllib.loads((LOCKS / "pylock.toml").read_text("utf-8"))["packages"]
COMPONENTS = tomllib.loads((LOCKS / "components.toml").read_text("utf-8"))
LINE = re.compile(r"(?m)^([a-z0-9-]+)==([^ ;]+)(?: ; (.+?))? \\\n((?:    --hash=\S+(?: \\)?\n)+)")
SHA256 = re.compile(r"[0-9a-f]{64}")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {
    "Linux": re.compile("manylinux.*_x86_64"),
    "macOS": re.compile("macosx.*_(arm64|universal2)"),
    "Windows": re.compile("win_amd64"),
}


def pinned(name):
    """What a file for pip pins: each name with its version, where it is needed, and its hashes."""
    text = (LOCKS / name).read_text("utf-8")
    found = {}
    for package, version, marker, hashes in LINE.findall(text):
        found[package] = (Version(version), marker, set(re.findall(r"sha256:(\w+)", hashes)))
    # Nothing that looks like a package may have slipped through.
    assert len(found) == len(re.findall(r"(?m)^[a-z]", text))
    return found


def a_script(name):
    """A script of the folder, as a module."""
    spec = importlib.util.spec_from_file_location(name, LOCKS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


RUN, DEVELOP = pinned("requirements.txt"), pinned("requirements-dev.txt")


def asked(*tables):
    return [Requirement(line) for lines in tables for line in lines]


def extras():
    return PYPROJECT["project"]["optional-dependencies"]


def test_whatever_runs_is_locked_within_its_range():
    for each in asked(PYPROJECT["project"]["dependencies"]):
        assert RUN[canonicalize_name(each.name)][0] in each.specifier, each


def test_whatever_tests_builds_and_audits_is_locked_within_its_range():
    groups = PYPROJECT["dependency-groups"].values()
    needed = asked(*groups, *extras().values(), PYPROJECT["build-system"]["requires"])
    for each in needed:
        assert DEVELOP[canonicalize_name(each.name)][0] in each.specifier, each


def test_every_file_of_every_package_has_its_hash():
    for package in PACKAGES:
        files = [package["sdist"], *package["wheels"]]
        assert package["wheels"]
        for file in files:
            assert SHA256.fullmatch(file["hashes"]["sha256"]), package["name"]
            assert file["url"].startswith("https://files.pythonhosted.org/")
    for name, (_, _, hashes) in (RUN | DEVELOP).items():
        assert hashes, name
        assert all(SHA256.fullmatch(each) for each in hashes), name


def test_the_file_for_pip_pins_what_the_lock_pins():
    locked = {}
    for package in PACKAGES:
        files = [package["sdist"], *package["wheels"]]
        hashes = {file["hashes"]["sha256"] for file in files}
        locked[package["name"]] = (Version(package["version"]), package.get("marker", ""), hashes)
    assert locked == RUN


def test_who_develops_runs_what_is_run():
    for name, (version, _, hashes) in RUN.items():
        assert DEVELOP[name][0] == version
        # uv leaves wheels out of the lock that are only for Pythons which we don't support.
        assert hashes <= DEVELOP[name][2]


def test_of_each_package_its_licence_is_known_and_what_it_needs_is_locked():
    assert COMPONENTS.keys() == RUN.keys()
    for name, said in COMPONENTS.items():
        assert Version(said["version"]) == RUN[name][0]
        assert re.fullmatch(r"[A-Z][\w.-]+(?: (?:OR|AND) [A-Z][\w.-]+)*", said["licence"]), name
        assert set(said["needs"]) <= RUN.keys()


def test_nothing_is_locked_that_nobody_needs():
    project = asked(PYPROJECT["project"]["dependencies"])
    waiting, reached = [canonicalize_name(each.name) for each in project], set()
    while waiting:
        reached.add(name := waiting.pop())
        waiting += set(COMPONENTS[name]["needs"]) - reached
    assert reached == RUN.keys()


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_there_is_a_wheel_of_everything_for_every_system_and_every_python(system, python):
    """Nobody should need a compiler to run pmcareer."""
    ours = {f"cp{python.replace('.', '')}", "abi3"}
    for package in PACKAGES:
        fitting = []
        for wheel in package["wheels"]:
            _, _, _, tags = parse_wheel_filename(wheel["url"].rpartition("/")[2])
            for tag in tags:
                anywhere = tag.platform == "any" or SYSTEMS[system].fullmatch(tag.platform)
                any_python = tag.interpreter in {"py3", "py2.py3"} or tag.interpreter in ours
                if anywhere and (any_python or tag.abi in ours):
                    fitting.append(tag)
        assert fitting, package["name"]


def a_package(name, **said):
    return {"name": name, "version": "1.0", "vulns": []} | said


class TestAnAudit:
    """What pip-audit finds decides the code that continuous integration ends with."""

    audit = a_script("audit")

    def test_a_known_vulnerability_fails_and_is_named(self):
        found = [a_package("rich"), a_package("typer", vulns=[{"id": "PYSEC-2026-1"}])]
        code, words = self.audit.verdict(found)
        assert code == 1
        assert "typer 1.0: PYSEC-2026-1" in words
        assert "rich" not in words

    def test_without_one_all_is_well(self):
        code, words = self.audit.verdict([a_package("rich"), a_package("typer")])
        assert (code, words) == (0, "no vulnerability is known of any of 2 packages")

    def test_what_the_service_does_not_know_is_not_said_to_be_well(self):
        skipped = {"name": "typer", "skip_reason": "not found"}
        code, words = self.audit.verdict([a_package("rich"), skipped])
        assert (code, words) == (0, "nothing known of the others; not audited: typer")
        assert "no real one" in self.audit.verdict([skipped])[1]

    def test_to_be_offline_is_no_failure_and_is_said(self):
        complaint = "ERROR:pip_audit._cli:Could not connect to PyPI's vulnerability feed"
        code, words = self.audit.excuse(complaint)
        assert (code, words) == (0, "not audited, as the service can't be reached from here")

    def test_any_other_failure_is_one(self):
        code, words = self.audit.excuse("ERROR: requirements.txt has no hash in line 3")
        assert code == 1
        assert "line 3" in words


def test_continuous_integration_installs_by_hashes_and_audits():
    steps = (CHECKOUT / ".ci" / "run").read_text("utf-8")
    for line in (
        "--require-hashes -r locks/requirements.txt",
        "--require-hashes -r locks/requirements-dev.txt",
        "locks/audit.py",
    ):
        assert line in steps


def test_a_package_of_the_lock_is_a_requirement_with_all_its_hashes():
    files = [{"hashes": {"sha256": letter * 64}} for letter in "ba"]
    package = {"name": "thing", "version": "1.2", "marker": "os_name == 'nt'"}
    package |= {"wheels": files[:1], "sdist": files[1]}
    said = a_script("renew").requirement_of(package)
    assert said == (
        "thing==1.2 ; os_name == 'nt' \\\n"
        f"    --hash=sha256:{'a' * 64} \\\n"
        f"    --hash=sha256:{'b' * 64}\n"
    )
