"""What docs/curriculum.md says of the shipped curriculum is counted, and not remembered.

`python tests/test_totals_document.py --update` writes it anew.
"""

import re
import sys
from collections.abc import Iterator

import pytest

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.storage.curriculum.reading import read_curriculum
from totals import (
    ALL_THE_WAY,
    DOCUMENT,
    PORTFOLIO_PMO,
    TECH_PM,
    TECH_PM_AS_PROGRAMMER,
    WITH_TWO_SERVICES,
)

from builders import TODAY, a_logbook, a_profile

BEGIN = "<!-- totals, written by tests/test_totals_document.py -->\n"
END = "<!-- end of totals -->\n"
CHAPTER = re.compile(f"(?s){re.escape(BEGIN)}(.*?){re.escape(END)}")
WEEKS_PER_MONTH = 30.4375 / 7
WAYS = {
    TECH_PM: ({"target": "tech-pm"}, None),
    TECH_PM_AS_PROGRAMMER: ({"target": "tech-pm", "role": "programmer"}, None),
    PORTFOLIO_PMO: ({"target": "portfolio-pmo", "role": "pmo-manager"}, None),
    WITH_TWO_SERVICES: (
        {
            "target": "portfolio-pmo",
            "role": "pmo-manager",
            "pmo_services": ("investment-appraisal", "prioritisation"),
        },
        None,
    ),
    ALL_THE_WAY: (
        {"target": "portfolio-pmo"},
        ["junior-pm", "tech-pm", "pmo-manager", "portfolio-pmo"],
    ),
}
"""What somebody says, and the roles on the way where it is not the one recommended."""


@pytest.fixture(scope="module")
def shipped() -> Curriculum:
    return read_curriculum(None)


def test_the_guide_states_what_is_shipped(shipped):
    assert CHAPTER.findall(_text()) == [_counted(shipped)]


def test_each_exercise_of_a_way_is_asked_for_once(shipped):
    for way in WAYS:
        asked = [task.exercise.id for task in _todo(shipped, way)]
        assert len(asked) == len(set(asked)), way


def _text() -> str:
    return DOCUMENT.read_text(encoding="utf-8")


def _counted(shipped: Curriculum) -> str:
    hours = sum(exercise.mean_hours for exercise in shipped.exercises)
    detours = sum(role.detour for role in shipped.roles)
    counted = ", ".join(_counts(shipped, "steps", "certifications"))
    return (
        f"{len(shipped.exercises)} exercises, {hours:,.0f} hours by their means, "
        "of which nobody is asked for all;\n"
        f"{len(shipped.skills)} skills, {len(shipped.roles)} roles, {detours} of them detours,\n"
        f"{counted} and {len(shipped.practices)} practices. "
        "What is to be done, by where one stands and what one heads for:\n\n"
        f"| way | exercises | hours |\n|---|---|---|\n{''.join(_rows(shipped))}\n{_months(shipped)}"
    )


def _counts(shipped: Curriculum, *tables: str) -> Iterator[str]:
    for table in tables:
        yield f"{len(getattr(shipped, table))} {table}"


def _rows(shipped: Curriculum) -> Iterator[str]:
    for way in WAYS:
        work = _todo(shipped, way)
        yield f"| {way} | {len(work)} | {_hours(work):.1f} |\n"


def _months(shipped: Curriculum) -> str:
    hours = _hours(_todo(shipped, TECH_PM))
    slowest, fastest = (hours / (months * WEEKS_PER_MONTH) for months in (9, 6))
    return (
        f"To tech PM that is six to nine months of study at {slowest:.1f} to {fastest:.1f} hours "
        "a week; months in posts and other\npeople's word come on top.\n"
    )


def _hours(work: list[Task]) -> float:
    return sum(task.hours_left for task in work)


def _todo(shipped: Curriculum, way: str) -> list[Task]:
    said, route = WAYS[way]
    planner = Planner(person=person_of(shipped, a_logbook(a_profile(**said)), TODAY))
    planned = _by_way_of(planner, route) if route else planner.recommended
    return [task for stage in planned.stages for task in stage.tasks if task.is_todo]


def _by_way_of(planner: Planner, route: list[str]) -> Planned:
    return next(
        planned
        for planned in planner.candidates
        if [leg.target.id for leg in planned.route.legs] == route
    )


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("It takes --update, and nothing else.")
    written = BEGIN + _counted(read_curriculum(None)) + END
    DOCUMENT.write_text(CHAPTER.sub(lambda _: written, _text()), encoding="utf-8")
