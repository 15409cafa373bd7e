"""The shipped files as an edit or a torn disk left them: what is wrong is named once, with its place."""

import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

import pmcareer
from pmcareer.storage.paths import shipped_curriculum
from sweeps import sweep

MAP, CERTIFICATES, STEPS = "curriculum.toml", "certifications.toml", "steps.toml"
TORN = [
    (MAP, r"level = 1\b", "level = 9", "level: 9 is out of bounds. It must be at most 3."),
    (MAP, r"^\[\[moves\]\].*?(?=^\[\[(?!moves))", "", "it has no [[moves]]."),
    (MAP, r"^\[\[skills\]\]$", "[[skills]", "a table's name is not closed. Write it as [[name]]."),
    (MAP, r"^shown_in_post = ", "shown_in_post = 3 #", "shown_in_post: 3 is not a list in"),
    (CERTIFICATES, r"\[\[certifications\]\]$", r"\g<0>\nfoo = 1", "foo: nothing knows this key."),
    (CERTIFICATES, r"\[\[certifications\]\]$", "[[certifications]", "name is not closed."),
    (STEPS, r"\A.*\Z", "", "it has no [[steps]]."),
]


@pytest.fixture(scope="module")
def a_copy(tmp_path_factory):
    """The program and its files in another place, as somebody else has it installed."""
    folder = tmp_path_factory.mktemp("installed")
    package = Path(pmcareer.__file__).parent
    shutil.copytree(package, folder / "src" / "pmcareer")
    if not (package / "data").is_dir():
        shutil.copytree(shipped_curriculum().parent, folder / "data")
    return folder


def run(folder, *words):
    return subprocess.run(
        [sys.executable, "-m", "pmcareer", "--home", str(folder / "home"), *words],
        env={"PYTHONPATH": str(folder / "src"), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def torn_in(a_copy, name, written, torn, count=0):
    """Replace what is written in a file of the copy for a while; give the file."""
    (file,) = a_copy.rglob(f"data/{name}")
    whole = file.read_text(encoding="utf-8")
    broken = re.sub(written, torn, whole, count=count, flags=re.MULTILINE | re.DOTALL)
    assert broken != whole
    file.write_text(broken, encoding="utf-8")
    try:
        yield file
    finally:
        file.write_text(whole, encoding="utf-8")


@pytest.mark.parametrize(("name", "written", "torn", "told"), sweep(TORN, quick=TORN[:5]))
def test_what_is_wrong_with_our_own_files_is_named_once(a_copy, name, written, torn, told):
    with torn_in(a_copy, name, written, torn, count=0 if told.startswith("it has") else 1) as file:
        table = file.stem.replace("curriculum", "moves")
        asked = [run(a_copy, "check"), run(a_copy, "list", table)]
    for answer in asked:
        assert answer.returncode == 3
        said = [line for line in (answer.stdout + answer.stderr).splitlines() if told in line]
        assert len(said) == 1
        assert str(file) in said[0]
    assert "needs repair (1 problem)." in asked[1].stderr


def test_steps_and_certificates_of_a_role_that_is_lost_are_not_what_is_wrong(a_copy):
    with torn_in(a_copy, MAP, r'^id = "tech-pm"$', "id = 3", count=1):
        answer = run(a_copy, "check")
    assert answer.returncode == 3
    told = answer.stdout.splitlines()
    assert [line for line in told if "roles number" in line and "id: 3 is not text" in line]
    assert not [line for line in told if re.search(r": (steps|certifications|prompts) ", line)]
