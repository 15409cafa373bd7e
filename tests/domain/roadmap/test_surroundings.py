import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.roadmap.facts import value_of

from builders import TODAY, a_curriculum, a_logbook, a_profile, a_role, an_exercise

SMALL = a_curriculum(a_role("junior-pm"), a_role("tech-pm"), an_exercise())


def value(name: str, **said) -> object:
    return value_of(person_of(SMALL, a_logbook(a_profile(**said)), TODAY), name)


@pytest.mark.parametrize(
    ("surroundings", "is_so"),
    [("alone", True), ("contract", True), ("break, large", True), ("large", False), (None, False)],
)
def test_nobody_is_near_to_whom_says_so_and_to_who_works_for_a_fee_or_not_at_all(
    surroundings, is_so
):
    assert value("no_pm_near", context=surroundings) is is_so


def test_months_in_a_role_are_those_since_it_is_held():
    assert value("months_in_role") == 0
    held = value("months_in_role", role="tech-pm", since=TODAY.replace(year=TODAY.year - 5))
    assert held == pytest.approx(60, abs=0.5)
