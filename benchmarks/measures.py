"""How much room code leaves its reader, ours beside others'.

    python benchmarks/measures.py                       this checkout
    python benchmarks/measures.py FOLDER FOLDER         others: packages, or checkouts with one
    python benchmarks/measures.py --against FOLDER      this checkout, below that one
    python benchmarks/measures.py --worst 10            and where there is the most to do

Functions are measured in nodes of the syntax tree of their body, docstring left out: median, 95 of
100, the largest. Nodes per line: the median body, and the median file with its docstrings and empty
lines. Comprehensions, conditional expressions and lines over 100 columns are per 1,000 lines.
Comments are lines that are nothing else, and all comments, in percent of the lines. A circle is a
set of files that import each other, however far round; imports in functions and under TYPE_CHECKING
count. tests/test_measures.py holds ours to limits.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT / "tests"))

from measuring import (  # noqa: E402 -- tests are no package
    File,
    Measures,
    circles_of,
    files_of,
    functions_of,
    measures_of,
)

COLUMNS: dict[str, Callable[[Measures], str]] = {
    "files": lambda it: str(it.files),
    "lines": lambda it: f"{it.lines:,}",
    "nodes": lambda it: f"{it.nodes:,}",
    "functions": lambda it: f"{it.functions:,}",
    "median": lambda it: f"{it.median_nodes:.0f}",
    "p95": lambda it: str(it.p95_nodes),
    "largest": lambda it: str(it.largest_nodes),
    "a line": lambda it: f"{it.nodes_per_line:.1f}",
    "in files": lambda it: f"{it.nodes_per_file_line:.1f}",
    "compr": lambda it: f"{it.comprehensions:.1f}",
    "x if y": lambda it: f"{it.conditionals:.1f}",
    "> 100": lambda it: f"{it.long_lines:.1f}",
    "comment lines": lambda it: f"{it.comment_lines:.1f} %",
    "comments": lambda it: f"{it.comments:.1f} %",
    "circles": lambda it: str(it.circles),
    "the largest function": lambda it: it.largest,
}


def main() -> int:
    """Measure and print."""
    options = _options()
    against = [options.against] if options.against else []
    folders = [*against, *(options.folders or [CHECKOUT])]
    packages = [_package_in(folder.resolve()) for folder in folders]
    rows = [[name, *_row(package)] for name, package in zip(folders, packages, strict=True)]
    _print_table([["", *COLUMNS], *rows])
    for package in packages[len(against) :] if options.worst else ():
        _print_worst(package, options.worst)
    return 0


def _package_in(folder: Path) -> Path:
    """Find the package that a folder is, or has in itself or in its `src`."""
    if (folder / "__init__.py").is_file():
        return folder
    found = sorted([*folder.glob("src/*/__init__.py"), *folder.glob("*/__init__.py")])
    if not found:
        sys.exit(f"There is no package in {folder}.")
    return found[0].parent


def _row(package: Path) -> list[str]:
    measures = measures_of(package)
    return [write(measures) for write in COLUMNS.values()]


def _print_table(rows: Sequence[Sequence[object]]) -> None:
    """Print aligned columns: names to the left, numbers to the right."""
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*texts, strict=True)]
    for first, *numbers, last in texts:
        padded = [cell.rjust(width) for cell, width in zip(numbers, widths[1:-1], strict=True)]
        print("  ".join([first.ljust(widths[0]), *padded, last]))


def _print_worst(package: Path, count: int) -> None:
    files = files_of(package)
    print(f"\n{package}: functions with most nodes")
    for function in functions_of(files)[:count]:
        print(f"  {function.nodes:5}  {function.place}")
    _print_densest("comprehensions", count, files, lambda file: file.comprehensions)
    _print_densest("conditional expressions", count, files, lambda file: file.conditionals)
    for circle in circles_of(package):
        print(f"\na circle of {len(circle)}: {', '.join(circle)}")


def _print_densest(
    what: str, count: int, files: Iterable[File], number_in: Callable[[File], int]
) -> None:
    densities = [(1000 * number_in(file) / file.lines, file) for file in files]
    densities.sort(key=lambda pair: pair[0], reverse=True)
    print(f"\n{what} per 1,000 lines, and how many there are")
    for density, file in densities[:count]:
        print(f"  {density:5.0f}  {number_in(file):3}  {file.place}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How much room code leaves its reader.")
    parser.add_argument("folders", metavar="FOLDER", nargs="*", type=Path)
    parser.add_argument("--against", metavar="FOLDER", type=Path)
    parser.add_argument("--worst", metavar="N", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
