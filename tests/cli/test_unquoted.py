"""Words that nobody puts in quotes: a title, and the time or day behind it."""

import pytest

from pmcareer.cli.unquoted import (
    shielded,
    title,
    title_and_day,
    title_and_level,
    title_time_and_day,
    with_whole_values,
)
from running import a_home, run_cli
from sweeps import of_each

from builders import a_curriculum, an_exercise

CALLED = {"--on": "DATE", "--since": "[DATE]", "--days-off": "FROM..TO", "--left": "TIME"}
"""Options to what their values are called; --note takes a text."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", [None, None, None]),
        ("rsk-01", ["rsk-01", None, None]),
        ("rsk-01 90", ["rsk-01", "90", None]),
        ("90", [None, "90", None]),
        ("stakeholder map 45", ["stakeholder map", "45", None]),
        ("stakeholder map 1 h 30 min", ["stakeholder map", "1 h 30 min", None]),
        ("stakeholder map half an hour", ["stakeholder map", "half an hour", None]),
        ("stakeholder map for 1:30", ["stakeholder map", "1:30", None]),
        ("stakeholder map soon", ["stakeholder map soon", None, None]),
        ("stakeholder map yesterday", ["stakeholder map", None, "yesterday"]),
        ("stk-01 45 last friday", ["stk-01", "45", "last friday"]),
        ("stk-01 for 45 min on friday", ["stk-01", "45 min", "friday"]),
        ("stk-01 45 3 days ago", ["stk-01", "45", "3 days ago"]),
        ("stk-01 45 5 Jan 2026", ["stk-01", "45", "5 Jan 2026"]),
        ("stk-01 45 01/05", ["stk-01", "45", "01/05"]),
        ("stk-01 31.10.", ["stk-01", None, "31.10."]),
        ("stk-01 2026-11-20", ["stk-01", None, "2026-11-20"]),
        ("45 yesterday", [None, "45", "yesterday"]),
        ("yesterday", ["yesterday", None, None]),
        pytest.param("map 1.5", ["map 1.5", None, None], id="1.5 may be hours, and a day"),
        pytest.param("map may 5", ["map", "5", "may"], id="a day too, and so no 5 minutes"),
    ],
)
def test_the_time_and_the_day_are_the_longest_ends_that_are_one(typed, meant):
    assert title_time_and_day(typed.split()) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", [None, None]),
        ("stk-01", ["stk-01", None]),
        ("stk-01 monday", ["stk-01", "monday"]),
        ("stakeholder map next friday", ["stakeholder map", "next friday"]),
        ("stakeholder map in 2 weeks", ["stakeholder map", "in 2 weeks"]),
        ("stakeholder map 5 Jan 2027", ["stakeholder map", "5 Jan 2027"]),
        ("stakeholder map until friday", ["stakeholder map", "friday"]),
        ("stk-01 for 2 weeks", ["stk-01", "2 weeks"]),
        ("until friday", [None, "friday"]),
    ],
)
def test_the_day_is_the_longest_end_that_is_one(typed, meant):
    assert title_and_day(typed.split()) == meant


def test_a_level_is_a_number_behind_a_title_and_never_alone():
    assert title_and_level(["stakeholder", "management", "3"]) == ["stakeholder management", "3"]
    assert title_and_level(["3"]) == ["3", None]
    assert title_and_level([]) == [None, None]


def test_a_title_is_all_words_and_an_empty_one_stays_empty():
    assert title(["portfolio", "pmo"]) == ["portfolio pmo"]
    assert title([]) == [None]
    assert title([""]) == [""]
    assert title_time_and_day(["", "90"]) == ["", "90", None]
    assert title_time_and_day(["rsk-01", ""]) == ["rsk-01", None, ""]


@of_each(
    [
        ("log x --on last friday 90", ["log", "x", "--on", "last friday", "90"]),
        ("log --on 3 days ago x", ["log", "--on", "3 days ago", "x"]),
        ("log --on 5 Jan 2026 90", ["log", "--on", "5 Jan 2026", "90"]),
        ("log --on may 90", ["log", "--on", "may", "90"]),
        ("log --on yesterday x 90", ["log", "--on", "yesterday", "x", "90"]),
        ("log --on last fryday x", ["log", "--on", "last fryday", "x"]),
        ("log --on soon x", ["log", "--on", "soon", "x"]),
        ("log --on", ["log", "--on"]),
        ("log --on last --json", ["log", "--on", "last", "--json"]),
        ("x -- --on last friday", ["x", "--", "--on", "last", "friday"]),
        ("p --days-off 24 Dec to 3 Jan -n", ["p", "--days-off", "24 Dec to 3 Jan", "-n"]),
        ("p --days-off 24 Dec - 3 Jan", ["p", "--days-off", "24 Dec - 3 Jan"]),
        ("l --note last friday", ["l", "--note", "last", "friday"]),
        ("log --left 1 h 30 x", ["log", "--left", "1 h 30", "x"]),
        ("log --left 45 90", ["log", "--left", "45", "90"]),
    ]
)
def test_a_day_or_a_time_behind_its_option_needs_no_quotes(typed, meant):
    assert with_whole_values(typed.split(), CALLED) == meant


@pytest.fixture
def home():
    return a_home(
        a_curriculum(
            an_exercise("stk-01", title="Stakeholder map"),
            an_exercise("fbk-01", title="All-round (360-degree) feedback"),
        )
    )


@pytest.mark.parametrize(
    "typed",
    [
        "log stakeholder map 45",
        "done stakeholder map 45",
        "log stk-01 0:45",
        "log stk-01 45m",
        "log --minutes 45 stakeholder map",
        "log stakeholder --on today map 45",
    ],
)
def test_one_thing_is_logged_however_it_is_typed(typed, home):
    answer = run_cli(*typed.split(), "--json").json
    assert answer["command"] == "log"
    assert (answer["entry"]["exercise"], answer["entry"]["minutes"]) == ("stk-01", 45)


def test_a_time_alone_is_of_todays_task(home):
    answer = run_cli("done", "45", "--json").json
    assert (answer["entry"]["exercise"], answer["entry"]["minutes"]) == ("stk-01", 45)


def test_a_number_that_stands_in_a_title_is_asked_back_and_nothing_is_written(home):
    asked = run_cli("log", "feedback", "360")
    assert asked.code == 1
    assert 'In quotes it is a title: "feedback 360". A time is --minutes' in asked.err
    assert not (home / "logbook.toml").exists()
    assert "minutes" not in run_cli("log", "feedback 360", "--json").json["entry"]
    timed = run_cli("log", "fbk-01", "--minutes", "360", "--again", "--json").json["entry"]
    assert timed["minutes"] == 360


@pytest.mark.parametrize(
    "typed", ["stk-01 45 yesterday", "stakeholder map for 45 min on yesterday", "stk-01 45 20 nov"]
)
def test_the_day_needs_no_option_either(typed, home):
    entry = run_cli("log", *typed.split(), "--json").json["entry"]
    assert (entry["exercise"], entry["minutes"], entry["on"]) == ("stk-01", 45, "2026-11-20")


@pytest.mark.parametrize(
    "typed",
    [
        "stk-01 yesterday 45",
        "stakeholder map 20 nov 45",
        "stakeholder map nov 20 45",
        "stk-01 -1d 45",
        "stakeholder map -1d for 45 min",
        "stk-01 45 -1d",
        "yesterday 45",
        "stk-01 45 20.11",
        "stk-01 45 nov 20",
        "stk-01, 45m. yesterday evening",
        "Stk-01. 45 last night",
        "\u201estakeholder map\u201c 45 min. on yesterday",
    ],
)
def test_the_day_may_stand_before_the_time_and_begin_with_a_minus(typed, home):
    entry = run_cli("log", *typed.split(), "--json").json["entry"]
    assert (entry["exercise"], entry["minutes"], entry["on"]) == ("stk-01", 45, "2026-11-20")


@pytest.mark.parametrize(
    ("typed", "quoted"),
    [
        ("log stk-01 45 --note good work", '--note "good work"'),
        ("log stk-01 --outcome The sponsor agreed -n", '--outcome "The sponsor agreed"'),
        ("log stakeholder map --with Ada Lovelace", '--with "Ada Lovelace"'),
    ],
)
def test_a_text_that_lost_its_quotes_is_told_so_and_nothing_is_written(typed, quoted, home):
    refused = run_cli(*typed.split())
    assert refused.code != 0
    assert f"goes in quotes: {quoted}" in refused.err
    assert not (home / "logbook.toml").exists()


@pytest.mark.parametrize(
    "typed", ["log stk-1 --note Good 45", "log stk-01 --note Good 45 --left 1x --partial"]
)
def test_what_is_wrong_elsewhere_is_not_laid_to_quotes(typed, home):
    assert "goes in quotes" not in run_cli(*typed.split()).err


def test_words_behind_a_text_may_be_meant(home):
    entry = run_cli("log", "stk-01", "--note", "Good", "45", "yesterday", "--json").json["entry"]
    assert (entry["note"], entry["minutes"], entry["on"]) == ("Good", 45, "2026-11-20")


def test_a_day_alone_may_begin_with_a_minus(home):
    entry = run_cli("log", "stakeholder", "map", "-3d", "--json").json["entry"]
    assert (entry["exercise"], entry["on"]) == ("stk-01", "2026-11-18")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("log stk-01 -x", "no option '-x'"),
        ("log stk-01 -d3", "no option '-d'"),
        ("log stk-01 -45", "TIME can't be '-45'"),
        ("log stk-01 1.5", "TIME can't be '1.5'"),
        ("log stk-01 -on today", "Did you mean '--on'?"),
        ("log stk-01 \u2014on today", "Did you mean '--on'?"),
        ("log stk-01 --time 45", "Did you mean '--minutes'?"),
        ("log stk-01 --date today", "Did you mean '--on'?"),
        ("log stk-01 45 60", "45 and 60 can't be used together"),
        ("log stk-01 friday yesterday", "friday and yesterday can't be used together"),
        ("defer stk-01 -3d", "DATE can't be '-3d'"),
        ("review -14d", "pmcareer review --since -14d"),
        ("review monday", "pmcareer review --since monday"),
        ("status -14d", "has no use for '-14d'"),
    ],
)
def test_a_minus_before_a_number_is_no_option_and_what_is_wrong_is_named(typed, said, home):
    refused = run_cli(*typed.split())
    assert refused.code == 2
    assert said in refused.err
    assert not (home / "logbook.toml").exists()


def test_what_stands_behind_an_option_or_two_dashes_is_left_as_it_is():
    assert shielded(["-3d", "--on", "-3d", "--", "-3d"], CALLED) == [
        " -3d",
        "--on",
        "-3d",
        "--",
        "-3d",
    ]
    assert run_cli("lesson", "-5 % is much", "--json").json["entry"]["text"] == "-5 % is much"


def test_a_day_before_the_time_that_stands_in_a_title_is_asked_back():
    a_home(a_curriculum(an_exercise("dem-01", title="Friday demo"), an_exercise("dem-02")))
    assert "'demo friday' can be one title, of dem-01" in run_cli("log", "demo", "friday", "30").err


def test_a_day_that_stands_in_a_title_is_asked_back():
    a_home(a_curriculum(an_exercise("dem-01", title="Friday demo"), an_exercise("dem-02")))
    assert "'demo friday' can be one title, of dem-01" in run_cli("log", "demo", "friday").err


def test_an_exercise_whose_id_is_a_number_is_asked_back_beside_a_time():
    a_home(a_curriculum(an_exercise("90")))
    assert "'90' can be" in run_cli("log", "90").err


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("log stk-01 soon", "TIME can't be 'soon'"),
        ("defer stk-01 soon", "DATE can't be 'soon'"),
        ("defer stk-01 tomorow", "Did you mean 'tomorrow'?"),
        ("log stk-01 45 yesterday --on today", "yesterday and --on today"),
        ("log stk-01 last fryday", "Did you mean 'last friday'?"),
        ("log stk-01 25 minuts", "TIME can't be '25 minuts'"),
        ("log stk-01 25 minuts", "Did you mean '25 minutes'?"),
        ("log stk-01 45 yesterdy", "Did you mean 'yesterday'?"),
        ("next haf an hour", "Did you mean 'half an hour'?"),
        ("log stk-01 last week", "DATE can't be 'last week'"),
        ("defer stk-01 yesterday", "DATE can't be 'yesterday'"),
        ("next soon", "TIME can't be 'soon'"),
        ("log stk-01 45 --minutes 30", "45 and --minutes 30"),
        ("next 45 --minutes 30", "45 and --minutes 30"),
        ("defer stk-01 monday --until friday", "monday and --until friday"),
        ("plan tech-pm --target senior-pm", "tech-pm and --target senior-pm"),
        ("gap tech-pm --target senior-pm", "tech-pm and --target senior-pm"),
        ("log stk-01 --on last fryday", "Did you mean 'last friday'?"),
        ("log stk-01 --on 01/05", "1 May or 5 Jan"),
    ],
)
def test_what_makes_no_sense_is_named_as_it_was_typed_and_nothing_is_written(typed, named, home):
    refused = run_cli(*typed.split())
    assert refused.code == 2
    assert named in refused.err
    assert not (home / "logbook.toml").exists()


def test_a_role_needs_neither_its_option_nor_quotes(home):
    (home / "curriculum.toml").unlink()
    for command in ("plan", "gap"):
        for typed in (["tech-pm"], ["tech", "project", "manager"], ["--target", "tech-pm"]):
            target = run_cli(command, *typed, "--json").json["target"]
            assert "tech-pm" in str(target)


def test_next_takes_the_time_without_its_option(home):
    assert run_cli("next", "30", "--json").json["time_box_minutes"] == 30
    assert run_cli("next", "half", "an", "hour", "--json").json["time_box_minutes"] == 30


def test_done_is_another_word_for_log_in_help_too():
    assert run_cli("help", "done").out == run_cli("help", "log").out
    assert "pmcareer done" in run_cli("log", "-h").out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("stk-01 90 01/05", "DATE: is '01/05' 1 May or 5 Jan?"),
        ("stk-01 90 tomorow", "DATE can't be 'tomorow'"),
        ("stk-01 90 sep", "DATE can't be 'sep'"),
        ("stk-01 nov 20", "DATE can't be 'nov'"),
        ("stk-01 90 --on sep", "--on can't be 'sep'"),
        ("stk-01 tomorrow", "22 Nov 2026 is in the future"),
    ],
)
def test_what_is_wrong_with_the_day_is_said_of_the_day(typed, said, home):
    refused = run_cli("log", *typed.split())
    assert refused.code != 0
    assert said in refused.err
    assert not (home / "logbook.toml").exists()
