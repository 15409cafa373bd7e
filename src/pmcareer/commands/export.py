"""`pmcareer export`: what the logbook holds, in a form that others read."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

from pmcareer.domain.coaching.agenda import agenda_of
from pmcareer.domain.coaching.mentor import mentor_report_of
from pmcareer.domain.gates.application import application_of
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.in_short import plan_in_short
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.words.amounts import count_of, word_of
from pmcareer.domain.words.days import clock_time
from pmcareer.domain.words.lookup import certification_named
from pmcareer.errors import WrongValue
from pmcareer.exports.everything import everything_of
from pmcareer.exports.ics import ics_of
from pmcareer.exports.mentor import status_report_of
from pmcareer.exports.portfolio import portfolio_of
from pmcareer.exports.resume import resume_of
from pmcareer.exports.spreadsheet import csv_of
from pmcareer.exports.worksheet import worksheet_of
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.export_file import write_export
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.export import Exported

FORMAT = 1
TO_STDOUT = "-"
READERS = ("employer", "mentor")
MOST_WEEKS = 26
A_CERTIFICATE = "pmp"
ONLY_FOR: Final[Mapping[str, str]] = {
    "--certificate": "worksheet",
    "--for": "markdown",
    "--weeks": "ics",
    "--at": "ics",
}
"""An option to the one format that it means something to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an export rests on, and what was said about it."""

    planner: Planner
    logbook: Logbook
    certificate: str
    reader: str
    weeks: int
    at: time


def run(
    settings: Settings,
    what: str,
    *,
    output: str | None = None,
    force: bool = False,
    certificate: str | None = None,
    reader: str | None = None,
    weeks: str | None = None,
    at: str | None = None,
) -> Exported:
    """Write everything, or one side of it, as text; to a file when one is named."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    kind = word_of(what, FORMATS, "FORMAT")
    _refuse_idle(
        kind, {"--certificate": certificate, "--for": reader, "--weeks": weeks, "--at": at}
    )
    asked = Asked(
        planner=Planner(person=person_of(curriculum, logbook, settings.today)),
        logbook=logbook,
        certificate=certificate if certificate is not None else A_CERTIFICATE,
        reader=word_of(reader, READERS, "--for") if reader is not None else READERS[0],
        weeks=_weeks(weeks) if weeks is not None else 4,
        at=clock_time(at, "--at") if at is not None else time(18),
    )
    text = FORMATS[kind](asked)

    file = (
        _written(settings, output, text, force=force) if output not in (None, TO_STDOUT) else None
    )
    return Exported(kind=kind, text=text, file=file, problems=logbook.problems)


def _refuse_idle(kind: str, said: Mapping[str, str | None]) -> None:
    for option, text in said.items():
        if text is not None and kind != ONLY_FOR[option]:
            raise WrongValue(
                option, text, f"its place beside export {ONLY_FOR[option]}, not {kind}"
            )


def _weeks(text: str) -> int:
    weeks = count_of(text, "--weeks")
    if weeks > MOST_WEEKS:
        raise WrongValue("--weeks", text, f"a number from 1 to {MOST_WEEKS}")
    return weeks


def _written(settings: Settings, output: str | None, text: str, *, force: bool) -> str:
    if not output or not output.strip() or "\0" in output:
        raise WrongValue("--output", output, "a file, or - for the terminal")
    ours = (settings.logbook, settings.curriculum)
    return str(write_export(Path(output).expanduser(), text.encode(), force=force, ours=ours))


def _json(asked: Asked) -> str:
    head = {"format": FORMAT, "command": "export", "today": asked.planner.person.today}
    return _as_json(
        head | everything_of(asked.planner.person, asked.logbook, plan_in_short(asked.planner))
    )


def _as_json(keys: Mapping[str, object]) -> str:
    return json.dumps(keys, ensure_ascii=True, allow_nan=False, indent=2, default=_iso) + "\n"


def _iso(value: date | datetime) -> str:
    return value.isoformat()


def _csv(asked: Asked) -> str:
    return csv_of(asked.planner.person)


def _ics(asked: Asked) -> str:
    return ics_of(agenda_of(asked.planner, asked.weeks), asked.at)


def _markdown(asked: Asked) -> str:
    return (
        status_report_of(mentor_report_of(asked.planner))
        if asked.reader == "mentor"
        else portfolio_of(asked.planner.person)
    )


def _resume(asked: Asked) -> str:
    return _as_json(resume_of(asked.planner.person))


def _worksheet(asked: Asked) -> str:
    person = asked.planner.person
    return worksheet_of(
        application_of(person, certification_named(person.curriculum, asked.certificate))
    )


FORMATS: Final[Mapping[str, Callable[[Asked], str]]] = {
    "json": _json,
    "csv": _csv,
    "ics": _ics,
    "markdown": _markdown,
    "jsonresume": _resume,
    "worksheet": _worksheet,
}
"""A format to what writes it."""
