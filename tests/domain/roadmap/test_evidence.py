"""Who holds a role and heads for it writes down what shows it, in turn with study."""

from datetime import date

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.evidence import has_levels, on_paper

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    a_role,
    a_skill,
    a_step,
    an_exercise,
    did,
    finished,
)

PAGES = {"id": "pages", "kind": "confirmed", "title": "Three pages", "on_paper": True}
LED = {"id": "led", "kind": "confirmed", "title": "One project led"}
ROLE = a_role("lead", needs={"risk": 2}, gates=[PAGES, LED], requires=["pln-01", "pln-02"])
MAP = a_curriculum(
    a_skill("risk"),
    an_exercise("rsk-01", level=2),
    an_exercise("pln-01", skill="planning"),
    an_exercise("pln-02", skill="planning"),
    a_role("starter"),
    ROLE,
    a_step("pick", **{"for": ["pages"]}),
    a_step("find", **{"for": ["led"]}),
    shown_in_post=[{"months": 12, "level": 2}],
)
HELD = a_profile(role="lead", target="lead", on="2026-11-01")
FOR_YEARS = a_profile(role="lead", target="lead", since=date(2020, 1, 1), on="2026-11-01")


def first(*entries):
    planner = Planner(person=person_of(MAP, a_logbook(*entries), TODAY))
    step = planner.for_today.first_step
    return step.step.id if step else None


def test_what_is_shown_on_paper_comes_first_once_the_levels_are_on_record():
    assert first(HELD) is None
    assert first(FOR_YEARS) == "pick"
    # Then it is the turn of study, and what somebody has confirmed is over.
    assert first(FOR_YEARS, did("pick", on="2026-11-20")) is None
    assert first(FOR_YEARS, did(None, gate="pages", on="2026-11-20")) is None


def test_only_what_nobody_has_confirmed_is_asked_for():
    before = person_of(MAP, a_logbook(FOR_YEARS), TODAY)
    assert [status.gate.id for status in on_paper(before, ROLE)] == ["pages"]
    entries = FOR_YEARS, did(None, gate="pages", on="2026-11-20"), finished("pln-01")
    assert list(on_paper(person_of(MAP, a_logbook(*entries), TODAY), ROLE)) == []
    assert has_levels(before, ROLE)
    assert not has_levels(person_of(MAP, a_logbook(HELD), TODAY), ROLE)
