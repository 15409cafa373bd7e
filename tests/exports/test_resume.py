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
    a_lesson,
    a_logbook,
    a_story,
    an_entry,
    an_exercise,
    certified,
    closed,
    did,
    experience,
    finished,
)

SCHEMA = json.loads((Path(__file__).parent / "json-resume-1.0.0.json").read_text(encoding="utf-8"))
CURRICULUM = a_curriculum(
    an_exercise("rsk-01", title="A living register", deliverable="A page"),
    an_exercise("rsk-02", level=3),
    a_certification("pmp", title="PMP"),
)


def a_resume(*entries):
    person = person_of(CURRICULUM, a_logbook(*entries), TODAY)
    levels = levels_of(person)
    record = Record(person=person, levels=levels, name="Ada", as_of=as_of(TODAY, entries))
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
                finished("rsk-01", outcome="Signed off", evidence="https://wiki.example.org/r"),
                finished("rsk-02", mode="simulated", part="led", evidence="http://example.org"),
                a_story("How it slipped"),
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
            "type": "project",
            "highlights": [],
            "keywords": ["About risk"],
        }
    ]
    assert resume["certificates"] == [{"name": "PMP", "date": TODAY.isoformat(), "issuer": "PMI"}]
    assert resume["skills"] == [
        {"name": "About risk", "level": "practised", "keywords": ["A living register"]}
    ]


def test_what_an_exercise_came_to_stands_with_the_link_that_shows_it():
    resume = a_resume(
        closed("New CRM", "Live in May", on="2026-05-20"),
        finished("rsk-01", outcome="Signed\noff", evidence="https://wiki.example.org/a%20b?q=Ö"),
        finished("rsk-02", on="2026-11-20", mode="simulated", part="supported", outcome="Held"),
    )
    # Newest first, and the projects before them, whenever they ended.
    assert [each["name"] for each in resume["projects"]] == [
        "New CRM", "A living register", "About rsk-02",
    ]  # fmt: skip
    assert resume["projects"][1] == {
        "name": "A living register",
        "description": "A page",
        "endDate": "2026-11-21",
        "type": "exercise",
        "url": "https://wiki.example.org/a%20b?q=%C3%96",
        "highlights": ["Signed off"],
        "keywords": ["About risk"],
    }
    simulated = resume["projects"][2]
    assert (simulated["type"], simulated["roles"]) == ("simulated exercise", ["supported"])


def test_an_exercise_that_shows_nothing_is_a_keyword_of_its_skill_alone():
    resume = a_resume(finished("rsk-01", evidence="in the drawer"))
    assert resume["projects"] == []
    assert resume["skills"][0]["keywords"] == ["A living register"]


def test_of_a_story_the_result_alone_stands_with_what_it_grew_from():
    project = closed("New CRM", "Live in May", size="7 people", on="2026-05-20")
    exercise = finished("rsk-01", outcome="Signed off")
    resume = a_resume(
        project,
        exercise,
        a_story("How it slipped", result="Two weeks saved", entries=(project.id,)),
        a_story("What we saw", result="Five risks closed", entries=(exercise.id,)),
        a_story("Of nothing", result="Nobody knows whose"),
    )
    told = {each["name"]: each["highlights"] for each in resume["projects"]}
    assert told == {
        "New CRM": ["7 people", "Two weeks saved"],
        "A living register": ["Signed off", "Five risks closed"],
        "Of nothing": ["Nobody knows whose"],
    }


def test_a_story_of_what_is_not_shown_stands_alone_with_its_result_and_its_skills():
    silent = finished("rsk-01")
    resume = a_resume(silent, a_story("Saved", result="Two weeks", entries=(silent.id,)))
    jsonschema.validate(resume, SCHEMA)
    (alone,) = resume["projects"]
    assert (alone["name"], alone["type"]) == ("Saved", "story")
    assert alone["highlights"] == ["Two weeks"]


def test_what_is_nobody_elses_business_stays_at_home():
    private = "Between us"
    project = closed("New CRM", "Live in May", on="2026-05-20", note=private)
    resume = a_resume(
        project,
        experience("leading", "2024-03-01", organisation="Acme", note=private),
        certified("pmp", note=private),
        finished("rsk-01", outcome="Signed off", note=private, reviewed_by=private),
        did("ask", outcome=private, note=private, **{"with": private}),
        a_lesson(private),
        an_entry("answered", prompt="why", text=private),
        a_story("Slipped", situation=private, task=private, action=private, note=private, entries=(project.id,)),
    )  # fmt: skip
    assert private not in json.dumps(resume)


def test_it_says_when_the_data_changed_and_not_what_the_clock_says():
    assert a_resume()["meta"] == {"version": "v1.0.0", "lastModified": "2026-11-21T00:00:00"}
