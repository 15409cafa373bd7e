"""The floors of the house and the rooms of its core: who may import whom, and where clock, chance,
screen and disk may be touched."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from measuring import nodes_of, parsed
from sweeps import of_each

SOURCE = Path(__file__).parents[1] / "src" / "pmcareer"
LONGEST_FILE = 400
ROOMS = (
    "ground",
    "practice",
    "curriculum",
    "logbook",
    "words",
    "person",
    "gates",
    "roadmap",
    "forecast",
    "plan",
    "coaching",
)
"""The rooms of the domain from the bottom up: each knows those before it and no other."""
STORAGE_ROOMS = {"disk": set(), "curriculum": {"disk"}, "logbook": {"disk"}}
"""The rooms of the files, and which others each may know; the modules beside them know the disk."""

# Layers of ours and libraries of others; Python's own modules are free unless they stand in NEVER.
MAY_IMPORT = {
    "__init__": set(),
    "__main__": {"cli"},
    "errors": set(),
    "settings": {"errors", "platformdirs"},
    "domain": {
        "errors",
        "pydantic",
        "pydantic_core",  # in whose words a field's type says its schema
        "simpleeval",  # for what guides ask of a table
    },
    "storage": {
        "errors",
        "domain",
        "filelock",
        "pydantic",  # to put its errors into our words
        "pydantic_core",  # to read JSON, which is how tables are packed
        "tomli",
        "tomli_w",
    },
    "views": {"errors", "domain", "rich"},
    "exports": {"errors", "domain", "icalendar"},
    "commands": {"__init__", "errors", "settings", "domain", "storage", "views", "exports"},
    "cli": {
        "__init__",
        "errors",
        "settings",
        "commands",
        "domain",
        "exports",
        "storage",
        "views",
        "rich",
        "typer",
    },
}
AT_START_UP = {"__init__", "cli", "errors", "settings", "typer"}
VOCABULARY = "pmcareer.domain.ground.vocabulary"
FROZEN = "pmcareer.domain.ground.frozen"
"""With this the two modules of the rules that the menu may load to start: nothing is behind them."""
LIGHT = {VOCABULARY, FROZEN, "pmcareer.exports"}
"""Modules of other floors that hold words, how a value is made, and what can be exported."""
DISK = {
    "fileinput",
    "glob",
    "io",
    "os",
    "pathlib",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "tomllib",
    "urllib",
}
CLOCK = {"time"}
SCREEN = {"curses", "getpass", "logging", "sys"}
CHANCE = {"secrets", "uuid"}
UNSEEN = {"importlib", "pkgutil", "runpy"}
"""What loads a module by a text, which no rule here could follow."""
NEVER = {
    "domain": DISK | CLOCK | SCREEN | CHANCE | UNSEEN,
    "views": DISK | CLOCK | SCREEN | CHANCE | UNSEEN,
    "exports": DISK - {"io"} | CLOCK | SCREEN | CHANCE,  # csv is written into an io.StringIO
    "commands": CLOCK | SCREEN | CHANCE,
}
CLOCK_CALLS = ("date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time")
SHOWS = {"views", "exports"}
COMPUTING_ROOMS = ("pmcareer.domain.plan", "pmcareer.domain.forecast")
"""What plans and runs trials: commands ask them, and what is shown gets the answers as values."""
SHOWN_VALUES = {
    "Aim",
    "Applying",
    "Arrival",
    "BEYOND",
    "By",
    "Cause",
    "Choice",
    "DateMove",
    "Dates",
    "DomainGap",
    "Drift",
    "EarnedValue",
    "FrameworkGap",
    "Gap",
    "Grounds",
    "ItemGap",
    "ItemState",
    "Lever",
    "Link",
    "Longer",
    "BEGIN_MINUTES",
    "MOST_BEGUN",
    "MOST_MINUTES_A_DAY",
    "Milestone",
    "Move",
    "Moved",
    "NewEdition",
    "OTHER_EDITION",
    "PaceBasis",
    "PartNow",
    "Pauses",
    "Pending",
    "PlanInShort",
    "Progress",
    "Promise",
    "RouteDates",
    "RouteForecast",
    "Row",
    "SearchLength",
    "Short",
    "SkillGap",
    "Slice",
    "StageForecast",
    "Beside",
    "StepCard",
    "StepToday",
    "Term",
    "Timeline",
    "Today",
    "Told",
    "TrackRecord",
    "TraitGap",
    "Verdict",
}
"""All that may be shown of those two rooms."""
ENGINES = {"Forecaster", "Planned", "Planner"}
"""Not to be had through another room either."""
SHOWN_FUNCTIONS = {"day_in_words", "entries", "frozen", "on_day_in_words", "todo_in"}
"""Of the other rooms: what makes a value, puts it into words, or picks from what one holds."""
WORDING = "pmcareer.domain.gates.wording"
"""The words of gates, whole: it puts into words what a gate has found out."""
MAY_CALL = {
    "settings": CLOCK_CALLS,
    "storage": ("time.time",),  # the age of what a crash left behind, against the times of files
}


def offences(layer: str, code: str) -> list[str]:
    """Give what this code does that its layer must not, each as "line: what"."""
    tree = parsed(code)
    return [
        f"{node.lineno}: {what}"
        for rule in (_imports, _start_up, _calls, _computes)
        for node, what in rule(layer, tree)
    ]


def _imports(layer: str, tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    for node, name in _imported(tree):
        own_or_free = name == layer or (
            name in sys.stdlib_module_names and name not in NEVER.get(layer, ())
        )
        if not own_or_free and name not in MAY_IMPORT[layer]:
            yield node, f"imports {name}"


def _start_up(layer: str, tree: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    if layer == "cli":
        for statement in (
            each for each in tree.body if not isinstance(each, ast.FunctionDef | ast.ClassDef)
        ):
            for node, name in _imported(statement):
                if isinstance(node, ast.ImportFrom) and node.module in LIGHT:
                    continue
                if name not in AT_START_UP | sys.stdlib_module_names:
                    yield node, f"imports {name} at start-up"


def _imported(tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    """Name what is imported: our own modules by their layer, others by their first word."""
    for node in nodes_of(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from ((node, _layer_named(name)) for name in names)


def _layer_named(name: str) -> str:
    first, _, rest = name.partition(".")
    layer = rest.partition(".")[0]
    return first if first != "pmcareer" else layer if layer in MAY_IMPORT else "__init__"


def _calls(layer: str, tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    for node in nodes_of(tree):
        if isinstance(node, ast.Call):
            name = _name_of(node.func)
            if name.endswith(CLOCK_CALLS) and not name.endswith(MAY_CALL.get(layer, ())):
                yield node, f"asks the clock, {name}()"
            if name.startswith("random.") and name != "random.Random":
                yield node, f"draws from the shared generator, {name}()"
            if name.endswith("Random") and not node.args:
                yield node, "draws unseeded"
            if layer != "cli" and name in {
                "print",
                "Console",
                "rich.print",
                "exit",
                "sys.exit",
                "input",
            }:
                yield node, f"calls {name}()"
            if layer in NEVER and name == "open":
                yield node, "opens a file"
            if name in {"__import__", "eval", "exec"}:
                yield node, f"hides what it loads, {name}()"
        if layer == "commands" and isinstance(node, ast.Try):
            yield node, "catches"


def _name_of(called: ast.expr) -> str:
    """Write what is called as it stands in the code."""
    match called:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=owner, attr=name):
            return f"{_name_of(owner)}.{name}"
    return ast.unparse(called)


def _computes(layer: str, tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    """Find what a screen or an export takes from the domain that is no value, nor words for one."""
    for node in nodes_of(tree) if layer in SHOWS else ():
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("pmcareer.domain"):
                    yield node, f"takes the whole of {alias.name}"
        elif isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith("pmcareer.domain."):
            for alias in node.names:
                if not _can_be_shown(f"{node.module}", alias.name):
                    yield node, f"computes with {node.module}.{alias.name}"


def _can_be_shown(module: str, name: str) -> bool:
    if module.startswith(COMPUTING_ROOMS):
        return name in SHOWN_VALUES
    return (
        module == WORDING or name in SHOWN_FUNCTIONS or (name[0].isupper() and name not in ENGINES)
    )


def _room_of(module: str) -> str | None:
    """Name the room of the domain that a module lies in; None for what is no module of a room."""
    parts = module.split(".")
    return parts[2] if parts[:2] == ["pmcareer", "domain"] and len(parts) > 2 else None


def climbs(room: str, code: str) -> list[str]:
    """Give the rooms above its own that this code imports from, each as "line: room"."""
    above = ROOMS[ROOMS.index(room) + 1 :]
    found = []
    for node in nodes_of(parsed(code)):
        if isinstance(node, ast.ImportFrom):
            named = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            named = [alias.name for alias in node.names]
        else:
            continue
        found += [f"{node.lineno}: {_room_of(name)}" for name in named if _room_of(name) in above]
    return found


def circles(folder: Path, package: str) -> list[list[str]]:
    """Give the groups of modules that import each other, in functions and for type checkers too."""
    modules = {_module_name(file, folder, package): file for file in folder.rglob("*.py")}
    imports = {name: _imported_modules(file, modules) - {name} for name, file in modules.items()}
    reach = {name: _reached(name, imports) for name in modules}
    groups = {frozenset(other for other in reach[name] if name in reach[other]) for name in modules}
    return sorted(sorted(group) for group in groups if group)


def _module_name(file: Path, folder: Path, package: str) -> str:
    parts = file.relative_to(folder).with_suffix("").parts
    inside = parts[:-1] if parts[-1] == "__init__" else parts
    return ".".join([package, *inside])


def _imported_modules(file: Path, modules: dict[str, Path]) -> set[str]:
    found = set()
    for node in nodes_of(parsed(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module in modules:
            submodules = {f"{node.module}.{alias.name}" for alias in node.names} & modules.keys()
            names = {alias.name for alias in node.names}
            found |= submodules
            if len(submodules) < len(names):
                found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & modules.keys()
    return found


def _reached(start: str, imports: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(imports[start])
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting.extend(imports[module])
    return found


def _layer_of(file: Path) -> str:
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


@of_each(sorted(SOURCE.rglob("*.py")))
def test_a_file_keeps_to_its_floor(file):
    code = file.read_text(encoding="utf-8")
    assert offences(_layer_of(file), code) == []
    lines = code.count("\n")
    assert lines <= LONGEST_FILE, "one thought, or two?"


@pytest.mark.parametrize(
    ("layer", "code"),
    [
        pytest.param("domain", "import os", id="rules that read the environment"),
        pytest.param(
            "domain",
            "def f():\n    from pathlib import Path",
            id="rules that look at the disk, lazily",
        ),
        pytest.param(
            "domain", "from pmcareer.storage import toml", id="rules that know their files"
        ),
        pytest.param(
            "domain", "from pmcareer import settings", id="rules that know their settings"
        ),
        pytest.param(
            "domain", "from datetime import date\ndate.today()", id="rules that ask what day it is"
        ),
        pytest.param(
            "domain",
            "import random\nrandom.random()",
            id="rules that draw from the shared generator",
        ),
        pytest.param(
            "domain", "from random import Random\nRandom()", id="rules that draw unseeded"
        ),
        pytest.param("storage", "import rich", id="files that draw"),
        pytest.param(
            "storage", "from pmcareer.views import theme", id="files that know their screen"
        ),
        pytest.param(
            "storage", "import datetime\ndatetime.datetime.now()", id="files that ask the clock"
        ),
        pytest.param(
            "views", "from pmcareer.commands import log", id="a view that knows its command"
        ),
        pytest.param("views", "import typer", id="a view that knows the menu"),
        pytest.param(
            "views", "from rich.console import Console\nConsole()", id="a view that prints"
        ),
        pytest.param("exports", "open('cv.md', 'w')", id="an export that writes its file"),
        pytest.param(
            "views",
            "from pmcareer.domain.plan.planner import Planner",
            id="a view that knows the planner",
        ),
        pytest.param(
            "views",
            "if TYPE_CHECKING:\n    from pmcareer.domain.plan import planner",
            id="a view that takes a planner",
        ),
        pytest.param(
            "exports",
            "def f():\n    import pmcareer.domain.forecast.forecaster",
            id="an export that forecasts",
        ),
        pytest.param(
            "exports",
            "from pmcareer.domain.forecast.simulation import TRIALS",
            id="an export that knows the trials",
        ),
        pytest.param(
            "views",
            "from pmcareer.domain.plan import drift\ndrift.Planner(person=person)",
            id="a view that makes itself a planner",
        ),
        pytest.param(
            "views",
            "from pmcareer.domain.forecast import finish_dates",
            id="a view that works out dates",
        ),
        pytest.param(
            "views",
            "from pmcareer.domain.coaching.agenda import Planner",
            id="a view that takes a planner from another room",
        ),
        pytest.param(
            "exports",
            "from pmcareer.domain.person.levels import levels_of",
            id="an export that works out levels",
        ),
        pytest.param("views", "import pmcareer.domain.plan.drift", id="a view that takes it whole"),
        pytest.param("views", "from pmcareer.domain import plan", id="a view that takes a room"),
        pytest.param(
            "domain",
            "from importlib import import_module\nimport_module('pmcareer.storage')",
            id="rules that load by a text",
        ),
        pytest.param("domain", "__import__('os')", id="rules that load without importing"),
        pytest.param("commands", "import typer", id="a command that knows the menu"),
        pytest.param("commands", "print(1)", id="a command that prints"),
        pytest.param("commands", "try:\n    pass\nfinally:\n    pass", id="a command that catches"),
        pytest.param("cli", "import click", id="a second Click beside Typer's own"),
        pytest.param(
            "cli", "from pmcareer.commands import log", id="a menu that loads its commands to start"
        ),
        pytest.param("cli", "import rich", id="a menu that loads the screen to start"),
        pytest.param("errors", "from pmcareer import cli", id="errors that know the menu"),
    ],
)
def test_a_breach_is_seen(layer, code):
    assert offences(layer, code) != []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_the_rooms_below_it(room):
    files = sorted((SOURCE / "domain" / room).rglob("*.py"))
    assert files
    offenders = {file.name: climbs(room, file.read_text(encoding="utf-8")) for file in files}
    assert {name: found for name, found in offenders.items() if found} == {}


def test_every_folder_of_the_domain_is_a_room_that_says_what_it_is():
    folders = {file.parent.name: file for file in (SOURCE / "domain").glob("*/__init__.py")}
    assert sorted(folders) == sorted(ROOMS)
    for file in folders.values():
        assert ast.get_docstring(parsed(file.read_text(encoding="utf-8")))


def _known_of_storage(file):
    """Name the rooms of the files that a module imports from."""
    named = re.findall(r"pmcareer\.storage\.(\w+)\b", file.read_text(encoding="utf-8"))
    return {name for name in named if name in STORAGE_ROOMS}


@pytest.mark.parametrize("room", STORAGE_ROOMS)
def test_the_two_files_do_not_know_of_each_other_and_the_disk_knows_of_none(room):
    files = sorted((SOURCE / "storage" / room).glob("*.py"))
    assert files
    known = {file.name: _known_of_storage(file) - {room} for file in files}
    assert {name: more for name, more in known.items() if more - STORAGE_ROOMS[room]} == {}


def test_what_lies_beside_the_rooms_of_the_files_knows_the_disk_alone():
    assert sorted(STORAGE_ROOMS) == sorted(
        file.parent.name for file in (SOURCE / "storage").glob("*/__init__.py")
    )
    for file in (SOURCE / "storage").glob("*.py"):
        assert _known_of_storage(file) <= {"disk"}


def test_no_modules_import_each_other_in_a_ring():
    assert circles(SOURCE, "pmcareer") == []


@pytest.mark.parametrize(
    ("room", "code"),
    [
        pytest.param(
            "ground", "from pmcareer.domain.logbook import entries", id="the ground on a room"
        ),
        pytest.param(
            "gates", "def f():\n    from pmcareer.domain.plan.gap import Gap", id="a lazy climb"
        ),
        pytest.param(
            "person",
            "from typing import TYPE_CHECKING\n"
            "if TYPE_CHECKING:\n    import pmcareer.domain.gates.clock",
            id="a climb for the type checker",
        ),
        pytest.param("plan", "from pmcareer.domain import coaching", id="a climb to a whole room"),
    ],
)
def test_a_climb_is_seen(room, code):
    assert climbs(room, code) != []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("import house.b", "from house.a import x", id="at the top"),
        pytest.param(
            "from house import b", "def f():\n    from house.a import x", id="in a function"
        ),
        pytest.param(
            "from house import b",
            "if TYPE_CHECKING:\n    from house.a import x",
            id="for type checkers",
        ),
    ],
)
def test_a_ring_is_seen(tmp_path, first, second):
    (tmp_path / "__init__.py").write_text("")
    (tmp_path / "a.py").write_text(first)
    (tmp_path / "b.py").write_text(second)
    assert circles(tmp_path, "house") == [["house.a", "house.b"]]


def test_starting_up_loads_neither_pydantic_nor_rich_nor_the_rules():
    loaded = _loaded_by(
        "-c", "import pmcareer.cli.main, pmcareer.cli.record, pmcareer.cli.evidence"
    )
    assert "pmcareer.cli.record" in loaded
    words = {"pmcareer.domain", "pmcareer.domain.ground", VOCABULARY, FROZEN}
    heavy = ("pydantic", "rich", "pmcareer.domain", "pmcareer.exports.")
    assert [name for name in loaded if name.startswith(heavy) and name not in words] == []


def test_json_is_printed_without_the_screen():
    loaded = _loaded_by("-m", "pmcareer", "next", "--json")
    assert any(name.startswith("pmcareer.commands.") for name in loaded)
    assert [name for name in loaded if name.startswith("rich")] == []


def test_mail_is_not_loaded_for_plugins_that_are_switched_off():
    loaded = _loaded_by("-m", "pmcareer", "next")
    assert "pydantic.plugin._loader" in loaded
    assert [name for name in loaded if name.startswith("email.")] == []


def _loaded_by(*arguments: str) -> list[str]:
    """Start Python on this and name every module it loaded."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], check=True, capture_output=True, text=True
    )
    return [
        line.rpartition("|")[2].strip()
        for line in done.stderr.splitlines()
        if line.startswith("import time:")
    ]
