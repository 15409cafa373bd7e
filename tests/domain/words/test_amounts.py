import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.domain.words.amounts import (
    count_of,
    hours_per_week_of,
    is_time,
    level_of,
    minutes_left_of,
    minutes_of,
    past_weeks_of,
    time_mended,
    time_typed,
    word_of,
    words_of,
)
from pmcareer.errors import WrongValue
from sweeps import of_each


@of_each(
    [
        ("90", 90),
        ("90m", 90),
        ("90 min", 90),
        ("1h30", 90),
        ("1h30m", 90),
        ("1.5h", 90),
        ("1H", 60),
        ("1 h 5 min", 65),
        ("1:30", 90),
        ("0:45", 45),
        ("1,5h", 90),
        ("1,5 hours", 90),
        ("2 hours", 120),
        ("1 hour 30 minutes", 90),
        ("half an hour", 30),
        ("half hour", 30),
        ("three quarters of an hour", 45),
        ("45 mins.", 45),
        ("1\u00bdh", 90),
        ("Two  Hours", 120),
    ]
)
def test_minutes_are_read_as_people_type_them(typed, minutes):
    assert minutes_of(typed) == minutes


@of_each(
    [
        ("25 minuts", "25 minutes"),
        ("1 huor 5 minuts", "1 hour 5 minutes"),
        ("Haf an hour", "half an hour"),
        ("90 min", None),
        ("90", None),
        ("soon", None),
        ("25 minuts late", None),
        ("25 months", None),
    ]
)
def test_the_nearest_words_that_make_a_time_are_offered(typed, meant):
    assert time_mended(typed) == meant


@of_each(
    [
        "",
        "0",
        "-5",
        "abc",
        "1.5",
        "1,5",
        "1.5h30",
        "1,5h30",
        "1:5",
        "1:60",
        "0:00",
        ":30",
        "1e3",
        "60001",
        "9999h",
        "h",
        "90 90",
        "inf",
        "\uff12",
    ]
)
def test_minutes_that_are_none_are_refused_and_repeated(typed):
    with pytest.raises(WrongValue) as refused:
        minutes_of(typed)
    assert f"'{typed}'" in refused.value.message


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("5", 5.0), ("7.5", 7.5), ("80", 80.0), ("5h", 5.0), ("7,5", 7.5), ("5 hours", 5.0)],
)
def test_hours_a_week_are_read(typed, hours):
    assert hours_per_week_of(typed) == hours


@of_each(["", "0", "0.0", "80.1", "-5", "nan", "inf", "1e1", "5,,5", "1,000.5", "many", "1_0"])
def test_hours_a_week_are_more_than_none_and_at_most_80(typed):
    with pytest.raises(WrongValue, match="--hours-per-week"):
        hours_per_week_of(typed)


@pytest.mark.parametrize("typed", ["", "27", "-1", "2.5", "half", "٣", "1_0"])
def test_weeks_behind_one_are_0_to_26(typed):
    assert [past_weeks_of(" 0 "), past_weeks_of("26")] == [0, 26]
    with pytest.raises(WrongValue, match="--past-weeks"):
        past_weeks_of(typed)


@pytest.mark.parametrize("typed", ["", "6", "-1", "2.5", "three", "٣"])
def test_a_level_is_0_to_5(typed):
    assert [level_of(str(level)) for level in range(6)] == list(range(6))
    with pytest.raises(WrongValue, match="LEVEL"):
        level_of(typed)


@pytest.mark.parametrize("typed", ["", "0", "-3", "2.5", "many", "9999999999"])
def test_a_count_is_at_least_one(typed):
    assert count_of("12", "--limit") == 12
    with pytest.raises(WrongValue, match="--limit"):
        count_of(typed, "--limit")


def test_a_word_is_found_whatever_its_case_and_the_nearest_is_offered():
    assert word_of(" Leading ", ("leading", "people"), "WORK") == "leading"
    with pytest.raises(WrongValue) as refused:
        word_of("leeding", ("leading", "people"), "WORK")
    with pytest.raises(WrongValue) as start:
        word_of("larg", ("small-simple", "large-complex"), "--projects")
    assert start.value.hint.endswith("Did you mean 'large-complex'?")
    assert "Did you mean 'leading'?" in refused.value.hint


def test_words_come_with_commas_or_repeated_and_count_once():
    assert words_of(["mon,tue", "tue", "fri"], ("mon", "tue", "wed", "thu", "fri"), "--x") == (
        "mon",
        "tue",
        "fri",
    )
    with pytest.raises(WrongValue):
        words_of(["mon,,tue"], ("mon", "tue"), "--x")
    with pytest.raises(WrongValue):
        words_of([""], ("mon", "tue"), "--x")


@pytest.mark.parametrize("typed", ["0", "0h", "00", "0.0h", "0h00", "0 min"])
def test_with_nothing_left_it_is_finished_and_how_to_say_so(typed):
    with pytest.raises(WrongValue) as refused:
        minutes_left_of(typed, "rsk-01")
    assert refused.value.hint.endswith("what has nothing left is finished: pmcareer log rsk-01.")


@pytest.mark.parametrize("typed", ["", "h", "-1", "soon", "9999h"])
def test_what_is_no_time_left_is_refused_by_the_name_of_its_option(typed):
    with pytest.raises(WrongValue) as refused:
        minutes_left_of(typed, "rsk-01")
    assert refused.value.message.startswith("--left")
    assert "finished" not in refused.value.hint


@pytest.mark.parametrize(
    ("minutes", "typed"), [(45, "45"), (60, "1h"), (65, "1h05"), (600, "10h"), (90, "1h30")]
)
def test_a_time_is_written_as_it_can_be_typed(minutes, typed):
    assert time_typed(minutes) == typed
    assert minutes_left_of(typed, "rsk-01") == minutes


@given(minutes=st.integers(1, 5999))
def test_every_spelling_of_a_time_is_the_same_minutes(minutes):
    hours, rest = divmod(minutes, 60)
    spellings = [f"{minutes}", f"{minutes} min", f"{hours}:{rest:02}", f"{hours}h{rest:02}"]
    for typed in (*spellings, f"{hours} hours {rest} minutes", time_typed(minutes)):
        assert minutes_of(typed) == minutes
        assert is_time(typed)


@pytest.mark.parametrize("typed", ["", "map", "h", "rsk-01", "1.5", "45 risks", "-5"])
def test_what_is_no_time_is_known_as_none(typed):
    assert not is_time(typed)
