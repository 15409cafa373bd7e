"""Whether steps or study come first: judged weekly, and not sent to and fro."""

from datetime import date, timedelta

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.turns import WEEKS_BACK, judgements, turn_of, turned_on

from builders import a_curriculum, a_logbook, a_profile, an_exercise, worked

CURRICULUM = a_curriculum(an_exercise("rsk-01"))
MONDAY = date(2026, 11, 16)
SATURDAY = date(2026, 11, 21)
WEEK = timedelta(days=7)


def somebody(*entries, today=SATURDAY):
    return person_of(CURRICULUM, a_logbook(*entries), today)


def began(on="2026-08-01", **said):
    return a_profile(on=on, **{"hours_per_week": 5} | said)


def turn(shares, *entries, today=SATURDAY):
    """The turn where study had these shares on the latest days of judgement, latest first."""
    seen = {}

    def drivers(then):
        seen.setdefault(then.today, shares[min(len(seen), len(shares) - 1)])
        share = seen[then.today]
        return {"effort": share, "gate": 1 - share}

    return turn_of(somebody(*entries, today=today), drivers), list(seen)


class TestTheShares:
    @pytest.mark.parametrize(
        ("shares", "steps"),
        [
            pytest.param([0.39], True, id="below two fifths it is steps"),
            pytest.param([0.61], False, id="above three fifths it is study"),
            pytest.param([0.5, 0.39], True, id="between them it stays with steps"),
            pytest.param([0.5, 0.61], False, id="between them it stays with study"),
            pytest.param([0.6, 0.4, 0.5, 0.1], True, id="however many weeks it was between"),
            pytest.param([0.4], False, id="what was never below is study"),
        ],
    )
    def test_they_turn_it_and_it_holds(self, shares, steps):
        assert turn(shares, began())[0].is_for_steps is steps

    def test_a_clear_share_is_asked_for_once(self):
        assert turn([0.1], began())[1] == [MONDAY]

    def test_no_more_than_twelve_mondays_are_looked_back_on(self):
        found, seen = turn([0.5], began(on="2020-01-01"))
        assert len(seen) == WEEKS_BACK
        assert not found.is_for_steps

    def test_what_else_decides_is_named_most_often_first(self):
        found = turn_of(somebody(began()), lambda _: {"gate": 0.6, "effort": 0.3, "": 0.1})
        assert (found.effort_share, found.deciding) == (0.3, ["gate"])


class TestTheDays:
    def test_within_a_week_nothing_that_is_written_changes_the_turn(self):
        lately = worked("rsk-01", on="2026-11-18")
        (judged, *_) = judgements(somebody(began(), lately))
        assert judged.today == MONDAY
        assert lately not in judged.entries

    def test_the_first_entry_of_all_judges_at_once(self):
        first = began(on="2026-11-19")
        (judged,) = judgements(somebody(first))
        assert (judged.today, judged.entries) == (date(2026, 11, 19), (first,))

    @pytest.mark.parametrize(
        "said", [{"target": "tech-pm"}, {"role": "starter"}, {"hours_per_week": 8}, {"route": "x"}]
    )
    def test_an_announcement_judges_at_once(self, said):
        new = a_profile(on="2026-11-18", **said)
        (judged,) = judgements(somebody(began(), new, worked("rsk-01", on="2026-11-19")))
        assert (judged.today, judged.entries[-1]) == (date(2026, 11, 18), new)

    def test_what_is_said_again_is_no_announcement(self):
        again = a_profile(on="2026-11-18", hours_per_week=5)
        judged = next(judgements(somebody(began(), again)))
        assert judged.today == MONDAY

    def test_after_an_announcement_nothing_before_it_is_remembered(self):
        new = a_profile(on="2026-11-04", hours_per_week=8)
        days = [each.today for each in judgements(somebody(began(), new))]
        assert days == [MONDAY, MONDAY - WEEK, date(2026, 11, 4)]

    def test_what_is_only_tried_out_is_judged_today(self):
        tried = somebody(began()).saying(target="starter")
        (judged,) = judgements(tried)
        assert judged is tried


def test_since_when_it_has_been_the_same_turn_is_found_by_looking_at_every_week():
    shares = {MONDAY: 0.5, MONDAY - WEEK: 0.55, MONDAY - 2 * WEEK: 0.2, MONDAY - 3 * WEEK: 0.7}
    since = turned_on(somebody(began()), lambda then: {"effort": shares.get(then.today, 0.9)})
    assert since == MONDAY - 2 * WEEK
