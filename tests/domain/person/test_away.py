from datetime import date, timedelta

import pytest

from pmcareer.domain.person.away import left_on, months_away
from pmcareer.domain.person.levels import role_levels
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    experience,
)

MAP = a_curriculum(
    a_skill("tools", fades_after=24),
    a_skill("risk"),
    an_exercise(),
    an_exercise("tls-01", skill="tools"),
    a_role("starter"),
    a_role("lead", needs={"risk": 3, "tools": 3}),
    a_role("tech-pm", needs={"risk": 3, "tools": 3}),
)


def somebody(**said):
    return person_of(MAP, a_logbook(a_profile(role="lead", **said)), TODAY)


def away_for(months):
    return somebody(context="break", left=TODAY - timedelta(days=round(months * 30.4375)))


def test_nobody_is_away_who_never_said_so():
    assert left_on(somebody(left=TODAY + timedelta(days=1))) is None
    assert left_on(somebody(context="break")) is None
    assert months_away(somebody(context="break")) == 0


def test_months_are_counted_from_the_day_the_role_was_left():
    assert months_away(away_for(30)) == pytest.approx(30, abs=0.1)


def test_what_fades_is_a_level_lower_after_its_months_and_nothing_else_is():
    assert role_levels(away_for(23)) == {"risk": 3, "tools": 3}
    assert role_levels(away_for(25)) == {"risk": 3, "tools": 2}


def test_one_level_stays_whatever_time_goes_by():
    first = a_role("lead", needs={"tools": 1})
    ours = a_curriculum(
        a_skill("tools", fades_after=24), an_exercise(skill="tools", level=1), first, a_role()
    )
    long_ago = a_profile(role="lead", context="break", left=date(2010, 1, 1))

    assert role_levels(person_of(ours, a_logbook(long_ago), TODAY)) == {"tools": 1}


def test_who_is_away_holds_no_target_but_comes_back_to_it():
    assert somebody(target="lead").holds_target
    assert not somebody(target="lead", context="break").holds_target


def test_who_left_a_role_does_not_hold_it_until_another_post_is_on_record():
    left = a_profile(role="lead", target="lead", left=date(2020, 1, 1))
    before = experience("hands-on", "2015-01-01", role="lead")
    new = experience("hands-on", "2024-01-01")

    def holds(*more):
        return person_of(MAP, a_logbook(left, *more), TODAY).holds_target

    assert not holds()
    assert not holds(before)
    assert holds(new)
    assert holds(a_profile(since=date(2024, 1, 1), id="back"))


def test_while_away_no_month_of_the_post_is_to_come():
    leads = a_curriculum(an_exercise(), a_role("starter"), a_role("lead", work=("leading",)))
    said = {"role": "lead", "since": date(2020, 1, 1)}
    there = person_of(leads, a_logbook(a_profile(**said)), TODAY)
    away = person_of(leads, a_logbook(a_profile(**said, context="break")), TODAY)

    assert there.post_share("leading") == 1
    assert away.post_share("leading") == 0


def test_a_post_ends_on_the_day_it_was_left():
    there = somebody(context="break", since=date(2020, 1, 1), left=date(2022, 1, 1))

    assert [(post.start, post.end) for post in there.posts] == [
        (date(2020, 1, 1), date(2022, 1, 1))
    ]
