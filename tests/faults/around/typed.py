"""A person with a curriculum of nine exercises, and what the program tells them."""

from running import run_cli

from builders import a_curriculum, a_practice, an_exercise

CURRICULUM = a_curriculum(*(an_exercise(f"rsk-{n:02}") for n in range(1, 10)), a_practice())
READERS = (
    "next",
    "status",
    "plan",
    "review",
    "gap",
    "history",
    "list exercises",
    "show rsk-03",
    "export markdown",
    "experience",
    "certificate",
    "project",
    "profile",
    "story",
    "work rsk-03 --print",
)


def log(exercise, *more, minutes="60"):
    answer = run_cli("log", exercise, "--minutes", minutes, "--json", *more)
    assert answer.code == 0, answer.err
    return answer.json["entry"]["id"]


def entries():
    answer = run_cli("history", "--all", "--json")
    assert answer.code == 0, answer.err
    return {row["id"]: row for row in answer.json["entries"]}


def warnings_of(reader):
    """What a command that reads says besides its answer."""
    answer = run_cli(*reader.split())
    assert answer.code == 0, answer.err
    return [line for line in answer.err.splitlines() if "logbook" in line]


def all_quiet():
    answer = run_cli("doctor")
    assert answer.code == 0, answer.out + answer.err
    assert warnings_of("next") == []
    return True


def changed_in(path, old, new):
    """Change the last such place of a file."""
    before, _, rest = path.read_bytes().rpartition(old)
    path.write_bytes(before + new + rest)
