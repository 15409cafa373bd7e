"""What a command answers is computed: nothing in it can begin a simulation while it is drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, time

import pytest

from pmcareer.commands import certificate, export, gap, log, plan, review, start, status, story
from pmcareer.commands import list as list_command
from pmcareer.commands import next as next_command
from pmcareer.commands.home import home_of
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.exports import FORMATS, READERS
from pmcareer.exports.format import declared_in
from pmcareer.settings import Settings

from builders import TODAY

ENGINES = (Forecaster, Planned, Planner)
ANSWERS = {"role": "programmer", "target": "tech-pm", "hours_per_week": "5"}


@pytest.fixture
def settings(tmp_path):
    return Settings(
        home=tmp_path / "home",
        state=tmp_path / "state",
        curriculum=None,
        today=TODAY,
        now=lambda: datetime(2026, 11, 21, 9, tzinfo=UTC),
        new_id=lambda: "0123456789",
    )


def inside(value: object) -> Iterator[object]:
    """Go through a value, the values in its fields, and those in theirs."""
    yield value
    # A curriculum reads its tables as they are asked for: it loads, and works nothing out.
    if isinstance(value, Curriculum):
        return
    if isinstance(value, Mapping):
        parts = [*value.keys(), *value.values()]
    elif isinstance(value, tuple | list | set | frozenset):
        parts = list(value)
    elif is_dataclass(value):
        parts = [getattr(value, field.name) for field in fields(value)]
    else:
        parts = []
    for part in parts:
        yield from inside(part)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(plan.run, id="plan"),
        pytest.param(lambda settings: plan.run(settings, compare=True), id="plan, compared"),
        pytest.param(
            lambda settings: plan.run(settings, save=True, dry_run=True), id="plan, saved"
        ),
        pytest.param(lambda settings: list_command.run(settings, "routes"), id="routes"),
        pytest.param(status.run, id="status"),
        pytest.param(review.run, id="review"),
        pytest.param(next_command.run, id="next"),
        pytest.param(gap.run, id="gap"),
        pytest.param(lambda settings: log.run(settings, log.Line(), dry_run=True), id="log"),
        pytest.param(story.every, id="stories"),
        pytest.param(certificate.every, id="certificates"),
        pytest.param(lambda settings: certificate.one(settings, "pmp"), id="a certificate"),
        pytest.param(lambda settings: start.run(settings, ANSWERS, dry_run=True), id="start"),
    ],
)
def test_an_answer_holds_nothing_that_still_computes(answer, settings):
    held = list(inside(answer(settings)))
    assert len(held) > 10
    assert [part for part in held if isinstance(part, ENGINES) or callable(part)] == []


@pytest.mark.parametrize("module", sorted({*FORMATS.values(), *READERS.values()}))
def test_what_an_export_rests_on_holds_nothing_that_still_computes(module, settings):
    home = home_of(settings)
    planner = Planner(person=home.person)
    asked = export.Asked(
        home=home,
        planner=planner,
        name="",
        with_notes=True,
        certificate=None,
        weeks=4,
        at=time(18),
    )
    held = list(inside(export.VALUES[declared_in(module).rests_on](asked)))
    assert len(held) > 5
    assert [part for part in held if isinstance(part, ENGINES) or callable(part)] == []
