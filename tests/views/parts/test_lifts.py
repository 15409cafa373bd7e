from pmcareer.domain.person.next_level import NextLevel
from pmcareer.views.parts.lifts import lift_keys, lift_words

from builders import an_exercise


def a_next_level(**keys) -> NextLevel:
    nothing = {"core": (), "one_of": (), "months_needed": 0, "months_have": 0.0, "work": "leading"}
    return NextLevel(**{"level": 5, "needs_confirmation": False, "again": ()} | nothing | keys)


def test_everything_that_a_level_takes_is_said_and_nothing_else():
    whole = a_next_level(
        core=tuple(an_exercise(f"rsk-0{number}") for number in range(1, 6)),
        one_of=((an_exercise("rsk-07"), an_exercise("rsk-08")),),
        months_needed=24,
        months_have=7.5,
        needs_confirmation=True,
    )
    assert list(lift_words(whole)) == [
        "Finish rsk-01, rsk-02, rsk-03 and 2 more, on real work",
        "Finish rsk-07 or rsk-08, on real work and not only shadowed",
        "24 months of leading work; 7.5 on record",
        "A rating of 4 or more by somebody else",
    ]
    assert list(lift_words(a_next_level())) == []


def test_up_to_level_two_an_exercise_need_not_be_real_work():
    low = a_next_level(level=2, one_of=((an_exercise("rsk-01"),),))
    assert list(lift_words(low)) == ["Finish rsk-01"]


def test_a_skill_without_a_kind_of_work_goes_by_somebodys_word():
    (said,) = lift_words(a_next_level(work=None, months_needed=12))
    assert "only somebody else's word leads here" in said


def test_the_highest_level_has_no_keys_of_a_next_one():
    assert lift_keys(None) is None
    assert lift_keys(a_next_level(months_have=7.46))["months_have"] == 7.5


def test_what_was_simulated_is_done_again_and_not_finished():
    first, second, third = (an_exercise(f"rsk-0{number}") for number in (1, 2, 3))
    mixed = a_next_level(
        level=3, core=(first, second), one_of=((third,),), again=(second.id, third.id)
    )
    assert list(lift_words(mixed)) == [
        "Finish rsk-01, on real work",
        "Do rsk-02 again, on real work",
        "Do rsk-03, on real work and not only shadowed",
    ]
