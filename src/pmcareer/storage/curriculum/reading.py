"""The curriculum's file: read into records, or refused with every problem at once."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from pmcareer.domain.curriculum.curriculum import FORMAT, Curriculum
from pmcareer.domain.curriculum.guidance import Advice, Practice
from pmcareer.domain.curriculum.items import (
    USUAL_SIDES,
    Exercise,
    Move,
    Role,
    ShownInPost,
    Side,
    Skill,
)
from pmcareer.domain.curriculum.links import Finding, broken_links
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.ground.record import Record
from pmcareer.errors import (
    DataFileBroken,
    NewerCurriculum,
    NoSuchFile,
    NotReadable,
    PmcareerError,
)
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.curriculum.packing import PACK, unpacked
from pmcareer.storage.curriculum.trusted import trusted
from pmcareer.storage.disk.files import reason_of
from pmcareer.storage.disk.given import read_at_most, read_if_there
from pmcareer.storage.paths import APART, apart, real_path, shipped_curriculum
from pmcareer.storage.toml import parse

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.tables import CurriculumTables
    from pmcareer.storage.curriculum.extending import Origins

MOST_BYTES = 2_000_000
STATED = ("title", "version", "default_role", "default_target", "license", "homepage")
MAP = ("skills", "exercises", "roles", "moves")
"""The tables that every command needs."""
AT_START: Mapping[str, type[Record]] = {
    "skills": Skill,
    "exercises": Exercise,
    "roles": Role,
    "moves": Move,
    "shown_in_post": ShownInPost,
    "sides": Side,
    "advice": Advice,
    "practices": Practice,
    "steps": Step,
}
"""What the rows are of the tables that are read often: for the others more has to be loaded."""

UNSOUND = (AttributeError, KeyError, TypeError, ValidationError)
"""What comes of rows that are none."""

Find = Callable[[Curriculum], tuple[Finding, ...]]
"""A way to look at a curriculum."""


class _Tables(NamedTuple):
    """What a file holds, and how a row of it becomes a record."""

    found: Mapping[str, Any]
    record_of: Callable[[type[Record], Any], Record]


@frozen
class CurriculumFile:
    """What a curriculum's file holds, and what is wrong with it."""

    path: Path
    curriculum: Curriculum | None = None
    """Absent when the file can't be read as one."""
    problems: tuple[Problem, ...] = ()
    failure: PmcareerError | None = None
    """Why there is nothing to look at."""


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


def sound_curriculum(path: Path | None) -> Curriculum | None:
    """Read a curriculum for what can do without one: None where it can't be read."""
    try:
        return read_curriculum(path)
    except PmcareerError:
        return None


def _broken(found: CurriculumFile) -> DataFileBroken:
    return DataFileBroken(found.path, found.problems, f"Mend it, then: pmcareer check {found.path}")


@cache
def _shipped(path: Path) -> Curriculum:
    """Read the map and the exercises once; each other table is read when somebody asks for it.

    Our own tests hold the shipped file against every check, so that a start need not; and a pack
    of it is not even validated.
    """
    try:
        tables = _tables_of(path)
    except BadToml:
        raise _broken(_examined(path, broken_links)) from None
    items, found = partial(_items, path, tables), tables.found
    keys: dict[str, Any] = {key: found.get(key) for key in STATED}
    for table in MAP:
        keys[table] = items(table)
    keys["authors"] = tuple(found.get("authors", ()))
    keys["searches"] = found.get("searches", {})
    keys["shown_in_post"] = items("shown_in_post")
    keys["sides"] = items("sides") or USUAL_SIDES
    return Curriculum(**keys, catalogue=items)


def _items(path: Path, tables: _Tables, table: str) -> tuple[Any, ...]:
    if table in APART:
        return _items_apart(path, table)
    try:
        # The shipped file can't do without the tables of the map.
        return _records(tables, table, is_needed=table in MAP)
    except UNSOUND:
        raise _broken(_examined(path, broken_links)) from None


def _items_apart(path: Path, table: str) -> tuple[Any, ...]:
    file = apart(path, table)
    try:
        return _records(_tables_of(file), table, is_needed=True)
    except (BadToml, *UNSOUND):
        # By itself: who looks at the whole asks for these rows, too.
        from pmcareer.storage.curriculum.problems import problems_apart  # noqa: PLC0415 -- as below

        problems = problems_apart(_bytes_of(file), table, file=str(file))
        raise DataFileBroken(file, problems, "Mend it, then: pmcareer check") from None


def _records(tables: _Tables, table: str, *, is_needed: bool) -> tuple[Any, ...]:
    rows = tables.found[table] if is_needed else tables.found.get(table, ())
    return tuple(map(partial(tables.record_of, _row_of(table)), rows))


def _tables_of(path: Path) -> _Tables:
    """Read the tables of a shipped file: from the wheel's pack of them where it fits the file.

    Raises:
        BadToml: there is none that fits, and the file is no TOML.
    """
    raw = _bytes_of(path)
    # A checkout has none, and its file may have been edited since it was tested.
    packed = unpacked(raw, read_if_there(path.with_suffix(PACK), MOST_BYTES))
    if packed is None:
        return _Tables(found=parse(raw), record_of=_validated)
    return _Tables(found=packed, record_of=trusted)


def _validated(model: type[Record], row: object) -> Record:
    return model.model_validate(row)


def _row_of(table: str) -> type[Record]:
    if table in AT_START:
        return AT_START[table]
    # To load what not every command asks for takes a while.
    if table == "prompts":
        from pmcareer.domain.curriculum.answers import Prompt  # noqa: PLC0415

        return Prompt
    if table in ("options", "certifications"):
        from pmcareer.domain.curriculum import catalogue  # noqa: PLC0415

        return catalogue.Option if table == "options" else catalogue.Certification
    from pmcareer.domain.curriculum.tables import ROWS  # noqa: PLC0415

    return ROWS[table]


def check_curriculum(path: Path | None, raw: bytes | None = None) -> CurriculumFile:
    """Find every problem of a file, or of bytes from elsewhere, those too that break nothing."""
    if path is None and raw is None:
        return _shipped_in_full(shipped_curriculum())
    file = path or shipped_curriculum()
    # What comes from elsewhere has no folder in which a sheet could lie.
    return _examined(file, partial(_all_findings, file if raw is None else None), raw)


@cache
def _shipped_in_full(path: Path) -> CurriculumFile:
    """Find every problem of the shipped file, once: nobody changes it while we run."""
    return check_curriculum(path)


def checked_anyhow(path: Path | None, raw: bytes | None = None) -> CurriculumFile:
    """Find the same of one file of several: where there is none, that is the problem."""
    try:
        return check_curriculum(path, raw)
    except PmcareerError as failure:
        file = path or shipped_curriculum()
        problem = Problem(file=str(file), message=failure.message, hint=failure.hint)
        return CurriculumFile(path=file, problems=(problem,), failure=failure)


def _all_findings(file: Path | None, curriculum: Curriculum) -> tuple[Finding, ...]:
    # `next` needs none of it.
    from pmcareer.domain.curriculum.answer_checks import answer_problems  # noqa: PLC0415
    from pmcareer.domain.curriculum.checks import problems_of  # noqa: PLC0415
    from pmcareer.domain.curriculum.edition_checks import edition_problems  # noqa: PLC0415
    from pmcareer.domain.curriculum.framework_checks import framework_problems  # noqa: PLC0415
    from pmcareer.domain.curriculum.guide_checks import guide_problems  # noqa: PLC0415
    from pmcareer.domain.curriculum.industry_checks import industry_problems  # noqa: PLC0415
    from pmcareer.domain.curriculum.instead_checks import instead_problems  # noqa: PLC0415
    from pmcareer.domain.curriculum.standing_checks import standing_problems  # noqa: PLC0415
    from pmcareer.domain.curriculum.step_checks import step_problems  # noqa: PLC0415
    from pmcareer.domain.roadmap.rule_checks import rule_problems  # noqa: PLC0415
    from pmcareer.storage.curriculum.guide_files import hours_findings  # noqa: PLC0415
    from pmcareer.storage.curriculum.sheets import sheet_findings, sheet_folders  # noqa: PLC0415

    asked = (standing_problems, instead_problems, edition_problems, framework_problems)
    laid_over = (answer_problems, industry_problems)
    looks = (problems_of, *asked, step_problems, guide_problems, rule_problems, *laid_over)
    found = tuple(chain.from_iterable(look(curriculum) for look in looks))
    if file is None:
        return found
    sheets = sheet_findings(curriculum, sheet_folders(curriculum, file))
    if not curriculum.extends or _is_shipped(file):
        return *found, *sheets
    return *found, *sheets, *hours_findings(curriculum, read_curriculum(None))


def _examined(path: Path, find: Find, given: bytes | None = None) -> CurriculumFile:
    # The shipped file is not looked at in full, and most people have no other.
    from pmcareer.domain.curriculum.tables import CurriculumTables  # noqa: PLC0415

    raw = given
    if raw is None:
        raw = _bytes_of(path)
    if len(raw) > MOST_BYTES:
        message = f"the file is too large; a curriculum can have {MOST_BYTES:,} bytes."
        return CurriculumFile(path=path, problems=(Problem(file=str(path), message=message),))
    try:
        found = parse(raw)
        _refuse_newer(path, found)
        if lacking := _lacking(path, found):
            return CurriculumFile(path=path, problems=lacking)
        own = CurriculumTables.model_validate(found).with_one_table_of_steps()
    except (BadToml, ValidationError) as error:
        # What explains is loaded on the way of failure only.
        from pmcareer.storage.curriculum.problems import in_order, problems_of  # noqa: PLC0415

        problems = problems_of(error, file=str(path), raw=raw)
        if isinstance(error, ValidationError):
            problems = in_order((*problems, *_more_problems(path, find, raw)))
        return CurriculumFile(path=path, problems=problems)
    return _searched(path, find, raw, found, own)


def _lacking(path: Path, found: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Name the tables that the shipped file has lost; another curriculum may do without."""
    if not _is_shipped(path):
        return ()
    lost = [table for table in MAP if table not in found]
    return tuple(Problem(file=str(path), message=f"it has no [[{each}]].") for each in lost)


def _more_problems(path: Path, find: Find, raw: bytes) -> tuple[Problem, ...]:
    """Look at the links of a file with wrong values, so that all is told in one pass."""
    from pmcareer.domain.curriculum.tables import curriculum_of  # noqa: PLC0415 -- as above
    from pmcareer.storage.curriculum.doubts import Doubts  # noqa: PLC0415 -- as above
    from pmcareer.storage.curriculum.salvaging import salvaged  # noqa: PLC0415 -- as above

    found = parse(raw)
    saved = salvaged(found)
    # What lies apart was read, and rests on what could not be: nothing is said of it.
    elsewhere = APART if _is_shipped(path) else ()

    def is_here(each: Finding) -> bool:
        return each.index is None or each.table not in elsewhere

    tables, over = _whole(path, _with_apart(path, saved.tables.with_one_table_of_steps()))
    origins = saved.origins_below(over)
    links = dict.fromkeys(filter(is_here, broken_links(curriculum_of(tables))))
    told = [each for each in links if not saved.is_said(each, origins)]
    if find is not broken_links:
        doubts = Doubts(saved)
        for each in filter(is_here, find(curriculum_of(doubts.without_needs(tables)))):
            place = None if each.index is None else origins[each.table][each.index]
            is_known = each in links or saved.is_said(each, origins)
            if not is_known and not doubts.rests_on_any(each, place):
                told.append(each)
    return _located(tuple(told), path, raw, found, origins)


def _searched(
    path: Path, find: Find, raw: bytes, found: Mapping[str, Any], own: "CurriculumTables"
) -> CurriculumFile:
    from pmcareer.domain.curriculum.tables import curriculum_of  # noqa: PLC0415 -- as above

    tables, origins = _whole(path, _with_apart(path, own))
    curriculum = curriculum_of(tables)
    problems: tuple[Problem, ...] = ()
    if findings := find(curriculum):
        problems = _located(findings, path, raw, found, origins)
    return CurriculumFile(path=path, curriculum=curriculum, problems=problems)


def _with_apart(path: Path, own: "CurriculumTables") -> "CurriculumTables":
    """Add to the shipped file what lies beside it."""
    if not _is_shipped(path):
        return own
    return own.model_copy(update={table: _items_apart(path, table) for table in APART})


def _located(
    findings: tuple[Finding, ...],
    path: Path,
    raw: bytes,
    found: Mapping[str, Any],
    origins: "Origins | None",
) -> tuple[Problem, ...]:
    from pmcareer.storage.curriculum.problems import located  # noqa: PLC0415 -- as above

    return located(findings, file=str(path), raw=raw, found=found, origins=origins)


def _whole(path: Path, own: "CurriculumTables") -> "tuple[CurriculumTables, Origins | None]":
    """Lay a curriculum over the shipped one if it says so; without origins it stands alone."""
    if _is_shipped(path):
        return own, None
    # Few curricula extend another, and few name what it has.
    if not own.extends:
        from pmcareer.storage.curriculum.inherited_frameworks import with_named  # noqa: PLC0415

        return with_named(own, partial(_items_apart, shipped_curriculum(), "frameworks")), None
    from pmcareer.storage.curriculum.extending import laid_over  # noqa: PLC0415

    return laid_over(read_curriculum(None), own)


def _is_shipped(path: Path) -> bool:
    # In a checkout it is often named by the way that leads to it from here.
    return real_path(path) == real_path(shipped_curriculum())


def _bytes_of(path: Path) -> bytes:
    try:
        return read_at_most(path, MOST_BYTES)
    except FileNotFoundError:
        raise NoSuchFile(path) from None
    except OSError as error:
        raise NotReadable(path, reason_of(error)) from None
    except ValueError:
        raise NotReadable(path, "no such path") from None


def _refuse_newer(path: Path, found: Mapping[str, Any]) -> None:
    number = found.get("format")
    if type(number) is int and number > FORMAT:
        raise NewerCurriculum(path, number)
