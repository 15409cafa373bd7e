"""Why a curriculum's file can't be used: every problem with its line; loaded on failure only."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pmcareer.domain.curriculum.curriculum import FORMAT
from pmcareer.domain.curriculum.links import Finding
from pmcareer.domain.curriculum.tables import CurriculumTables
from pmcareer.domain.ground.problem import Problem
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.explaining import Path, by_line, problem_at, problems_in
from pmcareer.storage.outline import Outline, pieces
from pmcareer.storage.toml import parse, syntax_problems, text_of

if TYPE_CHECKING:
    from pmcareer.storage.curriculum.extending import Origins

in_order = by_line
"""Problems of several looks at one file, put together."""
OLD_SPELLING = {"gates": "experience"}
NO_MORE = {"format": FORMAT, "title": "?", "version": "?"}
"""What a curriculum says of itself: a table that lies apart has none of it."""


def problems_of(error: BadToml | ValidationError, *, file: str, raw: bytes) -> tuple[Problem, ...]:
    """Tell in the order of the file why a text is no curriculum."""
    if isinstance(error, ValidationError):
        outline = Outline(file=file, text=text_of(raw))
        return by_line(
            problems_in(error, outline=outline, found=parse(raw), model=CurriculumTables)
        )
    # What is wrong with each table alone, else what is wrong with the whole.
    found = _in_pieces(raw) or [error]
    return tuple(
        Problem(file=file, line=bad.line, message=bad.message, hint=bad.hint) for bad in found
    )


def problems_apart(raw: bytes, table: str, *, file: str) -> tuple[Problem, ...]:
    """Tell why a text is not the table of the shipped curriculum that lies in a file of its own."""
    try:
        found = parse(raw)
        CurriculumTables.model_validate(NO_MORE | found)
    except (BadToml, ValidationError) as error:
        return problems_of(error, file=file, raw=raw)
    return (Problem(file=file, message=f"it has no [[{table}]]."),)


def _in_pieces(raw: bytes) -> list[BadToml]:
    try:
        text = text_of(raw)
    except BadToml:
        return []
    tables = [header for header in Outline(text=text).headers if header.is_array]
    starts = [header.line for header in tables if "." not in header.name]
    return list(syntax_problems(pieces(text, starts)))


def located(
    findings: tuple[Finding, ...],
    *,
    file: str,
    raw: bytes,
    found: Mapping[str, Any],
    origins: "Origins | None",
) -> tuple[Problem, ...]:
    """Find the line of each finding; one in a shipped item has none in the user's file."""
    outline = Outline(file=file, text=text_of(raw))
    problems = []
    for each in findings:
        path = _path(each, found, origins)
        if path is None:
            where = f"{each.table} {each.item} (shipped), {each.key}"
            problem = Problem(file=file, where=where, message=each.message, hint=each.hint)
        else:
            problem = problem_at(path, each.message, each.hint, outline, found)
        problems.append(replace(problem, severity=each.severity))
    return by_line(problems)


def _path(finding: Finding, found: Mapping[str, Any], origins: "Origins | None") -> Path | None:
    """Lead from the top of the user's file to the key; None where the item is a shipped one."""
    key, index = finding.key, finding.index
    if index is None:
        return tuple(filter(None, [key]))
    if origins:
        index = origins[finding.table][index]
    if index is None:
        return None
    table, index = _place(finding.table, index, found)
    rows = found.get(table, ())
    # What lies apart from the shipped file has no line in it.
    if index >= len(rows):
        return None
    if key not in rows[index]:
        key = OLD_SPELLING.get(key, key)
    return table, index, key


def _place(table: str, index: int, found: Mapping[str, Any]) -> tuple[str, int]:
    """Find a row's own table: steps of the search may stand in one of an older name."""
    here = len(found.get(table, ()))
    if table == "steps" and index >= here and "job_steps" in found:
        return "job_steps", index - here
    return table, index
