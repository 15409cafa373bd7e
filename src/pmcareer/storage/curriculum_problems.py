"""Why a curriculum's file can't be used: every problem with its line; loaded on failure only."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from pmcareer.domain.curriculum.links import Finding
from pmcareer.domain.curriculum.tables import CurriculumTables
from pmcareer.domain.ground.problem import Problem
from pmcareer.storage.explaining import problem_at, problems_in
from pmcareer.storage.outline import Outline, pieces
from pmcareer.storage.toml import BadToml, parse, syntax_problems, text_of

OLD_SPELLING = {"gates": "experience"}


def syntax_problems_of(error: BadToml, *, file: str, raw: bytes) -> tuple[Problem, ...]:
    """Find what is wrong with each table alone, else what is wrong with the whole."""
    found = tuple(_in_pieces(raw)) or (error,)
    return tuple(
        Problem(file=file, line=bad.line, message=bad.message, hint=bad.hint) for bad in found
    )


def _in_pieces(raw: bytes) -> Iterator[BadToml]:
    try:
        text = text_of(raw)
    except BadToml:
        return
    starts = [
        header.line
        for header in Outline(text=text).headers
        if header.is_array and "." not in header.name
    ]
    yield from syntax_problems(pieces(text, starts))


def value_problems_of(error: ValidationError, *, file: str, raw: bytes) -> tuple[Problem, ...]:
    """Translate what the models said, in the order of the file."""
    outline = Outline(text=text_of(raw))
    found = problems_in(error, file=file, outline=outline, found=parse(raw), model=CurriculumTables)
    return tuple(sorted(found, key=_line))


def located(
    findings: tuple[Finding, ...],
    *,
    file: str,
    raw: bytes,
    found: Mapping[str, Any],
    origins: Mapping[str, tuple[int | None, ...]] | None,
) -> tuple[Problem, ...]:
    """Find the line of each finding; one in a shipped item has none in the user's file."""
    outline = Outline(text=text_of(raw))
    return tuple(
        sorted((_located(each, file, outline, found, origins) for each in findings), key=_line)
    )


def _located(
    finding: Finding,
    file: str,
    outline: Outline,
    found: Mapping[str, Any],
    origins: Mapping[str, tuple[int | None, ...]] | None,
) -> Problem:
    path: tuple[str | int, ...] = (finding.key,) if finding.key else ()
    if finding.table and finding.index is not None:
        index = origins[finding.table][finding.index] if origins else finding.index
        if index is None:
            where = f"{finding.table} {finding.item} (shipped), {finding.key}"
            return Problem(file=file, where=where, message=finding.message, hint=finding.hint)
        key = finding.key
        if key not in found[finding.table][index]:
            key = OLD_SPELLING.get(key, key)
        path = (finding.table, index, key)
    return problem_at(path, finding.message, finding.hint, file=file, outline=outline, root=found)


def _line(problem: Problem) -> int:
    return problem.line or 0
