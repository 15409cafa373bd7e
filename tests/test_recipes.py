"""The recipes of CONTRIBUTING.md work as they are written, and none of their steps can be left out.

Each recipe is followed in a copy of the checkout, from its own text: first whole, then with one step
missing at a time. Whole, everything that it names passes; with a step missing, something of it fails.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
COPIED = ("benchmarks", "data", "docs", "share", "src", "tests")
STEP = re.compile(
    r"(?ms)^\d+\. (?:In|New file) `(?P<path>[^`]+)`"
    r"(?:, (?P<where>at the end|after|before|instead of)(?: `(?P<anchor>[^`]+)`)?)?[^\n]*:\n\n"
    r"   ```\w*\n(?P<text>.*?)^   ```$"
    r"|^\d+\. Run `(?P<command>[^`]+)`"
)
PROOF = re.compile(r"(?m)^It holds when (?P<commands>.+?)\spass(?:es)?\.$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One numbered step: a text for a file, or a command."""

    path: str | None
    where: str | None
    anchor: str | None
    text: str
    command: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A recipe as it stands in CONTRIBUTING.md."""

    title: str
    steps: tuple[Step, ...]
    proofs: tuple[str, ...]


def _recipes() -> list[Recipe]:
    text = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    chapter = text.partition("\n## Recipes\n")[2].partition("\n## ")[0]
    parts = re.split(r"(?m)^### (.+)$", chapter)[1:]
    return [_recipe(title, body) for title, body in zip(parts[::2], parts[1::2], strict=True)]


def _recipe(title: str, body: str) -> Recipe:
    proof = PROOF.search(body)
    assert proof, f"the recipe '{title}' does not say when it holds"
    return Recipe(
        title=title,
        steps=tuple(_step(found) for found in STEP.finditer(body)),
        proofs=tuple(re.findall(r"`([^`]+)`", proof["commands"])),
    )


def _step(found: re.Match[str]) -> Step:
    lines = (found["text"] or "").splitlines(keepends=True)
    return Step(
        path=found["path"],
        where=found["where"],
        anchor=found["anchor"],
        text="".join(line.removeprefix("   ") for line in lines),
        command=found["command"],
    )


RECIPES = _recipes()
MISSING = [
    pytest.param(recipe, number, id=f"{recipe.title} without step {number + 1}")
    for recipe in RECIPES
    for number in range(len(recipe.steps))
]


@pytest.fixture
def copy(tmp_path):
    """A copy of the checkout to follow a recipe in."""
    pytest.importorskip("mypy", reason="needs the dev tools: python -m pip install --group dev")
    for name in COPIED:
        if (CHECKOUT / name).exists():
            ignored = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(CHECKOUT / name, tmp_path / name, ignore=ignored)
    for file in CHECKOUT.iterdir():
        if file.is_file():
            shutil.copy(file, tmp_path)
    return tmp_path


def test_there_are_the_five_recipes_that_people_ask_for():
    assert [recipe.title for recipe in RECIPES] == [
        "An advice rule",
        "An export",
        "A kind of entry",
        "A column of plan",
        "A gate",
    ]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_every_line_that_a_recipe_goes_by_is_there(recipe):
    for step in recipe.steps:
        if step.anchor is not None:
            file = CHECKOUT / step.path
            assert step.anchor in file.read_text(encoding="utf-8"), f"{step.path}: {step.anchor}"


@pytest.mark.slow
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_a_recipe_that_is_followed_holds(copy, recipe):
    for step in recipe.steps:
        _follow(copy, step)
    assert _failures(copy, recipe) == []


@pytest.mark.slow
@pytest.mark.parametrize(("recipe", "missing"), MISSING)
def test_no_step_of_a_recipe_can_be_left_out(copy, recipe, missing):
    for number, step in enumerate(recipe.steps):
        if number != missing:
            _follow(copy, step)
    assert _failures(copy, recipe) != []


def _follow(folder: Path, step: Step) -> None:
    if step.command is not None:
        _run(folder, step.command)
        return
    assert step.path
    file = folder / step.path
    if step.where is None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(step.text, encoding="utf-8")
        return
    old = file.read_text(encoding="utf-8")
    file.write_text(_with(old, step), encoding="utf-8")


def _with(old: str, step: Step) -> str:
    if step.where == "at the end":
        return f"{old.rstrip()}\n\n{step.text}"
    lines = old.splitlines(keepends=True)
    place = next((number for number, line in enumerate(lines) if step.anchor in line), None)
    assert place is not None, f"{step.path} has no line with {step.anchor}"
    first, after = (place + 1, place + 1) if step.where == "after" else (place, place)
    if step.where == "instead of":
        after = place + 1
    return "".join([*lines[:first], step.text, *lines[after:]])


def _failures(folder: Path, recipe: Recipe) -> list[str]:
    """Name the first proof that fails, with the end of what it printed."""
    for proof in recipe.proofs:
        done = _run(folder, proof)
        if done.returncode:
            return [f"{proof}\n{done.stdout[-3000:]}{done.stderr[-1000:]}"]
    return []


def _run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as it stands in the recipe, with this Python and the copy's sources."""
    line = re.sub(r"\bpmcareer ", f'"{sys.executable}" -m pmcareer ', command)
    line = re.sub(r"(^|&& )(mypy|pytest)\b", rf'\1"{sys.executable}" -m \2', line)
    line = re.sub(r"(^|&& )python ", rf'\1"{sys.executable}" ', line)
    return subprocess.run(  # noqa: S602 -- the line stands in our own document
        line,
        shell=True,
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
    )
