"""What `check` found: one line for each problem, or what was counted."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, field
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.errors import NEEDS_REPAIR
from pmcareer.views.parts.keys import Keys, picked
from pmcareer.views.parts.text import plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Hanging, Page, Piece

SHOWN = 20
ONE_OF_MANY = {"advice": "advice", "industries": "industry"}


@frozen
class OldFact:
    """A fact of a certificate, or a framework's text, looked up over twelve months ago."""

    certification: str
    """The certificate, or the framework, that it is of."""
    aspect: str
    as_of: date
    known: str
    url: str | None


@frozen
class CheckedFile:
    """What a curriculum's file holds, and what is wrong with it."""

    file: str
    found: tuple[Problem, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    """Table to number of items; empty when the file can't be read as a curriculum."""
    about: str = ""
    """Whose it is, and under what terms."""
    old: tuple[OldFact, ...] = ()
    """Facts that are over twelve months old, where they are asked for."""
    failed_with: int = 0
    """The exit code that stands for there being no file to look at."""

    @property
    def errors(self) -> int:
        """How many problems have to be mended."""
        return sum(map(attrgetter("is_error"), self.found))

    @property
    def warnings(self) -> int:
        """How many may well be meant."""
        return len(self.found) - self.errors


@frozen
class Checked:
    """Every file that was looked at."""

    files: tuple[CheckedFile, ...]
    is_fresh_asked: bool = False
    """Asked for by --fresh: which facts are old."""

    @property
    def exit_code(self) -> int:
        """Tell scripts that there is something to mend; a warning is nothing to stop for."""
        for failed in self._failed:
            return failed.failed_with
        if any(map(attrgetter("errors"), self.files)):
            return NEEDS_REPAIR
        return 1 if any(each.old for each in self.files) else 0

    @property
    def hints(self) -> tuple[str, ...]:
        """Say on stderr, too, which files could not be looked at."""
        return tuple(each.found[0].message for each in self._failed)

    @property
    def _failed(self) -> Iterator[CheckedFile]:
        return filter(attrgetter("failed_with"), self.files)


def render(checked: Checked, page: "Page") -> "Blocks":
    """Draw each file after the other."""
    groups = []
    for each in checked.files:
        groups.append(_file(each, page))
        if checked.is_fresh_asked and each.counts:
            groups.append(_freshness(each, page))
    yield from page.apart(*groups)


def _freshness(checked: CheckedFile, page: "Page") -> "Blocks":
    """Name each fact that is old, with its day and where to look."""
    if not checked.old:
        yield page.line(("No fact was looked up over 12 months ago.", "done"))
        return
    count = plural(len(checked.old), "fact")
    yield page.line((f"{count} looked up over 12 months ago:", "warning"))
    columns = (
        page.column("looked up", "quiet"),
        page.column("of", "item", key=True),
        page.column("fact"),
        page.column("known", wraps=True),
        page.column("look at", wraps=True),
    )
    yield page.records(columns, map(_old_row, checked.old))


def _old_row(fact: OldFact) -> tuple[str, ...]:
    known = fact.known.replace("-", " ")
    return (
        fact.as_of.isoformat(),
        fact.certification,
        fact.aspect,
        known,
        fact.url or "no page said",
    )


def _file(checked: CheckedFile, page: "Page") -> "Blocks":
    """Draw the first problems and their number, or say that there are none."""
    # More than a screenful is read by nobody; the number says that there is more.
    for problem in checked.found[:SHOWN]:
        yield _problem(problem, page)
    count = len(checked.found)
    if count > SHOWN:
        yield page.quiet(f"and {count - SHOWN} more")
    if checked.errors:
        yield page.line((f"{_numbers(checked)} in {checked.file}", "problem"))
        return
    also = f", {plural(checked.warnings, 'warning')}" if checked.warnings else ""
    yield page.line((f"No problems in {checked.file}{also}", "done"))
    counted = [_counted(table, count) for table, count in checked.counts.items() if count]
    yield page.line((", ".join(counted), "quiet"))
    if checked.about:
        yield page.quiet(checked.about)


def _numbers(checked: CheckedFile) -> str:
    found = plural(checked.errors, "problem")
    if checked.warnings:
        return f"{found} and {plural(checked.warnings, 'warning')}"
    return found


def _problem(problem: Problem, page: "Page") -> "Hanging":
    pieces: list[Piece] = [(f"{problem.place}: ", "quiet")]
    if not problem.is_error:
        pieces.append(("warning: ", "warning"))
    if problem.where:
        pieces.append((f"{problem.where}: ", "item"))
    pieces.append((problem.message, "problem" if problem.is_error else ""))
    if problem.hint:
        pieces.append(f" {problem.hint}")
    return page.line(*pieces)


def _counted(table: str, count: int) -> str:
    # Advice can't be counted: 1 advice and 42 advice, but 1 role and 9 roles.
    words = table.replace("_", " ")
    return plural(count, ONE_OF_MANY.get(words, words.removesuffix("s")), words)


def as_dict(checked: Checked) -> Keys:
    """Return every problem of every file; `file` is the first of them."""
    problems = chain.from_iterable(map(attrgetter("found"), checked.files))
    return {
        "file": checked.files[0].file,
        "files": list(map(_file_keys, checked.files)),
        "problems": list(map(asdict, problems)),
        "old": [keys for each in checked.files for keys in map(_old_keys, each.old)],
    }


def _old_keys(fact: OldFact) -> Keys:
    return picked(fact, "certification", "aspect", "as_of", "known", "url")


def _file_keys(checked: CheckedFile) -> Keys:
    return {"file": checked.file, "errors": checked.errors, "warnings": checked.warnings}
