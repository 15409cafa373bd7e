"""The curriculum's file: read into records, or refused with every problem at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pmcareer.domain.curriculum import FORMAT, Curriculum, Exercise, Item, Move, Role, Skill
from pmcareer.domain.links import TABLES, Finding, broken_links
from pmcareer.domain.problem import Problem
from pmcareer.errors import DataFileBroken, NewerCurriculum, NoSuchFile, NotReadable
from pmcareer.storage.paths import shipped_curriculum
from pmcareer.storage.toml import BadToml, parse

if TYPE_CHECKING:
    from pmcareer.domain.catalogue import CurriculumTables

MOST_BYTES = 2_000_000

Origins = Mapping[str, tuple[int | None, ...]]
"""Per table, the place in the user's file of each item; None came with the shipped curriculum."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
    """Read the map and the exercises; the catalogue is read table by table when somebody asks for one.

    Our own tests hold the shipped file against every check, so that a start need not.
    """
    try:
        found = parse(_bytes_of(path))
        core: dict[str, Any] = {
            "skills": tuple(Skill.model_validate(row) for row in found["skills"]),
            "exercises": tuple(Exercise.model_validate(row) for row in found["exercises"]),
            "roles": tuple(Role.model_validate(row) for row in found["roles"]),
            "moves": tuple(Move.model_validate(row) for row in found["moves"]),
        }
    except (BadToml, ValidationError, KeyError, TypeError):
        raise _broken(_examined(path, broken_links)) from None

    def catalogue(table: str) -> tuple[Item, ...]:
        try:
            return tuple(_model_of(table).model_validate(row) for row in found.get(table, ()))
        except ValidationError:
            raise _broken(_examined(path, broken_links)) from None

    stated: dict[str, Any] = {key: found.get(key) for key in ("title", "version", "default_role", "default_target")}
    return Curriculum(**stated, **core, catalogue=catalogue)


def _model_of(table: str) -> type[Item]:
    """Give what the items of a table of the catalogue are; most days need two of the eight."""
    if table in ("practices", "advice"):
        from pmcareer.domain.guidance import Advice, Practice  # noqa: PLC0415

        return Practice if table == "practices" else Advice
    from pmcareer.domain import catalogue  # noqa: PLC0415

    models: dict[str, type[Item]] = {
        "traits": catalogue.Trait,
        "certifications": catalogue.Certification,
        "prompts": catalogue.Prompt,
        "job_steps": catalogue.JobStep,
        "options": catalogue.Option,
        "resources": catalogue.Resource,
    }
    return models[table]


def check_curriculum(path: Path | None) -> CurriculumFile:
    """Find every problem of a curriculum's file, those too that break nothing."""
    from pmcareer.domain.checking import problems_of  # noqa: PLC0415 -- `next` needs none of it

    return _examined(path or shipped_curriculum(), problems_of)


def _examined(path: Path, find: Callable[[Curriculum], tuple[Finding, ...]]) -> CurriculumFile:
    from pmcareer.domain.catalogue import CurriculumTables, curriculum_of  # noqa: PLC0415 -- not for the shipped one

    raw = _bytes_of(path)
    if len(raw) > MOST_BYTES:
        message = f"the file is too large; a curriculum can have {MOST_BYTES:,} bytes."
        return CurriculumFile(path=path, curriculum=None, problems=(Problem(file=str(path), message=message),))
    try:
        found = parse(raw)
        _refuse_newer(path, found)
        own = CurriculumTables.model_validate(found)
    except (BadToml, ValidationError) as error:
        return CurriculumFile(path=path, curriculum=None, problems=_why(error, path, raw))
    tables, origins = _with_shipped(own) if own.extends and path != shipped_curriculum() else (own, None)
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
        raise NotReadable(path, (getattr(error, "strerror", None) or "no such path").lower()) from None


def _refuse_newer(path: Path, found: Mapping[str, Any]) -> None:
    number = found.get("format")
    if type(number) is int and number > FORMAT:
        raise NewerCurriculum(path, number)


def _with_shipped(own: "CurriculumTables") -> "tuple[CurriculumTables, Origins]":
    """Lay a user's items over the shipped ones: a known id replaces, a new one is added."""
    shipped = read_curriculum(None)
    changed: dict[str, Any] = {}
    origins: dict[str, tuple[int | None, ...]] = {}
    for table in TABLES:
        changed[table], origins[table] = _laid_over(getattr(shipped, table), getattr(own, table))
    for key in ("format", "title", "version", "extends"):
        changed[key] = getattr(own, key)
    for key in ("default_role", "default_target"):
        changed[key] = getattr(own, key) or getattr(shipped, key)
    return own.model_copy(update=changed), origins


def _laid_over(shipped: tuple[Any, ...], own: tuple[Any, ...]) -> tuple[tuple[Any, ...], tuple[int | None, ...]]:
    items: list[Any] = list(shipped)
    origins: list[int | None] = [None] * len(items)
    places = {_key(item): place for place, item in enumerate(items)}
    for index, item in enumerate(own):
        place = places.pop(_key(item), None)  # the second of two with one id is added, for the check to find
        if place is None:
            items.append(item)
            origins.append(index)
        else:
            items[place], origins[place] = item, index
    return tuple(items), tuple(origins)


def _key(item: Any) -> tuple[str, ...]:  # noqa: ANN401 -- a move needs no id
    return (item.source, item.target) if hasattr(item, "source") and hasattr(item, "target") else (item.id,)


def _why(error: BadToml | ValidationError, path: Path, raw: bytes) -> tuple[Problem, ...]:
    from pmcareer.storage.curriculum_problems import syntax_problems_of, value_problems_of  # noqa: PLC0415

    if isinstance(error, BadToml):
        return syntax_problems_of(error, file=str(path), raw=raw)
    return value_problems_of(error, file=str(path), raw=raw)


def _located(
    findings: tuple[Finding, ...], path: Path, raw: bytes, found: Mapping[str, Any], origins: Origins | None
) -> tuple[Problem, ...]:
    from pmcareer.storage.curriculum_problems import located  # noqa: PLC0415 -- on the way of failure only

    return located(findings, file=str(path), raw=raw, found=found, origins=origins)
