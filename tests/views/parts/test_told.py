"""How far a date moved is said in a sentence: later as readily as earlier, with what passed and what was done."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.plan.told import OTHER_EDITION, Longer, Move, Told
from pmcareer.views.parts.told import moved_words, study_words, told_keys

TODAY = date(2026, 11, 21)
MONDAY = date(2026, 11, 2)
LIKELY = date(2027, 5, 12)


def move(days: int | None, passed: int = 0, **keys: object) -> Move:
    """A date that is 12 May 2027 now, and was so many days earlier; None for one that there was not."""
    before = None if days is None else LIKELY - timedelta(days=days)
    defaults = {"reason_before": None, "reason_after": None, "by_others": False}
    told = {"before": before, "after": LIKELY, "passed": passed, "because": ()}
    return Move(**told | defaults | keys)


def told(study: Move, finish: Move | None = None, since: date = MONDAY) -> Told:
    return Told(since=since, study=study, finish=finish or move(0))


@pytest.mark.parametrize(
    ("study", "said"),
    [
        pytest.param(move(0), ", as it was", id="it stays"),
        pytest.param(move(0, 9), ", as it was", id="it stays, whatever went on inside"),
        pytest.param(move(-6), ", 6 days earlier than it was", id="done"),
        pytest.param(move(400), ", 13 months later than it was", id="said in its unit"),
    ],
)
def test_a_move_is_said_in_one_word_where_only_one_thing_moved_it(study, said):
    words = study_words(told(study), LIKELY, TODAY)
    assert words == f"Study likely done by May 2027{said} on 2 Nov 2026"


@pytest.mark.parametrize(
    ("study", "said"),
    [
        pytest.param(
            move(3, 9),
            "3 days later than it was on 2 Nov 2026 (the days since put it off by "
            "9 days, this entry made it 6 days earlier)",
            id="more passed than was done",
        ),
        pytest.param(
            move(5, 1),
            "5 days later than it was on 2 Nov 2026 (the days since put it off by "
            "1 day, this entry added 4 days)",
            id="both later",
        ),
        pytest.param(
            move(-9, -2),
            "9 days earlier than it was on 2 Nov 2026 (what you did before made "
            "it 2 days earlier, this entry made it 7 days earlier)",
            id="both earlier",
        ),
        pytest.param(
            move(12, 12),
            "12 days later than it was on 2 Nov 2026; the days since put it off",
            id="time alone",
        ),
        pytest.param(
            move(10, 400),
            "10 days later than it was on 2 Nov 2026 (the days since put it off by "
            "13 months, this entry made it 13 months earlier)",
            id="large parts, in units that one would say",
        ),
        pytest.param(
            move(56, held=56),
            "8 weeks later than it was on 2 Nov 2026; that had been held back until now",
            id="an announcement that moves nothing lets go of what was held",
        ),
        pytest.param(
            move(9, 3, held=-7),
            "9 days later than it was on 2 Nov 2026 (the days since put it off by "
            "3 days, 7 days of gain had been held back until now, this entry added 13 days)",
            id="three parts",
        ),
        pytest.param(
            move(-9, held=-9, is_held_again=True),
            "9 days earlier than it was on 2 Nov 2026; that is held back again",
            id="an announcement is taken back",
        ),
        pytest.param(
            move(12, held=8, is_held_again=True),
            "12 days later than it was on 2 Nov 2026 (8 days of gain are held back "
            "again, this entry added 4 days)",
            id="one that moved something is taken back",
        ),
        pytest.param(
            move(12, 12, over=12, longer=Longer(exercise="prd-01", is_finished=False)),
            "12 days later than it was on 2 Nov 2026; prd-01 takes longer than estimated",
            id="what runs over",
        ),
        pytest.param(
            move(20, 20, over=12, longer=Longer(exercise="prd-01", is_finished=False)),
            "3 weeks later than it was on 2 Nov 2026 (prd-01 takes longer than "
            "estimated: 12 days, the days since put it off by 8 days)",
            id="what runs over, and a pause after it",
        ),
        pytest.param(
            move(9, 12, over=12, longer=Longer(exercise="prd-01", is_finished=True)),
            "9 days later than it was on 2 Nov 2026 (prd-01 took longer than "
            "estimated: 12 days, this entry made it 3 days earlier)",
            id="what ran over, and more",
        ),
    ],
)
def test_what_passed_and_what_was_done_are_told_apart(study, said):
    assert study_words(told(study), LIKELY, TODAY) == f"Study likely done by May 2027, {said}"


def test_the_day_on_which_it_was_told_is_named_as_one_would():
    for since, said in ((TODAY, "was"), (TODAY - timedelta(days=1), "was yesterday")):
        words = study_words(told(move(0), since=since), LIKELY, TODAY)
        assert words.endswith(f"as it {said}")


@pytest.mark.parametrize(
    ("study", "said"),
    [
        pytest.param((12, 12), "", id="it alone"),
        pytest.param(
            (9, 12),
            " (the work before put it off by 12 days, this entry made it 3 days earlier)",
            id="with what was done",
        ),
    ],
)
def test_that_an_exercise_runs_over_is_not_said_where_the_line_says_it_already(study, said):
    runs_over = move(*study, over=12, longer=Longer(exercise="prd-01", is_finished=False))
    words = study_words(told(runs_over), LIKELY, TODAY, known="prd-01")
    assert words.partition("2 Nov 2026")[2] == said
    assert "prd-01 takes longer" in study_words(told(runs_over), LIKELY, TODAY, known="prd-02")


def test_under_another_edition_the_date_is_said_and_that_it_changed():
    study = move(None, reason_before=OTHER_EDITION)
    said = "Study likely done by May 2027; the curriculum has changed since the entry before"
    assert study_words(told(study), LIKELY, TODAY) == said
    assert moved_words(told(study), TODAY) == f"{said}."


def test_the_day_in_the_role_is_told_before_that_of_the_study():
    both = told(move(42), move(480))
    assert moved_words(both, TODAY).startswith("Likely in the role by May 2027, 16 months later")
    assert moved_words(told(move(42), move(0)), TODAY).startswith("Study likely done")


def test_a_day_that_goes_beyond_ten_years_is_told():
    far = Move(**vars_of(move(0)) | {"after": date(2040, 1, 1)})
    assert moved_words(told(move(0), far), TODAY).startswith(
        "The role is beyond ten years now; it was May 2027."
    )


def vars_of(a_move):
    return {name: getattr(a_move, name) for name in Move.__dataclass_fields__}


def test_nothing_is_said_of_a_move_where_nothing_was_told():
    assert study_words(None, LIKELY, TODAY) == "Study likely done by May 2027"
    assert study_words(None, None, TODAY) == ""
    assert moved_words(None, TODAY) == ""


def test_what_was_out_of_sight_has_no_distance():
    for study in (move(None), move(-9000)):
        words = study_words(told(study), LIKELY, TODAY)
        assert words.endswith("; on 2 Nov 2026 it was further off than could be said")
    far = LIKELY + timedelta(days=9000)
    assert study_words(told(move(9000, after=far)), far, TODAY) == ""


def test_where_nothing_moved_an_entry_that_is_no_work_says_nothing_of_dates():
    assert moved_words(told(move(0)), TODAY) == ""
    assert moved_words(told(move(None)), TODAY) == ""
    assert moved_words(told(move(4)), TODAY).startswith("Study likely done by May 2027, 4 days")
    finish = moved_words(told(move(0), move(-4, by_others=True)), TODAY)
    assert finish.startswith("Likely in the role by May 2027, 4 days earlier")


def test_a_move_below_what_a_forecast_is_exact_to_is_none():
    # 172 days ahead: a hundredth of that is 1.7.
    small = told(move(-1, -4))
    assert moved_words(small, TODAY) == ""
    words = study_words(small, LIKELY, TODAY)
    assert words == "Study likely done by May 2027, much as it was on 2 Nov 2026"
    near = date(2026, 11, 23)
    soon = told(move(-1, before=date(2026, 11, 24), after=near))
    assert ", 1 day earlier than" in study_words(soon, near, TODAY)


def test_scripts_get_both_dates_and_why_one_of_them_is_missing():
    keys = told_keys(told(move(None, reason_before="beyond twenty years")))
    assert keys["since"] == MONDAY
    assert keys["study"] == {
        "before": None,
        "after": LIKELY,
        "moved_days": None,
        "because": [],
        "reason_before": "beyond twenty years",
        "reason_after": None,
    }
    assert told_keys(None) is None


def test_of_a_study_that_is_over_no_day_is_told_though_today_moves_on():
    over = move(1, before=date(2026, 11, 20), after=TODAY)
    assert moved_words(told(over), TODAY) == ""
    on_that_day = move(-30, before=date(2026, 12, 21), after=TODAY)
    assert moved_words(told(on_that_day), TODAY).startswith("Study likely done by")


def test_a_day_that_is_lost_is_told_but_not_to_who_holds_the_role():
    lost = move(
        30, after=None, reason_after="24 months of delivery: nothing on this way gives them"
    )
    said = "has no day now; it was Apr 2027. Why: pmcareer plan"
    assert moved_words(told(move(0), lost), TODAY) == f"The role {said}"
    assert moved_words(told(lost, move(0)), TODAY) == f"The study {said}"
    held = move(30, after=None, reason_after="you hold it")
    assert moved_words(told(move(0), held), TODAY) == ""


def test_days_of_two_targets_are_not_compared_and_the_one_that_was_left_is_named():
    left = Role(id="lead", title="Head of all the offices", short="Head")
    moved = replace(told(move(-90)), was_target=left)
    far_off = replace(moved, finish=replace(move(0), after=None))

    named = "Your target was Head (pmcareer plan --target lead)."
    assert moved_words(moved, TODAY) == f"{named} Likely in the new one by May 2027."
    assert moved_words(far_off, TODAY) == named


def test_where_the_role_moved_its_day_is_told_whatever_the_study_does():
    words = moved_words(told(move(30), move(-60)), TODAY)
    assert words.startswith("Likely in the role by May 2027, 9 weeks earlier")
    assert moved_words(told(move(30), move(60)), TODAY).startswith("Likely in the role")
