"""What is particular to the shipped curriculum stands in the curriculum: code knows no id of it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from pmcareer.domain.ground import vocabulary
from pmcareer.domain.ground.vocabulary import TABLES
from pmcareer.storage.curriculum_file import read_curriculum

SOURCE = Path(__file__).parents[1] / "src" / "pmcareer"
CURRICULUM = read_curriculum(None)
IDS = {item.id for table in TABLES for item in getattr(CURRICULUM, table) if item.id}
WORDS = {word for words in vars(vocabulary).values() if isinstance(words, tuple) for word in words}
"""Words of closed sets: "risk" is a kind of work and a question as well as a skill."""


def shipped_ids_in(source: str) -> Iterator[str]:
    """The ids of shipped items that stand as a text of their own, but for words that mean more."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and node.value in IDS - WORDS:
            yield f"line {node.lineno}: {node.value}"


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
