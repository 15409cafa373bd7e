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


def test_each_is_asked_about_once_from_its_day_to_the_next_entry():
    assert not_for_you(after(13)) is None
    first = not_for_you(after(14))
    assert (first.practice.id, first.since) == ("a", START + timedelta(days=14))
    # Still unseen, perhaps; after the next entry it was seen.
    assert not_for_you(after(16)).practice.id == "a"
    seen = kept("c", 15)
    assert not_for_you(after(15, *seen)).practice.id == "a"
    assert not_for_you(after(16, *seen)) is None
    weekly = kept("c", *range(15, 300, 7))
    asked = [not_for_you(after(days, *weekly)) for days in range(14, 300)]
    names = [each.practice.id for each in asked if each]
    # Of each row of days with the question, one: nobody is asked again about the same.
    rows = [name for place, name in enumerate(names) if names[place - 1 : place] != [name]]
    assert sorted(rows) == sorted(set(rows)) == ["a", "b", "long"]


def test_one_that_was_picked_stays_and_is_asked_about():
    person = after(14, practices=("a", "c"))
    assert active(person) == ["a", "c"]
    assert not_for_you(person).practice.id == "a"
    assert not_for_you(after(14, *kept("a", 3), practices=("a",))) is None
    assert not_for_you(after(17, *kept("a", 3), practices=("a",))).practice.id == "a"


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
