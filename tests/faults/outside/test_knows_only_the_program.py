"""Tests from outside stay outside: they would not notice a promise that only our own code keeps."""

import ast
from pathlib import Path

HERE = Path(__file__).parent
OURS = {"pmcareer", "builders", "disks", "running", "states"}


def test_no_test_from_outside_imports_pmcareer_or_what_builds_with_it():
    imported = set()
    for path in HERE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {name.name.split(".")[0] for name in node.names}
            if isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").split(".")[0])
    assert "faults" in imported
    assert imported & OURS == set()
