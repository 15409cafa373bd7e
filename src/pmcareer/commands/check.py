"""`pmcareer check`: every problem of one curriculum or of several, with its line and its mend."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.frameworks import Framework
from pmcareer.domain.gates.certificates import is_old, old_facts
from pmcareer.domain.ground.vocabulary import TABLES, Aspect
from pmcareer.settings import Settings
from pmcareer.storage.curriculum.reading import CurriculumFile, check_curriculum, checked_anyhow
from pmcareer.views.check import Checked, CheckedFile, OldFact

STDIN = Path("-")
Check = Callable[[Path | None, bytes | None], CurriculumFile]
"""A way to look at a file, or at bytes from elsewhere."""


def run(
    settings: Settings,
    *files: Path,
    fresh: bool = False,
    read_stdin: Callable[[], bytes] = bytes,
) -> Checked:
    """Check the named files, each once; else the curriculum that every command uses.

    With `fresh` the facts that were looked up over twelve months ago are named as well.
    """
    named: Sequence[Path | None] = tuple(dict.fromkeys(files)) or (settings.curriculum,)
    # Of one file alone, its not being there is no problem of it but the answer.
    check = check_curriculum if len(named) == 1 else checked_anyhow
    today = settings.today if fresh else None
    found = tuple(_checked(file, check, read_stdin, today) for file in named)
    return Checked(files=found, is_fresh_asked=fresh)


def _checked(
    file: Path | None, check: Check, read_stdin: Callable[[], bytes], today: date | None
) -> CheckedFile:
    bytes_given = read_stdin() if file == STDIN else None
    checked = check(Path("standard input") if file == STDIN else file, bytes_given)

    # Of a file that can't be read as a curriculum there is nothing to count.
    counts = _counts(checked.curriculum) if checked.curriculum else {}
    return CheckedFile(
        file=str(checked.path),
        found=checked.problems,
        counts=counts,
        about=_about(checked),
        old=_old(checked.curriculum, today) if checked.curriculum and today else (),
        failed_with=checked.failure.exit_code if checked.failure else 0,
    )


def _old(curriculum: Curriculum, today: date) -> tuple[OldFact, ...]:
    """List what of certificates and frameworks was looked up over twelve months before a day."""
    found: list[OldFact] = []
    for item in curriculum.certifications:
        if not item.retired:
            found += [_old_fact(item, aspect) for aspect in old_facts(item, today)]
    for framework in curriculum.frameworks:
        if not framework.retired and is_old(framework.as_of, today):
            found.append(_old_text(framework))
    return tuple(found)


def _old_text(framework: Framework) -> OldFact:
    return OldFact(
        certification=framework.id,
        aspect="text",
        as_of=framework.as_of,
        known=framework.confidence,
        url=framework.url,
    )


def _old_fact(item: Certification, aspect: Aspect) -> OldFact:
    return OldFact(
        certification=item.id,
        aspect=aspect,
        as_of=item.looked_up(aspect),
        known=item.known(aspect),
        url=item.page_of(aspect),
    )


def _counts(curriculum: Curriculum) -> dict[str, int]:
    return {table: len(getattr(curriculum, table)) for table in TABLES}


def _about(checked: CurriculumFile) -> str:
    """Say whose curriculum it is, and under what terms it may be used."""
    return checked.curriculum.credits if checked.curriculum else ""
