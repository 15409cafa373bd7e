"""A resume that JSON Resume's tools take."""

import json
from pathlib import Path

import jsonschema
import pytest

from pmcareer.domain.coaching.agenda import as_of
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import person_of
from pmcareer.exports.record import Record
from pmcareer.exports.resume import resume_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_logbook,
    an_exercise,
    certified,
    closed,
    experience,
    finished,
)

SCHEMA = json.loads((Path(__file__).parent / "json-resume-1.0.0.json").read_text(encoding="utf-8"))
CURRICULUM = a_curriculum(
    an_exercise("rsk-01", title="A living register"),
    an_exercise("rsk-02", level=3),
    a_certification("pmp", title="PMP"),
)


def a_resume(*entries):
    person = person_of(CURRICULUM, a_logbook(*entries), TODAY)
    record = Record(person=person, levels=levels_of(person), as_of=as_of(TODAY, entries))
    return json.loads(json.dumps(resume_of(record)))


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param((), id="nothing on record"),
        pytest.param(
            (
                experience("leading", "2024-03-01", organisation="Acme", note="Payments"),
                experience("technical", "2020-01-01", "2024-02-29"),
                closed(
                    "New CRM", "Live in May", size="7 people", skills=("risk",), on="2026-05-20"
                ),
                certified("pmp", on="2025-01-02"),
                certified("unheard-of", on="2025-01-03"),
                finished("rsk-01"),
            ),
            id="something of everything",
        ),
    ],
)
def test_it_is_valid(entries):
    jsonschema.validate(a_resume(*entries), SCHEMA)


def test_months_become_work_the_newest_first():
    work = a_resume(
        experience("technical", "2020-01-01", "2024-02-29"),
        experience("leading", "2024-03-01", organisation="Acme"),
    )["work"]
    assert work == [
        {"name": "Acme", "position": "Leading work", "startDate": "2024-03-01"},
        {"position": "Technical work", "startDate": "2020-01-01", "endDate": "2024-02-29"},
    ]


def test_projects_certificates_and_skills_come_from_the_logbook():
    resume = a_resume(
        closed("New CRM", "Live in May", skills=("risk",), on="2026-05-20"),
        certified("pmp"),
        finished("rsk-01"),
    )
    assert resume["projects"] == [
        {
            "name": "New CRM",
            "description": "Live in May",
            "endDate": "2026-05-20",
            "highlights": [],
            "keywords": ["About risk"],
        }
    ]
    assert resume["certificates"] == [{"name": "PMP", "date": TODAY.isoformat(), "issuer": "PMI"}]
    assert resume["skills"] == [
        {"name": "About risk", "level": "practised", "keywords": ["A living register"]}
    ]


def test_it_says_when_the_data_changed_and_not_what_the_clock_says():
    assert a_resume()["meta"] == {"version": "v1.0.0", "lastModified": "2026-11-21T00:00:00"}
