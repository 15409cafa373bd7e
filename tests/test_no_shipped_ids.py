"""What is particular to the shipped curriculum stands in the curriculum: code knows no id of it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from measuring import nodes_of, parsed
from pmcareer.domain.ground import vocabulary
from pmcareer.domain.ground.vocabulary import TABLES
from pmcareer.storage.curriculum.reading import read_curriculum

SOURCE = Path(__file__).parents[1] / "src" / "pmcareer"
CURRICULUM = read_curriculum(None)
IDS = {item.id for table in TABLES for item in getattr(CURRICULUM, table) if item.id}
WORDS = {word for words in vars(vocabulary).values() if isinstance(words, tuple) for word in words}
"""Words of closed sets: "risk" is a kind of work and a question as well as a skill."""
UNMISTAKABLE = {name for name in IDS - WORDS if re.search(r"[-\d]", name)}
"""Ids that are no plain English word, so that no sentence has one by chance."""


def shipped_ids_in(source: str) -> Iterator[str]:
    """The ids of shipped items that stand as a text of their own, but for words that mean more."""
    for node in nodes_of(parsed(source)):
        if isinstance(node, ast.Constant) and node.value in IDS - WORDS:
            yield f"line {node.lineno}: {node.value}"


def shipped_ids_told_in(source: str) -> Iterator[str]:
    """The ids of shipped items inside texts that somebody may see, so not in docstrings."""
    tree = parsed(source)
    unseen = {id(node.value) for node in nodes_of(tree) if isinstance(node, ast.Expr)}
    for node in nodes_of(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in unseen
        ):
            for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", node.value):
                if word in UNMISTAKABLE:
                    yield f"line {node.lineno}: {word}"


def test_no_id_of_the_shipped_curriculum_stands_in_the_code():
    found = {
        str(path.relative_to(SOURCE)): ids
        for path in SOURCE.rglob("*.py")
        if (ids := list(shipped_ids_in(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def test_an_id_in_the_code_would_be_found_and_a_word_or_an_example_would_not():
    code = 'if step.id == "j3":\n    kind = "risk"\n    print("log j3")\nTEAM = ("team-lead",)\n'
    assert sorted(shipped_ids_in(code)) == ["line 1: j3", "line 4: team-lead"]


def test_no_text_outside_the_help_names_a_shipped_id():
    # Another curriculum has other ids. The help's examples stand in cli, and are tried on ours.
    found = {
        str(path.relative_to(SOURCE)): ids
        for path in SOURCE.rglob("*.py")
        if "cli" not in path.relative_to(SOURCE).parts
        and (ids := list(shipped_ids_told_in(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def test_an_id_in_a_hint_would_be_found_and_one_in_a_docstring_would_not():
    code = (
        '"""Like pmf-02."""\n'
        'HINT = "Name one: pmcareer log pmf-02"\n'
        'SET = f"{x}: pmcareer profile --target tech-pm"\n'
    )
    assert list(shipped_ids_told_in(code)) == ["line 2: pmf-02", "line 3: tech-pm"]
