"""Sheets that a curriculum of somebody else's names: read from below its folder, and as text alone."""

import os
import re

import pytest

from running import a_home, run_cli

from builders import a_curriculum, a_step, an_exercise

POSIX = pytest.mark.skipif(os.name != "posix", reason="links, pipes and devices of POSIX")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
NAME = "sheets/letter.md"


def a_home_naming(name):
    """A home whose curriculum names a sheet of this name, and the folder in which it would lie."""
    step = a_step("ask", title="Ask for a year", sheet=name, **{"for": "tech-pm"})
    home = a_home(a_curriculum(an_exercise("rsk-01"), step))
    (home / "sheets").mkdir()
    (home.parent / "secret.md").write_text("a secret", encoding="utf-8")
    return home


def absolute(home):
    return str(home.parent / "secret.md")


def upwards(_home):
    return "sheets/../../secret.md"


def by_a_link(home):
    (home / NAME).symlink_to(home.parent / "secret.md")


def by_a_link_to_a_folder(home):
    (home / "out").symlink_to(home.parent)
    return "out/secret.md"


def a_pipe(home):
    os.mkfifo(home / NAME)


def a_device(home):
    (home / NAME).symlink_to("/dev/zero")


def a_loop(home):
    (home / NAME).symlink_to("letter.md")


def a_folder(home):
    (home / NAME).mkdir()


def a_giant(home):
    (home / NAME).touch()
    os.truncate(home / NAME, 3 << 30)


def no_text(home):
    (home / NAME).write_bytes(b"\xff\xfe")


ODD = [
    absolute,
    upwards,
    by_a_link,
    by_a_link_to_a_folder,
    a_pipe,
    a_device,
    a_loop,
    a_folder,
    a_giant,
    no_text,
]


@POSIX
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
def test_a_sheet_that_is_no_file_below_the_folder_is_refused_at_once_and_named(odd):
    """F36."""
    home = a_home_naming(NAME)
    name = odd(home) or NAME
    text = (home / "curriculum.toml").read_text()
    (home / "curriculum.toml").write_text(text.replace(NAME, name))
    for command in (("work", "ask", "--print"), ("work", "ask"), ("work", "ask", "--example")):
        answer = run_cli(*command)
        assert (answer.code, answer.out) == (3, ""), command
        assert name in answer.err
        assert "a secret" not in answer.err
    assert not (home / "work").exists()
    checked = run_cli("check", "--json")
    assert checked.code == 3
    assert [name in problem["message"] for problem in checked.json["problems"]] == [True]
    # What needs no sheet goes on.
    for command in (("show", "ask"), ("next",), ("list", "steps")):
        answer = run_cli(*command)
        assert answer.code == 0, command
        assert "a secret" not in answer.out


@pytest.mark.parametrize("option", ["--print", "--example"])
def test_a_sheet_of_somebody_else_s_commands_no_terminal_and_no_browser(option):
    """F33, F43, F44."""
    home = a_home_naming(NAME)
    hostile = (
        "\x1b]52;c;cm0gLXJm\x07\x1b]0;title\x07\x1b[2J\x9b31m\u202eevil\u200b\r"
        "<script>alert(1)</script> [x](javascript:alert(1)) ![x](https://evil.example/p.png)"
    )
    (home / NAME).write_text(f"### A good one\n\n{hostile}\n", encoding="utf-8", newline="")
    answer = run_cli("work", "ask", option)
    assert answer.code == 0
    assert CONTROLS.search(answer.out) is None
    assert "evil" in answer.out
    assert "<script" not in answer.out
    assert "](javascript:" not in answer.out
    assert "![" not in answer.out
    if option == "--print":
        assert run_cli("work", "ask").code == 0
        written = (home / "work/ask.md").read_text(encoding="utf-8")
        assert CONTROLS.search(written) is None
        assert written == answer.out
