"""How much room code leaves its reader: counts over syntax trees, the same for every codebase.

A measure is of a package: the folder with its `__init__.py`, and all that lies below it.
"""

import ast
import io
import statistics
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WIDTH = 100
"""The most columns that a line should have."""
COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef
MOST = 0.95
"""The share of functions that p95 stands above."""

parsed = cache(ast.parse)
"""Every rule on our code looks at the same trees, and changes none."""


@cache
def nodes_of(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Give a tree and all below it, walked once for all rules."""
    return tuple(ast.walk(tree))


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """One function or method."""

    place: str
    """Its file, line and name."""
    nodes: int
    """Of the body, its docstring left out."""
    lines: int
    """Of the body, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One module."""

    place: str
    nodes: int
    lines: int
    long_lines: int
    comment_lines: int
    """Lines that are nothing but a comment."""
    comments: int
    """All comments, those behind code too."""
    comprehensions: int
    conditionals: int
    functions: tuple[Function, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What a package measures."""

    files: int
    lines: int
    nodes: int
    functions: int
    median_nodes: float
    p95_nodes: int
    largest_nodes: int
    largest: str
    nodes_per_line: float
    """The median of all functions' bodies."""
    nodes_per_file_line: float
    """The median of all files, whose docstrings and empty lines count as lines."""
    comprehensions: float
    """For 1,000 lines, as are the next two."""
    conditionals: float
    long_lines: float
    comment_lines: float
    """Lines that are nothing but a comment, in percent."""
    comments: float
    """All comments, those behind code too, for 100 lines."""
    circles: int


def measures_of(package: Path) -> Measures:
    """Measure a package."""
    files = files_of(package)
    functions = functions_of(files)
    sizes = [function.nodes for function in reversed(functions)] or [0]
    densities = [function.nodes / function.lines for function in functions] or [0]
    lines = sum(file.lines for file in files)
    return Measures(
        files=len(files),
        lines=lines,
        nodes=sum(file.nodes for file in files),
        functions=len(functions),
        median_nodes=statistics.median(sizes),
        p95_nodes=sizes[int(MOST * len(sizes))],
        largest_nodes=sizes[-1],
        largest=functions[0].place if functions else "",
        nodes_per_line=statistics.median(densities),
        nodes_per_file_line=statistics.median(file.nodes / file.lines for file in files),
        comprehensions=1000 * sum(file.comprehensions for file in files) / lines,
        conditionals=1000 * sum(file.conditionals for file in files) / lines,
        long_lines=1000 * sum(file.long_lines for file in files) / lines,
        comment_lines=100 * sum(file.comment_lines for file in files) / lines,
        comments=100 * sum(file.comments for file in files) / lines,
        circles=len(circles_of(package)),
    )


def files_of(package: Path) -> list[File]:
    """Measure every file of a package that is not empty."""
    found = [_file_of(path, package.parent) for path in sorted(package.rglob("*.py"))]
    return [file for file in found if file.lines]


def _file_of(path: Path, root: Path) -> File:
    text = path.read_text("utf-8")
    place = path.relative_to(root).as_posix()
    nodes = nodes_of(parsed(text))
    lines = text.splitlines()
    comments = _comments_in(text)
    return File(
        place=place,
        nodes=len(nodes),
        lines=len(lines),
        long_lines=sum(len(line) > WIDTH for line in lines),
        comment_lines=sum(token.line.lstrip().startswith("#") for token in comments),
        comments=len(comments),
        comprehensions=sum(isinstance(node, COMPREHENSIONS) for node in nodes),
        conditionals=sum(isinstance(node, ast.IfExp) for node in nodes),
        functions=tuple(_function_of(node, place) for node in nodes if isinstance(node, FUNCTIONS)),
    )


def _comments_in(text: str) -> list[tokenize.TokenInfo]:
    """Find comments, and no # in a text."""
    if "#" not in text:
        return []
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token for token in tokens if token.type == tokenize.COMMENT]


def _function_of(node: FUNCTIONS, place: str) -> Function:
    has_docstring = ast.get_docstring(node, clean=False) is not None
    body = node.body[1:] if has_docstring else node.body
    return Function(
        place=f"{place}:{node.lineno} {node.name}",
        nodes=sum(1 for statement in body for _ in ast.walk(statement)),
        lines=body[-1].end_lineno - body[0].lineno + 1 if body else 1,
    )


def functions_of(files: Iterable[File]) -> list[Function]:
    """Give all functions, the largest first."""
    functions = [function for file in files for function in file.functions]
    return sorted(functions, key=lambda function: function.nodes, reverse=True)


def circles_of(package: Path) -> list[list[str]]:
    """Find modules that import each other, however far around, wherever the imports stand."""
    arrows = imports_of(package)
    reached = {module: _reached_from(module, arrows) for module in arrows}
    circles: dict[frozenset[str], list[str]] = {}
    for module, ends in reached.items():
        circle = sorted(end for end in ends if module in reached[end])
        if len(circle) > 1:
            circles[frozenset(circle)] = circle
    return list(circles.values())


def _reached_from(start: str, arrows: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = arrows[waiting.pop()] - reached
        reached |= fresh
        waiting += fresh
    return reached


def imports_of(package: Path) -> dict[str, set[str]]:
    """Give for each module the modules of the same package that it imports."""
    modules = {_name_of(path, package.parent): path for path in sorted(package.rglob("*.py"))}
    return {name: _imports_in(name, path, modules) for name, path in modules.items()}


def _name_of(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports_in(name: str, path: Path, modules: dict[str, Path]) -> set[str]:
    here = name if path.stem == "__init__" else name.rpartition(".")[0]
    named = set()
    for node in nodes_of(parsed(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            named |= set(_taken_from(node, here, modules))
    return {found for found in named if found in modules and found != name}


def _taken_from(node: ast.ImportFrom, here: str, modules: dict[str, Path]) -> Iterator[str]:
    """Name what `from source import word` means: a module of that name, or else the source."""
    above = here.rsplit(".", node.level - 1)[0] if node.level else ""
    source = ".".join(part for part in (above, node.module) if part)
    for alias in node.names:
        word = f"{source}.{alias.name}"
        yield word if word in modules else source
