"""The curriculum's file: read into records, or refused with every problem at once."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pmcareer.domain.curriculum.curriculum import FORMAT, Curriculum
from pmcareer.domain.curriculum.links import Finding, broken_links
from pmcareer.domain.curriculum.tables import MODELS, CurriculumTables, curriculum_of
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.errors import DataFileBroken, NewerCurriculum, NoSuchFile, NotReadable
from pmcareer.storage.paths import shipped_curriculum
from pmcareer.storage.toml import BadToml, parse

if TYPE_CHECKING:
    from pmcareer.storage.extending import Origins

MOST_BYTES = 2_000_000
STATED = ("title", "version", "default_role", "default_target")
MAP = ("skills", "exercises", "roles", "moves")
"""The tables that every command needs."""


@frozen
class CurriculumFile:
    """What a curriculum's file holds, and what is wrong with it."""

    path: Path
    curriculum: Curriculum | None
    """Absent when the file can't be read as one."""
    problems: tuple[Problem, ...] = ()


def read_curriculum(path: Path | None) -> Curriculum:
    """Read a curriculum; None is the shipped one.

    Raises:
        NoSuchFile, NotReadable, NewerCurriculum: there is nothing to mend.
        DataFileBroken: with every problem that would make a command stumble.
    """
    if path is None:
        return _shipped(shipped_curriculum())
    found = _examined(path, broken_links)
    if found.problems or found.curriculum is None:
        raise _broken(found)
    return found.curriculum


def _broken(found: CurriculumFile) -> DataFileBroken:
    return DataFileBroken(found.path, found.problems, f"Mend it, then: pmcareer check {found.path}")


def _shipped(path: Path) -> Curriculum:
    """Read the map and the exercises; each other table is read when somebody asks for it.

    Our own tests hold the shipped file against every check, so that a start need not.
    """

    def items(table: str) -> tuple[Any, ...]:
        rows: Any = found.get(table, None if table in MAP else ())
        try:
            return tuple(MODELS[table].model_validate(row) for row in rows)
        except (ValidationError, TypeError):
            raise _broken(_examined(path, broken_links)) from None

    try:
        found = parse(_bytes_of(path))
    except BadToml:
        raise _broken(_examined(path, broken_links)) from None
    keys: dict[str, Any] = {key: found.get(key) for key in STATED}
    for table in MAP:
        keys[table] = items(table)
    return Curriculum(**keys, catalogue=items)


def check_curriculum(path: Path | None, raw: bytes | None = None) -> CurriculumFile:
    """Find every problem of a file, or of bytes from elsewhere, those too that break nothing."""
    from pmcareer.domain.curriculum.checks import problems_of  # noqa: PLC0415 -- `next` needs none of it
    from pmcareer.domain.roadmap.rule_checks import rule_problems  # noqa: PLC0415

    def find(curriculum: Curriculum) -> tuple[Finding, ...]:
        return *problems_of(curriculum), *rule_problems(curriculum)

    return _examined(path or shipped_curriculum(), find, raw)


def _examined(
    path: Path, find: Callable[[Curriculum], tuple[Finding, ...]], given: bytes | None = None
) -> CurriculumFile:
    raw = _bytes_of(path) if given is None else given
    if len(raw) > MOST_BYTES:
        message = f"the file is too large; a curriculum can have {MOST_BYTES:,} bytes."
        return CurriculumFile(
            path=path, curriculum=None, problems=(Problem(file=str(path), message=message),)
        )
    try:
        found = parse(raw)
        _refuse_newer(path, found)
        own = CurriculumTables.model_validate(found)
    except (BadToml, ValidationError) as error:
        return CurriculumFile(path=path, curriculum=None, problems=_why(error, path, raw))
    tables, origins = own, None
    if own.extends and path != shipped_curriculum():
        from pmcareer.storage.extending import laid_over  # noqa: PLC0415 -- few curricula extend another

        tables, origins = laid_over(read_curriculum(None), own)
    curriculum = curriculum_of(tables)
    findings = find(curriculum)
    problems = _located(findings, path, raw, found, origins) if findings else ()
    return CurriculumFile(path=path, curriculum=curriculum, problems=problems)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise NoSuchFile(path) from None
    except (OSError, ValueError) as error:
        raise NotReadable(
            path, (getattr(error, "strerror", None) or "no such path").lower()
        ) from None


def _refuse_newer(path: Path, found: Mapping[str, Any]) -> None:
    number = found.get("format")
    if type(number) is int and number > FORMAT:
        raise NewerCurriculum(path, number)


def _why(error: BadToml | ValidationError, path: Path, raw: bytes) -> tuple[Problem, ...]:
    from pmcareer.storage.curriculum_problems import syntax_problems_of, value_problems_of  # noqa: PLC0415

    if isinstance(error, BadToml):
        return syntax_problems_of(error, file=str(path), raw=raw)
    return value_problems_of(error, file=str(path), raw=raw)


def _located(
    findings: tuple[Finding, ...],
    path: Path,
    raw: bytes,
    found: Mapping[str, Any],
    origins: "Origins | None",
) -> tuple[Problem, ...]:
    from pmcareer.storage.curriculum_problems import located  # noqa: PLC0415 -- on the way of failure only

    return located(findings, file=str(path), raw=raw, found=found, origins=origins)
