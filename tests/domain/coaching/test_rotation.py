"""Practices that are not kept make room for others, asked about once: by the logbook and the day alone."""

from datetime import date, timedelta

import pytest

from pmcareer.domain.coaching.practices import not_for_you, practice_of_the_day, practices_of
from pmcareer.domain.coaching.rotation import turns_of
from pmcareer.domain.person.person import Person, person_of
from running import a_home, run_cli

from builders import a_curriculum, a_logbook, a_practice, a_profile, a_role, an_exercise, practised

START = date(2026, 3, 2)
HABITS = a_curriculum(
    an_exercise(),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 2}),
    *(a_practice(name, rhythm="weekly") for name in ("a", "b", "c")),
    a_practice("office", rhythm="weekly", roles=("tech-pm",)),
    a_practice("long", rhythm="monthly"),
    default_role="starter",
)


def said(**keys):
    return a_profile(on=START, **({"hours_per_week": 8.0} | keys))


def after(days: int, *entries, **keys) -> Person:
    return person_of(HABITS, a_logbook(said(**keys), *entries), START + timedelta(days=days))


def kept(name: str, *days: int):
    return [practised(name, on=START + timedelta(days=day), id=f"{name}{day}") for day in days]


def active(person: Person) -> list[str]:
    return [each.practice.id for each in practices_of(person)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, ["a", "b"]),
        (13, ["a", "b"]),
        (14, ["c", "long"]),
        (27, ["c", "long"]),
        (28, ["a", "long"]),
    ],
)
def test_what_was_not_kept_for_a_fortnight_makes_room_for_the_next_that_fits(days, expected):
    assert active(after(days)) == expected


def test_what_fits_another_role_never_has_a_turn():
    assert all("office" not in active(after(days)) for days in range(0, 400, 7))
    assert "office" in active(after(0, role="tech-pm"))


def test_whatever_is_kept_stays():
    weekly = kept("a", *range(3, 60, 7))
    assert all("a" in active(after(days, *weekly)) for days in range(60))


def test_a_fortnight_counts_no_days_off():
    off = (f"{START + timedelta(days=5)}..{START + timedelta(days=11)}",)
    assert active(after(14, days_off=off)) == ["a", "b"]
    assert active(after(21, days_off=off)) == ["c", "long"]


def test_muting_one_leaves_the_other_where_it_is():
    mute = a_profile(on=START + timedelta(days=20), muted=("c",))
    assert active(after(20)) == ["c", "long"]
    assert active(after(20, mute)) == ["a", "long"]


def test_who_has_no_more_that_fit_keeps_those_there_are():
    person = after(300)
    turns = turns_of(person, ["a"], 2, {})
    assert (turns.active, turns.dropped) == (("a",), ())


def asked(days: int, *entries, **keys) -> list[tuple[int, str]]:
    """Say on which days since the start which practice is asked about."""
    found = []
    for day in range(days):
        question = not_for_you(after(day, *entries, **keys))
        if question:
            found.append((day, question.practice.id))
    return found


def test_each_is_asked_about_on_one_day_and_the_other_that_went_a_week_later():
    assert asked(36) == [(14, "a"), (21, "b"), (28, "c")]
    assert not_for_you(after(21)).since == START + timedelta(days=14)


def test_all_that_go_are_asked_about_and_none_again_within_four_weeks():
    questions = asked(200)
    assert {name for _, name in questions} == {"a", "b", "c", "long"}
    last: dict[str, int] = {}
    for day, name in questions:
        assert day - last.get(name, -28) >= 28
        last[name] = day


def test_what_was_kept_since_it_went_is_not_asked_about():
    assert asked(28, *kept("b", 17)) == [(14, "a")]


def test_muting_the_one_asked_about_moves_nobody_elses_question():
    mute = a_profile(on=START + timedelta(days=14), muted=("a",))
    assert asked(28, mute) == [(21, "b")]


def test_one_that_was_picked_stays_and_is_asked_about_every_four_weeks():
    assert active(after(14, practices=("a", "c"))) == ["a", "c"]
    picked = asked(60, practices=("a", "c"))
    assert picked == [(14, "a"), (21, "c"), (42, "a"), (49, "c")]
    assert not_for_you(after(42, practices=("a",))).since == START + timedelta(days=14)


def test_nobody_is_asked_to_drop_what_they_have_kept():
    assert asked(60, *kept("a", 3), practices=("a",)) == []
    assert "a" not in {name for _, name in asked(120, *kept("a", 3))}


def test_who_wants_no_practices_is_not_asked():
    assert not_for_you(after(30, muted=("practice",))) is None
    assert not_for_you(after(30, muted=("a", "b", "c", "long"))) is None


def test_while_the_daily_one_goes_unkept_those_due_take_turns():
    days = (after(day, practices=("a", "b")) for day in range(6))
    assert [practice_of_the_day(person).id for person in days] == ["a", "b", "a", "b", "a", "b"]


def test_next_asks_with_the_command_that_ends_it():
    home = a_home(HABITS, said())
    day = str(START + timedelta(days=14))
    asked = run_cli("next", today=day).out
    assert "Not for you:" in asked
    assert "pmcareer profile --mute a" in asked
    assert run_cli("next", "--json", today=day).json["not_for_you"]["id"] == "a"
    before = (home / "logbook.toml").read_bytes()
    assert run_cli("next", today=day).out == asked
    assert (home / "logbook.toml").read_bytes() == before
    assert run_cli("next", "--json", today=str(START)).json["not_for_you"] is None
