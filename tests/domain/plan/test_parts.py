"""Which part of an exercise comes now is told by the minutes logged, or by what is said to be left."""

import pytest

from pmcareer.domain.curriculum.guide import Reading
from pmcareer.views.parts.guide import reading_words
from running import a_home, run_cli

from builders import a_curriculum, a_resource, an_exercise, worked

PARTS = [
    {"minutes": 30, "text": "Begin alone"},
    {"minutes": 60, "text": "Talk to two"},
    {"minutes": 90, "text": "Write the page"},
]
BOOK = a_resource("a-book", title="A book", url="https://example.org/book")
ONE = a_curriculum(
    an_exercise(
        "rsk-01",
        hours=[2, 3, 6],
        accept=("Ten risks", "One closed"),
        parts=PARTS,
        mistakes=("You list causes.", "You list all.", "You list once."),
        resources=("a-book",),
    ),
    BOOK,
)


def part(*entries):
    a_home(ONE, *entries)
    return run_cli("next", "--json").json["task"]["part"]


@pytest.mark.parametrize(
    ("logged", "number", "left"),
    [(0, 1, 30), (20, 1, 10), (30, 2, 60), (40, 2, 50), (90, 3, 90), (170, 3, 10), (400, 3, 0)],
)
def test_the_minutes_logged_tell_the_part(logged, number, left):
    found = part(*([worked("rsk-01", logged, on="2026-11-20")] if logged else []))
    assert (found["number"], found["minutes"], found["count"]) == (number, left, 3)


def test_who_says_what_is_left_is_so_far_from_the_end():
    said = worked("rsk-01", 10, on="2026-11-20", left=90)
    assert part(said)["number"] == 3
    assert part(said, worked("rsk-01", 30, on="2026-11-21"))["minutes"] == 60


def test_next_names_the_part_and_the_first_reading():
    a_home(ONE, worked("rsk-01", 40, on="2026-11-20"))
    out = " ".join(run_cli("next").out.split())
    assert "Part 2 of 3, 50 min left: Talk to two" in out
    assert "https://example.org/book" in run_cli("next", "--detail").out


def test_minutes_are_filled_with_parts():
    a_home(ONE)
    for minutes, texts in (
        ("30", ["Begin alone"]),
        ("40", ["Begin alone"]),
        ("45", ["Begin alone", "Talk to two"]),
    ):
        cut = run_cli("next", "--minutes", minutes, "--json").json["slice"]
        assert (cut["minutes"], cut["checklist"]) == (int(minutes), texts)
    assert [each["number"] for each in cut["parts"]] == [1, 2]


def test_what_is_logged_of_it_tells_the_part_that_follows():
    a_home(ONE)
    result = run_cli("log", "rsk-01", "--partial", "--minutes", "30", "--json").json
    assert (result["part"]["number"], result["part"]["text"]) == (2, "Talk to two")
    assert "2 of 3" in run_cli("log", "rsk-01", "20", "--partial", "--again").out
    assert run_cli("log", "rsk-01", "--again", "--json").json["part"] is None


def test_show_has_all_of_it():
    a_home(ONE)
    out = run_cli("show", "rsk-01").out
    for said in ("Begin alone", "Write the page", "You list once.", "A book"):
        assert said in out
    item = run_cli("show", "rsk-01", "--json").json["item"]
    assert (len(item["parts"]), len(item["mistakes"]), len(item["readings"])) == (3, 3, 1)


def test_without_parts_nothing_changes():
    a_home(a_curriculum(an_exercise("rsk-01", begin="Look once")))
    assert run_cli("next", "--json").json["task"]["part"] is None
    assert "Look once" in run_cli("next").out
    assert "Parts" not in run_cli("show", "rsk-01").out


@pytest.mark.parametrize(("done", "left", "comes"), [("1", 150, 2), ("2", 90, 3)])
def test_whoever_names_the_part_that_is_done_goes_on_with_the_next_however_long_it_took(
    done, left, comes
):
    a_home(ONE)
    answer = run_cli("log", "rsk-01", "170", "--part", done, "--json").json
    assert (answer["entry"]["kind"], answer["entry"]["left"]) == ("worked", left)
    assert answer["part"]["number"] == comes
    assert run_cli("next", "--json").json["task"]["part"]["number"] == comes


@pytest.mark.parametrize("typed", ["0", "3", "4", "-1", "two", "", "1.5", "01", "\u0661"])
def test_a_part_that_is_none_or_the_last_is_refused_with_what_finishes(typed):
    a_home(ONE)
    result = run_cli("log", "rsk-01", "60", "--part", typed)
    assert result.code == 2
    assert "1 to 2; whoever has done the last has finished: pmcareer log rsk-01" in result.err


@pytest.mark.parametrize("beside", [("--left", "3h"), ("--simulated",), ("--outcome", "done")])
def test_a_part_is_said_without_what_only_the_whole_has(beside):
    a_home(ONE)
    result = run_cli("log", "rsk-01", "60", "--part", "1", *beside)
    assert result.code == 2
    assert beside[0] in result.err


def test_an_exercise_without_parts_has_no_part_that_is_done():
    a_home(a_curriculum(an_exercise("rsk-02")))
    result = run_cli("log", "rsk-02", "60", "--part", "1")
    assert (result.code, result.err) == (
        2,
        "rsk-02 has no use for --part.\nLeave it out; it is for an exercise that comes in parts.\n",
    )


def next_lines(*typed):
    """The lines of `next` that have a label, by it."""
    lines = run_cli("next", *typed, COLUMNS="80").out.splitlines()
    return {line[:9].strip(): line[11:] for line in lines if line[:9].strip()}


def test_while_a_part_is_shown_what_is_typed_says_that_this_part_is_done():
    a_home(ONE)
    lines = next_lines()
    assert lines["Log it"] == "pmcareer log rsk-01 30 --part 1"
    assert lines["All done"] == "pmcareer log rsk-01"
    run_cli(*lines["Log it"].split()[1:])
    assert next_lines()["Log it"] == "pmcareer log rsk-01 60 --part 2"
    run_cli("log", "rsk-01", "60", "--part", "2")
    lines = next_lines()
    assert lines["Log it"] == "pmcareer log rsk-01"
    assert "All done" not in lines


@pytest.mark.parametrize(
    ("minutes", "typed", "box"),
    [
        ("10", "--partial --minutes 10", "[ ] begin: Begin alone"),
        ("40", "30 --part 1", "[ ] Begin alone"),
        ("60", "--partial --minutes 60", "[ ] begin: Talk to two"),
        ("100", "90 --part 2", "[ ] Talk to two"),
        ("180", "", "[ ] Write the page"),
    ],
)
def test_what_fits_is_logged_up_to_the_part_that_it_ends_with(minutes, typed, box):
    a_home(ONE)
    assert next_lines(minutes)["Log it"] == f"pmcareer log rsk-01 {typed}".strip()
    assert box in run_cli("next", minutes).out


def test_the_time_that_one_has_stays_beside_its_boxes_however_long_it_is():
    a_home(ONE)
    assert "\n100 min    [ ]" in run_cli("next", "100").out


def test_a_start_ends_with_the_line_of_the_part_that_is_done():
    a_home(ONE)
    out = run_cli("start", "--role", "starter", "--target", "tech-pm", "--no-input").out
    assert "Then: pmcareer log rsk-01 30 --part 1" in out


def test_a_part_of_many_hours_is_done_in_sittings():
    long = [{"minutes": 30, "text": "Begin"}, {"minutes": 600, "text": "Lead it"}]
    a_home(a_curriculum(an_exercise("rsk-01", hours=[8, 10, 14], parts=long)))
    run_cli("log", "rsk-01", "30", "--part", "1")
    lines = next_lines()
    assert lines["Part"] == "2 of 2, 10 h left, in sittings: Lead it"
    assert lines["Log it"].startswith("pmcareer log rsk-01 --partial --minutes ")


def test_after_two_hours_nothing_more_is_proposed_for_the_day():
    a_home(ONE, worked("rsk-01", 120, on="2026-11-21"))
    out = next_lines()["Today"]
    assert out == "2 h done, which is enough for a day; the rest keeps until tomorrow."


def test_whoever_goes_back_to_a_part_is_told():
    a_home(ONE)
    assert "begins again" not in run_cli("log", "rsk-01", "90", "--part", "2").out
    out = run_cli("log", "rsk-01", "10", "--part", "1").out
    assert "You had got to part 3 of 3; it begins again with part 2." in out


def test_a_text_that_is_kept_up_to_date_is_of_no_day():
    reading = Reading(id="a", title="A page", minutes=90, as_of="rolling")
    assert reading_words(reading) == "A page (1 h 30 min, not opened when written)"
    dated = reading.model_copy(update={"as_of": "2025"})
    assert reading_words(dated) == "A page (1 h 30 min, of 2025, not opened when written)"


def test_what_to_read_stays_longer_than_what_comes_then():
    taken = [
        f"The point number {number} is such a long one that it takes two lines of a screen at least"
        for number in range(6)
    ]
    tasks = [
        an_exercise(
            f"rsk-{number:02}",
            hours=[2, 3, 6],
            accept=taken,
            why="Why. " * 40,
            parts=PARTS,
            resources=("a-book",),
        )
        for number in (1, 2)
    ]
    a_home(a_curriculum(*tasks, BOOK))
    lines = next_lines()
    assert "Read" in lines
    assert "Then" not in lines
    assert "All done" not in lines
