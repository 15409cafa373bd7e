import sys
from datetime import date

import pytest

from pmcareer.views.parts import text
from sweeps import sweep

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        pytest.param("\x1b]52;c;eA==\x07", r"\x1b]52;c;eA==\x07", id="a clipboard command"),
        pytest.param("\x9b31m", r"\x9b31m", id="a C1 control"),
        pytest.param("a\u202eb", r"a\u202eb", id="a change of direction"),
        pytest.param("a\u200bb", r"a\u200bb", id="an invisible space"),
        pytest.param("\udc80", r"\udc80", id="half a character"),
        pytest.param("\U000e0041", r"\U000e0041", id="an invisible tag"),
        pytest.param("a\rb", r"a\x0db", id="a return to the start of the line"),
        pytest.param(
            "👩\u200d💻 می\u200cخو\n\t",
            "👩\u200d💻 می\u200cخو\n\t",
            id="joiners, lines and tabs stay",
        ),
    ],
)
def test_what_commands_a_terminal_is_shown_and_not_sent(hostile, shown):
    assert text.clean(hostile) == shown


def test_one_line_is_one_line():
    assert text.one_line(" a\n\tb  c ") == "a b c"


@pytest.mark.parametrize(
    ("minutes", "words"), [(45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (0, "0 min")]
)
def test_minutes_in_words(minutes, words):
    assert text.minutes(minutes) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (14.67, "14.7 h"),
        (4.0, "4 h"),
        (0.04, "0 h"),
        (-0.01, "0 h"),
        (5.050000000000001, "5 h"),
        (5.05, "5 h"),
    ],
)
def test_hours_in_words(hours, words):
    assert text.hours(hours) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 exercise"), (0, "0 exercises"), (3, "3 exercises"), (1.5, "1.5 exercises")],
)
def test_things_are_counted(count, words):
    assert text.plural(count, "exercise") == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "today"),
        (date(2026, 11, 20), "yesterday"),
        (date(2026, 11, 22), "tomorrow"),
        (date(2026, 11, 27), "Fri 27 Nov"),
        (date(2026, 11, 15), "Sun 15 Nov"),
        (date(2026, 11, 28), "28 Nov 2026"),
        (date(2026, 11, 14), "14 Nov 2026"),
        (date(2026, 12, 1), "1 Dec 2026"),
    ],
)
def test_days_in_words(day, words):
    assert text.day(day, TODAY) == words


def test_a_day_that_nothing_is_near_to_has_its_year():
    assert text.day(TODAY) == "21 Nov 2026"


def test_a_range_of_days_is_said_from_here():
    assert text.day_range(date(2024, 3, 1), TODAY, TODAY) == "1 Mar 2024 to today"
    assert text.day_range(date(2024, 3, 1), None) == "since 1 Mar 2024"


def test_only_a_day_of_the_calendar_has_an_on_before_it():
    days = [TODAY, date(2026, 11, 22), date(2026, 12, 1)]
    said = [text.on_day(day, TODAY) for day in days]
    assert said == ["today", "tomorrow", "on 1 Dec 2026"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (91, "13 weeks"),
        (92, "3 months"),
        (1278, "3.5 years"),
        pytest.param(3653, "over ten years", id="so far off that no more is known"),
    ],
)
def test_spans_in_the_unit_one_would_say(days, words):
    assert text.span(days) == words
    assert text.span(-days) == words


def test_words_are_joined_as_in_speech():
    assert [text.joined(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


@pytest.mark.parametrize(
    ("days", "moved", "written"),
    [
        pytest.param(14, "2 weeks later", "+14 days", id="later"),
        pytest.param(-1, "1 day earlier", "-1 day", id="earlier"),
    ],
)
def test_a_move_says_its_direction(days, moved, written):
    assert text.later(days) == moved
    assert text.signed(days) == written


@pytest.mark.parametrize("count", sweep([0x3000, sys.maxunicode + 1], quick=[0x3000]))
def test_each_letter_is_cleaned_alone_as_among_others(count):
    letters = [*map(chr, range(count))]
    # With a line break in it a text is not taken for clean at a glance.
    assert "".join(map(text.clean, letters)) + "\n" == text.clean("".join(letters) + "\n")
