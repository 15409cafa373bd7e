"""Where each file of views is proved: by a test beside this one, or by those named here.

A screen and the JSON of a command are one answer, so most views are proved with their command;
tests/test_snapshots.py holds six whole screens in two widths besides.
"""

from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
VIEWS = TESTS.parent / "src" / "pmcareer" / "views"
PROVED_IN = {
    "certificate/in_full": "commands/test_certificate.py",
    "certificate/screen": "commands/test_certificate.py",
    "certificate/words": "commands/test_certificate.py",
    "look_up/guidance": "commands/test_guidance.py",
    "look_up/job_search": "commands/test_guidance.py",
    "look_up/options": "commands/test_guidance.py",
    "parts/blocks": "views/parts/test_layout.py",
    "parts/entries": "commands/test_history.py",
    "parts/gates": "domain/test_gate_kinds.py",
    "parts/items": "commands/test_show.py",
    "parts/keys": "commands/test_next.py",
    "parts/stored": "commands/test_assess.py",
    "parts/theme": "cli/test_streams.py",
    "plan/answer": "commands/test_plan.py",
    "plan/compared": "commands/test_plan.py",
    "plan/keys": "commands/test_plan.py",
    "plan/routes": "commands/test_list.py",
    "plan/screen": "commands/test_plan.py",
    "plan/sections": "commands/test_plan.py",
    "status/answer": "commands/test_status.py",
    "status/keys": "commands/test_status.py",
    "status/screen": "commands/test_status.py",
}
FILES = sorted(
    file.relative_to(VIEWS).with_suffix("").as_posix()
    for file in VIEWS.rglob("*.py")
    if file.name != "__init__.py"
)


@pytest.mark.parametrize("view", FILES)
def test_a_view_is_proved_somewhere(view):
    folder, _, name = view.rpartition("/")
    own = TESTS / "views" / folder / f"test_{name}.py"
    with_its_command = TESTS / "commands" / f"test_{name}.py"
    if view in PROVED_IN:
        assert (TESTS / PROVED_IN[view]).is_file()
    else:
        assert own.is_file() or with_its_command.is_file()


def test_no_file_is_named_that_is_gone():
    assert sorted(PROVED_IN.keys() - set(FILES)) == []
