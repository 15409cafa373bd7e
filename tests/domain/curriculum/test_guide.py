"""What helps with an exercise fits it: its minutes, its first half hour, as many parts as one keeps in view."""

from pmcareer.domain.curriculum.guide import doubts_of, faults_of
from pmcareer.domain.curriculum.part import Part

HOURS = (2, 3, 4)


def parts(*minutes):
    return [Part(minutes=each, text="Do it") for each in minutes]


def keys(found):
    return [key for key, _, _ in found]


def test_parts_that_fit_have_no_fault():
    assert keys(faults_of(parts(30, 60, 90), HOURS)) == []
    assert keys(doubts_of(parts(30, 60, 90), ["one", "two", "three"])) == []


def test_a_first_part_over_half_an_hour_is_a_fault():
    [(key, message, mend)] = faults_of(parts(35, 60, 60), HOURS)
    assert (key, "35 minutes" in message) == ("parts", True)
    assert "half an hour" in mend


def test_minutes_below_or_above_the_hours_are_a_fault_that_names_both():
    for minutes, whole in (((30, 60, 29), "119"), ((30, 60, 151), "241")):
        [(_, message, _)] = faults_of(parts(*minutes), HOURS)
        assert whole in message
        assert "120 to 240" in message


def test_both_ends_of_the_hours_fit():
    assert not [*faults_of(parts(30, 30, 60), HOURS), *faults_of(parts(30, 60, 150), HOURS)]


def test_another_number_of_parts_or_mistakes_is_a_doubt():
    assert keys(doubts_of(parts(30, 90), ["one"])) == ["parts", "mistakes"]
    assert keys(doubts_of(parts(20, 20, 20, 20, 20, 20), ["1", "2", "3", "4"])) == [
        "parts",
        "mistakes",
    ]


def test_what_was_not_written_is_no_doubt():
    assert not [*doubts_of([], []), *faults_of([], HOURS)]
